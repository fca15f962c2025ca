//! Which delimiter and which quoting a text file uses, from counts over all its records.
//! Guarantees: the order of the records plays no part; a decimal comma never beats a delimiter that fits as well.

use std::collections::BTreeMap;

/// How the records of a file are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    /// `None`: one column.
    pub delimiter: Option<u8>,
    /// Whether `"` opens a quoted field; otherwise it is an ordinary character.
    pub quoting: bool,
    /// The most frequent number of fields.
    pub usual_fields: u64,
    /// Records with another number of fields.
    pub ragged: u64,
}

/// Counts of one whole file under one reading of its quotes, fed in chunks.
pub(crate) struct Survey {
    machines: Vec<Machine>,
    forced: bool,
    seen_content: bool,
}

/// What one reading of the file gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub dialect: Dialect,
    /// How regular the records are.
    score: u64,
    records: u64,
    /// Quotes followed by something else than a delimiter: they may hide delimiters.
    malformed: bool,
    /// A quoted field that the end of the file cuts.
    unclosed: bool,
    /// Whether anything but blanks was seen.
    pub seen_content: bool,
}

impl Outcome {
    /// Quotes that do not pair up hide delimiters and line ends: then the reading without quotes wins if it is the more
    /// regular one, or as regular with more records.
    pub fn or_plain(self, plain: Outcome) -> Outcome {
        let swallowed = plain.score == self.score && plain.records > self.records;
        if self.unclosed || plain.score > self.score || swallowed { plain } else { self }
    }

    /// Whether the reading without quotes should be asked.
    pub fn is_doubtful(self) -> bool {
        self.unclosed || self.malformed
    }
}

impl Survey {
    /// `forced` is the delimiter of a `sep=` line; `quoting` whether `"` opens a quoted field.
    pub fn new(forced: Option<u8>, quoting: bool) -> Survey {
        // In the order of preference when two fit equally well.
        let delimiters = forced.map_or_else(|| vec![b'\t', b';', b'|', b','], |delimiter| vec![delimiter]);
        let machines = delimiters.into_iter().map(|delimiter| Machine::new(delimiter, quoting)).collect();
        Survey { machines, forced: forced.is_some(), seen_content: false }
    }

    pub fn feed(&mut self, chunk: &[u8]) {
        self.seen_content = self.seen_content || !is_blank(chunk);
        for machine in &mut self.machines {
            machine.feed(chunk);
        }
    }

    /// A part of a sample ends here, between two records.
    pub fn end_part(&mut self) {
        self.machines.iter_mut().for_each(Machine::end_record);
    }

    pub fn finish(mut self) -> Outcome {
        for machine in &mut self.machines {
            machine.finish();
        }
        let quoting = self.machines.first().is_some_and(|machine| machine.quoting);
        let choice = best(&self.machines, self.forced);
        // Without a delimiter, any of the readings tells whether the quotes pair up.
        let machine = match choice {
            Some(choice) => self.machines.iter().find(|machine| machine.delimiter == choice.delimiter),
            None => self.machines.first(),
        };
        let usual_fields = choice.map_or(1, |choice| choice.fields);
        let ragged = choice.and(machine).map_or(0, |machine| machine.records() - machine.frequency(usual_fields));
        Outcome {
            dialect: Dialect { delimiter: choice.map(|choice| choice.delimiter), quoting, usual_fields, ragged },
            score: choice.map_or(0, |choice| choice.score),
            records: machine.map_or(0, Machine::records),
            malformed: machine.is_some_and(|machine| machine.malformed > 0),
            unclosed: machine.is_some_and(|machine| machine.unclosed),
            seen_content: self.seen_content,
        }
    }
}

/// Blanks are what makes a cell empty: white space and line ends.
fn is_blank(chunk: &[u8]) -> bool {
    chunk.iter().all(|byte| byte.is_ascii_whitespace())
        || String::from_utf8_lossy(chunk).chars().all(|c| c.is_whitespace() || c == '\u{FEFF}' || c == '\0')
}

#[derive(Clone, Copy)]
struct Choice {
    delimiter: u8,
    fields: u64,
    score: u64,
}

fn best(machines: &[Machine], forced: bool) -> Option<Choice> {
    if forced {
        let machine = machines.first()?;
        let (fields, _) = mode(&machine.fields, 2).or_else(|| mode(&machine.fields, 1))?;
        return Some(Choice { delimiter: machine.delimiter, fields, score: machine.score(&machine.fields) });
    }
    let strict = |machine: &Machine| {
        let counts = if machine.delimiter == b',' { &machine.fields_without_decimals } else { &machine.fields };
        machine.score(counts)
    };
    let others = machines.iter().any(|machine| machine.delimiter != b',' && strict(machine) > 0);
    let mut best: Option<Choice> = None;
    for machine in machines {
        let score = if others { strict(machine) } else { machine.score(&machine.fields) };
        if score > best.map_or(0, |choice| choice.score) {
            let (fields, _) = mode(&machine.fields, 2)?;
            best = Some(Choice { delimiter: machine.delimiter, fields, score });
        }
    }
    best
}

/// The most frequent count of at least `least`, the larger one when two are equally frequent.
fn mode(counts: &BTreeMap<u64, u64>, least: u64) -> Option<(u64, u64)> {
    counts
        .range(least..)
        .map(|(fields, records)| (*fields, *records))
        .max_by_key(|(fields, records)| (*records, *fields))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    QuoteInQuoted,
}

/// One reading of the file: a delimiter, with or without quotes.
struct Machine {
    delimiter: u8,
    quoting: bool,
    state: State,
    delimiters: u64,
    decimals: u64,
    after_digit: bool,
    pending_decimal: bool,
    inked: bool,
    fields: BTreeMap<u64, u64>,
    fields_without_decimals: BTreeMap<u64, u64>,
    malformed: u64,
    unclosed: bool,
}

impl Machine {
    fn new(delimiter: u8, quoting: bool) -> Machine {
        Machine {
            delimiter,
            quoting,
            state: State::Start,
            delimiters: 0,
            decimals: 0,
            after_digit: false,
            pending_decimal: false,
            inked: false,
            fields: BTreeMap::new(),
            fields_without_decimals: BTreeMap::new(),
            malformed: 0,
            unclosed: false,
        }
    }

    fn feed(&mut self, chunk: &[u8]) {
        for byte in chunk {
            self.step(*byte);
        }
    }

    fn step(&mut self, byte: u8) {
        if self.pending_decimal {
            self.decimals += u64::from(byte.is_ascii_digit());
            self.pending_decimal = false;
        }
        match (self.state, byte) {
            (State::Quoted, b'"') => self.state = State::QuoteInQuoted,
            (State::Quoted, _) => self.inked = true,
            (State::QuoteInQuoted, b'"') => self.state = State::Quoted,
            (_, b'\n') => self.end_record(),
            (_, byte) if byte == self.delimiter => {
                self.delimiters += 1;
                self.pending_decimal = self.after_digit;
                self.state = State::Start;
            }
            (State::Start, b'"') if self.quoting => self.state = State::Quoted,
            (state, byte) => {
                self.malformed += u64::from(state == State::QuoteInQuoted);
                self.inked |= byte != b' ';
                self.state = State::Plain;
            }
        }
        self.after_digit = byte.is_ascii_digit();
    }

    /// A record without any character but blanks and delimiters says nothing about the dialect.
    fn end_record(&mut self) {
        if self.inked {
            *self.fields.entry(self.delimiters + 1).or_default() += 1;
            *self.fields_without_decimals.entry(self.delimiters - self.decimals + 1).or_default() += 1;
        }
        (self.delimiters, self.decimals, self.inked, self.state) = (0, 0, false, State::Start);
        (self.pending_decimal, self.after_digit) = (false, false);
    }

    fn finish(&mut self) {
        self.unclosed = self.state == State::Quoted;
        self.end_record();
    }

    fn records(&self) -> u64 {
        self.fields.values().sum()
    }

    fn frequency(&self, fields: u64) -> u64 {
        self.fields.get(&fields).copied().unwrap_or(0)
    }

    /// Share of the records that have the usual number of fields, squared, times the weight of that number.
    /// Zero when the delimiter is too rare to be one: two columns ask for 40 % of the records, three for 20 %.
    fn score(&self, counts: &BTreeMap<u64, u64>) -> u64 {
        let records: u64 = counts.values().sum();
        let Some((fields, frequency)) = mode(counts, 2) else { return 0 };
        let share = frequency * 1_000 / records.max(1);
        if share * (fields - 1) < 400 { 0 } else { share * share * (fields - 1) / fields }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialect(text: &str) -> String {
        let outcome = |quoting| {
            let mut survey = Survey::new(None, quoting);
            // One byte at a time: chunks must not matter.
            text.bytes().for_each(|byte| survey.feed(&[byte]));
            survey.finish()
        };
        let quoted = outcome(true);
        let dialect = if quoted.is_doubtful() { quoted.or_plain(outcome(false)).dialect } else { quoted.dialect };
        let delimiter = dialect.delimiter.map_or("none".to_owned(), |byte| format!("{:?}", char::from(byte)));
        let quotes = if dialect.quoting { "" } else { " literal" };
        format!("{delimiter} {} ragged {}{quotes}", dialect.usual_fields, dialect.ragged)
    }

    #[test]
    fn the_delimiter_is_the_regular_one() {
        assert_eq!(dialect("Client;Solde\nACME;1 234,56\nZETA;10,00\n"), "';' 2 ragged 0");
        assert_eq!(dialect("1,5;2,5\n3,5;4,5\n"), "';' 2 ragged 0");
        assert_eq!(dialect("a,b,c\n1,2,3\n4,5,6\n"), "',' 3 ragged 0");
        assert_eq!(dialect("1,2,3\n4,5,6\n"), "',' 3 ragged 0");
        assert_eq!(dialect("a\tb\tc\n1,2\t3,4\t5\n6,7\t8,9\t1\n"), "'\\t' 3 ragged 0");
        assert_eq!(dialect("JournalCode|Debit|Credit\nVE|1,00|0,00\n"), "'|' 3 ragged 0");
        assert_eq!(dialect("Client\nACME\nZETA\n"), "none 1 ragged 0");
        assert_eq!(
            dialect("Balance âgée\nau 30/06/2026\n\nClient;Solde;Échu\nA;1,0;2,0\nB;3,0;4,0\n"),
            "';' 3 ragged 2"
        );
        assert_eq!(dialect("nom;ville;note\nDupont, Jean;Lyon;a\nDurand, Anne;Paris;b\n"), "';' 3 ragged 0");
    }

    #[test]
    fn quotes_hide_delimiters_only_when_they_pair_up() {
        assert_eq!(dialect("a,b\n\"x,y\",2\n\"z\nz\",3\n"), "',' 2 ragged 0");
        assert_eq!(dialect("a;b\n\"SARL X;2\nY;3\nZ;4\n"), "';' 2 ragged 0 literal");
        assert_eq!(dialect("a;b\n\"SARL X;2\nY;3\n\"Z;4\nT;5\n"), "';' 2 ragged 0 literal");
        assert_eq!(dialect("\"a\";\"b\"\n\"Tube 12\" acier\";\"2\"\n"), "';' 2 ragged 0");
        assert_eq!(dialect("a;b\nTube 12\";2\nY;3\n"), "';' 2 ragged 0");
    }
}
