//! Hand-outs: what each salesperson's customers owe and what is planned, the manager's summary and the deliveries to
//! hold; and the eligibility of every item for a factor.

use crate::calls::Desk;
use crate::papers::{calls_query, text_cell as text};
use crate::view::calls as view;
use crate::{Session, failures};
use analysis::segments::{PUBLIC_NAMES, public_body};
use desk::{FactorTerms, Grid, Section, asked};
use export::listing::{Listing, Value};
use followup::{Hold, Resolved};
use ledger::{CustomerKey, Ledger, OpenItem, OpenItems};
use protocol::{ExportQuery, Failure};
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Arrange, Currency, Day};

/// Days late from which deliveries may be held.
const HOLD_DAYS: i32 = 60;

/// A customer of a hand-out.
struct Line {
    owner: String,
    customer: String,
    name: String,
    currency: Currency,
    balance: Amount,
    overdue: Amount,
    oldest: i32,
    next: Option<(Day, String)>,
    held: Amount,
    hold: Vec<&'static str>,
}

impl Session {
    /// Every customer with something open, by salesperson, largest overdue first.
    fn handout_lines(&self, query: &ExportQuery, language: Language) -> Result<Vec<Line>, Failure> {
        let desk = self.desk(&calls_query(query), language)?;
        let (open, people) = (self.open_on(query.as_of), self.resolved_on(query.as_of));
        let mut lines = Vec::new();
        for ((at, open), people) in open.iter().enumerate().zip(people.iter()) {
            let Some((ledger, plan)) = desk.plans.get(at) else { continue };
            let mut next: BTreeMap<CustomerKey, (Day, String)> = BTreeMap::new();
            for action in &plan.actions {
                next.entry(action.customer).or_insert_with(|| (action.day, contact(&desk, action, language)));
            }
            for (customer, items) in open.by_customer() {
                let owner = view::owner(ledger, customer);
                if query.owner.as_deref().is_none_or(|wanted| wanted == owner) {
                    let planned = next.remove(&customer);
                    lines.push(line(ledger, (customer, items), open, people, planned, language));
                }
            }
        }
        lines.arrange_by(|a, b| {
            // Who belongs to nobody comes last.
            (a.owner.is_empty(), &a.owner, a.currency, std::cmp::Reverse(a.overdue), &a.customer).cmp(&(
                b.owner.is_empty(),
                &b.owner,
                b.currency,
                std::cmp::Reverse(b.overdue),
                &b.customer,
            ))
        });
        Ok(lines)
    }

    /// The hand-outs to print: the manager's first, unless they are one salesperson's.
    pub(crate) fn handouts_page(&self, query: &ExportQuery, language: Language) -> Result<Vec<u8>, Failure> {
        let lines = self.handout_lines(query, language)?;
        let mut sections = Vec::new();
        if query.owner.is_none() {
            sections.push(manager(&lines, query.as_of, language));
        }
        for own in lines.chunk_by(|a, b| a.owner == b.owner) {
            sections.push(salesperson(own, query.as_of, language));
        }
        Ok(desk::printed(language, language.handout_title(), &sections).into_bytes())
    }

    /// The same as rows.
    pub(crate) fn handouts_listing(&self, query: &ExportQuery, language: Language) -> Result<Listing, Failure> {
        let headings = [
            language.call_owner(),
            language.statement_customer(),
            language.statement_name(),
            language.report_currency(),
            language.handout_balance(),
            language.handout_overdue(),
            language.handout_oldest(),
            language.handout_held(),
            language.handout_next(),
            language.handout_hold_delivery(),
        ];
        let row = |line: &Line| {
            let amount = |amount| Value::Amount(amount, line.currency);
            vec![
                text(&line.owner),
                text(&line.customer),
                text(&line.name),
                text(line.currency.code()),
                amount(line.balance),
                amount(line.overdue),
                Value::Count(line.oldest.max(0).into()),
                amount(line.held),
                text(line.next.as_ref().map(|(_, words)| words.as_str()).unwrap_or_default()),
                text(&line.hold.join(", ")),
            ]
        };
        Ok(Listing {
            name: language.handout_title().to_owned(),
            notes: vec![language.handout_title().to_owned()],
            headings: headings.map(str::to_owned).to_vec(),
            rows: self.handout_lines(query, language)?.iter().map(row).collect(),
        })
    }

    /// Every open item with what a factor would finance of it.
    pub(crate) fn factor_listing(&self, query: &ExportQuery, language: Language) -> Result<Listing, Failure> {
        let as_of = query.as_of;
        self.check_day(as_of, language)?;
        let terms = factor_terms(query.factor, language)?;
        let (open, people) = (self.open_on(as_of), self.resolved_on(as_of));
        let public: Vec<String> = PUBLIC_NAMES.iter().map(|name| (*name).to_owned()).collect();
        let mut rows = Vec::new();
        let mut notes = vec![
            format!("{} · {}", language.factor_title(), language.day(as_of)),
            language.factor_terms(terms.overdue_days, terms.concentration_percent),
        ];
        for ((ledger, open), people) in self.ledgers().iter().zip(open.iter()).zip(people.iter()) {
            let is_public = |customer| public_body(ledger.customer(customer), &public).is_some();
            let holds = |entry| people.holds(entry).to_vec();
            let financed = desk::financed(open, terms, is_public, holds);
            let (whole, part): (Amount, Amount) =
                (open.items.iter().map(|item| item.residual).sum(), financed.iter().map(|item| item.amount).sum());
            let currency = ledger.currency();
            let total = [language.money(part, currency), language.money(whole, currency)].join(" / ");
            notes.push(language.labelled(language.factor_financed(), &total));
            rows.extend(
                open.items.iter().zip(&financed).map(|(item, of)| factor_row(ledger, item, of, open, language)),
            );
        }
        let headings = [
            language.statement_customer(),
            language.statement_name(),
            language.report_currency(),
            language.letter_document(),
            language.letter_date(),
            language.letter_due(),
            language.letter_late(),
            language.letter_amount(),
            language.factor_financed(),
            language.factor_reasons(),
        ];
        let name = language.factor_title().to_owned();
        Ok(Listing { name, notes, headings: headings.map(str::to_owned).to_vec(), rows })
    }
}

/// The terms asked for, within reason; common ones by default.
fn factor_terms(asked: Option<protocol::FactorTerms>, language: Language) -> Result<FactorTerms, Failure> {
    let Some(protocol::FactorTerms { overdue_days, concentration_percent }) = asked else {
        return Ok(FactorTerms::default());
    };
    if overdue_days > 365 || !(1..=100).contains(&concentration_percent) {
        return Err(failures::failure("factor-terms", language.factor_terms_refused(), ""));
    }
    Ok(FactorTerms { overdue_days: overdue_days as i32, concentration_percent })
}

fn factor_row(
    ledger: &Ledger,
    item: &OpenItem,
    of: &desk::Financed,
    open: &OpenItems,
    language: Language,
) -> Vec<Value> {
    let customer = ledger.customer(item.customer);
    let reasons: Vec<&str> = of.reasons.iter().map(|reason| language.factor_reason(reason.key())).collect();
    let late = item.days_late(open.as_of).filter(|days| days.0 > 0);
    vec![
        text(&customer.id),
        text(&customer.name),
        text(ledger.currency().code()),
        text(&ledger.document(item.entry)),
        Value::Day(item.day),
        item.due_day.map_or(Value::Empty, Value::Day),
        late.map_or(Value::Empty, |days| Value::Count(days.0.into())),
        Value::Amount(item.residual, ledger.currency()),
        Value::Amount(of.amount, ledger.currency()),
        text(&reasons.join(", ")),
    ]
}

fn contact(desk: &Desk<'_>, action: &dunning::Action, language: Language) -> String {
    let [french, english] = &desk.policy.step(action).name;
    let means = language.by_means(drafts::channel_key(action.channel));
    language.handout_contact(action.day, language.pick(french, english), means)
}

fn line(
    ledger: &Ledger,
    (customer, items): (CustomerKey, &[OpenItem]),
    open: &OpenItems,
    people: &Resolved,
    next: Option<(Day, String)>,
    language: Language,
) -> Line {
    let of = ledger.customer(customer);
    let late = || items.iter().filter(|item| item.is_overdue(open.as_of));
    let overdue: Amount = late().map(|item| item.residual).sum();
    let may_be_asked: Amount = late().map(|item| asked(item, people.holds(item.entry), open.as_of.day())).sum();
    let oldest = late().filter_map(|item| item.days_late(open.as_of)).map(|days| days.0).max().unwrap_or(0);
    let balance: Amount = items.iter().map(|item| item.residual).sum();
    let insolvent =
        |item: &OpenItem| people.holds(item.entry).iter().any(|hold| matches!(hold, Hold::Insolvent { .. }));
    let reasons = [
        (oldest > HOLD_DAYS, language.hold_overdue()),
        (of.credit_limit.is_some_and(|limit| balance > limit), language.hold_limit()),
        (people.standings.get(&customer).is_some_and(|standing| standing.broken > 0), language.hold_promise()),
        (items.iter().any(insolvent), language.hold_insolvent()),
        (late().any(|item| is_deposit(&ledger.document(item.entry))), language.hold_deposit()),
    ];
    Line {
        owner: view::owner(ledger, customer).to_owned(),
        customer: of.id.clone(),
        name: of.name.clone(),
        currency: ledger.currency(),
        balance,
        overdue,
        oldest,
        next,
        held: overdue - may_be_asked,
        hold: reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words).collect(),
    }
}

/// Whether a document's number says it asks for a deposit.
fn is_deposit(document: &str) -> bool {
    let folded = document.to_lowercase();
    ["acompte", "acpte", "deposit"].iter().any(|word| folded.contains(word))
}

fn owner_name(owner: &str, language: Language) -> String {
    if owner.is_empty() { language.call_nobody().to_owned() } else { owner.to_owned() }
}

/// What is overdue in each currency, in words.
fn overdue(lines: &[Line], language: Language) -> String {
    let mut sums: BTreeMap<Currency, Amount> = BTreeMap::new();
    lines.iter().for_each(|line| *sums.entry(line.currency).or_default() += line.overdue);
    sums.iter().map(|(currency, sum)| language.money(*sum, *currency)).collect::<Vec<_>>().join(" + ")
}

fn salesperson(own: &[Line], as_of: Day, language: Language) -> Section {
    let owner = own.first().map(|line| line.owner.as_str()).unwrap_or_default();
    Section {
        title: owner_name(owner, language),
        lines: vec![
            format!("{} · {}", language.handout_title(), language.day(as_of)),
            language.handout_line(own.len(), &overdue(own, language)),
        ],
        grids: vec![customers(own, language)],
        checks: Vec::new(),
    }
}

fn customers(lines: &[Line], language: Language) -> Grid {
    let row = |line: &Line| {
        let held = if line.held.is_zero() { String::new() } else { language.money(line.held, line.currency) };
        let next = line.next.as_ref().map(|(_, words)| words.clone()).unwrap_or_default();
        vec![
            format!("{} ({})", line.name, line.customer),
            [next, line.hold.join(", ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            language.money(line.balance, line.currency),
            language.money(line.overdue, line.currency),
            language.number(line.oldest.max(0).into()),
            held,
        ]
    };
    let headings = [
        language.statement_name(),
        language.handout_next(),
        language.handout_balance(),
        language.handout_overdue(),
        language.handout_oldest(),
        language.handout_held(),
    ];
    Grid {
        title: language.handout_customers().to_owned(),
        headings: headings.map(str::to_owned).to_vec(),
        figures: 4,
        rows: lines.iter().map(row).collect(),
        total: Vec::new(),
    }
}

fn manager(lines: &[Line], as_of: Day, language: Language) -> Section {
    let by_owner = lines.chunk_by(|a, b| a.owner == b.owner && a.currency == b.currency);
    let row = |own: &[Line]| -> Option<Vec<String>> {
        let first = own.first()?;
        let sum = |part: fn(&Line) -> Amount| own.iter().map(part).sum::<Amount>();
        let planned = own.iter().filter(|line| line.next.is_some()).count();
        Some(vec![
            owner_name(&first.owner, language),
            language.number(own.len() as i64),
            language.number(planned as i64),
            language.money(sum(|line| line.balance), first.currency),
            language.money(sum(|line| line.overdue), first.currency),
        ])
    };
    let headings = [
        language.call_owner(),
        language.handout_customers(),
        language.handout_next(),
        language.handout_balance(),
        language.handout_overdue(),
    ];
    let owners = Grid {
        title: String::new(),
        headings: headings.map(str::to_owned).to_vec(),
        figures: 4,
        rows: by_owner.filter_map(row).collect(),
        total: Vec::new(),
    };
    let hold = |line: &Line| {
        vec![
            format!("{} ({})", line.name, line.customer),
            owner_name(&line.owner, language),
            line.hold.join(", "),
            language.money(line.overdue, line.currency),
        ]
    };
    let held = Grid {
        title: language.handout_hold_delivery().to_owned(),
        headings: [language.statement_name(), language.call_owner(), language.call_why(), language.handout_overdue()]
            .map(str::to_owned)
            .to_vec(),
        figures: 1,
        rows: lines.iter().filter(|line| !line.hold.is_empty()).map(hold).collect(),
        total: Vec::new(),
    };
    Section {
        title: language.handout_manager().to_owned(),
        lines: vec![
            format!("{} · {}", language.handout_title(), language.day(as_of)),
            language.handout_line(lines.len(), &overdue(lines, language)),
            language.handout_hold_note().to_owned(),
        ],
        grids: vec![owners, held],
        checks: Vec::new(),
    }
}
