//! How each figure of a day was computed: the sentences beside the figures.

use crate::view::metrics::Figures;
use analysis::DaysStatistics;
use protocol::Explanation;
use text::explain::{Explain, UsedMonth};
use values::Ratio;

/// One sentence for each figure that could be computed, in the order they are shown.
pub fn explanations(of: &Figures, explain: Explain) -> Vec<Explanation> {
    let key = &of.key;
    let debits = key.outstanding - key.credits;
    let overdue_share = key
        .overdue_share
        .map(|share| explain.overdue_share(key.overdue, debits, rounded(share), key.overdue_share_of_net.map(rounded)));
    let overdue_age = key.overdue_age.map(|age| explain.overdue_age(key.overdue, rounded(age)));
    let concentration = of.concentration.hhi.zip(of.concentration.equivalent_customers);
    let said = [
        ("overdueShare", overdue_share),
        ("overdueAge", overdue_age),
        ("daysLate", paid_days(of.days_late, |n, weighted, mean| explain.days_late(n, weighted, mean))),
        ("daysToPay", paid_days(of.days_to_pay, |n, weighted, mean| explain.days_to_pay(n, weighted, mean))),
        ("concentration.hhi", concentration.map(|(hhi, alike)| explain.hhi(rounded(hhi), rounded(alike)))),
    ];
    let said = said.into_iter().filter_map(|(figure, text)| Some((figure, text?)));
    said.chain(days_of_sales(of, explain))
        .map(|(figure, text)| Explanation { figure: figure.to_owned(), text })
        .collect()
}

fn rounded(ratio: Ratio) -> i64 {
    ratio.scaled(4)
}

fn paid_days(of: DaysStatistics, say: impl Fn(u32, i64, i64) -> String) -> Option<String> {
    Some(say(of.n, rounded(of.weighted?), rounded(of.mean?)))
}

/// What rests on the sales.
fn days_of_sales(of: &Figures, explain: Explain) -> Vec<(&'static str, String)> {
    let (key, dso) = (&of.key, &of.dso);
    let Some(sales) = dso.sales else { return Vec::new() };
    let window = i64::from(of.window.0);
    let simple = dso.simple.map(rounded);
    let best = dso.best_possible.map(rounded);
    let delinquent = dso.average_days_delinquent.map(rounded);
    let delinquent = simple.zip(best).zip(delinquent);
    let count_back = dso.count_back.as_ref().map(|counted| {
        let months = counted.months.iter().map(|month| UsedMonth {
            month: month.month,
            days: month.days.0,
            sold: month.sold,
            used: month.used,
        });
        explain.count_back(&months.collect::<Vec<_>>(), counted.days.map(rounded))
    });
    let effectiveness = dso.opening.zip(dso.collection_effectiveness).map(|(opening, index)| {
        explain.collection_effectiveness(opening, sales, dso.receivables, dso.not_due, rounded(index))
    });
    let left_aside = key.outstanding - dso.receivables;
    let note = (!left_aside.is_zero()).then(|| explain.left_aside(left_aside));
    let said = [
        ("dso.simple", simple.map(|days| explain.dso(dso.receivables, sales, window, days))),
        ("dso.countBack", count_back),
        ("dso.salesWeighted", dso.sales_weighted.map(|days| explain.sales_weighted(rounded(days)))),
        ("dso.bestPossible", best.map(|days| explain.best_possible(dso.not_due, sales, window, days))),
        (
            "dso.averageDaysDelinquent",
            delinquent.map(|((simple, best), days)| explain.average_days_delinquent(simple, best, days)),
        ),
        ("collectionEffectiveness", effectiveness),
    ];
    let with_note = |text: String| [Some(text), note.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    said.into_iter().filter_map(|(figure, text)| Some((figure, with_note(text?)))).collect()
}
