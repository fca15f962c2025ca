//! `cargo xtask dist`: both artefacts, once, into two folders that are complete and can be copied anywhere.

use crate::problem::Outcome;
use crate::wasm::{self, Profile};
use crate::{npm, setup, site};
use std::path::PathBuf;

/// The page, ready for any static host.
pub fn site_folder() -> Outcome<PathBuf> {
    Ok(setup::root()?.join("dist").join("site"))
}

/// The npm package, ready for `npm pack` or `npm install FOLDER`.
pub fn npm_folder() -> Outcome<PathBuf> {
    Ok(setup::root()?.join("dist").join("npm"))
}

/// `cargo xtask dist [--dev]`
pub fn command(arguments: &[String]) -> Outcome {
    crate::only_flags(arguments, &["--dev"])?;
    let profile = if arguments.is_empty() { Profile::Release } else { Profile::Dev };
    write(profile)?;
    println!("Written: dist/site (the page) and dist/npm (the package), with the same engine file in both.");
    Ok(())
}

/// Builds and writes both folders.
pub fn write(profile: Profile) -> Outcome {
    let build = wasm::build(profile)?;
    site::write(&build, &site_folder()?)?;
    npm::write(&build.engine, &npm_folder()?)?;
    // Under Trunk, the hook hands our page over in place of what Trunk assembled.
    if let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR") {
        site::write(&build, &PathBuf::from(staging))?;
    }
    Ok(())
}
