//! A count-only pass over XML: tags and sizes go by, nothing is kept but the names of the open elements.
//! Guarantees well-formed nesting, bounded depth, bounded tokens and no document type, whatever the reader accepts.

use crate::error::{Damage, Unreadable, printable_bytes};
use crate::limits::{Limit, Limits};

/// What looks at the elements of one part as they go by. Names come without their prefix.
pub(crate) trait Watch {
    /// An element opens; `depth` counts it.
    fn open(&mut self, tag: &Tag<'_>, depth: usize) -> Result<(), Damage>;
    /// An element closes, the empty ones right after they opened.
    fn close(&mut self, name: &[u8]) -> Result<(), Unreadable>;
    /// Text between two tags: its characters (an entity is one) and its bytes.
    fn text(&mut self, chars: u64, bytes: u64);
    /// The same text as written, in pieces, before it is counted.
    fn words(&mut self, _text: &[u8]) {}
}

/// An opening tag.
pub(crate) struct Tag<'a> {
    /// Name without prefix.
    pub name: &'a [u8],
    attributes: &'a [u8],
}

impl<'a> Tag<'a> {
    /// The value of the attribute written exactly so, entities not replaced.
    pub fn attribute(&self, name: &str) -> Option<&'a [u8]> {
        attributes(self.attributes).find(|(key, _)| *key == name.as_bytes()).map(|(_, value)| value)
    }

    /// The value of the first attribute with this name whatever its prefix.
    pub fn local_attribute(&self, name: &str) -> Option<&'a [u8]> {
        attributes(self.attributes).find(|(key, _)| local(key) == name.as_bytes()).map(|(_, value)| value)
    }

    /// All attributes, as written.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + use<'a> {
        attributes(self.attributes)
    }
}

fn local(name: &[u8]) -> &[u8] {
    name.iter().position(|byte| *byte == b':').and_then(|at| name.get(at + 1..)).unwrap_or(name)
}

fn attributes(source: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = source;
    std::iter::from_fn(move || {
        let equals = rest.iter().position(|byte| *byte == b'=')?;
        let (key, after) = rest.split_at(equals);
        let after = after.get(1..)?.trim_ascii_start();
        let (quote, value) = after.split_first()?;
        if !matches!(quote, b'"' | b'\'') {
            return None;
        }
        let end = value.iter().position(|byte| byte == quote)?;
        let (value, after) = value.split_at(end);
        rest = after.get(1..).unwrap_or_default();
        Some((key.trim_ascii(), value))
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// After `<`; the quote that is open, if any.
    Tag(Option<u8>),
    Comment,
    Data,
    Instruction,
}

/// The scanner of one part.
pub(crate) struct Scanner<'a> {
    limits: &'a Limits,
    part: &'a str,
    state: State,
    token: Vec<u8>,
    names: Vec<u8>,
    starts: Vec<usize>,
    chars: u64,
    bytes: u64,
    in_entity: bool,
    seen_root: bool,
}

impl<'a> Scanner<'a> {
    pub fn new(part: &'a str, limits: &'a Limits) -> Scanner<'a> {
        Scanner {
            limits,
            part,
            state: State::Text,
            token: Vec::new(),
            names: Vec::new(),
            starts: Vec::new(),
            chars: 0,
            bytes: 0,
            in_entity: false,
            seen_root: false,
        }
    }

    pub fn feed(&mut self, chunk: &[u8], watch: &mut dyn Watch) -> Result<(), Unreadable> {
        let mut rest = chunk;
        while !rest.is_empty() {
            let used = match self.state {
                State::Text => self.run_of_text(rest, watch)?,
                State::Tag(quote) => self.run_of_tag(rest, quote, watch)?,
                State::Comment => self.run_until(rest, b"-->")?,
                State::Data => self.run_until(rest, b"]]>")?,
                State::Instruction => self.run_until(rest, b"?>")?,
            };
            rest = rest.get(used..).unwrap_or_default();
        }
        Ok(())
    }

    pub fn finish(&mut self) -> Result<(), Unreadable> {
        if self.state == State::Text && self.starts.is_empty() && self.seen_root {
            Ok(())
        } else {
            Err(self.damaged(Damage::Cut))
        }
    }

    fn damaged(&self, damage: Damage) -> Unreadable {
        Unreadable::damaged(self.part, damage)
    }

    fn run_of_text(&mut self, rest: &[u8], watch: &mut dyn Watch) -> Result<usize, Unreadable> {
        let length = rest.iter().position(|byte| *byte == b'<').unwrap_or(rest.len());
        let text = rest.get(..length).unwrap_or_default();
        watch.words(text);
        for byte in text {
            let counts = !self.in_entity && byte & 0xC0 != 0x80;
            self.chars += u64::from(counts);
            match byte {
                b'&' => self.in_entity = true,
                b';' => self.in_entity = false,
                _ => {}
            }
        }
        self.bytes += length as u64;
        self.limits.check(Limit::XmlTokenBytes, self.bytes)?;
        if length == rest.len() {
            return Ok(length);
        }
        if self.bytes > 0 {
            watch.text(self.chars, self.bytes);
        }
        (self.chars, self.bytes, self.in_entity) = (0, 0, false);
        self.token.clear();
        self.state = State::Tag(None);
        Ok(length + 1)
    }

    fn run_of_tag(&mut self, rest: &[u8], quote: Option<u8>, watch: &mut dyn Watch) -> Result<usize, Unreadable> {
        let stop = |byte: &u8| match quote {
            Some(quote) => *byte == quote,
            None => matches!(byte, b'>' | b'"' | b'\''),
        };
        // A comment and its kin are known by their first bytes, and obey other rules than a tag.
        let length = if self.token.len() < 8 { 1 } else { rest.iter().position(stop).map_or(rest.len(), |at| at + 1) };
        let run = rest.get(..length).unwrap_or_default();
        self.token.extend_from_slice(run);
        self.limits.check(Limit::XmlTokenBytes, self.token.len() as u64)?;
        if let Some(state) = self.special()? {
            self.state = state;
            return Ok(length);
        }
        match (quote, run.last()) {
            (None, Some(b'>')) => {
                self.token.pop();
                self.state = State::Text;
                self.whole_tag(watch)?;
            }
            (None, Some(mark @ (b'"' | b'\''))) => self.state = State::Tag(Some(*mark)),
            (Some(quote), Some(mark)) if *mark == quote => self.state = State::Tag(None),
            _ => {}
        }
        Ok(length)
    }

    fn special(&mut self) -> Result<Option<State>, Unreadable> {
        let state = match self.token.as_slice() {
            b"!--" => State::Comment,
            b"![CDATA[" => State::Data,
            b"?" => State::Instruction,
            token if token.len() <= 8 && token.eq_ignore_ascii_case(b"!DOCTYPE") => {
                return Err(self.damaged(Damage::DocumentType));
            }
            _ => return Ok(None),
        };
        self.token.clear();
        Ok(Some(state))
    }

    /// Passes over a comment, a CDATA section (whose bytes count as text) or an instruction.
    fn run_until(&mut self, rest: &[u8], end: &[u8]) -> Result<usize, Unreadable> {
        let mut used = 0;
        for byte in rest {
            used += 1;
            self.token.push(*byte);
            if self.token.ends_with(end) {
                let inside = self.token.len().saturating_sub(end.len()) as u64;
                if self.state == State::Data {
                    (self.chars, self.bytes) = (self.chars + inside, self.bytes + inside);
                }
                self.token.clear();
                self.state = State::Text;
                break;
            }
        }
        self.limits.check(Limit::XmlTokenBytes, self.token.len() as u64)?;
        Ok(used)
    }

    fn whole_tag(&mut self, watch: &mut dyn Watch) -> Result<(), Unreadable> {
        let token = std::mem::take(&mut self.token);
        let result = self.tag(&token, watch);
        self.token = token;
        result
    }

    fn tag(&mut self, token: &[u8], watch: &mut dyn Watch) -> Result<(), Unreadable> {
        if let Some(name) = token.strip_prefix(b"/") {
            // Blanks may stand behind the name, never before it: the reader behind this would not find the end.
            return self.close(name.trim_ascii_end(), watch);
        }
        let (token, empty) = token.strip_suffix(b"/").map_or((token, false), |inner| (inner, true));
        let end = token.iter().position(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).unwrap_or(token.len());
        let (name, attributes) = token.split_at(end);
        if name.is_empty() || name.starts_with(b"!") {
            return Err(self.damaged(Damage::Nesting { element: printable_bytes(name, 40) }));
        }
        // Equals signs inside values only make the count larger: cheap first, exact when it matters.
        let signs = attributes.iter().filter(|byte| **byte == b'=').count() as u64;
        let tag = Tag { name: local(name), attributes };
        if signs > self.limits.xml_attributes {
            self.limits.check(Limit::XmlAttributes, tag.attributes().count() as u64)?;
        }
        self.seen_root = true;
        let depth = self.starts.len() + 1;
        self.limits.check(Limit::XmlDepth, depth as u64)?;
        watch.open(&tag, depth).map_err(|damage| self.damaged(damage))?;
        if empty {
            return watch.close(tag.name);
        }
        self.starts.push(self.names.len());
        self.names.extend_from_slice(name);
        Ok(())
    }

    fn close(&mut self, name: &[u8], watch: &mut dyn Watch) -> Result<(), Unreadable> {
        let start = self.starts.pop();
        let opened = start.and_then(|start| self.names.get(start..));
        if opened != Some(name) {
            return Err(self.damaged(Damage::Nesting { element: printable_bytes(name, 40) }));
        }
        self.names.truncate(start.unwrap_or(0));
        watch.close(local(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Log(String);

    impl Watch for Log {
        fn open(&mut self, tag: &Tag<'_>, depth: usize) -> Result<(), Damage> {
            let value = tag.attribute("r").map(|value| format!(" r={}", String::from_utf8_lossy(value)));
            self.0 += &format!("{depth}{}{} ", String::from_utf8_lossy(tag.name), value.unwrap_or_default());
            Ok(())
        }
        fn close(&mut self, name: &[u8]) -> Result<(), Unreadable> {
            self.0 += &format!("/{} ", String::from_utf8_lossy(name));
            Ok(())
        }
        fn text(&mut self, chars: u64, bytes: u64) {
            self.0 += &format!("{chars}c{bytes}b ");
        }
    }

    fn scanned(xml: &str, step: usize) -> String {
        let (limits, mut log) = (Limits::default(), Log::default());
        let mut scanner = Scanner::new("p", &limits);
        let fed = xml.as_bytes().chunks(step).try_for_each(|chunk| scanner.feed(chunk, &mut log));
        match fed.and_then(|()| scanner.finish()) {
            Ok(()) => log.0.trim_end().to_owned(),
            Err(Unreadable::Damaged { damage, .. }) => damage.code().to_owned(),
            Err(Unreadable::TooLarge { limit, .. }) => limit.code().to_owned(),
            Err(other) => other.code().to_owned(),
        }
    }

    #[test]
    fn elements_go_by_whatever_the_chunks() {
        let xml = "<?xml version=\"1.0\"?><!-- <a> --><x:a q='>' r = \"A1\"><b/>é&amp;<![CDATA[<z>]]></x:a>";
        for step in [1, 2, 3, 7, 1000] {
            assert_eq!(scanned(xml, step), "1a r=A1 2b /b 2c7b 3c3b /a", "{step}");
        }
    }

    #[test]
    fn what_no_spreadsheet_writes_is_refused() {
        for (xml, expected) in [
            ("<a><b></a></b>", "nesting"),
            ("<a></b>", "nesting"),
            ("</a>", "nesting"),
            ("<a></ a>", "nesting"),
            ("<a><b>", "cut"),
            ("<a", "cut"),
            ("", "cut"),
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "document-type"),
            ("<a><!-- never closed", "cut"),
        ] {
            assert_eq!(scanned(xml, 3), expected, "{xml}");
        }
        assert_eq!(scanned(&"<a>".repeat(65), 64), "xml-depth");
        let attributes: String = (0..65).map(|n| format!(" a{n}='='")).collect();
        assert_eq!(scanned(&format!("<a{attributes}/>"), 64), "xml-attributes");
        assert_eq!(scanned(&format!("<a>{}</a>", " ".repeat(1024 * 1024 + 1)), 4096), "xml-token-bytes");
        assert_eq!(scanned(&format!("<a b='{}'/>", "x".repeat(1024 * 1024 + 1)), 4096), "xml-token-bytes");
    }
}
