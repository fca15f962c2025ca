# Nothing is late: one service message five days before, none earlier.
items
  F1 ALPHA 2026-08-15 due 2026-09-14 1 200,00
  F2 ALPHA 2026-09-01 due 2026-10-31 800,00

as of 2026-09-08
expect
  nobody is contacted
  left alone F1 not due, first step 2026-09-09
  left alone F2 not due, first step 2026-10-26

as of 2026-09-08
horizon 5 days
expect
  2026-09-09 ALPHA pre-due e-mail F1 1 200,00
  left alone F2 not due, first step 2026-10-26

# Opened on the eve of the due date, the message still goes, and says it is late by four days.
as of 2026-09-13
horizon 0 days
expect
  2026-09-13 ALPHA pre-due e-mail F1 1 200,00 (caught up from 2026-09-09)
  left alone F2 not due, first step 2026-10-26
