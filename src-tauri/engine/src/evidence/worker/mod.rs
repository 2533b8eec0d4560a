//! The process in which repositories are read, so that a damaged or hostile one cannot take the
//! program with it.
//!
//! The program starts itself again with `--worker git`. The parent ([`run`], [`scan`]) writes one
//! JSON request on its stdin and reads capped frames from its stdout ([`wire`]); the child
//! ([`serve`]) looks at the folder, locks itself in ([`sandbox`]), reads, and sends. Every value is
//! checked again by the parent. The child has no database, no environment and no network.

mod child;
mod parent;
pub mod sandbox;
pub mod wire;

pub use super::git::{GitRequest, HistoryRequest, PreReleases, Refusal, Task, Trust};
pub use child::{is_worker_call, main_on_stdio, serve};
pub use parent::{WorkerError, folder_name, run, scan};
