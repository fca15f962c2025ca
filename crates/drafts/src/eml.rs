//! A draft as a file every mail program opens for editing (RFC 5322, `X-Unsent: 1`): one part of plain text, a fixed
//! set of headers, the same bytes every time. No data can add a header: names and subjects are cleaned, then encoded;
//! addresses have their type.

use crate::encoded::{is_plain, quoted_printable, words};
use crate::{Draft, Mailbox};
use text::letters::printable;
use values::Day;

/// The hour written in the Date header. There is no clock here; a mail program replaces the date when it sends.
const HOUR: &str = "08:00:00 +0000";
/// Longest plain name or subject left unfolded, so that its line stays well under 78 characters.
const PLAIN_MAX: usize = 60;

/// The message of a draft, dated that day. `From` and `To` are left out where nothing is known of them. There is no
/// Message-ID: the program that sends the message gives it one.
pub fn message(draft: &Draft, date: Day) -> Vec<u8> {
    let mut text = String::new();
    if let Some(from) = &draft.from {
        text.push_str(&addresses("From", std::slice::from_ref(from)));
    }
    if !draft.to.is_empty() {
        text.push_str(&addresses("To", &draft.to));
    }
    text.push_str(&format!("Subject: {}\r\n", unstructured("Subject", &draft.subject)));
    text.push_str(&format!("Date: {}\r\n", date_of(date)));
    text.push_str("X-Unsent: 1\r\nMIME-Version: 1.0\r\n");
    text.push_str("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
    text.push_str(&quoted_printable(&draft.body));
    text.into_bytes()
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
