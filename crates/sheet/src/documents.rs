//! Text and XML files of a known kind that is no table: bank statements, accounting exchange files, messages, invoices.
//! Each is told by what its own format puts first, so that the refusal can say where the table is to be had.

use crate::sniff::Look;

/// Bytes that are looked at.
const HEAD: usize = 8 * 1024;

/// The kind of a text file, told by its first lines; `None` for what may be a table.
pub(crate) fn of_text(bytes: &[u8]) -> Option<Look> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = String::from_utf8_lossy(head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head));
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{1}');
    let first = head.lines().next().unwrap_or_default();
    match () {
        () if first.starts_with("EBP.EDI") => Some(Look::EbpEdi),
        () if first.starts_with("VER ") && starts_a_line(head, "DOS ") => Some(Look::Isacompta),
        () if starts_with_ignoring_case(first, "BEGIN:VCARD") => Some(Look::VCard),
        () if starts_with_ignoring_case(first, "BEGIN:VCALENDAR") => Some(Look::Calendar),
        () if first.starts_with("OFXHEADER:") || first.starts_with("<OFX>") => Some(Look::Ofx),
        () if first.starts_with("%!PS") => Some(Look::PostScript),
        () if is_cfonb120(head) => Some(Look::Cfonb120),
        () if is_mt940(head) => Some(Look::Mt940),
        () if is_quadra(head) => Some(Look::Quadra),
        () if is_ciel(head) => Some(Look::Ciel),
        () if is_datev_batch(first) => Some(Look::DatevBatch),
        () => message(head),
    }
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

fn starts_a_line(text: &str, start: &str) -> bool {
    text.lines().take(200).any(|line| line.starts_with(start))
}

/// Statement of the SWIFT kind: reference, account and number or opening balance, each under its own tag.
fn is_mt940(head: &str) -> bool {
    let tag = |tag: &str| starts_a_line(head, tag) || head.contains(&format!("{{4:\n{tag}"));
    tag(":20:") && tag(":25") && (tag(":28") || tag(":60") || tag(":34F:"))
}

/// French statement of fixed records of 120 characters; the first one gives the old balance (code 01).
fn is_cfonb120(head: &str) -> bool {
    let first: Vec<char> = head.chars().take(120).collect();
    let digits = |from: usize, to: usize| first.get(from..to).is_some_and(|part| part.iter().all(char::is_ascii_digit));
    first.starts_with(&['0', '1'])
        && digits(2, 7)
        && digits(11, 16)
        && digits(34, 40)
        && first.len() == 120
        && !first.iter().any(|c| matches!(c, '\n' | '\r' | '\t' | ';'))
}

/// Entries of Quadra: accounts (`C`) and entries (`M`), whose columns have fixed places (domain.md 7.2).
fn is_quadra(head: &str) -> bool {
    let mut entries = head.lines().take(200).filter(|line| line.starts_with('M')).peekable();
    head.starts_with(['C', 'M']) && entries.peek().is_some() && entries.all(is_quadra_entry)
}

/// Account, journal, folio, day as ddmmyy, label, side, sign and twelve digits of cents. The last line may be cut.
fn is_quadra_entry(line: &str) -> bool {
    let signs: Vec<char> = line.chars().take(55).collect();
    let all = |from: usize, to: usize, allowed: fn(&char) -> bool| {
        signs.get(from..to.min(signs.len())).is_none_or(|part| part.iter().all(allowed))
    };
    signs.len() > 20
        && all(11, 14, |sign| sign.is_ascii_digit() || *sign == ' ')
        && all(14, 20, char::is_ascii_digit)
        && all(41, 42, |side| matches!(side, 'D' | 'C'))
        && all(42, 43, |sign| matches!(sign, '+' | '-' | ' '))
        && all(43, 55, |sign| sign.is_ascii_digit() || *sign == ' ')
}

/// Transfer file of Ciel, Sage 50 later: sections of which one holds the entries, their columns told by their places.
fn is_ciel(head: &str) -> bool {
    let begins = |start: &str| head.trim_start_matches('"').starts_with(start);
    (begins("##Transfert") || begins("##Fichier")) && starts_a_line(head, "##Section")
}

/// Batch of entries of DATEV (format category 21): days without a year, accounts and contra accounts in lines of their own.
/// Its other categories are tables.
fn is_datev_batch(first: &str) -> bool {
    let mut fields = first.split(';').map(|field| field.trim_matches('"'));
    matches!(fields.next(), Some("EXTF" | "DTVF")) && fields.nth(1) == Some("21")
}

/// A saved message begins with its headers, at least one of which only mail programs write.
fn message(head: &str) -> Option<Look> {
    let mut names: Vec<String> = Vec::new();
    for line in head.lines().take(60) {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            continue;
        }
        let (name, _) = line.split_once(':').filter(|(name, _)| is_header_name(name))?;
        names.push(name.to_ascii_lowercase());
    }
    let has = |name: &str| names.iter().any(|known| known == name);
    let by_mail = ["received", "return-path", "mime-version", "message-id", "delivered-to"].into_iter().any(has);
    if !by_mail || !(has("from") || has("subject")) {
        return None;
    }
    let page = head.contains("multipart/related") && head.contains("text/html") && !has("received");
    Some(if page { Look::WebArchive } else { Look::Message })
}

fn is_header_name(name: &str) -> bool {
    !name.is_empty() && name.len() < 60 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The kind of an XML document by its first element and its namespaces, all in lower case.
pub(crate) fn of_xml(head: &[u8]) -> Option<Look> {
    let holds = |word: &str| head.windows(word.len()).any(|window| window == word.as_bytes());
    match () {
        () if holds("tech:xsd:camt.") || holds("<bktocstmr") || holds("<bktocstmracctrpt") => Some(Look::Camt),
        () if holds("tech:xsd:pain.") || holds("<cstmrcdttrfinitn") || holds("<cstmrdrctdbtinitn") => {
            Some(Look::PaymentOrder)
        }
        () if holds("<ofx>") || holds("<?ofx") => Some(Look::Ofx),
        () if holds("<ecx>") || holds("<ecx ") => Some(Look::SageEcx),
        () if holds("<comptabilite") || holds("formatfec") => Some(Look::FecXml),
        () if holds("crossindustryinvoice") || holds("ubl:schema:xsd") || holds("urn:factur-x") => Some(Look::Invoice),
        () if holds("opendocument.spreadsheet") => Some(Look::FlatOds),
        () if holds("<svg") => Some(Look::Svg),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_by_its_first_lines() {
        let cfonb = format!("0130001    00794EUR2 12345678901  090216{:50}0000000000190E{:16}", "", "");
        let quadra = "M9DUPONT VE000150126 FACTURE 1201        D+000000012000";
        let csv = "C1;Client un;100,00\nMARTIN SA;VE000150126;120,00;D;au 31/01\n";
        let cases: [(&str, Option<Look>); 23] = [
            (quadra, Some(Look::Quadra)),
            ("C9DUPONT Dupont et fils\r\nM9DUPONT VE000150126 FACT", Some(Look::Quadra)),
            ("C9DUPONT Dupont et fils\r\nC9DURAND Durand\r\n", None),
            (csv, None),
            ("##Transfert\r\n##Section\tDos\r\nEUR\r\n##Section\tMvt\r\n\"1\"\t\"VT\"\t", Some(Look::Ciel)),
            ("##Fichier\tRImport\r\n##Section\tMvt\r\n\tVT\t05/01/2026\t", Some(Look::Ciel)),
            ("\"EXTF\";700;21;\"Buchungsstapel\";13;2026\r\nUmsatz;S/H\r\n", Some(Look::DatevBatch)),
            ("\"EXTF\";700;16;\"Debitoren/Kreditoren\";5;2026\r\nKonto;Name\r\n", None),
            ("##Transfert;Montant\nVirement;12,00\n", None),
            ("EBP.EDI\r\nASCII\r\n01\r\n", Some(Look::EbpEdi)),
            ("VER   0200 DEMO\r\nDOS       FACT\r\n", Some(Look::Isacompta)),
            ("BEGIN:VCARD\nVERSION:3.0\n", Some(Look::VCard)),
            ("OFXHEADER:100\nDATA:OFXSGML\n", Some(Look::Ofx)),
            (":20:START\n:25:NL91\n:28C:00001\n:60F:C1", Some(Look::Mt940)),
            ("\u{1}\r\n:20:ST17/1\r\n:25:PL29\r\n:28C:1\r\n", Some(Look::Mt940)),
            (&cfonb, Some(Look::Cfonb120)),
            ("Return-Path: <a@b.fr>\nFrom: a@b.fr\nSubject: relance\n\nBonjour", Some(Look::Message)),
            (
                "From: Excel\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n type=\"text/html\"\n\n",
                Some(Look::WebArchive),
            ),
            ("From: 01/01/2026\nTo: 31/12/2026\nDate: 01/02/2027\nClient;Solde\n", None),
            ("01;30001;00794\n01;2;3\n", None),
            ("Version;Dossier\nDOS ;1\n", None),
            ("Client;Solde\n:20:;3\n", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(of_text(text.as_bytes()), expected, "{text}");
        }
    }
}
