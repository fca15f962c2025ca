# ALPHA was written to on the 15th about F1, while F3 was disputed and left out. F1 is paid, the dispute is settled:
# nobody has ever written about F3, so it comes now, caught up.
items
  F1 ALPHA 2026-08-15 due 2026-09-14 1 200,00
  F3 ALPHA 2026-07-01 due 2026-07-31 9 000,00
dispute F3

as of 2026-09-15
expect
  2026-09-15 ALPHA first-reminder e-mail F1 1 200,00
  left alone F3 disputed

contacted ALPHA 2026-09-15 first-reminder about F1
pay F1 2026-09-20
settle dispute F3
as of 2026-09-28
expect
  2026-09-28 ALPHA last-notice e-mail F3 9 000,00 (caught up from 2026-08-30)
