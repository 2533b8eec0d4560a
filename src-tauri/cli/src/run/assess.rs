//! Commands about answers: a set of questions, one answer, many from a file.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Datelike};
use sextant_engine::api::wire::{QuestionsView, Reply, Request};
use sextant_engine::assessment::answer::{Answer as Given, AnswerState, Confidence, Vote};
use sextant_engine::words::said::Arg;

use crate::args::{Answer, Answers, Assess, Said, Sure};
use crate::failure::Failure;
use crate::output::{self, Form};
use crate::session::Session;
use crate::show;

pub(crate) fn assess(session: &Session, asked: Assess) -> Result<(), Failure> {
    if let Assess::Start { set, name } = asked {
        session.open()?;
        let name = name.unwrap_or_else(|| quarter(session));
        return session.tell(Request::StartAssessment { set, name });
    }
    let assessment = session.assessment()?;
    match asked {
        Assess::Start { .. } => Ok(()),
        Assess::List { open } => {
            let mut view = questions(session, assessment)?;
            if open {
                view.questions.retain(|q| q.answer.is_none());
            }
            session.print(&Reply::Questions(view))
        }
        Assess::Show { capability } => question(session, assessment, &capability),
        Assess::Go { capability } => session.tell(Request::SetPosition {
            assessment,
            capability,
        }),
        Assess::Mark { capability, off } => session.tell(Request::SetMark {
            assessment,
            capability,
            marked: !off,
        }),
        Assess::Undo => session.tell(Request::Undo { assessment }),
        Assess::Redo => session.tell(Request::Redo { assessment }),
    }
}

/// The usual name of an assessment: "2026 Q4", by the clock and zone of the host.
fn quarter(session: &Session) -> String {
    let today = DateTime::from_timestamp((session.host.now)(), 0).unwrap_or_default();
    let today = today.with_timezone(&session.words.zone);
    format!("{} Q{}", today.year(), today.month0() / 3 + 1)
}

fn questions(session: &Session, assessment: u32) -> Result<QuestionsView, Failure> {
    match session.ask(Request::Questions { assessment })? {
        Reply::Questions(view) => Ok(view),
        _ => Err(session.unexpected()),
    }
}

fn question(session: &Session, assessment: u32, capability: &str) -> Result<(), Failure> {
    let view = questions(session, assessment)?;
    let found = view.questions.iter().find(|q| q.capability == capability);
    let name = || [("name", Arg::Text(capability.to_owned()))];
    let question = found.ok_or_else(|| session.refused("no-such-question", &name()))?;
    match session.form {
        Form::Json => output::json(question),
        Form::Text => output::text(&show::question(&session.words, question)),
    }
}

pub(crate) fn answer(session: &Session, asked: Answer) -> Result<(), Failure> {
    let assessment = session.assessment()?;
    let Some(answer) = given(asked.clone()) else {
        return session.tell(Request::ClearAnswer {
            assessment,
            capability: asked.capability,
        });
    };
    session.tell(Request::SetAnswer { assessment, answer })
}

/// The answer as a value; `None` when it is to be taken back.
fn given(asked: Answer) -> Option<Given> {
    let (state, level) = match asked.said {
        Said::Level(level) => (AnswerState::Answered, Some(level)),
        Said::Unknown => (AnswerState::Unknown, None),
        Said::NotApplicable => (AnswerState::NotApplicable, None),
        Said::NotOurs => (AnswerState::NotOurs, None),
        Said::Clear => return None,
    };
    let vote = level.map(|level| Vote {
        level,
        share: asked.share.unwrap_or_default(),
        confidence: asked.confidence.map(Confidence::from).unwrap_or_default(),
    });
    Some(Given {
        capability: asked.capability,
        state,
        votes: vote.into_iter().collect(),
        reason: asked.reason,
        owner: asked.owner,
        note: asked.note,
    })
}

impl From<Sure> for Confidence {
    fn from(sure: Sure) -> Self {
        match sure {
            Sure::Guess => Self::Guess,
            Sure::Know => Self::Know,
            Sure::Show => Self::Show,
        }
    }
}

pub(crate) fn answers(session: &Session, asked: Answers) -> Result<(), Failure> {
    match asked {
        Answers::Import { file } => import(session, &file),
        Answers::Export { file } => export(session, &file),
    }
}

fn import(session: &Session, file: &Path) -> Result<(), Failure> {
    let text = read(session, file)?;
    let assessment = session.assessment()?;
    let taken = session.desk.import_answers(assessment, &text)?;
    match session.form {
        Form::Json => output::json(&serde_json::json!({ "taken": taken })),
        Form::Text => {
            let args = [
                ("n", Arg::Count(taken)),
                ("name", Arg::Text(file.display().to_string())),
            ];
            output::text(&session.words.say("cli-answers-taken", &args))
        }
    }
}

fn export(session: &Session, file: &Path) -> Result<(), Failure> {
    session.assessment()?;
    let text = session.desk.export_answers()?;
    if file == Path::new("-") {
        return output::text(&text);
    }
    fs::write(file, text + "\n").map_err(|cause| {
        let said = [
            ("name", Arg::Text(file.display().to_string())),
            ("cause", Arg::Text(cause.to_string())),
        ];
        Failure::failed(&session.words, "file-unwritable", &said)
    })?;
    let name = Arg::Text(file.display().to_string());
    output::talk(&session.words.say("cli-answers-written", &[("name", name)]));
    Ok(())
}

/// The text of a file, `-` for stdin.
pub(crate) fn read(session: &Session, file: &Path) -> Result<String, Failure> {
    let read = if file == Path::new("-") {
        std::io::read_to_string(std::io::stdin().lock())
    } else {
        fs::read_to_string(file)
    };
    read.map_err(|cause| {
        let said = [
            ("name", Arg::Text(file.display().to_string())),
            ("cause", Arg::Text(cause.to_string())),
        ];
        session.refused("file-unreadable", &said)
    })
}
