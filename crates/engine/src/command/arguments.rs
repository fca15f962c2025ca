//! The arguments of the command line, parsed once into a command that cannot be half-specified.

mod desk;
mod law;
mod options;
mod words;

use options::{ledger_balance, limits, named_document, names, numbers, tolerance, word};
use protocol::{
    AgedBalanceQuery, BehaviourQuery, CallResult, CallsQuery, ClaimRules, ClaimsQuery, ComparisonQuery, ExportQuery,
    FinancingQuery, ForecastQuery, LateInterestQuery, LatePaymentsQuery, LedgerBalance, LimitationQuery, MatchesQuery,
    RegisterQuery, SegmentsQuery, SeriesQuery, SimulationQuery,
};
use text::Language;
use values::{Amount, Currency, Day};
use words::Words;

/// Answers of customers, and what is recorded of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// The day they are looked at.
    pub as_of: Day,
    /// How many of the files, the last ones named, are answers.
    pub count: usize,
    /// Numbers of the proposals to record, from 1 across all answers.
    pub approved: Vec<usize>,
    /// With the files of the ledger.
    pub with_ledger: bool,
}

/// A command with all it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// The usage.
    Help,
    /// The version.
    Version,
    /// What each file is.
    Inspect,
    /// What was read.
    Import,
    /// The aged balance.
    AgedBalance(AgedBalanceQuery),
    /// The open items.
    OpenItems {
        /// The day everything is computed for.
        as_of: Day,
    },
    /// The key figures.
    Metrics {
        /// The day everything is computed for.
        as_of: Day,
        /// Window of the sales.
        days: Option<u32>,
    },
    /// What could clear what.
    Matches(MatchesQuery),
    /// Customers by segment.
    Segments(SegmentsQuery),
    /// The figures month after month.
    Series(SeriesQuery),
    /// How customers pay.
    Behaviour(BehaviourQuery),
    /// Expected receipts.
    Forecast(ForecastQuery),
    /// The quality of the data.
    Quality {
        /// The day everything is computed for.
        as_of: Day,
    },
    /// Everything that deserves a second look.
    Findings {
        /// The day everything is computed for.
        as_of: Day,
    },
    /// The client's own aged balance compared.
    Reperformance,
    /// The table of late payments at closing.
    LatePayments(LatePaymentsQuery),
    /// The dunning plan.
    Plan {
        /// The day everything is computed for.
        as_of: Day,
        /// Days planned after it.
        horizon: Option<u32>,
        /// By which rules claims are computed.
        claims: ClaimRules,
    },
    /// The drafts of the day.
    Drafts {
        /// The day everything is computed for.
        as_of: Day,
        /// By which rules claims are computed.
        claims: ClaimRules,
    },
    /// Everything, into a folder.
    Report {
        /// The day everything is computed for.
        as_of: Day,
        /// By which rules claims are computed.
        claims: ClaimRules,
    },
    /// Late-payment interest of one claim.
    Interest(LateInterestQuery),
    /// Interest and fixed sums of every late item.
    Claims(ClaimsQuery),
    /// Until when each item can be sued for.
    Limitation(LimitationQuery),
    /// What it costs to get paid otherwise.
    Financing(FinancingQuery),
    /// The tables of rates.
    Rates,
    /// What the linter says of a policy.
    PolicyCheck,
    /// Policies tried on the past.
    Simulate(SimulationQuery),
    /// What changed between two days.
    Diff {
        /// What to compare.
        query: ComparisonQuery,
        /// The day of the old files; their last day by default.
        before: Option<Day>,
        /// How many of the files, the last ones named, are the new ones.
        with: usize,
    },
    /// The calls of the days to come.
    Calls(CallsQuery),
    /// What came of a call, recorded in the dossier file.
    CallResult {
        /// It.
        result: Box<CallResult>,
        /// With the files of the ledger.
        with_ledger: bool,
    },
    /// What customers answered; with approvals, the dossier file that holds them.
    Answers(Returned),
    /// What the contacts came to; with a journal to read back, the dossier file that holds it.
    Journal {
        /// Up to which day.
        as_of: Day,
        /// Whether the last file named is a journal to read back.
        import: bool,
        /// With the files of the ledger.
        with_ledger: bool,
    },
    /// One file of a kind, into a folder.
    Export(Box<ExportQuery>),
    /// What people recorded.
    Register(RegisterQuery),
    /// The dossier file, into a folder.
    Save {
        /// The day whose open items are kept.
        as_of: Option<Day>,
        /// With the files of the ledger.
        with_ledger: bool,
    },
    /// The due day of terms in words.
    DueDay {
        /// The terms.
        terms: String,
        /// The invoice day.
        invoice_day: Day,
    },
}

/// A command line understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// What to do.
    pub command: Command,
    /// Paths of the files.
    pub files: Vec<String>,
    /// Path of the policy.
    pub policy: Option<String>,
    /// A policy that comes with the product, by name.
    pub preset: Option<String>,
    /// Path of the mapping.
    pub mapping: Option<String>,
    /// Path of the corrections.
    pub corrections: Option<String>,
    /// Path of a document of own rates.
    pub rates: Option<String>,
    /// Path of the document that says who writes, and to whom.
    pub sender: Option<String>,
    /// Path of the folder that holds the PDF files of invoices.
    pub invoices: Option<String>,
    /// Which document a file of that folder is, as a person says: its name and the number.
    pub attach: Vec<(String, String)>,
    /// Path of the output folder.
    pub out: Option<String>,
    /// One JSON document instead of a table.
    pub json: bool,
    /// Language of the sentences.
    pub language: Language,
    /// Terms of items without a due date.
    pub default_terms: Option<String>,
    /// Currency of amounts for which no file names one.
    pub default_currency: Option<Currency>,
    /// The day of balances aged before whose file leaves it in doubt.
    pub aged_as_of: Option<Day>,
    /// Files to read whatever others say: by name, without their folder.
    pub read_files: Vec<String>,
    /// Balances of the books, compared to the cent.
    pub ledger_balances: Vec<LedgerBalance>,
    /// Largest residue of a settlement that is set apart, in minor units.
    pub tolerance: Option<Amount>,
}

/// A command line refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// Why, and what to do, in one sentence.
    pub message: String,
    /// 2.
    pub status: u8,
}

/// Parses a command line, without the program's name.
pub fn parse(args: &[String]) -> Result<Parsed, Usage> {
    let words = Words::split(args)?;
    words.check_language()?;
    words.check_ledger_balances()?;
    words.read("--tolerance", tolerance)?;
    words.read("--default-currency", Currency::recognise)?;
    words.read::<Day>("--aged-as-of", |day| day.parse().ok())?;
    words.read("--attach", named_document)?;
    if words.has("--help") || words.has("-h") || words.command() == Some("help") {
        return Ok(words.parsed(Command::Help, Vec::new()));
    }
    if words.has("--version") {
        return Ok(words.parsed(Command::Version, Vec::new()));
    }
    let Some(name) = words.command() else { return Err(words.refuse(words.language.cli_no_command())) };
    let command = words.named(name)?;
    let named = words.positional.iter().skip(1).cloned();
    // A dossier is told by its content, new files by being last.
    let files: Vec<String> = named
        .chain(words.all("--dossier"))
        .chain(words.all("--with"))
        .chain(words.all("--import"))
        .chain(words.all("--answer"))
        .collect();
    let needs_files = !matches!(
        command,
        Command::DueDay { .. } | Command::Interest(_) | Command::Financing(_) | Command::Rates | Command::PolicyCheck
    );
    if needs_files && files.is_empty() {
        return Err(words.refuse(words.language.cli_no_file()));
    }
    let writes = matches!(
        command,
        Command::Report { .. }
            | Command::Save { .. }
            | Command::CallResult { .. }
            | Command::Export(_)
            | Command::Journal { import: true, .. }
    );
    let approves = matches!(&command, Command::Answers(answers) if !answers.approved.is_empty());
    if (writes || approves) && words.value("--out").is_none() {
        return Err(words.refuse(words.language.cli_out_required()));
    }
    Ok(words.parsed(command, files))
}

impl Words {
    fn named(&self, name: &str) -> Result<Command, Usage> {
        Ok(match name {
            "inspect" => Command::Inspect,
            "import" => Command::Import,
            "aged-balance" => Command::AgedBalance(AgedBalanceQuery {
                as_of: self.as_of()?,
                limits: self.read("--limits", limits)?,
                basis: self.read("--basis", word)?,
                credits: self.read("--credits", word)?,
                by: self.read("--by", word)?,
            }),
            "open-items" => Command::OpenItems { as_of: self.as_of()? },
            "metrics" => {
                Command::Metrics { as_of: self.as_of()?, days: self.read("--days", |days| days.parse().ok())? }
            }
            "matches" => Command::Matches(MatchesQuery { as_of: self.as_of()?, customer: None }),
            "segments" => Command::Segments(SegmentsQuery {
                as_of: self.as_of()?,
                since: self.read("--since", |day| day.parse().ok())?,
                insolvent: Vec::new(),
                pinned: Vec::new(),
                thresholds: None,
            }),
            "series" => Command::Series(SeriesQuery {
                as_of: self.as_of()?,
                months: self.read("--months", |months| months.parse().ok())?,
                limits: self.read("--limits", limits)?,
                days: self.read("--days", |days| days.parse().ok())?,
            }),
            "behaviour" => Command::Behaviour(BehaviourQuery {
                as_of: self.as_of()?,
                customer: self.value("--customer").map(str::to_owned),
                recent: self.read("--recent", |recent| recent.parse().ok())?,
                offset: None,
                limit: None,
            }),
            "forecast" => Command::Forecast(ForecastQuery { as_of: self.as_of()? }),
            "quality" => Command::Quality { as_of: self.as_of()? },
            "plan" => Command::Plan {
                as_of: self.as_of()?,
                horizon: self.read("--horizon", |days| days.parse().ok())?,
                claims: self.claim_rules()?,
            },
            "drafts" => Command::Drafts { as_of: self.as_of()?, claims: self.claim_rules()? },
            "report" => Command::Report { as_of: self.as_of()?, claims: self.claim_rules()? },
            "due-day" => match (self.value("--terms"), self.read("--invoice-day", |day| day.parse().ok())?) {
                (Some(terms), Some(invoice_day)) => Command::DueDay { terms: terms.to_owned(), invoice_day },
                _ => return Err(self.refuse(self.language.cli_terms_required())),
            },
            "late-payments" => {
                let turnover = self.read("--turnover", ledger_balance)?;
                Command::LatePayments(LatePaymentsQuery {
                    as_of: self.as_of()?,
                    turnover: turnover.as_ref().map(|typed| typed.amount),
                    currency: turnover.map(|typed| typed.currency),
                    vat_rate_percent: self.value("--vat-rate").map(str::to_owned),
                })
            }
            "diff" => self.diff()?,
            "calls" => Command::Calls(self.calls()?),
            "call-result" => self.call_result()?,
            "export" => self.export()?,
            "answers" => Command::Answers(Returned {
                as_of: self.as_of()?,
                count: self.all("--answer").count(),
                approved: self.read("--approve", numbers)?.unwrap_or_default(),
                with_ledger: self.has("--with-ledger"),
            }),
            "journal" => Command::Journal {
                as_of: self.as_of()?,
                import: self.value("--import").is_some(),
                with_ledger: self.has("--with-ledger"),
            },
            "register" => Command::Register(RegisterQuery {
                as_of: self.as_of()?,
                customer: self.value("--customer").map(str::to_owned),
            }),
            "save" => Command::Save {
                as_of: self.read("--as-of", |day| day.parse().ok())?,
                with_ledger: self.has("--with-ledger"),
            },
            "reperformance" => Command::Reperformance,
            "findings" => Command::Findings { as_of: self.as_of()? },
            "interest" => self.interest()?,
            "policy-check" => Command::PolicyCheck,
            "simulate" => Command::Simulate(SimulationQuery {
                as_of: self.as_of()?,
                policies: self.value("--presets").map(names).unwrap_or_default(),
                months: self.read("--months", |months| months.parse().ok())?,
                assumptions: None,
            }),
            "rates" => Command::Rates,
            "financing" => self.financing()?,
            "claims" => self.claims()?,
            "limitation" => self.limitation()?,
            _ => return Err(self.refuse(self.language.cli_unknown_command(name))),
        })
    }

    fn diff(&self) -> Result<Command, Usage> {
        let with = self.all("--with").count();
        if with == 0 {
            return Err(self.refuse(self.language.cli_with_required()));
        }
        let query = ComparisonQuery {
            as_of: self.as_of()?,
            customer: self.value("--customer").map(str::to_owned),
            extract: self.read("--extract", word)?,
            limit: None,
        };
        Ok(Command::Diff { query, before: self.read("--before", |day| day.parse().ok())?, with })
    }

    fn parsed(&self, command: Command, files: Vec<String>) -> Parsed {
        let value = |option| self.value(option).map(str::to_owned);
        Parsed {
            command,
            files,
            policy: value("--policy"),
            preset: value("--preset"),
            mapping: value("--mapping"),
            corrections: value("--corrections"),
            rates: value("--rates"),
            sender: value("--sender"),
            invoices: value("--invoices"),
            attach: self.all("--attach").filter_map(|pair| named_document(&pair)).collect(),
            out: value("--out"),
            json: self.has("--json"),
            language: self.language,
            default_terms: value("--default-terms"),
            default_currency: self.value("--default-currency").and_then(Currency::recognise),
            aged_as_of: self.value("--aged-as-of").and_then(|day| day.parse().ok()),
            read_files: self.all("--read-file").collect(),
            ledger_balances: self.ledger_balances().filter_map(|(_, read)| read).collect(),
            tolerance: self.value("--tolerance").and_then(tolerance),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Parsed, String> {
        let args: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        parse(&args).map_err(|usage| format!("{} {}", usage.status, usage.message.trim_end()))
    }

    #[test]
    fn a_whole_command_line() {
        let parsed = parsed("aged-balance a.csv b.xlsx --as-of 2026-09-30 --limits=15,30 --json --lang fr").unwrap();
        assert_eq!(parsed.files, ["a.csv", "b.xlsx"]);
        assert!(parsed.json);
        assert_eq!(parsed.language, Language::Fr);
        let Command::AgedBalance(query) = parsed.command else { panic!("not the aged balance") };
        assert_eq!((query.limits, query.basis), (Some(vec![15, 30]), None));
    }

    #[test]
    fn balances_of_the_books_are_read_by_currency() {
        let parsed = parsed("import a.csv --ledger-balance EUR=1284530,12 --ledger-balance=JPY=-1,500").unwrap();
        let typed: Vec<String> =
            parsed.ledger_balances.iter().map(|of| format!("{} {}", of.currency, of.amount)).collect();
        assert_eq!(typed, ["EUR 128453012", "JPY -1500"]);
    }

    #[test]
    fn refusals_say_what_to_do() {
        for (line, expected) in [
            ("", "2 No command; “encours --help” lists them."),
            ("nonsense a.csv", "2 “nonsense” is not a command; “encours --help” lists them."),
            ("plan --as-of 2026-09-30", "2 Name at least one file."),
            ("plan a.csv", "2 This command computes on a day: add --as-of YYYY-MM-DD."),
            ("plan a.csv --as-of 30/09/2026", "2 --as-of: “30/09/2026” does not fit; see “encours --help”."),
            ("import a.csv --ledger-balance 12", "2 --ledger-balance: “12” does not fit; see “encours --help”."),
            ("plan a.csv --as-of", "2 --as-of takes a value."),
            ("report a.csv --as-of 2026-09-30", "2 Say where to write: add --out DIR."),
            ("import a.csv --fast", "2 “--fast” is not an option; “encours --help” lists them."),
            ("due-day --terms 30", "2 due-day takes --terms TEXT and --invoice-day YYYY-MM-DD."),
        ] {
            assert_eq!(parsed(line).unwrap_err(), expected, "{line}");
        }
    }
}
