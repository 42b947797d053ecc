# tur-aze-2010: help by all means, military ones included, against a third state's attack. Karabakh is Azerbaijan's by
# the General Assembly; Armenia's soil is not.
2010-09-01 ? ARM attacks AZE in Ganja  =>  must act: nobody by tur-aze-2010; not bound: TUR by tur-aze-2010
2014-08-01 ? ARM attacks AZE in Ganja  =>  must act: TUR (possible) by tur-aze-2010
2020-10-04 ? ARM strikes AZE in Ganja  =>  must act: TUR (certain) by tur-aze-2010; must consult: TUR by tur-aze-2010
2020-10-01 ? ARM attacks AZE in Nagorno-Karabakh  =>  must act: TUR (certain) by tur-aze-2010
2020-10-01 ? AZE attacks ARM in Yerevan  =>  must act: nobody by tur-aze-2010; not bound: TUR by tur-aze-2010
# Armed men of no state are outside a clause about states.
2020-10-01 ? An armed group attacks AZE in Ganja  =>  must act: nobody by tur-aze-2010
2020-10-01 ? TUR attacks AZE  =>  barred: TUR by tur-aze-2010

# tur-aze-2021: the Shusha Declaration, approved by both parliaments in February 2022; its force in law is disputed.
2021-11-16 ? ARM attacks AZE in Ganja  =>  must act: nobody by tur-aze-2021
2023-09-01 ? ARM attacks AZE in Ganja  =>  must act: nobody by tur-aze-2021; disputed: TUR by tur-aze-2021; must act: TUR (certain) by tur-aze-2010
2022-09-13 ? AZE attacks ARM in Jermuk  =>  not bound: TUR by tur-aze-2021

# usa-arm-2025: a charter that promises no defence and binds nobody in law.
2025-06-01 ? AZE attacks ARM in Yerevan  =>  must act: nobody by usa-arm-2025
