//! The amounts of a row, signed and in their currency: exact to the minor unit, or refused with the cell to blame.

use crate::currency::{self, Named};
use crate::diagnostic::Note;
use crate::facts::Facts;
use crate::kinds::KindWords;
use crate::mapping::{DecimalMark, Layout, Mapping, SignRule};
use crate::number::{self, AmountReader, NumberFault, Side};
use crate::number_profile::Plain;
use crate::row::{Cells, Refusal};
use crate::shared_currency::{Local, Shared};
use crate::{DiagnosticKind, Field};
use crate::{buckets, titles};
use sheet::{Cell, CellKind};
use values::{Amount, AmountError, Currency};

/// What the amount columns of a row say. Debits above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figures {
    pub(crate) currency: Currency,
    /// The document's own amount.
    pub(crate) amount: Option<Amount>,
    /// What remains open.
    pub(crate) residual: Option<Amount>,
    /// What was paid, with the sign of the document, in all its columns.
    pub(crate) paid: Option<Amount>,
    /// What was credited on it, with the sign of the document.
    pub(crate) credited: Option<Amount>,
}

/// Reads amounts under one mapping.
pub(crate) struct MoneyReader {
    /// How each field's column is read.
    readers: Vec<AmountReader>,
    sign: SignRule,
    /// Named by a heading, a title or the totals.
    heading: Option<Currency>,
    /// Which currencies the signs and names mean that several share.
    local: Local,
    /// The currency of a column of its own, beside that of the books: each amount stands in one of them.
    abroad: Option<Currency>,
    /// The amounts of the items so far, and what was paid of them.
    gross: (Amount, Amount),
    /// The sign that some amounts bear, and the currency it was taken for without proof.
    pub(crate) assumed: Option<(Shared, Currency)>,
    default: Currency,
    /// Decimals of amounts without a currency of their own.
    decimals: u32,
    /// Credits are all written below zero: the column's sign is said twice.
    credits_below_zero: bool,
    /// A bare 1 is a debit: always in a FEC, elsewhere where the column does not write 0 for one.
    one_is_debit: bool,
    /// Columns of ages, where no other column of the table holds what is due.
    ages: Vec<u16>,
    /// Columns of payments, and how each is read, where there are several.
    paid_columns: Vec<(u16, AmountReader)>,
    /// What each of them holds in the last row.
    pub(crate) instalments: Vec<(u16, Amount)>,
    buffer: String,
    /// Currencies that number formats show, by their places among those of the workbook, where they are several and
    /// nothing else says what amounts are in; and the columns of amounts.
    shown: Vec<Option<Named>>,
    own: Vec<u16>,
    /// A heading of amounts names the currency.
    headed: bool,
    /// The currencies that headings give to their own columns.
    own_currency: Vec<(Field, Named)>,
    /// A cell of the last row names its currency.
    pub(crate) named: bool,
    /// What is worth saying of the cells of the last row.
    pub(crate) notes: Vec<(Note, Field)>,
}

/// One cell read.
struct Figure {
    amount: Amount,
    currency: Currency,
    side: Option<Side>,
}

impl Figure {
    /// With the sign of its own side letter.
    fn signed(&self) -> Amount {
        if self.side == Some(Side::Credit) { -self.amount } else { self.amount }
    }
}

impl MoneyReader {
    pub(crate) fn new(
        mapping: &Mapping,
        headers: &[(Field, &str)],
        (named, local): (Option<Named>, Local),
        default: Currency,
        facts: &Facts,
    ) -> MoneyReader {
        let primary = [Field::Residual, Field::Amount, Field::Debit, Field::Credit, Field::Paid];
        let heading = primary.into_iter().find_map(|field| {
            let (_, header) = headers.iter().find(|(bound, _)| *bound == field)?;
            currency::of_heading(header)
        });
        let headed = heading.is_some();
        let abroad = headers.iter().find(|(field, _)| *field == Field::ForeignAmount);
        let abroad =
            abroad.and_then(|(_, header)| currency::of_heading(header)).filter(|abroad| Some(*abroad) != heading);
        let abroad = abroad.filter(|_| headed).and_then(Named::one);
        let own_currency = headers.iter().filter(|(field, _)| primary.contains(field));
        let own_currency = own_currency.filter_map(|(field, header)| Some((*field, currency::of_heading(header)?)));
        let named = heading.or(named);
        let taken = named.and_then(|named| local.take(named, default));
        let heading = taken.map(|taken| taken.currency);
        let assumed = taken.filter(|taken| taken.assumed).zip(named);
        let assumed = assumed.and_then(|(taken, named)| Some((named.shared()?, taken.currency)));
        let decimals = heading.unwrap_or(default).decimals();
        let readers = Field::ALL.iter().map(|field| facts.profiles.amount_reader(*field, mapping, decimals));
        let bound = || mapping.columns().iter().filter(|binding| binding.field == Field::Bucket);
        let titles: Vec<&str> = bound().map(|binding| binding.header.as_str()).collect();
        let ages = bound().zip(buckets::ages(&titles)).filter(|(_, ages)| ages.is_some());
        let paid: Vec<u16> = mapping.columns_of(Field::Paid).collect();
        let several = paid.into_iter().filter(|_| mapping.columns_of(Field::Paid).count() > 1);
        let paid_columns = several.map(|column| (column, facts.profiles.amount_reader_of(column, mapping, decimals)));
        MoneyReader {
            readers: readers.collect(),
            paid_columns: paid_columns.collect(),
            instalments: Vec::new(),
            sign: mapping.sign(),
            heading,
            local,
            abroad,
            gross: (Amount::ZERO, Amount::ZERO),
            assumed,
            default,
            decimals,
            one_is_debit: mapping.layout() == Layout::Fec || facts.one_is_debit,
            credits_below_zero: facts.credits_below_zero,
            ages: ages.map(|(binding, _)| binding.column).collect(),
            buffer: String::new(),
            headed,
            own_currency: own_currency.collect(),
            shown: Vec::new(),
            own: Vec::new(),
            named: false,
            notes: Vec::new(),
        }
    }

    /// The same where number formats show several currencies: each row is in the one that its amounts show, unless a
    /// heading says otherwise.
    pub(crate) fn showing(mut self, shown: Vec<Option<Named>>, mapping: &Mapping) -> MoneyReader {
        if !self.headed {
            self.own = titles::columns_of_amounts(mapping).collect();
            self.shown = shown;
        }
        self
    }

    /// Whether the rows of a table may be in several currencies without a word.
    pub(crate) fn shows_several(&self) -> bool {
        !self.shown.is_empty()
    }

    /// Whether amounts without a currency of their own are in the default one.
    pub(crate) fn assumes(&self) -> bool {
        self.heading.is_none()
    }

    /// The currency of amounts that name none.
    pub(crate) fn fallback(&self) -> Currency {
        self.heading.unwrap_or(self.default)
    }

    /// Every amount of a row; `None` where there is none.
    pub(crate) fn figures(&mut self, cells: &Cells<'_>, kinds: &mut KindWords) -> Result<Option<Figures>, Refusal> {
        self.notes.clear();
        let row = self.row_currency(cells)?;
        self.named = row.is_some();
        let (amount, negate) = match self.sign {
            SignRule::DebitCredit => (self.two_sides(cells, row)?, false),
            SignRule::Signed => (self.signed(cells, Field::Amount, row)?, false),
            SignRule::Type => (self.signed(cells, Field::Amount, row)?, kinds.type_is_credit(cells)),
            SignRule::CreditNotes => (self.signed(cells, Field::Amount, row)?, true),
            // A sign below zero beside every letter of a credit says the same again.
            SignRule::SideLetter => {
                (self.signed(cells, Field::Amount, row)?, self.is_credit(cells)? && !self.credits_below_zero)
            }
        };
        let mut residual = self.signed(cells, Field::Residual, row)?;
        if self.sign == SignRule::DebitCredit {
            residual = residual.map(|(residual, currency)| (on_the_side_of(residual, amount), currency));
        }
        let amount = match residual {
            None if amount.is_none() => self.abroad(cells)?,
            _ => amount,
        };
        if amount.is_none() && residual.is_none() {
            // An item may stand in its column of ages only.
            residual = self.sum_of_ages(cells)?;
        }
        let Some((_, currency)) = amount.or(residual) else { return Ok(None) };
        let paid = self.paid(cells, row)?;
        let credited = self.signed(cells, Field::Credited, row)?;
        let others = [(Field::Residual, residual), (Field::Paid, paid), (Field::Credited, credited)];
        let foreign = others.into_iter().find(|(_, figure)| figure.is_some_and(|(_, other)| other != currency));
        if let Some((field, _)) = foreign {
            // Currencies are never added together, not even on one row.
            return Err(match cells.get(field) {
                Some(cell) => Refusal::of_cell(DiagnosticKind::UnknownCurrency, field, &cell),
                None => Refusal::missing(DiagnosticKind::UnknownCurrency, field),
            });
        }
        let sign = |figure: Option<(Amount, Currency)>| figure.map(|(amount, _)| if negate { -amount } else { amount });
        if negate {
            self.instalments.iter_mut().for_each(|(_, amount)| *amount = -*amount);
        }
        let figures = Figures {
            currency,
            amount: sign(amount),
            residual: sign(residual),
            paid: sign(paid),
            credited: sign(credited),
        };
        let settled: Amount = [figures.paid, figures.credited].into_iter().flatten().map(Amount::abs).sum();
        if let Some(amount) = figures.amount {
            self.see_item(amount, if amount.is_credit() { -settled } else { settled });
        }
        Ok(Some(figures))
    }

    /// Counts an item, and what was paid of it.
    pub(crate) fn see_item(&mut self, amount: Amount, settled: Amount) {
        self.gross = (self.gross.0 + amount, self.gross.1 + settled);
    }

    /// What a row says was paid, and what it says remains, where it tells no amount.
    pub(crate) fn paid_alone(
        &mut self,
        cells: &Cells<'_>,
    ) -> Result<Option<(Amount, Option<Amount>, Currency)>, Refusal> {
        let row = self.row_currency(cells)?;
        let residual = self.signed(cells, Field::Residual, row)?.map(|(residual, _)| residual);
        Ok(self.paid(cells, row)?.map(|(paid, currency)| (paid, residual, currency)))
    }

    /// What was paid in all columns of payments; `None` where all are empty.
    fn paid(&mut self, cells: &Cells<'_>, row: Option<Currency>) -> Result<Option<(Amount, Currency)>, Refusal> {
        self.instalments.clear();
        if self.paid_columns.is_empty() {
            return self.signed(cells, Field::Paid, row);
        }
        let mut sum: Option<(Amount, Currency)> = None;
        for (column, reader) in self.paid_columns.clone() {
            let Some(cell) = cells.in_column(column) else { continue };
            let figure = match self.read_cell_as(cell, Field::Paid, reader, row) {
                Ok(figure) => figure,
                // The field alone would name the first of the columns.
                Err(refusal) if cells.get(Field::Paid).is_none_or(|first| first.column != column) => {
                    return Err(Refusal { field: None, ..refusal });
                }
                Err(refusal) => return Err(refusal),
            };
            let Some(figure) = figure else { continue };
            let (before, known) = sum.unwrap_or((Amount::ZERO, figure.currency));
            if known != figure.currency {
                return Err(Refusal::of_cell(DiagnosticKind::UnknownCurrency, Field::Paid, &cell));
            }
            self.instalments.push((column, figure.signed()));
            sum = Some((before + figure.signed(), known));
        }
        Ok(sum)
    }

    /// The amount that stands in the column of another currency.
    fn abroad(&mut self, cells: &Cells<'_>) -> Result<Option<(Amount, Currency)>, Refusal> {
        let Some(currency) = self.abroad else { return Ok(None) };
        self.signed(cells, Field::ForeignAmount, Some(currency))
    }

    fn is_credit(&self, cells: &Cells<'_>) -> Result<bool, Refusal> {
        let Some(cell) = cells.get(Field::Side) else {
            return Err(Refusal::missing(DiagnosticKind::UnknownSide, Field::Side));
        };
        if self.one_is_debit && cell.text == "1" {
            return Ok(false);
        }
        match number::side(cell.text) {
            Some(Side::Credit) => Ok(true),
            Some(Side::Debit) => Ok(false),
            None => Err(Refusal::of_cell(DiagnosticKind::UnknownSide, Field::Side, &cell)),
        }
    }

    /// Debit and credit of any line, whoever's it is; `None` where one of them cannot be read.
    pub(crate) fn sides(&mut self, cells: &Cells<'_>) -> Option<(Amount, Amount)> {
        if self.sign == SignRule::DebitCredit {
            let credit = self.quick(cells, Field::Credit)?;
            let credit = if self.credits_below_zero { -credit } else { credit };
            return Some((self.quick(cells, Field::Debit)?, credit));
        }
        let amount = self.quick(cells, Field::Amount)?;
        let credit = match self.sign {
            SignRule::SideLetter => self.is_credit(cells).ok()?,
            SignRule::CreditNotes => true,
            SignRule::DebitCredit | SignRule::Signed | SignRule::Type => {
                return Some((amount.debit_part(), -amount.credit_part()));
            }
        };
        let credited = if self.credits_below_zero { -amount } else { amount };
        Some(if credit { (Amount::ZERO, credited) } else { (amount, Amount::ZERO) })
    }

    /// How the column of a field is read.
    fn reader(&self, field: Field) -> AmountReader {
        self.readers.get(field as usize).copied().unwrap_or(AmountReader::plain(DecimalMark::Comma))
    }

    /// The amount of a plain cell, `Some(None)` where it is empty; `None` where it takes a careful look. `seen` is what
    /// the cell was found to be, where it is in the common writing.
    #[inline]
    pub(crate) fn plain_amount(&self, cells: &Cells<'_>, field: Field, seen: Option<Plain>) -> Option<Option<Amount>> {
        let common = seen.filter(|seen| {
            let small = seen.hundredths.abs() <= Amount::MAX_PARSED;
            small && seen.mark.is_none_or(|mark| mark == self.reader(field).decimal) && self.decimals == 2
        });
        if let Some(plain) = common {
            return Some(Some(Amount::from_minor(plain.hundredths)));
        }
        let Some(cell) = cells.get(field) else { return Some(None) };
        let decimals = Some(self.decimals).filter(|decimals| *decimals < 3 && cell.kind == CellKind::Text)?;
        plain(cell.text, self.reader(field).decimal, decimals).map(Some)
    }

    /// Debit and credit of a line of plain amounts.
    pub(crate) fn sides_of(&self, debit: Option<Amount>, credit: Option<Amount>) -> (Amount, Amount) {
        let credit = credit.unwrap_or_default();
        (debit.unwrap_or_default(), if self.credits_below_zero { -credit } else { credit })
    }

    /// The amount of a cell, nothing where it is empty.
    fn quick(&mut self, cells: &Cells<'_>, field: Field) -> Option<Amount> {
        let Some(cell) = cells.get(field) else { return Some(Amount::ZERO) };
        if let Some(amount) =
            plain(cell.text, self.reader(field).decimal, self.decimals).filter(|_| cell.kind == CellKind::Text)
        {
            return Some(amount);
        }
        Some(self.read(cells, field, None).ok()??.signed())
    }

    /// The amount of a total row, with the sign of its side; what cannot be read is no total.
    pub(crate) fn total(&mut self, cells: &Cells<'_>) -> Option<(Amount, Currency)> {
        let credit = match self.sign {
            SignRule::CreditNotes => true,
            SignRule::SideLetter => !self.credits_below_zero && self.is_credit(cells).unwrap_or(false),
            SignRule::DebitCredit | SignRule::Signed | SignRule::Type => false,
        };
        let (amount, currency) = self.written_total(cells)?;
        Some((if credit { -amount } else { amount }, currency))
    }

    /// The same as it is written: both sides may be filled.
    fn written_total(&mut self, cells: &Cells<'_>) -> Option<(Amount, Currency)> {
        let row = self.row_currency(cells).ok()?;
        let paid = self.paid(cells, row).ok().flatten();
        let mut read = |field| self.signed(cells, field, row).ok().flatten();
        if let Some(residual) = read(Field::Residual) {
            return Some(residual);
        }
        let (debit, credit) = (read(Field::Debit), read(Field::Credit));
        let paid: Vec<Amount> = [paid, read(Field::Credited)].into_iter().flatten().map(|(paid, _)| paid).collect();
        match (read(Field::Amount), debit, credit) {
            // A total of the amounts alone, where payments have none, holds what they took off.
            (Some((amount, currency)), None, None) if paid.is_empty() && amount == self.gross.0 => {
                Some((amount - self.gross.1, currency))
            }
            // What was paid lowers a total as it lowers its rows; programs write it with either sign.
            (Some((amount, currency)), None, None) => {
                Some((amount - paid.into_iter().map(Amount::abs).sum(), currency))
            }
            (_, Some((debit, currency)), Some((credit, _))) => {
                Some((debit - if self.credits_below_zero { -credit } else { credit }, currency))
            }
            (_, Some(debit), None) => Some(debit),
            (_, None, Some((credit, currency))) => {
                Some((if self.credits_below_zero { credit } else { -credit }, currency))
            }
            (None, None, None) => None,
        }
    }

    /// The balance that a row shows after it, taken for its amount: what is brought forward may stand there alone.
    pub(crate) fn carried(&mut self, cells: &Cells<'_>) -> Option<Figures> {
        let (amount, currency) = self.running(cells)?;
        let none = Figures { currency, amount: None, residual: None, paid: None, credited: None };
        (!amount.is_zero()).then_some(Figures { amount: Some(amount), ..none })
    }

    /// The balance that a row shows after it.
    pub(crate) fn running(&mut self, cells: &Cells<'_>) -> Option<(Amount, Currency)> {
        let row = self.row_currency(cells).ok()?;
        self.signed(cells, Field::RunningBalance, row).ok()?
    }

    /// The most the customer may owe, if the row says it readably.
    pub(crate) fn credit_limit(&mut self, cells: &Cells<'_>) -> Option<Amount> {
        let row = self.row_currency(cells).ok()?;
        let (limit, _) = self.signed(cells, Field::CreditLimit, row).ok()??;
        Some(limit)
    }

    /// Debit less credit.
    fn two_sides(&mut self, cells: &Cells<'_>, row: Option<Currency>) -> Result<Option<(Amount, Currency)>, Refusal> {
        let debit = self.read(cells, Field::Debit, row)?;
        let credit = self.read(cells, Field::Credit, row)?;
        let debit_amount = debit.as_ref().map_or(Amount::ZERO, Figure::signed);
        let credit_amount = credit.as_ref().map_or(Amount::ZERO, |figure| match figure.side {
            Some(Side::Debit) => -figure.amount,
            Some(Side::Credit) | None if self.credits_below_zero => -figure.amount,
            Some(Side::Credit) | None => figure.amount,
        });
        let both = !debit_amount.is_zero() && !credit_amount.is_zero();
        // Of an open item the two sides are what was asked and what was paid, where what remains says so.
        let remains = |reader: &mut MoneyReader| {
            let residual = reader.signed(cells, Field::Residual, row).ok().flatten();
            residual.is_some_and(|(residual, _)| residual == debit_amount - credit_amount)
        };
        if both && !remains(self) {
            let seen = [Field::Debit, Field::Credit].into_iter().filter_map(|field| cells.text(field));
            return Err(Refusal {
                kind: DiagnosticKind::AmountOnBothSides,
                field: Some(Field::Credit),
                seen: Some(seen.collect::<Vec<_>>().join(" / ")),
            });
        }
        // A zero often fills the other column; the currency is that of the amount.
        let currency = match (&debit, &credit) {
            (Some(debit), Some(_)) if !debit.amount.is_zero() => debit.currency,
            (_, Some(credit)) => credit.currency,
            (Some(debit), None) => debit.currency,
            (None, None) => return Ok(None),
        };
        Ok(Some((debit_amount - credit_amount, currency)))
    }

    fn signed(
        &mut self,
        cells: &Cells<'_>,
        field: Field,
        row: Option<Currency>,
    ) -> Result<Option<(Amount, Currency)>, Refusal> {
        Ok(self.read(cells, field, row)?.map(|figure| (figure.signed(), figure.currency)))
    }

    fn read(&mut self, cells: &Cells<'_>, field: Field, row: Option<Currency>) -> Result<Option<Figure>, Refusal> {
        match cells.get(field) {
            Some(cell) => self.read_cell(cell, field, row),
            None => Ok(None),
        }
    }

    /// One cell of amounts already aged; `None` where it is empty.
    pub(crate) fn bucket(&mut self, cells: &Cells<'_>, column: u16) -> Result<Option<(Amount, Currency)>, Refusal> {
        let row = self.row_currency(cells)?;
        self.named |= row.is_some();
        let cell = cells.row.cell(column).map(|cell| Cell { text: cell.text.trim(), ..cell });
        let Some(cell) = cell.filter(|cell| !cell.text.is_empty()) else { return Ok(None) };
        Ok(self.read_cell(cell, Field::Bucket, row)?.map(|figure| (figure.signed(), figure.currency)))
    }

    /// The sum of a row's columns of ages.
    fn sum_of_ages(&mut self, cells: &Cells<'_>) -> Result<Option<(Amount, Currency)>, Refusal> {
        let mut sum: Option<(Amount, Currency)> = None;
        for column in self.ages.clone() {
            let Some((amount, currency)) = self.bucket(cells, column)? else { continue };
            let (before, known) = sum.unwrap_or((Amount::ZERO, currency));
            if known != currency {
                return Err(Refusal::missing(DiagnosticKind::UnknownCurrency, Field::Bucket));
            }
            sum = Some((before + amount, currency));
        }
        Ok(sum)
    }

    /// What was received by a row of a list of payments.
    pub(crate) fn payment(&mut self, cells: &Cells<'_>) -> Result<Option<(Amount, Currency)>, Refusal> {
        let row = self.row_currency(cells)?;
        self.named = row.is_some();
        let field = if cells.has(Field::Amount) { Field::Amount } else { Field::Paid };
        self.signed(cells, field, row)
    }

    /// The balance a row states, beside its buckets or without any.
    pub(crate) fn balance(&mut self, cells: &Cells<'_>) -> Result<Option<(Amount, Currency)>, Refusal> {
        let row = self.row_currency(cells)?;
        self.named |= row.is_some();
        if self.sign == SignRule::DebitCredit && self.ages.is_empty() && !cells.has(Field::Residual) {
            return self.two_sides(cells, row);
        }
        let field = if cells.has(Field::Residual) { Field::Residual } else { Field::Amount };
        self.signed(cells, field, row)
    }

    /// The currency a row names in a column of its own, else the only one that the formats of its amounts show.
    fn row_currency(&mut self, cells: &Cells<'_>) -> Result<Option<Currency>, Refusal> {
        let Some(cell) = cells.get(Field::Currency) else { return self.shown_currency(cells) };
        match currency::of_cell(cell.text).and_then(|named| self.take(named)) {
            Some(currency) => Ok(Some(currency)),
            None => Err(Refusal::of_cell(DiagnosticKind::UnknownCurrency, Field::Currency, &cell)),
        }
    }

    /// The currency that is named: of a sign that several share, the table's own where it is one of them.
    fn take(&mut self, named: Named) -> Option<Currency> {
        let own = named.shared().zip(self.heading).filter(|(shared, heading)| shared.is_of(*heading));
        if let Some((_, own)) = own {
            return Some(own);
        }
        let taken = self.local.take(named, self.default)?;
        if let (true, Some(shared)) = (taken.assumed, named.shared()) {
            self.assumed = Some((shared, taken.currency));
        }
        Some(taken.currency)
    }

    fn shown_currency(&mut self, cells: &Cells<'_>) -> Result<Option<Currency>, Refusal> {
        let mut known = None;
        if self.shown.is_empty() {
            return Ok(known);
        }
        for cell in cells.row.cells() {
            if !self.own.contains(&cell.column) || cell.text == "0" {
                continue;
            }
            let place = cells.row.currency_of(cell.column);
            let named = place.and_then(|place| self.shown.get(place)).copied().flatten();
            let Some(currency) = named.and_then(|named| self.take(named)) else { continue };
            if known.is_some_and(|known| known != currency) {
                // Currencies are never added together, not even on one row.
                return Err(Refusal::of_cell(DiagnosticKind::UnknownCurrency, Field::Amount, &cell));
            }
            known = Some(currency);
        }
        Ok(known)
    }

    fn read_cell(&mut self, cell: Cell<'_>, field: Field, row: Option<Currency>) -> Result<Option<Figure>, Refusal> {
        self.read_cell_as(cell, field, self.reader(field), row)
    }

    fn read_cell_as(
        &mut self,
        cell: Cell<'_>,
        field: Field,
        reader: AmountReader,
        row: Option<Currency>,
    ) -> Result<Option<Figure>, Refusal> {
        let unreadable = |fault| Refusal::of_cell(DiagnosticKind::UnreadableAmount { fault }, field, &cell);
        // `Offen CHF` beside the currency of the document is in francs all the same.
        let own = self.own_currency.iter().find(|(headed, _)| *headed == field).map(|(_, named)| *named);
        let own = own.filter(|_| row.is_some()).and_then(|named| self.take(named));
        let row = row.map(|row| own.unwrap_or(row));
        let fallback = row.unwrap_or_else(|| self.fallback());
        match cell.kind {
            CellKind::Number => {
                let amount = parse(cell.text, fallback, field, &cell)?;
                if has_dust(cell.text, fallback) {
                    self.notes.push((Note::FloatDust, field));
                }
                Ok(Some(Figure { amount, currency: fallback, side: None }))
            }
            CellKind::Text => {
                let decimals = fallback.decimals();
                // Three digits after a mark could be a group.
                if decimals < 3
                    && let Some(amount) = plain(cell.text, reader.decimal, decimals)
                {
                    return Ok(Some(Figure { amount, currency: fallback, side: None }));
                }
                let mut buffer = std::mem::take(&mut self.buffer);
                let number = number::read(cell.text, reader, &mut buffer).map_err(unreadable)?;
                self.named |= number.currency.is_some();
                let signed = number.currency.filter(|_| row.is_none()).and_then(|named| self.take(named));
                let currency = row.or(signed).unwrap_or(fallback);
                let amount = parse(number.plain, currency, field, &cell)?;
                if number.likely {
                    self.notes.push((Note::LikelyAmount, field));
                }
                if has_dust(number.plain, currency) {
                    self.notes.push((Note::FloatDust, field));
                }
                let side = number.side;
                self.buffer = buffer;
                Ok(Some(Figure { amount, currency, side }))
            }
            CellKind::Date | CellKind::Boolean | CellKind::Error => Err(unreadable(NumberFault::Other)),
        }
    }
}

/// Digits beyond the currency's decimals that were rounded away: what binary arithmetic left behind.
fn has_dust(plain: &str, currency: Currency) -> bool {
    let fraction = plain.split_once('.').map_or("", |(_, fraction)| fraction);
    let beyond = fraction.get(currency.decimals() as usize..).unwrap_or_default();
    beyond.bytes().any(|digit| digit != b'0')
}

fn parse(plain: &str, currency: Currency, field: Field, cell: &Cell<'_>) -> Result<Amount, Refusal> {
    let decimals = currency.decimals();
    Amount::parse_decimal(plain, decimals).map_err(|error| {
        let kind = match error {
            AmountError::NotANumber => DiagnosticKind::UnreadableAmount { fault: NumberFault::Other },
            AmountError::TooPrecise => DiagnosticKind::TooPreciseAmount { decimals },
            AmountError::TooLarge => DiagnosticKind::TooLargeAmount,
        };
        Refusal::of_cell(kind, field, cell)
    })
}

/// What remains of a credit is a credit, though programs that write it in a column of its own give it no sign.
fn on_the_side_of(residual: Amount, amount: Option<(Amount, Currency)>) -> Amount {
    let part = amount.is_some_and(|(amount, _)| amount.is_credit() && residual <= -amount);
    if part && residual.is_debit() { -residual } else { residual }
}

/// A number without anything around it, as programs write millions of them: digits, one mark, no more decimals than
/// the currency has. Anything else is left to the careful reader.
fn plain(text: &str, mark: DecimalMark, decimals: u32) -> Option<Amount> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        digits => (false, digits),
    };
    let ends = [digits.first(), digits.last()];
    if digits.len() > 17 || !ends.iter().all(|end| end.is_some_and(u8::is_ascii_digit)) {
        return None;
    }
    let mut minor = 0_i64;
    let mut fraction = None;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                minor = minor * 10 + i64::from(byte - b'0');
                fraction = fraction.map(|count: u32| count + 1);
            }
            _ if char::from(*byte) == mark.character() && fraction.is_none() => fraction = Some(0),
            _ => return None,
        }
    }
    let missing = decimals.checked_sub(fraction.unwrap_or(0))?;
    let minor = minor.checked_mul(10_i64.pow(missing))?;
    (minor <= Amount::MAX_PARSED).then(|| Amount::from_minor(if negative { -minor } else { minor }))
}
