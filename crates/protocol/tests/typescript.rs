//! The committed declarations are those of the Rust types. `UPDATE_GOLDEN=1` writes them anew.
#![cfg(feature = "typescript")]
#![allow(missing_docs, clippy::unwrap_used)]

#[test]
fn declarations_follow_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../module/src/types.d.ts");
    let declarations = protocol::typescript::declarations();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &declarations).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), declarations, "run with UPDATE_GOLDEN=1");
}
