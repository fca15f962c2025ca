//! Places in a policy's document, written as refusals write them: `scenarios[0].steps[3].days`.

use serde_json::{Map, Value};

/// What stands at a place.
pub(super) fn at<'v>(document: &'v Value, path: &str) -> Option<&'v Value> {
    document.pointer(&pointer(path))
}

/// The places of the elements of a list.
pub(super) fn children(document: &Value, path: &str) -> impl Iterator<Item = String> + use<> {
    let count = at(document, path).and_then(Value::as_array).map_or(0, Vec::len);
    let path = path.to_owned();
    (0..count).map(move |position| format!("{path}[{position}]"))
}

/// What stands at a place, to change it; objects on the way are made, lists are not. Nothing where something else is in
/// the way.
pub(super) fn slot<'v>(document: &'v mut Value, path: &str) -> Option<&'v mut Value> {
    let mut value = document;
    for name in names(path) {
        value = match value {
            Value::Array(list) => list.get_mut(name.parse::<usize>().ok()?)?,
            Value::Null => {
                *value = Value::Object(Map::new());
                value.as_object_mut()?.entry(name).or_insert(Value::Null)
            }
            Value::Object(fields) => fields.entry(name).or_insert(Value::Null),
            _ => return None,
        };
    }
    Some(value)
}

/// Takes away what stands at a place, and the objects left empty above it.
pub(super) fn remove(document: &mut Value, path: &str) {
    let mut path = path.to_owned();
    loop {
        let (above, name) = parent(&path);
        match document.pointer_mut(&pointer(&above)) {
            Some(Value::Object(fields)) => {
                fields.remove(&name);
                if !fields.is_empty() || above.is_empty() {
                    return;
                }
            }
            Some(Value::Array(list)) => {
                if let Some(position) = name.parse::<usize>().ok().filter(|position| *position < list.len()) {
                    list.remove(position);
                }
                return;
            }
            _ => return,
        }
        path = above;
    }
}

/// The place above, and the name or position below it.
pub(super) fn parent(path: &str) -> (String, String) {
    match path.rfind(['.', '[']) {
        Some(cut) => {
            let (above, name) = path.split_at(cut);
            (above.to_owned(), name.trim_matches(['.', '[', ']']).to_owned())
        }
        None => (String::new(), path.to_owned()),
    }
}

fn names(path: &str) -> impl Iterator<Item = String> + use<> {
    let names: Vec<String> = path
        .split(['.', '['])
        .map(|name| name.trim_end_matches(']').to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    names.into_iter()
}

fn pointer(path: &str) -> String {
    names(path).fold(String::new(), |pointer, name| format!("{pointer}/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn places_are_read_made_and_taken_away() {
        let mut document = json!({"steps": [{"days": 3}, {"days": 7}]});
        assert_eq!(at(&document, "steps[1].days"), Some(&json!(7)));
        assert_eq!(children(&document, "steps").collect::<Vec<_>>(), ["steps[0]", "steps[1]"]);
        *slot(&mut document, "steps[0].when.amount.from").unwrap() = json!(500);
        assert_eq!(document, json!({"steps": [{"days": 3, "when": {"amount": {"from": 500}}}, {"days": 7}]}));
        remove(&mut document, "steps[0].when.amount.from");
        remove(&mut document, "steps[1]");
        assert_eq!(document, json!({"steps": [{"days": 3}]}), "objects left empty go too");
        remove(&mut document, "steps[0].when.amount.from");
        assert_eq!(document, json!({"steps": [{"days": 3}]}), "what is not there leaves nothing behind");
        assert!(slot(&mut document, "steps[4].days").is_none());
        assert!(slot(&mut document, "steps[0].days.more").is_none());
    }
}
