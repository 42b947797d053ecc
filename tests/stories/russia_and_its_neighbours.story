# rus-ukr-1997 and budapest-1994. February 2014: Russia takes Crimea. The treaty of friendship bars it; the
# memorandum would, if it binds; and the other two who assured Ukraine are asked to consult, if it binds.
2014-02-27 ? RUS seizes UKR in Crimea  =>  barred: RUS (certain) by rus-ukr-1997
2014-02-27 ? RUS attacks UKR in Crimea  =>  barred: RUS (certain) by rus-ukr-1997; must act: nobody by rus-ukr-1997
2014-03-01 ? RUS attacks UKR in Crimea  =>  must act: nobody by budapest-1994; may act: UKR, any by un-charter-1945
# Its legal force being disputed, the memorandum neither bars nor binds for certain.
2014-03-01 ? RUS attacks UKR in Crimea  =>  barred: nobody by budapest-1994; must consult: nobody by budapest-1994
2014-03-01 ? RUS attacks UKR in Crimea  =>  must act: nobody by cst-1992; not bound: BLR, KAZ by cst-1992
# The treaty of friendship ends with March 2019: in 2022 the Charter bars, the treaty no longer.
1999-03-31 ? bound  =>  not RUS -> UKR exclusivity
1999-04-01 ? bound  =>  RUS -> UKR exclusivity (certain); UKR -> RUS consultation
2019-03-31 ? RUS attacks UKR  =>  barred: RUS by rus-ukr-1997
2022-02-24 ? RUS attacks UKR in Kyiv  =>  barred: nobody by rus-ukr-1997; barred: RUS (certain) by un-charter-1945

# fra-ukr-2024 promises counsel within a day, and binds nobody in law; gbr-ukr-2025 binds, and promises no arms in hand.
2025-01-01 ? RUS attacks UKR in Kyiv  =>  must act: nobody by fra-ukr-2024; must consult: nobody by fra-ukr-2024
2025-11-01 ? RUS attacks UKR in Kyiv  =>  must act: nobody by gbr-ukr-2025; must consult: nobody by gbr-ukr-2025
2025-09-01 ? bound  =>  not GBR -> UKR trade
2025-11-01 ? bound  =>  GBR -> UKR arms (certain); not GBR -> UKR defence

# blr-rus-2024: signed in December 2024, in force on 13 March 2025. Kursk again turns on who began.
2025-02-01 ? UKR attacks RUS in Kursk  =>  not bound: BLR by blr-rus-2024
2025-03-20 ? UKR attacks RUS in Kursk  =>  disputed: BLR (certain) by blr-rus-2024; under whoever-began: BLR must act by blr-rus-2024
2025-03-20 ? UKR attacks RUS in Kursk  =>  under no-self-defence-against-self-defence: BLR not bound by blr-rus-2024
2025-04-01 ? POL attacks BLR in Minsk  =>  must act: RUS (certain) by blr-rus-2024; must act: ARM, KAZ, KGZ, RUS, TJK by cst-1992
2025-04-01 ? bound  =>  BLR -> RUS basing (certain); not RUS -> BLR basing

# arm-rus-1997. In 2020 the war was in Nagorno-Karabakh: Russia owed counsel, not help. In 2022 it reached Armenia.
2020-10-31 ? AZE attacks ARM in Nagorno-Karabakh  =>  must consult: RUS by arm-rus-1997; not bound: RUS by arm-rus-1997
2022-09-13 ? AZE attacks ARM in Jermuk  =>  must act: RUS (certain) by arm-rus-1997; must consult: RUS by arm-rus-1997
2022-09-13 ? AZE attacks ARM in Jermuk  =>  disputed: BLR, KAZ, KGZ, RUS, TJK by cst-1992
# Armenia's frozen seat in the other alliance changes nothing here.
2024-06-01 ? AZE attacks ARM in Yerevan  =>  must act: RUS (certain) by arm-rus-1997
2022-09-13 ? RUS attacks ARM  =>  barred: RUS by arm-rus-1997
1998-11-04 ? AZE attacks ARM in Yerevan  =>  not bound: RUS by arm-rus-1997
1998-11-05 ? AZE attacks ARM in Yerevan  =>  must act: RUS (certain) by arm-rus-1997

# cis-charter-1993. Georgia, August 2008: a fellow member attacks. The others must consult; force takes a decision.
2008-08-09 ? RUS attacks GEO  =>  barred: RUS (certain) by cis-charter-1993; must act: nobody by cis-charter-1993; may act: KAZ, BLR by cis-charter-1993
2008-08-09 ? RUS attacks GEO  =>  must consult: ARM, AZE, BLR, KAZ, KGZ, TJK, UZB by cis-charter-1993
# Georgia left a year later; Ukraine never ratified the Charter.
2009-08-18 ? RUS attacks GEO  =>  barred: nobody by cis-charter-1993
2014-03-01 ? RUS attacks UKR in Crimea  =>  must consult: nobody by cis-charter-1993; barred: nobody by cis-charter-1993

# rus-abk-2008 and rus-sot-2008: whether they bind at all is disputed, since most hold both to be Georgia's.
2008-10-01 ? GEO attacks ABK in Abkhazia  =>  not bound: RUS by rus-abk-2008
2010-01-01 ? GEO attacks ABK in Abkhazia  =>  disputed: RUS by rus-abk-2008; must act: nobody by rus-abk-2008
2010-01-01 ? GEO attacks SOT  =>  disputed: RUS by rus-sot-2008; must act: nobody by rus-sot-2008
