//! Settings: JSON values under keys such as `team`, `plan.3`, `window.3`.

use rusqlite::{Connection, params};

use super::Store;
use super::error::StoreError;
use super::seal::Seal;
use super::values::{is_json, rows};
use crate::evidence::events::Instant;

impl Store {
    /// A setting's JSON, if it was ever set.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut all = settings(&self.conn)?.into_iter();
        Ok(all.find(|known| known.0 == key).map(|(_, value)| value))
    }

    /// Sets a setting to a JSON text.
    ///
    /// # Errors
    /// `store-failed` for a text that is not JSON, and those of every change.
    pub fn set_setting(&mut self, key: &str, value: &str, now: Instant) -> Result<(), StoreError> {
        if !is_json(value) {
            return Err(StoreError::Refused("a setting is JSON"));
        }
        self.change(Some(now), |conn| {
            conn.execute(
                "INSERT INTO setting (key, value, at, seal) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at, seal = excluded.seal",
                params![key, value, now, seal(key, value, now).done()],
            )?;
            Ok(())
        })
    }
}

/// All settings, as they are.
pub(super) fn settings(conn: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    rows(
        conn,
        "SELECT key, value, at, seal FROM setting NOT INDEXED",
        [],
        |row| {
            let (key, value): (String, String) = (row.get(0)?, row.get(1)?);
            seal(&key, &value, row.get(2)?).verify(&row.get(3)?, "setting")?;
            if !is_json(&value) {
                return Err(StoreError::damaged("a setting is not JSON"));
            }
            Ok((key, value))
        },
    )
}

fn seal(key: &str, value: &str, at: Instant) -> Seal {
    Seal::of("setting").text(key).text(value).int(at)
}
