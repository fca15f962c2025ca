//! Interest and indemnity of the late items of a text, to the day of the contact: the law's own rule for who the customer
//! is, each item by itself, so that a text says what the computation of a single invoice says.

use crate::case::{Claims, Line, Nature};
use rules::interest::{Claim, Indemnity, InterestRefused, Method, Regime, Rule, late_interest};
use rules::rates::Rates;
use text::Language;
use values::{Amount, Currency, Day, Days};

/// The fixed sum of one invoice, in cents (D441-5).
pub(crate) const PER_INVOICE: i64 = 4_000;

/// Credits are zero or less; lines are oldest due first. Beyond the total of a letter, and only in euros: claims in another currency follow the law of another country.
/// `Ok(None)` where nothing may be claimed: no late item, another currency, or a consumer, whose interest begins with the
/// formal notice.
pub fn claims(
    language: Language,
    lines: &[Line],
    credits: Amount,
    nature: Nature,
    currency: Currency,
    day: Day,
    rates: &Rates,
) -> Result<Option<Claims>, InterestRefused> {
    let regime = match nature {
        Nature::Business => Regime::FrB2b,
        Nature::PublicBody => Regime::FrPublic,
        Nature::Consumer => return Ok(None),
    };
    let Ok(rule) = Rule::new(regime, None) else { return Ok(None) };
    let late: Vec<&Line> =
        lines.iter().filter(|line| line.claimed && line.is_late() && line.asked.is_debit()).collect();
    if currency != Currency::EUR || late.is_empty() {
        return Ok(None);
    }
    let mut claims = Claims {
        interest: Amount::ZERO,
        per_day: Amount::ZERO,
        rate: String::new(),
        indemnity: Amount::ZERO,
        invoices: 0,
    };
    // What the customer has in credit is set against what fell due first (C. civ. 1342-10): nobody pays interest on it.
    let mut credit = credits.abs();
    for line in late {
        let covered = credit.min(line.asked);
        credit -= covered;
        let principal = line.asked - covered;
        if principal.is_zero() {
            continue;
        }
        let until = if day > line.due_day { day } else { line.due_day + Days(1) };
        let claim = Claim {
            principal,
            currency,
            due: line.due_day,
            until,
            payments: &[],
            costs: Amount::ZERO,
            notice: None,
            insolvency: None,
        };
        let found = late_interest(&claim, rule, Method::default(), rates)?;
        claims.interest += found.interest;
        claims.per_day += found.per_day;
        // The fixed sum is due per invoice: an opening balance or an entry without a number is none.
        if let Indemnity::Due(amount) = found.indemnity
            && line.numbered_invoice
        {
            claims.indemnity += amount;
            claims.invoices += 1;
        }
        if let Some(last) = found.segments.last() {
            claims.rate = language.letter_rate(last.applied.rate.units().into());
        }
    }
    Ok(Some(claims))
}
