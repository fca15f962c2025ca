//! Findings as the contract shows them: every code in words, every row by its file.

use crate::Session;
use crate::view::reperformance;
use analysis::reperformance::{Cause, Column};
use audit::{Detail, Evidence, Finding, SameCustomer, Severity, Thing};
use ledger::Ledger;
use rules::{Form, PaymentTerms};
use text::Language;
use values::Amount;

/// The findings of one ledger, in their order.
pub fn findings(session: &Session, ledger: &Ledger, found: &[Finding], language: Language) -> Vec<protocol::Finding> {
    let view = View { session, ledger, language };
    found.iter().map(|finding| view.finding(finding)).collect()
}

/// What turns a finding of a ledger into the contract's rows.
struct View<'a> {
    session: &'a Session,
    ledger: &'a Ledger,
    language: Language,
}

impl View<'_> {
    fn finding(&self, finding: &Finding) -> protocol::Finding {
        let (code, currency) = (finding.check.code, self.ledger.currency());
        let thing = match finding.check.thing {
            Thing::Entries => "entries",
            Thing::Customers => "customers",
            Thing::Groups => "groups",
            Thing::Ranges => "ranges",
        };
        protocol::Finding {
            code: code.to_owned(),
            severity: severity(finding.severity).to_owned(),
            title: self.language.finding_title(code),
            text: self.language.finding_text(code, thing, finding.count, finding.amount, currency),
            advice: self.language.finding_advice(code),
            amount: finding.amount,
            currency: finding.amount.map(|_| currency),
            count: finding.count,
            evidence: finding.evidence.iter().map(|evidence| self.evidence(evidence)).collect(),
        }
    }

    fn evidence(&self, evidence: &Evidence) -> protocol::Evidence {
        let (customer, name) = self.who(evidence);
        let place = self.session.place(evidence.source);
        protocol::Evidence {
            customer,
            name,
            document: Some(evidence.document.clone()).filter(|document| !document.is_empty()),
            file: place.file,
            sheet: place.sheet,
            row: place.row,
            amount: evidence.amount,
            text: self.detail(evidence),
        }
    }

    fn who(&self, evidence: &Evidence) -> (String, String) {
        let Some(customer) = evidence.customer else {
            let Detail::AgedOtherwise { stranger: Some(stranger), .. } = &evidence.detail else {
                return Default::default();
            };
            return reperformance::stranger(self.session, self.ledger, *stranger).unwrap_or_default();
        };
        let customer = self.ledger.customer(customer);
        (customer.id.clone(), customer.name.clone())
    }

    fn detail(&self, evidence: &Evidence) -> String {
        let language = self.language;
        match &evidence.detail {
            Detail::None => String::new(),
            Detail::Dates { day, due } => language.evidence_dates(*day, *due),
            Detail::Twin { customer, document, source } => {
                let other = (Some(*customer) != evidence.customer).then(|| self.ledger.customer(*customer).id.as_str());
                language.evidence_twin(document, other, source.row)
            }
            Detail::Seen(text) => language.quoted(text),
            Detail::Meant { seen, meant } => language.evidence_meant(seen, meant),
            Detail::Group { letters, lines } => language.evidence_group(letters, *lines),
            Detail::Missing { first, last, numbers } => language.evidence_missing(first, last, *numbers),
            Detail::Terms { terms, other } => {
                language.evidence_terms(&terms_in_words(*terms, language), &terms_in_words(*other, language))
            }
            Detail::DaysBeyond(days) => language.evidence_days_beyond(*days),
            Detail::DaysLate(days) => language.evidence_days_late(*days),
            Detail::Until(day) => language.evidence_until(*day),
            Detail::On(day) => language.evidence_on(*day),
            Detail::Share(share) => language.evidence_share(share.scaled(4)),
            Detail::Index(index) => language.evidence_index(*index),
            Detail::Unanswered { reminders, since } => language.evidence_unanswered(*reminders, *since),
            Detail::Waits { answered, pay_days, step, probability } => {
                language.evidence_waits(*answered, *pay_days, step, probability.scaled(4))
            }
            Detail::Documents(count) => language.evidence_documents(*count),
            Detail::Limit { limit, seen } => {
                let money = |amount: Amount| language.money(amount, self.ledger.currency());
                language.evidence_limit(&money(*limit), &money(*seen))
            }
            Detail::AgedOtherwise { columns, causes, .. } => self.aged_otherwise(columns, causes),
            Detail::SameAs { customer, reasons } => {
                let other = self.ledger.customer(*customer);
                let reasons: Vec<&str> = reasons.iter().map(|reason| same_customer(*reason)).collect();
                language.evidence_same_as(&other.name, &other.id, &reasons)
            }
        }
    }
}

impl View<'_> {
    fn aged_otherwise(&self, columns: &[(Column, Amount, Amount)], causes: &[Cause]) -> String {
        let Some(told) = self.session.compared_with(self.ledger) else { return String::new() };
        let named = columns.iter().map(|(of, stated, own)| (reperformance::column(*of, self.language), *stated, *own));
        let causes = reperformance::causes(self.ledger, &told, causes, self.language).join(", ");
        self.language.evidence_aged(&named.collect::<Vec<_>>(), self.ledger.currency(), &causes)
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
        Severity::Info => "info",
    }
}

fn same_customer(reason: SameCustomer) -> &'static str {
    match reason {
        SameCustomer::Account => "account",
        SameCustomer::Name => "name",
        SameCustomer::NearName => "near-name",
        SameCustomer::CompanyNumber => "company-number",
        SameCustomer::VatNumber => "vat-number",
        SameCustomer::Iban => "iban",
        SameCustomer::Email => "email",
    }
}

/// Payment terms as people write them.
fn terms_in_words(terms: PaymentTerms, language: Language) -> String {
    let (kind, count) = match terms.form {
        Form::Cash => ("cash", 0),
        Form::Net(days) => ("net", days),
        Form::DaysEndOfMonth(days) => ("days-end-of-month", days),
        Form::EndOfMonthDays(days) => ("end-of-month-days", days),
        Form::MonthsEndOfMonth(months) => ("months-end-of-month", months),
    };
    language.payment_terms(kind, count, terms.on_the)
}
