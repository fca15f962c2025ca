//! Pollutes thirty clean ledgers in every way known and prints how well each is read: `cargo xtask pollute`.
#![allow(clippy::print_stdout)]

use acceptance::pollute;

fn main() {
    println!("{}", pollute::table(&pollute::run()));
}
