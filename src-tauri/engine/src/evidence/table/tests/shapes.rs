//! Traps of the form: what stands above the header, names that repeat, clocks as spreadsheets write them.

use super::*;

#[test]
fn a_header_below_a_preamble_is_found_and_lines_keep_their_numbers() {
    let text = "Deployments of the first quarter\nGenerated,2026-04-01\n\n\
        When;Where\ndeployed_at,env,sha\n2026-03-05T09:00:00Z,prod,abcdef1\n2026-03-05T10:50:00Z,prod,abcdef2\n";
    let imported = import(text.as_bytes(), &options());
    let told: Vec<(i64, u32)> = imported
        .events
        .deployments
        .iter()
        .map(|d| (d.finished, d.origin.line))
        .collect();
    assert_eq!(told, [(NINE, 6), (NINE + 6600, 7)]);
    assert_eq!(noted(&imported, "note-table-preamble"), 1);
}

#[test]
fn a_table_that_names_no_time_still_shows_its_own_header() {
    let text = "Report\nwho,what\na,b\nc,d\n";
    let told = preview(text.as_bytes(), &options()).expect("a table");
    assert_eq!(
        (told.columns, told.records),
        (vec!["who".to_owned(), "what".to_owned()], 2)
    );
}

#[test]
fn a_correction_can_name_the_header_that_no_guess_would() {
    let text = "Our list,of deployments\nMoment,Ziel\n2026-03-05T09:00:00Z,prod\n";
    let corrected = TableOptions {
        map: vec!["finished=Moment".to_owned(), "environment=Ziel".to_owned()],
        ..options()
    };
    assert_eq!(
        import(text.as_bytes(), &corrected).events.deployments[0].finished,
        NINE
    );
}

#[test]
fn repeated_names_are_told_apart_and_can_be_chosen() {
    let text = "deployed_at,service,service,service\n2026-03-05T09:00:00Z,a,b,c\n";
    let told = preview(text.as_bytes(), &options()).expect("a table");
    assert_eq!(
        told.columns,
        ["deployed_at", "service", "service (2)", "service (3)"]
    );
    assert_eq!(
        import(text.as_bytes(), &options()).events.deployments[0].service,
        "a"
    );
    let third = TableOptions {
        map: vec!["service=service (3)".to_owned()],
        ..options()
    };
    assert_eq!(
        import(text.as_bytes(), &third).events.deployments[0].service,
        "c"
    );
}

#[test]
fn every_separator_reads_the_same_cells() {
    for separator in [",", ";", "\t", "|"] {
        let text = [
            "deployed_at,env,notes",
            "2026-03-05T09:00:00Z,prod,\"two\nlines\"",
            "2026-03-05T10:50:00Z,prod,x",
        ]
        .join("\n")
        .replace(',', separator);
        let imported = import(text.as_bytes(), &options());
        let told: Vec<(i64, u32)> = imported
            .events
            .deployments
            .iter()
            .map(|d| (d.finished, d.origin.line))
            .collect();
        assert_eq!(told, [(NINE, 2), (NINE + 6600, 4)], "{separator:?}");
    }
}

/// Each of these is 09:40 of 5 March 2026 on some clock without a zone.
#[test]
fn clocks_of_english_and_spanish_spreadsheets_are_read() {
    for text in [
        "5/mar/26 9:40 AM",
        "05/mar/2026 9:40 a. m.",
        "05/mar/2026 9:40\u{a0}a.\u{a0}m.",
        "5-Mar-2026 09:40",
        "5 March 2026 09:40",
        "5 de marzo de 2026 9:40",
        "Mar 5, 2026 9:40\u{202f}AM",
        "March 5, 2026 at 9:40 AM",
        "2026-03-05 09:40:00",
        "2026/03/05 09:40",
        "05.03.2026 09:40",
    ] {
        let table = format!("deployed_at;env\n\"{text}\";prod\n");
        let imported = import(table.as_bytes(), &zoned("UTC"));
        assert_eq!(sentences(&imported), [] as [&str; 0], "{text}");
        assert_eq!(
            imported.events.deployments[0].finished,
            NINE + 2400,
            "{text}"
        );
        assert_eq!(refused_for_zone(&table), 1, "{text}");
    }
    let evening =
        "deployed_at;env\n\"05/03/2026 9:40 p. m.\";prod\n\"13/03/2026 12:00 a. m.\";prod\n";
    let imported = import(evening.as_bytes(), &zoned("UTC"));
    let told: Vec<i64> = imported
        .events
        .deployments
        .iter()
        .map(|d| d.finished)
        .collect();
    // 21:40 is twelve hours later; midnight of the 13th is eight days less nine hours after nine of the 5th.
    assert_eq!(
        told,
        [NINE + 2400 + 12 * 3600, NINE + 8 * 86_400 - 9 * 3600]
    );
}

fn refused_for_zone(table: &str) -> u32 {
    let told = preview(table.as_bytes(), &options()).expect("a table");
    assert!(told.needs_zone);
    told.rejected
}

#[test]
fn an_epoch_may_have_a_decimal_comma() {
    let text = "deployed_at;env\n1772701200,5;prod\n1772707800000;prod\n";
    let imported = import(text.as_bytes(), &options());
    let told: Vec<i64> = imported
        .events
        .deployments
        .iter()
        .map(|d| d.finished)
        .collect();
    assert_eq!(told, [NINE, NINE + 6600]);
}

#[test]
fn a_header_is_remembered_by_its_names_alone() {
    let print = |text: &str| fingerprint(text.as_bytes(), &options()).expect("a table");
    let first = print("deployed_at,env\n2026-03-05T09:00:00Z,prod\n");
    assert_eq!(
        first,
        print("deployed_at;env\n2026-04-05T09:00:00Z;test\n2026-04-06T09:00:00Z;test\n")
    );
    assert_ne!(first, print("env,deployed_at\nprod,2026-03-05T09:00:00Z\n"));
    assert_eq!(first.len(), 16);
}
