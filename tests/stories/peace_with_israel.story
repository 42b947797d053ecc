# isr-egy-1979, isr-jor-1994, isr-are-2020: peace, no help, and a clause that lets the peace prevail over other treaties.
1979-04-24 ? ISR attacks EGY  =>  barred: nobody by isr-egy-1979
1979-04-25 ? ISR attacks EGY  =>  barred: ISR (certain) by isr-egy-1979; must act: nobody by isr-egy-1979
1994-11-09 ? JOR threatens ISR  =>  barred: nobody by isr-jor-1994
1994-11-10 ? JOR threatens ISR  =>  barred: JOR (certain) by isr-jor-1994
# What Egypt owed Lebanon by the treaty of 1950 pulled against what it owed Israel: article VI says which prevails.
2006-07-13 ? ISR attacks LBN  =>  must act: ARE, BHR, COM, DJI, DZA, EGY, IRQ, JOR, KWT, LBY, MAR, OMN, QAT, SAU, SDN, SOM, SYR, TUN, YEM by arab-league-1950
2006-07-13 ? ISR attacks LBN  =>  clash: EGY with isr-egy-1979; clash: JOR with isr-jor-1994
1979-05-01 ? bound  =>  EGY -> ISR precedence (certain); EGY -> ISR exclusivity; EGY -> SYR exclusivity (possible)
# The Golan under the peace treaties of others: they say nothing of Syria's ground.
1981-12-14 ? ISR seizes SYR in Golan  =>  barred: nobody by isr-egy-1979; must act: nobody by isr-egy-1979
2019-03-25 ? ISR strikes SYR in Golan  =>  barred: nobody by isr-jor-1994; barred: nobody by isr-egy-1979
# Jordan may join or help nobody who attacks Israel, nor let his forces through. Egypt's treaty puts it as help to none.
2024-04-13 ? IRN strikes ISR  =>  barred: JOR by isr-jor-1994; must act: nobody by isr-jor-1994
2024-04-13 ? IRN strikes ISR  =>  barred: nobody by isr-egy-1979
# The Emirates signed a treaty in 2020; Bahrain and Morocco declarations, which bind nobody in law.
2020-12-01 ? ARE threatens ISR  =>  barred: nobody by isr-are-2020
2021-06-01 ? ARE threatens ISR  =>  barred: ARE (certain) by isr-are-2020
2021-06-01 ? BHR threatens ISR  =>  barred: nobody by isr-bhr-2020
2021-06-01 ? IRN strikes ISR  =>  must act: nobody by isr-are-2020; must act: nobody by isr-mar-2020
