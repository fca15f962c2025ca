//! Counts tests across runners by the lines that each of them prints last: cargo's `test result:` and node's `# pass`.

/// Tests so far.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that were not run: ignored or skipped.
    pub skipped: u64,
}

impl Tally {
    /// Adds what `output` says.
    pub fn read(&mut self, output: &str) {
        output.lines().for_each(|line| self.read_line(line.trim()));
    }

    /// The line that continuous integration reads.
    pub fn line(self) -> String {
        format!("{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }

    fn read_line(&mut self, line: &str) {
        if let Some(counts) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". ")) {
            for part in counts.1.split(';') {
                match part.trim().split_once(' ') {
                    Some((count, "passed")) => self.passed += number(count),
                    Some((count, "failed")) => self.failed += number(count),
                    Some((count, "ignored")) => self.skipped += number(count),
                    _ => {}
                }
            }
            return;
        }
        let Some((key, count)) = line.strip_prefix("# ").and_then(|rest| rest.split_once(' ')) else {
            return;
        };
        match key {
            "pass" => self.passed += number(count),
            "fail" | "cancelled" => self.failed += number(count),
            "skipped" | "todo" => self.skipped += number(count),
            _ => {}
        }
    }
}

fn number(text: &str) -> u64 {
    text.trim().parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(output: &str) -> String {
        let mut tally = Tally::default();
        tally.read(output);
        tally.line()
    }

    #[test]
    fn cargo_and_node_add_up() {
        let cargo = "running 2 tests\ntest result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.0s\n\
                     test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 4 filtered out; finished in 0.0s\n";
        assert_eq!(tally(cargo), "8 passed, 2 failed, 1 skipped");
        assert_eq!(
            tally("# tests 9\n# pass 6\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n"),
            "6 passed, 2 failed, 1 skipped"
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            tally("# pass the salt\ntest result\n5 passed\n# duration_ms 12\n"),
            "0 passed, 0 failed, 0 skipped"
        );
    }
}
