# un-charter-1945. Article 2(4) bars, article 51 permits, the Council may decide.
1990-08-02 ? IRQ attacks KWT  =>  barred: IRQ (certain); may act: KWT, any, UN
# Answering an aggression that the Council has found is not barred if that counts as self-defence.
1990-08-10 ? KWT attacks IRQ  =>  under no-self-defence-against-self-defence: KWT may act by un-charter-1945
1982-05-21 ? GBR attacks ARG in Falklands  =>  under whoever-began: GBR barred
# A threat is barred too, but nobody may strike back at a threat.
2002-01-01 ? IRN threatens IRQ  =>  barred: IRN; may act: UN
# In 1950 neither Korea was a member: article 51 speaks of members only.
1950-06-25 ? PRK attacks KOR  =>  barred: nobody; must act: nobody; may act: UN
# Precedence of the Charter over other treaties, article 103.
2024-01-01 ? bound  =>  PRK -> any precedence (certain); PRK -> any nonaggression (certain)
1991-09-16 ? bound  =>  not PRK -> any precedence

# Force the Council has allowed is not barred: Korea in 1950, Iraq in 1991, Libya in 2011.
1950-10-19 ? USA attacks PRK  =>  may act: USA by un-charter-1945
1991-01-17 ? USA attacks IRQ  =>  may act: USA by un-charter-1945
2011-03-19 ? FRA, GBR, USA attack LBY  =>  may act: FRA, GBR, USA by un-charter-1945
2011-03-16 ? FRA attacks LBY  =>  barred: FRA by un-charter-1945
# Whoever attacks one found an aggressor may be helping its victim, or not: it stays disputed.
2025-06-01 ? POL attacks RUS in Kursk  =>  under no-self-defence-against-self-defence: POL may act by un-charter-1945; disputed: PRK by rus-prk-2024
# Is Taiwan a state to which peace is owed? Beijing denies it.
2025-01-01 ? CHN attacks TWN in Taiwan  =>  under taiwan-is-chinas-own-affair: CHN not bound by un-charter-1945
2025-01-01 ? CHN attacks TWN in Taiwan  =>  under force-across-the-strait-is-barred: CHN barred by un-charter-1945
