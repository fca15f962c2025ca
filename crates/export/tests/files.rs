//! Delimited text, the printed page and the archive, read back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

mod scene;

use export::delimited::Form;
use export::{archive, delimited, html};
use proptest::prelude::*;
use protocol::Dialect;
use scene::{HOSTILE, empty, hostile};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use text::Language;
use text::letters::printable;

fn records(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{FEFF}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn french_text_is_what_a_french_spreadsheet_reads() {
    let scene = hostile();
    let bytes = delimited::open_items(Language::Fr, &scene.items).unwrap();
    let rows = records(&bytes, b';');
    assert_eq!(rows.len(), 1 + scene.items.len());
    assert_eq!(&rows[0][..3], ["Code client", "Nom du client", "N° pièce"]);
    assert_eq!(&rows[4][4..9], ["15/07/2026", "14/08/2026", "écrite dans le fichier", "12345,70", "-100,01"]);
    assert_eq!(rows[10][8..10], ["100010", "JPY"]);
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    assert!(lines[..lines.len() - 1].iter().all(|line| line.ends_with(b"\r")) && lines[lines.len() - 1].is_empty());
}

#[test]
fn english_text_is_what_an_english_spreadsheet_reads() {
    let scene = hostile();
    let rows = records(&delimited::aged_balance(Language::En, &scene.aged).unwrap(), b',');
    assert_eq!(&rows[0][..6], ["As of", "Currency", "Customer ID", "Customer name", "Not due", "1 to 30 days"]);
    assert_eq!(rows[1][0], "2026-09-30");
    assert_eq!(rows[1][4], "100.01");
    assert_eq!(rows[11][1..5], ["JPY", "411900", "東京株式会社", "150000"]);
    assert_eq!(records(&delimited::plan(Language::En, &scene.plan).unwrap(), b',').len(), 11);
    assert_eq!(records(&delimited::non_actions(Language::En, &scene.plan).unwrap(), b',').len(), 2);
}

#[test]
fn no_text_is_a_formula_and_every_number_is_a_number() {
    let scene = hostile();
    let rows = records(&delimited::open_items(Language::En, &scene.items).unwrap(), b',');
    for (row, name) in rows[1..].iter().zip(HOSTILE) {
        let guarded =
            matches!(name, "<script>alert(1)</script>" | "\u{202E}gpj.exe" | "a;b,\"c\"\r\nd" | "http://evil.example/");
        let expected = if guarded { printable(name).text } else { format!("'{}", printable(name).text) };
        assert_eq!(row[1], expected);
        assert!(row[8].parse::<f64>().is_ok(), "{}", row[8]);
    }
}

proptest! {
    #[test]
    fn no_cell_of_data_starts_like_a_formula(name in "[\\PC\t\r\n\u{0}\u{202E}=+@＝ \u{A0}-]{0,12}") {
        let mut scene = hostile();
        scene.items.truncate(1);
        scene.items[0].name.clone_from(&name);
        let rows = records(&delimited::open_items(Language::Fr, &scene.items).unwrap(), b';');
        let first = rows[1][1].trim_start().chars().next();
        prop_assert!(!first.is_some_and(|first| "=+-@＝＋－＠\t\r\n\0".contains(first)), "{:?}", rows[1][1]);
        let kept = rows[1][1].strip_prefix('\'').unwrap_or(&rows[1][1]);
        let whole = printable(&name).text;
        prop_assert!(kept == whole || rows[1][1] == whole);
    }

    #[test]
    fn archive_names_stay_in_their_folder(names in prop::collection::vec("\\PC{0,120}", 1..20)) {
        let mut taken = BTreeSet::new();
        let safe: Vec<String> = names.iter().map(|name| archive::safe_name(name, &mut taken)).collect();
        let folded: BTreeSet<String> = safe.iter().map(|name| name.to_lowercase()).collect();
        prop_assert_eq!(folded.len(), names.len());
        for name in &safe {
            prop_assert!((1..=80).contains(&name.len()), "{}", name);
            prop_assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte)), "{}", name);
            prop_assert!(!name.starts_with('.') && !name.ends_with('.') && !name.contains(".."), "{}", name);
        }
    }
}

#[test]
fn names_are_plain_unique_and_never_reserved() {
    let mut taken = BTreeSet::new();
    let mut name = |text: &str| archive::safe_name(text, &mut taken);
    assert_eq!(name("Société Générale & Cie.eml"), "Societe_Generale_Cie.eml");
    assert_eq!(name("societe generale & cie.EML"), "societe_generale_cie-2.EML");
    assert_eq!(name("../../etc/passwd"), "etc_passwd");
    assert_eq!(name("CON"), "_CON");
    assert_eq!(name("con.txt"), "_con.txt");
    assert_eq!(name("LPT1.eml"), "_LPT1.eml");
    assert_eq!(name("COM10"), "COM10");
    assert_eq!(name(""), "file");
    assert_eq!(name("東京"), "file-2");
    assert_eq!(name("\u{202E}gpj.exe"), "gpj.exe");
    let long = name(&format!("{}.eml", "x".repeat(300)));
    assert!(long.len() <= 80 && long.ends_with(".eml"));
    let longer = name(&format!("{}.eml", "x".repeat(300)));
    assert!(longer.len() <= 80 && longer.ends_with("-2.eml"));
}

#[test]
fn archives_give_back_their_files_and_the_same_bytes() {
    let files = vec![
        ("drafts/001-Alpha.eml".to_owned(), b"one".to_vec()),
        ("drafts/../../evil.sh".to_owned(), b"two".to_vec()),
        ("plan.csv".to_owned(), "é".repeat(5_000).into_bytes()),
        ("PLAN.csv".to_owned(), Vec::new()),
    ];
    let bytes = archive::zip(&files).unwrap();
    assert_eq!(bytes, archive::zip(&files).unwrap());
    let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = (0..read.len()).map(|n| read.by_index(n).unwrap().name().unwrap().into_owned()).collect();
    assert_eq!(names, ["drafts/001-Alpha.eml", "drafts/file/file/evil.sh", "plan.csv", "PLAN-2.csv"]);
    for (position, (_, content)) in files.iter().enumerate() {
        let mut entry = read.by_index(position).unwrap();
        let mut unpacked = Vec::new();
        entry.read_to_end(&mut unpacked).unwrap();
        assert_eq!(&unpacked, content);
        let dated = entry.last_modified().unwrap();
        assert_eq!((dated.year(), dated.month(), dated.day(), dated.hour()), (1980, 1, 1, 0));
    }
}

#[test]
fn the_printed_page_holds_no_markup_of_data_and_fetches_nothing() {
    let scene = hostile();
    for language in Language::ALL {
        let page = html::report(&scene.report(language));
        assert!(!page.contains("<script") && page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(!page.contains('\u{202E}') && page.contains("<bdi>gpj.exe</bdi>"));
        for fetched in ["src=", "@import", "<link", "<img"] {
            assert!(!page.contains(fetched), "{fetched}");
        }
        // Links and patterns of the page itself, and no others.
        assert_eq!(page.matches("href=").count(), page.matches("href=\"#s").count());
        assert_eq!(page.matches("url(").count(), page.matches("url(#hatch)").count());
        for name in ["tr", "bdi", "h2", "h3", "tbody", "body", "table", "svg", "figure", "text", "section", "dl", "ul"]
        {
            let opened = page.matches(&format!("<{name}>")).count() + page.matches(&format!("<{name} ")).count();
            assert_eq!(opened, page.matches(&format!("</{name}>")).count(), "{name}");
        }
        assert_eq!(page, html::report(&scene.report(language)));
        if let Some(path) = std::env::var_os("KEEP_PAGE").map(std::path::PathBuf::from) {
            std::fs::write(format!("{}-{}.html", path.display(), language.code()), page).unwrap();
        }
    }
    assert!(html::report(&empty().report(Language::Fr)).contains("Rien à signaler."));
}

#[test]
fn the_printed_page_has_its_parts_each_chart_its_table_and_lines_to_sign() {
    let mut scene = hostile();
    scene.import.files[0].mapping.date_order_assumed = true;
    for (language, parts) in [
        (Language::Fr, ["Contrôles", "Chiffres clés", "Limites et hypothèses", "Glossaire", "Signature"]),
        (Language::En, ["Controls", "Key figures", "Limits and assumptions", "Glossary", "Signature"]),
    ] {
        let page = html::report(&scene.report(language));
        let places: Vec<usize> = parts.iter().map(|part| page.find(&format!(". {part}</h2>")).expect(part)).collect();
        assert!(places.is_sorted(), "{places:?}");
        // Two balances, one evolution, one concentration.
        assert_eq!(page.matches("<figure>").count(), 4);
        for after in page.split("</figure>").skip(1) {
            assert!(after.trim_start().starts_with("<div class=\"w\"><table>"));
        }
        assert_eq!(
            page.matches("class=\"chart\"").count(),
            page.matches("role=\"img\" aria-label=\"").count() - dashes(&page)
        );
        assert!(page.contains("@page { size: A4 landscape;") && page.contains("counter(pages)"));
        assert!(page.contains(language.report_sign_place()) && page.contains(language.report_limit_dates()));
    }
}

/// Amounts of zero, drawn as a dash.
fn dashes(page: &str) -> usize {
    page.matches("<span role=\"img\" aria-label=\"0\">–</span>").count()
}

#[test]
fn programs_and_spreadsheets_each_have_their_dialect() {
    let scene = hostile();
    let form = |dialect| Form { language: Language::Fr, dialect };
    let [french, english, plain] = [Dialect::French, Dialect::English, Dialect::Rfc4180]
        .map(|dialect| delimited::open_items(form(dialect), &scene.items).unwrap());
    assert_eq!(french, delimited::open_items(Language::Fr, &scene.items).unwrap());
    assert!(english.starts_with(b"\xEF\xBB\xBF") && !plain.starts_with(b"\xEF"));
    assert_eq!(&english[3..], plain);
    let rows = records(&english, b',');
    assert_eq!((rows[1][4].as_str(), rows[1][8].as_str()), ("2026-07-15", "100.01"));
    for name in ["figures", "evolution", "findings", "late", "controls"] {
        let report = scene.report(Language::Fr);
        let bytes = match name {
            "figures" => delimited::figures(form(Dialect::French), &scene.metrics),
            "evolution" => delimited::evolution(form(Dialect::French), &scene.series),
            "findings" => delimited::findings(form(Dialect::French), &scene.findings),
            "late" => delimited::late_payments(form(Dialect::French), &scene.late_payments),
            _ => delimited::controls(form(Dialect::French), &report),
        };
        let rows = records(&bytes.unwrap(), b';');
        assert!(rows.len() > 1 && rows.iter().all(|row| row.len() == rows[0].len()), "{name}");
    }
}

#[test]
fn long_tables_are_cut_and_say_so() {
    let mut scene = hostile();
    scene.items.clear();
    let one = scene.plan.actions[1].clone();
    scene.plan.actions.resize(700, one);
    let page = html::report(&scene.report(Language::En));
    assert!(
        page.contains("… and 210 more rows in the workbook.") || page.contains("… and 200 more rows in the workbook.")
    );
}
