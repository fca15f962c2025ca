//! What leaves the tool for customers: messages, letters, text messages, a list for a mail merge, statements of account.
//! Nothing is sent; every file is made of the drafts a person reviewed.

use crate::Session;
use crate::files::{File, Files};
use crate::pace::Pace;
use crate::view::draft::Written;
use drafts::{AccountStatement, Letter, Letters, Sender, eml, page, sms};
use export::archive;
use export::listing::{Listing, Value};
use protocol::{Channel, Draft, Failure};
use std::collections::BTreeSet;
use std::fmt::Write;
use text::Language;
use values::{Arrange, AsOf, Day};

/// Drafts put into files between two moments at which the work can be dropped.
const AT_ONCE: usize = 4;

/// One `.eml` for each message, one page to print for each letter, one text for each call sheet, and all of them together:
/// an index, a page with every letter, a mailbox, a list for a mail merge. Names are ours, never the customer's as it
/// stands.
pub(crate) async fn draft_files(
    written: &[Written],
    sender: &Sender,
    language: Language,
    files: &mut impl Files,
    pace: &mut Pace<'_>,
) -> Result<(), Failure> {
    let kept: Vec<&Written> = written.iter().filter(|written| written.draft.is_written()).collect();
    let mut taken = BTreeSet::new();
    let mut together = Together::new(&kept, sender, language);
    for (position, written) in kept.iter().enumerate() {
        if position % AT_ONCE == 0 {
            pace.at("packing", position, kept.len()).await;
        }
        let (folder, extension, bytes) = match written.view.channel {
            Channel::Email => ("messages", "eml", eml::message(&written.draft, written.day, &written.attachments)),
            Channel::Letter | Channel::RegisteredLetter => ("letters", "html", letters(&[written], sender, language)),
            Channel::Phone => ("calls", "txt", call_sheet(&written.view)),
            Channel::Sms | Channel::Internal => ("texts", "txt", call_sheet(&written.view)),
        };
        let stem = archive::safe_name(&format!("{:03}_{}", position + 1, written.view.customer), &mut taken);
        let name = format!("{folder}/{stem}.{extension}");
        together.add(written, &name, &bytes);
        files.put(format!("drafts/{name}"), bytes, pace).await?;
    }
    if kept.is_empty() {
        return Ok(());
    }
    for (name, bytes) in together.files() {
        files.put(name, bytes, pace).await?;
    }
    let texts = of(&kept, &[Channel::Sms]);
    if !texts.is_empty() {
        let listing = text_messages(&texts, language);
        files.put("drafts/sms.csv".to_owned(), delimited(language, &listing)?, pace).await?;
    }
    files.put("drafts/mail-merge.csv".to_owned(), delimited(language, &merge(&kept, language))?, pace).await
}

/// The drafts of some means.
fn of<'a>(kept: &[&'a Written], channels: &[Channel]) -> Vec<&'a Written> {
    kept.iter().copied().filter(|written| channels.contains(&written.view.channel)).collect()
}

const PAPER: [Channel; 2] = [Channel::Letter, Channel::RegisteredLetter];

/// What holds many drafts, as it grows: the index, a page of all letters and one of all call sheets, a mailbox.
struct Together<'a> {
    language: Language,
    index: String,
    letters: Option<Letters<'a>>,
    calls: Option<Letters<'a>>,
    mailbox: Vec<u8>,
}

impl<'a> Together<'a> {
    fn new(kept: &[&Written], sender: &'a Sender, language: Language) -> Together<'a> {
        let several =
            |channels: &[Channel]| (of(kept, channels).len() > 1).then(|| Letters::new(language, sender, true));
        Together {
            language,
            index: index_head(language),
            letters: several(&PAPER),
            calls: several(&[Channel::Phone]),
            mailbox: Vec::new(),
        }
    }

    /// A draft, with the name and the bytes of its own file.
    fn add(&mut self, written: &Written, name: &str, bytes: &[u8]) {
        index_row(&mut self.index, written, name, self.language);
        match written.view.channel {
            Channel::Email => eml::add_to_mailbox(&mut self.mailbox, bytes, written.day),
            Channel::Letter | Channel::RegisteredLetter => add_letter(self.letters.as_mut(), written),
            Channel::Phone => add_letter(self.calls.as_mut(), written),
            Channel::Sms | Channel::Internal => {}
        }
    }

    fn files(mut self) -> Vec<File> {
        self.index.push_str("</tbody>\n</table>\n</body>\n</html>\n");
        let mut files = vec![("drafts/index.html".to_owned(), self.index.into_bytes())];
        for (name, page) in [("letters", self.letters), ("calls", self.calls)] {
            files.extend(page.map(|page| (format!("drafts/{name}/all.html"), page.finish().into_bytes())));
        }
        if !self.mailbox.is_empty() {
            files.push(("drafts/messages.mbox".to_owned(), self.mailbox));
        }
        files
    }
}

fn add_letter(page: Option<&mut Letters<'_>>, written: &Written) {
    if let Some(page) = page {
        page.add(&Letter { draft: &written.draft, recipient: written.recipient.clone(), day: written.day });
    }
}

fn delimited(language: Language, listing: &Listing) -> Result<Vec<u8>, Failure> {
    export::listing::text(language, listing).map_err(|error| crate::failures::export(&error, language))
}

/// The letters as one page to print.
pub(crate) fn letters(written: &[&Written], sender: &Sender, language: Language) -> Vec<u8> {
    let recipients = written.iter().map(|written| written.recipient.clone());
    let letters: Vec<Letter<'_>> = (written.iter().zip(recipients))
        .map(|(written, recipient)| Letter { draft: &written.draft, recipient, day: written.day })
        .collect();
    drafts::print(language, &letters, sender).into_bytes()
}

/// One row per message.
pub(crate) fn merge(written: &[&Written], language: Language) -> Listing {
    let headings = [
        language.statement_customer(),
        language.statement_name(),
        language.drafts_index_means(),
        language.merge_to(),
        language.merge_cc(),
        language.merge_phone(),
        language.letter_subject(),
        language.merge_body(),
    ];
    let row = |written: &&Written| {
        let view = &written.view;
        let means = language.by_means(drafts::channel_key(written.draft.channel));
        let body = view.body.trim_end();
        let (to, cc) = (view.to.join("; "), view.cc.join("; "));
        let texts = [&view.customer, &view.name, means, &to, &cc, &written.recipient.phone, &view.subject];
        let texts = texts.map(|text| Value::Text(text.to_owned()));
        texts.into_iter().chain([Value::Lines(body.to_owned())]).collect()
    };
    Listing {
        name: language.merge_title().to_owned(),
        notes: vec![language.merge_title().to_owned()],
        headings: headings.map(str::to_owned).to_vec(),
        rows: written.iter().map(row).collect(),
    }
}

fn text_messages(written: &[&Written], language: Language) -> Listing {
    let headings = [
        language.statement_customer(),
        language.statement_name(),
        language.merge_phone(),
        language.merge_body(),
        language.merge_signs(),
        language.merge_parts(),
    ];
    let row = |written: &&Written| {
        let body = written.view.body.trim_end();
        let count = sms::count(body);
        let text = |text: &str| Value::Text(text.to_owned());
        vec![
            text(&written.view.customer),
            text(&written.view.name),
            text(&written.recipient.phone),
            text(body),
            Value::Count(count.units as i64),
            Value::Count(count.parts as i64),
        ]
    };
    Listing {
        name: "SMS".to_owned(),
        notes: vec!["SMS".to_owned()],
        headings: headings.map(str::to_owned).to_vec(),
        rows: written.iter().map(row).collect(),
    }
}

const STYLE: &str = "body{font:15px/1.45 Arial,Helvetica,sans-serif;margin:2rem;color:#111}table{border-collapse:collapse}\
th,td{text-align:left;vertical-align:top;padding:.35rem .7rem;border-bottom:1px solid #ccc}ul{margin:0;padding-left:1.1rem}\n";

/// The list of the messages with links to their files, up to its first row. Writing to a string cannot fail.
fn index_head(language: Language) -> String {
    let title = language.drafts_index_title();
    let mut html = page::head(language, title, STYLE);
    let _ = writeln!(html, "<body>\n<h1>{title}</h1>\n<p>{}</p>\n<table>\n<thead><tr>", language.drafts_index_note());
    for heading in [
        language.statement_name(),
        language.drafts_index_means(),
        language.merge_to(),
        language.letter_subject(),
        language.drafts_index_file(),
        language.drafts_index_link(),
        language.drafts_index_remarks(),
    ] {
        let _ = write!(html, "<th scope=\"col\">{heading}</th>");
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    html
}

fn index_row(html: &mut String, written: &Written, file: &str, language: Language) {
    let view = &written.view;
    let means = language.by_means(drafts::channel_key(written.draft.channel));
    html.push_str("<tr>");
    for text in
        [format!("{} ({})", view.name, view.customer), means.to_owned(), view.to.join(", "), view.subject.clone()]
    {
        let _ = write!(html, "<td><bdi>{}</bdi></td>", text::html::escaped(&text));
    }
    let file = text::html::escaped(file);
    let _ = write!(html, "<td><a href=\"{file}\">{file}</a></td>");
    let link = match (view.channel, eml::mailto(&written.draft)) {
        (Channel::Email, Some(link)) => {
            format!("<a href=\"{}\">{}</a>", text::html::escaped(&link), language.drafts_index_open())
        }
        (Channel::Email, None) => language.drafts_index_too_long().to_owned(),
        (_, _) => String::new(),
    };
    let _ = write!(html, "<td>{link}</td><td>");
    if !view.diagnostics.is_empty() {
        html.push_str("<ul>");
        for remark in &view.diagnostics {
            let _ = write!(html, "<li>{}</li>", text::html::escaped(&remark.text));
        }
        html.push_str("</ul>");
    }
    html.push_str("</td></tr>\n");
}

fn call_sheet(draft: &Draft) -> Vec<u8> {
    format!("{}\r\n\r\n{}\r\n", draft.subject, draft.body.trim_end().replace('\n', "\r\n")).into_bytes()
}

/// Months a statement goes back.
const STATEMENT_MONTHS: u32 = 12;

impl Session {
    /// The statement of every customer with something open on a day, over the twelve months before it.
    pub(crate) fn statements(&self, as_of: Day, language: Language) -> Vec<AccountStatement> {
        let from = as_of.minus_months(STATEMENT_MONTHS).first_of_month();
        let mut statements = Vec::new();
        for (ledger, open) in self.ledgers().iter().zip(self.open_on(as_of).iter()) {
            let owing = open.by_customer().map(|(customer, _)| customer);
            statements.extend(owing.map(|customer| drafts::statement(language, ledger, customer, from, AsOf(as_of))));
        }
        statements.arrange_by(|a, b| (&a.customer, a.currency).cmp(&(&b.customer, b.currency)));
        statements
    }
}

/// Movements and open items of all statements, a sheet each.
pub(crate) fn statement_listings(statements: &[AccountStatement], language: Language) -> [Listing; 2] {
    let text = |text: &str| Value::Text(text.to_owned());
    let day = |day: Option<Day>| day.map_or(Value::Empty, Value::Day);
    let (mut movements, mut open) = (Vec::new(), Vec::new());
    for of in statements {
        let amount = |amount| Value::Amount(amount, of.currency);
        let balance_row = |label: &str, on: Day, balance| {
            vec![
                text(&of.customer),
                text(&of.name),
                text(of.currency.code()),
                Value::Day(on),
                text(label),
                Value::Empty,
                Value::Empty,
                Value::Empty,
                amount(balance),
            ]
        };
        movements.push(balance_row(language.statement_opening(), of.from, of.opening));
        for one in &of.movements {
            let kind = text(one.kind_in(language));
            movements.push(vec![
                text(&of.customer),
                text(&of.name),
                text(of.currency.code()),
                Value::Day(one.day),
                kind,
                text(&one.document),
                day(one.due_day),
                amount(one.amount),
                amount(one.balance),
            ]);
        }
        movements.push(balance_row(language.statement_closing(), of.to, of.closing));
        for line in &of.open {
            let late = line.days_late.map_or(Value::Empty, |days| Value::Count(days.into()));
            open.push(vec![
                text(&of.customer),
                text(&of.name),
                text(of.currency.code()),
                text(&line.document),
                Value::Day(line.day),
                day(line.due_day),
                late,
                amount(line.residual),
            ]);
        }
    }
    let who = [language.statement_customer(), language.statement_name(), language.report_currency()];
    let of = |name: &str, columns: &[&str], rows| Listing {
        name: name.to_owned(),
        notes: vec![format!("{} · {name}", language.statement_title())],
        headings: who.iter().chain(columns).map(|heading| (*heading).to_owned()).collect(),
        rows,
    };
    let (date, document, due) = (language.letter_date(), language.letter_document(), language.letter_due());
    [
        of(
            language.statement_movements(),
            &[date, language.statement_kind(), document, due, language.letter_amount(), language.statement_balance()],
            movements,
        ),
        of(language.statement_open(), &[document, date, due, language.letter_late(), language.letter_amount()], open),
    ]
}
