//! The arguments of commands that compute from figures alone, without a file.

use super::{Command, Usage, Words, word};
use protocol::{ClaimPayment, ClaimRules, ClaimsQuery, FinancingQuery, LateInterestQuery, LimitationQuery};
use values::{Amount, Currency, Day};

impl Words {
    /// `claims FILE --as-of DAY [--customer CODE]`.
    pub(super) fn claims(&self) -> Result<Command, Usage> {
        let ClaimRules { settings, contract_rate_percent, day_count, allocation, rates } = self.claim_rules()?;
        Ok(Command::Claims(ClaimsQuery {
            as_of: self.as_of()?,
            customer: self.value("--customer").map(str::to_owned),
            settings,
            contract_rate_percent,
            day_count,
            allocation,
            rates,
            offset: None,
            limit: None,
        }))
    }

    /// `[--contract-rate 8.25] [--day-count 365] [--allocation interest-first]`: own rates are read from their file later.
    pub(super) fn claim_rules(&self) -> Result<ClaimRules, Usage> {
        Ok(ClaimRules {
            settings: Vec::new(),
            contract_rate_percent: self.value("--contract-rate").map(str::to_owned),
            day_count: self.read("--day-count", word)?,
            allocation: self.read("--allocation", word)?,
            rates: None,
        })
    }

    /// `limitation FILE --as-of DAY [--months 6]`.
    pub(super) fn limitation(&self) -> Result<Command, Usage> {
        Ok(Command::Limitation(LimitationQuery {
            as_of: self.as_of()?,
            within_months: self.read("--months", |months| months.parse().ok().filter(|months| *months <= 240))?,
            customer: self.value("--customer").map(str::to_owned),
            events: Vec::new(),
            settings: Vec::new(),
            limit: None,
        }))
    }

    /// `financing --currency EUR --turnover 1200000 --commission 4 --overdue 50000 --bank-rate 6 --overdue-days 45
    /// --discount 2/10/30`.
    pub(super) fn financing(&self) -> Result<Command, Usage> {
        let currency: Currency = self.read("--currency", |code| code.parse().ok())?.unwrap_or(Currency::EUR);
        let amount = |option| self.read(option, |typed| text::typed_amount(typed, currency));
        let discount = self.read("--discount", discount)?;
        Ok(Command::Financing(FinancingQuery {
            currency,
            turnover: amount("--turnover")?,
            commission_percent: self.value("--commission").map(str::to_owned),
            overdue: amount("--overdue")?,
            bank_rate_percent: self.value("--bank-rate").map(str::to_owned),
            overdue_days: self.read("--overdue-days", |days| days.parse().ok())?,
            discount_percent: discount.as_ref().map(|(percent, ..)| percent.clone()),
            discount_days: discount.as_ref().map(|(_, days, _)| *days),
            net_days: discount.as_ref().map(|(.., net)| *net),
        }))
    }

    /// `interest --principal 10000.00 --currency EUR --due DAY --until DAY --regime fr-b2b`.
    pub(super) fn interest(&self) -> Result<Command, Usage> {
        let required = || self.refuse(self.language.cli_interest_required());
        let currency: Currency = self.read("--currency", |code| code.parse().ok())?.ok_or_else(required)?;
        let amount = |option| self.read(option, |typed| text::typed_amount(typed, currency));
        let day = |option| self.read(option, |day| day.parse::<Day>().ok());
        let mut payments = Vec::new();
        for (option, value) in self.values.iter().filter(|(option, _)| option == "--payment") {
            let paid = payment(value, currency);
            payments.push(paid.ok_or_else(|| self.refuse(self.language.cli_bad_value(option, Some(value))))?);
        }
        Ok(Command::Interest(LateInterestQuery {
            principal: amount("--principal")?.ok_or_else(required)?,
            currency,
            due_day: day("--due")?.ok_or_else(required)?,
            until: day("--until")?.ok_or_else(required)?,
            regime: self.read("--regime", word)?.ok_or_else(required)?,
            contract_rate_percent: self.value("--contract-rate").map(str::to_owned),
            day_count: self.read("--day-count", word)?,
            payments: Some(payments).filter(|payments| !payments.is_empty()),
            allocation: self.read("--allocation", word)?,
            costs: amount("--costs")?,
            notice_day: day("--notice")?,
            insolvency_day: day("--insolvency")?,
            rates: None,
        }))
    }
}

/// `2/10/30`: percent, days to take it, days without it.
fn discount(text: &str) -> Option<(String, u32, u32)> {
    let mut parts = text.split('/');
    let (percent, days, net) = (parts.next()?, parts.next()?, parts.next()?);
    let read = (percent.to_owned(), days.trim().parse().ok()?, net.trim().parse().ok()?);
    parts.next().is_none().then_some(read)
}

/// `2026-07-15:4000.00`.
fn payment(text: &str, currency: Currency) -> Option<ClaimPayment> {
    let (day, amount) = text.split_once(':')?;
    let amount: Amount = text::typed_amount(amount, currency)?;
    Some(ClaimPayment { day: day.trim().parse().ok()?, amount })
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::Command;

    fn parsed(line: &str) -> Result<Command, String> {
        let args: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&args).map(|parsed| parsed.command).map_err(|usage| usage.message.trim_end().to_owned())
    }

    const WHOLE: &str =
        "interest --principal 10000,00 --currency EUR --due 2026-05-31 --until 2026-09-30 --regime fr-b2b";

    #[test]
    fn a_claim_is_read_with_its_payments() {
        let line = format!("{WHOLE} --payment 2026-07-15:4000.00 --payment=2026-08-01:1,5 --allocation interest-first");
        let Command::Interest(query) = parsed(&line).unwrap() else { panic!("another command") };
        let payments: Vec<i64> = query.payments.iter().flatten().map(|payment| payment.amount.minor()).collect();
        assert_eq!((query.principal.minor(), payments), (1_000_000, vec![400_000, 150]));
    }

    #[test]
    fn what_is_missing_or_wrong_is_refused() {
        let missing = "interest takes --principal AMOUNT, --currency CUR, --due DAY, --until DAY and --regime NAME.";
        assert_eq!(parsed("interest --principal 10 --currency EUR").unwrap_err(), missing);
        for (option, value) in [("--payment", "4000"), ("--day-count", "361"), ("--costs", "x"), ("--notice", "July")] {
            let expected = format!("{option}: “{value}” does not fit; see “encours --help”.");
            assert_eq!(parsed(&format!("{WHOLE} {option} {value}")).unwrap_err(), expected);
        }
        let regime = parsed(&WHOLE.replace("fr-b2b", "fr")).unwrap_err();
        assert_eq!(regime, "--regime: “fr” does not fit; see “encours --help”.");
    }
}
