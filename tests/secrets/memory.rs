//! The memory of the process is open to nobody but root.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Nobody in particular. What belongs to root belongs to root whether the process closes itself or not, so root runs
/// it as somebody else.
const SOMEBODY: u32 = 54_321;

/// The program, where somebody who is not root can run it.
pub(super) struct Stranger {
    pub(super) folder: TempDir,
    pub(super) binary: PathBuf,
    /// As whom to run it; none: as whoever runs the test, who is not root.
    pub(super) user: Option<u32>,
}

pub(super) fn stranger() -> Stranger {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let binary = folder.path().join("twofa-bridge");
    std::fs::copy(env!("CARGO_BIN_EXE_twofa-bridge"), &binary).unwrap();
    std::fs::set_permissions(&binary, std::fs::Permissions::from_mode(0o755)).unwrap();
    let is_root = std::fs::metadata(folder.path()).unwrap().uid() == 0;
    Stranger { folder, binary, user: is_root.then_some(SOMEBODY) }
}

/// Ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn the_memory_of_the_process_is_closed_and_it_leaves_no_core_file() {
    let Stranger { folder, binary, user } = stranger();
    let mut command = Command::new(binary);
    command.args(["sandbox", "--listen", "127.0.0.1:0"]).current_dir(folder.path());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    if let Some(user) = user {
        command.uid(user);
    }
    let mut running = Running(command.spawn().unwrap());
    // It says so when it listens, which is after it has closed itself.
    let mut said = std::io::BufReader::new(running.0.stdout.take().unwrap());
    let mut line = String::new();
    std::io::BufRead::read_line(&mut said, &mut line).unwrap();
    assert!(line.contains("listens on"), "{line}");
    let process = PathBuf::from(format!("/proc/{}", running.0.id()));
    // What belongs to a process that may be looked into belongs to its user; otherwise, to root.
    let until = Instant::now() + Duration::from_secs(10);
    let owner = || std::fs::metadata(process.join("mem")).unwrap().uid();
    while owner() != 0 && Instant::now() < until {
        std::thread::yield_now();
    }
    assert_eq!(owner(), 0, "its memory belongs to {user:?}");
    let limits = std::fs::read_to_string(process.join("limits")).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{core}");
}
