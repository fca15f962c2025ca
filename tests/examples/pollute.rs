//! Pollutes thirty clean ledgers in every way known and prints how well each is read: `cargo xtask pollute`.
//! With words, only the kinds whose name holds them.
#![allow(clippy::print_stdout)]

use acceptance::pollute;

fn main() {
    let words = std::env::args().nth(1).unwrap_or_default();
    println!("{}", pollute::table(&pollute::run(&words)));
}
