//! Several files given at once, as a client sends a folder: one that cannot be read is named and the others are read; one
//! that would count twice what another one says is left; a person's word goes before both; no order changes a figure.
#![allow(clippy::unwrap_used, clippy::panic)]

use engine::{InputFile, Session};
use protocol::{AgedBalanceQuery, ImportReport, OpenOptions, RestoreQuery, SaveQuery};
use text::Language;

const SEPTEMBER: &str = include_str!("../fixtures/dossiers/encours-septembre.csv");
const AUGUST: &str = include_str!("../fixtures/dossiers/encours-aout.csv");
const STATEMENT: &str = include_str!("../fixtures/dossiers/releve-bancaire.csv");
const SUPPLIERS: &str = include_str!("../fixtures/dossiers/echeancier.csv");

fn file(name: &str, text: &str) -> InputFile {
    InputFile::in_memory(name, text.as_bytes().to_vec())
}

fn open(files: &[(&str, &str)], options: &OpenOptions) -> Result<Session, protocol::Failure> {
    let files = files.iter().map(|(name, text)| file(name, text)).collect();
    Session::open(files, options, Language::En, &mut |_| {})
}

/// The balance on 30 September in cents, and the report, in whichever order the files come.
fn read(files: &[(&str, &str)], options: &OpenOptions) -> (i64, ImportReport) {
    let of = |files: &[(&str, &str)]| {
        let session = open(files, options).unwrap_or_else(|why| panic!("{files:?}: {why:?}"));
        let balance = session.aged_balance(&AgedBalanceQuery::on("2026-09-30".parse().unwrap()), Language::En).unwrap();
        let total = balance.currencies.first().unwrap().total.balance.minor();
        (total, session.import_report(Language::En))
    };
    let (total, report) = of(files);
    let reversed: Vec<_> = files.iter().rev().copied().collect();
    let (again, other) = of(&reversed);
    assert_eq!(total, again, "{files:?}");
    // Of two copies the one that came first is read.
    let names = |report: &ImportReport| {
        let chosen = report.left_files.iter().filter(|left| left.reason != "same");
        let mut names: Vec<String> = chosen.map(|left| left.name.clone()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&report), names(&other));
    (total, report)
}

fn reasons(report: &ImportReport) -> Vec<(&str, &str)> {
    report.left_files.iter().map(|left| (left.name.as_str(), left.reason.as_str())).collect()
}

fn saying(name: &str, read: bool) -> OpenOptions {
    OpenOptions { read_files: [(name.to_owned(), read)].into(), ..OpenOptions::default() }
}

#[test]
fn of_two_states_of_one_list_the_later_is_read() {
    let files = [("encours aout.csv", AUGUST), ("encours septembre.csv", SEPTEMBER)];
    let (total, report) = read(&files, &OpenOptions::default());
    assert_eq!((total, reasons(&report)), (1_142_050, vec![("encours aout.csv", "earlier")]));
    let text = &report.left_files.first().unwrap().text;
    assert!(text.contains("on a later day (30 Sep 2026 instead of 31 Aug 2026)"), "{text}");
    assert_eq!(report.stated_as_of, Some("2026-09-30".parse().unwrap()));
    // A person says otherwise: both are read, and what counts twice is told.
    let (total, report) = read(&files, &saying("encours aout.csv", true));
    assert_eq!((total, reasons(&report)), (1_142_050 + 1_170_750, vec![]));
    assert!(report.diagnostics.iter().any(|one| one.code == "files-overlap"));
    let (total, report) = read(&files, &saying("encours septembre.csv", false));
    assert_eq!((total, reasons(&report)), (1_170_750, vec![("encours septembre.csv", "asked")]));
}

#[test]
fn two_windows_on_the_same_invoices_are_both_read_and_told() {
    // Without the days of their titles nothing tells these lists from two exports of a journal with other limits.
    let bare = |text: &'static str| text.split_once('\n').unwrap().1;
    let july = bare(AUGUST).replace("BETA SARL;F05;20/05/2026;20/06/2026;77,00\n", "");
    let files = [("a.csv", july.as_str()), ("b.csv", bare(SEPTEMBER))];
    let (total, report) = read(&files, &OpenOptions::default());
    assert_eq!((total, reasons(&report)), (1_142_050 + 1_163_050, vec![]));
    assert!(report.diagnostics.iter().any(|one| one.code == "files-overlap"));
}

#[test]
fn an_extract_beside_the_whole_is_left() {
    let ledger = "Client;N° pièce;Date;Libellé;Débit;Crédit\n\
        ALPHA SAS;F02;08/07/2026;Facture;9600,00;\n\
        BETA SARL;F03;01/08/2026;Facture;1250,50;\n\
        GAMMA & Cie;F04;15/03/2026;Facture;480,00;\n\
        GAMMA & Cie;F06;16/03/2026;Facture;20,00;\n\
        GAMMA & Cie;R01;20/09/2026;Règlement F06;;20,00\n";
    let bare = AUGUST.split_once('\n').unwrap().1.replace("DELTA SA;F01;12/01/2026;28/02/2026;300,00\n", "");
    let extract = bare.replace("BETA SARL;F05;20/05/2026;20/06/2026;77,00\n", "");
    let (total, report) = read(&[("grand livre.csv", ledger), ("extrait.csv", &extract)], &OpenOptions::default());
    assert_eq!((total, reasons(&report)), (1_133_050, vec![("extrait.csv", "within")]));
}

/// The ledger tells what was paid, the list beside it when the rest is due: neither is enough, and nothing counts twice.
#[test]
fn a_list_of_what_is_open_dates_the_ledger_that_holds_its_documents() {
    let ledger = "Compte;Nom;Date;Journal;Pièce;Libellé;Lettrage;Débit;Crédit\n\
        411A;Alpha;10/06/2026;VE;F1;Facture F1;;1000,00;\n411A;Alpha;20/07/2026;BQ;R1;Acompte sur F1;;;400,00\n\
        411A;Alpha;15/08/2026;VE;F2;Facture F2;;250,00;\n411B;Beta;01/07/2026;VE;F3;Facture F3;AA;90,00;\n\
        411B;Beta;01/08/2026;BQ;R2;Virement;AA;;90,00\n411B;Beta;12/09/2026;VE;F4;Facture F4;;70,00;\n";
    let list = "Code;Client;Facture;Date;Échéance;Reste dû\n411A;Alpha;F1;10/06/2026;25/07/2026;600,00\n\
        411A;Alpha;F2;15/08/2026;14/10/2026;250,00\n411B;Beta;F4;12/09/2026;12/10/2026;70,00\n";
    let files = [("grand livre.csv", ledger), ("impayes.csv", list)];
    let (total, report) = read(&files, &OpenOptions::default());
    assert_eq!((total, reasons(&report)), (92_000, vec![("impayes.csv", "within")]));
    let text = &report.left_files.first().unwrap().text;
    assert!(text.contains("3\u{a0}due dates are taken from it"), "{text}");
    let session = open(&files, &OpenOptions::default()).unwrap();
    let balance = session.aged_balance(&AgedBalanceQuery::on("2026-09-30".parse().unwrap()), Language::En).unwrap();
    let of = &balance.currencies.first().unwrap().total;
    let ages: Vec<i64> = of.buckets.iter().map(|amount| amount.minor()).collect();
    assert_eq!((of.not_due.minor(), ages, of.no_due_date.minor()), (32_000, vec![0, 0, 100_000, 0], 0));
    assert_eq!(of.unallocated.minor(), -40_000);
    // Alone, the ledger knows no due date.
    let (_, report) = read(&[("grand livre.csv", ledger)], &OpenOptions::default());
    assert!(report.diagnostics.iter().any(|one| one.code == "no-due-date"));
}

#[test]
fn amounts_of_no_named_currency_are_in_the_one_that_all_customers_are_invoiced_in() {
    let items = "Customer,Invoice,Invoice date,Due date,Amount due\nIronbridge,INV-1,14/08/2026,13/09/2026,100.00\n\
        Crossfield,INV-2,20/08/2026,19/09/2026,50.00\n";
    let list = "Customer name,E-mail,Address,City,Currency\n\
        Ironbridge,a@example.com,5 Mill Lane,Leeds,GBP\nCrossfield,b@example.com,46 Mill Lane,Bristol,GBP\n";
    let currencies = |list: &str, options: &OpenOptions| {
        let (_, report) = read(&[("items.csv", items), ("contacts.csv", list)], options);
        report.currencies.iter().map(|currency| currency.code().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(currencies(list, &OpenOptions::default()), ["GBP"]);
    assert_eq!(currencies(&list.replace("Bristol,GBP", "Bristol,USD"), &OpenOptions::default()), ["EUR"]);
    let said = OpenOptions { default_currency: Some(values::Currency::EUR), ..OpenOptions::default() };
    assert_eq!(currencies(list, &said), ["EUR"]);
}

#[test]
fn a_file_given_twice_counts_once() {
    let (total, report) = read(&[("a.csv", SEPTEMBER), ("copie de a.csv", SEPTEMBER)], &OpenOptions::default());
    assert_eq!((total, report.left_files.len()), (1_142_050, 1));
    assert_eq!(report.left_files.first().unwrap().reason, "same");
}

#[test]
fn suppliers_beside_customers_are_left_and_alone_they_are_told() {
    let files = [("clients.csv", SEPTEMBER), ("echeances.csv", SUPPLIERS)];
    let (total, report) = read(&files, &OpenOptions::default());
    assert_eq!((total, reasons(&report)), (1_142_050, vec![("echeances.csv", "suppliers")]));
    let (total, report) = read(&files, &saying("echeances.csv", true));
    assert_eq!((total, report.left_files.len()), (1_142_050 + 60_000, 0));
    // The name of the file says it too.
    let bare = SUPPLIERS.split_once('\n').unwrap().1;
    let (total, report) = read(&[("clients.csv", SEPTEMBER), ("OPOS Kreditoren.csv", bare)], &OpenOptions::default());
    assert_eq!((total, reasons(&report)), (1_142_050, vec![("OPOS Kreditoren.csv", "suppliers")]));
    let (_, report) = read(&[("OPOS Kreditoren.csv", bare)], &OpenOptions::default());
    assert!(report.diagnostics.iter().any(|one| one.code == "payables"));
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_read() {
    let files = [("clients.csv", SEPTEMBER), ("releve.csv", STATEMENT), ("notes.csv", "Bonjour\nmerci\n")];
    let (total, report) = read(&files, &OpenOptions::default());
    assert_eq!((total, report.left_files.len()), (1_142_050, 2));
    assert!(report.left_files.iter().all(|left| left.reason == "refused" && !left.readable));
    let said = report.diagnostics.iter().filter(|one| one.code == "file-not-read").count();
    assert_eq!(said, 2);
    // In the other language too.
    let session = open(&files, &OpenOptions::default()).unwrap();
    let text = |language| session.import_report(language).left_files.first().unwrap().text.clone();
    assert!(text(Language::En).contains("bank statement") && text(Language::Fr).contains("relevé bancaire"));
    // Alone, or beside a list that says nothing of what is owed, its refusal is the answer.
    let refused = |files: &[(&str, &str)]| open(files, &OpenOptions::default()).err().map(|why| why.code).unwrap();
    let customers = "Code client;Nom;E-mail\nA;ALPHA SAS;a@alpha.fr\nB;BETA SARL;b@beta.fr\nC;GAMMA;c@gamma.fr\n";
    assert_eq!(refused(&[("releve.csv", STATEMENT)]), refused(&[("liste.csv", customers), ("releve.csv", STATEMENT)]));
    // A person who says how to read it hears why it cannot be read so.
    let report = open(&[("clients.csv", SEPTEMBER)], &OpenOptions::default()).unwrap().import_report(Language::En);
    let mapping = report.files.first().unwrap().mapping.clone();
    let chosen = OpenOptions { mappings: [("releve.csv".to_owned(), mapping)].into(), ..OpenOptions::default() };
    assert!(open(&[("clients.csv", SEPTEMBER), ("releve.csv", STATEMENT)], &chosen).is_err());
}

#[test]
fn two_agencies_that_give_the_same_codes_to_their_own_customers_are_told_apart() {
    let head = "Code client;Client;N° facture;Date facture;Échéance;Reste dû\n";
    let lyon = format!(
        "{head}C001;SCI Les Tilleuls;L1;08/07/2026;31/08/2026;100,00\n\
         C002;Boulangerie Martin;L2;08/07/2026;31/08/2026;200,00\n\
         C003;Garage du Pont;L3;08/07/2026;31/08/2026;300,00\n"
    );
    let lille = format!(
        "{head}C001;Lycée Jean Moulin;N1;08/07/2026;31/08/2026;10,00\n\
         C002;Hôtel des Voyageurs;N2;08/07/2026;31/08/2026;20,00\n\
         C003;Transports Lunel;N3;08/07/2026;31/08/2026;30,00\n"
    );
    let files = [("encours lyon.csv", lyon.as_str()), ("encours lille.csv", lille.as_str())];
    let (total, report) = read(&files, &OpenOptions::default());
    assert_eq!((total, report.customers), (66_000, 6));
    assert!(report.diagnostics.iter().any(|one| one.code == "customer-codes-apart" && one.text.contains("· lille")));
    // A name spelt otherwise is no other customer.
    let spelt = lyon.replace("Boulangerie Martin", "BOULANGERIE MARTIN SARL").replace(";L", ";M");
    let (total, report) = read(&[("a.csv", &lyon), ("b.csv", &spelt)], &OpenOptions::default());
    assert_eq!((total, report.customers), (120_000, 3));
}

#[test]
fn payments_are_not_lost_with_the_documents_they_pay() {
    let journal = "Client;N° pièce;Date;Libellé;Débit;Crédit\n\
        ALPHA SAS;F02;08/07/2026;Facture;9600,00;\n\
        BETA SARL;F03;01/08/2026;Facture;1250,50;\n\
        GAMMA & Cie;F04;15/03/2026;Facture;480,00;\n\
        GAMMA & Cie;F06;16/03/2026;Facture;20,00;\n";
    let ledger = "Client;N° pièce;Date;Libellé;Débit;Crédit\n\
        ALPHA SAS;F02;08/07/2026;Facture;9600,00;\n\
        ALPHA SAS;R02;20/08/2026;Règlement F02;;9600,00\n\
        BETA SARL;F03;01/08/2026;Facture;1250,50;\n\
        GAMMA & Cie;F04;15/03/2026;Facture;480,00;\n";
    let (_, report) = read(&[("ventes.csv", journal), ("quatrieme trimestre.csv", ledger)], &OpenOptions::default());
    assert_eq!(reasons(&report), vec![]);
    assert!(report.diagnostics.iter().any(|one| one.code == "files-overlap"));
    // Two exports of one list without payments are one list.
    let bare = journal.replace(';', ",").replace(",00,", ".00,").replace("1250,50", "1250.50");
    let bare = bare.replace("Débit", "Debit").replace("Crédit", "Credit");
    let (total, report) = read(&[("a.csv", journal), ("b.csv", &bare)], &OpenOptions::default());
    assert_eq!((total, reasons(&report)), (1_135_050, vec![("b.csv", "within")]));
}

#[test]
fn a_dossier_knows_its_files_again_beside_those_that_were_left() {
    let files = [("encours septembre.csv", SEPTEMBER), ("encours aout.csv", AUGUST)];
    let options = OpenOptions { default_terms: Some("30 jours".to_owned()), ..saying("encours septembre.csv", true) };
    let saved_on = SaveQuery { as_of: "2026-09-18".parse().ok(), ..SaveQuery::default() };
    let saved = open(&files, &options).unwrap().save(&saved_on, Language::En).unwrap();
    let restored = |files: &[(&str, &str)], reading: Option<OpenOptions>| {
        let query = RestoreQuery { reading: reading.map(Box::new), ..RestoreQuery::default() };
        let files = files.iter().map(|(name, text)| file(name, text)).collect();
        let session = Session::restore(&saved.bytes, files, &query, Language::En, &mut |_| {}).unwrap();
        // The day it was saved for stays that of the same files alone.
        let again = session.save(&SaveQuery::default(), Language::En).unwrap().name;
        (session.import_report(Language::En), !again.starts_with("2026-09-18"))
    };
    let (report, later) = restored(&files, None);
    assert_eq!((reasons(&report), later), (vec![("encours aout.csv", "earlier")], false));
    assert!(!restored(&files[..1], None).1);
    // A further file that counts makes another ledger of them.
    let further = "Client;N° facture;Date facture;Échéance;Reste dû\nOMEGA;Z1;08/07/2026;31/08/2026;5,00\n";
    assert!(restored(&[files[0], ("z.csv", further)], None).1);
    // What a person says now goes before what the dossier says.
    let (report, _) = restored(&files, Some(saying("encours aout.csv", true)));
    assert_eq!(reasons(&report), vec![]);
}
