//! The drawings of the report, in whole numbers: bars by age, columns over time, the largest customers. Every bar is
//! labelled where it stands, and the oldest ages are hatched: nothing is told by colour alone.

use crate::{figure, palette};
use protocol::{AgedBalance, AgedCurrency, Metrics, SeriesOfCurrency};
use std::fmt::Write;
use text::Language;
use text::html::escaped;
use text::letters::printable;
use values::{Amount, Currency, Day};

/// Width of every drawing.
const WIDTH: i128 = 900;
/// Room for names at the left of bars, and for figures at their right.
const NAMES: i128 = 230;
const FIGURES: i128 = 190;
/// Height of a bar and the gap below it.
const BAR: i128 = 20;
const STEP: i128 = 28;
/// Letters of a name beside a bar.
const NAME_MAX: usize = 32;

/// The hatches, once for the whole page; it draws nothing.
pub(super) const PATTERNS: &str = "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"patterns\"><defs>\
    <pattern id=\"hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
    <path d=\"M0 0V7\" stroke=\"#fff\" stroke-width=\"3\"/></pattern></defs></svg>\n";

/// The debits of one currency, a bar for each age.
pub(super) fn ages(language: Language, aged: &AgedBalance, one: &AgedCurrency) -> String {
    let total = &one.total;
    let first_day = crate::tables::first_day(aged.basis);
    let bucket = |(at, amount): (usize, &Amount)| (language.report_bucket(&aged.limits, at, first_day), *amount);
    let mut bars = vec![(language.report_not_due().to_owned(), total.not_due)];
    bars.extend(total.buckets.iter().enumerate().map(bucket));
    let longest = bars.iter().map(|(_, amount)| amount.minor()).max().unwrap_or(0);
    let whole: i128 = bars.iter().map(|(_, amount)| i128::from(amount.minor().max(0))).sum();
    let mut svg = open(language.report_by_age(), i128::try_from(bars.len()).unwrap_or(0) * STEP + 4);
    for (age, (name, amount)) in bars.iter().enumerate() {
        let top = i128::try_from(age).unwrap_or(0) * STEP + 2;
        let long = scaled(amount.minor(), longest, WIDTH - NAMES - FIGURES);
        label(&mut svg, NAMES - 8, top + 15, "end", name);
        rect(&mut svg, age, [NAMES, top, long, BAR]);
        let part = share(i128::from(amount.minor()), whole).map(|units| language.percent(units)).unwrap_or_default();
        let figures = format!("{}  {part}", language.money(*amount, one.currency));
        label(&mut svg, NAMES + long + 8, top + 15, "start", &figures);
    }
    svg + "</svg>\n"
}

/// The debits of one currency by age, a column for each day.
pub(super) fn evolution(language: Language, limits: &[u32], of: &SeriesOfCurrency) -> String {
    const LEFT: i128 = 90;
    const TOP: i128 = 24;
    const HIGH: i128 = 170;
    let columns: Vec<Vec<i64>> = of
        .points
        .iter()
        .map(|point| std::iter::once(&point.not_due).chain(&point.buckets).map(|part| part.minor().max(0)).collect())
        .collect();
    let highest = columns.iter().map(|parts| parts.iter().copied().map(i128::from).sum::<i128>()).max().unwrap_or(0);
    let step = nice_step(highest);
    let most = (highest + step - 1) / step * step;
    let up = |units: i128| if most == 0 { 0 } else { units * HIGH / most };
    let mut svg = open(language.report_evolution(), TOP + HIGH + 76);
    let mut mark = 0;
    while mark <= most {
        let y = TOP + HIGH - up(mark);
        let _ = write!(svg, "<path class=\"grid\" d=\"M{LEFT} {y}H{WIDTH}\"/>");
        label(&mut svg, LEFT - 8, y + 4, "end", &whole_units(language, mark, of.currency));
        mark += step;
    }
    label(&mut svg, LEFT - 8, 10, "end", of.currency.code());
    let room = (WIDTH - LEFT) / i128::try_from(columns.len()).unwrap_or(1).max(1);
    let wide = (room * 7 / 10).min(60);
    let mut told = String::new();
    for ((at, parts), point) in (0..).zip(&columns).zip(&of.points) {
        let x = LEFT + at * room + (room - wide) / 2;
        let mut below = 0;
        for (age, part) in parts.iter().enumerate() {
            let (from, to) = (up(below), up(below + i128::from(*part)));
            if to > from {
                rect(&mut svg, age, [x, TOP + HIGH - to, wide, to - from]);
            }
            below += i128::from(*part);
        }
        label(&mut svg, x + wide / 2, TOP + HIGH - up(below) - 5, "middle", &whole_units(language, below, of.currency));
        let (short, year) = day_and_year(language, point.day);
        label(&mut svg, x + wide / 2, TOP + HIGH + 17, "middle", &short);
        if year != told {
            label(&mut svg, x + wide / 2, TOP + HIGH + 31, "middle", &year);
            told = year;
        }
    }
    legend(&mut svg, language, limits, TOP + HIGH + 48);
    svg + "</svg>\n"
}

/// The ages, in the order of the stack from below.
fn legend(svg: &mut String, language: Language, limits: &[u32], top: i128) {
    let names = (0..=limits.len()).map(|at| language.report_bucket(limits, at, 1));
    let mut x = 90;
    for (age, name) in std::iter::once(language.report_not_due().to_owned()).chain(names).enumerate() {
        rect(svg, age, [x, top, 16, 16]);
        label(svg, x + 22, top + 13, "start", &name);
        x += 46 + i128::try_from(name.chars().count()).unwrap_or(0) * 7;
    }
}

/// The largest customers: a bar for each, and how much of the whole they make with all larger ones.
pub(super) fn largest(language: Language, one: &Metrics) -> String {
    let top = &one.concentration.top;
    let room = WIDTH - NAMES - FIGURES;
    let longest = top.first().map_or(0, |customer| customer.balance.minor());
    let high = i128::try_from(top.len()).unwrap_or(0) * STEP;
    let mut svg = open(language.report_concentration(), high + 24);
    let mut line = String::new();
    let mut dots = String::new();
    for (at, customer) in (0..).zip(top) {
        let y = at * STEP + 2;
        label(&mut svg, NAMES - 8, y + 15, "end", &short(&customer.name));
        let long = scaled(customer.balance.minor(), longest, room);
        let _ = write!(svg, "<rect class=\"plain\" x=\"{NAMES}\" y=\"{y}\" width=\"{long}\" height=\"{BAR}\"/>");
        let units = figure::ten_thousandths(customer.cumulative).unwrap_or(0);
        let (x, middle) = (NAMES + i128::from(units) * room / 10_000, y + BAR / 2);
        let _ = write!(line, "{x},{middle} ");
        let _ = write!(dots, "<circle cx=\"{x}\" cy=\"{middle}\" r=\"4\"/>");
        let figures = format!("{}  → {}", language.money(customer.balance, one.currency), language.percent(units));
        label(&mut svg, NAMES + room + 8, y + 15, "start", &figures);
    }
    let eighty = NAMES + 8 * room / 10;
    let _ = write!(svg, "<path class=\"mark\" d=\"M{eighty} 0V{high}\"/>");
    label(&mut svg, eighty, high + 14, "middle", language.report_eighty());
    let _ = write!(svg, "<polyline class=\"line\" points=\"{}\"/><g class=\"dots\">{dots}</g>", line.trim_end());
    svg + "</svg>\n"
}

fn open(title: &str, high: i128) -> String {
    format!("<svg viewBox=\"0 0 {WIDTH} {high}\" role=\"img\" aria-label=\"{}\" class=\"chart\">\n", escaped(title))
}

/// A part in the colour of its age, hatched where that asks for it. Nothing is drawn of no width or height.
fn rect(svg: &mut String, age: usize, [x, y, wide, high]: [i128; 4]) {
    let place = format!("x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\"");
    let _ = write!(svg, "<rect class=\"age a{}\" {place}/>", palette::place(age));
    if palette::shade(age).hatched {
        let _ = write!(svg, "<rect {place} fill=\"url(#hatch)\"/>");
    }
}

fn label(svg: &mut String, x: i128, y: i128, anchor: &'static str, text: &str) {
    let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>", escaped(text));
}

/// A part of a length; nothing of what is no debit.
fn scaled(part: i64, whole: i64, length: i128) -> i128 {
    if whole <= 0 { 0 } else { i128::from(part.max(0)) * length / i128::from(whole) }
}

/// A part of a whole in ten-thousandths, rounded half up.
fn share(part: i128, whole: i128) -> Option<i64> {
    if whole <= 0 || part < 0 {
        return None;
    }
    i64::try_from((part * 20_000 + whole) / (whole * 2)).ok()
}

/// An amount without its decimals, rounded half up.
fn whole_units(language: Language, minor: i128, currency: Currency) -> String {
    let one = 10_i128.pow(currency.decimals());
    language.number(i64::try_from((minor + one / 2) / one).unwrap_or(i64::MAX))
}

/// A day without its year, for a narrow column, and the year, told where it changes.
fn day_and_year(language: Language, day: Day) -> (String, String) {
    let year = day.to_string().chars().take(4).collect::<String>();
    let short = language.day(day).replacen(&year, "", 1);
    (short.trim_matches([' ', '\u{a0}', '/']).to_owned(), year)
}

/// The step of an axis: 1, 2 or 5 of a power of ten, so that five steps at most reach the highest.
fn nice_step(highest: i128) -> i128 {
    let mut power = 1;
    loop {
        for digit in [1, 2, 5] {
            if digit * power * 5 >= highest {
                return digit * power;
            }
        }
        power *= 10;
    }
}

/// The start of a name, whole letters only.
fn short(name: &str) -> String {
    let clean = printable(name).text;
    match clean.char_indices().nth(NAME_MAX) {
        Some((end, _)) => format!("{}…", clean.get(..end).unwrap_or_default().trim_end()),
        None => clean,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_day_stands_apart() {
        let day = Day::new(2012, 9, 30).unwrap();
        assert_eq!(day_and_year(Language::En, day), ("30 Sep".to_owned(), "2012".to_owned()));
        assert_eq!(day_and_year(Language::Fr, day), ("30/09".to_owned(), "2012".to_owned()));
    }

    #[test]
    fn steps_of_an_axis_are_round() {
        let steps = [0, 4, 5, 6, 49, 51, 68_015_694].map(nice_step);
        assert_eq!(steps, [1, 1, 1, 2, 10, 20, 20_000_000]);
    }

    #[test]
    fn parts_are_drawn_to_scale_and_never_backwards() {
        assert_eq!([scaled(50, 100, 480), scaled(-5, 100, 480), scaled(1, 0, 480)], [240, 0, 0]);
        assert_eq!([share(1, 3), share(2, 3), share(-1, 3), share(0, 0)], [Some(3_333), Some(6_667), None, None]);
        assert_eq!(short(&"é".repeat(40)), format!("{}…", "é".repeat(32)));
    }
}
