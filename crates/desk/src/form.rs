//! The form a customer fills in and returns (features.md DR10): a page without a script, whose answer leaves by the
//! customer's own mail program as lines of text, or is printed; and the same as lines to answer under.

use drafts::page;
use std::fmt::Write;
use text::Language;
use text::html::escaped;
use text::letters::printable;
use values::{Amount, Currency, Day};

const STYLE: &str = include_str!("form.css");
/// What an answer says it is.
pub const MARK: &str = "encours-answer-1";
/// Items of a form at most: an answer is a message, not a file.
pub const ITEMS_MAX: usize = 40;

/// What a customer may answer of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// It is paid.
    Paid,
    /// It will be paid, by a day.
    Promise,
    /// It is not owed, or not all of it.
    Dispute,
    /// It never came.
    NotReceived,
}

impl Reply {
    /// Every reply.
    pub const ALL: [Reply; 4] = [Reply::Paid, Reply::Promise, Reply::Dispute, Reply::NotReceived];

    /// Stable identifier in a form.
    pub const fn key(self) -> &'static str {
        match self {
            Reply::Paid => "paid",
            Reply::Promise => "promise",
            Reply::Dispute => "dispute",
            Reply::NotReceived => "not-received",
        }
    }
}

/// An item asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its number.
    pub document: String,
    /// When it was due.
    pub due_day: Option<Day>,
    /// What is left of it.
    pub amount: Amount,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Code of the customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Who asks.
    pub company: String,
    /// Where the answer goes; a form without an address is printed.
    pub email: String,
    /// The day it is asked.
    pub as_of: Day,
    /// Currency of the amounts.
    pub currency: Currency,
    /// The items, oldest due first.
    pub items: Vec<Asked>,
}

/// The form as a page of its own.
pub fn form_page(language: Language, form: &Form) -> String {
    let mut html = page::head(language, language.form_title(), STYLE);
    let shown = |text: &str| escaped(&printable(text).text);
    let _ = writeln!(
        html,
        "<body>\n<h1>{} · <bdi>{}</bdi></h1>\n<p>{}</p>",
        language.form_title(),
        shown(&form.company),
        escaped(&language.form_lead(&printable(&form.name).text, form.as_of))
    );
    let address = form.email.trim();
    let action = if address.is_empty() { String::new() } else { format!(" action=\"mailto:{}\"", mailto(address)) };
    let _ = writeln!(html, "<form{action} method=\"post\" enctype=\"text/plain\">");
    for (name, value) in hidden(form) {
        let _ = writeln!(html, "<input type=\"hidden\" name=\"{name}\" value=\"{}\">", shown(&value));
    }
    for (number, item) in (1_usize..).zip(form.items.iter().take(ITEMS_MAX)) {
        draw_item(&mut html, language, form.currency, number, item);
    }
    draw_whole(&mut html, language, address.is_empty());
    html.push_str("</form>\n</body>\n</html>\n");
    html
}

fn hidden(form: &Form) -> Vec<(&'static str, String)> {
    vec![
        ("encours", MARK.to_owned()),
        ("customer", form.customer.clone()),
        ("currency", form.currency.to_string()),
        ("as-of", form.as_of.to_string()),
    ]
}

/// An address inside a link: nothing of it may end the address or add a header.
fn mailto(address: &str) -> String {
    let kept = |character: char| character.is_ascii_alphanumeric() || "@.!#$*+-/=^_`{|}~".contains(character);
    let mut link = String::new();
    for character in address.chars() {
        if kept(character) {
            link.push(character);
        } else {
            let mut bytes = [0; 4];
            character.encode_utf8(&mut bytes).bytes().for_each(|byte| link.push_str(&format!("%{byte:02X}")));
        }
    }
    escaped(&link)
}

// Writing to a string cannot fail.
fn draw_item(html: &mut String, language: Language, currency: Currency, number: usize, item: &Asked) {
    let document = printable(&item.document).text;
    let due = item.due_day.map(|day| format!(" · {}", language.form_due(day))).unwrap_or_default();
    let _ = writeln!(
        html,
        "<fieldset>\n<legend><bdi>{}</bdi> · {}{}</legend>\n<input type=\"hidden\" name=\"item-{number}\" value=\"{}\">",
        escaped(&document),
        escaped(&language.money(item.amount, currency)),
        escaped(&due),
        escaped(&document),
    );
    let _ = write!(html, "<div class=\"choices\" role=\"radiogroup\">");
    for reply in Reply::ALL {
        let key = reply.key();
        let _ = write!(
            html,
            "<label><input type=\"radio\" name=\"answer-{number}\" value=\"{key}\"> {}</label>",
            escaped(language.form_reply(key))
        );
    }
    let _ = writeln!(
        html,
        "</div>\n<div class=\"fields\"><label>{} <input type=\"date\" name=\"day-{number}\"></label> \
         <label>{} <input name=\"amount-{number}\" inputmode=\"decimal\"></label> \
         <label class=\"wide\">{} <input name=\"words-{number}\" maxlength=\"500\"></label></div>\n</fieldset>",
        language.form_day(),
        language.form_amount(),
        language.form_words(),
    );
}

fn draw_whole(html: &mut String, language: Language, printed: bool) {
    let _ = writeln!(
        html,
        "<fieldset>\n<legend>{}</legend>\n<div class=\"fields\"><label>{} <input type=\"number\" min=\"2\" max=\"12\" \
         name=\"plan-terms\"></label> <label>{} <input type=\"date\" name=\"plan-first\"></label></div>\n</fieldset>",
        language.form_plan(),
        language.form_plan_terms(),
        language.form_plan_first(),
    );
    let _ = writeln!(
        html,
        "<fieldset>\n<legend>{}</legend>\n<div class=\"fields\"><label>{} <input name=\"name\" maxlength=\"120\"></label> \
         <label class=\"wide\">{} <textarea name=\"message\" rows=\"4\" maxlength=\"2000\"></textarea></label></div>\n</fieldset>",
        language.form_you(),
        language.form_name(),
        language.form_message(),
    );
    if printed {
        let _ = writeln!(html, "<p class=\"note\">{}</p>", language.form_to_print());
    } else {
        let _ = writeln!(
            html,
            "<button type=\"submit\">{}</button>\n<p class=\"note\">{}</p>",
            language.form_button(),
            language.form_note()
        );
    }
}

/// The form as lines to answer under, for the text of a message.
pub fn form_text(language: Language, form: &Form) -> String {
    let mut text = format!("{}\n\n", language.form_text_lead());
    let plain = |text: &str| printable(text).text;
    for (name, value) in hidden(form) {
        text.push_str(&format!("{name}={}\n", plain(&value)));
    }
    for (number, item) in (1_usize..).zip(form.items.iter().take(ITEMS_MAX)) {
        let due = item.due_day.map(|day| format!(", {}", language.form_due(day))).unwrap_or_default();
        let money = language.money(item.amount, form.currency);
        let document = plain(&item.document);
        text.push_str(&format!("\n# {document}, {money}{due}\nitem-{number}={document}\n"));
        text.push_str(&format!("answer-{number}=\nday-{number}=\namount-{number}=\nwords-{number}=\n"));
    }
    text.push_str("\nplan-terms=\nplan-first=\nname=\nmessage=\n");
    text
}
