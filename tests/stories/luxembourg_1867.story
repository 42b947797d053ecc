# lux-1867: Luxemburg's neutrality, under the collective guarantee of the powers that signed; Belgium, neutral itself, guarantees nothing.
1867-06-30 ? bound  =>  GBR -> LUX defence (certain); BEL -> LUX nonaggression (certain); not BEL -> LUX defence; LUX -> any neutrality (certain)
# 2 August 1914, two days before Belgium: barred to Germany; and is a guarantor bound once another breaks it? Derby and Stanley said no.
1914-08-02 ? GMY invades LUX  =>  barred: GMY by lux-1867; must act: nobody by lux-1867; disputed: AUH, FRA, GBR, ITA, NLD, RUS by lux-1867
1914-08-02 ? GMY invades LUX  =>  under collective-only: GBR not bound by lux-1867; under each-if-joint-action-fails: GBR must act by lux-1867
# A power that does not guarantee breaks nothing the guarantors promised each other: they are all left to act.
1915-01-01 ? TUR attacks LUX  =>  must act: AUH, FRA, GBR, GMY, ITA, NLD, RUS by lux-1867; barred: nobody by lux-1867
# Luxemburg may attack nobody; Germany let go on 10 January 1920, the others on no known day.
1870-12-01 ? LUX attacks FRA  =>  barred: LUX by lux-1867
1920-01-11 ? bound  =>  not GMY -> LUX nonaggression; GBR -> LUX defence (possible)
1949-08-24 ? bound  =>  not LUX -> any neutrality; FRA -> LUX defence (certain)
