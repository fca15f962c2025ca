//! Writes hostile files into a folder and lists them: `cargo run -p acceptance --example hostile -- DIR [wide]`. The
//! gallery alone, or with `wide` the whole corpus beside it, whose files may be read or refused.
#![allow(clippy::print_stdout, clippy::panic)]

use acceptance::hostile;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else { panic!("name the folder to write into") };
    let folder = std::path::Path::new(&folder);
    print!("{}", hostile::write_to(folder));
    if arguments.next().is_some_and(|word| word == "wide") {
        print!("{}", hostile::write_corpus_to(folder));
    }
}
