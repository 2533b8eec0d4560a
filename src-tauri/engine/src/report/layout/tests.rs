//! What a layout must hold, whatever the words are.

use proptest::prelude::{ProptestConfig, prop, proptest};

use super::display::{Item, Page, Seg};
use super::style::Sheet;
use super::{Laid, lay};
use crate::assessment::model::Lang;
use crate::charts::levels;
use crate::report::chapters::sample::Sample;
use crate::report::document;
use crate::report::model::{
    Block, Card, Cell, Density, Document, Fit, Numbering, Rich, Role, Row, Section, Side, Table,
    Width,
};

fn texts(page: &Page) -> Vec<String> {
    page.items
        .iter()
        .filter_map(|i| {
            if let Item::Text(run) = i {
                Some(run.text().trim().to_owned())
            } else {
                None
            }
        })
        .collect()
}

fn page_of(laid: &Laid, anchor: &str) -> usize {
    laid.marks
        .iter()
        .find(|(_, m)| m.anchor.as_deref() == Some(anchor))
        .map(|(p, _)| *p)
        .expect("a mark of that name")
}

/// Text inside the margins' outer edge, drawings on the sheet.
fn assert_inside(laid: &Laid) {
    for (number, page) in laid.pages.iter().enumerate() {
        for item in &page.items {
            match item {
                Item::Text(run) => {
                    let right = run.x + run.width();
                    assert!(
                        run.x >= Sheet::SIDE - 1.0 && right <= Sheet::WIDTH - Sheet::SIDE + 3.0,
                        "page {number}: {:?} from {} to {right}",
                        run.text(),
                        run.x
                    );
                    assert!(
                        (20.0..=Sheet::HEIGHT - 20.0).contains(&run.y),
                        "page {number}: {:?} at {}",
                        run.text(),
                        run.y
                    );
                }
                Item::Path { segs, .. } => {
                    for (x, y) in segs.iter().flat_map(corners) {
                        assert!(
                            (0.0..=Sheet::WIDTH).contains(&x) && (0.0..=Sheet::HEIGHT).contains(&y),
                            "page {number}: a path at {x}, {y}"
                        );
                    }
                }
                Item::Link(link) => {
                    assert!(link.x + link.w <= Sheet::WIDTH && link.y + link.h <= Sheet::HEIGHT)
                }
                Item::Begin(_) | Item::End => {}
            }
        }
    }
}

fn corners(seg: &Seg) -> Vec<(f32, f32)> {
    match seg {
        Seg::Move(x, y) | Seg::Line(x, y) => vec![(*x, *y)],
        Seg::Curve(c) => c.chunks_exact(2).map(|p| (p[0], p[1])).collect(),
        Seg::Close => Vec::new(),
    }
}

/// The made-up report with other blocks in place of its sections.
fn with(blocks: Vec<Block>) -> Document {
    let sample = Sample::empty();
    let mut out = document(&sample.findings(Lang::En));
    out.sections = vec![Section {
        anchor: "one".into(),
        topic: "One".into(),
        title: "One".into(),
        fit: Fit::Flow,
        blocks,
    }];
    out
}

fn body(text: &str) -> Block {
    Block::Paragraph(Role::Body, Rich::plain(text))
}

fn three_columns(rows: Vec<Row>) -> Block {
    let columns = vec![
        ("First head".to_owned(), Width::Share(1.0), Side::Left),
        ("Second head".to_owned(), Width::Points(44.0), Side::Left),
        ("Third head".to_owned(), Width::Points(40.0), Side::Right),
    ];
    Block::Table(Table {
        columns,
        rows,
        density: Density::Open,
    })
}

#[test]
fn everything_lies_on_its_page_in_both_languages() {
    for sample in [Sample::full(), Sample::empty()] {
        for lang in [Lang::En, Lang::Es] {
            assert_inside(&lay(&document(&sample.findings(lang))).expect("laid out"));
        }
    }
}

#[test]
fn the_summary_is_one_page_even_with_names_of_150_characters() {
    for lang in [Lang::En, Lang::Es] {
        let mut sample = Sample::full();
        let long = "Departamento de Plataformas Digitales y Servicios Compartidos ".repeat(3)
            [..150]
            .to_owned();
        sample.cover.organisation.clone_from(&long);
        sample.cover.team.clone_from(&long);
        for capability in &mut sample.model.capabilities {
            capability.title.en.clone_from(&long);
            capability.title.es.clone_from(&long);
            for step in &mut capability.steps {
                step.title.en.clone_from(&long);
                step.title.es.clone_from(&long);
            }
        }
        let laid = lay(&document(&sample.findings(lang))).expect("laid out");
        assert_inside(&laid);
        assert_eq!(
            page_of(&laid, "baseline"),
            page_of(&laid, "summary") + 1,
            "{lang:?}"
        );
    }
}

#[test]
fn contents_name_the_page_each_section_begins_on() {
    let sample = Sample::full();
    let out = document(&sample.findings(Lang::En));
    let laid = lay(&out).expect("laid out");
    let contents = texts(&laid.pages[1]);
    for section in &out.sections {
        let page = page_of(&laid, &section.anchor);
        let at = contents
            .iter()
            .position(|t| *t == section.topic)
            .expect("the topic in the contents");
        let number = contents[at..]
            .iter()
            .find(|t| t.parse::<usize>().is_ok())
            .expect("a page number");
        assert_eq!(number, &(page + 1).to_string(), "{}", section.topic);
        assert!(
            texts(&laid.pages[page]).contains(&section.topic),
            "{} on page {page}",
            section.topic
        );
    }
}

#[test]
fn a_table_has_its_head_on_every_page() {
    let rows = (0..150)
        .map(|i| {
            Row::Cells(vec![
                Cell::from(&*format!("row {i}")),
                Cell::from("b"),
                Cell::number("1"),
            ])
        })
        .collect();
    let laid = lay(&with(vec![three_columns(rows)])).expect("laid out");
    assert!(laid.pages.len() >= 5);
    for page in laid.pages.iter().skip(2) {
        let heads = texts(page).iter().filter(|t| *t == "First head").count();
        assert_eq!(heads, 1);
    }
}

#[test]
fn a_heading_is_never_the_last_line_of_a_page() {
    for filler in 30..60 {
        let mut blocks: Vec<Block> = (0..filler).map(|i| body(&format!("line {i}"))).collect();
        blocks.push(Block::Heading {
            text: "A heading".into(),
            beside: String::new(),
            anchor: None,
        });
        blocks.push(body(&"Words that follow it. ".repeat(20)));
        let laid = lay(&with(blocks)).expect("laid out");
        for page in &laid.pages {
            let words = texts(page);
            if let Some(at) = words.iter().position(|t| t == "A heading") {
                assert!(
                    words[at + 1].starts_with("Words that follow"),
                    "{filler}: {words:?}"
                );
            }
        }
    }
}

#[test]
fn a_row_taller_than_a_page_goes_on_over_the_next() {
    let row = Row::Cells(vec![
        Cell::from(&*"many words in one cell ".repeat(900)),
        Cell::from("b"),
        Cell::number("1"),
    ]);
    let laid = lay(&with(vec![three_columns(vec![row])])).expect("laid out");
    assert_inside(&laid);
    let said: usize = laid
        .pages
        .iter()
        .flat_map(texts)
        .map(|t| t.matches("many").count())
        .sum();
    assert_eq!(said, 900);
}

#[test]
fn no_word_is_lost_between_a_text_and_its_lines() {
    let words: Vec<String> = (0..800).map(|i| format!("word{i}")).collect();
    let laid = lay(&with(vec![body(&words.join(" "))])).expect("laid out");
    let said = laid
        .pages
        .iter()
        .skip(2)
        .flat_map(texts)
        .collect::<Vec<_>>()
        .join(" ");
    for word in &words {
        assert!(said.split(' ').any(|w| w == word), "{word}");
    }
}

#[test]
fn characters_without_a_glyph_are_replaced_and_reported() {
    let mut sample = Sample::full();
    sample.cover.team = "שלום 漢字 \u{202e}abc\u{7}".into();
    let out = document(&sample.findings(Lang::En));
    assert!(
        out.unshown.contains(&'漢')
            && out.unshown.contains(&'\u{202e}')
            && out.unshown.contains(&'\u{7}'),
        "{:?}",
        out.unshown
    );
    let laid = lay(&out).expect("laid out");
    assert!(
        laid.pages
            .iter()
            .flat_map(texts)
            .any(|t| t.contains("U+6F22")),
        "the report says so"
    );
    assert!(
        laid.pages.iter().flat_map(|p| &p.items).all(|i| match i {
            Item::Text(run) => run.glyphs().all(|g| g.id != 0),
            _ => true,
        }),
        "no glyph is the missing glyph"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn no_words_can_push_anything_off_the_page(words in prop::collection::vec(".{0,40}|[a-z]{0,300}|[\u{0}-\u{1f}\u{202a}-\u{202e}\u{300}-\u{310}]{0,20}", 6)) {
        let part = |i: usize| vec![(words[i].clone(), vec![body(&words[i + 1]), Block::List(Numbering::Numbers, vec![Rich::plain(&*words[i])])])];
        let row = Row::Cells(vec![Cell::from(&*words[0]), Cell::from(&*words[1]).under(&*words[2]), Cell::number(&*words[3])]);
        let mut out = with(vec![
            Block::Heading { text: words[0].clone(), beside: words[1].clone(), anchor: Some("here".into()) },
            body(&words.join(" ")),
            three_columns(vec![row.clone(), Row::Group(words[4].clone(), words[5].clone()), row]),
            Block::Pairs(vec![(words[2].clone(), Rich::plain(&*words[3]))]),
            Block::Card(Card { anchor: "card".into(), place: words[5].clone(), title: words[4].clone(), chips: levels::step(1, 2, ""), facts: words[3].clone(), columns: [part(0), part(3)] }),
        ]);
        out.cover.title.clone_from(&words[0]);
        out.cover.subtitle.clone_from(&words[1]);
        out.cover.headline.clone_from(&words[2]);
        out.running.left.clone_from(&words[3]);
        out.running.foot.clone_from(&words[4]);
        out.sections[0].title.clone_from(&words[5]);
        assert_inside(&lay(&out).expect("laid out"));
    }
}
