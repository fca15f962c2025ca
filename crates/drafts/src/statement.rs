//! The lines of a text: overdue items, items due soon, credits deducted, total. Each table is kept twice: as data, for a
//! page or a letter, and as plain text in aligned columns.

use crate::case::{Case, Line};
use crate::composition::{Part, Table};
use text::Language;
use values::Amount;

const GAP: &str = "  ";

/// One printed line; the days late are empty for an item due soon.
struct Printed {
    document: String,
    day: String,
    due: String,
    late: String,
    amount: String,
}

/// Whether the total of a case is the sum of the lines it claims and of its credits, to the cent.
pub(crate) fn foots(case: &Case) -> bool {
    let claimed = case.lines.iter().filter(|line| line.claimed);
    let lines: i128 = claimed.map(|line| i128::from(line.asked.minor())).sum();
    lines + i128::from(case.credits.minor()) == i128::from(case.total.minor())
}

/// The tables of a case: what is asked for, the totals, then what is due soon for information.
pub(crate) fn parts(case: &Case) -> Vec<Part> {
    let language = case.language;
    let (mut overdue, mut soon) = (Vec::new(), Vec::new());
    for line in &case.lines {
        if line.is_late() { &mut overdue } else { &mut soon }.push(printed(case, line));
    }
    let totals = totals(case);
    let late_heading = if overdue.is_empty() { "" } else { language.letter_late() };
    let mut widths = Widths::of(language, late_heading, overdue.iter().chain(&soon));
    widths.make_room_for(&totals);
    let table = |title: &str, heading: &str, lines: &[Printed]| listed(language, &widths, title, heading, lines);
    let mut parts = Vec::new();
    match overdue.is_empty() {
        true => parts.extend(table(language.letter_soon_title(), "", &soon)),
        false => parts.extend(table(language.letter_overdue_title(), late_heading, &overdue)),
    }
    let plain = totals.iter().map(|(label, amount)| widths.total_line(label, amount)).collect::<Vec<_>>().join("\n");
    parts.push(Part::Totals {
        rows: totals.into_iter().map(|(label, amount)| (label.to_owned(), amount)).collect(),
        plain,
    });
    if !overdue.is_empty() {
        parts.extend(table(language.letter_soon_for_information(), "", &soon));
    }
    parts
}

fn printed(case: &Case, line: &Line) -> Printed {
    let language = case.language;
    Printed {
        document: line.document.clone(),
        day: language.day(line.day),
        due: language.day(line.due_day),
        late: if line.is_late() { language.letter_days_short(line.days_late) } else { String::new() },
        amount: language.money(line.asked, case.currency),
    }
}

/// Label and amount of each closing line.
fn totals(case: &Case) -> Vec<(&'static str, String)> {
    let Case { language, currency, .. } = *case;
    let claimed: Amount = case.lines.iter().filter(|line| line.claimed).map(|line| line.asked).sum();
    let announced = case.lines.iter().any(|line| !line.claimed);
    let mut lines = Vec::new();
    if announced || !case.credits.is_zero() {
        let soon = !case.lines.iter().any(Line::is_late);
        let label = if soon { language.letter_total_soon() } else { language.letter_total_overdue() };
        lines.push((label, language.money(claimed, currency)));
    }
    if !case.credits.is_zero() {
        lines.push((language.letter_credits(), language.money(case.credits, currency)));
    }
    lines.push((language.letter_total(), language.money(case.total, currency)));
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
    fn of<'l>(language: Language, late_heading: &str, lines: impl Iterator<Item = &'l Printed>) -> Widths {
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

    fn line(&self, line: &Printed) -> String {
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

fn listed(language: Language, widths: &Widths, title: &str, late_heading: &str, lines: &[Printed]) -> Option<Part> {
    if lines.is_empty() {
        return None;
    }
    let headings = Printed {
        document: language.letter_document().to_owned(),
        day: language.letter_date().to_owned(),
        due: language.letter_due().to_owned(),
        late: late_heading.to_owned(),
        amount: language.letter_amount().to_owned(),
    };
    let rows = std::iter::once(&headings).chain(lines).map(|line| widths.line(line));
    let plain = std::iter::once(format!("{title}\n")).chain(rows).collect::<Vec<_>>().join("\n");
    let has_late = !late_heading.is_empty();
    let cells = |line: &Printed| {
        let late = has_late.then(|| line.late.clone());
        [Some(line.document.clone()), Some(line.day.clone()), Some(line.due.clone()), late, Some(line.amount.clone())]
            .into_iter()
            .flatten()
            .collect::<Vec<String>>()
    };
    let table = Table {
        title: title.to_owned(),
        headings: cells(&headings),
        rows: lines.iter().map(cells).collect(),
        numbers: 1 + usize::from(has_late),
    };
    Some(Part::Table { table, plain })
}
