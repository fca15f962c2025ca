//! What is open and what the user chose: signals, provided once by `App`, read everywhere. Nothing of it is stored
//! but the two preferences. What changes it in answer to the user is in `work`.

use crate::browser::models;
use crate::browser::preferences::{self, Theme};
use crate::engine::Engine;
use crate::logic::aged_rows::Order;
use crate::logic::as_of::Reason;
use crate::logic::policy_log::{Compared, PolicyLog};
use crate::logic::reading_log::{Choices, Log};
use crate::logic::{limits, part::Part, register::Register};
use crate::screen::{Asked, Screen};
use crate::work::Previous;
use leptos::prelude::*;
use protocol::{
    Activity, AgedBalance, AgedCurrency, AgedRow, Basis, Behaviour, Comparison, CreditMode, Dimension, Draft,
    DraftEdit, EditLog, Failure, Finding, Forecast, Freshness, ImportReport, LatePayments, Look, Matches, Metrics,
    OpenItem, Operation, PlanPage, PolicyChange, PolicyOutcome, PolicyView, Progress, Quality, ReadingModel,
    RegisterView, Reperformance, SegmentThresholds, Segments, Sender, Series, Simulation, SourceRow,
};
use protocol::{AnswerView, CallList, InvoiceChoice, InvoiceFiles, JournalFigures, JournalMerge};
use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::sync::Arc;
use text::Language;
use values::{Amount, Currency, Day};
use web_sys::File;

/// An open ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// What was read.
    pub report: ImportReport,
    /// Whether it is the fictitious one.
    pub fictitious: bool,
}

/// What takes time.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Files are being opened.
    Opening {
        /// Their names.
        names: Vec<String>,
        /// How far.
        progress: Option<Progress>,
    },
    /// A file is being made.
    Exporting {
        /// Which.
        kind: String,
        /// Number of the request.
        run: u32,
        /// How far.
        progress: Option<Progress>,
    },
}

/// What the page has to say: a value, so that it follows the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The engine refused, and says why.
    Refused(Failure),
    /// The reader trapped on these files.
    ReaderStopped(String),
    /// The reader said nothing for too long.
    ReaderSilent(String),
    /// The engine never started.
    NoEngine,
    /// Reading models were given alone: how many.
    ModelsGiven(usize),
    /// Other files took the place of a dossier to which something had been done: the names of its files.
    Replaced(String),
    /// PDF files were taken for invoices to attach: how many.
    InvoicesGiven(usize),
    /// The user stopped the reading.
    OpeningCancelled,
    /// The user stopped the making of a file.
    ExportCancelled,
    /// The engine was lost; the dossier was opened again.
    Reopened,
    /// The engine was lost twice.
    LostForGood,
    /// A drop without files.
    NoFiles,
    /// A paste of one line alone.
    NoTable,
    /// The browser refused to save.
    NotSaved,
    /// A sheet in which nothing can be read as receivables.
    SheetWithoutReceivables(String),
}

impl Said {
    /// Whether it must be read now.
    pub fn is_error(&self) -> bool {
        match self {
            Said::Refused(_)
            | Said::ReaderStopped(_)
            | Said::ReaderSilent(_)
            | Said::NoEngine
            | Said::LostForGood
            | Said::NoFiles
            | Said::NotSaved
            | Said::SheetWithoutReceivables(_) => true,
            Said::NoTable
            | Said::Replaced(_)
            | Said::InvoicesGiven(_)
            | Said::OpeningCancelled
            | Said::ExportCancelled
            | Said::ModelsGiven(_)
            | Said::Reopened => false,
        }
    }
}

/// What a word is about: of what went wrong with one of these, the last alone stands, until it goes well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The files, and how they are read.
    Files,
    /// The figures of a day.
    Figures,
    /// What people record.
    Records,
    /// The policy of the plan.
    Policy,
    /// The files of invoices.
    Invoices,
    /// Files taken out.
    Exports,
    /// The row shown beside the page.
    Source,
    /// The engine itself.
    Engine,
}

/// Something said, until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number.
    pub id: u32,
    /// What it is about.
    pub about: About,
    /// What.
    pub said: Said,
}

/// A file that was refused, as a person names its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub look: Look,
}

/// Something asked of the engine for one screen.
#[derive(Clone, Debug, Default)]
pub enum Fetched<T> {
    /// Not there yet.
    #[default]
    Waiting,
    /// There.
    There(Arc<T>),
    /// The engine refused, and says why.
    Refused(Failure),
}

/// How the calls are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallChoices {
    /// Calls a day at most.
    pub cap: u32,
    /// The order, as the contract names it.
    pub sort: String,
    /// Only the customers of this salesperson.
    pub owner: Option<String>,
}

impl Default for CallChoices {
    fn default() -> CallChoices {
        CallChoices { cap: 20, sort: "priority".to_owned(), owner: None }
    }
}

/// What the table of late payments is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LateChoices {
    /// Turnover as typed; that of the ledger where there is none.
    pub turnover: Option<Amount>,
    /// The VAT to take out; nothing where amounts include it.
    pub vat_rate_percent: Option<String>,
}

/// Open items of one customer.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomerItems {
    /// Customer identifier.
    pub customer: String,
    /// The day they are open on.
    pub as_of: Day,
    /// The items.
    pub items: Arc<Vec<OpenItem>>,
}

/// A file taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u32,
}

/// What drafts were written for: the figures, their language, who writes, and whether the form stands under them.
pub type DraftsFor = (u32, Option<Language>, Sender, bool);

/// What a dossier file holds of a person's work: what was recorded, and how the files are read.
pub type Kept = (Vec<Operation>, Arc<Choices>);

/// State of the page.
#[derive(Clone, Copy)]
pub struct Session {
    /// Language of the page.
    pub language: RwSignal<Language>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// What the page shows.
    pub screen: RwSignal<Screen>,
    /// The open ledger.
    pub dossier: RwSignal<Option<Arc<Dossier>>>,
    /// Digests of its files, which come after it.
    pub digests: RwSignal<Vec<String>>,
    /// What the user changed of its reading.
    pub reading: RwSignal<Log>,
    /// Reading models kept on this computer.
    pub kept_models: RwSignal<Vec<ReadingModel>>,
    /// Reading models given alone, for the files to come; never stored.
    pub given_models: StoredValue<Vec<ReadingModel>>,
    /// A refused file whose columns are being named, and its name.
    pub look: RwSignal<Option<Arc<Looked>>>,
    /// The files given with it.
    pub look_files: StoredValue<Vec<File>, LocalStorage>,
    /// Counts the dossiers opened: 0 for none.
    pub opened: RwSignal<u32>,
    /// The day everything is computed for.
    pub as_of: RwSignal<Day>,
    /// Why that day.
    pub reason: RwSignal<Reason>,
    /// Which date ages an item.
    pub basis: RwSignal<Basis>,
    /// Limits of the buckets.
    pub limits: RwSignal<Vec<u32>>,
    /// Where credits stand.
    pub credits: RwSignal<CreditMode>,
    /// What the lines of the balance are told apart by; the customer where there is none.
    pub by: RwSignal<Option<Dimension>>,
    /// Whether what is not due is shown by days to come.
    pub to_come: RwSignal<bool>,
    /// How many months the charts go back.
    pub months: RwSignal<u32>,
    /// The currency shown, if the user chose one.
    pub currency: RwSignal<Option<Currency>>,
    /// The aged balance; the last one, until the next is there.
    pub balance: RwSignal<Option<Arc<AgedBalance>>>,
    /// The figures.
    pub metrics: RwSignal<Option<Arc<Vec<Metrics>>>>,
    /// The figures month after month.
    pub series: RwSignal<Option<Arc<Series>>>,
    /// The recomputation and the months the series was asked for; none yet where there is none.
    pub series_asked: StoredValue<Option<(u32, u32)>>,
    /// Customers by segment, with their risk.
    pub segments: RwSignal<Option<Arc<Segments>>>,
    /// The recomputation, the language and the choices the segments were asked for; none yet where there is none.
    pub segments_asked: StoredValue<Option<(u32, Language, String)>>,
    /// How the customer shown pays.
    pub behaviour: RwSignal<Option<Arc<Behaviour>>>,
    /// What deserves a second look.
    pub findings: RwSignal<Fetched<Vec<Finding>>>,
    /// Severity of the findings shown; all where there is none.
    pub severity: RwSignal<Option<String>>,
    /// Words looked for among the findings.
    pub finding_search: RwSignal<String>,
    /// The table of late payments.
    pub late: RwSignal<Fetched<LatePayments>>,
    /// What it is asked for.
    pub late_choices: RwSignal<LateChoices>,
    /// The client's own aged balance beside ours.
    pub compared: RwSignal<Fetched<Reperformance>>,
    /// Expected receipts.
    pub receipts: RwSignal<Fetched<Forecast>>,
    /// The history of the customer shown.
    pub activity: RwSignal<Fetched<Activity>>,
    /// What people recorded.
    pub records: RwSignal<Fetched<RegisterView>>,
    /// The calls of the days to come.
    pub calls: RwSignal<Fetched<CallList>>,
    /// What the contacts came to.
    pub journal: RwSignal<Fetched<Vec<JournalFigures>>>,
    /// Answers of customers, as they were understood.
    pub answers: RwSignal<Vec<AnswerView>>,
    /// A journal read back and what it brings, before it is added.
    pub journal_read: RwSignal<Option<(String, JournalMerge)>>,
    /// How they are listed.
    pub call_choices: RwSignal<CallChoices>,
    /// What changed since the dossier was saved.
    pub comparison: RwSignal<Fetched<Comparison>>,
    /// Whether the open dossier was saved before.
    pub restored: RwSignal<bool>,
    /// Every edit the engine knows, for the next engine.
    pub edits: StoredValue<EditLog>,
    /// What was asked for last, of each of these.
    pub fetched: StoredValue<BTreeMap<&'static str, String>>,
    /// Thresholds of the segments, if the user chose others.
    pub thresholds: RwSignal<Option<SegmentThresholds>>,
    /// Customers the user keeps on the watch-list.
    pub pinned: RwSignal<Vec<String>>,
    /// Matches proposed, of all customers or of one.
    pub matches: RwSignal<Option<Arc<Matches>>>,
    /// The recomputation the matches were asked for, and the customer if of one; none yet where there is none.
    pub matches_asked: StoredValue<Option<(u32, Option<String>)>>,
    /// Matches approved, after each approval: the last is what holds.
    pub approvals: StoredValue<Vec<Vec<String>>>,
    /// Counts the days chosen while the slider moves: only the last is computed.
    pub day_choice: StoredValue<u32>,
    /// The quality of the data.
    pub quality: RwSignal<Option<Arc<Quality>>>,
    /// How recent the files are.
    pub freshness: RwSignal<Option<Arc<Freshness>>>,
    /// The day for which a person takes drafts although the files are not recent.
    pub acknowledged: RwSignal<Option<Day>>,
    /// The plan.
    pub plan: RwSignal<Option<Arc<PlanPage>>>,
    /// The policy being edited, as texts of its document: each change, and which one holds.
    pub policy: RwSignal<PolicyLog>,
    /// Whether a change of it is being made, and those that wait for it.
    pub policy_changes: StoredValue<(bool, VecDeque<PolicyChange>)>,
    /// The same as a form.
    pub policy_form: RwSignal<Option<Arc<PolicyView>>>,
    /// What the policy followed and the one being edited would do.
    pub policy_effect: RwSignal<Fetched<Vec<PolicyOutcome>>>,
    /// Why there is no policy to show.
    pub policy_refused: RwSignal<Option<Failure>>,
    /// The policies compared; nothing stands for the one the dossier follows.
    pub compared_policies: RwSignal<[Compared; 2]>,
    /// What they would do.
    pub compared_outcomes: RwSignal<Fetched<Vec<PolicyOutcome>>>,
    /// What they would have done in the ledger's own past.
    pub compared_past: RwSignal<Fetched<Simulation>>,
    /// Items of the customer shown.
    pub items: RwSignal<Option<CustomerItems>>,
    /// The drafts.
    pub drafts: RwSignal<Option<Arc<Vec<Draft>>>>,
    /// What the drafts shown were written for.
    pub drafts_written: StoredValue<Option<DraftsFor>>,
    /// The recomputation the plan was asked for, the customer if of one, and the days planned; none yet where there is
    /// none.
    pub plan_asked: StoredValue<Option<(u32, Option<String>, u32)>>,
    /// The recomputation the quality was asked for, and its language; none yet where there is none.
    pub quality_asked: StoredValue<Option<(u32, Language)>>,
    /// Requests sent for figures and not answered yet.
    pub awaited: RwSignal<u32>,
    /// Counts the recomputations: an answer to an older one is dropped.
    pub generation: StoredValue<u32>,
    /// Customers by number.
    pub register: RwSignal<Register>,
    /// What takes time.
    pub work: RwSignal<Option<Work>>,
    /// What the page has to say.
    pub notices: RwSignal<Vec<Notice>>,
    /// The row of a file beside the page.
    pub source_row: RwSignal<Option<Arc<SourceRow>>>,
    /// Whether the list of the keys is shown.
    pub keys_shown: RwSignal<bool>,
    /// Whether letters alone are keys.
    pub letter_keys: RwSignal<bool>,
    /// Order of the aged balance.
    pub order: RwSignal<Order>,
    /// Search in the aged balance.
    pub search: RwSignal<String>,
    /// Search in the plan.
    pub plan_search: RwSignal<String>,
    /// Who writes the drafts; never stored.
    pub sender: RwSignal<Sender>,
    /// Files of invoices to attach; never stored.
    pub invoices_given: StoredValue<Vec<File>, LocalStorage>,
    /// Which invoice some of them are, as a person said.
    pub invoice_choices: StoredValue<Vec<InvoiceChoice>>,
    /// What the engine tells of them; nothing while none are given.
    pub invoices: RwSignal<Option<Arc<InvoiceFiles>>>,
    /// Whether e-mails carry the answer form as a file, and as lines under their text.
    pub forms: RwSignal<(bool, bool)>,
    /// Whether what is said of the sender is unfolded.
    pub sender_open: RwSignal<bool>,
    /// Language of the drafts; each customer's own where none is chosen.
    pub draft_language: RwSignal<Option<Language>>,
    /// Action of the draft shown.
    pub draft_shown: RwSignal<Option<String>>,
    /// What a person made of drafts, by action.
    pub draft_edits: RwSignal<BTreeMap<String, DraftEdit>>,
    /// The draft shown is about to be drawn anew because it was changed.
    pub draft_changed: StoredValue<bool>,
    /// Every text there is for one action.
    pub draft_variants: RwSignal<Option<(String, Arc<Vec<Draft>>)>>,
    /// The dossier that stood open before this one, if something had been done to it.
    pub previous: StoredValue<Option<Previous>, LocalStorage>,
    /// What the last dossier file saved or opened holds.
    pub saved: StoredValue<Option<Kept>>,
    /// Files taken out.
    pub exported: RwSignal<Vec<Exported>>,
    /// The engine.
    pub engine: StoredValue<Engine, LocalStorage>,
    /// The files of the open dossier, to open them again.
    pub files: StoredValue<Vec<File>, LocalStorage>,
    /// How often the engine of this dossier was lost.
    pub losses: StoredValue<u32>,
}

impl Session {
    /// The state of a page that just opened.
    pub fn new(screen: Screen, today: Day) -> Session {
        let language = preferences::language();
        Session {
            language: RwSignal::new(language),
            theme: RwSignal::new(preferences::theme()),
            screen: RwSignal::new(screen),
            dossier: RwSignal::new(None),
            digests: RwSignal::new(Vec::new()),
            reading: RwSignal::new(Log::default()),
            kept_models: RwSignal::new(models::kept()),
            given_models: StoredValue::new(Vec::new()),
            look: RwSignal::new(None),
            look_files: StoredValue::new_local(Vec::new()),
            opened: RwSignal::new(0),
            as_of: RwSignal::new(today),
            reason: RwSignal::new(Reason::Today),
            basis: RwSignal::new(Basis::default()),
            limits: RwSignal::new(limits::DEFAULT.to_vec()),
            credits: RwSignal::new(CreditMode::default()),
            by: RwSignal::new(None),
            to_come: RwSignal::new(false),
            months: RwSignal::new(12),
            currency: RwSignal::new(None),
            balance: RwSignal::new(None),
            metrics: RwSignal::new(None),
            series: RwSignal::new(None),
            series_asked: StoredValue::new(None),
            segments: RwSignal::new(None),
            segments_asked: StoredValue::new(None),
            behaviour: RwSignal::new(None),
            findings: RwSignal::default(),
            severity: RwSignal::new(None),
            finding_search: RwSignal::new(String::new()),
            late: RwSignal::default(),
            late_choices: RwSignal::default(),
            compared: RwSignal::default(),
            receipts: RwSignal::default(),
            activity: RwSignal::default(),
            records: RwSignal::default(),
            calls: RwSignal::default(),
            journal: RwSignal::default(),
            journal_read: RwSignal::default(),
            answers: RwSignal::default(),
            call_choices: RwSignal::default(),
            comparison: RwSignal::default(),
            restored: RwSignal::new(false),
            edits: StoredValue::new(EditLog::default()),
            fetched: StoredValue::new(BTreeMap::new()),
            thresholds: RwSignal::new(None),
            pinned: RwSignal::new(Vec::new()),
            matches: RwSignal::new(None),
            matches_asked: StoredValue::new(None),
            approvals: StoredValue::new(Vec::new()),
            day_choice: StoredValue::new(0),
            quality: RwSignal::new(None),
            freshness: RwSignal::new(None),
            acknowledged: RwSignal::new(None),
            plan: RwSignal::new(None),
            policy: RwSignal::new(PolicyLog::default()),
            policy_changes: StoredValue::new((false, VecDeque::new())),
            policy_form: RwSignal::new(None),
            policy_effect: RwSignal::default(),
            policy_refused: RwSignal::new(None),
            compared_policies: RwSignal::new([Compared::Followed, Compared::Preset("four-segments".to_owned())]),
            compared_outcomes: RwSignal::default(),
            compared_past: RwSignal::default(),
            items: RwSignal::new(None),
            drafts: RwSignal::new(None),
            drafts_written: StoredValue::new(None),
            plan_asked: StoredValue::new(None),
            quality_asked: StoredValue::new(None),
            awaited: RwSignal::new(0),
            generation: StoredValue::new(0),
            register: RwSignal::new(Register::default()),
            work: RwSignal::new(None),
            notices: RwSignal::new(Vec::new()),
            source_row: RwSignal::new(None),
            keys_shown: RwSignal::new(false),
            letter_keys: RwSignal::new(true),
            order: RwSignal::new(Order::default()),
            search: RwSignal::new(String::new()),
            plan_search: RwSignal::new(String::new()),
            sender: RwSignal::new(Sender::default()),
            invoices_given: StoredValue::new_local(Vec::new()),
            invoice_choices: StoredValue::new(Vec::new()),
            invoices: RwSignal::new(None),
            forms: RwSignal::new((false, false)),
            sender_open: RwSignal::new(true),
            draft_language: RwSignal::new(None),
            draft_shown: RwSignal::new(None),
            draft_edits: RwSignal::new(BTreeMap::new()),
            draft_changed: StoredValue::new(false),
            draft_variants: RwSignal::new(None),
            previous: StoredValue::new_local(None),
            saved: StoredValue::new(None),
            exported: RwSignal::new(Vec::new()),
            engine: StoredValue::new_local(Engine::default()),
            files: StoredValue::new_local(Vec::new()),
            losses: StoredValue::new(0),
        }
    }

    /// Whether a person was told for this day that the files are not recent, and goes on.
    pub fn acknowledged_now(self) -> bool {
        self.acknowledged.get() == Some(self.as_of.get())
    }

    /// Whether drafts may be taken out: the files are recent, or a person was told and goes on.
    pub fn drafts_allowed(self) -> bool {
        self.freshness.with(|freshness| freshness.as_ref().is_some_and(|freshness| !freshness.stale))
            || self.acknowledged_now()
    }

    /// The address of the aged balance as it is now.
    pub fn balance_screen(self) -> Screen {
        Screen::Balance(Asked {
            as_of: Some(self.as_of.get_untracked()),
            limits: Some(self.limits.get_untracked()),
            basis: Some(self.basis.get_untracked()),
            credits: Some(self.credits.get_untracked()),
            by: Some(self.by.get_untracked()),
        })
    }

    /// The address of a customer, of one part of its balance perhaps.
    pub fn customer_address(self, identifier: &str, part: Option<Part>) -> Option<String> {
        let number = self.register.with_untracked(|register| register.number(identifier))?;
        Some(Screen::Customer(number, part).hash())
    }

    /// The currency shown: the one chosen, else the first of the balance.
    pub fn shown_currency(self) -> Option<Currency> {
        let chosen = self.currency.get();
        self.balance.with(|balance| {
            let currencies = &balance.as_ref()?.currencies;
            let known = chosen.filter(|chosen| currencies.iter().any(|one| one.currency == *chosen));
            known.or_else(|| largest(currencies).map(|one| one.currency))
        })
    }

    /// The same, without following it.
    pub fn shown_currency_untracked(self) -> Option<Currency> {
        untrack(|| self.shown_currency())
    }

    /// The lines of a customer, one per currency.
    pub fn customer_rows(self, identifier: &str) -> Vec<(Currency, AgedRow)> {
        self.balance.with(|balance| {
            let currencies = balance.iter().flat_map(|balance| &balance.currencies);
            currencies
                .flat_map(|one| one.customers.iter().map(|row| (one.currency, row)))
                .filter(|(_, row)| row.customer == identifier)
                .map(|(currency, row)| (currency, row.clone()))
                .collect()
        })
    }
}

fn largest(currencies: &[AgedCurrency]) -> Option<&AgedCurrency> {
    // Most customers, then the first by code: `max_by_key` keeps the last of equals.
    currencies.iter().rev().max_by_key(|one| one.customers.len())
}

/// The state of the page.
pub fn use_session() -> Session {
    expect_context::<Session>()
}

/// The language this part of the page was drawn in: a change of language draws the page again.
pub fn use_text() -> Language {
    use_session().language.get_untracked()
}
