//! The dunning plan: its actions, what it leaves alone, what it costs.

use crate::labels;
use crate::table::{Cell, Column, Table};
use protocol::{Action, NonAction, Plan};
use text::Language;
use values::Currency;

/// The actions of the plan.
pub(crate) fn actions<'a>(language: Language, plan: &'a Plan) -> Table<'a> {
    let cells = move |action: &'a Action| {
        let oldest = action.items.iter().map(|item| item.days_late).max();
        vec![
            Cell::Day(action.day),
            Cell::text(&*action.customer),
            Cell::text(&*action.name),
            Cell::text(&*action.step_name),
            Cell::text(labels::channel(language, action.channel)),
            documents(action),
            oldest.map_or(Cell::Empty, |days| Cell::Count(i64::from(days))),
            Cell::Amount(action.amount, action.currency),
            Cell::text(action.currency.code().to_owned()),
            Cell::text(&*action.rule),
            Cell::text(&*action.segment),
            Cell::text(&*action.scenario),
            Cell::text(&*action.id),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_day()),
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_customer_name()),
            Column::plain(language.report_step()),
            Column::plain(language.report_channel()),
            Column::plain(language.report_documents()),
            Column::plain(language.report_days_late()),
            Column::sum(language.report_net_amount()),
            Column::plain(language.report_currency()),
            Column::prose(language.report_why()),
            Column::plain(language.report_segment()),
            Column::plain(language.report_scenario()),
            Column::plain(language.report_action()),
        ],
        currency: Some(8),
        length: plan.actions.len(),
        rows: Box::new(plan.actions.iter().map(cells)),
    }
}

/// The actions of the plan as a person reads them: without the codes a program asks for.
pub(crate) fn contacts<'a>(language: Language, plan: &'a Plan) -> Table<'a> {
    let cells = move |action: &'a Action| {
        vec![
            Cell::Day(action.day),
            Cell::text(&*action.customer),
            Cell::text(&*action.name),
            Cell::text(format!("{} · {}", action.step_name, labels::channel(language, action.channel))),
            documents(action),
            Cell::Amount(action.amount, action.currency),
            Cell::text(action.currency.code().to_owned()),
            Cell::text(&*action.rule),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_day()),
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_customer_name()),
            Column::plain(language.report_step()),
            Column::plain(language.report_documents()),
            Column::plain(language.report_net_amount()),
            Column::plain(language.report_currency()),
            Column::prose(language.report_why()),
        ],
        currency: Some(6),
        length: plan.actions.len(),
        rows: Box::new(plan.actions.iter().map(cells)),
    }
}

fn documents(action: &Action) -> Cell<'_> {
    let documents: Vec<&str> = action.items.iter().map(|item| item.document.as_str()).collect();
    Cell::text(documents.join(", "))
}

/// The items no action covers.
pub(crate) fn non_actions<'a>(language: Language, plan: &'a Plan) -> Table<'a> {
    let cells = |left: &'a NonAction| {
        vec![
            Cell::text(&*left.customer),
            Cell::text(&*left.name),
            Cell::optional_text(left.document.as_deref()),
            Cell::text(&*left.text),
            Cell::optional_day(left.until),
            Cell::text(&*left.reason),
        ]
    };
    Table {
        columns: vec![
            Column::plain(language.report_customer_code()),
            Column::plain(language.report_customer_name()),
            Column::plain(language.report_document()),
            Column::prose(language.report_why()),
            Column::plain(language.report_until()),
            Column::plain(language.report_code()),
        ],
        currency: None,
        length: plan.non_actions.len(),
        rows: Box::new(plan.non_actions.iter().map(cells)),
    }
}

/// What the contacts cost, by channel. Costs are in euros by definition of a policy.
pub(crate) fn costs<'a>(language: Language, plan: &'a Plan) -> Table<'a> {
    Table {
        columns: vec![
            Column::plain(language.report_channel()),
            Column::plain(language.report_contacts()),
            Column::plain(language.report_cost()),
        ],
        currency: None,
        length: plan.cost.len(),
        rows: Box::new(plan.cost.iter().map(move |cost| {
            vec![
                Cell::text(labels::channel(language, cost.channel)),
                Cell::Count(i64::from(cost.count)),
                Cell::Amount(cost.amount, Currency::EUR),
            ]
        })),
    }
}
