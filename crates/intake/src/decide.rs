//! How the columns of a table are read, from what their profiles prove: each column by its own cells, a column that
//! proves nothing by its neighbours, and what nothing proves is assumed and asked.

use crate::date_profile::{DateProfile, OrderVerdict};
use crate::detection::Evidence;
use crate::mapping::{AmountFormat, DateOrder, DecimalMark};
use crate::number_profile::{AmountProfile, FormatVerdict};
use crate::pairs::PairProfile;
use std::collections::BTreeMap;

/// A column and what its cells tell.
pub(crate) struct Told<'p, P> {
    pub(crate) column: u16,
    pub(crate) header: &'p str,
    pub(crate) profile: &'p P,
}

/// How amounts are read.
pub(crate) struct AmountDecision {
    pub(crate) format: AmountFormat,
    /// Nothing proves the mark.
    pub(crate) assumed: bool,
    /// Columns with a mark of their own.
    pub(crate) marks: BTreeMap<u16, DecimalMark>,
    pub(crate) evidence: Vec<Evidence>,
}

/// What amounts are likely to be where their cells prove nothing.
pub(crate) struct AmountHints {
    /// The currency has three decimals.
    pub(crate) thousandths: bool,
    /// The mark of the language of the headings.
    pub(crate) language: DecimalMark,
    /// A FEC: the law knows no mark between groups of digits, so the only mark is decimal.
    pub(crate) french_books: bool,
}

/// Decides how amounts are read.
pub(crate) fn amounts(columns: &[Told<'_, AmountProfile>], hints: &AmountHints) -> AmountDecision {
    let mut whole = AmountProfile::default();
    let mut proven: Vec<(u16, &str, DecimalMark)> = Vec::new();
    let mut unsure = false;
    for told in columns {
        whole.merge(told.profile);
        match told.profile.verdict() {
            FormatVerdict::Sure(mark) => proven.push((told.column, told.header, mark)),
            FormatVerdict::Unsure => unsure = true,
            FormatVerdict::Indifferent => {}
        }
    }
    let commas = proven.iter().filter(|(.., mark)| *mark == DecimalMark::Comma).count();
    let (decimal, agreed) = match proven.first() {
        None => (None, false),
        Some((.., first)) if commas == 0 || commas == proven.len() => (Some(*first), true),
        Some(_) if whole.votes(DecimalMark::Point) > whole.votes(DecimalMark::Comma) => {
            (Some(DecimalMark::Point), false)
        }
        Some(_) => (Some(DecimalMark::Comma), false),
    };
    let assumed = unsure && !agreed && !hints.french_books;
    let decimal = decimal.unwrap_or_else(|| match (unsure, hints.thousandths || hints.french_books) {
        // Three digits after the mark are thousands, unless the currency has three decimals.
        (true, true) => whole.unsure_mark(),
        (true, false) => whole.unsure_mark().other(),
        (false, _) => hints.language,
    });
    let format = whole.format(decimal);
    // While a question is open the answer must not reach the columns that prove their own mark.
    let own = proven.into_iter().filter(|(.., mark)| assumed || *mark != decimal);
    let (mut marks, mut evidence, mut dissent) = (BTreeMap::new(), Vec::new(), 0);
    for (column, header, mark) in own {
        marks.insert(column, mark);
        if mark != decimal {
            evidence.push(Evidence::ColumnAmounts { header: header.to_owned(), decimal: mark });
        }
    }
    for told in columns {
        dissent += told.profile.dissent(marks.get(&told.column).copied().unwrap_or(decimal));
    }
    evidence.insert(0, Evidence::Amounts { format, numbers: whole.numbers, dissent });
    AmountDecision { format, assumed, marks, evidence }
}

/// How dates are read.
pub(crate) struct DateDecision {
    pub(crate) order: DateOrder,
    /// Nothing proves the order.
    pub(crate) assumed: bool,
    /// Columns with an order of their own.
    pub(crate) orders: BTreeMap<u16, DateOrder>,
    pub(crate) evidence: Vec<Evidence>,
}

/// What dates are likely to be where their cells prove nothing.
#[derive(Clone, Copy)]
pub(crate) struct DateHints {
    /// The other signs of the file are American.
    pub(crate) american: bool,
    /// A FEC: nobody writes French books month first.
    pub(crate) french_books: bool,
}

/// Decides how dates are read. `pairs` looks at invoice and due days, and is asked only where the columns prove nothing.
pub(crate) fn dates(
    columns: &[Told<'_, DateProfile>],
    pairs: impl FnOnce() -> PairProfile,
    hints: DateHints,
) -> DateDecision {
    let mut whole = DateProfile::default();
    let mut proven: Vec<(&Told<'_, DateProfile>, DateOrder)> = Vec::new();
    let mut unsure: Vec<&Told<'_, DateProfile>> = Vec::new();
    for told in columns {
        whole.merge(told.profile);
        match told.profile.verdict() {
            OrderVerdict::Sure(order) => proven.push((told, order)),
            OrderVerdict::Dotted => proven.push((told, DateOrder::Dmy)),
            OrderVerdict::Unsure => unsure.push(told),
            OrderVerdict::Indifferent => {}
        }
    }
    let weight = |order: DateOrder| -> u32 {
        let of = |(told, known): &(&Told<'_, DateProfile>, DateOrder)| (*known == order, told.profile.proofs(order));
        proven.iter().map(of).filter(|(same, _)| *same).map(|(_, proofs)| proofs).sum()
    };
    let main = proven.iter().map(|(_, order)| *order).max_by_key(|order| (weight(*order), std::cmp::Reverse(*order)));
    let agreed = main.filter(|main| proven.iter().all(|(_, order)| order == main));
    let mut evidence = Vec::new();
    let mut assumed = false;
    let order = match (unsure.first(), main) {
        (None, Some(order)) => order,
        (None, None) if whole.texts() > 0 => DateOrder::Dmy,
        (None, None) => whole.form(),
        (Some(first), _) => {
            // A neighbour answers for a column that contradicts neither it nor itself.
            let follows = |order: DateOrder| unsure.iter().all(|told| told.profile.dissent(order) == 0);
            let likely_year_first = unsure.iter().any(|told| told.profile.assumed(false) == DateOrder::Ymd);
            if let Some(order) = agreed.filter(|order| follows(*order) && !likely_year_first) {
                let neighbour = proven.first().map(|(told, _)| told.header.to_owned()).unwrap_or_default();
                let header = first.header.to_owned();
                evidence.push(Evidence::DatesByNeighbour { header, order, neighbour });
                order
            } else if let Some((order, pairs)) =
                Some(pairs()).filter(|_| main.is_none() && !likely_year_first).and_then(|pairs| pairs.order())
                && follows(order)
            {
                evidence.push(Evidence::DatesByDueDay { order, pairs });
                order
            } else {
                assumed = !hints.french_books || likely_year_first;
                first.profile.assumed(hints.american && !hints.french_books)
            }
        }
    };
    if !assumed {
        let of = |told: &Told<'_, DateProfile>| told.profile.dissent(order);
        let own = |column: u16| proven.iter().any(|(told, known)| told.column == column && *known != order);
        let dissent = columns.iter().filter(|told| !own(told.column)).map(of).sum();
        if evidence.is_empty() {
            evidence.push(Evidence::Dates { order, proofs: whole.proofs(order), dissent });
        }
    }
    // While a question is open the answer must not reach the columns that prove their own order.
    let mut orders = BTreeMap::new();
    for (told, own) in proven.iter().filter(|(_, own)| assumed || *own != order) {
        orders.insert(told.column, *own);
        if *own != order {
            let (header, proofs) = (told.header.to_owned(), told.profile.proofs(*own));
            evidence.push(Evidence::ColumnDates { header, order: *own, proofs });
        }
    }
    DateDecision { order, assumed, orders, evidence }
}
