//! What a cell of a status column says.

use super::documents::is_credit_note_name;
use super::marks::{self, Mark};
use crate::composed;

/// What a cell of a status column says, the weakest first: the last outweighs the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StatusWord {
    /// Known words that leave the document due, or none.
    Open,
    /// Words nobody here knows: the document counts as due, and that is said.
    Unknown,
    Disputed,
    Paid,
    Cancelled,
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
    "ferme",
    "fermee",
    "clos",
    "cloture",
    "cloturee",
    "geschlossen",
    "cerrado",
    "cerrada",
    "chiuso",
    "chiusa",
    "gesloten",
    "encerrado",
    "encerrada",
    "betalt",
    "betald",
    "slutbetald",
    "zaplacona",
    "zaplacono",
    "zaplacone",
    "oplacona",
    "rozliczone",
    "rozliczona",
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
    "rejete",
    "rejetee",
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
    "anulowana",
    "anulowane",
    "annulleret",
    "makulerad",
];

/// How words begin that leave a document due: sent, late, in part, reminded, with the bailiff.
const OPEN: &[&str] = &[
    // French
    "ouvert",
    "cours",
    "echu",
    "echoir",
    "retard",
    "impay",
    "attente",
    "envoy",
    "emis",
    "relanc",
    "rappel",
    "demeure",
    "partiel",
    "valid",
    "comptabilis",
    "payer",
    "regler",
    "solder",
    "recouvrer",
    "encaisser",
    "due",
    "contentieux",
    "promesse",
    "transmis",
    "recouvrement",
    "huissier",
    "depos",
    "reste",
    "edit",
    "finalis",
    "mandat",
    "suspend",
    "suspens",
    "disposition",
    "service",
    "normal",
    "venir",
    "cree",
    "commenc",
    // Polish, Danish, Swedish
    "nierozlicz",
    "niezaplac",
    "nieoplac",
    "czesciow",
    "ubetalt",
    "delvist",
    "forfald",
    "aben",
    "obetal",
    "delbetal",
    "forfall",
    "oppen",
    // English
    "open",
    "overdue",
    "unpaid",
    "outstanding",
    "sent",
    "pending",
    "partly",
    "approv",
    "authori",
    "posted",
    "issued",
    "late",
    "await",
    "remind",
    "current",
    "viewed",
    "part",
    "legal",
    "collection",
    "invoiced",
    "promis",
    "submit",
    "active",
    "final",
    "past",
    "chas",
    "unapplied",
    "unallocated",
    "emailed",
    "printed",
    "delivered",
    "released",
    "new",
    // German
    "offen",
    "ausstehend",
    "fallig",
    "uberfallig",
    "mahn",
    "gemahnt",
    "teil",
    "versendet",
    "versandt",
    "gesendet",
    "gebucht",
    "verbucht",
    "verzug",
    "zahlungserinnerung",
    "inkasso",
    "verschickt",
    "gestellt",
    // Spanish, Portuguese
    "pendiente",
    "pendente",
    "vencid",
    "vencer",
    "emitid",
    "enviad",
    "parcial",
    "abiert",
    "abert",
    "impagad",
    "contabilizad",
    "reclamad",
    "atras",
    "receber",
    "cobrar",
    "pagar",
    "devuelt",
    // Italian
    "apert",
    "scadut",
    "scadere",
    "inviat",
    "emess",
    "insolut",
    "attesa",
    "parzial",
    "sospes",
    "sollecit",
    "incassare",
    "saldare",
    // Dutch
    "openstaand",
    "laat",
    "vervallen",
    "verzonden",
    "herinner",
    "aanman",
    "deels",
    "geboekt",
    "verstuurd",
    "definitief",
    "betalen",
];

/// Whole words that leave a document due.
const OPEN_WORDS: [&str; 11] =
    ["du", "facture", "facturee", "non", "no", "not", "nicht", "niet", "nao", "pas", "unbezahlt"];

/// What a state may say beside its word without saying another thing: when and how.
const BESIDE: &[&str] = &[
    "ok",
    "le",
    "la",
    "en",
    "par",
    "on",
    "by",
    "in",
    "full",
    "am",
    "per",
    "mit",
    "el",
    "il",
    "op",
    "via",
    "with",
    "em",
    "con",
    "au",
    "via",
    "cheque",
    "chq",
    "chk",
    "virement",
    "vir",
    "virt",
    "cb",
    "carte",
    "especes",
    "prelevement",
    "prlv",
    "bank",
    "transfer",
    "card",
    "cash",
    "bacs",
    "banque",
    "totalement",
    "integralement",
    "entierement",
    "uberweisung",
    "lastschrift",
    "bonifico",
    "transferencia",
];

pub(super) const DENIALS: &[&str] =
    &["non", "no", "n", "false", "faux", "0", "nein", "nee", "aucun", "none", "", "ras"];

/// What the heading of a status column speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StatusHeading {
    /// States of any kind.
    States,
    /// Disputes only: any text but a denial is one (`Prix contesté`).
    Disputes,
    /// Whether the document was paid: yes or no.
    Payments,
    /// Whether the document was cancelled: yes or no.
    Cancellations,
}

/// Words that say yes.
const YES: &[&str] = &["oui", "yes", "y", "o", "true", "vrai", "1", "x", "ja", "si", "tak"];

/// Reads a status cell.
pub(crate) fn status(words: &str, heading: StatusHeading) -> StatusWord {
    let disputed = match heading {
        StatusHeading::Payments => match marks::mark(words) {
            Mark::Yes | Mark::Paid | Mark::Reference | Mark::Means => return StatusWord::Paid,
            Mark::No | Mark::Unpaid => return StatusWord::Open,
            Mark::Other => DISPUTED.contains(&words),
        },
        StatusHeading::Disputes => !DENIALS.contains(&words),
        StatusHeading::Cancellations if YES.contains(&words) => return StatusWord::Cancelled,
        StatusHeading::Cancellations if matches!(words, "nej" | "nie") => return StatusWord::Open,
        // A bare yes does not say what it answers.
        StatusHeading::States if YES.contains(&words) => return StatusWord::Unknown,
        StatusHeading::States | StatusHeading::Cancellations => DISPUTED.contains(&words),
    };
    if disputed {
        return StatusWord::Disputed;
    }
    if let Some(end) = ended(words) {
        return end;
    }
    let opens = |word: &str| OPEN_WORDS.contains(&word) || OPEN.iter().any(|start| word.starts_with(start));
    // A mark, a day or a number says no state.
    let says = words.chars().any(char::is_alphabetic);
    match () {
        // What kind of document it is, is no state.
        () if is_credit_note_name(words) => StatusWord::Open,
        () if DENIALS.contains(&words) || !says || words.split(' ').any(opens) => StatusWord::Open,
        () => StatusWord::Unknown,
    }
}

/// Paid or cancelled, by the whole text or by what is left of it without when and how (`Payé le 12/09 par chèque`).
fn ended(words: &str) -> Option<StatusWord> {
    let of = |words: &str| match () {
        () if PAID.contains(&words) => Some(StatusWord::Paid),
        () if CANCELLED.contains(&words) => Some(StatusWord::Cancelled),
        () => None,
    };
    let beside = |word: &&str| BESIDE.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit());
    of(words).or_else(|| {
        let mut left: Vec<&str> = words.split(' ').skip_while(beside).collect();
        while left.pop_if(|last| beside(&&**last)).is_some() {}
        of(&left.join(" "))
    })
}

/// What a folded heading of states speaks of.
pub(crate) fn heads_status(words: &str) -> StatusHeading {
    const PAID_HEADINGS: [&str; 11] =
        ["paye", "payee", "regle", "reglee", "soldee", "acquittee", "paid", "pagado", "pagato", "bezahlt", "betaald"];
    let words = marks::without_answers(words);
    let last = words.rsplit(' ').next().unwrap_or(words);
    match () {
        () if heads_disputes(words) => StatusHeading::Disputes,
        () if CANCELLED.contains(&words) => StatusHeading::Cancellations,
        () if words.split(' ').any(|word| NOT.contains(&word)) => StatusHeading::States,
        () if PAID_HEADINGS.contains(&last) || heads_payment(words) => StatusHeading::Payments,
        () => StatusHeading::States,
    }
}

/// Words that turn a heading round: `Non payée` with a cross is due.
const NOT: [&str; 7] = ["non", "not", "pas", "nicht", "niet", "no", "a"];

/// Whether a folded heading asks if documents were paid, or when or how, and nothing else.
pub(crate) fn heads_payment(words: &str) -> bool {
    // `Soldé` and `Solde` are one word once folded: marks under either say the same.
    const WHOLE: [&str; 5] = ["solde", "p np", "pointage", "pointe", "pointee"];
    let words = marks::without_answers(words);
    WHOLE.contains(&words) || composed::heads_payment(words)
}

/// Whether a folded heading of states speaks of payments.
pub(crate) fn speaks_of_payment(words: &str) -> bool {
    const STEMS: [&str; 9] = ["pai", "pay", "regl", "sold", "zahl", "pag", "betaal", "cobr", "incass"];
    words.split(' ').any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a folded heading speaks of disputes only.
fn heads_disputes(words: &str) -> bool {
    ["litig", "disput", "contest", "klarung", "betwist", "bloqu", "blocage", "sperre", "hold", "block"]
        .iter()
        .any(|stem| words.contains(stem))
}
