//! Statements of account as one page to print, each customer on its own sheets; headings are repeated, totals stand last.

use crate::account::{AccountStatement, Movement};
use crate::page;
use ledger::EntryKind;
use std::fmt::Write;
use text::Language;
use text::html::escaped;
use values::{Amount, Day, Days};

const STYLE: &str = include_str!("letter.css");

/// What an entry records, as the contract names it.
pub(crate) const fn kind_key(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Invoice => "invoice",
        EntryKind::CreditNote => "credit-note",
        EntryKind::Payment | EntryKind::UndatedPayment => "payment",
        EntryKind::Opening => "opening",
        EntryKind::Other => "other",
    }
}

impl Movement {
    /// What it records, in words.
    pub fn kind_in(&self, language: Language) -> &'static str {
        language.statement_entry_kind(kind_key(self.kind))
    }
}

/// The statements as one page.
pub fn statements_page(language: Language, statements: &[AccountStatement], company: &str) -> String {
    let mut html = page::head(language, language.statement_title(), STYLE);
    html.push_str("<body>\n");
    for statement in statements {
        one(&mut html, language, statement, company);
    }
    html.push_str("</body>\n</html>\n");
    html
}

// Writing to a string cannot fail.
fn one(html: &mut String, language: Language, of: &AccountStatement, company: &str) {
    let _ = writeln!(html, "<article class=\"letter\">\n<p><strong>{}</strong></p>", escaped(company));
    let _ = writeln!(
        html,
        "<h1>{} · <bdi>{}</bdi> ({})</h1>",
        language.statement_title(),
        escaped(&of.name),
        escaped(&of.customer)
    );
    let _ = writeln!(html, "<p>{}</p>", escaped(&language.statement_period(of.from, of.to, of.currency.code())));
    movements(html, language, of);
    open(html, language, of);
    html.push_str("</article>\n");
}

fn movements(html: &mut String, language: Language, of: &AccountStatement) {
    let amount = |amount: Amount| escaped(&language.amount(amount, of.currency));
    let side = |amount_of: Amount| if amount_of.is_zero() { String::new() } else { amount(amount_of) };
    title(html, language.statement_movements());
    headings(
        html,
        &[language.letter_date(), language.statement_kind(), language.letter_document(), language.letter_due()],
        &[language.statement_debit(), language.statement_credit(), language.statement_balance()],
    );
    balance_row(html, 6, &language.statement_on(language.statement_opening(), of.from + Days(-1)), &amount(of.opening));
    for movement in &of.movements {
        let cells = [
            language.day(movement.day),
            movement.kind_in(language).to_owned(),
            movement.document.clone(),
            movement.due_day.map(|day| language.day(day)).unwrap_or_default(),
        ];
        let (debit, credit) = (movement.amount.debit_part(), -movement.amount.credit_part());
        row(html, &cells, &[side(debit), side(credit), amount(movement.balance)]);
    }
    html.push_str("</tbody>\n<tfoot>\n");
    balance_row(html, 6, &language.statement_on(language.statement_closing(), of.to), &amount(of.closing));
    html.push_str("</tfoot>\n</table>\n");
    if of.movements.is_empty() {
        let _ = writeln!(html, "<p>{}</p>", language.statement_nothing());
    }
}

fn open(html: &mut String, language: Language, of: &AccountStatement) {
    if of.open.is_empty() {
        return;
    }
    title(html, &language.statement_on(language.statement_open(), of.to));
    headings(
        html,
        &[language.letter_document(), language.letter_date(), language.letter_due()],
        &[language.letter_late(), language.letter_amount()],
    );
    for line in &of.open {
        let day = |day: Day| language.day(day);
        let cells = [line.document.clone(), day(line.day), line.due_day.map(day).unwrap_or_default()];
        let late = line.days_late.map(|days| language.letter_days_short(days)).unwrap_or_default();
        row(html, &cells, &[late, escaped(&language.amount(line.residual, of.currency))]);
    }
    let total: Amount = of.open.iter().map(|line| line.residual).sum();
    html.push_str("</tbody>\n<tfoot>\n");
    balance_row(html, 4, language.statement_balance(), &escaped(&language.amount(total, of.currency)));
    html.push_str("</tfoot>\n</table>\n");
}

fn title(html: &mut String, text: &str) {
    let _ = writeln!(html, "<p class=\"title\"><strong>{}</strong></p>", escaped(text));
}

fn headings(html: &mut String, words: &[&str], numbers: &[&str]) {
    html.push_str("<table class=\"items\">\n<thead><tr>");
    for heading in words {
        let _ = write!(html, "<th scope=\"col\">{}</th>", escaped(heading));
    }
    for heading in numbers {
        let _ = write!(html, "<th scope=\"col\" class=\"right\">{}</th>", escaped(heading));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
}

fn row(html: &mut String, words: &[String], numbers: &[String]) {
    html.push_str("<tr>");
    for cell in words {
        let _ = write!(html, "<td><bdi>{}</bdi></td>", escaped(cell));
    }
    for cell in numbers {
        let _ = write!(html, "<td class=\"right\">{}</td>", escaped(cell));
    }
    html.push_str("</tr>\n");
}

fn balance_row(html: &mut String, span: usize, label: &str, amount: &str) {
    let _ = writeln!(
        html,
        "<tr><td colspan=\"{span}\"><strong>{}</strong></td><td class=\"right\"><strong>{amount}</strong></td></tr>",
        escaped(label)
    );
}
