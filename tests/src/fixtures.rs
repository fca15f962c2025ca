//! Where fixtures and golden files lie, and how they are compared: byte for byte, rewritten only when asked.

use std::path::PathBuf;

/// A path in the acceptance folder.
pub fn path(relative: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The bytes of a file of the acceptance folder.
pub fn bytes(relative: &str) -> Vec<u8> {
    std::fs::read(path(relative)).unwrap_or_else(|error| panic!("tests/{relative}: {error}"))
}

/// A JSON file of the acceptance folder.
pub fn json(relative: &str) -> serde_json::Value {
    serde_json::from_slice(&bytes(relative)).unwrap_or_else(|error| panic!("tests/{relative}: {error}"))
}

/// Asserts that a file holds `content`. With the environment variable `switch` set to 1, writes it instead.
pub fn assert_same(relative: &str, content: &str, switch: &str) {
    let file = path(relative);
    if std::env::var(switch).is_ok_and(|value| value == "1") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, content).unwrap();
        return;
    }
    let stored = std::fs::read_to_string(&file).unwrap_or_default();
    if stored == content {
        return;
    }
    let line = stored.lines().zip(content.lines()).take_while(|(a, b)| a == b).count();
    panic!(
        "tests/{relative} differs from line {}; {switch}=1 rewrites it.\n stored: {}\n    now: {}",
        line + 1,
        stored.lines().nth(line).unwrap_or("(end)"),
        content.lines().nth(line).unwrap_or("(end)"),
    );
}
