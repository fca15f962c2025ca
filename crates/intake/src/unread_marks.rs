//! Columns that nothing reads and that may say which documents are paid: answers, references of payments, days on some rows.
//! Where nothing else of the file tells what was paid, each is named, for its documents count as due. So is a line that
//! explains colours.

use crate::Field;
use crate::composed;
use crate::content::ColumnContent;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::heading;
use crate::mapping::{Layout, Mapping};
use crate::paid_marks::Marks;
use crate::unread;
use crate::vocabulary::{self, Mark, StatusWord};
use crate::words::fold;
use sheet::{Cell, CellKind, Row, Table};
use std::collections::BTreeMap;
use values::Source;

/// Fields of which a column, read as such, may still say that documents are paid.
const BESIDE: [Field; 3] = [Field::Terms, Field::Label, Field::Reference];

/// Fields that tell what was paid.
const TELL: [Field; 6] = [Field::Residual, Field::Debit, Field::Paid, Field::PaymentDay, Field::Bucket, Field::Side];

/// What headings of columns speak of that are answered by yes, no or a day and are no matter of payment.
const OTHER_MATTERS: [&str; 32] = [
    "relanc", "rappel", "envo", "imprim", "export", "compta", "mail", "litig", "transmi", "livr", "command", "sent",
    "prev", "promis", "promes", "expect", "forecast", "geplant", "erwart", "attend", "remind", "print", "post",
    "deliver", "order", "mahn", "gesend", "gedruckt", "enviad", "inviat", "verzond", "demeure",
];

/// The rows of a list that hold items.
fn items<'t>(table: &'t Table, mapping: &Mapping) -> Vec<Row<'t>> {
    let amount = mapping.binding(Field::Amount).map(|binding| binding.column);
    // Stars mark the totals of SAP.
    let is_total = |row: &Row<'_>| {
        row.cells().next().is_some_and(|first| first.text.starts_with('*') || vocabulary::is_total(&fold(first.text)))
    };
    let amount = |row: &Row<'_>| amount.is_some_and(|column| row.cell(column).is_some());
    let holds = |row: &Row<'_>| row.cells().nth(2).is_some() && amount(row) && !is_total(row);
    table.rows_below(mapping.header_row()).filter(holds).collect()
}

/// Whether the columns read tell what was paid.
fn is_told(mapping: &Mapping, rows: &[Row<'_>]) -> bool {
    let states = mapping.columns().iter().filter(|binding| binding.field == Field::Status);
    let mut states = states.map(|binding| {
        let heading = vocabulary::heads_status(&fold(&heading::without_brackets(&binding.header)));
        rows.iter().filter_map(|row| row.cell(binding.column)).any(|cell| {
            let words = fold(vocabulary::spelled(cell.text));
            vocabulary::status(&words, heading) == StatusWord::Paid
        })
    });
    TELL.iter().any(|field| mapping.binds(*field)) || states.any(|paid| paid)
}

/// The columns that may say which documents are paid, where nothing that is read does.
pub(crate) fn columns(
    table: &Table,
    mapping: &Mapping,
    header: Source,
    (contents, sampled): (&[ColumnContent], bool),
) -> Vec<Diagnostic> {
    if !matches!(mapping.layout(), Layout::OpenItems | Layout::InvoiceHistory) {
        return Vec::new();
    }
    let rows = items(table, mapping);
    let Some(headings) = table.row(header.row).filter(|_| !is_told(mapping, &rows)) else { return Vec::new() };
    let all = u32::try_from(rows.len()).ok().filter(|_| !sampled);
    let due = unread::is_titled_as_due(table, header.row);
    let told = headings.cells().filter_map(|cell| {
        let bound = mapping.columns().iter().find(|binding| binding.column == cell.column).map(|binding| binding.field);
        let open = cell.kind == CellKind::Text && bound.is_none_or(|field| BESIDE.contains(&field));
        let money = contents.get(usize::from(cell.column)).is_some_and(ColumnContent::is_money);
        let column = Asked { column: cell.column, heading: cell.text.trim(), bound };
        let (marked, seen) = column.marked(mapping, &rows, due).filter(|_| open && !money)?;
        let kind = DiagnosticKind::UnreadMarks { marked, rows: all };
        let column = Column { index: cell.column, header: cell.text.trim().to_owned() };
        Some(Diagnostic { column: Some(column), seen: Some(seen), ..Diagnostic::about(kind, Some(header)) })
    });
    told.collect()
}

/// A column that is asked whether it may say what was paid.
struct Asked<'t> {
    column: u16,
    heading: &'t str,
    /// What it is read as.
    bound: Option<Field>,
}

impl Asked<'_> {
    /// On how many rows it may say so, and the first of its words that do. `due`: a title says that all of the list is due.
    fn marked(&self, mapping: &Mapping, rows: &[Row<'_>], due: bool) -> Option<(u32, String)> {
        let cells = || rows.iter().filter_map(|row| row.cell(self.column)).filter(|cell| !cell.text.trim().is_empty());
        let marks = Marks::of(cells());
        let some = marks.filled > 0 && (marks.filled as usize) < rows.len();
        let first = |wanted: fn(Mark) -> bool| {
            let found = cells().find(|cell| wanted(vocabulary::mark(&fold(vocabulary::spelled(cell.text)))));
            found.map(|cell| cell.text.trim().to_owned())
        };
        if marks.say_paid() > 0 {
            return Some((marks.say_paid(), first(|mark| matches!(mark, Mark::Paid | Mark::Reference))?));
        }
        let words = fold(&heading::without_brackets(self.heading));
        let other = words.split(' ').any(|word| OTHER_MATTERS.iter().any(|stem| word.starts_with(stem)));
        if other || due && !self.speaks_of_payment(&words) {
            return None;
        }
        if marks.only_answer() && marks.yes() > 0 && (some || marks.no() > 0) {
            return Some((marks.yes(), first(|mark| mark == Mark::Yes)?));
        }
        let agreed = self.bound == Some(Field::Terms) || marks.means * 2 > marks.filled;
        let tells = match () {
            () if !some => false,
            // Customers whose means of payment is unknown have it on no row.
            () if agreed => varies_by_document(self.column, mapping, rows),
            () if self.bound.is_some() => false,
            () => self.speaks_of_payment(&words) || marks.days * 2 > marks.filled,
        };
        let first = cells().next().filter(|_| tells)?;
        Some((marks.filled, first.text.trim().to_owned()))
    }

    fn speaks_of_payment(&self, words: &str) -> bool {
        let cleared = heading::hits(self.heading).iter().any(|hit| hit.field == Field::MatchCode);
        cleared || vocabulary::heads_payment(words) || composed::mentions_payment(words)
    }
}

/// Whether documents of one customer have the cell and others of the same have not, and this of several customers.
fn varies_by_document(column: u16, mapping: &Mapping, rows: &[Row<'_>]) -> bool {
    let customers = [Field::CustomerId, Field::CustomerName].into_iter().find_map(|field| mapping.binding(field));
    let Some(customers) = customers else { return false };
    let mut seen: BTreeMap<&str, (bool, bool)> = BTreeMap::new();
    for row in rows {
        let Some(customer) = row.cell(customers.column) else { continue };
        let (with, without) = seen.entry(customer.text.trim()).or_default();
        let filled = row.cell(column).is_some();
        (*with, *without) = (*with || filled, *without || !filled);
    }
    seen.values().filter(|(with, without)| *with && *without).count() > 1
}

/// A line beside the table that explains colours by what was paid, where nothing that is read tells it.
pub(crate) fn colours(table: &Table, mapping: &Mapping, header: Source) -> Option<Diagnostic> {
    const COLOURS: &str = "vert verte verts vertes rouge rouges jaune jaunes orange bleu bleue couleur couleurs surligne \
        surlignes surlignees green red yellow colour color colours highlighted grun gruen rot gelb farbe farbig verde rojo \
        amarillo rosso giallo colore groen rood geel kleur";
    let explains = |cell: &Cell<'_>| {
        let words = fold(cell.text);
        let coloured = words.split(' ').any(|word| COLOURS.split_whitespace().any(|colour| colour == word));
        coloured && (composed::mentions_payment(&words) || words.split(' ').any(is_unpaid))
    };
    let beside = |row: &Row<'_>| row.number() < header.row || row.cells().nth(2).is_none();
    let mut rows = table.rows().filter(beside);
    let cell = rows.find_map(|row| row.cells().find(|cell| cell.kind == CellKind::Text && explains(cell)))?;
    let told = is_told(mapping, &items(table, mapping));
    let about = Diagnostic::about(DiagnosticKind::ColoursExplained, None);
    (!told).then(|| Diagnostic { seen: Some(cell.text.trim().to_owned()), ..about })
}

fn is_unpaid(word: &str) -> bool {
    ["impay", "unpaid", "unbezahlt", "impagad", "insolut", "onbetaald", "solde"]
        .iter()
        .any(|stem| word.starts_with(stem))
}
