//! Which invoice a file is, by its name alone: nothing of the file is looked at. `INV-12` is not `INV-123`; zeros before a
//! number, separators and the case of letters do not matter. What could be two invoices, or two files of one, is asked.

use std::collections::BTreeMap;
use values::Arrange;

/// Longest name of a file.
const NAME_MAX: usize = 180;
/// Parts of a name looked at, at most.
const PARTS_MAX: usize = 64;

/// An invoice a file may be of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InvoiceOf {
    /// Code of the customer in the books.
    pub customer: String,
    /// Number of the document.
    pub document: String,
}

/// Why a name is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRefused {
    /// It does not end in `.pdf`.
    NotPdf,
    /// It holds a path, an invisible or a reserved character.
    Unsafe,
    /// It is longer than mail programs take.
    TooLong,
    /// Another file has it.
    Twice,
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'d> {
    /// The file of this invoice.
    One(&'d InvoiceOf),
    /// Of one of these, as a person must say: several fit, or several files fit one, or the number says little.
    Ask(Vec<&'d InvoiceOf>),
    /// Of none.
    Unknown,
    /// Not taken at all.
    Refused(NameRefused),
}

/// A run of letters, or of digits without the zeros before them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Letters(String),
    Digits(String),
}

/// The invoices that files are looked for.
#[derive(Debug, Default)]
pub struct Documents {
    all: Vec<InvoiceOf>,
    by_parts: BTreeMap<Vec<Part>, Vec<usize>>,
    /// Letters and digits alone, for a name that leaves the separators out.
    by_letters: BTreeMap<String, Vec<usize>>,
    longest: usize,
}

impl Documents {
    /// The invoices, each once; those without a number cannot be found by it.
    pub fn new(invoices: impl IntoIterator<Item = InvoiceOf>) -> Documents {
        let mut all: Vec<InvoiceOf> = invoices.into_iter().collect();
        all.arrange();
        all.dedup();
        let mut documents = Documents::default();
        for (place, invoice) in all.iter().enumerate() {
            let parts = parts(&invoice.document);
            if parts.iter().any(|part| matches!(part, Part::Digits(_))) {
                documents.longest = documents.longest.max(parts.len());
                documents.by_parts.entry(parts).or_default().push(place);
                documents.by_letters.entry(letters(&invoice.document)).or_default().push(place);
            }
        }
        Documents { all, ..documents }
    }

    /// An invoice by its customer and number.
    pub fn find(&self, customer: &str, document: &str) -> Option<&InvoiceOf> {
        self.all.iter().find(|one| one.customer == customer && one.document == document)
    }

    /// The invoices of a number, as a person types it.
    pub fn numbered(&self, document: &str) -> Vec<&InvoiceOf> {
        self.all.iter().filter(|one| one.document == document.trim()).collect()
    }

    /// What each file is, in the order given.
    pub fn sort(&self, names: &[&str]) -> Vec<Found<'_>> {
        let mut seen = BTreeMap::<&str, usize>::new();
        names.iter().for_each(|name| *seen.entry(name).or_default() += 1);
        let mut found: Vec<Found<'_>> = names.iter().map(|name| self.of(name)).collect();
        for (one, name) in found.iter_mut().zip(names) {
            if seen.get(name).is_some_and(|count| *count > 1) && !matches!(one, Found::Refused(_)) {
                *one = Found::Refused(NameRefused::Twice);
            }
        }
        self.share(&mut found, names);
        found
    }

    /// Of several files that are one invoice, the one named exactly like it is taken; the others are asked about.
    fn share(&self, found: &mut [Found<'_>], names: &[&str]) {
        let mut claims = BTreeMap::<InvoiceOf, Vec<usize>>::new();
        for (place, one) in found.iter().enumerate() {
            if let Found::One(invoice) = one {
                claims.entry((*invoice).clone()).or_default().push(place);
            }
        }
        for (invoice, places) in claims.into_iter().filter(|(_, places)| places.len() > 1) {
            let wanted = parts(&invoice.document);
            let exact = |place: &usize| names.get(*place).is_some_and(|name| parts(stem(name)) == wanted);
            let named: Vec<usize> = places.iter().copied().filter(exact).collect();
            let taken = match named.as_slice() {
                [only] => Some(*only),
                _ => None,
            };
            for place in places.into_iter().filter(|place| Some(*place) != taken) {
                if let Some(one) = found.get_mut(place)
                    && let Found::One(invoice) = *one
                {
                    *one = Found::Ask(vec![invoice]);
                }
            }
        }
    }

    fn of(&self, name: &str) -> Found<'_> {
        if let Some(refused) = refused(name) {
            return Found::Refused(refused);
        }
        let stem = stem(name);
        let (seen, starts) = split(stem);
        let (seen, starts) = (seen.get(..PARTS_MAX).unwrap_or(&seen), starts.as_slice());
        // A number begins with a word of the name and ends with one: `INV-12A` is another number.
        let is_whole = |from: usize, to: usize| starts.get(from) == Some(&true) && starts.get(to) != Some(&false);
        // Where each number stands: one that stands inside another is a part of it, and no number of its own.
        let mut spans: Vec<(usize, usize, usize)> = Vec::new();
        for from in 0..seen.len() {
            for to in from + 1..=seen.len().min(from + self.longest) {
                let run = seen.get(from..to).filter(|_| is_whole(from, to));
                let places = run.and_then(|run| self.by_parts.get(run));
                spans.extend(places.into_iter().flatten().map(|place| (from, to, *place)));
            }
        }
        let inside =
            |a: &(usize, usize, usize)| spans.iter().any(|b| b.0 <= a.0 && a.1 <= b.1 && (b.1 - b.0) > (a.1 - a.0));
        let mut places: Vec<usize> = spans.iter().filter(|span| !inside(span)).map(|(_, _, place)| *place).collect();
        if places.is_empty() {
            let words = stem.split(|sign: char| !sign.is_alphanumeric()).map(letters);
            places.extend(words.filter_map(|word| self.by_letters.get(&word)).flatten());
        }
        places.arrange();
        places.dedup();
        let digits = seen.iter().filter(|part| matches!(part, Part::Digits(_))).count();
        let mut invoices: Vec<&InvoiceOf> = places.iter().filter_map(|place| self.all.get(*place)).collect();
        match invoices.pop() {
            None => Found::Unknown,
            // A number without a letter may be a part of a date, or a page.
            Some(only) if invoices.is_empty() && (digits == 1 || parts(&only.document).len() > 1) => Found::One(only),
            Some(last) => {
                invoices.push(last);
                Found::Ask(invoices)
            }
        }
    }
}

/// The name without its extension.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Why a name would be unsafe to hand on.
fn refused(name: &str) -> Option<NameRefused> {
    let is_unsafe = |sign: char| {
        sign.is_control()
            || matches!(sign, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
            || matches!(sign, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    };
    let lower = name.to_lowercase();
    if name.chars().any(is_unsafe) || name.starts_with('.') || stem(name).trim().is_empty() {
        Some(NameRefused::Unsafe)
    } else if !lower.ends_with(".pdf") {
        Some(NameRefused::NotPdf)
    } else if name.chars().count() > NAME_MAX {
        Some(NameRefused::TooLong)
    } else {
        None
    }
}

/// Letters and digits alone, upper case.
fn letters(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

fn parts(text: &str) -> Vec<Part> {
    split(text).0
}

/// The parts of a text, and whether each begins a word.
fn split(text: &str) -> (Vec<Part>, Vec<bool>) {
    let (mut parts, mut starts) = (Vec::new(), Vec::new());
    let mut signs = text.chars().peekable();
    let mut begins = true;
    while let Some(sign) = signs.next() {
        if !sign.is_alphanumeric() {
            begins = true;
            continue;
        }
        starts.push(std::mem::take(&mut begins));
        if sign.is_ascii_digit() {
            let mut run = sign.to_string();
            while let Some(next) = signs.next_if(char::is_ascii_digit) {
                run.push(next);
            }
            let digits = run.trim_start_matches('0');
            parts.push(Part::Digits(if digits.is_empty() { "0".to_owned() } else { digits.to_owned() }));
        } else {
            let mut run: String = sign.to_uppercase().collect();
            while let Some(next) = signs.next_if(|next| next.is_alphanumeric() && !next.is_ascii_digit()) {
                run.extend(next.to_uppercase());
            }
            parts.push(Part::Letters(run));
        }
    }
    (parts, starts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents(list: &[(&str, &str)]) -> Documents {
        Documents::new(
            list.iter()
                .map(|(customer, number)| InvoiceOf { customer: (*customer).into(), document: (*number).into() }),
        )
    }

    /// One line a file: `One A INV-12`, `Ask A INV-12, B INV-12`, `Unknown`, `Refused NotPdf`.
    fn sorted(list: &[(&str, &str)], names: &[&str]) -> Vec<String> {
        let documents = documents(list);
        let said = |one: &InvoiceOf| format!("{} {}", one.customer, one.document);
        let line = |found: Found<'_>| match found {
            Found::One(one) => format!("One {}", said(one)),
            Found::Ask(all) => format!("Ask {}", all.into_iter().map(said).collect::<Vec<_>>().join(", ")),
            Found::Unknown => "Unknown".to_owned(),
            Found::Refused(why) => format!("Refused {why:?}"),
        };
        documents.sort(names).into_iter().map(line).collect()
    }

    fn one(list: &[(&str, &str)], name: &str) -> String {
        sorted(list, &[name]).remove(0)
    }

    #[test]
    fn numbers_end_where_they_end() {
        let list = [("A", "INV-12"), ("A", "INV-123"), ("B", "FA-2026-0007"), ("B", "20260012")];
        for (name, expected) in [
            ("INV-12.pdf", "One A INV-12"),
            ("INV-123.pdf", "One A INV-123"),
            ("INV-1234.pdf", "Unknown"),
            ("inv_0012.PDF", "One A INV-12"),
            ("Facture inv12 ALPHA.pdf", "One A INV-12"),
            ("xINV-12.pdf", "Unknown"),
            ("INV-12a.pdf", "Unknown"),
            ("INV-12 a.pdf", "One A INV-12"),
            ("FA2026-7.pdf", "One B FA-2026-0007"),
            ("FA 2026 0007 (2).pdf", "One B FA-2026-0007"),
            ("FA-2026-00070.pdf", "Unknown"),
            ("2026-0012.pdf", "Unknown"),
            ("20260012.pdf", "One B 20260012"),
            ("20260012 2026-09-30.pdf", "Ask B 20260012"),
            ("INV-12 INV-123.pdf", "Ask A INV-12, A INV-123"),
            ("relevé septembre.pdf", "Unknown"),
        ] {
            assert_eq!(one(&list, name), expected, "{name}");
        }
        // Separators left out of the name, kept in the number.
        assert_eq!(one(&[("A", "2026-0012")], "20260012.pdf"), "One A 2026-0012");
    }

    #[test]
    fn a_number_inside_another_is_no_number_of_its_own() {
        assert_eq!(one(&[("A", "12"), ("A", "INV-12")], "INV-12.pdf"), "One A INV-12");
        assert_eq!(one(&[("A", "12")], "12.pdf"), "One A 12");
        assert_eq!(one(&[("A", "12")], "2026-09-12.pdf"), "Ask A 12");
    }

    #[test]
    fn two_customers_or_two_files_are_asked_about() {
        let list = [("A", "F-1"), ("B", "F-1"), ("A", "F-2")];
        assert_eq!(one(&list, "F-1.pdf"), "Ask A F-1, B F-1");
        let names = ["F-2.pdf", "F-2 annexe.pdf"];
        assert_eq!(sorted(&list, &names), ["One A F-2", "Ask A F-2"]);
        assert_eq!(sorted(&list, &["F-2 a.pdf", "F-2 b.pdf"]), ["Ask A F-2", "Ask A F-2"]);
        assert_eq!(sorted(&list, &["F-2.pdf", "F-2.pdf"]), ["Refused Twice", "Refused Twice"]);
    }

    #[test]
    fn names_that_are_no_names_are_refused() {
        let list = [("A", "F-2")];
        for name in [
            "../F-2.pdf",
            "a\\F-2.pdf",
            "F-2\r\nBcc: x.pdf",
            "F-2\u{202E}fdp.pdf",
            "C:F-2.pdf",
            ".F-2.pdf",
            "F-2\0.pdf",
            ".pdf",
            "F-2?.pdf",
            "F-2|.pdf",
            "<F-2>.pdf",
            "F-2\u{200B}.pdf",
        ] {
            assert_eq!(one(&list, name), "Refused Unsafe", "{name:?}");
        }
        assert_eq!(one(&list, "F-2.pdf.exe"), "Refused NotPdf");
        assert_eq!(one(&list, "F-2"), "Refused NotPdf");
        assert_eq!(one(&list, &format!("F-2{}.pdf", "x".repeat(200))), "Refused TooLong");
    }

    #[test]
    fn numbers_without_a_digit_are_never_found() {
        assert_eq!(one(&[("A", "SOLDE")], "solde.pdf"), "Unknown");
    }
}
