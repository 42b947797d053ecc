# The Treaty of London of 19 April 1839: five powers guarantee Belgium, and Belgium stays neutral.
1839-12-31 ? bound  =>  GBR -> BEL defence (certain); GMY -> BEL nonaggression (certain); not NLD -> BEL defence
1839-04-30 ? bound  =>  GBR -> BEL defence (possible)

# 1870: neither of the two at war may enter; whether a guarantor is bound alone was argued in 1867 and after.
1870-08-10 ? FRA attacks BEL  =>  barred: FRA by london-1839; disputed: AUH, GBR, GMY, RUS by london-1839

# 4 August 1914. Bound alone, Britain must act; if the five are bound only together, it need not, since one of them is the attacker.
1914-08-04 ? GMY attacks BEL  =>  barred: GMY by london-1839; disputed: AUH, FRA, GBR, RUS by london-1839
1914-08-04 ? GMY attacks BEL  =>  under each-alone: GBR must act; under all-together: GBR not bound
1914-08-04 ? GMY attacks BEL  =>  must act: nobody; may act: nobody by london-1839

# A neutral Belgium may defend itself, and attacks nobody.
1914-08-03 ? BEL attacks FRA  =>  barred: BEL by london-1839
1914-08-03 ? bound  =>  BEL -> any neutrality (certain)

# Germany let go of the treaty on 10 January 1920; when it lapsed for the others is not settled.
1920-01-11 ? bound  =>  not GMY -> BEL nonaggression; GBR -> BEL defence (possible)
# At the latest by 14 September 1926: the Rhineland Pact takes note that the treaties of Belgium's neutrality are abrogated.
1926-09-15 ? bound  =>  not BEL -> any neutrality
