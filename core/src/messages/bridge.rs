//! Methods for the topics that do not yet take the language as an argument. Temporary.

use chrono::{NaiveDate, NaiveTime};

use super::message::Message;
use super::{Language, channels, hours, interpretations, list, responses, text, times, typeset};
use crate::Text;
use crate::agreement::{Channel, Contact, ServiceMode};
use crate::answers::{AlternativeAnswer, Column, Phone};
use crate::calendar::{SpecialDay, WeeklySchedule};
use crate::time::{Hours, Timestamp};

#[cfg_attr(test, derive(Debug))]
pub struct Messages {
    pub language: Language,
    pub(super) times: TimeWords,
    pub(super) hours: HoursWords,
    pub(super) channels: ChannelWords,
}

impl Language {
    pub const fn messages(self) -> &'static Messages {
        const fn messages(language: Language, separator: &'static str, hour_digits: usize) -> Messages {
            Messages {
                language,
                times: TimeWords {
                    separator,
                    hour_digits,
                    clock: Bound(language, times::CLOCK),
                    far_moment: Bound(language, times::FAR_MOMENT),
                },
                hours: HoursWords {
                    at_hours: Bound(language, hours::AT_HOURS),
                    closed_for: Bound(language, hours::CLOSED_FOR),
                    open_for: Bound(language, hours::OPEN_FOR),
                },
                channels: ChannelWords { within_sentence: OfChannel(language) },
            }
        }
        static DANISH: Messages = messages(Language::Danish, ".", 1);
        static ENGLISH: Messages = messages(Language::English, ":", 2);
        match self {
            Self::Danish => &DANISH,
            Self::English => &ENGLISH,
        }
    }
}

macro_rules! methods {
    ($($module:ident :: $name:ident($($argument:ident: $type:ty),*) -> $output:ty;)*) => {
        impl Messages {
            $(pub fn $name(&self, $($argument: $type),*) -> $output {
                $module::$name(self.language, $($argument),*)
            })*
        }
    };
}

methods! {
    times::weekday(date: NaiveDate) -> &'static str;
    times::short_weekday(date: NaiveDate) -> &'static str;
    times::month(date: NaiveDate) -> &'static str;
    times::date_with_year(date: NaiveDate) -> String;
    times::day(date: NaiveDate, today: NaiveDate) -> String;
    times::near_day(date: NaiveDate, today: NaiveDate) -> String;
    times::clock(instant: Timestamp) -> String;
    times::time_of_day(time: NaiveTime) -> String;
    times::moment(instant: Timestamp, now: Timestamp) -> String;
    times::full_date_time(instant: Timestamp) -> String;
    times::relative(instant: Timestamp, now: Timestamp) -> String;
    times::duration(seconds: i64) -> String;
    times::hours_and_minutes(seconds: i64) -> String;
    hours::hours(of: Hours) -> String;
    hours::day_hours(all: &[Hours]) -> String;
    hours::weekly(schedule: &WeeklySchedule) -> String;
    hours::special_day(day: &SpecialDay) -> String;
    hours::column(of: &Column) -> String;
    channels::state(phone: Phone) -> &'static str;
    channels::whole_state(phone: Phone, now: Timestamp) -> String;
    channels::once_connected(contact: &Contact) -> String;
    responses::response(of: ServiceMode) -> &'static str;
}

impl Messages {
    pub fn text(&self, data: &Text) -> String {
        text(self.language, data)
    }

    pub(super) fn list(&self, words: &[String]) -> String {
        list(self.language, words)
    }

    pub fn other_reading<A>(&self, other: &AlternativeAnswer<A>, answer: &str) -> String {
        interpretations::other_reading(self.language, other, answer)
    }
}

#[cfg_attr(test, derive(Debug))]
pub(super) struct TimeWords {
    pub separator: &'static str,
    pub hour_digits: usize,
    pub clock: Bound<1>,
    pub far_moment: Bound<2>,
}

#[cfg_attr(test, derive(Debug))]
pub(super) struct HoursWords {
    pub at_hours: Bound<1>,
    pub closed_for: Bound<1>,
    pub open_for: Bound<2>,
}

#[cfg_attr(test, derive(Debug))]
pub(super) struct ChannelWords {
    pub within_sentence: OfChannel,
}

#[cfg_attr(test, derive(Debug))]
pub(super) struct OfChannel(Language);

impl OfChannel {
    pub(super) const fn of(&self, channel: Channel) -> &'static str {
        channels::within_sentence(self.0, channel)
    }
}

/// A message with its language.
pub(super) struct Bound<const N: usize>(Language, Message<N>);

impl<const N: usize> Bound<N> {
    pub(super) fn with(&self, arguments: [&str; N]) -> String {
        self.1.format(self.0, arguments)
    }
}

#[cfg(test)]
impl<const N: usize> std::fmt::Debug for Bound<N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bound")
    }
}

#[cfg_attr(test, derive(Debug))]
pub(super) struct Counted {
    pub one: &'static str,
    pub many: &'static str,
}

impl Counted {
    pub(super) fn count(&self, count: i64) -> String {
        format!("{count} {}", if count == 1 { self.one } else { self.many })
    }
}

pub(super) fn nth(words: &[&'static str], index: u32) -> &'static str {
    words.get(index as usize).copied().unwrap_or_default()
}

pub struct FooterWords {
    pub guidance: &'static str,
}

pub const fn footer(language: Language) -> FooterWords {
    FooterWords { guidance: super::footer::GUIDANCE.get(language) }
}

pub fn set(text: &str) -> String {
    typeset(text)
}

/// The names that dates are typed in.
pub(super) struct Names {
    pub weekdays: [&'static str; 7],
    pub months: [&'static str; 12],
}

const fn names(language: Language) -> Names {
    let [a, b, c, d, e, f, g] = times::WEEKDAYS;
    let weekdays = [
        a.get(language),
        b.get(language),
        c.get(language),
        d.get(language),
        e.get(language),
        f.get(language),
        g.get(language),
    ];
    let [a, b, c, d, e, f, g, h, i, j, k, l] = times::MONTHS;
    let months = [
        a.get(language),
        b.get(language),
        c.get(language),
        d.get(language),
        e.get(language),
        f.get(language),
        g.get(language),
        h.get(language),
        i.get(language),
        j.get(language),
        k.get(language),
        l.get(language),
    ];
    Names { weekdays, months }
}

pub(super) mod danish {
    pub(in crate::messages) const TIMES: super::Names = super::names(super::Language::Danish);
}

pub(super) mod english {
    pub(in crate::messages) const TIMES: super::Names = super::names(super::Language::English);
}
