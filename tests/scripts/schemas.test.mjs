// Does an independent validator, knowing only the schemas, say of the shared files what the core says of them?
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

const at = (path) => new URL(`../../${path}`, import.meta.url);
const text = (path) => readFileSync(at(path), "utf8");
const Ajv = createRequire(at("xtask/package.json"))("ajv/dist/2020.js");
// Strict: a word of a schema that means nothing where it stands is a mistake. "closed" or a list of hours is on purpose.
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
const schemas = { agreements: "static/agreements.schema.json", notices: "static/notices.schema.json" };
const validate = Object.fromEntries(
  Object.entries(schemas).map(([kind, path]) => [kind, ajv.compile(JSON.parse(text(path)))]),
);
const whole = { agreements: "static/agreements.json", notices: "core/tests/data/notices.json" };

/** The file of a case of tests/data-files/cases.jsonl. */
function fileOf({ file, text: own, at: pointer, put }) {
  if (own !== undefined) return JSON.parse(own);
  const root = JSON.parse(text(whole[file]));
  const steps = pointer.split("/").slice(1);
  const name = steps.pop();
  const parent = steps.reduce((place, step) => place[step], root);
  if (put === undefined) delete parent[name];
  // As a parser does: to set `__proto__` would be no field.
  else Object.defineProperty(parent, name, { value: put, enumerable: true, configurable: true, writable: true });
  return root;
}

test("what is published fits its schema, and names it", () => {
  for (const kind of ["agreements", "notices"]) {
    for (const path of [`static/${kind}.json`, whole[kind]]) {
      const file = JSON.parse(text(path));
      assert.ok(validate[kind](file), `${path}: ${JSON.stringify(validate[kind].errors)}`);
      assert.equal(`static/${file.$schema}`, schemas[kind]);
    }
  }
});

test("the shared cases", () => {
  for (const line of text("tests/data-files/cases.jsonl").trim().split("\n")) {
    const { verdict, ...rest } = JSON.parse(line);
    assert.equal(validate[rest.file](fileOf(rest)), verdict !== "schema", line);
  }
});

test("the examples of docs/editing-data.md fit", () => {
  const files = { agreements: JSON.parse(text("static/agreements.json")), notices: JSON.parse(text("static/notices.json")) };
  const examples = text("docs/editing-data.md").matchAll(/^```json (?:(add to)|change in) ([\w ]+)(?:\[([^\]]+)\]|[^\n]*)\n(.*?)\n```$/gms);
  let count = 0;
  for (const [, adds, list, id, json] of examples) {
    const kind = ["notices", "oneOffHours", "the file of announcements"].includes(list) ? "notices" : "agreements";
    const file = files[kind];
    if (adds) file[list].push(JSON.parse(json));
    else Object.assign(id ? file[list].find((item) => item.id === id) : file, JSON.parse(json));
    assert.ok(validate[kind](file), `${json}\n${JSON.stringify(validate[kind].errors)}`);
    count += 1;
  }
  assert.ok(count >= 10, `${count} examples`);
});
