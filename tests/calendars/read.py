"""Checks the calendars with icalendar and recurring-ical-events.

Usage: read.py FOLDER. The folder contains the calendars and expected.json. Published calendars are read with Python's own
time zone data. In the others the time zone is renamed, so that Python must use the definition in the calendar.
"""

import datetime
import json
import pathlib
import sys
import zoneinfo

import icalendar
import recurring_ical_events

COPENHAGEN = zoneinfo.ZoneInfo("Europe/Copenhagen")


def instant(moment):
    """Unix time in seconds; a date means midnight in Denmark."""
    if not isinstance(moment, datetime.datetime):
        moment = datetime.datetime.combine(moment, datetime.time(), COPENHAGEN)
    assert moment.tzinfo is not None, f"{moment} has no time zone"
    return int(moment.timestamp())


def check_lines(name, octets):
    assert octets.endswith(b"\r\n"), name
    lines = octets.split(b"\r\n")
    for line in lines:
        assert len(line) <= 75 and b"\n" not in line and b"\r" not in line, f"{name}: {line}"
        line.decode("utf-8")


def merge_intervals(intervals):
    """Sorts the intervals and merges overlapping ones."""
    result = []
    for start, end in sorted(intervals):
        if result and start <= result[-1][1]:
            result[-1][1] = max(result[-1][1], end)
        else:
            result.append([start, end])
    return result


def check_hours(name, calendar, hours, start, end):
    span = [datetime.datetime.fromtimestamp(bound, COPENHAGEN) for bound in (start, end)]
    found = {prefix: [] for prefix, _ in hours}
    occurrences = recurring_ical_events.of(calendar).between(*span)
    for occurrence in occurrences:
        uid = str(occurrence["UID"])
        prefixes = [prefix for prefix in found if uid.startswith(prefix)]
        assert len(prefixes) == 1, f"{name}: {uid} must have exactly one prefix of {list(found)}"
        bounds = [max(start, instant(occurrence.start)), min(end, instant(occurrence.end))]
        if bounds[0] < bounds[1]:
            found[prefixes[0]].append(bounds)
    for prefix, expected in hours:
        actual = merge_intervals(found[prefix])
        for ours, theirs in zip(expected, actual):
            assert ours == theirs, f"{name}: {prefix}: expected {format_interval(ours)}, Python reads {format_interval(theirs)}"
        assert len(expected) == len(actual) > 0, f"{name}: {prefix}: expected {len(expected)}, Python reads {len(actual)}"
    return len(occurrences)


def format_interval(interval):
    return " to ".join(str(datetime.datetime.fromtimestamp(bound, COPENHAGEN)) for bound in interval)


def check_events(name, calendar, events):
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert sorted(found) == sorted(event["uid"] for event in events), f"{name}: {sorted(found)}"
    text = lambda event, key: str(event[key]) if key in event else None
    for expected in events:
        event = found[expected["uid"]]
        actual = {
            "uid": text(event, "UID"),
            "summary": text(event, "SUMMARY"),
            "description": text(event, "DESCRIPTION"),
            "start": instant(event.start),
            "end": instant(event.end),
            "status": text(event, "STATUS"),
            "sequence": event["SEQUENCE"],
            "lastModified": instant(event["LAST-MODIFIED"].dt),
            "url": text(event, "URL"),
            "alarms": sum(alarm["TRIGGER"].dt == datetime.timedelta() for alarm in event.walk("VALARM")),
        }
        for key, value in expected.items():
            assert actual[key] == value, f"{name}: {expected['uid']}: {key} is {actual[key]!r}, expected {value!r}"
        assert instant(event["DTSTAMP"].dt) == actual["lastModified"]


def main(folder):
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    count = 0
    for file in expected["files"]:
        octets = (folder / file["file"]).read_bytes()
        check_lines(file["file"], octets)
        if not file["published"]:
            octets = octets.replace(b"Europe/Copenhagen", b"Somewhere/Danish")
        calendar = icalendar.Calendar.from_ical(octets)
        for component in calendar.walk():
            assert not component.errors, f"{file['file']}: {component.errors}"
        assert len(calendar.walk("VTIMEZONE")) == 1, file["file"]
        if file["hours"]:
            count += check_hours(file["file"], calendar, file["hours"], expected["from"], expected["until"])
        else:
            check_events(file["file"], calendar, file["events"])
    print(f"icalendar: {len(expected['files'])} calendars with {count} occurrences are as expected")


main(pathlib.Path(sys.argv[1]))
