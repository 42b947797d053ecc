# cyp-1960: three guarantors. On 15 July 1974 the Cypriot National Guard under Greek officers overthrew the government.
1974-07-16 ? GRC attacks CYP in Nicosia  =>  must act: nobody by cyp-1960; disputed: GBR, TUR (certain) by cyp-1960
1974-07-16 ? GRC attacks CYP in Nicosia  =>  under guarantee-obliges: must act by cyp-1960; under guarantee-allows: not bound by cyp-1960
1974-07-16 ? GRC intervenes in CYP in Nicosia  =>  must consult: GBR, TUR by cyp-1960; disputed: GBR, TUR by cyp-1960
# Article IV: does the right to take action include armed force? Turkey said so, Cyprus denied it.
1974-07-16 ? GRC attacks CYP in Nicosia  =>  under armed-action-included: TUR may act by cyp-1960; under peaceful-action-only: TUR not bound by cyp-1960
# On 20 July Turkey landed. The guarantee is owed against a guarantor too; the Charter bars it.
1974-07-20 ? TUR attacks CYP  =>  disputed: GBR, GRC by cyp-1960; must consult: GBR, GRC by cyp-1960; barred: TUR by un-charter-1945
# cyp-grc-tur-1960: to resist any attack on Cyprus; denounced by Cyprus on 4 April 1964, which Turkey did not accept.
1963-12-21 ? GBR attacks CYP  =>  must act: GRC, TUR (certain) by cyp-grc-tur-1960
1974-07-16 ? GRC attacks CYP in Nicosia  =>  must act: TUR (possible) by cyp-grc-tur-1960
1974-07-20 ? TUR attacks CYP  =>  must act: GRC (possible) by cyp-grc-tur-1960
# The guarantee is of Cyprus alone: Cyprus owes none.
1970-01-01 ? SUN attacks TUR in Ankara  =>  must act: nobody by cyp-1960; must act: nobody by cyp-grc-tur-1960
1970-01-01 ? bound  =>  CYP -> GBR basing (certain); CYP -> GRC basing (possible); not GBR -> CYP basing
