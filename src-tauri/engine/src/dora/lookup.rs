//! What a deployment brought: its revision as a commit of a history, or as a text where there is none.
//!
//! In: [`Events`], graphs. Out: [`Found`]. A revision is looked up as a commit id, then as a tag, then as an image tag
//! that holds a commit id or a version (`main-7a6b5c4d`, `1.4.0-3-g7a6b5c4`). A revision of a configuration
//! repository is not what users run: the newest image tag that it or an older commit set names that, the second
//! hop. Without any history a revision is compared by its text.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::attempts::from_repository;
use super::graph::Graph;
use crate::evidence::events::{Deployment, Events, Image};

/// What ran.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Revision {
    /// A commit: history and position in it.
    Commit(usize, u32),
    /// A text, where there is no history to look it up in.
    Name(String),
    /// No text either, in a service that never names one: each record counts as a revision of its own.
    Unnamed(String),
    /// Nothing that could be looked up.
    Unknown,
}

/// A revision and how it was found.
pub(crate) struct Found {
    pub(crate) revision: Revision,
    pub(crate) second_hop: bool,
}

/// For each commit of a configuration repository, the image set in force: an index into its images.
type InForce = Rc<Vec<Option<u32>>>;

/// How revisions are looked up.
pub(crate) struct Lookup<'a, 'g> {
    events: &'a Events,
    graphs: &'g [Graph<'g>],
    tags: BTreeMap<(usize, String), u32>,
    /// Histories each service is deployed from.
    of_service: BTreeMap<&'a str, BTreeSet<usize>>,
    /// Services that name a revision or version at least once.
    named: BTreeSet<&'a str>,
    /// Histories that set images and are not what users run.
    configuration: BTreeSet<usize>,
    /// Worked out once for each configuration repository and service.
    in_force: RefCell<BTreeMap<(usize, &'a str), InForce>>,
}

impl<'a, 'g> Lookup<'a, 'g> {
    pub(crate) fn new(events: &'a Events, graphs: &'g [Graph<'g>]) -> Self {
        let mut lookup = Self {
            events,
            graphs,
            tags: BTreeMap::new(),
            of_service: BTreeMap::new(),
            named: BTreeSet::new(),
            configuration: BTreeSet::new(),
            in_force: RefCell::default(),
        };
        for (at, history) in events.histories.iter().enumerate() {
            let known = lookup.of_service.entry(&history.service).or_default();
            known.insert(at);
        }
        for event in &events.deployments {
            lookup.learn(event);
        }
        lookup.set_apart();
        lookup
    }

    /// A history with images is a configuration when one of its tags names something in another history, or when it
    /// is all there is: an application's own repository may set images too, of what it is tested with.
    fn set_apart(&mut self) {
        let all: BTreeSet<usize> = (0..self.graphs.len()).collect();
        let names_another = |at: usize| {
            let others: BTreeSet<usize> = all.iter().copied().filter(|h| *h != at).collect();
            let mut images = self.events.histories[at].images.iter();
            images.any(|i| self.named_by(&i.tag, &others).is_some())
        };
        let with_images = |at: &usize| !self.events.histories[*at].images.is_empty();
        let apart = all.iter().copied().filter(with_images);
        let apart: BTreeSet<usize> = apart
            .filter(|at| all.len() == 1 || names_another(*at))
            .collect();
        for histories in self.of_service.values_mut() {
            histories.retain(|h| !apart.contains(h));
        }
        self.of_service.retain(|_, histories| !histories.is_empty());
        self.configuration = apart;
    }

    /// Learns which history a service is deployed from, and the tag names.
    fn learn(&mut self, event: &'a Deployment) {
        if texts(event).next().is_some() {
            self.named.insert(&event.service);
        }
        let Some((history, commit)) = self.by_id(event.revision.as_deref()) else {
            return;
        };
        self.of_service
            .entry(&event.service)
            .or_default()
            .insert(history);
        let label = event
            .label
            .as_ref()
            .filter(|_| from_repository(event, self.events));
        if let Some(label) = label {
            self.tags.insert((history, tag_key(label)), commit);
        }
    }

    fn is_configuration(&self, history: usize) -> bool {
        self.configuration.contains(&history)
    }

    /// A commit by its id, in a history of the service first.
    fn by_id_of(&self, service: &str, hex: Option<&str>) -> Option<(usize, u32)> {
        let hex = hex?.trim();
        let own = |at: &usize| self.events.histories[*at].service == service;
        let mut places: Vec<usize> = (0..self.graphs.len()).collect();
        places.sort_by_key(|at| !own(at));
        let found = |at: usize| self.graphs[at].find(hex).map(|commit| (at, commit));
        places.into_iter().find_map(found)
    }

    fn by_id(&self, hex: Option<&str>) -> Option<(usize, u32)> {
        self.by_id_of("", hex)
    }

    /// The revision of a deployment.
    pub(crate) fn revision(&self, event: &'a Deployment) -> Found {
        let direct = |revision| Found {
            revision,
            second_hop: false,
        };
        let by_id = self.by_id_of(&event.service, event.revision.as_deref());
        if let Some((history, commit)) = by_id {
            if self.is_configuration(history) {
                return Found {
                    revision: self.hop(history, commit, &event.service),
                    second_hop: true,
                };
            }
            return direct(Revision::Commit(history, commit));
        }
        let Some(histories) = self.of_service.get(event.service.as_str()) else {
            return direct(self.by_text(event));
        };
        let found = texts(event)
            .find_map(|text| self.tag(text, histories))
            .or_else(|| texts(event).find_map(|text| self.inside(text, histories)));
        direct(found.map_or(Revision::Unknown, |(history, commit)| {
            Revision::Commit(history, commit)
        }))
    }

    fn tag(&self, text: &str, histories: &BTreeSet<usize>) -> Option<(usize, u32)> {
        let key = tag_key(text);
        let at = |history: &usize| {
            let commit = self.tags.get(&(*history, key.clone()))?;
            Some((*history, *commit))
        };
        histories.iter().find_map(at)
    }

    /// A commit id inside an image tag, the last one first: `main-7a6b5c4d`, `1.4.0-3-g7a6b5c4`. Wider than the rule of
    /// a tag alone ([`crate::evidence::image::commit_in`]), which has no history to ask: here a word of figures, or one
    /// of several words, counts when there is such a commit.
    fn inside(&self, text: &str, histories: &BTreeSet<usize>) -> Option<(usize, u32)> {
        let parts = text.rsplit(|c: char| !c.is_ascii_alphanumeric());
        let ids = parts.filter_map(|part| {
            let bare = part.strip_prefix(['g', 'G']).unwrap_or(part);
            let hex = bare.len() >= 7 && bare.chars().all(|c| c.is_ascii_hexdigit());
            hex.then_some(bare)
        });
        let at = |id: &str| {
            histories
                .iter()
                .find_map(|h| self.graphs[*h].find(id).map(|commit| (*h, commit)))
        };
        ids.filter_map(at).next()
    }

    /// What an image tag names: a commit of one of the service's histories.
    fn image_commit(&self, tag: &str, service: &str) -> Option<(usize, u32)> {
        let own = self.of_service.get(service);
        let all: BTreeSet<usize> = (0..self.graphs.len())
            .filter(|h| !self.is_configuration(*h))
            .collect();
        self.named_by(tag, own.filter(|h| !h.is_empty()).unwrap_or(&all))
    }

    /// A commit id, a tag, or a commit id inside an image tag.
    fn named_by(&self, tag: &str, histories: &BTreeSet<usize>) -> Option<(usize, u32)> {
        let whole = || {
            histories
                .iter()
                .find_map(|h| self.graphs[*h].find(tag).map(|commit| (*h, commit)))
        };
        whole()
            .or_else(|| self.tag(tag, histories))
            .or_else(|| self.inside(tag, histories))
    }

    /// The second hop: from a commit of a configuration repository to what its image tag names.
    fn hop(&self, history: usize, commit: u32, service: &'a str) -> Revision {
        let in_force = self.in_force(history, service);
        let at = in_force.get(commit as usize).copied().flatten();
        let image = at.and_then(|i| self.events.histories[history].images.get(i as usize));
        let Some(image) = image else {
            return Revision::Unknown;
        };
        match self.image_commit(&image.tag, service) {
            Some((history, commit)) => Revision::Commit(history, commit),
            None if self.of_service.contains_key(service) => Revision::Unknown,
            None => Revision::Name(tag_key(&image.tag)),
        }
    }

    /// Images are of the service when they have its name; where none has, those count whose tag is found.
    fn in_force(&self, history: usize, service: &'a str) -> InForce {
        if let Some(known) = self.in_force.borrow().get(&(history, service)) {
            return Rc::clone(known);
        }
        let config = &self.events.histories[history];
        let called = |image: &Image| image.name.eq_ignore_ascii_case(service);
        let by_name = config.images.iter().any(called);
        let single = config
            .images
            .iter()
            .all(|i| i.name == config.images[0].name);
        let counts = |image: &Image| {
            if by_name {
                called(image)
            } else {
                single || self.image_commit(&image.tag, service).is_some()
            }
        };
        let mut of_commit: Vec<Option<u32>> = vec![None; config.commits.len()];
        for (at, image) in config.images.iter().enumerate() {
            if let Some(slot) = of_commit
                .get_mut(image.commit as usize)
                .filter(|_| counts(image))
            {
                slot.get_or_insert(at as u32);
            }
        }
        // Children before parents: from the oldest on, a commit without an image has its newest parent's.
        for commit in (0..config.commits.len()).rev() {
            if of_commit[commit].is_none() {
                let parents = config.commits[commit].parents.iter();
                let newest = parents
                    .filter_map(|p| of_commit.get(*p as usize).copied().flatten())
                    .min_by_key(|at| config.images[*at as usize].commit);
                of_commit[commit] = newest;
            }
        }
        let worked_out = Rc::new(of_commit);
        let mut cache = self.in_force.borrow_mut();
        cache.insert((history, service), Rc::clone(&worked_out));
        worked_out
    }

    /// Without a history: the text, or the record itself where the service never names a revision.
    fn by_text(&self, event: &Deployment) -> Revision {
        let name = texts(event).next().map(str::to_lowercase);
        if self.named.contains(event.service.as_str()) {
            return name.map_or(Revision::Unknown, Revision::Name);
        }
        let own = (
            super::join::place(self.events, &event.origin),
            &event.source_id,
            event.attempt,
            event.finished,
        );
        Revision::Unnamed(format!("{own:?}"))
    }
}

/// Revision and version as written, the empty ones left out.
fn texts(event: &Deployment) -> impl Iterator<Item = &str> {
    let both = event.revision.iter().chain(&event.label);
    both.map(|t| t.trim()).filter(|t| !t.is_empty())
}

/// A tag with or without its leading `v`, in any case, is the same.
fn tag_key(tag: &str) -> String {
    let tag = tag.trim().to_lowercase();
    let bare = tag
        .strip_prefix('v')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    bare.map_or_else(|| tag.clone(), str::to_owned)
}
