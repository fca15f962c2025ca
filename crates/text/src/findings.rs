//! The words of each finding by its code, one file per family: its name, what it means, what to do. A code that is not
//! known here is shown as it is, and a test refuses it.

mod accounts;
mod balances;
mod contacts;
mod dates;
mod duplicates;
mod evidence;
mod exposure;
mod law;
mod lettering;
mod numbering;
mod postings;

use crate::Language;
use values::{Amount, Currency};

/// French and English.
type Pair = (&'static str, &'static str);

/// Title, meaning and advice.
type Words = (Pair, Pair, Pair);

/// The words of a code.
fn words(code: &str) -> Option<Words> {
    let families = [
        dates::words,
        duplicates::words,
        contacts::words,
        lettering::words,
        balances::words,
        law::words,
        numbering::words,
        postings::words,
        exposure::words,
        accounts::words,
    ];
    families.into_iter().find_map(|words| words(code))
}

impl Language {
    fn of(self, (french, english): Pair) -> String {
        let text = self.pick(french, english);
        match self {
            // The spaces of French typography, written as ordinary ones in the families.
            Language::Fr => {
                let wide = text.replace(" :", "\u{A0}:").replace(" €", "\u{A0}€");
                wide.replace(" ;", "\u{202F};").replace("« ", "«\u{A0}").replace(" »", "\u{A0}»")
            }
            Language::En => text.to_owned(),
        }
    }

    /// The name of a finding.
    pub fn finding_title(self, code: &str) -> String {
        words(code).map_or_else(|| code.to_owned(), |(title, ..)| self.of(title))
    }

    /// How many, how much, and what it means. `thing` is `entries`, `customers`, `groups` or `ranges`.
    pub fn finding_text(
        self,
        code: &str,
        thing: &str,
        count: u32,
        amount: Option<Amount>,
        currency: Currency,
    ) -> String {
        let names = match thing {
            "customers" => (("client", "clients"), ("customer", "customers")),
            "groups" => (("lettrage", "lettrages"), ("match group", "match groups")),
            "ranges" => (("intervalle", "intervalles"), ("range", "ranges")),
            _ => (("ligne", "lignes"), ("row", "rows")),
        };
        let mut figures = self.things(count.into(), names.0, names.1);
        if let Some(amount) = amount {
            figures.push_str(&format!(", {}", self.money(amount, currency)));
        }
        let meaning = words(code).map(|(_, meaning, _)| self.of(meaning)).unwrap_or_default();
        format!("{figures}. {meaning}")
    }

    /// What to do about a finding.
    pub fn finding_advice(self, code: &str) -> String {
        words(code).map(|(_, _, advice)| self.of(advice)).unwrap_or_default()
    }
}
