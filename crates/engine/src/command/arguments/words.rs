//! The words of a command line: positional ones, flags and options with their values, each read or refused.

use super::Usage;
use super::options::{language_of, ledger_balance};
use protocol::LedgerBalance;
use text::Language;
use values::Day;

const VALUED: &[&str] = &[
    "--as-of",
    "--out",
    "--lang",
    "--policy",
    "--mapping",
    "--corrections",
    "--limits",
    "--basis",
    "--credits",
    "--by",
    "--days",
    "--months",
    "--recent",
    "--customer",
    "--horizon",
    "--terms",
    "--invoice-day",
    "--default-terms",
    "--default-currency",
    "--aged-as-of",
    "--read-file",
    "--ledger-balance",
    "--turnover",
    "--vat-rate",
    "--tolerance",
    "--since",
    "--principal",
    "--currency",
    "--due",
    "--until",
    "--regime",
    "--payment",
    "--contract-rate",
    "--day-count",
    "--allocation",
    "--costs",
    "--notice",
    "--insolvency",
    "--rates",
    "--preset",
    "--presets",
    "--with",
    "--before",
    "--extract",
    "--dossier",
    "--commission",
    "--overdue",
    "--bank-rate",
    "--overdue-days",
    "--discount",
    "--cap",
    "--sort",
    "--owner",
    "--outcome",
    "--reason",
    "--document",
    "--amount",
    "--day",
    "--parts",
    "--category",
    "--note",
    "--kind",
    "--import",
    "--dialect",
    "--recipient",
    "--answer",
    "--approve",
    "--sender",
    "--invoices",
    "--attach",
    "--concentration",
    "--plan",
    "--action",
];

/// The words of a command line, options apart.
pub(super) struct Words {
    pub(super) positional: Vec<String>,
    pub(super) flags: Vec<String>,
    pub(super) values: Vec<(String, String)>,
    pub(super) language: Language,
}

impl Words {
    pub(super) fn split(args: &[String]) -> Result<Words, Usage> {
        let mut words =
            Words { positional: Vec::new(), flags: Vec::new(), values: Vec::new(), language: language_of(args) };
        let mut rest = args.iter();
        while let Some(word) = rest.next() {
            let (option, attached) = match word.split_once('=') {
                Some((option, value)) if option.starts_with("--") => (option, Some(value.to_owned())),
                Some(_) | None => (word.as_str(), None),
            };
            if VALUED.contains(&option) {
                let value = attached.or_else(|| rest.next().cloned());
                let Some(value) = value else { return Err(words.refuse(words.language.cli_bad_value(option, None))) };
                words.values.push((option.to_owned(), value));
            } else if matches!(
                word.as_str(),
                "--json"
                    | "--help"
                    | "-h"
                    | "--version"
                    | "--with-ledger"
                    | "--customer-sheets"
                    | "--with-forms"
                    | "--form-in-text"
            ) {
                words.flags.push(word.clone());
            } else if word.starts_with('-') && word.len() > 1 {
                return Err(words.refuse(words.language.cli_unknown_option(word)));
            } else {
                words.positional.push(word.clone());
            }
        }
        Ok(words)
    }

    pub(super) fn command(&self) -> Option<&str> {
        self.positional.first().map(String::as_str)
    }

    pub(super) fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|seen| seen == flag)
    }

    pub(super) fn value(&self, option: &str) -> Option<&str> {
        self.values.iter().rev().find(|(seen, _)| seen == option).map(|(_, value)| value.as_str())
    }

    /// Every value of an option that may be repeated.
    pub(super) fn all<'a>(&'a self, option: &'a str) -> impl Iterator<Item = String> + 'a {
        self.values.iter().filter(move |(seen, _)| seen == option).map(|(_, value)| value.clone())
    }

    pub(super) fn check_language(&self) -> Result<(), Usage> {
        self.read("--lang", |code| code.parse::<Language>().ok()).map(|_| ())
    }

    pub(super) fn ledger_balances(&self) -> impl Iterator<Item = (&str, Option<LedgerBalance>)> {
        let typed = self.values.iter().filter(|(option, _)| option == "--ledger-balance");
        typed.map(|(_, value)| (value.as_str(), ledger_balance(value)))
    }

    pub(super) fn check_ledger_balances(&self) -> Result<(), Usage> {
        match self.ledger_balances().find(|(_, read)| read.is_none()) {
            Some((value, _)) => Err(self.refuse(self.language.cli_bad_value("--ledger-balance", Some(value)))),
            None => Ok(()),
        }
    }

    pub(super) fn as_of(&self) -> Result<Day, Usage> {
        let day = self.read("--as-of", |day| day.parse().ok())?;
        day.ok_or_else(|| self.refuse(self.language.cli_as_of_required()))
    }

    pub(super) fn read<T>(&self, option: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Usage> {
        let Some(value) = self.value(option) else { return Ok(None) };
        let parsed = parse(value);
        if parsed.is_none() {
            return Err(self.refuse(self.language.cli_bad_value(option, Some(value))));
        }
        Ok(parsed)
    }

    pub(super) fn refuse(&self, message: impl Into<String>) -> Usage {
        Usage { message: message.into() + "\n", status: 2 }
    }
}
