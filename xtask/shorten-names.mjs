// Shortens the names of the wasm's imports and exports to two or three characters, in the wasm and in its JavaScript
// glue. Also removes the custom sections (names, producers) from the second wasm, which shares the memory of the first.
//
// wasm-bindgen's names contain hashes, which do not compress, and each occurs in both files. A wasm file is a list of
// sections, two of which hold these names: https://webassembly.github.io/spec/core/binary/modules.html
import { readFileSync, writeFileSync } from "node:fs";

const CUSTOM = 0;
const IMPORTS = 2;
const EXPORTS = 7;
const [wasmFile, glueFile, secondFile] = process.argv.slice(2);
const glue = readFileSync(glueFile, "utf8");
// Exports of the glue that the loader calls by name.
const loaderCalls = [...glue.matchAll(/^export function ([a-z]\w*)/gm)].map(([, name]) => name);
// The second wasm imports these from the first by name.
const shared = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(secondFile))).map(({ name }) => name);
const kept = ["__wbindgen_start", "memory", ...loaderCalls, ...shared];
const names = new Map();
let wasm;
let at;

/** Decodes an unsigned LEB128 number. */
function readNumber() {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

function readBytes(length) {
  return wasm.subarray(at, (at += length));
}

/** Encodes an unsigned LEB128 number. */
function encodeNumber(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...encodeNumber(value >>> 7)];
}

function encodeName(name) {
  return [...encodeNumber(name.length), ...Buffer.from(name)];
}

function shortenedName() {
  const name = readBytes(readNumber()).toString();
  if (!kept.includes(name) && !names.has(name)) names.set(name, `$${names.size.toString(36)}`);
  return encodeName(names.get(name) ?? name);
}

/** The bytes of an import or export after its names, unchanged: its kind, and an index or type index. */
function descriptor(isImport) {
  const begin = at;
  const kind = wasm[at++];
  if (isImport && kind !== 0) throw new Error(`unexpected import of kind ${kind}: only functions are supported`);
  readNumber();
  return wasm.subarray(begin, at);
}

/** The content of a section, with shortened import and export names. */
function withShortNames(id, size) {
  if (id !== IMPORTS && id !== EXPORTS) return readBytes(size);
  const count = readNumber();
  const items = [encodeNumber(count)];
  for (let item = 0; item < count; item += 1) {
    if (id === IMPORTS) items.push(encodeName(readBytes(readNumber()).toString()));
    items.push(shortenedName(), descriptor(id === IMPORTS));
  }
  return Buffer.concat(items.map((item) => Buffer.from(item)));
}

/** The content of a section; undefined for a custom section, which is then left out. */
function withoutCustomSections(id, size) {
  const content = readBytes(size);
  return id === CUSTOM ? undefined : content;
}

/** Rewrites the file with `transform` applied to each section. */
function rewrite(file, transform) {
  wasm = readFileSync(file);
  at = 8;
  const sections = [wasm.subarray(0, at)];
  while (at < wasm.length) {
    const id = wasm[at++];
    const content = transform(id, readNumber());
    if (content) sections.push([id], encodeNumber(content.length), content);
  }
  writeFileSync(file, Buffer.concat(sections.map((section) => Buffer.from(section))));
}

rewrite(wasmFile, withShortNames);
rewrite(secondFile, withoutCustomSections);
writeFileSync(glueFile, glue.replaceAll(/[A-Za-z_$][\w$]*/g, (word) => names.get(word) ?? word));
