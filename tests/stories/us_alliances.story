# usa-kor-1953: the Pacific area, and ground under the attacked party's administration.
1955-01-01 ? PRK attacks KOR in Seoul  =>  must act: USA (certain) by usa-kor-1953
1954-11-16 ? PRK attacks KOR in Seoul  =>  must act: nobody
2010-11-23 ? PRK attacks KOR in Yeonpyeong  =>  must act: USA by usa-kor-1953; barred: PRK
2024-01-01 ? PRK attacks USA in Guam  =>  must act: KOR by usa-kor-1953
2024-01-01 ? RUS attacks USA in Alaska  =>  not bound: KOR by usa-kor-1953
# North Korean ground is not under Seoul's administration, whatever its constitution claims.
2024-01-01 ? CHN attacks KOR in Pyongyang  =>  not bound: USA by usa-kor-1953

# usa-jpn-1960: whatever Japan administers, whoever owns it, and nothing else.
2013-01-01 ? CHN attacks JPN in Senkaku  =>  must act: USA (certain) by usa-jpn-1960
2013-01-01 ? KOR attacks JPN in Dokdo  =>  not bound: USA by usa-jpn-1960
2024-01-01 ? CHN attacks USA in Okinawa  =>  must act: JPN by usa-jpn-1960
1970-01-01 ? CHN attacks USA in Okinawa  =>  not bound: JPN by usa-jpn-1960
2024-01-01 ? CHN attacks USA in Guam  =>  not bound: JPN by usa-jpn-1960
2010-11-23 ? PRK attacks KOR in Yeonpyeong  =>  must consult: JPN, USA by usa-jpn-1960

2024-01-01 ? bound  =>  JPN -> USA basing (certain); KOR -> USA basing (certain); not USA -> JPN basing
