//! What can be typed: commands, options, and the values they take.
//!
//! No sentence stands here: `usage` puts the catalogue's words into this tree, in the language asked for.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};

#[derive(Debug, Parser)]
#[command(name = "sextant", version, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Common {
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(crate) workspace: Option<PathBuf>,
    #[arg(short, long, global = true, value_name = "NAME")]
    pub(crate) team: Option<String>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true, value_name = "en|es")]
    pub(crate) lang: Option<Language>,
    #[arg(long, global = true, value_name = "ZONE")]
    pub(crate) zone: Option<String>,
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) data_dir: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    En,
    Es,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(Init),
    Recent(Recent),
    Settings(Settings),
    #[command(subcommand)]
    Team(Team),
    #[command(subcommand)]
    Service(Service),
    Import(Import),
    Evidence(Evidence),
    Measure(Measure),
    Scan(Scan),
    #[command(subcommand)]
    Assess(Assess),
    Answer(Answer),
    #[command(subcommand)]
    Answers(Answers),
    Score,
    Baseline(Baseline),
    Compare {
        a: String,
        b: String,
    },
    Plan(Plan),
    #[command(subcommand)]
    Why(Why),
    Report(Report),
    Check,
    Backup {
        copy: PathBuf,
    },
    Restore {
        copy: PathBuf,
        place: PathBuf,
    },
    Serve(Serve),
    Call,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    #[arg(long)]
    pub(crate) sample: bool,
    #[arg(long, value_name = "NAME")]
    pub(crate) organisation: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Recent {
    #[arg(long, value_name = "FILE")]
    pub(crate) forget: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Settings {
    #[arg(value_name = "KEY=VALUE", value_parser = pair)]
    pub(crate) pairs: Vec<(String, String)>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Team {
    Add {
        name: String,
    },
    List,
    Use {
        name: String,
        assessment: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Service {
    Add { name: String },
    List,
}

/// How a source is to be read.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Reading {
    #[arg(long = "as", value_name = "KIND")]
    pub(crate) kind: Option<String>,
    #[arg(long, value_name = "PATTERN")]
    pub(crate) only: Option<String>,
    #[arg(long, value_name = "NAME=SERVICE", value_parser = pair)]
    pub(crate) rename: Vec<(String, String)>,
    #[arg(long, value_name = "GLOB")]
    pub(crate) tags: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) branch: Option<String>,
    #[arg(long, value_name = "GLOB")]
    pub(crate) paths: Vec<String>,
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = pair)]
    pub(crate) map: Vec<(String, String)>,
    #[arg(long, value_name = "dmy|mdy|ymd")]
    pub(crate) date_order: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    #[arg(long)]
    pub(crate) prereleases: bool,
    #[arg(long)]
    pub(crate) trust: bool,
    #[arg(long)]
    pub(crate) images: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(required_unless_present = "formats", value_name = "SOURCE")]
    pub(crate) sources: Vec<PathBuf>,
    #[arg(long, conflicts_with = "sources")]
    pub(crate) formats: bool,
    #[arg(short, long, value_name = "NAME")]
    pub(crate) service: Option<String>,
    #[arg(long)]
    pub(crate) preview: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct Evidence {
    #[arg(long, value_name = "ID")]
    pub(crate) remove: Option<u32>,
    #[arg(long, value_name = "ID", requires = "out")]
    pub(crate) rejects: Option<u32>,
    #[arg(short, long, value_name = "FILE", requires = "rejects")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Measure {
    #[arg(required = true, value_name = "SOURCE")]
    pub(crate) sources: Vec<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub(crate) from: String,
    #[arg(long, value_name = "DATE")]
    pub(crate) to: String,
    #[arg(long)]
    pub(crate) include_bots: bool,
    #[command(flatten)]
    pub(crate) rules: Switches,
    #[arg(short, long, value_name = "NAME")]
    pub(crate) service: Option<String>,
    #[arg(long)]
    pub(crate) engines: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// Switches of method.
#[derive(Debug, Args)]
pub(crate) struct Switches {
    #[arg(long)]
    pub(crate) exact: bool,
    #[arg(long, value_name = "HOURS", default_value_t = 0)]
    pub(crate) waves: u32,
}

#[derive(Debug, Args)]
pub(crate) struct Scan {
    #[arg(required = true, value_name = "REPOSITORY")]
    pub(crate) repositories: Vec<PathBuf>,
    #[arg(short, long, value_name = "NAME")]
    pub(crate) service: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Assess {
    Start {
        set: String,
        #[arg(long)]
        name: Option<String>,
    },
    List {
        #[arg(long)]
        open: bool,
    },
    Show {
        capability: String,
    },
    Go {
        capability: String,
    },
    Mark {
        capability: String,
        #[arg(long)]
        off: bool,
    },
    Undo,
    Redo,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct Answer {
    pub(crate) capability: String,
    #[arg(value_name = "0-4|unknown|na|not-ours|clear")]
    pub(crate) said: Said,
    #[arg(long, value_name = "0..0.8")]
    pub(crate) share: Option<f64>,
    #[arg(long, value_name = "guess|know|show")]
    pub(crate) confidence: Option<Sure>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
}

/// What one can say to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Level(u8),
    Unknown,
    NotApplicable,
    NotOurs,
    Clear,
}

impl FromStr for Said {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "unknown" => Ok(Self::Unknown),
            "na" => Ok(Self::NotApplicable),
            "not-ours" => Ok(Self::NotOurs),
            "clear" => Ok(Self::Clear),
            digit => digit
                .parse()
                .ok()
                .filter(|level| *level <= 4)
                .map(Self::Level)
                .ok_or("0-4, unknown, na, not-ours, clear"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sure {
    Guess,
    Know,
    Show,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Answers {
    Import { file: PathBuf },
    Export { file: PathBuf },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Baseline {
    #[arg(long, value_name = "DATE", requires = "to")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "DATE", requires = "from")]
    pub(crate) to: Option<String>,
    #[arg(long)]
    pub(crate) include_bots: bool,
    #[command(flatten)]
    pub(crate) rules: Switches,
    #[arg(long, value_name = "NAME")]
    pub(crate) freeze: Option<String>,
    #[arg(long)]
    pub(crate) all: bool,
    #[command(subcommand)]
    pub(crate) look: Option<Frozen>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Frozen {
    List,
    Show {
        id: u32,
    },
    /// One deployment, by its label or key.
    Deployment {
        deployment: String,
        #[arg(long, value_name = "ID")]
        frozen: Option<u32>,
    },
    Link {
        incident: String,
        deployment: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Unlink {
        incident: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Mark {
        deployment: String,
        #[arg(value_name = "change|hotfix|redeploy|rollback|failed-attempt|not-a-deployment")]
        kind: ByHand,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    TakeBack {
        id: u32,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Self-reported bands; none takes all back.
    Bands {
        #[arg(value_name = "METRIC=1-6", value_parser = band)]
        bands: Vec<(String, u8)>,
    },
    /// Level labels and benchmarks; what is not named is off.
    Beside {
        #[arg(long, value_name = "YEAR")]
        year: Option<u16>,
        #[arg(long, value_name = "INDUSTRY")]
        industry: Option<String>,
        #[arg(long, value_name = "SIZE")]
        size: Option<String>,
    },
}

/// A kind that can be given to a deployment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ByHand {
    Change,
    Hotfix,
    Redeploy,
    Rollback,
    FailedAttempt,
    NotADeployment,
}

#[derive(Debug, Args)]
pub(crate) struct Plan {
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "answers")]
    pub(crate) metrics: Option<PathBuf>,
    #[arg(long, value_name = "N", requires = "answers")]
    pub(crate) seed: Option<u64>,
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub(crate) target_lead_time: Option<f64>,
    #[arg(long, value_name = "PER_WEEK")]
    pub(crate) target_frequency: Option<f64>,
    #[arg(long, value_name = "SHARE")]
    pub(crate) target_fail_rate: Option<f64>,
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub(crate) target_recovery: Option<f64>,
    #[arg(long, value_name = "N", conflicts_with = "answers")]
    pub(crate) people: Option<f64>,
    #[arg(long, value_name = "SHARE", conflicts_with = "answers")]
    pub(crate) improvement_share: Option<f64>,
    #[arg(long, value_name = "SHARE")]
    pub(crate) risk_share: Option<f64>,
    #[arg(long, value_name = "NEED=POINTS", value_parser = points)]
    pub(crate) pain: Vec<(String, f64)>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Why {
    Metric { id: String },
    Dimension { id: String },
    Capability { id: String },
    Step { id: String, level: u8 },
    Need { id: String },
    Source { id: u32 },
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "NAME", default_value = "")]
    pub(crate) author: String,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) ui: Option<PathBuf>,
    #[arg(long, value_name = "PATH")]
    pub(crate) offer: Vec<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) offer_save: Option<PathBuf>,
    #[arg(long)]
    pub(crate) until_stdin_closes: bool,
}

fn pair(text: &str) -> Result<(String, String), &'static str> {
    let (key, value) = text.split_once('=').ok_or("KEY=VALUE")?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}

fn band(text: &str) -> Result<(String, u8), &'static str> {
    let (metric, band) = pair(text)?;
    let band = band.parse().map_err(|_| "lead_time=4")?;
    Ok((metric, band))
}

fn points(text: &str) -> Result<(String, f64), &'static str> {
    let (need, points) = pair(text)?;
    let points = points.parse().map_err(|_| "LT=4")?;
    Ok((need.to_uppercase(), points))
}

/// `2d`, `4h`, `30min`, `45s` or `3w` in seconds.
fn duration(text: &str) -> Result<f64, &'static str> {
    let at = text
        .find(|c: char| c.is_ascii_alphabetic())
        .ok_or("2d, 4h, 30min")?;
    let (number, unit) = text.split_at(at);
    let seconds = match unit {
        "s" => 1.0,
        "min" | "m" => 60.0,
        "h" => 3600.0,
        "d" => 86_400.0,
        "w" => 604_800.0,
        _ => return Err("2d, 4h, 30min"),
    };
    let number: f64 = number.trim().parse().map_err(|_| "2d, 4h, 30min")?;
    Ok(number * seconds)
}

#[cfg(test)]
mod tests {
    use super::{Said, duration, points};

    #[test]
    fn a_duration_is_a_number_with_its_unit() {
        assert_eq!(duration("2d"), Ok(172_800.0));
        assert_eq!(duration("1.5 h"), Ok(5400.0));
        assert_eq!(duration("30min"), Ok(1800.0));
        assert!(
            duration("2").is_err() && duration("d").is_err() && duration("2 fortnights").is_err()
        );
    }

    #[test]
    fn a_level_is_a_digit_from_0_to_4_or_one_of_three_honest_words() {
        assert_eq!("3".parse(), Ok(Said::Level(3)));
        assert_eq!("na".parse(), Ok(Said::NotApplicable));
        assert!("5".parse::<Said>().is_err() && "often".parse::<Said>().is_err());
    }

    #[test]
    fn pain_points_name_a_need_in_either_case() {
        assert_eq!(points("lt=4"), Ok(("LT".to_owned(), 4.0)));
        assert!(points("lt").is_err() && points("lt=much").is_err());
    }
}
