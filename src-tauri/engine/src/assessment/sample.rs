//! The sample organisation: what a person explores before there is data of their own.
//!
//! In: the files of `assessments/sample/`, compiled in. Out: [`Sample`], teams with their files as
//! text, ready for the readers, and their answers of five quarters in one language.
//! Not here: reading the files into events (`log` and the reader of delimited files do that), and
//! putting them into a workspace (`api`).

use chrono::DateTime;
use serde::Deserialize;

use crate::assessment::answer::{Answer, AnswerState, Vote};
use crate::assessment::load::{ModelError, data_file};
use crate::assessment::model::{Lang, Text};
use crate::evidence::events::Instant;

const FILE: &str = "sample/sample.toml";

/// The sample organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Its name; fictional.
    pub organisation: String,
    /// IANA zone in which its days and weeks are counted.
    pub zone: String,
    /// The first moment after its data, a Monday 00:00 in the zone: the end of the last half-open window.
    pub data_ends: Instant,
    /// Its teams.
    pub teams: Vec<SampleTeam>,
}

/// One team: its files and its quarters.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleTeam {
    /// Folder and key, `payments`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Services; the files speak of the first.
    pub services: Vec<String>,
    /// Commit log, for `evidence::log::read`.
    pub commits: &'static str,
    /// Deployments as CSV.
    pub deployments: &'static str,
    /// Incidents as CSV.
    pub incidents: &'static str,
    /// Assessments, oldest first.
    pub quarters: Vec<SampleQuarter>,
}

/// One assessment of a team.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleQuarter {
    /// Name, `2026 Q4`.
    pub name: String,
    /// When it was begun.
    pub started: Instant,
    /// When it was finished; `None` while it is still open.
    pub finished: Option<Instant>,
    /// The question set, `quick`, `workshop` or `full`.
    pub set: String,
    /// Answers, with note, reason and owner in the language asked for.
    pub answers: Vec<Answer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleFile {
    organisation: String,
    zone: String,
    data_ends: String,
    team: Vec<TeamRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TeamRow {
    id: String,
    name: String,
    services: Vec<String>,
    quarter: Vec<QuarterRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuarterRow {
    id: String,
    name: Text,
    started: String,
    finished: Option<String>,
    set: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersOfQuarter {
    quarter: String,
    answers: Vec<AnswerRow>,
}

/// An [`Answer`] whose words stand in both languages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerRow {
    capability: String,
    state: AnswerState,
    votes: Vec<Vote>,
    reason: Option<Text>,
    owner: Option<Text>,
    note: Option<Text>,
}

/// The sample organisation, its notes in `lang`.
///
/// # Errors
/// The first thing wrong in the data, with file and field; a test holds that there is none.
pub fn sample(lang: Lang) -> Result<Sample, ModelError> {
    let file: SampleFile =
        toml::from_str(text(FILE)?).map_err(|e| wrong(FILE, "syntax", e.message()))?;
    Ok(Sample {
        data_ends: instant("data_ends", &file.data_ends)?,
        organisation: file.organisation,
        zone: file.zone,
        teams: file
            .team
            .into_iter()
            .map(|row| team(row, lang))
            .collect::<Result<_, _>>()?,
    })
}

fn team(row: TeamRow, lang: Lang) -> Result<SampleTeam, ModelError> {
    let path = |name: &str| format!("sample/{}/{name}", row.id);
    let answers_file = path("answers.json");
    let mut answers: Vec<AnswersOfQuarter> = serde_json::from_str(text(&answers_file)?)
        .map_err(|e| wrong(&answers_file, &format!("line {}", e.line()), &e.to_string()))?;
    let quarters = row.quarter.into_iter().map(|quarter| {
        let at = answers.iter().position(|a| a.quarter == quarter.id);
        let at = at.ok_or_else(|| wrong(&answers_file, &quarter.id, "has no answers"))?;
        self::quarter(quarter, answers.swap_remove(at).answers, lang)
    });
    Ok(SampleTeam {
        quarters: quarters.collect::<Result<_, _>>()?,
        commits: text(&path("commits.tsv"))?,
        deployments: text(&path("deployments.csv"))?,
        incidents: text(&path("incidents.csv"))?,
        id: row.id.clone(),
        name: row.name,
        services: row.services,
    })
}

fn quarter(
    row: QuarterRow,
    answers: Vec<AnswerRow>,
    lang: Lang,
) -> Result<SampleQuarter, ModelError> {
    let finished = row.finished.as_deref().map(|time| instant(&row.id, time));
    Ok(SampleQuarter {
        started: instant(&row.id, &row.started)?,
        finished: finished.transpose()?,
        name: row.name.get(lang).to_owned(),
        set: row.set,
        answers: answers.into_iter().map(|row| answer(row, lang)).collect(),
    })
}

fn answer(row: AnswerRow, lang: Lang) -> Answer {
    let said = |text: Option<Text>| text.map(|text| text.get(lang).to_owned());
    Answer {
        capability: row.capability,
        state: row.state,
        votes: row.votes,
        reason: said(row.reason),
        owner: said(row.owner),
        note: said(row.note),
    }
}

fn text(path: &str) -> Result<&'static str, ModelError> {
    data_file(path).ok_or_else(|| wrong(path, "file", "is missing"))
}

fn instant(field: &str, text: &str) -> Result<Instant, ModelError> {
    DateTime::parse_from_rfc3339(text)
        .map(|time| time.timestamp())
        .map_err(|_| {
            wrong(
                FILE,
                field,
                &format!("“{text}” is not a time with its zone"),
            )
        })
}

fn wrong(file: &str, field: &str, sentence: &str) -> ModelError {
    ModelError {
        file: file.into(),
        field: field.into(),
        sentence: sentence.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::load;
    use crate::evidence::log;

    const KEY: [u8; 32] = [1; 32];

    fn each_team(mut check: impl FnMut(&SampleTeam)) {
        let sample = sample(Lang::En).unwrap();
        assert_eq!(sample.teams.len(), 3);
        sample.teams.iter().for_each(&mut check);
    }

    fn column(csv: &'static str, name: &str) -> Vec<String> {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let at = reader
            .headers()
            .unwrap()
            .iter()
            .position(|h| h == name)
            .unwrap();
        reader
            .records()
            .map(|row| row.unwrap()[at].to_owned())
            .collect()
    }

    #[test]
    fn both_languages_say_the_same_answers_in_their_own_words() {
        let (english, spanish) = (sample(Lang::En).unwrap(), sample(Lang::Es).unwrap());
        let notes = |sample: &Sample| -> Vec<Answer> {
            let quarters = sample.teams.iter().flat_map(|t| &t.quarters);
            quarters.flat_map(|q| q.answers.clone()).collect()
        };
        let mut told = 0;
        for (en, es) in notes(&english).iter().zip(&notes(&spanish)) {
            assert_eq!(
                (&en.capability, en.state, &en.votes),
                (&es.capability, es.state, &es.votes)
            );
            assert_eq!(en.note.is_some(), es.note.is_some());
            assert!(en.note.is_none() || en.note != es.note);
            told += usize::from(en.note.is_some());
        }
        assert!(told >= 50, "{told} notes");
        assert_eq!(spanish.teams[0].quarters[4].name, "2026 T4");
    }

    #[test]
    fn what_people_wrote_ends_with_a_full_stop() {
        for lang in [Lang::En, Lang::Es] {
            let teams = sample(lang).unwrap().teams;
            let quarters = teams.iter().flat_map(|team| &team.quarters);
            for answer in quarters.flat_map(|quarter| &quarter.answers) {
                let texts = answer.note.iter().chain(&answer.reason);
                for text in texts {
                    assert!(text.ends_with('.'), "{text}");
                    assert!(
                        (4..=32).contains(&text.split_whitespace().count()),
                        "{text}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_quarter_answers_known_capabilities_of_its_set_once() {
        let model = load::core().unwrap();
        each_team(|team| {
            assert_eq!(team.quarters.len(), 5, "{}", team.id);
            for quarter in &team.quarters {
                let set = model.set(&quarter.set).unwrap();
                let asked: Vec<&str> = quarter
                    .answers
                    .iter()
                    .map(|a| a.capability.as_str())
                    .collect();
                let expected: Vec<&str> = set.questions.iter().map(String::as_str).collect();
                assert_eq!(
                    asked,
                    expected[..asked.len()],
                    "{} {}",
                    team.id,
                    quarter.name
                );
                let whole = asked.len() == expected.len();
                assert!(whole || quarter.finished.is_none(), "{}", quarter.name);
            }
        });
    }

    #[test]
    fn every_answer_holds_what_its_state_needs() {
        each_team(|team| {
            for answer in team.quarters.iter().flat_map(|q| &q.answers) {
                let id = (&team.id, &answer.capability);
                let (votes, reason, owner) = (
                    answer.votes.len(),
                    answer.reason.is_some(),
                    answer.owner.is_some(),
                );
                let fits = match answer.state {
                    AnswerState::Answered => votes > 0 && !reason && !owner,
                    AnswerState::Unknown => votes == 0 && !reason && !owner,
                    AnswerState::NotApplicable => votes == 0 && reason && !owner,
                    AnswerState::NotOurs => owner && !reason,
                };
                assert!(fits, "{id:?}");
                let sane = |v: &Vote| v.level <= 4 && (0.0..0.8).contains(&v.share);
                assert!(answer.votes.iter().all(sane), "{id:?}");
            }
        });
    }

    #[test]
    fn each_log_is_one_whole_history_in_order() {
        each_team(|team| {
            let imported = log::read(
                team.commits.as_bytes(),
                "commits.tsv",
                &team.services[0],
                &KEY,
            );
            let history = &imported.events.histories[0];
            assert!(imported.events.rejects.is_empty(), "{}", team.id);
            assert!(
                !history.shallow && imported.events.sources[0].notes.is_empty(),
                "{}",
                team.id
            );
            assert!((250..=550).contains(&history.commits.len()), "{}", team.id);
            let roots = history
                .commits
                .iter()
                .filter(|c| c.parents.is_empty())
                .count();
            assert_eq!(roots, 1, "{}", team.id);
            assert!(
                history.commits.iter().any(|c| c.bot) && history.commits.iter().any(|c| !c.bot)
            );
        });
    }

    #[test]
    fn every_time_lies_within_the_fifteen_months() {
        let ends = sample(Lang::En).unwrap().data_ends;
        let begins = ends - 470 * 86_400;
        each_team(|team| {
            let imported = log::read(team.commits.as_bytes(), "commits.tsv", "s", &KEY);
            for commit in &imported.events.histories[0].commits {
                assert!((begins..ends).contains(&commit.committed), "{}", team.id);
                assert!(commit.authored <= commit.committed, "{}", team.id);
            }
            let mut times = column(team.deployments, "deployed_at");
            times.extend(column(team.incidents, "started_at"));
            times.extend(column(team.incidents, "resolved_at"));
            // One time was typed in by hand, so that there is a row to refuse.
            let typed = times.iter().filter(|t| t.contains("T24:10")).count();
            assert_eq!(typed, usize::from(team.id == "tracking"));
            for time in times
                .iter()
                .filter(|t| !t.is_empty() && !t.contains("T24:10"))
            {
                assert!(
                    (begins..ends).contains(&instant("time", time).unwrap()),
                    "{time}"
                );
            }
            for quarter in &team.quarters {
                assert!(
                    (begins..ends).contains(&quarter.started),
                    "{}",
                    quarter.name
                );
            }
        });
    }

    #[test]
    fn every_deployed_revision_is_in_the_log_or_left_blank() {
        each_team(|team| {
            let unknown = column(team.deployments, "commit_sha")
                .into_iter()
                .filter(|id| {
                    !team
                        .commits
                        .lines()
                        .any(|line| line.starts_with(id.as_str()))
                })
                .count();
            assert_eq!(unknown, 0, "{}", team.id);
            let blank = column(team.deployments, "commit_sha")
                .iter()
                .filter(|id| id.is_empty())
                .count();
            assert_eq!(blank, 1, "{}", team.id);
        });
    }

    #[test]
    fn named_causes_exist_and_some_incidents_name_none_or_are_still_open() {
        let mut open = 0;
        each_team(|team| {
            let causes = column(team.incidents, "caused_by_deployment");
            let mut known = column(team.deployments, "deployment_id");
            known.extend(column(team.deployments, "version"));
            assert!(
                causes.iter().all(|c| c.is_empty() || known.contains(c)),
                "{}",
                team.id
            );
            assert!(causes.iter().any(String::is_empty), "{}", team.id);
            open += column(team.incidents, "resolved_at")
                .iter()
                .filter(|t| t.is_empty())
                .count();
        });
        assert_eq!(open, 2);
    }
}
