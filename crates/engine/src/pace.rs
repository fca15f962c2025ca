//! A long work in slices: between two of them its driver hears how far it has come and may drop it. There is no thread and
//! no clock here: the work says where it can stop, its driver whether it goes on.

use protocol::Progress;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// What a long work tells its driver.
pub struct Pace<'a> {
    told: &'a mut dyn FnMut(Progress),
}

impl<'a> Pace<'a> {
    /// Tells it to this.
    pub fn new(told: &'a mut dyn FnMut(Progress)) -> Pace<'a> {
        Pace { told }
    }

    /// So many parts of a stage are done: tells it, and lets the driver stop here.
    pub async fn at(&mut self, stage: &str, done: usize, total: usize) {
        let (done, total) = (done as u64, Some(total as u64));
        (self.told)(Progress { stage: stage.to_owned(), done, total, rows: None });
        self.rest().await;
    }

    /// Lets the driver stop here.
    pub async fn rest(&mut self) {
        Rest { rested: false }.await;
    }
}

/// Gives way once. Nobody is woken: the driver polls again when it wants the work to go on.
struct Rest {
    rested: bool,
}

impl Future for Rest {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.rested, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

/// Drives a work to its end without a stop.
pub fn through<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn a_work_stops_where_it_says_and_comes_to_its_end() {
        let told = RefCell::new(Vec::new());
        let mut hear = |progress: Progress| told.borrow_mut().push(progress.done);
        let mut pace = Pace::new(&mut hear);
        let mut work = pin!(async {
            for done in 0..3 {
                pace.at("testing", done, 3).await;
            }
            "done"
        });
        for stops in 1..=3 {
            assert!(work.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
            assert_eq!(told.borrow().len(), stops);
        }
        assert_eq!(work.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready("done"));
        assert_eq!(*told.borrow(), [0, 1, 2]);
        assert_eq!(
            through(async {
                Rest { rested: false }.await;
                1
            }),
            1
        );
    }
}
