//! Dossiers whose amounts were aged before: one day, one set of limits, nothing else can be computed.

use crate::reading::ReadFile;
use crate::{Session, failures};
use protocol::{Basis, Failure};
use text::Language;
use values::Day;

/// What such a dossier allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PreAged {
    pub(crate) day: Day,
    /// A file does not tell it beyond doubt.
    pub(crate) doubtful: bool,
    pub(crate) limits: Vec<u32>,
    /// The first column mixes what is late and what is not.
    pub(crate) mixed: bool,
    /// There is a column of credits.
    pub(crate) credits: bool,
    /// The last column of ages has no end.
    pub(crate) open_ended: bool,
}

impl PreAged {
    /// What the files allow together; `None` where no amount was aged before. Refused where days differ.
    pub(crate) fn of(files: &[ReadFile], language: Language) -> Result<Option<PreAged>, Failure> {
        let mut found: Option<PreAged> = None;
        for (aged, doubtful) in
            files.iter().filter_map(|file| Some((file.intake.aged.as_ref()?, file.mapping.doubts_its_day())))
        {
            match &mut found {
                None => {
                    let intake::Aged { day, mixed, credits, open_ended, .. } = *aged;
                    let limits = aged.limits.clone();
                    found = Some(PreAged { day, doubtful, limits, mixed, credits, open_ended });
                }
                Some(known) if known.day != aged.day => {
                    return Err(failures::aged_on_two_days(known.day, aged.day, language));
                }
                Some(known) => {
                    known.limits.retain(|limit| aged.limits.contains(limit));
                    known.doubtful |= doubtful;
                    known.mixed |= aged.mixed;
                    known.credits |= aged.credits;
                    known.open_ended |= aged.open_ended;
                }
            }
        }
        Ok(found)
    }

    fn names(&self) -> String {
        self.limits.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }
}

impl Session {
    /// The limits of a question that names none.
    pub(crate) fn own_limits(&self) -> Option<Vec<u32>> {
        self.pre_aged().map(|aged| aged.limits.clone()).filter(|limits| !limits.is_empty())
    }

    /// Refuses columns that the file's own columns do not make up.
    pub(crate) fn check_ages(&self, limits: &[u32], basis: Basis, language: Language) -> Result<(), Failure> {
        let Some(aged) = self.pre_aged() else { return Ok(()) };
        let possible = limits.iter().all(|limit| aged.limits.contains(limit)) || aged.limits.is_empty();
        match basis {
            Basis::DueDate if possible => Ok(()),
            Basis::DueDate | Basis::InvoiceDate => Err(failures::aged_otherwise(&aged.names(), language)),
        }
    }
}
