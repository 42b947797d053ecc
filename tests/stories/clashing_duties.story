# Italy in 1939 had made its peace with Greece and its alliance with Germany.
1928-09-23   ITA -> GRC   nonaggression      Italo-Greek Treaty of Friendship, art. 1
1928-09-23   GRC -> ITA   nonaggression      Italo-Greek Treaty of Friendship, art. 1
1939-05-22   ITA -> GMY   offence            Pact of Steel, art. 3
1939-05-22   GMY -> ITA   offence            Pact of Steel, art. 3

1939-06-01 ? GMY attacks GRC        =>  must act: ITA; clash: ITA with italo-greek-treaty-of-friendship
