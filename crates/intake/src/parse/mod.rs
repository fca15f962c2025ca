//! Reads a table under a mapping: each row is classified once, counted once, and made entries of or set aside with
//! its reason. Nothing is dropped in silence; a row that cannot be trusted makes no entry at all.

mod customer;
mod day;
mod days_late;
mod finish;
mod hidden;
mod set_aside;
mod statement;
mod total_rows;

pub(crate) use day::{DayRead, refuse_date};

use crate::aged;
use crate::called_totals::{self, Called};
use crate::classify::{RowClass, TotalKind, classify};
use crate::content;
use crate::corrected;
use crate::currency::Named;
use crate::date::DateReader;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind, Note, Severity};
use crate::facts::{self, Facts};
use crate::fec::{Classes, FecRows};
use crate::foreign;
use crate::groups;
use crate::header;
use crate::heading;
use crate::hidden::Hidden;
use crate::intake::{Intake, Settings};
use crate::invoice_lines::Counted;
use crate::item_ages::{self, AgesUnused, ItemAges};
use crate::kinds::KindWords;
use crate::mapping::{Layout, Mapping};
use crate::matched_alone::Lettered;
use crate::money::{Figures, MoneyReader};
use crate::openings::Undated;
use crate::paid_marks;
use crate::payment_rows::Entered;
use crate::payments_below::LastInvoice;
use crate::receipts;
use crate::row::{Cells, Plan, Refusal};
use crate::sanity::Sanity;
use crate::settlements::PaymentDays;
use crate::shared_currency::Local;
use crate::terms::TermsBook;
use crate::titles::{self, Titles};
use crate::totals::Totals;
use crate::unknown_words::UnknownWords;
use crate::vocabulary::{self, StatusHeading, StatusWord};
use crate::whole_customer;
use crate::words;
use crate::{Field, Ledgers};
use ledger::{Coverage, Customer};
use sheet::{Cell, Row, Table};
use std::collections::{BTreeMap, BTreeSet};
use values::{Amount, Arrange, Currency, Day, FileIndex, Source, TableIndex};

/// Rows between two calls of `progress`.
const PROGRESS_STEP: u64 = 2_048;

/// Reads a table into ledgers. `progress(done, total)` counts rows.
pub fn parse(
    table: &Table,
    file: FileIndex,
    table_index: TableIndex,
    mapping: &Mapping,
    settings: &Settings,
    ledgers: &mut Ledgers,
    progress: &mut dyn FnMut(u64, u64),
) -> Intake {
    let plan = Plan::new(mapping, table.column_count());
    let facts = facts::facts(table, mapping, &plan);
    let at = Source { file, table: table_index, row: 0 };
    let mut reading = Reading::new(table, at, (plan, facts), mapping, settings, ledgers);
    reading.called = called_totals::find(table, &mut reading);
    let total = table.row_count() as u64;
    for (row, done) in table.rows().zip(0_u64..) {
        if done.is_multiple_of(PROGRESS_STEP) {
            progress(done, total);
        }
        reading.row(&row);
    }
    progress(total, total);
    let contents = content::profile(table, mapping.header_row());
    reading.finish((table, &contents), table.row_count() as u64, table.blank_rows)
}

/// One table being read.
pub(crate) struct Reading<'a> {
    pub(crate) mapping: &'a Mapping,
    pub(crate) ledgers: &'a mut Ledgers,
    pub(crate) money: MoneyReader,
    /// How each field's column is read.
    dates: Vec<DateReader>,
    /// The columns that tell when documents were paid.
    pub(crate) payment_days: PaymentDays,
    /// A day on which all items were there, in a table without a column of their days.
    drawn: Option<Day>,
    /// Columns of ages beside items that nothing says when are due, or why they tell no due days.
    pub(crate) item_ages: Option<Result<ItemAges, AgesUnused>>,
    pub(crate) kinds: KindWords,
    pub(crate) terms: TermsBook,
    pub(crate) totals: Totals,
    pub(crate) sanity: Sanity,
    pub(crate) customer: Customer,
    pub(crate) at: Source,
    pub(crate) plan: Plan,
    pub(crate) facts: Facts,
    /// The columns of states, the best first, and what their headings speak of.
    status_columns: Vec<(u16, StatusHeading)>,
    delimited: bool,
    group: Option<Customer>,
    /// The customer of the whole table, whom a title or the sheet names.
    told: Option<Customer>,
    notes: BTreeMap<Note, (u32, Diagnostic)>,
    /// A total that meets neither the rows above it nor, so far, the whole.
    pub(crate) doubt: Option<Diagnostic>,
    /// Sub-totals that contradict the rows above them.
    subtotals: Vec<Diagnostic>,
    /// How many of them stood before the last totals that follow one another.
    told_before_totals: usize,
    assumed_currency: Option<Currency>,
    pub(crate) other_accounts: bool,
    /// A person corrected the row.
    pub(crate) corrected: bool,
    /// What a ledger holds by class of accounts.
    pub(crate) classes: Classes,
    /// Rows of other accounts, by the first three digits, with the first of each.
    others: BTreeMap<String, (u32, Diagnostic)>,
    /// Invoices counted, where further rows repeat their totals; how many rows do, with the first.
    counted: Counted,
    /// Invoices whose further rows are payments.
    pub(crate) entered: Entered,
    /// The invoice above, where payments stand below theirs.
    pub(crate) last_invoice: Option<LastInvoice>,
    repeating: Option<(u32, Diagnostic)>,
    pub(crate) titles: Titles,
    /// Items in rows the workbook hides.
    hidden: Hidden,
    /// Columns of ages, where amounts are already aged and their day is known.
    pub(crate) aged: Option<aged::Columns>,
    /// Balances brought forward without a date.
    pub(crate) openings: Vec<Undated>,
    /// Some of them stood in the running balance alone: only there do totals hold them too.
    pub(crate) carried: bool,
    /// The column of what went out, beside payments that came in.
    pub(crate) money_out: Option<u16>,
    /// The column of the payments' own numbers.
    pub(crate) payment_number: Option<u16>,
    /// The credit notes of the table name the invoices they correct.
    pub(crate) corrects: bool,
    /// No row of the customer named above was read yet.
    pub(crate) first_of_group: bool,
    /// The balances after the rows of one customer.
    balances: statement::Balances,
    /// Customers named above their rows so far.
    groups_begun: BTreeSet<String>,
    /// Rows that their words call wrongly.
    called: Called,
    /// The column of customers holds their codes before their names.
    pub(crate) coded_names: bool,
    /// Rows that name a customer begin with its code.
    pub(crate) coded_headings: bool,
    /// What entries with letters come to.
    pub(crate) lettered: Lettered,
    /// Unknown kinds of documents.
    pub(crate) document_types: UnknownWords,
    /// Unknown states of documents that were counted.
    states: UnknownWords,
    /// First day of the entries so far.
    pub(crate) first_day: Option<Day>,
    pub(crate) folded: String,
    /// What the lines of a FEC show together.
    pub(crate) fec: Option<Box<FecRows>>,
    pub(crate) intake: Intake,
}

/// What a row becomes.
enum Outcome {
    Blank,
    Heading,
    Total,
    Imported,
    SetAside(Refusal),
}

/// The columns of states with what their headings speak of, the one of payments or else the surest first.
fn status_columns(mapping: &Mapping, headers: &[(Field, &str)]) -> Vec<(u16, StatusHeading)> {
    let bound = mapping.columns().iter().zip(headers).filter(|(binding, _)| binding.field == Field::Status);
    let mut columns: Vec<(bool, u8, u16, StatusHeading)> = bound
        .map(|(binding, (_, header))| {
            let words = words::fold(&heading::without_brackets(header));
            let sure = binding.confidence.get();
            (!vocabulary::speaks_of_payment(&words), u8::MAX - sure, binding.column, vocabulary::heads_status(&words))
        })
        .collect();
    columns.arrange_by_key(|(other, doubt, column, _)| (*other, *doubt, *column));
    columns.into_iter().map(|(.., column, heading)| (column, heading)).collect()
}

impl<'a> Reading<'a> {
    /// A whole table, about to be read.
    pub(crate) fn new(
        table: &Table,
        at: Source,
        (plan, facts): (Plan, Facts),
        mapping: &'a Mapping,
        settings: &Settings,
        ledgers: &'a mut Ledgers,
    ) -> Reading<'a> {
        let named = titles::currency_of_totals(table, mapping);
        Reading::naming(table, at, (plan, facts, named), mapping, settings, ledgers)
    }

    /// The same of a table of which a sample is given, with its first rows, and the currency that only its totals name.
    pub(crate) fn naming(
        table: &Table,
        at: Source,
        (plan, facts, of_totals): (Plan, Facts, Option<Named>),
        mapping: &'a Mapping,
        settings: &Settings,
        ledgers: &'a mut Ledgers,
    ) -> Reading<'a> {
        ledgers.residuals |= mapping.layout() == Layout::OpenItems && mapping.binds(Field::Residual);
        let headings = table.row(mapping.header_row()).map(|row| header::headings(&row)).unwrap_or_default();
        // A mapping supplied by a person may carry no headings: the table has them.
        let headers: Vec<(Field, &str)> = mapping
            .columns()
            .iter()
            .map(|binding| {
                let own = headings.iter().find(|heading| heading.column == binding.column);
                let own = own.filter(|_| binding.header.is_empty());
                (binding.field, own.map_or(binding.header.as_str(), |heading| heading.text.as_str()))
            })
            .collect();
        let reference = headers.iter().find(|(field, _)| *field == Field::Reference).map(|(_, header)| *header);
        let titles = Titles::read(table, mapping.header_row());
        let said = titles.currency.or(of_totals);
        let named = said.or_else(|| titles::currency_of_formats(table, mapping));
        let named = named.or_else(|| foreign::books_currency(table, mapping));
        let whole = mapping.group_column() == Some(whole_customer::COLUMN);
        let told = whole.then(|| whole_customer::of(table, mapping.header_row())).flatten();
        let heads = header::Header::new(mapping.header_row(), headings.clone());
        let named = (named, Local::under(table, &heads, mapping));
        let money = MoneyReader::new(mapping, &headers, named, settings.default_currency, &facts);
        let money = if said.is_none() { money.showing(titles::currencies_shown(table), mapping) } else { money };
        let dates = Field::ALL.iter().map(|field| facts.profiles.date_reader(*field, mapping)).collect();
        let payment_days = PaymentDays::new(mapping, &facts.profiles);
        let reading = Reading {
            mapping,
            ledgers,
            money,
            dates,
            payment_days,
            drawn: None,
            item_ages: None,
            kinds: KindWords::default(),
            terms: TermsBook::new(settings.default_terms),
            totals: Totals::default(),
            sanity: Sanity::default(),
            customer: Customer::default(),
            at,
            plan,
            facts,
            status_columns: status_columns(mapping, &headers),
            delimited: table.name.is_none(),
            group: told.clone(),
            told,
            notes: BTreeMap::new(),
            doubt: None,
            subtotals: Vec::new(),
            told_before_totals: 0,
            assumed_currency: None,
            other_accounts: false,
            corrected: false,
            classes: Classes::default(),
            others: BTreeMap::new(),
            counted: Counted::default(),
            entered: Entered::default(),
            last_invoice: None,
            repeating: None,
            titles,
            hidden: Hidden::default(),
            aged: (mapping.layout() == Layout::AgedBalance).then(|| aged::Columns::new(mapping, table)).flatten(),
            openings: Vec::new(),
            carried: false,
            money_out: receipts::money_out(table, mapping),
            payment_number: receipts::number_column(table, mapping),
            corrects: corrected::are_set_against(table, mapping, reference),
            first_of_group: whole,
            balances: statement::Balances::default(),
            groups_begun: BTreeSet::new(),
            called: Called::default(),
            coded_names: groups::holds_codes(table, mapping),
            coded_headings: groups::heads_codes(table, mapping),
            lettered: Lettered::default(),
            document_types: UnknownWords::default(),
            states: UnknownWords::default(),
            first_day: None,
            folded: String::new(),
            fec: (mapping.layout() == Layout::Fec).then(Box::default),
            intake: Intake::default(),
        };
        let above = reading.named_above(table);
        let issued = [Field::InvoiceDay, Field::PostingDay].into_iter().find(|field| mapping.binds(*field));
        let issued = issued.and_then(|field| reading.dates.get(field as usize).copied());
        let item_ages = issued.and_then(|issued| item_ages::find(table, mapping, issued));
        Reading { drawn: reading.drawn(table), item_ages, group: above.or_else(|| reading.group.clone()), ..reading }
    }

    /// One row, once what a person corrected of it stands in its place.
    fn row(&mut self, row: &Row<'_>) {
        let cells = self.plan.lay_out(row);
        self.laid_out(row, &cells);
    }

    /// The same, its cells already laid out.
    pub(crate) fn laid_out(&mut self, row: &Row<'_>, cells: &Cells<'_>) {
        self.at.row = row.number();
        let mapping = self.mapping;
        let Some(corrected) = mapping.corrections().corrected(row) else { return self.read(cells) };
        for (index, seen) in mapping.corrections().replaced(row) {
            let header = mapping.columns().iter().find(|binding| binding.column == index);
            let column = Column { index, header: header.map(|binding| binding.header.clone()).unwrap_or_default() };
            let about = Diagnostic::about(Note::CorrectedCell.kind(1), Some(self.at));
            self.count(
                Note::CorrectedCell,
                Diagnostic { column: Some(column), seen: seen.map(str::to_owned), ..about },
            );
        }
        self.corrected = true;
        for row in corrected.rows() {
            let cells = self.plan.lay_out(&row);
            self.read(&cells);
        }
        self.corrected = false;
    }

    fn read(&mut self, cells: &Cells<'_>) {
        match self.outcome(cells) {
            Outcome::Blank => self.intake.rows.blank += 1,
            Outcome::Heading => self.intake.rows.headings += 1,
            Outcome::Total => self.intake.rows.totals += 1,
            Outcome::Imported => self.intake.rows.imported += 1,
            Outcome::SetAside(refusal) => {
                self.intake.rows.set_aside += 1;
                self.totals.missing();
                if refusal.kind.severity() == Severity::Error {
                    self.weigh(cells);
                    if cells.text(Field::MatchCode).is_some_and(|code| !matches!(code, "-" | "--")) {
                        self.note(Note::BrokenMatchGroup, Some(Field::MatchCode), cells);
                    }
                }
                self.list(refusal, cells);
            }
        }
    }

    fn outcome(&mut self, cells: &Cells<'_>) -> Outcome {
        if cells.filled == 0 {
            return Outcome::Blank;
        }
        if self.at.row <= self.mapping.header_row() {
            return Outcome::Heading;
        }
        let day = self.day(cells);
        if let Some(outcome) = self.fec_outcome(cells, day) {
            return outcome;
        }
        if let Some(outcome) = self.balance_alone(cells, day) {
            return outcome;
        }
        let class = classify(cells, matches!(day, DayRead::Found(_)), self.mapping, &self.titles, &mut self.folded);
        match class {
            RowClass::Blank => Outcome::Blank,
            RowClass::Group => {
                self.begin_group(cells);
                Outcome::Heading
            }
            RowClass::Total(_) | RowClass::Heading if self.brings_forward(cells, day) => Outcome::Imported,
            RowClass::Total(kind)
                if !self.called.customers.contains(&self.at.row) && !self.is_named_like_a_total(cells) =>
            {
                self.total(cells, kind);
                Outcome::Total
            }
            RowClass::Heading => Outcome::Heading,
            RowClass::Item if !matches!(day, DayRead::Found(_)) && self.is_unnamed_total(cells) => {
                self.total(cells, TotalKind::Plain);
                Outcome::Total
            }
            RowClass::Item if !matches!(day, DayRead::Found(_)) && self.is_balance_of_above(cells) => {
                self.total(cells, TotalKind::Plain);
                Outcome::Total
            }
            RowClass::Item if !matches!(day, DayRead::Found(_)) && self.repeats_total(cells) => Outcome::Total,
            RowClass::Item if !matches!(day, DayRead::Found(_)) && self.is_below_the_whole(cells) => Outcome::Heading,
            RowClass::Item if self.called.total == Some(self.at.row) => {
                self.total(cells, TotalKind::Grand);
                Outcome::Total
            }
            RowClass::Item | RowClass::Total(_) => {
                self.settle_doubt();
                if cells.row.is_hidden() {
                    return self.hidden_item(cells, day);
                }
                match self.item(cells, day) {
                    Ok(()) => Outcome::Imported,
                    Err(refusal) => Outcome::SetAside(refusal),
                }
            }
        }
    }

    /// Every row of a FEC that names an account is a line, unless it repeats the headings.
    fn fec_outcome(&mut self, cells: &Cells<'_>, day: DayRead) -> Option<Outcome> {
        let account = cells.text(Field::Account)?;
        let mut fec = self.fec.take()?;
        let repeats = || self.mapping.binding(Field::Account).is_some_and(|binding| binding.header == account);
        let outcome = match day {
            DayRead::Missing(_) | DayRead::Wrong(..) if repeats() => Outcome::Heading,
            day => match self.fec_line(&mut fec, account, cells, day) {
                Ok(()) => Outcome::Imported,
                Err(refusal) => Outcome::SetAside(refusal),
            },
        };
        self.fec = Some(fec);
        Some(outcome)
    }

    fn item(&mut self, cells: &Cells<'_>, day: DayRead) -> Result<(), Refusal> {
        let layout = self.mapping.layout();
        if !layout.importable() {
            return Err(Refusal { kind: DiagnosticKind::LayoutNotRead { layout }, field: None, seen: None });
        }
        if self.class(cells).is_none() {
            self.other_accounts = true;
            // Millions of rows: the account is only written out where the row is listed.
            return Err(Refusal::missing(DiagnosticKind::NotCustomerAccount, Field::Account));
        }
        self.check_width(cells)?;
        let (status, said) = self.status(cells);
        if status == StatusWord::Cancelled
            && let Some(cell) = said
        {
            let best = cells.get(Field::Status).is_some_and(|best| best.column == cell.column);
            let refusal = Refusal::of_cell(DiagnosticKind::Cancelled, Field::Status, &cell);
            return Err(Refusal { field: refusal.field.filter(|_| best), ..refusal });
        }
        if layout == Layout::AgedBalance {
            return self.enter_aged(cells);
        }
        if layout == Layout::Customers {
            return self.enter_customer(cells);
        }
        if layout == Layout::Payments {
            return self.enter_payment(cells, self.found(cells, day)?);
        }
        if self.facts.invoice_lines && self.counted.again(cells) {
            return Err(Refusal { kind: DiagnosticKind::InvoiceLine, field: None, seen: None });
        }
        if let Some(entered) = self.enter_payment_below(cells, day) {
            return entered;
        }
        let Some(figures) = self.money.figures(cells, &mut self.kinds)? else {
            return Err(Refusal::missing(DiagnosticKind::MissingAmount, self.amount_field()));
        };
        let figures = Figures { paid: figures.paid.or(self.part_paid(cells)), ..figures };
        for (note, field) in std::mem::take(&mut self.money.notes) {
            self.note(note, Some(field), cells);
        }
        let day = match day {
            DayRead::Found(day) => day,
            DayRead::Missing(field) if self.is_opening(cells) => {
                self.name_customer(cells)?;
                self.keep_opening(figures, field, cells);
                return Ok(());
            }
            DayRead::Missing(_) | DayRead::Wrong(..) => self.found(cells, day)?,
        };
        self.name_customer(cells)?;
        self.first_of_group = false;
        self.see_balance(cells, day, figures.amount);
        self.first_day = self.first_day.map_or(Some(day), |first| Some(first.min(day)));
        self.enter(cells, figures, day, status)?;
        self.see_type(cells);
        // Of what nothing remains no state makes anything due.
        if status == StatusWord::Unknown
            && figures.residual != Some(Amount::ZERO)
            && let Some(cell) = said
        {
            self.states.see(cell.text, self.at, |_| false);
        }
        self.used_currency(cells, figures.currency);
        Ok(())
    }

    /// Sees the kind of document that a counted row names.
    pub(crate) fn see_type(&mut self, cells: &Cells<'_>) {
        if let Some(text) = cells.text(Field::DocumentType) {
            self.document_types.see(text, self.at, vocabulary::is_known_type);
        }
    }

    /// Remembers that a row's currency is the default one.
    pub(crate) fn used_currency(&mut self, cells: &Cells<'_>, currency: Currency) {
        let named = cells.has(Field::Currency) || self.money.named;
        if self.money.assumes() && currency == self.money.fallback() && !named {
            self.assumed_currency = Some(currency);
        }
    }

    pub(crate) fn amount_field(&self) -> Field {
        let fields = [Field::Amount, Field::Residual, Field::Debit];
        fields.into_iter().find(|field| self.mapping.binds(*field)).unwrap_or(Field::Amount)
    }

    /// A row wider than the headings has slipped (`1 234,56` cut at the comma): its amount cannot be trusted.
    pub(crate) fn check_width(&mut self, cells: &Cells<'_>) -> Result<(), Refusal> {
        if cells.last_column <= self.facts.last_column {
            return Ok(());
        }
        // Cents that a comma cut off: in a file of commas every row is wide then, and every amount wrong.
        let mut beyond = cells.row.cells().filter(|cell| cell.column > self.facts.last_column);
        let cents = beyond.all(|cell| cell.text.len() <= 2 && cell.text.bytes().all(|byte| byte.is_ascii_digit()));
        if self.delimited && (!self.facts.ragged || cents) {
            let expected = self.facts.last_column + 1;
            return Err(Refusal { kind: DiagnosticKind::ExtraCells { expected }, field: None, seen: None });
        }
        self.note(Note::WideRow, None, cells);
        Ok(())
    }

    /// What the columns of states say together, and the cell that says it. Whether a document is paid, only the best of
    /// them says: another one may close an order.
    pub(crate) fn status<'t>(&mut self, cells: &Cells<'t>) -> (StatusWord, Option<Cell<'t>>) {
        let mut said = (StatusWord::Open, None);
        for (place, (column, heading)) in self.status_columns.iter().enumerate() {
            let Some(cell) = cells.row.cell(*column) else { continue };
            words::fold_into(&mut self.folded, vocabulary::spelled(cell.text));
            let word = match heading {
                // The day a document was paid says that it was.
                StatusHeading::Payments if paid_marks::is_day(&cell) => StatusWord::Paid,
                heading => vocabulary::status(&self.folded, *heading),
            };
            if word > said.0 && (place == 0 || word != StatusWord::Paid) {
                said = (word, Some(cell));
            }
        }
        said
    }

    /// The part of a document that stands as an amount among marks of payment: `OK`, blank or `1 560,00`.
    pub(crate) fn part_paid(&mut self, cells: &Cells<'_>) -> Option<Amount> {
        let (column, heading) = self.status_columns.first().copied()?;
        if heading != StatusHeading::Payments || self.mapping.binds(Field::Paid) {
            return None;
        }
        let cell = cells.row.cell(column).filter(paid_marks::is_part)?;
        let (amount, _) = self.money.bucket(cells, cell.column).ok()??;
        Some(amount)
    }

    /// Counts a remark, with the cell it is about.
    pub(crate) fn note(&mut self, note: Note, field: Option<Field>, cells: &Cells<'_>) {
        if let Some((count, _)) = self.notes.get_mut(&note) {
            *count += 1;
            return;
        }
        let seen = field.and_then(|field| cells.text(field)).map(str::to_owned);
        let column = self.column(field);
        self.count(note, Diagnostic { column, seen, ..Diagnostic::about(note.kind(1), Some(self.at)) });
    }

    fn count(&mut self, note: Note, first: Diagnostic) {
        let (count, _) = self.notes.entry(note).or_insert((0, first));
        *count += 1;
    }

    fn column(&self, field: Option<Field>) -> Option<Column> {
        let binding = self.mapping.binding(field?)?;
        Some(Column { index: binding.column, header: binding.header.clone() })
    }

    pub(crate) fn coverage(&self) -> Coverage {
        match self.mapping.layout() {
            Layout::OpenItems | Layout::AgedBalance | Layout::BankStatement | Layout::Customers | Layout::Payments => {
                Coverage::OpenItemsOnly
            }
            Layout::Ledger | Layout::Fec | Layout::InvoiceHistory => Coverage::History,
        }
    }
}
