# auh-fra-gbr-1856: three powers guarantee the Ottoman Empire, and owe each other nothing.
1870-11-01 ? RUS attacks TUR  =>  must act: AUH, FRA, GBR (certain) by auh-fra-gbr-1856; must consult: AUH, FRA, GBR by auh-fra-gbr-1856
1856-04-14 ? RUS attacks TUR  =>  must act: nobody by auh-fra-gbr-1856
1866-06-15 ? GMY attacks AUH  =>  must act: nobody by auh-fra-gbr-1856; disputed: nobody by auh-fra-gbr-1856
1870-07-19 ? FRA attacks GMY  =>  must act: nobody by auh-fra-gbr-1856; disputed: nobody by auh-fra-gbr-1856
# By April 1877 Austria-Hungary had promised Russia neutrality, and the guarantee is possible only; after Berlin it is over.
1877-04-24 ? RUS attacks TUR  =>  must act: AUH, FRA, GBR (possible) by auh-fra-gbr-1856
1878-07-14 ? RUS attacks TUR  =>  must act: nobody by auh-fra-gbr-1856
1870-01-01 ? bound  =>  GBR -> TUR defence (certain); not TUR -> GBR defence; not GBR -> AUH defence
