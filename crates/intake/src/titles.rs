//! What the lines above the headings say of the whole table: its currency, the first day of its period, amounts in
//! thousands; and the words a printed report repeats at the top of each page.

use crate::Field;
use crate::currency::{self, Named};
use crate::currency_names;
use crate::date::{self, Shape};
use crate::field::Content;
use crate::groups;
use crate::mapping::{DateOrder, Layout, Mapping};
use crate::row::Cells;
use crate::vocabulary;
use crate::words::{fold, holds};
use sheet::{Cell, CellKind, Row, Table};
use std::collections::BTreeSet;
use values::{Day, Gather};

/// What the title lines say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Titles {
    /// The titles without their digits, folded: page 2 repeats those of page 1.
    repeated: BTreeSet<String>,
    /// The only currency they name.
    pub(crate) currency: Option<Named>,
    /// First day of the period they name.
    pub(crate) period_start: Option<Day>,
    /// A title, or the name of the sheet, that speaks of suppliers.
    pub(crate) payables: Option<String>,
    /// The lines above the headings, and the name of the sheet.
    pub(crate) lines: Vec<String>,
    /// They say that what is listed was held back until works are accepted, and nothing else.
    pub(crate) retentions: bool,
}

/// Words beside which a title names the currency of the amounts.
const CURRENCY_WORDS: &[&str] = &[
    "montant", "montants", "devise", "monnaie", "exprime", "exprimes", "currency", "amount", "amounts", "betrage",
    "wahrung", "importe", "importes", "moneda", "divisa", "importi", "valuta", "bedragen", "euros", "en eur", "in eur",
];

/// Words before the first day of a period.
const PERIOD_WORDS: &[&str] =
    &["periode", "period", "exercice", "du", "from", "zeitraum", "periodo", "ejercicio", "esercizio", "dal", "desde"];

impl Titles {
    /// Reads the rows above the headings.
    pub(crate) fn read(table: &Table, header_row: u32) -> Titles {
        let mut titles = Titles::default();
        let mut currencies = BTreeSet::new();
        // The first customer of a print in blocks is no title that later ones repeat.
        let customer = groups::above(table, header_row).map(|row| row.number());
        for row in table.rows().take_while(|row| row.number() < header_row && Some(row.number()) != customer) {
            let cells: Vec<Cell<'_>> = row.cells().collect();
            let line: Vec<&str> = cells.iter().map(|cell| cell.text).collect();
            let line = line.join(" ");
            titles.repeated.extend(cells.iter().map(|cell| bare(cell.text)).filter(|words| words.len() > 2));
            let words = fold(&line);
            currencies.extend(match CURRENCY_WORDS.iter().any(|word| holds(&words, word)) {
                true => named_currency(&line, &words),
                false => cells.iter().find_map(|cell| unit_of(cell.text)),
            });
            if titles.period_start.is_none() && PERIOD_WORDS.iter().any(|word| holds(&words, word)) {
                titles.period_start = days(&line).first().copied();
            }
        }
        let above = table.rows().take_while(|row| row.number() < header_row);
        let names = above.flat_map(|row| row.cells()).map(|cell| cell.text).chain(table.name.as_deref());
        titles.lines = names.map(|text| text.trim().to_owned()).collect();
        titles.retentions = speak_of_retentions(&titles.lines);
        titles.payables = titles.lines.iter().find(|text| speaks_of_suppliers(text)).cloned();
        if currencies.is_empty() {
            currencies.extend(table.name.as_deref().and_then(currency::of_heading));
        }
        titles.currency = currency::only(&currencies);
        titles
    }

    /// Whether every cell of a row stands above the headings too.
    pub(crate) fn hold(&self, row: &Row<'_>) -> bool {
        row.cells().all(|cell| self.lines.iter().any(|line| line == cell.text.trim()))
    }

    /// Whether a cell says again what stands above the headings.
    pub(crate) fn repeats(&self, text: &str) -> bool {
        !self.repeated.is_empty() && self.repeated.contains(&bare(text))
    }
}

/// Whether titles announce amounts held back (`Retenues de garantie`, account 4117), and no invoices beside them.
fn speak_of_retentions(lines: &[String]) -> bool {
    let lines: Vec<String> = lines.iter().map(|line| fold(line)).collect();
    let held = |words: &String| ["retenue de garantie", "retenues de garantie"].iter().any(|held| holds(words, held));
    let account = |words: &String| {
        words
            .split(' ')
            .any(|word| word.len() >= 4 && word.starts_with("4117") && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let others = |words: &String| speaks_of_invoices(words) || holds(words, "travaux") || holds(words, "situations");
    lines.iter().any(|words| held(words) || account(words)) && !lines.iter().any(others)
}

/// Whether a title speaks of suppliers and of no customer.
pub(crate) fn speaks_of_suppliers(text: &str) -> bool {
    const SUPPLIERS: &[&str] = &[
        "fournisseur",
        "fournisseurs",
        "payables",
        "suppliers",
        "supplier",
        "vendor",
        "vendors",
        "creditors",
        "kreditoren",
        "lieferanten",
        "proveedores",
        "fornitori",
        "crediteuren",
        "fornitore",
        "proveedor",
        "leverancier",
        "lieferant",
        "kreditor",
        "leveranciers",
        "accounts payable",
        "comptes fournisseurs",
        "creditor",
        "crediteur",
        "dostawca",
        "dostawcy",
        "dostawcow",
        "dostawcami",
        "zobowiazania",
        "leverandor",
        "leverandorer",
        "kreditorer",
        "leverantor",
        "leverantorer",
        "leverantorsreskontra",
    ];
    let words = fold(text);
    SUPPLIERS.iter().any(|word| holds(&words, word)) && !speaks_of_customers(text) && !holds(&words, "tiers")
}

/// Whether folded words speak of invoices.
pub(crate) fn speaks_of_invoices(words: &str) -> bool {
    ["factu", "invoice", "rechnung", "fattur", "faktur", "fatura"].iter().any(|stem| words.contains(stem))
}

/// Whether a title or a heading speaks of customers.
pub(crate) fn speaks_of_customers(text: &str) -> bool {
    const CUSTOMERS: &[&str] = &[
        "client",
        "clients",
        "customer",
        "customers",
        "receivables",
        "receivable",
        "debtor",
        "debtors",
        "debitor",
        "debitoren",
        "kunden",
        "cliente",
        "clientes",
        "clienti",
        "debiteuren",
        "klanten",
        "klient",
        "klienci",
        "klientow",
        "klienta",
        "odbiorca",
        "odbiorcy",
        "odbiorcow",
        "odbiorcami",
        "naleznosci",
        "kunde",
        "kunder",
        "kund",
        "debitorer",
    ];
    // `Kundennummer`, `Debiteurnaam`: not the French side, `débiteurs`.
    const COMPOUNDS: [&str; 8] =
        ["kunden", "klant", "debitoren", "debitorn", "debiteuren", "debiteurn", "kundn", "kundres"];
    let words = fold(text);
    let compound = |word: &str| COMPOUNDS.iter().any(|start| word.starts_with(start));
    CUSTOMERS.iter().any(|word| holds(&words, word)) || words.split(' ').any(compound)
}

/// Words without digits, so that `Page 1` and `Page 2` are the same.
fn bare(text: &str) -> String {
    let without: String = text.chars().filter(|character| !character.is_numeric()).collect();
    fold(&without)
}

/// A customer told by labels, with its name: `A/C:`, `M001`, `Name:`, `Miller Ltd`.
pub(crate) fn labelled_customer<'t>(row: &Row<'t>) -> (Option<&'t str>, Option<&'t str>) {
    let cells: Vec<Cell<'t>> = row.cells().collect();
    let after = |labels: &[&str]| {
        let mut pairs = cells.iter().zip(cells.iter().skip(1));
        let of = pairs
            .find(|(label, _)| label.text.trim_end().ends_with(':') && labels.contains(&fold(label.text).as_str()));
        of.map(|(_, value)| value.text.trim())
    };
    const CODES: &[&str] = &[
        "a c",
        "account",
        "customer",
        "compte",
        "client",
        "code client",
        "konto",
        "kunde",
        "debitor",
        "cuenta",
        "cliente",
        "conto",
        "debiteur",
        "klant",
    ];
    // `Conto`, `4100001`, `Rossi S.r.l.`, and nothing else.
    if let [label, code, name] = cells.as_slice()
        && CODES.contains(&fold(label.text).as_str())
        && code.text.bytes().any(|byte| byte.is_ascii_digit())
        && name.text.chars().any(char::is_alphabetic)
        && !name.text.trim_end().ends_with(':')
    {
        return (Some(code.text.trim()), Some(name.text.trim()));
    }
    const NAMES: &[&str] =
        &["name", "nom", "raison sociale", "intitule", "nombre", "naam", "ragione sociale", "customer name"];
    // `A/C: M001`, `Name: Miller Ltd`: each label in the cell of what it announces.
    let within = |labels: &[&str]| {
        let of = |cell: &Cell<'t>| {
            cell.text
                .split_once(':')
                .filter(|(label, _)| labels.contains(&fold(label).as_str()))
                .map(|(_, value)| value)
        };
        cells.iter().find_map(of).map(str::trim).filter(|value| !value.is_empty())
    };
    if let (Some(code), Some(name)) = (within(CODES), within(NAMES)) {
        return (Some(code), Some(name));
    }
    (after(CODES), after(NAMES))
}

/// The currency of a line that speaks of amounts or currencies: `Montants en dirhams au 31/12/2026`, `Monnaie : FCFA`.
fn named_currency(line: &str, words: &str) -> Option<Named> {
    let words: Vec<&str> = words.split(' ').collect();
    let phrases = || [2, 1].into_iter().flat_map(|count| words.windows(count)).map(|phrase| phrase.join(" "));
    // `Monnaie : DH`, whatever stands behind it.
    let announced = || {
        let pairs = words.iter().zip(words.iter().skip(1));
        let labels = ["monnaie", "devise", "currency", "moneda", "valuta", "wahrung"];
        pairs.filter(|(label, _)| labels.contains(label)).find_map(|(_, name)| currency_names::of_words(name))
    };
    currency::of_heading(line)
        .or_else(announced)
        .or_else(|| phrases().filter(|phrase| phrase.len() > 3).find_map(|phrase| currency_names::of_words(&phrase)))
}

/// The unit that a title gives though it speaks of nothing else that has one: `Outstanding as on 30-09-2026 (INR)`,
/// `Balance âgée en FCFA`, `FCFA` in a cell of its own.
fn unit_of(text: &str) -> Option<Named> {
    let words = fold(text);
    let tokens: Vec<&str> = words.split(' ').collect();
    let joined = |count: usize| {
        let before = tokens.len().checked_sub(count + 1).and_then(|at| tokens.get(at));
        before.is_some_and(|word| ["en", "in"].contains(word))
    };
    let last = || currency::at_end(&tokens).filter(|(_, count)| joined(*count)).map(|(named, _)| named);
    let alone = || currency_names::of_words(&words).filter(|_| words.len() > 3);
    currency::in_brackets(text).or_else(last).or_else(alone)
}

/// The days written in a line, whatever stands around them, read day first unless only month first exists.
pub(crate) fn days(line: &str) -> Vec<Day> {
    dates(line).into_iter().filter_map(|readings| readings.first().copied()).collect()
}

/// Every reading of the last date of a line: two where day and month can change places. Of two states compared it is the
/// later one, in whatever order they stand: `31/12/2025 / 31/12/2024`.
pub(crate) fn readings(line: &str) -> Vec<Day> {
    let mut found = dates(line);
    let last = found.pop().unwrap_or_default();
    let latest = last.iter().max().copied();
    let later = found.into_iter().rfind(|readings| readings.iter().min().copied() > latest && latest.is_some());
    let mut readings = later.unwrap_or(last);
    // The likelier reading last: it is the one taken.
    readings.reverse();
    readings
}

/// The dates of a line, each with its readings, day first before month first.
fn dates(line: &str) -> Vec<Vec<Day>> {
    let words: Vec<&str> =
        line.split_whitespace().map(|word| word.trim_matches(|c: char| "(),;:".contains(c))).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let window = [1, 3].into_iter().find_map(|length| {
            let readings = date_of(&words.get(at..at + length)?.join(" "));
            (!readings.is_empty()).then_some((readings, length))
        });
        match window {
            Some((readings, length)) => {
                found.push(readings);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// A whole text that is a date with marks or a month in letters; bare digits are no date in a sentence.
fn date_of(text: &str) -> Vec<Day> {
    match date::shape(&Cell { column: 0, kind: CellKind::Text, text }, false) {
        Shape::Certain(day) | Shape::True(day) => vec![day],
        // A date with points is written day first everywhere.
        Shape::Parts(parts) if !parts.bare => {
            let day_first = parts.packed(DateOrder::Dmy);
            let month_first = parts.packed(DateOrder::Mdy).filter(|_| !parts.dotted || day_first.is_none());
            let mut readings: Vec<Day> = day_first.into_iter().chain(month_first).filter_map(date::unpacked).collect();
            readings.dedup();
            readings
        }
        Shape::Parts(_) | Shape::Bare(_) | Shape::Serial(_) | Shape::NoDate | Shape::Impossible | Shape::Other => {
            Vec::new()
        }
    }
}

/// A currency that only totals name (`$10,730.50` under amounts without a sign): it is that of the rows above them.
pub(crate) fn currency_of_totals(table: &Table, mapping: &Mapping) -> Option<Named> {
    let mut totals = TotalsCurrency::new(mapping);
    let amounts: Vec<u16> = columns_of(mapping, Content::Amount).map(|(_, column)| column).collect();
    for row in table.rows_below(mapping.header_row()) {
        totals.see(&row, row.cells().filter(|cell| amounts.contains(&cell.column)));
    }
    totals.currency()
}

/// The currency that the number formats of the amounts name, where they name one.
pub(crate) fn currency_of_formats(table: &Table, mapping: &Mapping) -> Option<Named> {
    let amounts: Vec<u16> = columns_of_amounts(mapping).collect();
    let named = table.currencies.iter().filter(|(column, _)| amounts.contains(column));
    currency::only(&named.filter_map(|(_, text)| currency::of_cell(text)).collect())
}

/// The currencies that number formats of the workbook name, by their places, where they are several; else nothing.
pub(crate) fn currencies_shown(table: &Table) -> Vec<Option<Named>> {
    let shown: Vec<Option<Named>> = table.currency_names().iter().map(|name| currency::of_cell(name)).collect();
    let known: BTreeSet<Named> = shown.iter().copied().flatten().collect();
    if known.len() > 1 { shown } else { Vec::new() }
}

/// The columns of the amounts that rows are about.
pub(crate) fn columns_of_amounts(mapping: &Mapping) -> impl Iterator<Item = u16> {
    let paid = mapping.layout() == Layout::Payments;
    let own = [Field::Amount, Field::Residual, Field::Debit, Field::Credit, Field::Bucket];
    let is_own = move |field: Field| own.contains(&field) || paid && field == Field::Paid;
    columns_of(mapping, Content::Amount).filter(move |(field, _)| is_own(*field)).map(|(_, column)| column)
}

fn columns_of(mapping: &Mapping, wanted: Content) -> impl Iterator<Item = (Field, u16)> {
    let of = mapping.columns().iter().filter(move |binding| binding.field.content() == wanted);
    of.map(|binding| (binding.field, binding.column))
}

/// The currencies that the amounts of rows without a date name, as the rows pass.
pub(crate) struct TotalsCurrency {
    /// The fields that hold amounts.
    amounts: Vec<Field>,
    dates: Vec<u16>,
    named: BTreeSet<Named>,
    /// The currencies that words for the total of the whole table bear: `Total général CHF`.
    labelled: BTreeSet<Named>,
    /// A dated row names one itself: totals have nothing to add.
    dated: bool,
}

impl TotalsCurrency {
    pub(crate) fn new(mapping: &Mapping) -> TotalsCurrency {
        let amounts = columns_of(mapping, Content::Amount).map(|(field, _)| field).gather();
        let dates = columns_of(mapping, Content::Date).map(|(_, column)| column).collect();
        TotalsCurrency { amounts, dates, named: BTreeSet::new(), labelled: BTreeSet::new(), dated: false }
    }

    /// Looks at a row below the headings, and its amounts.
    pub(crate) fn see<'t>(&mut self, row: &Row<'t>, amounts: impl Iterator<Item = Cell<'t>>) {
        self.labelled.extend(row.cells().next().and_then(|first| unit_of_total(first.text)));
        for cell in amounts.filter(|cell| cell.kind == CellKind::Text && names_more(cell.text)) {
            let Some(currency) = currency::of_heading(cell.text) else { continue };
            let dates = &self.dates;
            self.dated |= row.cells().any(|cell| dates.contains(&cell.column) && !date_of(cell.text).is_empty());
            self.named.insert(currency);
        }
    }

    /// Looks at a row below the headings, already laid out.
    pub(crate) fn see_laid_out(&mut self, cells: &Cells<'_>) {
        let fields = std::mem::take(&mut self.amounts);
        self.see(&cells.row, fields.iter().filter_map(|field| cells.get(*field)));
        self.amounts = fields;
    }

    /// The only currency named.
    pub(crate) fn currency(&self) -> Option<Named> {
        currency::only(&self.named).filter(|_| !self.dated).or_else(|| currency::only(&self.labelled))
    }
}

/// The currency behind the words for a total: `Total général CHF`, `TOTAL (DH)`.
fn unit_of_total(text: &str) -> Option<Named> {
    if !text.trim_start().starts_with(['T', 't', 'G', 'g', 'S', 's', 'C', 'c', 'I', 'i', 'E', 'e']) || text.len() > 40 {
        return None;
    }
    let words = fold(text);
    let tokens: Vec<&str> = words.split(' ').collect();
    let count = match currency::at_end(&tokens) {
        Some((_, count)) => count,
        None => 1,
    };
    let label = tokens.get(..tokens.len().checked_sub(count)?)?;
    let label = match label {
        [label @ .., "en" | "in"] | label => label.join(" "),
    };
    let label = label.trim_end();
    vocabulary::is_bare_total(label).then(|| currency::of_heading(text)).flatten()
}

/// Whether an amount bears more than digits, marks and spaces.
fn names_more(text: &str) -> bool {
    let plain =
        |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'.' | b',' | b'-' | b'+' | b'\'' | b'(' | b')');
    let space_or_sign = |one: char| matches!(one, '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2019}' | '\u{2212}');
    !text.bytes().all(plain) && !text.chars().all(|one| u8::try_from(one).is_ok_and(plain) || space_or_sign(one))
}

const THOUSANDS: &[&str] = &[
    "en milliers",
    "milliers d euros",
    "milliers de",
    "in thousands",
    "thousands of",
    "in tausend",
    "tausend euro",
    "en miles",
    "miles de euros",
    "in migliaia",
    "migliaia di",
    "in duizenden",
    "in duizendtallen",
    "keur",
    "k eur",
    "teur",
    "en millions",
    "in millions",
    "millions d euros",
    "in millionen",
    "en millones",
    "in milioni",
];

/// The words that say amounts are in thousands or millions, in a title or in the heading of an amount.
pub fn written_in_thousands(table: &Table, mapping: &Mapping) -> Option<String> {
    let scaled = |text: &str| {
        let words = fold(text);
        let sign = ["k€", "K€", "T€", "M€", "k$", "K$", "k£", "K£"].iter().any(|sign| text.contains(sign));
        sign || THOUSANDS.iter().any(|phrase| holds(&words, phrase))
    };
    let titles = table.rows().take_while(|row| row.number() < mapping.header_row());
    let title = titles.flat_map(|row| row.cells()).map(|cell| cell.text).find(|text| scaled(text));
    let headings = mapping.columns().iter().filter(|binding| binding.field.content() == Content::Amount);
    let heading = headings.map(|binding| binding.header.as_str()).find(|text| scaled(text));
    title.or(heading).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_announce_amounts_held_back_alone() {
        let told = |title: &str| speak_of_retentions(&[title.to_owned(), "RG".to_owned()]);
        assert!(told("Retenues de garantie 5 % - compte 411700 - au 30/09/2026"));
        assert!(told("Compte 4117001"));
        for title in
            ["Factures et retenues de garantie", "Situations de travaux, retenue de garantie déduite", "Compte 411000"]
        {
            assert!(!told(title), "{title}");
        }
    }

    #[test]
    fn days_are_found_in_sentences() {
        for (line, expected) in [
            ("Balance âgée au 30/09/2026", "2026-09-30"),
            ("Période du 01/01/26 au 30/09/26", "2026-01-01 2026-09-30"),
            ("As of September 30, 2026", "2026-09-30"),
            ("Aged as of 9/30/2026", "2026-09-30"),
            ("Situation au 30 septembre 2026 (EUR)", "2026-09-30"),
            ("Stichtag: 30.09.2026", "2026-09-30"),
            ("Compte 411000 page 12", ""),
            ("Exercice 2026", ""),
        ] {
            let found: Vec<String> = days(line).iter().map(ToString::to_string).collect();
            assert_eq!(found.join(" "), expected, "{line}");
        }
    }
}
