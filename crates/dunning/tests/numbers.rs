//! The numeric cases of the feature map: catching up, distances, grouping, floors, net position, blocks and assignment.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod scene;

use dunning::{
    Advance, CatchUp, CreditUse, Floor, Grouping, Hold, Limits, Offset, Scenario, Shift, Tone, TooLittle, Upcoming,
    Working,
};
use scene::{Scene, cents, day, four, free, parts, policy, step};
use values::Days;

#[test]
fn an_item_forty_days_late_enters_where_the_policy_says() {
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-08-01", 100_000);
    let built = scene.build();
    let enters = |catch_up| built.told(&policy(Limits { catch_up, ..free() }, four()), "2026-09-10", 0);
    assert_eq!(enters(CatchUp::FirstStep), ["2026-09-10 one F1 100000"]);
    assert_eq!(enters(CatchUp::CurrentStep), ["2026-09-10 four F1 100000"]);
    assert_eq!(enters(CatchUp::Ask), ["F1 awaiting-review"]);
}

#[test]
fn an_old_item_that_entered_at_the_first_step_goes_on_to_the_step_of_its_age() {
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-08-01", 100_000);
    let limits = Limits { catch_up: CatchUp::FirstStep, days_between_contacts: Days(5), ..free() };
    // Both steps fell before the plan began: nothing but the distance stands between them.
    let policy = policy(limits, four());
    assert_eq!(scene.build().steps(&policy, "2026-09-10", 30), ["2026-09-10 one", "2026-09-15 four"]);
}

#[test]
fn a_reminder_before_the_due_date_that_falls_on_a_sunday_leaves_on_the_friday() {
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-09-25", 100_000);
    let built = scene.build();
    let leaves = |shift| {
        let steps = vec![step("soon", -5, Tone::Service)];
        let one = Scenario { id: "one".into(), name: ["un".into(), "one".into()], limits: free(), steps };
        let working = Working { shift, ..Working::default() };
        let policy = dunning::Policy::new(dunning::Unchecked { working, ..parts(vec![one]) }).unwrap();
        built.steps(&policy, "2026-09-10", 30)
    };
    assert_eq!(leaves(Shift::Previous), ["2026-09-18 soon"]);
    assert_eq!(leaves(Shift::Next), ["2026-09-21 soon"]);
}

#[test]
fn a_formal_notice_is_never_a_first_contact_and_waits_for_its_delays() {
    let mut steps = four();
    steps[3].deadline = Some(Offset::days(8));
    steps.push(step("formal", 40, Tone::Formal));
    let policy = policy(free(), steps);
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-01-31", 100_000);
    let built = scene.build();
    // Two hundred days late: the last amicable notice first, and ten days later, as from D+30 to D+40, the formal one.
    assert_eq!(built.steps(&policy, "2026-09-10", 60), ["2026-09-10 four", "2026-09-20 formal"]);
}

#[test]
fn a_formal_notice_names_only_items_that_came_to_it_step_by_step() {
    let mut steps = four();
    steps.push(step("formal", 45, Tone::Formal));
    let policy = policy(free(), steps);
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-07-27", 100_000).invoice("F2", "2026-09-05", 50_000);
    scene.contacted("2026-08-26", "four");
    let built = scene.build();
    // F2 has its own courtesy reminder on the day after, never within the formal notice.
    let told = built.told(&policy, "2026-09-10", 0);
    assert_eq!(told[0], "2026-09-10 formal F1 100000");
    assert_eq!(built.told(&policy, "2026-09-10", 1)[1], "2026-09-11 one F2 50000");
}

#[test]
fn the_level_imported_is_followed_by_the_next() {
    let one_at_a_time = Limits { advance: Advance::OneAtATime, catch_up: CatchUp::FirstStep, ..free() };
    let policy = policy(one_at_a_time, four());
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-08-01", 100_000).contacted("2026-08-20", "two");
    assert_eq!(scene.build().steps(&policy, "2026-09-10", 0), ["2026-09-10 three"]);
}

#[test]
fn two_items_due_two_days_apart_make_one_contact_and_the_other_waits() {
    let limits = Limits { days_between_contacts: Days(7), ..free() };
    let policy = policy(limits, vec![step("one", 1, Tone::Courtesy)]);
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-09-01", 100_000).invoice("F2", "2026-09-03", 50_000);
    let built = scene.build();
    assert_eq!(built.steps(&policy, "2026-09-02", 20), ["2026-09-02 one", "2026-09-09 one"]);
    let today = built.plan(&policy, "2026-09-04", 0);
    assert_eq!(today.actions.len(), 1, "both at once where nothing is known");
}

#[test]
fn four_contacts_in_thirty_days_are_enough() {
    let limits = Limits { contacts_per_30_days: Some(4), ..free() };
    let mut steps = four();
    steps.push(step("five", 31, Tone::LastNotice));
    steps[0].repeat = None;
    let policy = policy(limits, steps);
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-09-01", 100_000).invoice("F2", "2026-09-10", 100_000);
    let built = scene.build();
    let days = built.steps(&policy, "2026-09-02", 60);
    assert_eq!(days[..4], ["2026-09-02 one", "2026-09-08 two", "2026-09-11 two", "2026-09-15 three"]);
    assert_eq!(days[4], "2026-10-02 five", "thirty days after the first of the four");
}

#[test]
fn five_items_at_three_levels_make_five_three_or_one_message() {
    let mut scene = Scene::new();
    for (document, due) in
        [("F1", "2026-08-01"), ("F2", "2026-08-03"), ("F3", "2026-08-20"), ("F4", "2026-08-22"), ("F5", "2026-09-07")]
    {
        scene.invoice(document, due, 10_000);
    }
    scene.credit("A1", "2026-09-01", 5_000);
    let built = scene.build();
    let of = |grouping, credits| {
        let plan = built.plan(&policy(Limits { grouping, credits, ..free() }, four()), "2026-09-10", 0);
        (plan.actions.len(), plan.actions.iter().map(|action| action.amount.minor()).sum::<i64>())
    };
    assert_eq!(of(Grouping::Item, CreditUse::Deduct), (5, 45_000));
    assert_eq!(of(Grouping::Level, CreditUse::Deduct), (3, 45_000));
    assert_eq!(of(Grouping::Account, CreditUse::Deduct), (1, 45_000));
    for grouping in [Grouping::Item, Grouping::Level, Grouping::Account] {
        assert_eq!(of(grouping, CreditUse::Ignore).1, 50_000);
        assert_eq!(of(grouping, CreditUse::List).1, 50_000);
    }
}

#[test]
fn upcoming_items_have_their_own_message_where_asked() {
    let steps = vec![step("before", -5, Tone::Service), step("one", 1, Tone::Courtesy)];
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-09-09", 10_000).invoice("F2", "2026-09-14", 20_000);
    let built = scene.build();
    let of = |upcoming| built.told(&policy(Limits { upcoming, ..free() }, steps.clone()), "2026-09-10", 0);
    assert_eq!(of(Upcoming::Together), ["2026-09-10 one F1 F2 10000"]);
    assert_eq!(of(Upcoming::Apart), ["2026-09-10 one F1 10000", "2026-09-10 before F2 20000"]);
}

#[test]
fn below_ten_percent_of_all_that_is_open_the_level_falls_back() {
    let mut steps = four();
    for step in steps.iter_mut().skip(1) {
        step.floor = Floor { amount: cents(0), percent: 10 };
    }
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-08-01", 10_000).invoice("F2", "2026-10-09", 100_000);
    let built = scene.build();
    let of = |too_little| built.told(&policy(Limits { too_little, ..free() }, steps.clone()), "2026-09-10", 0);
    assert_eq!(of(TooLittle::FallBack)[0], "2026-09-10 one F1 10000");
    assert_eq!(of(TooLittle::Hold), ["F1 below-minimum", "F2 not-due"]);
}

#[test]
fn grace_and_arrears_are_counted_as_published() {
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-03-12", 10_000);
    let built = scene.build();
    let one = vec![step("one", 1, Tone::Courtesy)];
    let grace = |days| policy(Limits { grace: Days(days), ..free() }, one.clone());
    assert_eq!(built.steps(&grace(0), "2026-03-13", 0), ["2026-03-13 one"]);
    assert!(built.steps(&grace(3), "2026-03-13", 0).is_empty());
    assert_eq!(built.steps(&grace(3), "2026-03-13", 30), ["2026-03-16 one"]);
    let arrears = policy(Limits { minimum_arrears: Days(5), ..free() }, one);
    assert_eq!(built.told(&arrears, "2026-03-16", 0), ["F1 too-recent"]);
    assert_eq!(built.steps(&arrears, "2026-03-16", 10), ["2026-03-17 one"]);
}

#[test]
fn nothing_is_sent_where_credits_cover_the_debt_in_any_mode() {
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-08-01", 50_000).credit("A1", "2026-08-15", 50_000);
    let built = scene.build();
    for credits in [CreditUse::Deduct, CreditUse::List, CreditUse::Ignore] {
        let told = built.told(&policy(Limits { credits, ..free() }, four()), "2026-09-10", 30);
        assert_eq!(told, ["F1 net-credit", "A1 credit"]);
    }
}

#[test]
fn a_block_that_ends_on_sunday_is_back_on_monday() {
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-08-01", 50_000);
    scene.hold("F1", Hold::Blocked { until: Some(day("2026-09-13")), why: "copy sent".into() });
    let built = scene.build();
    let mut policy = policy(free(), four());
    policy.working = Working::default();
    assert_eq!(built.told(&policy, "2026-09-10", 0), ["F1 blocked"]);
    assert_eq!(built.steps(&policy, "2026-09-10", 10), ["2026-09-14 four"]);
}

#[test]
fn the_undisputed_part_is_asked_for() {
    let mut scene = Scene::new();
    scene.invoice("F1", "2026-08-01", 100_000);
    scene.hold("F1", Hold::Disputed { amount: cents(30_000), since: day("2026-08-20") });
    let built = scene.build();
    let plan = built.plan(&policy(free(), four()), "2026-09-10", 0);
    let line = &plan.actions[0].items[0];
    assert_eq!(
        (plan.actions[0].amount, line.asked, line.item.residual),
        (cents(70_000), cents(70_000), cents(100_000))
    );
    assert!(plan.non_actions.is_empty());
}

#[test]
fn items_customers_segments_and_the_default_lead_to_a_scenario_in_this_order() {
    let scenario = |id: &str| Scenario {
        id: id.into(),
        name: [id.into(), id.into()],
        limits: free(),
        steps: vec![step(&format!("of-{id}"), 1, Tone::Courtesy)],
    };
    let rule = |segment: &str, scenario| dunning::SegmentRule {
        rule: analysis::segments::Rule { segment: segment.into(), takes: analysis::segments::Condition::Everybody },
        scenario,
    };
    let mut unchecked = parts(vec![scenario("default"), scenario("segment"), scenario("customer"), scenario("item")]);
    unchecked.segments = vec![rule("any", 1)];
    let policy = dunning::Policy::new(unchecked).unwrap();
    for presence in 0..16 {
        let has = |bit: u32| presence & (1 << bit) != 0;
        let mut scene = Scene::new();
        scene.invoice("F1", "2026-09-01", 10_000);
        scene.profile.segment = has(1).then_some(0);
        scene.profile.scenario = has(2).then_some(2);
        let mut built = scene.build();
        let entry = built.ledger.keys().next().unwrap();
        if has(3) {
            built.assigned.insert(entry, 3);
        }
        // The first bit is the default's, which is always there.
        let expected = if has(3) {
            "item"
        } else if has(2) {
            "customer"
        } else if has(1) {
            "segment"
        } else {
            "default"
        };
        assert_eq!(built.steps(&policy, "2026-09-02", 0), [format!("2026-09-02 of-{expected}")], "{presence:04b}");
    }
}
