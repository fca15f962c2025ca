//! What is running.

use protocol::Version;

/// Version of the product, edition of its rules, kind of build.
pub fn version() -> Version {
    let build = if cfg!(debug_assertions) { "development" } else { "release" };
    Version { encours: env!("CARGO_PKG_VERSION").to_owned(), rules: rules::EDITION.to_owned(), build: build.to_owned() }
}
