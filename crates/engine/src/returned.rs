//! Forms for customers, and the answers they return: read, found again in the ledger, shown as edits a person may make.
//! Nothing is recorded without one.

use crate::archive::drafts_query;
use crate::files::{Files, Packing};
use crate::pace::Pace;
use crate::view::draft::Written;
use crate::view::{draft, register};
use crate::{Session, failures};
use desk::{Answer, Asked, Called, Form, ItemAnswer, NoAnswer, Reply, Said};
use drafts::eml::Attachment;
use export::archive;
use followup::{Covered, DisputeCategory, Operation, Outcome, keys_of};
use ledger::{CustomerKey, Ledger, OpenItem};
use protocol::{AnswerProposal, AnswerView, AnswersQuery, ExportQuery, Failure, Sender};
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use values::{Amount, Arrange, Day};

/// Messages whose files are read between two moments at which the work can be dropped.
const AT_ONCE: usize = 8;
/// Answers looked at in one go, at most.
const ANSWERS_MAX: usize = 500;

impl Session {
    /// The forms of the customers with something overdue: a page and a text for each.
    pub(crate) async fn response_forms(
        &self,
        query: &ExportQuery,
        language: Language,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<u8>, Failure> {
        let forms = self.forms(&FormsOf::asked(query), language)?;
        let mut taken = BTreeSet::new();
        let mut files = Packing::new(language);
        for (done, form) in forms.iter().enumerate() {
            pace.at("packing", done, forms.len()).await;
            let name = format!("{}_{}", form.customer, form.currency);
            let stem = archive::safe_name(&name, &mut taken);
            let text = desk::form_text(language, form).replace('\n', "\r\n");
            files.put(format!("{stem}.html"), desk::form_page(language, form).into_bytes(), pace).await?;
            files.put(format!("{stem}.txt"), text.into_bytes(), pace).await?;
        }
        files.finish()
    }

    /// The form of one customer.
    pub(crate) fn response_form(&self, query: &ExportQuery, language: Language) -> Result<Vec<u8>, Failure> {
        if query.customer.is_none() {
            return Err(failures::failure("customer", language.customer_required(), ""));
        }
        let forms = self.forms(&FormsOf::asked(query), language)?;
        let unknown = || failures::edit_about_nothing(query.customer.as_deref().unwrap_or_default(), None, language);
        let form = forms.first().ok_or_else(unknown)?;
        Ok(desk::form_page(language, form).into_bytes())
    }

    /// The drafts of an export, each message with its files: the invoices that were given, and the form of its customer
    /// where that is asked for.
    pub(crate) async fn written_for(
        &self,
        query: &ExportQuery,
        language: Language,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<Written>, Failure> {
        let mut written = self.written(&drafts_query(query), language, pace).await?;
        if let Some(action) = &query.action {
            written.retain(|one| one.view.action == *action);
        }
        if query.with_forms {
            self.add_forms(&mut written, query, language, pace).await?;
        }
        for some in written.chunks_mut(AT_ONCE) {
            pace.rest().await;
            self.read_attached(some, language)?;
        }
        Ok(written)
    }

    async fn add_forms(
        &self,
        written: &mut [Written],
        query: &ExportQuery,
        language: Language,
        pace: &mut Pace<'_>,
    ) -> Result<(), Failure> {
        let mut forms: BTreeMap<String, Vec<Form>> = BTreeMap::new();
        for form in self.forms(&FormsOf::asked(query), language)? {
            forms.entry(form.customer.clone()).or_default().push(form);
        }
        for one in written.iter_mut().filter(|one| one.view.channel == dunning::Channel::Email) {
            pace.rest().await;
            for form in forms.get(&one.view.customer).into_iter().flatten() {
                let language = one.view.language;
                let name = |extension: &str| format!("{}_{}.{extension}", language.form_file(), form.currency);
                let page = desk::form_page(language, form).into_bytes();
                let lines = desk::form_text(language, form).replace('\n', "\r\n").into_bytes();
                one.attachments.extend([
                    Attachment { name: name("html"), media_type: "text/html", bytes: page },
                    Attachment { name: name("txt"), media_type: "text/plain", bytes: lines },
                ]);
            }
            one.view.attachments.extend(one.attachments.iter().map(|attachment| attachment.name.clone()));
        }
        Ok(())
    }

    /// The answer form of each customer and currency with something overdue.
    pub(crate) fn forms(&self, query: &FormsOf<'_>, language: Language) -> Result<Vec<Form>, Failure> {
        self.check_day(query.as_of, language)?;
        let sender = draft::sender(query.sender.cloned().or_else(|| self.saved_sender()).as_ref());
        let open = self.open_on(query.as_of);
        let mut forms = Vec::new();
        for (ledger, open) in self.ledgers().iter().zip(open.iter()) {
            for (customer, items) in open.by_customer() {
                let of = ledger.customer(customer);
                let wanted = query.customer.is_none_or(|wanted| *wanted == of.id);
                let mut late: Vec<&OpenItem> =
                    items.iter().filter(|item| item.is_overdue(open.as_of) && wanted).collect();
                late.arrange_by_key(|item| (item.due_day, item.entry));
                let asked = late.into_iter().map(|item| Asked {
                    document: ledger.document(item.entry),
                    due_day: item.due_day,
                    amount: item.residual,
                });
                // Without a number, an answer could not be found again.
                let asked: Vec<Asked> = asked.filter(|item| !item.document.is_empty()).collect();
                if !asked.is_empty() {
                    forms.push(Form {
                        customer: of.id.clone(),
                        name: of.name.clone(),
                        company: sender.company.clone(),
                        email: sender.email.clone(),
                        as_of: query.as_of,
                        currency: ledger.currency(),
                        items: asked,
                    });
                }
            }
        }
        Ok(forms)
    }

    /// What customers answered, as edits to approve one by one.
    pub fn returned(&self, query: &AnswersQuery, language: Language) -> Result<Vec<AnswerView>, Failure> {
        self.check_day(query.as_of, language)?;
        if query.texts.len() > ANSWERS_MAX {
            return Err(failures::failure("answers", language.answers_too_many(ANSWERS_MAX), ""));
        }
        Ok(query.texts.iter().map(|text| self.one_returned(text, query.as_of, language)).collect())
    }

    fn one_returned(&self, text: &str, as_of: Day, language: Language) -> AnswerView {
        let answer = match read(text) {
            Ok(answer) => answer,
            Err(why) => return refused(language.answer_refused(key(why)).to_owned()),
        };
        let of_currency = |ledger: &&Ledger| answer.currency.is_empty() || ledger.currency().code() == answer.currency;
        let mut known = self.ledgers().iter().enumerate().filter(|(_, ledger)| of_currency(ledger));
        let found = known.find_map(|(at, ledger)| Some((at, ledger, ledger.find(&answer.customer)?)));
        let Some((at, ledger, customer)) = found else {
            return refused(language.answer_stranger(&answer.customer));
        };
        let work = Reading { session: self, at, ledger, customer, as_of, language };
        work.view(&answer)
    }
}

/// Which forms.
pub(crate) struct FormsOf<'a> {
    pub(crate) as_of: Day,
    pub(crate) sender: Option<&'a Sender>,
    pub(crate) customer: Option<&'a str>,
}

impl FormsOf<'_> {
    fn asked(query: &ExportQuery) -> FormsOf<'_> {
        FormsOf { as_of: query.as_of, sender: query.sender.as_ref(), customer: query.customer.as_deref() }
    }
}

/// Fields as a JSON object of texts and numbers, or lines.
fn read(text: &str) -> Result<Answer, NoAnswer> {
    let trimmed = text.trim_start_matches('\u{FEFF}').trim();
    if !trimmed.starts_with('{') {
        return desk::answer_of_text(text);
    }
    let object: BTreeMap<String, serde_json::Value> = serde_json::from_str(trimmed).map_err(|_| NoAnswer::NotMarked)?;
    let text_of = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => Some(text),
        serde_json::Value::Number(number) => Some(number.to_string()),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Array(_)
        | serde_json::Value::Object(_) => None,
    };
    let lines = object.into_iter().filter_map(|(name, value)| {
        let value = text_of(value)?.replace(['\n', '\r'], " ");
        Some(format!("{name}={value}"))
    });
    // One reader for both: the same limits, the same fields.
    desk::answer_of_text(&lines.collect::<Vec<_>>().join("\n"))
}

const fn key(why: NoAnswer) -> &'static str {
    match why {
        NoAnswer::NotMarked => "not-marked",
        NoAnswer::TooLong => "too-long",
        NoAnswer::NoCustomer => "no-customer",
    }
}

fn refused(remark: String) -> AnswerView {
    let (customer, name, author, message) = (String::new(), String::new(), String::new(), String::new());
    AnswerView { customer, name, author, message, proposals: Vec::new(), remarks: vec![remark] }
}

struct Reading<'a> {
    session: &'a Session,
    at: usize,
    ledger: &'a Ledger,
    customer: CustomerKey,
    as_of: Day,
    language: Language,
}

impl Reading<'_> {
    fn view(&self, answer: &Answer) -> AnswerView {
        let (language, of) = (self.language, self.ledger.customer(self.customer));
        let mut remarks: Vec<String> = answer.unread.iter().map(|line| language.answer_unread(line)).collect();
        let mut proposals = Vec::new();
        for item in &answer.items {
            match self.covered(&item.document) {
                Some(covered) => proposals.push(self.of_item(item, covered)),
                None => remarks.push(language.answer_item_unknown(&item.document)),
            }
        }
        if let Some((terms, first)) = answer.plan {
            proposals.push(self.of_plan(terms, first));
        }
        AnswerView {
            customer: of.id.clone(),
            name: of.name.clone(),
            author: answer.name.clone(),
            message: answer.message.clone(),
            proposals,
            remarks,
        }
    }

    /// The item a document names, where one is open and may be asked for.
    fn covered(&self, document: &str) -> Option<Covered> {
        let named = self.owed().into_iter().filter(|covered| covered.item.document == document);
        let mut named = named.collect::<Vec<_>>().into_iter();
        named.next().filter(|_| named.next().is_none())
    }

    /// Everything the customer owes that may be asked for.
    fn owed(&self) -> Vec<Covered> {
        let (open, people) = (self.session.open_on(self.as_of), self.session.resolved_on(self.as_of));
        let (Some(open), Some(people)) = (open.get(self.at), people.get(self.at)) else { return Vec::new() };
        let keys = keys_of(self.ledger, self.customer);
        let own = open.items.iter().filter(|item| item.customer == self.customer && item.residual.is_debit());
        let covered = own.filter_map(|item| {
            let owed = desk::asked(item, people.holds(item.entry), self.as_of);
            owed.is_debit().then_some(Covered { item: keys.get(&item.entry)?.clone(), owed })
        });
        covered.collect()
    }

    fn of_item(&self, answer: &ItemAnswer, covered: Covered) -> AnswerProposal {
        let (language, currency) = (self.language, self.ledger.currency());
        let amount = text::typed_amount(&answer.amount, currency).filter(|amount| amount.is_debit());
        let outcome = match answer.reply {
            Reply::Paid => Outcome::Paid,
            Reply::Promise => Outcome::Promise,
            Reply::Dispute => Outcome::Dispute,
            Reply::NotReceived => Outcome::NotReceived,
        };
        let day = answer.day.map(|day| language.day(day)).unwrap_or_default();
        let money = language.money(amount.unwrap_or(covered.owed), currency);
        let said = [language.call_outcome(outcome.key()), &covered.item.document, &money, &day, &answer.words];
        let words = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let note =
            [day.as_str(), &answer.words].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let said = Said {
            outcome,
            reason: None,
            amount: if answer.amount.is_empty() { None } else { amount },
            // When it was paid is told; it is no day to call again.
            day: answer.day.filter(|_| outcome == Outcome::Promise),
            terms: None,
            category: (outcome == Outcome::Dispute).then_some(DisputeCategory::Other),
            note,
        };
        let typed = answer.amount.is_empty() || amount.is_some();
        let why = (!typed).then(|| language.answer_amount_unread(&answer.amount));
        self.proposal(words, vec![covered], &said, why)
    }

    fn of_plan(&self, terms: u32, first: Option<Day>) -> AnswerProposal {
        let owed = self.owed();
        let total: Amount = owed.iter().map(|covered| covered.owed).sum();
        let day = first.map(|day| self.language.day(day)).unwrap_or_default();
        let money = self.language.money(total, self.ledger.currency());
        let words = self.language.answer_plan(terms, &money, &day);
        let said = Said {
            outcome: Outcome::Plan,
            reason: None,
            amount: None,
            day: first,
            terms: Some(terms),
            category: None,
            note: String::new(),
        };
        self.proposal(words, owed, &said, None)
    }

    /// The edit, tried on a copy: what it would be refused for is told instead.
    fn proposal(&self, words: String, items: Vec<Covered>, said: &Said, why: Option<String>) -> AnswerProposal {
        let of = self.ledger.customer(self.customer);
        let called = Called {
            customer: &of.id,
            day: self.as_of,
            means: dunning::Channel::Email,
            action: None,
            items,
            currency: self.ledger.currency(),
            attempts: 0,
            written: None,
            phone: "",
        };
        let calendar = rules::calendar::Calendar::default();
        let made = desk::operations(&called, said, &calendar, self.language)
            .map_err(|refused| crate::calls::not_recorded(&refused, &called, self.language).message)
            .and_then(|operations| {
                let edit = Operation::Together(operations);
                let mut copy = self.session.log.clone();
                let tried = copy.edit(edit.clone());
                tried.map_err(|refusal| register::refused(&refusal, self.language).message).map(|()| edit)
            });
        match (made, why) {
            (Ok(edit), None) => AnswerProposal { text: words, edit: Some(edit), refused: None },
            (Ok(_), Some(why)) | (Err(why), _) => AnswerProposal { text: words, edit: None, refused: Some(why) },
        }
    }
}
