//! Charts as marks on a drawing of fixed size: pure functions of the figures. All numbers are integers: amounts in
//! minor units, shares and days in ten-thousandths. Nothing depends on colour: what is old is hatched, every line is
//! named where it ends, and the same figures stand in a table.

use values::Amount;

/// Width of every drawing; the page scales it.
pub const WIDTH: i64 = 840;
/// Height of a chart over time.
pub const HEIGHT: i64 = 400;
const LEFT: i64 = 108;
const RIGHT: i64 = 816;
const TOP: i64 = 44;
const BOTTOM: i64 = 346;
/// Labels under an axis at most.
const LABELS: usize = 7;
/// Layers from this one on are hatched.
const HATCHED_FROM: usize = 3;

/// One mark of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A rectangle.
    Bar {
        /// Left edge.
        x: i64,
        /// Upper edge.
        y: i64,
        /// Width.
        width: i64,
        /// Height.
        height: i64,
        /// Its class in the style sheet.
        class: String,
        /// Whether hatching goes over it.
        hatched: bool,
    },
    /// A line through points, as SVG writes them.
    Line {
        /// `x,y x,y`.
        points: String,
        /// Its class.
        class: &'static str,
    },
    /// A text.
    Text {
        /// Its anchor.
        x: i64,
        /// Its base line.
        y: i64,
        /// `start`, `middle` or `end`.
        anchor: &'static str,
        /// Its class.
        class: &'static str,
        /// The words.
        text: String,
    },
}

/// The same figures in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What they are.
    pub caption: String,
    /// One per column.
    pub headings: Vec<String>,
    /// Columns from this one on are figures.
    pub figures_from: usize,
    /// The cells; the first names the row.
    pub rows: Vec<Vec<String>>,
}

/// A line of a chart over time.
pub struct Curve {
    /// Its values; nothing where there is none.
    pub values: Vec<Option<i64>>,
    /// What is written at its end.
    pub end: String,
    /// Its class.
    pub class: &'static str,
}

/// The smallest round number not below: 1, 2, 2.5, 4, 5 or 8 times a power of ten.
pub fn round_up(value: i64) -> i64 {
    let mut power: i64 = 1;
    while power.saturating_mul(10) <= value {
        power = power.saturating_mul(10);
    }
    let halves = [2, 4, 5, 8, 10, 16, 20].map(|half| power.saturating_mul(half) / 2);
    halves.into_iter().find(|&step| step >= value).unwrap_or(i64::MAX)
}

/// Where a value stands between 0 at the bottom and `most` at the top.
fn height_of(value: i64, most: i64) -> i64 {
    let span = i128::from(BOTTOM - TOP);
    let height = i128::from(value.clamp(0, most)) * span / i128::from(most.max(1));
    i64::try_from(height).unwrap_or(0)
}

fn centre(position: usize, count: usize) -> i64 {
    let slots = i64::try_from(count.max(1)).unwrap_or(1);
    LEFT + (RIGHT - LEFT) * (2 * i64::try_from(position).unwrap_or(0) + 1) / (2 * slots)
}

/// The grid, its values at the left, and the labels under it: the last one always, few enough to be read.
fn axes(labels: &[String], most: i64, written: &dyn Fn(i64) -> String) -> Vec<Mark> {
    let mut marks = Vec::new();
    for part in 0..=2 {
        let value = most * part / 2;
        let y = BOTTOM - (BOTTOM - TOP) * part / 2;
        marks.push(Mark::Line { points: format!("{LEFT},{y} {RIGHT},{y}"), class: "chart-grid" });
        marks.push(text(LEFT - 10, y + 8, "end", "chart-axis", written(value)));
    }
    let every = labels.len().div_ceil(LABELS).max(1);
    for (position, label) in labels.iter().enumerate() {
        if (labels.len() - 1 - position).is_multiple_of(every) {
            marks.push(text(centre(position, labels.len()), BOTTOM + 34, "middle", "chart-axis", label.clone()));
        }
    }
    marks
}

fn text(x: i64, y: i64, anchor: &'static str, class: &'static str, text: String) -> Mark {
    Mark::Text { x, y, anchor, class, text }
}

/// Stacked columns, youngest layer at the bottom; `top` is written over the last one.
pub fn columns(
    labels: &[String],
    stacks: &[Vec<Amount>],
    classes: &[String],
    top: String,
    written: &dyn Fn(i64) -> String,
) -> Vec<Mark> {
    let sum = |stack: &Vec<Amount>| stack.iter().map(|part| part.debit_part().minor()).sum::<i64>();
    let most = round_up(stacks.iter().map(sum).max().unwrap_or(0).max(1));
    let mut marks = axes(labels, most, written);
    let slots = i64::try_from(stacks.len().max(1)).unwrap_or(1);
    let width = ((RIGHT - LEFT) * 7 / 10 / slots).min(90);
    let mut last_top = BOTTOM;
    for (position, stack) in stacks.iter().enumerate() {
        let x = centre(position, stacks.len()) - width / 2;
        let mut below: i64 = 0;
        for (layer, (part, class)) in stack.iter().zip(classes).enumerate() {
            let foot = BOTTOM - height_of(below, most);
            below += part.debit_part().minor();
            let y = BOTTOM - height_of(below, most);
            if foot > y {
                let hatched = layer >= HATCHED_FROM;
                marks.push(Mark::Bar { x, y, width, height: foot - y, class: class.clone(), hatched });
            }
            last_top = y;
        }
    }
    let x = centre(stacks.len().saturating_sub(1), stacks.len()) + width / 2;
    marks.push(text(x, last_top - 12, "end", "chart-value", top));
    marks
}

/// A column for each place, and a line across them on the same scale.
pub fn columns_and_line(
    labels: &[String],
    bars: &[Amount],
    line: &[Amount],
    written: &dyn Fn(i64) -> String,
) -> Vec<Mark> {
    let most = round_up(bars.iter().chain(line).map(|amount| amount.minor()).max().unwrap_or(0).max(1));
    let mut marks = axes(labels, most, written);
    let slots = i64::try_from(bars.len().max(1)).unwrap_or(1);
    let width = ((RIGHT - LEFT) * 7 / 10 / slots).min(90);
    for (position, bar) in bars.iter().enumerate() {
        let height = height_of(bar.minor(), most);
        let x = centre(position, bars.len()) - width / 2;
        marks.push(Mark::Bar { x, y: BOTTOM - height, width, height, class: "chart-bar".to_owned(), hatched: false });
    }
    let values = line.iter().map(|amount| Some(amount.minor())).collect();
    let end = line.last().map(|last| written(last.minor())).unwrap_or_default();
    marks.extend(drawn(labels.len(), &[Curve { values, end, class: "chart-dash" }], most));
    marks
}

/// Lines over time, each named where it ends; the higher end is named above, the lower one below.
pub fn lines(labels: &[String], curves: &[Curve], most: i64, written: &dyn Fn(i64) -> String) -> Vec<Mark> {
    let mut marks = axes(labels, most, written);
    marks.extend(drawn(labels.len(), curves, most));
    marks
}

/// The lines, their points and their names.
fn drawn(places: usize, curves: &[Curve], most: i64) -> Vec<Mark> {
    let mut marks = Vec::new();
    let ends: Vec<i64> = curves.iter().filter_map(|curve| curve.values.iter().rev().find_map(|value| *value)).collect();
    let highest = ends.iter().max().copied().unwrap_or(0);
    let mut above_taken = false;
    for curve in curves {
        let points: Vec<(i64, i64)> = curve
            .values
            .iter()
            .enumerate()
            .filter_map(|(position, value)| Some((centre(position, places), BOTTOM - height_of((*value)?, most))))
            .collect();
        let Some(&(x, y)) = points.last() else { continue };
        let path = points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
        marks.push(Mark::Line { points: path, class: curve.class });
        let class = format!("{}-point", curve.class);
        marks.extend(points.iter().map(|(x, y)| Mark::Bar {
            x: x - 5,
            y: y - 5,
            width: 10,
            height: 10,
            class: class.clone(),
            hatched: false,
        }));
        let above = curve.values.last().copied().flatten().is_none_or(|end| end >= highest) && !above_taken;
        above_taken |= above;
        let y = if above { y - 18 } else { (y + 40).min(BOTTOM - 8) };
        marks.push(text((x + 10).min(RIGHT), y, "end", "chart-value", curve.end.clone()));
    }
    marks
}

/// Bars of shares in falling order, their cumulative line, and the mark of four fifths.
pub fn pareto(shares: &[i64], cumulative: &[i64], four_fifths: String, written: &dyn Fn(i64) -> String) -> Vec<Mark> {
    const WHOLE: i64 = 10_000;
    let labels: Vec<String> = (1..=shares.len()).map(|rank| rank.to_string()).collect();
    let mut marks = axes(&labels, WHOLE, written);
    let slots = i64::try_from(shares.len().max(1)).unwrap_or(1);
    let width = ((RIGHT - LEFT) * 7 / 10 / slots).min(90);
    for (position, share) in shares.iter().enumerate() {
        let height = height_of(*share, WHOLE);
        let x = centre(position, shares.len()) - width / 2;
        marks.push(Mark::Bar { x, y: BOTTOM - height, width, height, class: "chart-bar".to_owned(), hatched: false });
    }
    let y = BOTTOM - height_of(8_000, WHOLE);
    marks.push(Mark::Line { points: format!("{LEFT},{y} {RIGHT},{y}"), class: "chart-mark" });
    marks.push(text(LEFT + 6, y - 10, "start", "chart-axis", four_fifths));
    let end = cumulative.last().map(|last| written(*last)).unwrap_or_default();
    let curve = Curve { values: cumulative.iter().map(|share| Some(*share)).collect(), end, class: "chart-line" };
    marks.extend(drawn(labels.len(), &[curve], WHOLE));
    marks
}

/// Height of one row of [`rows`].
pub const ROW: i64 = 62;

/// One bar per row, its name above it, its value at its end; `share` in ten-thousandths.
pub fn rows(rows: &[(String, i64, String)]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for ((name, share, value), place) in rows.iter().zip(0..) {
        let y = ROW * place;
        let width = ((WIDTH - 150) * (*share).clamp(0, 10_000) / 10_000).max(2);
        marks.push(text(0, y + 24, "start", "chart-axis", name.clone()));
        marks.push(Mark::Bar { x: 0, y: y + 32, width, height: 20, class: "chart-bar".to_owned(), hatched: false });
        marks.push(text(width + 10, y + 51, "start", "chart-value", value.clone()));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(marks: &[Mark]) -> Vec<(i64, i64)> {
        let bar = |mark: &Mark| match mark {
            Mark::Bar { y, height, .. } => Some((*y, *height)),
            Mark::Line { .. } | Mark::Text { .. } => None,
        };
        marks.iter().filter_map(bar).collect()
    }

    #[test]
    fn axes_end_on_round_numbers() {
        assert_eq!([0, 1, 3, 21, 26, 99, 101, 2_500].map(round_up), [1, 1, 4, 25, 40, 100, 200, 2_500]);
    }

    #[test]
    fn layers_stand_on_each_other_and_credits_are_left_out() {
        let amounts = [30, 20, -10].map(Amount::from_minor).to_vec();
        let classes = ["a", "b", "c"].map(str::to_owned);
        let marks = columns(&["1".to_owned()], &[amounts], &classes, "50".to_owned(), &|value| value.to_string());
        let span = BOTTOM - TOP;
        assert_eq!(bars(&marks), [(BOTTOM - span * 30 / 50, span * 30 / 50), (TOP, span - span * 30 / 50)]);
    }

    #[test]
    fn a_line_skips_what_is_unknown_and_names_its_end() {
        let curve = Curve { values: vec![None, Some(50), Some(100)], end: "100".to_owned(), class: "chart-line" };
        let labels = ["1", "2", "3"].map(str::to_owned);
        let marks = lines(&labels, &[curve], 100, &|value| value.to_string());
        let path = marks.iter().find_map(|mark| match mark {
            Mark::Line { points, class: "chart-line" } => Some(points.clone()),
            Mark::Bar { .. } | Mark::Line { .. } | Mark::Text { .. } => None,
        });
        assert_eq!(path.unwrap(), format!("462,{} 698,{TOP}", (TOP + BOTTOM) / 2));
        assert!(matches!(marks.last(), Some(Mark::Text { text, .. }) if text == "100"));
    }

    #[test]
    fn four_fifths_are_marked_once_and_the_axis_is_drawn_once() {
        let marks = pareto(&[6_000, 4_000], &[6_000, 10_000], "80 %".to_owned(), &|value| value.to_string());
        let grids = marks.iter().filter(|mark| matches!(mark, Mark::Line { class: "chart-grid", .. })).count();
        assert_eq!(grids, 3);
        assert_eq!(marks.iter().filter(|mark| matches!(mark, Mark::Text { text, .. } if text == "80 %")).count(), 1);
        assert_eq!(bars(&marks).len(), 4);
    }

    #[test]
    fn no_figures_make_a_chart_without_bars() {
        assert!(bars(&columns(&[], &[], &[], String::new(), &|value| value.to_string())).is_empty());
        assert!(bars(&pareto(&[], &[], String::new(), &|value| value.to_string())).is_empty());
        assert!(rows(&[]).is_empty());
    }
}
