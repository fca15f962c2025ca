# The four segments of the articles: key accounts, large firms, public bodies and customers at risk by phone, the others in
# writing; a formal notice at the end of each, for a person to approve.
policy four-segments
items
  A1 ALPHA 2026-06-01 due 2026-06-30 1 000,00
  R1 RISK 2026-06-01 due 2026-06-30 2 000,00
segment ALPHA low-risk
segment RISK at-risk

as of 2026-07-01
horizon 60 days
expect
  2026-07-01 RISK first-call phone R1 2 000,00
  2026-07-06 ALPHA first-reminder e-mail A1 1 000,00 (moved from 2026-07-05)
  2026-07-07 RISK second-call phone R1 2 000,00
  2026-07-15 RISK last-notice letter R1 2 000,00 (moved from 2026-07-14)
  2026-07-15 ALPHA second-reminder e-mail A1 1 000,00
  2026-07-30 ALPHA last-notice letter A1 1 000,00
  2026-07-31 RISK formal-notice registered-letter R1 2 000,00 (to be approved)
  2026-08-14 ALPHA formal-notice registered-letter A1 1 000,00 (to be approved)
