//! What is computed once for a day, for each ledger: most questions follow one another on one day.

use std::cell::RefCell;
use std::rc::Rc;
use values::Day;

/// The results of the day asked for last, in the order of the ledgers.
pub(crate) struct PerDay<T> {
    last: RefCell<Option<(Day, Rc<[T]>)>>,
}

impl<T> Default for PerDay<T> {
    fn default() -> PerDay<T> {
        PerDay { last: RefCell::new(None) }
    }
}

impl<T> PerDay<T> {
    /// The results of a day, made where it is not the day asked for last.
    pub(crate) fn on(&self, day: Day, make: impl FnOnce() -> Rc<[T]>) -> Rc<[T]> {
        if let Some((known, results)) = &*self.last.borrow()
            && *known == day
        {
            return Rc::clone(results);
        }
        let results = make();
        *self.last.borrow_mut() = Some((day, Rc::clone(&results)));
        results
    }

    /// Forgets what was computed: what it rested on has changed.
    pub(crate) fn forget(&self) {
        self.last.replace(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::Days;

    #[test]
    fn a_day_is_computed_once_until_another_is_asked_for_or_it_is_forgotten() {
        let (per_day, made) = (PerDay::default(), RefCell::new(0));
        let ask = |day: i32| {
            let make = || {
                *made.borrow_mut() += 1;
                Rc::from([day])
            };
            (per_day.on(Day::EPOCH + Days(day), make).first().copied(), *made.borrow())
        };
        assert_eq!((ask(1), ask(1), ask(2)), ((Some(1), 1), (Some(1), 1), (Some(2), 2)));
        per_day.forget();
        assert_eq!(ask(2), (Some(2), 3));
    }
}
