//! Which rows of a long table are drawn: those in view and a few around them.

use std::ops::Range;

/// Tables up to this length are drawn whole.
pub const DRAWN_WHOLE: usize = 200;
/// Height of a row, in pixels; the style sheet fixes the same.
pub const ROW_HEIGHT: usize = 34;
/// Rows drawn above and below those in view.
const AROUND: usize = 12;

/// The rows to draw of a table of `length` rows scrolled to `top` pixels in a box `height` pixels high.
pub fn visible_rows(top: i32, height: i32, length: usize) -> Range<usize> {
    if length <= DRAWN_WHOLE {
        return 0..length;
    }
    let top = usize::try_from(top).unwrap_or(0);
    let height = usize::try_from(height).unwrap_or(0);
    let first = (top / ROW_HEIGHT).saturating_sub(AROUND).min(length);
    let last = (top + height).div_ceil(ROW_HEIGHT).saturating_add(AROUND).min(length);
    first..last.max(first)
}

/// The height of rows that are not drawn, as a length of a style sheet.
pub fn blank(rows: usize) -> String {
    format!("{}px", rows * ROW_HEIGHT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_tables_are_whole_and_long_ones_windowed() {
        assert_eq!(visible_rows(0, 600, 200), 0..200);
        assert_eq!(visible_rows(0, 600, 5_000), 0..30);
        assert_eq!(visible_rows(34_000, 680, 5_000), 988..1_032);
        assert_eq!(visible_rows(10_000_000, 680, 5_000), 5_000..5_000);
        assert_eq!(visible_rows(-50, -1, 300), 0..12);
        assert_eq!(blank(3), "102px");
    }
}
