//! The client's own aged balance beside ours, as people read it.

use super::columns::table;
use super::people::{left, right};
use protocol::{AgedDifference, Reperformance, ReperformanceOfCurrency};
use text::Language;
use values::Amount;

/// One block per currency: the sums of both, then each customer that differs with what explains it.
pub fn text(of: &Reperformance, language: Language) -> String {
    of.currencies.iter().map(|one| currency(one, language)).collect::<Vec<_>>().join("\n")
}

fn currency(of: &ReperformanceOfCurrency, language: Language) -> String {
    let amounts = |row: &[Amount]| row.iter().map(|amount| language.amount(*amount, of.currency)).collect::<Vec<_>>();
    let gaps = |stated: &[Amount], own: &[Amount]| {
        amounts(&stated.iter().zip(own).map(|(stated, own)| *stated - *own).collect::<Vec<_>>())
    };
    let lines = |stated: &[Amount], own: &[Amount]| {
        let line = |name: &str, cells: Vec<String>| [name.to_owned()].into_iter().chain(cells).collect::<Vec<_>>();
        vec![
            line(language.aged_compared_stated(), amounts(stated)),
            line(language.aged_compared_own(), amounts(own)),
            line(language.aged_compared_gap(), gaps(stated, own)),
        ]
    };
    let headings: Vec<_> = [left("")].into_iter().chain(of.columns.iter().map(|name| right(name))).collect();
    let mut text = format!("{} {}\n{}\n\n", language.aged_compared_title(), of.currency, of.text);
    text.push_str(&table(&headings, &lines(&of.stated, &of.own)));
    if of.differences.is_empty() {
        return text + "\n" + language.aged_compared_none() + "\n";
    }
    for one in &of.differences {
        text.push_str(&format!("\n{}\n", heading(one, language)));
        text.push_str(&table(&headings, &lines(&one.stated, &one.own)));
    }
    text
}

fn heading(one: &AgedDifference, language: Language) -> String {
    let kind = if one.error { language.aged_compared_error() } else { language.aged_compared_method() };
    let who = if one.name == one.customer { one.customer.clone() } else { format!("{} {}", one.customer, one.name) };
    let place = one.place.as_ref().map(|place| format!(" ({}:{})", place.file, place.row)).unwrap_or_default();
    let causes = language.labelled(language.aged_compared_cause(), &one.causes.join(", "));
    format!("[{kind}] {who}{place}. {causes}")
}
