//! The texts of a day: those of the plan's steps and of what was recorded or received, in the words a person chose.

use crate::answers::HORIZON_DAYS_MAX;
use crate::claims::ClaimRules;
use crate::occasions::occasions;
use crate::pace::{self, Pace};
use crate::planning::{self, Known, Law};
use crate::returned::FormsOf;
use crate::view::draft::{self, Belongs, Written};
use crate::{Session, failures};
use drafts::correspondence::Correspondence;
use drafts::{Languages, Sender, Setting};
use dunning::{Action, Channel, Policy};
use ledger::Ledger;
use protocol::{Diagnostic, Draft, DraftEdit, DraftsQuery, Failure};
use std::collections::{BTreeMap, BTreeSet};
use text::Language;
use values::{Arrange, AsOf, Currency, Days, Gather};

/// Customers planned and texts written between two moments at which the work can be dropped.
const CUSTOMERS: usize = 64;
const TEXTS: usize = 16;

impl Session {
    /// The texts of the actions asked for, or of those that fall on the as-of day with what was recorded or received of
    /// late, in the order of the plan.
    pub fn drafts(&self, query: &DraftsQuery, language: Language) -> Result<Vec<Draft>, Failure> {
        Ok(self.written_now(query, language)?.into_iter().map(|written| written.view).collect())
    }

    /// The drafts with what their files need, at once.
    pub(crate) fn written_now(&self, query: &DraftsQuery, language: Language) -> Result<Vec<Written>, Failure> {
        pace::through(self.written(query, language, &mut Pace::new(&mut |_| {})))
    }

    /// The drafts with what the files of the archive need of them.
    pub(crate) async fn written(
        &self,
        query: &DraftsQuery,
        language: Language,
        pace: &mut Pace<'_>,
    ) -> Result<Vec<Written>, Failure> {
        self.check_day(query.as_of, language)?;
        let policy = self.policy_or_saved(query.policy.as_deref(), language)?;
        let as_of = AsOf(query.as_of);
        let languages = query.language.map_or(Languages::ByCustomer(language), Languages::Asked);
        let sender = draft::sender(query.sender.clone().or_else(|| self.saved_sender()).as_ref());
        let replacements = draft::replacements(&query.templates);
        let rules = self.claim_rules(query.claims.as_ref(), language)?;
        let asked = Asked::new(query);
        let (open, people) = (self.open_on(query.as_of), self.resolved_on(query.as_of));
        pace.rest().await;
        let payers = self.payers_on(query.as_of);
        let planned = self.actions_asked(&policy, &rules, as_of, &asked, pace).await;
        let total = planned.iter().map(Vec::len).sum();
        let forms = match query.form_in_text {
            true => {
                self.forms(&FormsOf { as_of: query.as_of, sender: query.sender.as_ref(), customer: None }, language)?
            }
            false => Vec::new(),
        };
        let forms: BTreeMap<(&str, Currency), &desk::Form> =
            forms.iter().map(|form| ((form.customer.as_str(), form.currency), form)).gather();
        let mut written = Vec::new();
        let known = open.iter().zip(people.iter()).zip(payers.iter());
        for ((ledger, actions), ((open, people), payers)) in self.ledgers().iter().zip(&planned).zip(known) {
            let of_ledger = rules.with_insolvencies(people);
            let law = Law::new(ledger, open, &of_ledger);
            let about = |customer| draft::about(ledger, payers, &of_ledger, (self.log.register(), people), customer);
            let setting = Setting {
                languages,
                as_of,
                policy: &policy,
                ledger,
                sender: &sender,
                replacements: &replacements,
                claim: &|item, day| law.claim(item, day),
                about: &about,
            };
            let writing =
                Drafting { asked: &asked, setting: &setting, policy: &policy, ledger, forms: &forms, language };
            for some in actions.chunks(TEXTS) {
                pace.at("drafting", written.len(), total).await;
                written.extend(writing.actions(some));
            }
            for some in occasions(self.log.register(), ledger, open, people, language).chunks(TEXTS) {
                pace.rest().await;
                written.extend(writing.occasions(some.to_vec()));
            }
        }
        for remark in self.strangers(&sender, language) {
            written.iter_mut().for_each(|one| one.view.diagnostics.push(remark.clone()));
        }
        let known: BTreeSet<&str> = written.iter().map(|one| one.view.action.as_str()).gather();
        if let Some(unknown) = query.actions.iter().flatten().find(|id| !known.contains(id.as_str())) {
            return Err(failures::action_unknown(unknown, language));
        }
        written.arrange_by(|a, b| a.order().cmp(&b.order()));
        if !query.variants {
            self.attach(&mut written, query.as_of, language);
        }
        Ok(written)
    }

    /// The actions asked for of each ledger, planned some customers at a time.
    async fn actions_asked(
        &self,
        policy: &Policy,
        rules: &ClaimRules,
        as_of: AsOf,
        asked: &Asked<'_>,
        pace: &mut Pace<'_>,
    ) -> Vec<Vec<Action>> {
        let horizon = if asked.ids.is_some() { Days(HORIZON_DAYS_MAX as i32) } else { Days(0) };
        let (open, people) = (self.open_on(as_of.day()), self.resolved_on(as_of.day()));
        pace.rest().await;
        let profiles = self.profiles(policy, as_of.day());
        let each = self.ledgers().iter().zip(open.iter()).zip(people.iter()).zip(&profiles);
        let mut planned = Vec::new();
        for (((ledger, open), people), profiles) in each {
            let of_ledger = rules.with_insolvencies(people);
            let law = Law::new(ledger, open, &of_ledger);
            let known = Known { ledger, people, profiles, law: &law };
            let parts = planning::parts(open, CUSTOMERS);
            let mut actions = Vec::new();
            for (done, part) in parts.iter().enumerate() {
                pace.at("planning", done, parts.len()).await;
                actions.extend(known.plan(policy, part, horizon).actions.into_iter().filter(
                    |action| match &asked.ids {
                        Some(ids) => ids.contains(action.id(policy, ledger).as_str()),
                        None => action.day == as_of.day(),
                    },
                ));
            }
            planned.push(actions);
        }
        planned
    }
}

impl Session {
    /// Customers that contacts or rules name and no ledger knows: a slip of the keyboard must not pass unseen.
    fn strangers(&self, sender: &Sender, language: Language) -> Vec<Diagnostic> {
        let Correspondence { contacts, rules, .. } = &sender.correspondence;
        let named = contacts.iter().map(|one| &one.customer).chain(rules.iter().map(|rule| &rule.customer));
        let named: BTreeSet<&str> = named.map(|name| name.trim()).filter(|name| !name.is_empty()).gather();
        let unknown = named.into_iter().filter(|name| self.ledgers().iter().all(|ledger| ledger.find(name).is_none()));
        unknown.map(|name| draft::stranger(name, language)).collect()
    }
}

/// What is asked of the texts, found quickly.
struct Asked<'a> {
    ids: Option<BTreeSet<&'a str>>,
    variants: bool,
    edits: BTreeMap<&'a str, &'a DraftEdit>,
}

impl<'a> Asked<'a> {
    fn new(query: &'a DraftsQuery) -> Asked<'a> {
        Asked {
            ids: query.actions.as_ref().map(|ids| ids.iter().map(String::as_str).gather()),
            variants: query.variants,
            edits: query.edits.iter().map(|edit| (edit.action.as_str(), edit)).gather(),
        }
    }
}

/// The texts of one ledger.
struct Drafting<'a> {
    asked: &'a Asked<'a>,
    setting: &'a Setting<'a>,
    policy: &'a Policy,
    ledger: &'a Ledger,
    /// The answer forms that e-mails end with, by customer and currency.
    forms: &'a BTreeMap<(&'a str, Currency), &'a desk::Form>,
    language: Language,
}

impl Drafting<'_> {
    fn actions(&self, actions: &[Action]) -> Vec<Written> {
        let actions: Vec<&Action> = actions.iter().collect();
        let of = |action: &Action| Belongs::to_action(self.ledger, self.policy, action);
        if self.asked.variants {
            let all = actions.iter().flat_map(|action| {
                let drafts = drafts::previews(action, self.setting).into_iter();
                drafts.map(|draft| draft::written(self.ledger, of(action), draft, self.language))
            });
            return all.collect();
        }
        let drafts = drafts::write(&actions, self.setting).into_iter().zip(&actions);
        drafts
            .map(|(draft, action)| {
                let belongs = of(action);
                let edit = self.asked.edits.get(belongs.action.as_str()).copied();
                let chosen = edit.filter(|edit| edit.template.is_some() || edit.tone.is_some()).map(|edit| {
                    let manner = edit.tone.as_deref().and_then(draft::manner);
                    drafts::chosen(action, self.setting, edit.template.as_deref(), manner)
                });
                self.reworded(belongs, chosen.unwrap_or(draft), edit)
            })
            .collect()
    }

    /// Occasions are written on their day; by name where actions are named.
    fn occasions(&self, mut occasions: Vec<drafts::Occasion>) -> Vec<Written> {
        if let Some(ids) = &self.asked.ids {
            occasions.retain(|occasion| ids.contains(occasion.id.as_str()));
        }
        let drafts = drafts::write_occasions(&occasions, self.setting).into_iter().zip(&occasions);
        drafts
            .map(|(draft, occasion)| {
                let edit = self.asked.edits.get(occasion.id.as_str()).copied();
                self.reworded(Belongs::to_occasion(self.ledger, occasion), draft, edit)
            })
            .collect()
    }

    /// An e-mail with the answer form of its customer under it, as lines to fill in.
    fn with_form(&self, draft: drafts::Draft) -> drafts::Draft {
        let customer = self.ledger.customer(draft.customer).id.as_str();
        let form = self.forms.get(&(customer, self.ledger.currency()));
        match form.filter(|_| draft.channel == Channel::Email && draft.is_written()) {
            Some(form) => {
                let lines = desk::form_text(draft.language, form);
                draft.followed_by(&lines)
            }
            None => draft,
        }
    }

    /// The draft in the words of a person, as long as no figure changed; else as it was, with the reason.
    fn reworded(&self, belongs: Belongs, draft: drafts::Draft, edit: Option<&DraftEdit>) -> Written {
        let draft = self.with_form(draft);
        let words = edit.filter(|edit| edit.subject.is_some() || edit.body.is_some());
        let Some(words) = words else { return draft::written(self.ledger, belongs, draft, self.language) };
        let subject = words.subject.as_deref().unwrap_or(&draft.subject);
        let body = words.body.as_deref().unwrap_or(&draft.body);
        match draft.reworded(subject, body, None) {
            Ok(reworded) => {
                let changes = draft::changes(&draft, &reworded);
                let mut written = draft::written(self.ledger, belongs, reworded, self.language);
                written.view.changes = changes;
                written
            }
            Err(faults) => {
                let mut written = draft::written(self.ledger, belongs, draft, self.language);
                let refused = faults.iter().map(|fault| draft::edit_refused(fault, self.language));
                written.view.diagnostics.extend(refused);
                written
            }
        }
    }
}
