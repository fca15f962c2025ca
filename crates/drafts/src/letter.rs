//! Letters on A4 for an envelope with a window on the right, as French post reads them: the address begins 106 mm from the
//! left edge and 51 mm from the top, six lines at most, so that it stands in the window of a DL envelope whether the sheet
//! lies high or low in it (NF Z10-011). One page, or as many as there are customers, each beginning on a sheet of its own.

use crate::composition::{Composition, Part};
use crate::page::{self, Medium};
use crate::{Draft, Recipient, Sender};
use dunning::Channel;
use std::fmt::Write;
use text::Language;
use text::html::escaped;
use text::letters::printable;
use values::Day;

const STYLE: &str = include_str!("letter.css");

/// A draft on its way to paper.
pub struct Letter<'a> {
    /// The text.
    pub draft: &'a Draft,
    /// Whom it is for.
    pub recipient: Recipient,
    /// The day it is dated.
    pub day: Day,
}

/// Letters as one page to print, each on its own sheets, added one after another.
pub struct Letters<'a> {
    html: String,
    sender: &'a Sender,
}

impl<'a> Letters<'a> {
    /// A page with no letter yet; whether it will hold several is known from the start.
    pub fn new(language: Language, sender: &'a Sender, several: bool) -> Letters<'a> {
        // The pages of several letters are counted together by every browser: then they are not numbered.
        let numbered = if several { "@page { @bottom-center { content: none; } }\n" } else { "" };
        let mut html = page::head(language, language.letters_title(), &format!("{STYLE}{numbered}"));
        html.push_str("<body>\n");
        Letters { html, sender }
    }

    /// The next letter.
    pub fn add(&mut self, letter: &Letter<'_>) {
        one(&mut self.html, letter, self.sender);
    }

    /// The page.
    pub fn finish(mut self) -> String {
        self.html.push_str("</body>\n</html>\n");
        self.html
    }
}

/// The letters as one page to print, each on its own sheets.
pub fn print(language: Language, letters: &[Letter<'_>], sender: &Sender) -> String {
    let mut page = Letters::new(language, sender, letters.len() > 1);
    letters.iter().for_each(|letter| page.add(letter));
    page.finish()
}

// Writing to a string cannot fail.
fn one(html: &mut String, letter: &Letter<'_>, sender: &Sender) {
    let draft = letter.draft;
    let language = draft.language;
    let _ = writeln!(html, "<article class=\"letter\" lang=\"{}\">", language.code());
    if draft.channel == Channel::Phone || draft.channel == Channel::Internal {
        let _ = writeln!(
            html,
            "<h1>{}</h1>\n<div class=\"lines call\">{}</div>\n</article>",
            escaped(&draft.subject),
            escaped(&draft.body)
        );
        return;
    }
    html.push_str("<div class=\"head\">\n");
    block(html, "from", &sender_lines(sender), true);
    block(html, "to", &letter.recipient.window(), false);
    html.push_str("</div>\n");
    if draft.channel == Channel::RegisteredLetter {
        let (title, number) = (language.letter_registered(), language.letter_registered_number());
        let _ = writeln!(
            html,
            "<p class=\"registered\">{} <span class=\"number\">{}</span></p>",
            escaped(title),
            escaped(number)
        );
    }
    let dated = language.letter_dated(&place(sender), letter.day);
    let reference = language.letter_our_reference(&letter.recipient.id);
    let _ = writeln!(
        html,
        "<div class=\"references\"><span>{}</span><span>{}</span></div>",
        escaped(&reference),
        escaped(&dated)
    );
    let _ =
        writeln!(html, "<h1>{}</h1>", escaped(&language.letter_labelled(language.letter_subject(), &draft.subject)));
    let shown = for_paper(draft, &dated);
    html.push_str(&page::body(language, &shown, Medium::Paper));
    let identity = identity(sender);
    if !identity.is_empty() {
        let _ = writeln!(html, "<div class=\"foot\">{}</div>", escaped(&identity));
    }
    html.push_str("</article>\n");
}

/// The text in its parts, as edited, without the first lines of a formal notice that the sheet already shows.
fn for_paper(draft: &Draft, dated: &str) -> Composition {
    let mut shown = draft.composition.reworded(&draft.subject, &draft.body);
    let registered = draft.language.letter_registered();
    let on_the_sheet = |text: &str| text.starts_with(registered) || text == dated;
    shown.parts.retain(|part| !matches!(part, Part::Paragraph(text) if on_the_sheet(text)));
    shown
}

fn block(html: &mut String, class: &str, lines: &[String], strong: bool) {
    let _ = write!(html, "<div class=\"{class}\">");
    for (position, line) in lines.iter().enumerate() {
        let line = escaped(line);
        let shown = if strong && position == 0 { format!("<strong>{line}</strong>") } else { line };
        let _ = write!(html, "<bdi>{shown}</bdi><br>");
    }
    html.push_str("</div>\n");
}

fn sender_lines(sender: &Sender) -> Vec<String> {
    let mut lines = vec![printable(&sender.company).text];
    lines.extend(sender.address.lines().map(|line| printable(line).text));
    lines.extend([&sender.phone, &sender.email].map(|text| printable(text).text));
    lines.retain(|line| !line.is_empty());
    lines
}

fn place(sender: &Sender) -> String {
    let last = sender.address.lines().last().unwrap_or_default();
    printable(last.trim_start_matches(|one: char| one.is_ascii_digit())).text
}

/// What a firm's letters must say of it (C. com. R123-237).
fn identity(sender: &Sender) -> String {
    let seat = sender.address.lines().map(|line| printable(line).text).collect::<Vec<_>>().join(", ");
    let number = printable(&sender.siren).text;
    let number = if number.is_empty() { number } else { format!("SIREN {number}") };
    let parts = [
        printable(&sender.company).text,
        printable(&sender.legal_form).text,
        seat,
        number,
        printable(&sender.registry).text,
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
