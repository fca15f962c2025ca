//! Columns of money that no field takes: where nothing says what remains due, or amounts are already aged, one of them
//! may be what was looked for under a heading nobody knows. They are named, with what to do; nothing is guessed.

use crate::Field;
use crate::composed;
use crate::content::ColumnContent;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind};
use crate::field::Content;
use crate::heading::{self, HeadingMatch};
use crate::mapping::{Layout, Mapping, SignRule};
use crate::taxes::says_net;
use crate::words::{fold, holds};
use sheet::{CellKind, Table};
use values::Source;

/// Words of headings of money that is no part of a balance: taxes, prices, discounts, rates.
const OTHERS: &[&str] = &[
    "ht",
    "tva",
    "vat",
    "tax",
    "taxe",
    "taxes",
    "net",
    "netto",
    "mwst",
    "ust",
    "iva",
    "btw",
    "imponibile",
    "base",
    "excl",
    "excluding",
    "subtotal",
    "discount",
    "remise",
    "escompte",
    "skonto",
    "rate",
    "taux",
    "cours",
    "kurs",
    "exchange",
    "cost",
    "price",
    "prix",
    "prezzo",
    "precio",
    "preis",
    "quantity",
    "qte",
    "quantite",
    "pct",
    "percent",
    "marge",
    "margin",
    "commission",
    "dotation",
    "dotations",
    "provision",
    "provisions",
    "frais",
    "shipping",
    "port",
    "lcy",
    "ds",
    "mw",
    "interest",
    "interets",
    "item",
    "line",
    "article",
    "credit limit",
    "turnover",
    "livrer",
    "delivered",
    "ca",
];

/// A column headed as the side of amounts whose words are not understood: every amount keeps its own sign.
pub(crate) fn side(table: &Table, mapping: &Mapping, header: Source) -> Option<Diagnostic> {
    let items = mapping.layout().has_items() && !mapping.binds(Field::Side) && !mapping.binds(Field::Debit);
    let row = table.row(mapping.header_row()).filter(|_| items)?;
    let bound = |column: u16| mapping.columns().iter().any(|binding| binding.column == column);
    let heads_side = |text: &str| {
        let hits = heading::hits(text);
        !hits.is_empty() && hits.iter().all(|hit| hit.field == Field::Side && hit.matched == HeadingMatch::Exact)
    };
    let cell = row.cells().find(|cell| !bound(cell.column) && heads_side(cell.text.trim()))?;
    let below = table.rows_below(mapping.header_row());
    let first =
        below.filter_map(|row| row.cell(cell.column)).map(|cell| cell.text.trim()).find(|text| !text.is_empty())?;
    let column = Column { index: cell.column, header: cell.text.trim().to_owned() };
    let about = Diagnostic::about(DiagnosticKind::UnreadSide, Some(header));
    Some(Diagnostic { column: Some(column), seen: Some(first.to_owned()), ..about })
}

/// Words of titles that say that what is listed is due.
const DUE_LISTS: &[&str] = &[
    "impaye",
    "impayes",
    "impayees",
    "encours",
    "echeancier",
    "relance",
    "relances",
    "non regle",
    "non regles",
    "dues",
    "non soldees",
    "restant",
    "reste du",
    "restes dus",
    "open",
    "outstanding",
    "unpaid",
    "overdue",
    "receivable",
    "receivables",
    "past due",
    "aged",
    "offene",
    "offen",
    "pendientes",
    "cobrar",
    "aperte",
    "insoluti",
    "scadenzario",
    "openstaande",
    "debiteuren",
    "receber",
    "naleznosci",
    "nierozliczone",
    "niezaplacone",
    "rozrachunki",
    "abne poster",
    "forfaldne",
    "obetalda",
    "oppna",
    "forfallna",
];

/// Amounts of documents of which nothing says what was paid, or only that a part was.
pub(crate) fn payments(table: &Table, mapping: &Mapping, header: Source) -> Option<Diagnostic> {
    let list = matches!(mapping.layout(), Layout::OpenItems | Layout::InvoiceHistory) && mapping.binds(Field::Amount);
    let deducted = mapping.sign() == SignRule::CreditNotes;
    if !list || deducted || mapping.binds(Field::Residual) || mapping.binds(Field::Paid) {
        return None;
    }
    let below = || table.rows_below(header.row);
    if let Some(states) = mapping.binding(Field::Status) {
        let partly = below().filter_map(|row| row.cell(states.column)).map(|cell| cell.text.trim().to_owned());
        let seen = partly.into_iter().find(|text| is_part_payment(text))?;
        let column = Column { index: states.column, header: states.header.clone() };
        let about = Diagnostic::about(DiagnosticKind::PartlyPaid, Some(header));
        return Some(Diagnostic { column: Some(column), seen: Some(seen), ..about });
    }
    // Days on which money is due are kept of what is open; other documents than those may have them too.
    let told = is_titled_as_due(table, header.row) || mapping.binds(Field::DueDay) || tells_what_is_open(mapping);
    (!told).then(|| Diagnostic::about(DiagnosticKind::NothingSaysPaid { books: false }, Some(header)))
}

/// Whether a column tells what is open, or what was paid.
fn tells_what_is_open(mapping: &Mapping) -> bool {
    const TOLD: [Field; 9] = [
        Field::Residual,
        Field::Debit,
        Field::Paid,
        Field::Credited,
        Field::PaymentDay,
        Field::Bucket,
        Field::DaysLate,
        Field::Side,
        Field::Status,
    ];
    TOLD.iter().any(|field| mapping.binds(*field))
}

/// Whether due days alone speak for it that what is listed is open.
pub(crate) fn has_due_days_only(mapping: &Mapping) -> bool {
    let list = mapping.layout() == Layout::OpenItems && mapping.binds(Field::Amount);
    let deducted = mapping.sign() == SignRule::CreditNotes;
    list && !deducted && mapping.binds(Field::DueDay) && !tells_what_is_open(mapping)
}

/// Whether a title or the name of the sheet says that what is listed is due.
pub(crate) fn is_titled_as_due(table: &Table, header_row: u32) -> bool {
    let mut titles = table.rows().take_while(|row| row.number() < header_row).flat_map(|row| row.cells());
    titles.any(|cell| says_due(cell.text)) || table.name.as_deref().is_some_and(says_due)
}

/// Whether a title or a name says that what is listed is due.
pub(crate) fn says_due(text: &str) -> bool {
    let words = fold(text);
    DUE_LISTS.iter().any(|due| holds(&words, due))
}

fn is_part_payment(text: &str) -> bool {
    let words = fold(text);
    [
        "partiel",
        "partial",
        "partly",
        "teilbezahlt",
        "teilweise",
        "teilzahlung",
        "parcial",
        "parzial",
        "deels",
        "gedeeltelijk",
    ]
    .iter()
    .any(|stem| words.contains(stem))
}

/// Whether a heading speaks of money that is no part of a balance.
pub(crate) fn heads_other(heading: &str) -> bool {
    let words = fold(heading);
    let others = words.split(' ').any(|word| OTHERS.contains(&word)) && !holds(&words, "ttc");
    others || says_net(&words) || heading.contains('%')
}

/// The columns of money that a mapping leaves, where one of them may matter.
pub(crate) fn columns(table: &Table, mapping: &Mapping, header: Source, contents: &[ColumnContent]) -> Vec<Diagnostic> {
    let matters = match mapping.layout() {
        Layout::OpenItems => {
            !mapping.binds(Field::Residual) && !mapping.binds(Field::Debit) && !mapping.binds(Field::Bucket)
        }
        Layout::InvoiceHistory => !mapping.binds(Field::Residual),
        Layout::AgedBalance | Layout::Ledger => true,
        _ => false,
    };
    let history = mapping.layout() == Layout::InvoiceHistory;
    let ledger = mapping.layout() == Layout::Ledger;
    let Some(row) = table.row(mapping.header_row()).filter(|_| matters) else { return Vec::new() };
    let bound = |column: u16| mapping.columns().iter().any(|binding| binding.column == column);
    let money = |column: u16| contents.get(usize::from(column)).is_some_and(ColumnContent::is_money);
    let unread = row.cells().filter(|cell| cell.kind == CellKind::Text && !bound(cell.column) && money(cell.column));
    // A second column of payments counts as well as the first, and is not read.
    let pays = |field: Field| matches!(field, Field::Paid | Field::Credited) && mapping.binds(Field::Paid);
    // Words that head texts or days say nothing of the amounts under them.
    let left = |field: Field| field == Field::RunningBalance || field.content() != Content::Amount || pays(field);
    let meant = |text: &str| heading::hits(text).iter().any(|hit| !left(hit.field));
    // Of the entries of a ledger, what was paid and what remains are said by other entries: a column of them is none.
    let parts = |text: &str| {
        let hits = heading::hits(text);
        !hits.is_empty() && hits.iter().all(|hit| matches!(hit.field, Field::Paid | Field::PaymentDay))
    };
    let heads_part = |text: &str| parts(text) || composed::says_paid_in_currency(fold(text).split(' '));
    let read_elsewhere = |text: &str| if ledger { !heads_part(text) } else { heads_other(text) || meant(text) };
    unread
        .filter(|cell| !read_elsewhere(cell.text.trim()))
        .filter(|cell| !history || composed::mentions_payment(&fold(cell.text)))
        .map(|cell| {
            let column = Column { index: cell.column, header: cell.text.trim().to_owned() };
            let about = Diagnostic::about(DiagnosticKind::UnreadAmounts, Some(header));
            Diagnostic { column: Some(column), ..about }
        })
        .collect()
}
