//! The worked examples of domain.md 1.2, 1.6, 1.7, 2 and 10 and of features.md LW1 to LW5, to the cent.

use super::*;
use crate::rates::Rate;

/// `regime principal due until`, then options: `paid=DAY:CENTS`, `rate=8.25`, `count=360`, `first=interest`, `notice=DAY`,
/// `opened=DAY`, `in=GBP`, `costs=CENTS`. Answers what [`Told`] prints.
fn case(words: &str) -> Result<LateInterest, InterestRefused> {
    let mut words = words.split_whitespace();
    let mut next = || words.next().unwrap();
    let (regime, principal, due, until) = (next(), next(), next(), next());
    let (mut payments, mut rate, mut method) = (Vec::new(), None, Method::default());
    let mut claim = Claim {
        principal: Amount::parse_decimal(principal, 2).unwrap(),
        currency: Currency::EUR,
        due: due.parse().unwrap(),
        until: until.parse().unwrap(),
        payments: &[],
        costs: Amount::ZERO,
        notice: None,
        insolvency: None,
    };
    for option in words {
        let (name, value) = option.split_once('=').unwrap();
        match name {
            "paid" => {
                let (day, amount) = value.split_once(':').unwrap();
                payments.push((day.parse().unwrap(), Amount::parse_decimal(amount, 2).unwrap()));
            }
            "rate" => rate = Rate::parse(value),
            "count" if value == "360" => method.day_count = DayCount::Fixed360,
            "count" => method.day_count = DayCount::Actual,
            "first" => method.allocation = Allocation::InterestFirst,
            "notice" => claim.notice = value.parse().ok(),
            "opened" => claim.insolvency = value.parse().ok(),
            "in" => claim.currency = value.parse().unwrap(),
            _ => claim.costs = Amount::parse_decimal(value, 2).unwrap(),
        }
    }
    claim.payments = &payments;
    late_interest(&claim, Rule::new(Regime::of_key(regime).unwrap(), rate).unwrap(), method, &Rates::default())
}

fn decimal(amount: Amount) -> String {
    amount.decimal_text(Currency::EUR, '.')
}

/// `61 d @12.15 = 203.05; ... -> 413.68 + 40.00`.
fn told(words: &str) -> String {
    let interest = case(words).unwrap();
    let segments: Vec<String> = interest
        .segments
        .iter()
        .map(|segment| format!("{} d @{} = {}", segment.days.0, segment.applied.rate, decimal(segment.interest)))
        .collect();
    format!("{} -> {} + {}", segments.join("; "), decimal(interest.interest), decimal(interest.indemnity.amount()))
}

#[test]
fn the_french_examples_hold_to_the_cent() {
    for (words, expected) in [
        ("fr-b2b 10000 2026-04-30 2026-08-31", "61 d @12.15 = 203.05; 62 d @12.40 = 210.63 -> 413.68 + 40.00"),
        ("fr-b2b 12000 2023-11-15 2024-03-31", "46 d @14.00 = 211.73; 91 d @14.50 = 433.81 -> 645.54 + 40.00"),
        (
            "fr-b2b 10000 2026-05-31 2026-09-30 paid=2026-07-15:4000",
            "30 d @12.15 = 99.86; 15 d @12.40 = 50.96; 77 d @12.40 = 156.95 -> 307.77 + 40.00",
        ),
        (
            "fr-b2b 10000 2026-05-31 2026-09-30 paid=2026-07-15:4000 first=interest",
            "30 d @12.15 = 99.86; 15 d @12.40 = 50.96; 77 d @12.40 = 160.90 -> 311.72 + 40.00",
        ),
        ("fr-b2b 10000 2026-06-30 2026-09-30 rate=8.25", "92 d @8.25 = 207.95 -> 207.95 + 40.00"),
        (
            "fr-b2b 1000 2024-09-30 2026-03-31",
            "92 d @14.25 = 35.92; 181 d @13.15 = 65.21; 184 d @12.15 = 61.25; 90 d @12.15 = 29.96 -> 192.34 + 40.00",
        ),
        ("fr-public 50000 2025-06-24 2025-09-20", "6 d @11.15 = 91.64; 82 d @11.15 = 1252.47 -> 1344.11 + 40.00"),
        // features.md LW1 and LW2.
        ("fr-b2b 10000 2025-05-31 2025-09-30", "30 d @13.15 = 108.08; 92 d @12.15 = 306.25 -> 414.33 + 40.00"),
        (
            "fr-b2b 10000 2025-03-31 2025-06-30 paid=2025-04-30:4000",
            "30 d @13.15 = 108.08; 61 d @13.15 = 131.86 -> 239.94 + 40.00",
        ),
        ("fr-consumer 900 2026-05-31 2026-10-10 notice=2026-07-10", "92 d @2.75 = 6.24 -> 6.24 + 0.00"),
    ] {
        assert_eq!(told(words), expected, "{words}");
    }
    let total = |words| decimal(case(words).unwrap().interest);
    assert_eq!(total("fr-b2b 12000 2023-11-15 2024-03-31 count=actual"), "644.35");
    assert_eq!(total("fr-b2b 12000 2023-11-15 2024-03-31 count=360"), "654.50");
}

#[test]
fn the_foreign_examples_hold_to_the_cent() {
    for (words, expected) in [
        ("uk 8500 2026-06-30 2026-09-30 in=GBP", "92 d @11.75 = 251.74 -> 251.74 + 70.00"),
        ("de-b2b 5000 2026-05-31 2026-07-31", "30 d @10.27 = 42.21; 31 d @10.52 = 44.67 -> 86.88 + 40.00"),
        ("be-b2b 3000 2026-01-31 2026-04-01", "60 d @10.50 = 51.78 -> 51.78 + 40.00"),
        ("ch 2000 2026-01-31 2026-05-01 in=CHF", "90 d @5.00 = 24.66 -> 24.66 + 0.00"),
        ("ch 2000 2026-01-31 2026-05-01 in=CHF count=360", "90 d @5.00 = 25.00 -> 25.00 + 0.00"),
        ("ch 2000 2026-01-31 2026-05-01 in=CHF rate=7", "90 d @7.00 = 34.52 -> 34.52 + 0.00"),
        ("ch 2000 2026-01-31 2026-05-01 in=CHF rate=4", "90 d @5.00 = 24.66 -> 24.66 + 0.00"),
        ("contract 10000 2026-06-30 2026-09-30 rate=8.25", "92 d @8.25 = 207.95 -> 207.95 + 0.00"),
    ] {
        assert_eq!(told(words), expected, "{words}");
    }
    assert_eq!(decimal(case("uk 8500 2026-06-30 2026-09-30 in=GBP").unwrap().per_day), "2.74");
    let compensation = |debt| case(&format!("uk {debt} 2026-06-30 2026-07-01 in=GBP")).unwrap().indemnity.amount();
    let sums = ["999.99", "1000", "9999.99", "10000"].map(|debt| decimal(compensation(debt)));
    assert_eq!(sums, ["40.00", "70.00", "70.00", "100.00"]);
}

/// domain.md 10, at 2026-09-30.
#[test]
fn the_golden_set_holds_to_the_cent() {
    for (document, words, expected) in [
        ("F02", "9600 2026-08-31 2026-09-30", "97.84"),
        ("F03 on its balance", "1400 2026-07-03 2026-09-30", "42.33"),
        ("F03", "2400 2026-07-03 2026-09-30 paid=2026-07-20:1000", "48.10"),
        ("F04", "3600 2026-09-19 2026-09-30", "13.45"),
        ("F05", "5400 2026-05-15 2026-09-30", "251.47"),
        ("F11", "3000 2026-07-01 2026-09-30 paid=2026-10-05:3000", "92.75"),
        ("F01", "12000 2026-06-30 2026-09-30 paid=2026-07-10:12000", "40.77"),
    ] {
        let interest = case(&format!("fr-b2b {words}")).unwrap();
        assert_eq!(decimal(interest.interest), expected, "{document}");
        assert_eq!(decimal(interest.indemnity.amount()), "40.00", "{document}");
    }
    for paid_in_time in
        ["7200 2026-09-30 2026-09-30 paid=2026-09-30:7200", "1200 2026-08-31 2026-09-30 paid=2026-08-31:1200"]
    {
        let interest = case(&format!("fr-b2b {paid_in_time}")).unwrap();
        assert_eq!((interest.segments.len(), interest.indemnity), (0, Indemnity::Not(NoIndemnity::NotLate)));
    }
}

#[test]
fn what_is_left_follows_the_allocation() {
    let left = |words: &str| {
        let interest = case(words).unwrap();
        let Balance { principal, interest: unpaid, costs } = interest.left;
        [principal, unpaid, costs, interest.interest_paid, interest.overpaid].map(decimal).join(" ")
    };
    let part = "fr-b2b 10000 2026-05-31 2026-09-30 paid=2026-07-15:4000";
    assert_eq!(left(part), "6000.00 307.77 0.00 0.00 0.00");
    assert_eq!(left(&format!("{part} first=interest")), "6150.82 160.90 0.00 150.82 0.00");
    assert_eq!(decimal(case(&format!("{part} first=interest")).unwrap().left.total()), "6311.72");
    // The debt alone is paid: its interest stays claimable (features.md U15).
    assert_eq!(left("fr-b2b 10000 2026-04-30 2026-10-31 paid=2026-08-31:10000"), "0.00 413.68 0.00 0.00 0.00");
    let beyond = "fr-b2b 10000 2026-04-30 2026-10-31 paid=2026-08-31:10500";
    assert_eq!(left(beyond), "0.00 0.00 0.00 413.68 86.32");
    // A payment on a day already counted, before the due day, after the last day.
    assert_eq!(left("fr-b2b 100 2026-06-30 2026-07-31 paid=2026-08-01:100"), "100.00 1.05 0.00 0.00 0.00");
    assert_eq!(left("fr-b2b 100 2026-06-30 2026-07-31 paid=2026-06-30:40"), "60.00 0.63 0.00 0.00 0.00");
    assert_eq!(left("fr-b2b 100 2026-06-30 2026-07-31 paid=2026-07-31:40"), "60.00 1.05 0.00 0.00 0.00");
}

#[test]
fn the_next_half_year_begins_where_it_begins() {
    assert_eq!(told("fr-b2b 1000 2026-06-30 2026-07-31"), "31 d @12.40 = 10.53 -> 10.53 + 40.00");
    assert_eq!(told("fr-b2b 1000 2025-12-31 2026-01-31"), "31 d @12.15 = 10.32 -> 10.32 + 40.00");
    assert_eq!(told("fr-public 1000 2025-06-30 2025-07-31"), "31 d @10.15 = 8.62 -> 8.62 + 40.00");
    assert_eq!(told("fr-b2b 1000 2026-09-30 2026-09-30"), " -> 0.00 + 0.00");
    assert_eq!(told("fr-b2b 1000 2026-09-30 2026-09-01"), " -> 0.00 + 0.00");
}

#[test]
fn nothing_is_computed_past_the_last_known_half_year() {
    let refused = |words: &str| match case(words).unwrap_err() {
        InterestRefused::RateUnknown(unknown) => {
            format!("{} {} {}", unknown.series.key(), unknown.day, unknown.last_known)
        }
        InterestRefused::Before(day) => format!("since {day}"),
    };
    assert!(case("fr-b2b 1000 2026-10-31 2026-12-31").is_ok());
    assert_eq!(refused("fr-b2b 1000 2026-10-31 2027-01-01"), "ecb-refi 2027-01-01 2026-S2");
    assert_eq!(refused("fr-b2b 1000 2027-01-31 2027-02-28"), "ecb-refi 2027-01-01 2026-S2");
    assert_eq!(refused("fr-b2b 1000 2026-10-31 2027-01-01 rate=9"), "fr-legal-professional 2027-01-01 2026-S2");
    assert_eq!(refused("fr-b2b 1000 2012-12-31 2026-12-31"), "since 2013-01-01");
    // What was fixed when interest began is known for good.
    assert!(case("fr-public 1000 2026-10-31 2027-03-31").is_ok());
    assert!(case("contract 1000 2026-10-31 2027-03-31 rate=9").is_ok());
}

#[test]
fn rates_below_the_floor_are_told_with_what_the_floor_gives() {
    let floor = |words: &str| {
        let interest = case(words).unwrap();
        interest.floor.map(|floor| {
            let half_years: Vec<String> = floor.half_years.iter().map(ToString::to_string).collect();
            format!("{} {}", decimal(floor.interest), half_years.join(" "))
        })
    };
    assert_eq!(floor("fr-b2b 10000 2026-06-30 2026-09-30 rate=8.25"), None);
    assert_eq!(floor("fr-b2b 10000 2026-06-30 2026-09-30 rate=8.24").unwrap(), "207.95 2026-S2");
    // ECB + 10 was itself below the floor throughout 2024 (domain.md 0).
    assert_eq!(floor("fr-b2b 12000 2023-11-15 2024-09-30").unwrap(), "1568.27 2024-S1 2024-S2");
    assert_eq!(floor("fr-b2b 12000 2024-12-31 2025-09-30"), None);
}

#[test]
fn insolvency_stops_interest_the_day_before() {
    let opened = "fr-b2b 10000 2026-06-30 2026-09-30 opened=2026-08-01";
    assert_eq!(told(opened), "31 d @12.40 = 105.32 -> 105.32 + 40.00");
    assert_eq!(case(opened).unwrap().per_day, Amount::ZERO);
    let due_after = case("fr-b2b 10000 2026-08-01 2026-09-30 opened=2026-08-01").unwrap();
    assert_eq!((due_after.interest, due_after.indemnity), (Amount::ZERO, Indemnity::Not(NoIndemnity::Insolvency)));
}

#[test]
fn consumers_owe_interest_from_a_formal_notice_and_no_fixed_sum() {
    assert_eq!(told("fr-consumer 900 2026-05-31 2026-10-10"), " -> 0.00 + 0.00");
    // A notice before the due day does not make the debt due.
    assert_eq!(told("fr-consumer 900 2026-07-10 2026-10-10 notice=2026-07-01"), "92 d @2.75 = 6.24 -> 6.24 + 0.00");
    assert_eq!(case("fr-consumer 900 2026-05-31 2026-10-10").unwrap().indemnity, Indemnity::Not(NoIndemnity::Consumer));
    assert_eq!(
        case("fr-b2b 900 2026-05-31 2026-10-10 in=USD").unwrap().indemnity,
        Indemnity::Not(NoIndemnity::OtherCurrency(Currency::EUR))
    );
}

#[test]
fn rules_take_a_contract_rate_or_refuse_it() {
    let rate = Rate::parse("9");
    assert_eq!(Rule::new(Regime::Contract, None), Err(RuleRefused::RateMissing));
    for regime in [Regime::FrPublic, Regime::FrConsumer, Regime::Uk, Regime::DeB2b, Regime::BeB2b] {
        assert_eq!(Rule::new(regime, rate), Err(RuleRefused::RateNotTaken), "{}", regime.key());
    }
    assert_eq!(Rule::new(Regime::FrB2b, Rate::parse("-1")), Err(RuleRefused::RateNegative));
    assert!(Regime::ALL.iter().all(|regime| Regime::of_key(regime.key()) == Some(*regime)));
}
