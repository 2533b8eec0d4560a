//! The report as a whole, on the made-up organisation.

use super::document;
use super::sample::Sample;
use crate::assessment::model::Lang;

#[test]
fn look() {
    let Ok(dir) = std::env::var("REPORT_OUT") else {
        return;
    };
    for (name, sample) in [("full", Sample::full()), ("empty", Sample::empty())] {
        for (tag, lang) in [("en", Lang::En), ("es", Lang::Es)] {
            let bytes = crate::report::pdf(&document(&sample.findings(lang))).expect("a report");
            std::fs::write(format!("{dir}/{name}-{tag}.pdf"), bytes).expect("written");
        }
    }
}
