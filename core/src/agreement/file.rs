//! Format of agreements.json, version 1.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use crate::data::{
    Bilingual, FromText, Id, Integer, IsoDate, ItemsVisitor, Leaf, List, NonBlank, Parsed, Value, reject,
};
use crate::problem::Expected;
use crate::time::{Hours, MonthDay};

// Every list has a most number of items: each alternative reads the file once more, and each answer is computed for all
// of them. Agreements of today have 2 agreements, 8 calendars and 8 interpretations.
const MAX_AGREEMENTS: usize = 10;
const MAX_CALENDARS: usize = 50;
const MAX_CLOSED_DAYS: usize = 50;
const MAX_INTERPRETATIONS: usize = 12;
const MAX_VALUES: usize = 5;
const MAX_SUBSTITUTIONS: usize = 10;
const MAX_FACTS: usize = 50;
pub(super) const MAX_HOURS: usize = 10;

/// An agreements file.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub struct AgreementsFile<'a> {
    pub(super) format_version: Integer<1, 1>,
    pub(super) version: Leaf<NonBlank<'a>>,
    pub(super) last_changed: Leaf<IsoDate>,
    pub(super) review_by: Leaf<IsoDate>,
    pub(super) source: Leaf<NonBlank<'a>>,
    pub(super) contact: Parsed<ContactFields<'a>>,
    pub(super) calendars: Parsed<List<Parsed<CalendarFields<'a>>, 1, MAX_CALENDARS>>,
    pub(super) closed_days: Parsed<List<Parsed<ClosedDayFields<'a>>, 0, MAX_CLOSED_DAYS>>,
    pub(super) agreements: Parsed<List<Parsed<AgreementFields<'a>>, 1, MAX_AGREEMENTS>>,
    pub(super) maintenance: Parsed<MaintenanceFields<'a>>,
    pub(super) coverage: Parsed<CoverageFields<'a>>,
    /// The interpretations.
    pub(super) readings: Parsed<List<Parsed<InterpretationFields<'a>>, 0, MAX_INTERPRETATIONS>>,
}

impl AgreementsFile<'_> {
    /// The valid ids of agreements.
    pub(crate) fn agreement_ids(&self) -> Vec<String> {
        let agreements = self.agreements.0.as_ref().map_or(&[][..], |agreements| &agreements.0);
        agreements.iter().filter_map(|agreement| Some(agreement.get()?.id.0?.0.to_owned())).collect()
    }
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct ContactFields<'a> {
    pub name: Leaf<NonBlank<'a>>,
    pub phone: Leaf<Phone<'a>>,
    pub phone_shown: Leaf<NonBlank<'a>>,
    pub press: Leaf<NonBlank<'a>>,
    pub section: Leaf<NonBlank<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct CalendarFields<'a> {
    pub id: Leaf<Id<'a>>,
    pub section: Leaf<NonBlank<'a>>,
    pub weekly: Parsed<WeeklyFields>,
    pub public_holidays: Parsed<PublicHolidayFields>,
}

/// Hours by the weekday on which they begin; a day left out is closed.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct WeeklyFields {
    pub mon: Option<DayHours>,
    pub tue: Option<DayHours>,
    pub wed: Option<DayHours>,
    pub thu: Option<DayHours>,
    pub fri: Option<DayHours>,
    pub sat: Option<DayHours>,
    pub sun: Option<DayHours>,
}

impl WeeklyFields {
    /// From Monday.
    pub const fn days(&self) -> [Option<&DayHours>; 7] {
        let Self { mon, tue, wed, thu, fri, sat, sun } = self;
        [mon.as_ref(), tue.as_ref(), wed.as_ref(), thu.as_ref(), fri.as_ref(), sat.as_ref(), sun.as_ref()]
    }
}

pub(super) type DayHours = Parsed<List<Leaf<Hours>, 0, MAX_HOURS>>;

/// Hours on public holidays from Monday to Friday, and on Saturday and Sunday.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct PublicHolidayFields {
    pub weekday: Parsed<HolidayHoursField>,
    pub weekend: Parsed<HolidayHoursField>,
}

/// `closed`, `asUsual`, or a list of hours.
#[derive(Debug)]
pub(super) enum HolidayHoursField {
    Closed,
    AsUsual,
    Hours(Vec<Leaf<Hours>>),
}

impl HolidayHoursField {
    pub const KEYWORDS: &[&str] = &["closed", "asUsual"];
}

impl<'de> Deserialize<'de> for HolidayHoursField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeywordOrHours;
        impl<'de> Visitor<'de> for KeywordOrHours {
            type Value = HolidayHoursField;

            fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Ok(())
            }

            fn visit_str<E: Error>(self, keyword: &str) -> Result<Self::Value, E> {
                match keyword {
                    "closed" => Ok(HolidayHoursField::Closed),
                    "asUsual" => Ok(HolidayHoursField::AsUsual),
                    _ => self.visit_unit(),
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
                let list = ItemsVisitor { min: 0, max: MAX_HOURS, item: PhantomData };
                list.visit_seq(items).map(HolidayHoursField::Hours)
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Err(reject(Expected::OneOfOrHours(HolidayHoursField::KEYWORDS)))
            }
        }
        deserializer.deserialize_seq(KeywordOrHours)
    }
}

/// A closed day with exactly one of the three forms of its date.
#[derive(Debug)]
pub(super) struct ClosedDayFields<'a>(pub AnyClosedDayFields<'a>);

impl ClosedDayFields<'_> {
    pub const DATES: &'static [&'static str] = &["everyYear", "daysAfterEaster", "date"];
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct AnyClosedDayFields<'a> {
    pub name: Parsed<Bilingual<NonBlank<'a>>>,
    pub every_year: Option<Leaf<MonthDay>>,
    /// Stays within the calendar year, whenever Easter is.
    pub days_after_easter: Option<Integer<-80, 250>>,
    pub date: Option<Leaf<IsoDate>>,
}

impl<'de: 'a, 'a> Deserialize<'de> for ClosedDayFields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = AnyClosedDayFields::deserialize(deserializer)?;
        let present = [fields.every_year.is_some(), fields.days_after_easter.is_some(), fields.date.is_some()];
        if present.into_iter().filter(|present| *present).count() == 1 {
            Ok(Self(fields))
        } else {
            Err(reject(Expected::ExactlyOneOf(Self::DATES)))
        }
    }
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct AgreementFields<'a> {
    pub id: Leaf<Id<'a>>,
    pub name: Leaf<NonBlank<'a>>,
    pub fault_reports: Parsed<FaultReportFields<'a>>,
    pub general: Parsed<ChannelFields<'a>>,
    pub billing: Parsed<ChannelFields<'a>>,
    pub repair: Parsed<RepairFields<'a>>,
    pub response: Parsed<ResponseFields<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct FaultReportFields<'a> {
    pub calendar: Leaf<CalendarId<'a>>,
    pub by_email: Parsed<bool>,
    pub section: Leaf<NonBlank<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct ChannelFields<'a> {
    pub calendar: Leaf<CalendarId<'a>>,
    pub section: Leaf<NonBlank<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct RepairFields<'a> {
    pub calendar: Leaf<CalendarId<'a>>,
    pub until_done: Parsed<bool>,
    pub status_updates: Parsed<bool>,
    pub section: Leaf<NonBlank<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct ResponseFields<'a> {
    pub remote: Parsed<TargetFields<'a>>,
    pub on_site: Parsed<TargetFields<'a>>,
}

/// A response time in working minutes, at most a year.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct TargetFields<'a> {
    pub minutes: Integer<1, 525_600>,
    pub clock: Leaf<CalendarId<'a>>,
    pub section: Leaf<NonBlank<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct MaintenanceFields<'a> {
    pub window: Parsed<WindowFields<'a>>,
    pub notice: Parsed<NoticePeriodFields<'a>>,
    pub preventive: Parsed<PreventiveFields<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct WindowFields<'a> {
    pub calendar: Leaf<CalendarId<'a>>,
    pub section: Leaf<NonBlank<'a>>,
    pub purpose: Parsed<Bilingual<NonBlank<'a>>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct NoticePeriodFields<'a> {
    pub working_days: Integer<0, 60>,
    pub count: Parsed<CountField>,
    pub section: Leaf<NonBlank<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(super) enum CountField {
    Back,
    Clear,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct PreventiveFields<'a> {
    pub calendar: Leaf<CalendarId<'a>>,
    pub usual_minutes: Integer<1, 600>,
    pub section: Leaf<NonBlank<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct CoverageFields<'a> {
    pub covered: Parsed<List<Parsed<FactFields<'a>>, 1, MAX_FACTS>>,
    pub customer_pays: Parsed<List<Parsed<FactFields<'a>>, 1, MAX_FACTS>>,
    pub customer_pays_note: Parsed<FactFields<'a>>,
    pub per_address: Parsed<FactFields<'a>>,
    pub not_stated: Parsed<List<Parsed<Bilingual<NonBlank<'a>>>, 0, MAX_FACTS>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct FactFields<'a> {
    pub section: Leaf<NonBlank<'a>>,
    pub text: Parsed<Bilingual<NonBlank<'a>>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct InterpretationFields<'a> {
    pub id: Leaf<Id<'a>>,
    pub section: Leaf<NonBlank<'a>>,
    pub about: Parsed<Bilingual<NonBlank<'a>>>,
    /// The id of the value in force.
    pub value: Leaf<Id<'a>>,
    pub values: Parsed<List<Parsed<InterpretationValueFields<'a>>, 1, MAX_VALUES>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct InterpretationValueFields<'a> {
    pub id: Leaf<Id<'a>>,
    pub text: Parsed<Bilingual<NonBlank<'a>>>,
    /// The substitutions.
    pub put: Parsed<List<Parsed<SubstitutionFields<'a>>, 1, MAX_SUBSTITUTIONS>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct SubstitutionFields<'a> {
    pub path: Leaf<NonBlank<'a>>,
    pub value: Parsed<Value>,
}

/// A phone number: `+` and 6 to 15 digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phone<'a>(pub &'a str);

impl<'t: 'a, 'a> FromText<'t> for Phone<'a> {
    fn from_text(text: &'t str) -> Result<Self, Expected> {
        let digits = text.strip_prefix('+').unwrap_or_default();
        let is_phone = (6..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_phone { Ok(Self(text)) } else { Err(Expected::Phone) }
    }
}

/// The id of a calendar of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct CalendarId<'a>(pub Id<'a>);

/// The list of which a [`CalendarId`] is an id.
pub(super) const CALENDARS: &str = "calendars";

impl<'t: 'a, 'a> FromText<'t> for CalendarId<'a> {
    fn from_text(text: &'t str) -> Result<Self, Expected> {
        // The ids are added once the file is read.
        Id::from_text(text).map(Self).map_err(|_| Expected::IdOf { list: CALENDARS, ids: Vec::new() })
    }
}
