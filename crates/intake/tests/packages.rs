//! Headings of packages met in the field (domain.md 7.2), each with one or two rows: read without a click.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "test code"
)]

mod support;

use intake::{Field, detect};
use support::{read, table};

/// `layout field=heading …` of the fields asked for.
fn bound(text: &str, fields: &[Field]) -> String {
    let detection = detect(&table(text));
    let Some(best) = detection.candidates.first() else { return "nothing".to_owned() };
    let columns = fields.iter().map(|field| {
        let header = best.mapping.binding(*field).map_or("-", |binding| binding.header.as_str());
        format!("{field}={header}")
    });
    format!("{} {}", best.mapping.layout().key(), columns.collect::<Vec<_>>().join(" | "))
}

#[test]
fn packages_of_the_field() {
    use Field::{
        Amount, Credit, Currency, CustomerId, CustomerName, Debit, Document, DueDay, InvoiceDay, MatchCode, Residual,
    };
    let cases: &[(&str, &str, &[Field], &str)] = &[
        (
            "Sage 100",
            "Code journal;Date;N° pièce;N° facture;Référence;N° compte général;N° compte tiers;Libellé écriture;Date échéance;Lettrage montant;Débit;Crédit\nVTE;130126;12;FA12;;411000;ALPHA;Facture;280226;;1200,00;",
            &[CustomerId, Document, InvoiceDay, DueDay, Debit, Credit],
            "ledger customer-id=N° compte tiers | document=N° facture | invoice-date=Date | due-date=Date échéance | debit=Débit | credit=Crédit",
        ),
        (
            "SAP FBL5N",
            "Customer;Assignment;Document Number;Document Type;Document Date;Net due date;Arrears after net due date;Amount in local currency;Local Currency;Clearing Document;Text\n100234;A1;1800001;RV;31.01.2026;28.02.2026;12;1.200,50;EUR;;Ware\n100234;A2;1400002;DZ;15.02.2026;15.02.2026;0;200,50-;EUR;;Zahlung",
            &[CustomerId, Document, InvoiceDay, DueDay, Amount, Currency, MatchCode],
            "ledger customer-id=Customer | document=Document Number | invoice-date=Document Date | due-date=Net due date | amount=Amount in local currency | currency=Local Currency | match-code=Clearing Document",
        ),
        (
            "QuickBooks",
            "Date;Transaction Type;Num;Customer;Due Date;Past Due;Amount;Open Balance\n01/31/2026;Invoice;1012;Alpha Motors Ltd;03/02/2026;12;1,200.00;1,200.00",
            &[CustomerName, Document, InvoiceDay, DueDay, Amount, Residual],
            "open-items customer-name=Customer | document=Num | invoice-date=Date | due-date=Due Date | amount=Amount | residual=Open Balance",
        ),
        (
            "Odoo",
            "Numéro;Nom d'affichage du partenaire de la facture;Date de facturation;Date d'échéance;Total signé;Montant dû signé;État du paiement\nFAC/2026/0001;Alpha SA;31/01/2026;28/02/2026;1200,00;200,00;Partiellement payé",
            &[CustomerName, Document, InvoiceDay, DueDay, Amount, Residual],
            "open-items customer-name=Nom d'affichage du partenaire de la facture | document=Numéro | invoice-date=Date de facturation | due-date=Date d'échéance | amount=Total signé | residual=Montant dû signé",
        ),
        (
            "Odoo OCA open items",
            "Date;Entry;Journal;Account;Partner;Ref - Label;Due date;Original;Residual\n2026-01-31;INV/1;INV;411100;Alpha SA;Ware;2026-02-28;1200.00;200.00",
            &[CustomerName, InvoiceDay, DueDay, Amount, Residual],
            "open-items customer-name=Partner | invoice-date=Date | due-date=Due date | amount=Original | residual=Residual",
        ),
        (
            "Xero",
            "ContactName;EmailAddress;InvoiceNumber;Reference;InvoiceDate;DueDate;Total;InvoiceAmountPaid;InvoiceAmountDue;Currency;Type;Status\nAlpha Ltd;a@alpha.example;INV-1;;2026-01-31;2026-02-28;1200.00;200.00;1000.00;GBP;ACCREC;Authorised",
            &[CustomerName, Document, InvoiceDay, DueDay, Amount, Residual, Currency],
            "open-items customer-name=ContactName | document=InvoiceNumber | invoice-date=InvoiceDate | due-date=DueDate | amount=Total | residual=InvoiceAmountDue | currency=Currency",
        ),
        (
            "Pennylane",
            "Client;Numéro de facture;Date d'émission;Échéance;Montant HT;TVA;Montant TTC;Restant dû;Statut\nAlpha SA;F-1;31/01/2026;28/02/2026;1000,00;200,00;1200,00;1200,00;En retard",
            &[CustomerName, Document, InvoiceDay, DueDay, Amount, Residual],
            "open-items customer-name=Client | document=Numéro de facture | invoice-date=Date d'émission | due-date=Échéance | amount=Montant TTC | residual=Restant dû",
        ),
        (
            "EBP ledger",
            "Journal;Date;Pièce;Document;Compte;Libellé;Échéance;Débit;Crédit;Solde;Lettrage\nVE;31/01/2026;1;F1;411ALPHA;Alpha SA;28/02/2026;1200,00;;1200,00;",
            &[CustomerId, Document, InvoiceDay, DueDay, Debit, Credit, MatchCode],
            "ledger customer-id=Compte | document=Pièce | invoice-date=Date | due-date=Échéance | debit=Débit | credit=Crédit | match-code=Lettrage",
        ),
        (
            "Italian",
            "Cod. cliente;Ragione sociale;N. doc.;Data documento;Scadenza;Importo;Residuo\n0012;Alfa Srl;45;31/01/2026;28/02/2026;1.200,50;1.200,50",
            &[CustomerId, CustomerName, Document, InvoiceDay, DueDay, Amount, Residual],
            "open-items customer-id=Cod. cliente | customer-name=Ragione sociale | document=N. doc. | invoice-date=Data documento | due-date=Scadenza | amount=Importo | residual=Residuo",
        ),
        (
            "Spanish",
            "Código cliente;Razón social;Nº factura;Fecha;Vto.;Importe;Pendiente\n43000012;Alfa SL;45;31/01/2026;28/02/2026;1.200,50;1.200,50",
            &[CustomerId, CustomerName, Document, InvoiceDay, DueDay, Amount, Residual],
            "open-items customer-id=Código cliente | customer-name=Razón social | document=Nº factura | invoice-date=Fecha | due-date=Vto. | amount=Importe | residual=Pendiente",
        ),
        (
            "Dutch",
            "Debiteurnr.;Klantnaam;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand\n1001;Alfa BV;45;31-01-2026;28-02-2026;1.200,50;1.200,50",
            &[CustomerId, CustomerName, Document, InvoiceDay, DueDay, Amount, Residual],
            "open-items customer-id=Debiteurnr. | customer-name=Klantnaam | document=Factuurnummer | invoice-date=Factuurdatum | due-date=Vervaldatum | amount=Bedrag | residual=Openstaand",
        ),
    ];
    for (package, text, fields, expected) in cases {
        assert_eq!(bound(text, fields), *expected, "{package}");
        assert!(!read(text).contains("unreadable"), "{package}: {}", read(text));
    }
}

#[test]
fn sap_prints_minus_signs_behind() {
    let text = "Customer;Document Number;Document Type;Document Date;Net due date;Amount in local currency;Local Currency\n100234;1800001;RV;31.01.2026;28.02.2026;1.200,50;EUR\n100234;1400002;DZ;15.02.2026;15.02.2026;200,50-;EUR";
    assert_eq!(
        read(text),
        "100234 1800001 Invoice 2026-01-31 due 2026-02-28 stated 120050\n100234 1400002 Payment 2026-02-15 due 2026-02-15 stated -20050"
    );
}
