# The four segments of the articles: key accounts, large firms, public bodies and customers at risk by phone, the others in
# writing; a formal notice at the end of each, for a person to approve.
policy four-segments
items
  A1 ALPHA 2026-06-01 due 2026-06-30 1 000,00
  R1 RISK 2026-06-01 due 2026-06-30 2 000,00
segment ALPHA low-risk
segment RISK at-risk

as of 2026-07-01
horizon 60 days
expect
