//! The room's behaviour on whole histories: real ones, the golden one, and random ones.

mod by_hand;
mod comparing;
mod copies;
mod covering;
mod edges;
mod fixture;
mod golden;
mod histories;
mod joining;
mod joins;
mod properties;
mod quarters;
mod rules;
mod verdicts;
mod words;
