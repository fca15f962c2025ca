//! Expected receipts: when what is open today will be paid, from how long each customer took before, and how well the
//! same computation did on days that are past. Amounts are dealt out to the minor unit: nothing is lost or made.

mod back_test;
mod chances;
mod forecast;

pub use back_test::{BackTest, WeekTested, back_test};
pub use forecast::{Forecast, WEEKS, forecast};
