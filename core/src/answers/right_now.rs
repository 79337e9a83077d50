//! View model of the current state: phone lines by channel, and maintenance that may explain an outage.

use super::WithAlternatives;
use crate::agreement::{Agreement, Catalogue, Channel, Contact};
use crate::calendar::SpecialDay;
use crate::time::{Timestamp, copenhagen};

/// The state of every channel at the current time.
#[derive(Clone, Debug, PartialEq)]
pub struct RightNow {
    pub now: Timestamp,
    pub special_day: Option<SpecialDay>,
    pub advice: Option<Advice>,
    /// One line for each channel, or several where the agreements differ. In the order of [`Channel::ALL`].
    pub lines: Vec<ChannelLine>,
    pub contact: Contact,
}

/// The state of one channel, shared by all agreements with the same state.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelLine {
    pub channel: Channel,
    /// At least one.
    pub agreements: Vec<AgreementName>,
    /// Whether `agreements` are all agreements that are shown.
    pub covers_all: bool,
    pub phone: WithAlternatives<PhoneState>,
    /// Whether faults can also be reported by e-mail at any time.
    pub by_email: bool,
}

/// The id and the name of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementName {
    pub id: String,
    pub name: String,
}

/// Whether the phone is answered, and when that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneState {
    Open {
        /// `None` where it never closes.
        until: Option<Timestamp>,
    },
    Closed {
        /// `None` where it does not open before 2100.
        opens: Option<Timestamp>,
    },
}

/// Scheduled work that may be the cause of an outage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// A maintenance window is open, so an outage may be planned.
    MaintenanceWindow { until: Timestamp },
    /// Preventive maintenance is possible, so an outage may be short.
    PreventiveMaintenance {
        /// The end of the hours of preventive maintenance.
        until: Timestamp,
        /// The usual maximum duration of an outage, in minutes.
        usual_minutes: i64,
        /// When to report a fault that is noticed now.
        report_after: Timestamp,
    },
}

impl RightNow {
    pub(super) fn compute(catalogue: &Catalogue, shown: &[&Agreement], now: Timestamp) -> Self {
        let today = copenhagen::date(now);
        Self {
            now,
            special_day: shown.first().and_then(|agreement| agreement.general.special_day(today)),
            advice: Advice::compute(catalogue, now),
            lines: lines(catalogue, shown, now),
            contact: catalogue.contact.clone(),
        }
    }
}

fn lines(catalogue: &Catalogue, shown: &[&Agreement], now: Timestamp) -> Vec<ChannelLine> {
    let mut lines: Vec<ChannelLine> = Vec::new();
    for channel in Channel::ALL {
        for agreement in shown {
            let phone_in = |catalogue: &Catalogue| {
                let agreement = catalogue.agreement(&agreement.id)?;
                Some(PhoneState::compute(agreement, channel, now))
            };
            let Some(phone) = WithAlternatives::evaluate(catalogue, phone_in) else {
                continue;
            };
            let name = AgreementName { id: agreement.id.clone(), name: agreement.name.clone() };
            let by_email = channel == Channel::FaultReport && agreement.reports_by_email;
            let same =
                |line: &&mut ChannelLine| line.channel == channel && line.phone == phone && line.by_email == by_email;
            match lines.iter_mut().find(same) {
                Some(line) => line.agreements.push(name),
                None => lines.push(ChannelLine { channel, agreements: vec![name], covers_all: false, phone, by_email }),
            }
        }
    }
    for line in &mut lines {
        line.covers_all = line.agreements.len() == shown.len();
    }
    lines
}

impl PhoneState {
    /// The state of the agreement's phone line for the channel at `now`.
    pub fn compute(agreement: &Agreement, channel: Channel, now: Timestamp) -> Self {
        let hours = agreement.hours(channel);
        let change = hours.next_change(now);
        if hours.is_open(now) { Self::Open { until: change } } else { Self::Closed { opens: change } }
    }

    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// The next change; `None` where there is none before 2100.
    pub const fn next_change(self) -> Option<Timestamp> {
        match self {
            Self::Open { until } => until,
            Self::Closed { opens } => opens,
        }
    }
}

impl Advice {
    /// The advice at `now`. A maintenance window takes precedence.
    pub fn compute(catalogue: &Catalogue, now: Timestamp) -> Option<Self> {
        let maintenance = &catalogue.maintenance;
        if let Some(window) = maintenance.window_at(now) {
            return Some(Self::MaintenanceWindow { until: window.interval.end });
        }
        let usual_minutes = maintenance.preventive_minutes;
        maintenance.preventive_at(now).map(|hours| Self::PreventiveMaintenance {
            until: hours.end,
            usual_minutes,
            report_after: now.plus_seconds(60 * usual_minutes),
        })
    }
}
