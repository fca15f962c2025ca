//! Segments: ordered rules, the first that fits wins, and says why (features.md SG1, SG2). Every customer is in exactly
//! one segment, because the rules end with the one for everybody else.

mod bodies;

pub use bodies::{PUBLIC_NAMES, PublicBecause, public_body};

use crate::dso::is_sale;
use crate::payers::{Payer, Payers};
use crate::risk::{AT_RISK_SCORE, CLASS_LIMITS, Known, PayerClass, Risk, risk};
use ledger::{Customer, CustomerKey, Ledger, OpenItem, OpenItems};
use rules::{folded, has_words};
use std::collections::BTreeSet;
use values::{Amount, Arrange, AsOf, Days, Ratio};

/// Days of sales by which customers are ranked.
pub const TURNOVER_DAYS: i32 = 365;

/// A rule: who it takes, and into which segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The segment.
    pub segment: String,
    /// Who it takes.
    pub takes: Condition,
}

/// Who a rule takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// In insolvency proceedings.
    Insolvent,
    /// The files' own segment or category has one of these words.
    Stated(Vec<String>),
    /// Among the largest by sales of the last twelve months: so many at most, each with this share at least, the last of
    /// them the one that crosses this cumulated share.
    Turnover {
        /// Customers at most.
        customers_max: u32,
        /// Share of each, in percent, at least.
        share_min_percent: u8,
        /// Share of all of them, in percent.
        cumulated_percent: u8,
    },
    /// Public bodies, by number or by these words of their names.
    Public(Vec<String>),
    /// Names with one of these words.
    Named(Vec<String>),
    /// A score of risk of so many points at least.
    RiskAtLeast(u8),
    /// Payers of these classes.
    Payer(Vec<PayerClass>),
    /// Everybody.
    Everybody,
}

/// Why a customer is in its segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// In insolvency proceedings.
    Insolvent,
    /// The files say so, in these words.
    Stated(String),
    /// Its rank by sales of the last twelve months, and its share of them.
    Turnover {
        /// 1 for the largest.
        rank: u32,
        /// Its part of all sales.
        share: Ratio,
    },
    /// A public body.
    Public(PublicBecause),
    /// A word of its name.
    Named(String),
    /// Its score.
    Risk(u8),
    /// Its class of payer.
    Payer(PayerClass),
    /// No other rule fits.
    Rest,
}

/// A customer in its segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The customer.
    pub customer: CustomerKey,
    /// Position of the rule that took it.
    pub rule: usize,
    /// Why.
    pub because: Because,
    /// Its risk.
    pub risk: Risk,
    /// Its sales of the last [`TURNOVER_DAYS`], in minor units.
    pub turnover: Amount,
    /// What it owes.
    pub balance: Amount,
    /// What of it is overdue.
    pub overdue: Amount,
}

/// Where the rules of [`preset`] begin to take customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Key accounts at most.
    pub customers_max: u32,
    /// Share of sales of each, in percent, at least.
    pub share_min_percent: u8,
    /// Share of sales of all of them, in percent.
    pub cumulated_percent: u8,
    /// Score of risk from which a customer is at risk.
    pub risk_min: u8,
}

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds { customers_max: 20, share_min_percent: 2, cumulated_percent: 80, risk_min: AT_RISK_SCORE }
    }
}

/// The four segments of the seed articles (features.md S91 to S93, S100): key accounts, large firms and public bodies, at
/// risk, low risk; insolvent customers before all others among those at risk.
pub fn preset(thresholds: Thresholds) -> Vec<Rule> {
    let Thresholds { customers_max, share_min_percent, cumulated_percent, risk_min } = thresholds;
    let rule = |segment: &str, takes| Rule { segment: segment.to_owned(), takes };
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    vec![
        rule("at-risk", Condition::Insolvent),
        rule(
            "key-accounts",
            Condition::Stated(words(&["GRAND COMPTE", "GRANDS COMPTES", "CLE", "KEY ACCOUNT", "VIP"])),
        ),
        rule(
            "large-and-public",
            Condition::Stated(words(&["PUBLIC", "COLLECTIVITE", "ADMINISTRATION", "GRANDE ENTREPRISE"])),
        ),
        rule("at-risk", Condition::Stated(words(&["RISQUE", "DOUTEUX", "AT RISK", "CONTENTIEUX"]))),
        rule("large-and-public", Condition::Public(words(PUBLIC_NAMES))),
        rule("key-accounts", Condition::Turnover { customers_max, share_min_percent, cumulated_percent }),
        rule("at-risk", Condition::RiskAtLeast(risk_min)),
        rule("low-risk", Condition::Everybody),
    ]
}

/// Puts every customer that owes, is owed or bought within a year into its segment, in order of customer. Where `rules`
/// do not end with everybody, those left over are with the last rule.
pub fn place(
    ledger: &Ledger,
    open: &OpenItems,
    payers: &Payers,
    rules: &[Rule],
    insolvent: &BTreeSet<CustomerKey>,
) -> Vec<Placed> {
    let turnovers: Vec<Amount> =
        ledger.customer_keys().map(|customer| turnover(ledger, customer, open.as_of)).collect();
    let ranks = Ranks::of(&turnovers);
    let mut items = open.by_customer().peekable();
    let mut paying = payers.payers.iter().peekable();
    let mut placed = Vec::new();
    for (customer, turnover) in ledger.customer_keys().zip(&turnovers) {
        let own = items.next_if(|(key, _)| *key == customer).map_or(&[][..], |(_, items)| items);
        let payer = paying.next_if(|payer| payer.customer == customer);
        if own.is_empty() && turnover.is_zero() {
            continue;
        }
        let facts = Facts {
            customer: ledger.customer(customer),
            payer,
            items: own,
            insolvent: insolvent.contains(&customer),
            rank: ranks.of_customer(customer),
        };
        let risk = facts.risk(open.as_of);
        let found =
            rules.iter().zip(0..).find_map(|(rule, position)| Some((position, facts.fits(&rule.takes, &risk)?)));
        let (rule, because) = found.unwrap_or((rules.len().saturating_sub(1), Because::Rest));
        let sum =
            |fits: &dyn Fn(&OpenItem) -> bool| own.iter().filter(|item| fits(item)).map(|item| item.residual).sum();
        placed.push(Placed {
            customer,
            rule,
            because,
            risk,
            turnover: *turnover,
            balance: sum(&|_| true),
            overdue: sum(&|item| item.is_overdue(open.as_of)),
        });
    }
    placed
}

/// Sales to a customer in the year that ends on the as-of day, credit notes deducted.
fn turnover(ledger: &Ledger, customer: CustomerKey, as_of: AsOf) -> Amount {
    let first = as_of.day() - Days(TURNOVER_DAYS - 1);
    let entries = ledger.entries_of(customer).filter(|entry| is_sale(entry.kind));
    entries.filter(|entry| entry.day >= first && entry.day <= as_of.day()).map(|entry| entry.amount).sum()
}

/// A rank by sales.
#[derive(Clone, Copy)]
struct Rank {
    rank: u32,
    share: Ratio,
    /// The part of all larger customers together.
    before: Ratio,
}

/// The ranks of all customers with sales; of equal sales the first customer, in order of code, is first.
struct Ranks(Vec<Option<Rank>>);

impl Ranks {
    fn of(turnovers: &[Amount]) -> Ranks {
        let whole: Amount = turnovers.iter().map(|turnover| turnover.debit_part()).sum();
        let mut order: Vec<usize> = (0..turnovers.len()).collect();
        order.arrange_by_key(|at| std::cmp::Reverse(turnovers.get(*at).copied()));
        let mut ranks = vec![None; turnovers.len()];
        let mut before = Amount::ZERO;
        for (at, rank) in order.into_iter().zip(1..) {
            let Some(turnover) = turnovers.get(at).copied().filter(|turnover| turnover.is_debit()) else { break };
            if let (Some(slot), Some(share), Some(larger)) =
                (ranks.get_mut(at), Ratio::of(turnover, whole), Ratio::of(before, whole))
            {
                *slot = Some(Rank { rank, share, before: larger });
            }
            before += turnover;
        }
        Ranks(ranks)
    }

    fn of_customer(&self, customer: CustomerKey) -> Option<Rank> {
        self.0.get(customer.0 as usize).copied().flatten()
    }
}

/// What rules look at.
struct Facts<'a> {
    customer: &'a Customer,
    payer: Option<&'a Payer>,
    items: &'a [OpenItem],
    insolvent: bool,
    rank: Option<Rank>,
}

impl Facts<'_> {
    fn risk(&self, as_of: AsOf) -> Risk {
        let known = Known { customer: self.customer, items: self.items, payer: self.payer, insolvent: self.insolvent };
        risk(known, as_of, CLASS_LIMITS)
    }

    fn fits(&self, condition: &Condition, risk: &Risk) -> Option<Because> {
        match condition {
            Condition::Insolvent => self.insolvent.then_some(Because::Insolvent),
            Condition::Stated(words) => {
                let stated = self.customer.segment.as_ref()?;
                named(stated, words).map(|_| Because::Stated(stated.clone()))
            }
            Condition::Turnover { customers_max, share_min_percent, cumulated_percent } => {
                let rank = self.rank?;
                let percent = |ratio: Ratio| ratio.scaled(4);
                let large = percent(rank.share) >= i64::from(*share_min_percent) * 100;
                let within = percent(rank.before) < i64::from(*cumulated_percent) * 100;
                let counted = rank.rank <= *customers_max;
                (large && within && counted).then_some(Because::Turnover { rank: rank.rank, share: rank.share })
            }
            Condition::Public(names) => public_body(self.customer, names).map(Because::Public),
            Condition::Named(words) => named(&self.customer.name, words).map(Because::Named),
            Condition::RiskAtLeast(points) => (risk.score >= *points).then_some(Because::Risk(risk.score)),
            Condition::Payer(classes) => risk.class.filter(|class| classes.contains(class)).map(Because::Payer),
            Condition::Everybody => Some(Because::Rest),
        }
    }
}

/// The first of the words that a text has, whole words only.
fn named(text: &str, words: &[String]) -> Option<String> {
    let text = folded(text);
    words.iter().find(|words| has_words(&text, &folded(words))).cloned()
}
