//! How firm a text is: the ladder of domain.md 9.2, softest first. Each template stands on one rung.

/// A rung of the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Before the due date, or about something else than a debt.
    Service,
    /// Assumes an oversight.
    Courtesy,
    /// Firm and factual.
    Reminder,
    /// A conversation.
    Dialogue,
    /// Offers an arrangement.
    Proposal,
    /// Both sides sign it.
    Agreement,
    /// The last amicable message.
    LastNotice,
    /// A formal notice to pay.
    Formal,
    /// A note among colleagues.
    Internal,
}

impl Level {
    /// The rung of a template; `None` for one of somebody else.
    pub fn of(template: &str) -> Option<Level> {
        Some(match template {
            "email_pre_due" | "sms_pre_due" | "email_thank_you" | "email_statement" | "email_promise_confirmed" => {
                Level::Service
            }
            "email_call_confirmation" | "email_dispute_acknowledged" => Level::Service,
            "email_first_reminder" | "sms_first_reminder" => Level::Courtesy,
            "email_second_reminder" | "email_promise_broken" => Level::Reminder,
            "phone_call" => Level::Dialogue,
            "email_arrangement" => Level::Proposal,
            "letter_instalment_agreement" => Level::Agreement,
            "email_last_notice" => Level::LastNotice,
            "letter_formal_notice" => Level::Formal,
            "internal_alert" => Level::Internal,
            _ => return None,
        })
    }
}
