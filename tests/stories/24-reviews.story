# A person looks at the plan: one contact is put off, one is made by phone, one is passed over with a reason.
policy five-steps
items
  A1 ALPHA 2026-05-01 due 2026-06-01 1 000,00
  B1 BETA 2026-05-01 due 2026-06-01 500,00
  C1 GAMMA 2026-05-01 due 2026-06-01 400,00
snooze 2026-06-15/arrangement/EUR/ALPHA until 2026-06-18
by phone 2026-06-15/arrangement/EUR/BETA
skip 2026-06-15/arrangement/EUR/GAMMA because the manager calls

as of 2026-06-15
horizon 10 days
expect
  2026-06-15 BETA arrangement phone B1 500,00 (approved)
  2026-06-18 ALPHA arrangement e-mail A1 1 000,00 (held since 2026-06-15)
  left alone C1 skipped: the manager calls
