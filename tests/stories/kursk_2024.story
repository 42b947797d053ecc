# Ukraine's offensive into Kursk began on 6 August 2024. The treaty of 19 June 2024 was signed, and
# not in force until 4 December: on 1 November it bound nobody, though that of 2000 asked to consult.
2024-11-01 ? UKR attacks RUS in Kursk  =>  not bound: PRK by rus-prk-2024; must consult: PRK by rus-prk-2000
2024-11-01 ? UKR attacks RUS in Kursk  =>  must act: nobody

# On 10 December it is in force, and everything turns on whether an answer to aggression is an attack.
2024-12-10 ? UKR attacks RUS in Kursk  =>  disputed: PRK (certain) by rus-prk-2024
2024-12-10 ? UKR attacks RUS in Kursk  =>  under any-attack: must act by rus-prk-2024
2024-12-10 ? UKR attacks RUS in Kursk  =>  under aggressor-excluded: not bound by rus-prk-2024
2024-12-10 ? UKR attacks RUS in Kursk  =>  clash: PRK with un-charter-1945; not bound: CHN by chn-prk-1961
2024-12-10 ? l'Ukraine attaque la Russie à Koursk  =>  disputed: PRK by rus-prk-2024

# On annexed ground a second question opens: whose territory is it?
2024-12-10 ? UKR attacks RUS in Donetsk  =>  under recognised-ground: not bound by rus-prk-2024
2024-12-10 ? UKR attacks RUS in Donetsk  =>  under claimed-ground: disputed by rus-prk-2024
2024-12-10 ? UKR attacks RUS in Donetsk  =>  not bound: BLR, KAZ, KGZ, TJK by cst-1992

# A missile from afar is an attack; whether it is an invasion depends on the language one reads.
2025-01-10 ? KOR strikes PRK in Pyongyang  =>  under any-form: must act by rus-prk-2024
2025-01-10 ? KOR strikes PRK in Pyongyang  =>  under invasion-only: not bound by rus-prk-2024
2025-01-10 ? KOR strikes PRK in Pyongyang  =>  must act: CHN by chn-prk-1961

# What else it binds to, and since when.
2024-12-03 ? bound  =>  not RUS -> PRK technology; RUS -> PRK consultation (certain)
2024-12-04 ? bound  =>  RUS -> PRK technology (certain); PRK -> RUS arms (certain); RUS -> PRK trade
2024-12-04 ? bound  =>  RUS -> PRK finance; RUS -> PRK intelligence; RUS -> PRK exclusivity
