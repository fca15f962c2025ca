# Due on 1 May 2026, a holiday: five days before is a Sunday, and goes to Monday; D+7 is 8 May, another holiday, and goes
# to Monday the 11th; D+30 is a Sunday.
policy five-steps
items
  F1 ALPHA 2026-04-01 due 2026-05-01 1 200,00

as of 2026-04-20
horizon 60 days
expect
  2026-04-27 ALPHA pre-due e-mail F1 1 200,00 (moved from 2026-04-26)
  2026-05-04 ALPHA first-reminder e-mail F1 1 200,00 (moved from 2026-05-02)
  2026-05-11 ALPHA call phone F1 1 200,00 (moved from 2026-05-08)
  2026-05-18 ALPHA arrangement e-mail F1 1 200,00 (put off from 2026-05-15)
  2026-06-01 ALPHA last-notice e-mail F1 1 200,00 (moved from 2026-05-31)
