# cento-1955: cooperation for security and defence, to be settled by special agreements; no promise to fight.
1958-01-01 ? SUN attacks IRQ  =>  must act: nobody by cento-1955; must consult: GBR, IRN, PAK, TUR (certain) by cento-1955
1958-07-15 ? bound  =>  IRQ -> TUR nonaggression (certain); IRQ -> GBR exclusivity (certain); not GBR -> IRQ defence
1958-01-01 ? IRQ attacks IRN  =>  barred: IRQ (certain) by cento-1955; must act: nobody by cento-1955; must consult: GBR, PAK, TUR by cento-1955
# Iraq left on 24 March 1959.
1959-03-25 ? SUN attacks IRQ  =>  must consult: nobody by cento-1955
1959-03-25 ? SUN attacks IRN  =>  must consult: GBR, PAK, TUR by cento-1955; must act: nobody by cento-1955
# In 1971 nobody owed Pakistan a soldier.
1971-12-03 ? IND attacks PAK in Lahore  =>  must act: nobody by cento-1955; must consult: GBR, IRN, TUR by cento-1955
# Iran and Pakistan went in March 1979, by a notice the pact does not provide for; Turkey and the United Kingdom ended it in October.
1979-06-01 ? SUN attacks TUR in Ankara  =>  must consult: GBR, IRN, PAK by cento-1955
1979-06-01 ? bound  =>  IRN -> TUR consultation (possible); GBR -> TUR consultation (certain)
1979-10-10 ? SUN attacks TUR in Ankara  =>  must consult: nobody by cento-1955
