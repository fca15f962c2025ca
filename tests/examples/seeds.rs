//! Writes the seeds of a fuzz target into a folder: `cargo run -p acceptance --example seeds -- TARGET DIR`.
#![allow(clippy::panic)]

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(target), Some(folder)) = (arguments.next(), arguments.next()) else {
        panic!("name a target and a folder")
    };
    acceptance::fuzz::seeds::write_to(&target, folder.as_ref());
}
