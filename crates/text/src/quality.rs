//! The words of the quality of the data: findings, what was seen on their rows, the parts of the score, freshness.

mod details;
mod findings;
mod score;
