# helsinki-1975: no force, no frontier changed by force; a political act, which binds nobody in law.
2014-02-27 ? RUS invades UKR in Crimea  =>  barred: nobody by helsinki-1975; barred: RUS by un-charter-1945
1979-01-01 ? bound  =>  not SUN -> DEU technology
2008-08-08 ? RUS attacks GEO  =>  must act: nobody by helsinki-1975; barred: nobody by helsinki-1975
