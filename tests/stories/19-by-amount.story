# One reminder below 500,00, two above, ten days to two weeks apart, then the last amicable notice.
policy one-or-two-by-amount
items
  A1 ALPHA 2026-06-01 due 2026-06-30 300,00
  B1 BETA 2026-06-01 due 2026-06-30 3 000,00

as of 2026-07-01
horizon 60 days
expect
