//! What the first pass tells of the whole ledger: whether it goes on after the day, and which habits it has. What most
//! lines do is a habit; only what few do is worth a look.

use crate::audit::Client;
use crate::checks::{holiday_posting, round_amount, weekend_posting};
use ledger::{Customer, Entry, EntryKind, Ledger};
use values::{AsOf, Day};

/// A habit is what more lines than this do, in percent.
const HABIT_MIN_PERCENT: u32 = 5;
/// Lines below which a share tells nothing.
const LINES_MIN: u32 = 50;

/// How many lines could do something, and how many do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    of: u32,
    seen: u32,
}

impl Tally {
    fn count(&mut self, does: Option<bool>) {
        self.of += u32::from(does.is_some());
        self.seen += u32::from(does == Some(true));
    }

    /// Whether those that do it are exceptions.
    pub(crate) fn is_rare(&self) -> bool {
        self.of >= LINES_MIN && u64::from(self.seen) * 100 <= u64::from(self.of) * u64::from(HABIT_MIN_PERCENT)
    }
}

/// What the whole ledger tells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    /// The as-of day lies within the ledger rather than at its end: then what is dated later is no slip.
    pub(crate) goes_on: bool,
    /// The first day of the ledger.
    pub(crate) first_day: Option<Day>,
    /// The books are French ones: customers' accounts are numbered 411, or companies by their SIREN.
    pub(crate) french: bool,
    /// Some customer has an e-mail address, a telephone number or a postal address.
    pub(crate) contacts: bool,
    /// Lines entered by hand on Saturdays and Sundays.
    pub(crate) weekend: Tally,
    /// Lines entered by hand on public holidays.
    pub(crate) holiday: Tally,
    /// Invoices and credit notes of round amounts.
    pub(crate) round: Tally,
}

impl Facts {
    /// Looks at every entry once.
    pub(crate) fn of(ledger: &Ledger, as_of: AsOf, client: &Client) -> Facts {
        let (mut invoices, mut later) = (0_u64, 0_u64);
        let (mut weekend, mut holiday, mut round) = (Tally::default(), Tally::default(), Tally::default());
        for entry in ledger.entries() {
            if entry.kind == EntryKind::Invoice {
                invoices += 1;
                later += u64::from(entry.day > as_of.day());
            }
            weekend.count(weekend_posting::seen(&entry));
            holiday.count(holiday_posting::seen(&entry));
            round.count(round_amount::seen(&entry, ledger.currency()));
        }
        let of_france = |customer: &Customer| customer.id.starts_with("411") || customer.siren.is_some();
        let french = client.siren.is_some() || ledger.customers().iter().any(of_france);
        let known =
            |customer: &Customer| customer.email.is_some() || customer.phone.is_some() || customer.address.is_some();
        let contacts = ledger.customers().iter().any(known);
        let first_day = ledger.span().map(|(first, _)| first);
        Facts { goes_on: later * 20 > invoices, first_day, french, contacts, weekend, holiday, round }
    }
}

/// Whether a line is one that somebody enters: an invoice, a credit note or a miscellaneous entry. Banks date payments,
/// and the last and the first days of a month are those of automatic invoices and closings.
pub(crate) fn entered_by_hand(entry: &Entry) -> bool {
    let kind = matches!(entry.kind, EntryKind::Invoice | EntryKind::CreditNote | EntryKind::Other);
    kind && entry.day.day_of_month() != 1 && entry.day != entry.day.end_of_month()
}
