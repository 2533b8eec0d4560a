//! From findings to a document, and from a document to bytes. Pure.
pub mod findings;
/// t
pub mod model { /// t
 #[derive(Debug)] pub struct Document; }
/// t
#[derive(Debug, thiserror::Error)] #[error("x")] pub struct ReportError;
/// t
pub struct Preview { /// t
 pub pages: Vec<String>, /// t
 pub sections: Vec<(String,u32)> }
/// t
pub fn document(_: &findings::Findings) -> model::Document { model::Document }
/// t
pub fn pdf(_: &model::Document) -> Result<Vec<u8>, ReportError> { Err(ReportError) }
/// t
pub fn preview(_: &model::Document) -> Result<Preview, ReportError> { Err(ReportError) }
