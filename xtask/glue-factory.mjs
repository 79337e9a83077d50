// Makes wasm-bindgen's glue a function that returns what the glue exports. The glue keeps the memory, the closures and the
// objects of one wasm instance, so each instance needs glue of its own.
import { readFileSync, writeFileSync } from "node:fs";

const [file] = process.argv.slice(2);
const glue = readFileSync(file, "utf8");
const names = [...glue.matchAll(/^export (?:function|class) ([\w$]+)/gm)].map(([, name]) => name);
const body = glue.replaceAll(/^export (?=function|class)/gm, "");
const other = body.match(/^(?:import|export)\b.*/m);
if (other) throw new Error(`${file}: found "${other[0]}", expected exported functions and classes alone`);
writeFileSync(file, `export default function createGlue() {\n${body}\nreturn { ${names.join(", ")} };\n}\n`);
