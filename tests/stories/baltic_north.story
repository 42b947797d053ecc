# Gotland, before Sweden acceded to the North Atlantic Treaty on 7 March 2024 and after.
2024-03-06 ? RUS attacks SWE in Gotland  =>  must act: nobody by nato-1949
2024-03-06 ? RUS attacks SWE in Gotland  =>  must act: AUT, BEL, BGR, CYP, CZE, DEU, DNK, ESP, EST, FIN, FRA, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN (certain) by eu-2007
2024-03-07 ? RUS attacks SWE in Gotland  =>  must act: ALB, BEL, BGR, CAN, CZE, DEU, DNK, ESP, EST, FIN, FRA, GBR, GRC, HRV, HUN, ISL, ITA, LTU, LUX, LVA, MKD, MNE, NLD, NOR, POL, PRT, ROU, SVK, SVN, TUR, USA (certain) by nato-1949
# Between the two, the promises of 11 May 2022 by the United Kingdom: said by both, binding nobody in law.
2022-06-01 ? RUS attacks SWE in Gotland  =>  must act: nobody by swe-gbr-2022; not bound: GBR by swe-gbr-2022
2022-06-01 ? RUS attacks FIN in Helsinki  =>  must act: nobody by fin-gbr-2022; not bound: GBR by fin-gbr-2022
2022-05-10 ? RUS attacks FIN in Helsinki  =>  must act: nobody by fin-gbr-2022
# usa-swe-2023 and usa-fin-2023 open bases to American forces; they promise no defence.
2024-08-14 ? bound  =>  not SWE -> USA basing
2024-08-15 ? bound  =>  SWE -> USA basing (certain); not USA -> SWE basing; not FIN -> USA basing
2024-09-01 ? bound  =>  FIN -> USA basing (certain)
2024-03-06 ? RUS attacks SWE in Gotland  =>  must act: nobody by usa-swe-2023
