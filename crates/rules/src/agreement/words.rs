//! Words to an agreement: a date first, then parts, then a discount, then pay days; each part reads like plain terms.

use super::{Agreement, Discount, Due, NotAgreed, Part};
use crate::rates::Rate;
use crate::{Form, PaymentTerms};
use values::{Arrange, Day};

/// Words that name the remainder.
const REMAINDER: [&str; 6] = ["solde", "balance", "reste", "rest", "saldo", "remainder"];
/// Words that name a part paid first.
const DEPOSIT: [&str; 6] = ["acompte", "deposit", "anzahlung", "anticipo", "acconto", "aanbetaling"];
/// Words of direct debit: money taken on fixed days.
const DIRECT_DEBIT: [&str; 3] = ["prelevement", "lastschrift", "debit"];

/// A piece of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// A number, decimals included, with the characters right after it.
    Number(String),
    /// A number of percent.
    Percent(Rate),
    /// A word, lower case, without accents.
    Word(String),
    /// `/` between numbers.
    Slash,
    /// A comma or a semicolon.
    Pause,
}

/// Reads terms in words.
pub fn read(words: &str) -> Result<Agreement, NotAgreed> {
    if let Some(day) = date(words) {
        return Ok(whole(Due::On(day), None));
    }
    let pieces = pieces(words);
    let has = |names: &[&str]| {
        pieces.iter().any(|piece| matches!(piece, Piece::Word(word) if names.contains(&word.as_str())))
    };
    let shares: Vec<Rate> = pieces.iter().filter_map(Piece::percent).collect();
    let whole_shares = shares.len() > 1 && shares.iter().map(|share| share.units()).sum::<i32>() == Rate::WHOLE;
    if has(&REMAINDER) || has(&DEPOSIT) || whole_shares {
        return instalments(&pieces);
    }
    let discount = discount(&pieces);
    match due(&pieces) {
        Some(due) => Ok(whole(due, discount)),
        None if has(&["echeance"]) => Err(NotAgreed::DateOnInvoice),
        None => Err(NotAgreed::NotUnderstood),
    }
}

fn whole(due: Due, discount: Option<Discount>) -> Agreement {
    Agreement { parts: vec![Part { share: None, due }], discount }
}

/// A date written with its year: `2026-03-15`, `15/03/2026`, `15.03.2026`.
fn date(words: &str) -> Option<Day> {
    let candidates = words.split(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '-' | '/' | '.')));
    candidates.map(|text| text.trim_end_matches('.')).find_map(|text| {
        if let Ok(day) = text.parse() {
            return Some(day);
        }
        let numbers: Vec<&str> = text.split(['/', '.', '-']).collect();
        let [day, month, year] = numbers.as_slice() else { return None };
        let (day, month) = (day.parse().ok()?, month.parse().ok()?);
        Day::new(year.parse().ok().filter(|_| year.len() == 4)?, month, day)
    })
}

/// The parts: each begins with its share or with the word for the remainder.
fn instalments(pieces: &[Piece]) -> Result<Agreement, NotAgreed> {
    let mut parts: Vec<(Option<Rate>, Vec<Piece>)> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Percent(share) => parts.push((Some(*share), Vec::new())),
            Piece::Word(word) if REMAINDER.contains(&word.as_str()) => parts.push((None, Vec::new())),
            piece => {
                // Words before the first share (“acompte”) belong to it.
                if let Some((_, said)) = parts.last_mut() {
                    said.push(piece.clone());
                }
            }
        }
    }
    let known: i32 = parts.iter().filter_map(|(share, _)| *share).map(Rate::units).sum();
    let remainders = parts.iter().filter(|(share, _)| share.is_none()).count();
    let remainder_last = parts.last().is_some_and(|(share, _)| share.is_none());
    let sums_up = match remainders {
        0 => known == Rate::WHOLE,
        1 => remainder_last && known > 0 && known < Rate::WHOLE,
        _ => false,
    };
    if !sums_up {
        return Err(NotAgreed::Shares);
    }
    let part = |(share, said): (Option<Rate>, Vec<Piece>)| {
        // A part of which no delay is said is due at once: with the order, with the delivery that is invoiced.
        let due = due(&said).unwrap_or(Due::Terms(PaymentTerms::plain(Form::Cash)));
        Part { share, due }
    };
    Ok(Agreement { parts: parts.into_iter().map(part).collect(), discount: None })
}

/// `2 % 10 jours`, `2/10 n/30`, `14 Tage 2 % Skonto`.
fn discount(pieces: &[Piece]) -> Option<Discount> {
    let of = |percent: Rate, days: &str| {
        let days = days.parse().ok().filter(|days| (1..=365).contains(days))?;
        (percent.units() > 0 && percent.units() < Rate::WHOLE).then_some(Discount { percent, days })
    };
    if let Some(slashed) = pieces.windows(3).find_map(|three| match three {
        [Piece::Number(percent), Piece::Slash, Piece::Number(days)] => of(Rate::parse(percent)?, days),
        _ => None,
    }) {
        return Some(slashed);
    }
    let at = pieces.iter().position(|piece| piece.percent().is_some())?;
    let percent = pieces.get(at).and_then(Piece::percent)?;
    let (before, after) = (pieces.get(..at)?, pieces.get(at + 1..)?);
    let skonto = matches!(after.first(), Some(Piece::Word(word)) if word == "skonto");
    let days = |mut side: Box<dyn Iterator<Item = &Piece> + '_>| {
        side.find_map(|piece| match piece {
            Piece::Number(number) => Some(number.clone()),
            Piece::Percent(_) | Piece::Word(_) | Piece::Slash | Piece::Pause => None,
        })
    };
    // “14 Tage 2 % Skonto”: the delay comes first.
    let days = if skonto && !before.is_empty() {
        days(Box::new(before.iter().rev().take_while(|piece| **piece != Piece::Pause)))
    } else {
        days(Box::new(after.iter().take_while(|piece| **piece != Piece::Pause)))
    }?;
    of(percent, &days)
}

/// A form, with pay days where there are some.
fn due(pieces: &[Piece]) -> Option<Due> {
    let (days, rest) = pay_days(pieces);
    let text = rest.iter().map(Piece::text).collect::<Vec<_>>().join(" ");
    let terms = PaymentTerms::parse(&text);
    if days.is_empty() {
        return terms.map(Due::Terms);
    }
    // Money taken on fixed days without a delay is due at once, then on the next of them.
    let debited = rest.iter().any(|piece| matches!(piece, Piece::Word(word) if DIRECT_DEBIT.contains(&word.as_str())));
    let base = terms.or(debited.then_some(PaymentTerms::plain(Form::Cash)))?;
    Some(Due::PayDays(base, days))
}

/// The days after `les`, or after `le` in a direct debit; and the pieces without them.
fn pay_days(pieces: &[Piece]) -> (Vec<u32>, Vec<Piece>) {
    let word = |piece: &Piece, names: &[&str]| matches!(piece, Piece::Word(word) if names.contains(&word.as_str()));
    let debited = pieces.iter().any(|piece| word(piece, &DIRECT_DEBIT));
    let announces = |piece: &Piece| word(piece, &["les"]) || debited && word(piece, &["le"]);
    let Some(at) = pieces.iter().position(announces) else { return (Vec::new(), pieces.to_vec()) };
    let (before, after) = pieces.split_at(at);
    let mut days = Vec::new();
    let mut rest = before.to_vec();
    let mut listing = true;
    for piece in after.iter().skip(1) {
        match piece {
            Piece::Number(number) if listing => match number.parse::<u32>().ok().filter(|day| (1..=31).contains(day)) {
                Some(day) => days.push(day),
                None => listing = false,
            },
            Piece::Pause if listing => {}
            piece if listing && word(piece, &["et", "ou", "and", "or", "le", "les"]) => {}
            piece => {
                listing = false;
                rest.push(piece.clone());
            }
        }
    }
    days.arrange();
    days.dedup();
    (days, rest)
}

impl Piece {
    fn percent(&self) -> Option<Rate> {
        match self {
            Piece::Percent(rate) => Some(*rate),
            Piece::Number(_) | Piece::Word(_) | Piece::Slash | Piece::Pause => None,
        }
    }

    /// As plain terms read it.
    fn text(&self) -> String {
        match self {
            Piece::Number(number) => number.clone(),
            Piece::Percent(rate) => format!("{} %", rate.units() / 10_000),
            Piece::Word(word) => word.clone(),
            Piece::Slash => "/".to_owned(),
            Piece::Pause => ",".to_owned(),
        }
    }
}

/// Cuts words into numbers, percentages, words and marks.
fn pieces(words: &str) -> Vec<Piece> {
    let letters: Vec<char> = words.chars().flat_map(char::to_lowercase).map(crate::terms::plain_letter).collect();
    let mut pieces = Vec::new();
    let mut rest = letters.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let run = |keep: &dyn Fn(char) -> bool| rest.iter().take_while(|letter| keep(**letter)).collect::<String>();
        let (piece, length) = if first.is_ascii_digit() {
            let number = decimal(rest);
            (Some(Piece::Number(number.clone())), number.chars().count())
        } else if first.is_alphabetic() {
            // Points join the letters of an abbreviation.
            let word = run(&|letter| letter.is_alphabetic() || letter == '.');
            (Some(Piece::Word(word.replace('.', ""))), word.chars().count())
        } else {
            (mark(*first), 1)
        };
        rest = if length > 1 { rest.get(length..).unwrap_or_default() } else { after };
        match (piece, pieces.last_mut()) {
            (None, Some(Piece::Number(number))) if *first == '%' => {
                let percent = Rate::parse(number);
                pieces.pop();
                pieces.extend(percent.map(Piece::Percent));
            }
            (piece, _) => pieces.extend(piece),
        }
    }
    pieces
}

fn mark(letter: char) -> Option<Piece> {
    match letter {
        '/' => Some(Piece::Slash),
        ',' | ';' => Some(Piece::Pause),
        _ => None,
    }
}

/// Digits, with a mark between digits where two more follow at most: `1,5`, not the comma of a list.
fn decimal(letters: &[char]) -> String {
    let digits = |from: usize| letters.iter().skip(from).take_while(|letter| letter.is_ascii_digit()).count();
    let whole = digits(0);
    let marked = matches!(letters.get(whole), Some('.' | ','));
    let decimals = if marked { digits(whole + 1) } else { 0 };
    let length = if (1..=2).contains(&decimals) { whole + 1 + decimals } else { whole };
    letters.iter().take(length).collect::<String>().replace(',', ".")
}
