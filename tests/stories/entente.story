# Franco-Russian convention: drawn up in 1892, binding from 4 January 1894, against Germany alone.
1893-12-31 ? GMY attacks RUS          =>  must act: nobody; not bound: FRA by fra-rus-1894
1894-01-04 ? GMY attacks RUS          =>  must act: FRA (certain) by fra-rus-1894
1900-01-01 ? GMY attacks FRA          =>  must act: RUS (certain) by fra-rus-1894
1900-01-01 ? AUH attacks RUS          =>  must act: nobody by fra-rus-1894; not bound: FRA by fra-rus-1894
1900-01-01 ? AUH and GMY attack RUS   =>  must act: FRA by fra-rus-1894
1900-01-01 ? ITA attacks FRA          =>  not bound: RUS by fra-rus-1894
1900-01-01 ? ITA and GMY attack FRA   =>  must act: RUS by fra-rus-1894
1900-01-01 ? FRA attacks GMY          =>  must act: nobody by fra-rus-1894; not bound: RUS by fra-rus-1894
1904-02-08 ? JPN attacks RUS          =>  not bound: FRA by fra-rus-1894
1917-11-09 ? GMY attacks FRA          =>  must act: nobody by fra-rus-1894

# Japan, 1902: one enemy, neutrality; two, help. The war of 1904 had one.
1904-02-08 ? JPN attacks RUS          =>  barred: GBR by gbr-jpn-1902; must act: nobody by gbr-jpn-1902
1904-06-01 ? RUS attacks JPN          =>  barred: GBR by gbr-jpn-1902; not bound: GBR by gbr-jpn-1902; must consult: GBR by gbr-jpn-1902
1904-06-01 ? RUS and FRA attack JPN   =>  must act: GBR (certain) by gbr-jpn-1902
1904-06-01 ? JPN attacks RUS and FRA  =>  must act: GBR by gbr-jpn-1902
1903-01-01 ? RUS and FRA attack GBR in London  =>  not bound: JPN by gbr-jpn-1902
# 1905: one enemy is enough, in Eastern Asia and India. While the war with Russia lasts, Britain stays out unless another joins.
1905-08-20 ? RUS and FRA attack JPN   =>  must act: GBR by gbr-jpn-1905
1905-08-20 ? JPN attacks RUS          =>  barred: GBR by gbr-jpn-1905; must act: nobody by gbr-jpn-1905
1908-01-01 ? RUS attacks GBR in Calcutta  =>  must act: JPN (certain) by gbr-jpn-1905
1908-01-01 ? RUS attacks GBR in London    =>  not bound: JPN by gbr-jpn-1905
1908-01-01 ? GMY attacks JPN in Tokyo provoked  =>  not bound: GBR by gbr-jpn-1905
1905-08-11 ? bound                    =>  GBR -> JPN neutrality; not GBR -> JPN arms
# 1911.
1914-08-04 ? GMY attacks GBR in Hong Kong  =>  must act: JPN (certain) by gbr-jpn-1911
1914-08-04 ? GMY attacks GBR in London     =>  must act: nobody by gbr-jpn-1911; not bound: JPN by gbr-jpn-1911
1923-08-18 ? bound                    =>  not GBR -> JPN defence

# Entente cordiale and Anglo-Russian convention: settlements, no duty of war.
1905-01-01 ? bound                    =>  GBR -> FRA trade (certain); not GBR -> FRA defence; not GBR -> FRA consultation
1905-01-01 ? GMY attacks FRA          =>  must act: RUS; must act: nobody by gbr-fra-1904
1908-01-01 ? bound                    =>  GBR -> RUS consultation (certain); not GBR -> RUS defence
1914-08-01 ? GMY attacks RUS          =>  must act: FRA; must act: nobody by gbr-rus-1907; must consult: nobody by gbr-rus-1907

# Grey and Cambon, 22 and 23 November 1912: to consult, not to act.
1914-08-03 ? GMY attacks FRA          =>  must consult: GBR by gbr-fra-1912; must act: nobody by gbr-fra-1912
1914-08-04 ? GMY attacks GBR in London  =>  must consult: FRA by gbr-fra-1912
1912-11-20 ? GMY attacks FRA          =>  must consult: nobody by gbr-fra-1912
