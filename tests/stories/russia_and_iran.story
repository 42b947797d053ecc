# irn-rus-2025 is signed on 17 January 2025, in force on 2 October. In June it bound nobody; that of 2001 did,
# and asked for no more than not helping the aggressor and counsel.
2025-06-13 ? ISR strikes IRN  =>  must act: nobody by irn-rus-2025; barred: nobody by irn-rus-2025
2025-06-13 ? ISR strikes IRN  =>  barred: RUS (certain) by irn-rus-2001; must consult: RUS by irn-rus-2001; must act: nobody by irn-rus-2001
2025-06-22 ? USA strikes IRN  =>  must act: nobody by irn-rus-2025; barred: RUS by irn-rus-2001; must act: nobody by sco-2002
2025-06-22 ? USA strikes IRN  =>  must consult: BLR, CHN, IND, KAZ, KGZ, PAK, RUS, TJK, UZB by sco-2007
2025-10-01 ? bound  =>  not RUS -> IRN arms; not IRN -> RUS intelligence
2025-10-02 ? bound  =>  RUS -> IRN arms (certain); IRN -> RUS intelligence (certain); RUS -> IRN finance; not RUS -> IRN defence
# Even in force it asks nobody to fight: Russia may not help the one who strikes Iran, and that is all.
2025-10-05 ? ISR strikes IRN  =>  barred: RUS (certain) by irn-rus-2025; must act: nobody by irn-rus-2025; must consult: nobody by irn-rus-2025
2025-10-05 ? ISR strikes IRN  =>  barred: RUS (possible) by irn-rus-2001; must act: nobody by sco-2007
2025-10-05 ? RUS attacks IRN  =>  barred: RUS by irn-rus-2025
# North Korea, for comparison: its treaty with Russia asks for help.
2025-10-05 ? KOR strikes PRK in Pyongyang  =>  under any-form: RUS must act by rus-prk-2024
