# A public body: the filing of the invoice is checked by phone before anything is asked in writing.
policy public-body
items
  F1 CITY 2026-06-01 due 2026-06-30 8 000,00

as of 2026-06-15
horizon 75 days
expect
