//! A check of texts: what a reminder must hold, what it must not, by its rung, its reader and what came before. It reads
//! the text as the customer would, so that it holds for our templates, for edited ones and for a text edited by hand.

use crate::case::{Case, Nature};
use crate::diagnostic::Weight;
use crate::level::Level;
use crate::recipient::Recipient;
use crate::sender::CheckedSender;
use crate::sms;
use dunning::Channel;
use text::Language;

mod elements;

pub use elements::Element;

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A formal notice before its turn.
    ToneBeforeTurn,
    /// A formal notice that lacks an element.
    FormalElements,
    /// A formal notice that recalls no earlier reminder.
    FormalHistory,
    /// Going to law before the formal notice.
    Threat,
    /// Threats, pressure or costs that the law forbids.
    Forbidden,
    /// A reproach to a first-time latecomer.
    Reproach,
    /// Lateness before the due date.
    LateBeforeDue,
    /// Penalties to a consumer.
    PenaltiesToConsumer,
    /// Penalties in a first reminder.
    PenaltiesTooEarly,
    /// Nobody addressed, or nobody signing.
    Impersonal,
    /// No amount.
    AmountMissing,
    /// No document number.
    ReferenceMissing,
    /// No due date, or no time to answer.
    DateMissing,
    /// No bank account.
    AccountMissing,
    /// No word for a payment on its way.
    CrossedMissing,
    /// No room for an answer.
    AnswerMissing,
    /// Capitals or exclamation marks.
    Shouting,
    /// Something left to fill in.
    BlankLeft,
    /// An empty or overlong subject.
    Subject,
    /// An ultimatum.
    Pressure,
    /// A text message of several parts.
    SmsParts,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Rule; 21] = [
        Rule::ToneBeforeTurn,
        Rule::FormalElements,
        Rule::FormalHistory,
        Rule::Threat,
        Rule::Forbidden,
        Rule::Reproach,
        Rule::LateBeforeDue,
        Rule::PenaltiesToConsumer,
        Rule::PenaltiesTooEarly,
        Rule::Impersonal,
        Rule::AmountMissing,
        Rule::ReferenceMissing,
        Rule::DateMissing,
        Rule::AccountMissing,
        Rule::CrossedMissing,
        Rule::AnswerMissing,
        Rule::Shouting,
        Rule::BlankLeft,
        Rule::Subject,
        Rule::Pressure,
        Rule::SmsParts,
    ];

    /// Stable identifier.
    pub const fn key(self) -> &'static str {
        match self {
            Rule::ToneBeforeTurn => "text-tone-before-turn",
            Rule::FormalElements => "text-formal-element-missing",
            Rule::FormalHistory => "text-formal-history",
            Rule::Threat => "text-threat",
            Rule::Forbidden => "text-forbidden",
            Rule::Reproach => "text-reproach",
            Rule::LateBeforeDue => "text-late-before-due",
            Rule::PenaltiesToConsumer => "text-penalties-to-consumer",
            Rule::PenaltiesTooEarly => "text-penalties-too-early",
            Rule::Impersonal => "text-impersonal",
            Rule::AmountMissing => "text-amount-missing",
            Rule::ReferenceMissing => "text-reference-missing",
            Rule::DateMissing => "text-date-missing",
            Rule::AccountMissing => "text-account-missing",
            Rule::CrossedMissing => "text-crossed-missing",
            Rule::AnswerMissing => "text-answer-missing",
            Rule::Shouting => "text-shouting",
            Rule::BlankLeft => "text-blank-left",
            Rule::Subject => "text-subject",
            Rule::Pressure => "text-pressure",
            Rule::SmsParts => "text-sms-parts",
        }
    }

    /// How much it matters. A text is never held back by a check: a person decides.
    pub const fn weight(self) -> Weight {
        match self {
            Rule::FormalHistory | Rule::Subject | Rule::SmsParts | Rule::CrossedMissing => Weight::Note,
            _ => Weight::Incomplete,
        }
    }

    /// The sentence.
    pub const fn text(self, language: Language) -> &'static str {
        match self {
            Rule::ToneBeforeTurn => language.lint_tone_before_turn(),
            Rule::FormalElements => language.lint_formal_elements(),
            Rule::FormalHistory => language.lint_formal_history(),
            Rule::Threat => language.lint_threat(),
            Rule::Forbidden => language.lint_forbidden_words(),
            Rule::Reproach => language.lint_reproach(),
            Rule::LateBeforeDue => language.lint_late_before_due(),
            Rule::PenaltiesToConsumer => language.lint_penalties_to_consumer(),
            Rule::PenaltiesTooEarly => language.lint_penalties_too_early(),
            Rule::Impersonal => language.lint_impersonal_text(),
            Rule::AmountMissing => language.lint_amount_missing(),
            Rule::ReferenceMissing => language.lint_reference_missing(),
            Rule::DateMissing => language.lint_date_missing(),
            Rule::AccountMissing => language.lint_account_missing(),
            Rule::CrossedMissing => language.lint_crossed_missing(),
            Rule::AnswerMissing => language.lint_answer_missing(),
            Rule::Shouting => language.lint_shouting(),
            Rule::BlankLeft => language.lint_blank_left(),
            Rule::Subject => language.lint_subject(),
            Rule::Pressure => language.lint_pressure_words(),
            Rule::SmsParts => language.lint_sms_parts(),
        }
    }
}

/// A fault found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// The words found, or the element missing.
    pub seen: Seen,
}

/// What a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Nothing: something is missing.
    Nothing,
    /// These words.
    Words(String),
    /// This element of a formal notice.
    Element(Element),
}

impl Finding {
    /// The sentence, with what was seen.
    pub fn text(&self, language: Language) -> String {
        let sentence = self.rule.text(language);
        match &self.seen {
            Seen::Nothing => sentence.to_owned(),
            Seen::Words(words) => format!("{sentence} {}", language.quoted(words)),
            Seen::Element(element) => format!("{sentence} {}", language.quoted(element.text(language))),
        }
    }
}

/// A text with what it is about.
#[derive(Clone, Copy)]
pub(crate) struct Checked<'a> {
    pub(crate) level: Level,
    pub(crate) case: &'a Case,
    pub(crate) recipient: &'a Recipient,
    pub(crate) sender: &'a CheckedSender,
    pub(crate) subject: &'a str,
    pub(crate) body: &'a str,
}

/// Longest subject that is read at a glance.
const SUBJECT_MAX: usize = 120;
/// Words in capitals in a row that are taken for shouting.
const SHOUTED_WORDS: usize = 4;

/// Everything found, in the order of the rules.
pub(crate) fn lint(text: Checked<'_>) -> Vec<Finding> {
    let looked = Looked::new(text);
    let mut findings = Vec::new();
    for rule in Rule::ALL {
        findings.extend(looked.look(rule).into_iter().map(|seen| Finding { rule, seen }));
    }
    findings
}

/// A text, folded once for all rules.
pub(crate) struct Looked<'a> {
    pub(crate) text: Checked<'a>,
    /// Body alone, lower case, one kind of space and apostrophe.
    pub(crate) folded: String,
    pub(crate) subject: String,
}

impl<'a> Looked<'a> {
    fn new(text: Checked<'a>) -> Looked<'a> {
        Looked { text, folded: folded(text.body), subject: folded(text.subject) }
    }

    pub(crate) fn language(&self) -> Language {
        self.text.case.language
    }

    /// The first of the words that stands in the subject or the body.
    fn first_of(&self, words: &[&str]) -> Option<Seen> {
        let found = words.iter().find(|word| has_word(&self.folded, word) || has_word(&self.subject, word));
        found.map(|word| Seen::Words((*word).to_owned()))
    }

    pub(crate) fn has(&self, words: &[&str]) -> bool {
        self.first_of(words).is_some()
    }

    /// Whether a value stands in the subject or the body as it is printed.
    pub(crate) fn prints(&self, value: &str) -> bool {
        let value = match self.text.case.channel {
            Channel::Sms => folded(&sms::plain(value)),
            _ => folded(value),
        };
        !value.is_empty() && (self.folded.contains(&value) || self.subject.contains(&value))
    }

    fn look(&self, rule: Rule) -> Vec<Seen> {
        match rule {
            Rule::FormalElements => {
                let missing = if self.text.level == Level::Formal { elements::missing(self) } else { Vec::new() };
                missing.into_iter().map(Seen::Element).collect()
            }
            rule => self.look_once(rule).into_iter().collect(),
        }
    }

    fn look_once(&self, rule: Rule) -> Option<Seen> {
        let Checked { level, case, .. } = self.text;
        let language = self.language();
        let missing = |fault: bool| fault.then_some(Seen::Nothing);
        let to_customer = level != Level::Internal && case.channel != Channel::Phone && level != Level::Dialogue;
        let asks = to_customer && self.asks();
        match rule {
            Rule::FormalElements => None,
            Rule::ToneBeforeTurn if level < Level::LastNotice => self.first_of(language.lint_formal_words()),
            Rule::ToneBeforeTurn if level == Level::LastNotice => self.first_of(language.lint_formal_act()),
            Rule::FormalHistory => missing(level == Level::Formal && case.about.contacts.is_empty()),
            Rule::Threat if to_customer && level < Level::Formal => self.first_of(language.lint_threats()),
            Rule::Forbidden if to_customer => self.first_of(language.lint_forbidden()),
            Rule::Reproach if to_customer && (case.about.first_incident() || case.about.contacts.is_empty()) => {
                self.first_of(language.lint_reproaches())
            }
            Rule::LateBeforeDue
                if to_customer && !case.lines.is_empty() && !case.lines.iter().any(crate::case::Line::is_late) =>
            {
                self.first_of(language.lint_late_words())
            }
            Rule::PenaltiesToConsumer if case.about.nature == Nature::Consumer => {
                self.first_of(language.lint_penalty_words())
            }
            Rule::PenaltiesTooEarly if to_customer && level <= Level::Courtesy => {
                self.first_of(language.lint_penalty_words())
            }
            Rule::Impersonal if to_customer && level != Level::Agreement && case.channel != Channel::Sms => {
                self.impersonal()
            }
            Rule::AmountMissing => missing(asks && !self.prints(&language.money(case.total, case.currency))),
            Rule::ReferenceMissing => {
                let mut numbered = case.lines.iter().filter(|line| line.numbered_invoice && line.claimed);
                missing(asks && case.channel != Channel::Sms && numbered.any(|line| !self.prints(&line.document)))
            }
            Rule::DateMissing => missing(asks && case.channel != Channel::Sms && !self.dated()),
            Rule::AccountMissing => missing(asks && case.channel != Channel::Sms && !self.folded.contains("iban")),
            Rule::CrossedMissing => missing(
                asks && (Level::Courtesy..=Level::LastNotice).contains(&level)
                    && case.channel != Channel::Sms
                    && !self.has(language.lint_crossed()),
            ),
            Rule::AnswerMissing => missing(
                asks && level >= Level::Courtesy && case.channel != Channel::Sms && !self.has(language.lint_answers()),
            ),
            Rule::Shouting if to_customer && level != Level::Formal => shouted(self.text.body),
            Rule::BlankLeft if to_customer => self.first_of(language.lint_blanks()),
            Rule::Subject => {
                missing(self.text.subject.trim().is_empty() || self.text.subject.chars().count() > SUBJECT_MAX)
            }
            Rule::Pressure if to_customer => self.first_of(language.lint_pressure()),
            Rule::SmsParts => missing(case.channel == Channel::Sms && sms::count(self.text.body).parts > 1),
            Rule::ToneBeforeTurn
            | Rule::Threat
            | Rule::Forbidden
            | Rule::Reproach
            | Rule::LateBeforeDue
            | Rule::PenaltiesToConsumer
            | Rule::PenaltiesTooEarly
            | Rule::Impersonal
            | Rule::Shouting
            | Rule::BlankLeft
            | Rule::Pressure => None,
        }
    }

    /// The text asks for the items of its case: not a word of thanks, not an answer.
    fn asks(&self) -> bool {
        let about = &self.text.case.about;
        let event = about.promise.is_some() || about.received.is_some() || about.dispute.is_some();
        let answered = self.text.level == Level::Service && event;
        !self.text.case.lines.is_empty() && !answered && self.text.level != Level::Agreement
    }

    fn dated(&self) -> bool {
        let (case, language) = (self.text.case, self.language());
        let due = case.lines.iter().filter(|line| line.claimed);
        let printed = |day| self.prints(&language.day(day)) || self.prints(&language.long_day(day));
        let answered =
            self.text.level < Level::LastNotice || printed(case.deadline) || self.text.level == Level::Formal;
        due.into_iter().all(|line| printed(line.due_day)) && answered
    }

    fn impersonal(&self) -> Option<Seen> {
        let language = self.language();
        if let Some(seen) = self.first_of(language.lint_impersonal()) {
            return Some(seen);
        }
        let opening: String =
            self.folded.lines().filter(|line| !line.is_empty()).take(16).collect::<Vec<_>>().join("\n");
        let greeted = language.lint_greetings().iter().any(|word| opening.contains(word));
        let signed = self.prints(&self.text.sender.name) && !self.text.sender.name.is_empty();
        (!greeted || !signed).then_some(Seen::Nothing)
    }
}

/// Lower case, plain spaces and apostrophes.
pub(crate) fn folded(text: &str) -> String {
    let plain = text.chars().map(|character| match character {
        '\u{A0}' | '\u{202F}' => ' ',
        '’' => '\'',
        other => other,
    });
    plain.collect::<String>().to_lowercase()
}

/// The words stand in the text, and no letter stands before them.
fn has_word(text: &str, words: &str) -> bool {
    let begins =
        |at: usize| text.get(..at).and_then(|before| before.chars().last()).is_none_or(|one| !one.is_alphanumeric());
    text.match_indices(words).any(|(at, _)| begins(at) || !words.starts_with(char::is_alphanumeric))
}

fn shouted(body: &str) -> Option<Seen> {
    if let Some(at) = body.find("!!") {
        return Some(Seen::Words(body.get(at..at + 2).unwrap_or_default().to_owned()));
    }
    let is_loud = |word: &&str| {
        word.chars().count() > 2 && word.chars().all(|one| one.is_uppercase() || matches!(one, '’' | '\'' | ',' | '.'))
    };
    body.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let loud = words.windows(SHOUTED_WORDS).find(|window| window.iter().all(is_loud));
        loud.map(|window| Seen::Words(window.join(" ")))
    })
}
