//! The room through its doors, with files on a disk.

mod backups;
mod corrections;
mod damage;
mod evidence;
mod keeping;
mod opening;
mod undo;

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::Store;
use crate::assessment::answer::{Answer, AnswerState, Confidence, Vote};

/// 2026-03-02T09:00:00Z, a Monday.
const NOW: i64 = 1_772_442_000;
const DAY: i64 = 86_400;

/// A folder with a workspace of one team with one service, and the place for it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn workspace(&self) -> PathBuf {
        self.path("acme.sextant")
    }

    fn open(&self) -> Store {
        Store::open(&self.workspace(), NOW).unwrap()
    }

    /// A workspace with team 1, service 1 and assessment 1.
    fn prepared(&self) -> Store {
        let mut store = Store::create(&self.workspace(), "Acme", false, NOW).unwrap();
        assert_eq!(store.add_team("Checkout", NOW).unwrap(), 1);
        assert_eq!(store.add_service(1, "basket", NOW).unwrap(), 1);
        assert_eq!(
            store
                .start_assessment(1, "Spring", "core", "1", NOW)
                .unwrap(),
            1
        );
        store
    }
}

fn answered(capability: &str, level: u8) -> Answer {
    Answer {
        capability: capability.to_owned(),
        state: AnswerState::Answered,
        votes: vec![Vote {
            level,
            share: 0.25,
            confidence: Confidence::Show,
        }],
        reason: None,
        owner: None,
        note: Some("as seen in the pipeline".to_owned()),
    }
}

fn sha256(path: &Path) -> Vec<u8> {
    Sha256::digest(std::fs::read(path).unwrap()).to_vec()
}

/// The code of an error, for comparison.
fn code<T>(result: Result<T, super::StoreError>) -> &'static str {
    result.err().map_or("no error", |error| error.code())
}
