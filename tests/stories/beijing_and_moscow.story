# chn-rus-2001: counsel when one thinks itself threatened; no defence, for Kursk or for Taiwan.
2001-12-01 ? USA threatens RUS  =>  must consult: nobody by chn-rus-2001
2024-08-06 ? UKR attacks RUS in Kursk  =>  must consult: CHN (certain) by chn-rus-2001; must act: nobody by chn-rus-2001
2027-01-01 ? USA attacks CHN in Taiwan  =>  must consult: RUS by chn-rus-2001; must act: nobody by chn-rus-2001
2010-01-01 ? RUS attacks CHN  =>  barred: RUS by chn-rus-2001
2010-01-01 ? bound  =>  CHN -> RUS exclusivity (certain); not CHN -> RUS defence

# chn-pak-2005: no contrary alliance, no force; the assurance of 2005 is no promise to fight.
2025-05-07 ? IND strikes PAK  =>  must act: nobody by chn-pak-2005; must consult: nobody by chn-pak-2005
2010-01-01 ? CHN attacks PAK  =>  barred: CHN by chn-pak-2005
2010-01-01 ? bound  =>  CHN -> PAK exclusivity (certain); not CHN -> PAK defence; not CHN -> PAK consultation

# sco-2002 and sco-2007: members owe each other peace, and counsel when one asks; never arms.
2016-01-01 ? IND attacks PAK  =>  barred: nobody by sco-2002
2025-05-07 ? IND strikes PAK  =>  barred: IND by sco-2002; must act: nobody by sco-2002
2025-05-07 ? IND strikes PAK  =>  barred: IND by sco-2007; must consult: BLR, CHN, IRN, KAZ, KGZ, RUS, TJK, UZB by sco-2007
2022-09-16 ? TJK attacks KGZ in Batken  =>  barred: TJK (certain) by sco-2002; must act: nobody by sco-2002
2023-06-01 ? bound  =>  not IRN -> CHN trade
2024-07-04 ? bound  =>  IRN -> CHN trade (certain); BLR -> IND nonaggression (certain)
2012-10-30 ? bound  =>  not CHN -> KGZ consultation
2012-10-31 ? bound  =>  CHN -> KGZ consultation (certain); CHN -> KGZ exclusivity
