//! Exact sentences of the messages, in both languages.

// Tests fail by panicking.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serviceaftale_core::agreement::Catalogue;
use serviceaftale_core::answers::{Page, PageDetails, Question, Report};
use serviceaftale_core::calendar::public_holidays;
use serviceaftale_core::data::Value;
use serviceaftale_core::messages::{Language, channels, footer, hours, interpretations, maintenance, responses, times};
use serviceaftale_core::time::{Interval, Timestamp};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The page at `now` for a report at that time; of every agreement if `agreement` is empty.
fn page_of_report(agreement: &str, now: &str, report: Report) -> Page {
    Page::compute(&catalogue(), &question(agreement, report), at(now))
}

fn catalogue() -> Catalogue {
    let file = include_str!("../../static/agreements.json");
    Catalogue::from_value(&Value::from_json(file).unwrap()).unwrap()
}

fn question(agreement: &str, report: Report) -> Question {
    let agreement = Some(agreement.to_owned()).filter(|id| !id.is_empty());
    Question { agreement, report, ..Question::default() }
}

fn page(agreement: &str, now: &str) -> Page {
    page_of_report(agreement, now, Report::Now)
}

/// The reference panels of that agreement.
fn reference(agreement: &str, now: &str) -> PageDetails {
    PageDetails::compute(&catalogue(), &question(agreement, Report::Now), at(now))
}

/// Compares the messages for an answer with the expected ones, ignoring what prevents line breaks.
#[track_caller]
fn check<A>(answer: &A, render: impl Fn(Language, &A) -> Vec<String>, danish: &[&str], english: &[&str]) {
    for (language, expected) in [(Language::Danish, danish), (Language::English, english)] {
        let messages = render(language, answer);
        let messages: Vec<_> =
            messages.iter().map(|text| text.replace('\u{a0}', " ").replace('\u{2060}', "")).collect();
        assert_eq!(messages, expected);
    }
}

fn notes(language: Language, page: &Page) -> Vec<String> {
    let notes = page.responses.agreements.iter().flat_map(|agreement| &agreement.notes);
    let notes = notes.map(|note| responses::note(language, note, &page.responses, &page.data.contact));
    notes.map(|(strong, rest)| format!("*{strong}* {rest}")).collect()
}

#[test]
fn notes_of_an_agreement_with_repair_hours() {
    check(
        &page("basis", "2026-04-03T15:00+02:00"),
        notes,
        &[
            "*Telefonen er lukket.* Du kan melde fejlen, når den åbner i morgen kl. 10.00.",
            "*Fristen er den samme,* om du melder fejlen i morgen kl. 10.00 eller tirsdag 7. april kl. 8.00.",
            "*Arbejde på stedet kan vente til onsdag 8. april kl. 7.00.* Fejl rettes hverdage kl. 7–15, og fristen kl. 16.00 ligger uden for det tidsrum.",
            "*Fejl rettes hverdage kl. 7–15.* Er fejlen ikke rettet samme dag, genoptages arbejdet næste hverdag.",
        ],
        &[
            "*The phone is closed.* You can report the fault from 10:00 tomorrow.",
            "*The deadline is the same* for any report from 10:00 tomorrow until Tuesday 7 April at 08:00.",
            "*Work on site may wait until Wednesday 8 April at 07:00.* Repair hours are weekdays 7–15, and the deadline at 16:00 lies outside them.",
            "*Repair hours are weekdays 7–15.* If the fault is not repaired that day, work resumes the next weekday.",
        ],
    );
}

#[test]
fn notes_while_the_phone_is_open_and_the_clock_is_not() {
    let same_from_now = |language: Language, page: &Page| notes(language, page).into_iter().take(1).collect();
    check(
        &page("basis", "2026-03-14T11:00+01:00"),
        same_from_now,
        &["*Fristen er den samme,* om du melder fejlen nu eller mandag 16. marts kl. 8.00."],
        &["*The deadline is the same* for any report from now until Monday 16 March at 08:00."],
    );
}

#[test]
fn notes_of_an_agreement_round_the_clock_over_clock_changes() {
    let danish = [
        "*Derefter arbejder AURA uafbrudt,* til fejlen er rettet – også på helligdage.",
        "*Du får løbende status* og en klarmelding, når fejlen er rettet.",
    ];
    let english = [
        "*From then on AURA works without a break* until the fault is repaired – on public holidays, too.",
        "*You get status updates,* and the all-clear when the fault is repaired.",
    ];
    let spring = "*Natten er 1 time kortere.* Uret stilles frem, men reaktionstiden tælles i virkelige timer.";
    let spring_english =
        "*The night is 1 hour shorter.* Clocks go forward, but the response time is counted in real hours.";
    let autumn = "*Natten er 1 time længere.* Uret stilles tilbage, men reaktionstiden tælles i virkelige timer.";
    let autumn_english =
        "*The night is 1 hour longer.* Clocks go back, but the response time is counted in real hours.";
    check(&page("pro", "2026-04-03T15:00+02:00"), notes, &danish, &english);
    check(
        &page("pro", "2027-03-28T01:30+01:00"),
        notes,
        &[&[spring][..], &danish].concat(),
        &[&[spring_english][..], &english].concat(),
    );
    check(
        &page("pro", "2026-10-25T01:30+02:00"),
        notes,
        &[&[autumn][..], &danish].concat(),
        &[&[autumn_english][..], &english].concat(),
    );
}

#[test]
fn a_report_of_another_time() {
    let render = |language: Language, page: &Page| {
        let first_two = notes(language, page).into_iter().take(2);
        [responses::report(language, &page.responses)].into_iter().chain(first_two).collect()
    };
    check(
        &page_of_report("basis", "2026-04-08T12:00+02:00", Report::At(at("2026-04-07T09:00+02:00"))),
        render,
        &[
            "Fejlen er meldt tirsdag 7. april 2026 kl. 9.00:",
            "*Fristen er passeret for fejl, der kan rettes fra driftscentralen.* Er AURA ikke gået i gang, så ring 87 92 55 75 og tast 2.",
            "*Fristen er passeret for fejl, der kræver tekniker.* Er AURA ikke gået i gang, så ring 87 92 55 75 og tast 2.",
        ],
        &[
            "The fault was reported on Tuesday 7 April 2026, 09:00:",
            "*The deadline has passed for faults that can be put right remotely.* If AURA has not started, call 87 92 55 75 and press 2.",
            "*The deadline has passed for faults that need a technician on site.* If AURA has not started, call 87 92 55 75 and press 2.",
        ],
    );
    check(
        &page_of_report("basis", "2026-04-01T12:00+02:00", Report::At(at("2026-04-03T15:00+02:00"))),
        render,
        &[
            "Hvis fejlen meldes fredag 3. april 2026 kl. 15.00:",
            "*Telefonen er lukket på det tidspunkt.* Du kan melde fejlen, når den åbner lørdag 4. april kl. 10.00.",
            "*Fristen er den samme,* om du melder fejlen lørdag 4. april kl. 10.00 eller tirsdag 7. april kl. 8.00.",
        ],
        &[
            "If the fault is reported on Friday 3 April 2026, 15:00:",
            "*The phone is closed at that time.* You can report the fault from Saturday 4 April at 10:00.",
            "*The deadline is the same* for any report from Saturday 4 April at 10:00 until Tuesday 7 April at 08:00.",
        ],
    );
}

#[test]
fn advice() {
    let render = |language: Language, page: &Page| {
        page.right_now
            .advice
            .iter()
            .map(|advice| channels::advice(language, advice))
            .map(|(strong, rest)| strong + " " + &rest)
            .collect()
    };
    check(
        &page("basis", "2026-03-09T06:20+01:00"),
        render,
        &[
            "Vent 5 minutter, før du melder fejlen. Indtil kl. 7.00 kan der være en kort, uvarslet afbrydelse, som regel på højst 5 minutter. Er forbindelsen stadig nede kl. 6.25, så meld fejlen.",
        ],
        &[
            "Wait 5 minutes before you report the fault. Until 07:00 there may be a short outage without notice, as a rule 5 minutes at most. If the connection is still down at 06:25, report the fault.",
        ],
    );
    check(
        &page("pro", "2026-05-25T03:00+02:00"),
        render,
        &[
            "Der kan være planlagt arbejde lige nu. Servicevinduet varer til kl. 6.00. Se på aura.dk, om der er varslet arbejde. Er der ikke det, så meld fejlen.",
        ],
        &[
            "There may be planned work right now. The maintenance window lasts until 06:00. See on aura.dk whether notice of work has been given. If not, report the fault.",
        ],
    );
    check(&page("pro", "2026-05-25T08:00+02:00"), render, &[], &[]);
}

#[test]
fn phone_lines() {
    let render = |language: Language, page: &Page| {
        let lines = page.right_now.lines.iter().map(|line| {
            let phone = line.phone.answer;
            let opens =
                channels::opens_in(language, phone, page.now).map(|opens| format!(", {opens}")).unwrap_or_default();
            format!(
                "{}: {}, {}{opens}",
                channels::line(language, line),
                channels::state(language, phone),
                channels::whole_state(language, phone, page.now)
            )
        });
        [channels::announcement(language, &page.right_now)].into_iter().chain(lines).collect()
    };
    check(
        &page("", "2026-05-24T11:00+02:00"),
        render,
        &[
            "Erhverv Basis: Telefonen er åben for fejlmelding. Erhverv Pro: Telefonen er åben for fejlmelding.",
            "Fejlmelding · Erhverv Basis: Åben, åben til i dag kl. 14.00",
            "Fejlmelding · Erhverv Pro: Åben, åben hele døgnet, alle dage",
            "Generelle spørgsmål: Åben, åben til i dag kl. 14.00",
            "Abonnement og regning: Lukket, lukket til tirsdag 26. maj kl. 8.00, Åbner om 1 dag og 21 timer",
        ],
        &[
            "Erhverv Basis: The phone is open for fault reports. Erhverv Pro: The phone is open for fault reports.",
            "Fault reports · Erhverv Basis: Open, open until 14:00 today",
            "Fault reports · Erhverv Pro: Open, open round the clock, every day",
            "General questions: Open, open until 14:00 today",
            "Subscription and billing: Closed, closed until Tuesday 26 May at 08:00, Opens in 1 day and 21 hours",
        ],
    );
}

#[test]
fn public_holidays_and_their_hours() {
    let render = |language: Language, of: &PageDetails| {
        of.hours.holidays.iter().take(2).map(|row| hours::holiday(language, row, &of.hours.columns)).collect()
    };
    check(
        &reference("", "2026-12-23T14:00+01:00"),
        render,
        &[
            "Juledag: lukket for fejlmelding (Erhverv Basis), generelle spørgsmål samt abonnement og regning; åbent kl. 00–24 for fejlmelding (Erhverv Pro).",
            "2. juledag: åbent kl. 10–14 for fejlmelding (Erhverv Basis) samt generelle spørgsmål; åbent kl. 00–24 for fejlmelding (Erhverv Pro); lukket for abonnement og regning.",
        ],
        &[
            "Christmas Day: closed for fault reports (Erhverv Basis), general questions as well as subscription and billing; open 00–24 for fault reports (Erhverv Pro).",
            "Second Day of Christmas: open 10–14 for fault reports (Erhverv Basis) as well as general questions; open 00–24 for fault reports (Erhverv Pro); closed for subscription and billing.",
        ],
    );
    check(
        &reference("basis", "2026-04-01T14:00+02:00"),
        render,
        &["Skærtorsdag: alt er lukket.", "Langfredag: alt er lukket."],
        &["Maundy Thursday: everything is closed.", "Good Friday: everything is closed."],
    );
}

#[test]
fn every_public_holiday() {
    let names = [
        ("nytårsdag", "New Year's Day"),
        ("skærtorsdag", "Maundy Thursday"),
        ("langfredag", "Good Friday"),
        ("påskedag", "Easter Sunday"),
        ("2. påskedag", "Easter Monday"),
        ("store bededag", "Great Prayer Day"),
        ("Kristi himmelfartsdag", "Ascension Day"),
        ("pinsedag", "Whit Sunday"),
        ("2. pinsedag", "Whit Monday"),
        ("juledag", "Christmas Day"),
        ("2. juledag", "Second Day of Christmas"),
    ];
    // The last year that had all of them.
    let holidays: Vec<_> = public_holidays(2023).map(|(date, _)| format!("{date}T12:00+02:00")).collect();
    assert_eq!(holidays.len(), names.len());
    for (now, (danish, english)) in holidays.iter().zip(names) {
        let render = |language: Language, page: &Page| {
            page.right_now.special_day.iter().map(|day| hours::special_day(language, day)).collect()
        };
        check(&page("basis", now), render, &[danish], &[english]);
    }
}

#[test]
fn maintenance() {
    let render = |language: Language, of: &PageDetails| {
        let windows = of.maintenance.windows.iter().map(|row| {
            format!(
                "{}: {}. {}",
                maintenance::window(language, row.interval),
                maintenance::window_state(language, row),
                maintenance::notice(language, row.notice)
            )
        });
        windows
            .chain([
                maintenance::preventive(language, &of.maintenance),
                maintenance::notice_rule(language, &of.maintenance),
            ])
            .collect()
    };
    check(
        &reference("basis", "2026-03-23T03:00+01:00"),
        render,
        &[
            "kl. 0.00–6.00: Er i gang. Arbejde skulle så vidt muligt være varslet senest",
            "kl. 0.00–6.00: Kan varsles endnu. Arbejde varsles så vidt muligt senest",
            "kl. 0.00–6.00: Kan varsles endnu. Arbejde varsles så vidt muligt senest",
            "Desuden kan der alle dage kl. 6–7 være præventivt vedligehold. Det varsles ikke, sker kun ved uforudsete situationer og afbryder som regel forbindelsen i højst 5 minutter.",
            "Arbejde varsles så vidt muligt mindst 5 arbejdsdage i forvejen.",
        ],
        &[
            "00:00–06:00: Under way. Notice of work was to be given, as far as possible, by",
            "00:00–06:00: Notice still possible. Notice of work is given, as far as possible, by",
            "00:00–06:00: Notice still possible. Notice of work is given, as far as possible, by",
            "Preventive maintenance is possible, too: every day 6–7. It comes without notice, happens only in unforeseen situations and as a rule interrupts the connection for 5 minutes at most.",
            "As far as possible, notice of work is given at least 5 working days ahead.",
        ],
    );
    let past_midnight = |language: Language, _: &PageDetails| {
        vec![maintenance::window(
            language,
            Interval { start: at("2026-03-23T22:00+01:00"), end: at("2026-03-24T02:00+01:00") },
        )]
    };
    check(
        &reference("basis", "2026-03-23T03:00+01:00"),
        past_midnight,
        &["kl. 22.00 – tirsdag 24. marts kl. 2.00"],
        &["22:00 – Tuesday 24 March at 02:00"],
    );
}

#[test]
fn other_readings() {
    let render = |language: Language, (page, of): &(Page, PageDetails)| {
        let deadlines = page.responses.agreements[0].deadlines[1].interpreted.alternatives.iter();
        let deadlines = deadlines.map(|other| {
            interpretations::alternative_answer(language, other, &times::moment(language, other.answer, page.now))
        });
        let notice = of.maintenance.windows[0].last_day_of_notice.alternatives.iter();
        let notice = notice.map(|other| {
            interpretations::alternative_answer(
                language,
                other,
                &maintenance::notice_otherwise(language, other.answer, of.hours.today),
            )
        });
        let section = interpretations::section(
            language,
            &page.responses.agreements[0].deadlines[1].interpreted.alternatives[0].interpretation.section,
        );
        deadlines.chain(notice).chain([format!("{} {}", section.0, section.1)]).collect()
    };
    check(
        &(page("basis", "2026-04-03T15:00+02:00"), reference("basis", "2026-04-03T15:00+02:00")),
        render,
        &[
            "Hvornår de 8 timer tæller, når Erhverv Basis kræver tekniker: Vi læser aftalen som »hverdage kl. 8–16«. Med »alle timer i døgnet« bliver svaret: i dag kl. 23.00.",
            "Hvordan de fem arbejdsdages varsel tælles: Vi læser aftalen som »den femte arbejdsdag før servicevinduet er sidste dag«. Med »fem hele arbejdsdage skal ligge imellem« bliver svaret: senest onsdag 25. marts.",
            "Servicevinduet, når mandagen er en helligdag: Vi læser aftalen som »gælder også på helligdage«. Med »springes over på helligdage« bliver svaret: intet servicevindue den dag.",
            "Aftalens afsnit »Reaktionstid«",
        ],
        &[
            "When the 8 hours count for Erhverv Basis with a technician: we read the agreement as “weekdays 8–16”. With “every hour of the day” the answer is: 23:00 today.",
            "How the five working days of notice are counted: we read the agreement as “the fifth working day before the window is the last day”. With “five whole working days lie between” the answer is: by Wednesday 25 March.",
            "The maintenance window when the Monday is a public holiday: we read the agreement as “holds on public holidays, too”. With “is skipped on public holidays” the answer is: no maintenance window that day.",
            "The agreement's section »Reaktionstid«",
        ],
    );
}

#[test]
fn what_the_answers_rest_on() {
    let render = |language: Language, page: &Page| {
        let (now, data) = (page.now, &page.data);
        let (perhaps_old, review_overdue) = footer::review_overdue(language, data);
        let special_day = page.right_now.special_day.as_ref();
        vec![
            channels::shown_moment(language, now, special_day),
            footer::computed_for(language, now),
            times::shown_time(language, now),
            footer::data_version(language, data),
            perhaps_old,
            review_overdue,
            channels::once_connected(language, &data.contact),
        ]
    };
    check(
        &page("basis", "2026-04-03T15:00+02:00"),
        render,
        &[
            "Fredag 3. april 2026 kl. 15.00 · langfredag",
            "Beregnet i din browser for fredag 3. april 2026 kl. 15.00, dansk tid.",
            "Du ser fredag 3. april 2026 kl. 15.00 – ikke nu.",
            "Aftaledata 2026.1. Gennemgås igen senest 30. november 2027.",
            "Tiderne kan være forældede",
            "Aftaledata skulle være gennemgået igen senest 30. november 2027. Telefonnummeret gælder stadig: 87 92 55 75, tast 2.",
            "Tast 2, og hav kundenummeret klar.",
        ],
        &[
            "Friday 3 April 2026, 15:00 · Good Friday",
            "Calculated in your browser for Friday 3 April 2026, 15:00, Danish time.",
            "You are seeing Friday 3 April 2026, 15:00 – not now.",
            "Agreement data 2026.1. To be reviewed by 30 November 2027.",
            "The times may be out of date",
            "The agreement data should have been reviewed by 30 November 2027. The phone number still holds: 87 92 55 75, press 2.",
            "Press 2, and have your customer number ready.",
        ],
    );
}
