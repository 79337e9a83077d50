// Gives everything that the wasm imports and exports a name of two or three letters, in the wasm and in its glue, and
// leaves out of the second wasm, which shares the memory of the first, what browsers have no use for: names and producers.
//
// wasm-bindgen's names hold hashes, which no compression makes smaller, and each is fetched twice. A wasm file is a list of
// sections, and only two of them hold these names: https://webassembly.github.io/spec/core/binary/modules.html
import { readFileSync, writeFileSync } from "node:fs";

const CUSTOM = 0;
const IMPORTS = 2;
const EXPORTS = 7;
const [wasmFile, glueFile, secondFile] = process.argv.slice(2);
const glue = readFileSync(glueFile, "utf8");
// What the loader calls by name, and a word that the glue uses for other things, too.
const loaders = [...glue.matchAll(/^export function ([a-z]\w*)/gm)].map(([, name]) => name);
// What the second wasm imports it finds by name among what the first exports.
const shared = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(secondFile))).map(({ name }) => name);
const kept = ["__wbindgen_start", "memory", ...loaders, ...shared];
const names = new Map();
let wasm;
let at;

function number() {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

function bytes(length) {
  return wasm.subarray(at, (at += length));
}

function encoded(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...encoded(value >>> 7)];
}

function text(words) {
  return [...encoded(words.length), ...Buffer.from(words)];
}

function shortened() {
  const name = bytes(number()).toString();
  if (!kept.includes(name) && !names.has(name)) names.set(name, `$${names.size.toString(36)}`);
  return text(names.get(name) ?? name);
}

/** The parts of an import or export after its names, as they are: what it is, and a number or a description of it. */
function rest(isImport) {
  const begin = at;
  const kind = wasm[at++];
  if (isImport && kind !== 0) throw new Error(`the wasm imports something of kind ${kind}, expected functions alone`);
  number();
  return wasm.subarray(begin, at);
}

/** The content of a section, where what is imported or exported has short names. */
function withShortNames(id, size) {
  if (id !== IMPORTS && id !== EXPORTS) return bytes(size);
  const count = number();
  const items = [encoded(count)];
  for (let item = 0; item < count; item += 1) {
    if (id === IMPORTS) items.push(text(bytes(number()).toString()));
    items.push(shortened(), rest(id === IMPORTS));
  }
  return Buffer.concat(items.map((item) => Buffer.from(item)));
}

/** The content of a section, none where that is for developers alone. */
function forBrowsers(id, size) {
  const content = bytes(size);
  return id === CUSTOM ? undefined : content;
}

/** Writes the file anew, each section with the content that `change` makes of it. */
function rewrite(file, change) {
  wasm = readFileSync(file);
  at = 8;
  const sections = [wasm.subarray(0, at)];
  while (at < wasm.length) {
    const id = wasm[at++];
    const content = change(id, number());
    if (content) sections.push([id], encoded(content.length), content);
  }
  writeFileSync(file, Buffer.concat(sections.map((section) => Buffer.from(section))));
}

rewrite(wasmFile, withShortNames);
rewrite(secondFile, forBrowsers);
writeFileSync(glueFile, glue.replaceAll(/[A-Za-z_$][\w$]*/g, (word) => names.get(word) ?? word));
