//! General ledgers of a French chart: the customers' accounts are taken by class, as a FEC's are, and every other one is
//! counted. What is doubtful, accrued or owed to the customer stays apart from what is asked for.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use engine::{InputFile, Session};
use protocol::{AgedBalanceQuery, ImportReport, OpenItemsQuery, OpenOptions};
use text::Language;

const LEDGER: &str = "\
Journal;Date;Compte;Compte auxiliaire;Nom du tiers;Pièce;Libellé;Échéance;Débit;Crédit;Lettrage
VE;05/01/2026;411000;ALPHA;Alpha SAS;F1;Facture F1;04/02/2026;1200,00;;
VE;05/01/2026;707000;;;F1;Facture F1;;;1000,00;
VE;05/01/2026;445710;;;F1;Facture F1;;;200,00;
BQ;10/01/2026;419100;ALPHA;Alpha SAS;AC1;Acompte ALPHA;;;300,00;
BQ;10/01/2026;512000;;;AC1;Acompte ALPHA;;300,00;;
OD;31/01/2026;416000;BETA;Beta SARL;F0;Créance douteuse F0;;480,00;;
OD;31/01/2026;418100;GAMMA;Gamma;FAE1;Facture à établir;;250,00;;
OD;31/01/2026;708000;;;FAE1;Facture à établir;;;250,00;
VE;02/02/2026;413000;DELTA;Delta;LCR7;LCR 280226;;700,00;;
VE;03/02/2026;411700;DELTA;Delta;RG1;Retenue de garantie;;60,00;;
";

fn open(files: &[(&str, &str)]) -> Session {
    let inputs =
        files.iter().map(|(name, text)| InputFile::in_memory((*name).to_owned(), text.as_bytes().to_vec())).collect();
    Session::open(inputs, &OpenOptions::default(), Language::En, &mut |_| {}).unwrap()
}

fn report(session: &Session) -> ImportReport {
    session.import_report(Language::En)
}

fn items(session: &Session) -> Vec<String> {
    let query =
        OpenItemsQuery { as_of: "2026-03-31".parse().unwrap(), customer: None, sort: None, offset: None, limit: None };
    let mut items: Vec<String> = session
        .open_items(&query, Language::En)
        .unwrap()
        .items
        .iter()
        .map(|item| {
            let due = item.due_day.map_or("-".to_owned(), |day| day.to_string());
            format!(
                "{} {} {} {} {due} {}",
                item.customer, item.document, item.residual, item.account_class, item.due_day_source
            )
        })
        .collect();
    items.sort();
    items
}

fn said(report: &ImportReport, code: &str) -> Vec<String> {
    report.diagnostics.iter().filter(|said| said.code == code).map(|said| said.text.replace('\u{a0}', " ")).collect()
}

#[test]
fn a_general_ledger_gives_every_class_of_customers_accounts() {
    let session = open(&[("grand-livre.csv", LEDGER)]);
    assert_eq!(
        items(&session),
        [
            "ALPHA AC1 -30000 advances - none",
            "ALPHA F1 120000 receivable 2026-02-04 stated",
            "BETA F0 48000 doubtful - none",
            "DELTA LCR7 70000 bills-receivable - none",
            "DELTA RG1 6000 retention - none",
            "GAMMA FAE1 25000 accrued - none",
        ]
    );
    let report = report(&session);
    assert_eq!((report.rows.imported, report.rows.set_aside), (6, 4));
    let classes: Vec<String> =
        report.account_classes.iter().map(|of| format!("{} {} {} {}", of.root, of.lines, of.total, of.ok)).collect();
    assert_eq!(
        classes,
        [
            "411 1 120000 true",
            "4117 1 6000 true",
            "413 1 70000 true",
            "416 1 48000 true",
            "418 1 25000 true",
            "419 1 -30000 true"
        ]
    );
    assert_eq!(report.control_totals[0].computed.minor(), 239_000);
}

/// The codes of customers may be the accounts themselves.
#[test]
fn accounts_that_stand_for_customers_keep_their_class() {
    let text = "\
Compte;Date;Pièce;Libellé;Débit;Crédit;Lettrage
411ALPHA;05/01/2026;F1;Facture F1 ECH 28/02/26;1200,00;;
416BETA;31/01/2026;F0;Créance douteuse;480,00;;
419ALPHA;10/01/2026;AC1;Acompte;;300,00;
";
    let session = open(&[("grand-livre.csv", text)]);
    assert_eq!(
        items(&session),
        [
            "411ALPHA F1 120000 receivable 2026-02-28 stated",
            "416BETA F0 48000 doubtful - none",
            "419ALPHA AC1 -30000 advances - none",
        ]
    );
    assert_eq!(said(&report(&session), "label-due-dates").len(), 1);
    let plain = open(&[("grand-livre.csv", &text.replace("416BETA", "BETA"))]);
    assert!(items(&plain).iter().all(|item| item.contains(" receivable ")), "{:?}", items(&plain));
}

/// One account for everybody, in a whole ledger with names: the names are the customers.
#[test]
fn a_collective_account_merges_nobody() {
    let text = "\
Compte;Nom du tiers;Date;Pièce;Libellé;Débit;Crédit
411000;Alpha SAS;05/01/2026;F1;Facture F1;1200,00;
707000;;05/01/2026;F1;Facture F1;;1200,00
411000;Beta SARL;06/01/2026;F2;Facture F2;600,00;
707000;;06/01/2026;F2;Facture F2;;600,00
512000;;07/01/2026;R1;Virement;600,00;
411000;Beta SARL;07/01/2026;R1;Virement;;600,00
";
    let session = open(&[("grand-livre.csv", text)]);
    assert_eq!(report(&session).customers, 2);
    assert_eq!(items(&session).len(), 3);
}

const INVOICES: &str = "\
Code client;Raison sociale;N° facture;Date facture;Montant TTC
C1;Alpha SAS;F1;05/01/2026;1200,00
C1;Alpha SAS;F2;06/01/2026;600,00
C2;Beta SARL;F3;07/01/2026;480,00
";

/// Customers' terms come before “no due date”: what is said counts what is left without one.
#[test]
fn only_what_is_left_without_due_date_is_said_to_have_none() {
    let some = "Code client;Raison sociale;Conditions de règlement\nC1;Alpha SAS;30 jours\nC2;Beta SARL;\n";
    let session = open(&[("factures.csv", INVOICES), ("clients.csv", some)]);
    let none = said(&report(&session), "no-due-date");
    assert!(none.len() == 1 && none[0].contains("(1 row in all)"), "{none:?}");
    assert!(items(&session).contains(&"C1 F1 120000 receivable 2026-02-04 terms".to_owned()));
    let all = some.replace("Beta SARL;", "Beta SARL;45 jours fin de mois");
    let session = open(&[("clients.csv", &all), ("factures.csv", INVOICES)]);
    assert!(said(&report(&session), "no-due-date").is_empty());
    assert!(items(&session).iter().all(|item| item.ends_with("terms")), "{:?}", items(&session));
    let alone = open(&[("factures.csv", INVOICES)]);
    assert!(said(&report(&alone), "no-due-date")[0].contains("row 2: no due date (3 rows in all)"));
}

const FEC: &str = "\
JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise
VE\tVentes\t1\t20260105\t411000\tClients\tALPHA\tAlpha SAS\tF1\t20260105\tFacture F1\t1200,00\t0,00\t\t\t20260131\t\t
VE\tVentes\t1\t20260105\t707000\tVentes\t\t\tF1\t20260105\tFacture F1\t0,00\t1200,00\t\t\t20260131\t\t
VE\tVentes\t2\t20260106\t411000\tClients\tALPHA\tAlpha SAS\tF2\t20260106\tFacture F2\t600,00\t0,00\t\t\t20260131\t\t
VE\tVentes\t2\t20260106\t707000\tVentes\t\t\tF2\t20260106\tFacture F2\t0,00\t600,00\t\t\t20260131\t\t
";

/// An invoice that falls due in parts becomes its parts, where they sum to it; else it is said.
#[test]
fn instalments_of_a_list_split_the_invoice_they_sum_to() {
    let list = "\
Code client;Raison sociale;N° facture;Date facture;Échéance;Montant TTC
ALPHA;Alpha SAS;F1;05/01/2026;31/01/2026;400,00
ALPHA;Alpha SAS;F1;05/01/2026;28/02/2026;400,00
ALPHA;Alpha SAS;F1;05/01/2026;31/03/2026;400,00
ALPHA;Alpha SAS;F2;06/01/2026;31/01/2026;200,00
ALPHA;Alpha SAS;F2;06/01/2026;28/02/2026;300,00
";
    let session = open(&[("fec.txt", FEC), ("echeancier.csv", list)]);
    assert_eq!(
        items(&session),
        [
            "ALPHA F1 40000 receivable 2026-01-31 stated",
            "ALPHA F1 40000 receivable 2026-02-28 stated",
            "ALPHA F1 40000 receivable 2026-03-31 stated",
            "ALPHA F2 60000 receivable - none",
        ]
    );
    let report = report(&session);
    let joined = said(&report, "due-dates-joined");
    assert!(joined[0].contains("split into their instalments: 1 document;"), "{joined:?}");
    assert!(joined[0].contains("do not sum to the invoice, left aside: 1 document."), "{joined:?}");
    assert_eq!(report.control_totals[0].computed.minor(), 180_000);
}

/// domain.md 6: advances are money of customers and lower the days of sales; doubtful customers and what is estimated at
/// closing, invoices (418) and credit notes (4198) to be issued, are no part of them.
#[test]
fn days_of_sales_leave_what_is_estimated_at_closing_aside() {
    let heading = "Journal;Compte;Tiers;Date;Pièce;Libellé;Débit;Crédit;Lettrage\n";
    let days = |more: &str| {
        let text = format!(
            "{heading}VE;411000;ALPHA;05/06/2026;F1;Facture;900,00;;\nVE;411000;BETA;05/01/2026;F0;Facture;5,00;;A\nBQ;411000;BETA;05/02/2026;R0;Virement;;5,00;A\n{more}"
        );
        let session = open(&[("grand-livre.csv", &text)]);
        let query = protocol::MetricsQuery { as_of: "2026-06-30".parse().unwrap(), currency: None, days: Some(90) };
        let metrics = session.metrics(&query, Language::Fr).unwrap();
        let balance = session.aged_balance(&AgedBalanceQuery::on(query.as_of), Language::Fr).unwrap();
        assert!(balance.currencies[0].control.ok);
        (metrics.dso.simple, metrics.outstanding.minor())
    };
    assert_eq!(days(""), (Some(90.0), 90_000));
    assert_eq!(days("OD;419100;ALPHA;06/06/2026;A1;Acompte;;300,00;\n"), (Some(60.0), 60_000), "advances received");
    assert_eq!(
        days("OD;419800;ALPHA;06/06/2026;R1;Rabais à accorder;;300,00;\n"),
        (Some(90.0), 60_000),
        "rebates to grant"
    );
    assert_eq!(
        days("OD;418100;ALPHA;06/06/2026;E1;Facture à établir;300,00;;\n"),
        (Some(90.0), 120_000),
        "not invoiced yet"
    );
    assert_eq!(days("OD;416000;ALPHA;06/06/2026;D1;Douteux;300,00;;\n"), (Some(90.0), 120_000), "doubtful");
    let both = "OD;419100;ALPHA;06/06/2026;A1;Acompte;;300,00;\nOD;419800;BETA;06/06/2026;R1;Rabais;;100,00;\n";
    let report = report(&open(&[(
        "grand-livre.csv",
        &format!("{heading}VE;411000;ALPHA;05/06/2026;F1;Facture;900,00;;\n{both}"),
    )]));
    let roots: Vec<&str> = report.account_classes.iter().map(|of| of.root.as_str()).collect();
    assert_eq!(roots, ["411", "419", "4198"], "each has its own control line");
}
