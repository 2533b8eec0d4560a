//! Where readers put events, and what is counted on the way.
//!
//! In: events, blames, remarks of one file. Out: [`Imported`]. Here is what all formats share: whose service an event
//! is of, which names speak of a deployment, where a tool's memory or a list's limit may have cut the file.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use globset::{GlobBuilder, GlobMatcher};

use super::stream::Ended;
use super::{ExportError, ExportOptions, Format, MAX_RECORDS, workflows};
use crate::evidence::events::{
    Deployment, Events, Imported, Incident, Instant, Note, Origin, Outcome, PullRequest, Reject,
    Source, SourceKind,
};
use crate::evidence::table::MAX_REJECTS;
use crate::evidence::table::record::Blame;
use crate::evidence::{Progress, Stage, services};

/// Records between two words about the progress.
const EVERY: u32 = 1024;
/// Most names of workflows that are remembered.
const MOST_WORKFLOWS: usize = 100;
/// Longest name of one that is remembered, in bytes.
const MOST_NAME: usize = 200;
/// Seconds of a day.
const DAY: Instant = 86_400;
/// What one file yields, filled record by record.
pub struct Sink<'o> {
    format: &'o Format,
    options: &'o ExportOptions,
    zone: Option<Tz>,
    only: Option<GlobMatcher>,
    events: Events,
    notes: BTreeMap<&'static str, u32>,
    workflows: BTreeMap<String, bool>,
    records: u32,
    accepted: u32,
    rejected: u32,
    line: u32,
}

impl<'o> Sink<'o> {
    pub(super) fn new(
        format: &'o Format,
        options: &'o ExportOptions,
        zone: Option<Tz>,
    ) -> Result<Self, ExportError> {
        let bad = |pattern: &str| ExportError::Pattern(pattern.to_owned());
        let glob = |pattern: &String| {
            let built = GlobBuilder::new(pattern).case_insensitive(true).build();
            built
                .map(|glob| glob.compile_matcher())
                .map_err(|_| bad(pattern))
        };
        let only = options.only.as_ref().map(glob).transpose()?;
        let (events, notes) = (Events::default(), BTreeMap::new());
        Ok(Self {
            format,
            options,
            zone,
            only,
            events,
            notes,
            workflows: BTreeMap::new(),
            records: 0,
            accepted: 0,
            rejected: 0,
            line: 0,
        })
    }

    pub(super) fn begin(
        &mut self,
        line: u32,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(), ExportError> {
        if self.records >= MAX_RECORDS {
            return Err(ExportError::TooMany);
        }
        self.records += 1;
        self.line = line;
        if self.records.is_multiple_of(EVERY) {
            progress(Progress {
                stage: Stage::Rows,
                done: self.records,
                total: None,
            });
        }
        Ok(())
    }

    pub(super) fn end(&mut self, taken: Result<(), Blame>) {
        let Err(Blame {
            column,
            code,
            value,
        }) = taken
        else {
            self.accepted += 1;
            return;
        };
        self.rejected += 1;
        if self.events.rejects.len() < MAX_REJECTS {
            let source = self.options.name.clone();
            self.events.rejects.push(Reject {
                source,
                line: self.line,
                field: column,
                code: code.to_owned(),
                value,
            });
        }
    }

    /// Where the record at hand is.
    #[must_use]
    pub fn origin(&self) -> Origin {
        Origin {
            source: 0,
            line: self.line,
        }
    }

    /// A deployment of the service at hand to production, of unknown outcome, to be filled in.
    #[must_use]
    pub fn blank_deployment(&self, source_id: String, finished: Instant) -> Deployment {
        Deployment {
            source_id,
            attempt: 1,
            service: String::new(),
            environment: "production".to_owned(),
            revision: None,
            label: None,
            started: None,
            finished,
            outcome: Outcome::Unknown,
            rollback: false,
            hotfix: false,
            time_is_lower_bound: false,
            change_number: None,
            origin: self.origin(),
        }
    }

    /// An open incident of the service at hand, to be filled in.
    #[must_use]
    pub fn blank_incident(&self, source_id: String, started: Instant) -> Incident {
        Incident {
            source_id,
            service: None,
            started,
            detected: None,
            resolved: None,
            severity: None,
            caused_by: None,
            origin: self.origin(),
        }
    }

    /// A merged pull request, to be filled in.
    #[must_use]
    pub fn blank_pull_request(&self, number: String) -> PullRequest {
        PullRequest {
            number,
            origin: self.origin(),
            ..PullRequest::default()
        }
    }

    /// Puts in a deployment. Without a service of its own it is of the one the file is read for.
    pub fn deployment(&mut self, deployment: Deployment) {
        self.events.deployments.push(deployment);
    }

    /// Puts in an incident. Without a service of its own it is of the one the file is read for.
    ///
    /// # Errors
    /// When it ends before it starts; `field` names the end.
    pub fn incident(&mut self, incident: Incident, field: &str) -> Result<(), Blame> {
        if incident.resolved.is_some_and(|end| end < incident.started) {
            let end = incident.resolved.unwrap_or_default();
            let value = chrono::DateTime::from_timestamp(end, 0)
                .map(|at| at.to_rfc3339())
                .unwrap_or_default();
            return Err(Blame {
                column: Some(field.to_owned()),
                code: "reject-incident-ends-before-start",
                value,
            });
        }
        if incident.resolved.is_none() {
            self.note("note-table-open-incidents");
        }
        self.events.incidents.push(incident);
        Ok(())
    }

    /// Puts in a pull request.
    pub fn pull_request(&mut self, pull: PullRequest) {
        self.events.pull_requests.push(pull);
    }

    /// Counts a remark (`note-…`, its count is `$n`).
    pub fn note(&mut self, code: &'static str) {
        *self.notes.entry(code).or_default() += 1;
    }

    /// Whether a workflow, job, pipeline or stage of that name deploys: by the person's pattern, else by its words.
    /// What does not is counted in a remark, so call it once for each record.
    #[must_use]
    pub fn deploys(&mut self, name: &str) -> bool {
        self.any_deploys(&[name])
    }

    /// Whether a record known by several names (a pipeline's name, its branch, what started it) deploys by one of
    /// them. As [`Sink::deploys`], once for each record.
    #[must_use]
    pub fn any_deploys(&mut self, known_by: &[&str]) -> bool {
        let deploying = |name: &str| workflows::deploying(name);
        self.speaks_of(known_by, deploying, "note-export-not-deploying")
    }

    /// Whether a record of one of these names counts: by the person's pattern, else by `says`. What does not is
    /// counted in a remark, `code` where no pattern decided.
    #[must_use]
    pub fn speaks_of(
        &mut self,
        known_by: &[&str],
        says: impl Fn(&str) -> bool,
        code: &'static str,
    ) -> bool {
        let (fits, code) = match &self.only {
            Some(pattern) => (
                known_by.iter().any(|name| pattern.is_match(name)),
                "note-export-other-name",
            ),
            None => (known_by.iter().any(|name| says(name)), code),
        };
        if !fits {
            self.note(code);
        }
        let name = known_by.first().copied().unwrap_or_default();
        let told = !name.is_empty() && name.len() <= MOST_NAME;
        if told && self.workflows.len() < MOST_WORKFLOWS {
            *self.workflows.entry(name.to_owned()).or_default() |= fits;
        }
        fits
    }

    /// The names of workflows that were taken to deploy, or that were not; one a line.
    fn workflows(&self, deploys: bool) -> Option<String> {
        let of = self.workflows.iter().filter(|(_, fits)| **fits == deploys);
        let names: Vec<&str> = of.map(|(name, _)| name.as_str()).collect();
        (!names.is_empty()).then(|| names.join("\n"))
    }

    /// The service the file is read for.
    #[must_use]
    pub fn service(&self) -> &str {
        &self.options.service
    }

    /// Whether something of that name was asked for: by the person's pattern, else always. What was not is counted in
    /// a remark, so call it once for each record.
    #[must_use]
    pub fn asked(&mut self, name: &str) -> bool {
        let fits = self.only.as_ref().is_none_or(|only| only.is_match(name));
        if !fits {
            self.note("note-export-other-name");
        }
        fits
    }

    /// The zone of times without an offset, if one was declared.
    #[must_use]
    pub fn zone(&self) -> Option<Tz> {
        self.zone
    }

    /// Whether the time is later than the reading, which no event can be.
    #[must_use]
    pub fn is_later(&self, at: Instant) -> bool {
        self.options.now.is_some_and(|now| at > now)
    }

    pub(super) fn imported(mut self, ended: Ended) -> Result<Imported, ExportError> {
        if self.records == 0 {
            return Err(ExportError::NoRecords);
        }
        let named = services::settle(
            &mut self.events,
            &self.options.service,
            &self.options.services,
        );
        let (first, last) = self.span();
        self.cuts(first, ended.more);
        let mut settings = vec![
            ("format".to_owned(), self.format.id.to_owned()),
            ("family".to_owned(), self.format.family().to_owned()),
            ("holds".to_owned(), self.format.holds.word().to_owned()),
            ("encoding".to_owned(), ended.encoding.to_owned()),
        ];
        let more = [
            ("only", &self.options.only),
            ("zone", &self.options.zone),
            ("named", &named),
            ("workflows", &self.workflows(true)),
            ("workflows_left_out", &self.workflows(false)),
        ];
        settings.extend(
            more.into_iter()
                .filter_map(|(key, value)| Some((key.to_owned(), value.clone()?))),
        );
        let note = |(code, count): (&&'static str, &u32)| Note {
            code: (*code).to_owned(),
            count: *count,
        };
        self.events.sources = vec![Source {
            name: self.options.name.clone(),
            kind: SourceKind::Export,
            records: self.records,
            accepted: self.accepted,
            rejected: self.rejected,
            first,
            last,
            sha256: ended.sha256,
            settings,
            notes: self.notes.iter().map(note).collect(),
        }];
        Ok(Imported {
            events: self.events,
            tags_left_out: Vec::new(),
        })
    }

    fn span(&self) -> (Option<Instant>, Option<Instant>) {
        let deployments = self
            .events
            .deployments
            .iter()
            .map(|d| (d.finished, d.finished));
        let incidents = self
            .events
            .incidents
            .iter()
            .map(|i| (i.started, i.resolved.unwrap_or(i.started)));
        let pulls = self
            .events
            .pull_requests
            .iter()
            .filter_map(|p| Some((p.opened.or(p.merged)?, p.merged?)));
        let all: Vec<(Instant, Instant)> = deployments.chain(incidents).chain(pulls).collect();
        (
            all.iter().map(|(first, _)| *first).min(),
            all.iter().map(|(_, last)| *last).max(),
        )
    }

    /// Remarks on where the file may have been cut: by the tool's memory, or by the length of a list.
    fn cuts(&mut self, first: Option<Instant>, more: bool) {
        let retention = self.format.retention;
        if more {
            self.note("note-export-more-pages");
        }
        if let (Some(days), Some(first), Some(now)) = (retention.days, first, self.options.now) {
            let reach = (now - first) / DAY;
            let days = i64::from(days);
            if reach * 10 >= days * 8 && reach <= days + 2 {
                self.notes.insert(
                    "note-export-retention-days",
                    u32::try_from(days).unwrap_or_default(),
                );
            }
        }
        if let Some(entries) = retention.entries {
            let mut of_service: BTreeMap<&str, u32> = BTreeMap::new();
            for deployment in &self.events.deployments {
                *of_service.entry(&deployment.service).or_default() += 1;
            }
            if of_service.values().any(|count| *count >= entries) {
                self.notes.insert("note-export-retention-entries", entries);
            }
        }
        if retention.cuts.contains(&self.records) {
            self.notes.insert("note-export-list-cut", self.records);
        }
    }
}
