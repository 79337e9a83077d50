//! What work is announced, and which hours differ once?

use serviceaftale_core::agreement::{Catalogue, Contact};
use serviceaftale_core::answers::{
    AnnouncementFilter, AnnouncementRow, Announcements, WorkUnderWay, special_hours_rows,
};
use serviceaftale_core::messages::{self, AnnouncementWords};
use serviceaftale_core::notices::{Announcement, AreaMatch, Notices, Place};
use serviceaftale_core::time::{Timestamp, copenhagen};

use super::calendars::{take_announcement, take_announcements};
use super::field::open_field;
use super::maintenance::tile;
use super::memo::Same;
use crate::app::{FIRST_ANNOUNCEMENTS, MORE_ANNOUNCEMENTS};
use crate::app::{Listed, Msg, State};
use crate::view::interpretations::readings;
use crate::view::{Draw, Icon};

/// The field for a place.
const PLACE: &str = "place";

fn words(draw: &Draw) -> &'static AnnouncementWords {
    messages::announcements(draw.say.language)
}

/// Who asks: the place that was typed, and the agreement that is chosen.
fn whom(state: &State) -> AnnouncementFilter {
    let question = state.question();
    let agreement = question.agreement.clone().filter(|_| !question.compare);
    AnnouncementFilter { place: Place::typed(state.place()), agreement }
}

/// What heads the answer to how things stand now: the most urgent work that is under way.
pub fn under_way(draw: &mut Draw, state: &State, now: Timestamp) {
    let notices = state.feed().read.as_ref().map(|(notices, _)| notices);
    let Some(work) = notices.and_then(|notices| WorkUnderWay::compute(notices, &whom(state), now)) else {
        draw.nothing();
        return;
    };
    draw.open("div", "notice planned");
    draw.attribute("data-notice-id", work.announcement.id.clone());
    draw.icon(Icon::Planned);
    draw.emphasised("p", words(draw).now(&work, now));
    draw.close();
}

/// All announced work, with a field to look for a place.
pub fn announcements(draw: &mut Draw, state: &State, contact: &Contact, now: Timestamp) {
    let (words, feed) = (words(draw), state.feed());
    let Some((notices, fetched)) = &feed.read else {
        // Until they come, their place is kept.
        draw.open("div", "announcements");
        if feed.failed {
            failed(draw, words.not_fetched(contact));
        }
        draw.close();
        return;
    };
    let found = Announcements::compute(notices, &whom(state), now);
    draw.open("div", "announcements");
    draw.heading(1, words.announcements.to_owned());
    if feed.failed {
        failed(draw, words.not_renewed(*fetched, now));
    } else {
        draw.nothing();
    }
    if notices.announcements.is_empty() {
        draw.nothing();
    } else {
        place(draw, words, state.place());
    }
    // A screen reader hears what is found while the place is typed.
    draw.open("p", "meta");
    draw.attribute("role", "status");
    if found.is_empty() {
        let typed = state.place().trim();
        draw.text(if typed.is_empty() { words.nothing.to_owned() } else { words.nothing_there(typed) });
        draw.space();
    }
    if found.for_others > 0 {
        draw.text(words.for_others(found.for_others));
    }
    draw.close();
    list(draw, state, now, (words.under_way, Listed::UnderWay, found.under_way));
    list(draw, state, now, (words.coming, Listed::Coming, found.coming));
    list(draw, state, now, (words.cancelled, Listed::Cancelled, found.cancelled));
    list(draw, state, now, (words.over, Listed::Done, found.done));
    if notices.announcements.len() > 1 {
        take_announcements(draw);
    }
    draw.close();
}

fn failed(draw: &mut Draw, words: String) {
    draw.open("div", "notice failed");
    draw.words("p", "", words);
    draw.close();
}

fn place(draw: &mut Draw, words: &AnnouncementWords, typed: &str) {
    draw.open("div", "field place");
    draw.open("div", "");
    draw.open("label", "");
    draw.attribute("for", PLACE);
    draw.labelled("span", "name", words.place);
    draw.close();
    open_field(draw, typed.to_owned(), Msg::PlaceTyped, Msg::PlaceTyped);
    draw.attribute("id", PLACE);
    draw.close();
    draw.close();
    if typed.is_empty() {
        draw.nothing();
    } else {
        draw.button("button", Msg::PlaceTyped(String::new()), |draw| draw.label(words.all_places));
    }
    draw.close();
}

type List = (&'static str, Listed, Vec<AnnouncementRow>);

/// The first rows of a list under its heading, and a button for more.
fn list(draw: &mut Draw, state: &State, now: Timestamp, (heading, listed, rows): List) {
    if rows.is_empty() {
        draw.nothing();
        return;
    }
    let (shown, more) = rows.split_at(rows.len().min(state.most_announcements(listed)));
    draw.open("div", "");
    draw.heading(2, heading.to_owned());
    draw.open("ul", "windows");
    // Those that were shown before are compared as many at a time as they came.
    let (first, others) = shown.split_at(shown.len().min(FIRST_ANNOUNCEMENTS));
    for (index, rows) in std::iter::once(first).chain(others.chunks(MORE_ANNOUNCEMENTS)).enumerate() {
        draw.part_of_list(
            index,
            (rows.to_vec(), Same(state.catalogue().clone()), now),
            |draw, (rows, catalogue, now)| {
                for row in rows {
                    let from = (row.clone(), Same(catalogue.0.clone()), *now);
                    draw.part_of_list(row.announcement.id.clone(), from, |draw, (row, catalogue, now)| {
                        Row { words: words(draw), catalogue: &catalogue.0, now: *now }.draw(draw, row);
                    });
                }
            },
        );
    }
    draw.close();
    if more.is_empty() {
        draw.nothing();
    } else {
        let name = words(draw).more(more.len(), MORE_ANNOUNCEMENTS);
        draw.button("button", Msg::MoreAnnouncementsWanted(listed), |draw| draw.text(name));
    }
    draw.close();
}

/// What goes into a row besides what is announced.
struct Row<'a> {
    words: &'static AnnouncementWords,
    catalogue: &'a Catalogue,
    now: Timestamp,
}

impl Row<'_> {
    fn draw(&self, draw: &mut Draw, row: &AnnouncementRow) {
        let (words, now, announcement) = (self.words, self.now, row.announcement.as_ref());
        draw.open("li", "");
        draw.attribute("data-notice-id", announcement.id.clone());
        tile(draw, announcement.start);
        draw.open("div", "");
        draw.element("p", "", |draw| {
            draw.labelled("strong", "", words.kind(announcement.kind));
            draw.space();
            draw.labelled("span", "chip", words.state(row.state));
        });
        draw.words("p", "", draw.say.text(&announcement.what));
        draw.element("p", "meta", |draw| {
            let facts = [Some(words.when(announcement, now)), words.moved_from(announcement, now)];
            facts.into_iter().flatten().for_each(|words| fact(draw, words));
            fact(draw, words.places(announcement));
            if row.concern == AreaMatch::Unknown {
                fact(draw, words.place_untold.to_owned());
            }
            let facts = [words.agreements(announcement, self.catalogue), words.downtime(announcement)];
            facts.into_iter().flatten().for_each(|words| fact(draw, words));
        });
        self.notice(draw, row);
        self.more(draw, announcement);
        draw.close();
        draw.close();
    }

    /// Whether notice was given in time, and the readings that would say otherwise.
    fn notice(&self, draw: &mut Draw, row: &AnnouncementRow) {
        let (words, today) = (self.words, copenhagen::date(self.now));
        let Some(asked) = &row.notice(self.catalogue) else { return };
        draw.words("p", "meta", words.notice(asked.answer, today));
        readings(draw, asked, |other| words.notice_otherwise(*other, today));
    }

    /// What was told since, and where there is more.
    fn more(&self, draw: &mut Draw, announcement: &Announcement) {
        let words = self.words;
        if !announcement.updates.is_empty() {
            draw.labelled("p", "meta", words.updates);
            draw.open("ul", "updates meta");
            for update in &announcement.updates {
                let [at, told] = words.update(update, self.now);
                draw.open("li", "");
                draw.moment(update.at, at);
                draw.label(": ");
                draw.text(told);
                draw.close();
            }
            draw.close();
        }
        take_announcement(draw, announcement);
        if let Some(link) = &announcement.link {
            draw.open("p", "");
            draw.open("a", "");
            draw.attribute("href", link.as_str().to_owned());
            draw.attribute("rel", "noopener noreferrer");
            draw.text(words.link(link));
            draw.close();
            draw.close();
        }
    }
}

fn fact(draw: &mut Draw, words: String) {
    draw.words("span", "fact", words);
    draw.space();
}

/// The hours that differ once, from today on.
pub fn one_off(draw: &mut Draw, state: &State, notices: &Notices, now: Timestamp) {
    let (words, today) = (words(draw), copenhagen::date(now));
    let rows = special_hours_rows(state.catalogue(), notices, state.question(), today);
    if rows.is_empty() {
        draw.nothing();
        return;
    }
    draw.open("div", "one-off");
    draw.heading(1, words.hours_that_differ.to_owned());
    draw.element("ul", "", |draw| rows.iter().for_each(|row| draw.words("li", "", words.one_off(row, today))));
    draw.close();
}
