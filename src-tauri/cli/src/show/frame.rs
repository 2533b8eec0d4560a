//! The recent workspaces, and what is around every command: organisation, team, stations.

use sextant_engine::api::wire::{Frame, Home, Named, Station, StationState};
use sextant_engine::words::Words;
use sextant_engine::words::said::Arg;

use super::page::{Page, row};

/// The recent workspaces and the settings.
pub(crate) fn home(words: &Words, view: &Home) -> String {
    let mut page = if view.recent.is_empty() {
        Page::titled(&words.plain("cli-recent-none"))
    } else {
        Page::titled(&words.plain("cli-recent"))
    };
    let rows: Vec<_> = view
        .recent
        .iter()
        .map(|w| {
            let state = if w.missing {
                words.plain("cli-missing")
            } else {
                w.summary.clone()
            };
            row([&w.organisation, &w.file, &state])
        })
        .collect();
    page.table(&rows, &[]);
    let settings = &view.settings;
    let switch = if settings.single_keys { "on" } else { "off" };
    page.gap().table(
        &[
            row(["lang", tag(words)]),
            row(["theme", &settings.theme]),
            row(["single-keys", switch]),
        ],
        &[],
    );
    page.done()
}

fn tag(words: &Words) -> &'static str {
    match words.lang {
        sextant_engine::assessment::model::Lang::En => "en",
        sextant_engine::assessment::model::Lang::Es => "es",
    }
}

/// Where a workspace stands.
pub(crate) fn frame(words: &Words, view: &Frame) -> String {
    let team = view.teams.iter().find(|t| t.id == view.team);
    let title = team.map_or_else(
        || view.organisation.clone(),
        |t| format!("{} · {}", view.organisation, t.name),
    );
    let mut page = Page::titled(&title);
    if view.sample {
        page.prose(&words.plain("cli-sample"));
    }
    page.prose(&view.read_only);
    let rows: Vec<_> = view.stations.iter().map(|s| station(words, s)).collect();
    page.gap().table(&rows, &[]);
    page.list(&words.plain("cli-services"), &list(&view.services));
    page.list(&words.plain("cli-assessments"), &list(&view.assessments));
    if view.assessments.is_empty() {
        page.heading(&words.plain("cli-sets"));
        let sets: Vec<_> = view
            .sets
            .iter()
            .map(|s| {
                let size = words.say(
                    "cli-set-size",
                    &[
                        ("questions", Arg::Count(s.questions)),
                        ("minutes", Arg::Count(s.minutes)),
                    ],
                );
                row([&s.id, &s.title, &size])
            })
            .collect();
        page.table(&sets, &[]);
    }
    page.done()
}

fn station(words: &Words, station: &Station) -> Vec<String> {
    let state = match station.state {
        StationState::Empty => "cli-station-empty",
        StationState::Part => "cli-station-part",
        StationState::Done => "cli-station-done",
        StationState::Attention => "cli-station-attention",
    };
    let name = words.plain(&format!("cli-station-{}", station.id));
    vec![name, words.plain(state), station.note.clone()]
}

fn list(names: &[Named]) -> Vec<String> {
    names.iter().map(|n| n.name.clone()).collect()
}

/// Names, one per line: for a person and for a pipe.
pub(crate) fn names(names: &[Named]) -> String {
    list(names).iter().map(|n| format!("{n}\n")).collect()
}
