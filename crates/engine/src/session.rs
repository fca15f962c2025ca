//! An open dossier: the files as they were read, the ledgers they make, and the open items of the last day asked for.

use crate::compared::Compared;
use crate::invoices::Shelf;
use crate::per_day::PerDay;
use crate::pre_aged::PreAged;
use crate::reading::{self, Books, InputFile, ReadFile, Wishes};
use crate::view::{import, preview};
use crate::{failures, model, terms};
use analysis::payers::{Payers, Settings, payers};
use followup::{Log, Snapshot};
use ledger::{Ledger, OpenItems};
use protocol::{
    Failure, ImportReport, LedgerBalance, Mapping, OpenOptions, Place, Preview, PreviewQuery, Progress, Proposal,
    ProposalQuery, SourceRow, SourceRowQuery,
};
use sheet::Sizes;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use text::Language;
use values::{Amount, AsOf, Currency, Day, FileIndex, Source};

/// The largest tolerance, in minor units: a residue of ten units of a currency with cents is no rounding any more.
const TOLERANCE_MAX: i64 = 1_000;

/// One client's receivables. Questions about it never change it.
pub struct Session {
    files: Vec<ReadFile>,
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

/// Two files of one name are told apart by a number, so that a place in a file means one file.
fn unused_name(files: &[ReadFile], name: String) -> String {
    let taken = |name: &str| files.iter().any(|file| file.name == name);
    if !taken(&name) {
        return name;
    }
    (2..).map(|number: u32| format!("{name} ({number})")).find(|other| !taken(other)).unwrap_or(name)
}

/// The mappings of single sheets of a file: `file.xlsx#Sheet`.
fn by_sheet<'a>(mappings: &'a BTreeMap<String, Mapping>, name: &str) -> Vec<(&'a str, &'a Mapping)> {
    let sheet = |key: &'a String| key.strip_prefix(name)?.strip_prefix('#');
    mappings.iter().filter_map(|(key, mapping)| Some((sheet(key)?, mapping))).collect()
}

/// Puts what joining found with the file it is about.
fn note_joined(files: &mut [ReadFile], joined: intake::Joined) {
    for remark in joined.remarks {
        let at = remark.at.map_or(0, |at| usize::from(at.file.0));
        if let Some(file) = files.get_mut(at) {
            file.intake.diagnostics.push(remark);
        }
    }
    for refused in joined.refused {
        let at = refused.at.map_or(0, |at| usize::from(at.file.0));
        if let Some(file) = files.get_mut(at) {
            file.intake.rows.imported -= 1;
            file.intake.rows.set_aside += 1;
            file.intake.set_aside.push(refused);
        }
    }
}

impl Session {
    /// Reads files as one dossier. Nothing comes of it unless every file can be read.
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
        let default_terms = options.default_terms.as_deref().map(|words| terms::parse(words, language)).transpose()?;
        let tolerance = options.tolerance.unwrap_or_default();
        if tolerance.is_credit() || tolerance.minor() > TOLERANCE_MAX {
            return Err(failures::tolerance_refused(language));
        }
        let settings =
            intake::Settings { default_terms, default_currency: options.default_currency.unwrap_or(Currency::EUR) };
        let mut models = options.models.clone();
        let inputs: Vec<InputFile> = inputs
            .into_iter()
            .filter(|input| match model::in_file(input.source.as_ref()) {
                Some(model) => {
                    models.push(model);
                    false
                }
                None => true,
            })
            .collect();
        let mut books = Books::default();
        let mut files: Vec<ReadFile> = Vec::with_capacity(inputs.len());
        for mut input in inputs {
            let index = FileIndex(u16::try_from(files.len()).map_err(|_| failures::too_many_files(language))?);
            let as_given = options.mappings.get(&input.name);
            input.name = unused_name(&files, input.name);
            let wishes = Wishes {
                given: options.mappings.get(&input.name).or(as_given),
                by_sheet: by_sheet(&options.mappings, &input.name),
                models: &models,
                corrections: &options.corrections,
                sizes,
            };
            let read = reading::read(input, index, &wishes, &settings, &mut books, language, progress)?;
            let first = read.first();
            for file in files.iter().filter(|file| first.is_some_and(|first| first.size() == file.size())) {
                if let Some(first) = first.filter(|first| !file.further && first.name != file.name)
                    && file.sha256(language)? == first.sha256(language)?
                {
                    return Err(failures::same_file_twice(&first.name, &file.name, language));
                }
            }
            files.extend(read);
        }
        if files.is_empty() {
            return Err(failures::nothing_open(language));
        }
        let Books { items: mut ledgers, aged } = books;
        let beside_items = ledgers.entry_count() > 0 && aged.entry_count() > 0;
        let aged = if beside_items {
            files.iter_mut().for_each(|file| file.intake.compared());
            Some(aged)
        } else {
            // Without items the balance is all there is.
            if aged.entry_count() > 0 {
                ledgers.take_entries_of(aged);
            }
            None
        };
        note_joined(&mut files, ledgers.join());
        if ledgers.entry_count() == 0 {
            return Err(failures::only_lists(language));
        }
        let too_large = |error: ledger::TotalTooLarge| failures::total_too_large(error.currency, language);
        let mut read: Vec<_> = (0_u16..)
            .zip(&mut files)
            .map(|(position, file)| (FileIndex(position), file.table, &mut file.intake))
            .collect();
        let ledgers = intake::conclude(ledgers, &settings, &mut read).map_err(too_large)?;
        let ledger_balances = options.ledger_balances.clone();
        let aged = aged.map(|aged| aged.build().map_err(too_large)).transpose()?;
        let (pre_aged, compared) = match (PreAged::of(&files, language)?, aged) {
            (Some(own), Some(aged)) => (None, Some(Compared::new(own, aged, &ledgers, &files, language)?)),
            (own, _) => (own, None),
        };
        Ok(Session {
            files,
            ledgers,
            ledger_balances,
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

    /// The files, as they were read.
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
