//! Bytes to tables: recognises the format by content, reads delimited text and workbooks within limits.
//! It guarantees a typed refusal instead of a panic, and interprets no cell.

mod table;

pub use table::{Cell, CellKind, Row, Table};
