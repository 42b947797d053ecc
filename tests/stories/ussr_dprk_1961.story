# sun-prk-1961 and chn-prk-1961: from 10 September 1961 North Korea had two defenders; Russia carried
# on for the Soviet Union and let the first treaty lapse on 10 September 1996.
1961-09-01 ? KOR attacks PRK in Pyongyang  =>  must act: nobody
1970-01-01 ? KOR attacks PRK in Pyongyang  =>  must act: CHN, SUN (certain)
1993-01-01 ? KOR attacks PRK in Pyongyang  =>  must act: CHN, RUS (certain)
1996-09-10 ? KOR attacks PRK in Pyongyang  =>  must act: RUS by sun-prk-1961
1997-01-01 ? KOR attacks PRK in Pyongyang  =>  must act: CHN (certain)
# North Korea that attacks is not defended.
1970-01-01 ? PRK attacks KOR in Seoul  =>  must act: USA; not bound: CHN, SUN
# In 1969 the two defenders fought each other: North Korea owed both its help, and both its loyalty.
1969-03-02 ? SUN attacks CHN  =>  must act: PRK by chn-prk-1961; clash: PRK with sun-prk-1961
1970-01-01 ? SUN attacks PRK  =>  barred: SUN by sun-prk-1961
1970-01-01 ? bound  =>  SUN -> PRK trade (certain); CHN -> PRK technology; CHN -> PRK exclusivity
