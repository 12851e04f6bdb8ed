//! The program: reads its arguments, carries out one command, and ends with its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    twofa_bridge::cli::main()
}
