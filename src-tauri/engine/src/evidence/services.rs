//! Whose service an event is of, once a file is read whole.
//!
//! In: the events of one file, the service it is read for, the names a person or the workspace already knows. Out:
//! the same events with their services settled. One name throughout a file is the tool's own name for the service it
//! is read for (an incident tool's "Checkout API" for `checkout`); several names are several services, unless it was
//! said which is which.

use std::collections::BTreeSet;

use super::events::Events;

/// Settles the services of a file's events and returns the names met in it, with commas; `None` if it names none.
///
/// `own` is the service the file is read for; `said` are pairs of a name in the file and the service it is.
pub fn settle(events: &mut Events, own: &str, said: &[(String, String)]) -> Option<String> {
    let deployments = events.deployments.iter().map(|d| d.service.as_str());
    let incidents = events.incidents.iter().filter_map(|i| i.service.as_deref());
    let named = deployments.chain(incidents).map(str::trim);
    let names: BTreeSet<String> = named
        .filter(|name| !name.is_empty() && *name != own)
        .map(str::to_owned)
        .collect();
    let own_is_named = events
        .deployments
        .iter()
        .any(|d| d.service == own && !own.is_empty());
    let one = names.len() == 1 && !own_is_named;
    let settled = |name: &str| -> String {
        let name = name.trim();
        match said.iter().find(|(from, _)| from == name) {
            Some((_, to)) => to.clone(),
            None if name.is_empty() || (one && !own.is_empty()) => own.to_owned(),
            None => name.to_owned(),
        }
    };
    for deployment in &mut events.deployments {
        deployment.service = settled(&deployment.service);
    }
    for incident in &mut events.incidents {
        let service = settled(incident.service.as_deref().unwrap_or_default());
        incident.service = Some(service).filter(|name| !name.is_empty());
    }
    (!names.is_empty()).then(|| names.into_iter().collect::<Vec<_>>().join(", "))
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
