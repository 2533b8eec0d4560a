//! The catalogue's words put into the tree of commands, and mistakes in typing said in them.
//!
//! Ids: `cli-about-team-add` for a command, `cli-arg-tags` for an option wherever it stands: the same
//! name means the same thing in every command.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg as Option_, ArgAction, Command, CommandFactory, Error};
use sextant_engine::words::Words;
use sextant_engine::words::said::Arg;

use crate::args::Cli;

/// The tree of commands, speaking.
pub(crate) fn command(words: &Words) -> Command {
    let version = Option_::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    let root = Cli::command().disable_version_flag(true).arg(version);
    spoken(root, words, "")
}

fn spoken(command: Command, words: &Words, path: &str) -> Command {
    let children: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    let about = if path.is_empty() {
        words.plain("cli-about")
    } else {
        words.plain(&format!("cli-about-{path}"))
    };
    let help = Option_::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    let told = command
        .about(about)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .subcommand_help_heading(words.plain("cli-heading-commands"))
        .help_template(template(words))
        .mut_args(|arg| described(arg, words));
    children.into_iter().fold(told, |command, name| {
        let below = format!("{path}-{name}");
        let below = below.trim_start_matches('-').to_owned();
        command.mut_subcommand(name, |child| spoken(child, words, &below))
    })
}

fn template(words: &Words) -> String {
    let usage = words.plain("cli-heading-usage");
    format!("{{about}}\n\n{usage}: {{usage}}\n\n{{all-args}}")
}

fn described(arg: Option_, words: &Words) -> Option_ {
    let heading = if arg.is_positional() {
        "cli-heading-arguments"
    } else {
        "cli-heading-options"
    };
    let id = arg.get_id().as_str().replace('_', "-");
    let takes_value = arg.get_action().takes_values();
    let told = arg
        .help(words.plain(&format!("cli-arg-{id}")))
        .help_heading(words.plain(heading));
    if takes_value {
        told.hide_possible_values(true).hide_default_value(true)
    } else {
        told
    }
}

/// What was typed wrongly, in one sentence; `None` for help and version, which are no mistakes.
pub(crate) fn mistake(words: &Words, error: &Error) -> Option<String> {
    let given = |kind| error.get(kind).map(plain).unwrap_or_default();
    let said = |id: &str, what: String| Some(words.say(id, &[("what", Arg::Text(what))]));
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => None,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            Some(words.plain("cli-usage-no-command"))
        }
        ErrorKind::UnknownArgument => said("cli-usage-unknown", given(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => said(
            "cli-usage-unknown-command",
            given(ContextKind::InvalidSubcommand),
        ),
        ErrorKind::MissingRequiredArgument => {
            said("cli-usage-missing", given(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => {
            let args = [
                ("what", Arg::Text(given(ContextKind::InvalidArg))),
                ("other", Arg::Text(given(ContextKind::PriorArg))),
            ];
            Some(words.say("cli-usage-conflict", &args))
        }
        _ => {
            let args = [
                ("what", Arg::Text(given(ContextKind::InvalidArg))),
                ("value", Arg::Text(given(ContextKind::InvalidValue))),
            ];
            Some(words.say("cli-usage-value", &args))
        }
    }
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(s) => s.clone(),
        ContextValue::Strings(all) => all.join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::command;
    use sextant_engine::assessment::model::Lang;
    use sextant_engine::words::Words;

    #[test]
    fn every_command_and_option_has_its_words_in_both_languages() {
        for lang in [Lang::En, Lang::Es] {
            let mut help = Vec::new();
            collect(command(&Words::new(lang)), &mut help);
            let silent: Vec<_> = help.iter().filter(|h| h.contains("[cli-")).collect();
            assert!(silent.is_empty(), "{lang:?}: {silent:#?}");
            assert!(help.len() > 30);
        }
    }

    fn collect(mut command: clap::Command, into: &mut Vec<String>) {
        into.push(command.render_long_help().to_string());
        for child in command.get_subcommands() {
            collect(child.clone(), into);
        }
    }

    #[test]
    fn the_tree_of_commands_is_well_formed() {
        command(&Words::new(Lang::En)).debug_assert();
    }
}
