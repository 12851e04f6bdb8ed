//! `unit`: the bridge as a service of systemd, with as few rights as it needs.

use std::path::Path;
use std::process::ExitCode;

use super::{FAILED, fail, say};

/// What the unit says; `PROGRAM` and `CONFIG` stand for their paths.
const UNIT: &str = include_str!("unit/twofa-bridge.service");

/// Prints the unit.
pub(super) fn unit(config: &Path) -> ExitCode {
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => return fail(FAILED, &format!("cannot tell where this program is: {error}")),
    };
    // A unit knows no folder that it was started in.
    let config = std::path::absolute(config).unwrap_or_else(|_| config.to_owned());
    let folder = config.parent().map(Path::to_owned).unwrap_or_default();
    let unit = UNIT
        .replace("@PROGRAM@", &quoted(&program))
        .replace("@CONFIG@", &quoted(&config))
        .replace("@FOLDER@", &quoted(&folder));
    say(unit.trim_end());
    ExitCode::SUCCESS
}

/// A path as systemd reads it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string().replace('%', "%%");
    if text.contains([' ', '"', '\\', '\t']) {
        return format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_as_systemd_reads_it() {
        for (path, written) in [
            ("/usr/bin/a", "/usr/bin/a"),
            ("/a b/c", "\"/a b/c\""),
            ("/50%", "/50%%"),
            ("/a\"b", "\"/a\\\"b\""),
        ] {
            assert_eq!(quoted(Path::new(path)), written);
        }
    }
}
