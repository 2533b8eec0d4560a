//! From values to drawings: every chart is a [`Scene`] of plain shapes with its words and its table.
//!
//! In: numbers and labels that are already said in the reader's language. Out: a scene that becomes SVG here
//! and vectors in the report. No fonts, no colours outside [`ink::Ink`], no files.

pub mod dial;
pub mod dimensions;
pub mod ink;
pub mod interval;
pub mod levels;
pub mod needs;
pub mod runs;
pub mod scene;
mod svg;

pub use ink::Ink;
pub use scene::{Anchor, Scene, SceneTable, Shape, Stroke, Weight};
pub(crate) use svg::{css_weight, escape as escaped, short};
