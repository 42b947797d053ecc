# The Charter of 1981 promises no defence; the agreement of 2000 does.
1985-01-01 ? IRN attacks SAU  =>  must act: nobody by gcc-1981; must act: nobody by gcc-2000
1990-08-02 ? IRQ invades KWT  =>  must act: nobody by gcc-1981
2001-01-01 ? IRN attacks KWT  =>  not bound: SAU by gcc-2000
2002-06-01 ? IRN attacks KWT  =>  must act: ARE, BHR, OMN, QAT, SAU (possible) by gcc-2000
2010-01-01 ? IRN attacks SAU  =>  must act: ARE, BHR, KWT, OMN, QAT (certain) by gcc-2000
2010-01-01 ? IRN threatens SAU  =>  must consult: ARE, BHR, KWT, OMN, QAT by gcc-2000; must act: nobody by gcc-2000
# 2017: a quarrel among members ends no duty.
2018-01-01 ? SAU threatens QAT  =>  barred: SAU (certain) by gcc-2000
# Doha, 9 September 2025. The Emirates owed Israel peace as well. Washington had promised nothing yet.
2025-09-09 ? ISR strikes QAT in Doha  =>  must act: ARE, BHR, KWT, OMN, SAU (certain) by gcc-2000; clash: ARE with isr-are-2020
2025-09-09 ? ISR strikes QAT in Doha  =>  must act: nobody by usa-qat-2025; must act: nobody by gcc-1981
# After the executive order: it is an order to departments, and binds the United States to nobody in law.
2025-10-02 ? ISR strikes QAT in Doha  =>  must act: nobody by usa-qat-2025; not bound: USA by usa-qat-2025
2025-10-02 ? bound  =>  not USA -> QAT defence
# Pakistan: nothing before 17 September 2025; then aggression against one is against both, on conditions nobody has published.
2025-09-16 ? IRN attacks SAU  =>  disputed: nobody by sau-pak-2025; must act: ARE, BHR, KWT, OMN, QAT by gcc-2000
2025-10-01 ? IRN attacks SAU  =>  disputed: PAK (possible) by sau-pak-2025; must act: nobody by sau-pak-2025
2026-03-07 ? IRN strikes SAU  =>  disputed: PAK (certain) by sau-pak-2025; must act: ARE, BHR, KWT, OMN, QAT (certain) by gcc-2000
2026-03-07 ? IND attacks PAK  =>  disputed: SAU (certain) by sau-pak-2025
# Bahrain and the United States: a meeting at once, no more. The United Kingdom joined them in 2025.
2023-09-12 ? IRN strikes BHR  =>  must consult: nobody by usa-bhr-2023
2024-06-01 ? IRN strikes BHR  =>  must consult: USA (possible) by usa-bhr-2023; must act: nobody by usa-bhr-2023
2026-03-06 ? IRN strikes BHR  =>  must consult: GBR, USA (certain) by usa-bhr-2023; must act: nobody by usa-bhr-2023
