//! What a file says about itself: never a path, a user or a machine.

use lopdf::{Object, StringFormat};
use printpdf::PdfDocumentInfo;
use printpdf::date::OffsetDateTime;

use super::ReportError;
use crate::assessment::model::Lang;
use crate::report::model::Meta;

/// Fixed, so that a file does not tell which build wrote it on which machine.
const PRODUCER: &str = "Sextant";

/// The classic dictionary.
pub(super) fn info(info: &mut PdfDocumentInfo, meta: &Meta) -> Result<(), ReportError> {
    let date = OffsetDateTime::from_unix_timestamp(meta.now)
        .map_err(|e| ReportError::Writer(e.to_string()))?;
    info.author.clone_from(&meta.author);
    info.subject.clone_from(&meta.subject);
    info.keywords.clone_from(&meta.keywords);
    PRODUCER.clone_into(&mut info.creator);
    PRODUCER.clone_into(&mut info.producer);
    info.creation_date = date;
    info.modification_date = date;
    info.metadata_date = date;
    Ok(())
}

/// The same as XMP, with the promise of tagged PDF (PDF/UA-1).
pub(super) fn xmp(meta: &Meta) -> String {
    let date = chrono::DateTime::from_timestamp(meta.now, 0)
        .unwrap_or_default()
        .format("%Y-%m-%dT%H:%M:%SZ");
    let alt = |text: &str| {
        format!(
            "<rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt>",
            escape(text)
        )
    };
    let creator = if meta.author.is_empty() {
        PRODUCER
    } else {
        &meta.author
    };
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <pdfuaid:part>1</pdfuaid:part><dc:format>application/pdf</dc:format><dc:title>{}</dc:title>\
         <dc:description>{}</dc:description><dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\
         <dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language><xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>\
         <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><pdf:Producer>{PRODUCER}</pdf:Producer>\
         <pdf:Keywords>{}</pdf:Keywords></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>",
        alt(&meta.title),
        alt(&meta.subject),
        escape(creator),
        language(meta.lang),
        escape(&meta.keywords.join(", ")),
    )
}

/// BCP 47.
pub(super) fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Es => "es",
    }
}

/// A string as the format wants it.
pub(super) fn text(value: &str) -> Object {
    let bytes = if value.is_ascii() {
        value.as_bytes().to_vec()
    } else {
        utf16(value)
    };
    Object::String(bytes, StringFormat::Literal)
}

/// UTF-16 with its mark.
pub(super) fn utf16(value: &str) -> Vec<u8> {
    [0xFE, 0xFF]
        .into_iter()
        .chain(value.encode_utf16().flat_map(u16::to_be_bytes))
        .collect()
}

fn escape(value: &str) -> String {
    crate::charts::escaped(value)
}
