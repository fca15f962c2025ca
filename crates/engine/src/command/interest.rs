//! Late-payment interest and rate tables as people read them.

use super::columns::table;
use super::people::{left, right};
use protocol::{FinancingCosts, InterestDetail, RateTables};
use text::Language;
use values::{Amount, Currency};

/// The rule, the segments and what they sum to, what is left, what to check.
pub fn text(of: &InterestDetail, currency: Currency, language: Language) -> String {
    let headings = [
        left(language.interest_from()),
        left(language.interest_to()),
        right(language.interest_days()),
        right(language.interest_principal()),
        right(language.interest_rate()),
        right(&format!("{} {currency}", language.interest_amount())),
        left(language.interest_source()),
    ];
    let mut rows: Vec<Vec<String>> = of
        .segments
        .iter()
        .map(|segment| {
            vec![
                language.day(segment.from),
                language.day(segment.to),
                language.number(segment.days.into()),
                language.amount(segment.principal, currency),
                language.rate(&segment.rate_percent),
                language.amount(segment.interest, currency),
                segment.source.clone(),
            ]
        })
        .collect();
    let total = language.amount(of.interest, currency);
    let blank = String::new;
    rows.push(vec![language.cli_total().to_owned(), blank(), blank(), blank(), blank(), total, blank()]);
    let mut text =
        format!("{}\n\n{}\n", language.labelled(language.interest_rule(), &of.regime_text), table(&headings, &rows));
    let mut line = |name: &str, value: &str| text.push_str(&(language.labelled(name, value) + "\n"));
    line(language.interest_exact(), &of.exact.replace('.', &language.decimal_mark().to_string()));
    line(language.interest_indemnity(), &of.indemnity_text);
    line(language.interest_method(), &of.method);
    let money = |amount: Amount| language.money(amount, currency);
    line(language.interest_principal_left(), &money(of.principal_left));
    line(language.interest_left(), &money(of.interest_left));
    for (name, amount) in [(language.interest_costs_left(), of.costs_left), (language.interest_overpaid(), of.overpaid)]
    {
        if !amount.is_zero() {
            line(name, &money(amount));
        }
    }
    line(language.interest_owed(), &money(of.owed));
    line(language.interest_per_day(), &money(of.per_day));
    for warning in &of.warnings {
        line(language.interest_check(), warning);
    }
    text + language.not_legal_advice() + "\n"
}

/// Every table with its rows.
pub fn rates(of: &RateTables, language: Language) -> String {
    let headings = [
        left(language.interest_from()),
        left(language.interest_to()),
        right(language.interest_rate()),
        left(language.rate_quality()),
        left(language.interest_source()),
    ];
    let tables = of.series.iter().map(|series| {
        let rows = series.rows.iter().map(|row| {
            let (from, to) = (language.day(row.from), language.day(row.to));
            let quality = language.rate_quality_name(&row.quality).to_owned();
            vec![from, to, language.rate(&row.rate_percent), quality, row.source.clone()]
        });
        let title = format!("{} ({}), {}", series.name, series.id, language.rate_last_known(&series.last_known));
        format!("{title}\n{}", table(&headings, &rows.collect::<Vec<_>>()))
    });
    tables.collect::<Vec<_>>().join("\n")
}

/// What it costs to get paid otherwise, one line each.
pub fn financing(of: &FinancingCosts, language: Language) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| text.push_str(&(language.labelled(name, value) + "\n"));
    if let Some(factor) = &of.factor {
        line(language.financing_factor(), &factor.text);
    }
    if let Some(bank) = &of.bank {
        line(language.financing_bank(), &bank.text);
    }
    if let Some(discount) = &of.discount {
        line(language.due_discount(), &discount.text);
        line(language.financing_simple(), &language.rate(&discount.simple_percent));
        if let Some(compound) = &discount.compound_percent {
            line(language.financing_compound(), &language.rate(compound));
        }
        line(language.financing_simple_360(), &language.rate(&discount.simple360_percent));
        if let Some(even) = &discount.break_even_percent {
            line(language.financing_break_even(), &language.rate(even));
        }
    }
    text
}
