# arab-league-1945 forbids force between members and promises a council; arab-league-1950 promises armed help.
# October 1973: Egypt and Syria began, on their own ground that Israel held. Nobody owed them that.
1973-10-06 ? EGY attacks ISR in Sinai  =>  must act: nobody by arab-league-1950; not bound: IRQ, JOR, SAU by arab-league-1950
1973-10-06 ? SYR attacks ISR in Golan  =>  must act: nobody by arab-league-1950; not bound: IRQ, MAR by arab-league-1950
# When Israel struck back at Syria: aid is owed to the attacked. Of Oman and the Emirates it is not known that they had acceded.
1973-10-09 ? ISR strikes SYR  =>  must act: ARE, BHR, DZA, EGY, IRQ, JOR, KWT, LBN, LBY, MAR, OMN, QAT, SAU, SDN, TUN, YEM, YMD by arab-league-1950
1973-10-09 ? ISR strikes SYR  =>  must act: nobody by arab-league-1945; must consult: ARE, BHR, DZA, EGY, IRQ, JOR, KWT, LBN, LBY, MAR, OMN, QAT, SAU, SDN, TUN, YEM, YMD by arab-league-1945
# Entry into force: four ratifications in August 1952, Saudi Arabia, Lebanon and Yemen on days not known.
1951-01-01 ? ISR attacks EGY  =>  must act: nobody by arab-league-1950; not bound: LBN, SAU, SYR by arab-league-1950
1952-10-01 ? ISR attacks EGY  =>  must act: IRQ, JOR, LBN, SAU, SYR, YEM by arab-league-1950
1956-10-29 ? ISR attacks EGY in Sinai  =>  must act: IRQ, JOR, LBN, SAU, SYR, YEM (certain) by arab-league-1950
# Kuwait, 2 August 1990: member against member. Barred by both, and each that is asked owes Iraq its peace and help too.
1990-08-02 ? IRQ invades KWT  =>  barred: IRQ by arab-league-1945; barred: IRQ by arab-league-1950
1990-08-02 ? IRQ invades KWT  =>  clash: EGY with arab-league-1950; clash: SYR with arab-league-1945
1990-08-02 ? IRQ invades KWT  =>  must act: nobody by arab-league-1945; must act: nobody by gcc-1981
# Out and in again: Egypt was suspended for its peace, Syria for its war at home.
1979-03-01 ? bound  =>  EGY -> SYR defence (certain)
1982-06-06 ? bound  =>  EGY -> LBN defence (possible); SYR -> LBN defence (certain)
1990-01-01 ? bound  =>  EGY -> LBN defence (certain)
2015-01-01 ? bound  =>  SYR -> SAU defence (possible); EGY -> SYR defence (possible); EGY -> SAU defence (certain)
2023-06-01 ? bound  =>  EGY -> SYR defence (certain)
# South Yemen until the union; Mauritania joined the League and not, as far as is known, the treaty.
1990-05-21 ? bound  =>  YMD -> YEM defence; EGY -> MRT nonaggression
1990-05-23 ? bound  =>  not YMD -> YEM defence; not EGY -> MRT defence
