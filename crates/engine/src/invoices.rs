//! The files of invoices that go with e-mails. They are found by their names, checked by their first bytes, and read only
//! where a draft takes them along; nothing of what they hold is looked at.

use crate::view::draft::Written;
use crate::{InputFile, Session};
use drafts::eml::Attachment;
use drafts::invoices::{Documents, Found, InvoiceOf, NameRefused};
use ledger::EntryKind;
use protocol::{AttachedFile, Channel, Diagnostic, Failure, InvoiceChoice, InvoiceFile, InvoiceFiles, InvoiceRef};
use protocol::{InvoicesQuery, Severity};
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use values::Gather;

/// How every PDF file begins (ISO 32000-1, 7.5.2).
const PDF: &[u8] = b"%PDF-";
/// What the invoices of one e-mail may weigh: beyond it, many servers refuse the message.
const LIMIT_BYTES: u64 = 20_000_000;
/// Files looked at, at most.
const FILES_MAX: usize = 5_000;

/// The files given, each with its invoice where it is known.
#[derive(Default)]
pub(crate) struct Shelf {
    files: Vec<InputFile>,
    choices: Vec<InvoiceChoice>,
}

/// What a file is, and why.
struct Placed {
    state: &'static str,
    invoice: Option<InvoiceOf>,
    candidates: Vec<InvoiceOf>,
    remark: String,
}

impl Placed {
    fn refused(remark: String) -> Placed {
        Placed { state: "refused", invoice: None, candidates: Vec::new(), remark }
    }
}

impl Session {
    /// Takes the files of invoices, in place of those before, and tells which invoice each is. Drafts and exports written
    /// from then on take them along.
    pub fn invoices(
        &mut self,
        files: Vec<InputFile>,
        query: &InvoicesQuery,
        language: Language,
    ) -> Result<InvoiceFiles, Failure> {
        self.check_day(query.drafts.as_of, language)?;
        self.shelf = Shelf { files, choices: query.choices.clone() };
        let written = self.written_now(&query.drafts, language)?;
        let documents = self.documents(query.drafts.as_of);
        let placed = self.placed(&documents, language);
        let known: BTreeSet<&InvoiceOf> = placed.iter().filter_map(|one| one.invoice.as_ref()).gather();
        let mails = written.iter().filter(|one| one.view.channel == Channel::Email);
        let wanted: BTreeSet<InvoiceOf> = mails.flat_map(Written::invoices).gather();
        let missing = wanted.iter().filter(|invoice| !known.contains(invoice));
        let too_heavy = written.iter().flat_map(|one| &one.view.diagnostics);
        let too_heavy = too_heavy.filter(|remark| remark.code == TOO_HEAVY).map(|remark| remark.text.clone());
        Ok(InvoiceFiles {
            files: self.shelf.files.iter().zip(&placed).map(|(file, placed)| self.row(file, placed)).collect(),
            missing: missing.map(|invoice| self.reference(invoice)).collect(),
            limit_bytes: LIMIT_BYTES,
            too_heavy: too_heavy.collect(),
        })
    }

    /// Adds to each e-mail the files of its invoices, within the limit; what is left out is told.
    pub(crate) fn attach(&self, written: &mut [Written], as_of: values::Day, language: Language) {
        if self.shelf.files.is_empty() {
            return;
        }
        let placed = self.placed(&self.documents(as_of), language);
        let numbered = placed.iter().enumerate();
        let found: BTreeMap<&InvoiceOf, usize> =
            numbered.filter_map(|(place, one)| Some((one.invoice.as_ref()?, place))).gather();
        for one in written.iter_mut().filter(|one| one.view.channel == Channel::Email) {
            let mut total = 0_u64;
            for invoice in one.invoices() {
                let Some((place, file)) = found.get(&invoice).and_then(|at| Some((*at, self.shelf.files.get(*at)?)))
                else {
                    continue;
                };
                let bytes = file.source.len();
                if total.saturating_add(bytes) > LIMIT_BYTES {
                    let name = text::letters::printable(&file.name).text;
                    one.view.diagnostics.push(too_heavy(&one.view.name, &name, bytes, language));
                    continue;
                }
                total = total.saturating_add(bytes);
                one.invoice_files.push(place);
                one.view.attachments.push(file.name.clone());
                let attached = AttachedFile { name: file.name.clone(), bytes, document: invoice.document };
                one.view.attached.push(attached);
            }
        }
    }

    /// The files that a draft takes along, read.
    pub(crate) fn read_attached(&self, written: &mut [Written], language: Language) -> Result<(), Failure> {
        for one in written {
            for place in &one.invoice_files {
                let Some(file) = self.shelf.files.get(*place) else { continue };
                one.attachments.push(Attachment {
                    name: file.name.clone(),
                    media_type: "application/pdf",
                    bytes: file.bytes(language)?,
                });
            }
        }
        Ok(())
    }

    /// The invoices that may be written about on a day.
    fn documents(&self, as_of: values::Day) -> Documents {
        let open = self.open_on(as_of);
        let each = self.ledgers().iter().zip(open.iter()).flat_map(|(ledger, open)| {
            let owed = open.items.iter().filter(|item| item.kind == EntryKind::Invoice && item.residual.is_debit());
            owed.map(|item| InvoiceOf {
                customer: ledger.customer(item.customer).id.clone(),
                document: ledger.document(item.entry),
            })
        });
        Documents::new(each.filter(|invoice| !invoice.document.is_empty()))
    }

    fn placed(&self, documents: &Documents, language: Language) -> Vec<Placed> {
        // A file that is not taken must not make another one doubtful.
        let numbered = self.shelf.files.iter().enumerate();
        let unusable: Vec<Option<Placed>> =
            numbered.map(|(place, file)| self.unusable(documents, place, file, language)).collect();
        let usable = self.shelf.files.iter().zip(&unusable).filter(|(_, unusable)| unusable.is_none());
        let names: Vec<&str> = usable.map(|(file, _)| file.name.as_str()).collect();
        let mut found = documents.sort(&names).into_iter();
        let each = self.shelf.files.iter().zip(unusable);
        let mut placed: Vec<Placed> = each
            .map(|(file, unusable)| {
                unusable.unwrap_or_else(|| {
                    self.one_placed(documents, file, found.next().unwrap_or(Found::Unknown), language)
                })
            })
            .collect();
        // A person may have said of two files that they are one invoice: the first is taken.
        let mut taken = BTreeSet::new();
        for one in &mut placed {
            if let Some(invoice) = one.invoice.clone()
                && !taken.insert(invoice.clone())
            {
                let remark = language.invoice_second(&invoice.document);
                *one = Placed { state: "ask", invoice: None, candidates: vec![invoice], remark };
            }
        }
        placed
    }

    /// What a file is that is not taken, whatever its name says.
    fn unusable(&self, documents: &Documents, place: usize, file: &InputFile, language: Language) -> Option<Placed> {
        if place >= FILES_MAX {
            return Some(Placed::refused(language.invoices_too_many(FILES_MAX)));
        }
        let mut start = [0; PDF.len()];
        if !file.source.read_at(0, &mut start).is_ok_and(|count| start.get(..count) == Some(PDF)) {
            return Some(Placed::refused(language.invoice_not_pdf().to_owned()));
        }
        if file.source.len() > LIMIT_BYTES {
            let (size, limit) = (language.megabytes(file.source.len()), language.megabytes(LIMIT_BYTES));
            return Some(Placed::refused(language.invoice_too_big(&size, &limit)));
        }
        self.said(file).filter(|choice| choice.document.is_empty()).map(|_| Placed {
            state: "left-out",
            invoice: None,
            candidates: documents.sort(&[&file.name]).first().map(candidates).unwrap_or_default(),
            remark: language.invoice_left_out().to_owned(),
        })
    }

    /// The last thing a person said of a file.
    fn said(&self, file: &InputFile) -> Option<&InvoiceChoice> {
        self.shelf.choices.iter().rev().find(|choice| choice.file == file.name)
    }

    fn one_placed(&self, documents: &Documents, file: &InputFile, found: Found<'_>, language: Language) -> Placed {
        if let Found::Refused(why) = found {
            return Placed::refused(language.invoice_name_refused(key(why)).to_owned());
        }
        let candidates = candidates(&found);
        if let Some(choice) = self.said(file) {
            return chosen(documents, choice, candidates, language);
        }
        match found {
            Found::One(invoice) => {
                Placed { state: "found", invoice: Some(invoice.clone()), candidates, remark: String::new() }
            }
            Found::Ask(_) => {
                let remark = language.invoice_asked(candidates.len()).to_owned();
                Placed { state: "ask", invoice: None, candidates, remark }
            }
            Found::Unknown | Found::Refused(_) => {
                let remark = language.invoice_unknown().to_owned();
                Placed { state: "unknown", invoice: None, candidates, remark }
            }
        }
    }

    fn row(&self, file: &InputFile, placed: &Placed) -> InvoiceFile {
        InvoiceFile {
            name: file.name.clone(),
            bytes: file.source.len(),
            state: placed.state.to_owned(),
            invoice: placed.invoice.as_ref().map(|invoice| self.reference(invoice)),
            candidates: placed.candidates.iter().map(|invoice| self.reference(invoice)).collect(),
            remark: placed.remark.clone(),
        }
    }

    fn reference(&self, invoice: &InvoiceOf) -> InvoiceRef {
        let named = |ledger: &ledger::Ledger| Some(ledger.customer(ledger.find(&invoice.customer)?).name.clone());
        let name = self.ledgers().iter().find_map(named).unwrap_or_else(|| invoice.customer.clone());
        InvoiceRef { customer: invoice.customer.clone(), name, document: invoice.document.clone() }
    }
}

/// The invoices a name may mean.
fn candidates(found: &Found<'_>) -> Vec<InvoiceOf> {
    match found {
        Found::One(one) => vec![(*one).clone()],
        Found::Ask(all) => all.iter().map(|one| (*one).clone()).collect(),
        Found::Unknown | Found::Refused(_) => Vec::new(),
    }
}

/// What a person said of a file.
fn chosen(documents: &Documents, choice: &InvoiceChoice, candidates: Vec<InvoiceOf>, language: Language) -> Placed {
    let named = match choice.customer.is_empty() {
        true => documents.numbered(&choice.document),
        false => documents.find(&choice.customer, &choice.document).into_iter().collect(),
    };
    match named.as_slice() {
        [only] => {
            let invoice = Some((*only).clone());
            Placed { state: "found", invoice, candidates, remark: language.invoice_chosen().to_owned() }
        }
        [] => {
            let remark = language.invoice_choice_unknown(&choice.document);
            Placed { state: if candidates.is_empty() { "unknown" } else { "ask" }, invoice: None, candidates, remark }
        }
        several => {
            let candidates: Vec<InvoiceOf> = several.iter().map(|one| (*one).clone()).collect();
            let remark = language.invoice_asked(candidates.len()).to_owned();
            Placed { state: "ask", invoice: None, candidates, remark }
        }
    }
}

const TOO_HEAVY: &str = "attachment-too-heavy";

fn too_heavy(customer: &str, name: &str, bytes: u64, language: Language) -> Diagnostic {
    let (size, limit) = (language.megabytes(bytes), language.megabytes(LIMIT_BYTES));
    Diagnostic {
        code: TOO_HEAVY.to_owned(),
        severity: Severity::Warning,
        text: language.invoice_too_heavy(customer, name, &size, &limit),
        at: None,
        seen: None,
        proposal: None,
        rows: None,
    }
}

const fn key(why: NameRefused) -> &'static str {
    match why {
        NameRefused::NotPdf => "not-pdf",
        NameRefused::Unsafe => "unsafe",
        NameRefused::TooLong => "too-long",
        NameRefused::Twice => "twice",
    }
}
