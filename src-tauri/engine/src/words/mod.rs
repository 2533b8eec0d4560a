//! The words people read, English and Spanish: the same catalogue for window, terminal and report.
//!
//! In: a message id with arguments. Out: a sentence, with numbers, durations, shares and dates
//! written as the language does. An id that is missing shows itself in brackets, and a test fails.

pub mod format;
pub mod said;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

use crate::assessment::model::Lang;
use said::{Arg, Said};

static EN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/words/en");
static ES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/words/es");

type Bundle = FluentBundle<FluentResource>;

/// A voice: a language, and the zone in which days are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// The zone of dates.
    pub zone: chrono_tz::Tz,
}

impl Words {
    /// A voice in UTC.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            zone: chrono_tz::UTC,
        }
    }

    /// The same voice, saying days in that zone; an unknown name keeps the zone it has.
    #[must_use]
    pub fn in_zone(self, zone: &str) -> Self {
        Self {
            zone: zone.parse().unwrap_or(self.zone),
            ..self
        }
    }

    /// The message with its arguments.
    #[must_use]
    pub fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            values.set(*name, self.value(arg));
        }
        self.render(id, &values)
    }

    /// The message without arguments.
    #[must_use]
    pub fn plain(&self, id: &str) -> String {
        self.render(id, &FluentArgs::new())
    }

    /// A sentence made elsewhere.
    #[must_use]
    pub fn said(&self, said: &Said) -> String {
        let args: Vec<(&str, Arg)> = said
            .args
            .iter()
            .map(|(k, v)| (k.as_str(), v.clone()))
            .collect();
        self.say(&said.id, &args)
    }

    /// The catalogue knows this id.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        bundle(self.lang).has_message(id)
    }

    /// The message with values as Fluent takes them; `None` where the catalogue does not know the id. A value that
    /// the message asks for and does not get shows the id before the text.
    pub(crate) fn message(&self, id: &str, args: &FluentArgs<'_>) -> Option<String> {
        let bundle = bundle(self.lang);
        let pattern = bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned();
        if errors.is_empty() {
            Some(text)
        } else {
            Some(format!("[{id}] {text}"))
        }
    }

    fn render(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.message(id, args).unwrap_or_else(|| format!("[{id}]"))
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(t) => FluentValue::String(Cow::Owned(t.clone())),
            Arg::Message(id) => FluentValue::String(Cow::Owned(self.plain(id))),
            Arg::Number(n) => FluentValue::String(Cow::Owned(format::number(self.lang, *n))),
            Arg::Duration(s) => FluentValue::String(Cow::Owned(self.duration(*s))),
            Arg::Share(s) => FluentValue::String(Cow::Owned(format::share(self.lang, *s))),
            Arg::Count(n) => FluentValue::from(*n),
            Arg::Date(t) => FluentValue::String(Cow::Owned(self.date(*t))),
        }
    }

    /// "9.5 days", "7.4 hours", "40 minutes".
    #[must_use]
    pub fn duration(&self, seconds: f64) -> String {
        let (value, unit) = format::unit(seconds);
        let plural = if format::number(self.lang, value) == "1" {
            1
        } else {
            2
        };
        let args = [
            ("n", Arg::Text(format::number(self.lang, value))),
            ("count", Arg::Count(plural)),
        ];
        self.say(&format!("unit-{unit}"), &args)
    }

    /// "9.5 d", "7.4 h", "40 min".
    #[must_use]
    pub fn short_duration(&self, seconds: f64) -> String {
        let (value, unit) = format::unit(seconds);
        let short = match unit {
            "days" => "d",
            "hours" => "h",
            "minutes" => "min",
            _ => "s",
        };
        format!("{}\u{a0}{short}", format::number(self.lang, value))
    }

    /// "22 Nov 2026".
    #[must_use]
    pub fn date(&self, at: i64) -> String {
        format::date(self.lang, self.zone, at)
    }

    /// "31 Aug – 22 Nov 2026"; `to` is the last day.
    #[must_use]
    pub fn span(&self, from: i64, to: i64) -> String {
        format::span(self.lang, self.zone, from, to)
    }

    /// "14:03".
    #[must_use]
    pub fn clock(&self, at: i64) -> String {
        format::clock(self.zone, at)
    }
}

fn bundle(lang: Lang) -> &'static Bundle {
    static BUNDLES: OnceLock<[Bundle; 2]> = OnceLock::new();
    let [en, es] = BUNDLES.get_or_init(|| [read(Lang::En, &EN), read(Lang::Es, &ES)]);
    match lang {
        Lang::En => en,
        Lang::Es => es,
    }
}

fn read(lang: Lang, dir: &Dir<'_>) -> Bundle {
    let (tag, formatter): (_, fn(&FluentValue<'_>, &_) -> Option<String>) = match lang {
        Lang::En => ("en", |v, _| counted(Lang::En, v)),
        Lang::Es => ("es", |v, _| counted(Lang::Es, v)),
    };
    let mut bundle = Bundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatter));
    for file in dir.files().filter_map(|f| f.contents_utf8()) {
        let resource =
            FluentResource::try_new(file.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn counted(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(format::number(lang, n.value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
