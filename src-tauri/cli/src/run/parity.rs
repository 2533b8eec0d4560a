//! Every request of the wire can be made from the terminal by a command of its own.
//!
//! The table is a `match` without a wildcard: a new request does not compile until it has its command.

use std::collections::BTreeSet;

use sextant_engine::api::wire::{CorrectionAsk, PlanSettings, Request, Subject};
use sextant_engine::assessment::answer::{Answer, AnswerState};
use sextant_engine::assessment::model::Lang;
use sextant_engine::words::Words;

use crate::usage;

/// What one types to have this request made.
fn typed(request: &Request) -> &'static str {
    match request {
        Request::Home => "recent",
        Request::SetSettings { .. } => "settings theme=dark",
        Request::CreateWorkspace { .. } => "init --sample -w a.sextant --organisation A --team B",
        Request::OpenWorkspace { .. } => "-w a.sextant team list",
        // Each run closes what it opened.
        Request::CloseWorkspace => "team list",
        Request::ForgetRecent { .. } => "recent --forget a.sextant",
        Request::Frame => "team list",
        Request::Select { .. } => "team use A 2026",
        Request::AddTeam { .. } => "team add A",
        Request::AddService { .. } => "service add shop",
        Request::StartAssessment { .. } => "assess start quick --name Q4",
        Request::Questions { .. } => "assess list --open",
        Request::SetAnswer { .. } => "answer INT2 2 --share 0.3 --confidence show --note n",
        Request::ClearAnswer { .. } => "answer INT2 clear",
        Request::Undo { .. } => "assess undo",
        Request::Redo { .. } => "assess redo",
        Request::SetPosition { .. } => "assess go INT2",
        Request::SetMark { .. } => "assess mark INT2 --off",
        Request::Score { .. } => "score",
        Request::Evidence => "evidence",
        Request::Preview { .. } => "import a.csv --preview --as incidents --map finished=at",
        Request::Import { .. } => {
            "import a.csv b.git --service shop --tags v* --paths a/** --zone UTC"
        }
        // It says aloud what it is about to import.
        Request::Look { .. } => "import folder --as github_runs --only Deploy* --sheet S",
        Request::ImportMany { .. } => "import folder - --service shop --rename api=shop",
        Request::Ways => "import --formats",
        // An import waits for its job and tells its progress; Ctrl-C ends it and nothing of it stays.
        Request::Job { .. } | Request::CancelJob { .. } => "import a.csv",
        Request::RemoveSource { .. } => "evidence --remove 1",
        Request::SaveRejects { .. } => "evidence --rejects 1 --out rejects.csv",
        Request::Scan { .. } => "scan a.git --service shop",
        Request::Baseline { .. } => "baseline --from 2026-01-01 --to 2026-02-01 --include-bots",
        Request::Freeze { .. } => "baseline --freeze Q4",
        Request::Baselines => "baseline list",
        Request::OpenBaseline { .. } => "baseline show 1",
        Request::Compare { .. } => "compare Q3 now",
        Request::Deployment { .. } => "baseline deployment v1.4.0 --frozen 1",
        // Linking, unlinking and marking are one request.
        Request::Correct { .. } => "baseline link I7 v1.4.0 --reason seen",
        Request::TakeBack { .. } => "baseline take-back 1 --reason mistaken",
        Request::SetBands { .. } => "baseline bands lead_time=4 change_fail_rate=5",
        Request::SetBenchmarks { .. } => "baseline beside --year 2024 --industry energy --size 2_9",
        Request::Plan => "plan",
        Request::SetPlanSettings { .. } => {
            "plan --target-lead-time 2d --target-frequency 2 --target-fail-rate 0.1 \
             --target-recovery 4h --people 6 --improvement-share 0.15 --risk-share 0.3 --pain LT=4"
        }
        Request::Why { .. } => "why step REL1 2",
        Request::ReportPreview { .. } => "report",
        Request::SaveReport { .. } => "report --out plan.pdf --author A --lang es",
        Request::Check => "check",
    }
}

/// The commands whose work is no request of the wire, or any of them.
const BESIDE: [&str; 6] = ["measure", "answers", "backup", "restore", "serve", "call"];

fn every_request() -> Vec<Request> {
    let mut all = of_people();
    all.extend(of_data());
    all
}

/// About the file, teams and answers.
fn of_people() -> Vec<Request> {
    let name = || "x".to_owned();
    let answer = Answer {
        capability: name(),
        state: AnswerState::Unknown,
        votes: vec![],
        reason: None,
        owner: None,
        note: None,
    };
    let assessment = 1;
    vec![
        Request::Home,
        Request::SetSettings {
            settings: Default::default(),
        },
        Request::CreateWorkspace {
            organisation: name(),
            team: name(),
            place: None,
            sample: true,
        },
        Request::OpenWorkspace { handle: name() },
        Request::CloseWorkspace,
        Request::ForgetRecent { handle: name() },
        Request::Frame,
        Request::Select {
            team: 1,
            assessment: None,
        },
        Request::AddTeam { name: name() },
        Request::AddService {
            team: 1,
            name: name(),
        },
        Request::StartAssessment {
            set: name(),
            name: name(),
        },
        Request::Questions { assessment },
        Request::SetAnswer { assessment, answer },
        Request::ClearAnswer {
            assessment,
            capability: name(),
        },
        Request::Undo { assessment },
        Request::Redo { assessment },
        Request::SetPosition {
            assessment,
            capability: name(),
        },
        Request::SetMark {
            assessment,
            capability: name(),
            marked: true,
        },
        Request::Score { assessment },
    ]
}

/// About sources, baselines, the plan and the report.
fn of_data() -> Vec<Request> {
    let name = || "x".to_owned();
    vec![
        Request::Evidence,
        Request::Preview {
            handle: name(),
            options: Default::default(),
            service: None,
        },
        Request::Import {
            handle: name(),
            service: name(),
            options: Default::default(),
        },
        Request::Look {
            handles: vec![name()],
            options: Default::default(),
        },
        Request::ImportMany { files: vec![] },
        Request::Ways,
        Request::Job { id: 1 },
        Request::CancelJob { id: 1 },
        Request::RemoveSource { source: 1 },
        Request::SaveRejects {
            source: 1,
            place: name(),
        },
        Request::Scan {
            handle: name(),
            service: name(),
        },
        Request::Baseline { window: None },
        Request::Freeze { name: name() },
        Request::Baselines,
        Request::OpenBaseline { id: 1 },
        Request::Compare { a: None, b: None },
        Request::Deployment {
            key: name(),
            frozen: None,
        },
        Request::Correct {
            correction: CorrectionAsk::Unlink {
                incident: name(),
                reason: name(),
            },
        },
        Request::TakeBack {
            id: 1,
            reason: name(),
        },
        Request::SetBands {
            bands: Default::default(),
        },
        Request::SetBenchmarks {
            settings: Default::default(),
        },
        Request::Plan,
        Request::SetPlanSettings {
            settings: PlanSettings {
                targets: Default::default(),
                people: 6.0,
                improvement_share: 0.15,
                risk_share: 0.15,
                pain_points: Default::default(),
            },
        },
        Request::Why {
            subject: Subject::Metric { id: name() },
        },
        Request::ReportPreview {
            options: Default::default(),
        },
        Request::SaveReport {
            place: None,
            options: Default::default(),
        },
        Request::Check,
    ]
}

#[test]
fn what_the_table_says_to_type_can_be_typed() {
    let tree = usage::command(&Words::new(Lang::En));
    for request in every_request() {
        let line = format!("sextant {}", typed(&request));
        let parsed = tree.clone().try_get_matches_from(line.split_whitespace());
        assert!(parsed.is_ok(), "{line}: {}", parsed.unwrap_err());
    }
}

#[test]
fn every_command_stands_in_the_table_or_is_named_as_needing_no_request() {
    let lines: Vec<_> = every_request().iter().map(typed).collect();
    let tree = usage::command(&Words::new(Lang::En));
    for command in tree.get_subcommands() {
        let name = command.get_name();
        let known = lines.iter().any(|l| l.split(' ').any(|w| w == name)) || BESIDE.contains(&name);
        assert!(known, "{name} makes no request of the table");
    }
}

/// The screens' own list of requests, which a test of the wire keeps fresh.
const WIRE: &str = include_str!("../../../../ui/src/bindings/Request.ts");

#[test]
fn the_table_is_tried_with_every_request_of_the_wire() {
    let name = |r: &Request| serde_json::to_value(r).unwrap()["do"].to_string();
    let tried: BTreeSet<_> = every_request().iter().map(name).collect();
    let missing: Vec<_> = WIRE
        .split("\"do\": ")
        .skip(1)
        .filter_map(|rest| rest.split([',', ' ', '}']).next())
        .filter(|request| !tried.contains(*request))
        .collect();
    assert!(missing.is_empty(), "not tried: {missing:?}");
    assert_eq!(tried.len(), WIRE.matches("\"do\": ").count());
}
