//! Values that cannot be wrong: once one of these types exists, the rest of the engine need not check it again.
//! No clock, no float, no sentence: a value knows what it is, not how it is shown.

mod amount;
mod apportion;
mod arrange;
mod currency;
mod day;
mod gather;
mod ratio;
mod source;
mod text;

pub use amount::{Amount, AmountError};
pub use apportion::apportion;
pub use arrange::Arrange;
pub use currency::Currency;
pub use day::{AsOf, Day, Days};
pub use gather::Gather;
pub use ratio::Ratio;
pub use source::{FileIndex, Source, TableIndex};
pub use text::same_text;
