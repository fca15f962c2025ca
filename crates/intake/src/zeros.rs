//! Codes of customers that lost their leading zeros on the way through a workbook (`000123` in one file, `123` in another):
//! where nearly every code of a file is one of another file without them, both files speak of the same customers.

use crate::Ledgers;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::names;
use ledger::{Customer, CustomerKey};
use std::collections::{BTreeMap, BTreeSet};
use values::{FileIndex, Source};

/// Codes that pair off, at least: one alone may be chance.
const ENOUGH: usize = 2;

/// The codes of a file, each with a name, where the file has one, and a row that bears it.
type Codes = BTreeMap<String, (String, Source)>;

impl Ledgers {
    /// Brings together customers whose codes differ by leading zeros alone between two files, and says so.
    pub(crate) fn unify_codes(&mut self) -> Option<Diagnostic> {
        let files = self.codes_by_file();
        let whole = whole_codes(&files);
        let (short, at) = files.values().flatten().find(|(code, _)| whole.contains_key(*code))?;
        let about = Diagnostic::about(DiagnosticKind::CodesUnified { count: whole.len() as u32 }, Some(at.1));
        let seen = whole.get(short).map(|full| format!("{short} = {full}"));
        self.rename(&whole);
        Some(Diagnostic { seen, ..about })
    }

    /// The codes of digits alone, file by file.
    fn codes_by_file(&mut self) -> BTreeMap<FileIndex, Codes> {
        let mut files: BTreeMap<FileIndex, Codes> = BTreeMap::new();
        let mut see = |customer: &Customer, at: Source| {
            let name = if customer.name == customer.id { String::new() } else { customer.name.clone() };
            let known = files.entry(at.file).or_default().entry(customer.id.clone()).or_insert((String::new(), at));
            if known.0.is_empty() {
                known.0 = name;
            }
        };
        for builder in self.builders() {
            for (customer, key) in builder.customers().iter().zip(0..).filter(|(customer, _)| is_number(&customer.id)) {
                let mut seen = BTreeSet::new();
                for entry in builder.bare_entries_of(CustomerKey(key)) {
                    if seen.insert(entry.source.file) {
                        see(customer, entry.source);
                    }
                }
            }
        }
        let payers = self.payments.iter().filter_map(|payment| Some((payment.customer.as_ref()?, payment.at)));
        let listed = self.listed.iter().map(|listed| (&listed.customer, listed.at));
        payers
            .chain(listed)
            .filter(|(customer, _)| is_number(&customer.id))
            .for_each(|(customer, at)| see(customer, at));
        files
    }

    fn rename(&mut self, whole: &BTreeMap<String, String>) {
        let full = |id: &str| whole.get(id).cloned();
        let payers = self.payments.iter_mut().filter_map(|payment| payment.customer.as_mut());
        let listed = self.listed.iter_mut().map(|listed| &mut listed.customer);
        for customer in payers.chain(listed) {
            if let Some(id) = full(&customer.id) {
                if customer.name == customer.id {
                    customer.name.clear();
                }
                customer.id = id;
            }
        }
        for builder in self.builders() {
            for (short, full) in whole {
                let Some(from) = builder.find(short) else { continue };
                let mut customer = builder.customers().get(from.0 as usize).cloned().unwrap_or_default();
                customer.id.clone_from(full);
                let into = builder.customer(&customer);
                builder.merge(from, into);
            }
        }
    }
}

fn is_number(code: &str) -> bool {
    !code.is_empty() && code.len() <= 20 && code.bytes().all(|byte| byte.is_ascii_digit())
}

fn bare(code: &str) -> &str {
    code.trim_start_matches('0')
}

/// The codes that lost their zeros, each with what it was: those of files that speak of the customers of another one. A code
/// that a third file has and that cannot be told so stays what it is.
fn whole_codes(files: &BTreeMap<FileIndex, Codes>) -> BTreeMap<String, String> {
    let mut whole: BTreeMap<String, String> = BTreeMap::new();
    let mut told: BTreeMap<FileIndex, BTreeSet<&str>> = BTreeMap::new();
    for (file, codes) in files {
        for (_, padded) in files.iter().filter(|(other, _)| *other != file) {
            for (short, full) in pairs(codes, padded) {
                told.entry(*file).or_default().insert(short);
                whole.entry(short.to_owned()).or_insert_with(|| full.to_owned());
            }
        }
    }
    let is_told = |file: &FileIndex, code: &str| told.get(file).is_some_and(|codes| codes.contains(code));
    whole.retain(|short, _| files.iter().all(|(file, codes)| !codes.contains_key(short) || is_told(file, short)));
    whole
}

/// The codes of a file that lost the zeros they have in another one; none where anything speaks against it: zeros that the
/// file kept, codes of one file that would meet, names that differ.
fn pairs<'c>(codes: &'c Codes, padded: &'c Codes) -> Vec<(&'c str, &'c str)> {
    let by_bare: BTreeMap<&str, &str> = padded.keys().map(|code| (bare(code), code.as_str())).collect();
    if by_bare.len() < padded.len() || codes.keys().any(|code| code.starts_with('0')) {
        return Vec::new();
    }
    let met = codes.keys().filter_map(|code| Some((code.as_str(), *by_bare.get(code.as_str())?)));
    let (same, lost): (Vec<_>, Vec<_>) = met.partition(|(short, full)| short == full);
    let least = codes.len().min(padded.len());
    let named = |code: &str, of: &'c Codes| of.get(code).map(|(name, _)| name.as_str()).filter(|name| !name.is_empty());
    let differs = |(short, full): &&(&str, &str)| {
        let names = named(short, codes).zip(named(full, padded));
        names.is_some_and(|(one, other)| !names::agree(one, other))
    };
    let agree = lost.iter().filter(differs).count() * 10 <= lost.len();
    let most = (same.len() + lost.len()) * 10 >= least * 9;
    if lost.len() >= ENOUGH && most && agree { lost } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::TableIndex;

    /// `code:name` of the rows of each file, files apart by a bar.
    fn unified(text: &str) -> String {
        let codes = |file: &str, index: u16| {
            let at = Source { file: FileIndex(index), table: TableIndex(0), row: 2 };
            let one = |code: &str| {
                let (code, name) = code.split_once(':').unwrap_or((code, ""));
                (code.to_owned(), (name.replace('_', " "), at))
            };
            (FileIndex(index), file.split_whitespace().map(one).collect::<Codes>())
        };
        let files = text.split('|').zip(0..).map(|(file, index)| codes(file, index)).collect();
        let told: Vec<String> = whole_codes(&files).iter().map(|(short, full)| format!("{short}={full}")).collect();
        told.join(" ")
    }

    #[test]
    fn codes_that_lost_their_zeros_meet_those_that_kept_them() {
        for (files, expected) in [
            ("000012 000345 001200|12 345 1200", "12=000012 1200=001200 345=000345"),
            ("000012:Alpha 000345:Beta|12:ALPHA 345:beta", "12=000012 345=000345"),
            ("000012 100345 000777|12 100345 777", "12=000012 777=000777"),
            // Names cut where their column ended.
            (
                "000012:Textiles_Roubaisi 000345:Ets_Vasseur_&_F|12:Textiles_Roubaisiens 345:Ets_Vasseur_&_Fils",
                "12=000012 345=000345",
            ),
            // Other customers, numbered alike.
            ("000012:Alpha 000345:Beta|12:Gamma 345:Delta", ""),
            // Codes of one file would meet.
            ("000012 12 000345|12 345", ""),
            // The other file kept its zeros.
            ("000012 000345|12 0345", ""),
            ("000012 000345 000346 000347|12 99 98 97", ""),
            ("000012|12", ""),
            // A third file has one of the codes, and nothing tells whose it is.
            ("000012 000345|12 345|12 0999", "345=000345"),
        ] {
            assert_eq!(unified(files), expected, "{files}");
        }
    }
}
