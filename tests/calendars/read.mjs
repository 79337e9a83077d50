// Checks the calendars with ical.js.
//
// Usage: read.mjs ICAL.JS FOLDER. The folder contains the calendars and expected.json. The time zone is taken from each
// calendar.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [library, folder] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(resolve(library)));
const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));

// Unix time in seconds; a date means midnight in Denmark.
function instant(time, zone) {
  if (!time.isDate) return time.toUnixTime();
  const midnight = new ICAL.Time({ year: time.year, month: time.month, day: time.day, isDate: false }, zone);
  return midnight.toUnixTime();
}

// Sorts the intervals and merges overlapping ones.
function mergeIntervals(intervals) {
  const result = [];
  for (const [start, end] of intervals.sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

const format = (interval) => interval.map((seconds) => new Date(1000 * seconds).toISOString()).join(" to ");

// The intervals of an event: one, or those of its recurrence rule with exceptions.
function occurrences(event, zone) {
  if (!event.isRecurring()) return [[instant(event.startDate, zone), instant(event.endDate, zone)]];
  const found = [];
  const dates = event.iterator();
  for (let next = dates.next(); next; next = dates.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    found.push([instant(startDate, zone), instant(endDate, zone)]);
  }
  return found;
}

function checkHours(name, events, hours, zone) {
  const found = new Map(hours.map(([prefix]) => [prefix, []]));
  let count = 0;
  for (const event of events) {
    const prefixes = [...found.keys()].filter((prefix) => event.uid.startsWith(prefix));
    assert.equal(prefixes.length, 1, `${name}: ${event.uid}`);
    for (const [start, end] of occurrences(event, zone)) {
      const bounds = [Math.max(start, expected.from), Math.min(end, expected.until)];
      if (bounds[0] < bounds[1]) found.get(prefixes[0]).push(bounds);
      count += 1;
    }
  }
  for (const [prefix, intervals] of hours) {
    const merged = mergeIntervals(found.get(prefix));
    intervals.forEach((interval, index) => {
      const actual = merged[index] ? format(merged[index]) : "nothing";
      assert.equal(actual, format(interval), `${name}: ${prefix}`);
    });
    assert.equal(merged.length, intervals.length, `${name}: ${prefix}`);
  }
  return count;
}

function checkEvents(name, events, expectedEvents, zone) {
  const uids = (list) => list.map((event) => event.uid).sort();
  assert.deepEqual(uids(events), uids(expectedEvents), name);
  for (const expectedEvent of expectedEvents) {
    const event = events.find(({ uid }) => uid === expectedEvent.uid);
    const value = (key) => event.component.getFirstPropertyValue(key);
    const alarms = event.component.getAllSubcomponents("valarm");
    const actual = {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: instant(event.startDate, zone),
      end: instant(event.endDate, zone),
      status: value("status"),
      sequence: event.sequence,
      lastModified: value("last-modified").toUnixTime(),
      url: value("url"),
      alarms: alarms.filter((alarm) => alarm.getFirstPropertyValue("trigger").toSeconds() === 0).length,
    };
    for (const key of Object.keys(expectedEvent)) {
      assert.equal(actual[key], expectedEvent[key], `${name}: ${expectedEvent.uid}: ${key}`);
    }
    assert.equal(value("dtstamp").toUnixTime(), actual.lastModified, name);
  }
}

let count = 0;
for (const { file, hours, events: expectedEvents } of expected.files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), "utf8")));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  ICAL.TimezoneService.reset();
  ICAL.TimezoneService.register(zone);
  // ical.js expects exceptions as an option of the recurring event.
  const all = calendar.getAllSubcomponents("vevent");
  const [exceptions, components] = [true, false].map((value) => all.filter((event) => event.hasProperty("recurrence-id") === value));
  const uid = (component) => component.getFirstPropertyValue("uid");
  const events = components.map((component) => {
    const own = exceptions.filter((exception) => uid(exception) === uid(component));
    return new ICAL.Event(component, { strictExceptions: true, exceptions: own });
  });
  for (const exception of exceptions) assert.ok(events.some((event) => event.uid === uid(exception)), uid(exception));
  if (hours.length > 0) count += checkHours(file, events, hours, zone);
  else checkEvents(file, events, expectedEvents, zone);
}
console.log(`ical.js: ${expected.files.length} calendars with ${count} occurrences are as expected`);
