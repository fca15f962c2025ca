//! Customers that look like the ledger's own group: another account class, a group's name, the same SIREN. They are
//! reminded, aged and depreciated otherwise.

use super::prelude::*;
use rules::identifiers::CompanyNumber;

/// Accounts of the group and of partners in the French chart.
const GROUP_ACCOUNTS: [&str; 3] = ["451", "455", "458"];
/// Words that name a group's own companies, and no others.
const GROUP_WORDS: &[&str] =
    &["intercompany", "intragroupe", "intragroup", "interco", "intraco", "intercos", "filiale", "filiales", "intersociétés"];

pub(super) static CHECK: Check = Check {
    code: "intercompany",
    family: Family::Accounts,
    severity: Severity::Info,
    thing: Thing::Customers,
    cost: Cost::None,
    look: Look::Account(look),
};

fn look(account: &Account<'_>, cases: &mut Cases<'_>) {
    let customer = account.customer;
    let balance = account.balance();
    let company = customer.siren.as_deref().and_then(|siren| siren.parse::<CompanyNumber>().ok());
    let own = account.client.siren.as_deref().zip(company.as_ref()).is_some_and(|(own, seen)| own == seen.siren());
    let account_number = GROUP_ACCOUNTS.iter().any(|root| is_account(&customer.id, root));
    let texts = [Some(&customer.name), customer.segment.as_ref(), customer.group.as_ref()];
    let named = texts.into_iter().flatten().find(|text| has_word(text, GROUP_WORDS));
    if balance.is_zero() || !(own || account_number || named.is_some()) {
        return;
    }
    let detail = named.filter(|text| **text != customer.name).map_or(Detail::None, |text| Detail::Seen(text.clone()));
    cases.extend(account.itself(Some(balance), detail));
}

/// Whether an identifier is an account of a root: digits alone, or the root and a name in capitals.
fn is_account(id: &str, root: &str) -> bool {
    let all = |rest: &str, of: fn(&u8) -> bool| rest.len() >= 3 && rest.bytes().all(|byte| of(&byte));
    id.strip_prefix(root).is_some_and(|rest| all(rest, u8::is_ascii_digit) || all(rest, u8::is_ascii_uppercase))
}

/// Whether one of these words stands in a text, whatever its case.
pub(super) fn has_word(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase().replace("intra-groupe", "intragroupe").replace("inter-company", "intercompany");
    text.split(|letter: char| !letter.is_alphanumeric()).any(|word| words.contains(&word))
}
