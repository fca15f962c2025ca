//! The published JSON Schemas of the documents are those of the Rust types; `UPDATE_GOLDEN=1` writes them anew. They are
//! made from the TypeScript declarations, so that one description of the contract cannot say what the other does not.
//! Members may be added to a document: none is forbidden.
#![cfg(feature = "typescript")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

#[test]
fn published_schemas_follow_the_types() {
    let declarations = protocol::typescript::declarations();
    for (name, root, id) in
        [("dossier", "DossierDocument", protocol::DOSSIER_SCHEMA), ("manifest", "Manifest", protocol::MANIFEST_SCHEMA)]
    {
        let path = format!("{}/../module/npm/schemas/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
        let schema = serde_json::to_string_pretty(&of(&declarations, root, id)).unwrap() + "\n";
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &schema).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), schema, "run with UPDATE_GOLDEN=1");
    }
}

#[test]
fn every_form_of_declaration_is_understood() {
    let text = "\nexport type Name = \"a\" | \"b-c\";\nexport type One = { /** said */ name: Name, many?: Array<number>, \
        none: string | null, facts: Record<string, string | number>, };\n";
    let schema = of(text, "One", "one/1");
    assert_eq!(
        schema["$defs"]["One"],
        json!({
            "type": "object",
            "properties": {
                "name": { "$ref": "#/$defs/Name" },
                "many": { "type": "array", "items": { "type": "number" } },
                "none": { "anyOf": [{ "type": "string" }, { "type": "null" }] },
                "facts": { "type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, { "type": "number" }] } },
            },
            "required": ["name", "none", "facts"],
        })
    );
    assert_eq!(schema["$defs"]["Name"], json!({ "enum": ["a", "b-c"] }));
}

/// The schema of a declared type and of all it is made of.
fn of(declarations: &str, root: &str, id: &str) -> Value {
    let declared = declared(declarations);
    let mut definitions = BTreeMap::new();
    collect(root, &declared, &mut definitions);
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(id));
    schema.insert("$ref".to_owned(), json!(format!("#/$defs/{root}")));
    schema.insert("$defs".to_owned(), json!(definitions));
    Value::Object(schema)
}

/// Types by name, as tokens.
fn declared(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut types = BTreeMap::new();
    for part in text.split("\nexport type ").skip(1) {
        let tokens = tokens(part);
        let end = tokens.iter().position(|token| token == ";").unwrap_or(tokens.len());
        if let [name, equals, body @ ..] = &tokens[..end]
            && equals == "="
        {
            types.insert(name.clone(), body.to_vec());
        }
    }
    // The first line has no line before it.
    types.insert("Day".to_owned(), vec!["string".to_owned()]);
    types
}

/// Words, texts in quotes and signs; comments left out.
fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("/*") => {
                rest = rest.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            '"' => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
            letter if letter.is_alphanumeric() || letter == '_' => {
                rest.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(rest.len())
            }
            sign => sign.len_utf8(),
        };
        if !first.is_whitespace() {
            found.push(rest[..length].to_owned());
        }
        rest = &rest[length..];
    }
    found
}

/// Adds a type and those it names.
fn collect(name: &str, declared: &BTreeMap<String, Vec<String>>, into: &mut BTreeMap<String, Value>) {
    if into.contains_key(name) {
        return;
    }
    let body = declared.get(name).unwrap_or_else(|| panic!("{name} is not declared"));
    let mut reader = Reader { tokens: body, named: Vec::new() };
    let mut schema = reader.union();
    assert!(reader.tokens.is_empty(), "{name}: {:?} is not understood", reader.tokens);
    match name {
        "Day" => schema = json!({ "type": "string", "format": "date" }),
        "Currency" => schema = json!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
        "Minor" => schema = json!({ "type": "integer" }),
        _ => {}
    }
    let named = reader.named;
    into.insert(name.to_owned(), schema);
    for other in named {
        collect(&other, declared, into);
    }
}

struct Reader<'a> {
    tokens: &'a [String],
    /// Types named on the way.
    named: Vec<String>,
}

impl Reader<'_> {
    fn next(&mut self) -> &str {
        let (first, rest) = self.tokens.split_first().expect("a type ends too soon");
        self.tokens = rest;
        first
    }

    fn take(&mut self, sign: &str) -> bool {
        let there = self.tokens.first().is_some_and(|token| token == sign);
        if there {
            self.tokens = &self.tokens[1..];
        }
        there
    }

    fn expect(&mut self, sign: &str) {
        assert!(self.take(sign), "{sign} expected before {:?}", self.tokens.first());
    }

    fn union(&mut self) -> Value {
        self.take("|");
        let mut parts = vec![self.part()];
        while self.take("|") {
            parts.push(self.part());
        }
        let texts: Option<Vec<&Value>> = parts.iter().map(|part| part.get("const")).collect();
        match (texts, parts.as_slice()) {
            (_, [one]) => one.clone(),
            (Some(texts), _) => json!({ "enum": texts }),
            (None, parts) => json!({ "anyOf": parts }),
        }
    }

    fn part(&mut self) -> Value {
        match self.next().to_owned().as_str() {
            "{" => self.object(),
            "Array" => {
                self.expect("<");
                let items = self.union();
                self.expect(">");
                json!({ "type": "array", "items": items })
            }
            "Record" => {
                for sign in ["<", "string", ","] {
                    self.expect(sign);
                }
                let values = self.union();
                self.expect(">");
                json!({ "type": "object", "additionalProperties": values })
            }
            text if text.starts_with('"') => json!({ "const": text.trim_matches('"') }),
            kind @ ("string" | "number" | "boolean" | "null") => json!({ "type": kind }),
            "unknown" => json!({}),
            name => {
                self.named.push(name.to_owned());
                json!({ "$ref": format!("#/$defs/{name}") })
            }
        }
    }

    fn object(&mut self) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        while !self.take("}") {
            let name = self.next().trim_matches('"').to_owned();
            if !self.take("?") {
                required.push(name.clone());
            }
            self.expect(":");
            properties.insert(name, self.union());
            self.take(",");
        }
        json!({ "type": "object", "properties": properties, "required": required })
    }
}
