//! The words of the plan's screen: its forms, its filters, its calendar and what a person decides there.

use crate::Language;
use crate::format::NO_BREAK_SPACE;
use values::{Amount, Currency, Day};

texts! {
    title_policy: "Politique", "Policy";
    title_policies: "Comparaison", "Comparison";
    plan_parts: "Le plan et sa politique", "The plan and its policy";
    policy_lead: "Une politique dit qui est contacté, quand, comment et dans quelles limites. Chaque changement est essayé aussitôt sur ce grand livre\u{202f}; le plan ne change que lorsque vous la suivez.", "A policy says who is contacted, when, how and within which limits. Each change is tried on this ledger at once; the plan changes only when you follow it.";
    policy_model: "Partir d’un modèle", "Start from a preset";
    policy_model_none: "Choisir…", "Choose…";
    policy_open: "Ouvrir un fichier", "Open a file";
    policy_save: "Enregistrer le fichier", "Save the file";
    policy_follow: "Suivre cette politique", "Follow this policy";
    policy_followed: "Le plan suit cette politique.", "The plan follows this policy.";
    policy_not_followed: "Le plan ne suit pas encore cette politique.", "The plan does not follow this policy yet.";
    title_advice: "Conseils", "Advice";
    policy_effect: "Effet sur ce grand livre", "Effect on this ledger";
    policy_effect_stale: "Cette politique ne peut pas être suivie en l’état\u{a0}: l’effet affiché est celui du dernier état correct.", "This policy cannot be followed as it stands: the effect shown is that of its last sound state.";
    policy_now: "Suivie", "Followed";
    policy_edited: "Modifiée", "Edited";
    policy_difference: "Écart", "Difference";
    policy_row_up: "Monter", "Move up";
    policy_row_remove: "Retirer", "Remove";
    policies_past: "Sur le passé du grand livre", "On the ledger’s own past";
    past_calls: "dont appels", "of which calls";
    past_needless: "Contacts inutiles", "Needless contacts";
    past_days: "Jours gagnés sur ce qui est réglé en retard", "Days gained on what is paid late";
    past_paid_late: "Réglé en retard", "Paid late";
    past_busiest: "Contacts de la semaine la plus chargée", "Contacts of the busiest week";
    past_assumed: "Hypothèses", "Assumptions";
    policies_lead: "Les deux politiques sont appliquées au même grand livre, à la même date, sur trente jours. Rien ne change dans le plan.", "Both policies are applied to the same ledger, on the same date, over thirty days. Nothing changes in the plan.";
    policies_first: "Première politique", "First policy";
    policies_second: "Seconde politique", "Second policy";
    compared_followed: "Celle du dossier", "The one followed";
    compared_edited: "Celle en cours de modification", "The one being edited";
    outcome_actions: "Contacts", "Contacts";
    outcome_today: "Contacts à la date d’arrêté", "Contacts on the as-of date";
    outcome_customers: "Clients contactés", "Customers contacted";
    outcome_busiest: "Jour le plus chargé", "Busiest day";
    outcome_to_approve: "Contacts à approuver", "Contacts to approve";
    outcome_formal: "Premier contact par mise en demeure", "First contact by a formal notice";
    outcome_cost: "Coût", "Cost";
    outcome_by_channel: "Par canal", "By channel";
    outcome_first: "Premier contact de chaque client", "First contact of each customer";
    outcome_left: "Pièces laissées tranquilles", "Items left alone";
    outcome_figure: "Chiffre", "Figure";
    plan_by: "Afficher par", "Show by";
    plan_by_day: "Jour", "Day";
    plan_by_customer: "Client", "Customer";
    plan_by_calendar: "Calendrier", "Calendar";
    plan_horizon: "Période", "Period";
    plan_30_days: "30 jours", "30 days";
    plan_60_days: "60 jours", "60 days";
    label_segment: "Segment", "Segment";
    label_scenario: "Scénario", "Scenario";
    label_step: "Étape", "Step";
    segment_all: "Tous les clients", "All customers";
    tag_if_unpaid: "si impayé d’ici là", "if still unpaid";
    tag_to_approve: "à approuver", "to approve";
    tag_approved: "approuvée", "approved";
    button_clear_filters: "Effacer les filtres", "Clear the filters";
    calendar_help: "Flèches pour changer de jour, Page préc. et Page suiv. pour changer de mois.", "Arrow keys change the day, Page Up and Page Down the month.";
    calendar_nothing: "Aucun contact ce jour-là.", "No contact on this day.";
    calendar_sure: "à faire à la date d’arrêté", "to do on the as-of date";
    calendar_if_unpaid: "seulement si rien n’est réglé d’ici là", "only if nothing is paid by then";
    calendar_off: "jour non travaillé", "day off";
    calendar_holiday: "férié", "holiday";
    calendar_closure: "fermeture", "closed";
    decide_approve: "Approuver", "Approve";
    decide_skip: "Écarter", "Skip";
    decide_skip_why: "Raison", "Reason";
    decide_snooze: "Reporter", "Put off";
    decide_snooze_until: "au", "until";
    decide_channel: "Passer par", "By other means";
    decide_title: "Décider", "Decide";
    decide_no_reason: "Erreur\u{a0}: dites pourquoi cette action est écartée.", "Error: say why this action is skipped.";
    decide_no_day: "Erreur\u{a0}: choisissez un jour après la date d’arrêté.", "Error: choose a day after the as-of date.";
    decide_take_back: "Reprendre la décision", "Take the decision back";
    title_decisions: "Décisions prises", "Decisions made";
}

impl Language {
    /// The policy a plan follows, as a way to it.
    pub fn plan_follows(self, policy: &str) -> String {
        match self {
            Language::Fr => format!("Politique suivie{NO_BREAK_SPACE}: {policy}"),
            Language::En => format!("Policy followed: {policy}"),
        }
    }

    /// The name of a segment; all customers where a policy has none.
    pub fn plan_segment(self, segment: &str) -> String {
        match segment {
            "all" => self.segment_all().to_owned(),
            segment => self.segment_name(segment),
        }
    }

    /// Segment and scenario of a customer.
    pub fn plan_followed(self, segment: &str, scenario: &str) -> String {
        match self {
            Language::Fr => format!("{segment}, scénario «{NO_BREAK_SPACE}{scenario}{NO_BREAK_SPACE}»"),
            Language::En => format!("{segment}, scenario “{scenario}”"),
        }
    }

    /// The next contact of a customer.
    pub fn plan_next(self, day: Day, step: &str, channel: &str) -> String {
        format!("{}{} {step} ({channel})", self.day(day), self.pick("\u{a0}:", ":"))
    }

    /// Contacts of a channel with what they cost: `12 appels (150,00 €)`.
    pub fn channel_cost(self, channel: &str, count: u32, cost: Amount) -> String {
        let contacts = self.channel_count(channel, count);
        format!("{contacts} ({})", self.money(cost, Currency::EUR))
    }

    /// A month as a heading: `Octobre 2026`.
    pub fn month_heading(self, first: Day) -> String {
        let month = self.month(first.month());
        let mut letters = month.chars();
        let capital = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        format!("{capital}{} {}", letters.as_str(), first.year())
    }

    /// A day of the week in two letters, 1 for Monday.
    pub fn weekday_short(self, weekday: u32) -> &'static str {
        match weekday {
            1 => self.pick("lu", "Mo"),
            2 => self.pick("ma", "Tu"),
            3 => self.pick("me", "We"),
            4 => self.pick("je", "Th"),
            5 => self.pick("ve", "Fr"),
            6 => self.pick("sa", "Sa"),
            _ => self.pick("di", "Su"),
        }
    }

    /// An action approved.
    pub fn decided_approved(self, day: Day) -> String {
        format!("{} {}.", self.pick("Approuvée le", "Approved on"), self.day(day))
    }

    /// An action skipped.
    pub fn decided_skipped(self, day: Day, reason: &str) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("Écartée le {day}{NO_BREAK_SPACE}: {reason}"),
            Language::En => format!("Skipped on {day}: {reason}"),
        }
    }

    /// An action put off.
    pub fn decided_snoozed(self, day: Day, until: Day) -> String {
        let (day, until) = (self.day(day), self.day(until));
        match self {
            Language::Fr => format!("Décision du {day}{NO_BREAK_SPACE}: reportée au {until}."),
            Language::En => format!("Decision of {day}: put off until {until}."),
        }
    }

    /// An action made by other means.
    pub fn decided_channel(self, day: Day, channel: &str) -> String {
        let (day, channel) = (self.day(day), self.channel(channel));
        match self {
            Language::Fr => format!("Décision du {day}{NO_BREAK_SPACE}: passer par {channel}."),
            Language::En => format!("Decision of {day}: by {channel}."),
        }
    }

    /// An action whose text was rewritten.
    pub fn decided_edited(self, day: Day) -> String {
        format!("{} {}.", self.pick("Texte modifié le", "Text edited on"), self.day(day))
    }

    /// The name of a means of contact by its code.
    pub fn channel(self, channel: &str) -> &str {
        match channel {
            "email" => self.channel_email(),
            "letter" => self.channel_letter(),
            "registered-letter" => self.channel_registered_letter(),
            "phone" => self.channel_phone(),
            "sms" => self.channel_sms(),
            "internal" => self.channel_internal(),
            other => other,
        }
    }
}
