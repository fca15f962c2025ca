//! A place in a JSON document that knows its path: what is read there is what was expected, or a refusal that says where.

use serde_json::{Map, Value};
use text::policy::Problem;

/// Why a document is refused, and where.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) path: String,
    pub(super) problem: Problem,
}

/// A value and its path.
pub(super) struct Node<'v> {
    value: &'v Value,
    path: String,
}

impl<'v> Node<'v> {
    pub(super) fn root(value: &'v Value) -> Node<'v> {
        Node { value, path: String::new() }
    }

    pub(super) fn refuse(&self, problem: Problem) -> Refusal {
        Refusal { path: self.path.clone(), problem }
    }

    fn map(&self) -> Result<&'v Map<String, Value>, Refusal> {
        self.value.as_object().ok_or_else(|| self.refuse(Problem::NotAnObject))
    }

    fn below(&self, name: &str, value: &'v Value) -> Node<'v> {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Node { value, path }
    }

    /// An object that has no other fields than these.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), Refusal> {
        let unknown = self.map()?.keys().find(|key| !known.contains(&key.as_str()));
        match unknown {
            Some(key) => Err(self.below(key, self.value).refuse(Problem::UnknownField { known: known.join(", ") })),
            None => Ok(()),
        }
    }

    /// A field that must be there.
    pub(super) fn field(&self, name: &str) -> Result<Node<'v>, Refusal> {
        let missing = || self.below(name, self.value).refuse(Problem::Missing);
        self.maybe(name)?.ok_or_else(missing)
    }

    /// A field that may be there.
    pub(super) fn maybe(&self, name: &str) -> Result<Option<Node<'v>>, Refusal> {
        Ok(self.map()?.get(name).map(|value| self.below(name, value)))
    }

    /// A field read by a function, where it is there.
    pub(super) fn read<T>(
        &self,
        name: &str,
        read: impl Fn(&Node<'v>) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        self.maybe(name)?.as_ref().map(read).transpose()
    }

    pub(super) fn text(&self) -> Result<&'v str, Refusal> {
        self.value.as_str().ok_or_else(|| self.refuse(Problem::NotText))
    }

    /// A text with something in it.
    pub(super) fn name(&self) -> Result<String, Refusal> {
        let text = self.text()?.trim();
        if text.is_empty() { Err(self.refuse(Problem::Empty)) } else { Ok(text.to_owned()) }
    }

    pub(super) fn flag(&self) -> Result<bool, Refusal> {
        self.value.as_bool().ok_or_else(|| self.refuse(Problem::NotAFlag))
    }

    /// A whole number of a range.
    pub(super) fn integer(&self, from: i64, to: i64) -> Result<i64, Refusal> {
        // JavaScript has one type of numbers: a whole one may be written 5.0.
        let whole =
            self.value.as_i64().or_else(|| self.value.as_f64().filter(|it| it.fract() == 0.0).map(|it| it as i64));
        match whole {
            Some(number) if (from..=to).contains(&number) => Ok(number),
            Some(_) => Err(self.refuse(Problem::OutOfRange { from, to })),
            None => Err(self.refuse(Problem::NotAWholeNumber)),
        }
    }

    pub(super) fn list(&self) -> Result<Vec<Node<'v>>, Refusal> {
        let list = self.value.as_array().ok_or_else(|| self.refuse(Problem::NotAList))?;
        let at = |(position, value)| Node { value, path: format!("{}[{position}]", self.path) };
        Ok(list.iter().enumerate().map(at).collect())
    }

    /// A list, each read by a function.
    pub(super) fn each<T>(&self, read: impl Fn(&Node<'v>) -> Result<T, Refusal>) -> Result<Vec<T>, Refusal> {
        self.list()?.iter().map(read).collect()
    }

    /// One of some words.
    pub(super) fn word<T: Copy>(&self, words: &[(&str, T)]) -> Result<T, Refusal> {
        let seen = self.text()?;
        let found = words.iter().find(|(word, _)| *word == seen);
        found.map(|(_, value)| *value).ok_or_else(|| {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.refuse(Problem::NotOneOf { seen: seen.to_owned(), known: known.join(", ") })
        })
    }

    /// The fields of an object, each with its node.
    pub(super) fn fields(&self) -> Result<Vec<(&'v str, Node<'v>)>, Refusal> {
        Ok(self.map()?.iter().map(|(name, value)| (name.as_str(), self.below(name, value))).collect())
    }

    /// Whether it is a text rather than an object.
    pub(super) fn is_text(&self) -> bool {
        self.value.is_string()
    }
}
