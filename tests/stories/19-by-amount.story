# One reminder below 500,00, two above, ten days to two weeks apart, then the last amicable notice.
policy one-or-two-by-amount
items
  A1 ALPHA 2026-06-01 due 2026-06-30 300,00
  B1 BETA 2026-06-01 due 2026-06-30 3 000,00

as of 2026-07-01
horizon 60 days
expect
  2026-07-10 ALPHA first-reminder e-mail A1 300,00
  2026-07-10 BETA first-reminder e-mail B1 3 000,00
  2026-07-24 ALPHA last-notice-small letter A1 300,00
  2026-07-24 BETA second-reminder e-mail B1 3 000,00
  2026-08-07 BETA last-notice letter B1 3 000,00
