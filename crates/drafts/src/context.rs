//! The values a template may use, each already printed: a template chooses and places, it computes nothing.

use crate::case::{Basis, Case, Line, Nature};
use crate::composition::{Part, mark};
use crate::diagnostic::channel_key;
use crate::from_plan::french_law;
use crate::level::Level;
use crate::manner::{Manner, manner};
use crate::payment::{BankAccount, Reference, grouped, transfer};
use crate::recipient::Recipient;
use crate::sender::{CheckedSender, PayTo};
use crate::statement;
use serde::Serialize;
use text::Language;
use text::letters::printable;
use values::{Amount, Currency, Day};

const INSTALMENTS: u32 = 3;

/// Every field of the templates (`fields::FIELDS`). Empty text is absent and may be tested with `if`.
#[derive(Serialize)]
pub(crate) struct Context {
    customer: String,
    account: String,
    greeting: String,
    contact: String,
    customer_phone: String,
    customer_email: String,
    customer_siren: String,
    company: String,
    sender: String,
    function: String,
    phone: String,
    email: String,
    iban: String,
    bic: String,
    creditor_name: String,
    creditor_lines: String,
    step: String,
    place: String,
    action_day: String,
    as_of: String,
    deadline: String,
    answer_days: String,
    why_now: String,
    single: bool,
    document: String,
    due_day: String,
    amount: String,
    headline: String,
    oldest: String,
    count: usize,
    total: String,
    total_in_words: String,
    reference: String,
    items: String,
    payment: String,
    instalments: String,
    claims: String,
    contacts: String,
    signature: String,
    creditor: String,
    debtor: String,
    warm: bool,
    business: bool,
    consumer: bool,
    public_body: bool,
    french_law: bool,
    contract_rate: bool,
    claims_basis: String,
    first_incident: bool,
    reminded: bool,
    last_contact_day: String,
    interest: String,
    interest_per_day: String,
    rate: String,
    indemnity: String,
    indemnified: String,
    total_with_claims: String,
    promise_amount: String,
    promise_day: String,
    promise_made: String,
    broken_amount: String,
    broken_day: String,
    dispute_document: String,
    dispute_reason: String,
    dispute_since: String,
    dispute_amount: String,
    received_amount: String,
    received_day: String,
    registered_number: String,
    plan_interest: String,
    plan_interest_in_words: String,
    plan_total: String,
    plan_total_in_words: String,
    lines: Vec<ContextLine>,
}

#[derive(Serialize)]
struct ContextLine {
    document: String,
    day: String,
    due_day: String,
    late: String,
    original: String,
    paid: String,
    amount: String,
    is_late: bool,
}

/// A case with the people of its text.
pub(crate) struct Scene<'a> {
    pub(crate) case: &'a Case,
    pub(crate) level: Level,
    pub(crate) recipient: &'a Recipient,
    pub(crate) sender: &'a CheckedSender,
    /// Warm or firm whatever the case says: a preview.
    pub(crate) forced: Option<Manner>,
}

impl Scene<'_> {
    pub(crate) fn manner(&self) -> Manner {
        self.forced.unwrap_or_else(|| manner(self.level, self.case).0)
    }

    fn account(&self) -> Option<&BankAccount> {
        match self.sender.account(self.case.currency) {
            PayTo::Account(account) => Some(account),
            PayTo::NotFilledIn | PayTo::NotInCurrency => None,
        }
    }

    /// The invoice's number where there is one invoice, else the customer's code.
    fn reference(&self) -> Reference {
        Reference::of(self.single().map_or(&self.recipient.id, |line| &line.document))
    }

    /// One invoice with a number, and nothing else.
    fn single(&self) -> Option<&Line> {
        match self.case.lines.as_slice() {
            [line] if line.numbered_invoice => Some(line),
            _ => None,
        }
    }

    /// What to answer where a template prints the mark of a block.
    pub(crate) fn block(&self, name: &str) -> Vec<Part> {
        match name {
            "items" if !self.case.lines.is_empty() => statement::parts(self.case),
            "payment" => self.payment().into_iter().collect(),
            "instalments" => vec![self.instalments()],
            "claims" => self.claims().into_iter().collect(),
            "contacts" => vec![self.contacts()],
            "signature" => vec![Part::Lines(self.signature().join("\n"))],
            "creditor" => vec![Part::Lines(self.creditor().join("\n"))],
            "debtor" => vec![Part::Lines(self.recipient.block().join("\n"))],
            _ => Vec::new(),
        }
    }

    fn payment(&self) -> Option<Part> {
        let (account, case) = (self.account()?, self.case);
        let language = case.language;
        let reference = self.reference();
        let mut rows = Vec::new();
        if !account.holder.is_empty() && account.holder != self.sender.company {
            rows.push((language.letter_account_holder().to_owned(), account.holder.clone()));
        }
        rows.push(("IBAN".to_owned(), account.iban.grouped()));
        if !account.bic.is_empty() {
            rows.push(("BIC".to_owned(), account.bic.clone()));
        }
        let quoted = match self.single() {
            Some(line) => (language.letter_reference().to_owned(), line.document.clone()),
            None => (language.letter_references().to_owned(), language.letter_references_above().to_owned()),
        };
        rows.push(quoted);
        if let Reference::Structured(reference) = &reference {
            rows.push((language.letter_structured_reference().to_owned(), grouped(reference)));
        }
        let title = language.letter_payment_title().to_owned();
        let lines = rows.iter().map(|(label, value)| match label.as_str() {
            "IBAN" | "BIC" => format!("{label} {value}"),
            label => language.letter_labelled(label, value),
        });
        let plain = std::iter::once(language.letter_heading(&title)).chain(lines).collect::<Vec<_>>().join("\n");
        let transfer = transfer(account, case.total, case.currency, &reference);
        Some(Part::Facts { title, rows, plain, transfer })
    }

    /// The terms: as agreed, else three equal ones to propose.
    fn terms(&self) -> Vec<(Day, Amount)> {
        let Case { total, deadline, .. } = *self.case;
        let agreed = &self.case.about.instalments;
        match agreed.is_empty() {
            true => instalments(total)
                .into_iter()
                .zip(0..)
                .map(|(part, month)| (deadline.plus_months(month), part))
                .collect(),
            false => agreed.clone(),
        }
    }

    fn instalments(&self) -> Part {
        let Case { language, currency, .. } = *self.case;
        let dated = self.terms();
        facts_table(
            language.letter_instalments_title(),
            dated.iter().zip(1_usize..).map(|((day, amount), number)| {
                [language.letter_instalment(number), language.long_day(*day), language.money(*amount, currency)]
            }),
        )
    }

    fn claims(&self) -> Option<Part> {
        let Case { language, currency, total, .. } = *self.case;
        let claims = self.case.claims.as_ref()?;
        let mut rows = vec![(language.letter_principal().to_owned(), language.money(total, currency))];
        rows.push((language.letter_interest_to(self.case.day), language.money(claims.interest, currency)));
        if claims.invoices > 0 {
            rows.push((language.letter_indemnity(claims.invoices), language.money(claims.indemnity, currency)));
        }
        rows.push((language.letter_total_claimed().to_owned(), language.money(self.with_claims(), currency)));
        let width = |text: &str| text.chars().count();
        let label = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        let amount = rows.iter().map(|(_, amount)| width(amount)).max().unwrap_or(0);
        let plain = rows.iter().map(|(a, b)| format!("{a:label$}  {b:>amount$}")).collect::<Vec<_>>().join("\n");
        Some(Part::Totals { rows, plain })
    }

    fn with_claims(&self) -> Amount {
        let claims = self.case.claims.as_ref();
        self.case.total + claims.map_or(Amount::ZERO, |claims| claims.interest + claims.indemnity)
    }

    fn contacts(&self) -> Part {
        let language = self.case.language;
        let made = self.case.about.contacts.iter();
        let lines = made.map(|contact| {
            format!("- {}", language.letter_contact(contact.day, language.by_means(channel_key(contact.channel))))
        });
        Part::Paragraph(lines.collect::<Vec<_>>().join("\n"))
    }

    fn signature(&self) -> Vec<String> {
        let sender = self.sender;
        let phone = match sender.phone.is_empty() {
            true => String::new(),
            false => self.case.language.letter_phone(&sender.phone),
        };
        let email = sender.mailbox.as_ref().map(|mailbox| mailbox.address.to_string()).unwrap_or_default();
        let mut lines = vec![sender.name.clone(), sender.function.clone(), sender.company.clone(), phone, email];
        lines.retain(|line| !line.is_empty());
        lines
    }

    fn creditor(&self) -> Vec<String> {
        let mut lines = vec![self.sender.company.clone()];
        lines.extend(self.sender.identity.iter().cloned());
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// The values of the templates.
    pub(crate) fn context(&self) -> Context {
        let (case, recipient, sender) = (self.case, self.recipient, self.sender);
        let Case { language, currency, .. } = *case;
        let about = &case.about;
        let money = |amount| language.money(amount, currency);
        let long = |day| language.long_day(day);
        let late = case.lines.iter().filter(|line| line.is_late());
        let headline = match late.clone().count() {
            0 => language.letter_soon_count(case.lines.len()),
            overdue => language.letter_overdue_count(overdue),
        };
        let present = |present: bool, name: &str| if present { mark(name) } else { String::new() };
        let single = self.single();
        let account = self.account();
        let claims = case.claims.as_ref();
        let claimed =
            |of: fn(&crate::case::Claims) -> Amount| claims.map(|claims| money(of(claims))).unwrap_or_default();
        let (promise, broken, received) = (about.promise, about.broken, about.received);
        let dispute = about.dispute.as_ref();
        let planned: Amount = self.terms().iter().map(|(_, amount)| *amount).sum();
        // What the terms add to what is owed is agreed interest.
        let interest = Some(planned - case.total).filter(|interest| interest.is_debit());
        let reminded = !about.contacts.is_empty() && !about.first_incident();
        Context {
            customer: recipient.name.clone(),
            account: recipient.account(),
            greeting: language.letter_greeting(&recipient.contact),
            contact: recipient.contact.clone(),
            customer_phone: recipient.phone.clone(),
            customer_email: recipient.email.clone(),
            customer_siren: recipient.siren.clone(),
            company: sender.company.clone(),
            sender: sender.name.clone(),
            function: sender.function.clone(),
            phone: sender.phone.clone(),
            email: sender.mailbox.as_ref().map(|mailbox| mailbox.address.to_string()).unwrap_or_default(),
            iban: account.map(|account| account.iban.grouped()).unwrap_or_default(),
            bic: account.map(|account| account.bic.clone()).unwrap_or_default(),
            creditor_name: sender.company.clone(),
            creditor_lines: sender.identity.join(", "),
            step: printable(&case.step).text,
            place: sender.address.last().map(|line| town(line)).unwrap_or_default(),
            action_day: long(case.day),
            as_of: long(case.as_of.day()),
            deadline: long(case.deadline),
            answer_days: language.letter_days((case.deadline - case.day).0),
            why_now: headline.clone(),
            single: single.is_some(),
            document: single.map(|line| line.document.clone()).unwrap_or_default(),
            due_day: single.map(|line| long(line.due_day)).unwrap_or_default(),
            amount: single.map(|line| money(line.asked)).unwrap_or_default(),
            headline,
            oldest: late.map(|line| line.days_late).max().map(|days| language.letter_days(days)).unwrap_or_default(),
            count: case.lines.len(),
            total: money(case.total),
            total_in_words: language.in_words(case.total, currency),
            reference: match self.reference() {
                Reference::Structured(reference) => grouped(&reference),
                Reference::Free(text) => text,
            },
            items: present(!case.lines.is_empty(), "items"),
            payment: present(account.is_some(), "payment"),
            instalments: mark("instalments"),
            claims: present(claims.is_some(), "claims"),
            contacts: present(reminded, "contacts"),
            signature: present(!self.signature().is_empty(), "signature"),
            creditor: present(!self.creditor().is_empty(), "creditor"),
            debtor: mark("debtor"),
            warm: self.manner() == Manner::Warm,
            business: about.nature == Nature::Business,
            consumer: about.nature == Nature::Consumer,
            public_body: about.nature == Nature::PublicBody,
            french_law: french_law(currency, about.basis),
            contract_rate: about.basis == Basis::FrenchContract,
            claims_basis: match about.basis {
                Basis::FrenchLaw | Basis::FrenchContract => String::new(),
                Basis::Other(regime) => language.regime_text(regime).to_owned(),
            },
            first_incident: about.first_incident(),
            reminded,
            last_contact_day: about.contacts.last().filter(|_| reminded).map(|one| long(one.day)).unwrap_or_default(),
            interest: claimed(|claims| claims.interest),
            interest_per_day: claimed(|claims| claims.per_day),
            rate: claims.map(|claims| claims.rate.clone()).unwrap_or_default(),
            indemnity: claims
                .filter(|claims| claims.invoices > 0)
                .map(|claims| money(claims.indemnity))
                .unwrap_or_default(),
            indemnified: claims
                .filter(|claims| claims.invoices > 0)
                .map(|claims| language.letter_invoices(claims.invoices))
                .unwrap_or_default(),
            total_with_claims: claims.map(|_| money(self.with_claims())).unwrap_or_default(),
            promise_amount: promise.map(|promise| money(promise.amount)).unwrap_or_default(),
            promise_day: promise.map(|promise| long(promise.day)).unwrap_or_default(),
            promise_made: promise.map(|promise| long(promise.made)).unwrap_or_default(),
            broken_amount: broken.map(|promise| money(promise.amount)).unwrap_or_default(),
            broken_day: broken.map(|promise| long(promise.day)).unwrap_or_default(),
            dispute_document: dispute.map(|dispute| printable(&dispute.document).text).unwrap_or_default(),
            dispute_reason: dispute.map(|dispute| printable(&dispute.reason).text).unwrap_or_default(),
            dispute_since: dispute.map(|dispute| long(dispute.since)).unwrap_or_default(),
            dispute_amount: dispute.map(|dispute| money(dispute.amount)).unwrap_or_default(),
            received_amount: received.map(|received| money(received.amount)).unwrap_or_default(),
            received_day: received.map(|received| long(received.day)).unwrap_or_default(),
            registered_number: case
                .registered_number
                .as_deref()
                .map(|number| printable(number).text)
                .unwrap_or_default(),
            plan_interest: interest.map(money).unwrap_or_default(),
            plan_interest_in_words: interest.map(|amount| language.in_words(amount, currency)).unwrap_or_default(),
            plan_total: money(planned),
            plan_total_in_words: language.in_words(planned, currency),
            lines: case.lines.iter().map(|line| context_line(language, currency, line)).collect(),
        }
    }
}

fn context_line(language: Language, currency: Currency, line: &Line) -> ContextLine {
    ContextLine {
        document: line.document.clone(),
        day: language.day(line.day),
        due_day: language.day(line.due_day),
        late: if line.is_late() { language.letter_days(line.days_late) } else { String::new() },
        original: language.money(line.original, currency),
        paid: language.money(line.original - line.asked, currency),
        amount: language.money(line.asked, currency),
        is_late: line.is_late(),
    }
}

/// The town of a line of an address: what follows its postal code.
fn town(line: &str) -> String {
    line.trim_start_matches(|character: char| character.is_ascii_digit()).trim().to_owned()
}

/// The total in equal parts, the cents that remain on the first.
fn instalments(total: Amount) -> Vec<Amount> {
    let parts = i64::from(INSTALMENTS);
    let part = total.minor() / parts;
    let first = total.minor() - part * (parts - 1);
    (0..parts).map(|position| Amount::from_minor(if position == 0 { first } else { part })).collect()
}

/// Rows of three columns, the last set to the right.
fn facts_table(title: &str, rows: impl Iterator<Item = [String; 3]>) -> Part {
    let rows: Vec<[String; 3]> = rows.collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|text| text.chars().count()).max().unwrap_or(0)
    };
    let (label, day, amount) = (width(0), width(1), width(2));
    let lines = rows.iter().map(|[a, b, c]| format!("  {a:label$}  {b:day$}  {c:>amount$}"));
    let plain = lines.collect::<Vec<_>>().join("\n");
    let table = crate::composition::Table {
        title: title.to_owned(),
        headings: Vec::new(),
        rows: rows.into_iter().map(Vec::from).collect(),
        numbers: 1,
    };
    Part::Table { table, plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instalments_add_up_to_the_cent() {
        for minor in [0, 1, 2, 3, 100, 123_456, 999_999_999_999] {
            let total = Amount::from_minor(minor);
            let parts = instalments(total);
            assert_eq!(parts.len(), 3);
            assert_eq!(parts.iter().copied().sum::<Amount>(), total);
        }
        assert_eq!(instalments(Amount::from_minor(100)).iter().map(|a| a.minor()).collect::<Vec<_>>(), [34, 33, 33]);
    }

    #[test]
    fn towns_follow_their_codes() {
        assert_eq!(town("69002 Lyon"), "Lyon");
        assert_eq!(town("Genève"), "Genève");
    }
}
