//! Days as their column writes them, and what they are: a ledger of a million rows has a thousand days, each written the
//! same way every time. A text has a few places; where others took them all, it takes the first from its holder.

use crate::date::{Shape, quick_cell, swap, unpacked};
use crate::date_profile::ORDERS;
use sheet::CellKind;
use values::Day;

/// Places of a memory, a power of two, and those of one text.
const PLACES: usize = 2_048;
const OWN_PLACES: usize = 4;
/// The longest text kept: `31/08/2026`.
const LONGEST: usize = 10;

/// What a text is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) shape: Shape,
    /// The day under each of [`ORDERS`].
    pub(crate) days: [Option<Day>; 3],
    /// A true date with day and month exchanged, where that is a day.
    pub(crate) swapped: Option<Day>,
}

impl Known {
    pub(crate) fn of(shape: Shape) -> Known {
        let days = match shape {
            Shape::Parts(parts) => ORDERS.map(|order| parts.packed(order).and_then(unpacked)),
            Shape::True(day) | Shape::Bare(day) | Shape::Serial(day) | Shape::Certain(day) => [Some(day); 3],
            Shape::NoDate | Shape::Impossible | Shape::Other => [None; 3],
        };
        let swapped = match shape {
            Shape::True(day) => Some(swap(day).unwrap_or(day)),
            _ => None,
        };
        Known { shape, days, swapped }
    }

    /// Whether it is a day at all, under some order.
    pub(crate) fn is_day(&self) -> bool {
        !matches!(self.shape, Shape::NoDate | Shape::Impossible | Shape::Other)
    }

    /// Whether it is a true date of a workbook.
    pub(crate) fn is_true(&self) -> bool {
        matches!(self.shape, Shape::True(_))
    }
}

#[derive(Clone, Copy)]
struct Place {
    key: Key,
    known: Known,
    count: u32,
}

/// A short text in two words: its first eight bytes; the two after them, how many bytes there are, and whether it is a
/// true date.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    first: u64,
    rest: u32,
}

/// The texts met last.
#[derive(Clone, Default)]
pub(crate) struct DayMemo {
    places: Vec<Option<Place>>,
    from_1904: bool,
}

impl DayMemo {
    /// Nothing met yet. `from_1904`: day numbers of the workbook count from 1904.
    pub(crate) fn new(from_1904: bool) -> DayMemo {
        DayMemo { places: Vec::new(), from_1904 }
    }

    /// Counts a text in a common writing of days, and says what it is; `None` for any other text. `leave` hears of a text
    /// that loses its place, and how often it was counted.
    #[inline]
    pub(crate) fn count(&mut self, text: &str, kind: CellKind, leave: impl FnMut(&str, &Known, u32)) -> Option<Known> {
        let key = Key::of(text.as_bytes(), kind)?;
        for at in key.places() {
            match self.places.get_mut(at) {
                Some(Some(place)) if place.key == key => {
                    place.count += 1;
                    return Some(place.known);
                }
                Some(Some(_)) => {}
                Some(None) | None => break,
            }
        }
        self.learn(key, text, kind, leave)
    }

    #[cold]
    fn learn(
        &mut self,
        key: Key,
        text: &str,
        kind: CellKind,
        mut leave: impl FnMut(&str, &Known, u32),
    ) -> Option<Known> {
        let known = Known::of(quick_cell(text, kind, self.from_1904)?);
        self.places.resize(PLACES, None);
        let free = key.places().find(|at| self.places.get(*at).is_some_and(Option::is_none));
        let place = self.places.get_mut(free.or(key.places().next())?)?;
        if let Some(former) = place.replace(Place { key, known, count: 1 }) {
            leave(former.key.write(&mut [0; LONGEST]), &former.known, former.count);
        }
        Some(known)
    }

    /// Every text loses its place.
    pub(crate) fn forget(&mut self, mut leave: impl FnMut(&str, &Known, u32)) {
        for Place { key, known, count } in std::mem::take(&mut self.places).iter().flatten() {
            leave(key.write(&mut [0; LONGEST]), known, *count);
        }
    }
}

impl Key {
    #[inline]
    fn of(text: &[u8], kind: CellKind) -> Option<Key> {
        let word = |part: &[u8]| part.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
        let (first, rest) = match text.split_first_chunk::<8>() {
            Some((first, rest)) => (u64::from_le_bytes(*first), rest),
            None => (word(text), &[][..]),
        };
        let (rest, length) = (word(rest.get(..LONGEST - 8).unwrap_or(rest)), text.len());
        let kind = u32::from(kind == CellKind::Date);
        (length <= LONGEST).then_some(Key { first, rest: rest as u32 | (length as u32) << 16 | kind << 24 })
    }

    #[inline]
    fn places(self) -> impl Iterator<Item = usize> + use<> {
        let word = self.first ^ u64::from(self.rest & 0xFFFF) << 20;
        let first = (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 53) as usize;
        (first..first + OWN_PLACES).map(|place| place % PLACES)
    }

    /// The text again.
    fn write(self, bytes: &mut [u8; LONGEST]) -> &str {
        let ([a, b, c, d, e, f, g, h], [i, j, length, _]) = (self.first.to_le_bytes(), self.rest.to_le_bytes());
        *bytes = [a, b, c, d, e, f, g, h, i, j];
        let text = bytes.get(..usize::from(length)).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default()
    }
}
