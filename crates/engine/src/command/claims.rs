//! Claims and the limitation calendar as people read them.

use super::columns::table;
use super::people::{left, right};
use protocol::{Claims, ClaimsOfCurrency, LimitationCalendar, LimitationOfCurrency};
use std::collections::BTreeSet;
use text::Language;
use values::Gather;

/// One block per currency: items, totals, what to check.
pub fn text(claims: &Claims, language: Language) -> String {
    let blocks = claims.currencies.iter().map(|of| currency(of, language)).collect::<Vec<_>>().join("\n");
    let method = language.labelled(language.interest_method(), &claims.method);
    format!("{blocks}\n{method}\n{} {}\n", language.claims_apart(), language.not_legal_advice())
}

fn currency(of: &ClaimsOfCurrency, language: Language) -> String {
    if of.rows.is_empty() {
        return format!("{}\n{}\n", of.currency, language.claims_none());
    }
    let headings = [
        left(language.cli_customer()),
        left(language.cli_document()),
        left(language.cli_due_day()),
        right(language.claims_late()),
        right(language.cli_residual()),
        left(language.claims_regime()),
        right(&format!("{} {}", language.interest_amount(), of.currency)),
        right(language.interest_indemnity()),
    ];
    let amount = |amount| language.amount(amount, of.currency);
    let mut rows = Vec::new();
    for customer in &of.rows {
        rows.extend(customer.items.iter().map(|item| {
            vec![
                customer.customer.clone(),
                item.document.clone(),
                language.day(item.due_day),
                amount(item.late),
                amount(item.open),
                item.regime.clone(),
                amount(item.interest),
                amount(item.indemnity),
            ]
        }));
    }
    let mut text = table(&headings, &rows) + "\n";
    let money = |amount| language.money(amount, of.currency);
    for (name, sum) in [
        (language.claims_open(), of.interest),
        (language.claims_paid_late(), of.interest_paid_late),
        (language.interest_indemnity(), of.indemnity),
        (language.interest_per_day(), of.per_day),
    ] {
        text.push_str(&(language.labelled(name, &money(sum)) + "\n"));
    }
    if of.refused > 0 {
        text.push_str(&(language.claims_refused(of.refused) + "\n"));
    }
    let rules: BTreeSet<_> = of.rows.iter().map(|row| (&row.regime, &row.because, &row.regime_text)).gather();
    for (regime, because, law) in rules {
        text.push_str(&(language.labelled(&format!("{regime} ({because})"), law) + "\n"));
    }
    for note in &of.notes {
        text.push_str(&(language.labelled(language.interest_check(), note) + "\n"));
    }
    for customer in &of.rows {
        let refused = customer.items.iter().filter_map(|item| item.refused.as_ref());
        let mut told: Vec<&String> = refused.chain(&customer.warnings).collect();
        told.dedup();
        text.extend(told.into_iter().map(|sentence| language.labelled(&customer.customer, sentence) + "\n"));
    }
    text
}

/// One block per currency: how near the ends are, then the items.
pub fn limitation(calendar: &LimitationCalendar, language: Language) -> String {
    let blocks = calendar.currencies.iter().map(|of| limitation_of(of, language)).collect::<Vec<_>>().join("\n");
    format!("{blocks}\n{}\n", calendar.note)
}

fn limitation_of(of: &LimitationOfCurrency, language: Language) -> String {
    let headings = [
        left(language.limitation_near()),
        right(language.cli_count()),
        right(&format!("{} {}", language.cli_amount(), of.currency)),
    ];
    let amount = |amount| language.amount(amount, of.currency);
    let levels = of.levels.iter().map(|level| {
        let nearness = language.limitation_nearness(&level.nearness);
        vec![nearness, language.number(level.count.into()), amount(level.amount)]
    });
    let mut text = table(&headings, &levels.collect::<Vec<_>>());
    if of.unknown > 0 {
        let money = language.money(of.unknown_amount, of.currency);
        text.push_str(&(language.limitation_unknown(of.unknown, &money) + "\n"));
    }
    let headings = [
        left(language.limitation_last_day()),
        left(language.cli_customer()),
        left(language.cli_document()),
        left(language.cli_due_day()),
        right(&format!("{} {}", language.cli_residual(), of.currency)),
        left(language.interest_rule()),
        left(language.limitation_interrupted()),
    ];
    let rows = of.items.iter().map(|item| {
        vec![
            language.day(item.last_day),
            item.customer.clone(),
            item.document.clone(),
            language.day(item.due_day),
            amount(item.residual),
            item.rule.clone(),
            item.interrupted.clone().unwrap_or_default(),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() { text } else { text + "\n" + &table(&headings, &rows) }
}
