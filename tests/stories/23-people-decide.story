# What people record: a part in dispute, a promise, a pause, instalments, a factor, an agency; each returns in its turn.
policy five-steps
items
  D1 ALPHA 2026-05-01 due 2026-06-01 1 000,00
  P1 BETA 2026-05-01 due 2026-06-01 500,00
  B1 GAMMA 2026-05-01 due 2026-06-01 400,00
  I1 DELTA 2026-05-01 due 2026-06-01 900,00
  F1 EPSILON 2026-05-01 due 2026-06-01 700,00
  H1 ZETA 2026-05-01 due 2026-06-01 600,00
  S1 ETA 2026-05-01 due 2026-06-01 800,00
dispute D1 for 2026-06-10 300,00
promise P1 until 2026-06-26 500,00
block B1 until 2026-06-28 because copy of the invoice sent
instalments I1 next 2026-07-01
factored F1
agency H1
insolvent S1 since 2026-06-12

as of 2026-06-22
horizon 10 days
expect

# The promise is broken, and another before it: the next reminder is one level firmer than its age.
free P1
broken promise BETA 2026-05-20
broken promise BETA 2026-06-26
as of 2026-06-29
horizon 0 days
expect
