//! The plan screen: needs, waves, items explained in words from their numbers, and what is not in.

use std::collections::BTreeMap;

use super::fault::{Done, Fault};
use super::open::Open;
use super::wire::{ItemView, NeedView, PlanSettings, PlanView, ReasonRow, WaveView};
use crate::assessment::answer::Answer;
use crate::assessment::model::{Control, Model};
use crate::assessment::profile::Profile;
use crate::dora::bands::{self, Bands};
use crate::dora::baseline::{Baseline, MetricId, Status};
use crate::evidence::events::Instant;
use crate::plan::types::{Item, NotNow, Plan, PlanInput, Wave};
use crate::plan::{self};
use crate::words::said::Arg;
use crate::words::{Words, format};

/// Draws behind each stability (METHOD 7 item 10).
pub(crate) const DRAWS: usize = 400;
const WORKING_DAYS: f64 = 5.0;

/// Everything a plan is made from and the plan itself.
pub(crate) struct Made {
    pub(crate) answers: Vec<Answer>,
    pub(crate) profile: Profile,
    pub(crate) baseline: Option<Baseline>,
    pub(crate) settings: PlanSettings,
    pub(crate) input: PlanInput,
    pub(crate) plan: Plan,
    /// Metrics of the needs that stand in by the team's own word.
    pub(crate) reported: Vec<MetricId>,
}

/// Makes the plan of the selected team and assessment.
pub(crate) fn make(open: &mut Open, now: Instant) -> Done<Made> {
    let team = open.team()?;
    let assessment = open.chosen_assessment()?;
    let answers = open.answers(assessment.as_ref())?;
    let baseline = if open.store.sources(team)?.is_empty() {
        None
    } else {
        Some(open.baseline(team, now)?)
    };
    let profile = open.profile(team, &answers, assessment.as_ref())?;
    let settings = open.plan_settings(team)?;
    let bands = open.bands(team)?;
    let input = input(baseline.as_ref(), &settings, &bands);
    let plan = open.planned(&profile, &input);
    Ok(Made {
        reported: reported(baseline.as_ref(), &bands),
        answers,
        profile,
        baseline,
        settings,
        input,
        plan,
    })
}

pub(crate) fn view(open: &mut Open, words: &Words, now: Instant) -> Done<PlanView> {
    let made = make(open, now)?;
    let words = &words.in_zone(&open.zone()?);
    let answered = made
        .profile
        .capabilities
        .iter()
        .filter(|c| c.votes > 0)
        .count();
    Ok(PlanView {
        title: title(&made, open.model, words),
        needs: needs(&made.plan.needs, words),
        waves: waves(&made, open.model, words, now),
        find_out: made
            .plan
            .find_out
            .iter()
            .map(|f| {
                let args = [("share", Arg::Share(f.gap_probability))];
                let asked = made
                    .profile
                    .capability(&f.capability)
                    .is_some_and(|c| c.votes > 0);
                let id = if asked {
                    "plan-find-out"
                } else {
                    "plan-find-out-unasked"
                };
                reason_row(open.model, words, &f.capability, f.to, words.say(id, &args))
            })
            .collect(),
        not_now: made
            .plan
            .not_now
            .iter()
            .map(|n| {
                reason_row(
                    open.model,
                    words,
                    &n.capability,
                    n.to,
                    reason(n, open.model, words),
                )
            })
            .collect(),
        capacity: capacity(&made.settings, words),
        footing: footing(&made, words),
        settings: made.settings,
        empty: if answered == 0 {
            words.plain("plan-empty")
        } else {
            String::new()
        },
    })
}

/// Remembers the settings, after looking at them.
pub(crate) fn set(open: &mut Open, settings: &PlanSettings, now: Instant) -> Done<()> {
    open.writable()?;
    let t = &settings.targets;
    let positive = [
        t.lead_time_s,
        t.deployments_per_week,
        t.recovery_time_s,
        settings.people,
    ];
    let shares = [
        settings.improvement_share,
        settings.risk_share,
        t.change_fail_rate,
    ];
    let points: f64 = settings.pain_points.values().sum();
    let good = positive.iter().all(|x| x.is_finite() && *x > 0.0)
        && shares.iter().all(|x| (0.0..=1.0).contains(x))
        && settings.risk_share <= 0.8
        && t.change_fail_rate < 0.6
        && settings
            .pain_points
            .values()
            .all(|x| (0.0..=10.0).contains(x))
        && points <= 10.0;
    if !good {
        return Err(Fault::refused("plan-settings", &[]));
    }
    let team = open.team()?;
    open.write(&format!("plan.{team}"), settings, now)
}

/// The measured value of a metric.
fn measured(baseline: Option<&Baseline>, id: MetricId) -> Option<f64> {
    let metric = baseline?.metric(id)?;
    (metric.status == Status::Measured).then_some(metric.value.point)?
}

/// The headline clock where it was measured.
fn lead_time(baseline: Option<&Baseline>) -> Option<f64> {
    measured(baseline, baseline?.headline)
}

/// Metrics of the needs without data for which the team chose a band: measured data wins over it.
fn reported(baseline: Option<&Baseline>, bands: &Bands) -> Vec<MetricId> {
    let known = |id: &MetricId| match id {
        MetricId::LeadTime => lead_time(baseline),
        other => measured(baseline, *other),
    };
    let chosen = bands.keys().filter(|id| known(id).is_none());
    chosen.copied().collect()
}

/// Metrics where measured, the middle of a self-reported band elsewhere, pain points where there is neither.
/// Measured stages: what landed waits in `d`. Where pull requests tell review apart, what passes before is `a`, and
/// review is spread evenly over `r` and `m`, for nothing here tells approval; else all three share evenly.
pub(crate) fn input(
    baseline: Option<&Baseline>,
    settings: &PlanSettings,
    bands: &Bands,
) -> PlanInput {
    let middle = |id: MetricId| bands::middle(id, *bands.get(&id)?);
    let point = |id: MetricId| measured(baseline, id).or_else(|| middle(id));
    let stages = baseline.and_then(|b| b.stages).map(|s| {
        let (author, each) = match s.review {
            Some(review) => (s.before_landing - review, review / 2.0),
            None => (s.before_landing / 3.0, s.before_landing / 3.0),
        };
        [
            ("a", author),
            ("r", each),
            ("m", each),
            ("d", s.after_landing),
        ]
        .map(|(k, v)| (k.to_owned(), v))
        .into()
    });
    let days = settings.people * WORKING_DAYS * settings.improvement_share;
    PlanInput {
        lead_time_s: lead_time(baseline).or_else(|| middle(MetricId::LeadTime)),
        deployments_per_week: point(MetricId::DeploymentFrequency),
        change_fail_rate: point(MetricId::ChangeFailRate),
        recovery_time_s: point(MetricId::RecoveryTime),
        pain_points: settings.pain_points.clone(),
        targets: settings.targets,
        capacity_days: Some(plan::waves::WAVES.map(|(_, weeks, _)| days * f64::from(weeks))),
        stage_shares: stages,
        risk_share: Some(settings.risk_share),
        ..PlanInput::default()
    }
}

fn percent(share: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..100"
    )]
    let whole = (share * 100.0).round().clamp(0.0, 100.0) as u32;
    whole
}

pub(crate) fn needs(shares: &BTreeMap<String, f64>, words: &Words) -> Vec<NeedView> {
    let mut all: Vec<NeedView> = shares
        .iter()
        .map(|(id, share)| NeedView {
            id: id.clone(),
            name: words.plain(&format!("need-{id}")),
            percent: percent(*share),
            share: *share,
        })
        .collect();
    all.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.id.cmp(&b.id)));
    all
}

fn title(made: &Made, model: &Model, words: &Words) -> String {
    let Some(first) = made.plan.waves.first().and_then(|w| w.items.first()) else {
        return words.plain("plan-title-none");
    };
    let args = [
        ("step", Arg::Text(name(model, &first.capability, words))),
        ("serves", Arg::Share(first.relevance)),
        ("stays", Arg::Share(first.stability.unwrap_or(0.0))),
    ];
    words.say(
        if first.stability.is_some() {
            "plan-title"
        } else {
            "plan-title-no-draws"
        },
        &args,
    )
}

pub(crate) fn name(model: &Model, id: &str, words: &Words) -> String {
    model
        .capability(id)
        .map(|c| c.title.get(words.lang).to_owned())
        .unwrap_or_default()
}

fn waves(made: &Made, model: &Model, words: &Words, now: Instant) -> Vec<WaveView> {
    let mut end = now;
    made.plan
        .waves
        .iter()
        .map(|w| {
            end += i64::from(w.weeks) * 604_800;
            WaveView {
                id: w.name.clone(),
                name: words.plain(&format!("wave-{}", w.name)),
                footing: wave_footing(w, end, words),
                items: w
                    .items
                    .iter()
                    .filter_map(|i| item(i, made, model, words))
                    .collect(),
            }
        })
        .collect()
}

fn wave_footing(w: &Wave, end: Instant, words: &Words) -> String {
    let args = [
        ("weeks", Arg::Count(w.weeks)),
        ("end", Arg::Date(end)),
        ("used", Arg::Number(w.used_days)),
        ("capacity", Arg::Number(w.capacity_days)),
    ];
    words.say("plan-wave", &args)
}

pub(crate) fn control_id(control: Control) -> &'static str {
    match control {
        Control::Team => "control-team",
        Control::OtherTeam => "control-other-team",
        Control::Organisation => "control-organisation",
    }
}

fn item(i: &Item, made: &Made, model: &Model, words: &Words) -> Option<ItemView> {
    let c = model.capability(&i.capability)?;
    let step = c.steps.iter().find(|s| s.to == i.to)?;
    let text = |t: &crate::assessment::model::Text| t.get(words.lang).to_owned();
    let actions = if words.lang == crate::assessment::model::Lang::Es {
        &step.first_actions.es
    } else {
        &step.first_actions.en
    };
    let floor = made
        .plan
        .floors
        .iter()
        .find(|f| plan::FLOORS.contains(&(f.as_str(), i.capability.as_str())) && i.to == 1);
    Some(ItemView {
        capability: i.capability.clone(),
        title: text(&c.title),
        step: text(&step.title),
        from: i.from,
        to: i.to,
        rank: if i.rank.0 == i.rank.1 {
            i.rank.0.to_string()
        } else {
            format!("{}–{}", i.rank.0, i.rank.1)
        },
        needs: needs(&i.needs, words),
        serves: percent(i.relevance),
        effort: words.say("days-short", &[("n", Arg::Number(i.effort_days))]),
        stays: i
            .stability
            .map(|s| format::share(words.lang, s))
            .unwrap_or_default(),
        control: words.plain(control_id(c.control)),
        why: why(i, made, model, words),
        benefit: text(&c.benefit),
        statement: c
            .levels
            .get(usize::from(i.to))
            .map(|l| text(&l.statement))
            .unwrap_or_default(),
        done_when: text(&step.done_when),
        first_actions: actions.clone(),
        aws: step
            .aws
            .iter()
            .map(|a| (a.service.clone(), text(&a.how)))
            .collect(),
        no_aws: step.no_aws.as_ref().map(text).unwrap_or_default(),
        alternative: text(&step.alternative),
        watch: text(&step.watch),
        fails_when: text(&step.fails_when),
        floor: floor
            .map(|f| words.plain(&format!("floor-{}", f.replace('_', "-"))))
            .unwrap_or_default(),
    })
}

/// Why an item stands where it stands, in words from its numbers.
pub(crate) fn why(i: &Item, made: &Made, model: &Model, words: &Words) -> String {
    let served = needs(&i.needs, words);
    let top: Vec<String> = served
        .iter()
        .filter(|n| n.share >= 0.15)
        .take(2)
        .map(|n| format!("{} ({} %)", n.name, n.percent))
        .collect();
    let mut text = vec![words.say(
        "why-serves",
        &[
            ("share", Arg::Share(i.relevance)),
            ("needs", Arg::Text(list(&top, words))),
        ],
    )];
    if let Some(score) = made
        .profile
        .capability(&i.capability)
        .filter(|s| s.votes > 0)
    {
        let args = [
            ("from", Arg::Count(u32::from(i.from))),
            ("votes", Arg::Count(score.votes)),
            ("gap", Arg::Share(i.gap_probability)),
            ("to", Arg::Count(u32::from(i.to))),
        ];
        text.push(words.say("why-gap", &args));
        if let Some(ceiling) = score.ceiling {
            text.push(words.say("why-ceiling", &[("level", Arg::Count(u32::from(ceiling)))]));
        }
    }
    let opened: Vec<String> = i
        .unblocks
        .iter()
        .filter(|(c, _)| *c != i.capability)
        .take(3)
        .map(|(c, l)| format!("{} ({l})", name(model, c, words)))
        .collect();
    if !opened.is_empty() {
        let more = i
            .unblocks
            .iter()
            .filter(|(c, _)| *c != i.capability)
            .count();
        text.push(words.say(
            "why-unblocks",
            &[
                ("n", Arg::Count(u32::try_from(more).unwrap_or(0))),
                ("steps", Arg::Text(list(&opened, words))),
            ],
        ));
    }
    let control = model
        .capability(&i.capability)
        .map(|c| words.plain(control_id(c.control)))
        .unwrap_or_default();
    text.push(words.say(
        "why-effort",
        &[
            ("days", Arg::Number(i.effort_days)),
            ("control", Arg::Text(control)),
        ],
    ));
    text.join(" ")
}

/// "a, b and c".
pub(crate) fn list(items: &[String], words: &Words) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => words.say(
            "list-and",
            &[
                ("head", Arg::Text(head.join(", "))),
                ("last", Arg::Text(last.clone())),
            ],
        ),
    }
}

fn reason_row(model: &Model, words: &Words, capability: &str, to: u8, reason: String) -> ReasonRow {
    ReasonRow {
        capability: capability.into(),
        title: name(model, capability, words),
        to,
        reason,
    }
}

pub(crate) fn reason(n: &NotNow, model: &Model, words: &Words) -> String {
    let needed = n
        .prerequisite
        .as_ref()
        .map(|(c, l)| (name(model, c, words), c.clone(), *l))
        .unwrap_or_default();
    let args = [
        ("title", Arg::Text(needed.0)),
        ("id", Arg::Text(needed.1)),
        ("level", Arg::Count(u32::from(needed.2))),
    ];
    words.say(&format!("not-now-{}", n.reason.replace('_', "-")), &args)
}

fn capacity(s: &PlanSettings, words: &Words) -> String {
    let days =
        |weeks: u32| Arg::Number(s.people * WORKING_DAYS * s.improvement_share * f64::from(weeks));
    let args = [
        ("people", Arg::Number(s.people)),
        ("share", Arg::Share(s.improvement_share)),
        ("now", days(plan::waves::WAVES[0].1)),
        ("next", days(plan::waves::WAVES[1].1)),
        ("later", days(plan::waves::WAVES[2].1)),
    ];
    words.say("plan-capacity", &args)
}

fn footing(made: &Made, words: &Words) -> String {
    let known = [
        made.input.lead_time_s,
        made.input.deployments_per_week,
        made.input.change_fail_rate,
        made.input.recovery_time_s,
    ];
    let said = u32::try_from(made.reported.len()).unwrap_or(0);
    let known = u32::try_from(known.iter().flatten().count()).unwrap_or(0);
    let measured = known.saturating_sub(said);
    let felt = made.settings.pain_points.values().any(|p| *p > 0.0);
    let id = match (measured, felt) {
        (0, false) => "plan-footing-nothing",
        (0, true) => "plan-footing-felt",
        _ => "plan-footing-measured",
    };
    let footing = words.say(
        id,
        &[
            ("n", Arg::Count(measured)),
            ("model", Arg::Text(made.plan.model.clone())),
            ("seed", Arg::Text(made.plan.seed.to_string())),
        ],
    );
    if said == 0 {
        return footing;
    }
    let reported = words.say("plan-footing-reported", &[("n", Arg::Count(said))]);
    format!("{reported} {footing}")
}
