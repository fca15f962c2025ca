//! Reads a table under a mapping: each row is classified once, counted once, and made entries of or set aside with
//! its reason. Nothing is dropped in silence; a row that cannot be trusted makes no entry at all.

use crate::aged;
use crate::classify::{RowClass, TotalKind, classify};
use crate::date::{DateCell, DateReader};
use crate::day_memo::Known;
use crate::diagnostic::{Column, Diagnostic, DiagnosticKind, Note, Severity};
use crate::doc_types::DocumentTypes;
use crate::entries;
use crate::facts::{self, Facts};
use crate::fec::{ClassTotal, Classes, FecRows, class_remarks, is_collective};
use crate::header;
use crate::hidden::Hidden;
use crate::intake::{ControlTotal, Intake, Settings};
use crate::kinds::KindWords;
use crate::mapping::{HiddenRows, Layout, Mapping};
use crate::money::MoneyReader;
use crate::openings::Undated;
use crate::question;
use crate::row::{Cells, Plan, Refusal};
use crate::sanity::Sanity;
use crate::terms::TermsBook;
use crate::titles::{self, Titles};
use crate::totals::Totals;
use crate::vocabulary::{self, StatusWord};
use crate::words;
use crate::{Field, Ledgers};
use ledger::{AccountClass, Coverage, Customer};
use sheet::{Row, Table};
use std::collections::BTreeMap;
use values::{Amount, Currency, Day, FileIndex, Source, TableIndex};

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
    let total = table.row_count() as u64;
    for (row, done) in table.rows().zip(0_u64..) {
        if done.is_multiple_of(PROGRESS_STEP) {
            progress(done, total);
        }
        reading.row(&row);
    }
    progress(total, total);
    reading.finish(table, table.row_count() as u64, table.blank_rows)
}

/// Sub-totals that differ are listed one by one up to here, then counted.
const SUBTOTALS_LISTED: usize = 20;

/// One table being read.
pub(crate) struct Reading<'a> {
    pub(crate) mapping: &'a Mapping,
    pub(crate) ledgers: &'a mut Ledgers,
    pub(crate) money: MoneyReader,
    /// How each field's column is read.
    dates: Vec<DateReader>,
    pub(crate) kinds: KindWords,
    pub(crate) terms: TermsBook,
    pub(crate) totals: Totals,
    pub(crate) sanity: Sanity,
    pub(crate) customer: Customer,
    pub(crate) at: Source,
    pub(crate) plan: Plan,
    pub(crate) facts: Facts,
    dispute_column: bool,
    delimited: bool,
    group: Option<Customer>,
    notes: BTreeMap<Note, (u32, Diagnostic)>,
    /// A total that meets neither the rows above it nor, so far, the whole.
    pub(crate) doubt: Option<Diagnostic>,
    /// Sub-totals that contradict the rows above them.
    subtotals: Vec<Diagnostic>,
    assumed_currency: Option<Currency>,
    pub(crate) other_accounts: bool,
    /// What a ledger holds by class of accounts.
    pub(crate) classes: Classes,
    /// Rows of other accounts, by the first three digits, with the first of each.
    others: BTreeMap<String, (u32, Diagnostic)>,
    titles: Titles,
    /// Items in rows the workbook hides.
    hidden: Hidden,
    /// Columns of ages, where amounts are already aged and their day is known.
    pub(crate) aged: Option<aged::Columns>,
    /// Balances brought forward without a date.
    pub(crate) openings: Vec<Undated>,
    /// Some of them stood in the running balance alone: only there do totals hold them too.
    pub(crate) carried: bool,
    /// No row of the customer named above was read yet.
    pub(crate) first_of_group: bool,
    /// Unknown kinds of documents.
    pub(crate) document_types: DocumentTypes,
    /// First day of the entries so far.
    pub(crate) first_day: Option<Day>,
    pub(crate) folded: String,
    /// What the lines of a FEC show together.
    pub(crate) fec: Option<Box<FecRows>>,
    pub(crate) intake: Intake,
}

/// The day columns of a row.
#[derive(Clone, Copy)]
pub(crate) enum DayRead {
    Found(Day),
    Missing(Field),
    Wrong(Field, DateCell),
}

/// What a row becomes.
enum Outcome {
    Blank,
    Heading,
    Total,
    Imported,
    SetAside(Refusal),
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
        (plan, facts, of_totals): (Plan, Facts, Option<Currency>),
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
        let status = headers.iter().find(|(field, _)| *field == Field::Status);
        let dispute_column = status.is_some_and(|(_, header)| vocabulary::heads_disputes(&words::fold(header)));
        let titles = Titles::read(table, mapping.header_row());
        let named = titles.currency.or(of_totals);
        let money = MoneyReader::new(mapping, &headers, named, settings.default_currency, &facts);
        let dates = Field::ALL.iter().map(|field| facts.profiles.date_reader(*field, mapping)).collect();
        Reading {
            mapping,
            ledgers,
            money,
            dates,
            kinds: KindWords::default(),
            terms: TermsBook::new(settings.default_terms),
            totals: Totals::default(),
            sanity: Sanity::default(),
            customer: Customer::default(),
            at,
            plan,
            facts,
            dispute_column,
            delimited: table.name.is_none(),
            group: None,
            notes: BTreeMap::new(),
            doubt: None,
            subtotals: Vec::new(),
            assumed_currency: None,
            other_accounts: false,
            classes: Classes::default(),
            others: BTreeMap::new(),
            titles,
            hidden: Hidden::default(),
            aged: (mapping.layout() == Layout::AgedBalance).then(|| aged::Columns::new(mapping, table)).flatten(),
            openings: Vec::new(),
            carried: false,
            first_of_group: false,
            document_types: DocumentTypes::default(),
            first_day: None,
            folded: String::new(),
            fec: (mapping.layout() == Layout::Fec).then(Box::default),
            intake: Intake::default(),
        }
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
        for row in corrected.rows() {
            let cells = self.plan.lay_out(&row);
            self.read(&cells);
        }
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

    /// Lists a row set aside. In a whole ledger most rows are of other accounts: those are counted by account.
    fn list(&mut self, refusal: Refusal, cells: &Cells<'_>) {
        if refusal.kind == DiagnosticKind::HiddenRow {
            // Listed once, with their count and sum.
            return;
        }
        if refusal.kind != DiagnosticKind::NotCustomerAccount {
            self.intake.set_aside.push(refusal.diagnostic(self.mapping, self.at));
            return;
        }
        let account = cells.text(Field::Account).unwrap_or_default();
        if self.knows_account(account) {
            return self.count_account(account);
        }
        let refusal = Refusal { seen: Some(account.to_owned()), ..refusal };
        self.others.insert(root(account).to_owned(), (1, refusal.diagnostic(self.mapping, self.at)));
    }

    /// Whether a row of an account that begins like this one was listed.
    pub(crate) fn knows_account(&self, account: &str) -> bool {
        self.others.contains_key(root(account))
    }

    pub(crate) fn count_account(&mut self, account: &str) {
        if let Some((count, _)) = self.others.get_mut(root(account)) {
            *count += 1;
        }
    }

    /// Lists the accounts that are no customers', in the order of their first rows.
    fn list_other_accounts(&mut self) {
        for (root, (count, first)) in std::mem::take(&mut self.others) {
            let listed = match count {
                1 => first,
                count => Diagnostic { kind: DiagnosticKind::OtherAccounts { count }, seen: Some(root), ..first },
            };
            self.intake.set_aside.push(listed);
        }
        self.intake.set_aside.sort_by_key(|diagnostic| diagnostic.at);
    }

    /// What a row set aside takes from the figures, where its amount can be read.
    fn weigh(&mut self, cells: &Cells<'_>) {
        match self.money.figures(cells, &mut self.kinds) {
            Ok(Some(figures)) => {
                let amount = figures.residual.or(figures.amount).unwrap_or_default();
                self.totals.set_aside(amount, figures.currency);
                self.classes.see(self.class(cells).unwrap_or_default(), amount);
            }
            Ok(None) | Err(_) => self.intake.set_aside_unread += 1,
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
        let class = classify(cells, matches!(day, DayRead::Found(_)), self.mapping, &self.titles, &mut self.folded);
        match class {
            RowClass::Blank => Outcome::Blank,
            RowClass::Group => {
                self.begin_group(cells);
                Outcome::Heading
            }
            RowClass::Total(_) | RowClass::Heading if self.brings_forward(cells, day) => Outcome::Imported,
            RowClass::Total(kind) => {
                self.total(cells, kind);
                Outcome::Total
            }
            RowClass::Heading => Outcome::Heading,
            RowClass::Item => {
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

    /// A row the workbook hides: it counts until a person says otherwise, and what it adds is told.
    fn hidden_item(&mut self, cells: &Cells<'_>, day: DayRead) -> Outcome {
        let amount = self.amount_of(cells);
        let read = if self.skips_hidden() { Ok(()) } else { self.item(cells, day) };
        read.and_then(|()| self.hide(amount)).map_or_else(Outcome::SetAside, |()| Outcome::Imported)
    }

    /// What a row adds to the balance, where it can be read.
    fn amount_of(&mut self, cells: &Cells<'_>) -> Option<(Currency, Amount)> {
        match self.mapping.layout() {
            Layout::AgedBalance => self.aged_amount(cells),
            Layout::Payments => self.money.payment(cells).ok()?.map(|(amount, currency)| (currency, -amount)),
            Layout::OpenItems
            | Layout::Ledger
            | Layout::Fec
            | Layout::InvoiceHistory
            | Layout::BankStatement
            | Layout::Customers => {
                let figures = self.money.figures(cells, &mut self.kinds).ok()??;
                Some((figures.currency, figures.residual.or(figures.amount).unwrap_or_default()))
            }
        }
    }

    fn skips_hidden(&self) -> bool {
        self.mapping.details().hidden_rows == Some(HiddenRows::Skip)
    }

    /// Counts an item in a row the workbook hides, and refuses it where a person leaves such rows out.
    pub(crate) fn hide(&mut self, amount: Option<(Currency, Amount)>) -> Result<(), Refusal> {
        self.hidden.see(self.at, amount);
        if self.skips_hidden() {
            return Err(Refusal { kind: DiagnosticKind::HiddenRow, field: None, seen: None });
        }
        Ok(())
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

    fn day(&self, cells: &Cells<'_>) -> DayRead {
        let order: &[Field] = match self.mapping.layout() {
            // The balance moves on the posting day.
            Layout::Ledger | Layout::Fec | Layout::OpenItems | Layout::InvoiceHistory => {
                &[Field::PostingDay, Field::InvoiceDay]
            }
            Layout::AgedBalance | Layout::BankStatement | Layout::Customers => &[Field::InvoiceDay, Field::PostingDay],
            Layout::Payments => &[Field::PaymentDay, Field::InvoiceDay, Field::PostingDay],
        };
        let mut read = None;
        for field in order.iter().copied().filter(|field| self.mapping.binds(*field)) {
            match self.date(cells, field) {
                Some(DateCell::Day(day)) => return DayRead::Found(day),
                Some(wrong @ (DateCell::Impossible | DateCell::Unreadable)) => {
                    read = read.or(Some(DayRead::Wrong(field, wrong)));
                }
                Some(DateCell::NoDate) | None => read = read.or(Some(DayRead::Missing(field))),
            }
        }
        read.unwrap_or_else(|| match self.date(cells, Field::DueDay) {
            Some(DateCell::Day(day)) => DayRead::Found(day),
            Some(wrong @ (DateCell::Impossible | DateCell::Unreadable)) => DayRead::Wrong(Field::DueDay, wrong),
            Some(DateCell::NoDate) | None => DayRead::Missing(Field::DueDay),
        })
    }

    /// The day of a text looked up before, as its column is read.
    pub(crate) fn day_of(&self, field: Field, known: Option<Known>) -> Option<Day> {
        self.dates.get(field as usize)?.day_of(&known?)
    }

    pub(crate) fn date(&self, cells: &Cells<'_>, field: Field) -> Option<DateCell> {
        let reader = self.dates.get(field as usize)?;
        cells.get(field).map(|cell| reader.read(&cell))
    }

    /// The day of the document; the posting day where the row tells no other.
    pub(crate) fn issued(&self, cells: &Cells<'_>, posted: Day) -> Day {
        match self.date(cells, Field::InvoiceDay) {
            Some(DateCell::Day(issued)) => issued,
            Some(DateCell::NoDate | DateCell::Impossible | DateCell::Unreadable) | None => posted,
        }
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
        let status = self.status(cells);
        if status == StatusWord::Cancelled
            && let Some(cell) = cells.get(Field::Status)
        {
            return Err(Refusal::of_cell(DiagnosticKind::Cancelled, Field::Status, &cell));
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
        let Some(figures) = self.money.figures(cells, &mut self.kinds)? else {
            return Err(Refusal::missing(DiagnosticKind::MissingAmount, self.amount_field()));
        };
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
        self.first_day = self.first_day.map_or(Some(day), |first| Some(first.min(day)));
        self.enter(cells, figures, day, status)?;
        if let Some(text) = cells.text(Field::DocumentType) {
            self.document_types.see(text, self.at);
        }
        self.used_currency(cells, figures.currency);
        Ok(())
    }

    /// Remembers that a row's currency is the default one.
    pub(crate) fn used_currency(&mut self, cells: &Cells<'_>, currency: Currency) {
        if self.money.assumes() && currency == self.money.fallback() && !cells.has(Field::Currency) {
            self.assumed_currency = Some(currency);
        }
    }

    /// The day of a row that needs one.
    fn found(&self, cells: &Cells<'_>, day: DayRead) -> Result<Day, Refusal> {
        match day {
            DayRead::Found(day) => Ok(day),
            DayRead::Missing(field) => Err(Refusal::missing(DiagnosticKind::MissingDate, field)),
            DayRead::Wrong(field, wrong) => Err(refuse_date(cells, field, wrong)),
        }
    }

    /// Whether an undated row of a ledger is a balance brought forward.
    /// Whether a row says that it brings a balance forward, or a sum over a page.
    pub(crate) fn is_carried(&mut self, cells: &Cells<'_>) -> bool {
        let texts = [cells.first(), cells.get(Field::Label)];
        texts.into_iter().flatten().any(|cell| {
            words::fold_into(&mut self.folded, cell.text);
            vocabulary::is_opening(&self.folded) || vocabulary::is_carried_forward(&self.folded)
        })
    }

    fn is_opening(&mut self, cells: &Cells<'_>) -> bool {
        let ledger = matches!(self.mapping.layout(), Layout::Ledger | Layout::Fec);
        let texts = [cells.first(), cells.get(Field::Label), cells.get(Field::DocumentType)];
        ledger
            && texts.into_iter().flatten().any(|cell| {
                words::fold_into(&mut self.folded, cell.text);
                vocabulary::is_opening(&self.folded)
            })
    }

    /// A row counted as imported turns out not to be.
    pub(crate) fn take_back(&mut self, diagnostic: Diagnostic) {
        self.intake.rows.imported -= 1;
        self.intake.rows.set_aside += 1;
        self.intake.set_aside.push(diagnostic);
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
        if self.delimited && !self.facts.ragged {
            let expected = self.facts.last_column + 1;
            return Err(Refusal { kind: DiagnosticKind::ExtraCells { expected }, field: None, seen: None });
        }
        self.note(Note::WideRow, None, cells);
        Ok(())
    }

    pub(crate) fn status(&mut self, cells: &Cells<'_>) -> StatusWord {
        let Some(text) = cells.text(Field::Status) else { return StatusWord::Nothing };
        words::fold_into(&mut self.folded, text);
        vocabulary::status(&self.folded, self.dispute_column)
    }

    /// Puts the row's customer in `self.customer`; in a grouped table the one named above where the row has none.
    pub(crate) fn name_customer(&mut self, cells: &Cells<'_>) -> Result<(), Refusal> {
        let name = cells.text(Field::CustomerName);
        let names_nobody = self.facts.collective_account && name.is_some();
        let accounts = self.facts.french_accounts && !names_nobody;
        // An account of all customers tells none from the others: their names do.
        let account = cells
            .text(Field::Account)
            .filter(|_| accounts || !self.binds_customer())
            .filter(|account| name.is_none() || !accounts || !is_collective(account))
            .filter(|_| self.mapping.group_column().is_none());
        let id = cells.text(Field::CustomerId).or(account).or(name);
        let Some(id) = id else {
            let Some(group) =
                self.group.clone().filter(|_| self.facts.grouped || self.mapping.group_column().is_some())
            else {
                let named = [Field::CustomerId, Field::CustomerName].into_iter().find(|f| self.mapping.binds(*f));
                return Err(Refusal::missing(DiagnosticKind::MissingCustomer, named.unwrap_or(Field::Account)));
            };
            self.customer = group;
            self.note(Note::CustomerFromAbove, None, cells);
            return Ok(());
        };
        let label = name.or_else(|| cells.text(Field::AccountLabel).filter(|_| !cells.has(Field::CustomerId)));
        let unseen_in_id = words::fill_visible(&mut self.customer.id, id);
        let unseen_in_name = words::fill_visible(&mut self.customer.name, label.unwrap_or_default());
        if self.customer.id.is_empty() {
            return Err(Refusal::missing(DiagnosticKind::MissingCustomer, Field::CustomerId));
        }
        if unseen_in_id || unseen_in_name {
            self.note(Note::InvisibleCharacters, Some(Field::CustomerName), cells);
        }
        self.describe_customer(cells);
        if self.facts.grouped {
            self.group = Some(self.customer.clone());
        }
        Ok(())
    }

    /// The class of the row's account in a French chart; `None` where it is no customer's.
    pub(crate) fn class(&self, cells: &Cells<'_>) -> Option<AccountClass> {
        let field = match () {
            () if self.facts.french_accounts => Field::Account,
            () if self.facts.customers_by_account => Field::CustomerId,
            () => return Some(AccountClass::Receivable),
        };
        cells.text(field).map_or(Some(AccountClass::Receivable), AccountClass::of_account)
    }

    fn binds_customer(&self) -> bool {
        self.mapping.binds(Field::CustomerId) || self.mapping.binds(Field::CustomerName)
    }

    /// Remembers the customer named by a row of its own: `411ALPHA   ALPHA SAS`, or code and name in two cells.
    fn begin_group(&mut self, cells: &Cells<'_>) {
        let name = cells.text(Field::CustomerName);
        let alone = self.mapping.group_column().and_then(|column| cells.row.cell(column)).map(|cell| cell.text.trim());
        let Some(id) = cells.text(Field::CustomerId).or(name).or(alone) else { return };
        let announced = words::without_label(id);
        let (id, rest) = announced.split_once("  ").unwrap_or((announced, ""));
        let second =
            cells.second().map(|cell| cell.text).filter(|text| *text != id && cells.filled == 2 && alone.is_none());
        let name = name.filter(|name| *name != id).or(Some(rest.trim()).filter(|rest| !rest.is_empty())).or(second);
        let name = name.unwrap_or_default().to_owned();
        self.group = Some(Customer { id: id.trim().to_owned(), name, ..Customer::default() });
        self.totals.group();
        let id = self.group.as_ref().map_or("", |group| group.id.as_str());
        let known = self.ledgers.known_builder(self.money.fallback()).is_some_and(|known| known.find(id).is_some());
        // The same name again heads another page.
        self.first_of_group = !known && self.openings.last().is_none_or(|last| !last.is_of(id));
    }

    fn total(&mut self, cells: &Cells<'_>, kind: TotalKind) {
        self.settle_doubt();
        let carried = self.carried.then(|| self.money.carried(cells)).flatten();
        let carried = carried.and_then(|figures| Some((figures.amount?, figures.currency)));
        let Some((amount, currency)) = carried.or_else(|| self.money.total(cells)) else { return };
        // Payments lower the balance.
        let amount = if self.mapping.layout() == Layout::Payments { -amount } else { amount };
        if let Some(computed) = self.totals.meet(amount, currency, kind) {
            let kind = DiagnosticKind::SubtotalDiffers { currency, stated: amount, computed };
            let label = cells.first().map(|cell| cell.text.to_owned());
            self.doubt = Some(Diagnostic { seen: label, ..Diagnostic::about(kind, Some(self.at)) });
        }
    }

    /// More rows follow a total that meets nothing: it was no total of the whole.
    fn settle_doubt(&mut self) {
        let Some(doubt) = self.doubt.take() else { return };
        if self.subtotals.len() < SUBTOTALS_LISTED {
            self.subtotals.push(doubt);
        } else {
            self.count(Note::MoreSubtotalsDiffer, doubt);
        }
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

    /// `rows` and `blank_rows` are those of the whole table.
    pub(crate) fn finish(mut self, table: &Table, rows: u64, blank_rows: u32) -> Intake {
        self.intake.rows.read = u32::try_from(rows + u64::from(blank_rows)).unwrap_or(u32::MAX);
        self.intake.rows.blank += blank_rows;
        self.enter_openings(self.titles.period_start.or(self.first_day));
        if !self.totals.last_is_whole() {
            self.settle_doubt();
        }
        self.intake.set_aside.extend(self.hidden.left_out(self.mapping));
        self.list_other_accounts();
        self.intake.aged = self.aged.as_ref().map(aged::Columns::allows);
        let comparable = !self.other_accounts && !self.hidden.skipped(self.mapping);
        self.intake.control_totals = self.totals.control(comparable);
        let fec = self.fec.take().map(|mut fec| self.fec_finish(&mut fec)).or_else(|| self.tell_classes());
        self.intake.diagnostics = self.remarks(table);
        self.intake.diagnostics.extend(fec.into_iter().flatten());
        self.intake.questions = question::questions(&self.facts.profiles, self.mapping);
        self.intake.questions.extend(self.hidden.question(self.mapping, &self.intake.control_totals));
        self.intake
    }

    /// What a ledger holds beside its customers' own accounts, class by class.
    fn tell_classes(&mut self) -> Option<Vec<Diagnostic>> {
        let classes: Vec<ClassTotal> = self.classes.totals().collect();
        // Currencies are never added together.
        let [ControlTotal { currency, .. }] = self.intake.control_totals.as_slice() else { return None };
        if classes.iter().all(|of| of.class == AccountClass::Receivable) {
            return None;
        }
        let remarks = class_remarks(&classes, *currency);
        self.intake.classes = classes;
        Some(remarks)
    }

    fn remarks(&self, table: &Table) -> Vec<Diagnostic> {
        let header = Source { row: self.mapping.header_row(), ..self.at };
        // Row 0 is no row: a table without headings.
        let headed = Some(header).filter(|header| header.row > 0);
        let mut remarks = entries::of_columns(self.mapping, headed);
        if table.hidden {
            remarks
                .push(Diagnostic { seen: table.name.clone(), ..Diagnostic::about(DiagnosticKind::HiddenSheet, None) });
        }
        if let Some(row) = table.row(header.row) {
            let mut headings = header::Header { row: header.row, headings: header::headings(&row) };
            // Headings over two lines are compared whole.
            for binding in self.mapping.columns().iter().filter(|binding| !binding.header.is_empty()) {
                let here = headings.headings.iter_mut().filter(|heading| heading.column == binding.column);
                here.for_each(|heading| heading.text.clone_from(&binding.header));
            }
            remarks.extend(headings.duplicates().into_iter().map(|heading| Diagnostic {
                column: Some(Column { index: heading.column, header: heading.text.clone() }),
                ..Diagnostic::about(DiagnosticKind::DuplicateHeading, Some(header))
            }));
        }
        remarks.extend(
            self.assumed_currency.map(|currency| Diagnostic::about(DiagnosticKind::CurrencyAssumed { currency }, None)),
        );
        remarks.extend(self.facts.profiles.remarks(self.mapping).into_iter().map(|(field, kind, seen)| Diagnostic {
            column: self.column(Some(field)),
            seen,
            ..Diagnostic::about(kind, headed)
        }));
        remarks.extend(self.aged.iter().map(|columns| {
            Diagnostic::about(DiagnosticKind::AlreadyAged { day: columns.allows().day, mixed: columns.mixed() }, None)
        }));
        remarks.extend(self.document_types.remark());
        remarks.extend(self.subtotals.iter().cloned());
        remarks.extend(
            self.notes.iter().map(|(note, (count, first))| Diagnostic { kind: note.kind(*count), ..first.clone() }),
        );
        let applied = self.notes.get(&Note::CorrectedCell).map_or(0, |(count, _)| *count);
        let unused = self.mapping.corrections().count().saturating_sub(applied);
        if unused > 0 {
            remarks.push(Diagnostic::about(DiagnosticKind::UnusedCorrections { count: unused }, None));
        }
        remarks.extend(self.sanity.remarks());
        let set_aside = self.intake.rows.set_aside;
        for control in &self.intake.control_totals {
            if let Some(stated) = control.stated.filter(|stated| *stated != control.computed) {
                let (currency, computed) = (control.currency, control.computed);
                let kind = DiagnosticKind::ControlTotalDiffers { currency, stated, computed, set_aside };
                remarks.push(Diagnostic::about(kind, None));
            }
        }
        remarks
    }
}

/// The first three letters of an account.
fn root(account: &str) -> &str {
    account.char_indices().nth(3).and_then(|(end, _)| account.get(..end)).unwrap_or(account)
}

pub(crate) fn refuse_date(cells: &Cells<'_>, field: Field, wrong: DateCell) -> Refusal {
    let kind = match wrong {
        DateCell::Impossible => DiagnosticKind::ImpossibleDate,
        DateCell::Unreadable | DateCell::NoDate | DateCell::Day(_) => DiagnosticKind::UnreadableDate,
    };
    Refusal { kind, field: Some(field), seen: cells.text(field).map(str::to_owned) }
}
