# The Pact of Steel, 22 May 1939, article 3: whoever is at war is joined, whoever began.
1939-05-22   ITA -> GMY   offence     Pact of Steel, art. 3
1939-05-22   GMY -> ITA   offence     Pact of Steel, art. 3

1939-09-01 ? GMY attacks POL        =>  must act: ITA (certain)
1940-10-28 ? ITA attacks GRC        =>  must act: GMY (certain)
1939-05-01 ? GMY attacks POL        =>  must act: nobody
