//! Reporting: same input and same time, same bytes; and a file is there whole or not at all.

use std::fs;

use journeys::{Person, frame};
use sextant_engine::api::wire::{Reply, ReportOptions, Request};
use sextant_engine::assessment::model::Lang;

fn report(person: &Person, name: &str, lang: Lang) -> Vec<u8> {
    let desk = person.desk();
    let handle = desk.register(&person.path("sample.sextant"));
    frame(&desk, Request::OpenWorkspace { handle });
    let place = Some(desk.register(&person.path(name)));
    let options = ReportOptions {
        lang: Some(lang),
        author: "Zoë Gąsiorowska".into(),
    };
    match desk.call(Request::SaveReport { place, options }).unwrap() {
        Reply::File(file) => assert_eq!(file.name, name),
        other => panic!("{other:?}"),
    }
    fs::read(person.path(name)).unwrap()
}

#[test]
fn the_same_input_at_the_same_time_gives_the_same_bytes_and_another_language_gives_others() {
    let person = Person::default();
    let desk = person.desk();
    let place = Some(desk.register(&person.path("sample.sextant")));
    frame(
        &desk,
        Request::CreateWorkspace {
            organisation: String::new(),
            team: String::new(),
            place,
            sample: true,
        },
    );
    drop(desk);
    let once = report(&person, "once.pdf", Lang::En);
    assert!(once.starts_with(b"%PDF-"));
    assert!(
        once == report(&person, "twice.pdf", Lang::En),
        "the bytes differ"
    );
    assert!(once != report(&person, "spanish.pdf", Lang::Es));
}
