//! The commands.
//!
//! Exit codes: 0 asked to stop or all well, 1 failed while running, 2 bad usage or config.

mod audit;
mod backup;
mod check;
#[cfg(feature = "sandbox")]
mod demo;
mod docs;
mod invite;
mod unit;

use std::fmt::Display;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tokio::signal::unix::{SignalKind, signal};

use crate::config::{self, Config};
use crate::{service, telemetry};

/// Failed while running.
const FAILED: u8 = 1;

/// Bad usage or config.
const BAD_CONFIG: u8 = 2;

/// Carries one-time codes from the people who own them to the sign-in that waits for them.
#[derive(Parser, Debug)]
#[command(name = "twofa-bridge", version, about, arg_required_else_help = true)]
struct Arguments {
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        help = "The config file [default: $TWOFA_BRIDGE_CONFIG, else ./config.toml]"
    )]
    config: Option<PathBuf>,

    #[command(subcommand)]
    command: Command,
}

/// What to do.
#[derive(Subcommand, Debug)]
enum Command {
    /// Run the bridge
    Run,
    /// Run it whole, with no credentials, against the built-in sandbox, with a web page to play creator and manager
    #[cfg(feature = "sandbox")]
    Demo {
        /// Play every kind of challenge without a browser and print the transcript
        #[arg(long)]
        script: bool,
        /// The port of the page on this machine's own address; 0 takes a free one
        #[arg(long, default_value_t = 0, value_name = "PORT", conflicts_with = "script")]
        port: u16,
    },
    /// Serve only the simulated account API, for people who build against it
    #[cfg(feature = "sandbox")]
    Sandbox {
        /// Where to listen
        #[arg(long, default_value = "127.0.0.1:8090", value_name = "ADDRESS")]
        listen: std::net::SocketAddr,
    },
    /// Say what is wrong with config, store, disk, port, Telegram and account API, and how to mend it
    Check,
    /// Print an invitation link for the creator of an account
    Invite {
        /// The account, by handle or by id
        #[arg(value_name = "@ACCOUNT")]
        account: String,
    },
    /// Print the audit trail, or verify it; also while the bridge runs
    Audit(audit::Wanted),
    /// Write a backup of the store to a file; also while the bridge runs
    Backup {
        /// Where to; a file that is there already is not overwritten
        file: PathBuf,
    },
    /// Put a backup, or a journal, in the place of the store; the bridge must not run
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Seal the store with new keys and destroy the old ones; also while the bridge runs
    RotateKey,
    /// Print a unit for systemd
    Unit,
    /// Write manual pages and completions for shells into a folder
    Docs {
        /// Where to
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// Carries out the command that the arguments name.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(FAILED, &format!("cannot start: {error}")),
    };
    let code = runtime.block_on(carry_out(arguments));
    // A name look-up may hang in a thread of its own, which nobody waits for any more.
    runtime.shutdown_background();
    code
}

async fn carry_out(arguments: Arguments) -> ExitCode {
    let file = arguments.config;
    match arguments.command {
        Command::Run => run(file).await,
        #[cfg(feature = "sandbox")]
        Command::Demo { script: true, port: _ } => demo::script().await,
        #[cfg(feature = "sandbox")]
        Command::Demo { script: false, port } => demo::page(port).await,
        #[cfg(feature = "sandbox")]
        Command::Sandbox { listen } => sandbox(listen).await,
        Command::Check => check::check(file).await,
        Command::Invite { account } => match load(file) {
            Ok(config) => invite::invite(&config, &account).await,
            Err(code) => code,
        },
        Command::Audit(wanted) => match load(file) {
            Ok(config) => audit::audit(&config, &wanted).await,
            Err(code) => code,
        },
        Command::Backup { file: to } => match load(file) {
            Ok(config) => backup::backup(&config, &to).await,
            Err(code) => code,
        },
        Command::Restore { file: from } => match load(file) {
            Ok(config) => backup::restore(&config, &from).await,
            Err(code) => code,
        },
        Command::Unit => unit::unit(&config::locate(file, environment())),
        Command::Docs { folder } => docs::docs(&folder),
        Command::RotateKey => match load(file) {
            Ok(config) => backup::rotate_key(&config).await,
            Err(code) => code,
        },
    }
}

/// `run`
async fn run(file: Option<PathBuf>) -> ExitCode {
    let config = match load(file) {
        Ok(config) => config,
        Err(code) => return code,
    };
    let running = match service::start_supervised(config, service::Supervisor::named_in(environment())).await
    {
        Ok(running) => running,
        Err(error) => return fail(FAILED, &error),
    };
    match running.until(asked_to_stop()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(FAILED, &error),
    }
}

/// `sandbox`
#[cfg(feature = "sandbox")]
async fn sandbox(listen: std::net::SocketAddr) -> ExitCode {
    let api = match crate::sandbox::account_api::AccountApi::serve(listen).await {
        Ok(api) => api,
        Err(error) => {
            return fail(FAILED, &format!("cannot listen on {listen}: {error}; choose another --listen"));
        }
    };
    api.populate();
    say(&format!(
        "A simulated account API listens on {url}\nKey: {key}\nHelp: curl {url}/\nStop it with Ctrl-C.",
        url = api.base_url(),
        key = api.key()
    ));
    asked_to_stop().await;
    api.stop().await;
    ExitCode::SUCCESS
}

/// Reads the config, starts the log, and prints what is wrong or worth a warning.
fn load(file: Option<PathBuf>) -> Result<Config, ExitCode> {
    let path = config::locate(file, environment());
    match config::load(Some(&path), environment()) {
        Ok((config, warnings)) => {
            let filter = environment().find(|(name, _)| name == telemetry::FILTER_VARIABLE);
            telemetry::start(config.log.format, filter.as_ref().map(|(_, value)| value.as_str()));
            for warning in warnings {
                tracing::warn!("{warning}");
            }
            Ok(config)
        }
        Err(problems) => Err(fail(BAD_CONFIG, &problems)),
    }
}

/// The environment, without what is not text.
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

/// Waits for SIGTERM or SIGINT.
async fn asked_to_stop() {
    let (Ok(mut terminate), Ok(mut interrupt)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        // Without handlers the signals end the process by themselves.
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}

/// Prints a line to standard output. That nobody reads it is no reason to fail.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints why a command failed, and gives its exit code.
fn fail(code: u8, why: &dyn Display) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "twofa-bridge: {why}");
    ExitCode::from(code)
}
