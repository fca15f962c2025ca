# A consumer: three days of grace, softer and slower, nothing claimed but the price.
policy consumer
items
  F1 ALPHA 2026-06-01 due 2026-06-30 80,00

as of 2026-06-26
horizon 60 days
expect
  2026-06-29 ALPHA pre-due e-mail F1 80,00 (moved from 2026-06-27)
  2026-07-08 ALPHA first-reminder e-mail F1 80,00
  2026-07-20 ALPHA second-reminder e-mail F1 80,00 (moved from 2026-07-18)
  2026-07-30 ALPHA call phone F1 80,00
  2026-08-12 ALPHA last-notice letter F1 80,00 (to be approved)
