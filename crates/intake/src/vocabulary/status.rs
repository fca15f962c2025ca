//! What a cell of a status column says.

/// What a cell of a status column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatusWord {
    Disputed,
    Paid,
    Cancelled,
    Nothing,
}

const DISPUTED: &[&str] = &[
    "litige",
    "en litige",
    "litigieux",
    "litigieuse",
    "conteste",
    "contestee",
    "disputed",
    "dispute",
    "in dispute",
    "on hold",
    "hold",
    "bloque",
    "bloquee",
    "blocked",
    "oui",
    "yes",
    "y",
    "o",
    "true",
    "vrai",
    "1",
    "x",
    "ja",
    "si",
    "klarung",
    "disputa",
    "contestazione",
    "betwist",
];

const PAID: &[&str] = &[
    "paid",
    "fully paid",
    "settled",
    "paye",
    "payee",
    "regle",
    "reglee",
    "solde",
    "soldee",
    "acquittee",
    "closed",
    "repaid",
    "bezahlt",
    "pagado",
    "pagada",
    "pagato",
    "pagata",
    "betaald",
    "in payment",
    "cleared",
    "cobrado",
    "cobrada",
    "liquidada",
    "incassato",
    "incassata",
    "saldato",
    "saldata",
    "ausgeglichen",
    "beglichen",
    "erledigt",
    "voldaan",
    "acquitte",
    "encaisse",
    "encaissee",
    "pago",
    "paga",
    "liquidado",
    "quitado",
    "quitada",
    "baixado",
    "received",
    "rembourse",
    "remboursee",
    "soldee integralement",
    "payee integralement",
    "integralement reglee",
    "bezahlt vollstandig",
    "collected",
];

const CANCELLED: &[&str] = &[
    "cancelled",
    "canceled",
    "annule",
    "annulee",
    "void",
    "voided",
    "draft",
    "brouillon",
    "storniert",
    "anulado",
    "anulada",
    "annullato",
    "annullata",
    "geannuleerd",
    "rejected",
    "deleted",
    "proforma",
    "pro forma",
    "entwurf",
    "storno",
    "borrador",
    "bozza",
    "stornata",
    "stornato",
    "concept",
    "cancelado",
    "cancelada",
    "abandonnee",
    "abandonne",
    "written off",
    "write off",
    "ausgebucht",
    "abgeschrieben",
    "irrecouvrable",
    "passee en perte",
    "reversed",
    "voided invoice",
    "inactive",
    "extourne",
    "extournee",
    "anulada total",
    "afgeboekt",
    "incobrable",
    "en brouillon",
    "a valider",
];

const DENIALS: &[&str] = &["non", "no", "n", "false", "faux", "0", "nein", "nee", "aucun", "none", "", "ras"];

/// What the heading of a status column speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatusHeading {
    /// States of any kind.
    States,
    /// Disputes only: any text but a denial is one (`Prix contesté`).
    Disputes,
    /// Whether the document was paid: yes or no.
    Payments,
}

/// Words that say yes.
const YES: &[&str] = &["oui", "yes", "y", "o", "true", "vrai", "1", "x", "ja", "j", "si", "ok"];

/// Reads a status cell.
pub(crate) fn status(words: &str, heading: StatusHeading) -> StatusWord {
    let dispute_column = heading == StatusHeading::Disputes;
    if heading == StatusHeading::Payments && YES.contains(&words) {
        return StatusWord::Paid;
    }
    if DISPUTED.contains(&words) || (dispute_column && !DENIALS.contains(&words)) {
        return StatusWord::Disputed;
    }
    if PAID.contains(&words) {
        return StatusWord::Paid;
    }
    if CANCELLED.contains(&words) {
        return StatusWord::Cancelled;
    }
    StatusWord::Nothing
}

/// What a folded heading of states speaks of.
pub(crate) fn heads_status(words: &str) -> StatusHeading {
    const PAID_HEADINGS: [&str; 11] =
        ["paye", "payee", "regle", "reglee", "soldee", "acquittee", "paid", "pagado", "pagato", "bezahlt", "betaald"];
    match () {
        () if heads_disputes(words) => StatusHeading::Disputes,
        () if PAID_HEADINGS.contains(&words.rsplit(' ').next().unwrap_or(words)) || words == "is paid" => {
            StatusHeading::Payments
        }
        () => StatusHeading::States,
    }
}

/// Whether a folded heading speaks of disputes only.
fn heads_disputes(words: &str) -> bool {
    ["litig", "disput", "contest", "klarung", "betwist", "bloqu", "mahnsperre", "hold", "dunning block"]
        .iter()
        .any(|stem| words.contains(stem))
}
