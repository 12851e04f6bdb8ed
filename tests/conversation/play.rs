//! Plays transcripts: once as they stand, then again with the bridge restarted after every line, and after each.

use expect_test::Expect;

use super::world::World;

/// When the bridge is restarted besides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Restarts {
    Never,
    AfterEachLine,
    AfterLine(usize),
}

/// Plays a transcript and compares, then plays it with restarts, where everything that is seen must be the same.
///
/// A restart is left out while the API owes the answer to a submission or a reauthentication, and while the bridge is
/// stopped anyway: what is lost with it is told in transcripts of its own.
#[track_caller]
pub(super) fn play(transcript: &Expect) {
    let script = script(transcript.data());
    let seen = perform(&script, Restarts::Never);
    transcript.assert_eq(&seen);
    let each = (0..script.len()).map(Restarts::AfterLine);
    for restarts in std::iter::once(Restarts::AfterEachLine).chain(each) {
        let again = perform(&script, restarts);
        assert!(
            again == seen,
            "{restarts:?} ({}):\n{}",
            named(&script, restarts),
            differences(&seen, &again)
        );
    }
}

/// Plays a transcript in which a restart, where there is none, would be seen, for the reason given.
#[track_caller]
pub(super) fn play_as_it_stands(_reason: &str, transcript: &Expect) {
    let seen = perform(&script(transcript.data()), Restarts::Never);
    transcript.assert_eq(&seen);
}

/// The lines of a transcript that are not what is seen.
fn script(transcript: &str) -> Vec<String> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let lines: Vec<&str> = transcript.lines().filter(|line| !line.trim().is_empty()).collect();
    let margin = lines.iter().map(|line| indent(line)).min().unwrap_or(0);
    lines.into_iter().filter(|line| indent(line) == margin).map(|line| line.trim().to_owned()).collect()
}

fn perform(script: &[String], restarts: Restarts) -> String {
    let mut world = World::new();
    for (index, line) in script.iter().enumerate() {
        world.write_line(line);
        world.perform(line);
        let restart = match restarts {
            Restarts::Never => false,
            Restarts::AfterEachLine => true,
            Restarts::AfterLine(at) => at == index,
        };
        if restart && world.may_restart() {
            world.restart();
        }
    }
    world.end()
}

fn named(script: &[String], restarts: Restarts) -> String {
    match restarts {
        Restarts::Never | Restarts::AfterEachLine => String::new(),
        Restarts::AfterLine(at) => script[at].clone(),
    }
}

/// The lines in which two transcripts differ, with some before.
fn differences(seen: &str, again: &str) -> String {
    let (seen, again): (Vec<&str>, Vec<&str>) = (seen.lines().collect(), again.lines().collect());
    let same = seen.iter().zip(&again).take_while(|(one, other)| one == other).count();
    let part = |lines: &[&str]| {
        let lines: Vec<&str> = lines.iter().skip(same.saturating_sub(3)).take(20).copied().collect();
        lines.join("\n    ")
    };
    format!("  expected\n    {}\n  but\n    {}", part(&seen), part(&again))
}
