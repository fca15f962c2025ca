//! Version 2 of a policy's document.

use super::node::{Node, Refusal};
use analysis::risk::PayerClass;
use analysis::segments::{Condition as Takes, PUBLIC_NAMES, Rule};
use dunning::{
    Advance, Anchor, CatchUp, Channel, Condition, ContactData, Costs, CreditUse, Fee, FeeBasis, Floor, Grouping,
    LIMIT_DAYS_MAX, Limits, OFFSET_MAX, Offset, Range, Repeat, Route, Scenario, SegmentRule, Shift, Step, Tone,
    TooLittle, Unchecked, Upcoming, Working,
};
use rules::calendar::{Calendar, Holidays, Weekend};
use std::collections::BTreeMap;
use text::policy::Problem;
use values::{Amount, Day, Days};

pub(super) const POLICY: &[&str] =
    &["$schema", "version", "id", "name", "segments", "limits", "calendar", "costs", "scenarios"];
pub(super) const SCENARIO: &[&str] = &["id", "name", "limits", "steps"];
pub(super) const SEGMENT: &[&str] = &["segment", "when", "scenario"];
pub(super) const STEP: &[&str] = &[
    "id",
    "name",
    "from",
    "days",
    "businessDays",
    "endOfMonth",
    "channel",
    "template",
    "fallbacks",
    "tone",
    "claims",
    "approval",
    "deadline",
    "repeat",
    "minimum",
    "when",
    "fee",
];
pub(super) const LIMITS: &[&str] = &[
    "minimumAmount",
    "minimumItem",
    "reviewAbove",
    "graceDays",
    "minimumArrears",
    "daysBetweenContacts",
    "contactsPer30Days",
    "daysBeforeRepeat",
    "grouping",
    "upcoming",
    "credits",
    "catchUp",
    "advance",
    "tooLittle",
    "contactData",
];
pub(super) const WHEN: &[&str] = &["daysLate", "amount", "items", "segments", "classes", "risk", "brokenPromises"];
pub(super) const CALENDAR: &[&str] = &["shift", "holidays", "weekend", "closures", "channelDays"];
const CHANNELS: &[(&str, Channel)] = &[
    ("email", Channel::Email),
    ("letter", Channel::Letter),
    ("registered-letter", Channel::RegisteredLetter),
    ("phone", Channel::Phone),
    ("sms", Channel::Sms),
    ("internal", Channel::Internal),
];

pub(super) fn policy(node: &Node<'_>) -> Result<Unchecked, Refusal> {
    node.only(POLICY)?;
    let common = match node.maybe("limits")? {
        Some(limits) => read_limits(&limits, &Limits::default())?,
        None => Limits::default(),
    };
    let scenarios = node.field("scenarios")?.each(|node| scenario(node, &common))?;
    let ids: Vec<&str> = scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let segments = match node.maybe("segments")? {
        Some(list) => list.each(|node| segment(node, &ids))?,
        None => Vec::new(),
    };
    Ok(Unchecked {
        id: node.field("id")?.name()?,
        name: words(&node.field("name")?)?,
        segments,
        working: node.read("calendar", calendar)?.unwrap_or_default(),
        costs: node.read("costs", costs)?.unwrap_or_default(),
        scenarios,
    })
}

pub(super) fn words(node: &Node<'_>) -> Result<[String; 2], Refusal> {
    node.only(&["fr", "en"])?;
    Ok([node.field("fr")?.name()?, node.field("en")?.name()?])
}

pub(super) fn channel(node: &Node<'_>) -> Result<Channel, Refusal> {
    node.word(CHANNELS)
}

pub(super) fn amount(node: &Node<'_>) -> Result<Amount, Refusal> {
    Ok(Amount::from_minor(node.integer(0, Amount::MAX_PARSED)?))
}

pub(super) fn days(node: &Node<'_>, from: i32, to: i32) -> Result<Days, Refusal> {
    // In the range of i32 because the bounds are.
    Ok(Days(i32::try_from(node.integer(from.into(), to.into())?).unwrap_or(to)))
}

fn count(node: &Node<'_>, to: u32) -> Result<u32, Refusal> {
    Ok(u32::try_from(node.integer(0, to.into())?).unwrap_or(to))
}

fn percent(node: &Node<'_>) -> Result<u8, Refusal> {
    Ok(u8::try_from(node.integer(0, 100)?).unwrap_or(100))
}

pub(super) fn costs(node: &Node<'_>) -> Result<Costs, Refusal> {
    let known: Vec<&str> = CHANNELS.iter().map(|(word, _)| *word).collect();
    node.only(&known)?;
    let mut costs = Costs::new();
    for (name, cost) in node.fields()? {
        let channel = CHANNELS.iter().find(|(word, _)| *word == name).map(|(_, channel)| *channel);
        if let Some(channel) = channel {
            costs.insert(channel, amount(&cost)?);
        }
    }
    Ok(costs)
}

fn calendar(node: &Node<'_>) -> Result<Working, Refusal> {
    node.only(CALENDAR)?;
    let shifts = &[("none", Shift::None), ("next", Shift::Next), ("previous", Shift::Previous)];
    let holidays = &[
        ("french", Holidays::French),
        ("french-alsace-moselle", Holidays::FrenchAlsaceMoselle),
        ("none", Holidays::None),
    ];
    let closures = node.read("closures", |list| list.each(closure))?.unwrap_or_default();
    Ok(Working {
        calendar: Calendar {
            weekend: node.read("weekend", days_off)?.unwrap_or_default(),
            holidays: node.read("holidays", |node| node.word(holidays))?.unwrap_or_default(),
            closures,
        },
        shift: node.read("shift", |node| node.word(shifts))?.unwrap_or(Shift::Next),
        channel_days: node.read("channelDays", channel_days)?.unwrap_or_default(),
    })
}

fn weekdays(node: &Node<'_>) -> Result<Vec<u32>, Refusal> {
    node.each(|day| Ok(u32::try_from(day.integer(1, 7)?).unwrap_or(1)))
}

fn days_off(node: &Node<'_>) -> Result<Weekend, Refusal> {
    Weekend::new(&weekdays(node)?).ok_or_else(|| node.refuse(Problem::NoDayLeft))
}

/// First and last day.
fn closure(node: &Node<'_>) -> Result<(Day, Day), Refusal> {
    let days = node.each(|day| day.text()?.parse::<Day>().map_err(|_| day.refuse(Problem::NotADay)))?;
    match days.as_slice() {
        [first, last] if first <= last => Ok((*first, *last)),
        _ => Err(node.refuse(Problem::NotAPeriod)),
    }
}

/// The days of the week each channel is used on; the others are its days off.
fn channel_days(node: &Node<'_>) -> Result<BTreeMap<Channel, Weekend>, Refusal> {
    let known: Vec<&str> = CHANNELS.iter().map(|(word, _)| *word).collect();
    node.only(&known)?;
    let mut all = BTreeMap::new();
    for (name, list) in node.fields()? {
        let on = weekdays(&list)?;
        let off: Vec<u32> = (1..=7).filter(|day| !on.contains(day)).collect();
        let off = Weekend::new(&off).ok_or_else(|| list.refuse(Problem::NoDayLeft))?;
        all.extend(CHANNELS.iter().find(|(word, _)| *word == name).map(|(_, channel)| (*channel, off)));
    }
    Ok(all)
}

pub(super) fn read_limits(node: &Node<'_>, common: &Limits) -> Result<Limits, Refusal> {
    node.only(LIMITS)?;
    let most = LIMIT_DAYS_MAX;
    let up_to = |name: &str, common: Days| Ok(node.read(name, |node| days(node, 0, most))?.unwrap_or(common));
    let groupings = &[("account", Grouping::Account), ("level", Grouping::Level), ("item", Grouping::Item)];
    let upcoming = &[("together", Upcoming::Together), ("apart", Upcoming::Apart)];
    let credits = &[("deduct", CreditUse::Deduct), ("list", CreditUse::List), ("ignore", CreditUse::Ignore)];
    let catch_up = &[("current-step", CatchUp::CurrentStep), ("first-step", CatchUp::FirstStep), ("ask", CatchUp::Ask)];
    let advance = &[("by-age", Advance::ByAge), ("one-at-a-time", Advance::OneAtATime)];
    let too_little = &[("hold", TooLittle::Hold), ("fall-back", TooLittle::FallBack)];
    let contact_data = &[
        ("when-known", ContactData::WhenKnown),
        ("required", ContactData::Required),
        ("assumed", ContactData::Assumed),
    ];
    Ok(Limits {
        minimum_amount: node.read("minimumAmount", amount)?.unwrap_or(common.minimum_amount),
        minimum_item: node.read("minimumItem", amount)?.unwrap_or(common.minimum_item),
        review_above: node.read("reviewAbove", amount)?.or(common.review_above),
        grace: up_to("graceDays", common.grace)?,
        minimum_arrears: up_to("minimumArrears", common.minimum_arrears)?,
        days_between_contacts: up_to("daysBetweenContacts", common.days_between_contacts)?,
        contacts_per_30_days: node.read("contactsPer30Days", |node| count(node, 31))?.or(common.contacts_per_30_days),
        days_before_repeat: up_to("daysBeforeRepeat", common.days_before_repeat)?,
        grouping: node.read("grouping", |node| node.word(groupings))?.unwrap_or(common.grouping),
        upcoming: node.read("upcoming", |node| node.word(upcoming))?.unwrap_or(common.upcoming),
        credits: node.read("credits", |node| node.word(credits))?.unwrap_or(common.credits),
        catch_up: node.read("catchUp", |node| node.word(catch_up))?.unwrap_or(common.catch_up),
        advance: node.read("advance", |node| node.word(advance))?.unwrap_or(common.advance),
        too_little: node.read("tooLittle", |node| node.word(too_little))?.unwrap_or(common.too_little),
        contact_data: node.read("contactData", |node| node.word(contact_data))?.unwrap_or(common.contact_data),
    })
}

fn segment(node: &Node<'_>, scenarios: &[&str]) -> Result<SegmentRule, Refusal> {
    node.only(SEGMENT)?;
    let named: Vec<(&str, usize)> = scenarios.iter().copied().zip(0..).collect();
    let scenario = node.field("scenario")?.word(&named)?;
    Ok(SegmentRule {
        rule: Rule { segment: node.field("segment")?.name()?, takes: takes(&node.field("when")?)? },
        scenario,
    })
}

fn takes(node: &Node<'_>) -> Result<Takes, Refusal> {
    let texts = |node: &Node<'_>| node.each(Node::name);
    let public = || PUBLIC_NAMES.iter().map(|name| (*name).to_owned()).collect();
    if node.is_text() {
        return Ok(match node.word(&[("insolvent", 0), ("public", 1), ("everybody", 2)])? {
            0 => Takes::Insolvent,
            1 => Takes::Public(public()),
            _ => Takes::Everybody,
        });
    }
    node.only(&["stated", "turnover", "public", "named", "riskFrom", "classes"])?;
    let found = [
        node.read("stated", |node| Ok(Takes::Stated(texts(node)?)))?,
        node.read("turnover", turnover)?,
        node.read("public", |node| Ok(Takes::Public(texts(node)?)))?,
        node.read("named", |node| Ok(Takes::Named(texts(node)?)))?,
        node.read("riskFrom", |node| Ok(Takes::RiskAtLeast(percent(node)?)))?,
        node.read("classes", |node| Ok(Takes::Payer(node.each(class)?)))?,
    ];
    let mut found = found.into_iter().flatten();
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(node.refuse(Problem::NotOneField)),
    }
}

fn turnover(node: &Node<'_>) -> Result<Takes, Refusal> {
    node.only(&["customersMax", "shareMinPercent", "cumulatedPercent"])?;
    Ok(Takes::Turnover {
        customers_max: count(&node.field("customersMax")?, 1_000_000)?,
        share_min_percent: percent(&node.field("shareMinPercent")?)?,
        cumulated_percent: percent(&node.field("cumulatedPercent")?)?,
    })
}

fn class(node: &Node<'_>) -> Result<PayerClass, Refusal> {
    node.word(&[("A", PayerClass::A), ("B", PayerClass::B), ("C", PayerClass::C), ("D", PayerClass::D)])
}

fn scenario(node: &Node<'_>, common: &Limits) -> Result<Scenario, Refusal> {
    node.only(SCENARIO)?;
    Ok(Scenario {
        id: node.field("id")?.name()?,
        name: words(&node.field("name")?)?,
        limits: node.read("limits", |node| read_limits(node, common))?.unwrap_or_else(|| common.clone()),
        steps: node.field("steps")?.each(step)?,
    })
}

fn step(node: &Node<'_>) -> Result<Step, Refusal> {
    node.only(STEP)?;
    let anchors = &[
        ("due-date", Anchor::DueDate),
        ("invoice-date", Anchor::InvoiceDate),
        ("previous-action", Anchor::PreviousAction),
        ("promise-date", Anchor::PromiseDate),
    ];
    let first = Route { channel: channel(&node.field("channel")?)?, template: node.field("template")?.name()? };
    let mut routes = vec![first];
    routes.extend(node.read("fallbacks", |list| list.each(route))?.unwrap_or_default());
    let claims = node.read("claims", |list| list.each(claim))?.unwrap_or_default();
    Ok(Step {
        id: node.field("id")?.name()?,
        name: words(&node.field("name")?)?,
        anchor: node.read("from", |node| node.word(anchors))?.unwrap_or(Anchor::DueDate),
        offset: Offset {
            end_of_month: node.read("endOfMonth", Node::flag)?.unwrap_or(false),
            ..offset(node, -OFFSET_MAX, OFFSET_MAX)?
        },
        routes,
        tone: tone(&node.field("tone")?)?,
        claims_interest: claims.contains(&Claimed::Interest),
        claims_indemnity: claims.contains(&Claimed::Indemnity),
        approval: node.read("approval", Node::flag)?.unwrap_or(false),
        deadline: node.read("deadline", deadline)?,
        repeat: node.read("repeat", repeat)?,
        floor: node.read("minimum", floor)?.unwrap_or_default(),
        when: node.read("when", condition)?.unwrap_or_default(),
        fee: node.read("fee", fee)?,
    })
}

/// `days` or `businessDays`, one of them.
fn offset(node: &Node<'_>, from: i32, to: i32) -> Result<Offset, Refusal> {
    let (calendar, business) =
        (node.read("days", |node| days(node, from, to))?, node.read("businessDays", |node| days(node, from, to))?);
    match (calendar, business) {
        (Some(days), None) => Ok(Offset { days, business: false, end_of_month: false }),
        (None, Some(days)) => Ok(Offset { days, business: true, end_of_month: false }),
        _ => Err(node.refuse(Problem::DaysOnce)),
    }
}

pub(super) fn tone(node: &Node<'_>) -> Result<Tone, Refusal> {
    let tones: Vec<(&str, Tone)> = Tone::ALL.iter().map(|tone| (tone.key(), *tone)).collect();
    node.word(&tones)
}

fn route(node: &Node<'_>) -> Result<Route, Refusal> {
    node.only(&["channel", "template"])?;
    Ok(Route { channel: channel(&node.field("channel")?)?, template: node.field("template")?.name()? })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Claimed {
    Interest,
    Indemnity,
}

fn claim(node: &Node<'_>) -> Result<Claimed, Refusal> {
    node.word(&[("interest", Claimed::Interest), ("indemnity", Claimed::Indemnity)])
}

fn deadline(node: &Node<'_>) -> Result<Offset, Refusal> {
    node.only(&["days", "businessDays"])?;
    offset(node, 1, LIMIT_DAYS_MAX)
}

fn repeat(node: &Node<'_>) -> Result<Repeat, Refusal> {
    node.only(&["every", "times"])?;
    Ok(Repeat { every: days(&node.field("every")?, 1, LIMIT_DAYS_MAX)?, times: count(&node.field("times")?, 366)? })
}

fn floor(node: &Node<'_>) -> Result<Floor, Refusal> {
    node.only(&["amount", "percent"])?;
    Ok(Floor {
        amount: node.read("amount", amount)?.unwrap_or_default(),
        percent: node.read("percent", percent)?.unwrap_or_default(),
    })
}

fn fee(node: &Node<'_>) -> Result<Fee, Refusal> {
    node.only(&["amount", "basisPoints", "per"])?;
    let bases = &[("message", FeeBasis::Message), ("remaining", FeeBasis::Remaining), ("original", FeeBasis::Original)];
    Ok(Fee {
        amount: node.read("amount", amount)?.unwrap_or_default(),
        basis_points: node.read("basisPoints", |node| count(node, 10_000))?.unwrap_or_default(),
        per: node.field("per")?.word(bases)?,
    })
}

fn condition(node: &Node<'_>) -> Result<Condition, Refusal> {
    node.only(WHEN)?;
    let late = |node: &Node<'_>| Ok(days(node, -OFFSET_MAX, OFFSET_MAX)?.0);
    Ok(Condition {
        days_late: node.read("daysLate", |node| range(node, late))?.unwrap_or_default(),
        amount: node.read("amount", |node| range(node, amount))?.unwrap_or_default(),
        items: node.read("items", |node| range(node, |node| count(node, 1_000_000)))?.unwrap_or_default(),
        segments: node.read("segments", |node| node.each(Node::name))?.unwrap_or_default(),
        classes: node.read("classes", |node| node.each(class))?.unwrap_or_default(),
        risk: node.read("risk", |node| range(node, percent))?.unwrap_or_default(),
        broken_promises: node
            .read("brokenPromises", |node| range(node, |node| count(node, 1_000)))?
            .unwrap_or_default(),
    })
}

fn range<T>(node: &Node<'_>, read: impl Fn(&Node<'_>) -> Result<T, Refusal>) -> Result<Range<T>, Refusal> {
    node.only(&["from", "to"])?;
    Ok(Range { from: node.read("from", &read)?, to: node.read("to", &read)? })
}
