# rio-1947: the American region, each party's own measures until two thirds decide, and who began.
# On 2 April 1982 Argentina took the Falklands. The British answer of May fell in the region of article 4; the organ of
# consultation condemned it and decided no measure, and the United States held that the treaty does not serve who used force first.
1982-05-21 ? GBR attacks ARG in Falklands  =>  disputed: BOL, BRA, CHL, COL, CRI, CUB, DOM, ECU, GTM, HND, HTI, MEX, NIC, PAN, PER, PRY, SLV, TTO, URY, USA, VEN by rio-1947
1982-05-21 ? GBR attacks ARG in Falklands  =>  under any-armed-attack: must act by rio-1947; under first-use-of-force: not bound by rio-1947
1982-05-21 ? GBR attacks ARG in Falklands  =>  must consult: BOL, BRA, CHL, COL, CRI, CUB, DOM, ECU, GTM, HND, HTI, MEX, NIC, PAN, PER, PRY, SLV, TTO, URY, USA, VEN by rio-1947
# The United Kingdom is no party: nobody in America owes it anything, and Argentina that attacks is not helped.
1982-04-02 ? ARG attacks GBR in Falklands  =>  must act: nobody by rio-1947; must consult: nobody by rio-1947; not bound: USA, BRA, PER by rio-1947
# Greenland lies in the region, and is no party's: an attack on Americans there counts, on Danes there does not.
1960-01-01 ? SUN attacks USA in Greenland  =>  must act: ARG, BOL, BRA, CHL, COL, CRI, CUB, DOM, ECU, GTM, HND, HTI, MEX, NIC, PAN, PER, PRY, SLV, URY, VEN (certain) by rio-1947
1960-01-01 ? SUN attacks DNK in Greenland  =>  must act: nobody by rio-1947
# Hawaii lies outside the region and is an American state's territory; Seoul is neither, and leaves consultation only.
1960-01-01 ? SUN attacks USA in Hawaii  =>  must act: ARG, BOL, BRA, CHL, COL, CRI, CUB, DOM, ECU, GTM, HND, HTI, MEX, NIC, PAN, PER, PRY, SLV, URY, VEN by rio-1947
1952-01-01 ? PRK attacks USA in Seoul  =>  must act: nobody by rio-1947; not bound: BRA, COL by rio-1947
1952-01-01 ? PRK attacks USA in Seoul  =>  must consult: ARG, BOL, BRA, CHL, COL, CRI, CUB, DOM, ECU, HND, HTI, MEX, NIC, PAN, PER, PRY, SLV, URY, VEN by rio-1947
# 1969: Salvador marched into Honduras. The treaty is for wars among Americans too, and bars the one who starts.
1969-07-14 ? SLV invades HND  =>  barred: SLV by rio-1947; must act: ARG, BOL, BRA, CHL, COL, CRI, CUB, DOM, ECU, GTM, HTI, MEX, NIC, PAN, PER, PRY, TTO, URY, USA, VEN by rio-1947
# 11 September 2001: article 3 speaks of attacks by a state; the meeting of consultation counted those of terrorists.
2001-09-12 ? an armed group attacks USA in New York  =>  under any-attacker: must act by rio-1947; under state-attacker: not bound by rio-1947
# Who was in. Guatemala ratified in 1955; Mexico left in 2004, the four of the Bolivarian Alliance from 2014 to 2016.
1948-12-02 ? SUN attacks USA in Alaska  =>  must act: nobody by rio-1947
1948-12-03 ? SUN attacks USA in Alaska  =>  must act: BRA, COL, CRI, DOM, HND, HTI, MEX, NIC, PAN, PRY, SLV, URY, VEN (certain) by rio-1947
1955-04-05 ? bound  =>  not GTM -> USA defence; MEX -> USA defence (certain)
1955-04-06 ? bound  =>  GTM -> USA defence (certain); USA -> GTM consultation (certain)
2004-09-06 ? bound  =>  MEX -> USA defence (certain)
2004-09-07 ? bound  =>  not MEX -> USA defence; not USA -> MEX defence; VEN -> USA defence (certain)
2014-09-10 ? bound  =>  NIC -> BRA defence (possible); BOL -> BRA defence (certain)
2016-02-20 ? bound  =>  not NIC -> BRA defence; not BOL -> BRA defence; not VEN -> BRA defence; not ECU -> BRA defence; BRA -> USA defence (certain)
# Cuba was shut out in 1962 and never denounced; Venezuela's return of 2019 is contested. Both are in doubt.
1961-01-01 ? bound  =>  CUB -> USA defence (certain)
1970-01-01 ? bound  =>  CUB -> USA defence (possible)
2020-01-01 ? bound  =>  VEN -> BRA defence (possible); BRA -> VEN defence (possible); URY -> BRA defence (certain)
