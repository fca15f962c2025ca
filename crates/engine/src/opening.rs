//! Opening a dossier: every file read into the ledgers, the files compared with each other, the ledgers concluded.

use crate::left_files::{LeftFile, Refusal, WhyLeft};
use crate::reading::{self, Books, InputFile, ReadFile, Refused, Wishes};
use crate::{failures, labels, model, surplus, terms};
use intake::{DueDaysBeside, Ledgers, Overlaps, Settings};
use ledger::{Ledger, TotalTooLarge};
use protocol::{Failure, Mapping, OpenOptions, Progress, ReadingModel};
use sheet::Sizes;
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use values::{Amount, Currency, FileIndex, Gather};

/// The largest tolerance, in minor units: a residue of ten units of a currency with cents is no rounding any more.
const TOLERANCE_MAX: i64 = 1_000;

/// What a dossier opens with.
pub(crate) struct Opened {
    pub(crate) files: Vec<ReadFile>,
    /// Files that came with them and are not read.
    pub(crate) left_files: Vec<LeftFile>,
    /// Files that give codes of others to customers of their own, with the words that tell these apart.
    pub(crate) labels: BTreeMap<String, String>,
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
    let mut settings = settings(options, language)?;
    let tolerance = tolerance(options, language)?;
    let (models, inputs) = without_models(inputs, &options.models);
    let (mut inputs, mut left_files) = not_left(named_apart(inputs), &options.read_files);
    let mut labels = BTreeMap::new();
    let mut currency_said = options.default_currency.is_some();
    let mut beside: BTreeMap<String, DueDaysBeside> = BTreeMap::new();
    loop {
        let (files, books) = (Vec::new(), Books::default());
        let mut opening =
            Opening { sizes, options, models: &models, settings, language, files, books, labels: &labels };
        let refused = opening.read_all(&inputs, progress)?;
        // Amounts of no named currency are in the one that all customers are invoiced in.
        let told = opening.books.items.currency_of_listed().filter(|told| *told != settings.default_currency);
        if let Some(told) = told.filter(|_| !currency_said) {
            // Once: a sign that several currencies share may be taken for another one under another default.
            currency_said = true;
            settings.default_currency = told;
            continue;
        }
        // One table has nothing in common with itself.
        let several = opening.files.len() > 1;
        let overlaps = if several { opening.books.items.overlaps() } else { Overlaps::default() };
        let surplus = surplus::of(&opening.files, &overlaps, &options.read_files);
        let apart = if several && labels.is_empty() && surplus.is_empty() { opening.labels() } else { BTreeMap::new() };
        if !apart.is_empty() {
            labels = apart;
            inputs.retain(|given| refused.iter().all(|left| left.name != given.input.name));
            left_files.extend(refused);
            continue;
        }
        if surplus.is_empty() {
            opening.check_read(&refused)?;
            left_files.extend(refused);
            opening.date_documents(&beside, &mut left_files);
            let (ledgers, aged) = opening.conclude(&overlaps)?;
            let files = opening.files;
            return Ok(Opened { files, left_files, labels, ledgers, aged, tolerance });
        }
        let within = surplus.iter().filter(|left| matches!(left.why, WhyLeft::Within { .. }));
        beside.extend(within.map(|left| (left.name.clone(), opening.due_days_stated_in(&left.name))));
        // What was read of a file to leave stands among the rest: all others are read again.
        let gone: BTreeSet<&str> = surplus.iter().chain(&refused).map(|left| left.name.as_str()).gather();
        inputs.retain(|given| !gone.contains(given.input.name.as_str()));
        left_files.extend(surplus.iter().chain(&refused).cloned());
    }
}

/// A file under the name that tells it apart, and the one it came with.
struct Given {
    input: InputFile,
    own_name: String,
}

impl Given {
    fn left(&self, why: WhyLeft) -> LeftFile {
        LeftFile { name: self.input.name.clone(), why }
    }
}

/// Two files of one name are told apart by a number, so that a place in a file means one file.
fn named_apart(inputs: Vec<InputFile>) -> Vec<Given> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut named = Vec::with_capacity(inputs.len());
    for mut input in inputs {
        let own_name = input.name.clone();
        let mut number = 2_u32;
        while !taken.insert(input.name.clone()) {
            input.name = format!("{own_name} ({number})");
            number += 1;
        }
        named.push(Given { input, own_name });
    }
    named
}

/// The files to read, and those that a person said to leave.
fn not_left(given: Vec<Given>, said: &BTreeMap<String, bool>) -> (Vec<Given>, Vec<LeftFile>) {
    let leaves = |given: &Given| said.get(&given.input.name) == Some(&false);
    let (left, read): (Vec<Given>, Vec<Given>) = given.into_iter().partition(leaves);
    let left = left.into_iter().map(|given| LeftFile { name: given.input.name, why: WhyLeft::Asked });
    (read, left.collect())
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
    models: &'a [ReadingModel],
    settings: Settings,
    language: Language,
    files: Vec<ReadFile>,
    books: Books,
    labels: &'a BTreeMap<String, String>,
}

impl Opening<'_> {
    /// Reads every file, and names those that cannot be read. Where a person chose how to read one, its refusal is the
    /// answer: what was open before stays.
    fn read_all(&mut self, inputs: &[Given], progress: &mut dyn FnMut(Progress)) -> Result<Vec<LeftFile>, Failure> {
        let (mut left, mut undated) = (Vec::new(), Vec::new());
        for given in inputs {
            match self.take(given, false, progress)? {
                Some(why) if why.is_balance_without_day() => undated.push((given, why)),
                why => left.extend(why.map(|why| given.left(why))),
            }
        }
        // What a balance says beside what is owed completes the customers of the others.
        let beside_others = self.says_what_is_owed();
        for (given, why) in undated {
            let why = if beside_others { self.take(given, true, progress)? } else { Some(why) };
            left.extend(why.map(|why| given.left(why)));
        }
        Ok(left)
    }

    /// Reads a file; says why where it is left.
    fn take(
        &mut self,
        given: &Given,
        beside_others: bool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Option<WhyLeft>, Failure> {
        let before = self.books.checkpoint();
        let why = match self.read(given, beside_others, progress)? {
            Ok(read) => match self.same_as(&read)? {
                None => {
                    self.files.extend(read);
                    return Ok(None);
                }
                Some(other) => WhyLeft::SameAs(other),
            },
            Err(Refused { failure, is_document }) => {
                let refusal = Refusal::new(failure, self.language, &given.input, self.sizes);
                if is_document { WhyLeft::Document(refusal) } else { WhyLeft::Refused(refusal) }
            }
        };
        self.books.go_back(before);
        Ok(Some(why))
    }

    fn says_what_is_owed(&self) -> bool {
        self.files.iter().any(|file| file.mapping.layout().says_what_is_owed())
    }

    fn read(
        &mut self,
        given: &Given,
        beside_others: bool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Result<Vec<ReadFile>, Refused>, Failure> {
        let language = self.language;
        let index = FileIndex(u16::try_from(self.files.len()).map_err(|_| failures::too_many_files(language))?);
        let (input, mappings) = (&given.input, &self.options.mappings);
        let wishes = Wishes {
            given: mappings.get(&input.name).or_else(|| mappings.get(&given.own_name)),
            by_sheet: by_sheet(mappings, &input.name),
            models: self.models,
            corrections: &self.options.corrections,
            aged_as_of: self.options.aged_as_of,
            beside_others,
            sizes: self.sizes,
        };
        self.books.items.tell_customers_apart(self.labels.get(&input.name).map(String::as_str));
        let read = reading::read(input, index, &wishes, &self.settings, &mut self.books, language, progress);
        match read {
            Err(refused) if wishes.chosen() => Err(refused.failure),
            read => Ok(read),
        }
    }

    /// What tells apart the customers of files that give the same codes to different ones.
    fn labels(&self) -> BTreeMap<String, String> {
        let tables = self.books.items.tables_with_codes_of_their_own();
        let named = (0_u16..).zip(&self.files).filter(|(index, _)| tables.contains(&FileIndex(*index)));
        let names: BTreeSet<&str> = named.map(|(_, file)| file.name.as_str()).gather();
        labels::of(&names)
    }

    /// The due days that a file states.
    fn due_days_stated_in(&self, name: &str) -> DueDaysBeside {
        let of_file = (0_u16..).zip(&self.files).filter(|(_, file)| file.name == name);
        self.books.items.due_days_stated_in(&of_file.map(|(index, _)| FileIndex(index)).gather())
    }

    /// Gives documents the due days of files that are left because these documents stand here: the amounts count once,
    /// the days are told there alone.
    fn date_documents(&mut self, beside: &BTreeMap<String, DueDaysBeside>, left: &mut [LeftFile]) {
        for file in left {
            if let (WhyLeft::Within { due_days, .. }, Some(known)) = (&mut file.why, beside.get(&file.name)) {
                *due_days = self.books.items.take_due_days(known);
            }
        }
    }

    /// The file read before that has the same content: it would count twice. Digests are asked of files of one size only.
    fn same_as(&self, new: &[ReadFile]) -> Result<Option<String>, Failure> {
        let Some(new) = new.first() else { return Ok(None) };
        let others = self.files.iter().filter(|file| !file.further);
        for file in others.filter(|file| file.size() == new.size()) {
            if file.sha256(self.language)? == new.sha256(self.language)? {
                return Ok(Some(file.name.clone()));
            }
        }
        Ok(None)
    }

    /// Files that were refused are left beside others that say what is owed; beside none, the first of them is the
    /// answer, one that should hold a table before one that holds none by nature.
    fn check_read(&self, left: &[LeftFile]) -> Result<(), Failure> {
        if self.says_what_is_owed() {
            return Ok(());
        }
        let refused = left.iter().find_map(|left| match &left.why {
            WhyLeft::Refused(refusal) => Some(&refusal.failure),
            _ => None,
        });
        let document = left.iter().find_map(|left| match &left.why {
            WhyLeft::Document(refusal) if self.files.is_empty() => Some(&refusal.failure),
            _ => None,
        });
        refused.or(document).map_or(Ok(()), |failure| Err(failure.clone()))
    }

    /// The ledgers that all files make together, and the client's own aged balance where it stands beside its items.
    fn conclude(&mut self, overlaps: &Overlaps) -> Result<(Vec<Ledger>, Option<Vec<Ledger>>), Failure> {
        let (files, language) = (&mut self.files, self.language);
        if files.is_empty() {
            return Err(failures::nothing_open(language));
        }
        let Books { items: mut ledgers, aged } = std::mem::take(&mut self.books);
        let aged = beside_items(&mut ledgers, aged);
        if aged.is_some() {
            files.iter_mut().for_each(|file| file.intake.compared());
        }
        let joined = ledgers.join(overlaps);
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
    for (file, answered) in joined.withdrawn {
        if let Some(file) = files.get_mut(usize::from(file.0)) {
            file.intake.withdraw(&answered);
        }
    }
    for (file, assumed, taken) in joined.currencies {
        if let Some(file) = files.get_mut(usize::from(file.0)) {
            file.intake.takes_currency(assumed, taken);
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
