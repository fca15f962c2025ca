//! Drafts: texts ready to review, one for each action of a plan. Nothing is ever sent from here.
//! Names and numbers of the ledger are data: they are cleaned, printed, and never read again as a template, a header
//! or an address. What is missing is left out of the text and said in a diagnostic.

mod context;
mod diagnostic;
mod draft;
pub mod eml;
mod encoded;
mod mailbox;
mod sender;
mod statement;
mod template;

pub use diagnostic::{DraftDiagnostic, Weight};
pub use draft::{Draft, write};
pub use mailbox::Mailbox;
pub use rules::contact::{EmailAddress, NotAnAddress};
pub use sender::Sender;
