//! The files taken out of a dossier: each kind alone, or all of them with a manifest that says what they rest on.
//! Same inputs, same bytes: nothing here asks for a clock, and every order is decided.

use crate::digest::sha256;
use crate::files::{self, Files, Packing};
use crate::pace::{self, Pace};
use crate::view::draft::{self, Written};
use crate::{Session, failures, json, mail, papers, policy};
use export::delimited::{self, Form};
use export::{CustomerSheets, Report};
use protocol::{
    AgedBalance, AgedBalanceQuery, Channel, DOSSIER_SCHEMA, DossierDocument, DraftsQuery, ExportQuery, ExportedFile,
    Failure, Finding, FindingsQuery, Freshness, ImportReport, LatePayments, LatePaymentsQuery, MANIFEST_SCHEMA,
    Manifest, ManifestFile, ManifestInput, ManifestSettings, Metrics, MetricsQuery, OpenItem, OpenItemsQuery, Plan,
    PlanQuery, Progress, Series, SeriesQuery, Version,
};
use text::Language;
use values::Day;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A kind of file, with its media type.
const KINDS: [(&str, &str); 23] = [
    ("aged-balance.xlsx", WORKBOOK),
    ("aged-balance.csv", "text/csv"),
    ("open-items.csv", "text/csv"),
    ("figures.csv", "text/csv"),
    ("evolution.csv", "text/csv"),
    ("findings.csv", "text/csv"),
    ("late-payments.csv", "text/csv"),
    ("controls.csv", "text/csv"),
    ("plan.csv", "text/csv"),
    ("left-alone.csv", "text/csv"),
    ("report.html", "text/html"),
    ("set-aside.csv", "text/csv"),
    ("import-control.csv", "text/csv"),
    ("drafts.zip", "application/zip"),
    ("draft.eml", "message/rfc822"),
    ("agreement.html", "text/html"),
    ("letters.html", "text/html"),
    ("mail-merge.xlsx", WORKBOOK),
    ("drafts.mbox", "application/mbox"),
    ("statements.html", "text/html"),
    ("statements.xlsx", WORKBOOK),
    ("dossier.json", "application/json"),
    ("everything.zip", "application/zip"),
];

/// The name of every kind of file that [`Session::export`] makes.
pub fn export_kinds() -> impl Iterator<Item = &'static str> {
    kinds().map(|(kind, _)| kind)
}

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
        pace::through(self.export_in_slices(query, language, &mut Pace::new(progress)))
    }

    /// The same, done in slices: dropped between two of them, nothing is left of it.
    pub async fn export_in_slices(
        &self,
        query: &ExportQuery,
        language: Language,
        pace: &mut Pace<'_>,
    ) -> Result<ExportedFile, Failure> {
        let Some((kind, media_type)) = kinds().find(|(kind, _)| *kind == query.kind) else {
            let known: Vec<&str> = export_kinds().collect();
            return Err(failures::kind_not_available(&query.kind, &known, language));
        };
        let asked = query.language.unwrap_or(language);
        let bytes = match kind {
            "everything.zip" => {
                let files = self.everything_in_slices(query, language, pace).await?;
                files::packed(files, language, pace).await?
            }
            "set-aside.csv" => self.rejects(query.file.as_deref(), asked)?,
            // What was read rests on no day: it is told where nothing can be computed.
            "import-control.csv" => {
                let form = form(query, language);
                delimited::import_control(form, &self.complete_report(form.language)?)
                    .map_err(|error| failures::export(&error, form.language))?
            }
            "drafts.zip" => self.drafts_archive(query, asked, pace).await?,
            "agreement.html" => self.agreement_letter(query, asked)?,
            "draft.eml" => {
                let written = self.written_for(query, asked, pace).await?;
                let one = written.iter().find(|one| query.action.is_some() && one.view.channel == Channel::Email);
                let one = one.ok_or_else(|| failures::failure("draft", language.one_email_required(), ""))?;
                drafts::eml::message(&one.draft, one.day, &one.attachments)
            }
            "letters.html" | "mail-merge.xlsx" | "drafts.mbox" => self.mail(kind, query, asked, pace).await?,
            "statements.html" | "statements.xlsx" => self.statement_file(kind, query, asked)?,
            "response-forms.zip" => self.response_forms(query, asked, pace).await?,
            kind if papers::KINDS.iter().any(|(paper, _)| *paper == kind) => self.paper(kind, query, asked)?,
            _ => Contents::gather(self, query, language, &mut Steps::new(pace, 1)).await?.file(kind)?,
        };
        let name = format!("{}_{kind}", query.as_of);
        Ok(ExportedFile { name, media_type: media_type.to_owned(), bytes })
    }
}

impl Session {
    /// Who writes: as asked, else as kept with the dossier.
    pub(crate) fn sender(&self, query: &ExportQuery) -> drafts::Sender {
        draft::sender(query.sender.clone().or_else(|| self.saved_sender()).as_ref())
    }

    /// The drafts, a file each, and what holds them together.
    async fn drafts_archive(
        &self,
        query: &ExportQuery,
        language: Language,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<u8>, Failure> {
        let written = self.written_for(query, language, pace).await?;
        let mut files = Packing::new(language);
        mail::draft_files(&written, &self.sender(query), language, &mut files, pace).await?;
        let freshness = self.freshness(query.as_of, language);
        // The messages leave without the report: what must be known before sending goes with them.
        if freshness.stale {
            let note = format!("{}\r\n", freshness.text).into_bytes();
            files.put(language.file_of_note().to_owned(), note, pace).await?;
        }
        files.finish()
    }

    /// The drafts of a means, in one file.
    async fn mail(
        &self,
        kind: &str,
        query: &ExportQuery,
        language: Language,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<u8>, Failure> {
        let written = self.written_for(query, language, pace).await?;
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
                let mut file = Vec::new();
                for one in of(&[Channel::Email]) {
                    pace.rest().await;
                    let message = drafts::eml::message(&one.draft, one.day, &one.attachments);
                    drafts::eml::add_to_mailbox(&mut file, &message, one.day);
                }
                Ok(file)
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

/// Parts of the work of gathering what files rest on.
const GATHERED: usize = 6;

/// Counts the parts of a work.
pub(crate) struct Steps<'a, 'b> {
    pub(crate) pace: &'a mut Pace<'b>,
    done: usize,
    total: usize,
}

impl<'a, 'b> Steps<'a, 'b> {
    /// So many files follow the gathering.
    pub(crate) fn new(pace: &'a mut Pace<'b>, files: usize) -> Steps<'a, 'b> {
        Steps { pace, done: 0, total: GATHERED + files }
    }

    /// Tells the next part before it is done.
    pub(crate) async fn next(&mut self) {
        self.pace.at("exporting", self.done, self.total).await;
        self.done += 1;
    }
}

/// The balance as it is on the screen, or by default.
fn aged_query(query: &ExportQuery) -> AgedBalanceQuery {
    let ExportQuery { as_of, basis, credits, by, .. } = *query;
    AgedBalanceQuery { as_of, basis, limits: query.limits.clone(), credits, by }
}

/// The words and the dialect of delimited text.
pub(crate) fn form(query: &ExportQuery, language: Language) -> Form {
    let usual = Form::from(query.language.unwrap_or(language));
    Form { dialect: query.dialect.unwrap_or(usual.dialect), ..usual }
}

pub(crate) fn drafts_query(query: &ExportQuery) -> DraftsQuery {
    let (policy, sender) = (query.policy.clone(), query.sender.clone());
    let templates = query.templates.clone();
    let claims = query.claims.clone();
    let edits = query.edits.clone();
    let (actions, language, variants) = (None, query.draft_language, false);
    let form_in_text = query.form_in_text;
    DraftsQuery {
        as_of: query.as_of,
        policy,
        actions,
        language,
        sender,
        templates,
        claims,
        variants,
        edits,
        form_in_text,
    }
}

/// All that the files show, computed once.
pub(crate) struct Contents {
    pub(crate) language: Language,
    form: Form,
    customers: CustomerSheets,
    as_of: Day,
    import: ImportReport,
    aged: AgedBalance,
    items: Vec<OpenItem>,
    metrics: Vec<Metrics>,
    series: Series,
    plan: Plan,
    findings: Vec<Finding>,
    late_payments: LatePayments,
    pub(crate) written: Vec<Written>,
    freshness: Freshness,
    stale_acknowledged: bool,
    version: Version,
    policy: String,
}

impl Contents {
    /// Answers every question the files rest on.
    pub(crate) async fn gather(
        session: &Session,
        query: &ExportQuery,
        dossier_language: Language,
        steps: &mut Steps<'_, '_>,
    ) -> Result<Contents, Failure> {
        let language = query.language.unwrap_or(dossier_language);
        let as_of = query.as_of;
        let items_query = OpenItemsQuery { as_of, customer: None, sort: None, offset: None, limit: None };
        let plan_query =
            PlanQuery { as_of, policy: query.policy.clone(), horizon_days: None, claims: query.claims.clone() };
        let closing = LatePaymentsQuery { as_of, turnover: None, currency: None, vat_rate_percent: None };
        let series_query = SeriesQuery { as_of, months: None, limits: query.limits.clone(), days: None };
        let customers = if query.customer_sheets { CustomerSheets::Largest } else { CustomerSheets::None };
        // Drafts are written out for the files that hold them only.
        let written = match query.kind.as_str() {
            "everything.zip" | "dossier.json" => session.written_for(query, language, steps.pace).await?,
            _ => Vec::new(),
        };
        steps.next().await;
        let import = session.complete_report(language)?;
        steps.next().await;
        let aged = session.aged_balance(&aged_query(query), language)?;
        steps.next().await;
        let items = session.open_items(&items_query, language)?.items;
        let metrics = session.all_metrics(&MetricsQuery { as_of, currency: None, days: None }, language)?;
        steps.next().await;
        let series = session.series(&series_query, language)?;
        steps.next().await;
        let plan = session.plan(&plan_query, language)?;
        steps.next().await;
        let findings = session.findings(&FindingsQuery { as_of, rows: None }, language)?;
        steps.pace.rest().await;
        Ok(Contents {
            language,
            form: form(query, dossier_language),
            customers,
            as_of,
            import,
            aged,
            items,
            metrics,
            series,
            plan,
            findings,
            late_payments: session.late_payments(&closing, language)?,
            written,
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
            series: &self.series,
            customers: self.customers,
            freshness: &self.freshness,
            findings: &self.findings,
            late_payments: &self.late_payments,
            version: &self.version,
        }
    }

    pub(crate) fn file(&self, kind: &str) -> Result<Vec<u8>, Failure> {
        let (report, language) = (self.report(), self.language);
        let written = match kind {
            "aged-balance.xlsx" => export::xlsx::workbook(&report),
            "aged-balance.csv" => delimited::aged_balance(self.form, &self.aged),
            "open-items.csv" => delimited::open_items(self.form, &self.items),
            "figures.csv" => delimited::figures(self.form, &self.metrics),
            "evolution.csv" => delimited::evolution(self.form, &self.series),
            "findings.csv" => delimited::findings(self.form, &self.findings),
            "late-payments.csv" => delimited::late_payments(self.form, &self.late_payments),
            "controls.csv" => delimited::controls(self.form, &report),
            "plan.csv" => delimited::plan(self.form, &self.plan),
            "left-alone.csv" => delimited::non_actions(self.form, &self.plan),
            "import-control.csv" => delimited::import_control(self.form, &self.import),
            "report.html" => Ok(export::html::report(&report).into_bytes()),
            "dossier.json" => return json::file(&self.document(), language),
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

    fn document(&self) -> DossierDocument<'_> {
        DossierDocument {
            schema: DOSSIER_SCHEMA,
            as_of: self.as_of,
            language: self.language,
            series: &self.series,
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

    pub(crate) fn manifest<'a>(&'a self, files: Vec<ManifestFile<'a>>) -> Manifest<'a> {
        let inputs = self.import.files.iter();
        let inputs = inputs.map(|file| ManifestInput { name: &file.name, sha256: &file.sha256, rows: file.rows });
        Manifest {
            schema: MANIFEST_SCHEMA,
            version: &self.version,
            as_of: self.as_of,
            language: self.language,
            settings: ManifestSettings {
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
            files,
        }
    }
}
