# deu-fra-1963: a promise to consult, none to fight.
1963-07-01 ? SUN attacks DEU  =>  must consult: nobody by deu-fra-1963
1963-07-02 ? SUN attacks DEU  =>  must consult: FRA (certain) by deu-fra-1963; must act: nobody by deu-fra-1963
# deu-fra-2019: all help in its power, military means included, on the ground that article 42(7) covers.
2020-01-21 ? An armed group attacks FRA in Paris  =>  must act: nobody by deu-fra-2019; not bound: DEU by deu-fra-2019
2020-01-22 ? An armed group attacks FRA in Paris  =>  must act: DEU (certain) by deu-fra-2019; must consult: DEU by deu-fra-1963
2021-01-01 ? RUS attacks DEU in Berlin  =>  must act: FRA by deu-fra-2019
2021-01-01 ? RUS threatens DEU  =>  must act: nobody by deu-fra-2019
2021-01-01 ? An armed group attacks FRA in Réunion  =>  must act: DEU by deu-fra-2019; not bound: DEU by nato-1949

# fra-gbr-2010 and gbr-pol-2017 build forces together; neither promises defence.
2011-06-30 ? bound  =>  not FRA -> GBR technology
2011-07-01 ? bound  =>  FRA -> GBR technology (certain); GBR -> FRA technology (certain)
2024-01-01 ? RUS attacks GBR in London  =>  must act: nobody by fra-gbr-2010; must act: nobody by gbr-pol-2017
2018-07-03 ? bound  =>  not GBR -> POL intelligence
2018-07-04 ? bound  =>  GBR -> POL intelligence (certain)

# deu-gbr-2025: signed on 17 July 2025, approved by the Bundestag in March 2026; since when it binds is not known.
2025-12-01 ? RUS attacks GBR in London  =>  must act: nobody by deu-gbr-2025; not bound: DEU by deu-gbr-2025
2026-06-01 ? RUS attacks GBR in London  =>  must act: DEU (possible) by deu-gbr-2025
# gbr-pol-2026: signed on 27 May 2026; not known to be in force.
2026-06-01 ? RUS attacks POL in Warsaw  =>  must act: nobody by gbr-pol-2026; not bound: GBR by gbr-pol-2026
2026-09-01 ? RUS attacks POL in Warsaw  =>  must act: GBR (possible) by gbr-pol-2026
# fra-pol-2025: in force since 22 January 2026.
2026-01-21 ? RUS attacks POL in Warsaw  =>  must act: nobody by fra-pol-2025; not bound: FRA by fra-pol-2025
2026-01-22 ? RUS attacks POL in Warsaw  =>  must act: FRA (certain) by fra-pol-2025
