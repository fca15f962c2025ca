//! What was read, as the contract shows it: files, row equation, rows set aside, remarks, totals, source rows.

use crate::Session;
use crate::left_files::{LeftFile, WhyLeft};
use crate::model;
use crate::reading::{self, ReadFile};
use crate::view::{match_groups, preview, question, remarks};
use intake::Severity;
use ledger::DueDaySource;
use protocol::{
    AccountClassTotal, ControlTotal, Diagnostic, ImportReport, ImportedFile, Place, RowCounts, SourceCell, SourceRow,
    SourceRowQuery,
};
use std::collections::BTreeMap;
use text::Language;
use values::{Amount, Arrange, Currency, Gather};

/// The report of a dossier.
pub fn report(session: &Session, language: Language) -> ImportReport {
    let files = session.files();
    let spans: Vec<_> = session.ledgers().iter().filter_map(ledger::Ledger::span).collect();
    let sentences = |pick: fn(&ReadFile) -> &[intake::Diagnostic]| {
        files
            .iter()
            .flat_map(move |file| pick(file).iter().map(move |diagnostic| view(session, file, diagnostic, language)))
    };
    let unpaid = unpaid_list(files);
    let mut diagnostics: Vec<Diagnostic> = sentences(|file| &file.intake.diagnostics).collect();
    diagnostics.extend(session.left_files().iter().map(|left| remarks::left_file(left, unpaid, language)));
    for file in files {
        let notices = file.workbook.notices.iter().filter(|_| !file.further);
        diagnostics.extend(notices.map(|notice| remarks::notice(&file.name, notice, language)));
        diagnostics.extend(remarks::real_format(file, language).filter(|_| !file.further));
        diagnostics.extend(remarks::read_sheet(file, language));
        diagnostics.extend(remarks::guessed_encoding(file, language).filter(|_| !file.further));
        let left = file.left_sheets.iter();
        diagnostics.extend(left.map(|(sheet, why)| remarks::left_sheet(&file.name, sheet, *why, language)));
    }
    diagnostics.extend(remarks::codes_apart(session.labels(), language));
    diagnostics.extend(habitual_due_days(session, language));
    let ledgers = session.ledgers().iter();
    let alike: Vec<Diagnostic> = ledgers.filter_map(|ledger| remarks::alike_customer_codes(ledger, language)).collect();
    diagnostics.extend(match_groups::unbalanced(session, !alike.is_empty(), language));
    diagnostics.extend(alike);
    let questions = open_questions(session, language);
    diagnostics.extend(questions.iter().cloned().map(|question| remarks::question(question, language)));
    diagnostics.arrange_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
    ImportReport {
        rows: files.iter().map(|file| counts(file.intake.rows)).fold(RowCounts::default(), add),
        set_aside: sentences(|file| &file.intake.set_aside).collect(),
        diagnostics,
        questions,
        control_totals: control_totals(session),
        account_classes: files.iter().flat_map(account_classes).collect(),
        entries: session.ledgers().iter().map(|ledger| ledger.entry_count() as u32).sum(),
        customers: distinct_customers(session),
        currencies: session.ledgers().iter().map(ledger::Ledger::currency).collect(),
        first_day: spans.iter().map(|(first, _)| *first).min(),
        stated_as_of: files.iter().filter_map(|file| file.intake.stated_day).max(),
        compared_as_of: session.compared().map(|compared| compared.day()),
        aged_as_of: session.pre_aged().map(|aged| aged.day),
        aged_limits: session.pre_aged().map(|aged| aged.limits.clone()).unwrap_or_default(),
        last_day: spans.iter().map(|(_, last)| *last).chain(files.iter().filter_map(|file| file.intake.last_day)).max(),
        left_files: session.left_files().iter().map(|left| left_file(left, unpaid, language)).collect(),
        files: files.iter().map(|file| imported_file(file, files.len() > 1, language)).collect(),
        set_aside_unread: files.iter().map(|file| file.intake.set_aside_unread).sum(),
    }
}

/// Due days that no file tells and that were estimated: an automatic decision, announced with its count.
fn habitual_due_days(session: &Session, language: Language) -> Option<Diagnostic> {
    let entries = session.ledgers().iter().flat_map(|ledger| ledger.entries());
    let mut estimated = entries.filter(|entry| entry.due_day_source == DueDaySource::Mode);
    let first = estimated.next()?.source;
    // Those of a FEC are told by how its customers paid, and said with it.
    let said: u32 = session.files().iter().flat_map(|file| &file.intake.diagnostics).map(estimated_by_payments).sum();
    let count = (1 + estimated.count() as u32).saturating_sub(said);
    (count > 0).then(|| remarks::habitual_due_days(session.place(first), count, language))
}

fn estimated_by_payments(diagnostic: &intake::Diagnostic) -> u32 {
    match &diagnostic.kind {
        intake::DiagnosticKind::Fec(intake::FecRemark::EstimatedTerms { share, .. }) => share.count,
        _ => 0,
    }
}

/// At most so many questions are asked about a dossier.
const QUESTIONS: usize = 5;

/// What only a person can decide about the files, the most consequential first.
fn open_questions(session: &Session, language: Language) -> Vec<protocol::Question> {
    let mut asked: Vec<_> = session
        .files()
        .iter()
        .flat_map(|file| file.intake.questions.iter().map(move |question| (question.weight(), file, question)))
        .collect();
    asked.arrange_by_key(|(weight, ..)| std::cmp::Reverse(*weight));
    asked.truncate(QUESTIONS);
    asked.into_iter().map(|(_, file, asked)| question::view(&file.name, file.sheet(), asked, language)).collect()
}

fn distinct_customers(session: &Session) -> u32 {
    let customers = session.ledgers().iter().flat_map(|ledger| ledger.customers().iter().map(|customer| &customer.id));
    customers.gather::<std::collections::BTreeSet<_>>().len() as u32
}

fn imported_file(file: &ReadFile, joined: bool, language: Language) -> ImportedFile {
    ImportedFile {
        name: file.name.clone(),
        format: reading::format(file.workbook.format),
        encoding: file.workbook.encoding.map(|encoding| encoding.label().to_owned()),
        delimiter: file.workbook.delimiter.map(String::from),
        sheets: file.workbook.tables.iter().filter_map(|table| table.name.clone()).collect(),
        mapping: preview::explained(file, language),
        model: file.model.clone(),
        reading_model: Some(Box::new(model::of(file))),
        sha256: file.known_sha256().unwrap_or_default().to_owned(),
        rows: counts(file.intake.rows),
        control_totals: file.intake.control_totals.iter().filter(|_| joined).map(own_total).collect(),
    }
}

/// The first file of which nothing says what was paid.
fn unpaid_list(files: &[ReadFile]) -> Option<&str> {
    let untold = |said: &intake::Diagnostic| matches!(said.kind, intake::DiagnosticKind::NothingSaysPaid { .. });
    files.iter().find(|file| file.intake.diagnostics.iter().any(untold)).map(|file| file.name.as_str())
}

fn left_file(left: &LeftFile, unpaid: Option<&str>, language: Language) -> protocol::LeftFile {
    let (reason, readable) = match left.why {
        WhyLeft::Document(_) => ("document", false),
        WhyLeft::Refused(_) => ("refused", false),
        WhyLeft::SameAs(_) => ("same", false),
        WhyLeft::Within { .. } => ("within", true),
        WhyLeft::Earlier { .. } => ("earlier", true),
        WhyLeft::Suppliers(_) => ("suppliers", true),
        WhyLeft::Asked => ("asked", true),
    };
    let text = remarks::left_file(left, unpaid, language).text;
    protocol::LeftFile { name: left.name.clone(), reason: reason.to_owned(), text, readable }
}

/// A total of one file; the balance of the books is compared with that of all files.
fn own_total(total: &intake::ControlTotal) -> ControlTotal {
    ControlTotal {
        currency: total.currency,
        stated: total.stated,
        computed: total.computed,
        ok: total.agrees(),
        set_aside: total.set_aside,
        ledger: None,
        ledger_ok: None,
    }
}

fn counts(rows: intake::RowCounts) -> RowCounts {
    RowCounts {
        read: rows.read,
        imported: rows.imported,
        set_aside: rows.set_aside,
        blank: rows.blank,
        headings: rows.headings,
        totals: rows.totals,
    }
}

fn add(a: RowCounts, b: RowCounts) -> RowCounts {
    RowCounts {
        read: a.read + b.read,
        imported: a.imported + b.imported,
        set_aside: a.set_aside + b.set_aside,
        blank: a.blank + b.blank,
        headings: a.headings + b.headings,
        totals: a.totals + b.totals,
    }
}

/// One total per currency over all files; a stated one only where every file of that currency states one.
fn control_totals(session: &Session) -> Vec<ControlTotal> {
    let mut totals: BTreeMap<Currency, (Option<Amount>, Amount, Amount)> = BTreeMap::new();
    // A balance that is only compared is no part of the total.
    let counted = session.files().iter().filter(|file| session.compared().is_none() || file.intake.aged.is_none());
    for total in counted.flat_map(|file| &file.intake.control_totals) {
        let (stated, computed, set_aside) =
            totals.entry(total.currency).or_insert((Some(Amount::ZERO), Amount::ZERO, Amount::ZERO));
        *stated = stated.zip(total.stated).map(|(sum, more)| sum + more);
        *computed += total.computed;
        *set_aside += total.set_aside;
    }
    let totals = totals.into_iter();
    totals
        .map(|(currency, (stated, computed, set_aside))| {
            let ledger = session.ledger_balance(currency);
            ControlTotal {
                currency,
                stated,
                computed,
                ok: stated.map(|stated| stated == computed),
                set_aside,
                ledger,
                ledger_ok: ledger.map(|ledger| ledger == computed),
            }
        })
        .collect()
}

/// The customers' accounts of a FEC, by class.
fn account_classes(file: &ReadFile) -> impl Iterator<Item = AccountClassTotal> {
    file.intake.classes.iter().map(|total| AccountClassTotal {
        file: file.name.clone(),
        class: total.class.key().to_owned(),
        root: total.class.root().to_owned(),
        lines: total.lines,
        total: total.total,
        imported: total.imported,
        ok: total.total == total.imported,
    })
}

fn view(session: &Session, file: &ReadFile, diagnostic: &intake::Diagnostic, language: Language) -> Diagnostic {
    let at = diagnostic.at.map(|source| Place {
        column: diagnostic.column.as_ref().map(|column| column.index),
        header: diagnostic.column.as_ref().map(|column| column.header.clone()).filter(|header| !header.is_empty()),
        ..session.place(source)
    });
    Diagnostic {
        code: diagnostic.code().to_owned(),
        severity: match diagnostic.severity {
            Severity::Info => protocol::Severity::Info,
            Severity::Warning => protocol::Severity::Warning,
            Severity::Error => protocol::Severity::Error,
        },
        text: diagnostic.sentence(language, &file.name, file.sheet()),
        at,
        seen: diagnostic.seen.clone(),
        proposal: diagnostic.proposal().map(str::to_owned),
        rows: Some(rows(diagnostic)).filter(|rows| *rows > 1),
    }
}

/// Rows that a diagnostic is about.
fn rows(diagnostic: &intake::Diagnostic) -> u32 {
    match diagnostic.kind {
        intake::DiagnosticKind::NoDueDate { count } => count,
        _ => diagnostic.rows(),
    }
}

/// A row as it stands in its file, each cell with the heading of its column and what it was taken for.
pub fn source_row(file: &ReadFile, query: &SourceRowQuery) -> Option<SourceRow> {
    let index = file.table_of(query.sheet.as_deref())?;
    let table = file.raw_rows(index, query.row, 1);
    let row = table.row(query.row)?;
    let headings = file.raw_rows(index, file.mapping.header_row(), 1);
    let headings = headings.row(file.mapping.header_row());
    let cell = |cell: sheet::Cell<'_>| SourceCell {
        column: cell.column,
        header: headings
            .and_then(|row| row.cell(cell.column))
            .map(|heading| heading.text.to_owned())
            .unwrap_or_default(),
        value: cell.text.to_owned(),
        key: file
            .mapping
            .columns()
            .iter()
            .find(|binding| binding.column == cell.column)
            .map(|binding| binding.field.key().to_owned()),
    };
    Some(SourceRow {
        file: file.name.clone(),
        sheet: table.name.clone(),
        row: query.row,
        cells: row.cells().map(cell).collect(),
    })
}
