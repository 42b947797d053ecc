# The Soviet-Japanese Neutrality Pact, in force from 25 April 1941 for five years.
1941-04-25/1946-04-24   SUN -> JPN   neutrality      Neutrality Pact, art. 2
1941-04-25/1946-04-24   JPN -> SUN   neutrality      Neutrality Pact, art. 2

1945-08-09 ? SUN attacks JPN        =>  barred: SUN (certain)
1946-06-01 ? SUN attacks JPN        =>  barred: nobody
1941-12-08 ? JPN attacks USA        =>  barred: nobody; must act: nobody
