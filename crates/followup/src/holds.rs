//! Why an open item is to be left alone, or asked for in part only.

use crate::Stage;
use values::{Amount, Day};

/// What keeps an item out of ordinary reminders on a day. In the order in which one outweighs another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// Insolvency proceedings are open: payment of earlier debts is prohibited (L622-7).
    Insolvent {
        /// Day of the judgment.
        since: Day,
    },
    /// Past ordinary reminders.
    HandedOver {
        /// How far; never [`Stage::Amicable`]. With [`Stage::FormalNotice`] the notice is sent: no earlier step comes
        /// back, and what follows is a decision of a person.
        stage: Stage,
    },
    /// A person took it out for good.
    Excluded,
    /// Sold to a factor, who collects.
    Factored,
    /// A person paused it.
    Blocked {
        /// The last day it is paused; it returns by itself the day after. `None` until somebody lifts it.
        until: Option<Day>,
        /// The reason given.
        why: String,
    },
    /// Disputed, on all of what is open or on a part.
    Disputed {
        /// The part disputed, at most what is open: the rest may be asked for.
        amount: Amount,
        /// Since when.
        since: Day,
    },
    /// In an instalment plan that is respected.
    PlanRespected {
        /// The day of the next term.
        next: Day,
    },
    /// Promised, and the day of the promise has not passed.
    Promised {
        /// The part promised, at most what is open.
        amount: Amount,
        /// The last day of the promise.
        until: Day,
    },
}
