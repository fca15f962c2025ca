//! The workbook read back by another library: typed cells, our formulas only, the same bytes every time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // helpers of tests

mod scene;

use calamine::{Data, Range, Reader, Xlsx};
use export::{CustomerSheets, ExportError, xlsx};
use proptest::prelude::*;
use scene::{HOSTILE, Scene, empty, hostile};
use std::io::Cursor;
use text::Language;
use text::letters::printable;

type Book = Xlsx<Cursor<Vec<u8>>>;

fn book(scene: &Scene, language: Language) -> Book {
    Xlsx::new(Cursor::new(xlsx::workbook(&scene.report(language)).unwrap())).unwrap()
}

fn sheet(book: &mut Book, name: &str) -> Range<Data> {
    book.worksheet_range(name).unwrap()
}

/// The row, from 0, of the headings: the first one whose second cell is filled in.
fn headings(range: &Range<Data>) -> usize {
    range.rows().position(|row| matches!(&row[1], Data::String(text) if !text.is_empty())).unwrap()
}

fn number(cell: &Data) -> f64 {
    match cell {
        Data::Float(number) => *number,
        Data::Int(number) => *number as f64,
        other => unreachable!("{other:?} is not a number"),
    }
}

#[test]
fn sheets_bear_the_names_of_the_language() {
    let french = book(&hostile(), Language::Fr).sheet_names();
    assert_eq!(
        french,
        [
            "Balance âgée EUR",
            "Balance âgée JPY",
            "Graphiques EUR",
            "Graphiques JPY",
            "Postes ouverts",
            "Constats",
            "D441-6 EUR",
            "Plan de relance",
            "Non relancés",
            "Chiffres clés",
            "Contrôles",
            "Mises de côté et remarques",
            "Lecture des fichiers",
            "Définitions"
        ]
    );
    assert!(book(&hostile(), Language::En).sheet_names().contains(&"Aged balance EUR".to_owned()));
}

#[test]
fn aged_balance_has_numbers_and_totals_equal_to_the_engine() {
    let scene = hostile();
    let mut book = book(&scene, Language::Fr);
    let range = sheet(&mut book, "Balance âgée EUR");
    let first = headings(&range) + 1;
    let expected = &scene.aged.currencies[0];
    for (position, customer) in expected.customers.iter().enumerate() {
        let row = &range.rows().nth(first + position).unwrap();
        assert_eq!(row[0], Data::String(customer.customer.clone()));
        assert_eq!(row[1], Data::String(printable(&customer.name).text));
        assert_eq!(number(&row[2]), customer.not_due.minor() as f64 / 100.0);
        assert_eq!(number(&row[9]), customer.balance.minor() as f64 / 100.0);
    }
    let total = &range.rows().nth(first + expected.customers.len()).unwrap();
    assert_eq!(total[0], Data::String("Total des lignes affichées".into()));
    let cents = |column: usize| (number(&total[column]) * 100.0).round() as i64;
    assert_eq!(cents(2), expected.total.not_due.minor());
    assert_eq!(cents(8), expected.total.unallocated.minor());
    assert_eq!(cents(9), expected.total.balance.minor());
    assert_eq!(number(&total[11]) as u32, expected.total.items);
}

#[test]
fn the_only_formulas_are_our_totals() {
    for language in Language::ALL {
        let mut book = book(&hostile(), language);
        let mut seen = 0;
        for name in book.sheet_names() {
            let formulas = book.worksheet_formula(&name).unwrap();
            for formula in formulas.rows().flatten().filter(|formula| !formula.is_empty()) {
                assert!(formula.starts_with("SUBTOTAL(109,") || formula.starts_with("SUMIF("), "{formula}");
                seen += 1;
            }
        }
        // Two aged balances of ten sums, open items in two currencies, one plan.
        assert_eq!(seen, 10 + 10 + 2 + 1);
    }
}

/// The parts of the file, in order, as text.
fn parts(scene: &Scene) -> Vec<(String, String)> {
    let bytes = xlsx::workbook(&scene.report(Language::Fr)).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|position| {
            let mut part = archive.by_index(position).unwrap();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut part, &mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn no_part_of_the_file_links_or_runs_anything() {
    for (name, text) in parts(&hostile()) {
        assert!(!name.contains("vba") && !name.contains("externalLink"), "{name}");
        assert!(!text.contains("<hyperlink") && !text.contains("TargetMode=\"External\""), "{name}");
    }
}

#[test]
fn a_listing_is_framed_for_reading_filtering_and_printing() {
    let parts = parts(&hostile());
    let part = |name: &str| &parts.iter().find(|(part, _)| part == name).unwrap().1;
    let sheet = part("xl/worksheets/sheet1.xml");
    // In the order of the schema: a program refuses any other.
    let elements = [
        "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>",
        "<dimension ref=\"A1:M17\"/>",
        "<pane xSplit=\"2\" ySplit=\"6\" topLeftCell=\"C7\" activePane=\"bottomRight\" state=\"frozen\"/>",
        "<sheetFormatPr ",
        "<col min=\"2\" max=\"2\" width=\"39.7109375\" customWidth=\"1\"/>",
        "<sheetData>",
        "<row r=\"6\" ht=\"30\" customHeight=\"1\">",
        "<c r=\"C7\" s=\"12\"><v>100.01</v></c>",
        "<f>SUBTOTAL(109,C7:C16)</f><v>5500.55</v>",
        "</sheetData>",
        "<conditionalFormatting sqref=\"C7:C16\"><cfRule type=\"cellIs\" dxfId=\"0\" priority=\"1\" operator=\"greaterThan\">",
        "<conditionalFormatting sqref=\"G7:G16\"><cfRule type=\"cellIs\" dxfId=\"4\" priority=\"5\"",
        "<pageMargins ",
        "<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>",
        "<oddFooter>&amp;LEncours 0.1.0 · contrôles ",
        "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>",
    ];
    let places: Vec<usize> = elements.iter().map(|element| sheet.find(element).expect(element)).collect();
    assert!(places.is_sorted(), "{places:?}");
    let workbook = part("xl/workbook.xml");
    assert!(!workbook.contains("_FilterDatabase"));
    let table = part("xl/tables/table1.xml");
    assert!(table.contains("ref=\"A6:M16\"") && table.contains("name=\"Solde\""), "{table}");
    assert!(workbook.contains("\"_xlnm.Print_Titles\" localSheetId=\"0\">'Balance âgée EUR'!$6:$6</definedName>"));
    assert!(part("docProps/core.xml").contains(">2026-09-30T00:00:00Z</dcterms:created>"));
    assert!(part("xl/styles.xml").contains("quotePrefix=\"1\""));
    assert_eq!(parts[0].0, "[Content_Types].xml");
}

#[test]
fn every_part_is_named_by_its_type_and_reached_by_a_relation() {
    let mut scene = hostile();
    scene.customers = CustomerSheets::Largest;
    let parts = parts(&scene);
    let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    let types = &parts[0].1;
    for name in names.iter().filter(|name| name.ends_with(".xml") && !name.starts_with('[')) {
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
        let file = name.rsplit('/').next().unwrap();
        let reached = parts.iter().any(|(part, text)| part.ends_with(".rels") && text.contains(&format!("{file}\"")));
        assert!(reached, "{name}");
    }
    assert_eq!(types.matches("<Override").count(), names.iter().filter(|name| name.ends_with(".xml")).count() - 1);
}

#[test]
fn charts_repeat_the_cells_they_are_drawn_from() {
    let parts = parts(&hostile());
    let part = |name: &str| &parts.iter().find(|(part, _)| part == name).unwrap().1;
    let ages = part("xl/charts/chart1.xml");
    assert!(ages.contains("<c:f>'Graphiques EUR'!$B$24:$B$30</c:f>"), "{ages}");
    assert!(ages.contains("<c:pt idx=\"0\"><c:v>5500.55</c:v></c:pt>"));
    let evolution = part("xl/charts/chart2.xml");
    assert_eq!(evolution.matches("<c:ser>").count(), 5);
    assert!(evolution.contains("<c:grouping val=\"stacked\"/>"));
    let pareto = part("xl/charts/chart3.xml");
    assert!(pareto.contains("<c:lineChart>") && pareto.contains("&lt;script&gt;") && !pareto.contains("<script>"));
    assert!(part("xl/drawings/drawing1.xml").contains("descr=\"Structure par ancienneté au 30/09/2026\""));
}

#[test]
fn each_customer_may_have_a_sheet_named_after_it() {
    let mut scene = hostile();
    let without = book(&scene, Language::Fr).sheet_names().len();
    scene.customers = CustomerSheets::Largest;
    scene.items[0].customer = "=[a]:b".into();
    scene.aged.currencies[0].customers[0].customer = "=[a]:b".into();
    let mut book = book(&scene, Language::Fr);
    assert_eq!(book.sheet_names().len(), without + 10);
    let range = sheet(&mut book, "=ab");
    assert_eq!(range.rows().nth(headings(&range) + 1).unwrap()[0], Data::String("=[a]:b".into()));
}

#[test]
fn controls_name_what_does_not_foot() {
    let mut scene = hostile();
    scene.aged.currencies[0].customers.pop();
    let mut book = book(&scene, Language::Fr);
    let range = sheet(&mut book, "Contrôles");
    let failing: Vec<String> =
        range.rows().filter(|row| row[4] == Data::String("ÉCART".into())).map(|row| row[0].to_string()).collect();
    assert!(failing.contains(&"Total de la balance âgée = somme des clients (EUR)".to_owned()), "{failing:?}");
    assert!(!failing.contains(&"Total de la balance âgée = somme des écritures (EUR)".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back_as_the_text_it_was(name in "[\\PC\t\r\n\u{0}\u{1}\u{B}\u{FFFE}\u{FFFF}&<>\"']{0,40}") {
        let mut scene = hostile();
        scene.items.truncate(1);
        scene.items[0].name.clone_from(&name);
        let mut book = book(&scene, Language::Fr);
        prop_assert_eq!(sheet(&mut book, "Postes ouverts")[(3, 1)].to_string(), printable(&name).text);
    }

    #[test]
    fn any_amount_comes_back_to_the_unit(minor in -values::Amount::MAX_TOTAL..=values::Amount::MAX_TOTAL) {
        let mut scene = hostile();
        scene.items.truncate(1);
        scene.items[0].residual = values::Amount::from_minor(minor);
        let mut book = book(&scene, Language::Fr);
        let typed: f64 = format!("{}e-2", minor).parse().unwrap();
        prop_assert_eq!(number(&sheet(&mut book, "Postes ouverts")[(3, 8)]), typed);
    }
}

#[test]
fn names_are_texts_and_dates_are_dates() {
    let scene = hostile();
    let mut book = book(&scene, Language::Fr);
    let range = sheet(&mut book, "Postes ouverts");
    let first = headings(&range) + 1;
    for (position, name) in HOSTILE.iter().enumerate() {
        let row = &range.rows().nth(first + position).unwrap();
        assert_eq!(row[1], Data::String(printable(name).text));
        assert_eq!(row[2], Data::String(printable(name).text));
        let Data::DateTime(date) = &row[4] else { unreachable!("{:?}", row[4]) };
        assert_eq!(date.as_f64(), scene.items[position].invoice_day.to_serial() as f64);
        let scale = if position == 9 { 1.0 } else { 100.0 };
        assert_eq!(number(&row[8]), scene.items[position].residual.minor() as f64 / scale);
    }
    let euros = &range.rows().nth(first + HOSTILE.len()).unwrap();
    assert_eq!(euros[0], Data::String("Total EUR".into()));
    let expected: i64 = scene.items[..9].iter().map(|item| item.residual.minor()).sum();
    assert_eq!((number(&euros[8]) * 100.0).round() as i64, expected);
    let definitions = sheet(&mut book, "Définitions");
    assert!(definitions.rows().flatten().any(|cell| cell.to_string().contains("caractères invisibles")));
}

#[test]
fn an_empty_dossier_still_makes_a_workbook() {
    let mut book = book(&empty(), Language::En);
    let range = sheet(&mut book, "Open items");
    assert_eq!(range.height(), headings(&range) + 1);
    assert!(book.worksheet_formula("Open items").unwrap().is_empty());
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let scene = hostile();
    let once = xlsx::workbook(&scene.report(Language::Fr)).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(2_100)); // the stamp of an archive has a step of two seconds
    assert_eq!(once, xlsx::workbook(&scene.report(Language::Fr)).unwrap());
    if let Some(path) = std::env::var_os("KEEP_WORKBOOK") {
        std::fs::write(path, once).unwrap();
    }
}

#[test]
fn more_rows_than_a_sheet_holds_is_refused() {
    let mut scene = empty();
    scene.import.set_aside = Vec::new();
    let remark = hostile().import.set_aside[1].clone();
    scene
        .import
        .set_aside
        .resize(1_048_600, protocol::Diagnostic { at: None, seen: None, text: String::new(), ..remark });
    let refused = xlsx::workbook(&scene.report(Language::Fr)).unwrap_err();
    assert!(matches!(&refused, ExportError::TooManyRows { sheet, .. } if sheet == "Mises de côté et remarques"));
    assert!(refused.text(Language::Fr).contains("Mises de côté et remarques"));
}
