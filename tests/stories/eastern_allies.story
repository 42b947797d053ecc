# France's eastern alliances between the wars, as the treaties read.
# fra-pol-1921 was signed on 19 February 1921 and waited for the commercial agreements.
1921-06-01 ? GMY attacks POL  =>  must act: nobody
1922-10-01 ? GMY attacks POL  =>  must act: FRA (possible) by fra-pol-1921
1924-01-01 ? GMY attacks POL  =>  must act: FRA (certain) by fra-pol-1921
1924-01-01 ? POL attacks GMY  =>  not bound: FRA by fra-pol-1921
# Against Soviet Russia the secret convention asks France to keep Germany in check and to send material.
1924-01-01 ? SUN attacks POL  =>  must act: FRA, ROU
1924-01-01 ? SUN attacks FRA  =>  must act: POL by fra-pol-1921
1924-01-01 ? GMY threatens POL  =>  must consult: FRA by fra-pol-1921

# pol-rou-1921: the eastern frontiers. The wording of 1926 is general, its military conventions are not.
1925-01-01 ? SUN attacks ROU  =>  must act: POL (certain) by pol-rou-1921
1925-01-01 ? GMY attacks POL  =>  not bound: ROU by pol-rou-1921
1935-01-01 ? SUN attacks POL  =>  must act: ROU (certain) by pol-rou-1921
1935-01-01 ? HUN attacks ROU  =>  not bound: POL by pol-rou-1921; must consult: POL by pol-rou-1921
1921-07-01 ? bound  =>  not POL -> ROU defence; not ROU -> POL defence

# The guarantees of Locarno day, fra-pol-1925 and fra-csk-1925: Germany, and no provocation.
1926-09-13 ? bound  =>  not FRA -> CSK defence
1926-09-14 ? bound  =>  FRA -> CSK defence (certain); CSK -> FRA defence (certain); FRA -> POL defence
1930-01-01 ? GMY attacks CSK  =>  must act: FRA (certain) by fra-csk-1925
1930-01-01 ? HUN attacks CSK  =>  not bound: FRA by fra-csk-1925
1930-01-01 ? GMY attacks FRA  =>  must act: CSK by fra-csk-1925
1930-01-01 ? GMY attacks FRA  =>  must act: POL by fra-pol-1925

# fra-sun-1935 was in force from 27 March 1936: against Germany alone, on a party's own ground.
1935-06-01 ? GMY attacks FRA  =>  not bound: SUN by fra-sun-1935
1937-01-01 ? GMY attacks FRA  =>  must act: SUN (certain) by fra-sun-1935
1937-01-01 ? GMY attacks SUN  =>  must act: FRA (certain) by fra-sun-1935
1937-01-01 ? POL attacks SUN  =>  not bound: FRA by fra-sun-1935; must consult: FRA by fra-sun-1935
1937-01-01 ? JPN attacks SUN  =>  must act: nobody by fra-sun-1935; must consult: nobody by fra-sun-1935
1939-09-01 ? GMY attacks FRA  =>  must act: SUN (possible) by fra-sun-1935
1937-01-01 ? provoked GMY attacks FRA  =>  not bound: SUN by fra-sun-1935

# csk-sun-1935: help if France helps; if not, at least none to the aggressor.
1937-01-01 ? GMY attacks CSK  =>  disputed: SUN (certain) by csk-sun-1935; barred: SUN by csk-sun-1935
1937-01-01 ? JPN attacks SUN  =>  not bound: CSK by csk-sun-1935
1939-03-15 ? GMY attacks CSK  =>  disputed: SUN (possible) by csk-sun-1935
# Nothing ran while the country was occupied and Moscow dealt with no Czechoslovak government.
1941-06-22 ? GMY attacks SUN        =>  not bound: CSK by csk-sun-1935
1942-01-01 ? GMY attacks SUN        =>  disputed: CSK (possible) by csk-sun-1935
