//! A text as it is put together: sentences of the template and parts made of figures, in their order. It is drawn as plain
//! text here, as a page or a letter elsewhere: the figures are the same in all of them.

/// A table of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it lists.
    pub title: String,
    /// One for each column.
    pub headings: Vec<String>,
    /// Cells, as they are read.
    pub rows: Vec<Vec<String>>,
    /// How many of the last columns hold numbers, set to the right.
    pub numbers: usize,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Sentences; lines that follow each other are one paragraph.
    Paragraph(String),
    /// A table, and its aligned columns.
    Table {
        /// As data.
        table: Table,
        /// As text.
        plain: String,
    },
    /// The closing lines of the tables: label and amount, the last one being what is asked for.
    Totals {
        /// As data.
        rows: Vec<(String, String)>,
        /// As text.
        plain: String,
    },
    /// Labels and values one under the other: bank details, the identity of a firm.
    Facts {
        /// What they are.
        title: String,
        /// Label, empty where the value says enough, and value.
        rows: Vec<(String, String)>,
        /// As text.
        plain: String,
        /// What a banking app reads from a square code beside them.
        transfer: Option<String>,
    },
    /// Lines kept as they are.
    Lines(String),
}

impl Part {
    /// As plain text, without a line break at the end.
    pub fn plain(&self) -> &str {
        match self {
            Part::Paragraph(plain) | Part::Lines(plain) => plain,
            Part::Table { plain, .. } | Part::Totals { plain, .. } | Part::Facts { plain, .. } => plain,
        }
    }
}

/// A subject and the parts under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composition {
    /// One line.
    pub subject: String,
    /// From top to bottom.
    pub parts: Vec<Part>,
}

/// Opens the name of a block in a filled-in template; no data and no template can hold it.
const OPEN: char = '\u{1}';
/// Closes it.
const CLOSE: char = '\u{2}';

/// What a block is in the text of a template, until it is drawn.
pub(crate) fn mark(name: &str) -> String {
    format!("{OPEN}{name}{CLOSE}")
}

impl Composition {
    /// Puts the blocks in their places.
    pub(crate) fn new(subject: String, body: &str, block: impl Fn(&str) -> Vec<Part>) -> Composition {
        let mut parts = Vec::new();
        let mut rest = body;
        while let Some((before, marked)) = rest.split_once(OPEN) {
            paragraphs(before, &mut parts);
            let (name, after) = marked.split_once(CLOSE).unwrap_or((marked, ""));
            parts.extend(block(name));
            rest = after;
        }
        paragraphs(rest, &mut parts);
        Composition { subject, parts }
    }

    /// The whole text, its parts a blank line apart, one line break at the end; empty without parts.
    pub fn plain(&self) -> String {
        let mut text = self.parts.iter().map(Part::plain).collect::<Vec<_>>().join("\n\n");
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }

    /// The same figures under a text a person changed: parts that stand in it as they were stay what they are, and what is
    /// around them becomes paragraphs.
    pub fn reworded(&self, subject: &str, body: &str) -> Composition {
        let body = body.replace("\r\n", "\n");
        let mut parts = Vec::new();
        let mut rest = body.as_str();
        for part in self.parts.iter().filter(|part| !matches!(part, Part::Paragraph(_) | Part::Lines(_))) {
            if let Some((before, after)) = rest.split_once(part.plain()) {
                paragraphs(before, &mut parts);
                parts.push(part.clone());
                rest = after;
            }
        }
        paragraphs(rest, &mut parts);
        Composition { subject: subject.to_owned(), parts }
    }
}

fn paragraphs(text: &str, parts: &mut Vec<Part>) {
    let found = text.split("\n\n").map(|paragraph| paragraph.trim_matches('\n')).filter(|one| !one.trim().is_empty());
    // Columns made by hand, such as those of a call sheet, are kept as they are.
    let is_kept = |paragraph: &str| paragraph.lines().any(|line| line.starts_with("  "));
    parts.extend(found.map(|paragraph| match is_kept(paragraph) {
        true => Part::Lines(paragraph.to_owned()),
        false => Part::Paragraph(paragraph.to_owned()),
    }));
}
