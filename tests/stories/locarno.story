# The Rhineland Pact: Britain and Italy guarantee a frontier against whoever crosses it.
1926-09-13 ? GMY attacks FRA  =>  must act: nobody by locarno-1925
1930-01-01 ? GMY attacks FRA  =>  must act: BEL, GBR, ITA (certain) by locarno-1925; barred: GMY by locarno-1925
1930-01-01 ? GMY attacks BEL  =>  must act: FRA, GBR, ITA (certain) by locarno-1925
1930-01-01 ? FRA attacks GMY  =>  must act: BEL, GBR, ITA (certain) by locarno-1925; barred: FRA by locarno-1925
# It guarantees no frontier in the East, and nobody against Britain.
1930-01-01 ? GMY attacks POL  =>  must act: nobody by locarno-1925; barred: nobody by locarno-1925
1930-01-01 ? FRA attacks GBR  =>  must act: nobody by locarno-1925
# On 7 March 1936 Germany declared it dead. It could not, said the Council: its own duty is contested, the guarantors' is not.
1936-03-06 ? GMY attacks FRA  =>  barred: GMY (certain) by locarno-1925
1936-04-01 ? GMY attacks FRA  =>  barred: GMY (possible) by locarno-1925; must act: BEL, GBR, ITA (certain) by locarno-1925
1936-04-01 ? FRA attacks GMY  =>  must act: BEL, GBR, ITA (possible) by locarno-1925
1937-04-25 ? GMY attacks FRA  =>  must act: nobody by locarno-1925

# kellogg-briand-1928 bars from war and asks nobody to fight.
1929-07-23 ? GMY attacks POL  =>  barred: nobody by kellogg-briand-1928
1939-09-01 ? GMY attacks POL  =>  barred: GMY (certain) by kellogg-briand-1928; must act: nobody by kellogg-briand-1928
1931-09-18 ? JPN attacks CHN  =>  barred: JPN by kellogg-briand-1928
1932-06-15 ? BOL attacks PRY  =>  barred: nobody by kellogg-briand-1928
1939-11-30 ? SUN attacks FIN  =>  barred: SUN by kellogg-briand-1928
