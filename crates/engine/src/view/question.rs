//! What only a person can decide, as the contract shows it: the question, and each answer with its effect and its patch.

use crate::view::mapping;
use intake::{AmountReading, DateReading, HiddenRows, Question, SignReading, SignRule, SwapReading};
use protocol::{Answer, MappingPatch};
use text::Language;
use values::{Amount, Currency, Day};

/// A question about a file; what is assumed meanwhile is the first answer.
pub fn view(file: &str, sheet: Option<&str>, question: &Question, language: Language) -> protocol::Question {
    let (text, samples, answers): (String, Vec<String>, Vec<Answer>) = match question {
        Question::DateOrder { header, dates, samples, readings, earlier } => {
            let words = |reading: Option<&DateReading>| {
                reading.map(|reading| mapping::order_words(reading.order, language)).unwrap_or_default()
            };
            let (assumed, other) = (words(readings.first()), words(readings.last()));
            let sample = samples.first().map_or("", String::as_str);
            let text = if *earlier {
                language.ask_date_order_again(header, other, assumed)
            } else {
                language.ask_date_order(header, *dates, sample, assumed)
            };
            (text, samples.clone(), readings.iter().map(|reading| date_order(reading, language)).collect())
        }
        Question::AmountFormat { header, numbers, samples, readings, earlier } => {
            let mark = |reading: Option<&AmountReading>| reading.map(|reading| reading.format.decimal().character());
            let (decimal, other) = (mark(readings.first()).unwrap_or(','), mark(readings.last()).unwrap_or('.'));
            let sample = samples.first().map_or("", String::as_str);
            let text = if *earlier {
                language.ask_amount_format_again(header, other, decimal)
            } else {
                language.ask_amount_format(header, *numbers, sample, decimal)
            };
            let answers = readings.iter().map(|reading| amount_format(header, reading, language));
            (text, samples.clone(), answers.collect())
        }
        Question::SwappedDates { header, true_dates, texts, samples, readings } => {
            let restored = readings.first().is_some_and(|reading| !reading.columns.is_empty());
            let text = language.ask_half_swapped(header, *true_dates, *texts, restored);
            (text, samples.clone(), readings.iter().map(|reading| swapped(reading, language)).collect())
        }
        Question::AgedAsOf { days } => {
            let text = language.ask_aged_as_of(days.first().copied());
            (text, Vec::new(), days.iter().map(|day| aged_as_of(*day, language)).collect())
        }
        Question::Sign { header, types, readings } => {
            let by_type = readings.first().is_some_and(|reading| reading.sign == SignRule::Type);
            let text = language.ask_sign_again(header, types, by_type);
            (text, Vec::new(), readings.iter().map(|reading| sign(header, types, reading, language)).collect())
        }
        Question::HiddenRows { rows, amounts, totals, readings } => {
            let text = language.ask_hidden_rows(*rows, amounts);
            let answers = readings.iter().map(|reading| hidden(*reading, amounts, totals, language));
            (text, Vec::new(), answers.collect())
        }
    };
    protocol::Question {
        code: question.code().to_owned(),
        text,
        choices: answers.iter().map(|answer| answer.text.clone()).collect(),
        file: file.to_owned(),
        sheet: sheet.map(str::to_owned),
        samples,
        answers,
    }
}

fn date_order(reading: &DateReading, language: Language) -> Answer {
    let mut effects = days(&reading.examples, reading.span, reading.due_before, language);
    if reading.impossible > 0 {
        effects.push(language.effect_impossible(reading.impossible));
    }
    Answer {
        text: mapping::order_words(reading.order, language).to_owned(),
        effect: language.effects(&effects),
        patch: MappingPatch {
            date_order: Some(mapping::date_order(reading.order)),
            date_order_assumed: Some(false),
            ..MappingPatch::default()
        },
    }
}

fn days(
    examples: &[(String, Option<Day>)],
    span: Option<(Day, Day)>,
    due_before: Option<u32>,
    language: Language,
) -> Vec<String> {
    let mut effects: Vec<String> = examples.iter().map(|(text, day)| language.effect_day(text, *day)).collect();
    effects.extend(span.map(|(first, last)| language.effect_span(first, last)));
    effects.extend(due_before.map(|rows| language.effect_due_before(rows)));
    effects
}

fn amount_format(header: &str, reading: &AmountReading, language: Language) -> Answer {
    let examples = reading.examples.iter().map(|(text, value)| language.effect_number(text, *value));
    let mut effects: Vec<String> = examples.collect();
    effects.push(match reading.total {
        Some(total) => language.effect_total(header, total),
        None => language.effect_amounts_read(reading.numbers.saturating_sub(reading.unreadable), reading.unreadable),
    });
    Answer {
        text: language.decimal_mark_choice(reading.format.decimal().character()),
        effect: language.effects(&effects),
        patch: MappingPatch {
            amount_format: Some(mapping::amount_format(reading.format)),
            amount_format_assumed: Some(false),
            ..MappingPatch::default()
        },
    }
}

fn sign(header: &str, types: &str, reading: &SignReading, language: Language) -> Answer {
    let by_type = reading.sign == SignRule::Type;
    Answer {
        text: language.sign_choice(header, types, by_type),
        effect: language.effects(&[language.effect_sign(by_type, reading.negatives)]),
        patch: MappingPatch { sign: Some(mapping::sign(reading.sign)), ..MappingPatch::default() },
    }
}

fn swapped(reading: &SwapReading, language: Language) -> Answer {
    Answer {
        text: language.swap_choice(!reading.columns.is_empty()).to_owned(),
        effect: language.effects(&days(&reading.examples, reading.span, reading.due_before, language)),
        patch: MappingPatch { swapped_dates: Some(reading.columns.clone()), ..MappingPatch::default() },
    }
}

fn aged_as_of(day: Day, language: Language) -> Answer {
    Answer {
        text: language.day(day),
        effect: language.effects(&[language.effect_aged_as_of(day)]),
        patch: MappingPatch { aged_as_of: Some(day), aged_as_of_assumed: Some(false), ..MappingPatch::default() },
    }
}

fn hidden(
    reading: HiddenRows,
    amounts: &[(Currency, Amount)],
    totals: &[(Currency, Amount)],
    language: Language,
) -> Answer {
    let counted = reading == HiddenRows::Count;
    let left_out = |currency: Currency| -> Amount {
        let own = amounts.iter().filter(|(known, _)| *known == currency && !counted);
        own.map(|(_, amount)| *amount).sum()
    };
    let effects = totals
        .iter()
        .map(|(currency, total)| language.effect_currency_total(*total - left_out(*currency), *currency))
        .collect::<Vec<_>>();
    Answer {
        text: language.hidden_rows_choice(counted).to_owned(),
        effect: language.effects(&effects),
        patch: MappingPatch { hidden_rows: Some(mapping::hidden_rows(reading)), ..MappingPatch::default() },
    }
}
