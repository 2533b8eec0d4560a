//! A made-up organisation with texts of real length, for the tests of this room.

use std::collections::BTreeMap;

use crate::assessment::answer::{Answer, AnswerState, Confidence, Vote};
use crate::assessment::model::{
    Actions, AwsUse, Capability, Control, Dimension, Lang, Level, Model, Rule, Step, Text,
};
use crate::assessment::profile::{CapabilityScore, DimensionScore, Profile};
use crate::dora::baseline::{
    Baseline, ChangeCounts, Coverage, Estimate, KindCounts, Metric, MetricId, Regularity, Scope,
    StageShares, Status, Unit, Week,
};
use crate::evidence::events::{Note, Reject, Source, SourceKind};
use crate::plan::types::{FindOut, Item, NotNow, Plan, Targets, Wave};
use crate::report::findings::{Cover, Findings, FrozenRef};

/// Monday 2026-11-23T14:03:00Z.
pub(crate) const NOW: i64 = 1_795_442_580;
/// Monday 2026-08-31 in Madrid.
const FROM: i64 = 1_788_127_200;

fn text(en: &str, es: &str) -> Text {
    Text {
        en: en.into(),
        es: es.into(),
    }
}

const DIMENSIONS: [(&str, &str, &str, [(&str, &str); 5]); 8] = [
    (
        "CUL",
        "Culture & learning",
        "Cultura y aprendizaje",
        [
            (
                "Bad news travels fast and safely",
                "Las malas noticias circulan rápido y sin miedo",
            ),
            (
                "Failures and experiments turn into changes",
                "Los fallos y experimentos se convierten en cambios",
            ),
            (
                "Team decides its tools and working methods",
                "El equipo decide sus herramientas y métodos",
            ),
            (
                "Leaders fund and unblock improvement",
                "La dirección financia y desbloquea la mejora",
            ),
            (
                "Workload can be sustained",
                "La carga de trabajo es sostenible",
            ),
        ],
    ),
    (
        "FLO",
        "Flow & planning",
        "Flujo y planificación",
        [
            (
                "Work is cut into small finished slices",
                "El trabajo se corta en porciones pequeñas y acabadas",
            ),
            (
                "Work in progress is limited",
                "El trabajo en curso está limitado",
            ),
            (
                "Flow from idea to user is visible",
                "El flujo de la idea al usuario es visible",
            ),
            (
                "User feedback changes what is built",
                "La opinión de quien usa cambia lo que se construye",
            ),
            (
                "Approval is proportionate to risk",
                "La aprobación es proporcional al riesgo",
            ),
        ],
    ),
    (
        "INT",
        "Source & integration",
        "Código e integración",
        [
            (
                "Everything needed to rebuild is versioned",
                "Todo lo necesario para reconstruir está versionado",
            ),
            (
                "Changes join the mainline at least daily",
                "Los cambios llegan a la rama principal a diario",
            ),
            (
                "Every change is built and checked by machine",
                "Cada cambio se construye y comprueba a máquina",
            ),
            (
                "Peer review is quick and useful",
                "La revisión entre pares es rápida y útil",
            ),
            (
                "Code and notes are easy to change",
                "El código y las notas se cambian con facilidad",
            ),
        ],
    ),
    (
        "TST",
        "Testing & quality",
        "Pruebas y calidad",
        [
            (
                "Fast checks are written with the code",
                "Las pruebas rápidas se escriben con el código",
            ),
            (
                "System-level checks can be trusted",
                "Las pruebas de sistema son de fiar",
            ),
            (
                "Test data is there when needed",
                "Los datos de prueba están cuando hacen falta",
            ),
            (
                "Load and failure are rehearsed",
                "La carga y los fallos se ensayan",
            ),
            (
                "Quality is everyone's work",
                "La calidad es trabajo de todo el equipo",
            ),
        ],
    ),
    (
        "REL",
        "Delivery & release",
        "Entrega y publicación",
        [
            (
                "Deployment is one repeatable action",
                "El despliegue es una sola acción repetible",
            ),
            (
                "Mainline can go live at any time",
                "La rama principal puede publicarse en cualquier momento",
            ),
            (
                "New behaviour is exposed gradually",
                "Lo nuevo se expone poco a poco",
            ),
            (
                "A bad release is undone in minutes",
                "Una mala publicación se deshace en minutos",
            ),
            (
                "Schema changes travel with the code",
                "Los cambios de esquema viajan con el código",
            ),
        ],
    ),
    (
        "INF",
        "Infrastructure & platform",
        "Infraestructura y plataforma",
        [
            (
                "Infrastructure is built from code",
                "La infraestructura se construye desde código",
            ),
            (
                "Environments are alike and made on demand",
                "Los entornos son iguales y se crean a demanda",
            ),
            (
                "Teams serve themselves from a platform",
                "Los equipos se sirven de una plataforma",
            ),
            (
                "Configuration is explicit and drift is caught",
                "La configuración es explícita y se detecta su deriva",
            ),
            (
                "Cost is seen where it is decided",
                "El coste se ve donde se decide",
            ),
        ],
    ),
    (
        "OBS",
        "Observability & response",
        "Observabilidad y respuesta",
        [
            (
                "Telemetry answers new questions",
                "La telemetría responde preguntas nuevas",
            ),
            (
                "Alerts mean users are affected",
                "Una alerta significa que alguien lo nota",
            ),
            (
                "Incidents are run by a known script",
                "Los incidentes siguen un guion conocido",
            ),
            (
                "On-call is shared and bearable",
                "La guardia se comparte y se soporta",
            ),
            (
                "Targets for reliability are agreed",
                "Hay objetivos de fiabilidad acordados",
            ),
        ],
    ),
    (
        "SEC",
        "Security & supply chain",
        "Seguridad y cadena de suministro",
        [
            (
                "Secrets are kept out of the code",
                "Los secretos están fuera del código",
            ),
            (
                "Dependencies are known and scanned",
                "Las dependencias se conocen y se analizan",
            ),
            (
                "Access is given for a reason and a time",
                "El acceso se da por un motivo y un tiempo",
            ),
            (
                "Threats are thought through before building",
                "Las amenazas se piensan antes de construir",
            ),
            (
                "What runs can be traced to its source",
                "Lo que se ejecuta se puede rastrear a su origen",
            ),
        ],
    ),
];

const STATEMENTS: [(&str, &str); 5] = [
    (
        "Production could not be rebuilt from versioned files.",
        "Producción no podría reconstruirse con archivos versionados.",
    ),
    (
        "Application code is versioned; build steps and settings live with certain people.",
        "El código está versionado; la construcción y los ajustes dependen de ciertas personas.",
    ),
    (
        "Code, build scripts and configuration are versioned for most services.",
        "Código, guiones de construcción y configuración están versionados en la mayoría de los servicios.",
    ),
    (
        "A newcomer rebuilds any service from the repositories alone, without asking anyone.",
        "Una persona nueva reconstruye cualquier servicio solo con los repositorios, sin preguntar a nadie.",
    ),
    (
        "Rebuilding is exercised on a schedule and timed, and the gaps it shows are closed.",
        "La reconstrucción se ensaya con calendario y cronómetro, y se cierran los huecos que revela.",
    ),
];

fn step(capability: &str, to: u8) -> Step {
    Step {
        capability: capability.into(),
        to,
        title: text("Write the deployment down as one script and run it every day", "Escribir el despliegue como un solo guion y ejecutarlo cada día"),
        first_actions: Actions {
            en: vec![
                "Sit beside the person who deploys today and write down each of the manual steps, with the commands as they were typed.".into(),
                "Turn steps 1 to 9 into a script in the service's repository that stops at the first error and says which step failed.".into(),
                "Deploy to the test environment with the script every working day for two weeks, and mend it the same day it breaks.".into(),
            ],
            es: vec![
                "Sentarse junto a quien despliega hoy y escribir cada paso manual, con las órdenes tal como se teclean.".into(),
                "Convertir los pasos 1 a 9 en un guion en el repositorio del servicio que se detenga en el primer error y diga qué paso falló.".into(),
                "Desplegar con el guion en el entorno de pruebas cada día laborable durante dos semanas y arreglarlo el mismo día que falle.".into(),
            ],
        },
        aws: vec![
            AwsUse { service: "AWS CodeDeploy".into(), how: text("runs the same deployment on every target and keeps the record of who started it and how it ended.", "ejecuta el mismo despliegue en cada destino y guarda quién lo inició y cómo terminó.") },
            AwsUse { service: "AWS Systems Manager Automation".into(), how: text("holds steps that still need a person's consent as a runbook with an approval.", "mantiene como guía con aprobación los pasos que aún necesitan el visto bueno de alguien.") },
        ],
        no_aws: None,
        alternative: text("A shell script and a protected job in the pipeline you already have do the same; Ansible where there are many machines.", "Un guion de shell y un trabajo protegido en el pipeline existente hacen lo mismo; Ansible donde hay muchas máquinas."),
        done_when: text("One command takes a change up to the test environment; production may still differ, and the difference is written down.", "Una sola orden lleva un cambio al entorno de pruebas; producción puede diferir todavía, y la diferencia está escrita."),
        metric: "lead_time".into(),
        watch: text("the wait between landing and production falls within six weeks, first at its 90th percentile", "la espera entre integrar y producción baja en seis semanas, primero en su percentil 90"),
        fails_when: text("The script grows beside the old way, and under pressure everyone goes back to the old way because it is known to work.", "El guion crece junto al modo antiguo, y bajo presión se vuelve al antiguo porque se sabe que funciona."),
    }
}

fn capability(dimension: &str, number: usize, title: (&str, &str)) -> Capability {
    let id = format!("{dimension}{number}");
    Capability {
        dimension: dimension.into(),
        title: text(title.0, title.1),
        dora: vec!["deployment-automation".into()],
        weights: [3, 3, 2, 2, 1, 2],
        effort_days: [4.0, 8.0, 10.0, 12.0],
        control: if number == 5 {
            Control::Organisation
        } else if number == 3 {
            Control::OtherTeam
        } else {
            Control::Team
        },
        requires: vec![Rule {
            level: 2,
            capability: "INT1".into(),
            at_least: 2,
        }],
        stages: if matches!(dimension, "REL" | "INF") {
            vec!['m', 'd']
        } else {
            vec!['a', 'r']
        },
        target: 3,
        ask: text(
            "Could we rebuild the whole service from what is in version control?",
            "¿Podría reconstruirse todo el servicio a partir de lo que está versionado?",
        ),
        benefit: text(
            "When everything is versioned, a lost server costs hours instead of weeks, and any change to production can be traced and undone.",
            "Con todo versionado, perder un servidor cuesta horas y no semanas, y cualquier cambio en producción se puede rastrear y deshacer.",
        ),
        probe: text(
            "The repository shows whether build and pipeline files are present.",
            "El repositorio muestra si hay archivos de construcción y pipeline.",
        ),
        levels: (0..5u8)
            .map(|level| {
                let (en, es) = STATEMENTS[usize::from(level)];
                Level {
                    level,
                    statement: text(en, es),
                    looks_like: text(en, es),
                    not_yet: text(en, es),
                }
            })
            .collect(),
        steps: (1..=4).map(|to| step(&id, to)).collect(),
        id,
    }
}

/// Eight dimensions of five.
pub(crate) fn model() -> Model {
    Model {
        id: "core".into(),
        version: "2026.1".into(),
        dimensions: DIMENSIONS
            .iter()
            .map(|(id, en, es, _)| Dimension {
                id: (*id).into(),
                title: text(en, es),
                short: text(en, es),
            })
            .collect(),
        capabilities: DIMENSIONS
            .iter()
            .flat_map(|(id, _, _, caps)| {
                caps.iter()
                    .enumerate()
                    .map(|(i, t)| capability(id, i + 1, *t))
            })
            .collect(),
        sets: Vec::new(),
    }
}

/// Answers with every state among them; the last few are not asked.
pub(crate) fn answers(model: &Model) -> Vec<Answer> {
    model.capabilities.iter().take(36).enumerate().map(|(i, c)| {
        let blank = Answer { capability: c.id.clone(), state: AnswerState::Answered, votes: Vec::new(), reason: None, owner: None, note: None };
        match i {
            7 => Answer { state: AnswerState::Unknown, note: Some("Nobody in the room runs the load tests; ask Zoë Müller-Løvås before the next session.".into()), ..blank },
            17 => Answer { state: AnswerState::NotApplicable, reason: Some("the service keeps no data of its own".into()), ..blank },
            27 => Answer { state: AnswerState::NotOurs, owner: Some("Plataforma (Muñoz Ibáñez)".into()), ..blank },
            _ => Answer { votes: votes(i), ..blank },
        }
    }).collect()
}

fn votes(i: usize) -> Vec<Vote> {
    let level = (i * 7 % 4) as u8;
    let one = |level: u8, share: f64| Vote {
        level,
        share,
        confidence: Confidence::Know,
    };
    match i % 4 {
        0 => vec![one(level, 0.3)],
        1 => vec![
            one(level, 0.0),
            one((level + 1).min(4), 0.0),
            one(level, 0.0),
        ],
        _ => vec![
            one(level, 0.0),
            one((level + 1).min(4), 0.0),
            one(level, 0.2),
            one(level, 0.0),
            one(level, 0.0),
        ],
    }
}

/// Scores that look like those answers; `score` itself is another room's.
pub(crate) fn profile(model: &Model, answers: &[Answer]) -> Profile {
    let capabilities: Vec<CapabilityScore> = model
        .capabilities
        .iter()
        .map(|c| score(&c.id, answers))
        .collect();
    let dimensions = model
        .dimensions
        .iter()
        .map(|d| {
            let own: Vec<&CapabilityScore> = capabilities
                .iter()
                .filter(|c| c.capability.starts_with(&d.id))
                .collect();
            let with: Vec<f64> = own
                .iter()
                .filter(|c| c.votes > 0)
                .map(|c| c.value)
                .collect();
            let applicable = own
                .iter()
                .filter(|c| c.state != Some(AnswerState::NotApplicable))
                .count();
            let mean = with.iter().sum::<f64>() / with.len().max(1) as f64;
            let enough = with.len() as f64 >= 0.6 * applicable as f64 && !with.is_empty();
            DimensionScore {
                dimension: d.id.clone(),
                value: enough.then_some(mean),
                low: enough.then_some(mean - 0.09),
                high: enough.then_some(mean + 0.11),
                answered: with.len() as u32,
                applicable: applicable as u32,
            }
        })
        .collect();
    Profile {
        capabilities,
        dimensions,
        model: "core 2026.1".into(),
        seed: 7,
    }
}

fn score(id: &str, answers: &[Answer]) -> CapabilityScore {
    let answer = answers.iter().find(|a| a.capability == id);
    let votes = answer.map(|a| a.votes.as_slice()).unwrap_or_default();
    let level = votes.first().map_or(2, |v| v.level);
    let mean = if votes.is_empty() {
        2.0
    } else {
        votes
            .iter()
            .map(|v| f64::from(v.level) + v.share)
            .sum::<f64>()
            / votes.len() as f64
    };
    CapabilityScore {
        capability: id.into(),
        state: answer.map(|a| a.state),
        distribution: [0.2; 5],
        value: mean / 4.0,
        low: (f64::from(level) - 1.0).max(0.0) / 4.0,
        high: (f64::from(level) + 1.0).min(4.0) / 4.0,
        level,
        agreement: (votes.len() > 1).then_some(0.9),
        votes: votes.len() as u32,
        ceiling: None,
        foundation_gaps: Vec::new(),
    }
}

fn metric(
    id: MetricId,
    unit: Unit,
    value: (f64, f64, f64),
    n: u32,
    events: u32,
    method: &str,
) -> Metric {
    Metric {
        id,
        status: Status::Measured,
        reason: None,
        n,
        events,
        unit,
        value: Estimate {
            point: Some(value.0),
            low: Some(value.1),
            high: Some(value.2),
        },
        p90: None,
        definition: format!("{id:?}/1"),
        method: method.into(),
        listed: Vec::new(),
        open: 0,
        missing: Vec::new(),
        sources: vec!["payments.git".into()],
    }
}

/// Twelve weeks of a team that waits to deploy.
pub(crate) fn baseline() -> Baseline {
    let day = 86_400.0;
    let mut lead = metric(
        MetricId::LeadTime,
        Unit::Seconds,
        (9.5 * day, 6.8 * day, 13.9 * day),
        61,
        61,
        "cluster_bootstrap",
    );
    lead.p90 = Some(Estimate {
        point: Some(21.0 * day),
        low: Some(15.0 * day),
        high: None,
    });
    let mut recovery = metric(
        MetricId::RecoveryTime,
        Unit::Seconds,
        (26_640.0, 0.0, 0.0),
        3,
        3,
        "kaplan_meier",
    );
    recovery.value = Estimate {
        point: Some(26_640.0),
        low: None,
        high: None,
    };
    recovery.listed = vec![7_200.0, 26_640.0, 68_400.0];
    let mut restore = metric(
        MetricId::TimeToRestore,
        Unit::Seconds,
        (0.0, 0.0, 0.0),
        0,
        0,
        "kaplan_meier",
    );
    restore.status = Status::NotMeasurable;
    restore.reason = Some("reason-no-incidents".into());
    restore.value = Estimate::default();
    let counts = [1, 2, 0, 1, 1, 2, 1, 0, 2, 1, 2, 1];
    Baseline {
        scope: Scope {
            services: vec!["payments".into()],
            environments: Vec::new(),
            from: FROM,
            to: FROM + 84 * 86_400 + 3_600,
            zone: "Europe/Madrid".into(),
            include_bots: false,
            seed: 7,
        },
        definitions: "2026.1".into(),
        deployments: KindCounts {
            total: 18,
            seed: 1,
            change: 14,
            redeploy: 1,
            rollback: 1,
            failed_attempt: 1,
            unknown_revision: 0,
        },
        changes: ChangeCounts {
            n: 61,
            excluded_clock_skew: 1,
            bots: 4,
            older_than_180_days: 0,
            with_first_commit: 58,
        },
        metrics: vec![
            lead,
            metric(
                MetricId::DeployLag,
                Unit::Seconds,
                (6.4 * day, 4.1 * day, 8.8 * day),
                61,
                61,
                "cluster_bootstrap",
            ),
            metric(
                MetricId::DeploymentFrequency,
                Unit::PerWeek,
                (1.17, 0.64, 1.96),
                14,
                14,
                "garwood",
            ),
            metric(
                MetricId::ChangeFailRate,
                Unit::Share,
                (3.0 / 13.0, 0.08, 0.50),
                13,
                3,
                "wilson",
            ),
            recovery,
            restore,
            metric(
                MetricId::ReworkRate,
                Unit::Share,
                (3.0 / 16.0, 0.066, 0.43),
                16,
                3,
                "wilson",
            ),
        ],
        headline: MetricId::LeadTime,
        regularity: Regularity {
            weeks_with: 10,
            weeks: 12,
            days_with: 14,
            longest_gap: Some(15.0 * day),
            median_gap: Some(5.0 * day),
            dispersion: Some(0.5),
        },
        weeks: (0..14)
            .map(|i: i64| Week {
                name: format!("2026-W{}", 35 + i),
                from: FROM + (i - 1) * 7 * 86_400,
                whole: (1..=12).contains(&i),
                deployments: if i == 0 {
                    None
                } else {
                    counts.get(i as usize - 1).copied().or(Some(1))
                },
                lead_time: None,
            })
            .collect(),
        stages: Some(StageShares {
            before_landing: 0.33,
            after_landing: 0.67,
            n: 61,
        }),
        rows: Vec::new(),
        coverage: Coverage {
            revision_known: (18, 18),
            first_commit: (58, 61),
            incidents_linked: (3, 5),
            incidents_guessed: 1,
            failed_attempts: (1, 18),
        },
        sources: vec![
            source(
                "payments.git",
                SourceKind::GitRepository,
                412,
                412,
                vec![
                    ("branch".into(), "main".into()),
                    ("tags".into(), "v*".into()),
                ],
            ),
            source(
                "incidentes-2026.csv",
                SourceKind::IncidentsCsv,
                9,
                5,
                vec![("zone".into(), "Europe/Madrid".into())],
            ),
        ],
        rejects: (0..4)
            .map(|i| Reject {
                source: "incidentes-2026.csv".into(),
                line: 3 + i * 2,
                field: Some("started_at".into()),
                code: "reject-time".into(),
                value: "31/02/2026 25:00".into(),
            })
            .collect(),
    }
}

fn source(
    name: &str,
    kind: SourceKind,
    records: u32,
    accepted: u32,
    settings: Vec<(String, String)>,
) -> Source {
    Source {
        name: name.into(),
        kind,
        records,
        accepted,
        rejected: records - accepted,
        first: Some(FROM - 86_400 * 200),
        last: Some(NOW - 86_400),
        sha256: "7f3a91c2b4d8e0f1".repeat(4),
        settings,
        notes: vec![Note {
            code: "note-lightweight-tags".into(),
            count: 3,
        }],
    }
}

fn item(id: &str, from: u8, rank: (u32, u32), relevance: f64, effort: f64, stability: f64) -> Item {
    let needs = [
        ("LT", 0.52),
        ("DF", 0.08),
        ("CF", 0.22),
        ("RT", 0.05),
        ("RK", 0.08),
        ("PE", 0.05),
    ];
    Item {
        capability: id.into(),
        from,
        to: from + 1,
        priority: 40.0,
        own_benefit: 0.5,
        value: 0.7,
        effort_days: effort,
        certainty: 0.9,
        gap_probability: 0.83,
        needs: needs.iter().map(|(k, v)| ((*k).to_owned(), *v)).collect(),
        relevance,
        unblocks: vec![
            ("REL2".into(), 2),
            ("REL4".into(), 2),
            ("REL5".into(), 2),
            ("INF3".into(), 2),
        ],
        stability: Some(stability),
        rank,
        floor: None,
    }
}

/// Three waves.
pub(crate) fn plan() -> Plan {
    let mut leak = item("SEC1", 0, (3, 3), 0.24, 3.0, 0.93);
    leak.floor = Some("secret_leak".into());
    Plan {
        severity: BTreeMap::from([("LT".into(), 0.34), ("CF".into(), 0.26)]),
        needs: [
            ("LT", 0.41),
            ("CF", 0.23),
            ("RK", 0.15),
            ("PE", 0.10),
            ("DF", 0.06),
            ("RT", 0.05),
        ]
        .iter()
        .map(|(k, v)| ((*k).to_owned(), *v))
        .collect(),
        waves: vec![
            Wave {
                name: "now".into(),
                weeks: 6,
                capacity_days: 27.0,
                used_days: 23.0,
                items: vec![
                    item("REL1", 1, (1, 1), 0.77, 8.0, 0.86),
                    item("INT4", 1, (2, 2), 0.51, 4.0, 0.79),
                    leak,
                ],
            },
            Wave {
                name: "next".into(),
                weeks: 12,
                capacity_days: 54.0,
                used_days: 48.0,
                items: vec![
                    item("REL2", 1, (1, 1), 0.71, 8.0, 0.22),
                    item("FLO5", 1, (2, 3), 0.65, 20.0, 0.18),
                    item("INT3", 2, (2, 3), 0.59, 10.0, 0.11),
                    item("REL4", 1, (4, 4), 0.23, 5.0, 0.06),
                ],
            },
            Wave {
                name: "later".into(),
                weeks: 34,
                capacity_days: 108.0,
                used_days: 82.0,
                items: vec![
                    item("INF1", 1, (1, 1), 0.31, 15.0, 0.0),
                    item("OBS2", 1, (2, 2), 0.2, 8.0, 0.0),
                    item("TST3", 0, (3, 3), 0.16, 12.0, 0.0),
                ],
            },
        ],
        floors: vec!["secret_leak".into()],
        find_out: vec![
            FindOut {
                capability: "TST4".into(),
                to: 2,
                gap_probability: 0.52,
                priority: 20.0,
            },
            FindOut {
                capability: "CUL3".into(),
                to: 3,
                gap_probability: 0.41,
                priority: 9.0,
            },
        ],
        not_now: [
            "not_at_constraint",
            "prerequisite_missing",
            "beyond_capacity",
            "level_3_is_enough",
            "not_applicable",
        ]
        .iter()
        .cycle()
        .take(19)
        .enumerate()
        .map(|(i, r)| NotNow {
            capability: format!("{}{}", DIMENSIONS[i % 8].0, i % 5 + 1),
            to: 2 + (i % 2) as u8,
            reason: (*r).to_owned(),
            prerequisite: Some(("INF2".into(), 2)),
            priority: 5.0,
        })
        .collect(),
        seed: 7,
        model: "core 2026.1".into(),
    }
}

/// Everything a report borrows from.
pub(crate) struct Sample {
    pub(crate) model: Model,
    pub(crate) answers: Vec<Answer>,
    pub(crate) profile: Profile,
    pub(crate) baseline: Option<Baseline>,
    pub(crate) plan: Plan,
    pub(crate) cover: Cover,
}

impl Sample {
    /// The whole of it.
    pub(crate) fn full() -> Self {
        let model = model();
        let answers = answers(&model);
        let profile = profile(&model, &answers);
        let cover = Cover {
            organisation: "Halyard Freight".into(),
            team: "Payments".into(),
            period: "2026 Q4".into(),
            author: "Ines Ríos, Łukasz Żółć".into(),
            sample: true,
        };
        Self {
            model,
            answers,
            profile,
            baseline: Some(baseline()),
            plan: plan(),
            cover,
        }
    }

    /// Nothing imported, three answers, no plan.
    pub(crate) fn empty() -> Self {
        let mut sample = Self::full();
        sample.answers.truncate(3);
        sample.profile = profile(&sample.model, &sample.answers);
        sample.baseline = None;
        let waves = sample
            .plan
            .waves
            .into_iter()
            .map(|w| Wave {
                items: Vec::new(),
                used_days: 0.0,
                ..w
            })
            .collect();
        sample.plan = Plan {
            waves,
            needs: BTreeMap::new(),
            severity: BTreeMap::new(),
            floors: Vec::new(),
            find_out: Vec::new(),
            not_now: Vec::new(),
            ..plan()
        };
        sample.cover = Cover {
            organisation: "Zażółć gęślą jaźń".into(),
            team: "Muñoz Ibáñez".into(),
            period: "2026 Q4".into(),
            author: String::new(),
            sample: false,
        };
        sample
    }

    /// As findings.
    pub(crate) fn findings(&self, lang: Lang) -> Findings<'_> {
        Findings {
            lang,
            now: NOW,
            cover: self.cover.clone(),
            model: &self.model,
            answers: &self.answers,
            profile: &self.profile,
            baseline: self.baseline.as_ref(),
            frozen: self.baseline.as_ref().map(|_| FrozenRef {
                name: "2026 Q4".into(),
                hash: "7f3a91c2b4d8e0f1".repeat(4),
                frozen_at: NOW - 3_600,
            }),
            targets: Targets::default(),
            plan: &self.plan,
        }
    }
}
