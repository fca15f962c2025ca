//! The client's own aged balance compared, as the contract shows it.

use crate::Session;
use analysis::reperformance::{Cause, Column, Counted, CreditPlace, Difference, Edge, Reperformance};
use ledger::{CustomerKey, Ledger};
use protocol::{AgedDifference, ReperformanceOfCurrency};
use std::cmp::Reverse;
use text::Language;
use values::Arrange;

/// The comparison of one currency; `stated` is the balance given.
pub fn currency(
    session: &Session,
    ledger: &Ledger,
    stated: &Ledger,
    told: &Reperformance,
    language: Language,
) -> ReperformanceOfCurrency {
    // A column of credits that neither side uses is not shown.
    let used = |at: usize| told.stated.get(at).zip(told.own.get(at)).is_some_and(|(a, b)| !a.is_zero() || !b.is_zero());
    let in_rows = |at: usize| {
        told.differences
            .iter()
            .any(|one| [&one.stated, &one.own].iter().any(|row| row.get(at).is_some_and(|amount| !amount.is_zero())))
    };
    let shown: Vec<usize> = (0..told.columns.len())
        .filter(|at| told.columns.get(*at) != Some(&Column::Credits) || used(*at) || in_rows(*at))
        .collect();
    let pick = |row: &[values::Amount]| shown.iter().filter_map(|at| row.get(*at).copied()).collect::<Vec<_>>();
    let mut differences: Vec<&Difference> = told.differences.iter().collect();
    differences.arrange_by_key(|one| (!one.is_error(), Reverse(one.amount())));
    let rows = differences.iter().map(|one| {
        let (id, name) = name(ledger, stated, one);
        AgedDifference {
            customer: id,
            name,
            place: one.source.map(|source| session.place(source)),
            stated: pick(&one.stated),
            own: pick(&one.own),
            amount: one.amount(),
            causes: causes(ledger, told, &one.causes, language),
            error: one.is_error(),
        }
    });
    let (differing, errors) =
        (differences.len() as u32, differences.iter().filter(|one| one.is_error()).count() as u32);
    ReperformanceOfCurrency {
        currency: ledger.currency(),
        columns: shown.iter().filter_map(|at| Some(column(*told.columns.get(*at)?, language))).collect(),
        stated: pick(&told.stated),
        own: pick(&told.own),
        customers: told.customers,
        differing,
        errors,
        text: language.aged_compared_count(told.day, told.customers, differing),
        differences: rows.collect(),
    }
}

fn name(ledger: &Ledger, stated: &Ledger, of: &Difference) -> (String, String) {
    let customer = match (of.customer, of.stated_customer) {
        (Some(own), _) => ledger.customer(own),
        (None, Some(stranger)) => stated.customer(stranger),
        (None, None) => return (String::new(), String::new()),
    };
    (customer.id.clone(), customer.name.clone())
}

/// The identifier and the name of a customer that the balance given alone has.
pub fn stranger(session: &Session, ledger: &Ledger, key: CustomerKey) -> Option<(String, String)> {
    let customer = session.compared()?.ledger(ledger.currency())?.customer(key);
    Some((customer.id.clone(), customer.name.clone()))
}

/// The name of a column.
pub fn column(column: Column, language: Language) -> String {
    match column {
        Column::NotDue => language.cli_not_due().to_owned(),
        Column::Between(from, to) => language.bucket_name(from, Some(to)),
        Column::From(from) => language.bucket_name(from, None),
        Column::Credits => language.cli_unallocated().to_owned(),
    }
}

/// What explains a difference, in words.
pub fn causes(ledger: &Ledger, told: &Reperformance, causes: &[Cause], language: Language) -> Vec<String> {
    causes.iter().map(|cause| words(ledger, told, *cause, language)).collect()
}

fn words(ledger: &Ledger, told: &Reperformance, cause: Cause, language: Language) -> String {
    let plain = |code: &str| language.ageing_cause(code).to_owned();
    let of_item = |code: &str, item| language.ageing_cause_item(code, &ledger.document(item));
    match cause {
        Cause::ByInvoiceDate => plain("invoice-date"),
        Cause::Credits(place) => plain(match place {
            CreditPlace::Apart => "credits-apart",
            CreditPlace::OwnDate => "credits-own-date",
            CreditPlace::OldestFirst => "credits-oldest-first",
            CreditPlace::SameReference => "credits-same-reference",
            CreditPlace::NotDue => "credits-not-due",
            CreditPlace::LeftOut => "credits-left-out",
        }),
        Cause::Edge(edge) => plain(match edge {
            Edge::None | Edge::LimitInNext => "limit-in-next",
            Edge::DayAfterLimit => "day-after-limit",
            Edge::DueDayLate => "due-day-late",
        }),
        Cause::UndatedByOwnDay => plain("undated-own-day"),
        Cause::Counted(counted) => plain(match counted {
            Counted::All | Counted::Receivables => "receivables-only",
            Counted::WithoutAdvances => "without-advances",
            Counted::WithoutDisputed => "without-disputed",
        }),
        Cause::OtherDay(day) => language.ageing_cause_day("other-day", day),
        Cause::OpenOn(day) => language.ageing_cause_day("open-on", day),
        Cause::AgedOn(day) => language.ageing_cause_day("aged-on", day),
        Cause::Shifted(by) => plain(if by > 0 { "shifted-right" } else { "shifted-left" }),
        Cause::Swapped(first, second) => {
            let name = |at: u8| told.columns.get(usize::from(at)).map(|of| column(*of, language)).unwrap_or_default();
            language.ageing_cause_swapped(&name(first), &name(second))
        }
        Cause::ItemLeftOut(item) => of_item("item-left-out", item),
        Cause::ItemTwice(item) => of_item("item-twice", item),
        Cause::ItemInFull(item) => of_item("item-in-full", item),
        Cause::CreditsOtherwise => plain("credits-otherwise"),
        Cause::AgesUntold => plain("ages-untold"),
        Cause::CustomerMissing => plain("customer-missing"),
        Cause::CustomerExtra => plain("customer-extra"),
        Cause::OtherColumns => plain("other-columns"),
        Cause::OtherSum => plain("other-sum"),
    }
}
