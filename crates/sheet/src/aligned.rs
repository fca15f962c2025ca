//! Lists printed in aligned columns with nothing but blanks between them. Lines of items show the columns: a column of
//! amounts is where amounts end, a column of texts the places that some item fills, and each has a heading of its own.
//! Guarantee: every line is a row or counted as blank, rules among the blank ones; a text in which the column of a value
//! is in doubt is not cut at all.

use crate::Unreadable;
use crate::dialect::Dialect;
use crate::framed::Filling;
use crate::limits::{Limit, Limits};
use crate::print_columns::{Column, columns, overlap, runs};
use crate::print_words::{Kind, Word, characters, is_rule, text_at, words};
use crate::table::Table;
use std::collections::BTreeMap;
use std::ops::Range;

/// Items that show the columns, at least.
const ENOUGH: usize = 3;
/// Longest line of an item, in characters.
const WIDEST: usize = 400;
/// Columns of the narrowest list.
const COLUMNS: usize = 3;

/// The columns of a list, from the left.
pub(crate) struct Aligned {
    columns: Vec<Column>,
    /// The line of the headings.
    headings: Vec<char>,
    items: Items,
}

/// What tells the lines of items from the others.
enum Items {
    /// A day in this place, and an amount.
    Dated(Range<usize>),
    /// Two amounts at least, where no lines are dated.
    Amounts,
}

impl Items {
    fn of(lines: &[(Vec<char>, Vec<Word>)]) -> Option<Items> {
        let mut days: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (_, words) in lines.iter().filter(|(_, words)| has(words, Kind::Amount)) {
            for word in words.iter().filter(|word| word.kind == Kind::Day) {
                let (count, end) = days.entry(word.place.start).or_default();
                (*count, *end) = (*count + 1, word.place.end.max(*end));
            }
        }
        let most = days.into_iter().max_by_key(|(_, (count, _))| *count);
        match most.filter(|(_, (count, _))| *count >= ENOUGH) {
            Some((start, (_, end))) => Some(Items::Dated(start..end)),
            None => {
                let enough = lines.iter().filter(|(_, words)| Items::Amounts.has(words)).nth(ENOUGH - 1);
                enough.map(|_| Items::Amounts)
            }
        }
    }

    fn has(&self, words: &[Word]) -> bool {
        match self {
            Items::Dated(place) => {
                has(words, Kind::Amount)
                    && words.iter().any(|word| word.kind == Kind::Day && overlap(&word.place, place) > 0)
            }
            Items::Amounts => words.iter().filter(|word| word.kind == Kind::Amount).nth(1).is_some(),
        }
    }
}

/// A line with its words; one too long has none.
fn line_of(line: &str) -> (Vec<char>, Vec<Word>) {
    let line = characters(line);
    let words = if line.len() <= WIDEST && !line.contains(&'\t') { words(&line) } else { Vec::new() };
    (line, words)
}

fn has(words: &[Word], kind: Kind) -> bool {
    words.iter().any(|word| word.kind == kind)
}

impl Aligned {
    /// Whether a part of a text may show items, cut so far by a dialect.
    pub(crate) fn may_be(part: &str, dialect: Dialect) -> bool {
        let value = |word: &Word| word.kind != Kind::Other;
        let item =
            |words: Vec<Word>| has(&words, Kind::Amount) && words.iter().filter(|word| value(word)).nth(1).is_some();
        dialect.delimiter.is_none_or(|delimiter| delimiter == b',')
            && part.lines().map(line_of).any(|(_, words)| item(words))
    }

    /// The columns of a text; `None` where its lines show none, or leave a doubt.
    pub(crate) fn of(text: &str) -> Option<Aligned> {
        let lines: Vec<(Vec<char>, Vec<Word>)> = text.lines().map(line_of).collect();
        let items = Items::of(&lines)?;
        let (texts, amounts) = runs(lines.iter().map(|(_, words)| words.as_slice()).filter(|words| items.has(words)));
        let above = lines.iter().take_while(|(_, words)| !items.has(words));
        let headed = above.filter(|(line, words)| !is_rule(line) && words.iter().all(|word| word.kind == Kind::Other));
        let headed = headed.filter_map(|(line, words)| Some((line, columns(words, &texts, &amounts)?)));
        let (headings, columns) = headed.max_by_key(|(_, columns)| columns.len())?;
        let list = Aligned { columns, headings: headings.clone(), items };
        let certain = lines.iter().all(|(line, words)| list.is_certain(line, words));
        (list.columns.len() >= COLUMNS && certain).then_some(list)
    }

    /// The table of a list.
    pub(crate) fn read(&self, text: &str, limits: &Limits) -> Result<Table, Unreadable> {
        let mut filling = Filling::new(limits);
        let mut blank = 0;
        for (line, number) in text.split('\n').map(characters).zip(1..) {
            filling.table.start_row(number);
            if !is_rule(&line) {
                for (column, place) in self.cells(&line) {
                    filling.push(column, &text_at(&line, &place))?;
                }
            }
            if filling.table.drop_empty_row() {
                blank += 1;
            } else {
                filling.table.blank_rows += std::mem::take(&mut blank);
                limits.check(Limit::Rows, filling.table.row_count() as u64)?;
            }
        }
        Ok(filling.table)
    }

    /// The columns there are, for the dialect told.
    pub(crate) fn width(&self) -> u64 {
        self.columns.len() as u64
    }

    /// Whether the columns of all values of a line are beyond doubt. Titles and totals have no values to lose, unless a
    /// day beside an amount makes one of them an item out of its place.
    fn is_certain(&self, line: &[char], words: &[Word]) -> bool {
        let item = self.items.has(words);
        let dated = has(words, Kind::Day) && has(words, Kind::Amount);
        let figures = |word: &Word| text_at(line, &word.place).contains(|one: char| one.is_ascii_digit());
        let crosses =
            |word: &Word| self.columns.iter().filter(|column| column.overlap(&word.place) > 0).nth(1).is_some();
        words.iter().all(|word| match word.kind {
            Kind::Amount if item || dated => self.of_amount(word).is_some_and(|own| !self.swallows(line, word, own)),
            Kind::Amount => true,
            Kind::Day | Kind::Other => !item || !crosses(word) || !figures(word),
        })
    }

    /// Whether what is taken for the thousands of an amount stands under the heading before: `123 906,51`.
    fn swallows(&self, line: &[char], word: &Word, own: usize) -> bool {
        let blank = line.get(word.place.clone()).unwrap_or_default().iter().position(|one| *one == ' ');
        let Some(first) = blank.map(|blank| word.place.start..word.place.start + blank) else { return false };
        let mut others = self.columns.iter().enumerate().filter(|(number, _)| *number != own);
        others.any(|(_, column)| column.overlap(&first) > 0 || overlap(&column.heading, &first) > 0)
    }

    /// The cells of a line, each with the places it fills.
    fn cells(&self, line: &[char]) -> BTreeMap<usize, Range<usize>> {
        let mut cells: BTreeMap<usize, Range<usize>> = BTreeMap::new();
        if line == self.headings {
            cells.extend(self.columns.iter().map(|column| column.heading.clone()).enumerate());
            return cells;
        }
        let words = words(line);
        let item = self.items.has(&words);
        let mut before: Option<(usize, &Word)> = None;
        for word in &words {
            // One blank between words, in a line that fills no columns: a text that goes on.
            let beside = before.filter(|(_, before)| before.place.end + 1 == word.place.start);
            let goes_on = beside.filter(|(_, before)| before.kind != Kind::Amount).map(|(column, _)| column);
            let column = match word.kind {
                Kind::Amount if item => self.of_amount(word),
                Kind::Amount => self.ending(word).or(before.map(|(column, _)| column)),
                Kind::Day | Kind::Other if item => self.of_text(word).or(goes_on),
                Kind::Day | Kind::Other => goes_on.or_else(|| self.of_text(word)),
            };
            let column = column.unwrap_or_else(|| self.nearest(word));
            before = Some((column, word));
            cells.entry(column).or_insert_with(|| word.place.clone()).end = word.place.end;
        }
        cells
    }

    /// The column whose amounts end where this one does, or whose texts it stands among.
    fn of_amount(&self, word: &Word) -> Option<usize> {
        self.ending(word).or_else(|| self.most(|column| column.overlap_of_texts(&word.place)))
    }

    fn ending(&self, word: &Word) -> Option<usize> {
        self.columns.iter().position(|column| column.ends_with(word))
    }

    /// The column of the texts a word stands among, else of the heading it stands under.
    fn of_text(&self, word: &Word) -> Option<usize> {
        let headed = || self.most(|column| overlap(&column.heading, &word.place));
        self.most(|column| column.overlap(&word.place)).or_else(headed)
    }

    fn most(&self, of: impl Fn(&Column) -> usize) -> Option<usize> {
        let found = self.columns.iter().map(of).enumerate().filter(|(_, places)| *places > 0);
        // Of two alike, the first: a text runs over to the right.
        found.max_by_key(|(number, places)| (*places, usize::MAX - number)).map(|(number, _)| number)
    }

    fn nearest(&self, word: &Word) -> usize {
        let away = |column: &Column| column.heading.start.abs_diff(word.place.start);
        self.columns.iter().map(away).enumerate().min_by_key(|(_, away)| *away).map_or(0, |(number, _)| number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a list, cells as `column:text`.
    fn rows(text: &str) -> Vec<String> {
        let table = Aligned::of(text).unwrap().read(text, &Limits::default()).unwrap();
        let cell = |cell: crate::Cell<'_>| format!("{}:{}", cell.column, cell.text);
        let row =
            |row: crate::Row<'_>| format!("{} {}", row.number(), row.cells().map(cell).collect::<Vec<_>>().join(" "));
        table.rows().map(row).chain([format!("{} blank", table.blank_rows)]).collect()
    }

    #[test]
    fn items_show_the_columns_of_all_lines() {
        let list = "ACME                       PAGE 1\n\n\
            CUST NO CUSTOMER NAME  INV DATE DUE DATE   BALANCE    OVER 90\n\
            -------------------------------------------------------------\n\
            C1      Total Access   02/05/26 03/07/26  1,927.72   1,927.72\n\
            C1      Total Access   04/18/26 05/18/26    868.88-\n\
            C2      O'Brien        12/10/25 01/24/26     39.80      39.80\n\
            \x20       ** TOTAL **                       1,098.64\n\
            Encours permitted: 5,000.00\n";
        assert_eq!(
            rows(list),
            [
                "1 0:ACME 2:PAGE 1",
                "3 0:CUST NO 1:CUSTOMER NAME 2:INV DATE 3:DUE DATE 4:BALANCE 5:OVER 90",
                "5 0:C1 1:Total Access 2:02/05/26 3:03/07/26 4:1,927.72 5:1,927.72",
                "6 0:C1 1:Total Access 2:04/18/26 3:05/18/26 4:868.88-",
                "7 0:C2 1:O'Brien 2:12/10/25 3:01/24/26 4:39.80 5:39.80",
                "8 1:** TOTAL ** 4:1,098.64",
                "9 0:Encours permitted: 5,000.00",
                "2 blank",
            ]
        );
    }

    #[test]
    fn amounts_stand_where_others_end_whatever_runs_into_their_column() {
        let ledger = "Date       Pièce  Libellé            Débit       Crédit    Solde\n\
            4110001  Dupont & Fils\n\
            01/02/2026 F1     Facture        12 804,46               12 804,46 D\n\
            03/02/2026        Règlement n° 77                804,46  12 000,00 D\n\
            \x20                 Total          12 804,46       804,46  12 000,00 D\n\
            09/02/2026 F2     Facture           999,00               12 999,00 D\n\
            09/02/2026 A1     Avoir              1,00-               12 998,00 D\n";
        assert_eq!(
            rows(ledger),
            [
                "1 0:Date 1:Pièce 2:Libellé 3:Débit 4:Crédit 5:Solde",
                "2 0:4110001 1:Dupont & Fils",
                "3 0:01/02/2026 1:F1 2:Facture 3:12 804,46 5:12 804,46 D",
                "4 0:03/02/2026 2:Règlement n° 77 4:804,46 5:12 000,00 D",
                "5 2:Total 3:12 804,46 4:804,46 5:12 000,00 D",
                "6 0:09/02/2026 1:F2 2:Facture 3:999,00 5:12 999,00 D",
                "7 0:09/02/2026 1:A1 2:Avoir 3:1,00- 5:12 998,00 D",
                "0 blank",
            ]
        );
    }

    #[test]
    fn texts_that_leave_a_doubt_are_not_cut() {
        let list = |rows: &str| {
            format!(
                "Client     Pièce Date       Montant    Solde\nA          1     01/02/2026    1,00     1,00\n{rows}"
            )
        };
        let two = "B          2     02/02/2026    2,00     2,00\nC          3     03/02/2026    3,00     3,00\n";
        assert!(Aligned::of(&list(two)).is_some());
        for (what, rows) in [
            ("two items", ""),
            ("a name as wide as to touch a number", &two.replace("C          3", "CompagnieXY3")),
            ("a name over the number's column", &two.replace("C          3", "Compagnie des 3")),
            ("a row moved to the right", &two.replace("C          3 ", "C               3 ")),
            ("an amount without a heading", &two.replace("3,00\n", "3,00     4,00\n")),
            ("tabs", &two.replace("3     03", "3\t03")),
        ] {
            assert!(Aligned::of(&list(rows)).is_none(), "{what}");
        }
        assert!(Aligned::of("").is_none());
    }
}
