# A question asked in 2025 and 2026: one ally against another's ground. Greenland is Danish, lies in the area of
# article 6, and is outside the Union as an associated territory.
2026-01-12 ? USA attacks DNK in Greenland  =>  barred: USA by nato-1949
2026-01-12 ? USA attacks DNK in Greenland  =>  must act: ALB, BEL, BGR, CAN, CZE, DEU, ESP, EST, FIN, FRA, GBR, GRC, HRV, HUN, ISL, ITA, LTU, LUX, LVA, MKD, MNE, NLD, NOR, POL, PRT, ROU, SVK, SVN, SWE, TUR (certain) by nato-1949
# Each of them owes the other ally peace as well: the treaty does not say what then.
2026-01-12 ? USA attacks DNK in Greenland  =>  clash: CAN with nato-1949 by nato-1949; clash: NOR with nato-1949 by nato-1949
# Article 42(7): is the territory meant the state's, or the Union's?
2026-01-12 ? USA attacks DNK in Greenland  =>  disputed: AUT, BEL, BGR, CYP, CZE, DEU, ESP, EST, FIN, FRA, GRC, HRV, HUN, IRL, ITA, LTU, LUX, LVA, MLT, NLD, POL, PRT, ROU, SVK, SVN, SWE (certain) by eu-2007
2026-01-12 ? USA attacks DNK in Greenland  =>  under ground-of-the-state: must act by eu-2007; under ground-of-the-union: not bound by eu-2007
2026-01-12 ? USA seizes DNK in Greenland  =>  under ground-of-the-state: IRL must act by eu-2007; barred: USA by nato-1949
# Of Denmark proper there is no such doubt; and a threat asks the allies to consult, no more.
2026-01-12 ? USA attacks DNK  =>  disputed: nobody by eu-2007
2026-01-12 ? USA threatens DNK in Greenland  =>  must act: nobody; must consult: ALB, BEL, BGR, CAN, CZE, DEU, ESP, EST, FIN, FRA, GBR, GRC, HRV, HUN, ISL, ITA, LTU, LUX, LVA, MKD, MNE, NLD, NOR, POL, PRT, ROU, SVK, SVN, SWE, TUR by nato-1949
