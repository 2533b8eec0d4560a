//! Opening: what is recent, what is open elsewhere, what is no workspace at all.

use journeys::{Person, frame};
use sextant_engine::api::Desk;
use sextant_engine::api::wire::{Home, Reply, Request};

fn home(desk: &Desk) -> Home {
    match desk.call(Request::Home).unwrap() {
        Reply::Home(home) => home,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_workspace_is_on_the_recent_list_until_it_is_forgotten_and_the_file_stays() {
    let person = Person::default();
    drop(person.started());
    let desk = person.desk();
    let recent = home(&desk).recent;
    assert_eq!(recent.len(), 1);
    assert_eq!(
        (recent[0].file.as_str(), recent[0].missing),
        ("team.sextant", false)
    );
    let handle = recent[0].handle.clone();
    assert!(!handle.contains("sextant"), "a handle tells no path");
    let opened = frame(
        &desk,
        Request::OpenWorkspace {
            handle: handle.clone(),
        },
    );
    assert_eq!(opened.organisation, "Acme");
    desk.call(Request::ForgetRecent { handle }).unwrap();
    assert!(home(&desk).recent.is_empty());
    assert!(person.path("team.sextant").exists());
}

#[test]
fn a_workspace_open_at_another_desk_can_be_read_and_not_written() {
    let person = Person::default();
    let first = person.started();
    let second = person.desk();
    let handle = second.register(&person.path("team.sextant"));
    let seen = frame(&second, Request::OpenWorkspace { handle });
    assert!(!seen.read_only.is_empty());
    let (team, name) = (seen.team, "till".to_owned());
    let problem = second.call(Request::AddService { team, name }).unwrap_err();
    assert!(problem.refused, "{problem:?}");
    drop(first);
}

#[test]
fn the_sample_is_marked_as_fiction_and_has_everything() {
    let person = Person::default();
    let desk = person.desk();
    let place = Some(desk.register(&person.path("sample.sextant")));
    let made = frame(
        &desk,
        Request::CreateWorkspace {
            organisation: String::new(),
            team: String::new(),
            place,
            sample: true,
        },
    );
    assert!(made.sample && made.teams.len() >= 3, "{made:?}");
    let Reply::Plan(plan) = desk.call(Request::Plan).unwrap() else {
        panic!("a plan was asked for");
    };
    assert!(plan.empty.is_empty() && !plan.waves[0].items.is_empty());
    let Reply::Baselines(frozen) = desk.call(Request::Baselines).unwrap() else {
        panic!("baselines were asked for");
    };
    assert!(!frozen.is_empty(), "earlier quarters are frozen");
}
