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
use opening::Asked;

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
    match execute(Asked { parsed: &parsed, inputs, progress }) {
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

fn execute(mut asked: Asked<'_>) -> Result<Output, Failure> {
    let parsed = asked.parsed;
    let language = parsed.language;
    match &parsed.command {
        Command::Help => Ok(Output::text(language.cli_help().to_owned())),
        Command::Version => Ok(Output::text(format!("encours {}\n", crate::version().encours))),
        Command::DueDay { terms, invoice_day } => {
            let due = due_day(terms, *invoice_day, language)?;
            Ok(answer(parsed, &due, people::due_day(&due, language)))
        }
        Command::Interest(query) => {
            let query = LateInterestQuery { rates: asked.inputs.rates.clone(), ..query.clone() };
            let detail = late_interest(&query, language)?;
            Ok(answer(parsed, &detail, interest::text(&detail, query.currency, language)))
        }
        Command::Claims(query) => {
            let query = ClaimsQuery { rates: asked.inputs.rates.clone(), ..query.clone() };
            asked.tell(|session| session.claims(&query, language), claims::text)
        }
        Command::Limitation(query) => asked.tell(|session| session.limitation(query, language), claims::limitation),
        Command::Financing(query) => {
            let costs = financing_costs(query, language)?;
            Ok(answer(parsed, &costs, interest::financing(&costs, language)))
        }
        Command::PolicyCheck => {
            let check = crate::policy_check(asked.inputs.policy.as_deref(), language)?;
            Ok(answer(parsed, &check, policies::check(&check, language)))
        }
        Command::Simulate(query) => {
            let mut query = query.clone();
            query.policies.splice(0..0, asked.inputs.policy.clone());
            asked.tell(|session| session.simulate(&query, language), policies::simulation)
        }
        Command::Rates => {
            let tables = rate_tables(asked.inputs.rates.as_deref(), language)?;
            Ok(answer(parsed, &tables, interest::rates(&tables, language)))
        }
        Command::Inspect => {
            let inspections: Result<Vec<Inspection>, Failure> =
                asked.inputs.files.iter().map(|file| inspect(file, language, asked.progress)).collect();
            let inspections = inspections?;
            Ok(answer(parsed, &inspections, people::inspections(&inspections, language)))
        }
        Command::Import => asked.tell(|session| session.complete_report(language), people::import),
        Command::AgedBalance(query) => {
            asked.tell(|session| session.aged_balance(query, language), people::aged_balance)
        }
        Command::OpenItems { as_of } => {
            let query = OpenItemsQuery { as_of: *as_of, customer: None, sort: None, offset: None, limit: None };
            asked.tell(|session| session.open_items(&query, language), people::open_items)
        }
        Command::Metrics { as_of, days } => {
            let query = MetricsQuery { as_of: *as_of, currency: None, days: *days };
            asked.tell(
                |session| session.all_metrics(&query, language),
                |found, language| people::metrics(found, language),
            )
        }
        Command::Matches(query) => asked.tell(|session| session.matches(query, language), people::matches),
        Command::Segments(query) => asked.tell(|session| session.segments(query, language), people::segments),
        Command::Series(query) => asked.tell(|session| session.series(query, language), people::series),
        Command::Behaviour(query) => asked.tell(|session| session.behaviour(query, language), behaviour::text),
        Command::Forecast(query) => asked.tell(|session| session.forecast(query, language), forecast::text),
        Command::Quality { as_of } => {
            let query = QualityQuery { as_of: *as_of, rows: None };
            asked.tell(|session| Ok(session.quality(&query, language)), quality::text)
        }
        Command::Findings { as_of } => {
            let query = FindingsQuery { as_of: *as_of, rows: None };
            asked.tell(|session| session.findings(&query, language), |found, language| findings::text(found, language))
        }
        Command::Reperformance => asked.tell(|session| session.reperformance(language), reperformance::text),
        Command::LatePayments(query) => {
            asked.tell(|session| session.late_payments(query, language), late_payments::text)
        }
        Command::Plan { as_of, horizon, claims } => {
            let claims = Some(with_rates(claims, &asked.inputs));
            let query =
                PlanQuery { as_of: *as_of, policy: asked.inputs.policy.clone(), horizon_days: *horizon, claims };
            asked.tell(|session| session.plan(&query, language), people::plan)
        }
        Command::Drafts { as_of, claims } => drafts(asked, *as_of, claims),
        Command::Diff { query, before, with } => {
            let of = asked.compared(*before, *with)?.compare(query, language)?;
            Ok(answer(parsed, &of, comparison::text(&of, language)))
        }
        Command::Calls(query) => {
            let query = CallsQuery { policy: asked.inputs.policy.clone(), ..query.clone() };
            asked.tell(|session| session.calls(&query, language), calls::text)
        }
        Command::CallResult { result, with_ledger } => recording::called(asked, result, *with_ledger),
        Command::Answers(answers) => recording::answers(asked, answers),
        Command::Journal { as_of, import: false, .. } => asked.tell(
            |session| session.journal_figures(*as_of, language),
            |found, language| calls::journal(found, language),
        ),
        Command::Journal { as_of, import: true, with_ledger } => recording::journal(asked, *as_of, *with_ledger),
        Command::Export(query) => {
            let claims = query.claims.as_ref().map(|claims| with_rates(claims, &asked.inputs));
            let sender = sender(&asked.inputs, language)?;
            let query = ExportQuery { policy: asked.inputs.policy.clone(), claims, sender, ..(**query).clone() };
            let (session, files) = asked.with_invoices(&drafts_query(&query))?;
            let stderr = files.map(|files| people::invoices(&files, language)).unwrap_or_default();
            let file = session.export(&query, language, asked.progress)?;
            Ok(Output { stderr, files: vec![(file.name, file.bytes)], ..Output::default() })
        }
        Command::Register(query) => asked.tell(|session| session.register(query, language), register::text),
        Command::Save { as_of, with_ledger } => recording::saved(&asked.open()?, *as_of, *with_ledger, language),
        Command::Report { as_of, claims } => report(asked, *as_of, claims),
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

fn drafts(mut asked: Asked<'_>, as_of: Day, claims: &ClaimRules) -> Result<Output, Failure> {
    let language = asked.parsed.language;
    let query = DraftsQuery {
        as_of,
        policy: asked.inputs.policy.clone(),
        actions: None,
        language: None,
        sender: sender(&asked.inputs, language)?,
        templates: Vec::new(),
        claims: Some(with_rates(claims, &asked.inputs)),
        variants: false,
        edits: Vec::new(),
        form_in_text: false,
    };
    let (session, files) = asked.with_invoices(&query)?;
    let drafts = session.drafts(&query, language)?;
    let mut text = people::drafts(&drafts, language);
    if let Some(files) = files {
        text.push_str(&people::invoices(&files, language));
    }
    Ok(answer(asked.parsed, &drafts, text))
}

fn report(mut asked: Asked<'_>, as_of: Day, claims: &ClaimRules) -> Result<Output, Failure> {
    let language = asked.parsed.language;
    let query = ExportQuery {
        policy: asked.inputs.policy.clone(),
        claims: Some(with_rates(claims, &asked.inputs)),
        sender: sender(&asked.inputs, language)?,
        ..ExportQuery::of("everything.zip", as_of)
    };
    let (session, invoices) = asked.with_invoices(&drafts_query(&query))?;
    let stderr = invoices.map(|files| people::invoices(&files, language)).unwrap_or_default();
    let files = session.everything(&query, language, asked.progress)?;
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
