//! The command line of the package: arguments in, texts and files out. Nothing here touches a disk or a terminal, so
//! the very same code answers natively, in Node and in tests.

mod arguments;
mod behaviour;
mod calls;
mod claims;
mod columns;
mod comparison;
mod findings;
mod forecast;
mod interest;
mod late_payments;
mod opening;
mod people;
mod policies;
mod quality;
mod recording;
mod register;
mod reperformance;

use columns::printable;
use opening::{compared, open, with_invoices};

pub use arguments::{Command, Parsed, Usage, parse};

use crate::archive::drafts_query;
use crate::{InputFile, due_day, failures, financing_costs, inspect, late_interest, rate_tables};
use protocol::{
    CallsQuery, ClaimRules, ClaimsQuery, DraftsQuery, ExportQuery, Failure, FindingsQuery, Inspection,
    LateInterestQuery, MetricsQuery, OpenItemsQuery, PlanQuery, Progress, QualityQuery,
};
use serde::Serialize;
use text::Language;
use values::Day;

/// What the arguments named, already read.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The files, in the order named.
    pub files: Vec<InputFile>,
    /// Content of the policy file.
    pub policy: Option<String>,
    /// Content of the mapping file: a mapping, a reading model, or what `inspect --json` prints.
    pub mapping: Option<String>,
    /// Content of the file of corrections.
    pub corrections: Option<String>,
    /// Content of the document of own rates.
    pub rates: Option<String>,
    /// Content of the document that says who writes, and to whom.
    pub sender: Option<String>,
    /// The files of the folder of invoices.
    pub invoices: Vec<InputFile>,
}

impl Inputs {
    /// The same choices for other files.
    fn clone_without_files(&self) -> Inputs {
        Inputs {
            files: Vec::new(),
            policy: self.policy.clone(),
            mapping: self.mapping.clone(),
            corrections: self.corrections.clone(),
            rates: self.rates.clone(),
            sender: self.sender.clone(),
            invoices: Vec::new(),
        }
    }
}

/// What the command answers.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// For standard output.
    pub stdout: String,
    /// For standard error.
    pub stderr: String,
    /// 0 done; 1 it could not be carried out; 2 wrong usage.
    pub status: u8,
    /// Files to write under the output folder.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Carries out a command line on files already read.
pub fn run(args: &[String], inputs: Inputs, progress: &mut dyn FnMut(Progress)) -> Output {
    let parsed = match parse(args) {
        Ok(parsed) => parsed,
        Err(usage) => return Output { stderr: usage.message, status: usage.status, ..Output::default() },
    };
    let inputs = Inputs { policy: parsed.preset.clone().or(inputs.policy), ..inputs };
    match execute(&parsed, inputs, progress) {
        Ok(output) => output,
        Err(failure) => Output { stderr: printable(&sentence(&failure)) + "\n", status: 1, ..Output::default() },
    }
}

impl Output {
    fn text(stdout: String) -> Output {
        Output { stdout, ..Output::default() }
    }
}

fn sentence(failure: &Failure) -> String {
    let message = failure.message.trim_end();
    if failure.advice.is_empty() || message.contains(failure.advice.as_str()) {
        return message.to_owned();
    }
    format!("{message} {}", failure.advice)
}

fn execute(parsed: &Parsed, inputs: Inputs, progress: &mut dyn FnMut(Progress)) -> Result<Output, Failure> {
    let language = parsed.language;
    match &parsed.command {
        Command::Help => Ok(Output::text(language.cli_help().to_owned())),
        Command::Version => Ok(Output::text(format!("encours {}\n", crate::version().encours))),
        Command::DueDay { terms, invoice_day } => {
            let due = due_day(terms, *invoice_day, language)?;
            Ok(answer(parsed, &due, people::due_day(&due, language)))
        }
        Command::Interest(query) => {
            let query = LateInterestQuery { rates: inputs.rates.clone(), ..query.clone() };
            let detail = late_interest(&query, language)?;
            Ok(answer(parsed, &detail, interest::text(&detail, query.currency, language)))
        }
        Command::Claims(query) => {
            let query = ClaimsQuery { rates: inputs.rates.clone(), ..query.clone() };
            let found = open(parsed, inputs, progress)?.claims(&query, language)?;
            Ok(answer(parsed, &found, claims::text(&found, language)))
        }
        Command::Limitation(query) => {
            let calendar = open(parsed, inputs, progress)?.limitation(query, language)?;
            Ok(answer(parsed, &calendar, claims::limitation(&calendar, language)))
        }
        Command::Financing(query) => {
            let costs = financing_costs(query, language)?;
            Ok(answer(parsed, &costs, interest::financing(&costs, language)))
        }
        Command::PolicyCheck => {
            let check = crate::policy_check(inputs.policy.as_deref(), language)?;
            Ok(answer(parsed, &check, policies::check(&check, language)))
        }
        Command::Simulate(query) => {
            let mut query = query.clone();
            query.policies.splice(0..0, inputs.policy.clone());
            let simulation = open(parsed, inputs, progress)?.simulate(&query, language)?;
            Ok(answer(parsed, &simulation, policies::simulation(&simulation, language)))
        }
        Command::Rates => {
            let tables = rate_tables(inputs.rates.as_deref(), language)?;
            Ok(answer(parsed, &tables, interest::rates(&tables, language)))
        }
        Command::Inspect => {
            let inspections: Result<Vec<Inspection>, Failure> =
                inputs.files.iter().map(|file| inspect(file, language, progress)).collect();
            let inspections = inspections?;
            Ok(answer(parsed, &inspections, people::inspections(&inspections, language)))
        }
        Command::Import => {
            let report = open(parsed, inputs, progress)?.complete_report(language)?;
            Ok(answer(parsed, &report, people::import(&report, language)))
        }
        Command::AgedBalance(query) => {
            let balance = open(parsed, inputs, progress)?.aged_balance(query, language)?;
            Ok(answer(parsed, &balance, people::aged_balance(&balance, language)))
        }
        Command::OpenItems { as_of } => {
            let query = OpenItemsQuery { as_of: *as_of, customer: None, sort: None, offset: None, limit: None };
            let page = open(parsed, inputs, progress)?.open_items(&query, language)?;
            Ok(answer(parsed, &page, people::open_items(&page, language)))
        }
        Command::Metrics { as_of, days } => {
            let query = MetricsQuery { as_of: *as_of, currency: None, days: *days };
            let metrics = open(parsed, inputs, progress)?.all_metrics(&query, language)?;
            Ok(answer(parsed, &metrics, people::metrics(&metrics, language)))
        }
        Command::Matches(query) => {
            let matches = open(parsed, inputs, progress)?.matches(query, language)?;
            Ok(answer(parsed, &matches, people::matches(&matches, language)))
        }
        Command::Segments(query) => {
            let segments = open(parsed, inputs, progress)?.segments(query, language)?;
            Ok(answer(parsed, &segments, people::segments(&segments, language)))
        }
        Command::Series(query) => {
            let series = open(parsed, inputs, progress)?.series(query, language)?;
            Ok(answer(parsed, &series, people::series(&series, language)))
        }
        Command::Behaviour(query) => {
            let of = open(parsed, inputs, progress)?.behaviour(query, language)?;
            Ok(answer(parsed, &of, behaviour::text(&of, language)))
        }
        Command::Forecast(query) => {
            let of = open(parsed, inputs, progress)?.forecast(query, language)?;
            Ok(answer(parsed, &of, forecast::text(&of, language)))
        }
        Command::Quality { as_of } => {
            let query = QualityQuery { as_of: *as_of, rows: None };
            let quality = open(parsed, inputs, progress)?.quality(&query, language);
            Ok(answer(parsed, &quality, quality::text(&quality, language)))
        }
        Command::Findings { as_of } => {
            let query = FindingsQuery { as_of: *as_of, rows: None };
            let found = open(parsed, inputs, progress)?.findings(&query, language)?;
            Ok(answer(parsed, &found, findings::text(&found, language)))
        }
        Command::Reperformance => {
            let compared = open(parsed, inputs, progress)?.reperformance(language)?;
            Ok(answer(parsed, &compared, reperformance::text(&compared, language)))
        }
        Command::LatePayments(query) => {
            let tables = open(parsed, inputs, progress)?.late_payments(query, language)?;
            Ok(answer(parsed, &tables, late_payments::text(&tables, language)))
        }
        Command::Plan { as_of, horizon, claims } => {
            let claims = Some(with_rates(claims, &inputs));
            let query = PlanQuery { as_of: *as_of, policy: inputs.policy.clone(), horizon_days: *horizon, claims };
            let plan = open(parsed, inputs, progress)?.plan(&query, language)?;
            Ok(answer(parsed, &plan, people::plan(&plan, language)))
        }
        Command::Drafts { as_of, claims } => drafts(parsed, *as_of, claims, inputs, progress),
        Command::Diff { query, before, with } => {
            let of = compared(parsed, inputs, *before, *with, progress)?.compare(query, language)?;
            Ok(answer(parsed, &of, comparison::text(&of, language)))
        }
        Command::Calls(query) => {
            let query = CallsQuery { policy: inputs.policy.clone(), ..query.clone() };
            let of = open(parsed, inputs, progress)?.calls(&query, language)?;
            Ok(answer(parsed, &of, calls::text(&of, language)))
        }
        Command::CallResult { result, with_ledger } => {
            recording::called(parsed, inputs, result, *with_ledger, progress)
        }
        Command::Answers(answers) => recording::answers(parsed, inputs, answers, progress),
        Command::Journal { as_of, import: false, .. } => {
            let figures = open(parsed, inputs, progress)?.journal_figures(*as_of, language)?;
            Ok(answer(parsed, &figures, calls::journal(&figures, language)))
        }
        Command::Journal { as_of, import: true, with_ledger } => {
            recording::journal(parsed, inputs, *as_of, *with_ledger, progress)
        }
        Command::Export(query) => {
            let claims = query.claims.as_ref().map(|claims| with_rates(claims, &inputs));
            let sender = sender(&inputs, language)?;
            let query = ExportQuery { policy: inputs.policy.clone(), claims, sender, ..(**query).clone() };
            let (session, files) = with_invoices(parsed, inputs, &drafts_query(&query), progress)?;
            let stderr = files.map(|files| people::invoices(&files, language)).unwrap_or_default();
            let file = session.export(&query, language, progress)?;
            Ok(Output { stderr, files: vec![(file.name, file.bytes)], ..Output::default() })
        }
        Command::Register(query) => {
            let of = open(parsed, inputs, progress)?.register(query, language)?;
            Ok(answer(parsed, &of, register::text(&of, language)))
        }
        Command::Save { as_of, with_ledger } => {
            recording::saved(&open(parsed, inputs, progress)?, *as_of, *with_ledger, language)
        }
        Command::Report { as_of, claims } => report(parsed, *as_of, with_rates(claims, &inputs), inputs, progress),
    }
}

/// Who writes, as the file named for it says.
fn sender(inputs: &Inputs, language: Language) -> Result<Option<protocol::Sender>, Failure> {
    let read = inputs.sender.as_deref().map(serde_json::from_str).transpose();
    read.map_err(|error| failures::failure("sender", language.sender_refused(&error.to_string()), ""))
}

/// The rules of claims with the rates of the file named for them.
fn with_rates(claims: &ClaimRules, inputs: &Inputs) -> ClaimRules {
    ClaimRules { rates: inputs.rates.clone(), ..claims.clone() }
}

fn drafts(
    parsed: &Parsed,
    as_of: Day,
    claims: &ClaimRules,
    inputs: Inputs,
    progress: &mut dyn FnMut(Progress),
) -> Result<Output, Failure> {
    let language = parsed.language;
    let policy = inputs.policy.clone();
    let query = DraftsQuery {
        as_of,
        policy,
        actions: None,
        language: None,
        sender: sender(&inputs, language)?,
        templates: Vec::new(),
        claims: Some(with_rates(claims, &inputs)),
        variants: false,
        edits: Vec::new(),
        form_in_text: false,
    };
    let (session, files) = with_invoices(parsed, inputs, &query, progress)?;
    let drafts = session.drafts(&query, language)?;
    let mut text = people::drafts(&drafts, language);
    if let Some(files) = files {
        text.push_str(&people::invoices(&files, language));
    }
    Ok(answer(parsed, &drafts, text))
}

fn report(
    parsed: &Parsed,
    as_of: Day,
    claims: ClaimRules,
    inputs: Inputs,
    progress: &mut dyn FnMut(Progress),
) -> Result<Output, Failure> {
    let query = ExportQuery {
        policy: inputs.policy.clone(),
        claims: Some(claims),
        sender: sender(&inputs, parsed.language)?,
        ..ExportQuery::of("everything.zip", as_of)
    };
    let (session, invoices) = with_invoices(parsed, inputs, &drafts_query(&query), progress)?;
    let stderr = invoices.map(|files| people::invoices(&files, parsed.language)).unwrap_or_default();
    let files = session.everything(&query, parsed.language, progress)?;
    Ok(Output { stderr, files, ..Output::default() })
}

fn answer<T: Serialize>(parsed: &Parsed, value: &T, for_people: String) -> Output {
    if !parsed.json {
        return Output::text(printable(&for_people));
    }
    match serde_json::to_string_pretty(value) {
        Ok(json) => Output::text(json + "\n"),
        Err(error) => Output { stderr: error.to_string(), status: 1, ..Output::default() },
    }
}
