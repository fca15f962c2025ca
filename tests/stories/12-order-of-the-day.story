# On one day the most advanced step comes first, then customers in order.
items
  A1 ALPHA 2026-08-15 due 2026-09-14 100,00
  B1 BETA 2026-08-01 due 2026-09-01 200,00
  C1 CHARLIE 2026-08-15 due 2026-09-14 300,00
  D1 DELTA 2026-07-01 due 2026-08-16 400,00

as of 2026-09-15
expect
  2026-09-15 DELTA last-notice e-mail D1 400,00
  2026-09-15 BETA arrangement e-mail B1 200,00
  2026-09-15 ALPHA first-reminder e-mail A1 100,00
  2026-09-15 CHARLIE first-reminder e-mail C1 300,00
