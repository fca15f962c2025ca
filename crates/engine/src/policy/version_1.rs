//! Version 1 of a policy's document: one scenario for everybody, steps counted in calendar days from the due date, no
//! calendar, no cap, no look at contact data. It is planned as it always was.

use super::node::{Node, Refusal};
use super::read::{amount, channel, costs, days, words};
use analysis::segments::{Condition as Takes, Rule};
use dunning::{
    Anchor, Condition, ContactData, Floor, LIMIT_DAYS_MAX, Limits, OFFSET_MAX, Offset, Route, Scenario, SegmentRule,
    Step, Tone, Unchecked, Working,
};
use values::Days;

const POLICY: &[&str] = &[
    "version",
    "id",
    "name",
    "scenario",
    "segment",
    "minimumAmount",
    "daysBetweenContacts",
    "daysBeforeRepeat",
    "costs",
    "steps",
];

pub(super) fn policy(node: &Node<'_>) -> Result<Unchecked, Refusal> {
    node.only(POLICY)?;
    let name = words(&node.field("name")?)?;
    let limits = Limits {
        minimum_amount: amount(&node.field("minimumAmount")?)?,
        days_between_contacts: days(&node.field("daysBetweenContacts")?, 0, LIMIT_DAYS_MAX)?,
        days_before_repeat: node.read("daysBeforeRepeat", |node| days(node, 0, LIMIT_DAYS_MAX))?.unwrap_or(Days(0)),
        contacts_per_30_days: None,
        contact_data: ContactData::Assumed,
        ..Limits::default()
    };
    let segment = node.field("segment")?.name()?;
    let scenario = Scenario {
        id: node.field("scenario")?.name()?,
        name: name.clone(),
        limits,
        steps: node.field("steps")?.each(step)?,
    };
    Ok(Unchecked {
        id: node.field("id")?.name()?,
        name,
        segments: vec![SegmentRule { rule: Rule { segment, takes: Takes::Everybody }, scenario: 0 }],
        scenarios: vec![scenario],
        working: Working::every_day(),
        costs: node.read("costs", costs)?.unwrap_or_default(),
    })
}

/// A refusal of the policy made of a document, with the names that version 1 has.
pub(super) fn as_written(refusal: Refusal) -> Refusal {
    let path = refusal.path.trim_start_matches("scenarios[0].").trim_start_matches("limits.");
    Refusal { path: path.replace(".days", ".offsetDays"), ..refusal }
}

fn step(node: &Node<'_>) -> Result<Step, Refusal> {
    node.only(&["id", "name", "offsetDays", "channel", "template"])?;
    let offset = days(&node.field("offsetDays")?, -OFFSET_MAX, OFFSET_MAX)?;
    Ok(Step {
        id: node.field("id")?.name()?,
        name: words(&node.field("name")?)?,
        anchor: Anchor::DueDate,
        offset: Offset { days: offset, business: false, end_of_month: false },
        routes: vec![Route { channel: channel(&node.field("channel")?)?, template: node.field("template")?.name()? }],
        tone: if offset.0 > 0 { Tone::Reminder } else { Tone::Service },
        claims_interest: false,
        claims_indemnity: false,
        approval: false,
        deadline: None,
        repeat: None,
        floor: Floor::default(),
        when: Condition::default(),
        fee: None,
    })
}
