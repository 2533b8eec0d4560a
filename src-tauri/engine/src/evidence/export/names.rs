//! What a name says about an environment, and what a text says about a commit.
//!
//! In: names that people give to stacks, stages, deployment groups, clusters and pipelines: `shop-prod`,
//! `StagingStack`, `Deploy`. Out: the environment in it and what is left of it. Tools that have environments of their
//! own need none of this.

use crate::evidence::table::words;

/// Words for environments that users do not meet.
pub(super) const BEFORE: [&str; 26] = [
    "dev",
    "develop",
    "development",
    "test",
    "testing",
    "tst",
    "qa",
    "uat",
    "acceptance",
    "stage",
    "staging",
    "stg",
    "preprod",
    "preproduction",
    "preproduccion",
    "nonprod",
    "sandbox",
    "sbx",
    "int",
    "integration",
    "beta",
    "gamma",
    "demo",
    "preview",
    "pruebas",
    "desarrollo",
];
/// Words for the environment that users meet.
pub(super) const PRODUCTION: [&str; 5] = ["production", "prod", "prd", "live", "produccion"];

/// A name, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// The environment it speaks of; production when it speaks of none.
    pub(super) environment: String,
    /// What is left without the word for the environment; the whole name when there is no such word.
    pub(super) rest: String,
    /// It does speak of one.
    pub(super) said: bool,
}

/// Takes a name apart: `shop-prod` is `shop` in production, `StagingStack` is `Stack` in staging.
pub(super) fn named(name: &str) -> Named {
    let words = split(name);
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let before = |at: usize, word: &str| at > 0 && lower[at - 1] == word;
    let production = lower.iter().position(|w| PRODUCTION.contains(&w.as_str()));
    let (at, environment, long) = match production {
        Some(at) if before(at, "pre") => (at - 1, "preprod".to_owned(), 2),
        Some(at) if before(at, "non") => (at - 1, "nonprod".to_owned(), 2),
        Some(at) => (at, "production".to_owned(), 1),
        None => match lower.iter().position(|w| BEFORE.contains(&w.as_str())) {
            Some(at) => (at, lower[at].clone(), 1),
            None => {
                return Named {
                    environment: "production".to_owned(),
                    rest: name.trim().to_owned(),
                    said: false,
                };
            }
        },
    };
    let kept = |place: &usize| !(at..at + long).contains(place);
    let rest: Vec<&str> = (0..words.len()).filter(kept).map(|i| words[i]).collect();
    Named {
        environment,
        rest: rest.join("-"),
        said: true,
    }
}

/// The environment that a tool names as one: production in its spellings, others in lower case.
pub(super) fn environment(name: &str) -> String {
    words::environment(name)
}

/// Words between signs, and before a capital after a small letter.
fn split(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for part in name.split(|letter: char| !letter.is_alphanumeric()) {
        let mut from = 0;
        let mut small = false;
        for (at, letter) in part.char_indices() {
            if letter.is_uppercase() && small {
                words.push(&part[from..at]);
                from = at;
            }
            small = letter.is_lowercase();
        }
        words.push(&part[from..]);
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The whole commit id that a text is, in lower case; `None` for branches, versions of objects and the like.
pub(super) fn commit(text: &str) -> Option<String> {
    let text = text.trim();
    let whole = text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    whole.then(|| text.to_ascii_lowercase())
}

/// The whole commit id that stands by itself in a text, `shop/7a6b….zip`.
pub(super) fn commit_in(text: &str) -> Option<String> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric())
        .find_map(commit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_its_environment_and_the_rest() {
        let cases = [
            ("shop-prod", "production", "shop", true),
            ("Prod", "production", "", true),
            ("Deploy to prod", "production", "Deploy-to", true),
            ("StagingStack", "staging", "Stack", true),
            ("shop-pre-prod", "preprod", "shop", true),
            ("NonProdShop", "nonprod", "Shop", true),
            (
                "Test and deploy to live",
                "production",
                "Test-and-deploy-to",
                true,
            ),
            ("Deploy", "production", "Deploy", false),
            ("shop-product-api", "production", "shop-product-api", false),
            ("", "production", "", false),
        ];
        for (name, environment, rest, said) in cases {
            let expected = Named {
                environment: environment.to_owned(),
                rest: rest.to_owned(),
                said,
            };
            assert_eq!(named(name), expected, "{name}");
        }
    }

    #[test]
    fn only_whole_commit_ids_are_commits() {
        let id = "7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b";
        assert_eq!(commit(&id.to_uppercase()).as_deref(), Some(id));
        assert_eq!(commit("7a6b5c4d"), None);
        assert_eq!(commit("yP0.Qd3o1s8v2mZrTtLrWm5c2UoGk0hA"), None);
        assert_eq!(commit_in(&format!("shop/{id}.zip")).as_deref(), Some(id));
        assert_eq!(commit_in("shop/BuildArtif/xYz12ab"), None);
    }
}
