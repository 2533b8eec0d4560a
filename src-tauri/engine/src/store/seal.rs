//! Seals: a short digest kept beside a row, so that a flipped bit is noticed and never measured.
//!
//! SQLite's own checks see a broken page, not a changed letter: of a thousand single-bit flips in a small
//! file, some six hundred pass them. A seal is the first eight bytes of a SHA-256 over the row's values,
//! each with its type and length, so that no two different rows read the same.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::error::StoreError;

/// A digest being filled, value by value, in the order of the columns.
pub(super) struct Seal {
    digest: Sha256,
    line: Vec<u8>,
}

impl Seal {
    /// Starts a seal for one table: equal rows of two tables differ.
    pub(super) fn of(table: &str) -> Self {
        let empty = Self {
            digest: Sha256::new(),
            line: Vec::new(),
        };
        empty.text(table)
    }

    /// Adds a number.
    pub(super) fn int(self, value: i64) -> Self {
        self.part(b'i', &value.to_le_bytes())
    }

    /// Adds a text.
    pub(super) fn text(self, value: &str) -> Self {
        self.part(b't', value.as_bytes())
    }

    /// Adds bytes.
    pub(super) fn bytes(self, value: &[u8]) -> Self {
        self.part(b'b', value)
    }

    /// Adds a text that may be absent; absent differs from empty.
    pub(super) fn maybe_text(self, value: Option<&str>) -> Self {
        match value {
            Some(text) => self.text(text),
            None => self.part(b'n', &[]),
        }
    }

    /// Adds a number that may be absent.
    pub(super) fn maybe_int(self, value: Option<i64>) -> Self {
        match value {
            Some(number) => self.int(number),
            None => self.part(b'n', &[]),
        }
    }

    /// Adds the JSON text of a value, without holding it.
    pub(super) fn json(&mut self, value: &impl Serialize) -> Result<(), StoreError> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, value)
            .map_err(|_| StoreError::Refused("a value that is not JSON"))?;
        add(&mut self.digest, b't', &self.line);
        Ok(())
    }

    /// Adds a text as its bytes.
    pub(super) fn add_text(&mut self, value: &[u8]) {
        add(&mut self.digest, b't', value);
    }

    /// Adds bytes.
    pub(super) fn add_bytes(&mut self, value: &[u8]) {
        add(&mut self.digest, b'b', value);
    }

    /// The eight bytes.
    pub(super) fn done(self) -> [u8; 8] {
        let digest = self.digest.finalize();
        let mut short = [0; 8];
        short.copy_from_slice(&digest[..8]);
        short
    }

    /// Compares with what the row carries.
    pub(super) fn verify(self, stored: &[u8; 8], table: &'static str) -> Result<(), StoreError> {
        if self.done() == *stored {
            return Ok(());
        }
        Err(StoreError::Damaged(format!("a row of {table} was changed")))
    }

    fn part(mut self, kind: u8, bytes: &[u8]) -> Self {
        add(&mut self.digest, kind, bytes);
        self
    }
}

fn add(digest: &mut Sha256, kind: u8, bytes: &[u8]) {
    digest.update([kind]);
    digest.update((bytes.len() as u64).to_le_bytes());
    digest.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::Seal;

    #[test]
    fn neighbouring_values_do_not_run_together() {
        let a = Seal::of("t").text("ab").text("c").done();
        let b = Seal::of("t").text("a").text("bc").done();
        assert_ne!(a, b);
    }

    #[test]
    fn absent_is_not_empty() {
        let absent = Seal::of("t").maybe_text(None).done();
        let empty = Seal::of("t").maybe_text(Some("")).done();
        assert_ne!(absent, empty);
    }
}
