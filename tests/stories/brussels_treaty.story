# brussels-1948: all the help in one's power, automatically, and only in Europe; the Atlantic treaty reaches further and asks what
# each deems necessary.
1948-08-24 ? SUN attacks FRA in Paris  =>  must act: nobody by brussels-1948
1948-08-25 ? SUN attacks FRA in Paris  =>  must act: BEL, GBR, LUX, NLD (certain) by brussels-1948; must act: nobody by nato-1949
1960-01-01 ? SUN attacks FRA in Paris  =>  must act: BEL, DEU, GBR, ITA, LUX, NLD by brussels-1948
# Algiers was in the Atlantic treaty's area until July 1962, and never in Europe.
1961-01-01 ? EGY attacks FRA in Algiers  =>  must act: nobody by brussels-1948; not bound: DEU, GBR by brussels-1948
1961-01-01 ? EGY attacks FRA in Algiers  =>  must act: BEL, CAN, DEU, DNK, GBR, GRC, ISL, ITA, LUX, NLD, NOR, PRT, TUR, USA by nato-1949
# The Falklands are in neither; New York is in one.
1982-04-02 ? ARG attacks GBR in Falklands  =>  must act: nobody by brussels-1948; must consult: BEL, DEU, FRA, ITA, LUX, NLD by brussels-1948
# Western European Union grew, and its treaty ended on 30 June 2011.
1994-01-01 ? RUS attacks DEU in Berlin  =>  must act: BEL, ESP, FRA, GBR, ITA, LUX, NLD, PRT by brussels-1948
2011-06-30 ? RUS attacks DEU in Berlin  =>  must act: BEL, ESP, FRA, GBR, GRC, ITA, LUX, NLD, PRT (certain) by brussels-1948
2011-07-01 ? RUS attacks DEU in Berlin  =>  must act: nobody by brussels-1948
1950-01-01 ? bound  =>  GBR -> FRA exclusivity (certain); not GBR -> DEU defence
1956-01-01 ? bound  =>  GBR -> FRA arms (certain); GBR -> DEU defence (certain); FRA -> GBR trade
