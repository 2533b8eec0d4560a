//! What printpdf leaves out: version, structure, bookmarks, language, a description for each link, a stable id.

use lopdf::{
    Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary,
};
use sha2::{Digest, Sha256};

use super::metadata::{language, text, xmp};
use super::structure::{self, Content};
use super::{ReportError, outline};
use crate::report::layout::Laid;
use crate::report::model::Meta;

/// Completes the file and gives its bytes.
pub(super) fn finish(
    out: &mut Document,
    laid: &Laid,
    meta: &Meta,
    content: &Content,
) -> Result<Vec<u8>, ReportError> {
    // printpdf writes 1.3, which knows neither structure nor object streams.
    "1.7".clone_into(&mut out.version);
    let pages: Vec<ObjectId> = out.get_pages().into_values().collect();
    let links = links(out, &pages, content)?;
    let root = structure::write(out, laid, content, &pages, &links);
    let outline = outline::write(out, laid, &pages);
    catalog(out, meta, root, outline)?;
    clean_info(out)?;
    identify(out);
    out.compress();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .compression_level(9)
        .build();
    let mut bytes = Vec::new();
    out.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}

/// Links become objects of their own, printed, described, and part of the structure.
fn links(
    out: &mut Document,
    pages: &[ObjectId],
    content: &Content,
) -> Result<Vec<ObjectId>, ReportError> {
    let mut all = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let old = match out.get_dictionary_mut(*page)?.remove(b"Annots") {
            Some(Object::Array(items)) => items,
            _ => Vec::new(),
        };
        let mut own = Vec::new();
        for item in old {
            let mut link: Dictionary = item.as_dict()?.clone();
            link.set("F", 4);
            let title = content.links.get(all.len()).map_or("", |l| &l.title);
            link.set("Contents", text(title));
            link.set("StructParent", (pages.len() + all.len()) as i64);
            let id = out.add_object(link);
            all.push(id);
            own.push(Object::Reference(id));
        }
        let entry = out.get_dictionary_mut(*page)?;
        if !own.is_empty() {
            entry.set("Annots", own);
        }
        entry.set("StructParents", number as i64);
        entry.set("Tabs", Object::Name(b"S".to_vec()));
    }
    Ok(all)
}

fn catalog(
    out: &mut Document,
    meta: &Meta,
    root: ObjectId,
    outline: Option<ObjectId>,
) -> Result<(), ReportError> {
    let stream = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(meta).into_bytes(),
    )
    .with_compression(false);
    let metadata = out.add_object(stream);
    let catalog = out.catalog_mut()?;
    catalog.set("Lang", text(language(meta.lang)));
    catalog.set("Metadata", metadata);
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", Object::Name(b"UseOutlines".to_vec()));
    }
    Ok(())
}

/// printpdf leaves marks of another standard there.
fn clean_info(out: &mut Document) -> Result<(), ReportError> {
    let id = out.trailer.get(b"Info").and_then(Object::as_reference)?;
    let info = out.get_dictionary_mut(id)?;
    for key in ["Trapped", "GTS_PDFXVersion", "Identifier"] {
        info.remove(key.as_bytes());
    }
    Ok(())
}

/// printpdf counts ids in the process; this one depends on the content alone.
fn identify(out: &mut Document) {
    let mut hash = Sha256::new();
    for (id, object) in &out.objects {
        hash.update(format!("{id:?}{object:?}").as_bytes());
    }
    let id = Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal);
    out.trailer.set("ID", vec![id.clone(), id]);
}
