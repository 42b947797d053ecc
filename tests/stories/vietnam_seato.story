# seato-1954: eight parties, three states and territories under a protocol, and one understanding: for the United States only
# Communist aggression counts.
1955-02-18 ? VDR invades RVN  =>  must act: nobody by seato-1954
# The offensive of Easter 1972 crossed the line with tanks: under every reading an armed attack on a designated territory.
1972-03-30 ? VDR invades RVN in Saigon  =>  must act: AUS, FRA, GBR, NZL, PAK, PHL, THA, USA (certain) by seato-1954
# In 1965 it was argued whether men and arms sent south were one.
1965-02-07 ? VDR attacks RVN  =>  disputed: AUS, FRA, GBR, NZL, PAK, PHL, THA, USA by seato-1954
1965-02-07 ? VDR attacks RVN  =>  under infiltration-counts: must act by seato-1954; under open-crossing-only: not bound by seato-1954
# The designated owe nothing back.
1970-01-01 ? CHN attacks THA in Bangkok  =>  must act: AUS, FRA, GBR, NZL, PAK, PHL, USA by seato-1954
1970-01-01 ? bound  =>  USA -> RVN defence (certain); not RVN -> USA defence; USA -> THA trade (certain)
# Laos took itself out at Geneva on 23 July 1962.
1962-07-22 ? VDR invades LAO  =>  must act: AUS, FRA, GBR, NZL, PAK, PHL, THA, USA by seato-1954
1962-07-23 ? VDR invades LAO  =>  must act: nobody by seato-1954; not bound: USA, THA by seato-1954
# India is no Communist power: in 1965 the United States owed Pakistan consultation, no more.
1965-09-06 ? IND attacks PAK in Lahore  =>  not bound: USA by seato-1954; must consult: AUS, FRA, GBR, NZL, PHL, THA, USA by seato-1954
# Hong Kong lies north of 21°30′.
1960-01-01 ? CHN attacks GBR in Hong Kong  =>  must act: nobody by seato-1954; not bound: USA, AUS by seato-1954
# Pakistan left; the organisation ended on 30 June 1977 and the treaty did not.
1973-11-08 ? CHN attacks THA in Bangkok  =>  must act: AUS, FRA, GBR, NZL, PHL, USA by seato-1954
1990-01-01 ? bound  =>  USA -> THA defence (certain); AUS -> THA defence (possible); FRA -> THA exclusivity (possible); not PAK -> THA defence
