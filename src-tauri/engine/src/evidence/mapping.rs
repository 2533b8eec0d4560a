//! Which column means what, and whether a table holds deployments or incidents.
//!
//! In: header names. Out: a guess with what speaks for it, and the corrections a person makes as
//! `field=column`. Names are compared without case, accents and punctuation, in English, Spanish and
//! the spelling of common exports. Cells are not looked at here.

use super::events::SourceKind;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Field {
    /// Id in its source.
    Id,
    /// Attempt, from 1.
    Attempt,
    /// The service.
    Service,
    /// Where to.
    Environment,
    /// Commit id.
    Revision,
    /// Version or tag.
    Version,
    /// Start of a deployment, or of an incident's impact.
    Started,
    /// End of a deployment.
    Finished,
    /// How it ended.
    Outcome,
    /// Whether the source calls it a rollback.
    Rollback,
    /// Whether the source calls it a hotfix.
    Hotfix,
    /// A word that may say rollback or hotfix.
    Kind,
    /// Change or ticket number.
    Change,
    /// When an incident was noticed.
    Detected,
    /// End of an incident.
    Resolved,
    /// How bad it was.
    Severity,
    /// The deployment, revision, version or change an incident names.
    CausedBy,
}

/// A field and the column it is read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Mapped {
    /// What it means.
    pub field: Field,
    /// Position of the column, from 0.
    pub column: u32,
    /// The column's name in the file.
    pub header: String,
}

/// Which column means what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Mapping {
    /// Deployments or incidents.
    pub kind: SourceKind,
    /// Column names that decided it.
    pub because: Vec<String>,
    /// One entry for each field that has a column.
    pub fields: Vec<Mapped>,
    /// Fields that must have a column and have none.
    pub missing: Vec<Field>,
}

/// A correction that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MapError {
    /// Not of the form `field=column`, or no such field.
    #[error("\"{given}\" is not field=column; fields are {fields}")]
    NoSuchField {
        /// What was given.
        given: String,
        /// The fields of this kind of table, with commas.
        fields: String,
    },
    /// No such column.
    #[error("there is no column \"{column}\"; columns are {columns}")]
    NoSuchColumn {
        /// What was given.
        column: String,
        /// The columns there are, with commas.
        columns: String,
    },
}

type Names = (Field, &'static [&'static str]);

/// Header names of deployments, the surest first.
const DEPLOYMENTS: [Names; 13] = [
    (
        Field::Finished,
        &[
            "finished",
            "finished_at",
            "finished_date",
            "finished_on",
            "finish_time",
            "finishtime",
            "deployed_at",
            "deployed_on",
            "deployed",
            "deployedat",
            "deployment_time",
            "deployment_date",
            "deploy_time",
            "deploy_date",
            "completed_at",
            "completed_on",
            "completed_time",
            "completedtime",
            "completetime",
            "completed",
            "ended_at",
            "end_time",
            "endtime",
            "end_date",
            "end",
            "stopped_at",
            "work_end",
            "released_at",
            "published_at",
            "fecha_de_despliegue",
            "fecha_despliegue",
            "desplegado_el",
            "desplegado_en",
            "desplegado",
            "fecha_fin",
            "fecha_de_fin",
            "finalizado_el",
            "finalizado",
            "fin",
            "terminado",
            "timestamp",
            "datetime",
            "time",
            "date",
            "fecha_y_hora",
            "fecha_hora",
            "fecha",
            "hora",
            "updated_at",
            "last_update_time",
            "created_at",
            "createdat",
            "created_date",
            "created_on",
            "created",
            "started_at",
            "start_time",
        ],
    ),
    (
        Field::Started,
        &[
            "started",
            "started_at",
            "startedat",
            "started_date",
            "started_on",
            "start_time",
            "starttime",
            "start_date",
            "start",
            "work_start",
            "fecha_inicio",
            "fecha_de_inicio",
            "iniciado_el",
            "iniciado",
            "inicio",
            "comienzo",
        ],
    ),
    (
        Field::Environment,
        &[
            "environment",
            "env",
            "environment_name",
            "environmentname",
            "target_environment",
            "stage",
            "target",
            "entorno",
            "ambiente",
        ],
    ),
    (
        Field::Service,
        &[
            "service",
            "service_name",
            "app",
            "app_name",
            "application",
            "application_name",
            "applicationname",
            "component",
            "project",
            "project_name",
            "projectname",
            "repository",
            "repo",
            "repo_name",
            "servicio",
            "aplicacion",
            "componente",
            "proyecto",
            "sistema",
            "repositorio",
        ],
    ),
    (
        Field::Revision,
        &[
            "revision",
            "commit_sha",
            "commitsha",
            "sha",
            "commit",
            "commit_id",
            "commitid",
            "commit_hash",
            "git_sha",
            "git_commit",
            "head_sha",
            "headsha",
            "source_version",
            "sourceversion",
            "resolved_source_version",
            "commit_ref",
            "hash",
            "vcs_revision",
            "revision_id",
            "sha_del_commit",
        ],
    ),
    (
        Field::Version,
        &[
            "version",
            "release_version",
            "releaseversion",
            "tag",
            "tag_name",
            "tagname",
            "release",
            "version_label",
            "label",
            "build_number",
            "buildnumber",
            "etiqueta",
            "entrega",
        ],
    ),
    (
        Field::Outcome,
        &[
            "outcome",
            "result",
            "status",
            "state",
            "conclusion",
            "deployment_status",
            "task_state",
            "taskstate",
            "build_status",
            "success",
            "succeeded",
            "resultado",
            "estado",
            "exito",
        ],
    ),
    (
        Field::Id,
        &[
            "id",
            "deployment_id",
            "deploymentid",
            "deploy_id",
            "run_id",
            "database_id",
            "databaseid",
            "build_id",
            "execution_id",
            "cicd_deployment_id",
            "pipeline_id",
            "job_id",
            "deployment",
            "number",
            "id_despliegue",
            "id_de_despliegue",
            "identificador",
            "numero",
        ],
    ),
    (
        Field::Attempt,
        &["attempt", "run_attempt", "try", "intento"],
    ),
    (
        Field::Rollback,
        &[
            "rollback",
            "is_rollback",
            "rolled_back",
            "es_reversion",
            "reversion",
        ],
    ),
    (
        Field::Hotfix,
        &["hotfix", "is_hotfix", "correccion_urgente", "urgente"],
    ),
    (
        Field::Kind,
        &[
            "kind",
            "type",
            "deployment_type",
            "execution_type",
            "action",
            "notes",
            "note",
            "description",
            "tipo",
            "notas",
            "descripcion",
        ],
    ),
    (
        Field::Change,
        &[
            "change",
            "change_number",
            "change_id",
            "change_request",
            "ticket",
            "issue_key",
            "cambio",
            "numero_de_cambio",
        ],
    ),
];

/// Header names of incidents, the surest first.
const INCIDENTS: [Names; 7] = [
    (
        Field::Started,
        &[
            "started",
            "started_at",
            "startedat",
            "start_time",
            "starttime",
            "start_date",
            "start",
            "impact_start",
            "impact_started_at",
            "impact_start_date",
            "impactstartdate",
            "began_at",
            "triggered_at",
            "opened_at",
            "opened_on",
            "opened",
            "created_on",
            "created_at",
            "createdat",
            "created_date",
            "created",
            "sys_created_on",
            "fecha_inicio",
            "fecha_de_inicio",
            "inicio",
            "fecha_apertura",
            "fecha_de_apertura",
            "apertura",
            "abierto_el",
            "abierto",
            "creado_el",
            "creado",
            "creada",
            "timestamp",
            "date",
            "fecha",
        ],
    ),
    (
        Field::Resolved,
        &[
            "resolved",
            "resolved_at",
            "resolvedat",
            "resolved_on",
            "resolved_date",
            "resolution_date",
            "resolutiondate",
            "restored_at",
            "recovered_at",
            "mitigated_at",
            "impact_end",
            "impact_end_date",
            "impactenddate",
            "ended_at",
            "end_time",
            "endtime",
            "end",
            "finished_at",
            "closed_at",
            "closedat",
            "closed_on",
            "closed",
            "fecha_fin",
            "fecha_de_fin",
            "fin",
            "fecha_resolucion",
            "fecha_de_resolucion",
            "resuelto_el",
            "resuelto",
            "resuelta",
            "resolucion",
            "fecha_cierre",
            "fecha_de_cierre",
            "cierre",
            "cerrado",
        ],
    ),
    (
        Field::Detected,
        &[
            "detected",
            "detected_at",
            "detected_on",
            "acknowledged_at",
            "noticed_at",
            "reported_at",
            "fecha_deteccion",
            "fecha_de_deteccion",
            "detectado_el",
            "detectado",
            "deteccion",
        ],
    ),
    (
        Field::Service,
        &[
            "service",
            "service_name",
            "affected_service",
            "cmdb_ci",
            "business_service",
            "app",
            "application",
            "component",
            "components",
            "system",
            "servicio",
            "servicio_afectado",
            "aplicacion",
            "componente",
            "componentes",
            "sistema",
        ],
    ),
    (
        Field::Severity,
        &[
            "severity",
            "sev",
            "priority",
            "urgency",
            "impact",
            "severidad",
            "gravedad",
            "prioridad",
            "urgencia",
            "impacto",
        ],
    ),
    (
        Field::CausedBy,
        &[
            "caused_by",
            "caused_by_deployment",
            "caused_by_change",
            "caused_by_revision",
            "caused_by_sha",
            "causing_deployment",
            "cause",
            "deployment_id",
            "deployment",
            "related_deployment",
            "related_change",
            "change",
            "change_number",
            "commit_sha",
            "causado_por",
            "causa",
            "despliegue_causante",
            "cambio_causante",
            "despliegue",
            "cambio",
        ],
    ),
    (
        Field::Id,
        &[
            "id",
            "incident_id",
            "incidentid",
            "issue_key",
            "issuekey",
            "key",
            "number",
            "incident_number",
            "incident",
            "issue_id",
            "ticket",
            "id_incidente",
            "id_de_incidente",
            "incidente",
            "clave",
            "numero",
            "identificador",
        ],
    ),
];

/// Names that only a table of deployments has.
const SPEAK_DEPLOYMENT: &[&str] = &[
    "deploy",
    "environment",
    "env",
    "entorno",
    "ambiente",
    "commit",
    "sha",
    "revision",
    "version",
    "release",
    "tag",
    "rollback",
    "hotfix",
    "desplieg",
    "desplegado",
    "attempt",
    "conclusion",
    "build",
];
/// Names that only a table of incidents has.
const SPEAK_INCIDENT: &[&str] = &[
    "incident",
    "resolved",
    "resolution",
    "severity",
    "sev",
    "severidad",
    "gravedad",
    "caused_by",
    "causado",
    "urgency",
    "priority",
    "prioridad",
    "opened",
    "detected",
    "acknowledge",
    "escalation",
    "resuelt",
    "apertura",
    "assignment_group",
    "issue",
];

/// The fields of a kind of table.
#[must_use]
pub fn fields(kind: SourceKind) -> Vec<Field> {
    names(kind).iter().map(|(field, _)| *field).collect()
}

/// Guesses what the columns mean.
///
/// # Errors
/// A [`MapError`] for a correction (`field=column`) that names no field or no column.
pub fn guess(
    headers: &[String],
    kind: Option<SourceKind>,
    corrections: &[String],
) -> Result<Mapping, MapError> {
    let plain: Vec<String> = headers.iter().map(|header| plain(header)).collect();
    let (guessed, because) = kind_of(headers, &plain);
    let kind = kind.unwrap_or(guessed);
    let mut columns: Vec<(Field, usize)> = Vec::new();
    for correction in corrections {
        let (field, column) = correct(correction, kind, headers, &plain)?;
        columns.retain(|(known, _)| *known != field);
        columns.push((field, column));
    }
    for (field, known) in names(kind) {
        let mapped = columns.iter().any(|(mapped, _)| mapped == field);
        let taken = |at: &usize| columns.iter().any(|(_, column)| column == at);
        let found = known.iter().find_map(|name| {
            plain
                .iter()
                .position(|header| header == name)
                .filter(|at| !taken(at))
        });
        if let Some(column) = found.filter(|_| !mapped) {
            columns.push((*field, column));
        }
    }
    Ok(mapping(kind, because, headers, &columns))
}

fn mapping(
    kind: SourceKind,
    because: Vec<String>,
    headers: &[String],
    columns: &[(Field, usize)],
) -> Mapping {
    let needed = if kind == SourceKind::IncidentsCsv {
        Field::Started
    } else {
        Field::Finished
    };
    let read = |(field, column): &(Field, usize)| *field == needed && *column != NO_COLUMN;
    let missing = if columns.iter().any(read) {
        Vec::new()
    } else {
        vec![needed]
    };
    let fields = columns
        .iter()
        .filter_map(|(field, column)| {
            let header = headers.get(*column)?.clone();
            Some(Mapped {
                field: *field,
                column: u32::try_from(*column).ok()?,
                header,
            })
        })
        .collect();
    Mapping {
        kind,
        because,
        fields,
        missing,
    }
}

fn names(kind: SourceKind) -> &'static [Names] {
    if kind == SourceKind::IncidentsCsv {
        &INCIDENTS
    } else {
        &DEPLOYMENTS
    }
}

/// More names that speak for one kind; deployments if they are even.
fn kind_of(headers: &[String], plain: &[String]) -> (SourceKind, Vec<String>) {
    let speak = |words: &[&str]| -> Vec<String> {
        let says = |name: &str| {
            words.iter().any(|word| {
                name == *word
                    || name.starts_with(&format!("{word}_"))
                    || (word.len() > 3 && name.contains(word))
            })
        };
        headers
            .iter()
            .zip(plain)
            .filter(|(_, name)| says(name))
            .map(|(header, _)| header.clone())
            .collect()
    };
    let (deployment, incident) = (speak(SPEAK_DEPLOYMENT), speak(SPEAK_INCIDENT));
    if incident.len() > deployment.len() {
        (SourceKind::IncidentsCsv, incident)
    } else {
        (SourceKind::DeploymentsCsv, deployment)
    }
}

/// The column of a field that a person says has none, `field=`.
const NO_COLUMN: usize = usize::MAX;

fn correct(
    given: &str,
    kind: SourceKind,
    headers: &[String],
    simple: &[String],
) -> Result<(Field, usize), MapError> {
    let no_field = || MapError::NoSuchField {
        given: given.to_owned(),
        fields: said(kind),
    };
    let (field, column) = given.split_once('=').ok_or_else(no_field)?;
    let wanted = plain(field);
    let known = names(kind);
    let field = known
        .iter()
        .find(|(field, _)| name(*field) == wanted)
        .or_else(|| {
            known
                .iter()
                .find(|(_, names)| names.contains(&wanted.as_str()))
        })
        .map(|(field, _)| *field)
        .ok_or_else(no_field)?;
    let column = column.trim();
    if column.is_empty() {
        return Ok((field, NO_COLUMN));
    }
    headers
        .iter()
        .position(|header| header == column)
        .or_else(|| simple.iter().position(|header| *header == plain(column)))
        .map(|at| (field, at))
        .ok_or_else(|| MapError::NoSuchColumn {
            column: column.to_owned(),
            columns: headers.join(", "),
        })
}

fn said(kind: SourceKind) -> String {
    fields(kind)
        .into_iter()
        .map(name)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The field's name in `field=column`.
#[must_use]
pub fn name(field: Field) -> &'static str {
    match field {
        Field::Id => "id",
        Field::Attempt => "attempt",
        Field::Service => "service",
        Field::Environment => "environment",
        Field::Revision => "revision",
        Field::Version => "version",
        Field::Started => "started",
        Field::Finished => "finished",
        Field::Outcome => "outcome",
        Field::Rollback => "rollback",
        Field::Hotfix => "hotfix",
        Field::Kind => "kind",
        Field::Change => "change",
        Field::Detected => "detected",
        Field::Resolved => "resolved",
        Field::Severity => "severity",
        Field::CausedBy => "caused_by",
    }
}

/// Lower case, without accents, with `_` for everything between words (`finishedAt` is two words).
#[must_use]
pub fn plain(header: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for written in header.trim().chars() {
        if before.is_lowercase() && written.is_uppercase() {
            out.push('_');
        }
        before = written;
        let letter = unaccented(written.to_lowercase().next().unwrap_or(written));
        if letter.is_alphanumeric() {
            out.push(letter);
        } else if !out.ends_with('_') && !out.is_empty() {
            out.push('_');
        }
    }
    out.trim_end_matches('_').to_owned()
}

/// The letter without the accents of Spanish.
#[must_use]
pub fn unaccented(letter: char) -> char {
    match letter {
        'á' | 'à' => 'a',
        'é' | 'è' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(line: &str) -> Vec<String> {
        line.split(',')
            .map(|name| name.trim_matches('"').to_owned())
            .collect()
    }

    fn told(line: &str) -> (SourceKind, Vec<(Field, String)>) {
        let mapping = guess(&headers(line), None, &[]).expect("no corrections");
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
        let mapping = guess(&headers, None, &corrections).expect("both are there");
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
            guess(&headers, None, &["finished=Wen".to_owned()]).expect_err("no such column");
        assert_eq!(
            error.to_string(),
            "there is no column \"Wen\"; columns are When, What"
        );
        let error = guess(&headers, None, &["colour=When".to_owned()]).expect_err("no such field");
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
        let mapping = guess(&headers, None, &["revision=".to_owned()]).unwrap();
        assert!(mapping.fields.iter().all(|m| m.field != Field::Revision));
        let without = guess(&headers, None, &["finished=".to_owned()]).unwrap();
        assert_eq!(without.missing, [Field::Finished]);
    }
}
