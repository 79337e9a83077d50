// Announcements: one request for all elements that follow the same file, now and then asked for again.
import { load } from "./files.js";
import { dead, parseNotices } from "./instance.js";

// The folder v1 has the news; that of a version, which never changes, cannot.
const USUAL = new URL("../v1/notices.json", import.meta.url).href;
/** How old announcements become before a page that is looked at asks again. */
const RENEWED_AFTER = 15 * 60_000;
/** However often somebody looks, a file is asked for once in that time. */
const AT_MOST_EVERY = 60_000;

const feeds = new Map();

/** A file, the pages that follow it, and what it said last. */
class Feed {
  followers = new Set();
  askedAt = -Infinity;

  constructor(url) {
    this.url = url;
  }

  /** Asks for the file unless that was done just now; whoever follows hears what it says. */
  async renew(after) {
    if (Date.now() - this.askedAt < after || this.followers.size === 0) return;
    this.askedAt = Date.now();
    try {
      // The server is asked whether it has changed, and sends it only then.
      const text = await load(this.url, { cache: "no-cache" });
      if (dead) return;
      if (text !== this.text) {
        const root = JSON.parse(text);
        const notices = Array.isArray(root?.notices) ? root.notices.splice(0) : [];
        const announced = parseNotices(root, notices);
        // Thousands of them are read some at a time, and between the page does what somebody asks of it.
        while (announced.parseChunk()) await new Promise((done) => setTimeout(done));
        this.problems = announced.finish();
        this.announced = announced;
        this.text = text;
        if (this.problems) console.warn(`aura-serviceaftale: notices ${this.url}: left out\n${this.problems}`);
      }
      this.readAt = Date.now();
      this.failure = undefined;
    } catch (error) {
      this.fail(error.message);
    }
    for (const page of this.followers) this.tell(page);
  }

  fail(message) {
    const failure = `notices ${this.url}: ${message}`;
    if (!dead && failure !== this.failure) {
      console.warn(`aura-serviceaftale: ${failure}`);
      for (const page of this.followers) page.failed("notices", failure);
    }
    this.failure = failure;
  }

  tell(page) {
    if (dead) return;
    if (this.announced) page.answers.takeNotices(this.announced, this.readAt);
    if (this.failure) page.answers.noticesFailed();
    else page.taken("notices", this.problems);
  }
}

/** Lets the page follow the file that `attribute` names: the usual one when it names none, none for "none". */
export function follow(page, attribute) {
  const url = attribute === "none" ? undefined : attribute ? new URL(attribute, document.baseURI).href : USUAL;
  if (page.feed?.url === url) return;
  unfollow(page);
  if (url === undefined) return;
  if (!feeds.has(url)) feeds.set(url, new Feed(url));
  page.feed = feeds.get(url);
  page.feed.followers.add(page);
  if (page.feed.readAt) page.feed.tell(page);
  page.feed.renew(AT_MOST_EVERY);
}

/** The page follows nothing, and shows no announcements. */
export function unfollow(page) {
  if (!page.feed) return;
  page.feed.followers.delete(page);
  page.feed = undefined;
  if (!dead) page.answers.forgetNotices();
}

/** Asks for what has become old; for whatever is older than a minute when somebody has just begun to look. */
export function renew(looked) {
  for (const feed of feeds.values()) feed.renew(looked ? AT_MOST_EVERY : RENEWED_AFTER);
}
