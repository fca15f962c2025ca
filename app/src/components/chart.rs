//! A chart: its message as a title, the drawing, its legend, and the same figures in a table one press away.

use crate::components::data_table::DataTable;
use crate::logic::chart::{Mark, WIDTH};
use crate::logic::evolution::Chart;
use crate::session::use_text;
use leptos::prelude::*;

/// The chart.
#[component]
pub fn ChartFigure(
    /// What it shows.
    chart: Chart,
) -> impl IntoView {
    let text = use_text();
    let Chart { title, height, marks, legend, table } = chart;
    let nothing = marks.is_empty();
    view! {
        <figure class="chart card">
            <figcaption>{title.clone()}</figcaption>
            {if nothing {
                view! { <p class="muted">{text.chart_too_short()}</p> }.into_any()
            } else {
                view! {
                    <svg viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-label=title>
                        {marks.into_iter().map(drawn).collect_view()}
                    </svg>
                }
                    .into_any()
            }}
            {(!legend.is_empty())
                .then(|| {
                    view! {
                        <ul class="age-legend">
                            {legend
                                .into_iter()
                                .map(|(class, name)| {
                                    let chip = format!("age-chip {class}");
                                    view! { <li><span class=chip aria-hidden="true"></span>{name}</li> }
                                })
                                .collect_view()}
                        </ul>
                    }
                })}
            <details class="chart-table">
                <summary>{text.chart_table()}</summary>
                <DataTable table/>
            </details>
        </figure>
    }
}

/// The hatching of old layers; charts refer to it by its name.
#[component]
pub fn Hatching() -> impl IntoView {
    view! {
        <svg class="hatching" aria-hidden="true">
            <defs>
                <pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="4" height="12"/>
                </pattern>
            </defs>
        </svg>
    }
}

fn drawn(mark: Mark) -> AnyView {
    match mark {
        Mark::Bar { x, y, width, height, class, hatched } => {
            let over = hatched.then(|| view! { <rect x=x y=y width=width height=height fill="url(#hatch)"/> });
            view! {
                <rect class=class x=x y=y width=width height=height/>
                {over}
            }
            .into_any()
        }
        Mark::Line { points, class } => view! { <polyline class=class points=points/> }.into_any(),
        Mark::Text { x, y, anchor, class, text } => {
            view! { <text class=class x=x y=y text-anchor=anchor>{text}</text> }.into_any()
        }
    }
}
