//! How is announced work told, and hours that differ once?

use chrono::NaiveDate;

use super::times::Counted;
use super::{Language, Messages, Sentence, capitalised, danish, english};
use crate::agreement::{Catalogue, Contact};
use crate::answers::{NoticeTiming, SpecialHoursRow, WorkState, WorkUnderWay};
use crate::notices::{Announcement, HoursOf, LinkKind, SafeLink, Update, WorkKind};
use crate::time::{Interval, Timestamp, copenhagen};

/// The words for announcements, which are no part of [`Messages`]: they are fetched after the first answer.
#[cfg_attr(test, derive(Debug))]
pub struct AnnouncementWords {
    pub(super) language: Language,
    /// The part of the page that has them.
    pub announcements: &'static str,
    /// Its lists, by how far work has come.
    pub under_way: &'static str,
    /// The same for what is to come.
    pub coming: &'static str,
    /// The same for what will not take place.
    pub cancelled: &'static str,
    /// The same for what is over.
    pub over: &'static str,
    /// What was told since, newest first.
    pub updates: &'static str,
    /// Before the field in which a postcode or a place's name is typed.
    pub place: &'static str,
    /// To look for no place in particular.
    pub all_places: &'static str,
    /// That there is nothing to show.
    pub nothing: &'static str,
    /// Before hours that differ once.
    pub hours_that_differ: &'static str,
    /// That there is nothing that names the place.
    pub(super) nothing_there: Sentence<1>,
    /// What follows a list of which not all is shown.
    pub(super) more: Sentence<1>,
    /// How many more, of those that are not shown.
    pub(super) more_of: Sentence<2>,
    /// Those that are for others.
    pub(super) for_others: Counted,
    /// The kinds of work.
    pub(super) kinds: OfKind,
    /// The same, said of what is under way.
    pub(super) kinds_now: OfKind,
    /// The states of work.
    pub(super) planned: &'static str,
    pub(super) moved: &'static str,
    pub(super) is_under_way: &'static str,
    pub(super) overdue: &'static str,
    pub(super) is_cancelled: &'static str,
    pub(super) is_over: &'static str,
    pub(super) time_has_passed: &'static str,
    /// A day, and from when to when.
    pub(super) day_and_hours: Sentence<2>,
    /// From when, where the end is not known.
    pub(super) from: Sentence<1>,
    pub(super) moved_from: Sentence<1>,
    pub(super) everywhere: &'static str,
    /// The names of places, or their postcodes in words.
    pub(super) places: Sentence<1>,
    /// The names of places, and their postcodes in words.
    pub(super) places_and_postcodes: Sentence<2>,
    pub(super) postcodes: Sentence<1>,
    /// What follows the places where nobody can say whether the one that is looked for is among them.
    pub place_untold: &'static str,
    pub(super) agreements: Sentence<1>,
    /// How long the line is down.
    pub(super) down: Sentence<1>,
    pub(super) not_down: &'static str,
    pub(super) published: Sentence<1>,
    /// The day of notice, and the last one.
    pub(super) in_time: Sentence<2>,
    pub(super) late: Sentence<2>,
    pub(super) not_required: &'static str,
    /// The same in another reading, by the last day.
    pub(super) otherwise_in_time: Sentence<1>,
    pub(super) otherwise_late: Sentence<1>,
    /// When it is expected to end.
    pub(super) lasts_until: Sentence<1>,
    pub(super) should_have_ended: Sentence<1>,
    pub(super) end_unknown: &'static str,
    /// What to do.
    pub(super) then_report: &'static str,
    pub(super) others_under_way: Counted,
    /// Where a link leads.
    pub(super) read_more: Sentence<1>,
    pub(super) call: Sentence<1>,
    pub(super) write: Sentence<1>,
    /// When they were fetched last, and how long ago.
    pub(super) not_renewed: Sentence<2>,
    /// The number to call.
    pub(super) not_fetched: Sentence<1>,
    /// A day, what holds then, and why.
    pub(super) one_off: Sentence<3>,
    pub(super) repaired: Sentence<1>,
    pub(super) not_repaired: &'static str,
    pub(super) clock_counts: Sentence<1>,
    pub(super) clock_stops: &'static str,
}

/// Words for each kind of work.
#[cfg_attr(test, derive(Debug))]
pub(super) struct OfKind {
    pub service_window: &'static str,
    pub emergency_work: &'static str,
    pub outage: &'static str,
    pub other: &'static str,
}

/// How announcements are told in that language.
pub const fn announcements(language: Language) -> &'static AnnouncementWords {
    match language {
        Language::Danish => &danish::ANNOUNCEMENTS,
        Language::English => &english::ANNOUNCEMENTS,
    }
}

impl OfKind {
    const fn of(&self, kind: WorkKind) -> &'static str {
        match kind {
            WorkKind::ServiceWindow => self.service_window,
            WorkKind::EmergencyWork => self.emergency_work,
            WorkKind::Outage => self.outage,
            WorkKind::Other => self.other,
        }
    }
}

impl AnnouncementWords {
    const fn say(&self) -> &'static Messages {
        self.language.messages()
    }

    /// `Akut arbejde`.
    pub const fn kind(&self, kind: WorkKind) -> &'static str {
        self.kinds.of(kind)
    }

    /// The mark of work: `Flyttet`.
    pub const fn state(&self, state: WorkState) -> &'static str {
        match state {
            WorkState::Planned => self.planned,
            WorkState::Moved => self.moved,
            WorkState::UnderWay { overdue: false } => self.is_under_way,
            WorkState::UnderWay { overdue: true } => self.overdue,
            WorkState::Cancelled => self.is_cancelled,
            WorkState::Ended { confirmed: true } => self.is_over,
            WorkState::Ended { confirmed: false } => self.time_has_passed,
        }
    }

    /// `Mandag 13. april kl. 0.00–6.00`.
    pub fn when(&self, announcement: &Announcement, now: Timestamp) -> String {
        let Announcement { start, end, .. } = announcement;
        let say = self.say();
        capitalised(&match end {
            Some(end) => {
                let day = say.day(copenhagen::date(*start), copenhagen::date(now));
                self.day_and_hours.with([&day, &say.window(Interval { start: *start, end: *end })])
            }
            None => self.from.with([&say.moment(*start, now)]),
        })
    }

    /// `Flyttet fra mandag 6. april kl. 0.00.`; nothing where that is not announced.
    pub fn moved_from(&self, announcement: &Announcement, now: Timestamp) -> Option<String> {
        announcement.moved.map(|moved| self.moved_from.with([&self.say().moment(moved.from, now)]))
    }

    /// `Gælder Odder og Hov (postnummer 8300).`
    pub fn places(&self, announcement: &Announcement) -> String {
        let areas: Vec<_> = announcement.areas.iter().map(|area| area.name.clone()).collect();
        let (areas, postcodes) = (self.say().list(&areas), self.say().list(&announcement.postcodes));
        match (areas.is_empty(), postcodes.is_empty()) {
            (true, true) => self.everywhere.to_owned(),
            (true, false) => self.places.with([&self.postcodes.with([&postcodes])]),
            (false, true) => self.places.with([&areas]),
            (false, false) => self.places_and_postcodes.with([&areas, &self.postcodes.with([&postcodes])]),
        }
    }

    /// `Gælder kun Erhverv Pro.`; nothing where it is for all agreements, or for none of these.
    pub fn agreements(&self, announcement: &Announcement, catalogue: &Catalogue) -> Option<String> {
        let named = catalogue.agreements.iter().filter(|agreement| announcement.affects(&agreement.id));
        let names: Vec<_> = named.map(|agreement| agreement.name.clone()).collect();
        let some = !names.is_empty() && names.len() < catalogue.agreements.len();
        some.then(|| self.agreements.with([&self.say().list(&names)]))
    }

    /// `Forbindelsen kan være afbrudt i op til 30 minutter.`; nothing where that is not announced.
    pub fn downtime(&self, announcement: &Announcement) -> Option<String> {
        Some(match announcement.downtime_minutes? {
            0 => self.not_down.to_owned(),
            minutes => self.down.with([&self.say().duration(60 * minutes)]),
        })
    }

    /// `Meldt ud torsdag 9. april kl. 22.10.`
    pub fn published(&self, announcement: &Announcement, now: Timestamp) -> String {
        self.published.with([&self.say().moment(announcement.published_at, now)])
    }

    /// `Varslet tirsdag 7. april, senere end aftalens varsel (så vidt muligt senest torsdag 26. marts).`
    pub fn notice(&self, notice: NoticeTiming, today: NaiveDate) -> String {
        let (sentence, given, last_day) = match notice {
            NoticeTiming::InTime { given, last_day } => (self.in_time, given, last_day),
            NoticeTiming::Late { given, last_day } => (self.late, given, last_day),
            NoticeTiming::NotRequired => return self.not_required.to_owned(),
        };
        sentence.with([&self.say().day(given, today), &self.say().day(last_day, today)])
    }

    /// What another reading makes of the notice: `ikke i tide, senest onsdag 25. marts`.
    pub fn notice_otherwise(&self, notice: NoticeTiming, today: NaiveDate) -> String {
        match notice {
            NoticeTiming::InTime { last_day, .. } => self.otherwise_in_time.with([&self.say().day(last_day, today)]),
            NoticeTiming::Late { last_day, .. } => self.otherwise_late.with([&self.say().day(last_day, today)]),
            NoticeTiming::NotRequired => self.not_required.to_owned(),
        }
    }

    /// What was told when: the moment and the words.
    pub fn update(&self, update: &Update, now: Timestamp) -> [String; 2] {
        [capitalised(&self.say().moment(update.at, now)), self.say().text(&update.text)]
    }

    /// What heads the answer to how things stand now, in a strong beginning and the rest of it: `Der er driftsstop nu.`,
    /// `Et fiberkabel er gravet over. Det ventes at vare til kl. 14.00. Er din forbindelse …`
    pub fn now(&self, work: &WorkUnderWay, now: Timestamp) -> (String, String) {
        let (announcement, say) = (&work.announcement, self.say());
        let end = match announcement.end {
            Some(end) if work.overdue => self.should_have_ended.with([&self.end(end, now)]),
            Some(end) => self.lasts_until.with([&self.end(end, now)]),
            None => self.end_unknown.to_owned(),
        };
        let mut rest = format!("{} {end} {}", ended(&say.text(&announcement.what)), self.then_report);
        if work.others > 0 {
            rest.push(' ');
            rest.push_str(&self.others_under_way.count(i64::try_from(work.others).unwrap_or(i64::MAX)));
        }
        (self.kinds_now.of(announcement.kind).to_owned(), rest)
    }

    /// `kl. 14.00`; another day than today is named.
    fn end(&self, end: Timestamp, now: Timestamp) -> String {
        let is_today = copenhagen::date(end) == copenhagen::date(now);
        if is_today { self.say().clock(end) } else { self.say().moment(end, now) }
    }

    /// What a link says.
    pub fn link(&self, link: &SafeLink) -> String {
        match link.kind() {
            LinkKind::Page(host) => self.read_more.with([host]),
            LinkKind::Phone(number) => self.call.with([number]),
            LinkKind::Mail(address) => self.write.with([address]),
        }
    }

    /// That there is nothing that names the place, by the words that were typed.
    pub fn nothing_there(&self, typed: &str) -> String {
        self.nothing_there.with([typed])
    }

    /// `Vis 12 flere`, or `Vis 20 flere af 51` where they come `at_a_time`.
    pub fn more(&self, count: usize, at_a_time: usize) -> String {
        if count <= at_a_time {
            return self.more.with([&count.to_string()]);
        }
        self.more_of.with([&at_a_time.to_string(), &count.to_string()])
    }

    /// `3 meddelelser gælder andre.`
    pub fn for_others(&self, count: usize) -> String {
        self.for_others.count(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// That what is shown was fetched then, and could not be renewed since.
    pub fn not_renewed(&self, fetched: Timestamp, now: Timestamp) -> String {
        self.not_renewed.with([&self.say().moment(fetched, now), &self.say().relative(fetched, now)])
    }

    /// That there are no announcements because they could not be fetched, and what holds nevertheless.
    pub fn not_fetched(&self, contact: &Contact) -> String {
        self.not_fetched.with([&contact.phone_shown])
    }

    /// `Onsdag 23. december, juleafslutning: åbent kl. 8–12 for fejlmelding.`
    pub fn one_off(&self, row: &SpecialHoursRow<'_>, today: NaiveDate) -> String {
        let (say, hours) = (self.say(), &row.hours.hours);
        let of = |name: &str| match row.agreements.as_slice() {
            [] => name.to_owned(),
            names => format!("{name} ({})", names.join(", ")),
        };
        let open = say.hours.at_hours.with([&say.day_hours(hours)]);
        let holds = match row.hours.of.channel() {
            Some(channel) => {
                let name = of(say.channels.within_sentence.of(channel));
                if hours.is_empty() {
                    say.hours.closed_for.with([&name])
                } else {
                    say.hours.open_for.with([&open, &name])
                }
            }
            None => {
                let (counts, stops) = match row.hours.of {
                    HoursOf::Repair => (self.repaired, self.not_repaired),
                    _ => (self.clock_counts, self.clock_stops),
                };
                of(&if hours.is_empty() { stops.to_owned() } else { counts.with([&open]) })
            }
        };
        let day = capitalised(&say.near_day(row.hours.date, today));
        self.one_off.with([&day, &holds, &say.text(&row.hours.why)])
    }
}

/// As a sentence, whether or not who wrote it ended it.
fn ended(words: &str) -> String {
    if words.ends_with(['.', '!', '?', '…']) { words.to_owned() } else { [words, "."].concat() }
}
