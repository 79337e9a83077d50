// Validation page for editors of data files. The widget parses the file and shows a preview.
import { expectedInDanish, foundInDanish } from "./check-words.js";

const NAME = "aura-serviceaftale";
const MAX_LISTED_PROBLEMS = 200;
const [form, button, text, file, verdict, problems, preview, at, widget] = [
  "form",
  "button",
  "#text",
  "#file",
  "#verdict",
  "#problems",
  "#preview",
  "#at",
  "#widget",
].map((selector) => document.querySelector(selector));

/** The object URL of the last usable file of each kind. The preview combines both. */
const shown = { agreements: undefined, notices: undefined };
let checks = 0;
/** Promise for the ids of the agreements in the preview: those of the last usable file, or of the published one. */
let knownIds = fetch(new URL("agreements.json", import.meta.url)).then(async (response) => idsIn((await response.json()).agreements));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  check(new TextEncoder().encode(text.value));
});
file.addEventListener("change", () => open(file.files[0]));
at.addEventListener("change", () => setTime(widget.firstElementChild));
for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    text.classList.toggle("over", type === "dragenter" || type === "dragover");
    if (type === "drop") open(event.dataTransfer.files[0]);
  });
}
// Before the element is defined, the controls are disabled: the browser would submit the form, and its text would be
// lost.
customElements.whenDefined(NAME).then(() => {
  file.disabled = button.disabled = false;
  if (checks === 0) showVerdict("");
});

async function open(selected) {
  if (!selected) return;
  const bytes = new Uint8Array(await selected.arrayBuffer());
  try {
    text.value = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // With replaced letters, the text would be valid.
    text.value = "";
  }
  check(bytes);
}

async function check(bytes) {
  const number = ++checks;
  showVerdict("Kontrollerer …");
  const root = parse(bytes);
  const kind = kindOf(root);
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/json" }));
  const element = document.createElement(NAME);
  const result = waitForResult(element, kind, url, bytes);
  element.loading = "eager";
  element.lang = "da";
  element.notices = "none";
  for (const [name, value] of Object.entries({ ...shown, [kind]: url })) if (value) element[name] = value;
  setTime(element);
  preview.hidden = false;
  widget.replaceChildren(element);
  const { lines, usable, isJson } = await result;
  if (usable && kind === "agreements") knownIds = idsIn(root.agreements);
  if (usable && kind === "notices") lines.push(...unknownAgreements(root, await knownIds));
  if (number !== checks) return;
  // Announcements are usable without the invalid ones; agreements are accepted only without problems.
  preview.hidden = !usable;
  URL.revokeObjectURL(usable ? shown[kind] : url);
  if (usable) shown[kind] = url;
  showVerdict(isJson ? verdictFor(kind, lines.length) : "Filen er ikke gyldig JSON", lines);
}

/** The contents, for the kind and the ids alone: the widget finds the errors. */
function parse(bytes) {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** The kind of the file, by its fields. */
function kindOf(root) {
  return Object.hasOwn(root ?? {}, "notices") || Object.hasOwn(root ?? {}, "oneOffHours") ? "notices" : "agreements";
}

const idsIn = (agreements) => agreements.map(({ id }) => id);

/**
 * Problems with ids of agreements that do not exist: nobody would see these announcements. The widget cannot report them,
 * because it may load announcements before the agreements. `cargo xtask check-data` reports them with the same messages.
 */
function unknownAgreements(root, ids) {
  const lines = [];
  for (const list of ["notices", "oneOffHours"]) {
    for (const [index, item] of asList(root[list]).entries()) {
      for (const [place, id] of asList(item?.agreements).entries()) {
        // The widget reports values that are not ids.
        if (!ID.test(id) || ids.includes(id)) continue;
        const path = `${list}[${ID.test(item.id) ? item.id : index}].agreements[${place}]`;
        lines.push(`${path}: found ${JSON.stringify(id)}, expected an id of agreements: ${ids.join(" | ")}`);
      }
    }
  }
  return lines;
}

const ID = /^[\w-]{1,60}$/;
const asList = (value) => (Array.isArray(value) ? value : []);

/** Waits for the element's event about the file: its problems, whether it is usable, and whether it is JSON at all. */
function waitForResult(element, kind, url, bytes) {
  return new Promise((resolve) => {
    element.addEventListener(`${NAME}-data`, ({ detail }) => {
      if (detail.file === kind) resolve({ lines: detail.problems.split("\n").filter(Boolean), usable: true, isJson: true });
    });
    element.addEventListener(`${NAME}-error`, ({ detail: { code, message } }) => {
      const prefix = `${kind} ${url}: `;
      if (message.startsWith(prefix)) {
        const syntaxError = element.constructor.syntaxError(bytes, "da");
        const lines = syntaxError ? [syntaxError] : message.slice(prefix.length).split("\n");
        resolve({ lines, usable: false, isJson: !syntaxError });
      } else if (["wasm", "panic", "details"].includes(code)) {
        resolve({ lines: [message], usable: false, isJson: true });
      }
    });
  });
}

function verdictFor(kind, count) {
  const [name, consequence] =
    kind === "notices"
      ? ["Meddelelserne", "Kunderne ser alt undtagen det, der er fejl i."]
      : ["Aftalerne", "Filen bruges ikke, så længe der er fejl i den; kunderne ser de indbyggede aftaler."];
  return count === 0 ? `${name}: ingen fejl` : `${name}: ${count} fejl. ${consequence}`;
}

function showVerdict(message, lines = []) {
  verdict.textContent = message;
  const items = lines.slice(0, MAX_LISTED_PROBLEMS).map(item);
  if (lines.length > items.length) items.push(item(`… og ${lines.length - items.length} mere`));
  problems.replaceChildren(...items);
}

/** A list item for a problem. "path: found value, expected what" is translated, other messages are not. Never HTML. */
function item(line) {
  const li = document.createElement("li");
  const [, path, found, expected] = /^(.+?): found (.+), expected (.+)$/.exec(line) ?? [];
  if (path === undefined) {
    li.append(line);
    return li;
  }
  li.append(code(path === "(file)" ? "(filen)" : path), ": fandt ", code(foundInDanish(found)), ", ventede ");
  const danish = expectedInDanish(expected);
  li.append(danish ?? code(expected));
  if (danish === undefined) li.lastChild.lang = "en";
  return li;
}

function code(content) {
  const element = document.createElement("code");
  element.textContent = content;
  return element;
}

/** Sets the element's time to the selected one, or to the present. */
function setTime(element) {
  if (element) element.at = at.value ? withDanishOffset(at.value) : null;
}

/** A Danish local time with its UTC offset. A time in the gap of daylight saving gets the offset of standard time. */
function withDanishOffset(civil) {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen", dateStyle: "short", timeStyle: "short" });
  const offsets = ["+02:00", "+01:00"];
  const fits = (offset) => clock.format(new Date(civil + offset)).replace(" ", "T") === civil.slice(0, 16);
  return civil + (offsets.find(fits) ?? "+01:00");
}
