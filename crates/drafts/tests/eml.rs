//! Draft files read back by an independent parser: exactly what was meant, and not one header more.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

mod scene;

use drafts::{Draft, Mailbox, eml};
use dunning::Channel;
use ledger::CustomerKey;
use mail_parser::{Message, MessageParser, MimeHeaders};
use proptest::prelude::*;
use scene::{day, drafts_today, five_customers, sender};
use text::Language;
use text::letters::printable;

const WITH_BOTH: [&str; 7] = ["From", "To", "Subject", "Date", "X-Unsent", "MIME-Version", "Content-Type"];

fn parsed(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).unwrap()
}

fn header_names(bytes: &[u8]) -> Vec<String> {
    parsed(bytes).headers().iter().map(|header| header.name().to_owned()).collect()
}

fn people(addresses: Option<&mail_parser::Address<'_>>) -> Vec<(String, String)> {
    let Some(addresses) = addresses else { return Vec::new() };
    addresses
        .iter()
        .map(|one| (one.name().unwrap_or_default().to_owned(), one.address().unwrap_or_default().to_owned()))
        .collect()
}

fn draft(name: &str, subject: &str, body: &str) -> Draft {
    let mailbox = |address: &str| Mailbox { name: name.to_owned(), address: address.parse().unwrap() };
    Draft {
        action: 0,
        customer: CustomerKey(0),
        channel: Channel::Email,
        language: Language::Fr,
        choices: Vec::new(),
        recipient: drafts::Recipient::default(),
        template: "email_first_reminder".to_owned(),
        manner: drafts::Manner::Warm,
        composition: drafts::Composition::default(),
        attachments: Vec::new(),
        cc: Vec::new(),
        to: vec![mailbox("a@b.example"), mailbox("c@d.example")],
        from: Some(mailbox("e@f.example")),
        subject: subject.to_owned(),
        body: body.to_owned(),
        diagnostics: Vec::new(),
    }
}

/// What a mail program shows of a one-line text: nothing invisible, blanks as they are.
fn check(name: &str, subject: &str, body: &str) {
    let draft = draft(name, subject, body);
    let bytes = eml::message(&draft, day("2026-09-30"), &[]);
    let text = std::str::from_utf8(&bytes).unwrap();
    assert!(text.is_ascii());
    assert!(text.split("\r\n").all(|line| line.len() <= 76 && !line.contains(['\r', '\n'])), "{text}");
    assert_eq!(header_names(&bytes), WITH_BOTH, "{text}");
    let message = parsed(&bytes);
    assert_eq!(message.subject().unwrap_or_default(), printable(subject).text, "{text}");
    let shown = printable(name).text;
    let expected = |address: &str| (shown.clone(), address.to_owned());
    assert_eq!(people(message.to()), [expected("a@b.example"), expected("c@d.example")], "{text}");
    assert_eq!(people(message.from()), [expected("e@f.example")], "{text}");
    assert_eq!(message.text_body_count(), 1);
    assert_eq!(message.attachment_count(), 0);
    let lines = body.replace("\r\n", "\n").replace('\r', "\n");
    let sent = format!("{}\r\n", lines.strip_suffix('\n').unwrap_or(&lines).replace('\n', "\r\n"));
    assert_eq!(message.body_text(0).unwrap_or_default(), sent, "{text}");
}

#[test]
fn every_draft_reads_back_exactly() {
    for language in Language::ALL {
        for draft in drafts_today(&five_customers(), &sender(), language) {
            let bytes = eml::message(&draft, day("2026-09-30"), &[]);
            assert_eq!(bytes, eml::message(&draft, day("2026-09-30"), &[]));
            let message = parsed(&bytes);
            assert_eq!(message.subject(), Some(draft.subject.as_str()));
            assert_eq!(message.body_text(0).unwrap(), draft.body.replace('\n', "\r\n"));
            let to: Vec<_> = draft.to.iter().map(|to| (to.name.clone(), to.address.to_string())).collect();
            assert_eq!(people(message.to()), to);
            assert_eq!(people(message.from()), [("Société Exemple".into(), "camille.durand@exemple.example".into())]);
            assert_eq!(message.date().unwrap().to_rfc3339(), "2026-09-30T08:00:00Z");
            assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains("\r\nDate: Wed, 30 Sep 2026 08:00:00 +0000\r\n"));
        }
    }
}

#[test]
fn a_link_holds_a_short_message_and_refuses_a_long_one() {
    let short = draft("x", "Objet & suite", "Bonjour,\n\n1\u{202F}200,50\u{A0}€ ?\n");
    let link = eml::mailto(&short).unwrap();
    assert_eq!(
        link,
        "mailto:a@b.example,c@d.example?subject=Objet%20%26%20suite&body=Bonjour%2C%0D%0A%0D%0A1%20200%2C50%20%E2%82%AC%20%3F"
    );
    assert_eq!(eml::mailto(&draft("x", "y", &"é".repeat(400))), None);
}

#[test]
fn files_go_with_a_message_and_read_back_exactly() {
    let bytes: Vec<u8> = (0..=255).cycle().take(5_000).collect();
    let names = ["Facture F-1.pdf", "Relevé été.pdf", "a\r\nBcc: x@y.example\".pdf"];
    let attachments =
        names.map(|name| eml::Attachment { name: name.into(), media_type: "application/pdf", bytes: bytes.clone() });
    let message = eml::message(&draft("x", "y", "Corps\n"), day("2026-09-30"), &attachments);
    assert!(
        std::str::from_utf8(&message)
            .unwrap()
            .split("\r\n")
            .all(|line| line.len() <= 200 && !line.contains(['\r', '\n']))
    );
    let read = parsed(&message);
    assert_eq!(read.attachment_count(), 3);
    for (attachment, name) in read.attachments().zip(names) {
        assert_eq!(attachment.contents(), bytes);
        assert_eq!(attachment.attachment_name().unwrap(), printable(name).text);
    }
    assert_eq!(header_names(&message), WITH_BOTH);
}

#[test]
fn a_mailbox_file_keeps_its_messages_apart() {
    let mut file = Vec::new();
    for (subject, body, on) in [("un", "From here\n", "2026-09-30"), ("deux", "b\n", "2026-10-01")] {
        eml::add_to_mailbox(&mut file, &eml::message(&draft("x", subject, body), day(on), &[]), day(on));
    }
    let file = String::from_utf8(file).unwrap();
    let separators: Vec<&str> = file.lines().filter(|line| line.starts_with("From ")).collect();
    let expected = ["From MAILER-DAEMON Wed Sep 30 08:00:00 2026", "From MAILER-DAEMON Thu Oct  1 08:00:00 2026"];
    assert_eq!(separators, expected);
}

#[test]
fn unknown_people_have_no_header() {
    let alone = Draft { to: Vec::new(), from: None, ..draft("", "Objet", "Corps\n") };
    assert_eq!(header_names(&eml::message(&alone, day("2026-09-30"), &[])), WITH_BOTH[2..]);
}

#[test]
fn known_tricks_stay_text() {
    let tricks = [
        "",
        "ALPHA \"l’original\" \\ Fils",
        "A\r\nBcc: spy@x.example",
        "A\r\n\r\n<html>",
        "A\nX-Evil: 1",
        "=?utf-8?Q?a=0D=0ABcc:_x@y.example?=",
        "<spy@x.example>, ",
        "a,b;c:d(e)",
        "\u{202E}gpj.exe",
        "=HYPERLINK(1)",
        "\0\u{1}\u{7F}",
        "日本語の会社名がとても長いときにも折り返して読めること",
        "Une raison sociale anormalement longue qui ne tient pas sur une seule ligne d’en-tête, même étroite",
        "An abnormally long company name in plain ASCII letters that does not fit on one single header line",
    ];
    for trick in tricks {
        check(trick, trick, trick);
    }
    check("x", "y", ".\n..\nFrom here\n \n\t\n=\n--boundary\r\n\r\nlast");
}

proptest! {
    #[test]
    fn no_data_adds_a_header(
        name in "(\\PC|[\r\n\t\u{0}\u{202E}\u{200B}\"\\\\<>@,;:=?_ ]){0,90}",
        subject in "(\\PC|[\r\n\t\u{0}\u{202E}:=?_ ]){0,120}",
        body in "(\\PC|[\r\n\t =.\u{85}]){0,300}",
    ) {
        check(&name, &subject, &body);
    }

    #[test]
    fn header_like_data_adds_no_header(
        name in "(\r|\n|\r\n| |\t)?(Bcc|To|Content-Type|X-A)(: )(a@b\\.example|text/html)(\r\n){0,2}(<p>)?",
    ) {
        check(&name, &name, &name);
    }
}
