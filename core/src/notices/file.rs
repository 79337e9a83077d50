//! Format of notices.json, version 1.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::SafeLink;
use crate::data::{
    Bilingual, FirstItems, FromText, Id, Integer, IsoDate, ItemsVisitor, Leaf, Line, List, Parsed, reject,
};
use crate::problem::Expected;
use crate::time::{Hours, Timestamp, TimestampOrLocal};

pub(super) const MAX_NOTICES: usize = 500;
pub(super) const MAX_SPECIAL_HOURS: usize = 100;
pub(super) const MAX_HOURS: usize = 10;

/// An item names no more agreements than a file of agreements has.
const MAX_AGREEMENTS: usize = 10;

/// A notices file.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub struct NoticesFile<'a> {
    pub(super) format_version: Integer<1, 1>,
    /// Becomes the revision of calendar events. Without it, a calendar program could not tell that special hours were
    /// withdrawn.
    pub(super) last_changed: Option<Leaf<Time<'a>>>,
    pub(super) notices: Parsed<FirstItems<Parsed<NoticeFields<'a>>, MAX_NOTICES>>,
    /// The special hours.
    pub(super) one_off_hours: Parsed<FirstItems<Parsed<SpecialHoursFields<'a>>, MAX_SPECIAL_HOURS>>,
}

impl<'a> NoticesFile<'a> {
    /// The ids of agreements to which notices and special hours refer, with their paths.
    pub(crate) fn agreement_references(&self) -> Vec<(String, Id<'a>)> {
        let mut lists = Vec::new();
        let notices = self.notices.get().map_or(&[][..], |notices| &notices.items);
        for (index, fields) in notices.iter().enumerate() {
            let Some(fields) = fields.get() else { continue };
            let label = fields.id.0.map_or_else(|| index.to_string(), |id| id.0.to_owned());
            lists.push((["notices[", &label, "]"].concat(), &fields.agreements));
        }
        let hours = self.one_off_hours.get().map_or(&[][..], |hours| &hours.items);
        for (index, fields) in hours.iter().enumerate() {
            let Some(fields) = fields.get() else { continue };
            lists.push((["oneOffHours[", &index.to_string(), "]"].concat(), &fields.agreements));
        }
        let mut references = Vec::new();
        for (item, list) in lists {
            let Some(Parsed(Some(list))) = list else { continue };
            for (index, id) in list.0.iter().enumerate() {
                let path = [&item, ".agreements[", &index.to_string(), "]"].concat();
                references.extend(id.0.map(|id| (path, id)));
            }
        }
        references
    }
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase", bound(deserialize = "'de: 'a"))]
pub(super) struct NoticeFields<'a> {
    pub id: Leaf<Id<'a>>,
    /// An unknown kind is displayed as a plain announcement.
    pub kind: Leaf<Id<'a>>,
    pub status: Parsed<StatusField>,
    pub what: Parsed<Bilingual<Line<'a, 300>>>,
    pub start: Leaf<Time<'a>>,
    /// The end of an outage may be unknown.
    pub end: Option<Leaf<Time<'a>>>,
    pub downtime_minutes: Option<Integer<0, 20_160>>,
    pub areas: Option<Parsed<List<Leaf<Line<'a, 80>>, 0, 50>>>,
    pub postcodes: Option<Parsed<List<Leaf<Postcode<'a>>, 0, 200>>>,
    /// Without it, all agreements are affected.
    pub agreements: Option<AgreementIds<'a>>,
    pub published_at: Leaf<Time<'a>>,
    pub moved: Option<Parsed<MovedFields<'a>>>,
    pub updates: Option<Parsed<List<Parsed<UpdateFields<'a>>, 0, 50>>>,
    pub link: Option<Leaf<SafeLink>>,
}

pub(super) type AgreementIds<'a> = Parsed<List<Leaf<Id<'a>>, 1, MAX_AGREEMENTS>>;

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(super) enum StatusField {
    Planned,
    Moved,
    Cancelled,
    UnderWay,
    Done,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct MovedFields<'a> {
    pub from: Leaf<Time<'a>>,
    pub at: Leaf<Time<'a>>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct UpdateFields<'a> {
    pub at: Leaf<Time<'a>>,
    pub text: Parsed<Bilingual<Line<'a, 600>>>,
}

/// Special hours of one date.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub(super) struct SpecialHoursFields<'a> {
    pub channel: Parsed<ChannelField>,
    pub date: Leaf<IsoDate>,
    pub hours: Parsed<SpecialHoursField>,
    pub why: Parsed<Bilingual<Line<'a, 80>>>,
    /// Without it, all agreements are affected.
    pub agreements: Option<AgreementIds<'a>>,
}

/// Named like the fields of an agreements file.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub(super) enum ChannelField {
    FaultReports,
    General,
    Billing,
    Repair,
    Response,
}

/// `closed`, or a list of hours. Closed is an empty list.
#[derive(Debug)]
pub(super) struct SpecialHoursField(pub Vec<Leaf<Hours>>);

impl<'de> Deserialize<'de> for SpecialHoursField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ClosedOrHours;
        impl<'de> Visitor<'de> for ClosedOrHours {
            type Value = Vec<Leaf<Hours>>;

            fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
                Ok(())
            }

            fn visit_str<E: Error>(self, keyword: &str) -> Result<Self::Value, E> {
                if keyword == "closed" { Ok(Vec::new()) } else { self.visit_unit() }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
                ItemsVisitor { min: 0, max: MAX_HOURS, item: PhantomData }.visit_seq(items)
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Err(reject(Expected::OneOfOrHours(&["closed"])))
            }
        }
        deserializer.deserialize_seq(ClosedOrHours).map(Self)
    }
}

/// A time of this century.
///
/// It has a UTC offset or `Z`, or is in Danish time without one: editors who write files by hand should not have to know
/// the offset.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time<'a> {
    pub at: Timestamp,
    /// As in the file.
    pub text: &'a str,
}

impl<'t: 'a, 'a> FromText<'t> for Time<'a> {
    fn from_text(text: &'t str) -> Result<Self, Expected> {
        let well_formed = text.starts_with("20")
            && text.as_bytes().get(10) == Some(&b'T')
            && text.ends_with(|last: char| last.is_ascii_digit() || last == 'Z');
        let parsed = if well_formed { text.parse().ok() } else { None };
        let at = parsed.map(TimestampOrLocal::to_timestamp).ok_or(Expected::Time)?;
        Ok(Self { at, text })
    }
}

/// A postcode of four digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Postcode<'a>(pub &'a str);

impl<'t: 'a, 'a> FromText<'t> for Postcode<'a> {
    fn from_text(text: &'t str) -> Result<Self, Expected> {
        let is_postcode = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_postcode { Ok(Self(text)) } else { Err(Expected::Postcode) }
    }
}

impl FromText<'_> for SafeLink {
    fn from_text(text: &str) -> Result<Self, Expected> {
        text.parse().map_err(|_| Expected::Link)
    }
}
