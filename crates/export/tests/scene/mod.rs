//! Views of a small dossier, with names nobody should trust.
#![allow(dead_code, clippy::unwrap_used)]

use export::{CustomerSheets, Report};
use protocol::*;
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Currency, Day};

pub const HOSTILE: [&str; 10] = [
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+1",
    "@x",
    "-2+3+cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "\u{202E}gpj.exe",
    " \u{A0}=1+1",
    "＝1+1",
    "a;b,\"c\"\r\nd",
    "http://evil.example/",
];

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn cur(code: &str) -> Currency {
    code.parse().unwrap()
}

fn amount(minor: i64) -> Amount {
    Amount::from_minor(minor)
}

/// The views of a dossier.
pub struct Scene {
    pub aged: AgedBalance,
    pub items: Vec<OpenItem>,
    pub plan: Plan,
    pub import: ImportReport,
    pub metrics: Vec<Metrics>,
    pub series: Series,
    pub customers: CustomerSheets,
    pub freshness: Freshness,
    pub findings: Vec<Finding>,
    pub late_payments: LatePayments,
    pub version: Version,
}

impl Scene {
    pub fn report(&self, language: Language) -> Report<'_> {
        Report {
            language,
            as_of: self.aged.as_of,
            aged: &self.aged,
            items: &self.items,
            plan: &self.plan,
            import: &self.import,
            metrics: &self.metrics,
            series: &self.series,
            customers: self.customers,
            freshness: &self.freshness,
            findings: &self.findings,
            late_payments: &self.late_payments,
            version: &self.version,
        }
    }
}

fn aged_row(customer: &str, name: &str, parts: [i64; 7]) -> AgedRow {
    let [not_due, b1, b2, b3, b4, no_due_date, unallocated] = parts;
    AgedRow {
        customer: customer.into(),
        name: name.into(),
        not_due: amount(not_due),
        to_come: [not_due, 0, 0, 0].map(amount).into(),
        buckets: [b1, b2, b3, b4].map(amount).into(),
        no_due_date: amount(no_due_date),
        unallocated: amount(unallocated),
        balance: amount(parts.iter().sum()),
        overdue: amount(b1 + b2 + b3 + b4),
        items: parts.iter().filter(|part| **part != 0).count() as u32,
        oldest_days_late: (b1 + b2 + b3 + b4 > 0).then_some(95),
    }
}

fn aged_currency(currency: Currency, customers: Vec<AgedRow>) -> AgedCurrency {
    let mut total = aged_row("", "", [0; 7]);
    for row in &customers {
        total.not_due += row.not_due;
        for (sum, part) in total.buckets.iter_mut().zip(&row.buckets) {
            *sum += *part;
        }
        total.no_due_date += row.no_due_date;
        total.unallocated += row.unallocated;
        total.balance += row.balance;
        total.overdue += row.overdue;
        total.items += row.items;
    }
    let control = Control {
        ledger_balance: total.balance,
        tolerated: Amount::ZERO,
        tolerated_items: 0,
        difference: Amount::ZERO,
        ok: true,
        open_questions: 0,
    };
    AgedCurrency { currency, total, customers, groups: None, control }
}

fn open_item(position: usize, name: &str, currency: Currency) -> OpenItem {
    let position = position as i64;
    OpenItem {
        customer: format!("411{position:03}"),
        name: name.into(),
        document: name.into(),
        kind: if position == 3 { "credit-note" } else { "invoice" }.into(),
        account_class: "receivable".into(),
        invoice_day: day("2026-07-15"),
        due_day: (position != 4).then(|| day("2026-08-14")),
        due_day_source: if position == 4 { "none" } else { "stated" }.into(),
        amount: amount(1_234_567 + position),
        residual: amount(if position == 3 { -10_001 } else { 10_001 * (position + 1) }),
        currency,
        days_late: if position == 4 { 0 } else { 47 },
        status: if position == 5 { vec!["disputed".into()] } else { Vec::new() },
        source: Place {
            file: "grand-livre.csv".into(),
            sheet: None,
            row: 2 + position as u32,
            column: None,
            header: None,
        },
        twin: None,
    }
}

fn action(position: usize, name: &str, currency: Currency) -> Action {
    Action {
        id: format!("a{position}"),
        customer: format!("411{position:03}"),
        name: name.into(),
        segment: "all".into(),
        scenario: "standard".into(),
        step: "last-notice".into(),
        step_name: "Dernier avis amiable".into(),
        day: day("2026-09-30"),
        channel: Channel::Email,
        template: "email_last_notice".into(),
        items: vec![ActionItem {
            document: name.into(),
            due_day: Some(day("2026-08-14")),
            residual: amount(10_001),
            days_late: 47,
            asked: amount(10_001),
        }],
        amount: amount(10_001),
        currency,
        interest: Amount::ZERO,
        indemnity: Amount::ZERO,
        fee: Amount::ZERO,
        deadline: None,
        if_still_unpaid: false,
        approval: Approval::NotNeeded,
        rule: name.into(),
        facts: BTreeMap::new(),
    }
}

fn metrics(currency: Currency) -> Metrics {
    let statistics = DaysStatistics { n: 12, mean: Some(8.25), weighted: Some(11.333_3), median: Some(7.0), p90: None };
    Metrics {
        as_of: day("2026-09-30"),
        currency,
        outstanding: amount(1_234_567),
        overdue: amount(987_654),
        overdue_share: 0.586_7,
        credits: amount(-10_001),
        disputed: amount(60_006),
        over90: Amount::ZERO,
        not_due: amount(246_913),
        items: 10,
        overdue_items: 8,
        customers: 10,
        overdue_customers: 8,
        days: 90,
        sales: None,
        dso: Dso {
            simple: None,
            count_back: Some(94.811_1),
            count_back_more_than: None,
            sales_weighted: None,
            best_possible: None,
            average_days_delinquent: None,
        },
        days_late: statistics.clone(),
        days_to_pay: statistics,
        overdue_share_of_net: None,
        overdue_age: None,
        opening: None,
        collection_effectiveness: None,
        punctuality: Vec::new(),
        strata: Vec::new(),
        explanations: Vec::new(),
        concentration: Concentration {
            hhi: Some(f64::NAN),
            equivalent_customers: None,
            classes: Vec::new(),
            top: HOSTILE
                .iter()
                .zip(1..)
                .map(|(name, rank)| TopCustomer {
                    customer: format!("411{rank:03}"),
                    name: (*name).into(),
                    balance: amount(100_000 / rank),
                    share: 0.1,
                    cumulative: f64::from(rank as i32),
                    class: "A".into(),
                })
                .collect(),
        },
    }
}

/// A dossier in euros and yens whose every name is hostile.
pub fn hostile() -> Scene {
    let euros = HOSTILE.iter().enumerate().map(|(position, name)| {
        let n = position as i64 + 1;
        aged_row(&format!("411{position:03}"), name, [n * 10_001, 0, n * 333, 0, n, 5 * n, -n * 7])
    });
    let yens = vec![aged_row("411900", "東京株式会社", [150_000, 2_000, 0, 0, 0, 0, 0])];
    let remark = |position: usize, text: &&str| Diagnostic {
        code: "unreadable-amount".into(),
        severity: Severity::Error,
        text: format!("Ligne {position} : {text}"),
        at: Some(Place { file: (*text).into(), sheet: None, row: 7, column: Some(3), header: Some((*text).into()) }),
        seen: Some((*text).into()),
        proposal: None,
        rows: None,
    };
    let rows = RowCounts { read: 24, imported: 11, set_aside: 10, blank: 1, headings: 1, totals: 1 };
    let mapping = Mapping {
        layout: Layout::Ledger,
        sheet: None,
        header_row: 1,
        columns: Vec::new(),
        amount_format: AmountFormat { decimal: DecimalMark::Comma, group: String::new() },
        date_order: DateOrder::Dmy,
        sign: SignRule::DebitCredit,
        aged_as_of: None,
        aged_as_of_assumed: false,
        date_order_assumed: false,
        amount_format_assumed: false,
        swapped_dates: None,
        hidden_rows: None,
        group_column: None,
        credit_notes: false,
    };
    Scene {
        aged: AgedBalance {
            doubts: Vec::new(),
            remarks: Vec::new(),
            as_of: day("2026-09-30"),
            basis: Basis::DueDate,
            limits: vec![30, 60, 90],
            credits: CreditMode::Apart,
            currencies: vec![aged_currency(cur("EUR"), euros.collect()), aged_currency(cur("JPY"), yens)],
        },
        items: HOSTILE
            .iter()
            .enumerate()
            .map(|(position, name)| open_item(position, name, cur(if position == 9 { "JPY" } else { "EUR" })))
            .collect(),
        plan: Plan {
            as_of: day("2026-09-30"),
            horizon_days: 30,
            actions: HOSTILE.iter().enumerate().map(|(position, name)| action(position, name, cur("EUR"))).collect(),
            non_actions: vec![NonAction {
                customer: "411003".into(),
                name: HOSTILE[3].into(),
                document: None,
                reason: "disputed".into(),
                text: "Le client conteste cette facture.".into(),
                until: Some(day("2026-10-15")),
                facts: BTreeMap::new(),
            }],
            cost: vec![ChannelCost { channel: Channel::Email, count: 10, amount: amount(1_250) }],
            call_threshold: None,
            advice: None,
        },
        import: ImportReport {
            files: vec![ImportedFile {
                encoding: None,
                delimiter: None,
                name: "=grand-livre.csv".into(),
                format: Format::Csv,
                sheets: Vec::new(),
                model: None,
                reading_model: None,
                mapping,
                sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
                rows,
                control_totals: Vec::new(),
            }],
            left_files: Vec::new(),
            rows,
            set_aside: HOSTILE.iter().enumerate().map(|(position, text)| remark(position, text)).collect(),
            diagnostics: Vec::new(),
            account_classes: Vec::new(),
            questions: Vec::new(),
            control_totals: vec![ControlTotal {
                currency: cur("EUR"),
                stated: Some(amount(1)),
                computed: amount(1),
                ok: Some(true),
                set_aside: amount(0),
                ledger: None,
                ledger_ok: None,
            }],
            set_aside_unread: 0,
            stated_as_of: None,
            compared_as_of: None,
            entries: 11,
            customers: 11,
            currencies: vec![cur("EUR"), cur("JPY")],
            first_day: Some(day("2026-01-01")),
            aged_as_of: None,
            aged_limits: Vec::new(),
            last_day: Some(day("2026-09-30")),
        },
        metrics: vec![metrics(cur("EUR"))],
        series: series(),
        customers: CustomerSheets::None,
        freshness: Freshness {
            last_invoice: Day::new(2026, 9, 28),
            last_payment: Day::new(2026, 9, 1),
            business_days: Some(21),
            stale: true,
            text: "Dernier règlement le 01/09/2026, 21 jours ouvrés avant l’arrêté.".into(),
        },
        findings: vec![Finding {
            code: "old-item".into(),
            severity: "medium".into(),
            title: "Créances de plus d’un an".into(),
            text: "1 ligne, 1 200,00 €. Échues depuis plus d’un an.".into(),
            advice: "Examinez la dépréciation.".into(),
            amount: Some(amount(120_000)),
            currency: Some(cur("EUR")),
            count: 1,
            evidence: vec![Evidence {
                customer: "411ALPHA".into(),
                name: HOSTILE[0].into(),
                document: Some(HOSTILE[4].into()),
                file: "ledger.csv".into(),
                sheet: None,
                row: 2,
                amount: Some(amount(120_000)),
                text: HOSTILE[1].into(),
            }],
        }],
        late_payments: late_payments(),
        version: Version { encours: "0.1.0".into(), rules: "2026-S2".into(), build: "release wasm32".into() },
    }
}

fn series() -> Series {
    let point = |text: &str, factor: i64| Point {
        day: day(text),
        outstanding: amount(12_000 * factor),
        not_due: amount(6_000 * factor),
        buckets: [3_000, 2_000, 1_000, 500].map(|part| amount(part * factor)).into(),
        no_due_date: amount(100 * factor),
        unallocated: amount(-600 * factor),
        overdue: amount(6_500 * factor),
        overdue_share: Some(0.516),
        dso: None,
        dso_count_back: None,
        ledger_balance: amount(12_000 * factor),
        ok: true,
    };
    let points = vec![point("2026-07-31", 2), point("2026-08-31", 3), point("2026-09-30", 4)];
    let currencies = vec![SeriesOfCurrency { currency: cur("EUR"), points, migration: Vec::new() }];
    Series { as_of: day("2026-09-30"), limits: vec![30, 60, 90], currencies }
}

fn late_payments() -> LatePayments {
    let band = |band: &str, invoices: u32, minor: i64| LateBand {
        band: band.into(),
        invoices,
        amount: amount(minor),
        share: Some(0.22),
    };
    LatePayments {
        closing: day("2026-09-30"),
        first_day: day("2025-10-01"),
        vat_rate_percent: None,
        currencies: vec![LatePaymentsOfCurrency {
            currency: cur("EUR"),
            turnover: Some(amount(6_000_000)),
            turnover_source: "ledger".into(),
            unpaid: vec![band("0", 1, 100), band("1-30", 2, 1_320_000), band("total", 2, 1_320_000)],
            disputed: band("", 0, 0),
            agreed: 3,
            legal: 0,
            paid_late: None,
            issued: band("", 3, 2_000_000),
            notes: vec!["Montants TTC.".into()],
        }],
    }
}

/// A dossier without a row.
pub fn empty() -> Scene {
    let mut scene = hostile();
    scene.aged.currencies = vec![aged_currency(cur("EUR"), Vec::new())];
    scene.items.clear();
    scene.plan.actions.clear();
    scene.plan.non_actions.clear();
    scene.import.set_aside.clear();
    scene.findings.clear();
    scene
}
