//! What an event is known by, as digests of 64 bits: two million keys take 16 MB and not half a gigabyte.
//!
//! In: events. Out: numbers that are equal when the keys are. The digest is seeded anew by each process, so no file
//! can be made to collide; that two of two million keys meet by chance has a probability of one in ten million.

use std::hash::{BuildHasher, Hash, RandomState};

use crate::evidence::events::{Commit, Deployment, Incident, PullRequest};

/// One seed, and the digests made under it.
#[derive(Debug, Clone, Default)]
pub struct Keys(RandomState);

impl Keys {
    /// A deployment by its id and attempt.
    #[must_use]
    pub fn deployment(&self, of: &Deployment) -> u64 {
        self.digest(('d', &of.source_id, of.attempt))
    }

    /// An incident by its id.
    #[must_use]
    pub fn incident(&self, of: &Incident) -> u64 {
        self.digest(('i', &of.source_id))
    }

    /// A pull request by its number and the commit it landed as.
    #[must_use]
    pub fn pull_request(&self, of: &PullRequest) -> u64 {
        self.digest(('p', &of.number, &of.merged_sha))
    }

    /// A deployment by its service, id and attempt.
    pub(super) fn of_service(&self, of: &Deployment) -> u64 {
        self.digest(('s', &of.service, &of.source_id, of.attempt))
    }

    /// A commit by its id.
    pub(super) fn commit(&self, of: &Commit) -> u64 {
        self.digest(('c', of.id))
    }

    fn digest(&self, key: impl Hash) -> u64 {
        self.0.hash_one(key)
    }
}

/// How many keys both lists have, each counted as often as it is in both.
pub(super) fn shared(mut old: Vec<u64>, mut new: Vec<u64>) -> u32 {
    old.sort_unstable();
    new.sort_unstable();
    let mut old = old.into_iter().peekable();
    let mut both = 0;
    for key in new {
        while old.next_if(|known| *known < key).is_some() {}
        both += u32::from(old.next_if_eq(&key).is_some());
    }
    both
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn a_key_that_is_there_twice_is_shared_as_often_as_the_other_list_has_it() {
        assert_eq!(shared(vec![], vec![1, 2]), 0);
        assert_eq!(shared(vec![3, 1, 1, 9], vec![1, 9, 1, 1, 4]), 3);
        assert_eq!(shared(vec![1, 1, 1], vec![1]), 1);
    }
}
