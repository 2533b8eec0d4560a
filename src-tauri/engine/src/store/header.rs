//! The first hundred bytes of a file, read before SQLite sees it: is this ours at all?
//!
//! Offsets of the SQLite file format: user version at 60, application id at 68, big-endian.
//! Read only while our lock is held: closing a handle drops the locks of another connection in this program.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::error::StoreError;

/// Marks the file as a Sextant workspace: "SxTw".
pub(super) const APPLICATION_ID: i32 = 0x5378_5477;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The schema's number, from the first bytes of a file that is ours.
pub(super) fn version(path: &Path) -> Result<u32, StoreError> {
    refuse_foreign(path)?;
    let mut first = [0; 64];
    File::open(path)?.read_exact(&mut first)?;
    Ok(u32::from_be_bytes([
        first[60], first[61], first[62], first[63],
    ]))
}

/// Refuses a file that is not a Sextant workspace by its first bytes.
pub(super) fn refuse_foreign(path: &Path) -> Result<(), StoreError> {
    let mut first = Vec::with_capacity(100);
    File::open(path)?.take(100).read_to_end(&mut first)?;
    if !first.starts_with(MAGIC) {
        return Err(StoreError::NotOurs("not a database"));
    }
    let Some(id) = first.get(68..72) else {
        return Err(StoreError::damaged("the file is cut short"));
    };
    if id != APPLICATION_ID.to_be_bytes() {
        return Err(StoreError::NotOurs("another program's database"));
    }
    Ok(())
}
