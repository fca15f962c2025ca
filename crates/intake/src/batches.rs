//! A table too large to be held, read in batches of rows under what a sample of it tells. Every row is also looked at
//! for what only the whole table can tell; where the whole says otherwise, the table is read again under that.

use crate::column_profiles::Profiles;
use crate::common::Common;
use crate::currency::Named;
use crate::detect::{Columns, detect_with};
use crate::evidence::{Evidence, RowTells};
use crate::facts::{Facts, Seen, facts};
use crate::parse::Reading;
use crate::question;
use crate::regions::Below;
use crate::row::Plan;
use crate::titles::currency_of_totals;
use crate::{Detection, Intake, Ledgers, Mapping, Settings};
use sheet::Table;
use values::Source;

/// What a whole table tells, once it was read to its end.
pub struct Whole {
    columns: Columns,
    facts: Facts,
    /// The currency that only totals name.
    named: Option<Named>,
    further: Option<u32>,
}

/// A pass over a table.
pub struct Batches<'a> {
    reading: Reading<'a>,
    plan: Plan,
    common: Option<Common>,
    evidence: Evidence,
    assumed: (Facts, Option<Named>),
    below: Below,
    further: Option<u32>,
}

impl Whole {
    pub(crate) fn profiles(&self) -> &Profiles {
        &self.facts.profiles
    }

    /// Row where another table may begin, beside or below this one: only where the file is held whole can they be cut.
    pub fn further_table(&self) -> Option<u32> {
        self.further
    }

    /// How a table is to be read, from a sample of it and its whole columns.
    pub fn detect(&self, sample: &Table) -> Detection {
        let mut detection = detect_with(sample, &self.columns, &self.facts.profiles.pairs);
        // Questions count every row, not those of the sample.
        if let Some(best) = detection.candidates.first() {
            detection.questions = question::questions(&self.facts.profiles, &best.mapping);
        }
        detection
    }
}

impl<'a> Batches<'a> {
    /// Begins a pass. `sample` holds the first rows of the table and some others; `known` is what an earlier pass found.
    pub fn new(
        sample: &Table,
        known: Option<&Whole>,
        at: Source,
        mapping: &'a Mapping,
        settings: &Settings,
        ledgers: &'a mut Ledgers,
    ) -> Batches<'a> {
        let plan = Plan::new(mapping, sample.column_count());
        let assumed = match known {
            Some(whole) => (whole.facts.clone(), whole.named),
            None => (facts(sample, mapping, &plan), currency_of_totals(sample, mapping)),
        };
        let (facts, named) = assumed.clone();
        let reading = Reading::naming(sample, at, (plan.clone(), facts, named), mapping, settings, ledgers);
        Batches {
            common: Common::of(&reading),
            evidence: Evidence::new(Columns::of_sample(sample), Seen::new(sample, mapping), mapping),
            reading,
            plan,
            assumed,
            below: Below::new(sample),
            further: None,
        }
    }

    /// Reads the next rows.
    // Inlined in a crate that is built for size, the whole reading would be.
    #[inline(never)]
    pub fn rows(&mut self, table: &Table) {
        let mut tells = RowTells::default();
        for row in table.rows() {
            let another = self.below.start_of_another(&row);
            self.further = self.further.or(another);
            let cells = self.plan.lay_out(&row);
            let told = self.evidence.row(&row, &cells, &mut tells);
            let common = self.common.as_ref().filter(|_| told);
            if !common.is_some_and(|common| self.reading.common(common, &cells, &tells)) {
                self.reading.laid_out(&row, &cells);
            }
        }
    }

    /// Ends the pass: what the whole table tells, and what was read of it.
    pub fn end(self) -> (Whole, Ended<'a>) {
        let Batches { reading, evidence, assumed, further, .. } = self;
        let (columns, facts, named) = evidence.end();
        (Whole { columns, facts, named, further }, Ended { reading, assumed })
    }
}

/// A pass that came to the end of its table.
pub struct Ended<'a> {
    reading: Reading<'a>,
    assumed: (Facts, Option<Named>),
}

impl<'a> Ended<'a> {
    /// Whether every row would be read the same under what the whole tells and the mapping that follows from it.
    pub fn holds(&self, whole: &Whole, mapping: &Mapping) -> bool {
        let assumed = self.reading.mapping;
        let (facts, named) = &self.assumed;
        assumed.binds_like(mapping) && whole.named == *named && whole.facts.reads_like(mapping, facts, assumed)
    }

    /// What became of the table, told under the mapping that follows from the whole. `rows` and `blank_rows` count
    /// the rows of the table.
    pub fn finish(self, whole: &Whole, mapping: &'a Mapping, sample: &Table, rows: u64, blank_rows: u32) -> Intake {
        let mut reading = self.reading;
        // Questions and remarks count every row, not those of the sample.
        reading.facts = whole.facts.clone();
        reading.mapping = mapping;
        reading.finish((sample, &whole.columns.seen()), rows, blank_rows)
    }
}
