# Eighty cents, or what a credit note leaves of a debt, is not worth a message; one euro is.
items
  F1 ALPHA 2026-08-15 due 2026-09-14 0,80
  G1 BETA 2026-08-15 due 2026-09-14 100,50
  H1 GAMMA 2026-08-15 due 2026-09-14 1,00
credit A1 BETA 2026-09-01 100,00

as of 2026-09-15
expect
  2026-09-15 GAMMA first-reminder e-mail H1 1,00
  left alone F1 0,80 below 1,00
  left alone G1 0,50 below 1,00
  left alone A1 credit
