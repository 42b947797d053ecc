# Statements, arrangements and one treaty about submarines: what fpda-1971, aukus-2021, quad-2021 and camp-david-2023 say binds
# nobody in law, and aukus-nuclear-2024 binds to no defence.
1975-01-01 ? IDN attacks SGP  =>  must act: nobody by fpda-1971; must consult: nobody by fpda-1971
1975-01-01 ? IDN attacks AUS  =>  must act: nobody by fpda-1971
2024-01-01 ? PRK attacks KOR in Seoul  =>  must act: USA by usa-kor-1953; must consult: nobody by camp-david-2023; must act: nobody by camp-david-2023
2024-01-01 ? CHN attacks IND  =>  must act: nobody by quad-2021; must consult: nobody by quad-2021
2025-02-01 ? CHN attacks AUS  =>  must act: NZL, USA by anzus-1951; must act: nobody by aukus-2021; must act: nobody by aukus-nuclear-2024
2025-02-01 ? CHN attacks GBR in Hong Kong  =>  must act: nobody by aukus-2021
2025-01-16 ? bound  =>  not USA -> AUS technology
2025-01-17 ? bound  =>  USA -> AUS technology (certain); AUS -> GBR technology (certain)
# The Pukpuk Treaty, aus-png-2025, was signed on 6 October 2025; whether it has come into force is not known here.
2025-10-06 ? IDN attacks PNG  =>  must act: nobody by aus-png-2025
2025-12-01 ? IDN attacks PNG  =>  must act: AUS (possible) by aus-png-2025
