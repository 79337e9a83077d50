// The files of the release, by their URLs: which of them a link may name, and which of them a demonstration keeps.

// Names of letters, digits, dots and hyphens. Servers decode escaped characters, and some give others a meaning, so a path
// with them can lead out of the folder. A query string can make a program on the server redirect.
const NAMED = /^\w[\w.-]*(\/\w[\w.-]*)*$/;
// The full page with its scripts, styles, wasm files and announcements.
const KEPT = /^((index\.html)?|v1\/([\w-]+\.(js|css|wasm)|notices\.json))$/;

/** The URL of a data file that a link names, relative to the page; null if it is not in the folder of the release. */
export function namedFile(value, page, folder) {
  const url = URL.canParse(value, page) ? new URL(value, page).href : "";
  return matches(NAMED, url, folder) ? url : null;
}

/** Whether the demonstration keeps this file for offline use. */
export const isKept = (url, folder) => matches(KEPT, url, folder);

/** Whether the URL is in the folder, with the same origin and without credentials, and the rest matches the pattern. */
const matches = (pattern, url, folder) => url.startsWith(folder) && pattern.test(url.slice(folder.length));
