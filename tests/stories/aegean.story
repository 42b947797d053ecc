# fra-grc-2021: help by force if need be, if both find an armed attack on the territory of one; no exception for an ally.
2021-11-30 ? TUR attacks GRC in Lesbos  =>  must act: nobody by fra-grc-2021; not bound: FRA by fra-grc-2021
2021-12-15 ? TUR attacks GRC in Lesbos  =>  must act: FRA (possible) by fra-grc-2021
2022-01-01 ? TUR attacks GRC in Lesbos  =>  must act: FRA (certain) by fra-grc-2021; clash: FRA with nato-1949 by fra-grc-2021
2022-01-01 ? TUR attacks GRC in Lesbos  =>  barred: TUR by nato-1949
# At sea it is open whose ground it is: the clause speaks of territory.
2022-01-01 ? TUR attacks GRC in Aegean  =>  disputed: FRA by fra-grc-2021
2022-01-01 ? TUR threatens GRC  =>  must act: nobody by fra-grc-2021; must consult: FRA by fra-grc-2021
# France outside its area is helped alike: Greece had this asked of it in its parliament.
2022-01-01 ? An armed group attacks FRA in Réunion  =>  must act: GRC by fra-grc-2021; not bound: GRC by nato-1949
