//! Every known export in three broken forms: cut short, a wrong type, a field that is not there.
//! How many fields are left of a row that is cut was counted with Python's csv module.

use super::*;

/// A sample, the text to spoil and what to put there, and what must be said of it.
struct Case {
    name: &'static str,
    cut: &'static str,
    wrong: (&'static str, &'static str, &'static str),
    gone: (&'static str, &'static str, &'static str),
}

const CASES: [Case; 7] = [
    Case {
        name: "jira_cloud_export_all_fields.csv",
        cut: "4: the row does not have as many fields as the header (9/21)",
        wrong: (
            "05/Mar/26 11:40 AM",
            "05/Brumaire/26",
            "2: Created: “05/Brumaire/26” is not a time that can be read, such as 2026-03-05T09:00:00Z",
        ),
        gone: ("05/Mar/26 11:40 AM", "", "2: There is no time"),
    },
    Case {
        name: "servicenow_incident_labels.csv",
        cut: "2: the row does not have as many fields as the header (8/13)",
        wrong: (
            "2026-03-05 13:00:00",
            "2026-03-05 10:00:00",
            "2: Resolved: the incident ends (“2026-03-05 10:00:00”) before it starts",
        ),
        gone: ("2026-03-05 11:40:00", "", "2: There is no time"),
    },
    Case {
        name: "servicenow_changes_fieldnames.csv",
        cut: "6: the row does not have as many fields as the header (5/10)",
        wrong: (
            "\"unsuccessful\"",
            "\"perhaps\"",
            "4: close_code: “perhaps” does not say whether it succeeded",
        ),
        gone: (
            "\"2026-03-05 10:50:00\"",
            "\"2026-03-32 10:50:00\"",
            "2: work_start: “2026-03-32 10:50:00” is not a time that can be read, such as 2026-03-05T09:00:00Z",
        ),
    },
    Case {
        name: "pagerduty_advanced.csv",
        cut: "2: the row does not have as many fields as the header (8/23)",
        wrong: (
            "2026-03-05T11:00:00+00:00",
            "2126-03-05T11:00:00+00:00",
            "2: resolved_on: “2126-03-05T11:00:00+00:00” is not between 1990 and 2100",
        ),
        gone: ("2026-03-05T09:40:00+00:00", "", "2: There is no time"),
    },
    Case {
        name: "pagerduty_basic.csv",
        cut: "3: the row does not have as many fields as the header (3/7)",
        wrong: (
            "2026-03-05T09:40:00+00:00",
            "yesterday",
            "2: Opened On: “yesterday” is not a time that can be read, such as 2026-03-05T09:00:00Z",
        ),
        gone: ("2026-03-05T09:40:00+00:00", "", "2: There is no time"),
    },
    Case {
        name: "devlake_cicd_deployment_commits.csv",
        cut: "2: the row does not have as many fields as the header (9/12)",
        wrong: (
            "SUCCESS",
            "IN_PROGRESS",
            "2: result: “IN_PROGRESS” has not ended yet",
        ),
        gone: (
            "2026-03-05T09:00:00.000+00:00",
            "1",
            "2: finished_date: “1” is not a time that can be read, such as 2026-03-05T09:00:00Z",
        ),
    },
    Case {
        name: "deployments.csv",
        cut: "3: the row does not have as many fields as the header (4/8)",
        wrong: (
            "success",
            "3",
            "2: status: “3” does not say whether it succeeded",
        ),
        gone: ("2026-03-05T09:00:00Z", "", "2: There is no time"),
    },
];

fn spoilt(case: &Case, (from, to): (&str, &str)) -> Vec<String> {
    let text = String::from_utf8(file(case.name)).expect("text");
    assert!(text.contains(from), "{} holds {from}", case.name);
    sentences(&import(
        text.replacen(from, to, 1).as_bytes(),
        &zoned("Europe/Vilnius"),
    ))
}

#[test]
fn a_file_cut_short_says_which_row_lacks_fields() {
    for case in &CASES {
        let text = String::from_utf8(file(case.name)).expect("text");
        let last = text.trim_end().rfind('\n').expect("rows");
        // Behind half of the last row.
        let cut = last + (text.trim_end().len() - last) / 2;
        let imported = import(&text.as_bytes()[..cut], &zoned("Europe/Vilnius"));
        assert_eq!(sentences(&imported), [case.cut], "{}", case.name);
    }
}

#[test]
fn a_value_of_the_wrong_type_is_named_with_line_field_and_text() {
    for case in &CASES {
        let (from, to, said) = case.wrong;
        assert_eq!(spoilt(case, (from, to)), [said], "{}", case.name);
    }
}

#[test]
fn a_missing_value_is_named_with_its_line() {
    for case in &CASES {
        let (from, to, said) = case.gone;
        assert_eq!(spoilt(case, (from, to)), [said], "{}", case.name);
    }
}

#[test]
fn a_table_whose_time_has_no_column_says_which_columns_there_are_in_both_languages() {
    let error = refused(b"who,what\na,b\n", &options());
    assert_eq!(
        refusal(&error, Lang::En),
        "file.csv: no column holds the time (finished). Columns are who, what."
    );
    assert_eq!(
        refusal(&error, Lang::Es),
        "file.csv: ninguna columna contiene la hora (finished). Las columnas son who, what."
    );
}

#[test]
fn corrections_and_zones_that_do_not_exist_are_answered_in_both_languages() {
    let mapped = |map: &str| TableOptions {
        map: vec![map.to_owned()],
        ..options()
    };
    let text = b"when,env\n2026-03-05T09:00:00Z,prod\n";
    let error = refused(text, &mapped("finished=whem"));
    assert_eq!(
        refusal(&error, Lang::En),
        "file.csv has no column “whem”. Columns are when, env."
    );
    assert_eq!(
        refusal(&error, Lang::Es),
        "file.csv no tiene la columna «whem». Las columnas son when, env."
    );
    let error = refused(text, &mapped("colour=when"));
    assert!(
        refusal(&error, Lang::En)
            .starts_with("“colour=when” names no field. Fields are finished, started,"),
        "{}",
        refusal(&error, Lang::En)
    );
    assert!(
        refusal(&error, Lang::Es)
            .starts_with("«colour=when» no nombra ningún campo. Los campos son")
    );
    let error = refused(text, &zoned("Europe/Madird"));
    assert_eq!(
        refusal(&error, Lang::En),
        "There is no time zone “Europe/Madird”."
    );
    assert_eq!(
        refusal(&error, Lang::Es),
        "No existe la zona horaria «Europe/Madird»."
    );
}
