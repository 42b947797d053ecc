# sahel-2023: Niger, summer of 2023. After the coup of 26 July the Community threatened force; Mali and Burkina Faso
# called that a declaration of war on them (31 July), and had no treaty to say so until 16 September.
2023-07-31 ? ECOWAS threatens NER  =>  must act: nobody by sahel-2023; must consult: nobody by sahel-2023
2023-08-10 ? NGA intervenes in NER  =>  must act: nobody by sahel-2023
2023-09-16 ? NGA intervenes in NER  =>  must act: BFA, MLI (certain) by sahel-2023; clash: BFA with ecowas-1981; clash: MLI with au-2000
2023-09-17 ? ECOWAS attacks NER  =>  must act: BFA, MLI (certain) by sahel-2023
# The Community's own promise of 1981 is against states outside it, and if the attacked asks: not for a quarrel among members.
2023-08-10 ? NGA attacks NER  =>  barred: NGA (certain) by au-2000; must act: nobody by ecowas-1981; not bound: BFA, GHA, SEN by ecowas-1981
1990-01-01 ? LBY attacks NER  =>  must act: BEN, BFA, CIV, GHA, GIN, GMB, GNB, LBR, MRT, NGA, SEN, SLE, TGO by ecowas-1981
# Possibly in force from its signature, surely from September 1986.
1985-01-01 ? LBY attacks NER  =>  must act: BEN, BFA, CIV, GHA, GIN, GMB, GNB, LBR, MRT, NGA, SEN, SLE, TGO (possible) by ecowas-1981
1980-01-01 ? LBY attacks NER  =>  must act: nobody by ecowas-1981
# Leaving: Mauritania in December 2000, Burkina Faso, Mali and Niger on 29 January 2025.
2001-06-01 ? LBY attacks NER  =>  must act: BEN, BFA, CIV, GHA, GIN, GMB, GNB, LBR, NGA, SEN, SLE, TGO by ecowas-1981
2025-01-28 ? bound  =>  NGA -> NER defence (certain); MLI -> NGA arms
2025-01-29 ? bound  =>  not NGA -> NER defence; not MLI -> NGA arms; NGA -> BEN defence (certain)
# ecowas-1999: the members may act if the Mediation and Security Council so decides; nobody must.
2012-03-01 ? An armed group attacks MLI  =>  may act: NGA, SEN, CIV by ecowas-1999; must act: nobody by ecowas-1999; must act: nobody by ecowas-1981
# An armed group attacks Mali: the Sahel charter does not ask who the author is, nor does the African pact of 2005,
# whose parties are known from ATOP only; the Constitutive Act leaves it to the Union.
2024-07-27 ? An armed group attacks MLI  =>  must act: BFA, NER (certain) by sahel-2023
2024-07-27 ? An armed group attacks MLI  =>  must act: BEN, BFA, COG, COM, DZA, ETH, GAB, GHA, GIN, GMB, GNB, LBR, LBY, MOZ, MRT, NER, RWA, SEN, TCD, TGO (possible) by au-2005
2024-07-27 ? An armed group attacks MLI  =>  may act: NGA, ZAF by au-2000; must act: nobody by au-2000
# Allies of the Sahel at each other's throats: barred.
2024-01-01 ? MLI attacks BFA  =>  barred: MLI (certain) by sahel-2023
