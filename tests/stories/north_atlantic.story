# nato-1949: article 5 and the area of article 6.
# 11 September 2001: nobody had to be a state to attack.
2001-09-12 ? USA is attacked in New York  =>  must act: BEL, CAN, CZE, DEU, DNK, ESP, FRA, GBR, GRC, HUN, ISL, ITA, LUX, NLD, NOR, POL, PRT, TUR (certain) by nato-1949
# The Falklands lie south of the Tropic of Cancer, Hawaii in the Pacific, Ceuta in Africa, Réunion far off.
1982-04-02 ? ARG attacks GBR in Falklands  =>  must act: nobody; not bound: USA, FRA by nato-1949
1982-04-02 ? ARG attacks GBR in Falklands  =>  must consult: BEL, CAN, DEU, DNK, FRA, GRC, ISL, ITA, LUX, NLD, NOR, PRT, TUR, USA by nato-1949
2024-01-01 ? PRK attacks USA in Hawaii  =>  not bound: FRA, DEU by nato-1949
2024-01-01 ? CHN attacks USA in Guam  =>  not bound: FRA, DEU by nato-1949; must act: KOR by usa-kor-1953
1990-01-01 ? MAR attacks ESP in Ceuta  =>  not bound: FRA by nato-1949
# The Algerian departments counted until July 1962.
1961-01-01 ? EGY attacks FRA in Algiers  =>  must act: BEL, CAN, DEU, DNK, GBR, GRC, ISL, ITA, LUX, NLD, NOR, PRT, TUR, USA by nato-1949
# Ships in the Mediterranean, troops in West Berlin.
1970-01-01 ? SUN attacks USA in Mediterranean  =>  must act: BEL, CAN, DEU, DNK, FRA, GBR, GRC, ISL, ITA, LUX, NLD, NOR, PRT, TUR by nato-1949
1961-10-27 ? SUN attacks USA in West Berlin  =>  must act: BEL, CAN, DEU, DNK, FRA, GBR, GRC, ISL, ITA, LUX, NLD, NOR, PRT, TUR by nato-1949
# Not every place in Europe: only ground of a party.
2023-01-01 ? RUS attacks UKR in Kyiv  =>  must act: nobody by nato-1949
# Finland and Sweden, before and after they acceded.
2023-04-03 ? RUS attacks FIN in Helsinki  =>  must act: nobody by nato-1949
2024-03-06 ? RUS attacks SWE in Gotland  =>  must act: nobody by nato-1949
2023-04-04 ? bound  =>  USA -> FIN defence (certain); FIN -> USA exclusivity; not USA -> SWE defence
2024-03-07 ? bound  =>  FIN -> SWE defence (certain); USA -> SWE arms; USA -> SWE trade
# An ally who attacks is not joined.
2003-03-20 ? USA attacks IRQ  =>  not bound: FRA, DEU, GBR by nato-1949; barred: USA
