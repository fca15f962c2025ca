//! What the fuzzer starts from, made by code: honest files of every kind, small, each with the oddities of its format.

use super::CUT;
use crate::hostile::books::{biff, biff_cell, record, wide, xls_stream, xlsb_workbook};
use crate::hostile::styled::{cells_of_xls, cells_of_xlsb, ods_parts, styles_of_xls, styles_of_xlsb, xml_workbook};

/// The seeds of a target, by its name.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    match target {
        "xlsx" => xlsx(),
        "xlsb" => xlsb(),
        "xls" => xls(),
        "ods" => ods(),
        "delimited" => [text(), encoded()].concat(),
        "intake" => [text(), ledgers()].concat(),
        "markup" => markup(),
        "words" => words(),
        "settings" => settings(),
        "writers" => writers(),
        _ => Vec::new(),
    }
}

/// Writes the seeds of a target into a folder.
pub fn write_to(target: &str, folder: &std::path::Path) {
    std::fs::create_dir_all(folder).unwrap();
    for (number, seed) in of(target).into_iter().enumerate() {
        std::fs::write(folder.join(format!("seed-{number:02}")), seed).unwrap();
    }
}

fn joined(pieces: &[&[u8]]) -> Vec<u8> {
    pieces.join(CUT)
}

fn xlsx() -> Vec<Vec<u8>> {
    let sheet = |rows: &str| {
        format!(
            "<worksheet><dimension ref=\"A1:F9\"/><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells><autoFilter ref=\"A1:C9\"><filterColumn colId=\"0\"/></autoFilter></worksheet>"
        )
    };
    let plain = sheet(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Solde</t></is></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"1\"><v>45292.5</v></c><c r=\"B2\"><v>1234567.8899999999</v></c><c r=\"C2\"><f>A1+1</f></c><c r=\"D2\" t=\"b\"><v>1</v></c><c r=\"E2\" t=\"e\"><v>#REF!</v></c><c r=\"F2\" t=\"d\"><v>2026-01-31T23:59:59Z</v></c></row>",
    );
    let odd = sheet(
        "<row><c><v>1E+400</v></c><c t=\"str\"><f>x</f><v>&lt;&#233;&amp;</v></c></row><row r=\"7\"><c r=\"A7\"/><c r=\"A7\"><v>1</v></c><c r=\"A7\"><v>2</v></c><c r=\"XFD7\"><v>-0</v></c></row>",
    );
    let strings = "<sst count=\"2\" uniqueCount=\"2\"><si><t>Client</t></si><si><r><t xml:space=\"preserve\"> é </t></r><rPh><t>x</t></rPh></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>";
    let book = "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" sheetId=\"1\" state=\"veryHidden\" r:id=\"r1\"/></sheets><definedNames><definedName name=\"n\">S!$A$1</definedName></definedNames></workbook>";
    let relations = "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>";
    vec![
        joined(&[plain.as_bytes(), strings.as_bytes(), styles.as_bytes()]),
        joined(&[odd.as_bytes(), strings.as_bytes()]),
        joined(&[plain.as_bytes(), strings.as_bytes(), styles.as_bytes(), book.as_bytes()]),
        joined(&[odd.as_bytes(), strings.as_bytes(), styles.as_bytes(), book.as_bytes(), relations.as_bytes()]),
    ]
}

fn xlsb() -> Vec<Vec<u8>> {
    let row = |number: u32, hidden: u8| {
        [&number.to_le_bytes()[..], &[0; 4], &300_u16.to_le_bytes(), &[0, hidden, 0], &0_u32.to_le_bytes()].concat()
    };
    let cell = |column: u32, value: &[u8]| [&column.to_le_bytes()[..], &[0; 4], value].concat();
    let sheet = [
        record(0x81, &[]),
        record(0x94, &[0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0]),
        record(0x91, &[]),
        record(0x00, &row(0, 0)),
        record(0x07, &cell(0, &0_u32.to_le_bytes())),
        record(0x06, &cell(1, &wide("Solde"))),
        record(0x00, &row(1, 0x10)),
        record(0x02, &cell(0, &0x0000_0C66_u32.to_le_bytes())),
        record(0x05, &cell(1, &1234.56_f64.to_le_bytes())),
        record(0x04, &cell(2, &[1])),
        record(0x03, &cell(3, &[0x17])),
        record(0x01, &cell(4, &[])),
        record(0x92, &[]),
        record(0x82, &[]),
    ]
    .concat();
    let strings = [
        record(0x9F, &[1, 0, 0, 0, 1, 0, 0, 0]),
        record(0x13, &[&[0][..], &wide("Client")].concat()),
        record(0xA0, &[]),
    ]
    .concat();
    let styles = [record(0x116, &[]), record(0x267, &[0; 4]), record(0x269, &[0; 4]), record(0x2F, &[0; 16])].concat();
    vec![
        joined(&[&sheet, &strings]),
        joined(&[&sheet, &strings, &xlsb_workbook(0)]),
        joined(&[&sheet, &strings, &xlsb_workbook(0), &styles]),
        joined(&[&cells_of_xlsb(), &strings, &xlsb_workbook(0), &styles_of_xlsb()]),
    ]
}

fn xls() -> Vec<Vec<u8>> {
    let formats = biff(0x041E, &[164, 0, 3, 0, 0, b'd', b'/', b'm']);
    let stream = |version: u16, cells: &[Vec<u8>]| xls_stream(version, 0, &formats, &cells.concat());
    let at = biff_cell;
    let cells = [
        biff(0x0200, &[0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 9, 0, 0, 0]),
        biff(0x0208, &[&[1, 0, 0, 0, 9, 0, 0, 1, 0, 0, 0, 0][..], &[0x20, 1, 15, 0]].concat()),
        biff(0x00FD, &at(0, 0, &[0, 0, 0, 0])),
        biff(0x0204, &at(0, 1, &[5, 0, 0, b'S', b'o', b'l', b'd', b'e'])),
        biff(0x0203, &at(1, 0, &45_292.5_f64.to_le_bytes())),
        biff(0x027E, &at(1, 1, &[0x66, 0x0C, 0, 0])),
        biff(0x00BD, &[2, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 6, 0, 0, 0, 1, 0]),
        biff(0x0205, &at(3, 0, &[1, 0])),
        biff(0x0006, &at(3, 1, &[&1.5_f64.to_le_bytes()[..], &[0; 8]].concat())),
        biff(0x0006, &at(3, 2, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0])),
        biff(0x0207, &[3, 0, 0, b'a', b'b', b'c']),
    ];
    let styled = |version| xls_stream(version, 0, &styles_of_xls(version), &cells_of_xls());
    vec![stream(0x0600, &cells), stream(0x0500, &cells[2..7]), styled(0x0600), styled(0x0500)]
}

fn ods() -> Vec<Vec<u8>> {
    let content = |body: &str| {
        format!(
            "<office:document-content><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
        )
    };
    let table = "<table:table table:name=\"S\"><table:table-column table:visibility=\"collapse\"/><table:table-row><table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\"><text:p>Client <text:s text:c=\"3\"/>é</text:p></table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"1234.5\"><text:p>1 234,50</text:p></table:table-cell></table:table-row><table:table-row table:visibility=\"filter\" table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"date\" office:date-value=\"2026-01-31\"/><table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/><table:table-cell table:formula=\"of:=1\" office:value-type=\"percentage\" office:value=\"0.2\"/><table:table-cell office:value-type=\"time\" office:time-value=\"PT12H30M00S\"/></table:table-row><table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
    let (styled, styles) = ods_parts();
    let manifest = "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"/></manifest:manifest>";
    vec![
        content(table).into_bytes(),
        joined(&[content(table).as_bytes(), manifest.as_bytes()]),
        content("").into_bytes(),
        joined(&[content(&styled).as_bytes(), manifest.as_bytes(), styles.as_bytes()]),
    ]
}

fn text() -> Vec<Vec<u8>> {
    [
        "Client;Facture;Date;Échéance;Solde\nALPHA;F1;01/01/2026;31/01/2026;1 200,00\n\"BE\"\"TA\";F2;15/02/2026;17/03/2026;-30,50\n",
        "sep=,\r\nname,amount,note\r\n\"a,b\",1.5,\"two\r\nlines\"\r\n",
        "a\tb\tc\r\r\n1\t2\r\r\n\r\r\n3\t4\t5\t6\r\r\n",
        "\u{FEFF}Nom|Solde\nÉté|12,00\n\n ; \nTotal|12,00\n",
        "SociÃ©tÃ©;12,50 â‚¬\nCafÃ©;1\n",
        "a;b\n\"open;2\n3;4\n",
    ]
    .iter()
    .map(|text| text.as_bytes().to_vec())
    .chain([xml_workbook()])
    .collect()
}

fn encoded() -> Vec<Vec<u8>> {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    vec![
        b"Soci\xE9t\xE9;12,50 \x80\nCaf\xE9;1\n".to_vec(),
        b"Soci\x82t\x82;12,50\nCaf\x82;1\n".to_vec(),
        b"Soci\x8Et\x8E;12,50 \xDB\n".to_vec(),
        b"Soci\xE9t\xE9;12,50 \xA4\n".to_vec(),
        [b"\xFF\xFE".to_vec(), utf16("Été;1\r\nHiver;2\r\n")].concat(),
        utf16("Client;Solde\nAlpha;2\n"),
    ]
}

fn ledgers() -> Vec<Vec<u8>> {
    let fec = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n\
        VE\tVentes\t1\t20260105\t41100000\tClients\tALPHA\tAlpha SARL\tF1\t20260105\tFacture F1\t1200,00\t0,00\tA\t20260210\t20260131\t\t\n\
        VE\tVentes\t1\t20260105\t70700000\tVentes\t\t\tF1\t20260105\tFacture F1\t0,00\t1200,00\t\t\t20260131\t\t\n\
        BQ\tBanque\t2\t20260210\t41100000\tClients\tALPHA\tAlpha SARL\tV1\t20260210\tVirement\t0,00\t1200,00\tA\t20260210\t20260228\t\t\n\
        VE\tVentes\t3\t20260301\t41100000\tClients\tBETA\tBeta\tF2\t20260301\tFacture F2\t+000000000069,40\t0,00\t\t\t20260331\t\t\n";
    let ledger = "Compte;Date;Journal;Pièce;Libellé;Débit;Crédit;Lettrage;Échéance\nALPHA;05/01/2026;VE;F1;Facture;1200,00;;A;04/02/2026\n\
        ALPHA;10/02/2026;BQ;V1;Virement;;1200,00;A;\nBETA;01/03/2026;VE;F2;Facture;69,40;;;31/03/2026\nTotal;;;;;1269,40;1200,00;;\n";
    let aged = "Client;Non échu;1-30;31-60;61-90;+90;Total\nALPHA;100,00;20,00;;;5,00;125,00\nBETA;;;12,00;;;12,00\nTotal;100,00;20,00;12,00;0,00;5,00;137,00\n";
    let history = "customer,invoice,invoice date,due date,amount,paid date\nA,1,01/31/2026,02/28/2026,100.00,03/05/2026\nB,2,12/15/2025,01/14/2026,\"1,250.50\",\n";
    [fec, ledger, aged, history].iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn markup() -> Vec<Vec<u8>> {
    [
        "<html><head><meta charset=\"utf-8\"><style>td{mso-number-format:'\\@'}</style></head><body><table border=1><caption>Balance</caption><tr><th>Client<th colspan=2>Solde<tr style='display:none'><td rowspan=\"2\">ALPHA &amp; fils<td>1&nbsp;200,00<td><table><tr><td>x</table></tr><tr><td>a<br>b</td></tr></table></body></html>",
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"S\"><Table><Column ss:Index=\"2\" ss:Hidden=\"1\" ss:Span=\"2\"/><Row ss:Index=\"2\" ss:Hidden=\"1\"><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">Client &#233;</Data></Cell><Cell ss:Index=\"4\"><Data ss:Type=\"Number\">1.5E2</Data></Cell><Cell><Data ss:Type=\"DateTime\">2026-01-31T00:00:00.000</Data></Cell><Cell ss:Formula=\"=1\"/></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>",
        "<table><tr><td>a<![CDATA[x]]><!-- c --><script>if(a<b)</script></td></tr></table>",
        "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"/>",
        "<html><frameset><frame src=\"a_files/sheet001.htm\"></frameset></html>",
    ]
    .iter()
    .map(|text| text.as_bytes().to_vec())
    .collect()
}

fn words() -> Vec<Vec<u8>> {
    [
        "31/08/2026\t31.08.2026\t1 234,56\n01/02/2026\t2026-08-31\t1.234,56-\n",
        "20260831\t310826\t(1 234,56)\n20260101\t010126\t1'234.56\n",
        "31-août-26\t31 août 2026\t1 234,56 C\n1 janv. 2026\t31-Aug-26\t12,5 H\n",
        "08/31/2026\t45292\t1.234\n00/00/0000\t31/12/9999\t−12\n",
        "30 jours fin de mois\n45 jours fin de mois le 10\nnet 30\n2/10 net 30\n",
        "1E+400\t99999999999999999999\tO,OO\n-\t1.2.3\t,,\n",
    ]
    .iter()
    .map(|text| text.as_bytes().to_vec())
    .collect()
}

fn settings() -> Vec<Vec<u8>> {
    let mapping = "{\"layout\":\"open-items\",\"headerRow\":1,\"columns\":[{\"field\":\"customer\",\"column\":0,\"header\":\"Client\"},{\"field\":\"balance\",\"column\":5,\"header\":\"Solde\"}],\"dateOrder\":\"dmy\",\"amountFormat\":{\"decimal\":\",\",\"group\":\" \"}}";
    let lines = [
        "aged-balance\nledger.csv\n--as-of\n2026-06-30\n--limits\n30,60,90\n--json",
        "due-day\n30 jours fin de mois\n2026-01-15",
        "inspect\nledger.csv\n--lang\nfr",
        "plan\nledger.csv\n--as-of\n2026-02-30",
        "--help",
        "draft\nledger.csv\n--as-of\n2026-06-30\n--terms\n30 jours",
    ];
    let mut seeds =
        vec![[b"\0".as_slice(), engine::policy::DEFAULT.as_bytes()].concat(), [b"\x01", mapping.as_bytes()].concat()];
    seeds.extend(lines.iter().map(|line| [b"\x02", line.as_bytes()].concat()));
    seeds
}

fn writers() -> Vec<Vec<u8>> {
    [
        "=HYPERLINK(\"http://x\")\u{2}+F1\u{2}a@example.com",
        "ALPHA\r\nBcc: x@example.com\u{2}F1\u{2}a@example.com, b@example.com\u{1}@SUM(A1)\u{2}\tF2\u{2}\"a b\"@example.com",
        "{{ customer }} {% include 'x' %}\u{2}<script>alert(1)</script>\u{2}<a@example.com>",
        "../../etc/passwd\u{2}CON\u{2}a@exämple.com\u{1}\u{202E}txt.exe\u{2}\u{200B}F\u{2}é@example.com",
        "－1\u{2}＝1+1\u{2}x\u{1}-12\u{2}-cmd|' /C calc'!A0\u{2}",
    ]
    .iter()
    .map(|text| text.as_bytes().to_vec())
    .collect()
}
