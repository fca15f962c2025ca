//! E-mail addresses as customer files hold them: one or several in a cell, and the slips of the finger that make a
//! domain nobody reads.

use super::EmailAddress;
use crate::edit::one_edit_apart;

/// What is wrong with an e-mail cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmailProblem {
    /// No address can be made of it.
    Syntax,
    /// The domain is one slip away from a mail provider's.
    DomainTypo {
        /// The address that was probably meant.
        meant: String,
    },
    /// Nobody reads it (`noreply@…`).
    NobodyReads,
}

/// Mail providers of customers in France and around, whose domain is long enough for a slip to be told from a name.
const PROVIDERS: [&str; 22] = [
    "gmail.com",
    "hotmail.com",
    "hotmail.fr",
    "outlook.com",
    "outlook.fr",
    "yahoo.com",
    "yahoo.fr",
    "orange.fr",
    "wanadoo.fr",
    "laposte.net",
    "icloud.com",
    "bbox.fr",
    "numericable.fr",
    "club-internet.fr",
    "neuf.fr",
    "aliceadsl.fr",
    "skynet.be",
    "telenet.be",
    "bluewin.ch",
    "t-online.de",
    "libero.it",
    "googlemail.com",
];

/// Real domains that look like a slip of a provider's.
const REAL: [&str; 13] = [
    "ymail.com",
    "email.com",
    "mail.com",
    "orange.com",
    "yahoo.ch",
    "yahoo.be",
    "yahoo.de",
    "yahoo.es",
    "yahoo.it",
    "hotmail.it",
    "hotmail.be",
    "hotmail.de",
    "hotmail.es",
];

/// Slips that are more than one edit away, or that change the ending only.
const KNOWN_SLIPS: [(&str, &str); 9] = [
    ("gmail.fr", "gmail.com"),
    ("gmail", "gmail.com"),
    ("gmailcom", "gmail.com"),
    ("orangefr", "orange.fr"),
    ("orange", "orange.fr"),
    ("wanadoo", "wanadoo.fr"),
    ("wanadoo.com", "wanadoo.fr"),
    ("laposte.fr", "laposte.net"),
    ("laposte.com", "laposte.net"),
];

/// Endings that no domain has.
const ENDINGS: [(&str, &str); 8] = [
    (".con", ".com"),
    (".cmo", ".com"),
    (".ocm", ".com"),
    (".comm", ".com"),
    (".frr", ".fr"),
    (".ffr", ".fr"),
    (",fr", ".fr"),
    (",com", ".com"),
];

/// The addresses of a cell, in order, or what is wrong with the first that is wrong.
pub fn check_email(cell: &str) -> Result<Vec<EmailAddress>, EmailProblem> {
    let parts = cell.split([';', '/', '|', '\n', ' ']).flat_map(split_list).map(bare).filter(|part| !part.is_empty());
    let addresses: Result<Vec<EmailAddress>, EmailProblem> = parts.map(check_one).collect();
    addresses.and_then(|addresses| if addresses.is_empty() { Err(EmailProblem::Syntax) } else { Ok(addresses) })
}

/// A comma separates addresses only where each side has its own @: `a@b,fr` is a slip.
fn split_list(part: &str) -> Vec<&str> {
    let pieces: Vec<&str> = part.split(',').collect();
    let all_addresses = pieces.iter().all(|piece| piece.contains('@') || piece.trim().is_empty());
    if all_addresses { pieces } else { vec![part] }
}

fn bare(part: &str) -> &str {
    let part = part.trim().trim_matches(['<', '>', '"', '\'', '.', ',']);
    part.strip_prefix("mailto:").unwrap_or(part)
}

fn check_one(text: &str) -> Result<EmailAddress, EmailProblem> {
    let (local, domain) = text.rsplit_once('@').ok_or(EmailProblem::Syntax)?;
    if let Some(domain) = meant(&domain.to_lowercase()) {
        return Err(EmailProblem::DomainTypo { meant: format!("{local}@{domain}") });
    }
    let address: EmailAddress = text.parse().map_err(|_| EmailProblem::Syntax)?;
    let compact: String = local.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    if matches!(compact.as_str(), "noreply" | "nepasrepondre" | "donotreply") {
        return Err(EmailProblem::NobodyReads);
    }
    Ok(address)
}

/// The domain that was probably meant, where this one is a slip.
fn meant(domain: &str) -> Option<String> {
    if PROVIDERS.contains(&domain) || REAL.contains(&domain) {
        return None;
    }
    if let Some((_, right)) = KNOWN_SLIPS.iter().find(|(slip, _)| *slip == domain) {
        return Some((*right).to_owned());
    }
    if let Some((stem, right)) = ENDINGS.iter().find_map(|(slip, right)| Some((domain.strip_suffix(slip)?, right))) {
        return Some(format!("{stem}{right}"));
    }
    let near = |provider: &&&str| one_edit_apart(provider, domain) && same_ending_or_long(provider, domain);
    PROVIDERS.iter().find(near).map(|provider| (*provider).to_owned())
}

/// A slip in the name counts; another ending (`yahoo.fi`) is another domain; names of four letters or fewer are too short.
fn same_ending_or_long(provider: &str, domain: &str) -> bool {
    let (name, ending) = provider.rsplit_once('.').unwrap_or((provider, ""));
    let own = domain.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.len() >= 5 && (own == ending || !domain.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(cell: &str) -> String {
        match check_email(cell) {
            Ok(addresses) => addresses.iter().map(EmailAddress::as_str).collect::<Vec<_>>().join(" "),
            Err(EmailProblem::Syntax) => "syntax".to_owned(),
            Err(EmailProblem::NobodyReads) => "nobody".to_owned(),
            Err(EmailProblem::DomainTypo { meant }) => format!("-> {meant}"),
        }
    }

    #[test]
    fn addresses_and_slips() {
        for (cell, expected) in [
            ("compta@alpha.example", "compta@alpha.example"),
            (" <compta@alpha.example> ", "compta@alpha.example"),
            ("mailto:a@b.fr", "a@b.fr"),
            ("a@b.fr; c@d.fr", "a@b.fr c@d.fr"),
            ("a@b.fr,c@d.fr", "a@b.fr c@d.fr"),
            ("compta@gmial.com", "-> compta@gmail.com"),
            ("compta@gmal.com", "-> compta@gmail.com"),
            ("compta@gmail.con", "-> compta@gmail.com"),
            ("compta@gmail.fr", "-> compta@gmail.com"),
            ("compta@gmail,com", "-> compta@gmail.com"),
            ("compta@wanadou.fr", "-> compta@wanadoo.fr"),
            ("compta@wandoo.fr", "-> compta@wanadoo.fr"),
            ("compta@hotmial.fr", "-> compta@hotmail.fr"),
            ("compta@ornage.fr", "-> compta@orange.fr"),
            ("compta@societe.frr", "-> compta@societe.fr"),
            ("compta@gmailcom", "-> compta@gmail.com"),
            ("compta@ymail.com", "compta@ymail.com"),
            ("compta@orange.com", "compta@orange.com"),
            ("compta@yahoo.fi", "compta@yahoo.fi"),
            ("compta@sfr.fr", "compta@sfr.fr"),
            ("compta@cfr.fr", "compta@cfr.fr"),
            ("noreply@alpha.example", "nobody"),
            ("no-reply@alpha.example", "nobody"),
            ("compta", "syntax"),
            ("compta@", "syntax"),
            ("compta@alpha", "syntax"),
            ("comptâ@alpha.example", "syntax"),
            ("n/a", "syntax"),
            ("", "syntax"),
        ] {
            assert_eq!(seen(cell), expected, "{cell}");
        }
    }
}
