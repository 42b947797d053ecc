# Crises since 1950, by place and by act.
# fin-sun-1948: Finland fights for itself, and for the Soviet Union only if it is attacked through Finland.
1962-10-24 ? USA attacks SUN  =>  must act: nobody by fin-sun-1948; not bound: FIN by fin-sun-1948; must consult: FIN by fin-sun-1948
1962-10-24 ? USA attacks SUN in Moscow  =>  must act: nobody by fin-sun-1948
1962-10-24 ? USA attacks SUN in Helsinki  =>  must act: FIN (certain) by fin-sun-1948
# 1956: Suez is Egyptian ground; Iraq owes Britain peace by the pact of Baghdad.
1956-10-31 ? GBR and FRA attack EGY in Suez Canal  =>  must act: IRQ, JOR, LBN, SAU, SYR, YEM by arab-league-1950; clash: IRQ with cento-1955
# 1961: Goa lies outside the area of the North Atlantic Treaty: consultation, no more.
1961-12-18 ? IND attacks PRT in Goa  =>  must act: nobody; must consult: BEL, CAN, DEU, DNK, FRA, GBR, GRC, ISL, ITA, LUX, NLD, NOR, TUR, USA by nato-1949
# 1968: the Soviet Union invades its own ally: the pact binds the others to help Prague.
1968-08-20 ? SUN invades CSK  =>  barred: SUN by warsaw-pact-1955; must act: ALB, BGR, DDR, HUN, POL, ROU by warsaw-pact-1955
# 1969: the Ussuri is no part of Europe, and whose the island is was open until 1991.
1969-03-02 ? CHN attacks SUN in Damansky  =>  not bound: BGR, POL, ROU by warsaw-pact-1955; disputed: MNG by mng-sun-1966; disputed: PRK by sun-prk-1961
# 1971: India is helped by talk, and by Soviet neutrality.
1971-12-03 ? PAK attacks IND  =>  must consult: SUN by ind-sun-1971; barred: SUN by ind-sun-1971; must act: nobody by ind-sun-1971
# 1973: Sinai is Egypt's; nobody is bound to join the one who crosses the canal.
1973-10-06 ? EGY and SYR attack ISR in Sinai  =>  must act: nobody; disputed: nobody
# 1979: Moscow need only consult with Hanoi.
1979-02-17 ? CHN attacks VNM  =>  must act: nobody by sun-vnm-1978; must consult: SUN (certain) by sun-vnm-1978
# 1983: Grenada never joined the Rio treaty.
1983-10-25 ? USA invades GRD  =>  must act: nobody by rio-1947; barred: USA by un-charter-1945
# 1999: NATO's own attack calls no ally; Kosovo was Yugoslav ground.
1999-03-24 ? USA, GBR, FRA attack YUG in Kosovo  =>  not bound: DEU, ITA by nato-1949; must act: nobody; barred: FRA, GBR, USA by un-charter-1945
# The Council judges for itself what threatens the peace: an intervention by invitation or a cyber attack may.
1956-11-04 ? SUN intervenes in HUN in Budapest  =>  disputed: ALB, BGR, CSK, DDR, POL, ROU by warsaw-pact-1955; may act: UN by un-charter-1945
2007-04-27 ? RUS launches a cyber attack on EST  =>  disputed: BEL, BGR, CAN, CZE, DEU, DNK, ESP, FRA, GBR, GRC, HUN, ISL, ITA, LTU, LUX, LVA, NLD, NOR, POL, PRT, ROU, SVK, SVN, TUR, USA by nato-1949
# 2015: Paris called on article 42(7) of the Union, whose neutral members are bound; in 2001 nobody was a state.
2015-11-13 ? an armed group attacks FRA in Paris  =>  must act: ALB, BEL, BGR, CAN, CZE, DEU, DNK, ESP, EST, GBR, GRC, HRV, HUN, ISL, ITA, LTU, LUX, LVA, NLD, NOR, POL, PRT, ROU, SVK, SVN, TUR, USA by nato-1949
# 2020: the Charter of the Commonwealth lets members defend each other: no clash with the alliance.
2020-09-27 ? AZE attacks ARM in Yerevan  =>  must act: BLR, KAZ, KGZ, RUS, TJK by cst-1992; must act: RUS by arm-rus-1997
# 2020: missiles on Americans in Iraq are no attack in Europe or North America.
2020-01-08 ? IRN strikes USA in Ain al-Asad  =>  not bound: GBR, DEU by nato-1949; must act: nobody
# 2025: Al Udeid is Qatar's ground: Qatar attacked is one thing, the Americans there another.
2025-06-23 ? IRN strikes QAT in Al Udeid  =>  must act: ARE, BHR, KWT, OMN, SAU (certain) by gcc-2000; must act: nobody by nato-1949
2025-06-23 ? IRN strikes USA in Al Udeid  =>  not bound: GBR by nato-1949; must act: nobody
# Scarborough Shoal: claimed by three. Whether the treaty of 1951 reaches it is the same question as at Second Thomas Shoal.
2025-06-01 ? CHN seizes PHL in Scarborough Shoal  =>  disputed: USA (certain) by usa-phl-1951; must consult: USA by usa-phl-1951
# Greenland: the Union's clause is argued, the North Atlantic Treaty is not.
2026-01-10 ? USA seizes DNK in Greenland  =>  must act: ALB, BEL, BGR, CAN, CZE, DEU, ESP, EST, FIN, FRA, GBR, GRC, HRV, HUN, ISL, ITA, LTU, LUX, LVA, MKD, MNE, NLD, NOR, POL, PRT, ROU, SVK, SVN, SWE, TUR by nato-1949; barred: USA by nato-1949
2026-01-10 ? USA seizes DNK in Greenland  =>  disputed: AUT, BEL, BGR, CYP, CZE, DEU, ESP, EST, FIN, FRA, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE by eu-2007
