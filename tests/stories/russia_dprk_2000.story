# rus-prk-2000: a promise to get in touch, none to fight. Of its first day in force the month alone is known.
2010-01-01 ? KOR attacks PRK in Pyongyang  =>  must consult: RUS by rus-prk-2000; must act: CHN
2010-01-01 ? KOR threatens PRK  =>  must consult: RUS by rus-prk-2000
2000-06-01 ? KOR attacks PRK in Pyongyang  =>  must consult: nobody by rus-prk-2000
2000-10-15 ? KOR attacks PRK in Pyongyang  =>  must consult: RUS (possible) by rus-prk-2000
2025-01-01 ? KOR attacks PRK in Pyongyang  =>  must consult: nobody by rus-prk-2000
