# What the treaties said from 28 July 1914 on, act by act.
# Austria-Hungary attacks Serbia: no ally of the attacker is bound, and Russia owes Serbia nothing by treaty.
1914-07-28 ? AUH attacks SRB  =>  must act: nobody; not bound: GMY, ITA, ROU
# Greece had an alliance with Serbia. It names no aggressor; was it for the Balkans only?
1914-07-28 ? AUH attacks SRB unprovoked  =>  disputed: GRC by srb-grc-1913; under any-aggressor: GRC must act; under balkan-only: GRC not bound
1914-07-28 ? AUH attacks SRB provoked    =>  disputed: nobody by srb-grc-1913; not bound: GRC by srb-grc-1913
1914-07-28 ? BGR attacks SRB             =>  must act: GRC (certain) by srb-grc-1913
1913-07-01 ? BGR threatens GRC           =>  must act: SRB by srb-grc-1913; must consult: SRB by srb-grc-1913
1915-10-13 ? BGR attacks SRB             =>  must act: GRC (possible) by srb-grc-1913

# Russia attacks Austria-Hungary: Germany must act, whoever provoked; Italy not, for one great power alone; Romania only on its border.
1914-07-31 ? RUS attacks AUH  =>  must act: GMY (certain) by auh-gmy-1879; not bound: ITA by triple-alliance-1882; may act: ITA by triple-alliance-1882
1914-07-31 ? RUS attacks AUH provoked               =>  must act: GMY; not bound: ITA, ROU
1914-07-31 ? RUS attacks AUH unprovoked in Galicia  =>  must act: GMY; not bound: ROU
1914-07-31 ? RUS attacks AUH unprovoked in Bukovina  =>  must act: GMY, ROU

# Germany attacks Russia: France must act; the allies of the attacker are not bound.
1914-08-01 ? GMY attacks RUS  =>  must act: FRA (certain); not bound: AUH, ITA

# Germany attacks France: Russia must act, Britain consult. Had France attacked first and unprovoked, Italy would be bound.
1914-08-03 ? GMY attacks FRA             =>  must act: RUS (certain); must consult: GBR; not bound: AUH, ITA, TUR
1914-08-03 ? FRA attacks GMY unprovoked  =>  must act: ITA; not bound: AUH, RUS
1914-08-03 ? FRA attacks GMY provoked    =>  must act: nobody; not bound: ITA
1914-08-03 ? RUS and FRA attack GMY unprovoked  =>  must act: AUH, ITA, TUR
1914-08-03 ? RUS and FRA attack GMY provoked    =>  must act: AUH, TUR; not bound: ITA

# Germany attacks Belgium: see belgium_1839.
1914-08-04 ? GMY attacks BEL  =>  disputed: AUH, FRA, GBR, RUS; barred: GMY

# The Ottoman Empire, in secret, since 2 August: if Russia moves against Austria-Hungary and brings Germany in.
1914-08-01 ? RUS attacks AUH  =>  must act: nobody by gmy-tur-1914
1914-08-03 ? RUS attacks AUH  =>  must act: TUR (certain) by gmy-tur-1914
1914-08-03 ? GMY attacks RUS  =>  not bound: TUR by gmy-tur-1914
1914-11-02 ? RUS attacks TUR  =>  must act: GMY by gmy-tur-1914
1914-11-02 ? GBR threatens TUR  =>  must act: GMY by gmy-tur-1914

# Italy leaves on 4 May 1915, Romania on 27 August 1916.
1915-05-04 ? FRA attacks GMY unprovoked  =>  must act: ITA by triple-alliance-1882
1915-05-05 ? FRA attacks GMY unprovoked  =>  must act: nobody by triple-alliance-1882
1916-08-28 ? RUS attacks AUH in Bukovina  =>  must act: nobody by auh-rou-1883
