//! Every heading the field is known to use, by language and by package, held to the field it is read as.

use super::hits;
use crate::heading::HeadingMatch;
use crate::vocabulary::{is_opening, is_total};
use crate::words::fold;

const LANGUAGES: &str = include_str!("../tests/headings/languages.txt");
const PACKAGES: &str = include_str!("../tests/headings/packages.txt");

/// What is wrong with the headings of a list, and how many it holds.
fn check(list: &str) -> (usize, Vec<String>) {
    let (mut section, mut count, mut wrong) = ("", 0, Vec::new());
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix("== ") {
            section = name;
            continue;
        }
        let (field, headings) = line.split_once(": ").unwrap();
        for heading in headings.split('|').map(str::trim) {
            count += 1;
            let read: Vec<&str> = hits(heading)
                .iter()
                .filter(|hit| hit.matched == HeadingMatch::Exact)
                .map(|hit| hit.field.key())
                .collect();
            let right = match field {
                "-" => hits(heading).is_empty(),
                "(total row)" => is_total(&fold(heading)) || is_opening(&fold(heading)),
                field => read.contains(&field),
            };
            if !right {
                wrong.push(format!("{section}: “{heading}” is {read:?}, not {field}"));
            }
        }
    }
    (count, wrong)
}

#[test]
fn every_heading_of_every_language_and_package_meets_its_field() {
    let (languages, mut wrong) = check(LANGUAGES);
    let (packages, others) = check(PACKAGES);
    wrong.extend(others);
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    assert!(languages >= 600 && packages >= 200, "{languages} and {packages} headings");
}
