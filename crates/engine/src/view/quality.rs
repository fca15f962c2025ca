//! The quality of the data as the contract shows it: points with one decimal, rows by their file, every code in words.

use crate::Session;
use crate::view::findings;
use crate::view::items::due_day_source;
use crate::view::metrics::number;
use audit::{Audit, Criterion, Finding, Loss, Score};
use ledger::Ledger;
use protocol::{
    DueDateShare, Freshness, QualityCriterion, QualityLoss, QualityOfCurrency, QualityOfCustomer, QualityOfFile,
};
use text::Language;
use values::{Amount, Ratio};

/// What was found in one ledger.
pub fn currency(session: &Session, ledger: &Ledger, found: &Audit, language: Language) -> QualityOfCurrency {
    let of_data: Vec<Finding> = found.findings.iter().filter(|one| one.check.family.of_data()).cloned().collect();
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
        criteria: found.score.losses.iter().map(|loss| criterion(ledger, loss, &of_data, language)).collect(),
        files: files.collect(),
        customers: customers.collect(),
        customers_with_losses: found.customers_with_losses,
        due_dates: due_dates(found),
        freshness: freshness(&found.freshness, language),
        findings: findings::findings(session, ledger, &of_data, language),
    }
}

/// How recent the files are, with its sentence.
pub fn freshness(of: &audit::Freshness, language: Language) -> Freshness {
    let last = of.last_payment.map(|day| (day, true)).or(of.last_invoice.map(|day| (day, false)));
    Freshness {
        last_invoice: of.last_invoice,
        last_payment: of.last_payment,
        business_days: of.age(),
        stale: of.stale(),
        text: language.quality_freshness(last, of.age().unwrap_or_default(), of.stale()),
    }
}

fn due_dates(found: &Audit) -> Vec<DueDateShare> {
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

fn criterion(ledger: &Ledger, loss: &Loss, findings: &[Finding], language: Language) -> QualityCriterion {
    let criterion = loss.criterion;
    let code = criterion.code();
    let figure = |value: i64| match criterion {
        Criterion::DuplicateCustomers | Criterion::Identifiers | Criterion::Fresh => language.number(value),
        Criterion::DueDates
        | Criterion::Dates
        | Criterion::DuplicateItems
        | Criterion::Reachable
        | Criterion::Lettering => language.money(Amount::from_minor(value), ledger.currency()),
    };
    let behind = findings.iter().filter(|finding| finding.check.cost.criterion() == Some(criterion));
    QualityCriterion {
        code: code.to_owned(),
        name: language.quality_criterion_name(code).to_owned(),
        weight: criterion.weight() as u32,
        lost: points(loss.lost_tenths),
        text: explained(loss, language.quality_part(code, &figure(loss.affected), &figure(loss.whole)), language),
        findings: behind.map(|finding| finding.check.code.to_owned()).collect(),
    }
}

/// What a loss rests on, with the sum behind its points where it costs some.
fn explained(loss: &Loss, part: String, language: Language) -> String {
    if loss.lost_tenths == 0 {
        return part;
    }
    let permille = i128::from(loss.affected) * 1_000 / i128::from(loss.whole.max(1));
    let permille = i64::try_from(permille).unwrap_or(1_000);
    let (weight, gravity) = (loss.criterion.weight(), loss.criterion.gravity());
    language.quality_sum(&part, weight, permille, gravity)
}
