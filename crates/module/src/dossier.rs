//! One client's receivables, held in WebAssembly memory: the class of the npm package.

use crate::transfer::{from_js, get, input_files, report, set, throw, to_js, with_policy_as_text, with_text};
use engine::Session;
use js_sys::{Function, Object, Uint8Array};
use protocol::{ExportQuery, MetricsQuery, OpenOptions, RestoreQuery};
use serde::de::DeserializeOwned;
use text::Language;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// One client's receivables.
#[wasm_bindgen]
pub struct Dossier {
    session: Session,
    language: Language,
}

#[wasm_bindgen]
impl Dossier {
    /// Reads files as one dossier.
    pub async fn open(
        #[wasm_bindgen(unchecked_param_type = "SourceFile[]")] files: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "OpenOptions")] options: JsValue,
        #[wasm_bindgen(js_name = onProgress, unchecked_optional_param_type = "(progress: Progress) => void")]
        on_progress: Option<Function>,
    ) -> Result<Dossier, JsValue> {
        let options: OpenOptions = match options.is_undefined() || options.is_null() {
            true => OpenOptions::default(),
            false => from_js(&options, Language::default())?,
        };
        let language = options.language.unwrap_or_default();
        let files = input_files(&files, language).await?;
        let mut progress = |step| report(on_progress.as_ref(), &step);
        let session = Session::open(files, &options, language, &mut progress).map_err(throw)?;
        Ok(Dossier { session, language })
    }

    /// What was read, row by row accounted for.
    #[wasm_bindgen(js_name = importReport, unchecked_return_type = "ImportReport")]
    pub fn import_report(&self) -> Result<JsValue, JsValue> {
        to_js(&self.session.complete_report(self.language).map_err(throw)?)
    }

    /// The aged balance of a day.
    #[wasm_bindgen(js_name = agedBalance, unchecked_return_type = "AgedBalance")]
    pub fn aged_balance(
        &self,
        #[wasm_bindgen(unchecked_param_type = "AgedBalanceQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.aged_balance(&query, self.language).map_err(throw)?)
    }

    /// A page of open items.
    #[wasm_bindgen(js_name = openItems, unchecked_return_type = "OpenItemsPage")]
    pub fn open_items(
        &self,
        #[wasm_bindgen(unchecked_param_type = "OpenItemsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.open_items(&query, self.language).map_err(throw)?)
    }

    /// The figures of one currency.
    #[wasm_bindgen(unchecked_return_type = "Metrics")]
    pub fn metrics(
        &self,
        #[wasm_bindgen(unchecked_param_type = "MetricsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: MetricsQuery = from_js(&query, self.language)?;
        to_js(&self.session.metrics(&query, self.language).map_err(throw)?)
    }

    /// How each customer pays: its days, its usual pay day, whether it takes longer than before, whether it is silent.
    #[wasm_bindgen(unchecked_return_type = "Behaviour")]
    pub fn behaviour(
        &self,
        #[wasm_bindgen(unchecked_param_type = "BehaviourQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.behaviour(&query, self.language).map_err(throw)?)
    }

    /// Expected receipts of what is open over thirteen weeks, with tests on the past.
    #[wasm_bindgen(unchecked_return_type = "Forecast")]
    pub fn forecast(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ForecastQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.forecast(&query, self.language).map_err(throw)?)
    }

    /// Interest and fixed sums of every late item, by customer: apart from the balance of the ledger.
    #[wasm_bindgen(unchecked_return_type = "Claims")]
    pub fn claims(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ClaimsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&with_text(&query, "rates"), self.language)?;
        to_js(&self.session.claims(&query, self.language).map_err(throw)?)
    }

    /// The last day on which each open item can be sued for.
    #[wasm_bindgen(unchecked_return_type = "LimitationCalendar")]
    pub fn limitation(
        &self,
        #[wasm_bindgen(unchecked_param_type = "LimitationQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.limitation(&query, self.language).map_err(throw)?)
    }

    /// Everything that deserves a second look, gravest first, then the largest amounts.
    #[wasm_bindgen(unchecked_return_type = "Finding[]")]
    pub fn findings(
        &self,
        #[wasm_bindgen(unchecked_param_type = "FindingsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.findings(&query, self.language).map_err(throw)?)
    }

    /// What could clear what among the open items that no letters clear; nothing is applied.
    #[wasm_bindgen(unchecked_return_type = "Matches")]
    pub fn matches(
        &self,
        #[wasm_bindgen(unchecked_param_type = "MatchesQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.matches(&query, self.language).map_err(throw)?)
    }

    /// Takes the matches a person approved, by identifier, in place of those approved before; none takes all back.
    pub fn approve(&mut self, ids: Vec<String>) -> Result<(), JsValue> {
        self.session.approve(ids, self.language).map_err(throw)
    }

    /// Customers by segment, each with its score of risk factor by factor, and the watch-list.
    #[wasm_bindgen(unchecked_return_type = "Segments")]
    pub fn segments(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SegmentsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.segments(&query, self.language).map_err(throw)?)
    }

    /// The figures month after month, and how debits move from one age to the next.
    #[wasm_bindgen(unchecked_return_type = "Series")]
    pub fn series(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SeriesQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.series(&query, self.language).map_err(throw)?)
    }

    /// The table of late payments at closing that the French management report asks for (D441-6).
    #[wasm_bindgen(js_name = latePayments, unchecked_return_type = "LatePayments")]
    pub fn late_payments(
        &self,
        #[wasm_bindgen(unchecked_param_type = "LatePaymentsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.late_payments(&query, self.language).map_err(throw)?)
    }

    /// The client's own aged balance beside the one computed from its items: every difference with what explains it.
    #[wasm_bindgen(unchecked_return_type = "Reperformance")]
    pub fn reperformance(&self) -> Result<JsValue, JsValue> {
        to_js(&self.session.reperformance(self.language).map_err(throw)?)
    }

    /// Everything that moved a customer's account up to a day, paid or not.
    #[wasm_bindgen(unchecked_return_type = "Activity")]
    pub fn activity(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ActivityQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.activity(&query, self.language).map_err(throw)?)
    }

    /// The quality of the data: a score, where its points went, and the findings with their rows.
    #[wasm_bindgen(unchecked_return_type = "Quality")]
    pub fn quality(
        &self,
        #[wasm_bindgen(unchecked_param_type = "QualityQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.quality(&query, self.language))
    }

    /// Who to contact, when, how and why; and who is left alone.
    #[wasm_bindgen(unchecked_return_type = "Plan")]
    pub fn plan(&self, #[wasm_bindgen(unchecked_param_type = "PlanQuery")] query: JsValue) -> Result<JsValue, JsValue> {
        let query = from_js(&with_policy_as_text(&query), self.language)?;
        to_js(&self.session.plan(&query, self.language).map_err(throw)?)
    }

    /// What the linter says of a policy: the dossier's own unless another is given.
    #[wasm_bindgen(js_name = policyCheck, unchecked_return_type = "PolicyCheck")]
    pub fn policy_check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PolicyQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&with_policy_as_text(&query), self.language)?;
        to_js(&self.session.policy_check(&query, self.language).map_err(throw)?)
    }

    /// One to four policies, as JSON texts or names of presets, tried on the past of the ledger.
    #[wasm_bindgen(unchecked_return_type = "Simulation")]
    pub fn simulate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SimulationQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.simulate(&query, self.language).map_err(throw)?)
    }

    /// The texts of the actions of a day, ready to review.
    #[wasm_bindgen(unchecked_return_type = "Draft[]")]
    pub fn drafts(
        &self,
        #[wasm_bindgen(unchecked_param_type = "DraftsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&with_policy_as_text(&query), self.language)?;
        to_js(&self.session.drafts(&query, self.language).map_err(throw)?)
    }

    /// Attaches the files of invoices, PDFs named by the numbers of their documents, to the drafts and exports written
    /// from then on, in place of those given before; tells which invoice each file is, what to ask and what is missing.
    pub async fn invoices(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "SourceFile[]")] files: JsValue,
        #[wasm_bindgen(unchecked_param_type = "InvoicesQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let files = input_files(&files, self.language).await?;
        let copy = Object::assign(&Object::new(), query.unchecked_ref());
        set(&copy, "drafts", &with_policy_as_text(&get(&query, "drafts")));
        let query = from_js(&copy, self.language)?;
        to_js(&self.session.invoices(files, &query, self.language).map_err(throw)?)
    }

    /// A file to take out.
    #[wasm_bindgen(unchecked_return_type = "ExportedFile")]
    pub fn export(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ExportQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query: ExportQuery = from_js(&with_policy_as_text(&query), self.language)?;
        let file = self.session.export(&query, self.language, &mut |_| {}).map_err(throw)?;
        let object = Object::new();
        set(&object, "name", &file.name.into());
        set(&object, "mediaType", &file.media_type.into());
        set(&object, "bytes", &Uint8Array::from(file.bytes.as_slice()));
        Ok(object.into())
    }

    /// Makes an edit, or refuses it with a sentence; refused, nothing changes. Every edit can be taken back.
    pub fn edit(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Operation")] operation: JsValue,
    ) -> Result<(), JsValue> {
        let operation = from_js(&operation, self.language)?;
        self.session.edit(operation, self.language).map_err(throw)
    }

    /// Takes the last edit back and returns it; `null` where there is none.
    #[wasm_bindgen(unchecked_return_type = "Operation | null")]
    pub fn undo(&mut self) -> Result<JsValue, JsValue> {
        to_js(&self.session.undo())
    }

    /// Makes the edit taken back last again and returns it; `null` where there is none.
    #[wasm_bindgen(unchecked_return_type = "Operation | null")]
    pub fn redo(&mut self) -> Result<JsValue, JsValue> {
        to_js(&self.session.redo())
    }

    /// The calls of the days to come, each with its priority and what makes it up, under a daily cap.
    #[wasm_bindgen(unchecked_return_type = "CallList")]
    pub fn calls(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CallsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&with_policy_as_text(&query), self.language)?;
        to_js(&self.session.calls(&query, self.language).map_err(throw)?)
    }

    /// Records what came of a call, with its effects, as one edit.
    pub fn called(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CallResult")] result: JsValue,
    ) -> Result<(), JsValue> {
        let result = from_js(&with_policy_as_text(&result), self.language)?;
        self.session.called(&result, self.language).map_err(throw)
    }

    /// What the contacts came to by step and means, up to a day.
    #[wasm_bindgen(unchecked_return_type = "JournalFigures[]")]
    pub fn journal(&self, #[wasm_bindgen(js_name = asOf)] as_of: String) -> Result<JsValue, JsValue> {
        let day = from_js(&as_of.into(), self.language)?;
        to_js(&self.session.journal_figures(day, self.language).map_err(throw)?)
    }

    /// What customers answered to their forms, as edits to approve one by one; nothing is recorded.
    #[wasm_bindgen(unchecked_return_type = "AnswerView[]")]
    pub fn answers(
        &self,
        #[wasm_bindgen(unchecked_param_type = "AnswersQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.returned(&query, self.language).map_err(throw)?)
    }

    /// Reads a journal back; what is new is added where asked, as one edit.
    #[wasm_bindgen(js_name = mergeJournal, unchecked_return_type = "JournalMerge")]
    pub fn merge_journal(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "JournalQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.journal_import(&query, self.language).map_err(throw)?)
    }

    /// What people recorded, as it stands on a day.
    #[wasm_bindgen(unchecked_return_type = "DossierRegister")]
    pub fn register(
        &self,
        #[wasm_bindgen(unchecked_param_type = "RegisterQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.register(&query, self.language).map_err(throw)?)
    }

    /// The draft of the agreement of an instalment plan, to review with counsel.
    #[wasm_bindgen(unchecked_return_type = "AgreementDraft")]
    pub fn agreement(
        &self,
        #[wasm_bindgen(unchecked_param_type = "AgreementQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.agreement(&query, self.language).map_err(throw)?)
    }

    /// The edit that records monthly terms over some items, exact to the cent.
    #[wasm_bindgen(unchecked_return_type = "Operation")]
    pub fn instalments(
        &self,
        #[wasm_bindgen(unchecked_param_type = "InstalmentsQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.instalments(&query, self.language).map_err(throw)?)
    }

    /// What changed since the dossier was saved: every item in one kind of change, to the cent.
    #[wasm_bindgen(unchecked_return_type = "Comparison")]
    pub fn compare(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ComparisonQuery")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = from_js(&query, self.language)?;
        to_js(&self.session.compare(&query, self.language).map_err(throw)?)
    }

    /// The dossier file: settings, statuses, notes, journal; the ledger itself only when asked.
    pub fn save(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "SaveQuery")] query: JsValue,
    ) -> Result<Uint8Array, JsValue> {
        let query = or_default(&query, self.language)?;
        let file = self.session.save(&query, self.language).map_err(throw)?;
        Ok(Uint8Array::from(file.bytes.as_slice()))
    }

    /// Opens a dossier file with the files of its ledger, or with those of a later day; without any, with those it
    /// holds.
    pub async fn restore(
        bytes: Uint8Array,
        #[wasm_bindgen(unchecked_param_type = "SourceFile[]")] files: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "RestoreQuery")] query: JsValue,
    ) -> Result<Dossier, JsValue> {
        let query: RestoreQuery = or_default(&query, Language::default())?;
        let language = query.language.unwrap_or_default();
        let files = input_files(&files, language).await?;
        let session = Session::restore(&bytes.to_vec(), files, &query, language, &mut |_| {}).map_err(throw)?;
        Ok(Dossier { session, language })
    }
}

/// A query that may be left out.
fn or_default<T: Default + DeserializeOwned>(query: &JsValue, language: Language) -> Result<T, JsValue> {
    if query.is_undefined() || query.is_null() { Ok(T::default()) } else { from_js(query, language) }
}
