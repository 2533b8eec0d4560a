//! Words of exports for how a deployment ended, and for yes and no.
//!
//! English, Spanish and the states of common tools, compared without case, accents and punctuation.
//! A deployment *rolled back* did not stay and counts as failed; one that *is a rollback* succeeded.

use crate::evidence::events::Outcome;
use crate::evidence::mapping;

/// What a word says of a deployment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// It ended so.
    Ended(Outcome),
    /// It succeeded, and is itself a rollback.
    Rollback,
    /// It was undone afterwards.
    RolledBack,
    /// It has not ended.
    Unfinished,
    /// The word is not known.
    Unknown,
}

const SUCCESS: &[&str] = &[
    "success",
    "succeeded",
    "successful",
    "successfully",
    "successful_issues",
    "successful_with_issues",
    "ok",
    "okay",
    "passed",
    "pass",
    "done",
    "completed",
    "complete",
    "finished",
    "deployed",
    "released",
    "green",
    "true",
    "yes",
    "1",
    "active",
    "inactive",
    "healthy",
    "ready",
    "fixed",
    "live",
    "current",
    "exito",
    "exitoso",
    "exitosa",
    "correcto",
    "correcta",
    "completado",
    "completada",
    "desplegado",
    "desplegada",
    "finalizado",
    "finalizada",
    "satisfactorio",
    "satisfactoria",
    "hecho",
    "si",
    "verdadero",
    "aprobado",
    "update_complete",
    "create_complete",
];
const FAILURE: &[&str] = &[
    "failed",
    "failure",
    "fail",
    "failing",
    "error",
    "errored",
    "fault",
    "faulted",
    "timed_out",
    "timeout",
    "timedout",
    "broken",
    "red",
    "false",
    "no",
    "0",
    "terminal",
    "degraded",
    "startup_failure",
    "unsuccessful",
    "crashed",
    "rollback_failed",
    "fallo",
    "fallido",
    "fallida",
    "fallado",
    "error_de_despliegue",
    "con_errores",
    "falso",
    "incorrecto",
    "roto",
];
/// It ran through and part of it was not well: whether users have it, the word does not say. Neither a success nor a
/// failure, as in the tools' own JSON.
const IN_PART: &[&str] = &[
    "unstable",
    "partiallysucceeded",
    "partially_succeeded",
    "partial_success",
];
const CANCELLED: &[&str] = &[
    "cancelled",
    "canceled",
    "aborted",
    "abandoned",
    "skipped",
    "stopped",
    "superseded",
    "not_built",
    "rejected",
    "stale",
    "cancelado",
    "cancelada",
    "anulado",
    "abortado",
    "abortada",
    "omitido",
    "omitida",
    "detenido",
    "detenida",
    "rechazado",
];
const ROLLBACK: &[&str] = &["rollback", "roll_back", "rollback_to", "reversion"];
const ROLLED_BACK: &[&str] = &[
    "rolled_back",
    "rolledback",
    "reverted",
    "revertido",
    "revertida",
    "rollback_successful",
    "rollback_complete",
    "update_rollback_complete",
    "rollback_in_progress",
];
const UNFINISHED: &[&str] = &[
    "running",
    "in_progress",
    "inprogress",
    "pending",
    "queued",
    "waiting",
    "created",
    "started",
    "scheduled",
    "requested",
    "on_hold",
    "blocked",
    "building",
    "deploying",
    "not_started",
    "action_required",
    "en_curso",
    "en_progreso",
    "pendiente",
    "en_cola",
    "esperando",
    "iniciado",
    "programado",
];

/// What a status says.
#[must_use]
pub fn outcome(text: &str) -> Said {
    let word = mapping::plain(text);
    let is = |words: &[&str]| words.contains(&word.as_str());
    if is(SUCCESS) {
        Said::Ended(Outcome::Success)
    } else if is(FAILURE) {
        Said::Ended(Outcome::Failure)
    } else if is(IN_PART) {
        Said::Ended(Outcome::Unknown)
    } else if is(CANCELLED) {
        Said::Ended(Outcome::Cancelled)
    } else if is(ROLLBACK) {
        Said::Rollback
    } else if is(ROLLED_BACK) {
        Said::RolledBack
    } else if is(UNFINISHED) {
        Said::Unfinished
    } else {
        Said::Unknown
    }
}

/// Whether a cell says yes.
#[must_use]
pub fn yes(text: &str) -> bool {
    matches!(
        mapping::plain(text).as_str(),
        "true" | "yes" | "y" | "1" | "si" | "s" | "x" | "verdadero" | "rollback" | "hotfix"
    )
}

/// Whether a kind or a note begins by calling the deployment a rollback.
#[must_use]
pub fn is_rollback(text: &str) -> bool {
    starts(
        text,
        &[
            "rollback",
            "roll_back",
            "manualrollback",
            "automatedrollback",
            "reversion",
        ],
    )
}

/// Whether a kind or a note begins by calling the deployment a hotfix.
#[must_use]
pub fn is_hotfix(text: &str) -> bool {
    starts(text, &["hotfix", "hot_fix", "correccion_urgente"])
}

fn starts(text: &str, words: &[&str]) -> bool {
    let text = mapping::plain(text);
    words.iter().any(|word| {
        text.strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    })
}

/// `production` in the spellings people use; everything else in lower case.
#[must_use]
pub fn environment(text: &str) -> String {
    match mapping::plain(text).as_str() {
        "" | "production" | "prod" | "prd" | "live" | "produccion" => "production".to_owned(),
        _ => text.trim().to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_tools_are_known() {
        for text in [
            "success",
            "SUCCEEDED",
            "Ok",
            "Éxito",
            "completado",
            "Deployed",
            "1",
        ] {
            assert_eq!(outcome(text), Said::Ended(Outcome::Success), "{text}");
        }
        for text in ["FAILURE", "timed_out", "Timed out", "fallido", "error"] {
            assert_eq!(outcome(text), Said::Ended(Outcome::Failure), "{text}");
        }
        for text in ["UNSTABLE", "partiallySucceeded", "Partially succeeded"] {
            assert_eq!(outcome(text), Said::Ended(Outcome::Unknown), "{text}");
        }
        for text in [
            "cancelled",
            "Canceled",
            "ABORTED",
            "cancelado",
            "Superseded",
        ] {
            assert_eq!(outcome(text), Said::Ended(Outcome::Cancelled), "{text}");
        }
        assert_eq!(
            (outcome("rolled back"), outcome("Rollback")),
            (Said::RolledBack, Said::Rollback)
        );
        assert_eq!(
            (outcome("In Progress"), outcome("perhaps")),
            (Said::Unfinished, Said::Unknown)
        );
    }

    #[test]
    fn a_note_is_a_rollback_only_if_it_begins_so() {
        assert!(
            is_rollback("Rollback to v40") && is_rollback("rollback") && is_rollback("ROLLBACK")
        );
        assert!(!is_rollback("no rollback needed") && !is_rollback("rollbacks are tested"));
        assert!(is_hotfix("hotfix: checkout"));
    }
}
