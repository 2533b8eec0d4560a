//! Whose service an event is of, once a file is read whole.
//!
//! In: the events of one file, the service it is read for, the names a person or the workspace already knows. Out:
//! the same events with their services settled. One name throughout a file is the tool's own name for the service it
//! is read for (an incident tool's "Checkout API" for `checkout`); several names are several services, unless it was
//! said which is which.

use std::collections::{BTreeMap, BTreeSet};

use super::events::Events;

/// Names of services met in a file, event by event.
#[derive(Debug, Clone, Default)]
pub struct Met {
    deployments: BTreeSet<String>,
    incidents: BTreeSet<String>,
}

/// What each name in a file is in the end.
pub type Settled = BTreeMap<String, String>;

impl Met {
    /// A deployment names this service.
    pub fn deployment(&mut self, service: &str) {
        if !self.deployments.contains(service) {
            self.deployments.insert(service.to_owned());
        }
    }

    /// An incident names this service, or none.
    pub fn incident(&mut self, service: Option<&str>) {
        let service = service.unwrap_or_default();
        if !self.incidents.contains(service) {
            self.incidents.insert(service.to_owned());
        }
    }

    /// Settles them: what each is, and all of them with commas; `None` if the file names none.
    ///
    /// `own` is the service the file is read for; `said` are pairs of a name in the file and the service it is.
    #[must_use]
    pub fn settled(&self, own: &str, said: &[(String, String)]) -> (Settled, Option<String>) {
        let all = self.deployments.iter().chain(&self.incidents);
        let names: BTreeSet<&str> = all
            .clone()
            .map(|name| name.trim())
            .filter(|name| !name.is_empty() && *name != own)
            .collect();
        let own_is_named = !own.is_empty() && self.deployments.contains(own);
        let one = names.len() == 1 && !own_is_named;
        let settled = |name: &str| -> String {
            let name = name.trim();
            match said.iter().find(|(from, _)| from == name) {
                Some((_, to)) => to.clone(),
                None if name.is_empty() || (one && !own.is_empty()) => own.to_owned(),
                None => name.to_owned(),
            }
        };
        let named = names.iter().copied().collect::<Vec<_>>().join(", ");
        let settled = all.map(|name| (name.clone(), settled(name))).collect();
        (settled, (!names.is_empty()).then_some(named))
    }
}

/// Gives the events their settled services.
pub fn give(events: &mut Events, settled: &Settled) {
    for deployment in &mut events.deployments {
        if let Some(to) = settled.get(&deployment.service) {
            deployment.service.clone_from(to);
        }
    }
    for incident in &mut events.incidents {
        let to = settled.get(incident.service.as_deref().unwrap_or_default());
        incident.service = to.cloned().filter(|name| !name.is_empty());
    }
}

/// Settles the services of a file's events and returns the names met in it, with commas; `None` if it names none.
///
/// `own` is the service the file is read for; `said` are pairs of a name in the file and the service it is.
pub fn settle(events: &mut Events, own: &str, said: &[(String, String)]) -> Option<String> {
    let mut met = Met::default();
    for deployment in &events.deployments {
        met.deployment(&deployment.service);
    }
    for incident in &events.incidents {
        met.incident(incident.service.as_deref());
    }
    let (settled, named) = met.settled(own, said);
    give(events, &settled);
    named
}

#[cfg(test)]
mod tests {
    use super::settle;
    use crate::evidence::events::{Events, Incident};

    fn incidents(services: &[Option<&str>]) -> Events {
        let incident = |service: &Option<&str>| Incident {
            source_id: "1".into(),
            service: service.map(str::to_owned),
            started: 0,
            detected: None,
            resolved: None,
            severity: None,
            caused_by: None,
            origin: Default::default(),
        };
        Events {
            incidents: services.iter().map(incident).collect(),
            ..Events::default()
        }
    }

    fn settled(services: &[Option<&str>], own: &str, said: &[(&str, &str)]) -> Vec<String> {
        let said: Vec<(String, String)> = said
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect();
        let mut events = incidents(services);
        settle(&mut events, own, &said);
        let names = events.incidents.into_iter().map(|i| i.service);
        names.map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn one_name_is_the_tools_own_for_the_service_the_file_is_read_for() {
        let all = [Some("Checkout API"), None, Some(" Checkout API ")];
        assert_eq!(settled(&all, "shop", &[]), ["shop"; 3]);
    }

    #[test]
    fn several_names_stay_unless_it_was_said_which_is_which() {
        let all = [Some("Checkout API"), Some("Booking"), None];
        assert_eq!(
            settled(&all, "shop", &[]),
            ["Checkout API", "Booking", "shop"]
        );
        assert_eq!(
            settled(&all, "shop", &[("Checkout API", "shop")]),
            ["shop", "Booking", "shop"]
        );
    }

    #[test]
    fn the_name_of_another_service_there_is_means_that_service() {
        let all = [Some("booking"), Some("booking")];
        assert_eq!(
            settled(&all, "shop", &[("booking", "booking")]),
            ["booking"; 2]
        );
    }

    #[test]
    fn a_file_read_for_nobody_yet_keeps_its_names() {
        assert_eq!(
            settled(&[Some("Checkout API"), None], "", &[]),
            ["Checkout API", ""]
        );
    }
}
