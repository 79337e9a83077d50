//! What work is announced, how far has it come, and was notice of it given in time?

use chrono::NaiveDate;

use super::Asked;
use crate::agreement::Catalogue;
use crate::calendar::{Timestamp, copenhagen};
use crate::notices::{Announcement, Concern, Notices, Place, WorkKind, WorkStatus};

const DAY: i64 = 86_400;
/// How long work that is over is still shown, in seconds.
const SHOWN_AFTER: i64 = 7 * DAY;
/// How long an announcement that says of no end, or of one that has passed, that work is under way is believed after
/// the last word of it, in seconds: somebody may have forgotten it.
const BELIEVED: i64 = DAY;

/// Whose announcements are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whom {
    /// Where.
    pub place: Place,
    /// The id of the agreement; that of any when none is chosen.
    pub agreement: Option<String>,
}

/// The announced work, by how far it has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Announcements<'a> {
    /// What is under way now, the most urgent first.
    pub under_way: Rows<'a>,
    /// What is to come, also where it was moved, the next first.
    pub coming: Rows<'a>,
    /// What was to come and will not, the next first.
    pub cancelled: Rows<'a>,
    /// What is over since a week at most, the latest to begin first.
    pub done: Rows<'a>,
    /// How many others there would be for another place or agreement.
    pub for_others: usize,
}

/// The first rows of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows<'a> {
    /// As many as were asked for, or fewer.
    pub rows: Vec<AnnouncementRow<'a>>,
    /// How many there are beyond them.
    pub more: usize,
}

/// Announced work.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnouncementRow<'a> {
    /// What is announced.
    pub announcement: &'a Announcement,
    /// How far it has come.
    pub state: WorkState,
    /// Whether it concerns the place that is looked for.
    pub concern: Concern,
    /// Whether notice was given in time, in the readings in force and in others; none where nobody can say, or it is no
    /// longer worth asking.
    pub notice: Option<Asked<NoticeGiven>>,
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
pub struct WorkUnderWay<'a> {
    /// The most urgent.
    pub announcement: &'a Announcement,
    /// Whether it should have ended, and the announcement says that it has not.
    pub overdue: bool,
    /// Whether it concerns the place that is looked for.
    pub concern: Concern,
    /// How many others are under way.
    pub others: usize,
}

impl<'a> Announcements<'a> {
    /// What is announced to them at `now`, in each list `most` rows at most. The same for any number of announcements:
    /// one look at each, and more only of those that are shown.
    pub fn at(catalogue: &Catalogue, notices: &'a Notices, whom: &Whom, now: Timestamp, most: usize) -> Self {
        let (mut coming, mut cancelled, mut over) = (Vec::new(), Vec::new(), Vec::new());
        let mut for_others = 0;
        for announcement in &notices.announcements {
            let Some(state) = WorkState::at(announcement, now) else { continue };
            let Some(concern) = whom.concern(announcement) else {
                for_others += 1;
                continue;
            };
            let found = (announcement.as_ref(), state, concern);
            match state {
                WorkState::Planned | WorkState::Moved => coming.push(found),
                WorkState::Cancelled => cancelled.push(found),
                WorkState::Over { .. } => over.push(found),
                WorkState::UnderWay { .. } => {}
            }
        }
        let rows = |found: &[Found<'a>]| Rows {
            rows: found.iter().take(most).map(|found| row(catalogue, *found)).collect(),
            more: found.len().saturating_sub(most),
        };
        over.reverse();
        Self {
            under_way: rows(&under_way(notices, whom, now)),
            coming: rows(&coming),
            cancelled: rows(&cancelled),
            done: rows(&over),
            for_others,
        }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        [&self.under_way, &self.coming, &self.cancelled, &self.done].iter().all(|rows| rows.rows.is_empty())
    }
}

impl<'a> WorkUnderWay<'a> {
    /// The most urgent work that is under way at `now`, if any is.
    pub fn at(notices: &'a Notices, whom: &Whom, now: Timestamp) -> Option<Self> {
        let found = under_way(notices, whom, now);
        let (announcement, state, concern) = *found.first()?;
        let overdue = state == WorkState::UnderWay { overdue: true };
        Some(Self { announcement, overdue, concern, others: found.len() - 1 })
    }
}

impl Whom {
    /// Whether the announcement concerns them; none when it does not.
    pub fn concern(&self, announcement: &Announcement) -> Option<Concern> {
        let affected = self.agreement.as_deref().is_none_or(|id| announcement.affects(id));
        if affected { self.place.concern(announcement) } else { None }
    }
}

impl WorkState {
    /// How far it has come at `now`; none when it is over for longer than anybody asks. What is announced is as of its
    /// last word, so that the clock decides between before, during and after.
    pub fn at(announcement: &Announcement, now: Timestamp) -> Option<Self> {
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
    pub fn of(catalogue: &Catalogue, announcement: &Announcement) -> Option<Self> {
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

type Found<'a> = (&'a Announcement, WorkState, Concern);

/// What is under way, the most urgent first: what surely concerns them, then the worst, then the latest to begin.
fn under_way<'a>(notices: &'a Notices, whom: &Whom, now: Timestamp) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = Vec::new();
    for announcement in &notices.announcements {
        if announcement.start > now {
            break;
        }
        let Some(state @ WorkState::UnderWay { .. }) = WorkState::at(announcement, now) else { continue };
        if let Some(concern) = whom.concern(announcement) {
            let rank = rank(announcement, concern);
            let place = found.partition_point(|(other, _, concern)| self::rank(other, *concern) < rank);
            found.insert(place, (announcement, state, concern));
        }
    }
    found
}

fn rank(announcement: &Announcement, concern: Concern) -> (bool, u8) {
    let worst = match announcement.kind {
        WorkKind::Outage => 0,
        WorkKind::EmergencyWork => 1,
        WorkKind::ServiceWindow => 2,
        WorkKind::Other => 3,
    };
    (concern == Concern::Untold, worst)
}

fn row<'a>(catalogue: &Catalogue, (announcement, state, concern): Found<'a>) -> AnnouncementRow<'a> {
    let asked = !matches!(state, WorkState::Cancelled | WorkState::Over { .. });
    let ask = |catalogue: &Catalogue| NoticeGiven::of(catalogue, announcement);
    let notice = if asked { Asked::of(catalogue, ask) } else { None };
    AnnouncementRow { announcement, state, concern, notice }
}
