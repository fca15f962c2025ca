# One invoice nobody pays: five contacts, from five days before the due date to a last amicable notice.
items
  F1 ALPHA 2026-08-15 due 2026-09-14 1 200,00

as of 2026-09-09
horizon 40 days
expect
  2026-09-09 ALPHA pre-due e-mail F1 1 200,00
  2026-09-15 ALPHA first-reminder e-mail F1 1 200,00
  2026-09-21 ALPHA call phone F1 1 200,00
  2026-09-28 ALPHA arrangement e-mail F1 1 200,00
  2026-10-14 ALPHA last-notice e-mail F1 1 200,00

# Day by day: what was done is not done again.
horizon 0 days
contacted ALPHA 2026-09-09
as of 2026-09-10
expect
  nobody is contacted
  left alone F1 already contacted 2026-09-09

as of 2026-09-15
expect
  2026-09-15 ALPHA first-reminder e-mail F1 1 200,00

contacted ALPHA 2026-09-15
as of 2026-09-21
expect
  2026-09-21 ALPHA call phone F1 1 200,00

contacted ALPHA 2026-09-21
contacted ALPHA 2026-09-28
contacted ALPHA 2026-10-14
as of 2026-12-01
horizon 60 days
expect
  nobody is contacted
  left alone F1 already contacted 2026-10-14
