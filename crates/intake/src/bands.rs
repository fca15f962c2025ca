//! Headings in two lines of which the upper one holds bands: `FACTURE` over `N°`, `Date`, `Échéance`, `REGLEMENT` over `Date`,
//! `Montant`. A band says what the headings under it are of, so that the day of a payment is no day of an invoice.
//! Of headings that come back under each band (`Reports`, `Mouvements`, `Soldes` over `Débit` and `Crédit`) it tells one from the
//! other. Guarantee: a line of data is never taken for the lower one.

use crate::Field;
use crate::header::Heading;
use crate::heading::{HeadingMatch, Hit, hits};
use crate::words::fold;
use sheet::{Cell, CellKind, Row, Table};
use values::Arrange;

/// Headings of the lower line that mean something, at least.
const KNOWN: usize = 3;

/// Headings of two lines.
pub(crate) struct Banded {
    /// Row of the lower line.
    pub(crate) row: u32,
    pub(crate) headings: Vec<Heading>,
    /// The lower line alone, where the bands tell apart what comes back in it.
    pub(crate) apart: Option<Vec<Heading>>,
}

/// The headings of two lines; `None` where the upper one holds no bands.
pub(crate) fn banded(upper: &Row<'_>, table: &Table) -> Option<Banded> {
    let lower = table.row(upper.number() + 1)?;
    let bands: Vec<Cell<'_>> = upper.cells().collect();
    let worded = |cell: &Cell<'_>| cell.kind == CellKind::Text && cell.text.chars().any(char::is_alphabetic);
    if bands.len() < 2 || !bands.iter().all(worded) {
        return None;
    }
    let heads = |cell: &Cell<'_>| {
        let aged = || hits(cell.text).iter().any(|hit| hit.field == Field::Bucket);
        cell.kind == CellKind::Text && (!cell.text.bytes().any(|byte| byte.is_ascii_digit()) || aged())
    };
    let cells: Vec<Cell<'_>> = lower.cells().collect();
    let known = cells.iter().filter(|cell| !hits(cell.text).is_empty()).count();
    // Some column under a band has none of its own above it.
    let spans = cells.iter().any(|cell| upper.cell(cell.column).is_none() && band(cell, upper, &lower).is_some());
    if known < KNOWN || !spans || !cells.iter().all(heads) {
        return None;
    }
    let comes_back =
        |cell: &Cell<'_>| cells.iter().any(|other| other.column != cell.column && same_words(other.text, cell.text));
    let under = cells.iter().map(|cell| match band(cell, upper, &lower) {
        Some(band) => qualified(band.text.trim(), cell, comes_back(cell)),
        None => plain(cell),
    });
    let merged = bands.iter().filter(|cell| lower.cell(cell.column).is_none()).map(plain);
    let mut headings: Vec<Heading> = under.chain(merged).collect();
    headings.arrange_by_key(|heading| heading.column);
    let apart = comes_back_under_bands(upper, &lower).then(|| cells.iter().map(plain).collect());
    Some(Banded { row: lower.number(), headings, apart })
}

/// Whether two bands stand over the same headings, two at least.
fn comes_back_under_bands(upper: &Row<'_>, lower: &Row<'_>) -> bool {
    let under = |band: Cell<'_>| -> Vec<String> {
        let own = |cell: &Cell<'_>| self::band(cell, upper, lower).is_some_and(|over| over.column == band.column);
        lower.cells().filter(own).map(|cell| fold(cell.text)).collect()
    };
    let groups: Vec<Vec<String>> = upper.cells().map(under).filter(|group| group.len() > 1).collect();
    groups.iter().enumerate().any(|(place, group)| groups.iter().skip(place + 1).any(|other| other == group))
}

fn same_words(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// The band over a cell of the lower line: the nearest to the left, itself over the first of its columns.
fn band<'t>(cell: &Cell<'_>, upper: &Row<'t>, lower: &Row<'_>) -> Option<Cell<'t>> {
    let nearest = upper.cells().take_while(|band| band.column <= cell.column).last();
    nearest.filter(|band| lower.cell(band.column).is_some())
}

fn plain(cell: &Cell<'_>) -> Heading {
    let text = cell.text.trim().to_owned();
    Heading { column: cell.column, hits: hits(&text), text }
}

/// A heading with the band above it, where both together mean something. Where they do not, its own meaning counts for less:
/// the band may be of something else. `comes_back`: other bands stand over the same word, which says nothing without its own.
fn qualified(band: &str, cell: &Cell<'_>, comes_back: bool) -> Heading {
    let own = plain(cell);
    let text = format!("{band} {}", own.text);
    let both = hits(&text);
    // `Comptes` over `N°` and `Libellé`.
    let both = if both.is_empty() { of_one(band, &own.text) } else { both };
    // `1 à` over `30 jours`, `Non` over `échu`: neither says it alone.
    let broken = hits(band).is_empty() && both.iter().any(|hit| hit.field == Field::Bucket);
    if own.may(&[Field::Bucket]) && !broken {
        return own;
    }
    if !both.is_empty() {
        return Heading { column: cell.column, text, hits: both };
    }
    let unsure = |hit: Hit| Hit { matched: HeadingMatch::Close, ..hit };
    let hits = own.hits.into_iter().map(unsure).collect();
    Heading { column: own.column, text: if comes_back { text } else { own.text }, hits }
}

/// What a heading means under a band in the plural.
fn of_one(band: &str, own: &str) -> Vec<Hit> {
    let one = band.strip_suffix(['s', 'S']).filter(|one| !one.contains(' '));
    one.map(|one| hits(&format!("{one} {own}"))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::detect::detect;

    /// The layout, and what each column means.
    fn read(text: &str) -> String {
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let Some(best) = found.candidates.first() else { return "-".to_owned() };
        let columns = best.mapping.columns().iter().map(|bound| format!("{}={}", bound.header, bound.field));
        format!("{}: {}", best.mapping.layout().key(), columns.collect::<Vec<_>>().join(", "))
    }

    const ROWS: &str = "ALPHA;F1;02/01/2026;01/02/2026;100,00;20,00;120,00;15/02/2026;VIR;20,00;100,00\n\
        BETA;F2;13/01/2026;12/02/2026;50,00;10,00;60,00;;;;60,00\n\
        GAMMA;F3;14/01/2026;13/02/2026;25,00;5,00;30,00;20/02/2026;CHQ;30,00;0,00\n";

    #[test]
    fn a_band_says_what_its_headings_are_of() {
        let headings =
            "Client;FACTURE;;;MONTANT;;;REGLEMENT;;;Solde\n;N°;Date;Echéance;HT;TVA;TTC;Date;Mode;Montant;\n";
        assert_eq!(
            read(&format!("{headings}{ROWS}")),
            "invoice-history: Client=customer-id, FACTURE N°=document, FACTURE Date=invoice-date, Echéance=due-date, \
             MONTANT TTC=amount, REGLEMENT Date=payment-date, REGLEMENT Mode=terms, REGLEMENT Montant=paid, Solde=residual"
        );
    }

    #[test]
    fn a_line_of_data_is_no_line_of_headings() {
        let headings = "Client;N° facture;Date;Echéance;HT;TVA;TTC;Payé le;Mode;Réglé;Solde\n";
        assert!(read(&format!("{headings}{ROWS}")).contains("N° facture=document, Date=invoice-date"));
    }
}
