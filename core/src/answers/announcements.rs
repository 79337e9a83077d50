//! What work is announced, how far has it come, and was notice of it given in time?

use std::rc::Rc;

use chrono::NaiveDate;

use super::WithAlternatives;
use crate::agreement::Catalogue;
use crate::notices::{Announcement, AreaMatch, Notices, PlaceQuery, WorkKind, WorkStatus};
use crate::time::{Timestamp, copenhagen};

const DAY: i64 = 86_400;
/// How long work that is over is still shown, in seconds.
const SHOWN_AFTER: i64 = 7 * DAY;
/// How long an announcement that says of no end, or of one that has passed, that work is under way is believed after
/// the last word of it, in seconds: somebody may have forgotten it.
const BELIEVED: i64 = DAY;

/// Whose announcements are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnouncementFilter {
    /// Where.
    pub place: PlaceQuery,
    /// The id of the agreement; that of any when none is chosen.
    pub agreement: Option<String>,
}

/// The announced work, by how far it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announcements {
    /// What is under way now, the most urgent first.
    pub under_way: Vec<AnnouncementRow>,
    /// What is to come, also where it was moved, the next first.
    pub coming: Vec<AnnouncementRow>,
    /// What was to come and will not, the next first.
    pub cancelled: Vec<AnnouncementRow>,
    /// What is over since a week at most, the latest to begin first.
    pub done: Vec<AnnouncementRow>,
    /// How many others there would be for another place or agreement.
    pub for_others: usize,
}

/// Announced work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnouncementRow {
    /// What is announced.
    pub announcement: Rc<Announcement>,
    /// How far it has come.
    pub state: WorkState,
    /// Whether it concerns the place that is looked for.
    pub concern: AreaMatch,
}

/// How far work has come, by what is announced and by the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkState {
    /// It is to come.
    Planned,
    /// It is to come, at another time than was said at first.
    Moved,
    /// It is under way.
    UnderWay {
        /// Whether it should have ended, and the announcement says that it has not.
        overdue: bool,
    },
    /// It will not take place.
    Cancelled,
    /// It is over.
    Over {
        /// Whether the announcement says so; else only its time has passed.
        confirmed: bool,
    },
}

/// Whether notice was given by the agreement's own rule, as far as that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeGiven {
    /// On that day, and not after the last one.
    InTime {
        /// The day of notice.
        given: NaiveDate,
        /// The last day of notice.
        last_day: NaiveDate,
    },
    /// On that day, after the last one.
    Late {
        /// The day of notice.
        given: NaiveDate,
        /// The last day of notice.
        last_day: NaiveDate,
    },
    /// The rule is not for work of that kind.
    NotRequired,
}

/// What heads the answer to the question how things stand now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkUnderWay {
    /// The most urgent.
    pub announcement: Rc<Announcement>,
    /// Whether it should have ended, and the announcement says that it has not.
    pub overdue: bool,
    /// Whether it concerns the place that is looked for.
    pub concern: AreaMatch,
    /// How many others are under way.
    pub others: usize,
}

impl Announcements {
    /// What is announced to them at `now`: one look at each announcement, of which there may be thousands.
    pub fn compute(notices: &Notices, whom: &AnnouncementFilter, now: Timestamp) -> Self {
        let mut all = Self { under_way: under_way(notices, whom, now), ..Self::default() };
        for announcement in &notices.announcements {
            let Some(state) = WorkState::compute(announcement, now) else { continue };
            let list = match state {
                WorkState::Planned | WorkState::Moved => &mut all.coming,
                WorkState::Cancelled => &mut all.cancelled,
                WorkState::Over { .. } => &mut all.done,
                WorkState::UnderWay { .. } => {
                    all.for_others += usize::from(whom.concern(announcement).is_none());
                    continue;
                }
            };
            match whom.concern(announcement) {
                Some(concern) => list.push(AnnouncementRow { announcement: announcement.clone(), state, concern }),
                None => all.for_others += 1,
            }
        }
        all.done.reverse();
        all
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        [&self.under_way, &self.coming, &self.cancelled, &self.done].iter().all(|rows| rows.is_empty())
    }
}

impl AnnouncementRow {
    /// Whether notice was given in time, in the readings in force and in others; none where nobody can say, or it is no
    /// longer worth asking.
    pub fn notice(&self, catalogue: &Catalogue) -> Option<WithAlternatives<NoticeGiven>> {
        if matches!(self.state, WorkState::Cancelled | WorkState::Over { .. }) {
            return None;
        }
        WithAlternatives::evaluate(catalogue, |catalogue| NoticeGiven::compute(catalogue, &self.announcement))
    }
}

impl WorkUnderWay {
    /// The most urgent work that is under way at `now`, if any is.
    pub fn compute(notices: &Notices, whom: &AnnouncementFilter, now: Timestamp) -> Option<Self> {
        let found = under_way(notices, whom, now);
        let others = found.len().saturating_sub(1);
        let AnnouncementRow { announcement, state, concern } = found.into_iter().next()?;
        Some(Self { announcement, overdue: state == WorkState::UnderWay { overdue: true }, concern, others })
    }
}

impl AnnouncementFilter {
    /// Whether the announcement concerns them; none when it does not.
    pub fn concern(&self, announcement: &Announcement) -> Option<AreaMatch> {
        let affected = self.agreement.as_deref().is_none_or(|id| announcement.affects(id));
        if affected { self.place.area_match(announcement) } else { None }
    }
}

impl WorkState {
    /// How far it has come at `now`; none when it is over for longer than anybody asks. What is announced is as of its
    /// last word, so that the clock decides between before, during and after.
    pub fn compute(announcement: &Announcement, now: Timestamp) -> Option<Self> {
        let Announcement { status, start, end, .. } = announcement;
        let changed = announcement.changed_at();
        let end_as_said = end.unwrap_or_else(|| start.max(&changed).plus_seconds(BELIEVED));
        let believed = |end: Timestamp| end.max(changed).plus_seconds(BELIEVED);
        let ends = end.filter(|_| *status == WorkStatus::UnderWay).map_or(end_as_said, believed);
        match status {
            WorkStatus::Cancelled => (now < end_as_said).then_some(Self::Cancelled),
            // Nobody foresees an outage: at a time before it, which a page may be asked about, there is none.
            _ if now < *start && announcement.kind == WorkKind::Outage => None,
            WorkStatus::Moved if now < *start => Some(Self::Moved),
            _ if now < *start => Some(Self::Planned),
            WorkStatus::Done => (now < end_as_said.plus_seconds(SHOWN_AFTER)).then_some(Self::Over { confirmed: true }),
            _ if now < ends => Some(Self::UnderWay { overdue: end.is_some_and(|end| end <= now) }),
            _ => (now < ends.plus_seconds(SHOWN_AFTER)).then_some(Self::Over { confirmed: false }),
        }
    }
}

impl NoticeGiven {
    /// Whether notice was in time in these readings; none where the announcement does not say when it was given, or is
    /// of no known kind.
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

/// What is under way, the most urgent first: what surely concerns them, then the worst, then the latest to begin.
fn under_way(notices: &Notices, whom: &AnnouncementFilter, now: Timestamp) -> Vec<AnnouncementRow> {
    let mut found: Vec<AnnouncementRow> = Vec::new();
    for announcement in &notices.announcements {
        if announcement.start > now {
            break;
        }
        let Some(state @ WorkState::UnderWay { .. }) = WorkState::compute(announcement, now) else { continue };
        if let Some(concern) = whom.concern(announcement) {
            let rank = rank(announcement, concern);
            let place = found.partition_point(|other| self::rank(&other.announcement, other.concern) < rank);
            found.insert(place, AnnouncementRow { announcement: announcement.clone(), state, concern });
        }
    }
    found
}

fn rank(announcement: &Announcement, concern: AreaMatch) -> (bool, u8) {
    let worst = match announcement.kind {
        WorkKind::Outage => 0,
        WorkKind::EmergencyWork => 1,
        WorkKind::ServiceWindow => 2,
        WorkKind::Other => 3,
    };
    (concern == AreaMatch::Unknown, worst)
}
