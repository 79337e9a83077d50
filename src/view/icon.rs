//! Icons that stand beside words.

/// An icon. The words beside it say the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Open,
    Closed,
    Call,
    Copy,
    Remote,
    OnSite,
    Planned,
    Wait,
    Covered,
    NotCovered,
    Calendar,
}

impl Icon {
    /// The path data in a square of 24. Only the disc of `Open` is filled, with its tick cut out.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Open => "M12 1a11 11 0 1 0 0 22 11 11 0 1 0 0-22ZM7 12.5l3.5 3.5L17 8.5",
            Self::Closed => "M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20ZM7 12h10",
            Self::Call => {
                "M6.5 3h3l1.8 5-2.4 1.8a12 12 0 0 0 5.3 5.3L16 12.7l5 1.8v3A3.5 3.5 0 0 1 17.5 21 14.5 14.5 0 0 1 3 6.5 3.5 3.5 0 0 1 6.5 3Z"
            }
            Self::Copy => {
                "M10 8h8a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2ZM16 8V5a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h2"
            }
            Self::Remote => "M12 5a7 7 0 1 0 0 14 7 7 0 1 0 0-14Z",
            Self::OnSite => "m12 3.5 8.5 8.5-8.5 8.5L3.5 12Z",
            Self::Planned => "M12 3 2.5 20h19ZM12 9.5v5M12 17v.5",
            Self::Wait => "M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20ZM12 6v6l4 2.5",
            Self::Covered => "m4 12.5 5 5L20 6.5",
            Self::NotCovered => "M5 12h14",
            Self::Calendar => {
                "M5 5h14a1.5 1.5 0 0 1 1.5 1.5v12A1.5 1.5 0 0 1 19 20H5a1.5 1.5 0 0 1-1.5-1.5v-12A1.5 1.5 0 0 1 5 5ZM8 2.5v4M16 2.5v4M3.5 10h17M12 12.5v5M9.5 15h5"
            }
        }
    }
}
