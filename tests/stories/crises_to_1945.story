# Crises from 1904 to 1941, by move: what the treaties in force asked, and did not.
# 1904: Japan attacks first. France, Russia's ally, is bound against Germany only; Britain stays neutral.
1904-02-08 ? JPN attacks RUS  =>  must act: nobody; not bound: FRA by fra-rus-1894; barred: GBR by gbr-jpn-1902
1904-02-08 ? RUS and FRA attack JPN  =>  must act: GBR (certain) by gbr-jpn-1902
# 1905: from then on an attack by one power is enough, on India's frontier too.
1905-10-01 ? RUS attacks GBR in India  =>  must act: JPN (certain) by gbr-jpn-1905
1905-10-01 ? RUS attacks JPN  =>  must act: GBR (certain) by gbr-jpn-1905
# 1908-1909: Bosnia is Turkish ground that Austria-Hungary holds. Nobody is bound; if Russia had struck, Germany was.
1908-10-06 ? AUH seizes TUR in Bosnia  =>  must act: nobody; disputed: nobody
1909-03-20 ? RUS attacks AUH in Bosnia  =>  must act: GMY (certain) by auh-gmy-1879; not bound: ITA by triple-alliance-1882; not bound: ROU by auh-rou-1883
# 1914: Serbia and Russia are no two great powers: Italy stays out; Germany is bound by the Dual Alliance.
1914-08-01 ? SRB, RUS attack AUH  =>  must act: GMY by auh-gmy-1879; must act: nobody by triple-alliance-1882; not bound: ITA by triple-alliance-1882
1914-08-06 ? AUH attacks RUS  =>  must act: nobody; not bound: FRA by fra-rus-1894
# Without Germany beside it, an Austrian attack binds France to nothing; with it, to everything.
1914-08-06 ? AUH and GMY attack RUS  =>  must act: FRA (certain) by fra-rus-1894
# 1915: Italy alone attacks Austria: the Dual Alliance asks Germany for neutrality only; with Russia behind, for war.
1915-05-23 ? ITA attacks AUH  =>  barred: GMY by auh-gmy-1879; must act: nobody by auh-gmy-1879
1915-05-23 ? ITA and RUS attack AUH  =>  must act: GMY by auh-gmy-1879
# 1923: in the Ruhr nobody is bound, and Belgium owes Germany no neutrality: Germany had agreed to the end of the treaty of 1839.
1923-01-11 ? FRA and BEL occupy GMY in Ruhr  =>  must act: nobody; disputed: nobody; barred: nobody
# 1936: a French march into the Rhineland would have met the guarantors, if Locarno still stood that day.
1936-03-07 ? FRA attacks GMY in Rhineland  =>  must act: BEL, GBR, ITA (possible) by locarno-1925
# 1938: Moscow helps Prague against Poland too, at the price of its pact with Poland.
1938-09-23 ? POL attacks CSK  =>  clash: SUN with pol-sun-1932; not bound: FRA by fra-csk-1925
# 1939: Danzig is no state's ground. Poland holds it vital: Britain is bound; France's promises are about Polish ground.
1939-08-30 ? GMY threatens POL in Danzig  =>  must act: GBR (certain) by gbr-pol-1939
1939-08-30 ? GMY seizes POL in Danzig  =>  must act: GBR (certain) by gbr-pol-1939; must act: nobody by fra-pol-1925
# 1939: nobody had promised Finland anything.
1939-11-30 ? SUN attacks FIN  =>  must act: nobody; must consult: nobody; barred: SUN (certain) by kellogg-briand-1928
# 1941: Finland is no party to Berlin's pacts.
1941-06-25 ? SUN attacks FIN  =>  must act: nobody; not bound: nobody by tripartite-1940
1941-12-07 ? JPN attacks USA in Pearl Harbor  =>  must act: nobody; not bound: GMY, ITA by tripartite-1940
