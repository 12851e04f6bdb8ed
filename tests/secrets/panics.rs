//! A panic tells its place and none of its words.

use std::process::{Command, Stdio};

use super::memory::{Stranger, stranger};

const CHILD: &str = "TWOFA_BRIDGE_TEST_PANICS";
const CODE: &str = "381654";

/// In a process of its own, which the test below starts, this panics as the program would.
#[test]
fn a_process_panics_about_a_code_when_it_is_told_to() {
    if std::env::var_os(CHILD).is_some() {
        twofa_bridge::telemetry::keep_panics_quiet();
        let code = CODE.to_owned();
        let thread = std::thread::spawn(move || assert_eq!(code, "", "{code} was not used"));
        assert!(thread.join().is_err());
        std::process::exit(7);
    }
}

#[test]
fn a_panic_tells_its_place_and_none_of_its_words() {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "secrets::panics::a_process_panics_about_a_code_when_it_is_told_to", "--nocapture"])
        .env(CHILD, "1")
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&[child.stdout, child.stderr].concat()).into_owned();
    assert_eq!(child.status.code(), Some(7), "{printed}");
    assert!(!printed.contains(CODE), "{printed}");
    assert!(
        printed.contains("stopped by a defect; please report this place: tests/secrets/panics.rs:"),
        "{printed}"
    );
}

#[test]
fn the_program_keeps_its_panics_quiet() {
    // Whoever may have no thread cannot run: tokio panics about it, before anything is read.
    let Stranger { folder, binary, user } = stranger();
    let script = format!(
        "ulimit -u 1 2>/dev/null || ulimit -p 1; exec {} sandbox --listen 127.0.0.1:0",
        binary.display()
    );
    let mut command = Command::new("sh");
    command.args(["-c", &script]).current_dir(folder.path()).stdin(Stdio::null());
    if let Some(user) = user {
        std::os::unix::process::CommandExt::uid(&mut command, user);
    }
    let ended = command.output().unwrap();
    let printed = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!(ended.status.code(), Some(101), "{printed}");
    assert!(printed.contains("stopped by a defect; please report this place: "), "{printed}");
    assert!(!printed.contains("spawn"), "{printed}");
}
