//! The engine set to behave like its peers, where they differ (features.md 2.1 and part 5): the first level of a very old
//! debt, how it goes on, spacing, what is grouped, the base of a fee.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod scene;

use dunning::{
    Advance, Anchor, CatchUp, Fee, FeeBasis, Floor, Grouping, Limits, Offset, Range, Repeat, Tone, TooLittle,
};
use scene::{Scene, cents, free, policy, step};
use values::Days;

fn debt(due: &str) -> scene::Built {
    let mut scene = Scene::new();
    scene.invoice("F1", due, 100_000);
    scene.build()
}

/// Levels at 0, 15 and 30 days.
fn levels() -> Vec<dunning::Step> {
    vec![step("level-1", 1, Tone::Courtesy), step("level-2", 15, Tone::Reminder), step("level-3", 30, Tone::Proposal)]
}

#[test]
fn tryton_starts_at_the_first_level_and_takes_the_next_at_each_run() {
    let limits =
        Limits { catch_up: CatchUp::FirstStep, advance: Advance::OneAtATime, grouping: Grouping::Item, ..free() };
    let tryton = policy(limits, levels());
    // Fifty days late, and still level 1; the next run raises it, whatever the days between: no spacing at all.
    let built = debt("2026-07-22");
    assert_eq!(built.steps(&tryton, "2026-09-10", 0), ["2026-09-10 level-1"]);
    assert_eq!(
        built.steps(&tryton, "2026-09-10", 2),
        ["2026-09-10 level-1", "2026-09-11 level-2", "2026-09-12 level-3"]
    );
}

#[test]
fn oca_never_skips_a_level_and_counts_from_the_reminder_before() {
    let mut steps = levels();
    steps[0].offset = Offset { end_of_month: true, ..Offset::days(10) };
    steps[1].anchor = Anchor::PreviousAction;
    steps[1].offset = Offset::days(10);
    steps[2].anchor = Anchor::PreviousAction;
    steps[2].offset = Offset::days(10);
    let limits =
        Limits { catch_up: CatchUp::FirstStep, advance: Advance::OneAtATime, grouping: Grouping::Level, ..free() };
    let oca = policy(limits, steps);
    // Due on 22 July: the end of the month of 1 August, then ten days after each reminder.
    assert_eq!(
        debt("2026-07-22").steps(&oca, "2026-08-20", 60),
        ["2026-08-31 level-1", "2026-09-10 level-2", "2026-09-20 level-3"]
    );
    assert_eq!(debt("2025-07-22").steps(&oca, "2026-08-20", 15), ["2026-08-20 level-1", "2026-08-30 level-2"]);
}

#[test]
fn erpnext_counts_the_reminders_made() {
    let limits = Limits { catch_up: CatchUp::FirstStep, advance: Advance::OneAtATime, ..free() };
    let mut steps = levels();
    // One fee a message, on what is outstanding.
    steps[2].fee = Some(Fee { amount: cents(1_000), basis_points: 100, per: FeeBasis::Message });
    let erpnext = policy(limits, steps);
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-07-01", 100_000).contacted("2026-07-20", "").contacted("2026-08-10", "");
    let plan = scene.build().plan(&erpnext, "2026-09-10", 0);
    assert_eq!((erpnext.step(&plan.actions[0]).id.as_str(), plan.actions[0].fee), ("level-3", cents(2_000)));
}

#[test]
fn odoo_goes_to_the_level_of_the_age_before_the_due_date_too() {
    let mut steps = levels();
    steps.insert(0, step("before", -3, Tone::Service));
    let odoo = policy(free(), steps);
    assert_eq!(debt("2026-07-22").steps(&odoo, "2026-09-10", 30), ["2026-09-10 level-3"]);
    assert_eq!(
        debt("2026-09-12").steps(&odoo, "2026-09-10", 20),
        ["2026-09-10 before", "2026-09-13 level-1", "2026-09-27 level-2"]
    );
}

#[test]
fn lago_asks_again_every_few_days_so_many_times_above_a_threshold() {
    let mut attempt = step("attempt", 1, Tone::Courtesy);
    attempt.repeat = Some(Repeat { every: Days(3), times: 2 });
    let campaign = |threshold| policy(Limits { minimum_amount: cents(threshold), ..free() }, vec![attempt.clone()]);
    let built = debt("2026-09-09");
    assert_eq!(
        built.steps(&campaign(50_000), "2026-09-10", 60),
        ["2026-09-10 attempt", "2026-09-13 attempt", "2026-09-16 attempt"]
    );
    assert_eq!(built.told(&campaign(500_000), "2026-09-10", 60), ["F1 below-minimum"]);
}

#[test]
fn kill_bill_takes_the_gravest_state_whose_conditions_hold() {
    let mut steps = levels();
    steps[1].when.items = Range { from: Some(2), to: None };
    steps[2].when.amount = Range { from: Some(cents(500_000)), to: None };
    let kill_bill = policy(free(), steps);
    // Sixty days late: neither two invoices nor 5,000.00 are unpaid, so the state is the first.
    assert_eq!(debt("2026-07-12").steps(&kill_bill, "2026-09-10", 0), ["2026-09-10 level-1"]);
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-07-12", 100_000).invoice("F2", "2026-08-12", 100_000);
    assert_eq!(scene.build().steps(&kill_bill, "2026-09-10", 0), ["2026-09-10 level-2"]);
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-07-12", 500_000).invoice("F2", "2026-08-12", 100_000);
    assert_eq!(scene.build().steps(&kill_bill, "2026-09-10", 0), ["2026-09-10 level-3"]);
}

#[test]
fn sap_falls_back_level_by_level_until_the_minimum_is_met() {
    let mut steps = levels();
    for step in &mut steps {
        step.floor = Floor { amount: cents(50_000), percent: 0 };
    }
    let sap = policy(Limits { too_little: TooLittle::FallBack, grouping: Grouping::Level, ..free() }, steps);
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-08-01", 20_000).invoice("F2", "2026-08-20", 40_000);
    // 200.00 at level 3 are too little: they join the 400.00 of level 2.
    assert_eq!(scene.build().told(&sap, "2026-09-10", 0), ["2026-09-10 level-2 F1 F2 60000"]);
}

#[test]
fn adempiere_takes_levels_by_ranges_of_days() {
    let mut steps = levels();
    for (step, (from, to)) in steps.iter_mut().zip([(0, 3), (4, 12), (13, 9_999)]) {
        step.offset = Offset::days(from.max(1));
        step.when.days_late = Range { from: Some(from), to: Some(to) };
    }
    let ranges = policy(free(), steps);
    assert_eq!(debt("2026-09-08").steps(&ranges, "2026-09-10", 0), ["2026-09-10 level-1"]);
    assert_eq!(debt("2026-09-04").steps(&ranges, "2026-09-10", 0), ["2026-09-10 level-2"]);
    assert_eq!(debt("2026-08-01").steps(&ranges, "2026-09-10", 0), ["2026-09-10 level-3"]);
}

#[test]
fn a_fee_is_counted_on_what_the_policy_says() {
    let fee = |per| {
        let mut one = step("one", 1, Tone::Courtesy);
        one.fee = Some(Fee { amount: cents(500), basis_points: 250, per });
        let mut scene = Scene::new();
        scene.entry("F1", scene::day("2026-07-01"), Some(scene::day("2026-08-01")), 100_000, Some("g"));
        scene.entry("P1", scene::day("2026-08-05"), None, -60_000, Some("g"));
        scene.invoice("F2", "2026-08-20", 20_000);
        let built = scene.build();
        built.plan(&policy(free(), vec![one]), "2026-09-10", 0).actions[0].fee
    };
    // 400.00 and 200.00 remain, of 1,000.00 and 200.00.
    assert_eq!(fee(FeeBasis::Message), cents(500 + 1_500));
    assert_eq!(fee(FeeBasis::Remaining), cents(1_000 + 1_000 + 500));
    assert_eq!(fee(FeeBasis::Original), cents(1_000 + 2_500 + 500));
}

#[test]
fn a_deadline_granted_holds_the_next_step_back() {
    let mut steps = levels();
    steps[0].deadline = Some(Offset::days(14));
    let norwegian = policy(free(), steps);
    // The first reminder, made late on 20 September, grants fourteen days: the next comes on the day after.
    let built = debt("2026-09-14");
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-09-14", 100_000).contacted("2026-09-20", "level-1");
    assert_eq!(scene.build().steps(&norwegian, "2026-09-21", 30), ["2026-10-05 level-2", "2026-10-14 level-3"]);
    assert_eq!(built.plan(&norwegian, "2026-09-15", 0).actions[0].deadline, Some(scene::day("2026-09-29")));
}
