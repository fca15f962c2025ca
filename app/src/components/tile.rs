//! A tile: one figure, its name, and what it rests on.

use leptos::prelude::*;

/// One figure.
#[component]
pub fn Tile(
    /// Its name.
    label: &'static str,
    /// The figure.
    #[prop(into)]
    value: String,
    /// What it rests on, under the figure.
    #[prop(into, optional)]
    note: String,
    /// What it means exactly, on demand.
    #[prop(optional)]
    definition: &'static str,
    /// How it was computed from this ledger, on demand.
    #[prop(into, optional)]
    how: String,
    /// Whether the figure is missing: it is drawn as a remark.
    #[prop(optional)]
    missing: bool,
) -> impl IntoView {
    view! {
        <div class="tile">
            <dt>{label}</dt>
            <dd>
                <span class="tile-value" class:missing=missing>{value}</span>
                {(!note.is_empty()).then(|| view! { <span class="tile-note">{note}</span> })}
                {(!definition.is_empty())
                    .then(|| {
                        view! {
                            <details class="definition">
                                <summary aria-label=label>"?"</summary>
                                <p>
                                    {definition}
                                    {(!how.is_empty()).then(|| view! { <span class="how">{how}</span> })}
                                </p>
                            </details>
                        }
                    })}
            </dd>
        </div>
    }
}
