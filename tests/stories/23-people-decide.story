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
  2026-06-22 ALPHA arrangement e-mail D1 700,00 (caught up from 2026-06-15)
  2026-06-29 BETA arrangement e-mail P1 500,00 (caught up from 2026-06-15)
  2026-06-29 GAMMA arrangement e-mail B1 400,00 (caught up from 2026-06-15)
  2026-07-01 ALPHA last-notice e-mail D1 700,00
  left alone I1 instalments, next 2026-07-01
  left alone F1 factored
  left alone S1 insolvent since 2026-06-12
  left alone H1 handed over: agency

# The promise is broken, and another before it: the next reminder is one level firmer than its age.
free P1
broken promise BETA 2026-05-20
broken promise BETA 2026-06-26
as of 2026-06-29
horizon 0 days
expect
  2026-06-29 BETA last-notice e-mail P1 500,00 (caught up from 2026-06-15)
  2026-06-29 ALPHA arrangement e-mail D1 700,00 (caught up from 2026-06-15)
  2026-06-29 GAMMA arrangement e-mail B1 400,00 (caught up from 2026-06-15)
  left alone I1 instalments, next 2026-07-01
  left alone F1 factored
  left alone S1 insolvent since 2026-06-12
  left alone H1 handed over: agency
