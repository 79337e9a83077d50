//! What does a browser without a headless mode draw on?

use std::process::{Child, Command, Stdio};

use crate::driver::{not_started, process, program};
use crate::{Failure, Outcome};

/// An X server that shows nothing to anybody. Each browser has one of its own, so that its window has the focus.
pub(super) struct Screen {
    server: Child,
    number: u16,
}

impl Screen {
    pub(super) fn open() -> Outcome<Self> {
        let program = program("XVFB", "/usr/bin/Xvfb");
        // It takes the first number that is free, and says which.
        let mut server = Command::new(&program)
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| not_started(&program, &error))?;
        let said = server.stdout.take();
        let mut screen = Self { server, number: 0 };
        screen.number = process::said(said, |line| line.trim().parse().ok())
            .ok_or_else(|| Failure::new(format!("{program} did not say its number within 30 s")))?;
        Ok(screen)
    }

    /// As the variable DISPLAY has it.
    pub(super) fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        process::end(&mut self.server);
    }
}
