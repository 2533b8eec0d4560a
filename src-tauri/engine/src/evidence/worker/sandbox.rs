//! What the worker gives up before it opens a repository.
//!
//! Limits on memory, time, files and their size; on Linux also every right to the file system but
//! reading below the repository, and every right to the network. Where the system cannot enforce
//! all of it, reading goes on and a note says so: the limits and the separate process remain.

use std::path::Path;

/// How far the system could be made to help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enforced {
    /// Everything asked for holds.
    Fully,
    /// Some of it does not.
    InPart,
}

/// Memory for the reader itself; mapped packs come on top.
const MEMORY: u64 = 1 << 30;
/// Most bytes of packs mapped at once.
const MOST_PACKS: u64 = 32 << 30;

/// Locks the process in; `readable` is the only folder that can still be read.
#[must_use]
pub fn lock(readable: &Path, pack_bytes: u64) -> Enforced {
    let limits = limits(pack_bytes);
    let files = files(readable);
    if limits && files {
        Enforced::Fully
    } else {
        Enforced::InPart
    }
}

#[cfg(unix)]
fn limits(pack_bytes: u64) -> bool {
    use rlimit::{Resource, setrlimit};
    let space = MEMORY + pack_bytes.min(MOST_PACKS);
    let wanted = [
        (Resource::AS, space),
        (Resource::CPU, 60),
        (Resource::FSIZE, 0),
        (Resource::CORE, 0),
        (Resource::NOFILE, 256),
    ];
    #[cfg(target_os = "linux")]
    let heap = setrlimit(Resource::DATA, MEMORY, MEMORY).is_ok();
    #[cfg(not(target_os = "linux"))]
    let heap = true;
    wanted
        .iter()
        .all(|(what, most)| setrlimit(*what, *most, *most).is_ok())
        && heap
}

#[cfg(not(unix))]
fn limits(_pack_bytes: u64) -> bool {
    false
}

#[cfg(target_os = "linux")]
fn files(readable: &Path) -> bool {
    use landlock::RulesetStatus;
    matches!(restrict(readable), Ok(RulesetStatus::FullyEnforced))
}

#[cfg(target_os = "linux")]
fn restrict(readable: &Path) -> Result<landlock::RulesetStatus, landlock::RulesetError> {
    use landlock::{
        ABI, Access, AccessFs, AccessNet, PathBeneath, PathFd, Ruleset, RulesetAttr,
        RulesetCreatedAttr,
    };
    let Ok(folder) = PathFd::new(readable) else {
        return Ok(landlock::RulesetStatus::NotEnforced);
    };
    let abi = ABI::V4;
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(abi))?
        .handle_access(AccessNet::from_all(abi))?
        .create()?
        .add_rule(PathBeneath::new(
            folder,
            AccessFs::ReadFile | AccessFs::ReadDir,
        ))?
        .restrict_self()?;
    Ok(status.ruleset)
}

#[cfg(not(target_os = "linux"))]
fn files(_readable: &Path) -> bool {
    false
}
