# The Dual Alliance of 7 October 1879: each defends the other against Russia, and stays neutral
# when anybody else attacks the other.
1879-10      AUH -> GMY   defence      against RUS   Dual Alliance, art. 1
1879-10      GMY -> AUH   defence      against RUS   Dual Alliance, art. 1
1879-10      AUH -> GMY   neutrality                 Dual Alliance, art. 2
1879-10      GMY -> AUH   neutrality                 Dual Alliance, art. 2

1900-01-01 ? RUS attacks GMY        =>  must act: AUH (certain)
1900-01-01 ? RUS attacks AUH        =>  must act: GMY (certain)
1900-01-01 ? FRA attacks GMY        =>  must act: nobody; not bound: AUH
1900-01-01 ? AUH attacks GMY        =>  barred: AUH

# The day in October 1879 on which it began to bind is not told: on the 15th it may have.
1879-10-15 ? RUS attacks GMY        =>  must act: AUH (possible)
1879-09-30 ? RUS attacks GMY        =>  must act: nobody
# Germany that attacks is not defended.
1914-08-01 ? GMY attacks RUS        =>  not bound: AUH
