//! Sheets under the same headings are read alike. What a column means is told by its rows too, and the sheet of a month
//! in which all was paid, or nothing, tells less than its neighbours: it would be read otherwise, or not at all.

use crate::detection::Candidate;
use crate::earlier::{Earlier, reconcile};
use crate::mapping::{Details, Mapping};
use crate::whole_customer;
use crate::words::fold;
use sheet::{Row, Table};
use values::TableIndex;

/// How far down the headings of another sheet are looked for.
const DEPTH: usize = 40;

/// Gives every sheet that has the headings of the main one the meanings they have there.
pub(crate) fn read_alike(tables: &[Table], best: &mut [Option<Candidate>], main: TableIndex) {
    let of = |index: TableIndex| Some((tables.get(usize::from(index.0))?, best.get(usize::from(index.0))?.as_ref()?));
    let Some((table, candidate)) = of(main) else { return };
    let (kept, candidate) = (candidate.mapping.clone(), candidate.clone());
    let Some(headings) = table.row(kept.header_row()).map(|row| written(&row)) else { return };
    for (index, (table, own)) in tables.iter().zip(best).enumerate() {
        if index == usize::from(main.0) {
            continue;
        }
        let Some(row) = table.rows().take(DEPTH).find(|row| written(row) == headings) else { continue };
        // Where each sheet is one customer's, a sheet that names none would have its rows set aside.
        let anonymous = kept.group_column() == Some(whole_customer::COLUMN);
        if anonymous && whole_customer::of(table, row.number()).is_none() {
            continue;
        }
        let mapping = as_main(&kept, row.number(), table);
        if own.as_ref().is_none_or(|own| !own.mapping.binds_like(&mapping)) {
            let evidence = own.take().map(|own| own.evidence).unwrap_or_default();
            *own = Some(Candidate { mapping, confidence: candidate.confidence, evidence });
        }
    }
}

/// The main sheet's meanings, under the headings of another one; how numbers and dates are written, it tells itself.
fn as_main(main: &Mapping, header_row: u32, table: &Table) -> Mapping {
    let mapping = reconcile(main.clone().with_header_row(header_row), table, None);
    let details = Details { earlier: Earlier::default(), ..mapping.details().clone() };
    mapping.with_details(details)
}

fn written(row: &Row<'_>) -> Vec<(u16, String)> {
    row.cells().map(|cell| (cell.column, fold(cell.text))).filter(|(_, text)| !text.is_empty()).collect()
}
