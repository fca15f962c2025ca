//! Ages that no word tells: what was not due on the day of the balance, headed by that day (`Au 31/12/2026`), and the columns
//! that a total holds beside the ages known. Guarantee: a total foots with what is taken for an age, or its heading is the day.

use crate::Field;
use crate::age_heading::{as_of, unranked};
use crate::aged_day;
use crate::footing;
use crate::header::{Header, Heading};
use crate::vocabulary::is_not_due;
use crate::words::fold;
use sheet::Table;

/// Gives such columns their meaning, where two columns of ages stand beside them.
pub(crate) fn tell(header: &mut Header, table: &Table) {
    let ages = header.columns_of(&[Field::Bucket]);
    if ages.len() < 2 {
        return;
    }
    if let Some(column) = headed_by_the_day(header, table) {
        let whole = footing::is_sum(header, table, column, &ages);
        header.means(column, if whole { Field::Residual } else { Field::Bucket });
    }
    let ages = header.columns_of(&[Field::Bucket]);
    for column in footing::missing_parts(header, table, &ages) {
        header.means(column, Field::Bucket);
    }
}

/// The only column headed by the day of the balance, where no other one says that it is not due.
fn headed_by_the_day(header: &Header, table: &Table) -> Option<u16> {
    let not_due = |heading: &Heading| is_not_due(&fold(unranked(&heading.text)));
    if header.headings.iter().any(not_due) {
        return None;
    }
    let day = aged_day::stated(table, header.row).day;
    let of_day = |heading: &&Heading| {
        let readings = as_of(&heading.text);
        heading.hits.is_empty() && !readings.is_empty() && day.is_none_or(|day| readings.contains(&day))
    };
    let mut found = header.headings.iter().filter(of_day);
    found.next().filter(|_| found.next().is_none()).map(|heading| heading.column)
}

#[cfg(test)]
mod tests {
    use crate::Field;
    use crate::detect::detect;

    /// The headings taken for ages, and for what is owed.
    fn read(headings: &str, rows: &str) -> String {
        let text = format!("Balance âgée au 31/12/2026\n\nCompte;Nom;{headings}\n{rows}");
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        let Some(best) = found.candidates.first() else { return "-".to_owned() };
        let of = |field: Field| {
            let bound = best.mapping.columns().iter().filter(move |binding| binding.field == field);
            bound.map(|binding| binding.header.clone()).collect::<Vec<_>>().join(", ")
        };
        format!("{} = {}{}", of(Field::Bucket), of(Field::Residual), of(Field::Amount))
    }

    const SUMS: &str = "C1;A;1,00;2,00;3,00;6,00\nC2;B;;2,50;;2,50\nC3;C;4,00;;-1,00;3,00\nC4;D;7,00;;;7,00\n";

    #[test]
    fn a_total_tells_the_ages_it_holds() {
        assert_eq!(read("Zzz;1-30;> 30;Total", SUMS), "Zzz, 1-30, > 30 = Total");
        assert_eq!(read("1-30;> 30;Zzz;Solde", SUMS), "1-30, > 30, Zzz = Solde");
        assert_eq!(read("Au 31/12/2026;1-30;> 30;Total", SUMS), "Au 31/12/2026, 1-30, > 30 = Total");
        assert_eq!(read("Au 31/12/2026;1-30;> 30;Zzz", SUMS), "Au 31/12/2026, 1-30, > 30 = ");
    }

    #[test]
    fn what_no_total_holds_is_left() {
        // The ages make the total without it.
        assert_eq!(
            read("Non échu;1-30;> 30;Total;Zzz", &SUMS.replace('\n', ";9,00\n")),
            "Non échu, 1-30, > 30 = Total"
        );
        // Nothing foots.
        assert_eq!(
            read("Zzz;1-30;> 30;Total", &SUMS.replace("6,00", "6,10").replace(";7,00", ";8,00")),
            "1-30, > 30 = Total"
        );
        // Another day.
        assert_eq!(read("Au 31/12/2025;1-30;> 30;Yyy", SUMS), "1-30, > 30 = ");
        // The day of the balance heads the whole.
        assert_eq!(read("1-30;31-60;> 60;Au 31/12/2026", SUMS), "1-30, 31-60, > 60 = Au 31/12/2026");
    }
}
