# ALPHA owes 300,00 and we owe ALPHA 500,00: nobody is written to.
items
  F1 ALPHA 2026-07-15 due 2026-08-14 300,00
credit A1 ALPHA 2026-08-20 200,00
unallocated P1 ALPHA 2026-08-28 300,00

as of 2026-09-13
horizon 30 days
expect
  nobody is contacted
  left alone F1 credits cover the debt
  left alone A1 credit
  left alone P1 credit
