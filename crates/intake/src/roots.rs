//! Codes of a list that stand in the books behind the root of their account: `3` there and `43000003` here, or `ALPHA` and
//! `411ALPHA`. Joined where nearly all accounts have their code in the list, each its own, and their names say the same.

use crate::Ledgers;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::names;
use std::collections::BTreeMap;
use values::FileIndex;

/// Longest root of accounts: those of a chart have four figures at most.
const LONGEST: usize = 4;
/// Codes that pair off, and names that say so, at least.
const ENOUGH: usize = 3;

/// Codes, each with a name, where there is one.
type Named<'c> = BTreeMap<&'c str, &'c str>;

impl Ledgers {
    /// Gives listed customers the accounts they have in the books, and says so; one remark for each list.
    pub(crate) fn codes_behind_roots(&mut self) -> Vec<Diagnostic> {
        let mut books: BTreeMap<String, String> = BTreeMap::new();
        for builder in self.builders() {
            for customer in builder.customers().iter().filter(|customer| !customer.id.is_empty()) {
                let name = if customer.name == customer.id { "" } else { &customer.name };
                let known = books.entry(customer.id.clone()).or_default();
                if known.is_empty() {
                    name.clone_into(known);
                }
            }
        }
        let books: Named<'_> = books.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect();
        let mut lists: BTreeMap<FileIndex, Named<'_>> = BTreeMap::new();
        for listed in &self.listed {
            let list = lists.entry(listed.at.file).or_default();
            list.insert(&listed.customer.id, &listed.customer.name);
        }
        let accounts = lists.iter().map(|(file, list)| (*file, accounts(&books, list)));
        let accounts: BTreeMap<FileIndex, BTreeMap<String, String>> = accounts.collect();
        let mut remarks: BTreeMap<FileIndex, Diagnostic> = BTreeMap::new();
        for listed in &mut self.listed {
            let Some(of_list) = accounts.get(&listed.at.file) else { continue };
            let Some(account) = of_list.get(&listed.customer.id) else { continue };
            remarks.entry(listed.at.file).or_insert_with(|| Diagnostic {
                seen: Some(format!("{} = {account}", listed.customer.id)),
                ..Diagnostic::about(DiagnosticKind::CodesBehindRoot { count: of_list.len() as u32 }, Some(listed.at))
            });
            listed.customer.id.clone_from(account);
        }
        remarks.into_values().collect()
    }
}

fn bare(code: &str) -> &str {
    let bare = code.trim_start_matches('0');
    if bare.is_empty() { code } else { bare }
}

/// The accounts of the codes of a list; none where anything speaks against it.
fn accounts(books: &Named<'_>, list: &Named<'_>) -> BTreeMap<String, String> {
    let direct = list.keys().any(|code| books.contains_key(code));
    let Some(first) = books.keys().next().filter(|_| !direct) else { return BTreeMap::new() };
    let roots = (1..=LONGEST).filter_map(|length| first.get(..length));
    roots.into_iter().find_map(|root| behind(root, books, list)).unwrap_or_default()
}

/// The same behind one root, where the codes of all accounts behind it differ and nearly all are in the list.
fn behind(root: &str, books: &Named<'_>, list: &Named<'_>) -> Option<BTreeMap<String, String>> {
    let mut by_code: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for (account, name) in books {
        let code = account.strip_prefix(root).filter(|code| !code.is_empty())?;
        if by_code.insert(bare(code), (account, name)).is_some() {
            return None;
        }
    }
    let mut met: BTreeMap<&str, (&str, bool)> = BTreeMap::new();
    let (mut agreed, mut differ) = (0_usize, 0_usize);
    for (code, name) in list {
        let Some((account, known)) = by_code.get(bare(code)) else { continue };
        let named = !name.is_empty() && !known.is_empty();
        let same = named && names::agree(name, known);
        agreed += usize::from(same);
        differ += usize::from(named && !same);
        // Two codes of the list for one account.
        if met.insert(account, (code, same)).is_some() {
            return None;
        }
    }
    let most = met.len() * 10 >= books.len() * 9 && met.len() >= ENOUGH;
    let confirmed = agreed >= ENOUGH && differ * 10 <= agreed + differ;
    let pairs = met.into_iter().map(|(account, (code, _))| (code.to_owned(), account.to_owned()));
    (most && confirmed).then(|| pairs.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `code:name` of the books and of a list, parted by a bar.
    fn joined(text: &str) -> String {
        let named = |part: &'static str| -> Named<'static> {
            part.split_whitespace().map(|one| one.split_once(':').unwrap_or((one, ""))).collect()
        };
        let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
        let (books, list) = text.split_once('|').unwrap();
        let told = accounts(&named(books), &named(list));
        told.iter().map(|(code, account)| format!("{code}={account}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn codes_behind_the_root_of_their_account_are_those_of_the_list() {
        for (text, expected) in [
            (
                "43000001:Alpha 43000002:Beta 43000012:Gamma|1:ALPHA 2:beta 12:Gamma 13:Delta",
                "1=43000001 12=43000012 2=43000002",
            ),
            (
                "411ALPHA:Alpha 411BETA:Beta 411GAMMA:Gamma|ALPHA:Alpha BETA:Beta GAMMA:Gamma",
                "ALPHA=411ALPHA BETA=411BETA GAMMA=411GAMMA",
            ),
            // The list numbers others, or nothing says that it numbers the same.
            ("43000001:Alpha 43000002:Beta 43000003:Gamma|1:Beta 2:Gamma 3:Alpha", ""),
            ("43000001 43000002 43000003|1:Alpha 2:Beta 3:Gamma", ""),
            // A code of the list is one of the books as it stands.
            ("43000001:Alpha 43000002:Beta 3:Gamma|1:Alpha 2:Beta 3:Gamma", ""),
            // Two accounts behind one code.
            ("43000001:Alpha 43000002:Beta 43000003:Gamma 430003:Gamma|1:Alpha 2:Beta 3:Gamma", ""),
            ("43000001:Alpha 43000002:Beta 43000003:Gamma 43000004:Delta|1:Alpha 2:Beta 3:Gamma", ""),
        ] {
            assert_eq!(joined(text), expected, "{text}");
        }
    }
}
