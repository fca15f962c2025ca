//! Amounts in tables: right-aligned, without their currency, which the table names; zero is a quiet dash.

use crate::session::use_text;
use leptos::either::Either;
use leptos::prelude::*;
use values::{Amount, Currency};

/// The figure of a cell.
#[component]
pub fn Figure(
    /// The amount.
    amount: Amount,
    /// Its currency, for the number of decimals.
    currency: Currency,
) -> impl IntoView {
    let text = use_text();
    if amount.is_zero() {
        Either::Left(view! {
            <span class="zero" aria-hidden="true">"–"</span>
            <span class="unseen">"0"</span>
        })
    } else {
        Either::Right(view! { <span class:credit=amount.is_credit()>{text.amount(amount, currency)}</span> })
    }
}

/// A cell with an amount, a link where it leads somewhere.
#[component]
pub fn MoneyCell(
    /// The amount.
    amount: Amount,
    /// Its currency.
    currency: Currency,
    /// Where the figure leads; nowhere for zero.
    #[prop(optional_no_strip)]
    href: Option<String>,
) -> impl IntoView {
    let href = href.filter(|_| !amount.is_zero());
    view! {
        <td class="num">
            {match href {
                Some(href) => Either::Left(view! { <a class="figure-link" href=href><Figure amount currency/></a> }),
                None => Either::Right(view! { <Figure amount currency/> }),
            }}
        </td>
    }
}
