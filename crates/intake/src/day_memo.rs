//! Days as their column writes them, and what they are: a ledger of a million rows has a thousand days, each written the
//! same way every time. A text has a few places; where others took them all, it takes the first from its holder.

use crate::date::{Shape, quick, unpacked};
use crate::date_profile::ORDERS;
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
}

impl Known {
    pub(crate) fn of(shape: Shape) -> Known {
        let days = match shape {
            Shape::Parts(parts) => ORDERS.map(|order| parts.packed(order).and_then(unpacked)),
            Shape::Bare(day) | Shape::Certain(day) => [Some(day); 3],
            Shape::True(_) | Shape::Serial(_) | Shape::NoDate | Shape::Impossible | Shape::Other => [None; 3],
        };
        Known { shape, days }
    }
}

#[derive(Clone, Copy)]
struct Place {
    key: Key,
    known: Known,
    count: u32,
}

/// A short text: its bytes, and their number.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    bytes: [u8; LONGEST],
    length: u8,
}

/// The texts met last.
#[derive(Clone, Default)]
pub(crate) struct DayMemo {
    places: Vec<Option<Place>>,
}

impl DayMemo {
    /// Counts a text in a common writing of days, and says what it is; `None` for any other text. `leave` hears of a text
    /// that loses its place, and how often it was counted.
    #[inline]
    pub(crate) fn count(&mut self, text: &str, leave: impl FnMut(&str, &Known, u32)) -> Option<Known> {
        let key = Key::of(text.as_bytes())?;
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
        self.learn(key, text, leave)
    }

    #[cold]
    fn learn(&mut self, key: Key, text: &str, mut leave: impl FnMut(&str, &Known, u32)) -> Option<Known> {
        let known = Known::of(quick(text.as_bytes())?);
        self.places.resize(PLACES, None);
        let free = key.places().find(|at| self.places.get(*at).is_some_and(Option::is_none));
        let place = self.places.get_mut(free.or(key.places().next())?)?;
        if let Some(former) = place.replace(Place { key, known, count: 1 }) {
            leave(former.key.text(), &former.known, former.count);
        }
        Some(known)
    }

    /// Every text loses its place.
    pub(crate) fn forget(&mut self, mut leave: impl FnMut(&str, &Known, u32)) {
        for Place { key, known, count } in std::mem::take(&mut self.places).iter().flatten() {
            leave(key.text(), known, *count);
        }
    }
}

impl Key {
    #[inline]
    fn of(text: &[u8]) -> Option<Key> {
        let mut bytes = [0; LONGEST];
        bytes.get_mut(..text.len())?.copy_from_slice(text);
        Some(Key { bytes, length: text.len() as u8 })
    }

    #[inline]
    fn places(&self) -> impl Iterator<Item = usize> + use<> {
        let [a, b, c, d, e, f, g, h, i, j] = self.bytes;
        let word = u64::from_le_bytes([a, b, c, d, e, f, g, h]) ^ u64::from(u16::from_le_bytes([i, j])) << 20;
        let first = (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 53) as usize;
        (first..first + OWN_PLACES).map(|place| place % PLACES)
    }

    fn text(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}
