# The default policy: one invoice each, four segments, four ways. BETA is a key account: it is called first. CITY is a
# public body: a call about the filing of the invoice, and time. RISK has short steps. ALPHA follows the five steps.
policy default
items
  A1 ALPHA 2026-06-01 due 2026-06-30 1 000,00
  B1 BETA 2026-06-01 due 2026-06-30 9 000,00
  C1 CITY 2026-06-01 due 2026-06-30 3 000,00
  R1 RISK 2026-06-01 due 2026-06-30 2 000,00
segment ALPHA low-risk
segment BETA key-accounts
segment CITY large-and-public
segment RISK at-risk

as of 2026-06-19
horizon 60 days
expect
