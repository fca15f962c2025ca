//! Lists of what was never invoiced: quotes, orders still to be delivered, hours of work. Nobody owes it, however its
//! columns are called. Where the headings leave no doubt the list is refused; where a title or the only number of the
//! documents speaks of it, that is said.

use crate::Field;
use crate::header::Heading;
use crate::mapping::Mapping;
use crate::titles::speaks_of_invoices;
use crate::words::{fold, holds};

/// What heads a column of quotes.
const QUOTES: [&str; 22] = [
    "devis",
    "quote",
    "quotes",
    "quotation",
    "quotations",
    "estimate",
    "estimates",
    "angebot",
    "angebote",
    "angebotsnummer",
    "presupuesto",
    "presupuestos",
    "orcamento",
    "orcamentos",
    "preventivo",
    "preventivi",
    "offerte",
    "offertes",
    "offertenummer",
    "offertenr",
    "angebotsnr",
    "angebots nr",
];

/// What heads a column of hours worked.
const HOURS: [&str; 8] = ["heures", "hours", "stunden", "horas", "ore", "uren", "nb heures", "hrs"];

/// What heads columns of orders and deliveries.
const ORDERS: [&str; 24] = [
    "commande",
    "commandes",
    "bon de commande",
    "livraison",
    "livrer",
    "order",
    "orders",
    "delivery",
    "bestellung",
    "bestellungen",
    "lieferung",
    "auftrag",
    "auftrage",
    "auftragsnummer",
    "pedido",
    "pedidos",
    "ordine",
    "ordini",
    "bestelling",
    "bestellingen",
    "encomenda",
    "encomendas",
    "order number",
    "ordernummer",
];

/// What is left of an order: to be delivered or invoiced.
const LEFT: [&str; 19] = [
    "a facturer",
    "a livrer",
    "non facture",
    "non facturee",
    "to invoice",
    "to be invoiced",
    "to bill",
    "to be billed",
    "to deliver",
    "to be delivered",
    "uninvoiced",
    "zu liefern",
    "zu fakturieren",
    "zu berechnen",
    "por facturar",
    "pendiente de facturar",
    "pendiente de servir",
    "da fatturare",
    "te factureren",
];

/// What entitles a list of orders: a print says in what order its rows stand, too.
const ORDER_TITLES: [&str; 10] = [
    "commandes",
    "orders",
    "order book",
    "backlog",
    "bestellungen",
    "auftrage",
    "pedidos",
    "ordini",
    "bestellingen",
    "encomendas",
];

/// Most words of a title that says nothing else.
const SHORT: usize = 4;

fn any(words: &str, list: &[&str]) -> bool {
    list.iter().any(|word| holds(words, word))
}

/// Whether a heading speaks of what was not invoiced yet.
pub(crate) fn speaks_of_something_else(heading: &str) -> bool {
    let words = fold(heading);
    any(&words, &QUOTES) || any(&words, &HOURS) || any(&words, &ORDERS) || any(&words, &LEFT)
}

/// Whether a heading speaks of what is left of an order.
pub(crate) fn is_left_of_an_order(heading: &str) -> bool {
    any(&fold(heading), &LEFT)
}

/// Whether the headings are those of a list of quotes, of orders or of hours. `has`: what some heading claims.
pub(crate) fn is_listed(headings: &[Heading], has: impl Fn(Field) -> bool) -> bool {
    let words: Vec<String> = headings.iter().map(|heading| fold(&heading.text)).collect();
    let dated = has(Field::DueDay) || has(Field::PaymentDay);
    let bare = !dated && !has(Field::Document) && !has(Field::Residual);
    if bare && words.iter().any(|words| any(words, &QUOTES) || any(words, &HOURS)) {
        return true;
    }
    // An invoice bears the number of its quote or order too.
    let invoices = words.iter().any(|words| !any(words, &LEFT) && speaks_of_invoices(words));
    let settled = has(Field::Residual) || has(Field::Paid) || has(Field::Debit);
    let numbered = words.iter().any(|words| any(words, &QUOTES) && is_number(words));
    let left = words.iter().any(|words| any(words, &LEFT)) && words.iter().any(|words| any(words, &ORDERS));
    !invoices && !dated && (left || numbered && !settled)
}

/// Whether a folded heading numbers documents: `Numéro devis`, `Quote #`, a bare `Devis`.
fn is_number(words: &str) -> bool {
    let numbers = |word: &str| {
        ["n", "no", "nr", "num", "numero", "number", "nummer", "ref", "reference", "id", "code"].contains(&word)
            || word.ends_with("nummer")
            || word.ends_with("nr")
    };
    !words.contains(' ') || words.split(' ').any(numbers)
}

/// The title, or the heading of the only numbers of documents, that speaks of quotes or orders and not of invoices.
pub(crate) fn said<'t>(mapping: &'t Mapping, mut titles: impl Iterator<Item = &'t str>) -> Option<String> {
    let entitles = |text: &&str| {
        let words = fold(text);
        let short = words.split(' ').count() <= SHORT;
        short && (any(&words, &QUOTES) || any(&words, &ORDER_TITLES)) && !speaks_of_invoices(&words)
    };
    let heads = |heading: &&str| {
        let words = fold(heading);
        (any(&words, &QUOTES) || any(&words, &ORDERS)) && !speaks_of_invoices(&words)
    };
    let number = mapping.binding(Field::Document).or_else(|| mapping.binding(Field::Reference));
    let heading = number.filter(|_| mapping.layout().has_items()).map(|number| number.header.as_str());
    titles.find(entitles).or(heading.filter(heads)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use crate::detect::detect;

    /// How the best reading of a list would be made; nothing where it is refused.
    fn layout(headings: &str, row: &str) -> String {
        let text = format!("{headings}\n{}", format!("{row}\n").repeat(4));
        let book = sheet::read(text.as_bytes(), &sheet::Limits::default(), &mut |_, _| {}).unwrap();
        let found = detect(&book.tables[0]);
        found.candidates.first().map_or_else(String::new, |best| best.mapping.layout().key().to_owned())
    }

    #[test]
    fn quotes_and_what_is_left_of_orders_are_no_receivables() {
        for headings in ["Numéro devis;Date;Société;Titre;Montant TTC", "Quote number;Date;Client;Title;Amount"] {
            assert_eq!(layout(headings, "D1;13/02/2026;ALPHA SAS;Projet;100,00"), "", "{headings}");
        }
        let orders = "N° commande;Date;Client;Montant TTC;Reste à facturer TTC";
        assert_eq!(layout(orders, "C1;13/02/2026;ALPHA SAS;100,00;40,50"), "");
    }

    #[test]
    fn invoices_bear_the_numbers_of_their_quotes_and_orders() {
        let headings = "N° facture;N° devis;Date;Client;Montant TTC";
        assert_eq!(layout(headings, "F1;D1;13/02/2026;ALPHA SAS;100,00"), "open-items");
        let headings = "N° facture;N° commande;Date;Client;Montant TTC;Reste à facturer";
        assert_eq!(layout(headings, "F1;C1;13/02/2026;ALPHA SAS;100,00;0,50"), "open-items");
    }
}
