# A credit note smaller than the debt is deducted visibly from what is asked.
items
  F1 ALPHA 2026-08-15 due 2026-09-14 1 200,00
  F2 ALPHA 2026-08-20 due 2026-09-19 100,00
credit A1 ALPHA 2026-09-10 300,00

as of 2026-09-15
expect
  2026-09-15 ALPHA first-reminder e-mail F1 F2 credits -300,00 900,00
  left alone A1 credit
