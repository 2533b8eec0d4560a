//! Headers as people and tools write them.

use super::*;

fn headers(line: &str) -> Vec<String> {
    line.split(',')
        .map(|name| name.trim_matches('"').to_owned())
        .collect()
}

fn corrected(corrections: &[String]) -> Wishes<'_> {
    Wishes {
        corrections,
        ..Wishes::default()
    }
}

fn told(line: &str) -> (SourceKind, Vec<(Field, String)>) {
    let mapping = guess(&headers(line), &Wishes::default()).expect("no corrections");
    assert!(mapping.missing.is_empty(), "{line}");
    (
        mapping.kind,
        mapping
            .fields
            .into_iter()
            .map(|mapped| (mapped.field, mapped.header))
            .collect(),
    )
}

fn holds(line: &str, kind: SourceKind, expected: &[(Field, &str)]) {
    let (guessed, fields) = told(line);
    assert_eq!(guessed, kind, "{line}");
    for (field, header) in expected {
        assert!(
            fields.contains(&(*field, (*header).to_owned())),
            "{line}: {field:?} in {fields:?}"
        );
    }
}

#[test]
fn deployments_are_known_by_their_columns() {
    let kind = SourceKind::DeploymentsCsv;
    holds(
        "deployed_at,environment,service,commit_sha,status,deployment_id,version,notes",
        kind,
        &[
            (Field::Finished, "deployed_at"),
            (Field::Revision, "commit_sha"),
            (Field::Outcome, "status"),
            (Field::Id, "deployment_id"),
            (Field::Version, "version"),
            (Field::Kind, "notes"),
        ],
    );
    holds(
        "id,result,started_date,duration_sec,cicd_deployment_id,cicd_scope_id,repo_url,environment,commit_sha,created_date,finished_date",
        kind,
        &[
            (Field::Finished, "finished_date"),
            (Field::Started, "started_date"),
            (Field::Outcome, "result"),
            (Field::Id, "id"),
        ],
    );
    holds(
        "Fecha de despliegue,Entorno,Aplicación,Versión,Estado",
        kind,
        &[
            (Field::Finished, "Fecha de despliegue"),
            (Field::Service, "Aplicación"),
            (Field::Version, "Versión"),
            (Field::Outcome, "Estado"),
        ],
    );
    holds(
        "app,env,sha,finishedAt,conclusion",
        kind,
        &[(Field::Service, "app"), (Field::Environment, "env")],
    );
}

#[test]
fn incidents_are_known_by_their_columns() {
    let kind = SourceKind::IncidentsCsv;
    holds(
        "incident_id,started_at,resolved_at,service,severity,caused_by_deployment,title",
        kind,
        &[
            (Field::Id, "incident_id"),
            (Field::CausedBy, "caused_by_deployment"),
            (Field::Resolved, "resolved_at"),
        ],
    );
    holds(
        "number,short_description,priority,state,opened_at,resolved_at,closed_at,sys_created_on,cmdb_ci,assignment_group,caused_by,business_service",
        kind,
        &[
            (Field::Started, "opened_at"),
            (Field::Resolved, "resolved_at"),
            (Field::Service, "cmdb_ci"),
            (Field::CausedBy, "caused_by"),
            (Field::Id, "number"),
        ],
    );
    holds(
        "Number,Opened,Short description,Caller,Priority,State,Category,Assignment group,Assigned to,Resolved,Closed,Updated,Caused by Change",
        kind,
        &[
            (Field::Started, "Opened"),
            (Field::Resolved, "Resolved"),
            (Field::CausedBy, "Caused by Change"),
        ],
    );
    holds(
        "Summary,Issue key,Issue id,Issue Type,Status,Priority,Created,Updated,Resolved,Fix versions,Components,Labels,Labels",
        kind,
        &[
            (Field::Id, "Issue key"),
            (Field::Started, "Created"),
            (Field::Resolved, "Resolved"),
            (Field::Service, "Components"),
        ],
    );
    holds(
        "#,Service,Opened On,Resolved On,Resolve By,Duration",
        kind,
        &[
            (Field::Started, "Opened On"),
            (Field::Resolved, "Resolved On"),
        ],
    );
    holds(
        "Incidente,Inicio,Resuelto,Servicio,Gravedad,Causado por",
        kind,
        &[
            (Field::Severity, "Gravedad"),
            (Field::CausedBy, "Causado por"),
        ],
    );
}

#[test]
fn a_person_has_the_last_word() {
    let headers = headers("When,What,Deployed at");
    let corrections = ["finished=When".to_owned(), "deployment_id=what".to_owned()];
    let mapping = guess(&headers, &corrected(&corrections)).expect("both are there");
    let fields: Vec<(Field, u32)> = mapping
        .fields
        .iter()
        .map(|mapped| (mapped.field, mapped.column))
        .collect();
    assert_eq!(fields, [(Field::Finished, 0), (Field::Id, 1)]);
}

#[test]
fn a_wrong_column_is_named_with_those_there_are() {
    let headers = headers("When,What");
    let error =
        guess(&headers, &corrected(&["finished=Wen".to_owned()])).expect_err("no such column");
    assert_eq!(
        error.to_string(),
        "there is no column \"Wen\"; columns are When, What"
    );
    let error =
        guess(&headers, &corrected(&["colour=When".to_owned()])).expect_err("no such field");
    assert!(
        error
            .to_string()
            .starts_with("\"colour=When\" is not field=column; fields are finished, started")
    );
}

#[test]
fn a_field_that_is_said_to_have_no_column_is_not_guessed_again() {
    let headers: Vec<String> = ["deployed_at", "service", "commit_sha"]
        .map(str::to_owned)
        .into();
    let mapping = guess(&headers, &corrected(&["revision=".to_owned()])).unwrap();
    assert!(mapping.fields.iter().all(|m| m.field != Field::Revision));
    let without = guess(&headers, &corrected(&["finished=".to_owned()])).unwrap();
    assert_eq!(without.missing, [Field::Finished]);
}

#[test]
fn the_names_that_are_compiled_in_are_read_and_every_known_export_proves_itself() {
    let names = columns::columns().expect("compiled in");
    assert_eq!(names.of(SourceKind::IncidentsCsv).field.len(), 7);
    assert_eq!(names.of(SourceKind::DeploymentsCsv).field.len(), 13);
    for preset in columns::presets().expect("compiled in") {
        for spelling in 0..2 {
            // A header of the first, or of the second, spelling of each column.
            let pick = |names: &Vec<String>| names.get(spelling).or(names.first()).cloned();
            let entries = preset.fields.iter().map(|entry| &entry.names);
            let header: Vec<String> = preset
                .proof
                .iter()
                .chain(entries)
                .filter_map(pick)
                .collect();
            let mapping = guess(&header, &Wishes::default()).expect("no corrections");
            assert_eq!(mapping.format.as_ref(), Some(&preset.id), "{header:?}");
            assert!(mapping.missing.is_empty(), "{header:?}");
        }
    }
}

#[test]
fn wrong_data_is_named_with_its_file_its_field_and_what_is_wrong() {
    let columns = |text: &str| columns::columns_from(text).expect_err("wrong").to_string();
    let incidents = "[incidents]\nspeak = []\n[[incidents.field]]\nfield = \"started\"\nnames = [\"started\"]\n";
    let deployments = |names: &str| format!("{incidents}[deployments]\nspeak = []\n{names}");
    assert_eq!(
        columns(&deployments("field = []")),
        "evidence/columns.toml: deployments.finished: is missing: every row needs its time"
    );
    assert_eq!(
        columns(&deployments(
            "[[deployments.field]]\nfield = \"finished\"\nnames = [\"Deployed at\"]"
        )),
        "evidence/columns.toml: deployments.finished: \"Deployed at\" is compared as \"deployed_at\": write it so"
    );
    assert_eq!(
        columns(&deployments(
            "[[deployments.field]]\nfield = \"finished\"\nnames = [\"end\", \"end\"]"
        )),
        "evidence/columns.toml: deployments.finished: \"end\" stands twice"
    );
    let unknown = columns(&deployments(
        "[[deployments.field]]\nfield = \"colour\"\nnames = [\"end\"]",
    ));
    assert!(
        unknown.starts_with("evidence/columns.toml: line 9: unknown variant `colour`"),
        "{unknown}"
    );
    let presets = |text: &str| columns::presets_from(text).expect_err("wrong").to_string();
    let preset = |columns: &str| {
        format!(
            "[[preset]]\nid = \"x\"\nholds = \"incidents\"\nproof = [[\"a\"], [\"b\"]]\n[preset.columns]\n{columns}"
        )
    };
    assert_eq!(
        presets(&preset("id = [\"a\"]")),
        "evidence/presets.toml: x.columns.started: is missing: every row needs its time"
    );
    let typo = presets(&preset("startd = [\"a\"]"));
    assert!(
        typo.starts_with("evidence/presets.toml: x.columns.startd: unknown variant `startd`"),
        "{typo}"
    );
}
