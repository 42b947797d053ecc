# chn-sun-1950: against Japan, or a state allied with it. The United States became one on 28 April 1952.
1950-03-01 ? JPN attacks CHN  =>  not bound: SUN by chn-sun-1950
1950-06-01 ? JPN attacks CHN  =>  must act: SUN (certain) by chn-sun-1950
1950-12-01 ? USA attacks CHN  =>  not bound: SUN by chn-sun-1950
1958-09-07 ? USA attacks CHN  =>  must act: SUN by chn-sun-1950
1958-09-07 ? USA threatens CHN  =>  must act: nobody by chn-sun-1950; must consult: nobody by chn-sun-1950
# India is no ally of Japan's; and the allies of 1950 were barred from fighting each other on the Ussuri.
1962-10-20 ? IND attacks CHN  =>  not bound: SUN by chn-sun-1950
1969-03-02 ? CHN attacks SUN  =>  barred: CHN by chn-sun-1950; must act: PRK by sun-prk-1961
1980-04-11 ? bound  =>  CHN -> SUN exclusivity (certain); SUN -> CHN trade
1980-04-12 ? bound  =>  not CHN -> SUN exclusivity

# fin-sun-1948: Germany or a state allied with it, through Finland, and no farther than Finland.
1950-01-01 ? DEU attacks FIN  =>  must act: SUN (certain) by fin-sun-1948
1950-01-01 ? USA attacks FIN  =>  not bound: SUN by fin-sun-1948
1961-10-30 ? DEU threatens FIN  =>  must consult: SUN by fin-sun-1948; must act: nobody by fin-sun-1948
1961-10-30 ? DEU threatens SUN  =>  must consult: FIN by fin-sun-1948
1970-01-01 ? NOR attacks SUN in Helsinki  =>  must act: FIN by fin-sun-1948
1970-01-01 ? NOR attacks SUN in Moscow  =>  not bound: FIN by fin-sun-1948
1970-01-01 ? SWE attacks FIN in Helsinki  =>  not bound: SUN by fin-sun-1948
# It does not forbid the Soviet Union to attack: nothing in it bars that.
1970-01-01 ? SUN attacks FIN  =>  barred: nobody by fin-sun-1948
1992-01-10 ? bound  =>  RUS -> FIN defence (certain); FIN -> RUS exclusivity
1992-01-21 ? bound  =>  not RUS -> FIN defence

# ind-sun-1971: counsel, and no help for the enemy; no duty to fight.
1971-08-10 ? PAK attacks IND  =>  must consult: nobody by ind-sun-1971
1971-12-03 ? PAK attacks IND  =>  must consult: SUN (certain) by ind-sun-1971; barred: SUN by ind-sun-1971; must act: nobody by ind-sun-1971
1971-12-04 ? IND attacks PAK  =>  barred: SUN by ind-sun-1971; must consult: nobody by ind-sun-1971
1975-01-01 ? SUN attacks IND  =>  barred: SUN by ind-sun-1971
1993-01-29 ? bound  =>  not RUS -> IND neutrality; not RUS -> IND exclusivity

# sun-vnm-1978: China crosses the frontier on 17 February 1979. Moscow owed counsel and suitable measures, not war.
1978-11-20 ? CHN attacks VNM  =>  must consult: nobody by sun-vnm-1978
1979-02-17 ? CHN attacks VNM  =>  must consult: SUN (certain) by sun-vnm-1978; must act: nobody by sun-vnm-1978
# Vietnam's own war in Cambodia asked nothing of it.
1978-12-25 ? VNM attacks KHM  =>  must consult: nobody by sun-vnm-1978
1993-01-01 ? CHN attacks VNM  =>  must consult: RUS by sun-vnm-1978
1994-06-17 ? CHN attacks VNM  =>  must consult: nobody by sun-vnm-1978

# mng-sun-1966: all necessary measures, military ones included, whoever the enemy.
1969-03-02 ? CHN attacks MNG  =>  must act: SUN (certain) by mng-sun-1966
1969-03-02 ? CHN attacks SUN  =>  must act: MNG by mng-sun-1966
1993-01-21 ? CHN attacks MNG  =>  must act: nobody by mng-sun-1966
