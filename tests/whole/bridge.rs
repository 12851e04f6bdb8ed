//! The program as a process: what it prints, how it ends.

use std::io::{BufRead as _, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Rlimit, prlimit};
use tokio::sync::watch;
use tokio::time::timeout;

/// How long a line of the log may take to come.
const LINE_WITHIN: Duration = Duration::from_secs(10);

/// How long the program may take to stop, as is promised to whoever runs it.
pub(crate) const STOP_WITHIN: Duration = Duration::from_secs(10);

/// How long a command that ends by itself may take.
const COMMAND_WITHIN: Duration = Duration::from_secs(30);

/// A process of the program.
pub(crate) struct Bridge {
    child: Child,
    output: Arc<Output>,
    ended: watch::Receiver<usize>,
}

/// What it has printed so far.
#[derive(Default)]
struct Output {
    stdout: Mutex<String>,
    stderr: Mutex<String>,
}

/// A process that has ended.
pub(crate) struct Ended {
    /// Its exit code; none if a signal ended it.
    pub(crate) code: Option<i32>,
    /// What it printed to standard output.
    pub(crate) stdout: String,
    /// What it printed to standard error.
    pub(crate) stderr: String,
}

impl Bridge {
    /// Starts the program in a folder, with these arguments and nothing else in its environment.
    pub(crate) fn start(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_twofa-bridge"));
        program.args(arguments);
        Self::spawn(program, folder, environment)
    }

    /// Starts it so that a write fails where no more of a file may be written, as on a full disk.
    pub(super) fn start_without_signal(
        folder: &Path,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Self {
        let mut program = Command::new("sh");
        program.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_twofa-bridge")]);
        program.args(arguments);
        Self::spawn(program, folder, environment)
    }

    /// From now on no file may become longer than this, in bytes.
    pub(super) fn limit_files(&self, most: u64) {
        let process = Pid::from_child(&self.child);
        let limit = Rlimit { current: Some(most), maximum: Some(most) };
        prlimit(Some(process), Resource::Fsize, limit).unwrap();
    }

    fn spawn(mut program: Command, folder: &Path, environment: &[(&str, &str)]) -> Self {
        let mut child = program
            .current_dir(folder)
            .env_clear()
            .env("TWOFA_BRIDGE_LOG", "trace")
            .env("TZ", "UTC")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let output = Arc::new(Output::default());
        // Counts the lines; closed when both streams have ended.
        let (news, ended) = watch::channel(0);
        let stdout = child.stdout.take().unwrap();
        let stderr = child.stderr.take().unwrap();
        follow(stdout, Arc::clone(&output), news.clone(), |output| &output.stdout);
        follow(stderr, Arc::clone(&output), news, |output| &output.stderr);
        Self { child, output, ended }
    }

    /// Runs a command that ends by itself.
    pub(crate) async fn run(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Ended {
        Self::start(folder, arguments, environment).ends(COMMAND_WITHIN).await
    }

    /// How much memory it holds, in kilobytes.
    pub(super) fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// What it has printed to standard error.
    pub(crate) fn log(&self) -> String {
        self.output.stderr.lock().unwrap().clone()
    }

    /// What it has printed to standard output.
    pub(crate) fn printed(&self) -> String {
        self.output.stdout.lock().unwrap().clone()
    }

    /// Waits until something that it has printed satisfies.
    pub(crate) async fn waits_for<T>(&mut self, what: &str, find: impl Fn(&Self) -> Option<T>) -> T {
        let until = tokio::time::Instant::now() + LINE_WITHIN;
        loop {
            self.ended.mark_unchanged();
            if let Some(found) = find(self) {
                return found;
            }
            let changed = tokio::time::timeout_at(until, self.ended.changed()).await;
            let is_news = matches!(changed, Ok(Ok(())));
            assert!(
                is_news,
                "the program did not print {what}; it printed:\n{}{}",
                self.printed(),
                self.log()
            );
        }
    }

    /// Waits for a line of the log with these words.
    pub(crate) async fn logs(&mut self, words: &str) -> String {
        let find = |bridge: &Self| {
            let log = bridge.log();
            log.lines().find(|line| line.contains(words)).map(str::to_owned)
        };
        self.waits_for(&format!("{words:?}"), find).await
    }

    /// Asks it to stop, as a supervisor does.
    pub(crate) fn terminate(&self) {
        let kill = format!("kill -TERM {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Asks it to stop, as Ctrl-C does.
    pub(crate) fn interrupt(&self) {
        let kill = format!("kill -INT {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Ends it at once, as the kernel does when memory is short.
    pub(crate) async fn kill(mut self) -> Ended {
        self.child.kill().unwrap();
        self.ends(STOP_WITHIN).await
    }

    /// Waits until it has ended.
    pub(crate) async fn ends(mut self, within: Duration) -> Ended {
        let began = Instant::now();
        // Both streams end with the process: it has no children.
        let is_over = timeout(within, async { while self.ended.changed().await.is_ok() {} }).await;
        if is_over.is_err() {
            let log = self.log();
            self.child.kill().unwrap();
            self.child.wait().unwrap();
            panic!("the program did not end within {:?}; its log:\n{log}", began.elapsed());
        }
        let code = self.child.wait().unwrap().code();
        Ended { code, stdout: self.printed(), stderr: self.log() }
    }
}

impl Drop for Bridge {
    fn drop(&mut self) {
        // It has ended already, unless the test fails.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads a stream line by line in a thread of its own, until it ends.
fn follow(
    stream: impl Read + Send + 'static,
    output: Arc<Output>,
    news: watch::Sender<usize>,
    of: fn(&Output) -> &Mutex<String>,
) {
    std::thread::spawn(move || {
        let mut stream = BufReader::new(stream);
        let mut line = Vec::new();
        while stream.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            of(&output).lock().unwrap().push_str(&String::from_utf8_lossy(&line));
            line.clear();
            news.send_modify(|count| *count += 1);
        }
    });
}
