//! Interest rates by day, each with its source (domain.md 3). The shipped tables are `data/*.csv`; a person's own rows
//! replace and extend them. A rate is looked up or refused: nothing is carried past the last day of a table.

mod half_year;
mod rate;
mod shipped;

pub use half_year::HalfYear;
pub use rate::Rate;

use std::borrow::Cow;
use std::collections::BTreeMap;
use values::{Day, Days};

/// A table of rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Series {
    /// European Central Bank, main refinancing operations.
    EcbRefi,
    /// French legal interest rate, creditors other than individuals.
    FrLegalProfessional,
    /// French legal interest rate, individuals acting for no professional need.
    FrLegalIndividual,
    /// Bank of England, the reference rate of the late payment order.
    BoeReference,
    /// German base rate.
    DeBase,
    /// Belgian rate of late commercial payments.
    BeCommercial,
    /// Swiss interest on default.
    ChDefault,
}

impl Series {
    /// Every series.
    pub const ALL: [Series; 7] = [
        Series::EcbRefi,
        Series::FrLegalProfessional,
        Series::FrLegalIndividual,
        Series::BoeReference,
        Series::DeBase,
        Series::BeCommercial,
        Series::ChDefault,
    ];

    /// Stable identifier, the name of the data file.
    pub const fn key(self) -> &'static str {
        match self {
            Series::EcbRefi => "ecb-refi",
            Series::FrLegalProfessional => "fr-legal-professional",
            Series::FrLegalIndividual => "fr-legal-individual",
            Series::BoeReference => "boe-reference",
            Series::DeBase => "de-base",
            Series::BeCommercial => "be-commercial",
            Series::ChDefault => "ch-default",
        }
    }
}

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quality {
    /// Seen in the source named.
    Verified,
    /// Given by the formula of the law from a verified rate.
    Computed,
    /// Seen in a source that quotes the official one.
    Secondary,
    /// From professional knowledge only.
    Unverified,
    /// Entered by the person.
    Own,
}

impl Quality {
    /// Every quality.
    pub const ALL: [Quality; 5] =
        [Quality::Verified, Quality::Computed, Quality::Secondary, Quality::Unverified, Quality::Own];

    /// Stable identifier.
    pub const fn key(self) -> &'static str {
        match self {
            Quality::Verified => "verified",
            Quality::Computed => "computed",
            Quality::Secondary => "secondary",
            Quality::Unverified => "unverified",
            Quality::Own => "own",
        }
    }
}

/// A rate and the days it is known for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// First day.
    pub from: Day,
    /// Last day for which it is known.
    pub to: Day,
    /// The rate.
    pub rate: Rate,
    /// How far it can be trusted.
    pub quality: Quality,
    /// The day the source was read.
    pub checked: Day,
    /// Where the rate was read.
    pub source: Cow<'static, str>,
}

/// A day no row of a series holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateUnknown {
    /// The series.
    pub series: Series,
    /// The day asked for.
    pub day: Day,
    /// First day known.
    pub first: Day,
    /// Last half-year whose first day is known.
    pub last_known: HalfYear,
}

/// Why rows of a person's own are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowsRefused {
    /// There is none.
    Empty,
    /// The row with this place ends before it begins.
    Backwards(usize),
    /// It begins before the row before it has ended.
    Overlap(usize),
    /// Days between it and the row before, or the shipped table, are left without a rate.
    Gap(usize),
}

/// The tables in use: those shipped, with a person's own rows in their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    own: BTreeMap<Series, Vec<Row>>,
}

impl Rates {
    /// Puts a person's own rows in the place of those shipped for the same days, and after them.
    pub fn with(mut self, series: Series, rows: Vec<Row>) -> Result<Rates, RowsRefused> {
        contiguous(&rows)?;
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Err(RowsRefused::Empty) };
        let (from, to) = (first.from, last.to);
        let known = self.rows(series);
        if known.last().is_some_and(|known| known.to + Days(1) < from)
            || known.first().is_some_and(|known| to + Days(1) < known.from)
        {
            return Err(RowsRefused::Gap(0));
        }
        let before = known.iter().filter(|row| row.from < from);
        let before = before.map(|row| Row { to: row.to.min(from - Days(1)), ..row.clone() });
        let after = known.iter().filter(|row| row.to > to);
        let after = after.map(|row| Row { from: row.from.max(to + Days(1)), ..row.clone() });
        let merged = before.chain(rows).chain(after).collect();
        self.own.insert(series, merged);
        Ok(self)
    }

    /// The rows of a series, by day, without gap or overlap.
    pub fn rows(&self, series: Series) -> &[Row] {
        self.own.get(&series).map_or_else(|| shipped::rows(series), Vec::as_slice)
    }

    /// The row that holds a day.
    pub fn on(&self, series: Series, day: Day) -> Result<&Row, RateUnknown> {
        let rows = self.rows(series);
        let at = rows.partition_point(|row| row.to < day);
        let found = rows.get(at).filter(|row| row.from <= day);
        found.ok_or_else(|| RateUnknown {
            series,
            day,
            first: rows.first().map_or(day, |row| row.from),
            last_known: self.last_known(series),
        })
    }

    /// The last half-year whose first day is known.
    pub fn last_known(&self, series: Series) -> HalfYear {
        let last = self.rows(series).last().map_or(Day::EPOCH, |row| row.to);
        HalfYear::of(last)
    }
}

fn contiguous(rows: &[Row]) -> Result<(), RowsRefused> {
    if let Some(place) = rows.iter().position(|row| row.to < row.from) {
        return Err(RowsRefused::Backwards(place));
    }
    for (pair, place) in rows.windows(2).zip(1..) {
        let [before, row] = pair else { continue };
        if row.from <= before.to {
            return Err(RowsRefused::Overlap(place));
        }
        if row.from > before.to + Days(1) {
            return Err(RowsRefused::Gap(place));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn on(rates: &Rates, series: Series, of: &str) -> String {
        match rates.on(series, day(of)) {
            Ok(row) => row.rate.to_string(),
            Err(unknown) => format!("unknown, last {}", unknown.last_known),
        }
    }

    fn row(from: &str, to: &str, percent: &str) -> Row {
        let rate = Rate::parse(percent).unwrap();
        Row { from: day(from), to: day(to), rate, quality: Quality::Own, checked: day(from), source: "own".into() }
    }

    /// `half-year ECB individuals professionals DE BE BoE`, domain.md 3.2.
    const TABLE: &str = "
2015-S1 0.05 4.06 0.93 -0.83 8.50 0.50
2015-S2 0.05 4.29 0.99 -0.83 8.50 0.50
2016-S1 0.05 4.54 1.01 -0.83 8.50 0.50
2016-S2 0.00 4.35 0.93 -0.88 8.00 0.50
2017-S1 0.00 4.16 0.90 -0.88 8.00 0.25
2017-S2 0.00 3.94 0.90 -0.88 8.00 0.25
2018-S1 0.00 3.73 0.89 -0.88 8.00 0.50
2018-S2 0.00 3.60 0.88 -0.88 8.00 0.50
2019-S1 0.00 3.40 0.86 -0.88 8.00 0.75
2019-S2 0.00 3.26 0.87 -0.88 8.00 0.75
2020-S1 0.00 3.15 0.87 -0.88 8.00 0.75
2020-S2 0.00 3.11 0.84 -0.88 8.00 0.10
2021-S1 0.00 3.14 0.79 -0.88 8.00 0.10
2021-S2 0.00 3.12 0.76 -0.88 8.00 0.10
2022-S1 0.00 3.13 0.76 -0.88 8.00 0.25
2022-S2 0.00 3.15 0.77 -0.88 8.00 1.25
2023-S1 2.50 4.47 2.06 1.62 10.50 3.50
2023-S2 4.00 6.82 4.22 3.12 12.00 5.00
2024-S1 4.50 8.01 5.07 3.62 12.50 5.25
2024-S2 4.25 8.16 4.92 3.37 12.50 5.25
2025-S1 3.15 7.21 3.71 2.27 11.50 4.75
2025-S2 2.15 6.65 2.76 1.27 10.50 4.25
2026-S1 2.15 6.67 2.62 1.27 10.50 3.75
2026-S2 2.40 6.84 2.75 1.52 10.50 3.75";

    #[test]
    fn the_handbook_table_holds() {
        let rates = Rates::default();
        let series = [
            Series::EcbRefi,
            Series::FrLegalIndividual,
            Series::FrLegalProfessional,
            Series::DeBase,
            Series::BeCommercial,
            Series::BoeReference,
        ];
        let mut half_year = HalfYear::of(day("2015-01-01"));
        for line in TABLE.trim().lines() {
            let seen = series.map(|series| on(&rates, series, &half_year.first_day().to_string()));
            assert_eq!(format!("{half_year} {}", seen.join(" ")), line);
            half_year = half_year.next();
        }
    }

    #[test]
    fn shipped_tables_have_no_gap_and_end_with_the_edition() {
        let rates = Rates::default();
        for series in Series::ALL {
            let rows = rates.rows(series);
            assert_eq!(contiguous(rows), Ok(()), "{}", series.key());
            assert!(rows.iter().all(|row| row.quality != Quality::Own && row.checked >= day("2026-11-21")));
            assert_eq!(rates.last_known(series).to_string(), crate::EDITION, "{}", series.key());
        }
        let changes = rates.rows(Series::EcbRefi).chunk_by(|a, b| a.rate == b.rate).count();
        assert_eq!(changes, 62, "every change of the refinancing rate since 1999");
    }

    #[test]
    fn derived_tables_follow_their_formulas() {
        let rates = Rates::default();
        for row in rates.rows(Series::DeBase).iter().filter(|row| row.from >= day("2009-07-01")) {
            let ecb = rates.on(Series::EcbRefi, row.from - Days(1)).unwrap().rate;
            assert_eq!(row.rate, ecb.plus(Rate::hundredths(-88)), "German base rate of {}", row.from);
        }
        for row in rates.rows(Series::BeCommercial) {
            let plain = rates.on(Series::EcbRefi, row.from).unwrap().rate.plus(Rate::hundredths(800));
            let halves = (plain.units() + 4_999).div_euclid(5_000);
            assert_eq!(row.rate, Rate::hundredths(halves * 50), "Belgian rate of {}", row.from);
        }
        // The floor as it was published: three times the legal rate (domain.md 3.2).
        for (half_year, floor) in [("2025-01-01", 1113), ("2025-07-01", 828), ("2026-01-01", 786), ("2026-07-01", 825)]
        {
            let legal = rates.on(Series::FrLegalProfessional, day(half_year)).unwrap().rate;
            assert_eq!(legal.times(3), Rate::hundredths(floor));
        }
    }

    #[test]
    fn nothing_is_known_past_the_table() {
        let rates = Rates::default();
        assert_eq!(on(&rates, Series::EcbRefi, "2026-10-28"), "2.65");
        assert_eq!(on(&rates, Series::EcbRefi, "2026-10-29"), "unknown, last 2026-S2");
        assert_eq!(on(&rates, Series::FrLegalProfessional, "2027-01-01"), "unknown, last 2026-S2");
        assert_eq!(on(&rates, Series::EcbRefi, "1998-12-31"), "unknown, last 2026-S2");
    }

    #[test]
    fn own_rows_replace_and_extend() {
        let own = vec![row("2026-07-01", "2026-12-31", "2.50"), row("2027-01-01", "2027-06-30", "2.90")];
        let rates = Rates::default().with(Series::EcbRefi, own).unwrap();
        assert_eq!(on(&rates, Series::EcbRefi, "2026-06-30"), "2.40");
        assert_eq!(on(&rates, Series::EcbRefi, "2026-07-01"), "2.50");
        assert_eq!(on(&rates, Series::EcbRefi, "2027-06-30"), "2.90");
        assert_eq!(on(&rates, Series::EcbRefi, "2027-07-01"), "unknown, last 2027-S1");
        let middle = rates.with(Series::EcbRefi, vec![row("2026-08-01", "2026-08-31", "1")]).unwrap();
        assert_eq!(contiguous(middle.rows(Series::EcbRefi)), Ok(()));
        let around = ["2026-07-31", "2026-08-01", "2026-08-31", "2026-09-01"];
        assert_eq!(around.map(|of| on(&middle, Series::EcbRefi, of)), ["2.50", "1.00", "1.00", "2.50"]);
    }

    #[test]
    fn own_rows_that_leave_a_doubt_are_refused() {
        let of = |rows| Rates::default().with(Series::DeBase, rows).unwrap_err();
        assert_eq!(of(vec![]), RowsRefused::Empty);
        assert_eq!(of(vec![row("2027-06-30", "2027-01-01", "2")]), RowsRefused::Backwards(0));
        let (first, late) = (row("2027-01-01", "2027-06-30", "2"), row("2027-07-02", "2027-12-31", "2"));
        assert_eq!(of(vec![first.clone(), late]), RowsRefused::Gap(1));
        assert_eq!(of(vec![first, row("2027-06-30", "2027-12-31", "2")]), RowsRefused::Overlap(1));
        assert_eq!(of(vec![row("2027-07-01", "2027-12-31", "2")]), RowsRefused::Gap(0), "after the shipped table");
        assert_eq!(of(vec![row("2001-01-01", "2001-12-30", "2")]), RowsRefused::Gap(0), "before it");
    }
}
