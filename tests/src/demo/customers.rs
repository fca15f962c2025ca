//! The customers of the demonstration ledger: sixty invented names with what makes each of them different.
//! No name, address or number here belongs to anybody: domains end in `.example`, telephone numbers lie in the ranges
//! that the French numbering plan keeps for works of fiction.

use super::terms::Terms::{self, Net30, Net30EndOfMonth, Net45EndOfMonth};

/// How much it buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    Large,
    Medium,
    Public,
    Small,
}

/// How it pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payer {
    /// Around the due date.
    Punctual,
    /// A week late.
    Usual,
    /// Two to five weeks late.
    Slow,
    /// Six to twelve weeks late, always.
    Chronic,
    /// A week late, then nothing any more for invoices from this month on (year, month).
    SilentSince(i32, u32),
    /// On the two payment runs of a month, a few weeks late.
    Runs,
}

/// What happened on its account besides invoices and payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incident {
    None,
    /// Part of the oldest open invoice was paid: lettered together in lower case.
    PartPayment,
    /// The last payment came twice.
    PaidTwice,
    /// A deposit on an order not invoiced yet.
    Deposit,
    /// A round sum came without any reference.
    RoundPayment,
    /// A credit note not used yet.
    CreditNoteLeft,
    /// A credit note lettered with its invoice and the payment of the rest.
    CreditNoteUsed,
    /// Open invoices are disputed, this many at most, oldest first.
    Dispute(usize),
}

use Incident::{CreditNoteLeft, CreditNoteUsed, Deposit, Dispute, PaidTwice, PartPayment, RoundPayment};
use Payer::{Chronic, Punctual, Runs, SilentSince, Slow, Usual};
use Size::{Large, Medium, Public, Small};

/// Name, domain of the e-mail address (empty where none is known), size, payer, terms, incident.
pub type Profile = (&'static str, &'static str, Size, Payer, Terms, Incident);

/// In order of account.
#[rustfmt::skip]
pub const CUSTOMERS: [Profile; 60] = [
    ("Abattis & Brumes SARL", "abattis-brumes", Small, Usual, Net30, Incident::None),
    ("Ateliers Brumecœur SAS", "brumecoeur", Medium, Usual, Net30EndOfMonth, CreditNoteUsed),
    ("Boulangerie Émérande SARL", "emerande", Small, Punctual, Net30, Incident::None),
    ("Brasserie du Vieux Chaland SARL", "vieux-chaland", Small, Slow, Net30, Incident::None),
    ("Cabinet Thévenard-Louvois SELARL", "thevenard-louvois", Small, Punctual, Net30, Incident::None),
    ("Carrelages Ostrevaux SARL", "ostrevaux", Small, Chronic, Net30, Incident::None),
    ("Centre hospitalier de Montbrécy", "ch-montbrecy", Public, Chronic, Net45EndOfMonth, Incident::None),
    ("Charpentes Valmorin SAS", "valmorin", Medium, Slow, Net45EndOfMonth, PartPayment),
    ("Chocolaterie Amandélis EURL", "amandelis", Small, Usual, Net30, CreditNoteLeft),
    ("Clinique vétérinaire des Sorbiers SELARL", "sorbiers", Small, Punctual, Net30, Incident::None),
    ("Commune de Saint-Aubrelin (mairie)", "saint-aubrelin", Public, Slow, Net30, Incident::None),
    ("Communauté de communes du Val d'Ombreuse", "val-ombreuse", Public, Slow, Net30, CreditNoteUsed),
    ("Conserverie Gouëlan SAS", "gouelan", Medium, Slow, Net30, Incident::None),
    ("Coopérative Terrefroide SCA", "terrefroide", Medium, Punctual, Net45EndOfMonth, Incident::None),
    ("Couvertures Hautépine SARL", "hautepine", Small, SilentSince(2026, 4), Net30, Incident::None),
    ("Cycles Rocamaure EURL", "rocamaure", Small, Usual, Net30, Incident::None),
    ("Distribution Vercalis SA", "vercalis", Large, Runs, Net30EndOfMonth, CreditNoteLeft),
    ("Domaine de la Fauvelière EARL", "fauveliere", Small, Slow, Net30EndOfMonth, Incident::None),
    ("École de musique Clairsonne", "clairsonne", Small, Punctual, Net30, PaidTwice),
    ("Électricité Bressolin SARL", "bressolin", Medium, Usual, Net30EndOfMonth, Incident::None),
    ("Emballages Tréfontaine SAS", "trefontaine", Medium, Chronic, Net45EndOfMonth, Dispute(2)),
    ("Fermetures Calvignon SARL", "calvignon", Small, Usual, Net30, Incident::None),
    ("Fonderie Maspérac SAS", "masperac", Medium, SilentSince(2026, 4), Net30EndOfMonth, PartPayment),
    ("Fromagerie Bellecombière SARL", "bellecombiere", Small, Usual, Net30, Incident::None),
    ("Garage Pontevrault SARL", "", Small, Chronic, Net30, PartPayment),
    ("Groupe Altémine SAS", "altemine", Large, Runs, Net30, Dispute(1)),
    ("Horticulture Florandelle EARL", "florandelle", Small, Punctual, Net30, Incident::None),
    ("Hôtel du Lac d'Ambrelle SARL", "lac-ambrelle", Small, Slow, Net30, RoundPayment),
    ("Imprimerie Quercelin SAS", "quercelin", Medium, Usual, Net30, CreditNoteUsed),
    ("Institut Oréade Beauté EURL", "oreade-beaute", Small, SilentSince(2026, 5), Net30, Incident::None),
    ("Jardins Passerose SARL", "passerose", Small, Usual, Net30, Incident::None),
    ("Laboratoire Évanthis SAS", "evanthis", Medium, Punctual, Net30EndOfMonth, Incident::None),
    ("Laiterie Montaubrac SAS", "montaubrac", Medium, Slow, Net30EndOfMonth, Dispute(1)),
    ("Librairie Papier-Soleil EURL", "papier-soleil", Small, Usual, Net30, Incident::None),
    ("Lycée agricole de Férandel", "lycee-ferandel", Public, Usual, Net30, Incident::None),
    ("Maçonnerie Rougevent SARL", "rougevent", Small, Chronic, Net30, Dispute(1)),
    ("Maroquinerie Sellandre EURL", "sellandre", Small, Punctual, Net30, Deposit),
    ("Menuiserie Valcendre SARL", "valcendre", Small, Usual, Net30EndOfMonth, PartPayment),
    ("Métallerie Ferréol-Dax SAS", "ferreol-dax", Medium, Slow, Net45EndOfMonth, Incident::None),
    ("Minoterie des Trois Écluses SAS", "trois-ecluses", Medium, Usual, Net30EndOfMonth, Incident::None),
    ("Mobilier Ardelune SARL", "ardelune", Small, Slow, Net30EndOfMonth, Incident::None),
    ("Opticien Clairvallon SARL", "clairvallon", Small, Usual, Net30, Incident::None),
    ("Ostréiculture Pen-Braz EARL", "pen-braz", Small, Usual, Net30, Incident::None),
    ("Papeterie Mirandol SARL", "mirandol", Small, Punctual, Net30, CreditNoteUsed),
    ("Paysages Verdemont SARL", "verdemont", Small, Slow, Net30, PartPayment),
    ("Peintures Chromalune SARL", "chromalune", Small, Usual, Net30, Incident::None),
    ("Pharmacie du Pont-Tournant SELARL", "pont-tournant", Small, Punctual, Net30, Incident::None),
    ("Plasturgie Novembry SAS", "novembry", Medium, SilentSince(2026, 4), Net45EndOfMonth, Incident::None),
    ("Plomberie Sourdeval-Nef EURL", "", Small, SilentSince(2026, 3), Net30, Incident::None),
    ("Restaurant La Table d'Ysandre SARL", "table-ysandre", Small, Chronic, Net30, Incident::None),
    ("Scierie Boismarchand SAS", "boismarchand", Medium, Slow, Net30EndOfMonth, Incident::None),
    ("Serrurerie Clédor EURL", "cledor", Small, Usual, Net30, Incident::None),
    ("Studio Lanterne Rousse SAS", "lanterne-rousse", Small, Usual, Net30, RoundPayment),
    ("Taxi Étoile du Marais EURL", "etoile-marais", Small, Usual, Net30, Incident::None),
    ("Textiles Garancelle SAS", "garancelle", Medium, Chronic, Net30EndOfMonth, Incident::None),
    ("Théâtre de la Gabare", "theatre-gabare", Small, Slow, Net30, Incident::None),
    ("Transports Oriflandre SA", "oriflandre", Small, Usual, Net30, Incident::None),
    ("Traiteur Cannevelle SARL", "cannevelle", Small, Usual, Net30, Incident::None),
    ("Verrerie Aiglemont-Sud SARL", "aiglemont-sud", Small, Slow, Net30EndOfMonth, Incident::None),
    ("Vignobles Pèlegrance SCEA", "pelegrance", Small, Usual, Net30EndOfMonth, Incident::None),
];
