//! The help of the calls, and what is wrong with one, in the person's language. Refuses to change a call: names and
//! flags are the same in all.

use app::{Trouble, said};
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, Command};

/// The calls with their help in the language that is spoken.
pub fn of(mut command: Command) -> Command {
    // What clap adds itself is there once it is built: `--help`, `--version`, and `help` with all below it.
    command.build();
    in_words(command)
}

fn in_words(command: Command) -> Command {
    let about = command.get_about().map(ToString::to_string);
    let mut command = command
        .mut_args(argument)
        .mut_subcommands(in_words)
        .subcommand_value_name(said("COMMAND").into_owned());
    if let Some(about) = about {
        command = command.about(said(&about).into_owned());
    }
    let usage = command.render_usage().to_string();
    let usage = usage
        .trim_start_matches("Usage:")
        .trim_start()
        .replace("[OPTIONS]", &format!("[{}]", said("OPTIONS")));
    let template = template(&command);
    command.override_usage(usage).help_template(template)
}

fn argument(argument: Arg) -> Arg {
    let help = argument.get_help().map(ToString::to_string);
    let mut words: Vec<String> = help.iter().map(|help| said(help).into_owned()).collect();
    let names = argument.get_value_names().unwrap_or_default();
    let names: Vec<String> = names.iter().map(|name| said(name).into_owned()).collect();
    let mut argument = argument;
    // Clap says these in English, whatever stands beside them. A flag has a default that nobody can give.
    let takes = argument.get_action().takes_values();
    if let Some(value) = argument.get_default_values().first().filter(|_| takes) {
        let value = value.to_string_lossy();
        words.push(format!("[{}: {value}]", said("default")));
        argument = argument.hide_default_value(true);
    }
    if let Some(name) = argument.get_env() {
        let name = name.to_string_lossy();
        words.push(format!("[{}: {name}]", said("env")));
        argument = argument.hide_env(true);
    }
    if takes {
        argument = argument.hide_possible_values(true).value_names(names);
    }
    argument.help(words.join(" "))
}

/// How the help of a call is laid out: as clap does, with headings in the language.
fn template(command: &Command) -> String {
    let style = command.get_styles().get_header();
    let heading = |english: &str| format!("{style}{}{style:#}", said(english));
    let parts = [
        (command.has_subcommands(), "Commands:", "{subcommands}"),
        (
            command.get_positionals().count() > 0,
            "Arguments:",
            "{positionals}",
        ),
        (command.get_opts().count() > 0, "Options:", "{options}"),
    ];
    let mut out = format!("{{about-with-newline}}\n{} {{usage}}", heading("Usage:"));
    for (_, name, words) in parts.iter().filter(|(is_there, ..)| *is_there) {
        out.push_str(&format!("\n\n{}\n{words}", heading(name)));
    }
    out
}

/// What is wrong with the words of a call; clap says it in English alone.
pub fn refused(error: &clap::Error) -> Trouble {
    let told = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let name = told(ContextKind::InvalidArg);
    let value = told(ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = told(ContextKind::InvalidSubcommand);
            format!("there is no command '{name}'")
        }
        ErrorKind::UnknownArgument => format!("'{name}' is not known here"),
        ErrorKind::MissingRequiredArgument => format!("this is missing: '{name}'"),
        ErrorKind::ArgumentConflict => {
            let other = told(ContextKind::PriorArg);
            format!("'{name}' and '{other}' do not go together")
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("there is nothing behind '{name}'")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("'{value}' does not fit '{name}'")
        }
        _ => "this is not a whole command".to_owned(),
    };
    Trouble::input(what, "--help behind a command says what belongs to it")
}
