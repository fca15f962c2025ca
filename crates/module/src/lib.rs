//! The WebAssembly module: the typed JavaScript API of the npm package over `engine`, and the loop that answers the
//! page from a worker. One artefact serves page, Node and npm; nothing is decided here.

mod command;
mod dossier;
mod functions;
mod source;
mod transfer;
mod worker;

pub use command::{command_inputs, run_command};
pub use dossier::Dossier;
pub use functions::{due_day, inspect, late_interest, version};
pub use worker::serve;
