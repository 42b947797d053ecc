# The German-Soviet treaty of non-aggression, 23 August 1939.
1939-08-23   GMY -> SUN   nonaggression      Non-Aggression Treaty, art. 1
1939-08-23   SUN -> GMY   nonaggression      Non-Aggression Treaty, art. 1

1941-06-22 ? GMY attacks SUN        =>  barred: GMY (certain)
1939-09-01 ? GMY attacks POL        =>  barred: nobody
