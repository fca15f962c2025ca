# The last notice of F1 fell ten days ago and is caught up; F2 has its first reminder today. The message is a last
# notice, so what is said of its day is the day the last notice fell.
items
  F1 ALPHA 2026-08-06 due 2026-09-05 900,00
  F2 ALPHA 2026-09-14 due 2026-10-14 100,00

as of 2026-10-15
expect
  2026-10-15 ALPHA last-notice e-mail F1 F2 1 000,00 (caught up from 2026-10-05)
