# anzus-1951: three parties until 11 August 1986, when the United States suspended what it owes New Zealand.
1952-04-28 ? SUN attacks NZL  =>  must act: nobody by anzus-1951
1980-01-01 ? SUN attacks NZL  =>  must act: AUS, USA (certain) by anzus-1951; must consult: AUS, USA by anzus-1951
1986-08-10 ? SUN attacks NZL  =>  must act: AUS, USA by anzus-1951
1986-08-11 ? SUN attacks NZL  =>  must act: AUS by anzus-1951; not bound: USA by anzus-1951
# Australia is still owed help by both, and New Zealand denounced nothing.
1990-01-01 ? SUN attacks AUS  =>  must act: NZL, USA (certain) by anzus-1951
1990-01-01 ? SUN attacks USA in Guam  =>  must act: AUS, NZL by anzus-1951
# The declarations of 2010 and 2012 renewed cooperation; they did not restore the duty.
2013-01-01 ? PRK attacks NZL  =>  must act: AUS by anzus-1951; not bound: USA by anzus-1951
# The Pacific, and metropolitan territory: New York in 2001 counted, Berlin would not.
2001-09-12 ? USA is attacked in New York  =>  must act: AUS, NZL by anzus-1951
1990-01-01 ? SUN attacks USA in West Berlin  =>  must act: nobody by anzus-1951; not bound: AUS by anzus-1951
1990-01-01 ? bound  =>  USA -> AUS arms (certain); AUS -> NZL defence (certain)
# Who attacks is not helped.
1990-01-01 ? AUS attacks IDN  =>  must act: nobody by anzus-1951; not bound: USA by anzus-1951
