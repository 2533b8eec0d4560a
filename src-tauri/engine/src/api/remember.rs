//! What a person said of a table is offered again for the next file with the same header.
//!
//! Kept as a setting per header: what was said for each service, and which was the last. What a person says now
//! always comes first, field by field; another kind of table than last time starts afresh.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::fault::Done;
use super::import::{self, What};
use super::open::Open;
use super::wire::ImportOptions;
use crate::evidence::events::Instant;
use crate::evidence::table;

/// What was said of files with one header.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct Known {
    last: String,
    services: BTreeMap<String, Said>,
}

/// What was said for one service.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct Said {
    kind: Option<String>,
    mapping: BTreeMap<String, String>,
    zone: Option<String>,
    date_order: Option<String>,
    sheet: Option<String>,
}

/// The options with what is remembered for this header, if that adds anything.
pub(crate) fn offered(
    open: &Open,
    service: Option<&str>,
    path: &Path,
    given: &ImportOptions,
) -> Done<Option<ImportOptions>> {
    let What::Table = import::what(path, given)? else {
        return Ok(None);
    };
    let Some(key) = key(path, given) else {
        return Ok(None);
    };
    let known = known(open, &key)?;
    let of = service.filter(|service| known.services.contains_key(*service));
    let said = known.services.get(of.unwrap_or(&known.last));
    Ok(said
        .map(|said| together(said, given))
        .filter(|all| all != given))
}

/// Keeps what an import was told.
pub(crate) fn keep(
    open: &mut Open,
    service: &str,
    path: &Path,
    options: &ImportOptions,
    now: Instant,
) -> Done<()> {
    let said = Said {
        kind: options.kind.clone(),
        mapping: options.mapping.clone(),
        zone: options.zone.clone(),
        date_order: options.date_order.clone(),
        sheet: options.sheet.clone(),
    };
    let Some(key) = key(path, options) else {
        return Ok(());
    };
    let mut known = known(open, &key)?;
    if said == Said::default() && !known.services.contains_key(service) {
        return Ok(());
    }
    service.clone_into(&mut known.last);
    known.services.insert(service.to_owned(), said);
    let text = serde_json::to_string(&known).unwrap_or_default();
    open.store.set_setting(&key, &text, now)?;
    Ok(())
}

fn together(said: &Said, given: &ImportOptions) -> ImportOptions {
    if given.kind.is_some() && given.kind != said.kind {
        return given.clone();
    }
    let mut mapping = said.mapping.clone();
    mapping.extend(given.mapping.clone());
    let or = |given: &Option<String>, said: &Option<String>| given.clone().or_else(|| said.clone());
    ImportOptions {
        kind: or(&given.kind, &said.kind),
        zone: or(&given.zone, &said.zone),
        date_order: or(&given.date_order, &said.date_order),
        sheet: or(&given.sheet, &said.sheet),
        mapping,
        ..given.clone()
    }
}

/// A file that cannot be read has no header; the reading itself will say why.
fn key(path: &Path, options: &ImportOptions) -> Option<String> {
    let options = ImportOptions {
        mapping: BTreeMap::new(),
        ..options.clone()
    };
    let options = import::table_options(path, "", &options).ok()?;
    let header = table::fingerprint(File::open(path).ok()?, &options).ok()?;
    Some(format!("table.{header}"))
}

fn known(open: &Open, key: &str) -> Done<Known> {
    let text = open.store.setting(key)?;
    let known = text.and_then(|text| serde_json::from_str(&text).ok());
    Ok(known.unwrap_or_default())
}
