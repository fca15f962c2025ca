//! Filling maps and sets with little code. `collect` into an ordered map or set first sorts a list, with the standard sort
//! and a builder of trees compiled anew for each type, about eight kilobytes each time; here each is put in its place.

/// An iterator whose items can be gathered into an ordered map or set.
pub trait Gather: Iterator + Sized {
    /// What `collect` makes, put in one by one.
    fn gather<C: Default + Extend<Self::Item>>(self) -> C {
        let mut all = C::default();
        all.extend(self);
        all
    }
}

impl<I: Iterator> Gather for I {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        #[test]
        fn what_is_gathered_is_what_is_collected(list in prop::collection::vec((0_u8..9, any::<u16>()), 0..50)) {
            let gathered: BTreeMap<u8, u16> = list.iter().copied().gather();
            prop_assert_eq!(gathered, list.iter().copied().collect::<BTreeMap<_, _>>());
            let gathered: BTreeSet<(u8, u16)> = list.iter().copied().gather();
            prop_assert_eq!(gathered, list.into_iter().collect::<BTreeSet<_>>());
        }
    }
}
