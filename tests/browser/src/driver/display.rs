//! Virtual display (Xvfb) for browsers without a headless mode.

use std::process::{Child, Command, Stdio};

use crate::driver::{not_started, process, program};
use crate::{Failure, Outcome};

/// An X server without a screen. Each browser has its own, so that its window has the focus.
pub(super) struct VirtualDisplay {
    server: Child,
    number: u16,
}

impl VirtualDisplay {
    pub(super) fn start() -> Outcome<Self> {
        let program = program("XVFB", "/usr/bin/Xvfb");
        // With -displayfd it uses the first free display number and prints it.
        let mut server = Command::new(&program)
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| not_started(&program, &error))?;
        let output = server.stdout.take();
        let mut display = Self { server, number: 0 };
        display.number = process::wait_for_output(output, |line| line.trim().parse().ok())
            .ok_or_else(|| Failure::new(format!("{program} did not print its display number within 30 s")))?;
        Ok(display)
    }

    /// The value for the DISPLAY variable.
    pub(super) fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for VirtualDisplay {
    fn drop(&mut self) {
        process::terminate(&mut self.server);
    }
}
