//! Laws of late-payment interest, whatever the claim.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use rules::interest::{Allocation, Claim, DayCount, LateInterest, Method, Regime, Rule, late_interest};
use rules::rates::{HalfYear, Rate, Rates};
use values::{Amount, Currency, Day, Days};

/// A claim of any regime within the tables, with its payments.
#[derive(Clone, Debug)]
struct Case {
    regime: Regime,
    principal: i64,
    due: i32,
    days: i32,
    payments: Vec<(i32, i64)>,
    costs: i64,
    rate: i32,
    count: u8,
    interest_first: bool,
}

fn cases() -> impl Strategy<Value = Case> {
    // 2015-01-01 to the end of 2023: a delay of a thousand days stays within the tables.
    let due = 16_436..19_722_i32;
    let payments = prop::collection::vec((-30..1_000_i32, 1..2_000_000_i64), 0..4);
    let principal = prop_oneof![1..1_000_i64, 1..100_000_000_i64, Just(9_007_199_254_740_991_i64)];
    let claim = (0..Regime::ALL.len(), principal, due, 0..1_000_i32, payments, 0..50_000_i64);
    (claim, (0..300_000_i32, 0..3_u8, any::<bool>())).prop_map(|(claim, (rate, count, interest_first))| {
        let (regime, principal, due, days, payments, costs) = claim;
        let regime = Regime::ALL.into_iter().nth(regime).unwrap();
        Case { regime, principal, due, days, payments, costs, rate, count, interest_first }
    })
}

impl Case {
    fn compute(&self) -> LateInterest {
        let due = Day::numbered(self.due);
        let payments: Vec<(Day, Amount)> =
            self.payments.iter().map(|(after, amount)| (due + Days(*after), Amount::from_minor(*amount))).collect();
        let claim = Claim {
            principal: Amount::from_minor(self.principal),
            currency: Currency::EUR,
            due,
            until: due + Days(self.days),
            payments: &payments,
            costs: Amount::from_minor(self.costs),
            notice: Some(due),
            insolvency: None,
        };
        let contract = Some(Rate::of_units(self.rate)).filter(|_| self.regime == Regime::Contract);
        let day_count = [DayCount::Fixed365, DayCount::Actual, DayCount::Fixed360].into_iter().nth(self.count.into());
        let order = if self.interest_first { Allocation::InterestFirst } else { Allocation::PrincipalFirst };
        let method = Method { day_count: day_count.unwrap(), allocation: order };
        late_interest(&claim, Rule::new(self.regime, contract).unwrap(), method, &Rates::default()).unwrap()
    }

    /// The payments up to the last day.
    fn paid(&self) -> i64 {
        self.payments.iter().filter(|(after, _)| *after <= self.days).map(|(_, amount)| amount).sum()
    }
}

/// Half a minor unit for every segment, in ten-thousandths.
fn rounding(of: &LateInterest) -> i128 {
    5_000 * of.segments.len() as i128
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn segments_sum_to_the_interest_and_follow_one_another(case in cases()) {
        let of = case.compute();
        let sum: Amount = of.segments.iter().map(|segment| segment.interest).sum();
        prop_assert_eq!(sum, of.interest);
        let days: i32 = of.segments.iter().map(|segment| segment.days.0).sum();
        prop_assert!(days <= case.days);
        for segment in &of.segments {
            prop_assert_eq!((segment.to - segment.from).0 + 1, segment.days.0);
            prop_assert_eq!(HalfYear::of(segment.from), HalfYear::of(segment.to));
            prop_assert!(segment.principal.is_debit() && !segment.interest.is_credit());
            let apart = i128::from(segment.interest.minor()) * 10_000 - segment.exact.ten_thousandths();
            prop_assert!(apart.abs() <= 5_000);
        }
        for pair in of.segments.windows(2) {
            prop_assert_eq!(pair[0].to + Days(1), pair[1].from);
        }
    }

    #[test]
    fn nothing_is_lost_between_what_was_owed_and_what_is_left(case in cases()) {
        let of = case.compute();
        let owed = case.principal + case.costs + of.interest.minor();
        prop_assert_eq!(owed - case.paid(), of.left.total().minor() - of.overpaid.minor());
        prop_assert_eq!(of.interest - of.interest_paid, of.left.interest);
        prop_assert!(of.overpaid.is_zero() || of.left.total().is_zero());
    }

    #[test]
    fn more_days_and_more_debt_never_cost_less(case in cases()) {
        let of = case.compute();
        let longer = Case { days: case.days + 1, payments: Vec::new(), ..case.clone() }.compute();
        let same = Case { payments: Vec::new(), ..case.clone() }.compute();
        prop_assert!(longer.exact >= same.exact);
        prop_assert!(of.exact <= same.exact, "payments never raise the interest");
        let larger = Case { principal: case.principal.saturating_add(1), payments: Vec::new(), ..case };
        prop_assert!(larger.compute().interest >= same.interest);
    }

    #[test]
    fn the_order_of_the_payments_in_the_query_changes_nothing(case in cases()) {
        let mut turned = case.clone();
        turned.payments.reverse();
        prop_assert_eq!(turned.compute(), case.compute());
    }

    #[test]
    fn a_period_cut_in_two_changes_no_more_than_its_rounding(case in cases(), cut in 0..1_000_i32) {
        // What was fixed when interest began would be fixed anew by a cut.
        let fixed = matches!(case.regime, Regime::FrPublic | Regime::Uk);
        let regime = if fixed { Regime::FrB2b } else { case.regime };
        let whole = Case { regime, payments: Vec::new(), ..case };
        let cut = cut.min(whole.days);
        let before = Case { days: cut, ..whole.clone() }.compute();
        let after = Case { due: whole.due + cut, days: whole.days - cut, ..whole.clone() }.compute();
        let whole = whole.compute();
        let apart = 10_000 * i128::from((before.interest + after.interest - whole.interest).minor());
        prop_assert!(apart.abs() <= rounding(&before) + rounding(&after) + rounding(&whole));
        // Nothing at all before rounding.
        prop_assert_eq!((before.exact + after.exact).ten_thousandths(), whole.exact.ten_thousandths());
    }
}
