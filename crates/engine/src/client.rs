//! Whose ledger it is, as far as the names of the files tell: a French accounting file is called
//! `SirenFECyyyymmdd.txt` by law, after its company and its closing day (LPF A47 A-1).

use crate::Session;
use audit::Client;
use rules::identifiers::CompanyNumber;
use std::rc::Rc;
use values::Day;

impl Session {
    /// What the names of the files tell; the last closing where there are several.
    pub(crate) fn client(&self) -> Client {
        let named = self.files().iter().filter_map(|file| of_name(&file.name));
        let (siren, closing) = named.max_by(|a, b| a.1.cmp(&b.1)).unzip();
        Client { siren, closing, aged: None, reminders: Rc::default() }
    }
}

/// The company and the closing day of a file name, where it has that form and the company number is a real one.
fn of_name(name: &str) -> Option<(String, Day)> {
    let upper = name.to_ascii_uppercase();
    let (before, after) = upper.split_once("FEC")?;
    let siren = before.get(before.len().checked_sub(9)?..)?.parse::<CompanyNumber>().ok()?.siren().to_owned();
    let digits = |from: usize, to: usize| after.get(from..to)?.parse::<u32>().ok();
    let closing = Day::new(i32::try_from(digits(0, 4)?).ok()?, digits(4, 6)?, digits(6, 8)?)?;
    Some((siren, closing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_company_and_its_closing() {
        let named = |name| of_name(name).map(|(siren, closing)| format!("{siren} {closing}"));
        assert_eq!(named("732829320FEC20251231.txt").as_deref(), Some("732829320 2025-12-31"));
        assert_eq!(named("export_732829320fec20250630_v2.TXT").as_deref(), Some("732829320 2025-06-30"));
        assert_eq!(named("732829321FEC20251231.txt"), None);
        assert_eq!(named("FEC20251231.txt"), None);
        assert_eq!(named("732829320FEC2025.txt"), None);
    }
}
