//! The control of an import: every row in one line, the amounts of each currency, and the balance of the books that
//! the user types, compared to the cent.

use crate::session::{use_session, use_text};
use crate::work;
use leptos::prelude::*;
use protocol::{ControlTotal, ImportReport};
use values::Amount;

/// The amounts of each currency, and the field of the books.
#[component]
pub fn Control(
    /// What was read.
    #[prop(into)]
    report: ImportReport,
) -> impl IntoView {
    let text = use_text();
    let unread = report.set_aside_unread;
    let totals = report.control_totals.iter().map(|total| {
        let by_file = report.stated_totals().any(|(file, own)| file.is_some() && own.currency == total.currency);
        view! { <Totals total=total.clone() by_file/> }
    });
    view! {
        <h2>{text.title_control()}</h2>
        {totals.collect_view()}
        {(unread > 0).then(|| view! { <p class="muted">{text.set_aside_unread(unread)}</p> })}
    }
}

/// What of the file's total stands neither in the rows imported nor in those set aside: nothing where the total leaves
/// out the rows set aside too.
fn left_to_explain(stated: Amount, imported: Amount, set_aside: Amount) -> Amount {
    if stated == imported { Amount::ZERO } else { stated - imported - set_aside }
}

/// The class of a comparison.
const fn class_of(agrees: Option<bool>) -> &'static str {
    match agrees {
        Some(true) => "control control-ok",
        Some(false) => "control control-wrong",
        None => "control",
    }
}

/// The totals that one file of several states of itself, each against what was imported of it.
#[component]
pub fn StatedOfFile(
    /// Its totals.
    totals: Vec<ControlTotal>,
) -> impl IntoView {
    let text = use_text();
    let stated = totals.into_iter().filter(|total| total.stated.is_some());
    let line = |total: ControlTotal| {
        let sentence = text.control_total(total.stated, total.computed, total.ok, total.currency);
        view! { <p class=class_of(total.ok)>{sentence}</p> }
    };
    stated.map(line).collect_view()
}

/// The amounts of one currency.
#[component]
fn Totals(
    /// They.
    total: ControlTotal,
    /// Some of the files state a total, and not all: each is compared with its own.
    by_file: bool,
) -> impl IntoView {
    let text = use_text();
    let currency = total.currency;
    let none = if by_file { text.control_file_partly() } else { text.control_file_none() };
    let sentence = if by_file {
        text.control_total_by_file(total.computed, currency)
    } else {
        text.control_total(total.stated, total.computed, total.ok, currency)
    };
    let money = move |amount: Amount| text.money(amount, currency);
    let difference = total.stated.map(|stated| left_to_explain(stated, total.computed, total.set_aside));
    let class = class_of(total.ok);
    view! {
        <div class="card control-card">
            <dl class="facts amounts">
                <div>
                    <dt>{text.control_file()}</dt>
                    <dd>{total.stated.map_or_else(|| none.to_owned(), money)}</dd>
                </div>
                <div>
                    <dt>{text.control_imported()}</dt>
                    <dd>{money(total.computed)}</dd>
                </div>
                <div>
                    <dt>{text.control_set_aside()}</dt>
                    <dd>{money(total.set_aside)}</dd>
                </div>
                {difference
                    .map(|difference| {
                        view! {
                            <div>
                                <dt>{text.control_difference_name()}</dt>
                                <dd>{money(difference)}</dd>
                            </div>
                        }
                    })}
            </dl>
            <p class=class>{sentence}</p>
            <Books total/>
        </div>
    }
}

/// The balance of the books.
#[component]
fn Books(
    /// The amounts of the currency.
    total: ControlTotal,
) -> impl IntoView {
    let session = use_session();
    let text = use_text();
    let currency = total.currency;
    let wrong = RwSignal::new(false);
    let identifier = format!("books-{currency}");
    let help = format!("{identifier}-help");
    let error = format!("{identifier}-error");
    let described = format!("{help} {error}");
    let shown = total.ledger.map(|ledger| text.amount(ledger, currency)).unwrap_or_default();
    let typed = move |written: String| {
        if written.trim().is_empty() {
            wrong.set(false);
            if total.ledger.is_some() {
                work::compare_with_books(session, currency, None);
            }
            return;
        }
        let amount = text::typed_amount(&written, currency);
        wrong.set(amount.is_none());
        if amount.is_some() && amount != total.ledger {
            work::compare_with_books(session, currency, amount);
        }
    };
    // What is wrongly typed changes nothing: the difference shown is still that of the last balance.
    let outcome = total.ledger.map(|ledger| {
        let class = if total.ledger_ok == Some(true) { "control control-ok" } else { "control control-wrong" };
        let difference = text.books_difference(total.computed - ledger, currency);
        let still = text.books_still(ledger, currency, &difference);
        let sentence = move || if wrong.get() { still.clone() } else { difference.clone() };
        view! { <span class=class role="status">{sentence}</span> }
    });
    view! {
        <div class="field books">
            <label for=identifier.clone()>{format!("{} ({currency})", text.control_books())}</label>
            <span class="field-help" id=help>{text.control_books_help()}</span>
            <span class="field-error" id=error role="alert">
                {move || wrong.get().then(|| text.control_books_wrong())}
            </span>
            <div class="books-line">
                <input
                    id=identifier
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    class="num"
                    aria-describedby=described
                    aria-invalid=move || wrong.get().then_some("true")
                    prop:value=shown
                    on:change:target=move |event| typed(event.target().value())
                />
                {outcome}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_without_the_rows_set_aside_leaves_nothing_to_explain() {
        let left = |stated, imported, set_aside| {
            let amount = Amount::from_minor;
            left_to_explain(amount(stated), amount(imported), amount(set_aside)).minor()
        };
        assert_eq!(left(68_015_694, 68_015_694, 38_400), 0);
        assert_eq!(left(68_054_094, 68_015_694, 38_400), 0);
        assert_eq!(left(68_060_000, 68_015_694, 38_400), 5_906);
    }
}
