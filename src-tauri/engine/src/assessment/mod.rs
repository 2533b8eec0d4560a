//! The questionnaire and what answers say: model, answers, score. Pure.
//!
//! `load` reads and checks the data of `assessments/`; `answer` is what a team says; `score` turns it
//! into a profile with ranges. No disk: the data is compiled in.

pub mod answer;
pub mod check;
pub mod load;
pub mod model;
pub mod moved;
pub mod profile;
pub mod sample;
pub mod score;
pub mod trace;

#[cfg(test)]
mod lint;
#[cfg(test)]
mod tests;
