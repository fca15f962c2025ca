//! What leaves for customers: letters, messages, text messages, statements, each read back.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use engine::{InputFile, Session};
use mail_parser::{MessageParser, MimeHeaders};
use protocol::{ExportQuery, OpenOptions, Sender, SenderAccount};
use std::io::Read;
use text::Language;

const POLICY: &str = r#"{
  "version": 2, "id": "means", "name": { "fr": "Tous les moyens", "en": "Every means" },
  "limits": { "minimumAmount": 100, "daysBetweenContacts": 5, "contactsPer30Days": 4, "daysBeforeRepeat": 15 },
  "calendar": { "shift": "next", "holidays": "french", "weekend": [6, 7] },
  "costs": { "email": 125, "letter": 125, "registered-letter": 800, "phone": 1250, "sms": 15, "internal": 0 },
  "scenarios": [ { "id": "standard", "name": { "fr": "Standard", "en": "Standard" }, "steps": [
    { "name": { "fr": "Première relance", "en": "First reminder" }, "id": "first", "days": 1, "channel": "email", "template": "email_first_reminder", "tone": "courtesy" },
    { "name": { "fr": "SMS", "en": "Text message" }, "id": "sms", "days": 5, "channel": "sms", "template": "sms_first_reminder", "tone": "courtesy" },
    { "name": { "fr": "Appel", "en": "Call" }, "id": "call", "days": 10, "channel": "phone", "template": "phone_call", "tone": "dialogue" },
    { "name": { "fr": "Deuxième relance", "en": "Second reminder" }, "id": "second", "days": 15, "channel": "letter", "template": "email_second_reminder", "tone": "reminder" },
    { "name": { "fr": "Dernier avis", "en": "Last notice" }, "id": "last", "days": 30, "channel": "registered-letter", "template": "letter_formal_notice", "tone": "last-notice", "claims": ["interest", "indemnity"] }
  ] } ]
}"#;

const CUSTOMERS: &str = "Code client;Raison sociale;SIREN;Adresse;Code postal;Ville;E-mail;Téléphone;Langue\n\
    C01;ALPHA SAS;732829320;12 rue des Lilas;75011;Paris;compta@alpha.example;0102030405;\n\
    C02;Beta & Fils SARL;;3 quai Sud;69002;Lyon;beta@beta.example;0102030406;\n\
    C03;<b>Gamma</b>;;4 place Neuve;33000;Bordeaux;gamma@gamma.example;0102030407;\n\
    C04;Établissements Delta et Compagnie du Grand Ouest réunis;552100554;Zone artisanale des Trois Fontaines - Bâtiment B;44000;Nantes;delta@delta.example;0102030408;\n\
    C05;Epsilon Ltd;;1 High Street;75001;Paris;epsilon@epsilon.example;0102030409;EN\n\
    C06;Zêta;;6 rue du Port;13002;Marseille;zeta@zeta.example;0102030410;\n";

/// Days late on 30 September 2026: 2, 6, 12, 20 and 45; the fourth has sixty invoices.
fn ledger() -> String {
    let mut text = "Code client;Pièce;Date;Échéance;Montant\n".to_owned();
    for (customer, document, date, due, amount) in [
        ("C01", "F-101", "2026-08-28", "2026-09-28", "1200,50"),
        ("C02", "F-102", "2026-08-24", "2026-09-24", "340,00"),
        ("C03", "F-103", "2026-08-18", "2026-09-18", "5000,00"),
        ("C05", "F-105", "2026-08-10", "2026-09-10", "880,00"),
        ("C06", "F-106", "2026-07-16", "2026-08-16", "2500,00"),
    ] {
        text.push_str(&format!("{customer};{document};{date};{due};{amount}\n"));
    }
    for number in 0..60 {
        text.push_str(&format!("C04;FA-2026-{number:04};2026-08-10;2026-09-10;1{number:02},37\n"));
    }
    text
}

fn sender() -> Sender {
    Sender {
        company: "Société Exemple".into(),
        name: "Camille Durand".into(),
        email: "camille.durand@exemple.example".into(),
        phone: "01 23 45 67 89".into(),
        function: "Responsable du recouvrement".into(),
        legal_form: "SAS au capital de 50 000 €".into(),
        address: "12 rue de la République\n69002 Lyon".into(),
        siren: "732 829 320".into(),
        registry: "RCS Lyon".into(),
        accounts: vec![SenderAccount {
            iban: "FR7630006000011234567890189".into(),
            bic: "AGRIFRPP882".into(),
            ..Default::default()
        }],
        cc: vec!["direction@exemple.example".into()],
        ..Sender::default()
    }
}

fn session() -> Session {
    let files = vec![
        InputFile::in_memory("clients.csv".to_owned(), CUSTOMERS.as_bytes().to_vec()),
        InputFile::in_memory("pieces.csv".to_owned(), ledger().into_bytes()),
    ];
    Session::open(files, &OpenOptions::default(), Language::Fr, &mut |_| {}).unwrap()
}

fn exported(session: &Session, kind: &str) -> Vec<u8> {
    let asked = serde_json::json!({ "kind": kind, "asOf": "2026-09-30" });
    let query = ExportQuery {
        policy: Some(POLICY.to_owned()),
        sender: Some(sender()),
        ..serde_json::from_value(asked).unwrap()
    };
    let file = session.export(&query, Language::Fr, &mut |_| {}).unwrap();
    // To be looked at and printed: nothing is kept unless asked for.
    if let Some(folder) = std::env::var_os("ENCOURS_KEEP") {
        std::fs::write(std::path::Path::new(&folder).join(kind), &file.bytes).unwrap();
    }
    file.bytes
}

fn unpacked(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for position in 0..archive.len() {
        let mut file = archive.by_index(position).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.push((file.name().unwrap().into_owned(), bytes));
    }
    files
}

#[test]
fn every_means_has_its_file() {
    let files = unpacked(exported(&session(), "drafts.zip"));
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "drafts/letters/001_C06.html",
        "drafts/calls/002_C03.txt",
        "drafts/letters/003_C04.html",
        "drafts/letters/004_C05.html",
        "drafts/texts/005_C02.txt",
        "drafts/messages/006_C01.eml",
        "drafts/index.html",
        "drafts/letters/all.html",
        "drafts/messages.mbox",
        "drafts/sms.csv",
        "drafts/mail-merge.csv",
        "A-LIRE.txt",
    ];
    assert_eq!(names, expected);
    let text = |name: &str| String::from_utf8(files.iter().find(|(own, _)| own == name).unwrap().1.clone()).unwrap();
    let index = text("drafts/index.html");
    assert!(index.contains("&lt;b&gt;Gamma&lt;/b&gt;") && !index.contains("<b>Gamma"));
    for name in &expected[..6] {
        assert!(index.contains(&format!("href=\"{}\"", name.trim_start_matches("drafts/"))), "{name}");
    }
    let link = index.split("href=\"mailto:").nth(1).map(|rest| rest.split('"').next().unwrap());
    match link {
        Some(link) => assert!(link.starts_with("compta@alpha.example?cc=direction@exemple.example&amp;subject=")),
        None => assert!(index.contains("trop long")),
    }
    let english = text("drafts/letters/004_C05.html");
    assert!(english.contains("lang=\"en\"") && english.contains("EUR\u{A0}880.00"));
    let formal = text("drafts/letters/001_C06.html");
    assert!(formal.contains("MISE EN DEMEURE DE PAYER") && formal.contains("class=\"registered\""));
    assert_eq!(text("drafts/letters/all.html").matches("<article").count(), 3);
    assert_eq!(text("drafts/messages.mbox").matches("\nSubject: ").count(), 1);
    assert!(text("drafts/sms.csv").contains("F-102"));
    assert!(text("drafts/mail-merge.csv").contains("\"Bonjour,\n\nSauf erreur"));
}

#[test]
fn a_message_has_its_text_its_page_and_its_copies() {
    let files = unpacked(exported(&session(), "drafts.zip"));
    let (_, bytes) = files.iter().find(|(name, _)| name.ends_with(".eml")).unwrap();
    let message = MessageParser::default().parse(bytes.as_slice()).unwrap();
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(message.cc().unwrap().first().unwrap().address(), Some("direction@exemple.example"));
    let plain = message.body_text(0).unwrap();
    let html = message.body_html(0).unwrap();
    for seen in ["F-101", "1\u{202F}200,50\u{A0}€", "FR76 3000 6000 0112 3456 7890 189", "AGRIFRPP882"] {
        assert!(plain.contains(seen) && html.contains(seen), "{seen}");
    }
    assert!(
        html.contains("<table")
            && !html.contains("<script")
            && message.content_type().unwrap().subtype() == Some("alternative")
    );
}

#[test]
fn statements_close_to_the_cent() {
    let session = session();
    let page = String::from_utf8(exported(&session, "statements.html")).unwrap();
    assert_eq!(page.matches("<article").count(), 6);
    assert!(page.contains("Solde de clôture au 30/09/2026") && page.contains("&lt;b&gt;Gamma"));
    let workbook = exported(&session, "statements.xlsx");
    assert!(unpacked(workbook).iter().any(|(name, _)| name == "xl/worksheets/sheet2.xml"));
    for kind in ["letters.html", "mail-merge.xlsx", "drafts.mbox"] {
        let bytes = exported(&session, kind);
        assert_eq!(bytes, exported(&session, kind), "{kind}");
        assert!(bytes.len() > 500, "{kind}");
    }
}

fn drafts_query() -> protocol::DraftsQuery {
    protocol::DraftsQuery {
        as_of: "2026-09-30".parse().unwrap(),
        policy: Some(POLICY.to_owned()),
        actions: None,
        language: None,
        sender: Some(sender()),
        templates: Vec::new(),
        claims: None,
        variants: false,
        edits: Vec::new(),
        form_in_text: false,
    }
}

/// A text with plain spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{A0}', '\u{202F}'], " ")
}

fn drafts(session: &Session, query: &protocol::DraftsQuery) -> Vec<protocol::Draft> {
    session.drafts(query, Language::Fr).unwrap_or_else(|failure| panic!("{failure:?}"))
}

#[test]
fn every_text_can_be_seen_on_a_real_customer_and_a_template_replaced() {
    let session = session();
    let previews = drafts(&session, &protocol::DraftsQuery { variants: true, ..drafts_query() });
    let of_alpha: Vec<_> = previews.iter().filter(|draft| draft.customer == "C01").collect();
    for name in text::letters::NAMES {
        assert!(of_alpha.iter().any(|draft| draft.template == name), "{name}");
    }
    let both = of_alpha.iter().filter(|draft| draft.template == "email_first_reminder");
    assert_eq!(both.map(|draft| draft.tone.as_str()).collect::<Vec<_>>(), ["warm", "firm"]);
    let first = |source: &str| {
        let own = protocol::TemplateText {
            name: "email_first_reminder".into(),
            language: Language::Fr,
            source: source.into(),
        };
        let query = protocol::DraftsQuery { templates: vec![own], ..drafts_query() };
        drafts(&session, &query).into_iter().find(|draft| draft.template == "email_first_reminder").unwrap()
    };
    let ours = first("Objet : Mon texte pour {{ customer }}\n\nBonjour,\n\n{{ items }}\n");
    assert_eq!(ours.subject, "Mon texte pour ALPHA SAS");
    assert!(ours.diagnostics.iter().any(|one| one.code == "text-crossed-missing"));
    let wrong = first("Objet : x\n\nBonjour,\n\n{{ custommer }}\n");
    let said = wrong.diagnostics.iter().find(|one| one.code == "template-failed").unwrap();
    assert!(wrong.body.is_empty() && said.text.contains("ligne 5") && said.text.contains("custommer"), "{}", said.text);
}

#[test]
fn a_person_chooses_and_rewords_a_text_and_no_figure_moves() {
    let session = session();
    let ours = drafts(&session, &drafts_query()).into_iter().find(|draft| draft.customer == "C01").unwrap();
    assert!(ours.changes.is_empty());
    let edited = |edit: protocol::DraftEdit| {
        let query = protocol::DraftsQuery { edits: vec![edit], ..drafts_query() };
        drafts(&session, &query).into_iter().find(|draft| draft.action == ours.action).unwrap()
    };
    let edit = |body: Option<String>| protocol::DraftEdit {
        action: ours.action.clone(),
        template: None,
        tone: None,
        subject: None,
        body,
    };
    let reworded = edited(edit(Some(ours.body.replace("Bonjour", "Chère équipe"))));
    assert!(reworded.body.contains("Chère équipe") && reworded.subject == ours.subject);
    let told: Vec<(&str, &str)> =
        reworded.changes.iter().map(|line| (line.change.as_str(), line.text.as_str())).collect();
    assert!(told.iter().any(|(change, text)| *change == "removed" && text.contains("Bonjour")), "{told:?}");
    assert!(told.iter().any(|(change, text)| *change == "added" && text.contains("Chère équipe")), "{told:?}");
    let refused = edited(edit(Some(ours.body.replace("1\u{202F}200,50", "1\u{202F}100,50"))));
    assert_eq!(refused.body, ours.body, "an amount is not changed by hand");
    assert!(refused.diagnostics.iter().any(|one| one.code == "edit-refused"), "{:?}", refused.diagnostics);
    let (template, tone) = (Some("email_second_reminder".to_owned()), Some("firm".to_owned()));
    let chosen = edited(protocol::DraftEdit { template, tone, ..edit(None) });
    assert_eq!((chosen.template.as_str(), chosen.tone.as_str()), ("email_second_reminder", "firm"));
}

/// The only open item of a customer, as the register names it.
fn covered(session: &Session, customer: &str) -> protocol::Covered {
    let open = session.open_items(
        &serde_json::from_value(serde_json::json!({ "asOf": "2026-09-30", "customer": customer })).unwrap(),
        Language::Fr,
    );
    let item = open.unwrap().items.first().unwrap().clone();
    let item = protocol::ItemKey {
        customer: customer.to_owned(),
        currency: item.currency,
        document: item.document,
        day: item.invoice_day,
        amount: item.amount,
        twin: 1,
    };
    protocol::Covered { owed: item.amount, item }
}

#[test]
fn promises_and_disputes_have_texts_of_their_own_once() {
    let mut session = session();
    let day = |text: &str| text.parse().unwrap();
    let record = |session: &mut Session, operation: serde_json::Value| {
        let operation = serde_json::from_value(operation).unwrap();
        session.edit(operation, Language::Fr).unwrap_or_else(|failure| panic!("{failure:?}"));
    };
    let (alpha, gamma, zeta) = {
        let session = self::session();
        (covered(&session, "C01"), covered(&session, "C03"), covered(&session, "C06"))
    };
    record(
        &mut session,
        serde_json::json!({ "promise": { "items": [alpha], "amount": 120050, "made": "2026-09-29", "until": "2026-10-05" } }),
    );
    record(
        &mut session,
        serde_json::json!({ "promise": { "items": [zeta], "amount": 250000, "made": "2026-09-01", "until": "2026-09-28" } }),
    );
    record(
        &mut session,
        serde_json::json!({ "dispute": { "of": gamma, "amount": 500000, "category": "quality", "since": "2026-09-28" } }),
    );
    let written = drafts(&session, &drafts_query());
    let of = |template: &str| written.iter().find(|draft| draft.template == template);
    let confirmed = of("email_promise_confirmed").unwrap();
    assert_eq!((confirmed.customer.as_str(), confirmed.action.as_str()), ("C01", "promise-made/1"));
    assert!(
        plain(&confirmed.body).contains("1 200,50 €") && plain(&confirmed.body).contains("5 octobre 2026"),
        "{}",
        confirmed.body
    );
    let broken = of("email_promise_broken").unwrap();
    assert_eq!((broken.customer.as_str(), broken.tone.as_str()), ("C06", "firm"));
    assert!(
        plain(&broken.body).contains("28 septembre 2026") && plain(&broken.body).contains("F-106"),
        "{}",
        broken.body
    );
    let dispute = of("email_dispute_acknowledged").unwrap();
    assert!(plain(&dispute.body).contains("F-103") && plain(&dispute.body).contains("qualité"), "{}", dispute.body);
    assert_eq!(written.iter().filter(|draft| draft.customer == "C01").count(), 1, "no reminder beside a promise");

    // Noted in the journal, a text is answered; a week later it comes too late.
    record(
        &mut session,
        serde_json::json!({ "contact": { "customer": "C01", "day": "2026-09-30", "channel": "email", "template": "email_promise_confirmed" } }),
    );
    let written = drafts(&session, &drafts_query());
    assert!(!written.iter().any(|draft| draft.template == "email_promise_confirmed"));
    let later = protocol::DraftsQuery { as_of: day("2026-10-12"), ..drafts_query() };
    let late: Vec<String> = drafts(&session, &later).into_iter().map(|draft| draft.template).collect();
    assert!(!late.contains(&"email_dispute_acknowledged".to_owned()), "{late:?}");
}

#[test]
fn one_text_thanks_for_all_that_came_after_a_reminder() {
    let ledger = "Code client;Nom;Type;Pièce;Date;Échéance;Débit;Crédit;Lettrage\n\
        C01;ALPHA;FAC;F1;2026-07-01;2026-07-31;100,00;;A\n\
        C01;ALPHA;FAC;F2;2026-07-02;2026-07-31;200,00;;B\n\
        C01;ALPHA;FAC;F3;2026-08-02;2026-08-31;50,00;;\n\
        C01;ALPHA;REG;R1;2026-09-26;;;100,00;A\n\
        C01;ALPHA;REG;R2;2026-09-28;;;200,00;B\n\
        C02;BETA;FAC;G1;2026-07-01;2026-07-31;75,00;;C\n\
        C02;BETA;REG;R3;2026-09-28;;;75,00;C\n";
    let files = vec![InputFile::in_memory("ledger.csv".to_owned(), ledger.as_bytes().to_vec())];
    let mut session = Session::open(files, &OpenOptions::default(), Language::Fr, &mut |_| {}).unwrap();
    let thanks = |session: &Session| -> Vec<protocol::Draft> {
        let written = drafts(session, &drafts_query()).into_iter();
        written.filter(|draft| draft.template == "email_thank_you").collect()
    };
    assert!(thanks(&session).is_empty(), "nobody was reminded");
    let contact = serde_json::json!({ "contact": { "customer": "C01", "day": "2026-09-15", "channel": "email" } });
    session.edit(serde_json::from_value(contact).unwrap(), Language::Fr).unwrap();
    let written = thanks(&session);
    let [one] = written.as_slice() else { panic!("{written:?}") };
    assert!(
        one.customer == "C01" && plain(&one.body).contains("300,00") && plain(&one.body).contains("28 septembre 2026"),
        "{}",
        one.body
    );
    assert!(plain(&one.body).contains("F3"), "{}", one.body);
}
