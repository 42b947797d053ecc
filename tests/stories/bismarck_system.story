# Dual Alliance, 7 October 1879: a Russian attack obliges, any other attack asks for neutrality.
1880-01-01 ? RUS attacks AUH          =>  must act: GMY (certain) by auh-gmy-1879
1880-01-01 ? FRA attacks GMY          =>  not bound: AUH by auh-gmy-1879; barred: AUH by auh-gmy-1879
1890-01-01 ? RUS and FRA attack GMY   =>  must act: AUH by auh-gmy-1879
1879-10-10 ? RUS attacks AUH          =>  must act: nobody; not bound: GMY by auh-gmy-1879

# Three Emperors, 1881: neutrality in a war with a fourth great power, whoever began it; none towards Turkey without agreement.
1882-01-01 ? FRA attacks GMY          =>  barred: AUH, RUS by three-emperors-1881; must act: nobody by three-emperors-1881
1882-01-01 ? GMY attacks FRA          =>  barred: AUH, RUS by three-emperors-1881
1882-01-01 ? GBR attacks RUS          =>  barred: AUH, GMY by three-emperors-1881
1882-01-01 ? RUS attacks TUR          =>  barred: nobody by three-emperors-1881
1882-01-01 ? bound                    =>  RUS -> AUH consultation (certain); not RUS -> AUH defence
1887-06-28 ? bound                    =>  not RUS -> AUH neutrality

# Triple Alliance, 1882: Italy is defended against France, and defends Germany against France alone.
1883-01-01 ? FRA attacks ITA          =>  must act: AUH, GMY (certain) by triple-alliance-1882
1883-01-01 ? FRA attacks ITA provoked =>  must act: nobody by triple-alliance-1882; not bound: AUH, GMY by triple-alliance-1882
1883-01-01 ? FRA attacks GMY          =>  must act: ITA by triple-alliance-1882
1883-01-01 ? FRA attacks AUH          =>  must act: nobody by triple-alliance-1882; barred: GMY, ITA by triple-alliance-1882
# One great power alone: benevolent neutrality, and each may join. Two: the case of alliance for all.
1883-01-01 ? RUS attacks AUH          =>  not bound: ITA by triple-alliance-1882; may act: ITA by triple-alliance-1882; must consult: GMY, ITA by triple-alliance-1882
1895-01-01 ? RUS and FRA attack AUH   =>  must act: GMY, ITA by triple-alliance-1882
# From 1887 Germany follows Italy into a war over North Africa, if France has moved first: the act alone does not tell.
1886-01-01 ? ITA attacks FRA          =>  disputed: nobody by triple-alliance-1882
1899-01-01 ? ITA attacks FRA          =>  disputed: GMY by triple-alliance-1882
1887-12-31 ? bound                    =>  GMY -> ITA offence (certain); AUH -> ITA consultation; not AUH -> ITA offence

# Romania, 1883: attacked without provocation, it is defended; it defends only lands that border on it.
1884-01-01 ? RUS attacks ROU          =>  must act: AUH, GMY (certain) by auh-rou-1883
1884-01-01 ? RUS attacks AUH in Bukovina  =>  must act: ROU (certain) by auh-rou-1883
1884-01-01 ? RUS attacks AUH in Galicia   =>  must act: nobody by auh-rou-1883; not bound: ROU by auh-rou-1883
1884-01-01 ? FRA attacks GMY          =>  must act: nobody by auh-rou-1883; must consult: nobody by auh-rou-1883
# Whether the first treaty still ran in the first half of 1892 is not certain.
1892-03-01 ? RUS attacks ROU          =>  must act: AUH, GMY (possible) by auh-rou-1883

# Reinsurance, 1887: neutrality, but not for the one that attacks Austria or France.
1888-01-01 ? AUH attacks RUS          =>  barred: GMY by gmy-rus-1887
1888-01-01 ? RUS attacks AUH          =>  barred: nobody by gmy-rus-1887; must act: GMY by auh-gmy-1879
1888-01-01 ? FRA attacks GMY          =>  barred: RUS by gmy-rus-1887
1888-01-01 ? GMY attacks FRA          =>  barred: nobody by gmy-rus-1887
1888-01-01 ? RUS attacks GBR          =>  barred: GMY by gmy-rus-1887
1890-12-31 ? bound                    =>  not GMY -> RUS neutrality

# Mediterranean, 1887: to agree before anything changes; nobody is bound to fight.
1888-01-01 ? bound                    =>  GBR -> ITA consultation (certain); AUH -> GBR consultation; not GBR -> ITA defence
1888-01-01 ? FRA attacks ITA          =>  must act: nobody by mediterranean-1887; must act: nobody by mediterranean-1887-december
1887-03-01 ? bound                    =>  GBR -> ITA consultation; not GBR -> AUH consultation
1897-01-21 ? bound                    =>  not GBR -> ITA consultation
