//! The amounts of a row, signed and in their currency: exact to the minor unit, or refused with the cell to blame.

mod cell;
mod currencies;
mod totals;

use crate::buckets;
use crate::currency::{self, Named};
use crate::diagnostic::Note;
use crate::facts::Facts;
use crate::kinds::KindWords;
use crate::mapping::{Layout, Mapping, SignRule};
use crate::number::{self, AmountReader, Side};
use crate::row::{Cells, Refusal};
use crate::shared_currency::{Local, Shared};
use crate::{DiagnosticKind, Field};
use cell::Figure;
use sheet::Cell;
use values::{Amount, Currency};

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

    /// Debit and credit of a line of plain amounts.
    pub(crate) fn sides_of(&self, debit: Option<Amount>, credit: Option<Amount>) -> (Amount, Amount) {
        let credit = credit.unwrap_or_default();
        (debit.unwrap_or_default(), if self.credits_below_zero { -credit } else { credit })
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
}

/// What remains of a credit is a credit, though programs that write it in a column of its own give it no sign.
fn on_the_side_of(residual: Amount, amount: Option<(Amount, Currency)>) -> Amount {
    let part = amount.is_some_and(|(amount, _)| amount.is_credit() && residual <= -amount);
    if part && residual.is_debit() { -residual } else { residual }
}
