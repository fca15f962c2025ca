//! How customers pay, as the contract shows it.

use crate::Session;
use crate::view::metrics::{number, statistics};
use analysis::payers::{Document, Evidence, Payer, Payers, Settings, Tests, Usual, Verdict};
use analysis::trend::wilson;
use ledger::Ledger;
use protocol::{
    BehaviourOfCurrency, BehaviourQuery, CustomerBehaviour, LateShare, LengtheningTests, PaidDocument, PayDay, UsualDay,
};
use text::Language;
use text::behaviour::{Lengthened, LengtheningTested, Silent};
use values::{Amount, Arrange, Ratio};

/// Documents shown of one pay day, or of a silent customer.
const DOCUMENTS: usize = 20;

/// The customers of one ledger, as asked.
pub fn currency(
    session: &Session,
    ledger: &Ledger,
    found: &Payers,
    settings: &Settings,
    query: &BehaviourQuery,
    language: Language,
) -> BehaviourOfCurrency {
    let count = |keep: &dyn Fn(&Payer) -> bool| found.payers.iter().filter(|payer| keep(payer)).count() as u32;
    let mut order: Vec<&Payer> = found.payers.iter().collect();
    // A stable sort: customers stand by identifier already.
    order.arrange_by_key(|payer| {
        (std::cmp::Reverse(payer.lengthening.verdict.max(Verdict::Steady)), payer.silence.is_none())
    });
    let asked = |payer: &&&Payer| query.customer.as_ref().is_none_or(|id| ledger.customer(payer.customer).id == *id);
    let offset = query.offset.unwrap_or(0) as usize;
    let limit = query.limit.map_or(usize::MAX, |limit| limit as usize);
    let view = View { session, ledger, language, tested: found.tested, settings };
    let rows = order.iter().filter(asked).skip(offset).take(limit).map(|payer| view.customer(payer));
    BehaviourOfCurrency {
        currency: ledger.currency(),
        customers: found.payers.len() as u32,
        tested: found.tested,
        confirmed: count(&|payer| payer.lengthening.verdict == Verdict::Confirmed),
        probable: count(&|payer| payer.lengthening.verdict == Verdict::Probable),
        silent: count(&|payer| payer.silence.is_some()),
        how: language.behaviour_how(found.payers.len() as u32, found.tested, settings.recent as u32),
        rows: rows.collect(),
    }
}

struct View<'a> {
    session: &'a Session,
    ledger: &'a Ledger,
    language: Language,
    tested: u32,
    settings: &'a Settings,
}

impl View<'_> {
    fn customer(&self, payer: &Payer) -> CustomerBehaviour {
        let customer = self.ledger.customer(payer.customer);
        let usual = |usual: Usual, words: fn(Language, u32, u32, u32) -> String| UsualDay {
            day: usual.day,
            kept: usual.kept,
            of: payer.pay_days,
            text: words(self.language, usual.day, usual.kept, payer.pay_days),
        };
        CustomerBehaviour {
            customer: customer.id.clone(),
            name: customer.name.clone(),
            pay_days: payer.pay_days,
            last_paid: payer.last_paid,
            days_late: statistics(payer.days_late),
            days_to_pay: statistics(payer.days_to_pay),
            late_share: late_share(payer),
            usual_day_of_month: payer.habit.of_month.map(|of| usual(of, Language::usual_day_of_month)),
            usual_weekday: payer.habit.of_week.map(|of| usual(of, Language::usual_weekday)),
            lengthening: self.lengthening(&payer.lengthening),
            silence: payer.silence.as_ref().map(|silence| self.silence(silence)),
        }
    }

    fn lengthening(&self, of: &analysis::payers::Lengthening) -> protocol::Lengthening {
        let median = |level: Option<analysis::trend::Level>| level.and_then(analysis::trend::Level::median);
        let (before, recent) = (median(of.level_before), median(of.level_recent));
        let figures = Lengthened {
            pay_days: of.pay_days,
            open_months: of.open,
            recent: of.recent,
            median_before: scaled(before),
            median_recent: scaled(recent),
            shift: scaled(of.shift),
            slope: scaled(of.slope),
        };
        let tests = of.tests.as_deref();
        let how = tests.map(|tests| self.language.lengthening_how(figures, tested(tests)));
        protocol::Lengthening {
            verdict: verdict(of.verdict).to_owned(),
            pay_days: of.pay_days,
            open_months: of.open,
            recent: of.recent,
            median_before: before.map(number),
            median_recent: recent.map(number),
            shift: of.shift.map(number),
            slope: of.slope.map(number),
            tests: tests.map(lengthening_tests),
            text: self.conclusion(of, figures),
            how: how.unwrap_or_default(),
            evidence: of.evidence.iter().map(|shown| self.pay_day(shown)).collect(),
        }
    }

    fn conclusion(&self, of: &analysis::payers::Lengthening, figures: Lengthened) -> String {
        let chance = scaled(of.tests.as_deref().map(|tests| tests.probability));
        let found = |confirmed| self.language.lengthening_found(figures, chance, self.tested, confirmed);
        match of.verdict {
            Verdict::TooFew => self.language.lengthening_too_few(of.pay_days, self.settings.pay_days_min as u32),
            Verdict::Steady => self.language.lengthening_steady(figures),
            Verdict::Probable => found(false),
            Verdict::Confirmed => found(true),
        }
    }

    fn pay_day(&self, shown: &Evidence) -> PayDay {
        PayDay {
            paid_day: shown.paid,
            days_late: shown.late as i32,
            amount: shown.amount,
            recent: shown.recent,
            documents: self.documents(&shown.documents),
            document_count: shown.documents.len() as u32,
        }
    }

    fn silence(&self, of: &analysis::payers::Silence) -> protocol::Silence {
        let overdue: Amount = of.documents.iter().map(|document| document.amount).sum();
        let text = self.language.silent_customer(Silent {
            since: of.since,
            last_paid: of.last_paid,
            usual_gap: of.usual_gap,
            long_gap: of.long_gap,
            long_late: of.long_late,
            documents: of.documents.len() as u32,
            overdue,
            currency: self.ledger.currency(),
        });
        protocol::Silence {
            since: of.since,
            last_paid: of.last_paid,
            usual_gap: of.usual_gap,
            long_gap: of.long_gap,
            long_days_late: of.long_late,
            overdue,
            text,
            documents: self.documents(&of.documents),
            document_count: of.documents.len() as u32,
        }
    }

    fn documents(&self, documents: &[Document]) -> Vec<PaidDocument> {
        let shown = documents.iter().take(DOCUMENTS).map(|document| {
            let (entry, number) = self.ledger.line(document.invoice);
            PaidDocument {
                document: number,
                due_day: document.due,
                paid_day: document.paid,
                days_late: document.late,
                amount: document.amount,
                source: self.session.place(entry.source),
            }
        });
        shown.collect()
    }
}

fn late_share(payer: &Payer) -> Option<LateShare> {
    let (low, high) = wilson(payer.parts_late, payer.days_late.n)?;
    Some(LateShare { late: payer.parts_late, of: payer.days_late.n, low: number(low), high: number(high) })
}

/// The verdict's key in the contract.
fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::TooFew => "too-few",
        Verdict::Steady => "steady",
        Verdict::Probable => "probable",
        Verdict::Confirmed => "confirmed",
    }
}

fn lengthening_tests(of: &Tests) -> LengtheningTests {
    let trend = of.mann_kendall;
    LengtheningTests {
        mann_whitney_u: number(of.mann_whitney.u),
        mann_whitney_pairs: of.mann_whitney.pairs,
        mann_whitney_p: number(of.mann_whitney.larger),
        mann_kendall_s: trend.map_or(0, |trend| trend.s as i32),
        mann_kendall_n: trend.map_or(0, |trend| trend.n),
        mann_kendall_p: trend.map_or(1.0, |trend| number(trend.rising)),
        probability: number(of.probability),
        cusum_alarm: of.cusum.alarm.map(|position| position as u32 + 1),
        modified_z: number(of.modified_z),
    }
}

fn tested(of: &Tests) -> LengtheningTested {
    let trend = of.mann_kendall;
    LengtheningTested {
        u: of.mann_whitney.u.scaled(4),
        pairs: of.mann_whitney.pairs,
        mann_whitney: of.mann_whitney.larger.scaled(4),
        s: trend.map_or(0, |trend| trend.s),
        n: trend.map_or(0, |trend| trend.n),
        mann_kendall: trend.map_or(10_000, |trend| trend.rising.scaled(4)),
        probability: of.probability.scaled(4),
        alarm: of.cusum.alarm.map(|position| position as u32 + 1),
        modified_z: of.modified_z.scaled(4),
    }
}

fn scaled(ratio: Option<Ratio>) -> i64 {
    ratio.map_or(0, |ratio| ratio.scaled(4))
}
