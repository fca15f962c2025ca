//! The quality of the data as the contract shows it: points with one decimal, rows by their file, every code in words.

use crate::Session;
use crate::view::items::due_day_source;
use crate::view::metrics::number;
use ledger::Ledger;
use protocol::{
    DueDateShare, Freshness, QualityCriterion, QualityEvidence, QualityFinding, QualityLoss, QualityOfCurrency,
    QualityOfCustomer, QualityOfFile,
};
use quality::{Check, Criterion, Detail, Evidence, Finding, Loss, Quality, SameCustomer, Score, Severity, Thing};
use text::Language;
use values::{Amount, Ratio};

/// What was found in one ledger.
pub fn currency(session: &Session, ledger: &Ledger, found: Quality, language: Language) -> QualityOfCurrency {
    let view = View { session, ledger, language };
    let customers = found.customers.iter().map(|scored| {
        let customer = ledger.customer(scored.customer);
        QualityOfCustomer {
            customer: customer.id.clone(),
            name: customer.name.clone(),
            score: points(scored.score.tenths),
            lost: losses(&scored.score),
        }
    });
    let files = found.files.iter().map(|scored| QualityOfFile {
        file: session.file_name(scored.file),
        score: points(scored.score.tenths),
        lost: losses(&scored.score),
    });
    QualityOfCurrency {
        currency: found.currency,
        score: points(found.score.tenths),
        criteria: found.score.losses.iter().map(|loss| view.criterion(loss, &found.findings)).collect(),
        files: files.collect(),
        customers: customers.collect(),
        customers_with_losses: found.customers_with_losses,
        due_dates: due_dates(&found),
        freshness: freshness(&found.freshness, language),
        findings: found.findings.iter().map(|finding| view.finding(finding)).collect(),
    }
}

/// How recent the files are, with its sentence.
pub fn freshness(of: &quality::Freshness, language: Language) -> Freshness {
    let last = of.last_payment.map(|day| (day, true)).or(of.last_invoice.map(|day| (day, false)));
    Freshness {
        last_invoice: of.last_invoice,
        last_payment: of.last_payment,
        business_days: of.age(),
        stale: of.stale(),
        text: language.quality_freshness(last, of.age().unwrap_or_default(), of.stale()),
    }
}

fn due_dates(found: &Quality) -> Vec<DueDateShare> {
    let whole: Amount = found.due_days.iter().map(|share| share.amount).sum();
    let shares = found.due_days.iter().map(|share| DueDateShare {
        source: due_day_source(share.source).to_owned(),
        items: share.items,
        amount: share.amount,
        share: Ratio::of(share.amount, whole).map_or(0.0, number),
    });
    shares.collect()
}

fn losses(score: &Score) -> Vec<QualityLoss> {
    let lost = score.losses.iter().filter(|loss| loss.lost_tenths > 0);
    lost.map(|loss| QualityLoss { code: loss.criterion.code().to_owned(), lost: points(loss.lost_tenths) }).collect()
}

/// Tenths of a point as the number with one decimal.
#[allow(clippy::float_arithmetic, reason = "the edge: whole tenths, never an amount")]
fn points(tenths: i64) -> f64 {
    tenths as f64 / 10.0
}

/// What turns a finding of a ledger into the contract's rows.
struct View<'a> {
    session: &'a Session,
    ledger: &'a Ledger,
    language: Language,
}

impl View<'_> {
    fn criterion(&self, loss: &Loss, findings: &[Finding]) -> QualityCriterion {
        let criterion = loss.criterion;
        let code = criterion.code();
        let figure = |value: i64| match criterion {
            Criterion::DuplicateCustomers | Criterion::Identifiers | Criterion::Fresh => self.language.number(value),
            Criterion::DueDates
            | Criterion::Dates
            | Criterion::DuplicateItems
            | Criterion::Reachable
            | Criterion::Lettering => self.language.money(Amount::from_minor(value), self.ledger.currency()),
        };
        let behind = findings.iter().filter(|finding| finding.check.criterion() == Some(criterion));
        QualityCriterion {
            code: code.to_owned(),
            name: self.language.quality_criterion_name(code).to_owned(),
            weight: criterion.weight() as u32,
            lost: points(loss.lost_tenths),
            text: self.language.quality_part(code, &figure(loss.affected), &figure(loss.whole)),
            findings: behind.map(|finding| finding.check.code().to_owned()).collect(),
        }
    }

    fn finding(&self, finding: &Finding) -> QualityFinding {
        let (code, currency) = (finding.check.code(), self.ledger.currency());
        let thing = match finding.check.thing() {
            Thing::Entries => "entries",
            Thing::Customers => "customers",
            Thing::Groups => "groups",
        };
        QualityFinding {
            code: code.to_owned(),
            severity: severity(finding.severity).to_owned(),
            title: self.language.quality_title(code),
            text: self.language.quality_text(code, thing, finding.count, finding.amount, currency),
            advice: self.language.quality_advice(code),
            amount: finding.amount,
            currency: finding.amount.map(|_| currency),
            count: finding.count,
            evidence: finding.evidence.iter().map(|evidence| self.evidence(finding.check, evidence)).collect(),
        }
    }

    fn evidence(&self, check: Check, evidence: &Evidence) -> QualityEvidence {
        let customer = self.ledger.customer(evidence.customer);
        let place = self.session.place(evidence.source);
        QualityEvidence {
            customer: customer.id.clone(),
            name: customer.name.clone(),
            document: Some(evidence.document.clone()).filter(|document| !document.is_empty()),
            file: place.file,
            sheet: place.sheet,
            row: place.row,
            amount: evidence.amount,
            text: self.detail(check, evidence),
        }
    }

    fn detail(&self, check: Check, evidence: &Evidence) -> String {
        let language = self.language;
        match &evidence.detail {
            Detail::None => String::new(),
            Detail::Dates { day, due } => language.quality_dates(*day, due.filter(|_| check != Check::Stale)),
            Detail::Twin { customer, document, source } => {
                let other = (*customer != evidence.customer).then(|| self.ledger.customer(*customer).id.as_str());
                language.quality_twin(document, other, source.row)
            }
            Detail::Seen(text) => language.quoted(text),
            Detail::Meant { seen, meant } => language.quality_meant(seen, meant),
            Detail::Group { letters, lines } => language.quality_group(letters, *lines),
            Detail::SameAs { customer, reasons } => {
                let other = self.ledger.customer(*customer);
                let reasons: Vec<&str> = reasons.iter().map(|reason| same_customer(*reason)).collect();
                language.quality_same_as(&other.name, &other.id, &reasons)
            }
        }
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
        Severity::Info => "info",
    }
}

fn same_customer(reason: SameCustomer) -> &'static str {
    match reason {
        SameCustomer::Account => "account",
        SameCustomer::Name => "name",
        SameCustomer::NearName => "near-name",
        SameCustomer::CompanyNumber => "company-number",
        SameCustomer::VatNumber => "vat-number",
        SameCustomer::Iban => "iban",
        SameCustomer::Email => "email",
    }
}
