# A disputed invoice is left alone while the rest of the account goes on; once settled it comes back at its own age.
items
  F1 ALPHA 2026-08-15 due 2026-09-14 1 200,00
  F3 ALPHA 2026-07-01 due 2026-07-31 9 000,00
dispute F3

as of 2026-09-15
expect
  2026-09-15 ALPHA first-reminder e-mail F1 1 200,00
  left alone F3 disputed

# Everything disputed: silence.
dispute F1
as of 2026-09-21
expect
  nobody is contacted
  left alone F3 disputed
  left alone F1 disputed

settle dispute F3
as of 2026-09-28
expect
  2026-09-28 ALPHA last-notice e-mail F3 9 000,00 (caught up from 2026-08-30)
  left alone F1 disputed
