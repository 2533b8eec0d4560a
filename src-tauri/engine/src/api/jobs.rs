//! Long work on a thread of its own: progress can be asked, it can be stopped, nothing blocks.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::desk::{Inner, lock};
use super::fault::{Done, Fault};
use super::open::Open;
use super::wire::JobView;

/// How many ended jobs are remembered.
const MOST_ENDED: usize = 32;

/// One job as its thread and its askers share it.
#[derive(Debug)]
pub(crate) struct Job {
    view: Mutex<JobView>,
    changed: Condvar,
    pub(crate) cancel: AtomicBool,
}

impl Job {
    fn lock(&self) -> MutexGuard<'_, JobView> {
        self.view.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells how far it is.
    pub(crate) fn tell(&self, progress: String, share: Option<f64>) {
        self.far(progress, share, String::new());
    }

    /// Tells how far it is, and how long it will take.
    pub(crate) fn far(&self, progress: String, share: Option<f64>, left: String) {
        let mut view = self.lock();
        view.progress = progress;
        view.share = share;
        view.left = left;
        self.changed.notify_all();
    }

    pub(crate) fn view(&self) -> JobView {
        self.lock().clone()
    }

    fn end(&self, ended: JobView) {
        let mut view = self.lock();
        *view = JobView {
            id: view.id,
            ..ended
        };
        self.changed.notify_all();
    }
}

/// A view with nothing in it but its state.
pub(crate) fn blank(state: &str) -> JobView {
    JobView {
        id: 0,
        state: state.into(),
        progress: String::new(),
        share: None,
        summary: String::new(),
        problem: None,
        rejects: vec![],
        left: String::new(),
        looked: None,
        files: vec![],
    }
}

/// The jobs of a desk. Asking for one or stopping it needs nothing else of the desk: what holds the workspace for a
/// long time is often the job itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Jobs(Arc<Mutex<All>>);

#[derive(Debug, Default)]
struct All {
    jobs: BTreeMap<u32, Arc<Job>>,
    next: u32,
}

impl Jobs {
    fn lock(&self) -> MutexGuard<'_, All> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts work on a thread; `work` returns the view it ends with.
    pub(crate) fn start(&self, work: impl FnOnce(&Job) -> JobView + Send + 'static) -> JobView {
        let mut all = self.lock();
        all.next += 1;
        let view = JobView {
            id: all.next,
            ..blank("running")
        };
        let job = Arc::new(Job {
            view: Mutex::new(view.clone()),
            changed: Condvar::new(),
            cancel: AtomicBool::new(false),
        });
        all.jobs.insert(view.id, Arc::clone(&job));
        all.forget_old();
        thread::spawn(move || {
            let ended = work(&job);
            job.end(ended);
        });
        view
    }

    pub(crate) fn get(&self, id: u32) -> Done<Arc<Job>> {
        self.lock()
            .jobs
            .get(&id)
            .cloned()
            .ok_or_else(|| Fault::refused("no-job", &[]))
    }

    pub(crate) fn cancel(&self, id: u32) -> Done<JobView> {
        let job = self.get(id)?;
        job.cancel.store(true, Ordering::SeqCst);
        Ok(job.view())
    }

    pub(crate) fn cancel_all(&self) {
        self.lock()
            .jobs
            .values()
            .for_each(|j| j.cancel.store(true, Ordering::SeqCst));
    }
}

impl All {
    fn forget_old(&mut self) {
        let ended: Vec<u32> = self
            .jobs
            .iter()
            .filter(|(_, j)| j.view().state != "running")
            .map(|(id, _)| *id)
            .collect();
        for id in ended.iter().take(ended.len().saturating_sub(MOST_ENDED)) {
            self.jobs.remove(id);
        }
    }
}

/// The last step of a job: `work` on the workspace it was started in; another one that is open now is not touched.
pub(crate) fn in_workspace<T>(
    shared: &Mutex<Inner>,
    workspace: &Path,
    work: impl FnOnce(&mut Open) -> Done<T>,
) -> Done<T> {
    let mut inner = lock(shared);
    let open = inner.open()?;
    if open.path != workspace {
        return Err(Fault::refused("nothing-open", &[]));
    }
    work(open)
}

/// Waits until the job ends, telling each change.
pub(crate) fn wait(job: &Job, progress: &mut dyn FnMut(&JobView)) -> JobView {
    let mut view = job.lock();
    loop {
        progress(&view);
        if view.state != "running" {
            return view.clone();
        }
        view = job
            .changed
            .wait(view)
            .unwrap_or_else(PoisonError::into_inner);
    }
}
