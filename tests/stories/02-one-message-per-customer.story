# Three invoices at three stages make one message, at the level of the oldest; the one due soon is listed with them.
# The invoice due in January is not mentioned.
items
  F1 ALPHA 2026-07-15 due 2026-08-14 800,00
  F2 ALPHA 2026-08-12 due 2026-09-11 450,00
  F3 ALPHA 2026-08-17 due 2026-09-16 250,00
  F4 ALPHA 2026-09-01 due 2027-01-31 5 000,00
  G1 BETA 2026-08-12 due 2026-09-12 90,00

as of 2026-09-13
expect
  2026-09-13 ALPHA last-notice e-mail F1 F2 F3 1 250,00
  2026-09-13 BETA first-reminder e-mail G1 90,00
  left alone F4 not due, first step 2027-01-26
