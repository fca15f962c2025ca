//! The square code of a transfer, as a drawing that prints sharp at any size.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// Modules left white around the code (ISO/IEC 18004).
const QUIET: i32 = 4;
/// Largest version of the standard (EPC069-12).
const VERSION_MAX: u8 = 13;

/// The code of a payload, as SVG; `None` where it does not fit.
pub fn svg(payload: &str, label: &str) -> Option<String> {
    let code = code(payload)?;
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count() as i32;
            if run > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{},{}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    let label = text::html::escaped(label);
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{label}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0,0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
    ))
}

/// Error correction M, as the standard asks.
fn code(payload: &str) -> Option<QrCode> {
    let segments = [QrSegment::make_bytes(payload.as_bytes())];
    QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::new(VERSION_MAX), None, false)
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the SVG's path on a grid of its own, eight points a module, and has another library read it.
    fn read(svg: &str) -> String {
        let number = |text: &str| text.parse::<usize>().unwrap_or(usize::MAX);
        let side =
            number(svg.split("viewBox=\"0 0 ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or_default());
        let mut dark = vec![false; side * side];
        let path = svg.rsplit("d=\"").next().unwrap_or_default();
        for run in path.split('M').skip(1) {
            let (x, rest) = run.split_once(',').unwrap_or_default();
            let (y, rest) = rest.split_once('h').unwrap_or_default();
            let length = number(rest.split('v').next().unwrap_or_default());
            let from = number(y) * side + number(x);
            dark[from..from + length].fill(true);
        }
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * 8, side * 8, |x, y| {
            if dark[y / 8 * side + x / 8] { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().map(|(meta, text)| format!("{}|{text}", meta.ecc_level)).unwrap_or_default()
    }

    #[test]
    fn an_independent_reader_reads_the_exact_payload() {
        let long = format!(
            "BCD\n002\n1\nSCT\nAGRIFRPP882\n{}\nFR7630006000011234567890189\nEUR999999999.99\n\n\n{}",
            "É".repeat(60),
            "x".repeat(100)
        );
        for payload in [
            "BCD\n002\n1\nSCT\n\nSociete Exemple\nFR7630006000011234567890189\nEUR10453.68\n\nRF18539007547034",
            "é€日",
            &long,
        ] {
            // 0 is the level M in the bits of the format.
            assert_eq!(read(&svg(payload, "x").unwrap_or_default()), format!("0|{payload}"));
        }
    }

    #[test]
    fn what_does_not_fit_has_no_code_and_a_label_stays_a_label() {
        assert_eq!(svg(&"x".repeat(332), "x"), None);
        assert!(svg("x", "\"><script>").is_some_and(|svg| !svg.contains("<script>")));
    }
}
