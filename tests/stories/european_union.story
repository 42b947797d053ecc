# eu-2007: article 42(7) of the Treaty on European Union, in force since 1 December 2009. It speaks of armed
# aggression on a member's territory, and does not ask by whom.
2009-11-30 ? RUS attacks FIN in Helsinki  =>  must act: nobody by eu-2007
2009-12-01 ? RUS attacks FIN in Helsinki  =>  must act: AUT, BEL, BGR, CYP, CZE, DEU, DNK, ESP, EST, FRA, GBR, GRC, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE (certain) by eu-2007

# Paris, 13 November 2015: France invoked it against an armed group, on 17 November. The neutrals are asked too;
# what each gives is its own to choose.
2015-11-14 ? An armed group attacks FRA in Paris  =>  must act: AUT, BEL, BGR, CYP, CZE, DEU, DNK, ESP, EST, FIN, GBR, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE (certain) by eu-2007
2015-11-14 ? An armed group attacks FRA in Paris  =>  must consult: AUT, BEL, BGR, CYP, CZE, DEU, DNK, ESP, EST, FIN, GBR, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE by eu-2007
# A threat asks for consultation alone.
2022-02-01 ? RUS threatens EST  =>  must act: nobody by eu-2007; must consult: AUT, BEL, BGR, CYP, CZE, DEU, DNK, ESP, FIN, FRA, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE by eu-2007

# The United Kingdom left at the end of 31 January 2020; Croatia came on 1 July 2013.
2020-01-31 ? bound  =>  GBR -> FRA arms (certain); FRA -> GBR consultation (certain)
2020-02-01 ? RUS attacks GBR in London  =>  must act: nobody by eu-2007
2013-06-30 ? SRB attacks HRV  =>  must act: nobody by eu-2007
2013-07-01 ? SRB attacks AUT  =>  must act: BEL, BGR, CYP, CZE, DEU, DNK, ESP, EST, FIN, FRA, GBR, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE by eu-2007

# Territory of a member, wherever it lies: Ceuta and Réunion, which article 6 of the North Atlantic Treaty leaves out.
2024-06-01 ? MAR attacks ESP in Ceuta  =>  must act: AUT, BEL, BGR, CYP, CZE, DEU, DNK, EST, FIN, FRA, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE (certain) by eu-2007; not bound: FRA, USA by nato-1949
2024-06-01 ? An armed group attacks FRA in Réunion  =>  must act: AUT, BEL, BGR, CYP, CZE, DEU, DNK, ESP, EST, FIN, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE by eu-2007; not bound: DEU, GBR by nato-1949
# Cyprus is no member of NATO; the Union is all the help it has by treaty besides its guarantors.
2024-06-01 ? TUR attacks CYP in Nicosia  =>  must act: AUT, BEL, BGR, CZE, DEU, DNK, ESP, EST, FIN, FRA, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE by eu-2007; must act: nobody by nato-1949
2024-06-01 ? TUR attacks CYP in Nicosia  =>  clash: FRA with nato-1949 by eu-2007
# It is not for a member that attacks.
2011-03-19 ? FRA attacks LBY  =>  must act: nobody by eu-2007; not bound: DEU, ITA by eu-2007
