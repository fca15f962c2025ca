//! The page's side of the engine: one message in, one reply out, the dossier held in between.

use crate::pace::Pace;
use crate::{InputFile, Session, failures, look};
use protocol::{Failure, Progress, RegisterQuery, Reply, Request};
use text::Language;

/// At most one open dossier.
#[derive(Default)]
pub struct Engine {
    session: Option<Session>,
}

impl Engine {
    /// Answers a request. `files` are those that travel beside `Request::Open`, and empty otherwise. A failure leaves
    /// what was open as it was.
    pub fn handle(
        &mut self,
        request: Request,
        files: Vec<InputFile>,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Reply {
        self.answer(request, files, language, progress).unwrap_or_else(Reply::Failed)
    }

    /// The same, in slices where it takes long: dropped between two of them, what was open is as it was.
    pub async fn handle_in_slices(
        &mut self,
        request: Request,
        files: Vec<InputFile>,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Reply {
        let (Request::Export(query), Some(session)) = (&request, &self.session) else {
            return self.handle(request, files, language, progress);
        };
        let exported = session.export_in_slices(query, language, &mut Pace::new(progress)).await;
        exported.map_or_else(Reply::Failed, Reply::File)
    }

    fn answer(
        &mut self,
        request: Request,
        files: Vec<InputFile>,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Reply, Failure> {
        if let Request::Open(options) = request {
            let session = self.session.insert(Session::open(files, &options, language, progress)?);
            return Ok(Reply::Opened(session.import_report(language)));
        }
        if let Request::Look(query) = request {
            let file = files.into_iter().next().ok_or_else(|| failures::nothing_open(language))?;
            return Ok(Reply::Look(look::into(&file, &query, language, progress)?));
        }
        if let Request::Restore(query) = request {
            let mut files = files.into_iter();
            let dossier = files.next().ok_or_else(|| failures::nothing_open(language))?;
            let bytes = dossier.bytes(language)?;
            let restored = Session::restore(&bytes, files.collect(), &query, language, progress)?;
            return Ok(Reply::Opened(self.session.insert(restored).import_report(language)));
        }
        if let (Request::Invoices(query), Some(session)) = (&request, &mut self.session) {
            return Ok(Reply::Invoices(session.invoices(files, query, language)?));
        }
        let Some(session) = &mut self.session else { return Err(failures::nothing_open(language)) };
        Ok(match request {
            Request::Open(_) | Request::Look(_) | Request::Restore(_) | Request::Invoices(_) => {
                unreachable!("answered above")
            }
            Request::ImportReport => Reply::ImportReport(session.complete_report(language)?),
            Request::AgedBalance(query) => Reply::AgedBalance(session.aged_balance(&query, language)?),
            Request::OpenItems(query) => Reply::OpenItems(session.open_items(&query, language)?),
            Request::Segments(query) => Reply::Segments(session.segments(&query, language)?),
            Request::Series(query) => Reply::Series(session.series(&query, language)?),
            Request::Matches(query) => Reply::Matches(session.matches(&query, language)?),
            Request::Approve(ids, query) => {
                session.approve(ids, language)?;
                Reply::Matches(session.matches(&query, language)?)
            }
            Request::Metrics(query) => Reply::Metrics(session.all_metrics(&query, language)?),
            Request::Behaviour(query) => Reply::Behaviour(session.behaviour(&query, language)?),
            Request::Forecast(query) => Reply::Forecast(session.forecast(&query, language)?),
            Request::PolicyCheck(query) => Reply::PolicyCheck(session.policy_check(&query, language)?),
            Request::Simulate(query) => Reply::Simulated(session.simulate(&query, language)?),
            Request::Claims(query) => Reply::Claims(session.claims(&query, language)?),
            Request::Limitation(query) => Reply::Limitation(session.limitation(&query, language)?),
            Request::Activity(query) => Reply::Activity(session.activity(&query, language)?),
            Request::Findings(query) => Reply::Findings(session.findings(&query, language)?),
            Request::LatePayments(query) => Reply::LatePayments(session.late_payments(&query, language)?),
            Request::Reperformance => Reply::Reperformance(session.reperformance(language)?),
            Request::Quality(query) => Reply::Quality(session.quality(&query, language)),
            Request::Freshness(day) => Reply::Freshness(session.freshness(day, language)),
            Request::Plan(query) => Reply::Plan(session.plan_page(&query, language)?),
            Request::Policy(query) => Reply::Policy(Box::new(session.policy(&query, language)?)),
            Request::Outcomes(query) => Reply::Outcomes(session.outcomes(&query, language)?),
            Request::Drafts(query) => Reply::Drafts(session.drafts(&query, language)?),
            Request::SourceRow(query) => Reply::SourceRow(session.source_row(&query, language)?),
            Request::Preview(query) => Reply::Preview(session.preview(&query, language)?),
            Request::Propose(query) => Reply::Proposal(session.propose(&query, language)?),
            Request::LedgerBalances(typed) => {
                session.compare_with(typed);
                Reply::ImportReport(session.import_report(language))
            }
            Request::Export(query) => Reply::File(session.export(&query, language, progress)?),
            Request::Save(query) => Reply::File(session.save(&query, language)?),
            Request::Log => Reply::Log(session.edits()),
            Request::Resume(edits) => {
                session.resume(edits, language)?;
                Reply::Log(session.edits())
            }
            Request::Compare(query) => Reply::Comparison(Box::new(session.compare(&query, language)?)),
            Request::Calls(query) => Reply::Calls(Box::new(session.calls(&query, language)?)),
            Request::Called(result, query) => {
                session.called(&result, language)?;
                told(session, &query, language)?
            }
            Request::Answers(query) => Reply::Answers(session.returned(&query, language)?),
            Request::Journal(day) => Reply::Journal(session.journal_figures(day, language)?),
            Request::MergeJournal(query) => Reply::JournalMerge(session.journal_import(&query, language)?),
            Request::Register(query) => told(session, &query, language)?,
            Request::Edit(operation, query) => {
                session.edit(*operation, language)?;
                told(session, &query, language)?
            }
            Request::Undo(query) => {
                session.undo();
                told(session, &query, language)?
            }
            Request::Redo(query) => {
                session.redo();
                told(session, &query, language)?
            }
        })
    }
}

/// The register, as the answer to a question or an edit.
fn told(session: &Session, query: &RegisterQuery, language: Language) -> Result<Reply, Failure> {
    Ok(Reply::Register(Box::new(session.register(query, language)?)))
}
