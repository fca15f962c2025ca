//! What is running.

use protocol::Version;

/// Version of the product, edition of its rules, kind of build.
pub fn version() -> Version {
    // Told by who builds for trying out (`cargo xtask`): what tests make natively is, byte for byte, what is published.
    let build = option_env!("ENCOURS_BUILD").unwrap_or("release");
    Version { encours: env!("CARGO_PKG_VERSION").to_owned(), rules: rules::EDITION.to_owned(), build: build.to_owned() }
}
