# usa-phl-1951: forces, public vessels and aircraft in the Pacific; and jpn-phl-2024, which is about visits.
1952-08-26 ? SUN attacks PHL in Manila  =>  must act: nobody by usa-phl-1951
1970-01-01 ? SUN attacks PHL in Manila  =>  must act: USA (certain) by usa-phl-1951; must consult: USA by usa-phl-1951
1970-01-01 ? SUN attacks USA in Guam  =>  must act: PHL by usa-phl-1951
# In the South China Sea Washington and Manila read forces, vessels and aircraft in, wherever they are; Beijing reads disputed waters out.
2024-06-17 ? CHN attacks PHL in Second Thomas Shoal  =>  disputed: USA (certain) by usa-phl-1951
2024-06-17 ? CHN attacks PHL in Second Thomas Shoal  =>  under forces-anywhere-in-that-sea: USA must act by usa-phl-1951; under disputed-waters-outside: USA not bound by usa-phl-1951
2024-06-17 ? CHN attacks PHL in South China Sea  =>  disputed: USA by usa-phl-1951
2024-06-17 ? CHN attacks PHL in Second Thomas Shoal  =>  must consult: USA by usa-phl-1951
# A threat asks for consultation; it does not set article 4 off. An attack elsewhere does neither.
2024-06-17 ? CHN threatens PHL  =>  must act: nobody by usa-phl-1951; must consult: USA by usa-phl-1951
1990-01-01 ? IRQ attacks USA in West Berlin  =>  not bound: PHL by usa-phl-1951; must consult: nobody by usa-phl-1951
# Japan may send forces to visit, and owes the Philippines no help.
2025-09-11 ? bound  =>  PHL -> JPN basing (certain); not JPN -> PHL defence; PHL -> USA arms (certain)
2025-12-01 ? CHN attacks PHL in Manila  =>  must act: USA by usa-phl-1951; must act: nobody by jpn-phl-2024
