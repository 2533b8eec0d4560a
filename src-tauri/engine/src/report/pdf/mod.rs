//! The display list as a PDF. The only room that knows a PDF library.
//!
//! Pages and fonts by printpdf, what it cannot write (structure, bookmarks, language, a stable id) on lopdf's
//! document. No scripts, no actions but links inside the file, no attachments. The same pages give the same bytes.

mod finish;
mod fonts;
mod metadata;
mod outline;
mod pages;
mod structure;
#[cfg(test)]
mod tests;

use printpdf::{PdfDocument, PdfSaveOptions, PdfWarnMsg};
use thiserror::Error;

use super::layout::{Laid, lay};
use super::model::{Document, Meta};

/// Why a report could not be written.
#[derive(Debug, Error)]
pub enum ReportError {
    /// A face compiled into the product cannot be read.
    #[error("the font {0} cannot be read")]
    Font(&'static str),
    /// The glyphs in use could not be cut out of a face.
    #[error("the font {0} cannot be embedded: {1}")]
    Embed(&'static str, String),
    /// The writer dropped something instead of writing it.
    #[error("the report cannot be written: {0}")]
    Writer(String),
    /// The file's structure could not be completed.
    #[error("the report cannot be completed")]
    Structure(#[from] lopdf::Error),
    /// The bytes could not be put together.
    #[error("the report cannot be put together")]
    Bytes(#[from] std::io::Error),
}

/// The document as PDF bytes.
///
/// # Errors
/// When a font cannot be embedded or the writer refuses the pages.
pub fn pdf(document: &Document) -> Result<Vec<u8>, ReportError> {
    write(&lay(document)?, &document.meta)
}

fn write(laid: &Laid, meta: &Meta) -> Result<Vec<u8>, ReportError> {
    let mut file = PdfDocument::new(&meta.title);
    metadata::info(&mut file.metadata.info, meta)?;
    let faces = fonts::embed(&mut file, laid)?;
    let drawn = pages::draw(laid, &faces);
    file.with_pages(drawn.pages);
    let options = PdfSaveOptions {
        optimize: true,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let mut out = file.to_lopdf_document(&options, &mut warnings);
    if let Some(warning) = warnings.into_iter().next() {
        return Err(ReportError::Writer(warning.msg));
    }
    finish::finish(&mut out, laid, meta, &drawn.content)
}
