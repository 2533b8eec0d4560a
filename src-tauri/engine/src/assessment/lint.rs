//! How the texts of the model are written, as tests: lengths, full stops, words that are not used,
//! one word for one thing, nothing said twice. Whether a text is true is for a reader.

use std::collections::BTreeMap;

use regex::Regex;

use super::load::{self, data_file};
use super::model::{Actions, Capability, Lang, Model, Step, Text};

/// A text with the place where it stands.
struct Said<'a> {
    place: String,
    field: &'static str,
    lang: Lang,
    text: &'a str,
}

/// Fewest and most words of each field, in both languages.
const WORDS: [(&str, usize, usize); 14] = [
    ("title", 3, 13),
    ("ask", 5, 14),
    ("benefit", 12, 32),
    ("probe", 2, 32),
    ("statement", 5, 22),
    ("looks_like", 10, 28),
    ("not_yet", 8, 24),
    ("first_actions", 10, 28),
    ("aws", 10, 28),
    ("no_aws", 10, 28),
    ("alternative", 10, 30),
    ("done_when", 12, 34),
    ("watch", 12, 34),
    ("fails_when", 8, 26),
];

/// Words that say nothing, English and Spanish.
const FILLERS: &str = r"(?i)\b(leverag\w+|best[- ]practices?|robust\w*|seamless\w*|ensur(e|es|ed|ing)|streamlin\w+|holistic\w*|synerg\w+|world-class|cutting-edge|empower\w*|utili[sz](e|es|ed|ing)|simply|easily|consider|crucial\w*|delve|foster\w*|game.chang\w+|buenas prácticas|mejores prácticas|sinergi\w+|simplemente|fácilmente|proactiv\w+|vanguardia|holístic\w+|potenciar\w*|sin fisuras|garantizar|asegurar que)\b";

/// Services that are closed to new customers or gone; a plan must not send a team there.
const DISCONTINUED: &str = r"CodeCommit|CodeStar\b|Cloud9|Evidently|\bProton\b|CodeGuru Reviewer|Incident Manager|Change Manager|Audit Manager|CloudTrail Lake|App Mesh|OpsWorks|CodeCatalyst|QLDB";

/// Spanish that speaks to somebody.
const ADDRESS: &str = r"(?i)\b(tú|usted|ustedes|vosotr[oa]s|ti|contigo|tus?|vuestr[oa]s?|debes|debéis|puedes|podéis|tienes|tenéis|quieres|haz|asegúrese|asegúrate|recuerde|utilice|revise|elija usted)\b";

/// One word for one thing: what is not said, and what is said instead.
const NOT_SAID: [(Lang, &str, &str); 14] = [
    (Lang::Es, r"(?i)\bderiva\b", "desviación"),
    (Lang::Es, r"(?i)\bcostos?\b", "coste"),
    (Lang::Es, r"(?i)\bdrills?\b", "simulacro"),
    (Lang::Es, r"\bvaults?\b|\bbóvedas?\b", "gestor de secretos"),
    (Lang::Es, r"(?i)\bbuilds?\b", "construcción"),
    (Lang::Es, r"(?i)\bscripts?\b", "guion"),
    (Lang::Es, r"(?i)\bd[ií]as? hábil(es)?\b", "día laborable"),
    (Lang::Es, r"(?i)\bdashboards?\b", "panel"),
    (Lang::Es, r"(?i)\b(el|un|del|al) wiki\b", "la wiki"),
    (Lang::Es, r"(?i)\bhabilidad(es)?\b", "capacidad"),
    (
        Lang::Es,
        r"(?i)\bficheros?\b|\bordenador(es)?\b|\bcomputadoras?\b",
        "archivo, equipo",
    ),
    (
        Lang::Es,
        r"(?i)\btasa de fallos\b",
        "tasa de fallos en los cambios",
    ),
    (
        Lang::En,
        r"(?i)\bchange fail rate\b|\bMTTR\b",
        "change failure rate, time to restore service",
    ),
    (
        Lang::En,
        r"(?i)\btime to restore\b",
        "time to restore service",
    ),
];

/// Longer terms that hold a short one of [`NOT_SAID`].
const WHOLE_TERMS: &str = "(?i)tasa de fallos en los cambios|time to restore service";

fn core() -> Model {
    load::core().unwrap()
}

fn both<'a>(into: &mut Vec<Said<'a>>, place: &str, field: &'static str, text: &'a Text) {
    for lang in [Lang::En, Lang::Es] {
        let (place, text) = (place.to_owned(), text.get(lang));
        into.push(Said {
            place,
            field,
            lang,
            text,
        });
    }
}

fn actions<'a>(into: &mut Vec<Said<'a>>, place: &str, actions: &'a Actions) {
    for (lang, list) in [(Lang::En, &actions.en), (Lang::Es, &actions.es)] {
        into.extend(list.iter().map(|text| Said {
            place: place.to_owned(),
            field: "first_actions",
            lang,
            text,
        }));
    }
}

fn question<'a>(into: &mut Vec<Said<'a>>, c: &'a Capability) {
    both(into, &c.id, "title", &c.title);
    both(into, &c.id, "ask", &c.ask);
    both(into, &c.id, "benefit", &c.benefit);
    both(into, &c.id, "probe", &c.probe);
    for l in &c.levels {
        let place = format!("{} level {}", c.id, l.level);
        both(into, &place, "statement", &l.statement);
        both(into, &place, "looks_like", &l.looks_like);
        both(into, &place, "not_yet", &l.not_yet);
    }
}

fn step<'a>(into: &mut Vec<Said<'a>>, s: &'a Step) {
    let place = format!("{} to {}", s.capability, s.to);
    both(into, &place, "title", &s.title);
    actions(into, &place, &s.first_actions);
    s.aws.iter().for_each(|a| both(into, &place, "aws", &a.how));
    s.no_aws
        .iter()
        .for_each(|why| both(into, &place, "no_aws", why));
    both(into, &place, "alternative", &s.alternative);
    both(into, &place, "done_when", &s.done_when);
    both(into, &place, "watch", &s.watch);
    both(into, &place, "fails_when", &s.fails_when);
}

fn said(model: &Model) -> Vec<Said<'_>> {
    let mut all = vec![];
    for c in &model.capabilities {
        question(&mut all, c);
        c.steps.iter().for_each(|s| step(&mut all, s));
    }
    all
}

/// Fails with every text that `wrong` finds something to say about.
fn none(wrong: impl Fn(&Said<'_>) -> Option<String>) {
    let model = core();
    let found: Vec<String> = said(&model)
        .iter()
        .filter_map(|s| {
            let why = wrong(s)?;
            Some(format!(
                "{} {} {:?}: {why}: {}",
                s.place, s.field, s.lang, s.text
            ))
        })
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

fn matches(pattern: &str) -> impl Fn(&str) -> Option<String> {
    let pattern = Regex::new(pattern).unwrap();
    move |text| pattern.find(text).map(|m| m.as_str().to_owned())
}

#[test]
fn all_texts_are_looked_at() {
    let model = core();
    let all = said(&model);
    // 40 × (4 + 5 × 3) texts and 160 × (5 + 3 actions) texts in two languages, and the AWS uses.
    let uses: usize = model
        .capabilities
        .iter()
        .flat_map(|c| &c.steps)
        .map(|s| s.aws.len() + usize::from(s.no_aws.is_some()))
        .sum();
    assert_eq!(all.len(), 2 * (40 * 19 + 160 * 8 + uses));
}

#[test]
fn no_sentence_is_said_twice_in_one_language() {
    let model = core();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut twice = vec![];
    for s in said(&model) {
        let sentences = s.text.split_inclusive(['.', '?']).map(str::trim);
        for sentence in sentences.filter(|x| x.split_whitespace().count() >= 4) {
            let key = format!("{:?} {}", s.lang, sentence.to_lowercase());
            if let Some(first) = seen.insert(key, s.place.clone()) {
                twice.push(format!("{first} and {}: {sentence}", s.place));
            }
        }
    }
    assert!(twice.is_empty(), "\n{}", twice.join("\n"));
}

#[test]
fn no_text_uses_a_word_that_says_nothing() {
    let filler = matches(FILLERS);
    none(|s| filler(s.text));
}

#[test]
fn every_text_has_the_length_of_its_field() {
    none(|s| {
        let (_, least, most) = WORDS.iter().find(|(field, ..)| *field == s.field)?;
        let words = s.text.split_whitespace().count();
        (!(*least..=*most).contains(&words)).then(|| format!("{words} words, {least} to {most}"))
    });
}

#[test]
fn texts_end_with_a_full_stop_asks_with_a_question_mark_titles_with_neither() {
    none(|s| {
        let end = s.text.trim_end_matches(['”', '»']).chars().last()?;
        let right = match s.field {
            "ask" => end == '?',
            "title" => end.is_alphanumeric() || end == '%' || end == ')',
            _ => end == '.',
        };
        (!right).then(|| format!("ends with {end:?}"))
    });
}

#[test]
fn no_service_that_is_closed_to_new_customers_is_named() {
    let gone = matches(DISCONTINUED);
    for c in core().capabilities {
        for file in ["questions", "actions"] {
            let path = format!("core/{file}/{}.toml", c.dimension);
            assert_eq!(gone(data_file(&path).unwrap()), None, "{path}");
        }
    }
}

#[test]
fn spanish_speaks_to_nobody() {
    let address = matches(ADDRESS);
    none(|s| (s.lang == Lang::Es).then(|| address(s.text)).flatten());
}

#[test]
fn spanish_actions_and_step_titles_begin_with_an_infinitive() {
    let infinitive = Regex::new(r"^[\p{L}]+[aeií]r(la|lo|las|los|se|le|les)?\b").unwrap();
    none(|s| {
        let told = s.field == "first_actions" || s.field == "title" && s.place.contains(" to ");
        let wrong = told && s.lang == Lang::Es && !infinitive.is_match(s.text);
        wrong.then(|| "no infinitive".to_owned())
    });
}

#[test]
fn one_thing_has_one_word() {
    let whole_terms = Regex::new(WHOLE_TERMS).unwrap();
    for (lang, pattern, instead) in NOT_SAID {
        let found = matches(pattern);
        none(|s| {
            let text = whole_terms.replace_all(s.text, "");
            let found = (s.lang == lang).then(|| found(&text)).flatten()?;
            Some(format!("“{found}” is “{instead}”"))
        });
    }
}

#[test]
fn figures_are_written_as_the_language_writes_them() {
    let percent = matches(r"\d%");
    let point = matches(r"\b\d+\.\d+\b(?:\s*(?:%|d[ií]as|horas|minutos|segundos))");
    let quotes = matches(r"[“”]");
    none(|s| {
        let spanish = (s.lang == Lang::Es).then(|| point(s.text).or_else(|| quotes(s.text)));
        percent(s.text).or(spanish.flatten())
    });
}
