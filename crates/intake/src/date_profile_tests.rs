//! What columns of dates decide: the order they prove, the year's place, and dates swapped by a spreadsheet.

use super::*;
use proptest::prelude::*;
use sheet::CellKind;

fn profile(column: &str) -> DateProfile {
    let mut profile = DateProfile::default();
    for text in column.split('|') {
        let (kind, text) = text.strip_prefix('=').map_or((CellKind::Text, text), |date| (CellKind::Date, date));
        profile.see(&Cell { column: 0, kind, text }, false);
    }
    profile
}

/// The verdict on texts separated by `|`; `=` before a text makes it a true date.
fn verdict(column: &str) -> String {
    let profile = profile(column);
    let swapped = match profile.swap() {
        Swap::No => "",
        Swap::Possible => " perhaps swapped",
        Swap::Half => " swapped",
    };
    let form = if profile.texts() == 0 { format!(" {:?}", profile.form()) } else { String::new() };
    format!("{:?}{form}{swapped}", profile.verdict())
}

#[test]
fn the_whole_column_decides() {
    let twenty = vec!["31/01/2026"; 20].join("|");
    for (column, expected) in [
        ("01/02/2026|31/01/2026", "Sure(Dmy)"),
        ("01/02/2026|01/31/2026", "Sure(Mdy)"),
        ("01.02.2026", "Dotted"),
        ("01.02.2026|08.31.2026", "Sure(Mdy)"),
        ("01/02/2026|03/04/2026", "Unsure"),
        ("02/02/2026|04/04/2026", "Indifferent"),
        ("31/01/2026|30/01/2026|01/31/2026", "Unsure"),
        (&format!("{twenty}|01/31/2026"), "Sure(Dmy)"),
        ("2026-01-02", "Indifferent Ymd"),
        ("20260102", "Indifferent Ymd"),
        ("=2026-01-02", "Indifferent Serial"),
        // Years of a ledger keep together, days of the month spread.
        ("26/08/31|26/08/01|26/07/15", "Unsure"),
        ("98/08/31|99/08/01", "Sure(Ymd)"),
        ("31/08/26|30/09/26", "Sure(Dmy)"),
        ("=2026-01-02|=2026-03-04|=2026-05-06|13/01/2026|14/01/2026|15/01/2026", "Sure(Dmy) swapped"),
        ("=2026-01-02|01/13/2026", "Sure(Mdy) swapped"),
        ("=2026-01-22|=2026-03-04|=2026-05-06|13/01/2026|14/01/2026|15/01/2026", "Sure(Dmy)"),
        ("=2026-01-02|13/01/2026|01/02/2026", "Sure(Dmy)"),
    ] {
        assert_eq!(verdict(column), expected, "{column}");
    }
    let low: Vec<String> = (1..=12).map(|day| format!("=2026-{day:02}-{:02}", day % 5 + 1)).collect();
    assert_eq!(verdict(&low.join("|")), "Indifferent Serial perhaps swapped");
    let rents: Vec<String> = (1..=12).map(|month| format!("=2026-{month:02}-01")).collect();
    assert_eq!(verdict(&rents.join("|")), "Indifferent Serial");
}

#[test]
fn first_and_last_day_of_each_reading() {
    let profile = profile("=2026-02-01|13/03/2026|01/04/2026");
    let days = |order, swapped| profile.days(order, swapped).map(|(a, b)| format!("{a} {b}")).unwrap();
    assert_eq!(days(DateOrder::Dmy, false), "2026-02-01 2026-04-01");
    assert_eq!(days(DateOrder::Dmy, true), "2026-01-02 2026-04-01");
    assert_eq!(days(DateOrder::Mdy, false), "2026-01-04 2026-02-01");
}

proptest! {
    #[test]
    fn parts_of_a_column_tell_what_the_whole_tells(cells in proptest::collection::vec(
        prop_oneof![
            Just("01/02/2026"), Just("13/02/2026"), Just("02/13/2026"), Just("=2026-03-04"), Just("=2026-03-24"),
            Just("26/01/05"), Just("05.06.26"), Just("310826"), Just("45900"), Just("x"),
        ], 0..12,
    ), cut in 0_usize..12) {
        let (first, second) = cells.split_at(cut.min(cells.len()));
        let mut merged = profile(&first.join("|"));
        merged.merge(&profile(&second.join("|")));
        let mut turned = cells.clone();
        turned.reverse();
        for whole in [profile(&cells.join("|")), profile(&turned.join("|"))] {
            prop_assert_eq!(format!("{whole:?}"), format!("{merged:?}"));
        }
    }
}
