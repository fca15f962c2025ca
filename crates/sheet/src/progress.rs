//! Signs of life for whoever watches from outside, on one scale from zero to twice the size of the file.
//! The first half is looking (dialect, preflight), the second half is reading.

/// The caller's function with the scale of one file.
pub(crate) struct Progress<'a> {
    report: &'a mut dyn FnMut(u64, u64),
    size: u64,
    furthest: u64,
}

impl<'a> Progress<'a> {
    pub fn new(report: &'a mut dyn FnMut(u64, u64), size: u64) -> Progress<'a> {
        Progress { report, size, furthest: 0 }
    }

    /// `done` of `total` units of looking at the file.
    pub fn first_half(&mut self, done: u64, total: u64) {
        self.reach(self.scaled(done, total));
    }

    /// `done` of `total` units of reading it.
    pub fn second_half(&mut self, done: u64, total: u64) {
        self.reach(self.size + self.scaled(done, total));
    }

    /// `done` of `total` units of looking and reading at once.
    pub fn both_halves(&mut self, done: u64, total: u64) {
        self.reach(self.scaled(done, total) * 2);
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
