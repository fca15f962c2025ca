//! Opening a dossier: every file read into the ledgers, the files compared with each other, the ledgers concluded.

use crate::reading::{self, Books, InputFile, ReadFile, Refused, Wishes};
use crate::{failures, model, terms};
use intake::{Ledgers, Settings};
use ledger::{Ledger, TotalTooLarge};
use protocol::{Failure, Mapping, OpenOptions, Progress, ReadingModel};
use sheet::Sizes;
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Currency, FileIndex};

/// The largest tolerance, in minor units: a residue of ten units of a currency with cents is no rounding any more.
const TOLERANCE_MAX: i64 = 1_000;

/// What a dossier opens with.
pub(crate) struct Opened {
    pub(crate) files: Vec<ReadFile>,
    /// Documents that came with them and hold no table, each with its refusal.
    pub(crate) left_files: Vec<Failure>,
    pub(crate) ledgers: Vec<Ledger>,
    /// The client's own aged balance, where it was opened beside its items.
    pub(crate) aged: Option<Vec<Ledger>>,
    /// Largest residue of a settlement that is set apart, in minor units of each currency.
    pub(crate) tolerance: Amount,
}

/// Reads files as one dossier, in passes from these sizes on.
pub(crate) fn open(
    sizes: Sizes,
    inputs: Vec<InputFile>,
    options: &OpenOptions,
    language: Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, Failure> {
    let settings = settings(options, language)?;
    let tolerance = tolerance(options, language)?;
    let (models, inputs) = without_models(inputs, &options.models);
    let (files, books) = (Vec::new(), Books::default());
    let mut opening = Opening { sizes, options, models, settings, language, files, books };
    let mut left_files = Vec::new();
    for input in inputs {
        match opening.read(input, progress) {
            Err(refused) if refused.is_document => left_files.push(refused.failure),
            read => read.map_err(|refused| refused.failure)?,
        }
    }
    // Nothing was read beside the documents: the first of them says why.
    if opening.files.is_empty() && !left_files.is_empty() {
        return Err(left_files.swap_remove(0));
    }
    let (ledgers, aged) = opening.conclude()?;
    Ok(Opened { files: opening.files, left_files, ledgers, aged, tolerance })
}

fn settings(options: &OpenOptions, language: Language) -> Result<Settings, Failure> {
    let default_terms = options.default_terms.as_deref().map(|words| terms::parse(words, language)).transpose()?;
    Ok(Settings { default_terms, default_currency: options.default_currency.unwrap_or(Currency::EUR) })
}

fn tolerance(options: &OpenOptions, language: Language) -> Result<Amount, Failure> {
    let tolerance = options.tolerance.unwrap_or_default();
    if tolerance.is_credit() || tolerance.minor() > TOLERANCE_MAX {
        return Err(failures::tolerance_refused(language));
    }
    Ok(tolerance)
}

/// Takes the reading models out of the files: they join the models known before.
fn without_models(inputs: Vec<InputFile>, known: &[ReadingModel]) -> (Vec<ReadingModel>, Vec<InputFile>) {
    let mut models = known.to_vec();
    let mut others = Vec::with_capacity(inputs.len());
    for input in inputs {
        match model::in_file(input.source.as_ref()) {
            Some(model) => models.push(model),
            None => others.push(input),
        }
    }
    (models, others)
}

/// A dossier while its files are read.
struct Opening<'a> {
    sizes: Sizes,
    options: &'a OpenOptions,
    models: Vec<ReadingModel>,
    settings: Settings,
    language: Language,
    files: Vec<ReadFile>,
    books: Books,
}

impl Opening<'_> {
    fn read(&mut self, mut input: InputFile, progress: &mut dyn FnMut(Progress)) -> Result<(), Refused> {
        let language = self.language;
        let index = FileIndex(u16::try_from(self.files.len()).map_err(|_| failures::too_many_files(language))?);
        let mappings = &self.options.mappings;
        let as_given = mappings.get(&input.name);
        input.name = unused_name(&self.files, input.name);
        let wishes = Wishes {
            given: mappings.get(&input.name).or(as_given),
            by_sheet: by_sheet(mappings, &input.name),
            models: &self.models,
            corrections: &self.options.corrections,
            sizes: self.sizes,
        };
        let read = reading::read(input, index, &wishes, &self.settings, &mut self.books, language, progress)?;
        if let Some(first) = read.first() {
            self.check_new(first)?;
        }
        self.files.extend(read);
        Ok(())
    }

    /// A file chosen twice would count twice. Digests are asked of files of one size only.
    fn check_new(&self, new: &ReadFile) -> Result<(), Failure> {
        let others = self.files.iter().filter(|file| !file.further && file.name != new.name);
        for file in others.filter(|file| file.size() == new.size()) {
            if file.sha256(self.language)? == new.sha256(self.language)? {
                return Err(failures::same_file_twice(&new.name, &file.name, self.language));
            }
        }
        Ok(())
    }

    /// The ledgers that all files make together, and the client's own aged balance where it stands beside its items.
    fn conclude(&mut self) -> Result<(Vec<Ledger>, Option<Vec<Ledger>>), Failure> {
        let (files, language) = (&mut self.files, self.language);
        if files.is_empty() {
            return Err(failures::nothing_open(language));
        }
        let Books { items: mut ledgers, aged } = std::mem::take(&mut self.books);
        let aged = beside_items(&mut ledgers, aged);
        if aged.is_some() {
            files.iter_mut().for_each(|file| file.intake.compared());
        }
        let joined = ledgers.join(files.len());
        note_joined(files, joined);
        if ledgers.entry_count() == 0 {
            return Err(failures::only_lists(language));
        }
        let too_large = |error: TotalTooLarge| failures::total_too_large(error.currency, language);
        let mut read: Vec<_> =
            (0_u16..).zip(files).map(|(position, file)| (FileIndex(position), file.table, &mut file.intake)).collect();
        let ledgers = intake::conclude(ledgers, &self.settings, &mut read).map_err(too_large)?;
        let aged = aged.map(|aged| aged.build().map_err(too_large)).transpose()?;
        Ok((ledgers, aged))
    }
}

/// The balance aged before, where it only compares; without items it is all there is, and counts.
fn beside_items(ledgers: &mut Ledgers, aged: Ledgers) -> Option<Ledgers> {
    if aged.entry_count() == 0 {
        return None;
    }
    if ledgers.entry_count() > 0 {
        return Some(aged);
    }
    ledgers.take_entries_of(aged);
    None
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
