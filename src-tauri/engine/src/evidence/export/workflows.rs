//! What a name speaks of: a workflow that deploys, the environment it deploys to, a label that says incident.
//!
//! In: the names people gave to workflows, jobs, pipelines and labels. Out: a yes or no, an environment. These are
//! rules of thumb, so what they leave out is counted beside the source, and a pattern of the person's overrides them.

use super::names::{BEFORE, PRODUCTION};

/// Words in the name of a workflow, job or pipeline that speak of deploying.
const DEPLOYING: [&str; 14] = [
    "deploy",
    "release",
    "publish",
    "prod",
    "rollout",
    "ship",
    "promote",
    "delivery",
    "go-live",
    "golive",
    "despliegue",
    "desplegar",
    "publica",
    "entrega",
];
/// Words that name an environment only right after a word of deploying: "test and deploy" deploys to production.
const ONLY_AFTER: [&str; 8] = [
    "test",
    "testing",
    "stage",
    "int",
    "integration",
    "acceptance",
    "demo",
    "pruebas",
];
/// Small words that may stand between the two.
const BETWEEN: [&str; 6] = ["to", "on", "in", "the", "a", "en"];
/// Words of a label that say incident.
const INCIDENT: [&str; 6] = [
    "incident",
    "incidents",
    "outage",
    "postmortem",
    "incidente",
    "incidencia",
];

/// Whether a name speaks of deploying.
pub(super) fn deploying(name: &str) -> bool {
    let lower = name.to_lowercase();
    DEPLOYING.iter().any(|word| lower.contains(word))
}

/// The environment that a name of a workflow, job or pipeline speaks of, `production` when it names none.
pub(super) fn environment(name: &str) -> String {
    let joined = name
        .to_lowercase()
        .replace("pre-prod", "preprod")
        .replace("non-prod", "nonprod");
    let words: Vec<&str> = words(&joined).collect();
    if words.iter().any(|word| PRODUCTION.contains(word)) {
        return "production".to_owned();
    }
    let mut after = false;
    for word in words {
        let named = BEFORE.contains(&word) && (after || !ONLY_AFTER.contains(&word));
        if named {
            return word.to_owned();
        }
        after = deploying(word) || (after && BETWEEN.contains(&word));
    }
    "production".to_owned()
}

/// Whether a label or type says that an issue is an incident: `incident`, `outage`, `postmortem`, `sev1`, in any
/// case and beside other words (`type: incident`). `severity` alone does not: bugs have one too.
pub(super) fn incident(label: &str) -> bool {
    let lower = label.to_lowercase().replace("post-mortem", "postmortem");
    words(&lower).any(|word| INCIDENT.contains(&word)) || severity(label).is_some()
}

/// The severity a label names, `sev1`.
pub(super) fn severity(label: &str) -> Option<String> {
    let lower = label.to_lowercase();
    let named = words(&lower).any(|word| {
        let number = word.strip_prefix("sev");
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    });
    named.then(|| label.trim().chars().take(40).collect())
}

/// The last part of a repository's address in lower case, without `.git`.
fn repository(url: &str) -> String {
    let last = url.trim_end_matches('/').rsplit(['/', ':']).next();
    let last = last.unwrap_or_default().to_lowercase();
    last.trim_end_matches(".git").to_owned()
}

/// Of the revisions that a run took, each with the address of its repository, the application's: the only one, else
/// that of the repository named like the service or within the job's name. `Err` when that is not one.
pub(super) fn revision(
    taken: &[(String, String)],
    service: &str,
    job: &str,
) -> Result<Option<String>, ()> {
    let mut all: Vec<(String, &String)> = taken
        .iter()
        .map(|(url, sha)| (repository(url), sha))
        .collect();
    all.sort();
    all.dedup();
    if all.windows(2).all(|pair| pair[0].1 == pair[1].1) {
        return Ok(all.first().map(|(_, sha)| (*sha).clone()));
    }
    let of = |fits: &dyn Fn(&str) -> bool| {
        let mut found = all.iter().filter(|(name, _)| fits(name));
        found.next().filter(|_| found.next().is_none())
    };
    let (service, job) = (service.to_lowercase(), job.to_lowercase());
    let chosen =
        of(&|name| name == service).or_else(|| of(&|name| !name.is_empty() && job.contains(name)));
    chosen.map(|(_, sha)| Some((*sha).clone())).ok_or(())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_where_it_deploys_to() {
        for (name, environment_of) in [
            ("Deploy", "production"),
            ("Deploy to staging", "staging"),
            ("deploy-prod", "production"),
            ("Deploy staging and production", "production"),
            ("Test and deploy", "production"),
            ("deploy test", "test"),
            ("Deploy to the demo", "demo"),
            ("release-pre-prod", "preprod"),
            ("shop/deploy_qa", "qa"),
        ] {
            assert_eq!(environment(name), environment_of, "{name}");
        }
    }

    #[test]
    fn a_label_says_incident_or_does_not() {
        for label in ["incident", "type: Incident", "SEV-1", "sev2", "post-mortem"] {
            assert!(incident(label), "{label}");
        }
        for label in [
            "bug",
            "severity: low",
            "incidental",
            "several",
            "coincident",
        ] {
            assert!(!incident(label), "{label}");
        }
    }
}
