// Announcements: one request for all elements that follow the same file, repeated periodically.
import { load } from "./files.js";
import { dead, parseNotices } from "./instance.js";

// Always in the folder v1, because the version folders never change.
const DEFAULT_URL = new URL("../v1/notices.json", import.meta.url).href;
/** Announcements are requested again after this time while the page is visible, in milliseconds. */
const MAX_AGE = 15 * 60_000;
/** Minimum time between two requests for the same file, in milliseconds. */
const MIN_INTERVAL = 60_000;
/** 500 announcements with two thousand bytes each. */
const MAX_BYTES = 1_000_000;

const feeds = new Map();

/** A file, the pages that follow it, and its last content. */
class Feed {
  followers = new Set();
  requestedAt = -Infinity;

  constructor(url) {
    this.url = url;
  }

  /** Requests the file, unless it was requested less than `minAge` milliseconds ago, and notifies the followers. */
  async renew(minAge) {
    if (Date.now() - this.requestedAt < minAge || this.followers.size === 0) return;
    this.requestedAt = Date.now();
    try {
      // The server sends the file only if it has changed.
      const bytes = await load(this.url, MAX_BYTES, { cache: "no-cache" });
      if (dead) return;
      if (!sameBytes(bytes, this.bytes)) {
        this.announced = parseNotices(bytes);
        this.problems = this.announced.problems;
        this.bytes = bytes;
        if (this.problems) console.warn(`aura-serviceaftale: notices ${this.url}: left out\n${this.problems}`);
      }
      this.loadedAt = Date.now();
      this.failure = undefined;
    } catch (error) {
      this.fail(error.message);
    }
    for (const page of this.followers) this.notify(page);
  }

  fail(message) {
    const failure = `notices ${this.url}: ${message}`;
    if (!dead && failure !== this.failure) {
      console.warn(`aura-serviceaftale: ${failure}`);
      for (const page of this.followers) page.failed("notices", failure);
    }
    this.failure = failure;
  }

  notify(page) {
    if (dead) return;
    if (this.announced) page.answers.takeNotices(this.announced, this.loadedAt);
    if (this.failure) page.answers.noticesFailed();
    else page.taken("notices", this.problems);
  }
}

const sameBytes = (bytes, others) => bytes.length === others?.length && bytes.every((byte, index) => byte === others[index]);

/** Makes the page follow the file given by the attribute: the default one if there is no value, no file for "none". */
export function follow(page, attribute) {
  const url = attribute === "none" ? undefined : attribute ? new URL(attribute, document.baseURI).href : DEFAULT_URL;
  if (page.feed?.url === url) return;
  unfollow(page);
  if (url === undefined) return;
  if (!feeds.has(url)) feeds.set(url, new Feed(url));
  page.feed = feeds.get(url);
  page.feed.followers.add(page);
  if (page.feed.loadedAt) page.feed.notify(page);
  page.feed.renew(MIN_INTERVAL);
}

/** Stops following; the page then shows no announcements. */
export function unfollow(page) {
  if (!page.feed) return;
  page.feed.followers.delete(page);
  page.feed = undefined;
  if (!dead) page.answers.forgetNotices();
}

/** Requests outdated files again; right after the page has become visible, all files older than a minute. */
export function renew(becameVisible) {
  for (const feed of feeds.values()) feed.renew(becameVisible ? MIN_INTERVAL : MAX_AGE);
}
