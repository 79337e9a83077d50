//! View model of the announced work: lists by state, and whether notice was given in time.

use std::rc::Rc;

use chrono::NaiveDate;

use super::WithAlternatives;
use crate::agreement::Catalogue;
use crate::notices::{Announcement, AreaMatch, Notices, PlaceQuery, WorkKind, WorkStatus};
use crate::time::{Timestamp, copenhagen};

const DAY: i64 = 86_400;
/// How long completed work stays listed, in seconds.
const LISTED_AFTER_END: i64 = 7 * DAY;
/// How long an announcement counts as current after its last update where its end is unknown or has passed, in
/// seconds. After that it was probably forgotten.
const STALE_AFTER: i64 = DAY;

/// The place and agreement that announcements are filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnouncementFilter {
    pub place: PlaceQuery,
    /// The id of the agreement; `None` matches all.
    pub agreement: Option<String>,
}

/// The announced work, listed by state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announcements {
    /// Work in progress, the most urgent first.
    pub under_way: Vec<AnnouncementRow>,
    /// Planned and moved work, by start.
    pub upcoming: Vec<AnnouncementRow>,
    /// Cancelled work, by start.
    pub cancelled: Vec<AnnouncementRow>,
    /// Work that ended within the last week, the latest start first.
    pub ended: Vec<AnnouncementRow>,
    /// The number of announcements that the filter excludes.
    pub excluded: usize,
}

/// One announcement in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnouncementRow {
    pub announcement: Rc<Announcement>,
    pub state: WorkState,
    /// How its area matches the place of the filter.
    pub area_match: AreaMatch,
}

/// The state of announced work, from its last announced status and the current time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkState {
    Planned,
    /// Planned for another time than first announced.
    Moved,
    UnderWay {
        /// Whether the announced end has passed.
        overdue: bool,
    },
    Cancelled,
    Ended {
        /// Whether the announcement says so; otherwise only its end has passed.
        confirmed: bool,
    },
}

/// Whether notice of work was given in time by the notice period of the agreements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeTiming {
    InTime {
        given: NaiveDate,
        last_day: NaiveDate,
    },
    Late {
        given: NaiveDate,
        last_day: NaiveDate,
    },
    /// The notice period does not apply to this kind of work.
    NotRequired,
}

/// The most urgent work in progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkUnderWay {
    pub announcement: Rc<Announcement>,
    /// Whether the announced end has passed.
    pub overdue: bool,
    /// How its area matches the place of the filter.
    pub area_match: AreaMatch,
    /// The number of other announcements in progress.
    pub others: usize,
}

impl Announcements {
    /// Lists the announcements that match the filter at `now`, in one pass: there may be hundreds.
    pub fn compute(notices: &Notices, filter: &AnnouncementFilter, now: Timestamp) -> Self {
        let mut all = Self { under_way: under_way(notices, filter, now), ..Self::default() };
        for announcement in &notices.announcements {
            let Some(state) = WorkState::compute(announcement, now) else { continue };
            let list = match state {
                WorkState::Planned | WorkState::Moved => &mut all.upcoming,
                WorkState::Cancelled => &mut all.cancelled,
                WorkState::Ended { .. } => &mut all.ended,
                WorkState::UnderWay { .. } => {
                    all.excluded += usize::from(filter.area_match(announcement).is_none());
                    continue;
                }
            };
            match filter.area_match(announcement) {
                Some(area_match) => {
                    list.push(AnnouncementRow { announcement: announcement.clone(), state, area_match })
                }
                None => all.excluded += 1,
            }
        }
        all.ended.reverse();
        all
    }

    /// Whether every list is empty.
    pub fn is_empty(&self) -> bool {
        [&self.under_way, &self.upcoming, &self.cancelled, &self.ended].iter().all(|rows| rows.is_empty())
    }
}

impl AnnouncementRow {
    /// Whether notice was given in time, under the interpretations in force and under others. `None` for work that was
    /// cancelled or has ended, and where the day of notice is unknown.
    pub fn notice_timing(&self, catalogue: &Catalogue) -> Option<WithAlternatives<NoticeTiming>> {
        if matches!(self.state, WorkState::Cancelled | WorkState::Ended { .. }) {
            return None;
        }
        WithAlternatives::evaluate(catalogue, |catalogue| NoticeTiming::compute(catalogue, &self.announcement))
    }
}

impl WorkUnderWay {
    /// The most urgent work that matches the filter and is in progress at `now`.
    pub fn compute(notices: &Notices, filter: &AnnouncementFilter, now: Timestamp) -> Option<Self> {
        let found = under_way(notices, filter, now);
        let others = found.len().saturating_sub(1);
        let AnnouncementRow { announcement, state, area_match } = found.into_iter().next()?;
        Some(Self { announcement, overdue: state == WorkState::UnderWay { overdue: true }, area_match, others })
    }
}

impl AnnouncementFilter {
    /// How the announcement matches the filter; `None` where it does not.
    pub fn area_match(&self, announcement: &Announcement) -> Option<AreaMatch> {
        let affected = self.agreement.as_deref().is_none_or(|id| announcement.affects(id));
        if affected { self.place.area_match(announcement) } else { None }
    }
}

impl WorkState {
    /// The state at `now`; `None` where the work ended too long ago to be listed. The announced status dates from the
    /// last update, so the time decides between planned, in progress and ended.
    pub fn compute(announcement: &Announcement, now: Timestamp) -> Option<Self> {
        let Announcement { status, start, end, .. } = announcement;
        let changed = announcement.changed_at();
        let expected_end = end.unwrap_or_else(|| start.max(&changed).plus_seconds(STALE_AFTER));
        let stale_at = |end: Timestamp| end.max(changed).plus_seconds(STALE_AFTER);
        let ends = end.filter(|_| *status == WorkStatus::UnderWay).map_or(expected_end, stale_at);
        match status {
            WorkStatus::Cancelled => (now < expected_end).then_some(Self::Cancelled),
            // An outage is not planned, so it does not exist at a shown time before its start.
            _ if now < *start && announcement.kind == WorkKind::Outage => None,
            WorkStatus::Moved if now < *start => Some(Self::Moved),
            _ if now < *start => Some(Self::Planned),
            WorkStatus::Done => {
                (now < expected_end.plus_seconds(LISTED_AFTER_END)).then_some(Self::Ended { confirmed: true })
            }
            _ if now < ends => Some(Self::UnderWay { overdue: end.is_some_and(|end| end <= now) }),
            _ => (now < ends.plus_seconds(LISTED_AFTER_END)).then_some(Self::Ended { confirmed: false }),
        }
    }
}

impl NoticeTiming {
    /// Whether notice was in time under the interpretations of this catalogue. `None` where the day of notice or the
    /// kind of work is unknown.
    pub fn compute(catalogue: &Catalogue, announcement: &Announcement) -> Option<Self> {
        match announcement.kind {
            WorkKind::EmergencyWork | WorkKind::Outage => Some(Self::NotRequired),
            WorkKind::Other => None,
            WorkKind::ServiceWindow => {
                let given = copenhagen::date(announcement.notified_at()?);
                let last_day = catalogue.maintenance.last_day_of_notice(copenhagen::date(announcement.start));
                Some(if given <= last_day { Self::InTime { given, last_day } } else { Self::Late { given, last_day } })
            }
        }
    }
}

/// The work in progress, the most urgent first: known area matches, then the most severe kind, then the latest start.
fn under_way(notices: &Notices, filter: &AnnouncementFilter, now: Timestamp) -> Vec<AnnouncementRow> {
    let mut found: Vec<AnnouncementRow> = Vec::new();
    for announcement in &notices.announcements {
        if announcement.start > now {
            break;
        }
        let Some(state @ WorkState::UnderWay { .. }) = WorkState::compute(announcement, now) else { continue };
        if let Some(area_match) = filter.area_match(announcement) {
            let rank = urgency(announcement, area_match);
            let index = found.partition_point(|other| urgency(&other.announcement, other.area_match) < rank);
            found.insert(index, AnnouncementRow { announcement: announcement.clone(), state, area_match });
        }
    }
    found
}

/// A sort key; the most urgent announcement has the least.
fn urgency(announcement: &Announcement, area_match: AreaMatch) -> (bool, u8) {
    let severity = match announcement.kind {
        WorkKind::Outage => 0,
        WorkKind::EmergencyWork => 1,
        WorkKind::ServiceWindow => 2,
        WorkKind::Other => 3,
    };
    (area_match == AreaMatch::Unknown, severity)
}
