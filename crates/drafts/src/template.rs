//! The template language: fields, conditions and loops over values that are data. A value is printed as it is and never
//! read again; a field nobody knows is an error with its line, in a branch not taken too; a value that is empty where it
//! is printed is an error, never a blank. A render has a budget of steps and of bytes.

use crate::fields;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior};
use serde::Serialize;
use std::io::{self, Write};

/// Instructions of one render: ten per line of a statement of some ten thousand lines.
const FUEL: u64 = 200_000;
/// Bytes of one text: some forty thousand lines of a statement.
const BYTES_MAX: usize = 4 << 20;
/// Bytes of a template: fifty pages.
const SOURCE_MAX: usize = 128 << 10;

/// A subject and a body; blocks of the body are still marks (`composition`).
pub(crate) struct Filled {
    pub(crate) subject: String,
    pub(crate) body: String,
}

/// Why a template gives no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// The first line is not a subject: words, a colon, the subject.
    NoSubject,
    /// More bytes than a template may have.
    TooLong,
    /// A control character, on this line.
    Control {
        /// Which line.
        line: usize,
    },
    /// A field that does not exist.
    UnknownField {
        /// Its name, as written.
        name: String,
        /// Which line.
        line: usize,
    },
    /// A field that is empty for this customer, printed without asking first.
    EmptyField {
        /// Which line.
        line: usize,
    },
    /// Not the language of templates.
    Syntax {
        /// Which line.
        line: usize,
        /// What the template engine says, in English.
        detail: String,
    },
    /// More steps or more text than a render may take.
    Budget,
}

/// Fills in both parts of a template: the subject after the colon of its first line, the body after the blank line.
pub(crate) fn fill(source: &str, context: &impl Serialize) -> Result<Filled, TemplateError> {
    check(source)?;
    let (first_line, rest) = source.split_once('\n').unwrap_or((source, ""));
    let (_, subject) = first_line.split_once(':').ok_or(TemplateError::NoSubject)?;
    let environment = environment();
    let context = Value::from(Serde(context));
    let subject = render(&environment, subject.trim(), &context)?;
    // The line break kept at its place: lines of errors are lines of the template.
    let body = render(&environment, &format!("\n{rest}"), &context)?;
    Ok(Filled { subject: subject.trim().to_owned(), body: tidy(&body) })
}

/// Whether a template can be filled in at all: its form, its fields, its syntax.
pub fn check(source: &str) -> Result<(), TemplateError> {
    if source.len() > SOURCE_MAX {
        return Err(TemplateError::TooLong);
    }
    let hidden = |line: &str| line.chars().any(|character| character.is_control() && character != '\t');
    if let Some(position) = source.split('\n').position(hidden) {
        return Err(TemplateError::Control { line: position + 1 });
    }
    if !source.split('\n').next().is_some_and(|first| first.contains(':')) {
        return Err(TemplateError::NoSubject);
    }
    if let Some((name, line)) = fields::unknown(source) {
        return Err(TemplateError::UnknownField { name, line });
    }
    environment().template_from_str(source).map(|_| ()).map_err(|error| told(&error))
}

fn environment<'s>() -> Environment<'s> {
    let mut environment = Environment::empty();
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_recursion_limit(50);
    environment.set_fuel(Some(FUEL));
    environment.set_formatter(|output, state, value| match value.as_str() {
        Some("") => Err(minijinja::Error::new(ErrorKind::BadSerialization, EMPTY)),
        Some(_) | None => minijinja::escape_formatter(output, state, value),
    });
    environment
}

/// Told apart from the engine's own errors by this text.
const EMPTY: &str = "an empty value is printed";

fn render(environment: &Environment<'_>, source: &str, context: &Value) -> Result<String, TemplateError> {
    let mut output = Capped { bytes: Vec::new() };
    let template = environment.template_from_str(source).map_err(|error| told(&error))?;
    template.render_captured_to(context.clone(), &mut output).map_err(|error| told(&error))?;
    String::from_utf8(output.bytes).map_err(|_| TemplateError::Budget)
}

fn told(error: &minijinja::Error) -> TemplateError {
    let line = error.line().unwrap_or(1);
    match error.kind() {
        ErrorKind::BadSerialization if error.detail() == Some(EMPTY) => TemplateError::EmptyField { line },
        ErrorKind::OutOfFuel | ErrorKind::WriteFailure => TemplateError::Budget,
        ErrorKind::UndefinedError => TemplateError::UnknownField { name: String::new(), line },
        _ => TemplateError::Syntax { line, detail: error.to_string() },
    }
}

/// Never two blank lines in a row, none at either end, one line break at the end.
pub(crate) fn tidy(body: &str) -> String {
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
        customer: &'static str,
        company: &'static str,
        single: bool,
        lines: Vec<Line>,
    }

    #[derive(Serialize)]
    struct Line {
        document: String,
        amount: &'static str,
    }

    fn filled(source: &str) -> Result<String, TemplateError> {
        let line = |number: usize| Line { document: format!("F{number}"), amount: "1,00" };
        let lines = (0..100).map(line).collect();
        let one = One { customer: "{{ single }}", company: "", single: true, lines };
        fill(source, &one).map(|filled| format!("{}|{}", filled.subject, filled.body))
    }

    #[test]
    fn values_stay_literal() {
        assert_eq!(
            filled("Subject: {{ customer }}\n\n{% if single %}\n{{ customer }}\n{% endif %}"),
            Ok("{{ single }}|{{ single }}\n".into())
        );
    }

    #[test]
    fn an_unknown_field_is_an_error_with_its_line_even_where_it_is_not_read() {
        let unknown = |name: &str, line| Err(TemplateError::UnknownField { name: name.into(), line });
        assert_eq!(filled("Subject: {{ nobody }}\n\nx"), unknown("nobody", 1));
        assert_eq!(filled("Subject: x\n\n{% if not single %}\n{{ nobody }}\n{% endif %}"), unknown("nobody", 4));
        assert_eq!(filled("Subject: x\n\n{% for line in lines %}{{ line.nobody }}{% endfor %}"), unknown("nobody", 3));
        assert_eq!(filled("Subject: x\n\n{{ line.amount }}"), unknown("line", 3));
        assert_eq!(filled("Subject: x\n\na\n{{ customer|upper }}"), unknown("upper", 4));
        assert_eq!(filled("Subject: x\n\n{{ customer() }}"), unknown("()", 3));
    }

    #[test]
    fn an_empty_value_is_an_error_with_its_line_unless_asked_for_first() {
        assert_eq!(filled("Subject: x\n\na\n{{ company }}\n"), Err(TemplateError::EmptyField { line: 4 }));
        assert_eq!(filled("Subject: x\n\na{% if company %}{{ company }}{% endif %}\n"), Ok("x|a\n".into()));
    }

    #[test]
    fn what_is_no_template_is_said_with_its_line() {
        assert_eq!(filled("no subject"), Err(TemplateError::NoSubject));
        assert_eq!(filled("Subject: x\n\na\u{1}"), Err(TemplateError::Control { line: 3 }));
        assert_eq!(filled(&"x".repeat(SOURCE_MAX + 1)), Err(TemplateError::TooLong));
        let broken = filled("Subject: x\n\na\n{% if single %}");
        assert!(matches!(broken, Err(TemplateError::Syntax { line: 4, .. })), "{broken:?}");
    }

    #[test]
    fn a_render_has_an_end() {
        let inner = "{% for line in lines %}{{ line.document }}{% endfor %}";
        let twice = format!("{{% for line in lines %}}{inner}{{% endfor %}}");
        assert_eq!(
            filled(&format!("Subject: x\n\n{{% for line in lines %}}{twice}{{% endfor %}}")),
            Err(TemplateError::Budget)
        );
        assert!(filled(&format!("Subject: x\n\n{inner}")).is_ok());
    }

    #[test]
    fn blank_lines_never_pile_up() {
        assert_eq!(tidy("\n\na  \n\n\n\nb\n\n"), "a\n\nb\n");
    }
}
