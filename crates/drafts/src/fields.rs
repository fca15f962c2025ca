//! The fields of the template language, and a look at every one a template names: in branches not taken too, so that a
//! misspelt field is known before it leaves a blank in somebody's letter.

/// The values a template may print or test.
pub const FIELDS: &[&str] = &[
    // whom
    "customer",
    "account",
    "greeting",
    "contact",
    "customer_phone",
    "customer_email",
    "customer_siren",
    // who writes
    "company",
    "sender",
    "function",
    "phone",
    "email",
    "iban",
    "bic",
    "creditor_name",
    "creditor_lines",
    // when and why
    "step",
    "place",
    "action_day",
    "as_of",
    "deadline",
    "answer_days",
    "why_now",
    // the one invoice, or all
    "single",
    "document",
    "due_day",
    "amount",
    "headline",
    "oldest",
    "count",
    "total",
    "total_in_words",
    "reference",
    // drawn as blocks
    "items",
    "payment",
    "instalments",
    "claims",
    "contacts",
    "signature",
    "creditor",
    "debtor",
    // who the customer is, and how it is spoken to
    "warm",
    "business",
    "consumer",
    "public_body",
    "french_law",
    "contract_rate",
    "claims_basis",
    "first_incident",
    "reminded",
    "last_contact_day",
    // interest and indemnity
    "interest",
    "interest_per_day",
    "rate",
    "indemnity",
    "indemnified",
    "total_with_claims",
    // what people recorded
    "promise_amount",
    "promise_day",
    "promise_made",
    "broken_amount",
    "broken_day",
    "dispute_document",
    "dispute_reason",
    "dispute_since",
    "dispute_amount",
    "received_amount",
    "received_day",
    "registered_number",
    // an instalment plan
    "plan_interest",
    "plan_interest_in_words",
    "plan_total",
    "plan_total_in_words",
    // one by one
    "lines",
];

/// What each of `lines` has.
pub const LINE_FIELDS: &[&str] = &["document", "day", "due_day", "late", "original", "paid", "amount", "is_late"];

/// What `loop` tells within a loop.
const LOOP_FIELDS: &[&str] = &["first", "last", "index"];

/// Words of the language itself.
const WORDS: &[&str] =
    &["if", "elif", "else", "endif", "for", "in", "endfor", "and", "or", "not", "is", "true", "false"];

/// The first name in a template that is no field, with its line; `()` for a call, which the language does not have.
pub(crate) fn unknown(source: &str) -> Option<(String, usize)> {
    let mut names = Names { loops: Vec::new() };
    let mut line = 1;
    let mut rest = source;
    while let Some(start) = rest.find('{') {
        let (before, tag) = rest.split_at(start);
        line += before.matches('\n').count();
        let (close, is_block) = match tag.get(..2) {
            Some("{{") => ("}}", false),
            Some("{%") => ("%}", true),
            Some("{#") => ("#}", false),
            Some(_) | None => {
                rest = tag.get(1..).unwrap_or_default();
                continue;
            }
        };
        let inside = tag.get(2..).unwrap_or_default();
        let end = inside.find(close).unwrap_or(inside.len());
        let (inside, after) = inside.split_at(end);
        let found = if close == "#}" { None } else { names.unknown(inside, is_block) };
        if let Some(name) = found {
            let offset = inside.find(&name).unwrap_or(0);
            let lines = inside.get(..offset).unwrap_or_default().matches('\n').count();
            return Some((name, line + lines));
        }
        line += inside.matches('\n').count();
        rest = after.get(close.len()..).unwrap_or_default();
    }
    None
}

struct Names {
    loops: Vec<String>,
}

impl Names {
    fn unknown(&mut self, inside: &str, is_block: bool) -> Option<String> {
        let tokens = tokens(inside);
        if is_block {
            let words: Vec<&str> =
                tokens.iter().filter(|token| token.is_word).map(|token| token.text.as_str()).collect();
            match words.as_slice() {
                ["for", name, "in", ..] => {
                    let name = (*name).to_owned();
                    self.loops.push(name.clone());
                    return self.first_unknown(tokens.iter().skip_while(|token| token.text != "in").skip(1));
                }
                ["endfor"] => {
                    self.loops.pop();
                    return None;
                }
                _ => {}
            }
        }
        self.first_unknown(tokens.iter())
    }

    /// A name a loop gives, or the loop itself.
    fn is_loop(&self, name: &str) -> bool {
        self.loops.iter().any(|one| one == name) || name == "loop" && !self.loops.is_empty()
    }

    fn first_unknown<'t>(&self, tokens: impl Iterator<Item = &'t Token>) -> Option<String> {
        let mut before = "";
        for token in tokens {
            if token.text == "(" && before == "word" {
                return Some("()".to_owned());
            }
            if token.is_word {
                let name = token.text.as_str();
                let known = match before {
                    "." => LINE_FIELDS.contains(&name) || LOOP_FIELDS.contains(&name),
                    "|" => false,
                    _ => FIELDS.contains(&name) || WORDS.contains(&name) || self.is_loop(name),
                };
                if !known {
                    return Some(name.to_owned());
                }
            }
            before = match token.text.as_str() {
                "." => ".",
                "|" => "|",
                word if token.is_word && !WORDS.contains(&word) => "word",
                _ => "",
            };
        }
        None
    }
}

struct Token {
    text: String,
    is_word: bool,
}

/// Words and signs; what stands in quotes is no name.
fn tokens(inside: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut characters = inside.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' | '\'' => {
                characters.by_ref().take_while(|one| *one != character).for_each(drop);
            }
            letter if letter.is_alphabetic() || letter == '_' => {
                let mut text = letter.to_string();
                while let Some(next) = characters.next_if(|next| next.is_alphanumeric() || *next == '_') {
                    text.push(next);
                }
                tokens.push(Token { text, is_word: true });
            }
            blank if blank.is_whitespace() => {}
            sign => tokens.push(Token { text: sign.to_string(), is_word: false }),
        }
    }
    tokens
}
