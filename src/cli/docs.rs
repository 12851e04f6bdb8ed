//! `docs DIR`: manual pages and completions for shells, made of the same arguments that the program reads.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::{Arguments, FAILED, fail, say};

/// The shells that are served.
const SHELLS: [Shell; 3] = [Shell::Bash, Shell::Zsh, Shell::Fish];

/// Writes everything into a folder.
pub(super) fn docs(folder: &Path) -> ExitCode {
    match write(folder) {
        Ok(()) => {
            say(&format!(
                "Wrote manual pages to {0}/man1 and completions to {0}/completions.",
                folder.display()
            ));
            ExitCode::SUCCESS
        }
        Err(error) => {
            let why = format!(
                "cannot write to {}: {error}; name a folder that may be written to",
                folder.display()
            );
            fail(FAILED, &why)
        }
    }
}

fn write(folder: &Path) -> io::Result<()> {
    let (pages, completions) = (folder.join("man1"), folder.join("completions"));
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(&completions)?;
    // The command `help` has pages of its own otherwise, one for each of the others.
    clap_mangen::generate_to(Arguments::command().disable_help_subcommand(true), &pages)?;
    for shell in SHELLS {
        clap_complete::generate_to(shell, &mut Arguments::command(), "twofa-bridge", &completions)?;
    }
    Ok(())
}
