# ALPHA was called on Saturday the 12th about something else: the first reminder of the 15th waits until the 17th, and
# the call of the 21st until the 22nd.
items
  F1 ALPHA 2026-08-15 due 2026-09-14 1 200,00
contacted ALPHA 2026-09-12

as of 2026-09-15
expect
  nobody is contacted
  left alone F1 too soon until 2026-09-17

as of 2026-09-15
horizon 10 days
expect
  2026-09-17 ALPHA first-reminder e-mail F1 1 200,00 (put off from 2026-09-15)
  2026-09-22 ALPHA call phone F1 1 200,00 (put off from 2026-09-21)
