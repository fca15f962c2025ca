//! Call sheets to print: one A4 page for each customer with up to 25 items, then the items go on under repeated headings.
//! Who, how much, every item with what holds it, what was said before, what to say, and the form to fill in.

use crate::Call;
use crate::call::Situation;
use drafts::page;
use dunning::Hold;
use followup::{Contact, DelayReason, Kept, Outcome, PlanState};
use ledger::{EntryKind, OpenItem};
use std::fmt::Write;
use text::Language;
use text::html::escaped;
use text::letters::printable;
use values::{Amount, Arrange, Day};

const STYLE: &str = include_str!("sheet.css");
/// Contacts told on a sheet.
const HISTORY: usize = 6;

/// A sheet to print.
pub struct Sheet<'a> {
    /// What the call was made from.
    pub of: Situation<'a>,
    /// The call.
    pub call: &'a Call,
    /// Its day.
    pub day: Day,
    /// Why it is made, in words.
    pub why: String,
    /// Its priority, in words.
    pub priority: String,
}

/// Who calls.
#[derive(Clone, Copy, Debug)]
pub struct Caller<'a> {
    /// The person.
    pub name: &'a str,
    /// The firm.
    pub company: &'a str,
}

/// The sheets as one page to print.
pub fn sheets_page(language: Language, sheets: &[Sheet<'_>], caller: Caller<'_>) -> String {
    let mut html = page::head(language, language.call_sheet_title(), STYLE);
    html.push_str("<body>\n");
    if sheets.is_empty() {
        let _ = writeln!(html, "<p>{}</p>", language.calls_none());
    }
    for sheet in sheets {
        let mut drawing = Drawing { html: &mut html, language, sheet, caller };
        drawing.draw();
    }
    html.push_str("</body>\n</html>\n");
    html
}

struct Drawing<'d, 'a> {
    html: &'d mut String,
    language: Language,
    sheet: &'d Sheet<'a>,
    caller: Caller<'d>,
}

// Writing to a string cannot fail.
impl Drawing<'_, '_> {
    fn draw(&mut self) {
        self.html.push_str("<article>\n");
        self.head();
        self.items();
        self.html.push_str("<div class=\"sides\">\n<div>\n");
        self.said_before();
        self.html.push_str("</div>\n<div>\n");
        self.script();
        self.html.push_str("</div>\n</div>\n");
        self.form();
        self.html.push_str("</article>\n");
    }

    fn customer(&self) -> &ledger::Customer {
        self.sheet.of.ledger.customer(self.sheet.call.customer)
    }

    fn money(&self, amount: Amount) -> String {
        self.language.money(amount, self.sheet.of.ledger.currency())
    }

    fn amount(&self, amount: Amount) -> String {
        self.language.amount(amount, self.sheet.of.ledger.currency())
    }

    fn own(&self) -> Vec<&OpenItem> {
        let customer = self.sheet.call.customer;
        let mut own: Vec<&OpenItem> = self.sheet.of.open.items.iter().filter(|one| one.customer == customer).collect();
        own.arrange_by_key(|item| (item.residual.is_credit(), item.due_day.unwrap_or(item.day), item.entry));
        own
    }

    fn head(&mut self) {
        let (language, of) = (self.language, self.customer());
        let title = format!(
            "<h1>{} · <bdi>{}</bdi> ({})</h1>\n<p>{} · {}</p>\n<p class=\"small\">{}</p>\n",
            language.call_sheet_title(),
            shown(&of.name),
            shown(&of.id),
            escaped(&language.day(self.sheet.day)),
            shown(&self.sheet.why),
            shown(&language.labelled(language.call_score(), &self.sheet.priority)),
        );
        let text = |text: &Option<String>| text.as_deref().map(shown).unwrap_or_default();
        let who = [
            (language.call_sheet_contact(), text(&of.contact)),
            (language.call_phone(), text(&of.phone)),
            (language.call_sheet_email(), text(&of.email)),
            (language.call_owner(), text(&of.salesperson)),
        ];
        let as_of = self.sheet.of.open.as_of;
        let sum = |wanted: &dyn Fn(&OpenItem) -> bool| -> Amount {
            self.own().into_iter().filter(|item| wanted(item)).map(|item| item.residual).sum()
        };
        let figures = [
            (language.call_sheet_asked(), self.sheet.call.amount),
            (language.call_sheet_overdue(), sum(&|item| item.is_overdue(as_of))),
            (language.call_sheet_not_due(), sum(&|item| item.residual.is_debit() && !item.is_overdue(as_of))),
            (language.call_sheet_credits(), sum(&|item| item.residual.is_credit())),
        ];
        let figures: Vec<(&str, String)> =
            figures.into_iter().map(|(label, amount)| (label, escaped(&self.money(amount)))).collect();
        self.html.push_str(&title);
        self.html.push_str("<div class=\"sides\">\n<div>");
        facts(self.html, &who, "");
        self.html.push_str("</div>\n<div>");
        facts(self.html, &figures, " class=\"right\"");
        self.html.push_str("</div>\n</div>\n");
    }

    fn title(&mut self, text: &str) {
        let _ = writeln!(self.html, "<h2>{}</h2>", escaped(text));
    }

    fn items(&mut self) {
        let language = self.language;
        self.title(&language.statement_on(language.statement_open(), self.sheet.of.open.as_of.day()));
        self.html.push_str("<table>\n<thead><tr>");
        let headings = [
            (language.letter_document(), ""),
            (language.letter_date(), ""),
            (language.letter_due(), ""),
            (language.letter_late(), " class=\"right\""),
            (language.letter_amount(), " class=\"right\""),
            (language.call_sheet_held(), ""),
        ];
        for (heading, class) in headings {
            let _ = write!(self.html, "<th scope=\"col\"{class}>{}</th>", escaped(heading));
        }
        self.html.push_str("</tr></thead>\n<tbody>\n");
        let rows: Vec<String> = self.own().into_iter().map(|item| self.item(item)).collect();
        let total: Amount = self.own().into_iter().map(|item| item.residual).sum();
        self.html.push_str(&rows.concat());
        let _ = writeln!(
            self.html,
            "</tbody>\n<tfoot><tr><td colspan=\"4\">{}</td><td class=\"right\">{}</td><td></td></tr></tfoot>\n</table>",
            escaped(language.statement_balance()),
            escaped(&self.amount(total)),
        );
    }

    fn item(&self, item: &OpenItem) -> String {
        let (language, of) = (self.language, &self.sheet.of);
        let number = printable(&of.ledger.document(item.entry)).text;
        let kind = match item.kind {
            EntryKind::Invoice => "",
            EntryKind::CreditNote => "credit-note",
            EntryKind::Payment | EntryKind::UndatedPayment => "payment",
            EntryKind::Opening => "opening",
            EntryKind::Other => "other",
        };
        let kind = if kind.is_empty() { String::new() } else { format!(" ({})", language.statement_entry_kind(kind)) };
        let late = item.days_late(of.open.as_of).filter(|days| days.0 > 0 && item.residual.is_debit());
        let held = of.people.holds(item.entry).first().map(|hold| self.hold(hold)).unwrap_or_default();
        format!(
            "<tr><td><bdi>{}{}</bdi></td><td>{}</td><td>{}</td><td class=\"right\">{}</td><td class=\"right\">{}</td><td>{}</td></tr>\n",
            escaped(&number),
            escaped(&kind),
            escaped(&language.day(item.day)),
            item.due_day.map(|day| escaped(&language.day(day))).unwrap_or_default(),
            late.map(|days| escaped(&language.letter_days_short(days.0))).unwrap_or_default(),
            escaped(&self.amount(item.residual)),
            escaped(&held),
        )
    }

    fn hold(&self, hold: &Hold) -> String {
        let language = self.language;
        match hold {
            Hold::Insolvent { since } => language.call_held_insolvent(*since),
            Hold::HandedOver { stage } => language.stage(stage.key()).to_owned(),
            Hold::Excluded => language.edit("exclude", ""),
            Hold::Factored => language.edit("factor", ""),
            Hold::Blocked { until, why } => language.call_held_blocked(*until, &printable(why).text),
            Hold::Disputed { amount, .. } => language.call_held_disputed(&self.money(*amount)),
            Hold::PlanRespected { next } => language.call_held_plan(*next),
            Hold::Promised { amount, until } => language.call_held_promised(&self.money(*amount), *until),
        }
    }

    /// Promises, plans, and the last contacts.
    fn said_before(&mut self) {
        let language = self.language;
        let lines: Vec<String> = self.words_given().into_iter().chain(self.history()).collect();
        self.title(language.call_sheet_history());
        if lines.is_empty() {
            let _ = writeln!(self.html, "<p>{}</p>", escaped(language.call_sheet_no_history()));
            return;
        }
        self.html.push_str("<ul>\n");
        for line in lines {
            let _ = writeln!(self.html, "<li>{}</li>", escaped(&printable(&line).text));
        }
        self.html.push_str("</ul>\n");
    }

    fn words_given(&self) -> Vec<String> {
        let (language, of, id) = (self.language, &self.sheet.of, &self.customer().id);
        let mut lines = Vec::new();
        for outcome in &of.people.promises {
            let at = (outcome.number as usize).saturating_sub(1);
            let Some(promise) = of.register.promises.get(at).map(|of| &of.record) else { continue };
            if promise.items.first().is_some_and(|first| first.item.customer == *id) {
                let state = language.record_state(kept_key(outcome.kept));
                lines.push(language.call_sheet_promise(&self.money(promise.amount), promise.until, state));
            }
        }
        for outcome in &of.people.plans {
            let at = (outcome.number as usize).saturating_sub(1);
            let own = of.register.plans.get(at).and_then(|of| of.record.items.first());
            if own.is_some_and(|first| first.item.customer == *id) {
                let state = language.record_state(plan_key(&outcome.state));
                lines.push(language.call_sheet_plan(outcome.terms.len(), state));
            }
        }
        lines
    }

    fn history(&self) -> Vec<String> {
        let (id, by) = (&self.customer().id, self.sheet.of.open.as_of.day());
        let own = self.sheet.of.register.contacts.iter().filter(|one| one.customer == *id && one.day <= by);
        let mut own: Vec<&Contact> = own.collect();
        own.arrange_by_key(|contact| std::cmp::Reverse(contact.day));
        own.truncate(HISTORY);
        own.into_iter().map(|contact| contact_line(contact, self.language)).collect()
    }

    fn script(&mut self) {
        let language = self.language;
        let asked = self.money(self.sheet.call.amount);
        let broken = self.sheet.of.people.standings.get(&self.sheet.call.customer).and_then(|one| one.last_broken);
        let lines = [
            language.call_script_hello(&printable(self.caller.name).text, &printable(self.caller.company).text),
            language.call_script_fact(&asked, self.sheet.call.items.len(), self.sheet.call.oldest.0),
            broken.map(|day| language.call_script_broken(day)).unwrap_or_default(),
            language.call_script_listen().to_owned(),
            language.call_script_agree().to_owned(),
            language.call_script_confirm().to_owned(),
        ];
        self.title(language.call_script_title());
        self.html.push_str("<ol>\n");
        for line in lines.iter().filter(|line| !line.is_empty()) {
            let _ = writeln!(self.html, "<li>{}</li>", escaped(line));
        }
        self.html.push_str("</ol>\n");
    }

    fn form(&mut self) {
        let language = self.language;
        self.html.push_str("<div class=\"form\">\n");
        // The form of a long account stands on a sheet of its own, which says whose it is.
        let (of, title) = (self.customer(), language.call_form_title());
        let heading = format!("<h2>{title} · <bdi>{}</bdi> ({})</h2>\n", shown(&of.name), shown(&of.id));
        self.html.push_str(&heading);
        self.html.push_str("<div class=\"sides\">\n<div>\n<ul class=\"box\">\n");
        for outcome in Outcome::ALL {
            let _ = writeln!(self.html, "<li>{}</li>", escaped(language.call_outcome(outcome.key())));
        }
        let _ = writeln!(self.html, "</ul>\n</div>\n<div>\n<p class=\"small\">{}</p>", language.call_form_reason());
        self.html.push_str("<ul class=\"box\">\n");
        for reason in DelayReason::ALL {
            let _ = writeln!(self.html, "<li>{}</li>", escaped(language.delay_reason(reason.key())));
        }
        self.html.push_str("</ul>\n</div>\n</div>\n<div class=\"sides\">\n");
        for label in [
            language.call_form_day(),
            language.call_form_amount(),
            language.call_form_again(),
            language.call_form_person(),
        ] {
            let _ = writeln!(self.html, "<div class=\"blank\"><span>{}</span></div>", escaped(label));
        }
        let _ = writeln!(
            self.html,
            "</div>\n<div class=\"blank\"><span>{}</span></div>\n</div>",
            escaped(language.call_form_notes())
        );
    }
}

fn shown(text: &str) -> String {
    escaped(&printable(text).text)
}

fn facts(html: &mut String, rows: &[(&str, String)], class: &str) {
    html.push_str("<dl>");
    for (label, value) in rows {
        let value = if value.is_empty() { "–" } else { value };
        let _ = write!(html, "<dt>{}</dt><dd{class}><bdi>{value}</bdi></dd>", escaped(label));
    }
    html.push_str("</dl>");
}

/// A contact in one line.
pub fn contact_line(of: &Contact, language: Language) -> String {
    let outcome = of.outcome.map(|outcome| language.call_outcome(outcome.key()));
    let said: Vec<&str> = outcome.into_iter().chain(Some(of.result.as_str()).filter(|said| !said.is_empty())).collect();
    language.call_last_contact(of.day, language.by_means(drafts::channel_key(of.channel)), &said.join(", "))
}

/// How a promise stands, as the register names it.
pub const fn kept_key(kept: Kept) -> &'static str {
    match kept {
        Kept::Pending => "pending",
        Kept::Kept => "kept",
        Kept::Partly => "partly",
        Kept::Broken => "broken",
        Kept::Withdrawn => "withdrawn",
        Kept::Replaced => "replaced",
        Kept::NotListed => "not-listed",
    }
}

/// How a plan stands, as the register names it.
pub const fn plan_key(state: &PlanState) -> &'static str {
    match state {
        PlanState::Respected { .. } => "respected",
        PlanState::Missed { .. } => "missed",
        PlanState::Completed => "completed",
        PlanState::Ended => "ended",
        PlanState::NotListed => "not-listed",
    }
}
