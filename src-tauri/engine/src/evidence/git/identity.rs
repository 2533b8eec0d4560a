//! Who wrote a commit, without keeping who: a keyed hash of the address, and whether it is a bot.
//!
//! The hash is HMAC-SHA-256 over the lower-cased address, cut to eight bytes; the key stays in the
//! workspace, so that a list of addresses cannot be tried against it once the key is gone.
//! Each distinct address is hashed once per reading. Names and addresses are never passed on.

use super::objects::Person;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::HashMap;

/// Words in a name, or in the address before the `@`, that only bots use (METHOD 3 rule 9).
const BOTS: [&str; 10] = [
    "dependabot",
    "dependabot-preview",
    "renovate",
    "renovate-bot",
    "renovatebot",
    "github-actions",
    "github-action",
    "weblate",
    "hosted-weblate",
    "pre-commit-ci",
];

/// Addresses of bots whose name and local part say nothing.
const BOT_MAILS: [&str; 4] = [
    "hosted@weblate.org",
    "noreply-mt@weblate.org",
    "bot@renovateapp.com",
    "action@github.com",
];

/// Hashes addresses under one key and remembers the ones it met.
pub struct Identities {
    mac: Hmac<Sha256>,
    known: HashMap<Vec<u8>, Author>,
}

/// What is kept of an author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    /// Keyed hash of the address.
    pub hash: [u8; 8],
    /// By name or address a bot.
    pub bot: bool,
}

/// Most authors remembered; beyond it they are looked at again each time.
const REMEMBERED: usize = 100_000;

impl Identities {
    /// Starts with a key of any length.
    #[must_use]
    pub fn new(key: &[u8]) -> Option<Self> {
        let mac = Hmac::new_from_slice(key).ok()?;
        Some(Self {
            mac,
            known: HashMap::new(),
        })
    }

    /// Who an author line speaks of, as far as is kept.
    pub fn author(&mut self, person: &Person<'_>) -> Author {
        if let Some(author) = self.known.get(person.line) {
            return *author;
        }
        let author = Author {
            hash: self.hash(person.mail),
            bot: is_bot(person),
        };
        if self.known.len() < REMEMBERED {
            self.known.insert(person.line.to_vec(), author);
        }
        author
    }

    fn hash(&self, mail: &[u8]) -> [u8; 8] {
        let mut mac = self.mac.clone();
        mac.update(String::from_utf8_lossy(mail).to_lowercase().as_bytes());
        let mut hash = [0; 8];
        hash.copy_from_slice(&mac.finalize().into_bytes()[..8]);
        hash
    }
}

fn is_bot(person: &Person<'_>) -> bool {
    let name = String::from_utf8_lossy(person.name).to_lowercase();
    let mail = String::from_utf8_lossy(person.mail).to_lowercase();
    let local = mail.split('@').next().unwrap_or_default();
    name.contains("[bot]")
        || mail.contains("[bot]")
        || BOT_MAILS.contains(&mail.as_str())
        || words(&name)
            .chain(words(local))
            .any(|word| BOTS.contains(&word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bot(name: &str, mail: &str) -> bool {
        is_bot(&Person {
            line: b"",
            name: name.as_bytes(),
            mail: mail.as_bytes(),
            time: None,
        })
    }

    #[test]
    fn bots_are_known_by_name_or_address() {
        assert!(bot("p150[bot]", "p150@example.invalid"));
        assert!(bot("dependabot", "support@github.com"));
        assert!(bot("Renovate Bot", "bot@renovateapp.com"));
        assert!(bot(
            "x",
            "41898282+github-actions[bot]@users.noreply.github.com"
        ));
        assert!(bot("Hosted Weblate", "hosted@weblate.org"));
        assert!(bot("pre-commit-ci", ""));
    }

    #[test]
    fn people_who_resemble_bots_are_people() {
        assert!(!bot("Abbot Botha", "abbot@bot.example"));
        assert!(!bot("Renovatio Lee", "renovatio@x"));
        assert!(!bot("Michal", "michal@weblate.org"));
    }

    /// RFC 4231 test case 2: key "Jefe", data "what do ya want for nothing?".
    #[test]
    fn the_hash_is_hmac_sha_256_cut_to_eight_bytes() {
        let identities = Identities::new(b"Jefe").expect("any key");
        let expected = [0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e];
        assert_eq!(identities.hash(b"what do ya want for nothing?"), expected);
        assert_eq!(identities.hash(b"WHAT do ya want for nothing?"), expected);
    }
}
