//! The register as people read it: one line per record, with how it stands.

use super::columns::table;
use super::people::left;
use protocol::{Covered, RegisterView, Target};
use text::Language;

/// Every record, then what no file lists any more.
pub fn text(of: &RegisterView, language: Language) -> String {
    let rows = rows(of, language);
    if rows.is_empty() {
        return format!("{}\n", language.cli_nothing_recorded());
    }
    let headings = [
        left(language.cli_recorded()),
        left(language.cli_customer()),
        left(language.cli_document()),
        left(language.cli_amount()),
        left(language.cli_day()),
        left(language.cli_state()),
    ];
    let mut text = table(&headings, &rows);
    of.proposals.iter().for_each(|proposal| text.push_str(&format!("{}\n", proposal.text)));
    of.unmatched.iter().for_each(|one| text.push_str(&format!("{}\n", one.text)));
    of.ripe_text.iter().for_each(|ripe| text.push_str(&format!("{ripe}\n")));
    text
}

fn rows(of: &RegisterView, language: Language) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let state = |key: &str| language.record_state(key).to_owned();
    let active = |active: bool| state(if active { "active" } else { "ended" });
    for one in &of.disputes {
        let (item, amount) = (&one.record.of.item, one.record.amount);
        let (document, money) = (item.document.clone(), language.money(amount, item.currency));
        let day = language.day(one.record.since);
        rows.push(vec![language.edit("dispute", ""), item.customer.clone(), document, money, day, active(one.active)]);
    }
    for one in &of.promises {
        let (customer, documents, currency) = covered(&one.record.items);
        let money = currency.map(|currency| language.money(one.record.amount, currency)).unwrap_or_default();
        let day = language.day(one.record.until);
        rows.push(vec![language.edit("promise", ""), customer, documents, money, day, state(&one.state)]);
    }
    for one in &of.plans {
        let (customer, documents, currency) = covered(&one.record.items);
        let amount = one.record.terms.iter().map(|term| term.amount).sum();
        let money = currency.map(|currency| language.money(amount, currency)).unwrap_or_default();
        let day = one.next.map(|day| language.day(day)).unwrap_or_default();
        rows.push(vec![language.edit("plan", ""), customer, documents, money, day, state(&one.state)]);
    }
    for one in &of.blocks {
        let (customer, document) = target(&one.record.target);
        let day = language.day(one.record.since);
        rows.push(vec![one.record.reason.clone(), customer, document, String::new(), day, active(one.active)]);
    }
    for one in &of.insolvencies {
        let (customer, day) = (one.record.customer.clone(), language.day(one.record.since));
        let ended = active(one.ended.is_none_or(|ended| ended > of.as_of));
        rows.push(vec![language.edit("insolvent", ""), customer, String::new(), String::new(), day, ended]);
    }
    for one in &of.cases {
        let (customer, document) = target(&one.target);
        let day = one.steps.last().map(|last| language.day(last.day)).unwrap_or_default();
        let stage = language.stage(one.stage.key()).to_owned();
        rows.push(vec![language.edit("advance", ""), customer, document, String::new(), day, stage]);
    }
    for one in &of.notes {
        let (customer, document) = target(&one.target);
        let (day, text) = (language.day(one.day), one.text.clone());
        rows.push(vec![language.edit("note", ""), customer, document, String::new(), day, text]);
    }
    for one in &of.contacts {
        let (day, result) = (language.day(one.day), one.result.clone());
        let documents: Vec<&str> = one.items.iter().map(|item| item.document.as_str()).collect();
        let (customer, documents) = (one.customer.clone(), documents.join(", "));
        rows.push(vec![language.edit("contact", ""), customer, documents, String::new(), day, result]);
    }
    rows
}

fn covered(items: &[Covered]) -> (String, String, Option<values::Currency>) {
    let first = items.first().map(|covered| &covered.item);
    let documents: Vec<&str> = items.iter().map(|covered| covered.item.document.as_str()).collect();
    let customer = first.map(|item| item.customer.clone()).unwrap_or_default();
    (customer, documents.join(", "), first.map(|item| item.currency))
}

fn target(target: &Target) -> (String, String) {
    match target {
        Target::Customer(customer) => (customer.clone(), String::new()),
        Target::Item(item) => (item.customer.clone(), item.document.clone()),
    }
}
