# asean-1976: no force in disputes between parties; it spread over the globe and defends nobody.
1975-12-07 ? IDN threatens PHL  =>  barred: nobody by asean-1976
1980-01-01 ? IDN threatens PHL  =>  barred: IDN (certain) by asean-1976
2003-01-01 ? CHN threatens PHL  =>  barred: nobody by asean-1976
2012-06-01 ? CHN threatens PHL  =>  barred: CHN (certain) by asean-1976; must act: nobody by asean-1976
2025-07-24 ? THA strikes KHM  =>  barred: THA (certain) by asean-1976; must act: nobody by asean-1976; must consult: nobody by asean-1976
# A party that defends an ally against another party is not barred: the treaty stands under the Charter.
2010-11-23 ? PRK attacks KOR in Yeonpyeong  =>  must act: USA by usa-kor-1953; barred: PRK by asean-1976
# ind-bgd-1972: talks at once and no help to an enemy, for twenty-five years.
1980-01-01 ? PAK attacks IND  =>  barred: BGD (certain) by ind-bgd-1972; must consult: BGD by ind-bgd-1972; must act: nobody by ind-bgd-1972
1980-01-01 ? MMR attacks BGD  =>  must consult: IND (certain) by ind-bgd-1972; barred: IND by ind-bgd-1972
1980-01-01 ? IND attacks BGD  =>  barred: IND (certain) by ind-bgd-1972
1998-01-01 ? MMR attacks BGD  =>  must consult: nobody by ind-bgd-1972
# ind-npl-1950: no threat to the other is tolerated, which means talks and counter-measures, not war.
1962-10-20 ? CHN attacks IND  =>  must consult: NPL (certain) by ind-npl-1950; must act: nobody by ind-npl-1950
1963-01-01 ? CHN threatens NPL  =>  must consult: IND (certain) by ind-npl-1950
1950-07-30 ? CHN threatens NPL  =>  must consult: nobody by ind-npl-1950
