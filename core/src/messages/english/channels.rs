//! Which words does English have for phone lines?

use crate::messages::channels::{ChannelWords, OfChannel};
use crate::messages::{Emphasised, Sentence};

pub(super) const CHANNELS: ChannelWords = ChannelWords {
    name: OfChannel {
        fault_report: "Fault reports",
        general: "General questions",
        billing: "Subscription and billing",
    },
    short_name: OfChannel { fault_report: "Faults", general: "General", billing: "Billing" },
    within_sentence: OfChannel {
        fault_report: "fault reports",
        general: "general questions",
        billing: "subscription and billing",
    },
    open: "Open",
    closed: "Closed",
    open_within_sentence: "open",
    closed_within_sentence: "closed",
    until: "until",
    never_closes: "round the clock, every day",
    never_opens: "until further notice",
    opens: Sentence::new("Opens {0}"),
    once_connected: Sentence::new("Press {0}, and have your customer number ready."),
    by_email: "By e-mail, too, round the clock. The agreement gives no address.",
    maintenance_window: Emphasised::new(
        "There may be planned work right now.",
        "The maintenance window lasts until {0}. See on aura.dk whether notice of work has been given. If not, report the fault.",
    ),
    preventive: Emphasised::new(
        "Wait {0} before you report the fault.",
        "Until {1} there may be a short outage without notice, as a rule {0} at most. If the connection is still down at {2}, report the fault.",
    ),
    announced_open: Sentence::new("{0}: The phone is open for fault reports."),
    announced_closed: Sentence::new("{0}: The phone is closed for fault reports."),
};
