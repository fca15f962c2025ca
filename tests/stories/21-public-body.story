# A public body: the filing of the invoice is checked by phone before anything is asked in writing.
policy public-body
items
  F1 CITY 2026-06-01 due 2026-06-30 8 000,00

as of 2026-06-15
horizon 75 days
expect
  2026-06-22 CITY pre-due e-mail F1 8 000,00 (moved from 2026-06-20)
  2026-07-06 CITY portal-call phone F1 8 000,00 (moved from 2026-07-05)
  2026-07-15 CITY reminder e-mail F1 8 000,00
  2026-07-30 CITY second-call phone F1 8 000,00
  2026-08-14 CITY last-notice letter F1 8 000,00 (to be approved)
