# warsaw-pact-1955: armed attack in Europe, by any state; each gives the help it deems necessary.
1955-05-20 ? DEU attacks DDR  =>  not bound: POL, SUN by warsaw-pact-1955
1961-08-13 ? DEU attacks DDR  =>  must act: ALB, BGR, CSK, HUN, POL, ROU, SUN (certain) by warsaw-pact-1955
# After the break of December 1961 Albania's bond is doubtful both ways, until it leaves for good.
1965-01-01 ? YUG attacks ALB  =>  must act: BGR, CSK, DDR, HUN, POL, ROU, SUN (possible) by warsaw-pact-1955
1975-01-01 ? USA attacks POL in Warsaw  =>  must act: BGR, CSK, DDR, HUN, ROU, SUN (certain) by warsaw-pact-1955
# A threat asks for counsel, not for arms.
1975-01-01 ? DEU threatens DDR  =>  must consult: BGR, CSK, HUN, POL, ROU, SUN by warsaw-pact-1955; must act: nobody by warsaw-pact-1955
# Asia is outside: on the Ussuri in 1969 the allies owed the Soviet Union counsel at most.
1969-03-02 ? CHN attacks SUN in Vladivostok  =>  must act: nobody by warsaw-pact-1955; not bound: POL, ROU by warsaw-pact-1955; must consult: BGR, CSK, DDR, HUN, POL, ROU by warsaw-pact-1955
# Hungary, 4 November 1956: it had declared itself out on the 1st. The attacker is barred; the others are asked
# to help one ally against another, and owe the attacker peace and help too.
1956-10-24 ? SUN attacks HUN in Budapest  =>  barred: SUN by warsaw-pact-1955; must act: ALB, BGR, CSK, DDR, POL, ROU (certain) by warsaw-pact-1955
1956-11-04 ? SUN attacks HUN in Budapest  =>  must act: ALB, BGR, CSK, DDR, POL, ROU (possible) by warsaw-pact-1955; clash: POL with warsaw-pact-1955
1957-01-01 ? DEU attacks HUN  =>  must act: ALB, BGR, CSK, DDR, POL, ROU, SUN (certain) by warsaw-pact-1955
# Czechoslovakia, 21 August 1968: four allies enter; Romania, which did not, is asked to help. Albania left in September.
1968-08-21 ? SUN, BGR, HUN and POL invade CSK in Prague  =>  barred: BGR, HUN, POL, SUN by warsaw-pact-1955
1968-08-21 ? SUN, BGR, HUN and POL invade CSK in Prague  =>  must act: ALB, DDR, ROU by warsaw-pact-1955; clash: ROU with warsaw-pact-1955
1968-09-20 ? YUG attacks ALB  =>  must act: nobody by warsaw-pact-1955
1968-08-22 ? SUN threatens ROU  =>  barred: SUN by warsaw-pact-1955
# East Germany leaves in the days before it ends; the treaty ends on 1 July 1991.
1990-09-28 ? USA attacks POL in Warsaw  =>  must act: BGR, CSK, DDR, HUN, ROU, SUN by warsaw-pact-1955
1990-09-28 ? bound  =>  DDR -> POL defence (possible); CSK -> POL defence (certain)
1990-12-01 ? bound  =>  POL -> HUN exclusivity (certain); SUN -> POL arms; not DDR -> POL defence
1991-07-01 ? USA attacks POL in Warsaw  =>  must act: BGR, CSK, HUN, ROU, SUN by warsaw-pact-1955
1991-07-02 ? USA attacks POL in Warsaw  =>  must act: nobody by warsaw-pact-1955
