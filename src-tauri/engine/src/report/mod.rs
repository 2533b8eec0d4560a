//! From findings to a document, and from a document to bytes.
//!
//! In: [`findings::Findings`], everything the report says, gathered by `api`. Out: a [`model::Document`], its PDF, or
//! its pages as SVG from the same layout. Pure: no clock, no disk; the same findings give the same bytes.

mod chapters;
pub mod findings;
mod layout;
pub mod model;
mod pdf;
mod say;
mod svg;
mod unshown;

pub use chapters::document;
pub use findings::Findings;
pub use model::Document;
pub use pdf::{ReportError, pdf};
pub use svg::{Preview, pages_svg, preview};
