//! The structure of an outstanding by age: one stacked bar, its legend, and the same in words.

use crate::logic::part::Part;
use crate::logic::shares::{length, shares};
use crate::session::use_text;
use leptos::prelude::*;
use protocol::{AgedRow, Basis};
use text::Language;
use values::{Amount, Currency};

/// Below this share, in ten-thousandths, a segment has no room for its label.
const LABELLED: i64 = 700;

/// The name of a part of the balance.
pub fn part_name(text: Language, basis: Basis, limits: &[u32], part: Part) -> String {
    match part {
        Part::NotDue => text.part_not_due().to_owned(),
        Part::ToCome(rank) => {
            let (first, last) = crate::logic::limits::bounds(Basis::InvoiceDate, limits, rank);
            text.to_come(first, last)
        }
        Part::Bucket(rank) => {
            let (first, last) = crate::logic::limits::bounds(basis, limits, rank);
            text.bucket(first, last)
        }
        Part::NoDueDate => text.part_no_due_date().to_owned(),
        Part::Unallocated => text.part_unallocated().to_owned(),
    }
}

/// The colour class of a part: the palette goes from light to dark with age.
pub fn part_class(part: Part) -> String {
    match part {
        Part::NotDue | Part::ToCome(_) => "age-0".to_owned(),
        Part::Bucket(rank) => format!("age-{}", rank.saturating_add(1)),
        Part::NoDueDate => "age-none".to_owned(),
        Part::Unallocated => "age-credit".to_owned(),
    }
}

/// The bar of one line of the balance.
#[component]
pub fn AgeBar(
    /// The line, or the total.
    row: AgedRow,
    /// Which date ages an item.
    basis: Basis,
    /// Limits of the buckets.
    limits: Vec<u32>,
    /// Its currency.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    let parts: Vec<(Part, Amount)> = Part::all(basis, &limits)
        .into_iter()
        .filter(|part| *part != Part::Unallocated)
        .map(|part| (part, part.of(&row)))
        .filter(|(part, amount)| *part != Part::NoDueDate || !amount.is_zero())
        .collect();
    let shares = shares(&parts.iter().map(|(_, amount)| *amount).collect::<Vec<_>>());
    let lines: Vec<(Part, String, Amount, i64)> = parts
        .into_iter()
        .zip(shares)
        .map(|((part, amount), share)| (part, part_name(text, basis, &limits, part), amount, share))
        .collect();
    let spoken = lines
        .iter()
        .map(|(_, name, _, share)| format!("{name} {}", text.percent(*share)))
        .collect::<Vec<_>>()
        .join(", ");
    let segments = lines.clone();
    let unallocated = row.unallocated;
    view! {
        <figure class="age-bar">
            <figcaption>{text.title_structure()}</figcaption>
            <div class="age-track" role="img" aria-label=spoken>
                {segments
                    .into_iter()
                    .filter(|(_, _, _, share)| *share > 0)
                    .map(|(part, _, _, share)| {
                        view! {
                            <span class=format!("age-segment {}", part_class(part)) style:width=length(share)>
                                {(share >= LABELLED).then(|| text.percent(share))}
                            </span>
                        }
                    })
                    .collect_view()}
            </div>
            <ul class="age-legend">
                {lines
                    .into_iter()
                    .map(|(part, name, amount, share)| {
                        view! {
                            <li>
                                <span class=format!("age-chip {}", part_class(part)) aria-hidden="true"></span>
                                <span class="legend-name">{name}</span>
                                <span class="legend-share">{text.percent(share)}</span>
                                <span class="legend-amount">{text.money(amount, currency)}</span>
                            </li>
                        }
                    })
                    .collect_view()}
                {(!unallocated.is_zero())
                    .then(|| {
                        view! {
                            <li>
                                <span class="age-chip age-credit" aria-hidden="true"></span>
                                <span class="legend-name">{text.part_unallocated()}</span>
                                <span class="legend-share">{text.legend_outside_bar()}</span>
                                <span class="legend-amount">{text.money(unallocated, currency)}</span>
                            </li>
                        }
                    })}
            </ul>
        </figure>
    }
}
