// What does ical.js find in our calendars?
//
// Usage: read.mjs ICAL.JS FOLDER, which holds the calendars and expected.json. Danish time is what a calendar says it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [library, folder] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(resolve(library)));
const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));

// A date begins at Danish midnight.
function instant(time, zone) {
  if (!time.isDate) return time.toUnixTime();
  const midnight = new ICAL.Time({ year: time.year, month: time.month, day: time.day, isDate: false }, zone);
  return midnight.toUnixTime();
}

// The same time as disjoint intervals in order.
function merged(intervals) {
  const result = [];
  for (const [start, end] of intervals.sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

const shown = (interval) => interval.map((seconds) => new Date(1000 * seconds).toISOString()).join(" to ");

// When an event takes place: once, or by its rule up to the end of what is compared, exceptions of the series included.
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
  for (const [prefix, wanted] of hours) {
    const got = merged(found.get(prefix));
    wanted.forEach((interval, place) => {
      const read = got[place] ? shown(got[place]) : "nothing";
      assert.equal(read, shown(interval), `${name}: ${prefix}`);
    });
    assert.equal(got.length, wanted.length, `${name}: ${prefix}`);
  }
  return count;
}

function checkEvents(name, events, wanted, zone) {
  const uids = (list) => list.map((event) => event.uid).sort();
  assert.deepEqual(uids(events), uids(wanted), name);
  for (const told of wanted) {
    const event = events.find(({ uid }) => uid === told.uid);
    const value = (key) => event.component.getFirstPropertyValue(key);
    const alarms = event.component.getAllSubcomponents("valarm");
    const got = {
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
    for (const key of Object.keys(told)) assert.equal(got[key], told[key], `${name}: ${told.uid}: ${key}`);
    assert.equal(value("dtstamp").toUnixTime(), got.lastModified, name);
  }
}

let count = 0;
for (const { file, hours, events } of expected.files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), "utf8")));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  ICAL.TimezoneService.reset();
  ICAL.TimezoneService.register(zone);
  // An exception is no event of its own: it is told to the one whose occurrence it is.
  const all = calendar.getAllSubcomponents("vevent");
  const [exceptions, own] = [true, false].map((is) => all.filter((event) => event.hasProperty("recurrence-id") === is));
  const uid = (component) => component.getFirstPropertyValue("uid");
  const read = own.map((component) => {
    const of = exceptions.filter((exception) => uid(exception) === uid(component));
    return new ICAL.Event(component, { strictExceptions: true, exceptions: of });
  });
  for (const exception of exceptions) assert.ok(read.some((event) => event.uid === uid(exception)), uid(exception));
  if (hours.length > 0) count += checkHours(file, read, hours, zone);
  else checkEvents(file, read, events, zone);
}
console.log(`ical.js reads ${expected.files.length} calendars as they are meant, ${count} occurrences`);
