//! Tolerant reading of markup as programs write it under the name of a workbook: tags, attributes, text with entities.
//! Guarantees bounded memory whatever the nesting, the size of a tag or what is never closed; nothing is evaluated.

use crate::entities;
use crate::error::Unreadable;

/// Bytes of a tag that are kept; what a longer one says beyond is no part of a table (pictures written into a page).
const TAG_BYTES: usize = 64 * 1024;
/// Bytes of text handed over at once.
const TEXT_BYTES: usize = 32 * 1024;
/// The longest entity there is, its ampersand and semicolon included.
const ENTITY_BYTES: usize = 32;

/// What receives the document, piece by piece. Names come in lower case, without their prefix.
pub(crate) trait Document {
    /// An element opens; `empty` when it closes at once (`<x/>`).
    fn open(&mut self, tag: &OpenTag<'_>, empty: bool) -> Result<(), Unreadable>;
    /// An element closes.
    fn close(&mut self, name: &str) -> Result<(), Unreadable>;
    /// Text, entities replaced; one run may come in several pieces.
    fn text(&mut self, text: &str) -> Result<(), Unreadable>;
    /// A declaration of a document type.
    fn document_type(&mut self) -> Result<(), Unreadable> {
        Ok(())
    }
}

/// An opening tag.
pub(crate) struct OpenTag<'a> {
    /// Name in lower case, without prefix.
    pub name: &'a str,
    attributes: &'a str,
}

impl<'a> OpenTag<'a> {
    /// The value of the attribute with this name, whatever its prefix and case; entities replaced.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let (_, value) = attributes(self.attributes).find(|(key, _)| local(key).eq_ignore_ascii_case(name))?;
        Some(entities::replaced(value))
    }

    /// The attribute as a whole number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Names and values as written; a name without value has an empty one.
fn attributes(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = source;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/' || c == '=');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let Some(after) = after.trim_ascii_start().strip_prefix('=').map(str::trim_ascii_start) else {
            rest = after;
            return Some((name, ""));
        };
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => {
                let inside = after.get(1..).unwrap_or_default();
                inside.split_once(quote).unwrap_or((inside, ""))
            }
            None => after.split_at(after.find(|c: char| c.is_ascii_whitespace()).unwrap_or(after.len())),
        };
        rest = after;
        Some((name, value))
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// After `<`.
    Start,
    /// Inside a tag; whether an equals sign came last, and the quote that is open.
    Tag {
        equals: bool,
        quote: Option<u8>,
    },
    Comment,
    Data,
    /// `<!…>` and `<?…>`.
    Declaration,
}

/// The reader of one document, fed in chunks of whole UTF-8 characters.
pub(crate) struct Tags {
    state: State,
    token: Vec<u8>,
    text: Vec<u8>,
    /// Elements whose content is no markup, and the one that is open.
    raws: &'static [&'static str],
    raw: Option<&'static str>,
}

impl Tags {
    /// The reader of a web page.
    pub fn of_page() -> Tags {
        Tags { raws: &["script", "style"], ..Tags::of_xml() }
    }

    /// The reader of a document that is markup through and through.
    pub fn of_xml() -> Tags {
        Tags { state: State::Text, token: Vec::new(), text: Vec::new(), raws: &[], raw: None }
    }

    pub fn feed(&mut self, chunk: &[u8], document: &mut dyn Document) -> Result<(), Unreadable> {
        let mut rest = chunk;
        while let Some((first, after)) = rest.split_first() {
            let used = match self.state {
                State::Text => self.run_of_text(rest, document)?,
                _ => {
                    let _ = after;
                    self.step(*first, document)?;
                    1
                }
            };
            rest = rest.get(used..).unwrap_or_default();
        }
        Ok(())
    }

    /// Hands over the text that stands after the last tag.
    pub fn finish(&mut self, document: &mut dyn Document) -> Result<(), Unreadable> {
        self.hand_over(true, document)
    }

    /// Whether the document stops inside a tag or a comment.
    pub fn is_cut(&self) -> bool {
        self.state != State::Text
    }

    fn run_of_text(&mut self, rest: &[u8], document: &mut dyn Document) -> Result<usize, Unreadable> {
        let length = rest.iter().position(|byte| *byte == b'<').unwrap_or(rest.len());
        if self.raw.is_none() {
            self.text.extend_from_slice(rest.get(..length).unwrap_or_default());
            if self.text.len() > TEXT_BYTES {
                self.hand_over(false, document)?;
            }
        }
        if length == rest.len() {
            return Ok(length);
        }
        self.token.clear();
        self.state = State::Start;
        Ok(length + 1)
    }

    fn step(&mut self, byte: u8, document: &mut dyn Document) -> Result<(), Unreadable> {
        match self.state {
            State::Text => {}
            State::Start => self.start(byte),
            State::Tag { equals, quote } => return self.within_tag(byte, equals, quote, document),
            State::Comment => self.until(byte, b"-->"),
            State::Data => {
                self.token.push(byte);
                if self.token.ends_with(b"]]>") {
                    self.hand_over(true, document)?;
                    let inside = self.token.len().saturating_sub(3);
                    self.token.truncate(inside);
                    document.text(&String::from_utf8_lossy(&self.token))?;
                    self.token.clear();
                    self.state = State::Text;
                } else if self.token.len() > TEXT_BYTES && byte.is_ascii() && byte != b']' {
                    document.text(&String::from_utf8_lossy(&self.token))?;
                    self.token.clear();
                }
            }
            State::Declaration => {
                self.token.push(byte);
                match self.token.as_slice() {
                    b"!--" => self.state = State::Comment,
                    b"![CDATA[" => {
                        self.token.clear();
                        self.state = State::Data;
                    }
                    token if token.len() == 8 && token.eq_ignore_ascii_case(b"!doctype") => document.document_type()?,
                    _ if byte == b'>' => self.state = State::Text,
                    _ => self.token.truncate(16),
                }
            }
        }
        Ok(())
    }

    /// The character after `<` says what opens there; anything else makes it an ordinary character.
    fn start(&mut self, byte: u8) {
        self.token.push(byte);
        self.state = match byte {
            b'!' | b'?' if self.raw.is_none() => State::Declaration,
            b'/' => State::Tag { equals: false, quote: None },
            _ if byte.is_ascii_alphabetic() && self.raw.is_none() => State::Tag { equals: false, quote: None },
            _ => {
                if self.raw.is_none() {
                    self.text.push(b'<');
                    self.text.push(byte);
                }
                State::Text
            }
        };
    }

    fn within_tag(
        &mut self,
        byte: u8,
        equals: bool,
        quote: Option<u8>,
        document: &mut dyn Document,
    ) -> Result<(), Unreadable> {
        if quote.is_none() && byte == b'>' {
            self.state = State::Text;
            let token = std::mem::take(&mut self.token);
            let result = self.whole_tag(&token, document);
            self.token = token;
            return result;
        }
        let quote = match quote {
            Some(open) => (open != byte).then_some(open),
            None => Some(byte).filter(|byte| equals && matches!(byte, b'"' | b'\'')),
        };
        let equals = byte == b'=' || equals && byte.is_ascii_whitespace();
        self.state = State::Tag { equals, quote };
        if self.token.len() < TAG_BYTES {
            self.token.push(byte);
        }
        Ok(())
    }

    fn until(&mut self, byte: u8, end: &[u8]) {
        self.token.push(byte);
        if self.token.ends_with(end) {
            self.state = State::Text;
        } else if self.token.len() > 64 {
            let keep = self.token.len() - end.len();
            self.token.drain(..keep);
        }
    }

    fn whole_tag(&mut self, token: &[u8], document: &mut dyn Document) -> Result<(), Unreadable> {
        let token = String::from_utf8_lossy(token);
        if let Some(name) = token.strip_prefix('/') {
            let name = local(name.trim_ascii()).to_ascii_lowercase();
            let name = name.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
            if self.raw.is_some_and(|raw| raw != name) {
                return Ok(());
            }
            self.raw = None;
            self.hand_over(true, document)?;
            return document.close(name);
        }
        self.hand_over(true, document)?;
        let (token, empty) = token.strip_suffix('/').map_or((&*token, false), |inner| (inner, true));
        let end = token.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(token.len());
        let (name, attributes) = token.split_at(end);
        let name = local(name).to_ascii_lowercase();
        self.raw = self.raws.iter().find(|raw| **raw == name && !empty).copied();
        document.open(&OpenTag { name: &name, attributes }, empty)
    }

    /// Hands the text over; unless it ends here, an entity that may still be open waits.
    fn hand_over(&mut self, ends: bool, document: &mut dyn Document) -> Result<(), Unreadable> {
        if self.text.is_empty() {
            return Ok(());
        }
        let tail = self.text.len().saturating_sub(ENTITY_BYTES);
        let open = self.text.iter().skip(tail).position(|byte| *byte == b'&').map(|at| tail + at);
        let ready = if ends { self.text.len() } else { open.unwrap_or(self.text.len()) };
        let rest = self.text.split_off(ready);
        let text = std::mem::replace(&mut self.text, rest);
        document.text(&entities::replaced(&String::from_utf8_lossy(&text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Log(String);

    impl Document for Log {
        fn open(&mut self, tag: &OpenTag<'_>, empty: bool) -> Result<(), Unreadable> {
            let value = tag.attribute("a").map(|value| format!("={value}")).unwrap_or_default();
            self.0 += &format!("<{}{value}{}>", tag.name, if empty { "/" } else { "" });
            Ok(())
        }
        fn close(&mut self, name: &str) -> Result<(), Unreadable> {
            self.0 += &format!("</{name}>");
            Ok(())
        }
        fn text(&mut self, text: &str) -> Result<(), Unreadable> {
            self.0 += text;
            Ok(())
        }
    }

    fn read(source: &str, step: usize) -> String {
        let (mut tags, mut log) = (Tags::of_page(), Log::default());
        for chunk in source.as_bytes().chunks(step) {
            tags.feed(chunk, &mut log).unwrap();
        }
        tags.finish(&mut log).unwrap();
        log.0
    }

    #[test]
    fn tags_text_and_entities_whatever_the_chunks() {
        let cases = [
            ("<TD a=1>x</TD>", "<td=1>x</td>"),
            ("<x:td A='a>b' b>&eacute;&#233;&#xE9;</x:td>", "<td=a>b>ééé</td>"),
            ("a < b & c &unknown; <3", "a < b & c &unknown; <3"),
            ("a<!-- <td> -->b<!doctype html>c<?xml version='1'?>d<![if x]>e", "abcde"),
            ("<![CDATA[<b>&amp;]]>z", "<b>&amp;z"),
            ("<script>if (a<b) '<td>'</script>k<style>td{}</style>", "<script></script>k<style></style>"),
            ("<br/><img a=\"&quot;\"/>", "<br/><img=\"/>"),
            ("<td nowrap a = 'q' >1</td", "<td=q>1"),
        ];
        for (source, expected) in cases {
            for step in [1, 2, 5, 1000] {
                assert_eq!(read(source, step), expected, "{source} {step}");
            }
        }
    }

    #[test]
    fn what_is_never_closed_takes_no_memory() {
        let mut tags = Tags::of_page();
        let mut log = Log::default();
        tags.feed(b"<td a=\"", &mut log).unwrap();
        for _ in 0..1_000 {
            tags.feed(&[b'x'; 4_096], &mut log).unwrap();
        }
        assert!(tags.token.len() <= TAG_BYTES && tags.is_cut());
    }
}
