//! Ways to reach a customer: e-mail addresses, telephone numbers, postal addresses. What a person typed is read with
//! the usual slips in mind, and a slip is named rather than corrected.

mod address;
mod country;
mod email;
mod phone;
mod postal;

pub use address::{EmailAddress, NotAnAddress};
pub use country::Country;
pub use email::{EmailProblem, check_email};
pub use phone::{Phone, PhoneProblem};
pub use postal::{PostalAddress, PostalGap};
