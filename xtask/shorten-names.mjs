// Gives everything that the wasm imports and exports a name of two or three letters, in the wasm and in its glue.
//
// wasm-bindgen's names hold hashes, which no compression makes smaller, and each is fetched twice. A wasm file is a list of
// sections, and only two of them hold these names: https://webassembly.github.io/spec/core/binary/modules.html
import { readFileSync, writeFileSync } from "node:fs";

const IMPORTS = 2;
const EXPORTS = 7;
const [wasmFile, glueFile] = process.argv.slice(2);
const wasm = readFileSync(wasmFile);
const glue = readFileSync(glueFile, "utf8");
// What the loader calls by name, and a word that the glue uses for other things, too.
const loaders = [...glue.matchAll(/^export function ([a-z]\w*)/gm)].map(([, name]) => name);
const kept = ["__wbindgen_start", "memory", ...loaders];
const names = new Map();
let at = 8;

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

const sections = [wasm.subarray(0, 8)];
while (at < wasm.length) {
  const id = wasm[at++];
  const size = number();
  if (id !== IMPORTS && id !== EXPORTS) {
    sections.push([id], encoded(size), bytes(size));
    continue;
  }
  const count = number();
  const items = [encoded(count)];
  for (let item = 0; item < count; item += 1) {
    if (id === IMPORTS) items.push(text(bytes(number()).toString()));
    items.push(shortened(), rest(id === IMPORTS));
  }
  const section = Buffer.concat(items.map((item) => Buffer.from(item)));
  sections.push([id], encoded(section.length), section);
}
writeFileSync(wasmFile, Buffer.concat(sections.map((section) => Buffer.from(section))));

writeFileSync(glueFile, glue.replaceAll(/[A-Za-z_$][\w$]*/g, (word) => names.get(word) ?? word));
