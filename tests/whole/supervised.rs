//! The program under systemd: what it tells its supervisor, its unit, its manual.

use std::io::ErrorKind;
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use expect_test::expect;

use super::World;
use super::bridge::Bridge;

/// How long anything that must happen may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A supervisor's socket, and the environment that names it.
struct Supervisor {
    socket: UnixDatagram,
    environment: [(&'static str, &'static str); 2],
    _folder: tempfile::TempDir,
}

impl Supervisor {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notify");
        let socket = UnixDatagram::bind(&path).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        // A world keeps its environment for as long as it lives.
        let path = Box::leak(path.display().to_string().into_boxed_str());
        Self { socket, environment: [("NOTIFY_SOCKET", path), ("WATCHDOG_USEC", "1000000")], _folder: folder }
    }

    /// The next thing that it is told.
    async fn hears(&self) -> String {
        let socket = self.socket.try_clone().unwrap();
        let heard = tokio::task::spawn_blocking(move || {
            let mut buffer = [0; 256];
            let length = socket.recv(&mut buffer).expect("it is told something");
            String::from_utf8_lossy(&buffer[..length]).into_owned()
        });
        heard.await.unwrap()
    }

    /// What it was told by the time that nobody tells it anything any more.
    fn heard(&self) -> Vec<String> {
        self.socket.set_nonblocking(true).unwrap();
        let mut buffer = [0; 256];
        let heard = std::iter::from_fn(|| {
            self.socket
                .recv(&mut buffer)
                .ok()
                .map(|length| String::from_utf8_lossy(&buffer[..length]).into_owned())
        });
        heard.collect()
    }
}

#[tokio::test]
async fn a_supervisor_is_told_that_the_bridge_is_ready_lives_and_stops() {
    let supervisor = Supervisor::new();
    let world = World::without_bridge(&supervisor.environment).await;
    world.writes_secret("account-api.key", "a wrong key", "a-wrong-key-of-the-whole-world");
    world.expects_in_the_log("The account API refuses the key");
    world.expects_in_the_log("The accounts cannot be listed: the account API refuses the key");
    world.starts_unready().await;
    // The loop lives, and the bridge is not ready.
    for _ in 0..3 {
        assert_eq!(supervisor.hears().await, "WATCHDOG=1");
    }
    world.is_not_ready("the account API refuses the key").await;
    world.writes_secret("account-api.key", "the right key", "the-api-key-of-the-whole-world");
    world.is_ready().await;
    let mut told = supervisor.hears().await;
    while told == "WATCHDOG=1" {
        told = supervisor.hears().await;
    }
    assert_eq!(told, "READY=1\nSTATUS=Ready");
    assert_eq!(supervisor.hears().await, "WATCHDOG=1");
    world.stops_the_bridge().await;
    let mut heard = supervisor.heard();
    heard.retain(|told| told != "WATCHDOG=1");
    assert_eq!(heard, ["STOPPING=1\nSTATUS=Stopping"]);
    world.finish_stopped(expect![[r#"
        ---
    "#]]);
}

#[tokio::test]
async fn the_unit_names_this_program_and_its_config_and_hands_over_no_secret_but_as_a_credential() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().canonicalize().unwrap();
    let ended = Bridge::run(&home, &["--config", "my config.toml", "unit"], &[]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let program = env!("CARGO_BIN_EXE_twofa-bridge");
    let home = home.display();
    for line in [
        &format!("ExecStart={program} --config \"{home}/my config.toml\" run"),
        &format!("LoadCredential=telegram.token:{home}/telegram.token"),
        "Environment=TWOFA_BRIDGE__TELEGRAM__TOKEN_FILE=%d/telegram.token",
        "Type=notify",
        "WatchdogSec=30s",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "RestartPreventExitStatus=2",
    ] {
        assert!(ended.stdout.lines().any(|it| it == line), "{line} is not in\n{}", ended.stdout);
    }
    assert!(
        !ended.stdout.replace("=@system-service", "").replace("~@privileged @resources", "").contains('@')
    );
}

/// The exposure that systemd gives this unit is 1.2 of 10, where 9.6 is a service that is not confined at all.
const EXPOSURE_TENTHS_MOST: &str = "15";

#[tokio::test]
async fn systemd_takes_the_unit_and_finds_it_confined() {
    let analyze = |arguments: &[&str], unit: &Path| {
        let run = Command::new("systemd-analyze").args(arguments).arg(unit).output();
        let told = |ended: Output| {
            let said =
                [ended.stdout, ended.stderr].map(|it| String::from_utf8_lossy(&it).into_owned()).concat();
            (ended.status.success(), said)
        };
        match run {
            Ok(ended) => Some(told(ended)),
            // Where systemd is not, nobody runs the unit either.
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => panic!("{error}"),
        }
    };
    let folder = tempfile::tempdir().unwrap();
    let ended = Bridge::run(folder.path(), &["unit"], &[]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let unit = folder.path().join("twofa-bridge.service");
    std::fs::write(&unit, &ended.stdout).unwrap();
    let Some((is_valid, said)) = analyze(&["verify"], &unit) else { return };
    // It says nothing of a unit in which every directive is known.
    assert!(is_valid && said.is_empty(), "{said}");
    let threshold = format!("--threshold={EXPOSURE_TENTHS_MOST}");
    let (is_confined, said) = analyze(&["security", "--offline=true", &threshold], &unit).unwrap();
    assert!(is_confined, "{said}");
}

#[tokio::test]
async fn the_manual_and_the_completions_name_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let ended = Bridge::run(folder.path(), &["docs", "made"], &[]).await;
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    let read = |path: &str| std::fs::read_to_string(folder.path().join("made").join(path)).unwrap();
    let page = read("man1/twofa-bridge.1");
    assert!(page.contains(".SH NAME") && page.contains("\\-\\-config"), "{page}");
    for command in ["run", "check", "invite", "backup", "restore", "rotate-key", "unit", "docs"] {
        assert!(read(&format!("man1/twofa-bridge-{command}.1")).contains(".SH SYNOPSIS"), "{command}");
        for file in ["twofa-bridge.bash", "_twofa-bridge", "twofa-bridge.fish"] {
            assert!(read(&format!("completions/{file}")).contains(command), "{command} in {file}");
        }
    }
    std::fs::write(folder.path().join("a-file"), "no folder").unwrap();
    let ended = Bridge::run(folder.path(), &["docs", "a-file"], &[]).await;
    assert_eq!(ended.code, Some(1));
    assert!(ended.stderr.contains("cannot write to a-file: "), "{}", ended.stderr);
}
