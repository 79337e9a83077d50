// The page on which editors check a data file: the widget itself reads it, and shows it as customers would see it.
import { expectedInDanish, foundInDanish } from "./check-words.js";

const NAME = "aura-serviceaftale";
const LARGEST_SHOWN = 200;
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

/** What is shown of each kind: the last file that could be used, so that both can be seen together. */
const shown = { agreements: undefined, notices: undefined };
let checks = 0;
/** The ids of the agreements that announcements may name: those of the file shown, else of what is published. */
let known = fetch(new URL("agreements.json", import.meta.url)).then(async (answer) => idsIn((await answer.json()).agreements));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  check(text.value);
});
file.addEventListener("change", () => take(file.files[0]));
at.addEventListener("change", () => setTime(widget.firstElementChild));
for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    text.classList.toggle("over", type === "dragenter" || type === "dragover");
    if (type === "drop") take(event.dataTransfer.files[0]);
  });
}
// Before, a press would send the form as browsers do without a script, and what is written in it would be lost.
customElements.whenDefined(NAME).then(() => {
  file.disabled = button.disabled = false;
  if (checks === 0) tell("");
});

async function take(chosen) {
  if (!chosen) return;
  text.value = await chosen.text();
  check(text.value);
}

async function check(json) {
  const mine = ++checks;
  tell("Kontrollerer …");
  let root;
  try {
    root = JSON.parse(json);
  } catch (error) {
    preview.hidden = true;
    return tell("Filen er ikke JSON", [error.message]);
  }
  const kind = kindOf(root);
  const url = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  const element = document.createElement(NAME);
  const heard = hear(element, kind, url);
  element.loading = "eager";
  element.lang = "da";
  element.notices = "none";
  for (const [name, value] of Object.entries({ ...shown, [kind]: url })) if (value) element[name] = value;
  setTime(element);
  preview.hidden = false;
  widget.replaceChildren(element);
  const { lines, usable } = await heard;
  if (usable && kind === "agreements") known = idsIn(root.agreements);
  if (usable && kind === "notices") lines.push(...unknownAgreements(root, await known));
  if (mine !== checks) return;
  // Of announcements the rest is shown, as customers would see it; agreements are taken whole or not at all.
  preview.hidden = !usable;
  URL.revokeObjectURL(usable ? shown[kind] : url);
  if (usable) shown[kind] = url;
  tell(told(kind, lines.length), lines);
}

/** A file is one of announcements if it has a field of theirs. */
function kindOf(root) {
  return Object.hasOwn(root ?? {}, "notices") || Object.hasOwn(root ?? {}, "oneOffHours") ? "notices" : "agreements";
}

const idsIn = (agreements) => agreements.map(({ id }) => id);

/**
 * Agreements that are named and that are none: nobody would see what is meant for their customers. A page on which
 * announcements may come before the agreements cannot tell; `cargo xtask check-data` does, in the same words.
 */
function unknownAgreements(root, ids) {
  const lines = [];
  for (const list of ["notices", "oneOffHours"]) {
    for (const [index, item] of listed(root[list]).entries()) {
      for (const [place, id] of listed(item?.agreements).entries()) {
        // Of what cannot be an id at all the widget has told.
        if (!ID.test(id) || ids.includes(id)) continue;
        const path = `${list}[${ID.test(item.id) ? item.id : index}].agreements[${place}]`;
        lines.push(`${path}: found ${JSON.stringify(id)}, expected an id of agreements: ${ids.join(" | ")}`);
      }
    }
  }
  return lines;
}

const ID = /^[\w-]{1,60}$/;
const listed = (value) => (Array.isArray(value) ? value : []);

/** What the element says of the file, once it has read it or cannot. */
function hear(element, kind, url) {
  return new Promise((resolve) => {
    element.addEventListener(`${NAME}-data`, ({ detail }) => {
      if (detail.file === kind) resolve({ lines: detail.problems.split("\n").filter(Boolean), usable: true });
    });
    element.addEventListener(`${NAME}-error`, ({ detail: { code, message } }) => {
      const own = `${kind} ${url}: `;
      if (message.startsWith(own)) resolve({ lines: message.slice(own.length).split("\n"), usable: false });
      else if (["wasm", "panic", "details"].includes(code)) resolve({ lines: [message], usable: false });
    });
  });
}

function told(kind, count) {
  const [name, then] =
    kind === "notices"
      ? ["Meddelelserne", "Kunderne ser alt undtagen det, der er fejl i."]
      : ["Aftalerne", "Filen bruges ikke, så længe der er fejl i den; kunderne ser de indbyggede aftaler."];
  return count === 0 ? `${name}: ingen fejl` : `${name}: ${count} fejl. ${then}`;
}

function tell(words, lines = []) {
  verdict.textContent = words;
  const items = lines.slice(0, LARGEST_SHOWN).map(item);
  if (lines.length > items.length) items.push(item(`… og ${lines.length - items.length} mere`));
  problems.replaceChildren(...items);
}

/** A problem is told as "path: found value, expected what"; anything else stays as it is. Never as HTML. */
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

function code(words) {
  const element = document.createElement("code");
  element.textContent = words;
  return element;
}

/** Shows the time that is chosen, or the present. */
function setTime(element) {
  if (element) element.at = at.value ? danish(at.value) : null;
}

/** A time on Danish clocks with the offset that they have then; one that clocks pass over as if they did not. */
function danish(civil) {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen", dateStyle: "short", timeStyle: "short" });
  const offsets = ["+02:00", "+01:00"];
  const fits = (offset) => clock.format(new Date(civil + offset)).replace(" ", "T") === civil.slice(0, 16);
  return civil + (offsets.find(fits) ?? "+01:00");
}
