//! Papers of a collector's day: call sheets, and what else is printed or taken along.

use crate::calls::{CallOf, Desk};
use crate::view::calls as view;
use crate::view::draft;
use crate::{Session, archive, failures};
use desk::{Caller, Placed, Sheet, Situation};
use export::delimited::Form;
use export::listing::{Listing, Value};
use protocol::{CallsQuery, ExportQuery, Failure};
use text::Language;
use values::Day;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The files of a desk, with their media types.
pub(crate) const KINDS: [(&str, &str); 12] = [
    ("calls.html", "text/html"),
    ("plan.ics", "text/calendar"),
    ("journal.csv", "text/csv"),
    ("journal.json", "application/json"),
    ("handouts.html", "text/html"),
    ("handouts.csv", "text/csv"),
    ("handouts.xlsx", WORKBOOK),
    ("factor.csv", "text/csv"),
    ("factor.xlsx", WORKBOOK),
    ("handover.zip", "application/zip"),
    ("response-form.html", "text/html"),
    ("response-forms.zip", "application/zip"),
];

/// The calls as an export asks for them.
pub(crate) fn calls_query(query: &ExportQuery) -> CallsQuery {
    CallsQuery {
        as_of: query.as_of,
        policy: query.policy.clone(),
        horizon_days: None,
        cap: query.cap,
        sort: query.sort.clone(),
        owner: query.owner.clone(),
    }
}

impl Session {
    /// A paper of a kind.
    pub(crate) fn paper(&self, kind: &str, query: &ExportQuery, language: Language) -> Result<Vec<u8>, Failure> {
        let known: Vec<&str> = KINDS.iter().map(|(kind, _)| *kind).collect();
        let form = archive::form(query, language);
        match kind {
            "calls.html" => self.call_sheets(query, language),
            "plan.ics" => self.calendar(query, language),
            "journal.json" => self.journal_document(language),
            "journal.csv" => delimited(form, &self.journal_listing(language)),
            "handouts.html" => self.handouts_page(query, language),
            "handouts.csv" => delimited(form, &self.handouts_listing(query, language)?),
            "handouts.xlsx" => workbook(language, query.as_of, self.handouts_listing(query, language)?),
            "factor.csv" => delimited(form, &self.factor_listing(query, language)?),
            "factor.xlsx" => workbook(language, query.as_of, self.factor_listing(query, language)?),
            "handover.zip" => self.handover(query, language),
            "response-form.html" => self.response_form(query, language),
            other => Err(failures::kind_not_available(other, &known, language)),
        }
    }

    /// The sheets of the first day with calls, or of one customer's next call.
    fn call_sheets(&self, query: &ExportQuery, language: Language) -> Result<Vec<u8>, Failure> {
        let desk = self.desk(&calls_query(query), language)?;
        let (open, people) = (self.open_on(query.as_of), self.resolved_on(query.as_of));
        let first = desk.placed.first().map(|placed| placed.day);
        let wanted = |placed: &&Placed<CallOf>| match &query.customer {
            Some(customer) => customer_id(&desk, placed) == Some(customer.as_str()),
            None => Some(placed.day) == first,
        };
        let mut placed: Vec<&Placed<CallOf>> = desk.placed.iter().filter(wanted).collect();
        if query.customer.is_some() {
            placed.truncate(1);
        }
        let sheets = placed.into_iter().filter_map(|placed| {
            let (at, call) = &placed.wanted.call;
            let (ledger, plan) = desk.plans.get(*at)?;
            let row = view::row(self, &desk, placed, query.as_of, language);
            Some(Sheet {
                of: Situation {
                    ledger,
                    open: open.get(*at)?,
                    policy: &desk.policy,
                    plan,
                    register: self.log.register(),
                    people: people.get(*at)?,
                },
                call,
                day: placed.day,
                why: row.reason,
                priority: row.priority,
            })
        });
        let sheets: Vec<Sheet<'_>> = sheets.collect();
        let sender = draft::sender(query.sender.clone().or_else(|| self.saved_sender()).as_ref());
        let caller = Caller { name: &sender.name, company: &sender.company };
        Ok(desk::sheets_page(language, &sheets, caller).into_bytes())
    }
}

fn delimited(form: Form, listing: &Listing) -> Result<Vec<u8>, Failure> {
    export::listing::text(form, listing).map_err(|error| failures::export(&error, form.language))
}

fn workbook(language: Language, as_of: Day, listing: Listing) -> Result<Vec<u8>, Failure> {
    let title = listing.name.clone();
    export::listing::workbook(language, &title, as_of, &[listing]).map_err(|error| failures::export(&error, language))
}

/// A cell of text.
pub(crate) fn text_cell(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn customer_id<'a>(desk: &'a Desk<'_>, placed: &Placed<CallOf>) -> Option<&'a str> {
    let (at, call) = &placed.wanted.call;
    desk.plans.get(*at).map(|(ledger, _)| ledger.customer(call.customer).id.as_str())
}
