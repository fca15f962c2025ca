//! What is running.

use protocol::Version;

/// Version of the product, edition of its rules, kind of build.
pub fn version() -> Version {
    // Only WebAssembly is published: what tests make natively is to be, byte for byte, what the published module makes.
    let build = if cfg!(all(debug_assertions, target_family = "wasm")) { "development" } else { "release" };
    Version { encours: env!("CARGO_PKG_VERSION").to_owned(), rules: rules::EDITION.to_owned(), build: build.to_owned() }
}
