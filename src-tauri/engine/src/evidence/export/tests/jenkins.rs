//! Jenkins' file: every value was read off the sample by eye.

use super::{broken, changed, cut_after, deployments, known, notes};

const ID: &str = "jenkins_builds";
const PATH: &str = "jenkins/allBuilds.json";

#[test]
fn a_build_ends_after_its_duration() {
    // 1772700600000 ms is 2026-03-05T08:50:00Z, the start; 600 000 ms later it ended.
    let one = "shop-deploy/41#1 shop production Success 2026-03-05T08:50:00Z 2026-03-05T09:00:00Z \
               7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b -";
    assert_eq!(deployments(&known(ID, PATH)), [one]);
    let newest = changed(ID, PATH, &[("\"allBuilds\"", "\"builds\"")]);
    assert_eq!(deployments(&newest), [one]);
}

#[test]
fn results_are_told_apart() {
    let unstable = changed(ID, PATH, &[("SUCCESS", "UNSTABLE")]);
    assert!(deployments(&unstable)[0].contains(" Unknown "));
    assert_eq!(notes(&unstable), ["note-jenkins-unstable 1"]);
    let aborted = changed(ID, PATH, &[("SUCCESS", "ABORTED")]);
    assert!(deployments(&aborted)[0].contains(" Cancelled "));
    let not_built = changed(ID, PATH, &[("SUCCESS", "NOT_BUILT")]);
    assert_eq!(notes(&not_built), ["note-export-did-not-run 1"]);
    let building = changed(ID, PATH, &[("\"building\": false", "\"building\": true")]);
    assert_eq!(notes(&building), ["note-export-unfinished 1"]);
    let running = changed(ID, PATH, &[("\"SUCCESS\"", "null")]);
    assert_eq!(notes(&running), ["note-export-unfinished 1"]);
    let other = changed(ID, PATH, &[("job/shop-deploy/41", "job/shop/job/main/41")]);
    assert_eq!(notes(&other), ["note-export-not-deploying 1"]);
}

#[test]
fn the_revision_is_of_the_repository_named_like_the_service() {
    // A shared library was checked out too, and came first.
    let library = |of: &str| {
        let data = r#"{"_class":"hudson.plugins.git.util.BuildData","lastBuiltRevision":{"SHA1":"LIB"},"remoteUrls":["URL"]},{},"#;
        let data = data
            .replace("LIB", "2222222222222222222222222222222222222222")
            .replace("URL", of);
        changed(ID, PATH, &[("{},", &data)])
    };
    let chosen = library("git@github.com:acme/jenkins-library.git");
    assert!(deployments(&chosen)[0].contains("7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b"));
    let same = library("https://github.com/other/shop");
    assert!(deployments(&same)[0].ends_with(" - -"));
    assert_eq!(notes(&same), ["note-export-several-repositories 1"]);
}

#[test]
fn a_parameter_names_the_environment() {
    let parameters = r#"{"parameters":[{"name":"TARGET_ENV","value":"Staging"}]},"#;
    let staging = changed(ID, PATH, &[("{},", parameters)]);
    assert!(deployments(&staging)[0].starts_with("shop-deploy/41#1 shop staging "));
}

#[test]
fn a_broken_list_of_builds_says_where() {
    assert_eq!(
        cut_after(ID, PATH, "\"building\""),
        "The file “export.json” ends in the middle of a record, at line 33."
    );
    assert_eq!(
        broken(ID, PATH, "\"duration\": 600000", "\"duration\": \"long\""),
        ["line 4: duration: “long” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(ID, PATH, "\"timestamp\": 1772700600000,", ""),
        ["line 4: timestamp is missing"]
    );
}
