# Up to the formal notice, each step confirmed in the journal. The formal notice waits for a person, and for the deadline
# of the last amicable notice.
policy formal-notice
items
  F1 ALPHA 2026-06-01 due 2026-06-30 4 000,00
contacted ALPHA 2026-07-30 last-notice about F1

as of 2026-08-10
horizon 30 days
expect
  2026-08-14 ALPHA formal-notice registered-letter F1 4 000,00 (to be approved)

# A first import finds a debt of the year before: never a formal notice first.
items
  G1 BETA 2025-06-01 due 2025-06-30 4 000,00
as of 2026-08-11
horizon 30 days
expect
  2026-08-11 BETA last-notice e-mail G1 4 000,00 (caught up from 2025-07-30)
  2026-08-14 ALPHA formal-notice registered-letter F1 4 000,00 (to be approved)
  2026-08-26 BETA formal-notice registered-letter G1 4 000,00 (to be approved)
