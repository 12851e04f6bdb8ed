//! What others have written in Python, to judge what ours says.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Where a Python is that has what `.ci/python.txt` lists. Without it, only our own judgement is asked for.
const VARIABLE: &str = "TWOFA_BRIDGE_PYTHON";

/// The Python to ask, if there is one.
#[derive(Clone, Debug)]
pub(super) struct Python(PathBuf);

impl Python {
    pub(super) fn if_there_is_one() -> Option<Self> {
        let path = std::env::var_os(VARIABLE)?;
        // Programs are run in folders of their own.
        Some(Self(std::path::absolute(path).unwrap()))
    }

    /// Runs it with these arguments, and gives what it has printed.
    pub(super) async fn runs(&self, arguments: &[&str], input: String) -> (Output, String) {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(&self.0);
        command.args(arguments).current_dir(folder.path());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let run = move || {
            let mut child = command.spawn().unwrap();
            // It may end without having read: what it says then tells why.
            let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
            child.wait_with_output().unwrap()
        };
        let ended = tokio::task::spawn_blocking(run).await.unwrap();
        let said = [&ended.stdout, &ended.stderr].map(|said| String::from_utf8_lossy(said).into_owned());
        (ended, said.concat())
    }
}
