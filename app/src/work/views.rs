//! The figures of the screens: asked again whenever the day, the buckets or the language change. What is shown stays
//! until its successor is there.

use super::auditing::{refresh_findings, refresh_receipts};
use super::calls::{refresh_calls, refresh_journal};
use super::followup::{refresh_comparison, refresh_records};
use super::invoices::send_invoices;
use super::matching::{refresh_matches, take_matches};
use super::opening::reopen;
use super::policy::{refresh_compared, refresh_policy};
use super::reading::show_report;
use super::saying::{refused, say, succeeded};
use crate::browser::{download, focus, location};
use crate::engine::{Answer, Bytes};
use crate::logic::as_of::Reason;
use crate::screen::{Asked, PlanForm, Screen};
use crate::session::{About, CustomerItems, Exported, Said, Session, Work};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use protocol::{
    AgedBalance, AgedBalanceQuery, Basis, BehaviourQuery, CreditMode, Dimension, DraftsQuery, ExportQuery,
    ExportedFile, MetricsQuery, OpenItemsQuery, Place, PlanPageQuery, QualityQuery, Reply, Request, SegmentsQuery,
    Sender, SeriesQuery, SourceRowQuery,
};
use std::sync::Arc;
use values::Day;

/// How long the slider must rest before its day is computed.
const REST_MS: u32 = 90;

/// Strikes everything on another day.
pub fn choose_day(session: Session, day: Day) {
    if session.as_of.get_untracked() == day {
        return;
    }
    session.as_of.set(day);
    session.reason.set(Reason::Chosen);
    settings_changed(session);
}

/// Strikes everything on another day once the choice rests: a slider passes many days.
pub fn choose_day_soon(session: Session, day: Day) {
    if session.as_of.get_untracked() == day {
        return;
    }
    session.as_of.set(day);
    session.reason.set(Reason::Chosen);
    session.day_choice.update_value(|choice| *choice = choice.wrapping_add(1));
    let choice = session.day_choice.get_value();
    let settled = move || {
        if session.day_choice.get_value() == choice {
            settings_changed(session);
        }
    };
    Timeout::new(REST_MS, settled).forget();
}

/// Goes back so many months.
pub fn choose_months(session: Session, months: u32) {
    session.months.set(months);
    refresh_series(session);
}

/// Lets credits stand elsewhere.
pub fn choose_credits(session: Session, credits: CreditMode) {
    session.credits.set(credits);
    settings_changed(session);
}

/// Tells the lines of the balance apart by something else.
pub fn choose_dimension(session: Session, by: Option<Dimension>) {
    session.by.set(by);
    settings_changed(session);
}

/// Ages by another date.
pub fn choose_basis(session: Session, basis: Basis) {
    if session.basis.get_untracked() != basis {
        session.basis.set(basis);
        settings_changed(session);
    }
}

/// Ages in other buckets.
pub fn choose_limits(session: Session, limits: Vec<u32>) {
    if session.limits.with_untracked(|now| *now != limits) {
        session.limits.set(limits);
        settings_changed(session);
    }
}

/// Shows a screen, and asks for what it needs.
pub fn enter(session: Session, screen: Screen) {
    let before = session.screen.get_untracked();
    session.source_row.set(None);
    session.screen.set(screen.clone());
    if !before.same_place(&screen) || matches!(screen, Screen::Customer(..)) {
        focus::top();
        focus::place();
    }
    match &screen {
        Screen::Balance(asked) if apply(session, asked) => recompute(session),
        _ => ask_for_screen(session),
    }
}

/// Goes to a field of another screen.
pub fn enter_at(session: Session, screen: Screen, field: &'static str) {
    location::add(&screen.hash());
    enter(session, screen);
    focus::on(field);
}

/// Shows the list of the keys, or puts it away.
pub fn show_keys(session: Session) {
    session.keys_shown.update(|shown| *shown = !*shown);
    focus::on("keys");
}

/// Asks for every figure again.
pub fn recompute(session: Session) {
    if session.dossier.with_untracked(Option::is_none) {
        return;
    }
    succeeded(session, About::Figures);
    let as_of = session.as_of.get_untracked();
    session.generation.update_value(|generation| *generation = generation.wrapping_add(1));
    session.awaited.set(0);
    let query = AgedBalanceQuery {
        as_of,
        basis: Some(session.basis.get_untracked()),
        limits: Some(session.limits.get_untracked()),
        credits: Some(session.credits.get_untracked()),
        by: session.by.get_untracked(),
    };
    figures(session, Request::AgedBalance(query));
    figures(session, Request::Metrics(MetricsQuery { as_of, currency: None, days: None }));
    ask_for_screen(session);
}

/// Asks again for what carries sentences, after a change of language.
pub fn refresh_sentences(session: Session) {
    if session.dossier.with_untracked(Option::is_some) {
        recompute(session);
        figures(session, Request::ImportReport);
    }
}

/// Asks for the digests of the files if the report is that of their opening, which does not wait for them.
fn refresh_digests(session: Session) {
    let missing = session.dossier.with_untracked(|dossier| {
        let files = dossier.iter().flat_map(|dossier| &dossier.report.files);
        files.into_iter().any(|file| file.sha256.is_empty())
    });
    if missing {
        figures(session, Request::ImportReport);
    }
}

/// Asks for the plan, of one customer or of all, if the one shown is another. Only the screens that show it pay for it.
fn refresh_plan(session: Session, customer: Option<String>, horizon_days: u32) {
    let wanted = Some((session.generation.get_value(), customer.clone(), horizon_days));
    if session.plan_asked.get_value() == wanted {
        return;
    }
    // The same plan on another day stays in view until its successor is there; another one must not be taken for it.
    if session.plan_asked.with_value(|known| known.as_ref().is_none_or(|(_, of, _)| *of != customer)) {
        session.plan.set(None);
    }
    session.plan_asked.set_value(wanted);
    let as_of = session.as_of.get_untracked();
    figures(session, Request::Plan(PlanPageQuery { as_of, customer, horizon_days: Some(horizon_days) }));
}

/// Asks for the segments, if those shown are of other figures or in another language.
pub(super) fn refresh_segments(session: Session) {
    let choices = (session.thresholds.get_untracked(), session.pinned.get_untracked());
    let wanted = Some((session.generation.get_value(), session.language.get_untracked(), format!("{choices:?}")));
    if session.segments_asked.get_value() == wanted {
        return;
    }
    session.segments_asked.set_value(wanted);
    let as_of = session.as_of.get_untracked();
    let (thresholds, pinned) = choices;
    let query = SegmentsQuery { as_of, since: None, insolvent: Vec::new(), pinned, thresholds };
    figures(session, Request::Segments(query));
}

/// Asks for the figures month after month, if those shown are others.
fn refresh_series(session: Session) {
    let months = session.months.get_untracked();
    let wanted = Some((session.generation.get_value(), months));
    if session.series_asked.get_value() == wanted {
        return;
    }
    session.series_asked.set_value(wanted);
    let as_of = session.as_of.get_untracked();
    let limits = Some(session.limits.get_untracked());
    figures(session, Request::Series(SeriesQuery { as_of, months: Some(months), limits, days: None }));
}

/// Asks for the quality of the data if the one shown is of other figures or in another language.
fn refresh_quality(session: Session) {
    let wanted = Some((session.generation.get_value(), session.language.get_untracked()));
    if session.quality_asked.get_value() == wanted {
        return;
    }
    session.quality_asked.set_value(wanted);
    let as_of = session.as_of.get_untracked();
    figures(session, Request::Quality(QualityQuery { as_of, rows: None }));
}

/// Asks how recent the files are: said, and acknowledged, before drafts are taken out.
fn refresh_freshness(session: Session) {
    figures(session, Request::Freshness(session.as_of.get_untracked()));
}

/// Asks for the drafts if those shown were written for something else.
pub fn refresh_drafts(session: Session) {
    let language = session.draft_language.get_untracked();
    let sender = session.sender.get_untracked();
    let in_text = session.forms.get_untracked().1;
    let wanted = Some((session.generation.get_value(), language, sender, in_text));
    if session.drafts_written.get_value() == wanted {
        return;
    }
    let known = session.drafts_written.with_value(Option::is_some);
    session.drafts_written.set_value(wanted);
    if known {
        // Other drafts, other invoices missing.
        send_invoices(session);
    }
    figures(session, Request::Drafts(drafts_query(session)));
}

/// Asks for the drafts again where they are what is shown.
pub(super) fn refresh_drafts_if_shown(session: Session) {
    if session.screen.get_untracked() == Screen::Drafts {
        refresh_drafts(session);
    }
}

/// Who writes, where anything of it was filled in: else as the dossier has it.
fn filled(session: Session) -> Option<Sender> {
    Some(session.sender.get_untracked()).filter(|sender| *sender != Sender::default())
}

/// The drafts of the day in the words a person chose.
pub(super) fn drafts_query(session: Session) -> DraftsQuery {
    DraftsQuery {
        as_of: session.as_of.get_untracked(),
        policy: None,
        actions: None,
        language: session.draft_language.get_untracked(),
        sender: filled(session),
        templates: Vec::new(),
        claims: None,
        variants: false,
        edits: session.draft_edits.get_untracked().into_values().collect(),
        form_in_text: session.forms.get_untracked().1,
    }
}

/// Shows a row as it stands in its file.
pub fn show_source(session: Session, place: &Place) {
    let query = SourceRowQuery { file: place.file.clone(), sheet: place.sheet.clone(), row: place.row };
    let heard = move |answer| match answer {
        Answer::Reply(reply, _) => match *reply {
            Reply::SourceRow(row) => {
                succeeded(session, About::Source);
                session.source_row.set(Some(Arc::new(row)));
                focus::on("source-panel");
            }
            Reply::Failed(failure) => refused(session, About::Source, failure),
            _ => {}
        },
        Answer::Progress(_) => {}
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(Request::SourceRow(query), language, heard));
}

/// Makes a file and hands it over.
pub fn export(session: Session, kind: &str) {
    export_of(session, kind, None);
}

/// Makes a file about one file of the dossier and hands it over.
pub fn export_of(session: Session, kind: &str, file: Option<String>) {
    export_as(session, kind, file, |query| query);
}

/// Makes a file with more said about it, and hands it over.
pub fn export_as(session: Session, kind: &str, file: Option<String>, more: impl FnOnce(ExportQuery) -> ExportQuery) {
    let query = more(ExportQuery {
        file,
        language: Some(session.language.get_untracked()),
        limits: Some(session.limits.get_untracked()),
        basis: Some(session.basis.get_untracked()),
        credits: Some(session.credits.get_untracked()),
        by: session.by.get_untracked(),
        sender: filled(session),
        draft_language: session.draft_language.get_untracked(),
        edits: session.draft_edits.get_untracked().into_values().collect(),
        stale_acknowledged: session.acknowledged_now(),
        with_forms: session.forms.get_untracked().0,
        form_in_text: session.forms.get_untracked().1,
        ..ExportQuery::of(kind, session.as_of.get_untracked())
    });
    let heard = move |answer| match answer {
        Answer::Progress(progress) => session.work.update(|work| {
            if let Some(Work::Exporting { progress: shown, .. }) = work {
                *shown = Some(progress);
            }
        }),
        Answer::Reply(reply, bytes) => {
            session.work.set(None);
            match (*reply, bytes) {
                (Reply::File(file), Some(bytes)) => {
                    hand_over(session, &file, &bytes);
                }
                (Reply::Failed(failure), _) => refused(session, About::Exports, failure),
                _ => say(session, Said::NotSaved),
            }
        }
        Answer::Lost => reopen(session),
    };
    let language = session.language.get_untracked();
    // In place before the request: a lost engine may answer at once.
    session.work.set(Some(Work::Exporting { kind: kind.to_owned(), run: 0, progress: None }));
    let sent = session.engine.with_value(|engine| engine.ask(Request::Export(query), language, heard));
    session.work.update(|work| {
        if let Some(Work::Exporting { run, .. }) = work {
            *run = sent;
        }
    });
}

/// Hands a file over; false where the browser refuses.
pub(super) fn hand_over(session: Session, file: &ExportedFile, bytes: &Bytes) -> bool {
    let saved = download::save(&file.name, &file.media_type, bytes);
    if saved {
        succeeded(session, About::Exports);
        session.exported.update(|files| {
            files.retain(|known| known.name != file.name);
            files.push(Exported { name: file.name.clone(), size: bytes.length() });
        });
    } else {
        say(session, Said::NotSaved);
    }
    saved
}

fn settings_changed(session: Session) {
    if matches!(session.screen.get_untracked(), Screen::Balance(_)) {
        let screen = session.balance_screen();
        location::rewrite(&screen.hash());
        session.screen.set(screen);
    }
    recompute(session);
}

/// Takes over what an address asks for; says whether anything changed. A link that waits for its file changes nothing.
fn apply(session: Session, asked: &Asked) -> bool {
    if session.dossier.with_untracked(Option::is_none) {
        return false;
    }
    let mut changed = false;
    if let Some(day) = asked.as_of.filter(|day| *day != session.as_of.get_untracked()) {
        session.as_of.set(day);
        session.reason.set(Reason::Link);
        changed = true;
    }
    if let Some(limits) = asked.limits.clone().filter(|limits| session.limits.with_untracked(|now| now != limits)) {
        session.limits.set(limits);
        changed = true;
    }
    if let Some(basis) = asked.basis.filter(|basis| *basis != session.basis.get_untracked()) {
        session.basis.set(basis);
        changed = true;
    }
    if let Some(credits) = asked.credits.filter(|credits| *credits != session.credits.get_untracked()) {
        session.credits.set(credits);
        changed = true;
    }
    if let Some(by) = asked.by.filter(|by| *by != session.by.get_untracked()) {
        session.by.set(by);
        changed = true;
    }
    changed
}

/// What only some screens show.
fn ask_for_screen(session: Session) {
    if session.dossier.with_untracked(Option::is_none) {
        return;
    }
    match session.screen.get_untracked() {
        Screen::Customer(number, _) => {
            ask_for_customer(session, number);
        }
        Screen::Quality => refresh_quality(session),
        Screen::Dashboard => refresh_series(session),
        Screen::Matches => refresh_matches(session, None),
        Screen::Calls => refresh_calls(session),
        Screen::Followup => {
            refresh_records(session);
            refresh_journal(session);
            refresh_comparison(session);
        }
        Screen::Findings => refresh_findings(session),
        Screen::Receipts => refresh_receipts(session),
        Screen::Segments => refresh_segments(session),
        Screen::Plan(form) => refresh_plan(session, None, form.horizon_days()),
        Screen::Policy => refresh_policy(session),
        Screen::Policies => refresh_compared(session),
        Screen::Drafts => {
            refresh_freshness(session);
            refresh_drafts(session);
        }
        Screen::Exports => refresh_freshness(session),
        Screen::Import => refresh_digests(session),
        Screen::Start | Screen::Columns | Screen::Balance(_) | Screen::Privacy => {}
    }
}

fn ask_for_customer(session: Session, number: u32) {
    let known = session.register.with_untracked(|register| register.customer(number).cloned());
    let Some(known) = known else { return };
    let as_of = session.as_of.get_untracked();
    let query = OpenItemsQuery {
        as_of,
        customer: Some(known.identifier.clone()),
        sort: Some("due-day".to_owned()),
        offset: None,
        limit: None,
    };
    figures(session, Request::OpenItems(query));
    refresh_segments(session);
    refresh_records(session);
    let customer = Some(known.identifier.clone());
    let query = BehaviourQuery { as_of, customer: customer.clone(), recent: None, offset: None, limit: None };
    figures(session, Request::Behaviour(query));
    refresh_matches(session, customer);
    refresh_plan(session, Some(known.identifier), PlanForm::default().horizon_days());
}

/// Asks for figures; the answer is dropped if a later recomputation was started meanwhile.
pub(super) fn figures(session: Session, request: Request) {
    let generation = session.generation.get_value();
    let (customer, as_of) = match &request {
        Request::OpenItems(query) => (query.customer.clone(), query.as_of),
        Request::Plan(query) => (query.customer.clone(), query.as_of),
        Request::Matches(query) => (query.customer.clone(), query.as_of),
        _ => (None, session.as_of.get_untracked()),
    };
    session.awaited.update(|awaited| *awaited += 1);
    let heard = move |answer| {
        if session.generation.get_value() != generation && !matches!(answer, Answer::Lost) {
            return;
        }
        match answer {
            Answer::Progress(_) => {}
            Answer::Reply(reply, _) => {
                let customer = customer.clone();
                // In a task of its own: reading a large reply and drawing it must not add up to one long task.
                let draw = move || {
                    if session.generation.get_value() == generation {
                        session.awaited.update(|awaited| *awaited = awaited.saturating_sub(1));
                        take(session, *reply, customer, as_of);
                    }
                };
                Timeout::new(0, draw).forget();
            }
            Answer::Lost => reopen(session),
        }
    };
    let language = session.language.get_untracked();
    session.engine.with_value(|engine| engine.ask(request, language, heard));
}

fn take(session: Session, reply: Reply, customer: Option<String>, as_of: Day) {
    match reply {
        Reply::AgedBalance(balance) => take_balance(session, balance),
        Reply::Metrics(metrics) => session.metrics.set(Some(Arc::new(metrics))),
        Reply::Segments(segments) => session.segments.set(Some(Arc::new(segments))),
        Reply::Behaviour(behaviour) => session.behaviour.set(Some(Arc::new(behaviour))),
        Reply::Series(series) => session.series.set(Some(Arc::new(series))),
        Reply::Matches(matches) => take_matches(session, matches, customer.as_deref()),
        Reply::Quality(quality) => session.quality.set(Some(Arc::new(quality))),
        Reply::Plan(plan) => {
            if session.plan_asked.with_value(|asked| asked.as_ref().is_some_and(|(_, of, _)| *of == customer)) {
                session.plan.set(Some(Arc::new(plan)));
            }
        }
        Reply::Freshness(freshness) => session.freshness.set(Some(Arc::new(freshness))),
        Reply::Drafts(drafts) => session.drafts.set(Some(Arc::new(drafts))),
        Reply::OpenItems(page) => {
            if let Some(customer) = customer {
                session.items.set(Some(CustomerItems { customer, as_of, items: Arc::new(page.items) }));
            }
        }
        Reply::ImportReport(report) => show_report(session, report),
        Reply::Failed(failure) => refused(session, About::Figures, failure),
        Reply::Opened(_)
        | Reply::Look(_)
        | Reply::Forecast(_)
        | Reply::Claims(_)
        | Reply::PolicyCheck(_)
        | Reply::Simulated(_)
        | Reply::Limitation(_)
        | Reply::Activity(_)
        | Reply::Findings(_)
        | Reply::LatePayments(_)
        | Reply::Reperformance(_)
        | Reply::Policy(_)
        | Reply::Outcomes(_)
        | Reply::Invoices(_)
        | Reply::SourceRow(_)
        | Reply::Preview(_)
        | Reply::Proposal(_)
        | Reply::File(_)
        | Reply::Progress(_)
        | Reply::Calls(_)
        | Reply::Journal(_)
        | Reply::Answers(_)
        | Reply::JournalMerge(_)
        | Reply::Register(_)
        | Reply::Comparison(_)
        | Reply::Log(_)
        | Reply::Rows(_) => {}
    }
}

fn take_balance(session: Session, balance: AgedBalance) {
    session.register.update(|register| {
        let rows = balance.currencies.iter().flat_map(|one| &one.customers);
        register.meet(rows.map(|row| (row.customer.as_str(), row.name.as_str())));
    });
    session.balance.set(Some(Arc::new(balance)));
    // A link to a customer waited for its number to mean something.
    if session.items.with_untracked(Option::is_none)
        && let Screen::Customer(number, _) = session.screen.get_untracked()
    {
        ask_for_customer(session, number);
    }
}
