//! Exports of invoices with a row for each item sold, every one of them bearing the totals of its whole invoice: an
//! invoice counts once. Told by the headings of items and by the whole column: rows of one invoice say the same amounts.

use crate::Field;
use crate::mapping::{Layout, Mapping};
use crate::row::Cells;
use crate::words::{fold, holds};
use sheet::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What heads the columns of an item sold, beside those of its invoice.
const ITEMS: &[&str] = &[
    "quantity",
    "qty",
    "unit price",
    "unit amount",
    "unitamount",
    "item name",
    "item price",
    "line amount",
    "lineamount",
    "line total",
    "item total",
    "quantite",
    "qte",
    "prix unitaire",
    "pu ht",
    "montant ligne",
    "menge",
    "einzelpreis",
    "cantidad",
    "precio unitario",
    "quantita",
    "prezzo unitario",
    "aantal",
    "stukprijs",
];

/// Words that make an amount that of an item sold.
const OF_ITEM: &[&str] = &["line", "item", "ligne", "position", "linea", "riga", "regel", "article"];

/// A document: customer, number and type. Of a million rows their digests are kept, not their texts.
pub(crate) type Invoice = u128;
/// What its row says is due: amount, residual and day as written. Instalments fall due on other days.
pub(crate) type Said = u128;

/// What the rows of invoices say, while they pass.
pub(crate) struct InvoiceLines {
    first: BTreeMap<Invoice, Said>,
    repeated: u32,
    different: u32,
}

impl InvoiceLines {
    /// Nothing seen yet; `None` where the headings tell of no items sold.
    pub(crate) fn of(table: &Table, mapping: &Mapping) -> Option<InvoiceLines> {
        let documents = matches!(mapping.layout(), Layout::OpenItems | Layout::InvoiceHistory);
        let amounts = [Field::Amount, Field::Residual].into_iter().filter_map(|field| mapping.binding(field));
        let of_item =
            amounts.map(|binding| fold(&binding.header)).any(|words| OF_ITEM.iter().any(|word| holds(&words, word)));
        if !documents || !mapping.binds(Field::Document) || of_item {
            return None;
        }
        let headings = table.row(mapping.header_row())?;
        let heads_item = |text: &str| {
            let words = fold(text);
            ITEMS.iter().any(|item| holds(&words, item))
        };
        let nothing = InvoiceLines { first: BTreeMap::new(), repeated: 0, different: 0 };
        headings.cells().any(|cell| heads_item(cell.text)).then_some(nothing)
    }

    /// Looks at a row.
    pub(crate) fn see(&mut self, cells: &Cells<'_>) {
        let Some((invoice, said)) = said(cells) else { return };
        match self.first.get(&invoice) {
            Some(first) if *first == said => self.repeated += 1,
            Some(_) => self.different += 1,
            None => drop(self.first.insert(invoice, said)),
        }
    }

    /// Whether rows repeat the totals of their invoice.
    pub(crate) fn repeats(&self) -> bool {
        self.repeated > 0 && self.different * 4 <= self.repeated
    }
}

/// The invoices read so far of a table that repeats their totals.
#[derive(Default)]
pub(crate) struct Counted(BTreeSet<(Invoice, Said)>);

impl Counted {
    /// Whether a row says again what a row before it said of the same invoice.
    pub(crate) fn again(&mut self, cells: &Cells<'_>) -> bool {
        said(cells).is_some_and(|row| !self.0.insert(row))
    }
}

/// The invoice of a row, and what the row says of it.
pub(crate) fn said(cells: &Cells<'_>) -> Option<(Invoice, Said)> {
    let document = cells.text(Field::Document)?;
    let customer = cells.text(Field::CustomerId).or_else(|| cells.text(Field::CustomerName)).unwrap_or_default();
    let text = |field: Field| cells.text(field).unwrap_or_default();
    let invoice = digest([customer, document, text(Field::DocumentType)]);
    Some((invoice, digest([text(Field::Amount), text(Field::Residual), text(Field::DueDay)])))
}

/// Two hashes of 64 bits: a row is taken for another one's repetition by chance once in 10^38 pairs.
pub(crate) fn digest(texts: [&str; 3]) -> u128 {
    let half = |half: u8| {
        let mut hasher = DefaultHasher::new();
        (half, texts).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}
