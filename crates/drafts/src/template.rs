//! Fills in a template. Values are data: they are printed as they are and never read again. A placeholder nobody
//! gives a value to is an error, never a blank; a render has a budget of steps and of bytes.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;
use std::io::{self, Write};

/// Instructions of one render: a template has no loop, so that a hundred times what it needs is little.
const FUEL: u64 = 20_000;
/// Bytes of one text: some forty thousand lines of a statement.
const BYTES_MAX: usize = 4 << 20;

/// A subject and a body.
pub(crate) struct Filled {
    pub(crate) subject: String,
    pub(crate) body: String,
}

/// Fills in both parts of a template file: the subject after the colon of its first line, the body after the blank
/// line. The error is the template engine's own, for the person who wrote the template.
pub(crate) fn fill(source: &str, context: &impl Serialize) -> Result<Filled, String> {
    let (first_line, rest) = source.split_once('\n').unwrap_or((source, ""));
    let (_, subject) = first_line.split_once(':').ok_or("the first line is not a subject")?;
    let environment = environment().map_err(|error| error.to_string())?;
    let context = Value::from(Serde(context));
    let subject = render(&environment, subject.trim(), &context)?;
    let body = render(&environment, rest, &context)?;
    Ok(Filled { subject: subject.trim().to_owned(), body: tidy(&body) })
}

fn environment<'s>() -> Result<Environment<'s>, minijinja::Error> {
    let mut environment = Environment::empty();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_recursion_limit(50);
    environment.set_fuel(Some(FUEL));
    Ok(environment)
}

fn render(environment: &Environment<'_>, source: &str, context: &Value) -> Result<String, String> {
    let mut output = Capped { bytes: Vec::new() };
    let template = environment.template_from_str(source).map_err(|error| error.to_string())?;
    template.render_captured_to(context.clone(), &mut output).map_err(|error| error.to_string())?;
    String::from_utf8(output.bytes).map_err(|error| error.to_string())
}

/// Never two blank lines in a row, none at either end, one line break at the end.
fn tidy(body: &str) -> String {
    let mut tidied = String::with_capacity(body.len());
    let mut blank = false;
    for line in body.lines().map(str::trim_end) {
        if line.is_empty() {
            blank = !tidied.is_empty();
            continue;
        }
        if blank {
            tidied.push('\n');
            blank = false;
        }
        tidied.push_str(line);
        tidied.push('\n');
    }
    tidied
}

struct Capped {
    bytes: Vec<u8>,
}

impl Write for Capped {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + part.len() > BYTES_MAX {
            return Err(io::Error::other("the text is too long"));
        }
        self.bytes.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct One {
        name: &'static str,
        yes: bool,
    }

    fn filled(source: &str) -> Result<String, String> {
        fill(source, &One { name: "{{ yes }}", yes: true }).map(|filled| format!("{}|{}", filled.subject, filled.body))
    }

    #[test]
    fn values_stay_literal_and_unknown_names_are_errors() {
        assert_eq!(
            filled("Subject: {{ name }}\n\n{% if yes %}\n{{ name }}\n{% endif %}"),
            Ok("{{ yes }}|{{ yes }}\n".into())
        );
        assert!(filled("Subject: {{ nobody }}\n\nx").is_err());
        assert!(filled("Subject: x\n\n{% if nobody %}x{% endif %}").is_err());
        assert!(filled("Subject: x\n\n{{ name|upper }}").is_err());
        assert!(filled("no subject").is_err());
    }

    #[test]
    fn a_render_has_an_end() {
        let long = "x".repeat(BYTES_MAX + 1);
        assert!(filled(&format!("Subject: x\n\n{long}")).is_err());
        let steps = "{{ name }}".repeat(FUEL as usize);
        assert!(filled(&format!("Subject: x\n\n{steps}")).is_err());
    }

    #[test]
    fn blank_lines_never_pile_up() {
        assert_eq!(tidy("\n\na  \n\n\n\nb\n\n"), "a\n\nb\n");
    }
}
