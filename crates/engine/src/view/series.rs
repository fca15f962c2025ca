//! The figures month after month as the contract shows them.

use crate::view::metrics::number;
use analysis::{Ageing, Limits, Migration};
use ledger::{Ledger, OpenItems};
use protocol::{MovedRow, SeriesOfCurrency};
use values::{Day, Days};

/// One currency over the days asked for, earliest first. Two days of open items are held at a time.
pub fn currency(
    ledger: &Ledger,
    days: &[Day],
    open_on: impl Fn(Day) -> OpenItems,
    limits: &Limits,
    window: Days,
) -> SeriesOfCurrency {
    let ageing = Ageing { limits: limits.clone(), ..Ageing::default() };
    let mut migration = Migration::new(limits);
    let mut points = Vec::with_capacity(days.len());
    let mut earlier: Option<OpenItems> = None;
    for day in days {
        let open = open_on(*day);
        points.push(point(analysis::point(ledger, &open, &ageing, window)));
        if let Some(earlier) = &earlier {
            migration.add(earlier, &open, limits);
        }
        earlier = Some(open);
    }
    SeriesOfCurrency { currency: ledger.currency(), points, migration: moved(&migration) }
}

fn point(of: analysis::Point) -> protocol::Point {
    let columns = of.aged.balance() + of.tolerated;
    protocol::Point {
        day: of.day,
        outstanding: of.key.outstanding,
        not_due: of.aged.not_due,
        buckets: of.aged.buckets,
        no_due_date: of.aged.no_due_date,
        unallocated: of.aged.unallocated,
        overdue: of.key.overdue,
        overdue_share: of.key.overdue_share.map(number),
        dso: of.dso.simple.map(number),
        dso_count_back: of.dso.count_back.and_then(|counted| counted.days).map(number),
        ledger_balance: of.ledger_balance,
        ok: columns == of.ledger_balance,
    }
}

fn moved(migration: &Migration) -> Vec<MovedRow> {
    let rates = migration.roll_rates();
    let rows = migration.rows.iter().zip(0..).map(|(row, position): (_, usize)| MovedRow {
        whole: row.whole,
        to: row.to.clone(),
        cleared: row.cleared,
        roll_rate: rates.get(position).copied().flatten().map(number),
    });
    rows.collect()
}
