//! What only a person can decide about a file: the question, the answers, and what each of them would change.

use crate::Language;
use crate::format::{NARROW_SPACE, NO_BREAK_SPACE};
use values::{Amount, Currency, Day};

impl Language {
    /// Dates can be read in more than one order.
    pub fn ask_date_order(self, header: &str, dates: u32, sample: &str, assumed: &str) -> String {
        let (header, sample, count) = (self.quoted(header), self.quoted(sample), self.counted_dates(dates));
        match self {
            Language::Fr => format!(
                "{count} de {header} se lisent dans plusieurs ordres (par exemple {sample}){NARROW_SPACE}; lecture {assumed} en attendant. Est-ce juste{NARROW_SPACE}?"
            ),
            Language::En => format!(
                "{count} in {header} can be read in more than one order (for example {sample}); read {assumed} meanwhile. Is that right?"
            ),
        }
    }

    /// An earlier file was read in another order than this one shows.
    pub fn ask_date_order_again(self, header: &str, earlier: &str, shown: &str) -> String {
        let header = self.quoted(header);
        match self {
            Language::Fr => format!(
                "La dernière fois, les dates de {header} étaient lues {earlier}{NARROW_SPACE}; ce fichier montre {shown}, et il est lu ainsi en attendant. Est-ce juste{NARROW_SPACE}?"
            ),
            Language::En => format!(
                "Last time, the dates in {header} were read {earlier}; this file shows {shown}, and is read so meanwhile. Is that right?"
            ),
        }
    }

    /// An earlier file was read with another decimal mark than this one shows.
    pub fn ask_amount_format_again(self, header: &str, earlier: char, shown: char) -> String {
        let header = self.quoted(header);
        let (earlier, shown) = (self.quoted(&earlier.to_string()), self.quoted(&shown.to_string()));
        match self {
            Language::Fr => format!(
                "La dernière fois, les décimales de {header} étaient lues après {earlier}{NARROW_SPACE}; dans ce fichier elles suivent {shown}, et il est lu ainsi en attendant. Est-ce juste{NARROW_SPACE}?"
            ),
            Language::En => format!(
                "Last time, decimals in {header} were read after {earlier}; in this file they follow {shown}, and it is read so meanwhile. Is that right?"
            ),
        }
    }

    /// An earlier file told credits in another way than this one shows; `by_type`: this one tells them by their type.
    pub fn ask_sign_again(self, header: &str, types: &str, by_type: bool) -> String {
        let (header, types) = (self.quoted(header), self.quoted(types));
        match (self, by_type) {
            (Language::Fr, true) => format!(
                "La dernière fois, le signe de {header} disait les avoirs et les règlements{NARROW_SPACE}; ce fichier les écrit sans signe et les nomme dans {types}, il est lu ainsi en attendant. Est-ce juste{NARROW_SPACE}?"
            ),
            (Language::Fr, false) => format!(
                "La dernière fois, {types} disait les avoirs et les règlements{NARROW_SPACE}; ce fichier a des montants négatifs dans {header}, leur signe compte en attendant. Est-ce juste{NARROW_SPACE}?"
            ),
            (Language::En, true) => format!(
                "Last time, the sign of {header} told credit notes and payments; this file writes them without a sign and names them in {types}, and is read so meanwhile. Is that right?"
            ),
            (Language::En, false) => format!(
                "Last time, {types} told credit notes and payments; this file has amounts below zero in {header}, and their sign counts meanwhile. Is that right?"
            ),
        }
    }

    /// A way to tell credits, as an answer to a question.
    pub fn sign_choice(self, header: &str, types: &str, by_type: bool) -> String {
        let (header, types) = (self.quoted(header), self.quoted(types));
        match (self, by_type) {
            (Language::Fr, true) => format!("par le type, dans {types}"),
            (Language::Fr, false) => format!("par le signe de {header}"),
            (Language::En, true) => format!("by the type, in {types}"),
            (Language::En, false) => format!("by the sign of {header}"),
        }
    }

    /// What credits become under an answer.
    pub fn effect_sign(self, by_type: bool, negatives: u32) -> String {
        let amounts = self.counted_amounts(negatives);
        match (self, by_type, negatives) {
            (Language::Fr, true, 0) => "les avoirs et les règlements viennent en moins".to_owned(),
            (Language::Fr, true, _) => {
                format!("les avoirs et les règlements changent de signe, même négatifs ({amounts} sous zéro)")
            }
            (Language::Fr, false, 0) => "rien n’est sous zéro, tout s’ajoute au solde".to_owned(),
            (Language::Fr, false, _) => format!("{amounts} sous zéro en moins du solde"),
            (Language::En, true, 0) => "credit notes and payments are deducted".to_owned(),
            (Language::En, true, _) => {
                format!("credit notes and payments change sign, even below zero ({amounts} below zero)")
            }
            (Language::En, false, 0) => "nothing is below zero, everything adds to the balance".to_owned(),
            (Language::En, false, _) => format!("{amounts} below zero deducted from the balance"),
        }
    }

    /// Amounts that are read under an answer, and those that are not.
    pub fn effect_amounts_read(self, read: u32, unreadable: u32) -> String {
        let (read, lost) = (self.counted_amounts(read), self.counted_amounts(unreadable));
        match (self, unreadable) {
            (Language::Fr, 0) => format!("se lisent ainsi{NO_BREAK_SPACE}: {read}, tous"),
            (Language::Fr, _) => {
                format!(
                    "se lisent ainsi{NO_BREAK_SPACE}: {read}{NARROW_SPACE}; lignes mises de côté{NO_BREAK_SPACE}: {lost}"
                )
            }
            (Language::En, 0) => format!("read that way: {read}, all of them"),
            (Language::En, _) => format!("read that way: {read}; rows set aside: {lost}"),
        }
    }

    /// `1.234` can be a thousand or one and a bit.
    pub fn ask_amount_format(self, header: &str, numbers: u32, sample: &str, decimal: char) -> String {
        let (header, sample) = (self.quoted(header), self.quoted(sample));
        let (count, decimal) = (self.counted_amounts(numbers), self.quoted(&decimal.to_string()));
        match self {
            Language::Fr => format!(
                "Dans {header}, rien ne dit si le signe de {count} sépare les milliers ou les décimales (par exemple {sample}){NARROW_SPACE}; décimales lues après {decimal} en attendant. Est-ce juste{NARROW_SPACE}?"
            ),
            Language::En => format!(
                "In {header}, nothing tells whether the mark of {count} separates thousands or decimals (for example {sample}); decimals are read after {decimal} meanwhile. Is that right?"
            ),
        }
    }

    /// True dates never pass day 12 and texts always do, or there is no text; `restored`: they are swapped back meanwhile.
    pub fn ask_half_swapped(self, header: &str, true_dates: u32, texts: u32, restored: bool) -> String {
        let (header, texts_shown) = (self.quoted(header), self.number(i64::from(texts)));
        let true_dates = self.number(i64::from(true_dates));
        let why = match (self, texts) {
            (Language::Fr, 0) => format!(
                "Dans {header}, aucune des {true_dates} dates du tableur n’a un jour qui dépasse 12{NO_BREAK_SPACE}: le tableur a peut-être inversé jour et mois."
            ),
            (Language::En, 0) => format!(
                "In {header}, none of the {true_dates} true dates passes day 12: the spreadsheet may have swapped day and month."
            ),
            (Language::Fr, _) => format!(
                "Dans {header}, {true_dates} dates du tableur ont un jour qui ne dépasse jamais 12 et {texts_shown} textes un jour qui dépasse toujours 12{NO_BREAK_SPACE}: le tableur a sans doute inversé jour et mois à l’ouverture."
            ),
            (Language::En, _) => format!(
                "In {header}, {true_dates} true dates never pass day 12 and {texts_shown} texts always do: the spreadsheet probably swapped day and month on opening."
            ),
        };
        match (self, restored) {
            (Language::Fr, true) => format!("{why} L’ordre est rétabli en attendant. Est-ce juste{NARROW_SPACE}?"),
            (Language::Fr, false) => {
                format!("{why} Les dates sont lues telles quelles en attendant. Est-ce juste{NARROW_SPACE}?")
            }
            (Language::En, true) => format!("{why} The order is restored meanwhile. Is that right?"),
            (Language::En, false) => format!("{why} The dates are read as they are meanwhile. Is that right?"),
        }
    }

    /// Rows are hidden in the workbook; `counted`: they count meanwhile.
    pub fn ask_hidden_rows(self, rows: u32, amounts: &[(Currency, Amount)]) -> String {
        let rows = self.counted_rows(rows);
        let amounts: Vec<String> = amounts.iter().map(|(currency, amount)| self.money(*amount, *currency)).collect();
        let amounts = amounts.join(", ");
        match self {
            Language::Fr => format!(
                "Masquées dans le classeur{NO_BREAK_SPACE}: {rows} du tableau ({amounts}). Faut-il les compter{NARROW_SPACE}?"
            ),
            Language::En => format!("Hidden in the workbook: {rows} of the table ({amounts}). Should they count?"),
        }
    }

    /// The decimal mark, as an answer to a question.
    pub fn decimal_mark_choice(self, decimal: char) -> String {
        let decimal = self.quoted(&decimal.to_string());
        match self {
            Language::Fr => format!("décimales après {decimal}"),
            Language::En => format!("decimals after {decimal}"),
        }
    }

    /// Swapped dates, as an answer to a question.
    pub const fn swap_choice(self, restored: bool) -> &'static str {
        match (self, restored) {
            (Language::Fr, true) => "rétablir jour et mois",
            (Language::Fr, false) => "les laisser telles quelles",
            (Language::En, true) => "swap day and month back",
            (Language::En, false) => "leave them as they are",
        }
    }

    /// Hidden rows, as an answer to a question.
    pub const fn hidden_rows_choice(self, counted: bool) -> &'static str {
        match (self, counted) {
            (Language::Fr, true) => "les compter",
            (Language::Fr, false) => "les ignorer",
            (Language::En, true) => "count them",
            (Language::En, false) => "leave them out",
        }
    }

    /// How a date reads under an answer.
    pub fn effect_day(self, text: &str, day: Option<Day>) -> String {
        let text = self.quoted(text);
        match (self, day) {
            (Language::Fr, Some(day)) => format!("{text} se lit {}", self.long_day(day)),
            (Language::Fr, None) => format!("{text} n’existe pas"),
            (Language::En, Some(day)) => format!("{text} reads {}", self.long_day(day)),
            (Language::En, None) => format!("{text} does not exist"),
        }
    }

    /// First and last day under an answer.
    pub fn effect_span(self, first: Day, last: Day) -> String {
        let (first, last) = (self.day(first), self.day(last));
        match self {
            Language::Fr => format!("dates du {first} au {last}"),
            Language::En => format!("dates from {first} to {last}"),
        }
    }

    /// Rows due before they were invoiced, under an answer.
    pub fn effect_due_before(self, rows: u32) -> String {
        let counted = self.counted_rows(rows);
        match (self, rows) {
            (Language::Fr, 0) => "aucune échéance avant sa facture".to_owned(),
            (Language::Fr, _) => format!("échéance avant la facture{NO_BREAK_SPACE}: {counted}"),
            (Language::En, 0) => "no due date before its invoice".to_owned(),
            (Language::En, _) => format!("due before the invoice: {counted}"),
        }
    }

    /// Dates that no calendar has under an answer.
    pub fn effect_impossible(self, dates: u32) -> String {
        let dates = self.counted_dates(dates);
        match self {
            Language::Fr => format!("impossible ainsi{NO_BREAK_SPACE}: {dates}"),
            Language::En => format!("impossible that way: {dates}"),
        }
    }

    /// How a number reads under an answer; thousandths.
    pub fn effect_number(self, text: &str, thousandths: i64) -> String {
        let (text, number) = (self.quoted(text), self.thousandths(thousandths));
        match self {
            Language::Fr => format!("{text} se lit {number}"),
            Language::En => format!("{text} reads {number}"),
        }
    }

    /// Sum of a column under an answer; thousandths.
    pub fn effect_total(self, header: &str, thousandths: i64) -> String {
        let (header, total) = (self.quoted(header), self.thousandths(thousandths));
        match self {
            Language::Fr => format!("total de {header}{NO_BREAK_SPACE}: {total}"),
            Language::En => format!("total of {header}: {total}"),
        }
    }

    /// The day of a balance aged before, under an answer.
    pub fn effect_aged_as_of(self, day: Day) -> String {
        let day = self.day(day);
        match self {
            Language::Fr => format!("les tranches valent au {day}, et pour ce seul jour"),
            Language::En => format!("the buckets hold on {day}, and on that day only"),
        }
    }

    /// The total of a currency under an answer.
    pub fn effect_currency_total(self, total: Amount, currency: Currency) -> String {
        let total = self.money(total, currency);
        match self {
            Language::Fr => format!("total{NO_BREAK_SPACE}: {total}"),
            Language::En => format!("total: {total}"),
        }
    }

    /// The effects of an answer, in one sentence.
    pub fn effects(self, effects: &[String]) -> String {
        let separator = match self {
            Language::Fr => format!("{NARROW_SPACE}; "),
            Language::En => "; ".to_owned(),
        };
        let mut sentence = effects.join(&separator);
        if let Some(first) = sentence.get(..1).map(str::to_uppercase) {
            sentence.replace_range(..1, &first);
        }
        sentence + "."
    }

    /// How a question is answered on the command line; `patch` is JSON.
    pub fn cli_how_to_answer(self, patch: &str) -> String {
        match self {
            Language::Fr => format!("pour cette réponse, mettez {patch} dans la lecture donnée par --mapping"),
            Language::En => format!("for this answer, put {patch} into the mapping given by --mapping"),
        }
    }

    /// Questions are open: the figures rest on what is assumed.
    pub fn figures_provisional(self, questions: u32) -> String {
        let open = self.number(i64::from(questions));
        match (self, questions) {
            (Language::Fr, 1) => format!(
                "Chiffres provisoires{NO_BREAK_SPACE}: 1{NO_BREAK_SPACE}question sur la lecture des fichiers attend une réponse."
            ),
            (Language::Fr, _) => format!(
                "Chiffres provisoires{NO_BREAK_SPACE}: {open}{NO_BREAK_SPACE}questions sur la lecture des fichiers attendent une réponse."
            ),
            (Language::En, 1) => {
                format!("Provisional figures: 1{NO_BREAK_SPACE}question about reading the files awaits an answer.")
            }
            (Language::En, _) => {
                format!("Provisional figures: {open}{NO_BREAK_SPACE}questions about reading the files await an answer.")
            }
        }
    }

    fn counted_amounts(self, count: u32) -> String {
        let amounts = match self {
            Language::Fr => self.plural(u64::from(count), "montant", "montants"),
            Language::En => self.plural(u64::from(count), "amount", "amounts"),
        };
        format!("{}{NO_BREAK_SPACE}{amounts}", self.number(i64::from(count)))
    }

    /// A number given in thousandths, with decimals only where it has some.
    fn thousandths(self, value: i64) -> String {
        let (whole, rest) = (value / 1_000, (value % 1_000).abs());
        let mut text = self.number(whole);
        if value < 0 && whole == 0 {
            text.insert(0, crate::format::MINUS);
        }
        if rest > 0 {
            text.push(self.decimal_mark());
            text.push_str(&format!("{rest:03}"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn effects_are_one_sentence_in_the_language() {
        let day = Day::new(2026, 2, 1).unwrap();
        let effects = |language: Language| {
            language.effects(&[
                language.effect_total("Solde", 1_234_000),
                language.effect_day("01/02/2026", Some(day)),
                language.effect_number("1.234", -1_234),
                language.effect_due_before(1),
                language.effect_impossible(2),
            ])
        };
        assert_eq!(
            effects(Language::Fr),
            "Total de «\u{A0}Solde\u{A0}»\u{A0}: 1\u{202F}234\u{202F}; «\u{A0}01/02/2026\u{A0}» se lit 1er\u{A0}février 2026\u{202F}; «\u{A0}1.234\u{A0}» se lit \u{2212}1,234\u{202F}; échéance avant la facture\u{A0}: 1\u{A0}ligne\u{202F}; impossible ainsi\u{A0}: 2\u{A0}dates."
        );
        assert_eq!(
            effects(Language::En),
            "Total of “Solde”: 1,234; “01/02/2026” reads 1\u{A0}February 2026; “1.234” reads \u{2212}1.234; due before the invoice: 1\u{A0}row; impossible that way: 2\u{A0}dates."
        );
    }

    #[test]
    fn sentences_agree_with_their_count() {
        assert!(Language::En.ask_amount_format("Amount", 1, "1.234", ',').contains("of 1\u{A0}amount separates"));
        assert!(Language::Fr.figures_provisional(1).contains("1\u{A0}question "));
        assert!(Language::Fr.figures_provisional(2).contains("2\u{A0}questions "));
    }
}
