# D-5, D+5 and a call at D+15. Two days late nothing is said: the message before the due date makes no sense any more.
policy j-5-j5-j15
items
  F1 ALPHA 2026-06-01 due 2026-06-30 1 500,00

as of 2026-06-25
horizon 40 days
expect
  2026-06-25 ALPHA pre-due e-mail F1 1 500,00
  2026-07-06 ALPHA first-reminder e-mail F1 1 500,00 (moved from 2026-07-05)
  2026-07-15 ALPHA call phone F1 1 500,00

contacted ALPHA 2026-06-25 pre-due about F1
as of 2026-07-02
horizon 0 days
expect
  left alone F1 already contacted 2026-06-25

pay F1 2026-07-08
contacted ALPHA 2026-07-06 first-reminder about F1
as of 2026-07-09
horizon 30 days
expect
  nobody is contacted
