//! The legal holidays of mainland France (Code du travail, L3133-1): eight fixed days, and three that follow Easter;
//! and the two that Alsace and Moselle add (L3134-13).

use values::{Day, Days};

/// Whether a day is a legal holiday in all of France; those of Alsace, Moselle and overseas are not counted.
pub fn is_french_holiday(day: Day) -> bool {
    const FIXED: [(u32, u32); 8] = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    /// Easter Monday, Ascension, Whit Monday.
    const AFTER_EASTER: [i32; 3] = [1, 39, 50];
    FIXED.contains(&(day.month(), day.day_of_month()))
        || easter(day.year()).is_some_and(|easter| AFTER_EASTER.iter().any(|days| easter + Days(*days) == day))
}

/// Whether a day is a holiday in Alsace and Moselle alone: 26 December, and Good Friday, which holds in the places that
/// have a Protestant church or one shared with Catholics and is counted for all.
pub fn is_alsace_moselle_holiday(day: Day) -> bool {
    (day.month(), day.day_of_month()) == (12, 26)
        || easter(day.year()).is_some_and(|easter| easter - Days(GOOD_FRIDAY_BEFORE_EASTER) == day)
}

const GOOD_FRIDAY_BEFORE_EASTER: i32 = 2;

/// Easter Sunday of a Gregorian year (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<Day> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    let days = moon + week - 7 * late + 114;
    Day::new(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_moves_as_published() {
        let sunday = |year| easter(year).map(|day| day.to_string()).unwrap_or_default();
        let years = [2000, 2008, 2011, 2024, 2025, 2026, 2027, 2038];
        let published = [
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2038-04-25",
        ];
        assert_eq!(years.map(sunday), published);
    }

    #[test]
    fn alsace_and_moselle_have_two_of_their_own() {
        let of_2026 = (0..365).map(|day| "2026-01-01".parse::<Day>().unwrap() + Days(day));
        let own: Vec<String> =
            of_2026.filter(|day| is_alsace_moselle_holiday(*day)).map(|day| day.to_string()).collect();
        assert_eq!(own, ["2026-04-03", "2026-12-26"]);
    }

    #[test]
    fn eleven_holidays_a_year() {
        let first: Day = "2026-01-01".parse().unwrap();
        let holidays: Vec<String> = (0..365)
            .map(|day| first + Days(day))
            .filter(|day| is_french_holiday(*day))
            .map(|day| day.to_string())
            .collect();
        assert_eq!(holidays.len(), 11);
        for moving in ["2026-04-06", "2026-05-14", "2026-05-25"] {
            assert!(holidays.iter().any(|day| day == moving), "{moving}");
        }
    }
}
