//! A draft as a file every mail program opens for editing (RFC 5322, `X-Unsent: 1`): the text, the same text as a page,
//! the files that go with it; a fixed set of headers, the same bytes every time. No data can add a header: names and
//! subjects are cleaned, then encoded; addresses have their type.

use crate::encoded::{base64, is_plain, quoted_printable, words};
use crate::{Draft, Mailbox, page};
use text::letters::printable;
use values::Day;

/// The hour written in the Date header. There is no clock here; a mail program replaces the date when it sends.
const HOUR: &str = "08:00:00 +0000";
/// Longest plain name or subject left unfolded, so that its line stays well under 78 characters.
const PLAIN_MAX: usize = 60;
/// Between the parts of a message: `=_` stands in no encoded body (RFC 2045, section 6.7).
const OUTER: &str = "=_encours_mixed";
const INNER: &str = "=_encours_alternative";

/// A file that goes with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, as it is shown.
    pub name: String,
    /// What it is, such as `application/pdf`.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The message of a draft, dated that day. `From`, `To` and `Cc` are left out where nothing is known of them. There is no
/// Message-ID: the program that sends the message gives it one.
pub fn message(draft: &Draft, date: Day, attachments: &[Attachment]) -> Vec<u8> {
    let mut text = String::new();
    if let Some(from) = &draft.from {
        text.push_str(&addresses("From", std::slice::from_ref(from)));
    }
    for (header, people) in [("To", &draft.to), ("Cc", &draft.cc)] {
        if !people.is_empty() {
            text.push_str(&addresses(header, people));
        }
    }
    text.push_str(&format!("Subject: {}\r\n", unstructured("Subject", &draft.subject)));
    text.push_str(&format!("Date: {}\r\n", date_of(date)));
    text.push_str("X-Unsent: 1\r\nMIME-Version: 1.0\r\n");
    let alternative = alternative(draft);
    if attachments.is_empty() {
        text.push_str(&alternative);
        return text.into_bytes();
    }
    text.push_str(&format!("Content-Type: multipart/mixed; boundary=\"{OUTER}\"\r\n\r\n--{OUTER}\r\n{alternative}"));
    for attachment in attachments {
        text.push_str(&format!("--{OUTER}\r\n{}", attached(attachment)));
    }
    text.push_str(&format!("--{OUTER}--\r\n"));
    text.into_bytes()
}

/// The text, then the same text as a page: a program shows the last one it can.
fn alternative(draft: &Draft) -> String {
    let mut composition = draft.composition.reworded(&draft.subject, &draft.body);
    composition.subject.clone_from(&draft.subject);
    let html = page::mail(draft.language, &composition);
    let mut text = format!("Content-Type: multipart/alternative; boundary=\"{INNER}\"\r\n\r\n");
    for (kind, body) in [("plain", draft.body.as_str()), ("html", html.as_str())] {
        text.push_str(&format!(
            "--{INNER}\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n",
            quoted_printable(body)
        ));
    }
    text.push_str(&format!("--{INNER}--\r\n"));
    text
}

fn attached(attachment: &Attachment) -> String {
    let name = printable(&attachment.name).text;
    // RFC 2231 where plain letters do not say it.
    let is_simple = |one: char| one.is_ascii_alphanumeric() || matches!(one, '.' | '-' | '_' | ' ');
    let file_name = match is_plain(&name) && name.len() <= PLAIN_MAX && name.chars().all(is_simple) {
        true => format!("filename=\"{name}\""),
        false => format!("filename*=utf-8''{}", percent_encoded(&name)),
    };
    format!(
        "Content-Type: {}\r\nContent-Disposition: attachment;\r\n {file_name}\r\nContent-Transfer-Encoding: \
         base64\r\n\r\n{}",
        attachment.media_type,
        base64(&attachment.bytes)
    )
}

/// Longest message in the address bar of a browser or a mail program (domain.md 8: some cut after 2,000).
const MAILTO_MAX: usize = 1_900;

/// A link that opens the message in a mail program (RFC 6068); `None` where it is too long for one: the text is then
/// copied, or the file taken.
pub fn mailto(draft: &Draft) -> Option<String> {
    let to: Vec<String> = draft.to.iter().map(|mailbox| percent_encoded(mailbox.address.as_str())).collect();
    let cc: Vec<String> = draft.cc.iter().map(|mailbox| percent_encoded(mailbox.address.as_str())).collect();
    let body = spaced(&draft.body).replace('\n', "\r\n");
    let copies = if cc.is_empty() { String::new() } else { format!("cc={}&", cc.join(",")) };
    let subject = percent_encoded(&printable(&draft.subject).text);
    let link = format!("mailto:{}?{copies}subject={subject}&body={}", to.join(","), percent_encoded(&body));
    (link.len() <= MAILTO_MAX).then_some(link)
}

/// Columns and typographic spaces cost three to nine signs each in a link: plain single spaces say the same.
fn spaced(body: &str) -> String {
    let plain = body.replace("\r\n", "\n").replace(['\u{A0}', '\u{202F}'], " ");
    let lines = plain.trim_end().lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}

fn percent_encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => {
                encoded.push(char::from(byte))
            }
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

/// Adds a message to a file of several that mail programs import (RFC 4155): a line that begins with `From ` is quoted.
pub fn add_to_mailbox(file: &mut Vec<u8>, message: &[u8], day: Day) {
    let date = date_of(day);
    let (weekday, rest) = date.split_once(", ").unwrap_or(("Thu", ""));
    let parts: Vec<&str> = rest.split(' ').collect();
    if let [number, month, year, ..] = parts.as_slice() {
        let number = number.trim_start_matches('0');
        file.extend_from_slice(
            format!("From MAILER-DAEMON {weekday} {month} {number:>2} 08:00:00 {year}\n").as_bytes(),
        );
    }
    for line in String::from_utf8_lossy(message).split("\r\n") {
        if line.trim_start_matches('>').starts_with("From ") {
            file.push(b'>');
        }
        file.extend_from_slice(line.as_bytes());
        file.push(b'\n');
    }
}

fn unstructured(header: &str, text: &str) -> String {
    let text = printable(text).text;
    if is_plain(&text) && text.len() <= PLAIN_MAX { text } else { words(&text, header.len() + 2) }
}

fn addresses(header: &str, mailboxes: &[Mailbox]) -> String {
    let one = |(position, mailbox): (usize, &Mailbox)| {
        let used = if position == 0 { header.len() + 2 } else { 1 };
        address(mailbox, used)
    };
    let listed: Vec<String> = mailboxes.iter().enumerate().map(one).collect();
    format!("{header}: {}\r\n", listed.join(",\r\n "))
}

fn address(mailbox: &Mailbox, used: usize) -> String {
    let name = printable(&mailbox.name).text;
    let address = &mailbox.address;
    if name.is_empty() {
        return address.to_string();
    }
    if is_plain(&name) && name.len() <= PLAIN_MAX {
        let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
        return format!("\"{quoted}\"\r\n <{address}>");
    }
    format!("{}\r\n <{address}>", words(&name, used))
}

fn date_of(day: Day) -> String {
    // Names of RFC 5322, section 3.3: protocol words, the same in every language.
    let weekday = match day.weekday() {
        1 => "Mon",
        2 => "Tue",
        3 => "Wed",
        4 => "Thu",
        5 => "Fri",
        6 => "Sat",
        _ => "Sun",
    };
    let month = match day.month() {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    };
    format!("{weekday}, {:02} {month} {:04} {HOUR}", day.day_of_month(), day.year())
}
