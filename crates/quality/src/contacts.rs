//! Whether a customer can be reached, and whether its identifiers can be right.

use crate::Check;
use crate::finding::{Detail, Evidence, Findings};
use crate::score::{Criterion, Scores};
use ledger::{Customer, CustomerKey};
use rules::contact::{Country, EmailProblem, Phone, PostalAddress, check_email};
use rules::identifiers::{CompanyNumber, Iban, VatNumber, VatProblem};
use values::{Amount, Source};

/// A way to reach a customer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Channel {
    Absent,
    Usable,
    Broken,
}

/// The checks of one customer; `overdue` is what it owes past its due date.
pub(crate) fn check(
    (key, source): (CustomerKey, Source),
    customer: &Customer,
    overdue: Amount,
    findings: &mut Findings,
    scores: &mut Scores,
) {
    let mut wrong = 0;
    let mut say = |check: Check, detail: Detail| {
        wrong = 1;
        findings.add(check, Evidence { customer: key, document: String::new(), source, amount: None, detail });
    };
    let country = customer.country.as_deref().and_then(Country::recognise).unwrap_or(Country::FRANCE);
    let channels = [
        email(customer, &mut say),
        phone(customer, country, &mut say),
        // A country that is not known here has its own addresses: they are taken as they are.
        address(customer, country, &mut say),
    ];
    identifiers(customer, &mut say);
    let place = (key, source.file);
    let has_any = customer.siren.is_some() || customer.vat_number.is_some() || customer.iban.is_some();
    if has_any || channels.iter().any(|channel| *channel != Channel::Absent) {
        scores.count(Criterion::Identifiers, place, wrong, 1);
    }
    if !overdue.is_debit() {
        return;
    }
    let reachable = channels.contains(&Channel::Usable);
    let affected = if reachable { Amount::ZERO } else { overdue };
    scores.amount(Criterion::Reachable, place, affected, overdue);
    if !reachable {
        let seen = [&customer.email, &customer.phone].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        let detail = if seen.is_empty() { Detail::None } else { Detail::Seen(seen) };
        let amount = Some(overdue);
        findings
            .add(Check::NoUsableChannel, Evidence { customer: key, document: String::new(), source, amount, detail });
    }
}

fn email(customer: &Customer, say: &mut impl FnMut(Check, Detail)) -> Channel {
    let Some(cell) = filled(&customer.email) else { return Channel::Absent };
    match check_email(cell) {
        Ok(_) => return Channel::Usable,
        Err(EmailProblem::DomainTypo { meant }) => {
            say(Check::EmailTypo, Detail::Meant { seen: cell.to_owned(), meant });
        }
        Err(EmailProblem::Syntax | EmailProblem::NobodyReads) => say(Check::EmailWrong, Detail::Seen(cell.to_owned())),
    }
    Channel::Broken
}

fn phone(customer: &Customer, country: Country, say: &mut impl FnMut(Check, Detail)) -> Channel {
    let Some(cell) = filled(&customer.phone) else { return Channel::Absent };
    if Phone::read(cell, country).is_ok() {
        return Channel::Usable;
    }
    say(Check::PhoneWrong, Detail::Seen(cell.to_owned()));
    Channel::Broken
}

fn address(customer: &Customer, country: Country, say: &mut impl FnMut(Check, Detail)) -> Channel {
    let address = PostalAddress {
        street: customer.address.as_deref(),
        code: customer.postal_code.as_deref(),
        city: customer.city.as_deref(),
    };
    // A town alone says where a customer is, not where to write.
    if address.is_empty() || filled(&customer.address).is_none() && filled(&customer.postal_code).is_none() {
        return Channel::Absent;
    }
    if address.gap(country).is_none() {
        return Channel::Usable;
    }
    let parts = [&customer.address, &customer.postal_code, &customer.city];
    say(Check::AddressIncomplete, Detail::Seen(parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")));
    Channel::Broken
}

fn identifiers(customer: &Customer, say: &mut impl FnMut(Check, Detail)) {
    if let Some(cell) = filled(&customer.siren)
        && cell.parse::<CompanyNumber>().is_err()
    {
        say(Check::CompanyNumberWrong, Detail::Seen(cell.to_owned()));
    }
    if let Some(cell) = filled(&customer.vat_number) {
        match cell.parse::<VatNumber>() {
            Ok(_) | Err(VatProblem::UnknownCountry) => {}
            Err(VatProblem::Shape | VatProblem::CheckDigits) => say(Check::VatWrong, Detail::Seen(cell.to_owned())),
        }
    }
    if let Some(cell) = filled(&customer.iban)
        && cell.parse::<Iban>().is_err()
    {
        say(Check::IbanWrong, Detail::Seen(cell.to_owned()));
    }
}

/// The text of a cell, unless it only fills the cell.
fn filled(cell: &Option<String>) -> Option<&str> {
    let text = cell.as_deref()?.trim();
    let nothing =
        text.is_empty() || matches!(text.to_lowercase().as_str(), "-" | "n/a" | "na" | "néant" | "none" | "?");
    (!nothing).then_some(text)
}
