//! Messages about announced work, outages and special hours.

use chrono::NaiveDate;

use super::message::{Label, Message, label, message};
use super::{Language, capitalised, channels, hours, list, maintenance, text, times};
use crate::agreement::{Catalogue, Contact};
use crate::answers::{NoticeTiming, SpecialHoursRow, WorkState, WorkUnderWay};
use crate::notices::{Announcement, HoursKind, LinkKind, SafeLink, Update, WorkKind};
use crate::time::{Interval, Timestamp, copenhagen};

pub const ANNOUNCEMENTS: Label = label("Varslet arbejde og driftsstop", "Announced work and outages");
pub const UNDER_WAY: Label = label("I gang nu", "Under way now");
pub const COMING: Label = label("Kommende", "Coming up");
pub const CANCELLED: Label = label("Aflyst", "Cancelled");
pub const OVER: Label = label("Afsluttet den seneste uge", "Ended in the past week");
pub const UPDATES: Label = label("Siden er meldt", "Updates since");
pub const PLACE: Label = label("Postnummer eller by", "Postcode or town");
pub const ALL_PLACES: Label = label("Vis alle", "Show all");
pub const NOTHING: Label = label("Der er ikke meldt noget arbejde ud.", "No work has been announced.");
pub const HOURS_THAT_DIFFER: Label = label("Ændrede tider", "Changed hours");
/// Follows the places of an announcement if it is unknown whether the customer's place is among them.
pub const PLACE_UNKNOWN: Label =
    label("Det fremgår ikke, om dit sted er med.", "It does not say whether your place is among them.");

const SERVICE_WINDOW: Label = label("Planlagt arbejde", "Planned work");
const EMERGENCY_WORK: Label = label("Akut arbejde", "Emergency work");
const OUTAGE: Label = label("Driftsstop", "Outage");
const OTHER: Label = label("Meddelelse", "Announcement");

/// `Akut arbejde`.
pub const fn kind(language: Language, kind: WorkKind) -> &'static str {
    let name = match kind {
        WorkKind::ServiceWindow => SERVICE_WINDOW,
        WorkKind::EmergencyWork => EMERGENCY_WORK,
        WorkKind::Outage => OUTAGE,
        WorkKind::Other => OTHER,
    };
    name.get(language)
}

const PLANNED: Label = label("Planlagt", "Planned");
const MOVED: Label = label("Flyttet", "Moved");
const IS_UNDER_WAY: Label = label("Er i gang", "Under way");
const OVERDUE: Label = label("Varer længere end ventet", "Takes longer than expected");
const IS_CANCELLED: Label = label("Aflyst", "Called off");
const IS_OVER: Label = label("Afsluttet", "Ended");
const TIME_HAS_PASSED: Label = label("Tidsrummet er gået", "The announced time has passed");

/// `Flyttet`.
pub const fn state(language: Language, state: WorkState) -> &'static str {
    let name = match state {
        WorkState::Planned => PLANNED,
        WorkState::Moved => MOVED,
        WorkState::UnderWay { overdue: false } => IS_UNDER_WAY,
        WorkState::UnderWay { overdue: true } => OVERDUE,
        WorkState::Cancelled => IS_CANCELLED,
        WorkState::Ended { confirmed: true } => IS_OVER,
        WorkState::Ended { confirmed: false } => TIME_HAS_PASSED,
    };
    name.get(language)
}

const DAY_AND_HOURS: Message<2> = message("{0} {1}", "{0}, {1}");
const FROM: Message<1> =
    message("fra {0}, sluttidspunktet er ikke meldt ud", "from {0}, the end has not been announced");

/// `Mandag 13. april kl. 0.00–6.00`.
pub fn when(language: Language, announcement: &Announcement, now: Timestamp) -> String {
    let Announcement { start, end, .. } = announcement;
    capitalised(&match end {
        Some(end) => {
            let day = times::day(language, copenhagen::date(*start), copenhagen::date(now));
            let hours = maintenance::window(language, Interval { start: *start, end: *end });
            DAY_AND_HOURS.format(language, [&day, &hours])
        }
        None => FROM.format(language, [&times::moment(language, *start, now)]),
    })
}

const MOVED_FROM: Message<1> = message("Flyttet fra {0}.", "Moved from {0}.");

/// `Flyttet fra mandag 6. april kl. 0.00.`; `None` if the work was not moved.
pub fn moved_from(language: Language, announcement: &Announcement, now: Timestamp) -> Option<String> {
    let moved = announcement.moved.as_ref()?;
    Some(MOVED_FROM.format(language, [&times::moment(language, moved.from, now)]))
}

const EVERYWHERE: Label = label("Gælder alle områder.", "Affects all areas.");
const PLACES: Message<1> = message("Gælder {0}.", "Affects {0}.");
const PLACES_AND_POSTCODES: Message<2> = message("Gælder {0} ({1}).", "Affects {0} ({1}).");
const POSTCODES: Message<1> = message("postnummer {0}", "postcode {0}");

/// `Gælder Odder og Hov (postnummer 8300).`
pub fn places(language: Language, announcement: &Announcement) -> String {
    let areas: Vec<_> = announcement.areas.iter().map(|area| area.name.clone()).collect();
    let areas = list(language, &areas);
    let postcodes = POSTCODES.format(language, [&list(language, &announcement.postcodes)]);
    match (areas.is_empty(), announcement.postcodes.is_empty()) {
        (true, true) => EVERYWHERE.get(language).to_owned(),
        (true, false) => PLACES.format(language, [&postcodes]),
        (false, true) => PLACES.format(language, [&areas]),
        (false, false) => PLACES_AND_POSTCODES.format(language, [&areas, &postcodes]),
    }
}

const AGREEMENTS: Message<1> = message("Gælder kun {0}.", "For {0} only.");

/// `Gælder kun Erhverv Pro.`; `None` if the announcement affects every agreement of the catalogue, or none of them.
pub fn agreements(language: Language, announcement: &Announcement, catalogue: &Catalogue) -> Option<String> {
    let affected = catalogue.agreements.iter().filter(|agreement| announcement.affects(&agreement.id));
    let names: Vec<_> = affected.map(|agreement| agreement.name.clone()).collect();
    let some = !names.is_empty() && names.len() < catalogue.agreements.len();
    some.then(|| AGREEMENTS.format(language, [&list(language, &names)]))
}

const DOWN: Message<1> =
    message("Forbindelsen kan være afbrudt i op til {0}.", "The connection may be down for up to {0}.");
const NOT_DOWN: Label =
    label("Forbindelsen ventes ikke at blive afbrudt.", "The connection is not expected to go down.");

/// `Forbindelsen kan være afbrudt i op til 30 minutter.`; `None` if the downtime is not announced.
pub fn downtime(language: Language, announcement: &Announcement) -> Option<String> {
    Some(match announcement.downtime_minutes? {
        0 => NOT_DOWN.get(language).to_owned(),
        minutes => DOWN.format(language, [&times::duration(language, 60 * minutes)]),
    })
}

const PUBLISHED: Message<1> = message("Meldt ud {0}.", "Announced {0}.");

/// `Meldt ud torsdag 9. april kl. 22.10.`
pub fn published(language: Language, announcement: &Announcement, now: Timestamp) -> String {
    PUBLISHED.format(language, [&times::moment(language, announcement.published_at, now)])
}

const IN_TIME: Message<2> = message(
    "Varslet {0}, inden for aftalens varsel (senest {1}).",
    "Notified {0}, within the notice of the agreement (by {1}).",
);
const LATE: Message<2> = message(
    "Varslet {0}, senere end aftalens varsel (så vidt muligt senest {1}).",
    "Notified {0}, later than the notice of the agreement (by {1}, as far as possible).",
);
const NOT_REQUIRED: Label = label(
    "Aftalens varsel gælder arbejde i servicevinduet, ikke akut arbejde og driftsstop.",
    "The agreement's notice is for work in the maintenance window, not for emergency work and outages.",
);

/// `Varslet tirsdag 7. april, senere end aftalens varsel (så vidt muligt senest torsdag 26. marts).`
pub fn notice(language: Language, notice: NoticeTiming, today: NaiveDate) -> String {
    let (sentence, given, last_day) = match notice {
        NoticeTiming::InTime { given, last_day } => (IN_TIME, given, last_day),
        NoticeTiming::Late { given, last_day } => (LATE, given, last_day),
        NoticeTiming::NotRequired => return NOT_REQUIRED.get(language).to_owned(),
    };
    let days = [given, last_day].map(|date| times::day(language, date, today));
    sentence.format(language, days.each_ref().map(String::as_str))
}

const OTHERWISE_IN_TIME: Message<1> = message("i tide, senest {0}", "in time, by {0}");
const OTHERWISE_LATE: Message<1> = message("ikke i tide, senest {0}", "not in time, by {0}");

/// The same under another interpretation: `ikke i tide, senest onsdag 25. marts`.
pub fn notice_otherwise(language: Language, notice: NoticeTiming, today: NaiveDate) -> String {
    let (words, last_day) = match notice {
        NoticeTiming::InTime { last_day, .. } => (OTHERWISE_IN_TIME, last_day),
        NoticeTiming::Late { last_day, .. } => (OTHERWISE_LATE, last_day),
        NoticeTiming::NotRequired => return NOT_REQUIRED.get(language).to_owned(),
    };
    words.format(language, [&times::day(language, last_day, today)])
}

/// The time of an update, and its text.
pub fn update(language: Language, update: &Update, now: Timestamp) -> [String; 2] {
    [capitalised(&times::moment(language, update.at, now)), text(language, &update.text)]
}

const SERVICE_WINDOW_NOW: Label = label("Der er planlagt arbejde i gang.", "Planned work is under way.");
const EMERGENCY_WORK_NOW: Label = label("Der er akut arbejde i gang.", "Emergency work is under way.");
const OUTAGE_NOW: Label = label("Der er meldt driftsstop.", "An outage has been announced.");
const OTHER_NOW: Label = label("Der er en meddelelse om driften.", "There is an announcement on the service.");
const LASTS_UNTIL: Message<1> = message("Det ventes at vare til {0}.", "It is expected to last until {0}.");
const SHOULD_HAVE_ENDED: Message<1> = message(
    "Det skulle være slut {0}, men er ikke meldt afsluttet.",
    "It should have ended {0}, but has not been reported as ended.",
);
const END_UNKNOWN: Label = label("Sluttidspunktet er ikke meldt ud.", "The end has not been announced.");
const THEN_REPORT: Label = label(
    "Er din forbindelse stadig nede bagefter, eller er du i tvivl, så meld fejlen.",
    "If your connection is still down afterwards, or if you are in doubt, report the fault.",
);
const OTHERS_UNDER_WAY: [Label; 2] = [
    label("anden meddelelse er også aktuel.", "other announcement is current, too."),
    label("andre meddelelser er også aktuelle.", "other announcements are current, too."),
];

/// The most urgent work under way, as an emphasised beginning and the rest: `Der er driftsstop nu.`,
/// `Et fiberkabel er gravet over. Det ventes at vare til kl. 14.00. Er din forbindelse …`
pub fn now(language: Language, work: &WorkUnderWay, now: Timestamp) -> (String, String) {
    let announcement = &work.announcement;
    let strong = match announcement.kind {
        WorkKind::ServiceWindow => SERVICE_WINDOW_NOW,
        WorkKind::EmergencyWork => EMERGENCY_WORK_NOW,
        WorkKind::Outage => OUTAGE_NOW,
        WorkKind::Other => OTHER_NOW,
    };
    let end = match announcement.end {
        Some(at) if work.overdue => SHOULD_HAVE_ENDED.format(language, [&end(language, at, now)]),
        Some(at) => LASTS_UNTIL.format(language, [&end(language, at, now)]),
        None => END_UNKNOWN.get(language).to_owned(),
    };
    let what = sentence(&text(language, &announcement.what));
    let mut rest = format!("{what} {end} {}", THEN_REPORT.get(language));
    if work.others > 0 {
        rest.push(' ');
        rest.push_str(&counted(language, work.others, OTHERS_UNDER_WAY));
    }
    (strong.get(language).to_owned(), rest)
}

/// `kl. 14.00`, or `i morgen kl. 14.00` if it is on another date than `now`.
fn end(language: Language, end: Timestamp, now: Timestamp) -> String {
    let is_today = copenhagen::date(end) == copenhagen::date(now);
    if is_today { times::clock(language, end) } else { times::moment(language, end, now) }
}

/// The text with a full stop, unless it already ends as a sentence.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { [text, "."].concat() }
}

/// The count, and after it the singular or the plural.
fn counted(language: Language, count: usize, [one, many]: [Label; 2]) -> String {
    let words = if count == 1 { one } else { many };
    format!("{count} {}", words.get(language))
}

const READ_MORE: Message<1> = message("Læs mere på {0}", "Read more at {0}");
const CALL: Message<1> = message("Ring {0}", "Call {0}");
const WRITE: Message<1> = message("Skriv til {0}", "Write to {0}");

/// The text of a link.
pub fn link(language: Language, link: &SafeLink) -> String {
    match link.kind() {
        LinkKind::Page(host) => READ_MORE.format(language, [host]),
        LinkKind::Phone(number) => CALL.format(language, [number]),
        LinkKind::Mail(address) => WRITE.format(language, [address]),
    }
}

const NOTHING_THERE: Message<1> = message("Der er ikke meldt noget ud for {0}.", "Nothing has been announced for {0}.");

/// A message that no announcement matches the place that was `typed`.
pub fn nothing_there(language: Language, typed: &str) -> String {
    NOTHING_THERE.format(language, [typed])
}

const MORE: Message<1> = message("Vis {0} flere", "Show {0} more");
const MORE_OF: Message<2> = message("Vis {0} flere af {1}", "Show {0} more of {1}");

/// `Vis 12 flere`, or `Vis 20 flere af 51` if there are more than are shown `at_a_time`.
pub fn more(language: Language, count: usize, at_a_time: usize) -> String {
    if count <= at_a_time {
        return MORE.format(language, [&count.to_string()]);
    }
    MORE_OF.format(language, [&at_a_time.to_string(), &count.to_string()])
}

const FOR_OTHERS: [Label; 2] = [
    label("meddelelse gælder andre steder eller aftaler.", "announcement is for other places or agreements."),
    label("meddelelser gælder andre steder eller aftaler.", "announcements are for other places or agreements."),
];

/// `3 meddelelser gælder andre steder eller aftaler.`
pub fn for_others(language: Language, count: usize) -> String {
    counted(language, count, FOR_OTHERS)
}

const NOT_RENEWED: Message<2> = message(
    "Meddelelserne er hentet {0} ({1}) og kan ikke opdateres lige nu.",
    "The announcements were fetched {0} ({1}) and cannot be renewed at the moment.",
);

/// A message that the last attempt to fetch the announcements failed.
pub fn not_renewed(language: Language, fetched: Timestamp, now: Timestamp) -> String {
    let ago = times::relative(language, fetched, now);
    NOT_RENEWED.format(language, [&times::moment(language, fetched, now), &ago])
}

const NOT_FETCHED: Message<1> = message(
    "Meddelelser om arbejde kan ikke hentes lige nu. Aftalens servicevinduer gælder stadig. Se aura.dk, eller ring \
     {0}.",
    "Announcements of work cannot be fetched at the moment. The agreement's maintenance windows still hold. See \
     aura.dk, or call {0}.",
);

/// A message that no announcements could be fetched.
pub fn not_fetched(language: Language, contact: &Contact) -> String {
    NOT_FETCHED.format(language, [&contact.phone_shown])
}

const ONE_OFF: Message<3> = message("{0}, {2}: {1}.", "{0}, {2}: {1}.");
const REPAIRED: Message<1> = message("fejl rettes {0}", "faults are repaired {0}");
const NOT_REPAIRED: Label = label("fejl rettes ikke", "no faults are repaired");
const CLOCK_COUNTS: Message<1> = message("reaktionstiden tæller {0}", "the response time counts {0}");
const CLOCK_STOPS: Label = label("reaktionstiden tæller ikke", "the response time does not count");

/// `Onsdag 23. december, juleafslutning: åbent kl. 8–12 for fejlmelding.`
pub fn special_hours(language: Language, row: &SpecialHoursRow<'_>, today: NaiveDate) -> String {
    let hours = &row.hours.hours;
    let of_agreements = |name: &str| match row.agreements.as_slice() {
        [] => name.to_owned(),
        agreements => format!("{name} ({})", agreements.join(", ")),
    };
    let open = hours::AT_HOURS.format(language, [&hours::day_hours(language, hours)]);
    let holds = match row.hours.kind.channel() {
        Some(channel) => {
            let name = of_agreements(channels::within_sentence(language, channel));
            if hours.is_empty() {
                hours::CLOSED_FOR.format(language, [&name])
            } else {
                hours::OPEN_FOR.format(language, [&open, &name])
            }
        }
        None => {
            let (counts, stops) = match row.hours.kind {
                HoursKind::Repair => (REPAIRED, NOT_REPAIRED),
                _ => (CLOCK_COUNTS, CLOCK_STOPS),
            };
            let words =
                if hours.is_empty() { stops.get(language).to_owned() } else { counts.format(language, [&open]) };
            of_agreements(&words)
        }
    };
    let day = capitalised(&times::near_day(language, row.hours.date, today));
    ONE_OFF.format(language, [&day, &holds, &text(language, &row.hours.reason)])
}
