//! The questions a dossier answers, each from the open items of its day.

use crate::view::{activity, aged, findings, items, metrics::Figures, plan, quality, segments, series};
use crate::{Session, failures};
use analysis::waiting::Reminder;
use analysis::{Ageing, Limits};
use dunning::Policy;
use followup::Resolved;
use ledger::{CustomerKey, EntryKey, Ledger};
use protocol::{
    Action, Activity, ActivityQuery, AgedBalance, AgedBalanceQuery, Failure, Finding, FindingsQuery, Freshness,
    Metrics, MetricsQuery, OpenItemsPage, OpenItemsQuery, Plan, PlanPage, PlanPageQuery, PlanQuery, Quality,
    QualityQuery, Segments, SegmentsQuery, Series, SeriesQuery,
};
use std::collections::BTreeMap;
use std::rc::Rc;
use text::Language;
use values::{Arrange, AsOf, Currency, Day, Days, Gather};

/// Days planned after the as-of day unless asked otherwise.
const HORIZON_DAYS: u32 = 30;
/// Rows of evidence of each finding unless asked otherwise.
const FINDING_ROWS: u32 = 20;
/// Rows of evidence at most.
const FINDING_ROWS_MAX: u32 = 10_000;
/// Days planned at most.
pub(crate) const HORIZON_DAYS_MAX: u32 = 366;
/// Items listed with each action of a plan on a screen, and where one customer alone is shown.
const ITEMS_LISTED: usize = 10;
const CUSTOMER_ITEMS_LISTED: usize = 60;
/// Rows of each reason to leave items alone listed on a screen.
const LEFT_ALONE_LISTED: u32 = 200;
/// Window of the sales unless asked otherwise.
const SALES_DAYS: u32 = 90;
/// Month ends of a series unless asked otherwise.
const SERIES_MONTHS: u32 = 12;
/// Month ends of a series at most.
const SERIES_MONTHS_MAX: u32 = 60;
/// Key accounts at most: more are no longer followed one by one.
const KEY_ACCOUNTS_MAX: u32 = 1_000;
/// Window of the sales at most: ten years.
const SALES_DAYS_MAX: u32 = 3_660;

impl Session {
    /// The aged balance of a day.
    pub fn aged_balance(&self, query: &AgedBalanceQuery, language: Language) -> Result<AgedBalance, Failure> {
        self.check_day(query.as_of, language)?;
        let limits = limits(query.limits.clone().or_else(|| self.own_limits()), language)?;
        let credits = query.credits.unwrap_or_default();
        let basis = query.basis.unwrap_or_default();
        self.check_ages(limits.days(), basis, language)?;
        let ageing = Ageing { limits, basis: aged::basis(basis), credits: aged::credits(credits) };
        let open = self.open_on(query.as_of);
        let currencies = self.ledgers().iter().zip(open.iter()).map(|(ledger, open)| {
            let groups = query.by.map(|by| aged::groups(ledger, open, &ageing, by, language));
            aged::currency(ledger, open, analysis::aged_balance(ledger, open, &ageing), groups, self.open_questions())
        });
        Ok(AgedBalance {
            as_of: query.as_of,
            basis,
            credits,
            currencies: currencies.collect(),
            remarks: self.remarks_on(query.as_of, language),
            doubts: self.doubts.sentences(language),
            limits: ageing.limits.days().to_vec(),
        })
    }

    /// A page of open items, sorted as asked; ties keep the order of customer, day and file.
    pub fn open_items(&self, query: &OpenItemsQuery, language: Language) -> Result<OpenItemsPage, Failure> {
        self.check_day(query.as_of, language)?;
        let sort = Sort::parse(query.sort.as_deref(), language)?;
        let as_of = AsOf(query.as_of);
        let open = self.open_on(query.as_of);
        let all = self.ledgers().iter().zip(open.iter());
        let mut found: Vec<(&Ledger, &ledger::OpenItem)> = all
            .flat_map(|(ledger, open)| open.items.iter().map(move |item| (ledger, item)))
            .filter(|(ledger, item)| {
                query.customer.as_ref().is_none_or(|customer| ledger.customer(item.customer).id == *customer)
            })
            .collect();
        sort.apply(&mut found, as_of);
        let offset = query.offset.unwrap_or(0) as usize;
        let limit = query.limit.map_or(usize::MAX, |limit| limit as usize);
        let page = found.iter().skip(offset).take(limit);
        let resolved = self.resolved_on(query.as_of);
        let resolved: BTreeMap<Currency, &Resolved> =
            self.ledgers().iter().map(Ledger::currency).zip(resolved.iter()).gather();
        // Twins are told where one customer is asked for: that is where records are made.
        let mut twins: BTreeMap<(Currency, EntryKey), u32> = BTreeMap::new();
        for ledger in self.ledgers() {
            let Some(customer) = query.customer.as_ref().and_then(|id| ledger.find(id)) else { continue };
            let keys = followup::keys_of(ledger, customer).into_iter().filter(|(_, key)| key.twin > 1);
            twins.extend(keys.map(|(entry, key)| ((ledger.currency(), entry), key.twin)));
        }
        let page = page.map(|(ledger, item)| {
            let holds = resolved.get(&ledger.currency()).map_or(&[][..], |resolved| resolved.holds(item.entry));
            let twin = twins.get(&(ledger.currency(), item.entry)).copied();
            protocol::OpenItem { twin, ..items::item(self, ledger, as_of, item, holds) }
        });
        Ok(OpenItemsPage { total: found.len() as u32, items: page.collect() })
    }

    /// Everything that moved a customer's account up to a day, paid or not.
    pub fn activity(&self, query: &ActivityQuery, language: Language) -> Result<Activity, Failure> {
        self.check_day(query.as_of, language)?;
        let open = self.open_on(query.as_of);
        let accounts = self.ledgers().iter().zip(open.iter()).filter_map(|(ledger, open)| {
            let known = ledger.customers().binary_search_by(|one| one.id.as_str().cmp(&query.customer)).ok()?;
            let customer = CustomerKey(known as u32);
            let own = open.by_customer().find(|(key, _)| *key == customer).map_or(&[][..], |(_, items)| items);
            Some(activity::account(self, ledger, customer, AsOf(query.as_of), own))
        });
        Ok(Activity { customer: query.customer.clone(), as_of: query.as_of, currencies: accounts.collect() })
    }

    /// The quality of the data on a day.
    pub fn quality(&self, query: &QualityQuery, language: Language) -> Quality {
        let audits = self.audits(query.as_of, query.rows);
        let of = self.ledgers().iter().zip(audits.iter());
        let currencies = of.map(|(ledger, found)| quality::currency(self, ledger, found, language)).collect();
        Quality { as_of: query.as_of, currencies }
    }

    /// Everything that deserves a second look on a day, gravest first, then the largest amounts.
    pub fn findings(&self, query: &FindingsQuery, language: Language) -> Result<Vec<Finding>, Failure> {
        self.check_day(query.as_of, language)?;
        let mut all: Vec<(audit::Severity, Finding)> = Vec::new();
        for (ledger, found) in self.ledgers().iter().zip(self.audits(query.as_of, query.rows).iter()) {
            let shown = findings::findings(self, ledger, &found.findings, language);
            all.extend(found.findings.iter().map(|finding| finding.severity).zip(shown));
        }
        // The order of one ledger, kept across currencies: amounts of two currencies are not compared.
        all.arrange_by_key(|(severity, _)| *severity);
        Ok(all.into_iter().map(|(_, finding)| finding).collect())
    }

    /// What was found in each ledger; `rows` as asked. The findings and the quality of a day are one look.
    fn audits(&self, day: Day, rows: Option<u32>) -> Rc<[audit::Audit]> {
        let rows = rows.unwrap_or(FINDING_ROWS).min(FINDING_ROWS_MAX) as usize;
        if self.audited_rows.replace(rows) != rows {
            self.audited.forget();
        }
        self.audited.on(day, || {
            let (open, client, resolved) = (self.open_on(day), self.client(), self.resolved_on(day));
            let of = self.ledgers().iter().zip(open.iter()).zip(resolved.iter());
            let audits = of.map(|((ledger, open), resolved)| {
                let (aged, reminders) = (self.compared_with(ledger), Rc::new(reminders_of(resolved)));
                audit::audit(ledger, open, &audit::Client { aged, reminders, ..client.clone() }, rows)
            });
            audits.collect()
        })
    }

    /// How recent the files are on a day: of all their ledgers, as they are one extraction.
    pub fn freshness(&self, as_of: Day, language: Language) -> Freshness {
        quality::freshness(&audit::Freshness::of_all(self.ledgers(), AsOf(as_of)), language)
    }

    /// The figures of one currency: the one asked for, or the one with the most entries.
    pub fn metrics(&self, query: &MetricsQuery, language: Language) -> Result<Metrics, Failure> {
        let mut all = self.all_metrics(query, language)?;
        let asked = query.currency.or_else(|| self.main_currency());
        let position = all.iter().position(|metrics| Some(metrics.currency) == asked);
        match (position, asked) {
            (Some(position), _) => Ok(all.swap_remove(position)),
            (None, asked) => Err(failures::currency_absent(asked, &all, language)),
        }
    }

    /// The figures of every currency, by code.
    pub fn all_metrics(&self, query: &MetricsQuery, language: Language) -> Result<Vec<Metrics>, Failure> {
        self.check_day(query.as_of, language)?;
        let (as_of, window) = (AsOf(query.as_of), sales_window(query.days, language)?);
        let open = self.open_on(query.as_of);
        let figures = self.ledgers().iter().zip(open.iter()).map(|(ledger, open)| {
            let balance = analysis::aged_balance(ledger, open, &Ageing::default());
            Figures::compute(ledger, open, &balance, window).view(ledger, as_of, language)
        });
        Ok(figures.collect())
    }

    /// Customers by segment, with their risk and the watch-list.
    pub fn segments(&self, query: &SegmentsQuery, language: Language) -> Result<Segments, Failure> {
        self.check_day(query.as_of, language)?;
        query.since.map_or(Ok(()), |since| self.check_day(since, language))?;
        let thresholds = query.thresholds.unwrap_or_default();
        let percents = [thresholds.share_min_percent, thresholds.cumulated_percent, thresholds.risk_min];
        let nothing = thresholds.cumulated_percent == 0 || thresholds.risk_min == 0;
        if nothing || thresholds.key_accounts_max > KEY_ACCOUNTS_MAX || percents.iter().any(|percent| *percent > 100) {
            return Err(failures::failure("thresholds", language.thresholds_refused(), language.range_advice()));
        }
        let currencies = self.ledgers().iter().map(|ledger| segments::currency(self, ledger, query, language));
        Ok(Segments { as_of: query.as_of, thresholds, currencies: currencies.collect() })
    }

    /// The figures month after month, up to the as-of day.
    pub fn series(&self, query: &SeriesQuery, language: Language) -> Result<Series, Failure> {
        self.check_day(query.as_of, language)?;
        let limits = limits(query.limits.clone().or_else(|| self.own_limits()), language)?;
        self.check_ages(limits.days(), protocol::Basis::DueDate, language)?;
        let months = query.months.unwrap_or(SERIES_MONTHS);
        if !(1..=SERIES_MONTHS_MAX).contains(&months) {
            return Err(failures::failure("months", language.months_refused(), language.range_advice()));
        }
        let window = sales_window(query.days, language)?;
        let as_of = AsOf(query.as_of);
        // What was aged before is known on its own day alone.
        let months = if self.pre_aged().is_some() { 0 } else { months };
        let currencies = self.ledgers().iter().map(|ledger| {
            let days = analysis::month_ends(ledger, as_of, months);
            series::currency(ledger, &days, |day| self.open_items_of(ledger, day), &limits, window)
        });
        Ok(Series { as_of: query.as_of, currencies: currencies.collect(), limits: limits.days().to_vec() })
    }

    pub(crate) fn main_currency(&self) -> Option<values::Currency> {
        let largest = self.ledgers().iter().rev().max_by_key(|ledger| ledger.entry_count());
        largest.map(Ledger::currency)
    }

    /// Who to contact, when, how and why; and who is left alone.
    pub fn plan(&self, query: &PlanQuery, language: Language) -> Result<Plan, Failure> {
        self.check_day(query.as_of, language)?;
        let policy = self.policy_or_saved(query.policy.as_deref(), language)?;
        let rules = self.claim_rules(query.claims.as_ref(), language)?;
        let horizon_days = horizon(query.horizon_days, language)?;
        let mut actions = Vec::new();
        let mut non_actions = Vec::new();
        let mut calls = plan::Calls::new(&policy);
        for (ledger, planned) in self.plans(&policy, &rules, AsOf(query.as_of), Days(horizon_days as i32)) {
            actions.extend(planned.actions.iter().map(|action| {
                (order(&policy, action), plan::action(ledger, &policy, planned.as_of, action, usize::MAX, language))
            }));
            calls.count(ledger, &policy, &planned);
            let left = planned.non_actions.iter();
            non_actions.extend(left.map(|left| plan::non_action(ledger, &policy, left, language)));
        }
        let actions = in_order(actions);
        let cost = plan::cost(&policy, &actions);
        let (call_threshold, advice) = calls.told(language);
        Ok(Plan { as_of: query.as_of, horizon_days, actions, non_actions, cost, call_threshold, advice })
    }

    /// The plan as a screen shows it: no list of it grows with the number of items.
    pub fn plan_page(&self, query: &PlanPageQuery, language: Language) -> Result<PlanPage, Failure> {
        self.check_day(query.as_of, language)?;
        let policy = self.policy_or_saved(None, language)?;
        let own = |ledger: &Ledger, customer| {
            query.customer.as_ref().is_none_or(|asked| ledger.customer(customer).id == *asked)
        };
        let items = if query.customer.is_some() { CUSTOMER_ITEMS_LISTED } else { ITEMS_LISTED };
        let mut actions = Vec::new();
        let mut left = plan::LeftAlonePage::new(LEFT_ALONE_LISTED, language);
        let mut calls = plan::Calls::new(&policy);
        let horizon_days = horizon(query.horizon_days, language)?;
        let rules = self.claim_rules(None, language)?;
        for (ledger, planned) in self.plans(&policy, &rules, AsOf(query.as_of), Days(horizon_days as i32)) {
            calls.count(ledger, &policy, &planned);
            let of_customer = planned.actions.iter().filter(|action| own(ledger, action.customer));
            actions.extend(of_customer.map(|action| {
                (order(&policy, action), plan::action(ledger, &policy, planned.as_of, action, items, language))
            }));
            for one in planned.non_actions.iter().filter(|one| own(ledger, one.customer)) {
                left.count(ledger, &policy, one);
            }
        }
        let actions = in_order(actions);
        let cost = plan::cost(&policy, &actions);
        let (non_actions, left_alone) = left.end();
        let (call_threshold, advice) = calls.told(language);
        let plan = Plan { as_of: query.as_of, horizon_days, actions, non_actions, cost, call_threshold, advice };
        Ok(PlanPage {
            plan,
            left_alone,
            policy: plan::named(&policy.id, &policy.name, language),
            scenarios: plan::scenarios(&policy, language),
            days_off: plan::days_off(&policy, query.as_of, horizon_days),
            decisions: plan::decisions(self.reviews(), self.ledgers(), query.customer.as_deref(), language),
        })
    }
}

/// The days planned, checked.
pub(crate) fn horizon(asked: Option<u32>, language: Language) -> Result<u32, Failure> {
    let days = asked.unwrap_or(HORIZON_DAYS);
    if days > HORIZON_DAYS_MAX {
        return Err(failures::failure("horizon", language.horizon_refused(), language.range_advice()));
    }
    Ok(days)
}

/// The reminders that were sent, as far as the register tells.
fn reminders_of(resolved: &Resolved) -> BTreeMap<CustomerKey, Vec<Reminder>> {
    let one = |made: &followup::ContactMade| Reminder {
        day: made.day,
        step: made.step.clone(),
        written: match made.channel {
            followup::Channel::Email
            | followup::Channel::Letter
            | followup::Channel::RegisteredLetter
            | followup::Channel::Sms => true,
            followup::Channel::Phone | followup::Channel::Internal => false,
        },
    };
    let customers = resolved.contacts.iter();
    customers.map(|(customer, made)| (*customer, made.iter().map(one).collect())).gather()
}

/// The window of the sales, checked.
fn sales_window(asked: Option<u32>, language: Language) -> Result<Days, Failure> {
    let days = asked.unwrap_or(SALES_DAYS);
    if !(1..=SALES_DAYS_MAX).contains(&days) {
        return Err(failures::failure("days", language.days_refused(), language.range_advice()));
    }
    Ok(Days(days as i32))
}

/// The order of the plan: day, then the firmest step first.
fn order(policy: &Policy, action: &dunning::Action) -> (Day, std::cmp::Reverse<(dunning::Tone, usize)>) {
    (action.day, std::cmp::Reverse((policy.step(action).tone, action.step)))
}

/// By day, then the most advanced step first, then customer.
fn in_order<O: Ord>(mut actions: Vec<(O, Action)>) -> Vec<Action> {
    actions.arrange_by(|(order_a, a), (order_b, b)| (order_a, &a.customer).cmp(&(order_b, &b.customer)));
    actions.into_iter().map(|(_, action)| action).collect()
}

fn limits(asked: Option<Vec<u32>>, language: Language) -> Result<Limits, Failure> {
    let Some(limits) = &asked else { return Ok(Limits::default()) };
    Limits::new(limits.clone()).map_err(|_| {
        let seen: Vec<String> = limits.iter().map(u32::to_string).collect();
        failures::failure("limits", language.limits_refused(&seen.join(", ")), language.limits_advice())
    })
}

/// The order of open items.
struct Sort {
    key: SortKey,
    descending: bool,
}

#[derive(Clone, Copy)]
enum SortKey {
    Customer,
    DueDay,
    Residual,
    DaysLate,
}

impl Sort {
    fn parse(asked: Option<&str>, language: Language) -> Result<Sort, Failure> {
        let asked = asked.unwrap_or("customer");
        let (descending, name) = match asked.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, asked),
        };
        let key = match name {
            "customer" => SortKey::Customer,
            "due-day" => SortKey::DueDay,
            "residual" => SortKey::Residual,
            "days-late" => SortKey::DaysLate,
            _ => return Err(failures::failure("sort", language.sort_refused(asked), language.sort_advice())),
        };
        Ok(Sort { key, descending })
    }

    fn apply(&self, items: &mut [(&Ledger, &ledger::OpenItem)], as_of: AsOf) {
        let compare = |(ledger_a, a): &(&Ledger, &ledger::OpenItem), (ledger_b, b): &(&Ledger, &ledger::OpenItem)| {
            let order = match self.key {
                SortKey::Customer => ledger_a.customer(a.customer).id.cmp(&ledger_b.customer(b.customer).id),
                SortKey::DueDay => a.due_day.cmp(&b.due_day),
                SortKey::Residual => a.residual.cmp(&b.residual),
                SortKey::DaysLate => a.days_late(as_of).cmp(&b.days_late(as_of)),
            };
            if self.descending { order.reverse() } else { order }
        };
        items.arrange_by(compare);
    }
}
