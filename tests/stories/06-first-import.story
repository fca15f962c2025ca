# The first import finds old invoices and no trace of any contact: one catch-up each, the most advanced first.
items
  F1 ALPHA 2025-12-01 due 2026-01-31 2 000,00
  F2 ALPHA 2026-05-01 due 2026-06-30 500,00
  G1 BETA 2026-08-01 due 2026-09-20 700,00
  H1 GAMMA 2026-08-25 due 2026-09-24 60,00

as of 2026-09-30
expect
  2026-09-30 ALPHA last-notice e-mail F1 F2 2 500,00 (caught up from 2026-03-02)
  2026-09-30 BETA call phone G1 700,00 (caught up from 2026-09-27)
  2026-09-30 GAMMA first-reminder e-mail H1 60,00 (caught up from 2026-09-25)

# No second message on the days that follow, but the next step in its turn.
contacted ALPHA 2026-09-30
contacted BETA 2026-09-30
contacted GAMMA 2026-09-30
as of 2026-10-01
expect
  nobody is contacted
  left alone F1 already contacted 2026-09-30
  left alone F2 already contacted 2026-09-30
  left alone G1 already contacted 2026-09-30
  left alone H1 too soon until 2026-10-05
