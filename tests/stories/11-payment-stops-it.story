# ALPHA pays between two steps: the sequence stops. BETA pays a part: the next step asks for the rest only.
items
  F1 ALPHA 2026-08-15 due 2026-09-14 1 200,00
  G1 BETA 2026-08-15 due 2026-09-14 1 000,00
pay F1 2026-09-18
pay G1 2026-09-18 400,00

as of 2026-09-15
expect
  2026-09-15 ALPHA first-reminder e-mail F1 1 200,00
  2026-09-15 BETA first-reminder e-mail G1 1 000,00

contacted ALPHA 2026-09-15
contacted BETA 2026-09-15
as of 2026-09-21
expect
  2026-09-21 BETA call phone G1 600,00

# The rest comes at last.
contacted BETA 2026-09-21
pay G1 2026-09-25 600,00
as of 2026-09-28
horizon 60 days
expect
  nobody is contacted
