# usa-pak-1959: India in 1971. Islamabad invoked article 1; the State Department held that the resolution it names is about Communist aggression.
1971-12-03 ? IND attacks PAK  =>  must act: nobody by usa-pak-1959; disputed: USA by usa-pak-1959
1971-12-03 ? IND attacks PAK  =>  under communist-aggression-only: USA not bound by usa-pak-1959; under any-aggression: USA must act by usa-pak-1959
1965-09-06 ? IND attacks PAK  =>  disputed: USA by usa-pak-1959; not bound: USA by seato-1954
# Under either reading a Soviet or Chinese attack counts.
1962-06-01 ? SUN attacks PAK  =>  must act: USA (certain) by usa-pak-1959
1959-03-04 ? SUN attacks PAK  =>  must act: nobody by usa-pak-1959
# Iran owes nothing back; Turkey and Pakistan do by other treaties.
1970-01-01 ? bound  =>  USA -> IRN defence (certain); not IRN -> USA defence; USA -> PAK arms (certain)
# usa-tur-1959 and usa-irn-1959: Syria and Iraq were not Communist; for Turkey there is the North Atlantic Treaty.
2012-06-22 ? SYR attacks TUR  =>  not bound: USA by usa-tur-1959; must act: nobody by usa-tur-1959
1970-01-01 ? IRQ attacks IRN  =>  must act: nobody by usa-irn-1959; not bound: USA by usa-irn-1959
1970-01-01 ? SUN attacks IRN  =>  must act: USA (certain) by usa-irn-1959
# The revolution of February 1979 or its notice of November: on 1 June it is not certain, in 1980 it is over.
1979-06-01 ? SUN attacks IRN  =>  must act: USA (possible) by usa-irn-1959
1980-09-22 ? IRQ attacks IRN  =>  must act: nobody; not bound: nobody by usa-irn-1959
