//! A model of eight dimensions and forty capabilities with texts of real length.

use crate::assessment::model::{
    Actions, AwsUse, Capability, Control, Dimension, Level, Model, Rule, Step, Text,
};

fn text(en: &str, es: &str) -> Text {
    Text {
        en: en.into(),
        es: es.into(),
    }
}

/// Id, English, Spanish, and the same of its capabilities.
type Group = (
    &'static str,
    &'static str,
    &'static str,
    [(&'static str, &'static str); 5],
);

pub(super) const DIMENSIONS: [Group; 8] = [
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
