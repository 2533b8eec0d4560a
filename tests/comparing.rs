//! A leader sets two quarters side by side: what differs is said first, and every figure can be worked out again.

use journeys::{Person, frame, import};
use sextant_engine::api::Desk;
use sextant_engine::api::wire::{
    BaselineView, CompareView, ComparedMetric, ImportOptions, Moment, Problem, Reply, Request,
    WindowChoice,
};
use sextant_engine::assessment::moved::Motion;
use sextant_engine::dora::compare::Verdict;

fn compare(desk: &Desk, a: Option<Moment>, b: Option<Moment>) -> Result<CompareView, Problem> {
    match desk.call(Request::Compare { a, b })? {
        Reply::Compare(view) => Ok(*view),
        other => panic!("{other:?}"),
    }
}

fn sample(person: &Person) -> Desk {
    let desk = person.desk();
    let place = Some(desk.register(&person.path("team.sextant")));
    frame(
        &desk,
        Request::CreateWorkspace {
            organisation: String::new(),
            team: String::new(),
            place,
            sample: true,
        },
    );
    desk
}

fn metric<'a>(view: &'a CompareView, id: &str) -> &'a ComparedMetric {
    let found = view.metrics.iter().find(|m| m.id == id);
    found.unwrap_or_else(|| panic!("{id} in {:?}", view.metrics))
}

#[track_caller]
fn close(got: Option<f64>, want: f64, within: f64) {
    let got = got.unwrap();
    assert!((got - want).abs() <= within, "got {got}, want {want}");
}

fn baseline(desk: &Desk, request: Request) -> BaselineView {
    match desk.call(request).unwrap() {
        Reply::Baseline(view) => view,
        other => panic!("{other:?}"),
    }
}

/// Worked out outside the product, in forty lines of Python from the textbook formulas: 14 against 12 deployments in
/// twelve weeks each by the binomial (ends of Clopper and Pearson on 14 of 26, as odds), 3 of 13 against 3 of 12
/// failures by Newcombe's formula of two Wilson intervals, the p-values by summing the two distributions.
#[test]
fn the_samples_last_quarter_against_the_one_before_gives_the_textbook_figures() {
    let person = Person::default();
    let desk = sample(&person);
    baseline(
        &desk,
        window("2026-08-31", "2026-11-23", "Europe/Madrid", false),
    );
    let view = compare(&desk, None, None).unwrap();
    let names = (view.a.as_ref().unwrap(), view.b.as_ref().unwrap());
    assert_eq!(
        (names.0.name.as_str(), names.1.name.as_str()),
        ("2026 Q3", "Now")
    );
    assert_eq!(view.metrics.len(), 5);
    assert_eq!(
        view.differs,
        Vec::<String>::new(),
        "the same definitions over twelve weeks each"
    );

    let often = metric(&view, "deployment_frequency");
    let size = often.size.unwrap();
    // The later window ends on the day of the reading: it counts whole, twelve weeks like the one before.
    close(size.point, 14.0 / 12.0, 1e-9);
    close(size.low, 0.500_844, 1e-5);
    close(size.high, 2.761_219, 1e-5);
    // Two-sided, of 26 deployments at even odds: only thirteen is likelier than fourteen, 1 − C(26, 13) / 2²⁶.
    close(often.p, 1.0 - 10_400_600.0 / 67_108_864.0, 1e-9);
    assert_eq!(often.verdict, Verdict::NoEvidence);
    assert!(
        often.detectable.contains("2.6 times"),
        "{}",
        often.detectable
    );

    let failing = metric(&view, "change_fail_rate");
    let size = failing.size.unwrap();
    close(size.point, 3.0 / 13.0 - 3.0 / 12.0, 1e-9);
    close(size.low, -0.338_432, 1e-5);
    close(size.high, 0.296_700, 1e-5);
    close(failing.p, 1.0, 1e-9);
    assert!(failing.difference.contains("−2 points") && failing.difference.contains("+30"));
    assert!(
        failing.detectable.starts_with("Not even"),
        "{}",
        failing.detectable
    );

    // Holm by hand: the smallest of the p-values times how many were compared.
    let lead = metric(&view, "lead_time");
    let all: Vec<f64> = view.metrics.iter().filter_map(|m| m.p).collect();
    let least = all.iter().copied().fold(1.0, f64::min);
    close(lead.p, least, 0.0);
    close(lead.p_together, (least * all.len() as f64).min(1.0), 1e-12);
}

/// OBS1 by hand from the votes in the sample's answers, METHOD 2: six votes around 1 before (weights 7 in all), six
/// between 2 and 3 now; P(new > old) comes to 0.82. Forty were asked; one was not known on either side.
#[test]
fn capabilities_move_beyond_noise_only_where_two_distributions_part() {
    let person = Person::default();
    let desk = sample(&person);
    let view = compare(&desk, None, None).unwrap();
    let row = view
        .capabilities
        .iter()
        .find(|c| c.capability == "OBS1")
        .unwrap();
    assert_eq!(row.motion, Motion::Up);
    assert!(row.said.ends_with("82\u{a0}%"), "{}", row.said);
    close(Some(row.old), 1.125, 1e-9);
    close(Some(row.new), 2.372_222, 1e-5);
    assert_eq!((view.capabilities.len(), view.apart.len()), (38, 2));
    assert_eq!(view.comparable, "38 of 40 comparable");
    let motions: Vec<Motion> = view.capabilities.iter().map(|c| c.motion).collect();
    assert!(
        motions.is_sorted_by_key(|m| *m == Motion::Noise),
        "what moved stands first"
    );
}

#[test]
fn the_earlier_window_stands_first_whatever_was_asked_and_nothing_is_compared_with_itself() {
    let person = Person::default();
    let desk = sample(&person);
    let (first, second) = (Moment::Frozen { id: 1 }, Moment::Frozen { id: 3 });
    let one = compare(&desk, Some(first), Some(second)).unwrap();
    let other = compare(&desk, Some(second), Some(first)).unwrap();
    assert_eq!(one, other);
    assert_eq!(one.a.unwrap().moment, first);
    let refused = compare(&desk, Some(first), Some(first)).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.refused),
        ("compare-same", true)
    );
    let absent = compare(&desk, Some(first), Some(Moment::Frozen { id: 99 })).unwrap_err();
    assert_eq!(absent.code, "no-baseline");
}

fn window(from: &str, to: &str, zone: &str, include_bots: bool) -> Request {
    Request::Baseline {
        window: Some(WindowChoice {
            from: from.into(),
            to: to.into(),
            zone: zone.into(),
            include_bots,
            rules: sextant_engine::dora::baseline::Rules::default(),
        }),
    }
}

#[test]
fn what_two_baselines_define_differently_is_said_before_any_number() {
    let person = Person::default();
    let desk = sample(&person);
    baseline(&desk, window("2026-08-17", "2026-11-23", "UTC", true));
    let view = compare(&desk, Some(Moment::Frozen { id: 4 }), Some(Moment::Now)).unwrap();
    let said = view.differs.join("\n");
    for piece in ["bots", "time zones", "overlap", "84 and 98 days"] {
        assert!(said.contains(piece), "{piece} in {said}");
    }
    assert_eq!(
        metric(&view, "lead_time").verdict,
        Verdict::NotComparable,
        "bots change it"
    );
    assert_ne!(
        metric(&view, "deployment_frequency").verdict,
        Verdict::NotComparable
    );
}

#[test]
fn a_baselines_rows_carry_the_last_frozen_value_and_the_word_for_it() {
    let person = Person::default();
    let desk = sample(&person);
    let before = baseline(&desk, Request::OpenBaseline { id: 4 });
    let now = baseline(&desk, Request::Baseline { window: None });
    let compared = compare(&desk, None, None).unwrap();
    let mut seen = 0;
    for row in now.metrics.iter().filter(|m| !m.against.is_empty()) {
        let old = before.metrics.iter().find(|m| m.id == row.id).unwrap();
        assert_eq!(
            (row.last, &row.last_shown),
            (old.value.point, &old.shown),
            "{}",
            row.id
        );
        let word = &metric(&compared, &row.id).said;
        assert_eq!(row.against, format!("Against 2026 Q3: {word}"));
        seen += 1;
    }
    assert_eq!(seen, 5);
    let first = baseline(&desk, Request::OpenBaseline { id: 1 });
    assert!(
        first
            .metrics
            .iter()
            .all(|m| m.last.is_none() && m.against.is_empty())
    );
}

#[test]
fn one_baseline_alone_is_told_what_to_do_and_the_same_answers_twice_have_not_moved() {
    let person = Person::default();
    let desk = person.started();
    let empty = compare(&desk, None, None).unwrap();
    assert!(empty.a.is_none() && !empty.empty.is_empty() && empty.choices.is_empty());
    let mut text = "finished_at,environment,service,status,deployment_id\n".to_owned();
    for n in 0..24 {
        text += &format!(
            "2026-{:02}-{:02}T09:00:00Z,production,shop,success,{n}\n",
            3 + n / 4,
            1 + 7 * (n % 4)
        );
    }
    person.write("deployments.csv", &text);
    import(
        &desk,
        &person.path("deployments.csv"),
        ImportOptions::default(),
    )
    .unwrap();
    let alone = compare(&desk, None, None).unwrap();
    assert_eq!((alone.choices.len(), alone.a.is_none()), (1, true));
    let assessment = journeys::assessment(&desk);
    let answer = journeys::level("REL1", 2);
    desk.call(Request::SetAnswer { assessment, answer })
        .unwrap();
    baseline(&desk, window("2026-03-02", "2026-05-25", "UTC", false));
    desk.call(Request::Freeze {
        name: "spring".into(),
    })
    .unwrap();
    baseline(&desk, window("2026-06-01", "2026-08-24", "UTC", false));
    let view = compare(&desk, None, None).unwrap();
    assert!(
        view.notes.iter().any(|n| n.contains("same answers")),
        "{:?}",
        view.notes
    );
    assert_eq!(view.capabilities.len(), 1);
    assert_eq!(view.capabilities[0].motion, Motion::Noise);
}
