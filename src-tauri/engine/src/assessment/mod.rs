//! The questionnaire and what answers say: model, answers, score. Pure.

pub mod answer;
pub mod model;
pub mod profile;
