//! The program: closes itself to curious eyes, reads its arguments, carries out one command, and ends with its exit
//! code.

use std::process::ExitCode;

fn main() -> ExitCode {
    twofa_bridge::telemetry::keep_panics_quiet();
    twofa_bridge::telemetry::keep_memory_closed();
    twofa_bridge::cli::main()
}
