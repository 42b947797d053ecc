# What the treaties asked of whom, from Munich to Pearl Harbor.

# September 1938: France is bound; the Soviet Union only if France acts; Britain and Romania not.
1938-09-23 ? GMY attacks CSK  =>  must act: FRA; disputed: SUN
1938-09-23 ? GMY attacks CSK  =>  must act: FRA (certain) by fra-csk-1925; disputed: SUN (certain) by csk-sun-1935
1938-10-01 ? GMY attacks CSK  =>  must act: nobody by fra-csk-1925

# gmy-pol-1934: Germany denounced it on 28 April 1939, which the text did not allow.
1934-02-01 ? GMY attacks POL  =>  barred: nobody by gmy-pol-1934
1938-01-01 ? GMY attacks POL  =>  barred: GMY (certain) by gmy-pol-1934
1939-09-01 ? GMY attacks POL  =>  barred: GMY (possible) by gmy-pol-1934

# 1 September 1939: France and Britain must; Italy, as the Pact of Steel is written, at Germany's side.
1939-09-01 ? GMY attacks POL  =>  must act: FRA, GBR, ITA
1939-09-01 ? GMY attacks POL  =>  must act: GBR (certain) by gbr-pol-1939
1939-09-01 ? GMY attacks POL  =>  must act: FRA (certain) by fra-pol-1921; must act: FRA (certain) by fra-pol-1925
1939-09-01 ? GMY attacks POL  =>  must act: ITA (certain) by gmy-ita-1939
1939-09-01 ? GMY attacks POL  =>  not bound: ROU by pol-rou-1921
# The Soviet Union may give the aggressor no help: the pact of 1932 runs beside that of August 1939.
1939-09-01 ? GMY attacks POL  =>  barred: SUN (certain) by pol-sun-1932; barred: nobody by gmy-sun-1939
1939-08-24 ? GMY attacks POL  =>  must act: nobody by gbr-pol-1939
# Danzig: no attack yet, but a threat that Poland holds it vital to resist.
1939-08-26 ? GMY threatens POL  =>  must act: GBR by gbr-pol-1939
1939-09-01 ? POL attacks GMY  =>  not bound: GBR by gbr-pol-1939; not bound: FRA by fra-pol-1925; must act: ITA by gmy-ita-1939
# fra-pol-1939 was signed on 4 September.
1939-09-01 ? GMY attacks POL  =>  must act: nobody by fra-pol-1939
1939-09-05 ? GMY attacks POL  =>  must act: FRA (certain) by fra-pol-1939

# When the Western powers go to war with Germany, Moscow may not support them, and Italy must join.
1939-09-03 ? GBR and FRA attack GMY  =>  barred: SUN (certain) by gmy-sun-1939; must act: ITA by gmy-ita-1939

# 17 September 1939: Romania must, France must keep to its alliance, Britain need only confer.
1939-09-17 ? SUN attacks POL  =>  must act: ROU (certain) by pol-rou-1921; must act: FRA (certain) by fra-pol-1921
1939-09-17 ? SUN attacks POL  =>  not bound: GBR by gbr-pol-1939; must consult: GBR by gbr-pol-1939; not bound: FRA by fra-pol-1925
1939-09-17 ? SUN attacks POL  =>  barred: SUN (certain) by pol-sun-1932
1939-09-17 ? SUN attacks POL  =>  must act: nobody by gmy-sun-1939; barred: nobody by gmy-sun-1939
1939-09-18 ? SUN attacks POL  =>  barred: nobody by pol-sun-1932
1939-10-15 ? GMY attacks POL  =>  must act: GBR (possible) by gbr-pol-1939

# gbr-fra-tur-1939: Turkey for the Mediterranean, and never against the Soviet Union.
1940-05-10 ? GMY attacks FRA  =>  not bound: TUR by gbr-fra-tur-1939; must consult: GBR, TUR by gbr-fra-tur-1939; barred: TUR by gbr-fra-tur-1939
1940-06-10 ? ITA attacks FRA and GBR  =>  must act: TUR (certain) by gbr-fra-tur-1939; barred: nobody by gbr-fra-tur-1939
1940-10-28 ? ITA attacks GRC  =>  must act: TUR by gbr-fra-tur-1939; must act: GMY by gmy-ita-1939
1940-03-01 ? SUN attacks FRA  =>  not bound: TUR by gbr-fra-tur-1939
1940-03-01 ? SUN attacks TUR  =>  must act: FRA, GBR (certain) by gbr-fra-tur-1939
1941-03-01 ? GMY attacks TUR  =>  must act: FRA, GBR by gbr-fra-tur-1939
1939-10-18 ? bound  =>  not TUR -> FRA defence; not GBR -> TUR defence

# anti-comintern-1936 asks nobody to fight: in secret, to give the Soviet Union no relief and to confer.
1938-07-29 ? SUN attacks JPN  =>  must act: nobody; barred: GMY (certain) by anti-comintern-1936; must consult: GMY by anti-comintern-1936
1938-07-29 ? JPN attacks SUN  =>  barred: nobody by anti-comintern-1936
1938-07-29 ? SUN attacks ITA  =>  barred: nobody by anti-comintern-1936; must consult: nobody by anti-comintern-1936
1939-09-01 ? SUN attacks JPN  =>  barred: GMY (possible) by anti-comintern-1936
1938-01-01 ? bound  =>  ITA -> GMY intelligence (certain); not ITA -> GMY neutrality; JPN -> GMY neutrality (certain)

# 22 June 1941: Germany breaks its pact, Italy must join, Japan is neutral by one pact and not called by the other.
1941-06-22 ? GMY attacks SUN  =>  must act: ITA by gmy-ita-1939; barred: GMY (certain) by gmy-sun-1939
1941-06-22 ? GMY attacks SUN  =>  barred: JPN (certain) by sun-jpn-1941; not bound: JPN, ITA, HUN, ROU, BGR by tripartite-1940
1941-06-23 ? GMY attacks SUN  =>  barred: nobody by gmy-sun-1939
1941-04-20 ? GMY attacks SUN  =>  barred: nobody by sun-jpn-1941

# tripartite-1940: an American attack would call all of them, an attack on America none.
1941-12-07 ? JPN attacks USA  =>  not bound: GMY, ITA by tripartite-1940; must act: nobody
1941-12-06 ? USA attacks JPN  =>  must act: BGR, GMY, HUN, ITA, ROU (certain) by tripartite-1940; barred: SUN by sun-jpn-1941
1941-12-06 ? GBR attacks JPN  =>  not bound: GMY by tripartite-1940
1940-11-22 ? USA attacks GMY  =>  must act: HUN, ITA, JPN by tripartite-1940
1945-03-01 ? SUN attacks JPN  =>  not bound: GMY by tripartite-1940; barred: SUN (certain) by sun-jpn-1941
1945-08-09 ? SUN attacks JPN  =>  barred: SUN (certain) by sun-jpn-1941

# The Soviet Union's Western alliances: against Germany, not against Japan.
1942-07-03 ? GMY attacks SUN  =>  not bound: GBR by gbr-sun-1942
1942-08-01 ? GMY attacks SUN  =>  must act: GBR (certain) by gbr-sun-1942
1942-08-01 ? JPN attacks GBR  =>  must act: nobody by gbr-sun-1942; not bound: SUN by gbr-sun-1942
1945-03-01 ? GMY attacks FRA  =>  must act: SUN (certain) by fra-sun-1944
1945-02-01 ? GMY attacks FRA  =>  not bound: SUN by fra-sun-1944
1950-01-01 ? DEU attacks FRA  =>  must act: SUN by fra-sun-1944
1950-01-01 ? DEU threatens SUN  =>  must consult: FRA by fra-sun-1944
1955-05-08 ? DEU attacks SUN  =>  must act: nobody by gbr-sun-1942; must act: nobody by fra-sun-1944
