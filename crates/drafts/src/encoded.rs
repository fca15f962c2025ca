//! Text beyond ASCII in a mail: encoded words for headers (RFC 2047, Q encoding), quoted-printable for bodies
//! (RFC 2045). What comes out is printable ASCII; a control character can only come out as `=XX`.

/// Longest encoded word, delimiters included (RFC 2047, section 2).
const WORD_MAX: usize = 75;
/// Longest line of a header holding encoded words, and of a quoted-printable body with its soft break.
const LINE_MAX: usize = 76;
const OPEN: &str = "=?utf-8?Q?";
const CLOSE: &str = "?=";

/// Whether a header may hold the text as it is.
pub(crate) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7F).contains(&byte)) && !text.contains("=?") && text.trim() == text
}

/// The text as encoded words, folded; `used` characters already stand on the first line. A character is never split
/// between two words.
pub(crate) fn words(text: &str, used: usize) -> String {
    let mut folded = String::new();
    let mut word = String::new();
    let mut room = WORD_MAX.min(LINE_MAX.saturating_sub(used));
    for character in text.chars() {
        let encoded = q_encoded(character);
        if !word.is_empty() && OPEN.len() + word.len() + encoded.len() + CLOSE.len() > room {
            folded.push_str(&format!("{OPEN}{word}{CLOSE}\r\n "));
            word.clear();
            room = WORD_MAX;
        }
        word.push_str(&encoded);
    }
    folded.push_str(&format!("{OPEN}{word}{CLOSE}"));
    folded
}

/// One character, safe in a subject and in a display name alike (RFC 2047, section 5, rule 3).
fn q_encoded(character: char) -> String {
    match character {
        ' ' => "_".to_owned(),
        safe if safe.is_ascii_alphanumeric() || matches!(safe, '!' | '*' | '+' | '-' | '/') => safe.to_string(),
        other => other.encode_utf8(&mut [0; 4]).bytes().map(hex).collect(),
    }
}

fn hex(byte: u8) -> String {
    format!("={byte:02X}")
}

/// A body in quoted-printable, every line ended by CRLF.
pub(crate) fn quoted_printable(body: &str) -> String {
    let mut text = String::with_capacity(body.len() + body.len() / 4);
    for line in lines(body) {
        let last = line.len().saturating_sub(1);
        let mut width = 0;
        for (position, byte) in line.bytes().enumerate() {
            let piece = match byte {
                // A blank at the end of a line, a lone dot and a mailbox separator do not survive every relay.
                b' ' | b'\t' if position == last => hex(byte),
                b'.' if position == 0 => hex(byte),
                b'F' if position == 0 && line.starts_with("From ") => hex(byte),
                b' '..=b'<' | b'>'..=b'~' | b'\t' => char::from(byte).to_string(),
                _ => hex(byte),
            };
            if width + piece.len() > LINE_MAX - 1 {
                text.push_str("=\r\n");
                width = 0;
            }
            width += piece.len();
            text.push_str(&piece);
        }
        text.push_str("\r\n");
    }
    text
}

/// Bytes as letters (RFC 2045, section 6.8), every line ended by CRLF.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letter = |bits: u32| LETTERS.get(bits as usize & 63).map_or('=', |letter| char::from(*letter));
    let mut text = String::with_capacity(bytes.len() / 3 * 4 + bytes.len() / 38 + 8);
    for line in bytes.chunks(LINE_MAX / 4 * 3) {
        for group in line.chunks(3) {
            let bits = group.iter().zip([16, 8, 0]).map(|(byte, shift)| u32::from(*byte) << shift).sum::<u32>();
            for (position, shift) in [18, 12, 6, 0].into_iter().enumerate() {
                text.push(if position <= group.len() { letter(bits >> shift) } else { '=' });
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// The lines of a text, whatever ends them; a last line break ends the text and opens no line.
fn lines(body: &str) -> Vec<String> {
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    let body = body.strip_suffix('\n').unwrap_or(&body);
    body.split('\n').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_within_their_length_and_their_characters() {
        let text = "Échéance dépassée : « 1 234,56 € » à régler avant le 8 octobre 2026, merci";
        let folded = words(text, "Subject: ".len());
        for (position, line) in folded.split("\r\n").enumerate() {
            assert!(line.trim_start().len() <= WORD_MAX, "{line}");
            assert!(line.len() + if position == 0 { 9 } else { 0 } <= LINE_MAX, "{line}");
            assert!(line.is_ascii());
        }
    }

    #[test]
    fn bytes_become_letters() {
        let cases: [(&[u8], &str); 5] = [
            (b"", ""),
            (b"f", "Zg==\r\n"),
            (b"fo", "Zm8=\r\n"),
            (b"foobar", "Zm9vYmFy\r\n"),
            (&[255, 254, 253], "//79\r\n"),
        ];
        for (bytes, text) in cases {
            assert_eq!(base64(bytes), text);
        }
        assert!(base64(&[7; 1000]).split("\r\n").all(|line| line.len() <= LINE_MAX));
    }

    #[test]
    fn bodies_stay_within_their_lines() {
        assert_eq!(quoted_printable("é=\n.\nFrom x \n"), "=C3=A9=3D\r\n=2E\r\n=46rom x=20\r\n");
        let long = quoted_printable(&"é".repeat(200));
        assert!(long.split("\r\n").all(|line| line.len() <= LINE_MAX), "{long}");
        assert_eq!(quoted_printable("a\rb\r\nc\0"), "a\r\nb\r\nc=00\r\n");
    }
}
