//! A collector's desk: whom to call today and why, the agenda, what a call leads to, the sheets and files of a day.
//! Nothing is recorded or sent from here: a call's result becomes edits a person makes, and everything that comes from
//! outside (names, answers, journals) is data, checked and escaped.

mod agenda;
mod answer;
mod calendar;
mod call;
mod factor;
mod form;
mod journal;
mod print;
mod result;
mod sheet;

pub use agenda::{CAP, CAP_MAX, Order, Placed, Wanted, agenda};
pub use answer::{Answer, ItemAnswer, NoAnswer, answer_of_text};
pub use calendar::{Event, calendar, sequence};
pub use call::{Call, Cause, Situation, Weighed, asked, attempts, calls, owed};
pub use factor::{FactorTerms, Financed, NotFinanced, financed};
pub use form::{Asked, Form, MARK, Reply, form_page, form_text};
pub use journal::{ATTRIBUTION, Merged, StepFigures, figures, merge};
pub use print::{Grid, Section, printed};
pub use result::{Called, NotRecorded, Said, TRIES_MAX, operations};
pub use sheet::{Caller, Sheet, contact_line, kept_key, plan_key, sheets_page};
