//! Headings that no list holds, read word by word: `Item balance`, `Belegdat`, `Saldo a receber`, `mt_restant_du`. Every
//! word must be known, alone or as a compound of known words; what they say together names the field or nothing.

use crate::heading::without_brackets;
use crate::words::fold;
use crate::{Field, vocabulary};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a word brings to a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Date,
    Due,
    /// A document that money is asked with.
    Paper,
    Number,
    Customer,
    /// Whoever has an account or a name: a customer only beside a word that says so.
    Holder,
    Name,
    Money,
    Open,
    Paid,
    /// Money about to move: `à payer`, `te ontvangen`.
    ToPay,
    /// Beside a reference: the document's own number.
    Ours,
    /// Makes of it money that moved: `reeds ontvangen`.
    Already,
    Before,
    Not,
    Gross,
    Net,
    Tax,
    Original,
    Posting,
    Issued,
    Late,
    Days,
    Foreign,
    Kind,
    State,
    /// Beside a state: which one.
    Now,
    Small,
}

/// The words of each part, folded, in no language's order.
const WORDS: &[(Part, &str)] = &[
    (Part::Date, "date dates datum fecha fec fch data dat dt dte dato day"),
    (
        Part::Due,
        "due echeance echeances ech maturity fallig falligkeit faellig faelligkeit verfall vencimiento venc vto vcto \
         vence vencimento scadenza scad scade verval vervalt verv ziel zahlungsziel exigible exigibilite zahlbar",
    ),
    (
        Part::Paper,
        "facture factures fact fac invoice invoices inv rechnung rechnungen rechn rg factura facturas fra fattura fatture \
         fatt factuur facturen fatura faturas document documents documento documentos documenti doc dok dokument beleg \
         piece pieces pce bill bills item items voucher transaction trans trx titulo folio posten boekstuk stuk titre \
         echeancier appel statement avis",
    ),
    (Part::Number, "numero nro code cod ref reference referenz referencia id key nb"),
    (
        Part::Customer,
        "client clients clt cli cust customer customers kunde kunden kd debitor debitoren cliente clientes clienti klant \
         klanten debiteur debiteuren tiers tercero terceros party partner partenaire bp relatie entidade entidad adherent \
         adherents coproprietaire coproprietaires locataire locataires tenant eleve eleves famille familles family student \
         pupil resident residents patient patients member membre membres debtor debtors acheteur buyer payor abonne subscriber \
         souscripteur redevable redevables destinataire guarantor debitore deudor deudores mitglied mieter emitente payeur verkooprelatie afnemer inquilino socio sacado",
    ),
    (
        Part::Holder,
        "company organisation organization societe firma empresa entreprise contact kontakt compte account konto acct \
         cuenta conto rekening relation",
    ),
    (
        Part::Name,
        "nom noms name names raison sociale social ragione razon razao denomination denominacion intitule libelle naam nome \
         nombre bezeichnung designation alpha",
    ),
    (
        Part::Money,
        "montant montants mt mnt mtt amount amounts amt betrag betr importe imp importo bedrag valor vlr value total totals \
         tot totale totaal gesamt gesamtbetrag somme summe summen sum",
    ),
    (
        Part::Open,
        "restant restants restante reste rest solde saldo balance bal open outstanding remaining owed owing unpaid offen \
         offene offener offenes ausstehend ausstehende ausstehender pendiente pdte pte pend pendente pending residuo residuel \
         residual rimanenza openstaand openstaande ouvert ouverte impaye impayes dovuto encours unsettled uncollected",
    ),
    (
        Part::Paid,
        "bezahlter bezahlte bezahltes betaalde ontvangst ontvangsten paye payee payes paiement paiements betaling betalingen regle reglee regles reglement reglements encaisse encaissee encaissement encaissements verse \
         versement versements paid payment payments pmt received settled applied allocated collected bezahlt gezahlt \
         zahlung zahlungen pagado pago pagos cobrado cobros abonos incassato incasso incassi pagato pagamento pagamenti \
         betaald voldaan pd soldee soldees pointe pointee recu recue recues vire viree pagata pagada cobrada \
         incassata saldata saldato cleared beglichen eingang recebido liquidado acquitte acompte acomptes acconto acconti anticipo recus lettre affecte impute rgt rgts rglt reglt regl percu percue percus teilzahlung \
         teilzahlungen",
    ),
    (
        Part::ToPay,
        "payer regler encaisser recevoir percevoir verser recouvrer solder pay receive collect ontvangen betalen voldoen saldare \
         pagare incassare riscuotere pagar cobrar cobro receber zahlen",
    ),
    (Part::Ours, "notre nos our onze unsere nuestra nossa nostra"),
    (Part::Already, "deja already reeds bereits ya gia ja"),
    (Part::Before, "avant before vor antes entro voor limite bis"),
    (Part::Not, "non not nicht no niet nao"),
    (Part::Gross, "ttc brut brute brutto bruto gross incl"),
    (Part::Net, "ht net netto neto excl imponibile iliquido subtotal base"),
    (Part::Tax, "tva iva tax taxe taxes vat ust mwst btw impostos impuestos imposta"),
    (Part::Original, "original origine orig initial initiale origineel originale inicial invoiced billed charged"),
    (
        Part::Posting,
        "comptable compta posting posted gl buchung contable contabile boek booking accounting registrazione",
    ),
    (
        Part::Issued,
        "emission emis emise emissao emissione emision issue issued dated billed ausgestellt erstell erstellt",
    ),
    (Part::Late, "retard overdue late verzug uberfallig ueberfallig ritardo atraso retraso laat"),
    (Part::Days, "jours jour days tage dias giorni gg dagen dgn"),
    (Part::Foreign, "devise devises foreign currency cur curr fcy valuta divisa moeda moneda wahrung waehrung wkz"),
    (Part::Kind, "type types typ tipo ty art soort nature kind"),
    (Part::Now, "courant courante actuel actuelle actual aktuell aktueller aktuelle attuale atual huidige"),
    (Part::State, "status statut etat estado stato state situation situacion situacao"),
    (
        Part::Small,
        "current a au aux d da das de dei del della den der des di do dos du e en et for from in l la le les noch nog of on op por sur \
         pour s by next prochaine prossima proxima nachste volgende signe signed still te the to um und van vom von zu zum y still le am il",
    ),
];

fn words() -> &'static BTreeMap<&'static str, Vec<Part>> {
    static WORDS_BY_TEXT: OnceLock<BTreeMap<&'static str, Vec<Part>>> = OnceLock::new();
    WORDS_BY_TEXT.get_or_init(|| {
        let mut words: BTreeMap<&str, Vec<Part>> = BTreeMap::new();
        for (part, list) in WORDS {
            for word in list.split_whitespace() {
                let parts = words.entry(word).or_default();
                if !parts.contains(part) {
                    parts.push(*part);
                }
            }
        }
        words
    })
}

/// Shortest word of a compound: shorter ones are met in any word.
const IN_COMPOUND: usize = 3;
/// Longest compound looked into.
const LONGEST: usize = 32;

/// What the words of a heading say together.
#[derive(Default)]
struct Said(Vec<Part>);

impl Said {
    fn has(&self, part: Part) -> bool {
        self.0.contains(&part)
    }

    fn any(&self, parts: &[Part]) -> bool {
        parts.iter().any(|part| self.has(*part))
    }

    /// Whether nothing else is said, small words apart.
    fn only(&self, parts: &[Part]) -> bool {
        self.0.iter().all(|part| *part == Part::Small || parts.contains(part))
    }

    fn add_word(&mut self, word: &str) -> bool {
        if let Some(parts) = words().get(word) {
            self.0.extend(parts);
            return true;
        }
        let mut compound = Vec::new();
        let whole = word.len() <= LONGEST && word.is_ascii() && split(word, &mut compound);
        self.0.extend(compound);
        whole
    }
}

/// Cuts a compound into known words, `rechnungsdatum` or `datefacture`; the longest first word that leaves known ones wins.
fn split(word: &str, parts: &mut Vec<Part>) -> bool {
    for length in (IN_COMPOUND..=word.len()).rev() {
        let (Some(first), Some(rest)) = (word.get(..length), word.get(length..)) else { continue };
        let Some(known) = words().get(first).filter(|known| !known.contains(&Part::Small)) else { continue };
        let before = parts.len();
        parts.extend(known);
        // German joins words by a letter of its own.
        let joined = ["", "s", "n"].into_iter().filter_map(|link| rest.strip_prefix(link));
        for rest in joined {
            if rest.is_empty() || abbreviates(rest, parts) || split(rest, parts) {
                return true;
            }
        }
        parts.truncate(before);
    }
    false
}

/// The last two letters of a compound: `echdt`, `belegnr`.
fn abbreviates(rest: &str, parts: &mut Vec<Part>) -> bool {
    let part = match rest {
        "dt" => Part::Date,
        "nr" | "no" | "nb" => Part::Number,
        _ => return false,
    };
    parts.push(part);
    true
}

/// The fields a heading names by its words, the likelier first; none where a word is unknown or they do not add up.
/// `tokens`: its words, folded, `n°` and its kin written `numero`.
pub(crate) fn fields<'t>(tokens: impl Iterator<Item = &'t str>) -> Vec<Field> {
    let mut said = Said::default();
    let mut tokens = tokens.peekable();
    let mut first = true;
    while let Some(token) = tokens.next() {
        // `Bill to` and `sold to` say whom, not what.
        if matches!(token, "bill" | "billed" | "sold") && tokens.next_if_eq(&"to").is_some() {
            first = false;
            continue;
        }
        // `Montant dû`, of which folding leaves `montant du`.
        let owed = token == "du" && !first && tokens.peek().is_none();
        if owed {
            said.0.push(Part::Open);
        } else if !said.add_word(token) {
            return Vec::new();
        }
        first = false;
    }
    if said.only(&[]) {
        return Vec::new();
    }
    of(&said)
}

/// Whether the words say that something was paid, and nothing else.
pub(crate) fn says_paid<'t>(mut tokens: impl Iterator<Item = &'t str>) -> bool {
    let mut said = Said::default();
    tokens.all(|token| said.add_word(token)) && said.has(Part::Paid) && said.only(&[Part::Paid])
}

/// Whether the words say what was paid in the currency of the document: `Payé devise`, `Montant réglé en devise`.
pub(crate) fn says_paid_in_currency<'t>(mut tokens: impl Iterator<Item = &'t str>) -> bool {
    let mut said = Said::default();
    tokens.all(|token| said.add_word(token))
        && [Part::Paid, Part::Foreign].iter().all(|part| said.has(*part))
        && said.only(&[Part::Paid, Part::Foreign, Part::Money, Part::Already])
}

/// Whether the words ask if documents were paid, when or how, and nothing else: `Date de règlement`, `Statut paiement`.
pub(crate) fn heads_payment(folded: &str) -> bool {
    // A deposit is a part, a notice is a paper.
    const PARTS: &str = "acompte acomptes acconto acconti anticipo teilzahlung teilzahlungen versement versements avis";
    // Papers are received and letters sent as well.
    const VAGUE: &str =
        "verse recu recue recus recues received recebido eingang applied allocated lettre affecte impute pd";
    let is_in = |list: &str, word: &str| list.split_whitespace().any(|listed| listed == word);
    let mut said = Said::default();
    let known = folded.split(' ').all(|word| !is_in(PARTS, word) && (is_in(VAGUE, word) || said.add_word(word)));
    known && said.has(Part::Paid) && said.only(&[Part::Paid, Part::Date, Part::State, Part::Paper])
}

/// Whether the words name a document that was paid, and nothing else: `Facture réglée`, `Invoice paid`.
pub(crate) fn names_paid_document(folded: &str) -> bool {
    let mut said = Said::default();
    folded.split(' ').all(|word| word == "n" || said.add_word(word))
        && [Part::Paper, Part::Paid].iter().all(|part| said.has(*part))
        && said.only(&[Part::Paper, Part::Paid, Part::Number])
}

/// Whether a heading is that of the numbers of payments: `N° règlement`, `Receipt no.`
pub(crate) fn numbers_payments(heading: &str) -> bool {
    const RECEIPTS: [&str; 7] = ["receipt", "recibo", "quittance", "quittung", "ricevuta", "kwitantie", "remise"];
    let folded = fold(&without_brackets(heading));
    let mut said = Said::default();
    let known = folded.split(' ').all(|word| match word {
        "n" | "no" | "nr" | "num" => {
            said.0.push(Part::Number);
            true
        }
        word if RECEIPTS.contains(&word) => {
            said.0.push(Part::Paid);
            true
        }
        word => said.add_word(word),
    });
    known && [Part::Number, Part::Paid].iter().all(|part| said.has(*part)) && said.only(&[Part::Number, Part::Paid])
}

/// Whether one of the words says that something was paid, or by what: `2ème règlement`, `Chèque`.
pub(crate) fn mentions_payment(folded: &str) -> bool {
    let paid = |word: &str| words().get(word).is_some_and(|parts| parts.contains(&Part::Paid));
    folded.split(' ').any(|word| paid(word) || vocabulary::is_means_of_payment(word))
}

/// Whether one of the words names people who pay, `N° adhérent`: not partners, who may be suppliers as well, nor families, which may
/// be of goods.
pub(crate) fn names_payer(folded: &str) -> bool {
    const EITHER: [&str; 15] = [
        "famille",
        "familles",
        "family",
        "tiers",
        "tercero",
        "terceros",
        "party",
        "partner",
        "partenaire",
        "bp",
        "relatie",
        "entidade",
        "entidad",
        "destinataire",
        "emitente",
    ];
    let payer = |word: &str| words().get(word).is_some_and(|parts| parts.contains(&Part::Customer));
    folded.split(' ').any(|word| payer(word) && !EITHER.contains(&word))
}

/// Whether one of the words says that something remains due.
pub(crate) fn mentions_remainder(folded: &str) -> bool {
    folded.split(' ').any(|word| words().get(word).is_some_and(|parts| parts.contains(&Part::Open)))
}

/// Whether a heading numbers its column among others: `Rgt 2`, `1er acompte`.
pub(crate) fn is_numbered(folded: &str) -> bool {
    folded.split(' ').any(|word| vocabulary::without_ordinal(word) != word)
}

/// Whether a heading says no more than that its column holds days: `Date`, `le`, `Date 2`.
pub(crate) fn is_bare_day(folded: &str) -> bool {
    let mut named = folded.split(' ').map(vocabulary::without_ordinal).filter(|word| !word.is_empty());
    let says_day = |word: &str| {
        let parts = words().get(word);
        parts.is_some_and(|parts| parts.contains(&Part::Date))
            || matches!(word, "le" | "du" | "on" | "am" | "el" | "il")
    };
    named.next().is_some_and(says_day) && named.next().is_none()
}

/// What the heading of one payment among several names: `Rgt 2`, `1er acompte`, `Chèque`, `Date virement`. Ordinals say
/// nothing of their own, and a means of payment says that something was paid.
pub(crate) fn of_instalment(folded: &str) -> Option<Field> {
    let mut means = false;
    let told = folded.split(' ').map(vocabulary::without_ordinal).filter(|word| !word.is_empty());
    let words: Vec<&str> = told
        .filter(|word| !vocabulary::qualifies_means_of_payment(word))
        .map(|word| {
            let is_means = vocabulary::is_means_of_payment(word);
            means |= is_means;
            if is_means { "reglement" } else { word }
        })
        .collect();
    let named = fields(words.iter().copied());
    let day = means && named.is_empty() && words.iter().all(|word| matches!(*word, "reglement" | "le" | "on" | "am"));
    match named.as_slice() {
        [field @ (Field::Paid | Field::PaymentDay)] => Some(*field),
        [] if day && words.len() > 1 => Some(Field::PaymentDay),
        _ => None,
    }
}

fn of(said: &Said) -> Vec<Field> {
    let date = said.has(Part::Date);
    let moves = said.any(&[Part::Money, Part::Open, Part::Paid, Part::ToPay, Part::Gross, Part::Original]);
    match () {
        () if date => of_days(said).into_iter().collect(),
        () if said.has(Part::State) => {
            one_if(Field::Status, said.only(&[Part::State, Part::Paper, Part::Paid, Part::Now]))
        }
        // Elsewhere it says an age or an account.
        () if said.has(Part::Now) => Vec::new(),
        () if said.has(Part::Kind) => one_if(Field::DocumentType, said.only(&[Part::Kind, Part::Paper, Part::Number])),
        () if said.any(&[Part::Late, Part::Days]) => {
            let count = said.has(Part::Days) && said.any(&[Part::Late, Part::Due]);
            one_if(Field::DaysLate, count && !said.any(&[Part::Money, Part::Open, Part::Paid]))
        }
        () if said.only(&[Part::Issued, Part::Original]) && said.has(Part::Issued) => {
            // `Billed` heads days as well as amounts: the cells tell.
            let both = said.has(Part::Original).then_some(Field::Amount);
            both.into_iter().chain([Field::InvoiceDay]).collect()
        }
        () if said.only(&[Part::Due, Part::ToPay, Part::Paid, Part::Before])
            && said.any(&[Part::Due, Part::Before]) =>
        {
            vec![Field::DueDay]
        }
        () if moves => of_money(said).into_iter().collect(),
        () if said.has(Part::Customer) => of_customers(said),
        () if said.has(Part::Ours) => {
            one_if(Field::Document, said.has(Part::Number) && said.only(&[Part::Ours, Part::Number]))
        }
        () if said.has(Part::Paper) => one_if(Field::Document, said.only(&[Part::Paper, Part::Number])),
        () if said.has(Part::Foreign) => one_if(Field::Currency, said.only(&[Part::Foreign, Part::Number])),
        // Whose organisation it is, beside a person to speak to.
        () if said.0.iter().filter(|part| **part == Part::Holder).count() > 1 => {
            one_if(Field::CustomerName, said.only(&[Part::Holder, Part::Name]))
        }
        () if said.has(Part::Name) && said.has(Part::Holder) => {
            one_if(Field::CustomerName, said.only(&[Part::Name, Part::Holder]))
        }
        () => Vec::new(),
    }
}

fn one_if(field: Field, is: bool) -> Vec<Field> {
    is.then_some(field).into_iter().collect()
}

fn of_days(said: &Said) -> Option<Field> {
    if said.any(&[Part::Money, Part::Open, Part::Gross, Part::Number, Part::Foreign, Part::State, Part::Name]) {
        return None;
    }
    match () {
        () if said.any(&[Part::Due, Part::Before]) => Some(Field::DueDay),
        () if said.has(Part::Paid) => Some(Field::PaymentDay),
        () if said.has(Part::Posting) => Some(Field::PostingDay),
        () if said.any(&[Part::Paper, Part::Issued]) => Some(Field::InvoiceDay),
        () => None,
    }
}

fn of_money(said: &Said) -> Option<Field> {
    if said.any(&[Part::Number, Part::Name, Part::Posting, Part::Before, Part::Holder]) {
        return None;
    }
    let taxed = said.has(Part::Gross) || !said.any(&[Part::Tax, Part::Net]);
    let denied = said.has(Part::Not) && said.has(Part::Paid);
    let to_pay = said.has(Part::ToPay) && !said.has(Part::Already);
    let open = said.has(Part::Open) || denied || to_pay;
    let paid = said.has(Part::Paid) || (said.has(Part::ToPay) && said.has(Part::Already));
    match () {
        // What was paid of a document in its currency is not the document's amount.
        () if said.has(Part::Foreign) && paid && !open => None,
        () if said.has(Part::Foreign) => said.any(&[Part::Money, Part::Open]).then_some(Field::ForeignAmount),
        () if !taxed || (said.has(Part::Not) && !denied) => None,
        () if open => Some(Field::Residual),
        () if paid => (!said.has(Part::Customer)).then_some(Field::Paid),
        // A document beside it makes of a bare word for origin an amount: `Original item`.
        () if said.any(&[Part::Money, Part::Gross]) => (!said.has(Part::Customer)).then_some(Field::Amount),
        () => None,
    }
}

fn of_customers(said: &Said) -> Vec<Field> {
    let number = said.has(Part::Number);
    match () {
        () if said.has(Part::Paper) => one_if(Field::Document, number && !said.any(&[Part::Name, Part::Holder])),
        () if !said.only(&[Part::Customer, Part::Number, Part::Name, Part::Holder]) => Vec::new(),
        () if said.has(Part::Name) => vec![Field::CustomerName],
        () if number => vec![Field::CustomerId],
        () => vec![Field::CustomerName, Field::CustomerId],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::fold;

    #[test]
    fn words_name_fields_together() {
        for (heading, expected) in [
            ("Item balance", "residual"),
            ("Pending amount", "residual"),
            ("Saldo a receber", "residual"),
            ("Te ontvangen", "residual"),
            ("Reeds ontvangen", "paid"),
            ("Da saldare", "residual"),
            ("Mt restant", "residual"),
            ("Montant non réglé", "residual"),
            ("Offener Restbetrag", "residual"),
            ("Doc Invoice Bal", "residual"),
            ("Original item amount", "amount"),
            ("Valor total", "amount"),
            ("Tot. doc.", "amount"),
            ("Belegdat", "invoice-date"),
            ("Faelligdat", "due-date"),
            ("Vervalt op", "due-date"),
            ("À payer avant le", "due-date"),
            ("Data venc.", "due-date"),
            ("Émis le", "invoice-date"),
            ("datefacture", "invoice-date"),
            ("Echdt", "due-date"),
            ("Date de règlement facture", "payment-date"),
            ("Party's name", "customer-name"),
            ("Nom adhérent", "customer-name"),
            ("Copropriétaire", "customer-name customer-id"),
            ("Onze ref.", "document"),
            ("Mt dû", "residual"),
            ("Bill-to customer ID", "customer-id"),
            ("Scadenza pagamento", "due-date"),
            ("Erstelldatum", "invoice-date"),
            ("Due Date/Receive By", "due-date"),
            ("Code locataire", "customer-id"),
            ("Dias atraso", "days-late"),
            ("Moeda", "currency"),
            ("Billed", "amount invoice-date"),
            ("Date de valeur", ""),
            ("Montant TVA", ""),
            ("Summe netto", ""),
            ("Numéro de règlement", ""),
            ("Retenue de garantie", ""),
            ("Nom du fournisseur", ""),
            ("Client depuis", ""),
        ] {
            let folded = fold(heading);
            let found: Vec<&str> = fields(folded.split(' ')).into_iter().map(Field::key).collect();
            assert_eq!(found.join(" "), expected, "{heading}");
        }
    }
}
