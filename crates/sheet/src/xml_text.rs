//! Text of the XML of a regular xlsx: entities, the escapes of Excel, rich text. What a regular workbook does not write
//! gives no text at all, so that the tolerant reader decides what it means.

/// The attributes of a tag, each written `name="value"`; `None` among them where anything else stands.
pub(crate) fn attributes(mut source: &[u8]) -> impl Iterator<Item = Option<(&[u8], &[u8])>> {
    std::iter::from_fn(move || {
        let rest = source.trim_ascii_start();
        if rest.is_empty() {
            return None;
        }
        let read = attribute(rest);
        source = read.map_or(&[], |(_, _, rest)| rest);
        Some(read.map(|(name, value, _)| (name, value)))
    })
}

fn attribute(source: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let (name, rest) = source.split_at(source.iter().position(|byte| *byte == b'=')?);
    let (quote, rest) = rest.get(1..)?.split_first().filter(|(quote, _)| matches!(quote, b'"' | b'\''))?;
    let (value, rest) = rest.split_at(rest.iter().position(|byte| byte == quote)?);
    let plain = name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.'));
    let rest = rest.get(1..)?;
    (plain && rest.first().is_none_or(u8::is_ascii_whitespace)).then_some((name, value, rest))
}

/// Splits what follows the name of a tag: its attributes, whether it closes at once, and what comes after it.
pub(crate) fn tag(rest: &[u8]) -> Option<(&[u8], bool, &[u8])> {
    let (inside, after) = rest.split_at(memchr::memchr(b'>', rest)?);
    let (inside, empty) = inside.strip_suffix(b"/").map_or((inside, false), |inside| (inside, true));
    let starts_well = inside.first().is_none_or(u8::is_ascii_whitespace);
    starts_well.then_some((inside, empty, after.get(1..)?))
}

/// What stands before a closing tag, and after it; nothing but text may stand before.
pub(crate) fn content<'a, const N: usize>(rest: &'a [u8], closing: &[u8; N]) -> Option<(&'a [u8], &'a [u8])> {
    let (inside, after) = rest.split_at(memchr::memchr(b'<', rest)?);
    // Of a known length, so that no call is made to compare a few bytes.
    let (end, after) = after.split_first_chunk()?;
    (end == closing).then_some((inside, after))
}

/// Adds text as written between two tags, its entities replaced.
pub(crate) fn push(raw: &[u8], out: &mut String) -> Option<()> {
    let mut rest = std::str::from_utf8(raw).ok()?;
    // A carriage return would have to become a line feed.
    while let Some(at) = memchr::memchr2(b'&', b'\r', rest.as_bytes()) {
        let (before, entity) = rest.split_at(at);
        let (name, after) = entity.strip_prefix('&')?.split_once(';')?;
        out.push_str(before);
        out.push(character(name)?);
        rest = after;
    }
    out.push_str(rest);
    Some(())
}

fn character(name: &str) -> Option<char> {
    let number = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => name.strip_prefix('#')?,
    };
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let code = u32::from_str_radix(digits, radix).ok().filter(|_| plain)?;
    char::from_u32(code).filter(|character| *character != '\0')
}

/// Replaces the escapes of Excel (`_x000D_`, a UTF-16 unit in four digits) from a place of the text on.
pub(crate) fn unescape(text: &mut String, from: usize) {
    let Some(first) = text.get(from..).and_then(|tail| tail.find("_x")) else { return };
    let tail = text.split_off(from + first);
    let mut rest = tail.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        text.push_str(before);
        let mut units = Vec::new();
        let mut after = escape;
        // A high half is only followed by its low half.
        while let Some((unit, next)) = escaped(after).filter(|(unit, _)| match units.as_slice() {
            [] => true,
            [high] => (0xD800..0xDC00).contains(high) && (0xDC00..0xE000).contains(unit),
            _ => false,
        }) {
            units.push(unit);
            after = next;
        }
        if units.is_empty() {
            text.push('_');
            after = escape.get(1..).unwrap_or_default();
        }
        text.extend(char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
        rest = after;
    }
    text.push_str(rest);
}

fn escaped(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.strip_prefix("_x")?.split_at_checked(4)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let unit = u16::from_str_radix(digits, 16).ok().filter(|_| plain)?;
    Some((unit, rest.strip_prefix('_')?))
}

/// Adds the text of a string item (`<si>` or `<is>`), given what stands inside: one run or several, without the
/// pronunciation beside them.
pub(crate) fn push_item(inside: &[u8], out: &mut String) -> Option<()> {
    let mut rest = inside;
    let mut depth = 0_usize;
    let mut spoken = false;
    while let Some(at) = memchr::memchr(b'<', rest) {
        let after = rest.get(at + 1..)?;
        let name = after.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'/').unwrap_or(after.len());
        let (name, after) = after.split_at(name);
        if let Some(name) = name.strip_prefix(b"/") {
            depth = depth.checked_sub(1)?;
            spoken &= name != b"rPh";
            rest = after.strip_prefix(b">")?;
            continue;
        }
        // The slash of an empty tag without attributes ends its name.
        let (name, after) = match name.strip_suffix(b"/") {
            Some(short) => (short, rest.get(at + 1 + short.len()..)?),
            None => (name, after),
        };
        let (written, empty, after) = tag(after)?;
        rest = after;
        if empty {
            continue;
        }
        if name == b"t" && !spoken {
            let (text, after) = content(rest, b"</t>")?;
            push_run(text, written, out)?;
            rest = after;
            continue;
        }
        spoken |= name == b"rPh";
        depth += 1;
    }
    (depth == 0).then_some(())
}

fn push_run(text: &[u8], written: &[u8], out: &mut String) -> Option<()> {
    let from = out.len();
    push(text, out)?;
    let mut kept = false;
    for pair in attributes(written) {
        kept |= pair? == (&b"xml:space"[..], &b"preserve"[..]);
    }
    if !kept {
        let blank = |character: char| matches!(character, ' ' | '\t' | '\r' | '\n');
        let run = out.get(from..)?;
        let (start, end) = (run.len() - run.trim_start_matches(blank).len(), run.trim_end_matches(blank).len());
        out.truncate(from + end);
        out.drain(from..from + start.min(end));
    }
    unescape(out, from);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(inside: &str) -> Option<String> {
        let mut out = String::from("|");
        push_item(inside.as_bytes(), &mut out).map(|()| out)
    }

    #[test]
    fn an_item_is_the_text_of_its_runs() {
        let cases = [
            ("<t>R&amp;D &#233;&#xE9;</t>", Some("|R&D éé")),
            ("<t> x </t>", Some("|x")),
            ("<t xml:space=\"preserve\"> x </t>", Some("| x ")),
            ("<t>  </t>", Some("|")),
            ("<t/>", Some("|")),
            ("<r><rPr><b/><sz val=\"9\"/></rPr><t>a</t></r>\n<r><t xml:space=\"preserve\"> b</t></r>", Some("|a b")),
            ("<t>a</t><rPh sb=\"0\" eb=\"1\"><t>ka</t></rPh><phoneticPr fontId=\"1\"/>", Some("|a")),
            ("<t>a_x000D__x0041_b_xD83D__xDCF7__xD83D__x005F_x0041_ _x00</t>", Some("|a\rAb📷\u{FFFD}_x0041_ _x00")),
            ("<t>a&nosuch;</t>", None),
            ("<t>a\rb</t>", None),
            ("<t>a<b/></t>", None),
            ("<t><![CDATA[a]]></t>", None),
            ("<r><t>a</t>", None),
            ("</r><r>", None),
        ];
        for (inside, expected) in cases {
            assert_eq!(item(inside).as_deref(), expected, "{inside}");
        }
    }
}
