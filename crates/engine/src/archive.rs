//! The files taken out of a dossier: each kind alone, or all of them with a manifest that says what they rest on.
//! Same inputs, same bytes: nothing here asks for a clock, and every order is decided.

use crate::digest::sha256;
use crate::view::draft::{self, Written};
use crate::{Session, failures, mail, papers, policy};
use export::{Report, archive};
use protocol::{
    AgedBalance, AgedBalanceQuery, Channel, Draft, DraftsQuery, ExportQuery, ExportedFile, Failure, Finding,
    FindingsQuery, Freshness, ImportReport, LatePayments, LatePaymentsQuery, Metrics, MetricsQuery, OpenItem,
    OpenItemsQuery, Plan, PlanQuery, Progress, Version,
};
use serde::Serialize;
use text::Language;
use values::Day;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A kind of file, with its media type.
const KINDS: [(&str, &str); 16] = [
    ("aged-balance.xlsx", WORKBOOK),
    ("aged-balance.csv", "text/csv"),
    ("open-items.csv", "text/csv"),
    ("plan.csv", "text/csv"),
    ("left-alone.csv", "text/csv"),
    ("report.html", "text/html"),
    ("set-aside.csv", "text/csv"),
    ("import-control.csv", "text/csv"),
    ("drafts.zip", "application/zip"),
    ("letters.html", "text/html"),
    ("mail-merge.xlsx", WORKBOOK),
    ("drafts.mbox", "application/mbox"),
    ("statements.html", "text/html"),
    ("statements.xlsx", WORKBOOK),
    ("dossier.json", "application/json"),
    ("everything.zip", "application/zip"),
];

/// Every kind there is.
fn kinds() -> impl Iterator<Item = (&'static str, &'static str)> {
    KINDS.into_iter().chain(papers::KINDS)
}

impl Session {
    /// One file of a kind, named after the as-of day.
    pub fn export(
        &self,
        query: &ExportQuery,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<ExportedFile, Failure> {
        let Some((kind, media_type)) = kinds().find(|(kind, _)| *kind == query.kind) else {
            let known: Vec<&str> = kinds().map(|(kind, _)| kind).collect();
            return Err(failures::kind_not_available(&query.kind, &known, language));
        };
        let bytes = match kind {
            "everything.zip" => zipped(&self.everything(query, language, progress)?, language)?,
            "set-aside.csv" => self.rejects(query.file.as_deref(), query.language.unwrap_or(language))?,
            "import-control.csv" => {
                let language = query.language.unwrap_or(language);
                export::delimited::import_control(language, &self.complete_report(language)?)
                    .map_err(|error| failures::export(&error, language))?
            }
            "drafts.zip" => {
                let language = query.language.unwrap_or(language);
                let written = self.written(&drafts_query(query), language)?;
                let mut files = mail::draft_files(&written, &self.sender(query), language)?;
                let freshness = self.freshness(query.as_of, language);
                // The messages leave without the report: what must be known before sending goes with them.
                if freshness.stale {
                    files.push((language.file_of_note().to_owned(), format!("{}\r\n", freshness.text).into_bytes()));
                }
                zipped(&files, language)?
            }
            "letters.html" | "mail-merge.xlsx" | "drafts.mbox" => {
                self.mail(kind, query, query.language.unwrap_or(language))?
            }
            "statements.html" | "statements.xlsx" => {
                self.statement_file(kind, query, query.language.unwrap_or(language))?
            }
            kind if papers::KINDS.iter().any(|(paper, _)| *paper == kind) => {
                self.paper(kind, query, query.language.unwrap_or(language))?
            }
            _ => Contents::gather(self, query, language)?.file(kind)?,
        };
        let name = format!("{}_{kind}", query.as_of);
        Ok(ExportedFile { name, media_type: media_type.to_owned(), bytes })
    }

    /// Every file, and last the manifest that lists them.
    pub fn everything(
        &self,
        query: &ExportQuery,
        language: Language,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let contents = Contents::gather(self, query, language)?;
        let singles = [
            "aged-balance.xlsx",
            "aged-balance.csv",
            "open-items.csv",
            "plan.csv",
            "left-alone.csv",
            "report.html",
            "dossier.json",
        ];
        let total = singles.len() as u64;
        let mut files = Vec::new();
        for (done, kind) in singles.into_iter().enumerate() {
            progress(Progress { stage: "exporting".to_owned(), done: done as u64, total: Some(total), rows: None });
            files.push((kind.to_owned(), contents.file(kind)?));
        }
        files.extend(mail::draft_files(&contents.written, &self.sender(query), contents.language)?);
        let manifest = json(&contents.manifest(&files), contents.language)?;
        files.push(("manifest.json".to_owned(), manifest));
        Ok(files)
    }
}

impl Session {
    /// Who writes: as asked, else as kept with the dossier.
    fn sender(&self, query: &ExportQuery) -> drafts::Sender {
        draft::sender(query.sender.clone().or_else(|| self.saved_sender()).as_ref())
    }

    /// The drafts of a means, in one file.
    fn mail(&self, kind: &str, query: &ExportQuery, language: Language) -> Result<Vec<u8>, Failure> {
        let written = self.written(&drafts_query(query), language)?;
        let kept = written.iter().filter(|written| written.draft.is_written());
        let of = |channels: &[Channel]| -> Vec<&Written> {
            kept.clone().filter(|written| channels.contains(&written.view.channel)).collect()
        };
        match kind {
            "letters.html" => {
                let paper = of(&[Channel::Letter, Channel::RegisteredLetter]);
                Ok(mail::letters(&paper, &self.sender(query), language))
            }
            "drafts.mbox" => {
                let messages = of(&[Channel::Email]).into_iter();
                let messages = messages.map(|one| (drafts::eml::message(&one.draft, one.day, &[]), one.day));
                Ok(drafts::eml::mailbox_file(&messages.collect::<Vec<_>>()))
            }
            _ => {
                let listing = mail::merge(&kept.collect::<Vec<_>>(), language);
                export::listing::workbook(language, language.merge_title(), query.as_of, &[listing])
                    .map_err(|error| failures::export(&error, language))
            }
        }
    }

    /// The statements of account.
    fn statement_file(&self, kind: &str, query: &ExportQuery, language: Language) -> Result<Vec<u8>, Failure> {
        self.check_day(query.as_of, language)?;
        let statements = self.statements(query.as_of, language);
        if kind == "statements.html" {
            return Ok(drafts::statements_page(language, &statements, &self.sender(query).company).into_bytes());
        }
        let listings = mail::statement_listings(&statements, language);
        export::listing::workbook(language, language.statement_title(), query.as_of, &listings)
            .map_err(|error| failures::export(&error, language))
    }
}

fn zipped(files: &[(String, Vec<u8>)], language: Language) -> Result<Vec<u8>, Failure> {
    archive::zip(files).map_err(|error| failures::export(&error, language))
}

/// The balance as it is on the screen, or by default.
fn aged_query(query: &ExportQuery) -> AgedBalanceQuery {
    let ExportQuery { as_of, basis, credits, by, .. } = *query;
    AgedBalanceQuery { as_of, basis, limits: query.limits.clone(), credits, by }
}

fn drafts_query(query: &ExportQuery) -> DraftsQuery {
    let (policy, sender) = (query.policy.clone(), query.sender.clone());
    let templates = query.templates.clone();
    let claims = query.claims.clone();
    let edits = query.edits.clone();
    let (actions, language, variants) = (None, None, false);
    DraftsQuery { as_of: query.as_of, policy, actions, language, sender, templates, claims, variants, edits }
}

/// All that the files show, computed once.
struct Contents {
    language: Language,
    as_of: Day,
    import: ImportReport,
    aged: AgedBalance,
    items: Vec<OpenItem>,
    metrics: Vec<Metrics>,
    plan: Plan,
    findings: Vec<Finding>,
    late_payments: LatePayments,
    written: Vec<Written>,
    freshness: Freshness,
    stale_acknowledged: bool,
    version: Version,
    policy: String,
}

/// `dossier.json`: every answer of the contract in one document.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    version: &'a Version,
    import_report: &'a ImportReport,
    aged_balance: &'a AgedBalance,
    open_items: &'a [OpenItem],
    metrics: &'a [Metrics],
    findings: &'a [Finding],
    late_payments: &'a LatePayments,
    plan: &'a Plan,
    drafts: Vec<&'a Draft>,
}

/// What the files rest on, so that anybody can tell whether two sets of files are the same work.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest<'a> {
    version: &'a Version,
    as_of: Day,
    language: Language,
    settings: Settings<'a>,
    inputs: Vec<Input<'a>>,
    controlled: bool,
    control_totals: &'a [protocol::ControlTotal],
    open_questions: Vec<&'a str>,
    freshness: &'a Freshness,
    /// Whether a person was told that the files are not recent and took the drafts all the same.
    stale_acknowledged: bool,
    files: Vec<Listed<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Settings<'a> {
    basis: protocol::Basis,
    limits: &'a [u32],
    credits: protocol::CreditMode,
    sales_days: u32,
    horizon_days: u32,
    policy_sha256: String,
}

#[derive(Serialize)]
struct Input<'a> {
    name: &'a str,
    sha256: &'a str,
    rows: protocol::RowCounts,
}

#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    size: usize,
    sha256: String,
}

impl Contents {
    fn gather(session: &Session, query: &ExportQuery, dossier_language: Language) -> Result<Contents, Failure> {
        let language = query.language.unwrap_or(dossier_language);
        let as_of = query.as_of;
        let items_query = OpenItemsQuery { as_of, customer: None, sort: None, offset: None, limit: None };
        let plan_query =
            PlanQuery { as_of, policy: query.policy.clone(), horizon_days: None, claims: query.claims.clone() };
        let closing = LatePaymentsQuery { as_of, turnover: None, currency: None, vat_rate_percent: None };
        Ok(Contents {
            language,
            as_of,
            import: session.complete_report(language)?,
            aged: session.aged_balance(&aged_query(query), language)?,
            items: session.open_items(&items_query, language)?.items,
            metrics: session.all_metrics(&MetricsQuery { as_of, currency: None, days: None }, language)?,
            plan: session.plan(&plan_query, language)?,
            findings: session.findings(&FindingsQuery { as_of, rows: None }, language)?,
            late_payments: session.late_payments(&closing, language)?,
            written: session.written(&drafts_query(query), language)?,
            freshness: session.freshness(as_of, language),
            stale_acknowledged: query.stale_acknowledged,
            version: crate::version(),
            policy: query.policy.clone().unwrap_or_else(|| policy::DEFAULT.to_owned()),
        })
    }

    fn report(&self) -> Report<'_> {
        Report {
            language: self.language,
            as_of: self.as_of,
            aged: &self.aged,
            items: &self.items,
            plan: &self.plan,
            import: &self.import,
            metrics: &self.metrics,
            freshness: &self.freshness,
            findings: &self.findings,
            late_payments: &self.late_payments,
            version: &self.version,
        }
    }

    fn file(&self, kind: &str) -> Result<Vec<u8>, Failure> {
        let (report, language) = (self.report(), self.language);
        let written = match kind {
            "aged-balance.xlsx" => export::xlsx::workbook(&report),
            "aged-balance.csv" => export::delimited::aged_balance(language, &self.aged),
            "open-items.csv" => export::delimited::open_items(language, &self.items),
            "plan.csv" => export::delimited::plan(language, &self.plan),
            "left-alone.csv" => export::delimited::non_actions(language, &self.plan),
            "report.html" => Ok(export::html::report(&report).into_bytes()),
            "dossier.json" => return json(&self.document(), language),
            _ => return Err(failures::kind_not_available(kind, &KINDS.map(|(kind, _)| kind), language)),
        };
        written.map_err(|error| failures::export(&error, language))
    }

    /// The balance foots, and no total written in a file or typed disagrees with what was read of it, and no question is
    /// open.
    fn controlled(&self) -> bool {
        let foots = self.aged.currencies.iter().all(|currency| currency.control.ok);
        let agrees = |total: &protocol::ControlTotal| total.ok != Some(false) && total.ledger_ok != Some(false);
        foots && self.import.questions.is_empty() && self.import.control_totals.iter().all(agrees)
    }

    fn document(&self) -> Document<'_> {
        Document {
            version: &self.version,
            import_report: &self.import,
            aged_balance: &self.aged,
            open_items: &self.items,
            metrics: &self.metrics,
            findings: &self.findings,
            late_payments: &self.late_payments,
            plan: &self.plan,
            drafts: self.written.iter().map(|written| &written.view).collect(),
        }
    }

    fn manifest<'a>(&'a self, files: &'a [(String, Vec<u8>)]) -> Manifest<'a> {
        let inputs = self.import.files.iter();
        let inputs = inputs.map(|file| Input { name: &file.name, sha256: &file.sha256, rows: file.rows });
        let listed = files.iter().map(|(name, bytes)| Listed { name, size: bytes.len(), sha256: sha256(bytes) });
        Manifest {
            version: &self.version,
            as_of: self.as_of,
            language: self.language,
            settings: Settings {
                basis: self.aged.basis,
                limits: &self.aged.limits,
                credits: self.aged.credits,
                sales_days: self.metrics.first().map_or(0, |metrics| metrics.days),
                horizon_days: self.plan.horizon_days,
                policy_sha256: sha256(self.policy.as_bytes()),
            },
            inputs: inputs.collect(),
            controlled: self.controlled(),
            control_totals: &self.import.control_totals,
            open_questions: self.import.questions.iter().map(|question| question.text.as_str()).collect(),
            freshness: &self.freshness,
            stale_acknowledged: self.stale_acknowledged,
            files: listed.collect(),
        }
    }
}

fn json<T: Serialize>(value: &T, language: Language) -> Result<Vec<u8>, Failure> {
    let written = serde_json::to_vec_pretty(value);
    let mut bytes = written.map_err(|error| failures::json_not_written(&error.to_string(), language))?;
    bytes.push(b'\n');
    Ok(bytes)
}
