//! Plans of four teams through the binary, against values worked out by another program, to 1e-6.

use serde_json::{Value, json};

use crate::bench::{Bench, data};

fn vectors() -> Value {
    serde_json::from_slice(&data("plan_vectors.json")).unwrap()
}

/// Five votes of the same level for each capability, as the vectors say.
fn answers(team: &Value) -> String {
    let all = team["answers"].as_object().unwrap().iter();
    let answers: Vec<Value> = all
        .map(|(capability, level)| {
            let vote = json!({ "level": level, "confidence": "know" });
            json!({ "capability": capability, "state": "answered", "votes": vec![vote; 5] })
        })
        .collect();
    Value::from(answers).to_string()
}

fn planned(team: &Value) -> Value {
    let bench = Bench::new();
    bench.write("answers.json", &answers(team));
    bench.write("metrics.json", &team["metrics"].to_string());
    bench
        .run("plan --answers answers.json --metrics metrics.json --json")
        .done()
        .json()
}

#[track_caller]
fn close(what: &str, got: &Value, expected: &Value) {
    let (got, expected) = (got.as_f64().unwrap(), expected.as_f64().unwrap());
    assert!(
        (got - expected).abs() < 1e-6,
        "{what}: {got} is not {expected}"
    );
}

#[test]
fn needs_values_priorities_and_waves_are_those_of_the_vectors() {
    for team in vectors()["teams"].as_array().unwrap() {
        let name = team["team"].as_str().unwrap();
        let (got, expected) = (planned(team), &team["expected"]);
        for (need, share) in expected["needs"].as_object().unwrap() {
            close(&format!("{name} {need}"), &got["needs"][need], share);
        }
        // Only what the answers admit stands before the ranking; the vectors leave floors out.
        let floors = got["floors"].as_array().unwrap().len();
        let mut compared = 0;
        for (ours, theirs) in got["waves"]
            .as_array()
            .unwrap()
            .iter()
            .zip(expected["waves"].as_array().unwrap())
        {
            let step = |i: &Value| (i["capability"].clone(), i["to"].clone());
            let items = ours["items"].as_array().unwrap();
            for item in items {
                compared += steps_agree(name, item, &expected["steps"]);
            }
            if floors == 0 {
                let theirs: Vec<_> = theirs.as_array().unwrap().iter().map(step).collect();
                assert_eq!(
                    items.iter().map(step).collect::<Vec<_>>(),
                    theirs,
                    "{name} {}",
                    ours["name"]
                );
            }
        }
        assert!(compared >= 10, "{name}: {compared} items compared");
    }
}

fn steps_agree(name: &str, item: &Value, steps: &Value) -> usize {
    let same = |s: &&Value| s["capability"] == item["capability"] && s["to"] == item["to"];
    let expected = steps.as_array().unwrap().iter().find(same);
    let expected = expected.unwrap_or_else(|| panic!("{name}: {item} is no step of the vectors"));
    for key in ["own_benefit", "value", "priority"] {
        close(
            &format!("{name} {} {key}", item["capability"]),
            &item[key],
            &expected[key],
        );
    }
    1
}

#[test]
fn the_same_input_gives_the_same_bytes_and_every_promised_key() {
    let vectors = vectors();
    let team = &vectors["teams"][0];
    let plan = planned(team);
    assert_eq!(plan.to_string(), planned(team).to_string());
    let item = &plan["waves"][0]["items"][0];
    for key in [
        "capability",
        "from",
        "to",
        "priority",
        "own_benefit",
        "value",
        "effort_days",
        "certainty",
        "needs",
        "unblocks",
        "stability",
    ] {
        assert!(item.get(key).is_some(), "{key}");
    }
    assert!(plan["waves"][0]["capacity_days"].is_f64() && plan["find_out"].is_array());
    let left = &plan["not_now"][0];
    assert!(left["capability"].is_string() && left["to"].is_u64() && left["reason"].is_string());
}

#[test]
fn the_people_s_page_has_three_waves_in_the_language_asked_for() {
    let vectors = vectors();
    let bench = Bench::new();
    bench.write("answers.json", &answers(&vectors["teams"][0]));
    let page = bench
        .run("plan --answers answers.json --lang es")
        .done()
        .out;
    for wave in ["Ahora", "Después", "Más adelante"] {
        assert!(page.contains(wave), "{page}");
    }
    assert!(!page.contains('['), "an untranslated text: {page}");
}

#[test]
fn answers_that_cannot_be_used_are_refused_with_where_and_why() {
    let bench = Bench::new();
    bench.write("answers.json", "[{\"capability\":\"INT2\"");
    bench.run("plan --answers answers.json").refused();
    bench.write(
        "answers.json",
        r#"[{"capability":"NO9","state":"unknown"}]"#,
    );
    let ran = bench.run("plan --answers answers.json").refused();
    assert!(ran.err.contains("NO9"), "{ran:?}");
    bench.write("answers.json", "[]");
    bench.write("metrics.json", r#"{"lead_time":5}"#);
    bench
        .run("plan --answers answers.json --metrics metrics.json")
        .refused();
    bench.run("plan --answers nowhere.json").refused();
}
