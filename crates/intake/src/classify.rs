//! What a row is, before anything is made of it: blank, heading, total or item. Each row is exactly one of them.

use crate::Field;
use crate::field::Content;
use crate::groups;
use crate::mapping::{Layout, Mapping};
use crate::number;
use crate::row::Cells;
use crate::titles::{Titles, labelled_customer};
use crate::vocabulary as is;
use crate::whole_customer;
use crate::words::fold_into;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowClass {
    /// Nothing but spaces.
    Blank,
    /// Titles, headings, page furniture, notes.
    Heading,
    /// Names the customer of the rows below.
    Group,
    /// A total or a sub-total.
    Total(TotalKind),
    /// Something that moves a customer's balance, or should.
    Item,
}

/// Which total a row states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TotalKind {
    /// Of the whole file, in so many words.
    Grand,
    /// Of the rows above, or of the whole.
    Plain,
    /// Of the rows since the last total with as many stars or more.
    Starred(u8),
    /// Carried over a page.
    Carried,
}

/// Classifies a row below the headings. `dated` says that one of its date columns holds a day.
pub(crate) fn classify(
    cells: &Cells<'_>,
    dated: bool,
    mapping: &Mapping,
    titles: &Titles,
    folded: &mut String,
) -> RowClass {
    if cells.filled == 0 {
        return RowClass::Blank;
    }
    if dated && opens_with_nothing(cells, mapping, folded) {
        return RowClass::Heading;
    }
    if dated {
        return match bare_total(cells, folded) {
            Some(kind) => RowClass::Total(kind),
            None => RowClass::Item,
        };
    }
    let whole = mapping.group_column() == Some(whole_customer::COLUMN);
    if whole && whole_customer::announces_another(&cells.row) && !titles.hold(&cells.row) {
        return RowClass::Group;
    }
    if repeats_headings(cells, mapping) || repeats_titles(cells, mapping, titles, folded) {
        return RowClass::Heading;
    }
    if holds_shares(cells, mapping) {
        return RowClass::Heading;
    }
    if let Some(stars) = stars(cells) {
        return RowClass::Total(TotalKind::Starred(stars));
    }
    let valued = is_valued(cells, mapping);
    // A telephone number beside the name may stand under an age.
    let dates = mapping.binds(Field::InvoiceDay) || mapping.binds(Field::PostingDay) || mapping.binds(Field::DueDay);
    if mapping.group_column().is_some() && (!valued || dates) && labelled_customer(&cells.row).0.is_some() {
        return RowClass::Group;
    }
    if let Some(class) = by_words(cells, mapping, valued, folded) {
        return class;
    }
    if let Some(column) = mapping.group_column()
        && let Some(cell) = cells.row.cell(column)
        && (cell.text.chars().any(char::is_alphabetic) || groups::names_beside(&cells.row))
    {
        // `Turnover:`, `7,605.03`: a label of something else.
        if cell.text.trim_end().ends_with(':') && cells.filled > 1 && labelled_customer(&cells.row).0.is_none() {
            return RowClass::Heading;
        }
        return RowClass::Group;
    }
    let customer = cells.has(Field::CustomerId) || cells.has(Field::CustomerName);
    if mapping.layout() == Layout::Customers && customer {
        return RowClass::Item;
    }
    let whole = (customer || cells.has(Field::Account)) && cells.has(Field::Document);
    match (valued || whole, customer) {
        (true, _) => RowClass::Item,
        (false, true) => RowClass::Group,
        (false, false) => RowClass::Heading,
    }
}

/// A dated balance brought forward that is nothing: `01/01/2026`, `Solde à nouveau`, `0,00`.
fn opens_with_nothing(cells: &Cells<'_>, mapping: &Mapping, folded: &mut String) -> bool {
    let some = |text: &str| text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let money = || mapping.columns().iter().filter(|binding| is_balance(binding.field));
    if cells.has(Field::Document) || money().filter_map(|binding| cells.text(binding.field)).any(some) {
        return false;
    }
    let Some(label) = cells.text(Field::Label) else { return false };
    fold_into(folded, label);
    is::is_opening(folded)
}

/// Shares of a total below it, or below what each customer owes: `100 %`, `77.8 %`. Nothing else stands under the amounts.
fn holds_shares(cells: &Cells<'_>, mapping: &Mapping) -> bool {
    let money = |column: u16| mapping.columns().iter().any(|of| of.column == column && is_balance(of.field));
    let amounts = || cells.row.cells().filter(|cell| money(cell.column) && !cell.text.trim().is_empty());
    let is_share =
        |text: &str| text.trim_end().strip_suffix('%').is_some_and(|rest| number::looks_like_one(rest.trim()));
    amounts().nth(1).is_some() && amounts().all(|cell| is_share(cell.text))
}

/// SAP marks the total of each level with one star more: `*`, `** Debitor 100234`.
fn stars(cells: &Cells<'_>) -> Option<u8> {
    let text = cells.first().map(|cell| cell.text).filter(|text| text.starts_with('*'))?;
    let rest = text.trim_start_matches('*');
    let starred = (rest.is_empty() || rest.starts_with(' ')) && !cells.has(Field::Document);
    starred.then(|| u8::try_from(text.len() - rest.len()).unwrap_or(u8::MAX))
}

/// The top of a printed page: a title of the first page, or page furniture in any column, and no number to lose.
fn repeats_titles(cells: &Cells<'_>, mapping: &Mapping, titles: &Titles, folded: &mut String) -> bool {
    let bound = || mapping.columns().iter().filter_map(|binding| Some((binding.field, cells.text(binding.field)?)));
    if bound().any(|(field, text)| is_balance(field) && number::looks_like_one(text)) {
        // The number of the page may stand under an amount, beside nothing but titles.
        let mut words = cells.row.cells().map(|cell| cell.text).filter(|text| text.contains(char::is_alphabetic));
        let both = words.next().zip(words.next());
        return both.is_some_and(|(one, other)| titles.repeats(one) && titles.repeats(other))
            && words.all(|text| titles.repeats(text));
    }
    let mut furniture = |text: &str| {
        fold_into(folded, text);
        is::is_furniture(folded)
    };
    cells.first().is_some_and(|first| titles.repeats(first.text)) || bound().any(|(_, text)| furniture(text))
}

/// Whether an amount column holds a digit.
fn is_valued(cells: &Cells<'_>, mapping: &Mapping) -> bool {
    mapping
        .columns()
        .iter()
        .filter(|binding| is_balance(binding.field))
        .filter_map(|binding| cells.text(binding.field))
        .any(|text| text.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Whether a column counts money that moves a balance.
fn is_balance(field: Field) -> bool {
    field.content() == Content::Amount && !matches!(field, Field::DaysLate | Field::CreditLimit)
}

/// A dated row is a total only if its first cell says just that and it has no document.
fn bare_total(cells: &Cells<'_>, folded: &mut String) -> Option<TotalKind> {
    let first = cells.first().filter(|_| !cells.has(Field::Document))?;
    if !first.text.starts_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    fold_into(folded, first.text);
    is::is_bare_total(folded).then(|| total_kind(folded))
}

fn total_kind(words: &str) -> TotalKind {
    match () {
        () if is::is_grand_total(words) => TotalKind::Grand,
        () if is::is_carried_forward(words) => TotalKind::Carried,
        () => TotalKind::Plain,
    }
}

/// What the words of an undated row say, if anything.
fn by_words(cells: &Cells<'_>, mapping: &Mapping, valued: bool, folded: &mut String) -> Option<RowClass> {
    let texts = [
        cells.first(),
        cells.get(Field::CustomerId),
        cells.get(Field::CustomerName).filter(|_| !cells.has(Field::CustomerId)),
        cells.get(Field::Document),
        cells.get(Field::Label),
        cells.get(Field::DocumentType),
        cells.get(Field::InvoiceDay),
        cells.get(Field::PostingDay),
        cells.get(Field::DueDay),
    ];
    for cell in texts.into_iter().flatten() {
        fold_into(folded, cell.text);
        if is::is_share(folded) || cell.text.trim_start().starts_with('%') {
            return Some(RowClass::Heading);
        }
        let other_document = cells.get(Field::Document).is_some_and(|document| document.column != cell.column);
        if is::is_opening(folded) {
            return opening(cells, mapping, valued);
        }
        let last_word = mapping.layout().has_items() && is::ends_as_total(folded);
        if (is::is_total(folded) || last_word) && !other_document {
            // A total has amounts: `TOTAL ENERGIES` alone above its items is a customer.
            let named = mapping.group_column().is_some_and(|group| match cells.filled {
                1 => group == cell.column,
                // A code, and the name beside it.
                2 => cells.first().is_some_and(|first| {
                    group == first.column
                        && first.column != cell.column
                        && first.text.bytes().any(|byte| byte.is_ascii_digit())
                }),
                _ => false,
            });
            if named && !valued && !is::is_bare_total(folded) {
                return Some(RowClass::Group);
            }
            return Some(RowClass::Total(total_kind(folded)));
        }
        if is::is_furniture(folded) && !valued {
            return Some(RowClass::Heading);
        }
    }
    None
}

/// A balance brought forward without a date: money in a ledger, unless it is nothing; elsewhere a total.
fn opening(cells: &Cells<'_>, mapping: &Mapping, valued: bool) -> Option<RowClass> {
    let moves = [Field::Debit, Field::Credit, Field::Amount]
        .into_iter()
        .filter_map(|field| cells.text(field))
        .any(|text| text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)));
    match mapping.layout() {
        Layout::Ledger | Layout::Fec if moves => Some(RowClass::Item),
        Layout::Ledger
        | Layout::Fec
        | Layout::OpenItems
        | Layout::InvoiceHistory
        | Layout::AgedBalance
        | Layout::BankStatement
        | Layout::Customers
        | Layout::Payments => Some(if valued { RowClass::Total(TotalKind::Carried) } else { RowClass::Heading }),
    }
}

/// The headings again, at the top of a printed page.
fn repeats_headings(cells: &Cells<'_>, mapping: &Mapping) -> bool {
    let same = mapping
        .columns()
        .iter()
        .filter(|binding| !binding.header.is_empty())
        // Headings may stand beside their columns.
        .filter(|binding| cells.row.cells().any(|cell| cell.text.trim() == binding.header))
        .count();
    same >= 2 && same * 2 >= mapping.columns().len().min(cells.filled as usize)
}
