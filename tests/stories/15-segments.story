# The default policy: one invoice each, four segments, four ways. BETA is a key account: it is called first. CITY is a
# public body: a call about the filing of the invoice, and time. RISK has short steps. ALPHA follows the five steps.
policy default
items
  A1 ALPHA 2026-06-01 due 2026-06-30 1 000,00
  B1 BETA 2026-06-01 due 2026-06-30 9 000,00
  C1 CITY 2026-06-01 due 2026-06-30 3 000,00
  R1 RISK 2026-06-01 due 2026-06-30 2 000,00
segment ALPHA low-risk
segment BETA key-accounts
segment CITY large-and-public
segment RISK at-risk

as of 2026-06-19
horizon 60 days
expect
  2026-06-22 CITY pre-due e-mail C1 3 000,00 (moved from 2026-06-20)
  2026-06-25 ALPHA pre-due e-mail A1 1 000,00
  2026-06-25 BETA pre-due e-mail B1 9 000,00
  2026-06-25 RISK pre-due e-mail R1 2 000,00
  2026-07-01 ALPHA first-reminder e-mail A1 1 000,00
  2026-07-01 RISK first-call phone R1 2 000,00
  2026-07-02 BETA first-call phone B1 9 000,00
  2026-07-06 RISK arrangement e-mail R1 2 000,00
  2026-07-06 CITY portal-call phone C1 3 000,00 (moved from 2026-07-05)
  2026-07-07 ALPHA call phone A1 1 000,00
  2026-07-08 BETA reminder e-mail B1 9 000,00
  2026-07-13 RISK last-notice e-mail R1 2 000,00 (moved from 2026-07-12)
  2026-07-15 ALPHA arrangement e-mail A1 1 000,00 (moved from 2026-07-14)
  2026-07-15 BETA second-call phone B1 9 000,00
  2026-07-15 CITY reminder e-mail C1 3 000,00
  2026-07-30 ALPHA last-notice e-mail A1 1 000,00
  2026-07-30 BETA last-notice e-mail B1 9 000,00 (to be approved)
  2026-07-30 CITY second-call phone C1 3 000,00
  2026-08-14 CITY last-notice letter C1 3 000,00 (to be approved)
