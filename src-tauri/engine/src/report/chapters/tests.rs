//! The report as a whole, on the made-up organisation.

use super::document;
use super::sample::Sample;
use crate::assessment::model::Lang;
use crate::report::model::{Block, Fit, Section};

fn sections(sample: &Sample, lang: Lang) -> Vec<Section> {
    document(&sample.findings(lang)).sections
}

fn anchors(sections: &[Section]) -> Vec<&str> {
    sections.iter().map(|s| s.anchor.as_str()).collect()
}

#[test]
fn sections_come_in_the_same_order_in_both_languages() {
    let sample = Sample::full();
    let (en, es) = (sections(&sample, Lang::En), sections(&sample, Lang::Es));
    let order = [
        "summary", "baseline", "profile", "plan", "cards", "not-now", "method", "answers",
    ];
    assert_eq!(anchors(&en), order);
    assert_eq!(anchors(&es), order);
}

#[test]
fn what_has_no_content_has_no_section() {
    let order = [
        "summary", "baseline", "profile", "plan", "method", "answers",
    ];
    assert_eq!(anchors(&sections(&Sample::empty(), Lang::En)), order);
}

#[test]
fn every_large_number_says_what_it_rests_on_or_why_it_is_missing() {
    for sample in [Sample::full(), Sample::empty()] {
        let all = sections(&sample, Lang::En);
        let summary = &all[0];
        assert_eq!(summary.fit, Fit::OnePage);
        let numbers = summary.blocks.iter().find_map(|b| {
            if let Block::Numbers(n) = b {
                Some(n)
            } else {
                None
            }
        });
        for number in numbers.expect("a strip of numbers") {
            let measured = number.value != "–";
            assert_eq!(
                number.basis.contains("n\u{a0}=\u{a0}"),
                measured,
                "{number:?}"
            );
            assert_eq!(
                number.basis.contains("not measurable"),
                !measured,
                "{number:?}"
            );
        }
    }
}

#[test]
fn every_message_the_report_uses_is_in_the_catalogue() {
    for lang in [Lang::En, Lang::Es] {
        for sample in [Sample::full(), Sample::empty()] {
            let said = format!("{:?}", document(&sample.findings(lang)));
            let unsaid = said.split('"').find(|t| {
                t.starts_with("report-") && !t.contains(' ') && !t.starts_with("report-method-")
            });
            assert_eq!(unsaid, None, "a message id stands where words should be");
        }
    }
}

#[test]
fn each_item_of_the_plan_has_one_card_that_its_row_leads_to() {
    let sample = Sample::full();
    let said = format!("{:?}", document(&sample.findings(Lang::En)).sections);
    for item in sample.plan.waves.iter().flat_map(|w| &w.items) {
        let anchor = super::card_anchor(item);
        assert_eq!(
            said.matches(&format!("Card {{ anchor: \"{anchor}\""))
                .count(),
            1,
            "{anchor}"
        );
        assert!(
            said.contains(&format!("link: Some(\"{anchor}\")")),
            "{anchor}"
        );
    }
}
