//! A file that tells how much of it has been read: the share of the work where no count of records is known.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::cannot_read;
use crate::api::fault::Done;

/// A file under way.
pub(super) struct Counted {
    file: File,
    far: Far,
}

/// How much of a file has been read.
#[derive(Clone)]
pub(super) struct Far {
    read: Arc<AtomicU64>,
    of: u64,
}

impl Counted {
    pub(super) fn open(path: &Path) -> Done<Self> {
        let file = File::open(path).map_err(|e| cannot_read(path, &e))?;
        let of = file.metadata().map_or(0, |about| about.len());
        let far = Far {
            read: Arc::new(AtomicU64::new(0)),
            of,
        };
        Ok(Self { file, far })
    }

    pub(super) fn far(&self) -> Far {
        self.far.clone()
    }
}

impl Read for Counted {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(out)?;
        self.far.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Far {
    /// 0 to 1; `None` where the size is not known.
    pub(super) fn share(&self) -> Option<f64> {
        let read = self.read.load(Ordering::Relaxed);
        #[expect(
            clippy::cast_precision_loss,
            reason = "a bar needs no more than a thousandth"
        )]
        let share = |of: u64| (read as f64 / of as f64).min(1.0);
        Some(self.of).filter(|of| *of > 0).map(share)
    }
}
