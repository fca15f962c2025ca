//! A listing as a table of the format: named columns, a filter on each, striped rows. The format allows it where there
//! is a row and where headings are texts unlike one another; elsewhere the listing keeps a plain filter.

use super::cell::{At, push_escaped, range};
use super::measure::Listing;
use values::Arrange;

/// Whether a listing can be such a table.
pub(super) fn allowed(listing: &Listing) -> bool {
    let mut names: Vec<String> = listing.names.iter().map(|name| name.to_lowercase()).collect();
    names.arrange();
    let unlike = names.windows(2).all(|pair| pair.first() != pair.last());
    listing.last_row > listing.headings && unlike && names.iter().all(|name| !name.is_empty())
}

/// The part of a table, the `number`th of the workbook, without its XML declaration.
pub(super) fn part(number: usize, listing: &Listing) -> String {
    let first = At { row: listing.headings, column: 0 };
    let whole = range(first, At { row: listing.last_row, column: listing.last_column });
    let mut xml = format!(
        "<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" id=\"{number}\" \
         name=\"Encours_{number}\" displayName=\"Encours_{number}\" ref=\"{whole}\" totalsRowShown=\"0\">\
         <autoFilter ref=\"{whole}\"/><tableColumns count=\"{}\">",
        listing.names.len()
    );
    for (column, name) in (1_usize..).zip(&listing.names) {
        xml.push_str(&format!("<tableColumn id=\"{column}\" name=\""));
        push_escaped(&mut xml, name);
        xml.push_str("\"/>");
    }
    xml.push_str(
        "</tableColumns><tableStyleInfo name=\"TableStyleLight1\" showFirstColumn=\"0\" showLastColumn=\"0\" \
         showRowStripes=\"1\" showColumnStripes=\"0\"/></table>",
    );
    xml
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Tint;

    fn listing(names: &[&str], last_row: u32) -> Listing {
        Listing {
            headings: 3,
            last_row,
            last_column: 1,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            tints: vec![(0, Tint::None)],
            totals: Vec::new(),
        }
    }

    #[test]
    fn a_table_has_rows_and_headings_unlike_one_another() {
        assert!(allowed(&listing(&["Code", "Nom"], 4)));
        assert!(!allowed(&listing(&["Code", "Nom"], 3)));
        assert!(!allowed(&listing(&["Code", "CODE"], 4)));
        assert!(!allowed(&listing(&["Code", ""], 4)));
        let part = part(2, &listing(&["Code", "Reste <dû>"], 4));
        assert!(part.contains("displayName=\"Encours_2\" ref=\"A4:B5\""));
        assert!(part.contains("name=\"Reste &lt;dû&gt;\""));
    }
}
