//! Bounded list of problems.

use super::{Expected, Found, Problem};
use crate::data::sanitize;

/// The problems of a file. A file can have more than anybody reads: the first [`MAX`](Self::MAX) are listed, the others
/// are counted.
#[derive(Debug, Default)]
pub struct Problems {
    listed: Vec<Problem>,
    unlisted: usize,
}

impl Problems {
    pub const MAX: usize = 100;
    /// A path can contain names and ids from the file.
    const MAX_PATH_CHARS: usize = 120;

    /// Adds a problem. It is only made, with its path, if it is listed.
    pub(crate) fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.is_full() {
            self.unlisted += 1;
        } else {
            self.push(problem());
        }
    }

    fn push(&mut self, mut problem: Problem) {
        problem.path = sanitize(&problem.path).chars().take(Self::MAX_PATH_CHARS).collect();
        self.listed.push(problem);
    }

    /// Whether further problems are only counted.
    pub(crate) const fn is_full(&self) -> bool {
        self.listed.len() >= Self::MAX
    }

    /// Whether there is no problem.
    pub const fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The problems that are listed.
    pub fn listed(&self) -> &[Problem] {
        &self.listed
    }

    /// The problems that are listed.
    pub(crate) fn into_listed(self) -> Vec<Problem> {
        self.listed
    }

    /// The problems that are listed.
    pub(crate) fn listed_mut(&mut self) -> &mut [Problem] {
        &mut self.listed
    }

    /// The problems that are listed, and the number of the others as the last problem.
    pub fn into_vec(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            let found = Found::MoreProblems(self.unlisted);
            self.listed.push(Problem { path: String::new(), found, expected: Expected::NoMore });
        }
        self.listed
    }
}
