//! Sextant's house: assessment, evidence, DORA baseline, plan, report, behind one front door.
//!
//! From a question and a git history to the plan: `evidence` reads files into events, `store` keeps
//! them, `dora` measures them, `assessment` scores answers, `plan` orders steps, `report` writes the PDF.
//! Only [`api`] sequences these rooms. No window, no clock, no printing here.

pub mod api;
pub mod assessment;
pub mod charts;
pub mod dora;
pub mod evidence;
pub mod plan;
pub mod report;
pub mod store;
pub mod words;
