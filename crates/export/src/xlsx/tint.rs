//! Colours that follow the figures: rules of the format over a column, so that they hold after an edit or a filter. The
//! rules are made of places and numbers of ours.

use super::cell::{At, range};
use crate::palette;
use crate::table::Tint;
use std::fmt::Write;

/// Number of the look of what is wrong, after those of the ages.
const WRONG: usize = palette::SHADES.len();

/// The rules of the columns of a listing, whose rows are `first` to `last`.
pub(super) fn rules(tints: &[(u16, Tint)], first: u32, last: u32) -> String {
    let mut xml = String::new();
    let mut priority = 0;
    for (column, tint) in tints {
        let (column, whole) = (*column, |column: u16| range(At { row: first, column }, At { row: last, column }));
        let rules: Vec<(usize, String)> = match tint {
            Tint::None => continue,
            Tint::Age(age) => vec![(palette::place(*age), compared("greaterThan", &[0]))],
            Tint::DaysLate(limits) => days_late(limits),
            Tint::Difference => vec![(WRONG, compared("notEqual", &[0]))],
        };
        // Writing to a string cannot fail.
        let _ = write!(xml, "<conditionalFormatting sqref=\"{}\">", whole(column));
        for (look, condition) in rules {
            priority += 1;
            let _ =
                write!(xml, "<cfRule type=\"cellIs\" dxfId=\"{look}\" priority=\"{priority}\" {condition}</cfRule>");
        }
        xml.push_str("</conditionalFormatting>");
    }
    xml
}

/// One rule for each bucket.
fn days_late(limits: &[u32]) -> Vec<(usize, String)> {
    let mut from = 1;
    let mut rules = Vec::with_capacity(limits.len() + 1);
    for (age, limit) in (1..).zip(limits) {
        rules.push((palette::place(age), compared("between", &[from, *limit])));
        from = limit + 1;
    }
    rules.push((palette::place(limits.len() + 1), compared("greaterThanOrEqual", &[from])));
    rules
}

fn compared(operator: &str, numbers: &[u32]) -> String {
    let numbers: String = numbers.iter().map(|number| format!("<formula>{number}</formula>")).collect();
    format!("operator=\"{operator}\">{numbers}")
}

/// The looks the rules name by their number, for the part of the styles.
pub(super) fn looks() -> String {
    let mut xml = format!("<dxfs count=\"{}\">", palette::SHADES.len() + 1);
    for shade in palette::SHADES {
        // In a rule, the colour of a plain fill is the one the format calls its background.
        let _ = write!(
            xml,
            "<dxf><font>{}<color rgb=\"FF{}\"/></font><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{}\"/>\
             <bgColor rgb=\"FF{}\"/></patternFill></fill></dxf>",
            if shade.bold { "<b/>" } else { "" },
            shade.ink,
            shade.fill,
            shade.fill
        );
    }
    let _ = write!(xml, "<dxf><font><b/><color rgb=\"FF{}\"/></font></dxf></dxfs>", palette::WRONG);
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_days_late_has_one_rule() {
        let rules = rules(&[(0, Tint::None), (2, Tint::DaysLate(vec![30, 60]))], 4, 9);
        assert_eq!(
            rules,
            "<conditionalFormatting sqref=\"C5:C10\">\
             <cfRule type=\"cellIs\" dxfId=\"1\" priority=\"1\" operator=\"between\"><formula>1</formula><formula>30</formula></cfRule>\
             <cfRule type=\"cellIs\" dxfId=\"2\" priority=\"2\" operator=\"between\"><formula>31</formula><formula>60</formula></cfRule>\
             <cfRule type=\"cellIs\" dxfId=\"3\" priority=\"3\" operator=\"greaterThanOrEqual\"><formula>61</formula></cfRule>\
             </conditionalFormatting>"
        );
    }

    #[test]
    fn there_is_a_look_for_every_number() {
        assert_eq!(looks().matches("<dxf>").count(), WRONG + 1);
        assert!(looks().starts_with("<dxfs count=\"7\">"));
    }
}
