//! The first page of an archive: every file with what it holds, its size and its digest.

use super::STYLE;
use std::fmt::Write;
use text::Language;
use text::html::escaped;
use values::Day;

/// A file of an archive.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Its name, of letters, digits, `.`, `_`, `-` and `/`.
    pub name: &'a str,
    /// Its bytes.
    pub size: usize,
    /// SHA-256 of its bytes.
    pub sha256: &'a str,
}

/// The page. Its links lead to the files beside it, and nowhere else.
pub fn index(language: Language, as_of: Day, files: &[Listed<'_>]) -> String {
    let title = language.report_titled(language.report_archive(), as_of);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{1}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<header><h1>{1}</h1></header>\n<p>{2}</p>\n<div class=\"w\"><table>\n\
         <thead><tr><th scope=\"col\">{3}</th><th scope=\"col\">{4}</th><th scope=\"col\" class=\"r\">{5}</th>\
         <th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n",
        language.code(),
        escaped(&title),
        escaped(language.report_archive_about()),
        escaped(language.report_file()),
        escaped(language.report_holds()),
        escaped(language.report_bytes()),
    );
    for file in files {
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "<tr><td class=\"s\"><a href=\"{0}\">{0}</a></td><td>{1}</td><td class=\"n\">{2}</td><td><code>{3}</code></td></tr>",
            escaped(file.name),
            escaped(language.report_holds_of(file.name)),
            language.number(i64::try_from(file.size).unwrap_or(i64::MAX)),
            file.sha256,
        );
    }
    page.push_str("</tbody>\n</table></div>\n</body>\n</html>\n");
    page
}
