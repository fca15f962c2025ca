//! The dossier of one customer handed to an agency, a bailiff or a court: claim, items, statement, chronology, interest
//! and fixed sums, what to attach, and what to check first; one archive with its index and digests.

use crate::digest::sha256;
use crate::papers::text_cell as text;
use crate::view::draft;
use crate::{Session, failures, json};
use desk::{Grid, Section, contact_line, kept_key, plan_key};
use export::archive;
use export::listing::{Listing, Value};
use followup::{Hold, Stage, Target};
use ledger::{CustomerKey, Ledger, OpenItem, OpenItems};
use protocol::{ClaimedItem, ClaimsOfCustomer, ClaimsQuery, ExportQuery, Failure};
use serde::Serialize;
use text::Language;
use values::{Amount, Arrange, AsOf, Currency, Day};

/// Whom a dossier can be for.
const RECIPIENTS: [&str; 3] = ["agency", "bailiff", "court"];
/// Months the statement goes back.
const STATEMENT_MONTHS: u32 = 24;

/// `manifest.json` of a dossier.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest<'a> {
    encours: &'static str,
    version: protocol::Version,
    as_of: Day,
    customer: &'a str,
    recipient: &'a str,
    files: Vec<Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    size: usize,
    sha256: String,
}

/// The claim against one customer in one currency.
struct Claim<'a> {
    ledger: &'a Ledger,
    open: &'a OpenItems,
    customer: CustomerKey,
    claims: Option<ClaimsOfCustomer>,
}

impl Claim<'_> {
    fn own(&self) -> impl Iterator<Item = &OpenItem> {
        self.open.items.iter().filter(|item| item.customer == self.customer)
    }

    fn late(&self) -> impl Iterator<Item = &OpenItem> {
        self.own().filter(|item| item.is_overdue(self.open.as_of))
    }

    fn principal(&self) -> Amount {
        self.late().map(|item| item.residual).sum()
    }

    fn credits(&self) -> Amount {
        self.own().map(|item| item.residual.credit_part()).sum()
    }

    fn currency(&self) -> Currency {
        self.ledger.currency()
    }
}

impl Session {
    /// The archive.
    pub(crate) fn handover(&self, query: &ExportQuery, language: Language) -> Result<Vec<u8>, Failure> {
        self.check_day(query.as_of, language)?;
        let recipient = query.recipient.as_deref().unwrap_or("agency");
        if !RECIPIENTS.contains(&recipient) {
            return Err(failures::failure("recipient", language.handover_recipient_refused(recipient), ""));
        }
        let Some(id) = query.customer.as_deref() else {
            return Err(failures::failure("customer", language.customer_required(), ""));
        };
        let snapshot = self.open_on(query.as_of);
        let claims = self.claims_on(query, id, &snapshot, language)?;
        if claims.is_empty() {
            return Err(failures::edit_about_nothing(id, None, language));
        }
        let chronology = self.chronology(id, query.as_of, language);
        let statements: Vec<_> = claims
            .iter()
            .map(|claim| {
                let from = query.as_of.minus_months(STATEMENT_MONTHS).first_of_month();
                drafts::statement(language, claim.ledger, claim.customer, from, AsOf(query.as_of))
            })
            .collect();
        let sender = draft::sender(query.sender.clone().or_else(|| self.saved_sender()).as_ref());
        let csv = |listing: &Listing| {
            export::listing::text(language, listing).map_err(|error| failures::export(&error, language))
        };
        let mut files = vec![
            ("statement.html".to_owned(), drafts::statements_page(language, &statements, &sender.company).into_bytes()),
            ("items.csv".to_owned(), csv(&items_listing(&claims, language))?),
            ("interest.csv".to_owned(), csv(&interest_listing(&claims, language))?),
            ("chronology.csv".to_owned(), csv(&chronology_listing(&chronology, language))?),
        ];
        let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
        let sections = [self.index(&claims, &chronology, &names, recipient, &sender, language)];
        let page = desk::printed(language, language.handover_title(), &sections).into_bytes();
        files.insert(0, ("index.html".to_owned(), page));
        let listed = files.iter().map(|(name, bytes)| Listed { name, size: bytes.len(), sha256: sha256(bytes) });
        let manifest = Manifest {
            encours: "hand-over",
            version: crate::version(),
            as_of: query.as_of,
            customer: id,
            recipient,
            files: listed.collect(),
        };
        files.push(("manifest.json".to_owned(), json::document(&manifest, language)?));
        archive::zip(&files).map_err(|error| failures::export(&error, language))
    }

    /// The claims against a customer, one for each currency in which something is open.
    fn claims_on<'a>(
        &'a self,
        query: &ExportQuery,
        id: &str,
        snapshot: &'a [OpenItems],
        language: Language,
    ) -> Result<Vec<Claim<'a>>, Failure> {
        let rules = query.claims.clone().unwrap_or_default();
        let asked = ClaimsQuery {
            as_of: query.as_of,
            customer: Some(id.to_owned()),
            settings: rules.settings,
            contract_rate_percent: rules.contract_rate_percent,
            day_count: rules.day_count,
            allocation: rules.allocation,
            rates: rules.rates,
            offset: None,
            limit: None,
        };
        let known = self.ledgers().iter().any(|ledger| ledger.find(id).is_some());
        let mut told = if known { self.claims(&asked, language)?.currencies } else { Vec::new() };
        let mut claims = Vec::new();
        for (ledger, open) in self.ledgers().iter().zip(snapshot) {
            let Some(customer) = ledger.find(id) else { continue };
            if !open.items.iter().any(|item| item.customer == customer) {
                continue;
            }
            let of = told.iter_mut().find(|of| of.currency == ledger.currency());
            let own = of.and_then(|of| of.rows.iter().position(|row| row.customer == id).map(|at| of.rows.remove(at)));
            claims.push(Claim { ledger, open, customer, claims: own });
        }
        Ok(claims)
    }

    /// Everything recorded about a customer, in order of day.
    fn chronology(&self, id: &str, by: Day, language: Language) -> Vec<(Day, String)> {
        let register = self.log.register();
        let resolved = self.resolved_on(by);
        let mut events: Vec<(Day, String)> = Vec::new();
        let mut tell = |day: Day, words: String| {
            if day <= by {
                events.push((day, words));
            }
        };
        for contact in register.contacts.iter().filter(|one| one.customer == id) {
            tell(contact.day, contact_line(contact, language));
        }
        let kept = resolved.iter().flat_map(|of| &of.promises);
        for outcome in kept {
            let at = (outcome.number as usize).saturating_sub(1);
            let Some(promise) = register.promises.get(at).map(|of| &of.record) else { continue };
            let Some(first) = promise.items.first().filter(|first| first.item.customer == id) else { continue };
            let amount = language.money(promise.amount, first.item.currency);
            let state = language.record_state(kept_key(outcome.kept));
            tell(promise.made, language.call_sheet_promise(&amount, promise.until, state));
        }
        for outcome in resolved.iter().flat_map(|of| &of.plans) {
            let at = (outcome.number as usize).saturating_sub(1);
            let Some(plan) = register.plans.get(at).map(|of| &of.record) else { continue };
            if plan.items.first().is_some_and(|first| first.item.customer == id) {
                let state = language.record_state(plan_key(&outcome.state));
                tell(plan.agreed, language.call_sheet_plan(plan.terms.len(), state));
            }
        }
        for of in register.disputes.iter().filter(|of| of.record.of.item.customer == id) {
            let (item, dispute) = (&of.record.of.item, &of.record);
            let amount = language.money(dispute.amount, item.currency);
            let what = language.edit("dispute", &format!("{}, {amount}", item.document));
            tell(dispute.since, format!("{what}, {}", language.dispute_category(dispute.category.key())));
            if let Some(end) = &of.end {
                tell(end.day, language.edit("resolve", &item.document));
            }
        }
        for step in register.transitions.iter().filter(|one| one.target.customer() == id) {
            tell(step.day, language.edit("advance", language.stage(step.stage.key())));
        }
        for note in register.notes.iter().filter(|one| one.target.customer() == id) {
            tell(note.day, language.edit("note", &note.text));
        }
        events.arrange_by_key(|(day, _)| *day);
        events
    }

    /// The page that opens the dossier.
    fn index(
        &self,
        claims: &[Claim<'_>],
        chronology: &[(Day, String)],
        files: &[String],
        recipient: &str,
        sender: &drafts::Sender,
        language: Language,
    ) -> Section {
        let Some(first) = claims.first() else { return Section::default() };
        let of = first.ledger.customer(first.customer);
        let debtor = drafts::Recipient::new(of, &mut Vec::new());
        let creditor: Vec<&str> =
            [&sender.company, &sender.legal_form, &sender.address, &sender.siren, &sender.registry]
                .into_iter()
                .flat_map(|part| part.lines())
                .filter(|part| !part.is_empty())
                .collect();
        let identity: Vec<&str> = [debtor.name.as_str(), debtor.siren.as_str()]
            .into_iter()
            .chain(debtor.address.iter().map(String::as_str))
            .filter(|part| !part.is_empty())
            .collect();
        let as_of = first.open.as_of.day();
        let title = format!("{} · {} ({})", language.handover_title(), of.name, of.id);
        let mut grids = Vec::new();
        for claim in claims {
            grids.extend([summary(claim, language), items(claim, language), detail(claim, language)]);
        }
        grids.push(Grid {
            title: language.handover_chronology().to_owned(),
            headings: vec![language.letter_date().to_owned(), language.handover_what().to_owned()],
            figures: 0,
            rows: chronology.iter().map(|(day, what)| vec![language.day(*day), what.clone()]).collect(),
            total: Vec::new(),
        });
        let lines = [
            format!("{} · {}", language.day(as_of), language.handover_recipient(recipient)),
            language.labelled(language.handover_creditor(), &creditor.join(", ")),
            language.labelled(language.handover_debtor(), &identity.join(", ")),
        ];
        let per_day = claims.iter().filter_map(|claim| {
            let amount = language.money(claim.claims.as_ref()?.per_day, claim.currency());
            Some(language.labelled(language.handover_per_day(), &amount))
        });
        let copies = claims.iter().flat_map(|claim| {
            claim.late().map(|item| language.handover_copy(&claim.ledger.document(item.entry), item.day))
        });
        let attach = copies.chain(language.handover_documents(recipient).into_iter().map(str::to_owned)).collect();
        Section {
            title,
            lines: lines.into_iter().chain(per_day).collect(),
            grids,
            checks: vec![
                (language.handover_notes().to_owned(), self.to_check(claims, creditor.is_empty(), language)),
                (language.handover_attach().to_owned(), attach),
                (language.handover_files().to_owned(), files.to_vec()),
            ],
        }
    }

    /// What speaks against handing over as it is, and what the list of claims warns of.
    fn to_check(&self, claims: &[Claim<'_>], no_company: bool, language: Language) -> Vec<String> {
        let Some(first) = claims.first() else { return Vec::new() };
        let (id, day) = (&first.ledger.customer(first.customer).id, first.open.as_of.day());
        let register = self.log.register();
        let noticed = register
            .transitions
            .iter()
            .any(|one| one.target.customer() == *id && one.day <= day && one.stage >= Stage::FormalNotice)
            || register.stage(&Target::Customer(id.clone()), day) >= Stage::FormalNotice;
        let resolved = self.resolved_on(day);
        let holds = |wanted: fn(&Hold) -> bool| {
            let own = resolved.iter().flat_map(|of| &of.holds);
            let mut own = own.filter(|(entry, _)| claims.iter().any(|claim| claim.customer == entry.customer()));
            own.any(|(_, holds)| holds.iter().any(wanted))
        };
        let facts = [
            (!noticed, language.handover_no_notice()),
            (holds(|hold| matches!(hold, Hold::Disputed { .. })), language.handover_disputed()),
            (holds(|hold| matches!(hold, Hold::Insolvent { .. })), language.handover_insolvent()),
            (no_company, language.handover_no_company()),
        ];
        let warned = claims.iter().filter_map(|claim| claim.claims.as_ref()).flat_map(|of| of.warnings.clone());
        facts.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words.to_owned()).chain(warned).collect()
    }
}

fn summary(claim: &Claim<'_>, language: Language) -> Grid {
    let money = |amount| language.money(amount, claim.currency());
    let of = claim.claims.as_ref();
    let interest = of.map_or(Amount::ZERO, |of| of.interest + of.interest_paid_late);
    let indemnity = of.map_or(Amount::ZERO, |of| of.indemnity);
    let rows = [
        (language.handover_principal(), claim.principal()),
        (language.handover_credits(), claim.credits()),
        (language.handover_interest(), interest),
        (language.handover_indemnity(), indemnity),
    ];
    let total = claim.principal() + claim.credits() + interest + indemnity;
    Grid {
        title: format!("{} · {}", language.handover_summary(), claim.currency()),
        headings: vec![String::new(), language.letter_amount().to_owned()],
        figures: 1,
        rows: rows.into_iter().map(|(label, amount)| vec![label.to_owned(), money(amount)]).collect(),
        total: vec![language.handover_total().to_owned(), money(total)],
    }
}

fn items(claim: &Claim<'_>, language: Language) -> Grid {
    let row = |item: &OpenItem| {
        let late = item.days_late(claim.open.as_of).map(|days| language.letter_days_short(days.0));
        vec![
            claim.ledger.document(item.entry),
            language.day(item.day),
            item.due_day.map(|day| language.day(day)).unwrap_or_default(),
            late.unwrap_or_default(),
            language.amount(item.amount, claim.currency()),
            language.amount(item.residual, claim.currency()),
        ]
    };
    let mut late: Vec<&OpenItem> = claim.late().collect();
    late.arrange_by_key(|item| (item.due_day, item.entry));
    let mut total = vec![language.handover_total().to_owned()];
    total.resize(5, String::new());
    total.push(language.amount(claim.principal(), claim.currency()));
    Grid {
        title: language.handover_items().to_owned(),
        headings: [
            language.letter_document(),
            language.letter_date(),
            language.letter_due(),
            language.letter_late(),
            language.letter_amount(),
            language.statement_balance(),
        ]
        .map(str::to_owned)
        .to_vec(),
        figures: 3,
        rows: late.into_iter().map(row).collect(),
        total,
    }
}

fn detail(claim: &Claim<'_>, language: Language) -> Grid {
    let money = |amount| language.amount(amount, claim.currency());
    let items = claim.claims.iter().flat_map(|of| &of.items);
    let row = |item: &ClaimedItem| {
        let rates: Vec<String> = item
            .segments
            .iter()
            .map(|part| {
                format!(
                    "{} – {}, {}",
                    language.day(part.from),
                    language.day(part.to),
                    language.rate(&part.rate_percent)
                )
            })
            .collect();
        vec![item.document.clone(), rates.join(" · "), money(item.interest), money(item.indemnity)]
    };
    Grid {
        title: language.handover_detail().to_owned(),
        headings: [
            language.letter_document(),
            language.handover_rates(),
            language.handover_interest(),
            language.handover_indemnity(),
        ]
        .map(str::to_owned)
        .to_vec(),
        figures: 2,
        rows: items.map(row).collect(),
        total: Vec::new(),
    }
}

fn items_listing(claims: &[Claim<'_>], language: Language) -> Listing {
    let mut rows = Vec::new();
    for claim in claims {
        rows.extend(claim.own().map(|item| {
            let late = item.days_late(claim.open.as_of).filter(|days| days.0 > 0);
            vec![
                text(&claim.ledger.document(item.entry)),
                Value::Day(item.day),
                item.due_day.map_or(Value::Empty, Value::Day),
                late.map_or(Value::Empty, |days| Value::Count(days.0.into())),
                text(claim.currency().code()),
                Value::Amount(item.amount, claim.currency()),
                Value::Amount(item.residual, claim.currency()),
            ]
        }));
    }
    let headings = [
        language.letter_document(),
        language.letter_date(),
        language.letter_due(),
        language.letter_late(),
        language.report_currency(),
        language.letter_amount(),
        language.statement_balance(),
    ];
    listing(language.handover_items(), &headings, rows)
}

fn interest_listing(claims: &[Claim<'_>], language: Language) -> Listing {
    let mut rows = Vec::new();
    for claim in claims {
        let money = |amount| Value::Amount(amount, claim.currency());
        for item in claim.claims.iter().flat_map(|of| &of.items) {
            for part in &item.segments {
                rows.push(vec![
                    text(&item.document),
                    Value::Day(part.from),
                    Value::Day(part.to),
                    Value::Count(part.days.into()),
                    money(part.principal),
                    text(&part.rate_percent),
                    money(part.interest),
                    text(claim.currency().code()),
                    text(&part.source),
                ]);
            }
            rows.push(vec![
                text(&item.document),
                Value::Empty,
                Value::Empty,
                Value::Empty,
                Value::Empty,
                text(language.handover_indemnity()),
                money(item.indemnity),
                text(claim.currency().code()),
                text(&item.indemnity_text),
            ]);
        }
    }
    listing(language.handover_detail(), &language.handover_interest_headings(), rows)
}

fn chronology_listing(events: &[(Day, String)], language: Language) -> Listing {
    let rows = events.iter().map(|(day, what)| vec![Value::Day(*day), text(what)]).collect();
    listing(language.handover_chronology(), &[language.letter_date(), language.handover_what()], rows)
}

fn listing(name: &str, headings: &[&str], rows: Vec<Vec<Value>>) -> Listing {
    let headings = headings.iter().map(|heading| (*heading).to_owned()).collect();
    Listing { name: name.to_owned(), notes: vec![name.to_owned()], headings, rows }
}
