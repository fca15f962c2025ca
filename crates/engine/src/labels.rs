//! Short words that tell files apart by their names, the same from one month to the next: what stands in all of them and
//! the figures of their days tell nothing.

use std::collections::{BTreeMap, BTreeSet};
use values::Gather;

/// A label for each name; none where fewer than two files are to be told apart.
pub(crate) fn of(names: &BTreeSet<&str>) -> BTreeMap<String, String> {
    if names.len() < 2 {
        return BTreeMap::new();
    }
    let common: Vec<String> = match names.first() {
        Some(first) => {
            words(first).into_iter().filter(|word| names.iter().all(|name| words(name).contains(word))).collect()
        }
        None => Vec::new(),
    };
    let short = |name: &str| {
        let own: Vec<String> = words(name).into_iter().filter(|word| !common.contains(word)).collect();
        own.join(" ")
    };
    let labels: BTreeMap<String, String> = names.iter().map(|name| ((*name).to_owned(), short(name))).gather();
    let distinct: BTreeSet<&String> = labels.values().filter(|label| !label.is_empty()).gather();
    if distinct.len() == names.len() {
        return labels;
    }
    // Words do not tell them apart: their whole names do.
    names.iter().map(|name| ((*name).to_owned(), stem(name).to_owned())).gather()
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The words of a name without its ending and without figures.
fn words(name: &str) -> Vec<String> {
    let letters = stem(name).split(|character: char| !character.is_alphabetic());
    letters.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(names: &[&str]) -> Vec<String> {
        of(&names.iter().copied().gather()).into_values().collect()
    }

    #[test]
    fn what_differs_tells_files_apart() {
        assert_eq!(labels(&["encours_lyon_2025-12.csv", "encours_lille_2025-12.csv"]), ["lille", "lyon"]);
        assert_eq!(labels(&["clients 1.csv", "clients 2.csv"]), ["clients 1", "clients 2"]);
        assert_eq!(labels(&["Encours.xlsx", "Encours Lille.xlsx"]), ["Encours Lille", "Encours"]);
        assert_eq!(labels(&["a.csv"]), Vec::<String>::new());
    }
}
