//! The tables of `data/*.csv`, written by `build.rs`.

use super::{Quality, Rate, Row, Series};
use std::borrow::Cow;
use values::Day;

include!(concat!(env!("OUT_DIR"), "/series.rs"));

/// The rows shipped for a series.
pub fn rows(series: Series) -> &'static [Row] {
    match series {
        Series::EcbRefi => &ECB_REFI,
        Series::FrLegalProfessional => &FR_LEGAL_PROFESSIONAL,
        Series::FrLegalIndividual => &FR_LEGAL_INDIVIDUAL,
        Series::BoeReference => &BOE_REFERENCE,
        Series::DeBase => &DE_BASE,
        Series::BeCommercial => &BE_COMMERCIAL,
        Series::ChDefault => &CH_DEFAULT,
    }
}
