# An invoice without a due date is never guessed at; the others of the same customer go on.
items
  F1 ALPHA 2026-06-15 no due date 1 200,00
  F2 ALPHA 2026-08-15 due 2026-09-14 300,00

as of 2026-09-15
horizon 5 days
expect
  2026-09-15 ALPHA first-reminder e-mail F2 300,00
  left alone F1 no due date
