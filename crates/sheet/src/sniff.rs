//! What a file is, told from its first bytes alone: the name given to it plays no part.
//! Containers (ZIP, compound file) are only recognised here; their own modules say what they contain.

use crate::documents;

/// A kind of file that holds no table we read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// JPEG image.
    Jpeg,
    /// PNG image.
    Png,
    /// GIF image.
    Gif,
    /// TIFF image.
    Tiff,
    /// WebP image.
    Webp,
    /// PDF document.
    Pdf,
    /// Word-processor document (docx, doc, odt, rtf).
    TextDocument,
    /// Presentation (pptx, ppt, odp).
    Presentation,
    /// Apple Numbers, Pages or Keynote document.
    AppleDocument,
    /// ZIP archive without a workbook at its root.
    ZipArchive,
    /// Another archive: gzip, 7-Zip, RAR, bzip2, xz, Zstandard, tar.
    Archive,
    /// E-mail message saved by Outlook.
    OutlookMessage,
    /// Compound file without a workbook.
    CompoundFile,
    /// Spreadsheet of the years before 1995, without container.
    OldSpreadsheet,
    /// Database file (SQLite, Access).
    Database,
    /// Program.
    Executable,
    /// JSON text.
    Json,
    /// Photograph of a telephone (HEIC).
    Heic,
    /// Bitmap image.
    Bmp,
    /// Drawing (SVG).
    Svg,
    /// Sound or film.
    Media,
    /// Print file (PostScript).
    PostScript,
    /// Bank statement, ISO 20022 (CAMT.052, 053, 054).
    Camt,
    /// Bank statement, SWIFT (MT940, MT942).
    Mt940,
    /// Bank statement of French banks (CFONB 120).
    Cfonb120,
    /// Bank statement for personal finance programs (OFX).
    Ofx,
    /// Transfers or direct debits handed to a bank (ISO 20022 pain).
    PaymentOrder,
    /// One electronic invoice (Factur-X, UBL).
    Invoice,
    /// Exchange file of EBP programs.
    EbpEdi,
    /// Exchange file of Isacompta.
    Isacompta,
    /// Entries of Quadra (Cegid), in lines of fixed width.
    Quadra,
    /// Entries of Ciel and Sage 50, in sections of lines without headings.
    Ciel,
    /// Batch of entries of DATEV.
    DatevBatch,
    /// Exchange file of Sage for accountants (ECX).
    SageEcx,
    /// French FEC in its XML form.
    FecXml,
    /// OpenDocument spreadsheet in one XML file.
    FlatOds,
    /// Address book card.
    VCard,
    /// Calendar.
    Calendar,
    /// E-mail message.
    Message,
    /// Web page in one file (MHTML).
    WebArchive,
}

impl Look {
    /// Whether such a file is there for people to read or look at: no rows are lost with it.
    pub const fn is_document(self) -> bool {
        matches!(
            self,
            Look::Jpeg
                | Look::Png
                | Look::Gif
                | Look::Tiff
                | Look::Webp
                | Look::Heic
                | Look::Bmp
                | Look::Svg
                | Look::Pdf
                | Look::TextDocument
                | Look::Presentation
                | Look::Media
                | Look::PostScript
                | Look::VCard
                | Look::Calendar
                | Look::Message
                | Look::OutlookMessage
        )
    }

    /// A stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Look::Jpeg => "jpeg",
            Look::Png => "png",
            Look::Gif => "gif",
            Look::Tiff => "tiff",
            Look::Webp => "webp",
            Look::Pdf => "pdf",
            Look::TextDocument => "text-document",
            Look::Presentation => "presentation",
            Look::AppleDocument => "apple-document",
            Look::ZipArchive => "zip",
            Look::Archive => "archive",
            Look::OutlookMessage => "outlook-message",
            Look::CompoundFile => "compound-file",
            Look::OldSpreadsheet => "old-spreadsheet",
            Look::Database => "database",
            Look::Executable => "executable",
            Look::Json => "json",
            Look::Heic => "heic",
            Look::Bmp => "bmp",
            Look::Svg => "svg",
            Look::Media => "media",
            Look::PostScript => "postscript",
            Look::Camt => "camt",
            Look::Mt940 => "mt940",
            Look::Cfonb120 => "cfonb120",
            Look::Ofx => "ofx",
            Look::PaymentOrder => "payment-order",
            Look::Invoice => "invoice",
            Look::EbpEdi => "ebp-edi",
            Look::Isacompta => "isacompta",
            Look::Quadra => "quadra",
            Look::Ciel => "ciel",
            Look::DatevBatch => "datev-batch",
            Look::SageEcx => "sage-ecx",
            Look::FecXml => "fec-xml",
            Look::FlatOds => "flat-ods",
            Look::VCard => "vcard",
            Look::Calendar => "calendar",
            Look::Message => "message",
            Look::WebArchive => "web-archive",
        }
    }
}

/// A markup language found where a table was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Markup {
    /// A web page, as many programs export under the name `.xls`.
    Html,
    /// A web page made of frames, whose tables stand in other files.
    Frames,
    /// The XML spreadsheet of Excel 2003.
    SpreadsheetXml,
    /// Any other XML document.
    Xml,
}

impl Markup {
    /// A stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Markup::Html => "html",
            Markup::Frames => "frames",
            Markup::SpreadsheetXml => "spreadsheet-xml",
            Markup::Xml => "xml",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Zip,
    Compound,
    Markup(Markup),
    Look(Look),
    Other,
}

const SIGNATURES: [(&[u8], Look); 23] = [
    (b"\xFF\xD8\xFF", Look::Jpeg),
    (b"\x89PNG\r\n\x1A\n", Look::Png),
    (b"GIF87a", Look::Gif),
    (b"GIF89a", Look::Gif),
    (b"II*\0", Look::Tiff),
    (b"MM\0*", Look::Tiff),
    (b"%PDF-", Look::Pdf),
    (b"{\\rtf", Look::TextDocument),
    (b"\x1F\x8B", Look::Archive),
    (b"7z\xBC\xAF\x27\x1C", Look::Archive),
    (b"Rar!\x1A\x07", Look::Archive),
    (b"BZh9", Look::Archive),
    (b"\xFD7zXZ\0", Look::Archive),
    (b"\x28\xB5\x2F\xFD", Look::Archive),
    (b"OggS", Look::Media),
    (b"ID3\x03", Look::Media),
    (b"SQLite format 3\0", Look::Database),
    (b"\0\x01\0\0Standard ", Look::Database),
    (b"\x7FELF", Look::Executable),
    (b"\xCF\xFA\xED\xFE", Look::Executable),
    (b"\x09\x08\x10\0\0\x06\x05\0", Look::OldSpreadsheet),
    (b"\x09\x04\x06\0", Look::OldSpreadsheet),
    (b"\x09\x02\x06\0", Look::OldSpreadsheet),
];

/// The kind of a file that is not empty.
pub(crate) fn kind(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Kind::Zip;
    }
    if bytes.starts_with(crate::compound::SIGNATURE) {
        return Kind::Compound;
    }
    if let Some((_, look)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Kind::Look(*look);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Kind::Look(Look::Webp);
    }
    if bytes.starts_with(b"MZ") && bytes.iter().take(256).any(|byte| *byte == 0) {
        return Kind::Look(Look::Executable);
    }
    if let Some(look) = by_place(bytes) {
        return Kind::Look(look);
    }
    match markup(bytes) {
        Some(kind) => kind,
        None if is_json(bytes) => Kind::Look(Look::Json),
        None => documents::of_text(bytes).map_or(Kind::Other, Kind::Look),
    }
}

/// Signatures that do not stand at the very start.
fn by_place(bytes: &[u8]) -> Option<Look> {
    let at = |from: usize, word: &[u8]| bytes.get(from..from + word.len()) == Some(word);
    match () {
        () if at(257, b"ustar") => Some(Look::Archive),
        // A bitmap states its size and then four zero bytes.
        () if at(0, b"BM") && at(6, &[0; 4]) => Some(Look::Bmp),
        () if at(4, b"ftyphei") || at(4, b"ftypmif1") => Some(Look::Heic),
        () if at(4, b"ftyp") => Some(Look::Media),
        () => None,
    }
}

/// A bracket at both ends, and what JSON puts after the first one; bank files in braces put something else there.
fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii();
    let Some((first, rest)) = text.split_first() else { return false };
    let second = rest.trim_ascii_start().first();
    let object = *first == b'{' && matches!(second, Some(b'"' | b'}')) && text.ends_with(b"}");
    let array = *first == b'[' && matches!(second, Some(b'{' | b'[' | b'"' | b']')) && text.ends_with(b"]");
    object || array
}

/// Markup stands at the very start, after blanks and a byte order mark; `<` inside a table is only a character.
fn markup(bytes: &[u8]) -> Option<Kind> {
    // UTF-16 pages exist too: dropping the zero bytes is enough to recognise a tag.
    let head: Vec<u8> = bytes
        .iter()
        .take(4_096)
        .copied()
        .filter(|byte| *byte != 0)
        .skip_while(|byte| byte.is_ascii_whitespace() || matches!(byte, 0xEF | 0xBB | 0xBF | 0xFE | 0xFF))
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    if !head.starts_with(b"<") {
        return None;
    }
    let holds = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    let html = [&b"<html"[..], b"<!doctype html", b"<table", b"<head", b"<body", b"<meta", b"<style"];
    let is_page = html.iter().any(|word| holds(word));
    if holds(b"urn:schemas-microsoft-com:office:spreadsheet") && !holds(b"<html") {
        Some(Kind::Markup(Markup::SpreadsheetXml))
    } else if let Some(look) =
        documents::of_xml(&head).filter(|look| !holds(b"<html") && (*look != Look::Svg || !is_page))
    {
        Some(Kind::Look(look))
    } else if is_page {
        Some(Kind::Markup(Markup::Html))
    } else if head.starts_with(b"<?xml")
        || head.get(1).is_some_and(|byte| byte.is_ascii_alphabetic()) && holds(b"xmlns")
    {
        Some(Kind::Markup(Markup::Xml))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_decide() {
        assert_eq!(kind(b"\xFF\xD8\xFF\xE0..JFIF"), Kind::Look(Look::Jpeg));
        assert_eq!(kind(b"%PDF-1.7"), Kind::Look(Look::Pdf));
        assert_eq!(kind(b"MZ\x90\0\x03"), Kind::Look(Look::Executable));
        assert_eq!(kind(b"MZ;montant\n1;2\n"), Kind::Other);
        assert_eq!(kind(b"\xEF\xBB\xBF \r\n<!DOCTYPE html><html>"), Kind::Markup(Markup::Html));
        assert_eq!(kind(b"<table border=1><tr><td>Client</td></tr></table>"), Kind::Markup(Markup::Html));
        assert_eq!(kind(b"<\0h\0t\0m\0l\0>\0"), Kind::Markup(Markup::Html));
        assert_eq!(
            kind(b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
            Kind::Markup(Markup::SpreadsheetXml)
        );
        assert_eq!(kind(b"<?xml version=\"1.0\"?><Document xmlns=\"urn:x\">"), Kind::Markup(Markup::Xml));
        let camt = b"<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">";
        assert_eq!(kind(camt), Kind::Look(Look::Camt));
        assert_eq!(kind(b" [ {\"solde\": 1} ]\n"), Kind::Look(Look::Json));
        assert_eq!(kind(b"{1:F01BANKFRPPXXXX}{4:\n:20:X\n-}"), Kind::Other);
        assert_eq!(kind(b"<30 jours;30-60 jours\n1;2\n"), Kind::Other);
    }
}
