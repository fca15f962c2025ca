//! What is open and asks for a line in the books rather than for a reminder: credit balances, credits beside debts,
//! remainders of less than one unit. A clearing is proposed, never made.

use crate::Check;
use crate::finding::{Detail, Evidence, Findings};
use ledger::{Ledger, OpenItem};
use values::{Amount, Currency};

/// The checks of one customer's open items.
pub(crate) fn check(ledger: &Ledger, items: &[OpenItem], findings: &mut Findings) {
    let balance: Amount = items.iter().map(|item| item.residual).sum();
    let largest_credit = items.iter().filter(|item| item.residual.is_credit()).min_by_key(|item| item.residual);
    if balance.is_credit()
        && let Some(item) = largest_credit
    {
        findings.add_for(Check::CreditBalance, Some(balance), || Evidence {
            document: String::new(),
            amount: Some(balance),
            ..evidence(ledger, item, Detail::None)
        });
    }
    let unit = one_unit(ledger.currency());
    for item in items {
        if item.residual.abs() < unit {
            findings.add_for(Check::SmallResidual, Some(item.residual), || evidence(ledger, item, Detail::None));
        } else if item.residual.is_credit()
            && let Some(debit) = debit_for(item, items)
        {
            findings.add_for(Check::CreditsToApply, Some(item.residual), || {
                let (document, source) = (ledger.document(debit.entry), ledger.entry(debit.entry).source);
                evidence(ledger, item, Detail::Twin { customer: debit.customer, document, source })
            });
        }
    }
}

/// The debt a credit would clear: one of its very amount, else the oldest due.
fn debit_for<'a>(credit: &OpenItem, items: &'a [OpenItem]) -> Option<&'a OpenItem> {
    let debits = || items.iter().filter(|item| item.residual.is_debit());
    let exact = debits().find(|debit| debit.residual == -credit.residual);
    exact.or_else(|| debits().min_by_key(|debit| (debit.due_day.unwrap_or(debit.day), debit.day, debit.entry)))
}

fn one_unit(currency: Currency) -> Amount {
    Amount::from_minor(10_i64.pow(currency.decimals()))
}

fn evidence(ledger: &Ledger, item: &OpenItem, detail: Detail) -> Evidence {
    let entry = ledger.entry(item.entry);
    Evidence {
        customer: item.customer,
        document: ledger.document(item.entry),
        source: entry.source,
        amount: Some(item.residual),
        detail,
    }
}
