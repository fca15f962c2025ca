//! A comparison as people read it: sums first, then what changed, what to ask about, whom to thank.

use super::columns::table;
use super::findings;
use super::people::{left, right};
use protocol::{ChangedItem, Comparison, ComparisonOfCurrency, ThankYou};
use text::Language;
use values::Currency;

/// Items shown of a currency.
const SHOWN: usize = 40;

/// One block per currency, then findings and thanks.
pub fn text(of: &Comparison, language: Language) -> String {
    let mut text = format!("{}\n", language.comparison_title(of.before, of.as_of));
    of.currencies.iter().for_each(|one| text.push_str(&currency(one, language)));
    of.findings.iter().for_each(|finding| text.push_str(&findings::one(finding, language)));
    if !of.thank_yous.is_empty() {
        text.push_str(&format!("\n{}\n", language.thanks_count(of.thank_yous.len())));
        of.thank_yous.iter().for_each(|thanks| text.push_str(&thanked(thanks, language)));
    }
    text
}

fn currency(of: &ComparisonOfCurrency, language: Language) -> String {
    let money = |amount| language.amount(amount, of.currency);
    let [items, count, before, change] = language.comparison_headings();
    let headings = [left(items), right(count), right(before), right(&format!("{change} {}", of.currency))];
    let row = |total: &protocol::ChangeTotal| {
        vec![total.label.clone(), language.number(total.count.into()), money(total.before), money(total.amount)]
    };
    let rows: Vec<Vec<String>> = of.changes.iter().map(row).collect();
    let [opening, moved, closing] = language.comparison_lines();
    let lines = [
        language.labelled(opening, &language.money(of.opening, of.currency)),
        language.labelled(moved, &language.money(of.closing - of.opening - of.difference, of.currency)),
        language.labelled(closing, &language.money(of.closing, of.currency)),
        language.comparison_control(of.difference, of.currency),
    ];
    let table_of_changes = table(&headings, &rows);
    let items = listed(&of.items, of.currency, language);
    format!("{}\n\n{table_of_changes}\n{}\n\n{items}", of.extract_text, lines.join("\n"))
}

fn listed(items: &[ChangedItem], currency: Currency, language: Language) -> String {
    if items.is_empty() {
        return String::new();
    }
    let headings = [
        left(language.cli_change()),
        left(language.cli_customer()),
        left(language.cli_document()),
        right(language.cli_before()),
        right(language.cli_now()),
        left(language.cli_due_day()),
    ];
    let row = |item: &ChangedItem| {
        let due = if item.due_before != item.due_now && !item.before.is_zero() && !item.now.is_zero() {
            language.due_day_was(item.due_before, item.due_now)
        } else {
            item.due_now.map(|day| language.day(day)).unwrap_or_default()
        };
        vec![
            language.change(&item.change).to_owned(),
            item.customer.clone(),
            item.document.clone(),
            language.amount(item.before, currency),
            language.amount(item.now, currency),
            due,
        ]
    };
    let rows: Vec<Vec<String>> = items.iter().take(SHOWN).map(row).collect();
    let mut text = table(&headings, &rows);
    if items.len() > SHOWN {
        text.push_str(&format!("{}\n", language.quality_first_of(SHOWN, items.len() as u32)));
    }
    text
}

fn thanked(thanks: &ThankYou, language: Language) -> String {
    let amount = language.money(thanks.amount, thanks.currency);
    format!("  - {} {}: {}, {amount}\n", thanks.customer, thanks.name, thanks.documents.join(", "))
}
