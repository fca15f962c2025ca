//! Turns index.html, which is also what Trunk reads, into the published page: Trunk's own links go, ours come.

use crate::problem::{Outcome, Problem};
use crate::site::Published;

/// The files that the page loads.
pub struct Names {
    /// Style sheet.
    pub style: Published,
    /// First script.
    pub boot: Published,
    /// Glue of the page.
    pub app_glue: Published,
    /// Module of the page.
    pub app_wasm: Published,
    /// Glue of the engine, read as text for the workers.
    pub engine_glue: Published,
    /// Module of the engine.
    pub engine_wasm: Published,
}

const MARK: &str = "<!-- files -->";

/// The page. Fails when the template has lost its mark or its content policy.
pub fn page(template: &str, names: &Names) -> Outcome<String> {
    if !template.contains("http-equiv=\"Content-Security-Policy\"") {
        return Err(Problem::new("index.html has no Content-Security-Policy meta; the page must not ship without it."));
    }
    let (before, after) = template
        .split_once(MARK)
        .ok_or_else(|| Problem::new(format!("index.html has no `{MARK}` line; it says where style and scripts go.")))?;
    let page = format!("{before}{}{after}", tags(names));
    let kept = page.lines().filter(|line| !line.contains("data-trunk"));
    Ok(kept.flat_map(|line| [line, "\n"]).collect())
}

/// The engine's files are named on the script's own element: boot.js reads them there, and fetches in parallel.
fn tags(names: &Names) -> String {
    let Names { style, boot, app_glue, app_wasm, engine_glue, engine_wasm } = names;
    let data =
        [("app-glue", app_glue), ("app-wasm", app_wasm), ("engine-glue", engine_glue), ("engine-wasm", engine_wasm)]
            .map(|(key, file)| format!("data-{key}=\"./{}\" data-{key}-integrity=\"{}\"", file.name, file.integrity))
            .join(" ");
    [
        format!("<link rel=\"stylesheet\" href=\"./{}\" integrity=\"{}\">", style.name, style.integrity),
        format!("<link rel=\"modulepreload\" href=\"./{}\" integrity=\"{}\">", app_glue.name, app_glue.integrity),
        format!(
            "<script type=\"module\" id=\"boot\" src=\"./{}\" integrity=\"{}\" {data}></script>",
            boot.name, boot.integrity
        ),
    ]
    .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> Published {
        Published { name: name.to_owned(), integrity: format!("sha256-{name}") }
    }

    fn names() -> Names {
        Names {
            style: file("s.css"),
            boot: file("b.js"),
            app_glue: file("a.js"),
            app_wasm: file("a.wasm"),
            engine_glue: file("e.js"),
            engine_wasm: file("e.wasm"),
        }
    }

    #[test]
    fn trunk_links_go_and_ours_come() {
        let template = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
                        <link data-trunk rel=\"rust\">\n<!-- files -->\n<p>\n";
        let page = page(template, &names()).unwrap();
        assert!(!page.contains("data-trunk"));
        assert!(page.contains("href=\"./s.css\" integrity=\"sha256-s.css\""));
        assert!(page.contains("data-engine-wasm=\"./e.wasm\" data-engine-wasm-integrity=\"sha256-e.wasm\""));
        assert!(page.ends_with("<p>\n"));
    }

    #[test]
    fn a_template_without_policy_or_mark_is_refused() {
        assert!(page("<!-- files -->", &names()).is_err());
        assert!(page("<meta http-equiv=\"Content-Security-Policy\">", &names()).is_err());
    }
}
