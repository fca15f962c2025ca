//! The words of the quality of the data: the parts of the score, freshness.

mod freshness;
mod score;
