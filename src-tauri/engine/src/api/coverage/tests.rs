//! Silences, the line of time, and what the title says of what is missing.

use super::{figure, line, silences, times, title};
use crate::assessment::model::Lang;
use crate::dora;
use crate::dora::baseline::Scope;
use crate::evidence::events::{Deployment, Events, Incident, Origin, Outcome, Source, SourceKind};
use crate::words::Words;

const DAY: i64 = 86_400;

#[test]
fn a_silence_is_told_when_it_is_long_for_that_source() {
    // Daily for ten days, then nothing for five weeks, then daily again: usual is one day, the silence 35.
    let mut times: Vec<i64> = (0..10).map(|day| day * DAY).collect();
    times.extend((44..54).map(|day| day * DAY));
    assert_eq!(silences(&times), [(9 * DAY, 44 * DAY)]);
}

#[test]
fn a_source_that_is_always_slow_is_not_silent_and_few_events_say_nothing() {
    let monthly: Vec<i64> = (0..12).map(|month| month * 30 * DAY).collect();
    assert_eq!(silences(&monthly), []);
    assert_eq!(silences(&[0, DAY, 300 * DAY]), []);
    // Hourly with one quiet weekend: far longer than usual, and still no more than a weekend.
    let mut hourly: Vec<i64> = (0..20).map(|hour| hour * 3600).collect();
    hourly.push(19 * 3600 + 3 * DAY);
    hourly.extend((1..5).map(|hour| (19 + hour) * 3600 + 3 * DAY));
    assert_eq!(silences(&hourly), []);
}

/// Monday 2 March 2026, midnight UTC.
const START: i64 = 1_772_409_600;

fn scope() -> Scope {
    Scope {
        services: vec![],
        environments: vec![],
        from: START,
        to: START + 84 * DAY,
        zone: "UTC".into(),
        include_bots: false,
        seed: 1,
        corrections: vec![],
        rules: crate::dora::baseline::Rules::default(),
    }
}

fn source(name: &str, kind: SourceKind, days: (i64, i64)) -> Source {
    Source {
        name: name.into(),
        kind,
        records: 1,
        accepted: 1,
        rejected: 0,
        first: Some(START + days.0 * DAY),
        last: Some(START + days.1 * DAY),
        sha256: String::new(),
        settings: vec![],
        notes: vec![],
    }
}

fn deployment(day: i64, outcome: Outcome) -> Deployment {
    Deployment {
        source_id: format!("d{day}"),
        attempt: 1,
        service: "shop".into(),
        environment: "production".into(),
        revision: Some(format!("{day:040x}")),
        label: None,
        started: None,
        finished: START + day * DAY,
        outcome,
        rollback: false,
        hotfix: false,
        time_is_lower_bound: false,
        change_number: None,
        origin: Origin {
            source: 0,
            line: u32::try_from(day).unwrap(),
        },
    }
}

fn incident(day: i64) -> Incident {
    Incident {
        source_id: format!("i{day}"),
        service: Some("shop".into()),
        started: START + day * DAY,
        detected: None,
        resolved: None,
        severity: None,
        caused_by: None,
        origin: Origin { source: 1, line: 2 },
    }
}

/// The title and the figure of the first source, for deployments every week with that outcome.
fn told(outcome: Outcome, incidents: Vec<Incident>) -> (String, String, String) {
    let words = Words::new(Lang::En);
    let mut sources = vec![source("d.csv", SourceKind::DeploymentsCsv, (1, 71))];
    if !incidents.is_empty() {
        sources.push(source("i.csv", SourceKind::IncidentsCsv, (1, 71)));
    }
    let events = Events {
        sources: sources.clone(),
        deployments: (0..11)
            .map(|week| deployment(1 + 7 * week, outcome))
            .collect(),
        incidents,
        ..Events::default()
    };
    let b = dora::measure(&events, &scope());
    let all: Vec<&Source> = sources.iter().collect();
    let said = title(&all, &vec![false; all.len()], &events, &b, &words);
    let one = figure(&sources[0], 0, &events, &b, &words);
    (said, one.share, one.of)
}

#[test]
fn the_title_says_what_hurts_most_and_no_share_is_made_of_nothing() {
    let (said, share, of) = told(Outcome::Success, vec![]);
    assert_eq!(
        said,
        "One source tells of 11 deployments; without a git history there is no lead time"
    );
    assert_eq!(
        (share.as_str(), of.as_str()),
        ("–", "no repository here to look in")
    );
    let (said, ..) = told(Outcome::Unknown, vec![incident(2)]);
    assert_eq!(
        said,
        "Two sources tell of 11 deployments; how 11 of 11 deployments ended is not known"
    );
}

#[test]
fn a_source_without_deployments_says_so() {
    let words = Words::new(Lang::En);
    let sources = [source("i.csv", SourceKind::IncidentsCsv, (90, 95))];
    let mut events = Events {
        sources: sources.to_vec(),
        incidents: vec![incident(90)],
        ..Events::default()
    };
    events.incidents[0].origin.source = 0;
    let b = dora::measure(&events, &scope());
    let said = title(&[&sources[0]], &[false], &events, &b, &words);
    assert_eq!(
        said,
        "One source was read; without deployments nothing can be measured"
    );
    let one = figure(&sources[0], 0, &events, &b, &words);
    assert_eq!(one.share, "–");
    assert_eq!(one.of, "no incident in the measured weeks");
}

#[test]
fn the_line_holds_the_window_and_at_most_half_of_it_around() {
    let words = Words::new(Lang::En);
    let old = source("old.git", SourceKind::GitRepository, (-3000, 50));
    let shown = line(&[&old], &scope(), &words).unwrap();
    // 84 days are measured: 42 before them are shown, and nothing after.
    assert_eq!((shown.from, shown.to), (START - 42 * DAY, START + 84 * DAY));
    // 2 March 2026 is the Monday of week 10; the window's last day is Sunday 24 May, week 21.
    assert_eq!(
        shown.window_text,
        ("W10, 2 Mar".into(), "W21, 24 May".into())
    );
    let new = source("new.csv", SourceKind::DeploymentsCsv, (10, 20));
    let shown = line(&[&new], &scope(), &words).unwrap();
    assert_eq!((shown.from, shown.to), (START, START + 84 * DAY));
}

#[test]
fn months_without_an_incident_are_no_gap() {
    let days = || (0..10).chain(200..210);
    let events = Events {
        deployments: days()
            .map(|day| deployment(day, Outcome::Success))
            .collect(),
        incidents: days().map(incident).collect(),
        ..Events::default()
    };
    let gap = [(START + 9 * DAY, START + 200 * DAY)];
    assert_eq!(silences(&times(0, &events)), gap, "of deployments");
    assert_eq!(silences(&times(1, &events)), [], "of incidents");
}
