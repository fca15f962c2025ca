//! `EmailAddress`: an address that can stand in a header as it is. A strict part of RFC 5321: no quotes, no comments,
//! no letters beyond ASCII; what a person types and every server takes.

use std::fmt;
use std::str::FromStr;

/// A checked e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EmailAddress(String);

/// The text is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnAddress;

impl EmailAddress {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the @.
    pub fn domain(&self) -> &str {
        self.0.rsplit('@').next().unwrap_or_default()
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnAddress;
    fn from_str(text: &str) -> Result<EmailAddress, NotAnAddress> {
        let (local, domain) = text.split_once('@').ok_or(NotAnAddress)?;
        if is_local_part(local) && is_domain(domain) { Ok(EmailAddress(text.to_owned())) } else { Err(NotAnAddress) }
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn is_local_part(local: &str) -> bool {
    let atom = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
    };
    local.len() <= 64 && local.split('.').all(atom)
}

fn is_domain(domain: &str) -> bool {
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let last_is_a_name =
        domain.rsplit('.').next().is_some_and(|last| last.len() >= 2 && !last.bytes().all(|b| b.is_ascii_digit()));
    domain.len() <= 253 && domain.contains('.') && domain.split('.').all(label) && last_is_a_name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_pass() {
        for good in ["a@b.fr", "jean.martin+compta@sous.domaine.example", "o'neil@x-y.ie", "1@2.3m"] {
            assert!(good.parse::<EmailAddress>().is_ok(), "{good}");
        }
        for wrong in [
            "",
            "@",
            "a@b",
            "a b@c.fr",
            "a@b.fr\r\nBcc: x@y.fr",
            "a@@b.fr",
            "a@b@c.fr",
            ".a@b.fr",
            "a.@b.fr",
            "a..b@c.fr",
            "a@-b.fr",
            "a@b-.fr",
            "a@b..fr",
            "a@.fr",
            "a@b.f",
            "a@1.2.3.4",
            "<a@b.fr>",
            "A <a@b.fr>",
            "é@b.fr",
            "a@b.fr ",
            "a@b.fr,c@d.fr",
            "\"a b\"@c.fr",
        ] {
            assert_eq!(wrong.parse::<EmailAddress>(), Err(NotAnAddress), "{wrong}");
        }
    }
}
