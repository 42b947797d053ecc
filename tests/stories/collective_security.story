# cst-1992. In 2020 the war was in Nagorno-Karabakh, which is not Armenia's; in 2022 it reached Armenia,
# where other members argued that the frontier is not marked on the ground.
2020-10-07 ? AZE attacks ARM in Nagorno-Karabakh  =>  must act: nobody; not bound: RUS, BLR by cst-1992
2022-09-13 ? AZE attacks ARM in Jermuk  =>  disputed: BLR, KAZ, KGZ, RUS, TJK (certain) by cst-1992
2022-09-13 ? AZE attacks ARM in Jermuk  =>  under frontier-counts: must act; under frontier-incident: not bound
2022-09-13 ? AZE attacks ARM in Yerevan  =>  must act: BLR, KAZ, KGZ, RUS, TJK by cst-1992
# After February 2024 Armenia says it has frozen its part: its bond is doubtful both ways.
2024-06-01 ? AZE attacks ARM in Yerevan  =>  must act: BLR, KAZ, KGZ, RUS, TJK (possible) by cst-1992
# Uzbekistan came, left, came back and left.
1995-01-01 ? AFG attacks UZB  =>  must act: ARM, AZE, BLR, GEO, KAZ, KGZ, RUS, TJK by cst-1992
2001-01-01 ? AFG attacks UZB  =>  must act: nobody
2010-01-01 ? AFG attacks UZB  =>  must act: ARM, BLR, KAZ, KGZ, RUS, TJK (certain) by cst-1992
2012-09-01 ? AFG attacks UZB  =>  must act: ARM, BLR, KAZ, KGZ, RUS, TJK (possible) by cst-1992
2014-01-01 ? AFG attacks UZB  =>  must act: nobody
# Members at each other's throats: barred, and the others torn between two duties to allies.
2022-09-16 ? TJK attacks KGZ in Batken  =>  barred: TJK by cst-1992; must act: ARM, BLR, KAZ, RUS by cst-1992; clash: KAZ with cst-1992
2022-01-01 ? UKR threatens RUS  =>  must consult: ARM, BLR, KAZ, KGZ, TJK by cst-1992; must act: nobody
