# A consumer: three days of grace, softer and slower, nothing claimed but the price.
policy consumer
items
  F1 ALPHA 2026-06-01 due 2026-06-30 80,00

as of 2026-06-26
horizon 60 days
expect
