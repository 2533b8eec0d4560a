//! What a reader of the file gets.

use lopdf::{Document, Object};

use crate::assessment::model::Lang;
use crate::report::chapters::sample::Sample;
use crate::report::{document, pages_svg, pdf};

fn report(sample: &Sample, lang: Lang) -> Vec<u8> {
    pdf(&document(&sample.findings(lang))).expect("a report")
}

fn text(bytes: &[u8]) -> String {
    let file = Document::load_mem(bytes).expect("a PDF");
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    file.extract_text(&pages).expect("its text")
}

#[test]
fn the_same_findings_give_the_same_bytes_twice_in_one_process() {
    let sample = Sample::full();
    assert!(report(&sample, Lang::En) == report(&sample, Lang::En));
    assert!(report(&sample, Lang::En) != report(&sample, Lang::Es));
}

#[test]
fn names_of_many_alphabets_come_back_as_text() {
    let mut sample = Sample::empty();
    sample.cover.organisation = "Zażółć gęślą jaźń".into();
    sample.cover.team = "Muñoz Ibáñez".into();
    sample.cover.period = "Ελληνική Ομάδα".into();
    sample.cover.author = "Екатерина Йовович".into();
    let said = text(&report(&sample, Lang::Es));
    for name in [
        "Zażółć gęślą jaźń",
        "Muñoz Ibáñez",
        "Ελληνική Ομάδα",
        "Екатерина Йовович",
    ] {
        assert!(
            said.contains(name),
            "{name} in {}",
            &said[..said.len().min(600)]
        );
    }
}

#[test]
fn nothing_in_the_file_acts_or_leads_outside() {
    let file = Document::load_mem(&report(&Sample::full(), Lang::En)).expect("a PDF");
    let forbidden: [&[u8]; 9] = [
        b"JS",
        b"JavaScript",
        b"OpenAction",
        b"AA",
        b"Launch",
        b"EmbeddedFile",
        b"EmbeddedFiles",
        b"URI",
        b"RichMedia",
    ];
    for object in file.objects.values() {
        assert!(!holds(object, &forbidden), "{object:?}");
    }
}

fn holds(object: &Object, keys: &[&[u8]]) -> bool {
    match object {
        Object::Dictionary(d) => d
            .iter()
            .any(|(k, v)| keys.contains(&k.as_slice()) || holds(v, keys)),
        Object::Stream(s) => s
            .dict
            .iter()
            .any(|(k, v)| keys.contains(&k.as_slice()) || holds(v, keys)),
        Object::Array(items) => items.iter().any(|v| holds(v, keys)),
        Object::Name(n) => keys.contains(&n.as_slice()),
        _ => false,
    }
}

#[test]
fn the_file_says_its_title_language_and_structure() {
    let file = Document::load_mem(&report(&Sample::full(), Lang::Es)).expect("a PDF");
    let catalog = file.catalog().expect("a catalog");
    assert_eq!(
        catalog
            .get(b"Lang")
            .and_then(Object::as_str)
            .expect("a language"),
        b"es"
    );
    for key in ["StructTreeRoot", "MarkInfo", "Outlines", "Metadata"] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    assert!(text(&report(&Sample::full(), Lang::Es)).contains("Plan de adopción de DevOps"));
}

#[test]
fn four_ways_of_not_answering_have_four_words() {
    let said = text(&report(&Sample::full(), Lang::En));
    for words in ["do not know", "not applicable", "not ours", "not asked"] {
        assert!(said.contains(words), "{words}");
    }
}

#[test]
fn what_is_not_measurable_is_never_a_zero() {
    let said = text(&report(&Sample::empty(), Lang::En));
    assert!(said.contains("not measurable"), "{said}");
    assert!(
        !said.contains("0 a week") && !said.contains("0 days"),
        "no zero stands for no data"
    );
}

#[test]
fn pages_as_svg_hold_the_same_words_without_styles() {
    let mut sample = Sample::full();
    sample.cover.team = "<b onload=\"x\">&".into();
    let pages = pages_svg(&document(&sample.findings(Lang::En))).expect("pages");
    let bytes = report(&sample, Lang::En);
    assert_eq!(
        pages.len(),
        Document::load_mem(&bytes).expect("a PDF").get_pages().len()
    );
    for page in &pages {
        assert!(!page.contains("style=") && !page.contains("<b ") && page.ends_with("</svg>"));
    }
    assert!(pages[0].contains("&lt;b onload=&quot;x&quot;&gt;&amp;"));
}
