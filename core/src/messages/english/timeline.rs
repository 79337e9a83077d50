//! Which words does English have for the picture of a response?

use crate::messages::Sentence;
use crate::messages::timeline::TimelineWords;

pub(in crate::messages) static TIMELINE: TimelineWords = TimelineWords {
    heading: "Timeline",
    as_table: "The timeline as a table",
    what: "What",
    from: "From",
    to: "To",
    phone: "The phone is open",
    remote: "operations centre",
    on_site: "technician",
    work: "work on site",
    window: "Maintenance window",
    difference: "Difference",
    always: "round the clock",
    weekend: "Weekend",
    now: "now",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    date: Sentence::new("{0} {1}"),
    report: "The fault is reported",
    reported: "The fault was reported",
    report_at: [Sentence::new("fault reported {0}"), Sentence::new("reported {0}")],
    reported_at: [Sentence::new("fault reported {0}"), Sentence::new("reported {0}")],
    window_hours: Sentence::new("maintenance {0}"),
    work_from: Sentence::new("on site from {0}"),
    holiday: Sentence::new("Public holiday: {0}."),
    holidays: Sentence::new("Public holidays: {0}."),
    counts: "counts",
    counts_not: "does not count",
    counts_partly: "counts in part",
    remote_started: "AURA has started remotely at the latest",
    on_site_started: "AURA has started with a technician at the latest",
    takes: Sentence::new(
        "From the report until AURA has started with a technician, at most *{0}* pass. Only *{1}* of them count.",
    ),
    takes_all: Sentence::new(
        "From the report until AURA has started with a technician, at most *{0}* pass. All of that time counts.",
    ),
    sooner: Sentence::new("If a technician is needed, AURA has started *{1}* sooner with {0} than with {2}."),
    same: "The deadline for a technician is the same.",
};
