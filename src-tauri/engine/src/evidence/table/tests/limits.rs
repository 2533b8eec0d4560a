//! Files without an end: how soon a reading stops, and how little of the file it holds.

use super::*;
use std::cell::Cell;
use std::rc::Rc;

/// A header and then the same row for ever, or up to so many bytes; counts what was asked of it.
struct Endless {
    head: Vec<u8>,
    row: Vec<u8>,
    at: usize,
    left: u64,
    given: Rc<Cell<u64>>,
}

impl Endless {
    fn new(head: &str, row: &str, bytes: u64) -> (Self, Rc<Cell<u64>>) {
        let given = Rc::new(Cell::new(0));
        let endless = Self {
            head: head.as_bytes().to_vec(),
            row: row.as_bytes().to_vec(),
            at: 0,
            left: bytes,
            given: Rc::clone(&given),
        };
        (endless, given)
    }
}

impl Read for Endless {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let mut written = 0;
        while written < room.len() && self.left > 0 {
            let from = match self.at.checked_sub(self.head.len()) {
                None => &self.head[self.at..],
                Some(past) => &self.row[past % self.row.len()..],
            };
            let left = usize::try_from(self.left).unwrap_or(usize::MAX);
            let many = from.len().min(room.len() - written).min(left);
            room[written..written + many].copy_from_slice(&from[..many]);
            (self.at, written, self.left) =
                (self.at + many, written + many, self.left - many as u64);
        }
        self.given.set(self.given.get() + written as u64);
        Ok(written)
    }
}

const CSV: (&str, &str) = (
    "deployed_at,env,sha\n",
    "2026-03-05T09:00:00Z,prod,abcdef1\n",
);
const JSON: (&str, &str) = (
    "[",
    "{\"deployed_at\":\"2026-03-05T09:00:00Z\",\"env\":\"prod\"},\n",
);

#[test]
fn a_cancelled_reading_of_an_endless_file_stops_within_a_thousand_rows() {
    for ((head, row), sample) in [(CSV, 256 << 10), (JSON, 1 << 20)] {
        let (endless, given) = Endless::new(head, row, u64::MAX);
        let cancel = AtomicBool::new(false);
        let mut asked = 0;
        let mut tell = |progress: Progress| {
            if progress.done >= 50_000 && asked == 0 {
                asked = progress.done;
                cancel.store(true, Ordering::Relaxed);
            }
        };
        let started = read(endless, &options(), &mut tell, &cancel);
        assert!(matches!(started, Err(TableError::Cancelled)));
        // The rows up to the flag, a thousand more, the sample and two pieces read ahead: nothing else was asked for.
        let rows = u64::from(asked + 1024) * row.len() as u64;
        assert!(
            given.get() <= rows + sample + (128 << 10),
            "{} bytes",
            given.get()
        );
    }
}

/// Nothing but separators, line ends or a list that nobody asked for: no row ever comes.
#[test]
fn a_cancelled_reading_stops_where_no_row_comes() {
    for (head, rest) in [
        ("deployed_at,env\n2026-03-05T09:00:00Z,prod\n", ",\n"),
        ("deployed_at,env\n2026-03-05T09:00:00Z,prod\n", "\n"),
        ("{\"list\":[{\"deployed_at\":1772701200}],\"more\":[", "1,"),
    ] {
        let (endless, given) = Endless::new(head, rest, u64::MAX);
        let cancel = AtomicBool::new(false);
        let watched = Watch {
            inner: endless,
            after: 8 << 20,
            given: Rc::clone(&given),
            flag: &cancel,
        };
        let told = read(watched, &options(), &mut |_| {}, &cancel);
        assert!(matches!(told, Err(TableError::Cancelled)), "{rest:?}");
        assert!(given.get() <= (8 << 20) + (128 << 10), "{}", given.get());
    }
}

/// Sets the flag after so many bytes, as another thread would.
struct Watch<'f> {
    inner: Endless,
    after: u64,
    given: Rc<Cell<u64>>,
    flag: &'f AtomicBool,
}

impl Read for Watch<'_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(room);
        self.flag
            .store(self.given.get() >= self.after, Ordering::Relaxed);
        read
    }
}

#[test]
fn a_file_larger_than_the_limit_is_refused_and_read_no_further() {
    let long = format!("{},prod,{}\n", "2026-03-05T09:00:00Z", "x".repeat(60_000));
    let (endless, given) = Endless::new(CSV.0, &long, u64::MAX);
    let error = preview(endless, &options()).expect_err("too large");
    assert_eq!(refusal(&error, Lang::En), "file.csv is larger than 512 MB.");
    assert!(given.get() <= bytes::MAX_BYTES + (64 << 10));
}

/// The most memory this process ever held, in KiB.
#[cfg(target_os = "linux")]
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.and_then(|kib| kib.parse().ok()).expect("a number")
}

/// Run alone and in release: `cargo test --release -p sextant-engine --lib csv_of_500 -- --ignored --nocapture`.
#[test]
#[cfg(target_os = "linux")]
#[ignore = "half a gigabyte: a figure to look at, not a check of each change"]
fn a_csv_of_500_mb_is_looked_at_in_a_few_megabytes() {
    let (head, _) = CSV;
    // Rows as long as real exports have: 500 bytes, a million of them.
    let row = format!("2026-03-05T09:00:00Z,prod,abcdef1{}\n", " ".repeat(466));
    let before = peak();
    let (endless, _) = Endless::new(head, &row, 500 << 20);
    let told = preview(endless, &options()).expect("a table");
    let grown = peak() - before;
    assert!(told.records > 1_000_000, "{}", told.records);
    assert!(grown < 32 << 10, "{grown} KiB more than before");
}
