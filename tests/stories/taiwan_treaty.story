# usa-twn-1954: Taiwan and the Pescadores, not the islands off the coast; until 1 January 1980, and nothing in law after it.
1955-03-02 ? CHN attacks TWN in Taiwan  =>  must act: nobody by usa-twn-1954
1958-08-23 ? CHN attacks TWN in Taiwan  =>  must act: USA (certain) by usa-twn-1954; must consult: nobody by usa-twn-1954
1958-08-23 ? CHN attacks TWN in Kinmen  =>  must act: nobody by usa-twn-1954; not bound: USA by usa-twn-1954
1958-08-23 ? CHN attacks USA in Okinawa  =>  must act: TWN by usa-twn-1954
1973-01-01 ? CHN attacks USA in Okinawa  =>  not bound: TWN by usa-twn-1954
1958-08-23 ? CHN attacks USA in Hawaii  =>  not bound: TWN by usa-twn-1954
# Taipei that attacks is not helped.
1962-06-01 ? TWN attacks CHN in Beijing  =>  must act: nobody by usa-twn-1954; not bound: USA by usa-twn-1954
1979-06-01 ? CHN attacks TWN in Taiwan  =>  must act: USA by usa-twn-1954
1980-01-02 ? CHN attacks TWN in Taiwan  =>  must act: nobody; must consult: JPN, USA by usa-jpn-1960
1979-12-31 ? bound  =>  USA -> TWN defence (certain); TWN -> USA basing (certain); USA -> TWN arms
1980-01-02 ? bound  =>  not USA -> TWN defence; not TWN -> USA basing
