//! A reading kept from an earlier file against what the file at hand shows. What the file leaves open is read as before;
//! what it contradicts is read as it shows, and asked. A day or a swap told of the earlier file says nothing of this one.

use crate::batches::Whole;
use crate::column_profiles::Profiles;
use crate::date_profile::{DateProfile, Swap};
use crate::decide::{self, AmountHints, DateHints, Told};
use crate::detect::{detect, detect_at};
use crate::facts::facts;
use crate::mapping::{AmountFormat, DateOrder, Details, Layout, Mapping, SignRule};
use crate::number_profile::{AmountProfile, FormatVerdict};
use crate::row::Plan;
use crate::{Detection, Field};
use sheet::Table;

/// What an earlier file was read by and this one contradicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The order of dates.
    pub date_order: Option<DateOrder>,
    /// How amounts were written.
    pub amount_format: Option<AmountFormat>,
    /// How credits were told.
    pub sign: Option<SignRule>,
}

/// The reading of an earlier file as this table allows it. `whole` is known of a table of which `table` is a sample.
pub fn reconcile(kept: Mapping, table: &Table, whole: Option<&Whole>) -> Mapping {
    let detection = whole.map_or_else(|| detected(table, kept.header_row()), |whole| whole.detect(table));
    let found = detection.candidates.into_iter().map(|candidate| candidate.mapping);
    let found = found.into_iter().find(|found| found.layout() == kept.layout());
    let own;
    let profiles = match whole {
        Some(whole) => whole.profiles(),
        None => {
            own = facts(table, &kept, &Plan::new(&kept, table.column_count())).profiles;
            &own
        }
    };
    let found = found.unwrap_or_else(|| told_by_cells(&kept, profiles));
    let kept = dates(kept, &found, profiles);
    let kept = amounts(kept, &found, profiles);
    let kept = sign(kept, &found, profiles);
    let swapped = kept.details().swapped_dates.clone().filter(|columns| still_swapped(columns, profiles));
    let details =
        Details { aged_days: found.details().aged_days.clone(), swapped_dates: swapped, ..kept.details().clone() };
    kept.with_details(details).with_aged_as_of(found.aged_as_of())
}

/// What the cells of the columns show, where a person alone knew what the headings mean.
fn told_by_cells(kept: &Mapping, profiles: &Profiles) -> Mapping {
    let french_books = kept.layout() == Layout::Fec;
    let header = |column: u16| kept.columns().iter().find(|binding| binding.column == column);
    let header = |column: u16| header(column).map_or("", |binding| binding.header.as_str());
    let days: Vec<Told<'_, DateProfile>> = profiles.dates.iter().map(|told| told.told(header(told.column))).collect();
    let sums: Vec<Told<'_, AmountProfile>> =
        profiles.amounts.iter().map(|told| told.told(header(told.column))).collect();
    let hints = AmountHints { thousandths: false, language: kept.amount_format().decimal(), french_books };
    let amounts = decide::amounts(&sums, &hints);
    let pairs = || profiles.pairs;
    let dates = decide::dates(&days, pairs, DateHints { american: false, french_books });
    let details = Details {
        date_orders: dates.orders,
        date_order_assumed: dates.assumed,
        decimal_marks: amounts.marks,
        amount_format_assumed: amounts.assumed,
        ..Details::default()
    };
    let shown = kept.clone().with_date_order(dates.order).with_amount_format(amounts.format);
    shown.with_details(details).with_aged_as_of(None)
}

fn detected(table: &Table, header_row: u32) -> Detection {
    let detection = detect(table);
    // Headings over two lines are only found by themselves.
    let same = detection.candidates.first().is_some_and(|best| best.mapping.header_row() == header_row);
    if same { detection } else { detect_at(table, header_row) }
}

fn order(mapping: &Mapping, column: u16) -> DateOrder {
    mapping.details().date_orders.get(&column).copied().unwrap_or_else(|| mapping.date_order())
}

fn dates(kept: Mapping, found: &Mapping, profiles: &Profiles) -> Mapping {
    let mut earlier = None;
    let mut asked = false;
    for told in profiles.dates.iter().filter(|told| told.profile.texts() > 0) {
        let (before, now) = (order(&kept, told.column), order(found, told.column));
        if before == DateOrder::Serial {
            // The earlier file had true dates: it says nothing of texts.
            asked |= before != now;
        } else if contradicts(&told.profile, before, now, found.details().date_order_assumed) {
            earlier = earlier.or(Some(before));
        }
    }
    if earlier.is_none() && !asked {
        return kept;
    }
    let details = Details {
        date_orders: found.details().date_orders.clone(),
        date_order_assumed: found.details().date_order_assumed && earlier.is_none(),
        earlier: Earlier { date_order: earlier, ..kept.details().earlier },
        ..kept.details().clone()
    };
    kept.with_date_order(found.date_order()).with_details(details)
}

/// Whether a column shows another order than the one it was read by before.
fn contradicts(profile: &DateProfile, before: DateOrder, now: DateOrder, assumed: bool) -> bool {
    let better = profile.dissent(before) > profile.dissent(now);
    let otherwise = profile.days(before, false) != profile.days(now, false);
    before != now && (better || otherwise && !assumed)
}

fn amounts(kept: Mapping, found: &Mapping, profiles: &Profiles) -> Mapping {
    let mark = |column: u16| kept.details().decimal_marks.get(&column).copied();
    let earlier = profiles.amounts.iter().find_map(|told| match told.profile.verdict() {
        FormatVerdict::Sure(now) => {
            let before = mark(told.column).unwrap_or_else(|| kept.amount_format().decimal());
            (before != now).then(|| told.profile.format(before))
        }
        FormatVerdict::Unsure | FormatVerdict::Indifferent => None,
    });
    let Some(earlier) = earlier else { return kept };
    let details = Details {
        decimal_marks: found.details().decimal_marks.clone(),
        amount_format_assumed: false,
        earlier: Earlier { amount_format: Some(earlier), ..kept.details().earlier },
        ..kept.details().clone()
    };
    kept.with_amount_format(found.amount_format()).with_details(details)
}

/// Credits were told by the type of the document and are written below zero now, or the other way round.
fn sign(kept: Mapping, found: &Mapping, profiles: &Profiles) -> Mapping {
    let signed = [Field::Residual, Field::Amount];
    let negatives = profiles.amounts.iter().any(|told| signed.contains(&told.field) && told.profile.negatives > 0);
    let differs = match (kept.sign(), found.sign()) {
        (SignRule::Type, SignRule::Signed) => negatives,
        (SignRule::Signed, SignRule::Type) => true,
        (_, _) => false,
    };
    if !differs || !kept.binds(Field::DocumentType) {
        return kept;
    }
    let earlier = Earlier { sign: Some(kept.sign()), ..kept.details().earlier };
    let details = Details { earlier, ..kept.details().clone() };
    kept.with_sign(found.sign()).with_details(details)
}

fn still_swapped(columns: &[u16], profiles: &Profiles) -> bool {
    let of = |column: &u16| profiles.dates.iter().find(|told| told.column == *column);
    columns.iter().all(|column| of(column).is_some_and(|told| told.profile.swap() != Swap::No))
}
