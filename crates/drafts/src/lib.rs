//! Drafts: texts ready to review, one for each action of a plan. Nothing is ever sent from here.
//! Names and numbers of the ledger are data: they are cleaned, printed, and never read again as a template, a header
//! or an address. What is missing is left out of the text and said in a diagnostic.

mod account;
mod account_page;
pub mod case;
mod claims;
mod composition;
mod context;
pub mod correspondence;
mod diagnostic;
mod difference;
mod draft;
mod edit;
pub mod eml;
mod encoded;
pub mod fields;
mod from_plan;
pub mod invoices;
mod letter;
mod level;
pub mod lint;
mod mailbox;
mod manner;
mod occasion;
pub mod page;
pub mod payment;
pub mod qr;
mod recipient;
mod sender;
pub mod sms;
mod statement;
mod template;
mod writing;

pub use account::{AccountStatement, Movement, OpenLine, statement};
pub use account_page::statements_page;
pub use composition::{Composition, Part, Table};
pub use correspondence::{Aspect, Choice, ChosenBy};
pub use diagnostic::{DraftDiagnostic, Weight, channel_key, template_error};
pub use difference::{Line as DifferenceLine, difference};
pub use draft::{Draft, Languages, Replacement, Setting, chosen, preview, previews, write, write_occasions};
pub use edit::EditFault;
pub use letter::{Letter, Letters, print};
pub use level::Level;
pub use mailbox::Mailbox;
pub use manner::{Because, Manner, manner};
pub use occasion::{Event, Occasion};
pub use payment::Account;
pub use recipient::{LanguageBy, Recipient, language_of};
pub use rules::contact::{EmailAddress, NotAnAddress};
pub use sender::Sender;
pub use template::{TemplateError, check};
