//! What a person may do to a reading: look at it, correct it, compare it, keep it for next month.

use crate::{InputFile, Session, model};
use protocol::{
    Correction, ExportQuery, HeadingChange, ImportReport, LedgerBalance, OpenOptions, PreviewQuery, ProposalQuery,
    RowKind,
};
use text::Language;
use values::{Amount, Currency, Day};

const LEDGER: &str = "\
Balance au 30/06/2026;;;;\n\
Compte;Nom;Pièce;Date;Échéance;Solde\n\
C1;ALPHA;F1;05/01/2026;04/02/2026;1 200,00\n\
C1;ALPHA;F2;13/02/2026;15/03/2026;1.2OO,00\n\
C2;BETA;F3;31/02/2026;30/03/2026;80,50\n\
C2;BETA;A4;25/03/2026;25/03/2026;-12,50\n\
TOTAL;;;;;2 468,00\n";

fn file(name: &str, text: &str) -> InputFile {
    InputFile::in_memory(name, text.as_bytes().to_vec())
}

fn open_with(text: &str, options: &OpenOptions) -> Session {
    Session::open(vec![file("b.csv", text)], options, Language::En, &mut |_| {}).unwrap()
}

fn report(text: &str, options: &OpenOptions) -> ImportReport {
    open_with(text, options).import_report(Language::En)
}

fn correction(row: u32, column: u16, value: &str) -> Correction {
    Correction { file: "b.csv".to_owned(), sheet: None, row, column, value: value.to_owned() }
}

fn codes(report: &ImportReport) -> Vec<&str> {
    report.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
}

#[test]
fn the_first_rows_are_shown_with_what_became_of_each() {
    let session = open_with(LEDGER, &OpenOptions::default());
    let query = PreviewQuery { file: "b.csv".to_owned(), sheet: None, first_row: 1, rows: 20 };
    let preview = session.preview(&query, Language::En).unwrap();
    let kinds: Vec<(u32, RowKind)> = preview.rows.iter().map(|row| (row.row, row.kind)).collect();
    use RowKind::{Heading, Item, SetAside, Title, Total};
    let expected = [Title, Heading, Item, SetAside, SetAside, Item, Total];
    assert_eq!(kinds, (1..).zip(expected).collect::<Vec<_>>());
    assert_eq!(preview.headings, ["Compte", "Nom", "Pièce", "Date", "Échéance", "Solde"]);
    assert_eq!(preview.columns, 6);
    let later = PreviewQuery { first_row: 6, rows: 1, ..query };
    let rows = session.preview(&later, Language::En).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.row).collect::<Vec<_>>(), [6]);
}

#[test]
fn rows_of_other_accounts_are_shown_and_counted_as_set_aside() {
    let head = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise";
    let line = |number: u32, account: &str, name: &str, debit: u32, credit: u32| {
        format!(
            "VE\tVentes\t{number}\t20260105\t{account}\t{name}\t\t\tF{number}\t20260105\tFacture\t{debit},00\t{credit},00\t\t\t20260105\t\t"
        )
    };
    let entry = |number| {
        let (net, tax) = (100, 20);
        [
            line(number, "411ALPHA", "ALPHA", net + tax, 0),
            line(number, "707000", "Ventes", 0, net),
            line(number, "445710", "TVA", 0, tax),
        ]
    };
    let lines: Vec<String> = std::iter::once(head.to_owned()).chain((1..4).flat_map(entry)).collect();
    let session = open_with(&lines.join("\n"), &OpenOptions::default());
    let query = PreviewQuery { file: "b.csv".to_owned(), sheet: None, first_row: 2, rows: 6 };
    let kinds: Vec<RowKind> = session.preview(&query, Language::En).unwrap().rows.iter().map(|row| row.kind).collect();
    use RowKind::{Item, SetAside};
    assert_eq!(kinds, [Item, SetAside, SetAside, Item, SetAside, SetAside]);
    let report = session.import_report(Language::En);
    let listed: u32 = report.set_aside.iter().map(|one| one.rows.unwrap_or(1)).sum();
    assert_eq!((listed, report.rows.set_aside), (6, 6));
    // A known heading over nothing is no doubt.
    let columns = &report.files[0].mapping.columns;
    let empty = columns.iter().find(|column| column.header == "Montantdevise").unwrap();
    assert!(empty.samples.is_empty());
    assert_eq!(empty.reason, "known heading; nothing in the first rows");
}

#[test]
fn what_no_file_says_may_be_given() {
    let undated = LEDGER.replace(";04/02/2026;", ";;");
    let before = report(&undated, &OpenOptions::default());
    assert!(codes(&before).contains(&"no-due-date") && codes(&before).contains(&"currency-assumed"));
    let options = OpenOptions {
        default_terms: Some("30 jours".to_owned()),
        default_currency: "chf".parse().ok(),
        ..OpenOptions::default()
    };
    let after = report(&undated, &options);
    assert!(codes(&after).contains(&"default-terms-used") && !codes(&after).contains(&"no-due-date"));
    assert_eq!(after.currencies, ["CHF".parse::<Currency>().unwrap()]);
}

#[test]
fn a_column_that_is_missing_is_named_in_words() {
    let read = report(LEDGER, &OpenOptions::default());
    let mut mapping = read.files[0].mapping.clone();
    mapping.columns.retain(|column| column.key != "residual" && column.key != "amount");
    let options = OpenOptions { mappings: [("b.csv".to_owned(), mapping)].into(), ..OpenOptions::default() };
    let refused = Session::open(vec![file("b.csv", LEDGER)], &options, Language::En, &mut |_| {}).err().unwrap();
    assert!(refused.message.contains("no column is read as Amount or Amount due"), "{}", refused.message);
}

#[test]
fn a_corrected_cell_is_read_counted_and_told() {
    let before = report(LEDGER, &OpenOptions::default());
    assert_eq!((before.rows.imported, before.rows.set_aside, before.set_aside_unread), (2, 2, 1));
    let total = &before.control_totals[0];
    assert_eq!((total.computed, total.set_aside), (Amount::from_minor(118_750), Amount::from_minor(8_050)));
    let corrections = vec![correction(4, 5, "1.200,00"), correction(5, 3, "28/02/2026"), correction(99, 0, "x")];
    let options = OpenOptions { corrections, ..OpenOptions::default() };
    let after = report(LEDGER, &options);
    assert_eq!((after.rows.imported, after.rows.set_aside), (4, 0));
    let total = &after.control_totals[0];
    assert_eq!(
        (total.computed, total.stated, total.ok),
        (Amount::from_minor(246_800), Some(Amount::from_minor(246_800)), Some(true))
    );
    assert_eq!(total.set_aside, Amount::ZERO);
    assert!(codes(&after).contains(&"corrected-cells") && codes(&after).contains(&"unused-corrections"));
    let told = after.diagnostics.iter().find(|diagnostic| diagnostic.code == "corrected-cells").unwrap();
    assert!(told.text.contains("“1.2OO,00” was replaced by your correction (2"), "{}", told.text);
    assert_eq!(told.at.as_ref().map(|at| (at.row, at.column)), Some((4, Some(5))));
}

#[test]
fn a_row_without_a_customer_takes_the_one_that_a_person_names() {
    let ledger = "Compte;Intitulé;Pièce;Date;Débit;Crédit\n\
        411ALPHA;Alpha SARL;F1;15/03/2026;100,00;\n411BETA;Beta SA;F2;16/03/2026;40,00;\n;;F3;17/03/2026;9,00;\n\
        ;TOTAL GÉNÉRAL;;;149,00;\n";
    for (named, customers) in [("alpha sarl", 2), ("411GAMMA", 3), ("Nouveau", 3)] {
        let corrections = vec![correction(4, 0, named)];
        let after = report(ledger, &OpenOptions { corrections, ..OpenOptions::default() });
        assert_eq!((after.rows.imported, after.rows.set_aside, after.customers), (3, 0, customers), "{named}");
        assert_eq!(after.control_totals[0].ok, Some(true), "{named}");
    }
}

#[test]
fn accounts_of_nobody_among_customers_accounts_are_set_aside() {
    let customers: String = (10..20).map(|n| format!("411C{n};Client {n};F{n};15/03/2026;100,00;\n")).collect();
    let others = "471000;Attente;X1;16/03/2026;50,00;\n401Z;Fournisseur;X2;17/03/2026;70,00;\n";
    let head = "Compte;Intitulé;Pièce;Date;Débit;Crédit\n";
    let read = report(&format!("{head}{customers}{others}"), &OpenOptions::default());
    assert_eq!((read.rows.imported, read.rows.set_aside), (10, 2));
    // Plain numbers, some of which begin like accounts of customers.
    let numbers = "41105;A;F1;15/03/2026;1,00;\n40233;B;F2;15/03/2026;2,00;\n50010;C;F3;15/03/2026;3,00;\n";
    let head = head.replace("Compte;Intitulé", "Code client;Client");
    let read = report(&format!("{head}{numbers}"), &OpenOptions::default());
    assert_eq!((read.rows.imported, read.rows.set_aside), (3, 0));
}

#[test]
fn the_balance_of_the_books_is_compared_to_the_cent() {
    let typed = |minor| LedgerBalance { currency: Currency::EUR, amount: Amount::from_minor(minor) };
    let options = OpenOptions { ledger_balances: vec![typed(118_751)], ..OpenOptions::default() };
    let mut session = open_with(LEDGER, &options);
    assert_eq!(session.import_report(Language::En).control_totals[0].ledger_ok, Some(false));
    session.compare_with(vec![typed(118_750)]);
    let total = session.import_report(Language::En).control_totals.remove(0);
    assert_eq!((total.ledger, total.ledger_ok), (Some(Amount::from_minor(118_750)), Some(true)));
}

#[test]
fn rows_set_aside_come_back_once_corrected() {
    let session = open_with(LEDGER, &OpenOptions::default());
    let query = ExportQuery {
        file: Some("b.csv".to_owned()),
        language: Some(Language::Fr),
        ..ExportQuery::of("set-aside.csv", Day::new(2026, 6, 30).unwrap())
    };
    let exported = session.export(&query, Language::Fr, &mut |_| {}).unwrap();
    let text = String::from_utf8(exported.bytes).unwrap();
    assert_eq!(text.lines().count(), 3, "{text}");
    let corrected = text.replace("1.2OO,00", "1.200,00").replace("31/02/2026", "28/02/2026");
    let again = report(corrected.trim_start_matches('\u{FEFF}'), &OpenOptions::default());
    assert_eq!((again.rows.imported, again.rows.set_aside), (2, 0), "{corrected}");
    assert_eq!(again.control_totals[0].computed, Amount::from_minor(128_050));
}

#[test]
fn a_model_reads_the_next_file_and_tells_what_changed() {
    let first = report(LEDGER, &OpenOptions::default());
    let mut reading_model = *first.files[0].reading_model.clone().unwrap();
    assert!(!serde_json::to_string(&reading_model).unwrap().contains("ALPHA"), "a model holds no value");
    // What the person had decided, against what is found by itself.
    let name = reading_model.mapping.columns.iter().position(|column| column.key == "customer-name").unwrap();
    reading_model.mapping.columns.remove(name);
    let options = OpenOptions { models: vec![reading_model.clone()], ..OpenOptions::default() };
    let next = LEDGER.replace("C1", "C9").replace("COMPTE", "Compte");
    let same = report(&next, &options);
    let used = same.files[0].model.as_ref().unwrap();
    assert_eq!((used.fingerprint.as_str(), used.changes.len()), (reading_model.fingerprint.as_str(), 0));
    assert!(same.files[0].mapping.columns.iter().all(|column| column.key != "customer-name"));

    let moved = "Compte;Date;Pièce;Date limite;Solde;Agence\nC1;05/01/2026;F1;04/02/2026;12,00;N\n";
    let changed = report(moved, &options);
    let used = changed.files[0].model.as_ref().unwrap();
    let changes: Vec<(HeadingChange, &str)> =
        used.changes.iter().map(|change| (change.change, change.header.as_str())).collect();
    assert!(changes.contains(&(HeadingChange::Moved, "Date")), "{changes:?}");
    assert!(changes.contains(&(HeadingChange::Missing, "Échéance")), "{changes:?}");
    assert!(changes.contains(&(HeadingChange::New, "Agence")), "{changes:?}");
    assert_eq!(changed.control_totals[0].computed, Amount::from_minor(1_200));

    let other = report("Customer;Invoice date;Amount\nX;2026-01-05;12.00\n", &options);
    assert!(other.files[0].model.is_none(), "a model of another export is left alone");
}

#[test]
fn days_late_tell_the_day_a_list_was_drawn_on() {
    let list = "Client;Facture;Date;Échéance;Montant;Jours de retard\nA;F1;01/06/2026;01/07/2026;10,00;15\n\
        B;F2;20/05/2026;19/06/2026;20,00;27\nC;F3;14/06/2026;14/07/2026;30,00;2\nD;F4;01/07/2026;31/07/2026;40,00;0\n";
    let stated = |text: &str| report(text, &OpenOptions::default()).stated_as_of;
    assert_eq!(stated(list), Day::new(2026, 7, 16));
    assert_eq!(stated(&list.replace(";27", ";26")), None, "three rows, and two of them agree");
}

#[test]
fn nothing_is_asked_where_one_answer_is_left() {
    let text = "Code;Ref;Quand;Somme\nC1;R1;13/02/2026;10,00\nC2;R2;20/02/2026;20,00\n";
    let first = report(
        "Client;Facture;Date;Montant\nC1;R1;03/02/2026;10,00\nC2;R2;04/02/2026;20,00\n",
        &OpenOptions::default(),
    );
    assert_eq!(first.questions.len(), 1);
    let mut mapping = first.files[0].mapping.clone();
    for (column, header) in mapping.columns.iter_mut().zip(["Code", "Ref", "Quand", "Somme"]) {
        column.header = header.to_owned();
    }
    let read =
        report(text, &OpenOptions { mappings: [("b.csv".to_owned(), mapping)].into(), ..OpenOptions::default() });
    assert_eq!((read.rows.imported, read.questions.len()), (2, 0));
}

/// Headings that only a person understood.
#[test]
fn a_model_of_unknown_headings_reads_what_the_next_file_shows() {
    let columns = [("Code", "customer-id"), ("Ref", "document"), ("Quand", "invoice-date"), ("Somme", "amount")];
    let first = "Code;Ref;Quand;Somme;Libre\nC1;R1;14/03/2026;1 110,50;x\nC2;R2;20/03/2026;300,25;y\n";
    let columns: Vec<_> = (0..).zip(columns).map(|(at, (header, key))| {
        serde_json::json!({"column": at, "header": header, "key": key, "confidence": 1.0, "samples": [], "reason": ""})
    }).collect();
    let mapping = serde_json::json!({"layout": "open-items", "headerRow": 1, "columns": columns, "dateOrder": "dmy",
        "amountFormat": {"decimal": ",", "group": ""}, "sign": "signed"});
    let mappings = [("b.csv".to_owned(), serde_json::from_value(mapping).unwrap())].into();
    let read = report(first, &OpenOptions { mappings, ..OpenOptions::default() });
    let model = *read.files[0].reading_model.clone().unwrap();
    let options = OpenOptions { models: vec![model], ..OpenOptions::default() };
    let sum = |report: &ImportReport| report.control_totals[0].computed;
    assert_eq!(sum(&read), Amount::from_minor(141_075));
    // Another mark: read as the cells show it, and asked.
    let points = report(&first.replace("1 110,50", "1110.50").replace(',', "."), &options);
    assert_eq!((sum(&points), points.rows.set_aside, points.questions.len()), (Amount::from_minor(141_075), 0, 1));
    // A column more: the model still reads the others, and says so.
    let wider = report(&first.replace("Libre", "Zone;Libre").replace(";x", ";N;x").replace(";y", ";S;y"), &options);
    let changes = &wider.files[0].model.as_ref().unwrap().changes;
    assert_eq!((sum(&wider), changes.len()), (Amount::from_minor(141_075), 1));
    assert_eq!((changes[0].change, changes[0].header.as_str()), (HeadingChange::New, "Zone"));
}

#[test]
fn a_model_beside_the_ledger_is_a_model_and_no_ledger() {
    let report = report(LEDGER, &OpenOptions::default());
    let json = serde_json::to_string(&report.files[0].reading_model).unwrap();
    let files = vec![file("b.csv", LEDGER), file("model.json", &json)];
    let session = Session::open(files, &OpenOptions::default(), Language::En, &mut |_| {}).unwrap();
    let again = session.import_report(Language::En);
    assert_eq!(again.files.len(), 1);
    assert!(again.files[0].model.is_some());
}

#[test]
fn what_inspect_prints_is_what_mapping_takes() {
    let inspection = crate::inspect(&file("b.csv", LEDGER), Language::En, &mut |_| {}).unwrap();
    let printed = serde_json::to_string(&vec![inspection.clone()]).unwrap();
    let given = model::parse(&printed).unwrap();
    assert_eq!(given.by_name.len(), 1);
    assert_eq!(given.by_name[0].0, "b.csv");
    let mapping = serde_json::to_string(&inspection.candidates[0].mapping).unwrap();
    assert!(model::parse(&mapping).unwrap().for_all.is_some());
    let kept = report(LEDGER, &OpenOptions::default()).files[0].reading_model.clone();
    assert_eq!(model::parse(&serde_json::to_string(&kept).unwrap()).unwrap().models.len(), 1);
    assert!(model::parse("{\"layout\":\"nonsense\"}").unwrap_err().contains("nonsense"));
}

#[test]
fn another_heading_row_is_understood_again() {
    let text = "Compte;Date;Montant\nCode client;Échéance;Solde\nC1;05/01/2026;12,00\n";
    let session = open_with(text, &OpenOptions::default());
    let query = ProposalQuery { file: "b.csv".to_owned(), sheet: None, header_row: Some(2) };
    let proposal = session.propose(&query, Language::En).unwrap();
    let mapping = &proposal.candidates[0].mapping;
    assert_eq!(mapping.header_row, 2);
    assert!(mapping.columns.iter().any(|column| column.key == "due-date" && !column.reason.is_empty()));
}

#[test]
fn a_page_under_the_name_of_a_workbook_is_told_in_both_languages() {
    let rows = [["Compte", "Pièce", "Date", "Échéance", "Solde"], ["C1", "F1", "05/01/2026", "04/02/2026", "1200,00"]];
    let cells = |row: [&str; 5], cell: fn(&str) -> String| row.map(cell).concat();
    let page: String = rows.map(|row| format!("<tr>{}</tr>", cells(row, |text| format!("<td>{text}</td>")))).concat();
    let xml: String = rows
        .map(|row| {
            format!("<Row>{}</Row>", cells(row, |text| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>")))
        })
        .concat();
    let documents = [
        ("web-page", format!("<html><body><table>{page}</table></body></html>"), ["page web", "web page"]),
        (
            "xml-workbook",
            format!(
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
                 <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
                 <Worksheet ss:Name=\"S\"><Table>{xml}</Table></Worksheet></Workbook>"
            ),
            ["XML de 2003", "XML format of 2003"],
        ),
    ];
    for (code, document, [french, english]) in documents {
        for (language, words) in [(Language::Fr, french), (Language::En, english)] {
            let files = vec![file("export.xls", &document)];
            let session = Session::open(files, &OpenOptions::default(), language, &mut |_| {}).unwrap();
            let report = session.import_report(language);
            assert_eq!(report.files[0].format, protocol::Format::Xls);
            let told: Vec<_> = report.diagnostics.iter().filter(|one| one.code == code).collect();
            assert_eq!(told.len(), 1, "{:?}", report.diagnostics);
            assert!(told[0].text.contains(words) && told[0].severity == protocol::Severity::Info, "{}", told[0].text);
        }
    }
    assert!(!report(LEDGER, &OpenOptions::default()).diagnostics.iter().any(|one| one.code == "web-page"));
}
