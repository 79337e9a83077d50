// Tests of the JSON Schemas with an independent validator and the shared test cases.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

const at = (path) => new URL(`../../${path}`, import.meta.url);
const text = (path) => readFileSync(at(path), "utf8");
const Ajv = createRequire(at("xtask/package.json"))("ajv/dist/2020.js");
// Strict mode rejects unknown keywords. Union types are allowed for "closed" or a list of hours.
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
const schemas = { agreements: "static/agreements.schema.json", notices: "static/notices.schema.json" };
const validate = Object.fromEntries(
  Object.entries(schemas).map(([kind, path]) => [kind, ajv.compile(JSON.parse(text(path)))]),
);
const baseFiles = { agreements: "static/agreements.json", notices: "core/tests/data/notices.json" };

/** The file of a test case in tests/data-files/cases.jsonl. */
function fileOf({ file, text: own, at: pointer, put }) {
  if (own !== undefined) return JSON.parse(own);
  const root = JSON.parse(text(baseFiles[file]));
  const steps = pointer.split("/").slice(1);
  const name = steps.pop();
  const parent = steps.reduce((place, step) => place[step], root);
  if (put === undefined) delete parent[name];
  // As JSON.parse does; an assignment to `__proto__` would not create a field.
  else Object.defineProperty(parent, name, { value: put, enumerable: true, configurable: true, writable: true });
  return root;
}

test("published files are valid and refer to their schemas", () => {
  for (const kind of ["agreements", "notices"]) {
    for (const path of [`static/${kind}.json`, baseFiles[kind]]) {
      const file = JSON.parse(text(path));
      assert.ok(validate[kind](file), `${path}: ${JSON.stringify(validate[kind].errors)}`);
      assert.equal(`static/${file.$schema}`, schemas[kind]);
    }
  }
});

test("shared test cases", () => {
  for (const line of text("tests/data-files/cases.jsonl").trim().split("\n")) {
    const { verdict, ...rest } = JSON.parse(line);
    assert.equal(validate[rest.file](fileOf(rest)), verdict !== "schema", line);
  }
});

test("the examples in docs/editing-data.md are valid", () => {
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
