# au-2000: no force among members; a right of the Union to intervene, no duty to defend.
2000-12-01 ? ETH attacks ERI  =>  barred: nobody by au-2000
2003-01-01 ? ETH attacks ERI  =>  barred: ETH (certain) by au-2000; must act: nobody by au-2000
2002-01-01 ? ETH attacks ERI  =>  barred: ETH (possible) by au-2000
2016-12-31 ? bound  =>  not MAR -> NGA nonaggression; SSD -> SDN nonaggression (certain)
# Morocco came back in January 2017; the Arab League had forbidden force between it and Algeria since 1962.
2017-02-01 ? DZA attacks MAR  =>  barred: DZA (certain) by au-2000
# au-2005: in force on 18 December 2009; who had ratified is not verified.
2009-12-17 ? FRA attacks LBY  =>  must act: nobody by au-2005
2011-03-19 ? FRA attacks LBY  =>  must act: BEN, BFA, COG, COM, DZA, ETH, GAB, GHA, GIN, GMB, GNB, LBR, MLI, MOZ, MRT, NER, RWA, SEN, TCD, TGO (possible) by au-2005
# sadc-2003: collective action, if the Summit mandates it; Rwanda is no party.
2007-01-01 ? RWA attacks COD  =>  must act: nobody by sadc-2003; not bound: BWA, TZA by sadc-2003
2013-01-01 ? RWA attacks COD  =>  must act: AGO, BWA, LSO, MOZ, MUS, MWI, NAM, SWZ, TZA, ZAF, ZMB, ZWE (possible) by sadc-2003
2013-01-01 ? ZAF attacks TZA  =>  must act: AGO, BWA, COD, LSO, MOZ, MUS, MWI, NAM, SWZ, ZMB, ZWE by sadc-2003; barred: ZAF (possible) by sadc-2003
2013-01-01 ? KEN attacks TZA  =>  must consult: AGO, BWA, COD, LSO, MOZ, MUS, MWI, NAM, SWZ, ZAF, ZMB, ZWE by sadc-2003
2013-01-01 ? bound  =>  BWA -> TZA defence (certain); ZAF -> TZA defence (possible); BWA -> MUS intelligence (certain)
# fra-dji-2011: Eritrea at Ras Doumeira, had it come again: talks at once, no promise to fight; and bases.
2014-04-30 ? ERI attacks DJI  =>  must consult: nobody by fra-dji-2011
2015-01-01 ? ERI attacks DJI  =>  must consult: FRA (certain) by fra-dji-2011; must act: nobody by fra-dji-2011
2015-01-01 ? ETH attacks FRA in Réunion  =>  must consult: nobody by fra-dji-2011
2015-01-01 ? bound  =>  DJI -> FRA basing (certain); FRA -> DJI arms; not DJI -> FRA arms
2025-09-01 ? ERI attacks DJI  =>  must consult: FRA (possible) by fra-dji-2011
