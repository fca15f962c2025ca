//! Writes the gallery of hostile files into a folder and lists them: `cargo run -p acceptance --example hostile -- DIR`.
#![allow(clippy::print_stdout, clippy::panic)]

fn main() {
    let Some(folder) = std::env::args().nth(1) else { panic!("name the folder to write into") };
    print!("{}", acceptance::hostile::write_to(folder.as_ref()));
}
