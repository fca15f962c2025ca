//! Signs of life for whoever watches from outside, on one scale from zero to twice the size of the file.
//! The first half is looking (dialect, preflight), the second half is reading.

/// The caller's function with the scale of one file.
pub(crate) struct Progress<'a> {
    report: &'a mut dyn FnMut(u64, u64),
    size: u64,
    furthest: u64,
    /// Which part of the scale one look that also reads takes.
    pub share: Share,
}

/// A part of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Share {
    Whole,
    FirstHalf,
    SecondHalf,
}

impl<'a> Progress<'a> {
    pub fn new(report: &'a mut dyn FnMut(u64, u64), size: u64) -> Progress<'a> {
        Progress { report, size, furthest: 0, share: Share::Whole }
    }

    /// `done` of `total` units of looking at the file.
    pub fn first_half(&mut self, done: u64, total: u64) {
        self.reach(self.scaled(done, total));
    }

    /// `done` of `total` units of reading it.
    pub fn second_half(&mut self, done: u64, total: u64) {
        self.reach(self.size + self.scaled(done, total));
    }

    /// `done` of `total` units of a look that takes its share of the scale.
    pub fn shared(&mut self, done: u64, total: u64) {
        match self.share {
            Share::Whole => self.reach(self.scaled(done, total) * 2),
            Share::FirstHalf => self.first_half(done, total),
            Share::SecondHalf => self.second_half(done, total),
        }
    }

    /// A second look at the file does not move the bar back, but it is a sign of life.
    fn reach(&mut self, done: u64) {
        self.furthest = self.furthest.max(done);
        (self.report)(self.furthest, self.size * 2);
    }

    fn scaled(&self, done: u64, total: u64) -> u64 {
        self.size.saturating_mul(done.min(total)).checked_div(total).unwrap_or(0)
    }
}
