//! A worker that stops, is stopped, or is none.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sextant_engine::evidence::worker::{self, HistoryRequest, WorkerError};

use crate::{request, small};

#[test]
fn a_worker_that_says_nothing_sensible_has_stopped() {
    let repository = small();
    let asked = request(repository.path(), HistoryRequest::new("shop", b"key"));
    for program in ["/bin/echo", "/bin/false"] {
        let told = worker::run(
            Path::new(program),
            &asked,
            &mut |_| {},
            &AtomicBool::new(false),
        );
        assert!(matches!(told, Err(WorkerError::Stopped { .. })), "{told:?}");
    }
    let told = worker::run(
        Path::new("/nonexistent/program"),
        &asked,
        &mut |_| {},
        &AtomicBool::new(false),
    );
    assert!(matches!(told, Err(WorkerError::NotStarted(_))));
}

#[cfg(unix)]
#[test]
fn cancelling_and_the_wall_limit_stop_the_worker() {
    use std::os::unix::fs::PermissionsExt;
    let repository = small();
    let script: PathBuf = repository.path().join("sleeper");
    fs::write(&script, "#!/bin/sh\nexec /bin/sleep 30\n").unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let mut asked = request(repository.path(), HistoryRequest::new("shop", b"key"));
    asked.wall_seconds = 1;
    let told = worker::run(&script, &asked, &mut |_| {}, &AtomicBool::new(false));
    assert!(matches!(
        told,
        Err(WorkerError::TimeOver { seconds: 1, .. })
    ));
    asked.wall_seconds = 20;
    let cancel = AtomicBool::new(false);
    let told = std::thread::scope(|scope| {
        let running = scope.spawn(|| worker::run(&script, &asked, &mut |_| {}, &cancel));
        std::thread::park_timeout(Duration::from_millis(50));
        cancel.store(true, Ordering::SeqCst);
        running.join().unwrap()
    });
    assert!(matches!(told, Err(WorkerError::Cancelled)));
}
