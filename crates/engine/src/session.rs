//! An open dossier: the files as they were read, the ledgers they make, and the open items of the last day asked for.

use crate::compared::Compared;
use crate::doubts::Doubts;
use crate::invoices::Shelf;
use crate::left_files::LeftFile;
use crate::opening::Opened;
use crate::per_day::PerDay;
use crate::pre_aged::PreAged;
use crate::reading::{InputFile, ReadFile};
use crate::view::{import, preview};
use crate::{failures, opening};
use analysis::payers::{Payers, Settings, payers};
use followup::{Log, Snapshot};
use ledger::{Ledger, OpenItems};
use protocol::{
    Failure, ImportReport, LedgerBalance, OpenOptions, Place, Preview, PreviewQuery, Progress, Proposal, ProposalQuery,
    SourceRow, SourceRowQuery,
};
use sheet::Sizes;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use text::Language;
use values::{Amount, AsOf, Currency, Day, FileIndex, Source};

/// One client's receivables. Questions about it never change it.
pub struct Session {
    files: Vec<ReadFile>,
    /// Files without any table that came with the others, each with its refusal.
    left_files: Vec<LeftFile>,
    /// Files that give codes of others to customers of their own, with the words that tell these apart.
    labels: BTreeMap<String, String>,
    pub(crate) ledgers: Vec<Ledger>,
    /// Balances of the books that a person typed, the last of each currency.
    ledger_balances: Vec<LedgerBalance>,
    /// Largest residue of a settlement that is set apart, in minor units of each currency; nothing by default.
    tolerance: Amount,
    /// Matches a person approved, by identifier.
    pub(crate) approved: Vec<String>,
    /// What people recorded.
    pub(crate) log: Log,
    /// How the files were opened, to open them the same way again.
    pub(crate) options: OpenOptions,
    /// What was open when the dossier was saved before these files came: what they are compared with.
    pub(crate) before: Option<Snapshot>,
    /// The day saved last.
    pub(crate) saved_day: Option<Day>,
    pre_aged: Option<PreAged>,
    /// What the reading leaves to look at.
    pub(crate) doubts: Doubts,
    /// The client's own aged balance, where it was opened beside its items.
    compared: Option<Compared>,
    /// The open items of every ledger.
    pub(crate) recent: PerDay<OpenItems>,
    /// What the register means.
    pub(crate) resolved: PerDay<followup::Resolved>,
    /// How customers pay.
    pub(crate) paying: PerDay<Payers>,
    /// What was found, with so many rows of evidence.
    pub(crate) audited: PerDay<audit::Audit>,
    pub(crate) audited_rows: Cell<usize>,
    /// The files of invoices that go with e-mails.
    pub(crate) shelf: Shelf,
}

impl Session {
    /// Reads files as one dossier. One that cannot be read, or that would count twice what another one says, is left and
    /// named beside those that are read; nothing comes of it where none of these says what is owed.
    pub fn open(
        inputs: Vec<InputFile>,
        options: &OpenOptions,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Session, Failure> {
        Session::open_in(Sizes::default(), inputs, options, language, progress)
    }

    /// The same, with the sizes from which files are read in passes.
    pub(crate) fn open_in(
        sizes: Sizes,
        inputs: Vec<InputFile>,
        options: &OpenOptions,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Session, Failure> {
        let Opened { files, left_files, labels, ledgers, aged, tolerance } =
            opening::open(sizes, inputs, options, language, progress)?;
        let (pre_aged, compared) = match (PreAged::of(&files, language)?, aged) {
            (Some(own), Some(aged)) => (None, Some(Compared::new(own, aged, &ledgers, &files, language)?)),
            (own, _) => (own, None),
        };
        Ok(Session {
            doubts: Doubts::of(&files, &left_files),
            files,
            left_files,
            labels,
            ledgers,
            ledger_balances: options.ledger_balances.clone(),
            tolerance,
            approved: Vec::new(),
            log: Log::default(),
            options: options.clone(),
            before: None,
            saved_day: None,
            pre_aged,
            compared,
            recent: PerDay::default(),
            resolved: PerDay::default(),
            paying: PerDay::default(),
            audited: PerDay::default(),
            audited_rows: Cell::new(0),
            shelf: Shelf::default(),
        })
    }

    /// What was read, row by row accounted for, at once: the digests that nobody has asked for yet are empty.
    pub fn import_report(&self, language: Language) -> ImportReport {
        import::report(self, language)
    }

    /// The same with the digest of every file: reads the files once more, the first time.
    pub fn complete_report(&self, language: Language) -> Result<ImportReport, Failure> {
        for file in &self.files {
            file.sha256(language)?;
        }
        Ok(import::report(self, language))
    }

    /// A file by name, as its sheet was read where that sheet was.
    fn file_of(&self, name: &str, sheet: Option<&str>) -> Option<&ReadFile> {
        let named = || self.files.iter().filter(|file| file.name == name);
        named().find(|file| sheet.is_some() && file.sheet() == sheet).or_else(|| named().next())
    }

    /// A row as it stands in its file.
    pub fn source_row(&self, query: &SourceRowQuery, language: Language) -> Result<SourceRow, Failure> {
        let absent = || failures::row_absent(&query.file, query.row, language);
        let file = self.file_of(&query.file, query.sheet.as_deref()).ok_or_else(absent)?;
        import::source_row(file, query).ok_or_else(absent)
    }

    /// Rows as they stand in a file, each with what became of it.
    pub fn preview(&self, query: &PreviewQuery, language: Language) -> Result<Preview, Failure> {
        let absent = || failures::row_absent(&query.file, query.first_row, language);
        let file = self.file_of(&query.file, query.sheet.as_deref()).ok_or_else(absent)?;
        preview::rows(file, query).ok_or_else(absent)
    }

    /// How another sheet, or other headings, would be read.
    pub fn propose(&self, query: &ProposalQuery, language: Language) -> Result<Proposal, Failure> {
        let absent = || failures::row_absent(&query.file, query.header_row.unwrap_or(1), language);
        let file = self.file_of(&query.file, query.sheet.as_deref()).ok_or_else(absent)?;
        preview::proposal(file, query, language).ok_or_else(absent)
    }

    /// Takes the balances of the books that a person typed, in place of those typed before.
    pub fn compare_with(&mut self, ledger_balances: Vec<LedgerBalance>) {
        self.options.ledger_balances.clone_from(&ledger_balances);
        self.ledger_balances = ledger_balances;
    }

    /// The balance of the books in a currency, if a person typed it; the last one counts.
    pub(crate) fn ledger_balance(&self, currency: Currency) -> Option<Amount> {
        self.ledger_balances.iter().rev().find(|typed| typed.currency == currency).map(|typed| typed.amount)
    }

    /// Questions about the files nobody has answered: the figures rest on what is assumed meanwhile.
    pub(crate) fn open_questions(&self) -> u32 {
        self.files.iter().map(|file| file.intake.questions.len() as u32).sum()
    }

    /// The files that came with them and are not read.
    pub(crate) fn left_files(&self) -> &[LeftFile] {
        &self.left_files
    }

    /// Files that give codes of others to customers of their own, with the words that tell these apart.
    pub(crate) fn labels(&self) -> &BTreeMap<String, String> {
        &self.labels
    }

    /// The files that were read.
    pub(crate) fn files(&self) -> &[ReadFile] {
        &self.files
    }

    /// What the dossier allows where its amounts were aged before.
    pub(crate) fn pre_aged(&self) -> Option<&PreAged> {
        self.pre_aged.as_ref()
    }

    /// The client's own aged balance, where it was opened beside its items.
    pub(crate) fn compared(&self) -> Option<&Compared> {
        self.compared.as_ref()
    }

    /// The ledgers, by currency.
    pub(crate) fn ledgers(&self) -> &[Ledger] {
        &self.ledgers
    }

    /// The open items of a day, one set per ledger, in the order of [`Session::ledgers`].
    pub(crate) fn open_on(&self, day: Day) -> Rc<[OpenItems]> {
        self.recent.on(day, || self.ledgers.iter().map(|ledger| self.open_items_of(ledger, day)).collect())
    }

    /// How customers paid up to a day, one analysis per ledger, in the order of [`Session::ledgers`].
    pub(crate) fn payers_on(&self, day: Day) -> Rc<[Payers]> {
        self.paying.on(day, || {
            let open = self.open_on(day);
            let each = self.ledgers.iter().zip(open.iter());
            each.map(|(ledger, open)| payers(ledger, open, &Settings::default())).collect()
        })
    }

    /// The open items of one ledger on a day, residues within the tolerance set apart.
    pub(crate) fn open_items_of(&self, ledger: &Ledger, day: Day) -> OpenItems {
        ledger::open_items(ledger, AsOf(day)).tolerate(self.tolerance)
    }

    /// The name of a file.
    pub(crate) fn file_name(&self, file: FileIndex) -> String {
        self.files.get(usize::from(file.0)).map(|file| file.name.clone()).unwrap_or_default()
    }

    /// Names the row a value was read from.
    pub(crate) fn place(&self, source: Source) -> Place {
        let file = self.files.get(usize::from(source.file.0));
        let table = file.and_then(|file| file.workbook.tables.get(usize::from(source.table.0)));
        Place {
            file: file.map(|file| file.name.clone()).unwrap_or_default(),
            sheet: table.and_then(|table| table.name.clone()),
            row: source.row,
            column: None,
            header: None,
        }
    }
}
