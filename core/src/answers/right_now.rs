//! Does somebody answer the phone now, and is there work on the network?

use super::WithAlternatives;
use crate::agreement::{Agreement, Catalogue, Channel, Contact};
use crate::calendar::SpecialDay;
use crate::time::{Timestamp, copenhagen};

/// The state of every channel now.
#[derive(Clone, Debug, PartialEq)]
pub struct RightNow {
    /// The minute.
    pub now: Timestamp,
    /// The public holiday that today is.
    pub special_day: Option<SpecialDay>,
    /// What to know before calling.
    pub advice: Option<Advice>,
    /// The most urgent channel first; one line a channel, or several where agreements differ.
    pub lines: Vec<ChannelLine>,
    /// AnnouncementFilter to call.
    pub contact: Contact,
}

/// The state of one channel, for all agreements of which it is the same.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelLine {
    /// Which channel.
    pub channel: Channel,
    /// The agreements; at least one.
    pub agreements: Vec<AgreementName>,
    /// Whether those are all that are shown.
    pub of_all: bool,
    /// Its state, and what other readings make of it.
    pub phone: WithAlternatives<Phone>,
    /// Whether faults can be reported by e-mail round the clock instead.
    pub by_email: bool,
}

/// What an agreement is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementName {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Whether the phone is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phone {
    /// It is, until then.
    Open {
        /// None when it never closes.
        until: Option<Timestamp>,
    },
    /// It is not.
    Closed {
        /// None when it does not open before 2100.
        opens: Option<Timestamp>,
    },
}

/// What an outage may be due to at this hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// A maintenance window is open: an outage may be planned.
    MaintenanceWindow {
        /// When it ends.
        until: Timestamp,
    },
    /// Preventive maintenance is possible: an outage may be short.
    PreventiveMaintenance {
        /// When the hours end.
        until: Timestamp,
        /// How long such work takes the line down at most, as a rule, in minutes.
        usual_minutes: i64,
        /// When it is worth reporting a fault seen now.
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
            let ask = |catalogue: &Catalogue| {
                let agreement = catalogue.agreement(&agreement.id)?;
                Some(Phone::compute(agreement, channel, now))
            };
            let Some(phone) = WithAlternatives::evaluate(catalogue, ask) else {
                continue;
            };
            let name = AgreementName { id: agreement.id.clone(), name: agreement.name.clone() };
            let by_email = channel == Channel::FaultReport && agreement.reports_by_email;
            let same =
                |line: &&mut ChannelLine| line.channel == channel && line.phone == phone && line.by_email == by_email;
            match lines.iter_mut().find(same) {
                Some(line) => line.agreements.push(name),
                None => lines.push(ChannelLine { channel, agreements: vec![name], of_all: false, phone, by_email }),
            }
        }
    }
    for line in &mut lines {
        line.of_all = line.agreements.len() == shown.len();
    }
    lines
}

impl Phone {
    /// The state of the agreement's channel at the instant.
    pub fn compute(agreement: &Agreement, channel: Channel, now: Timestamp) -> Self {
        let hours = agreement.hours(channel);
        let change = hours.next_change(now);
        if hours.is_open(now) { Self::Open { until: change } } else { Self::Closed { opens: change } }
    }

    /// Whether it is open.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// When that changes.
    pub const fn changes(self) -> Option<Timestamp> {
        match self {
            Self::Open { until } => until,
            Self::Closed { opens } => opens,
        }
    }
}

impl Advice {
    /// The advice that goes for the instant; a maintenance window is said first.
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
