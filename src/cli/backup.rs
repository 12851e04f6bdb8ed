//! `backup FILE`, `restore FILE` and `rotate-key`: through the bridge that runs, or with its store if none does.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::process::ExitCode;

use super::{FAILED, fail, say};
use crate::config::Config;
use crate::service;
use crate::service::control::{ask_for_backup, ask_for_new_keys};

/// Writes a backup.
pub(super) async fn backup(config: &Config, file: &Path) -> ExitCode {
    let made = match ask_for_backup(&config.store.path).await {
        Ok(Some(made)) => made,
        Ok(None) => service::offline_backup(config).await.map_err(|error| error.to_string()),
        Err(error) => Err(unanswered(&error)),
    };
    let backup = match made {
        Ok(backup) => backup,
        Err(why) => return fail(FAILED, &why),
    };
    if let Err(error) = write(file, &backup) {
        let what = if error.kind() == io::ErrorKind::AlreadyExists {
            "it is there already; name another file, or move it away".to_owned()
        } else {
            format!("{error}; name a file in a folder that exists, has room, and may be written")
        };
        return fail(FAILED, &format!("cannot write the backup to {}: {what}", file.display()));
    }
    say(&format!(
        "Wrote {} KiB to {}. It opens with the key file {key} alone: keep a copy of that elsewhere.",
        backup.len().div_ceil(1_024),
        file.display(),
        key = config.store.key_file.display(),
    ));
    ExitCode::SUCCESS
}

/// Writes a new file for its owner alone, and has it reach the disk.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a backup is none; the error that counts is the first.
        _ = std::fs::remove_file(path);
    }
    written
}

/// Puts a backup in the place of the store.
pub(super) async fn restore(config: &Config, file: &Path) -> ExitCode {
    let restored = match service::restore(config, file).await {
        Ok(restored) => restored,
        Err(error) => return fail(FAILED, &error),
    };
    say(&format!(
        "Restored {} records from {}. What was there before lies beside {}, its name ending in \
         before-restore and a number.",
        restored.records,
        file.display(),
        config.store.path.display()
    ));
    if restored.torn_bytes > 0 {
        say(&format!(
            "The last {} bytes of {} are torn and were left out. A crash leaves a journal so; a copy that is not whole \
             looks the same: if there is a whole one, restore that.",
            restored.torn_bytes,
            file.display()
        ));
    }
    if restored.knew_the_present {
        say(&format!(
            "Links that have ended since the backup was made stay ended: {}. Accounts that stay frozen: {}. Sign-ins, \
             invitations, buttons and the audit trail stay as they were.",
            restored.links_ended, restored.freezes_kept
        ));
    } else {
        say(
            "What was there before could not be read. Whoever withdrew since the backup was made is linked again, and \
             accounts that were frozen since are not: unlink them, or ask them, before you start the bridge. \
             Invitations, and what was left of /reauth for several accounts, are left out.",
        );
    }
    ExitCode::SUCCESS
}

/// Draws new keys.
pub(super) async fn rotate_key(config: &Config) -> ExitCode {
    let changed = match ask_for_new_keys(&config.store.path).await {
        Ok(Some(changed)) => changed,
        Ok(None) => service::offline_new_keys(config).await.map_err(|error| error.to_string()),
        Err(error) => Err(unanswered(&error)),
    };
    if let Err(why) = changed {
        return fail(FAILED, &why);
    }
    say(&format!(
        "The store is sealed with new keys. Keep a copy of {} elsewhere, and make a new backup: those made before do not \
         open with it.",
        config.store.key_file.display()
    ));
    ExitCode::SUCCESS
}

fn unanswered(error: &io::Error) -> String {
    format!("the bridge that runs does not answer: {error}")
}
