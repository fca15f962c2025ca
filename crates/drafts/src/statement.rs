//! The lines of a letter: overdue items, items due soon, credits deducted, total. Plain text in aligned columns; the
//! total is checked against the action to the cent before a word is written.

use dunning::{Action, ActionItem};
use ledger::{EntryKind, Ledger};
use text::{Language, letters::printable};
use values::{Amount, Currency};

/// The printed lines of an action.
pub(crate) struct Statement {
    /// Lines of the overdue items under their headings; empty where there are none.
    pub(crate) overdue: String,
    /// Lines of the items due soon under their headings; empty where there are none.
    pub(crate) soon: String,
    /// The sub-totals, the credits and the total.
    pub(crate) totals: String,
    /// Documents whose number had to be cleaned.
    pub(crate) cleaned: Vec<String>,
}

const GAP: &str = "  ";

/// One line of the table; the days late are empty for an item due soon.
struct Line {
    document: String,
    day: String,
    due: String,
    late: String,
    amount: String,
}

/// The name of an item for people: its document number, cleaned, or what it is.
pub(crate) fn document_name(language: Language, ledger: &Ledger, item: &ActionItem) -> (String, bool) {
    let cleaned = printable(&ledger.document(item.item.entry));
    let name = match (cleaned.text.is_empty(), item.item.kind) {
        (false, _) => cleaned.text,
        (true, EntryKind::Opening) => language.letter_opening().to_owned(),
        (
            true,
            EntryKind::Invoice
            | EntryKind::CreditNote
            | EntryKind::Payment
            | EntryKind::UndatedPayment
            | EntryKind::Other,
        ) => language.letter_no_number().to_owned(),
    };
    (name, cleaned.removed > 0)
}

/// Whether the amount of an action is the sum of the lines it claims and of its credits, to the cent.
pub(crate) fn foots(action: &Action) -> bool {
    let claimed = action.items.iter().filter(|item| action.claims(item));
    let lines: i128 = claimed.map(|item| i128::from(item.asked.minor())).sum();
    lines + i128::from(action.credits.minor()) == i128::from(action.amount.minor())
}

/// Prints the lines of an action.
pub(crate) fn print(language: Language, ledger: &Ledger, action: &Action) -> Statement {
    let currency = ledger.currency();
    let mut cleaned = Vec::new();
    let (mut overdue, mut soon) = (Vec::new(), Vec::new());
    for item in &action.items {
        let (document, was_cleaned) = document_name(language, ledger, item);
        if was_cleaned {
            cleaned.push(document.clone());
        }
        let is_late = item.is_overdue();
        let line = Line {
            document,
            day: language.day(item.item.day),
            due: language.day(item.due_day),
            late: if is_late { language.letter_days_short(item.days_late.0) } else { String::new() },
            amount: language.money(item.asked, currency),
        };
        if is_late { overdue.push(line) } else { soon.push(line) }
    }
    let totals = totals(language, currency, action);
    let late_heading = if overdue.is_empty() { "" } else { language.letter_late() };
    let mut widths = Widths::of(language, late_heading, overdue.iter().chain(&soon));
    widths.make_room_for(&totals);
    Statement {
        overdue: table(language, &widths, late_heading, &overdue),
        soon: table(language, &widths, "", &soon),
        totals: totals.iter().map(|(label, amount)| widths.total_line(label, amount)).collect::<Vec<_>>().join("\n"),
        cleaned,
    }
}

/// Label and amount of each closing line.
fn totals(language: Language, currency: Currency, action: &Action) -> Vec<(&'static str, String)> {
    let claimed = action.items.iter().filter(|item| action.claims(item));
    let claimed: Amount = claimed.map(|item| item.asked).sum();
    let announced = action.items.iter().any(|item| !action.claims(item));
    let mut lines = Vec::new();
    if announced || !action.credits.is_zero() {
        let soon = !action.items.iter().any(dunning::ActionItem::is_overdue);
        let label = if soon { language.letter_total_soon() } else { language.letter_total_overdue() };
        lines.push((label, language.money(claimed, currency)));
    }
    if !action.credits.is_zero() {
        lines.push((language.letter_credits(), language.money(action.credits, currency)));
    }
    lines.push((language.letter_total(), language.money(action.amount, currency)));
    lines
}

/// Widths of the columns, in characters.
struct Widths {
    document: usize,
    day: usize,
    due: usize,
    late: usize,
    amount: usize,
}

fn width(text: &str) -> usize {
    text.chars().count()
}

impl Widths {
    fn of<'l>(language: Language, late_heading: &str, lines: impl Iterator<Item = &'l Line>) -> Widths {
        let mut widths = Widths {
            document: width(language.letter_document()),
            day: width(language.letter_date()),
            due: width(language.letter_due()),
            late: width(late_heading),
            amount: width(language.letter_amount()),
        };
        for line in lines {
            widths.document = widths.document.max(width(&line.document));
            widths.day = widths.day.max(width(&line.day));
            widths.due = widths.due.max(width(&line.due));
            widths.late = widths.late.max(width(&line.late));
            widths.amount = widths.amount.max(width(&line.amount));
        }
        widths
    }

    /// Widens the columns until every closing line fits, its amount under the amounts.
    fn make_room_for(&mut self, totals: &[(&str, String)]) {
        for (label, amount) in totals {
            self.amount = self.amount.max(width(amount));
            self.document += (width(label) + GAP.len() + self.amount).saturating_sub(self.whole());
        }
    }

    fn whole(&self) -> usize {
        let late = if self.late > 0 { self.late + GAP.len() } else { 0 };
        self.document + self.day + self.due + late + self.amount + 3 * GAP.len()
    }

    fn line(&self, line: &Line) -> String {
        let (document, day, due) = (self.document, self.day, self.due);
        let mut text = format!("{:document$}{GAP}{:day$}{GAP}{:due$}{GAP}", line.document, line.day, line.due);
        if self.late > 0 {
            text.push_str(&format!("{:>late$}{GAP}", line.late, late = self.late));
        }
        text.push_str(&format!("{:>amount$}", line.amount, amount = self.amount));
        text
    }

    fn total_line(&self, label: &str, amount: &str) -> String {
        format!("{label}{amount:>space$}", space = self.whole().saturating_sub(width(label)))
    }
}

fn table(language: Language, widths: &Widths, late_heading: &str, lines: &[Line]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let headings = Line {
        document: language.letter_document().to_owned(),
        day: language.letter_date().to_owned(),
        due: language.letter_due().to_owned(),
        late: late_heading.to_owned(),
        amount: language.letter_amount().to_owned(),
    };
    std::iter::once(&headings).chain(lines).map(|line| widths.line(line)).collect::<Vec<_>>().join("\n")
}
