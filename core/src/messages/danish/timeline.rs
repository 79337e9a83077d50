//! Which words does Danish have for the picture of a response?

use crate::messages::Sentence;
use crate::messages::timeline::TimelineWords;

pub(in crate::messages) static TIMELINE: TimelineWords = TimelineWords {
    heading: "Tidslinje",
    as_table: "Tidslinjen som tabel",
    what: "Hvad",
    from: "Fra",
    to: "Til",
    phone: "Telefonen er åben",
    remote: "driftscentral",
    on_site: "tekniker",
    work: "arbejde på stedet",
    window: "Servicevindue",
    difference: "Forskel",
    always: "døgnet rundt",
    weekend: "weekend",
    now: "nu",
    months: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
    date: Sentence::new("{0}/{1}"),
    report: "Fejlen meldes",
    reported: "Fejlen er meldt",
    report_at: [Sentence::new("fejlen meldes {0}"), Sentence::new("meldes {0}")],
    reported_at: [Sentence::new("fejlen er meldt {0}"), Sentence::new("meldt {0}")],
    window_hours: Sentence::new("servicevindue {0}"),
    work_from: Sentence::new("på stedet fra {0}"),
    holiday: Sentence::new("Helligdag: {0}."),
    holidays: Sentence::new("Helligdage: {0}."),
    counts: "tæller",
    counts_not: "tæller ikke",
    counts_partly: "tæller delvis",
    remote_started: "AURA i gang senest fra driftscentralen",
    on_site_started: "AURA i gang senest med tekniker",
    takes: Sentence::new(
        "Fra fejlen meldes, til AURA er i gang med tekniker, går der højst *{0}*. Kun *{1}* af dem tæller.",
    ),
    takes_all: Sentence::new(
        "Fra fejlen meldes, til AURA er i gang med tekniker, går der højst *{0}*. Hele tiden tæller.",
    ),
    sooner: Sentence::new("Kræver fejlen tekniker, er AURA i gang *{1}* før med {0} end med {2}."),
    same: "Fristen for tekniker er den samme.",
};
