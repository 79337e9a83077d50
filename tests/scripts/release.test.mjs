// Tests of the release's files in the folder AURA_DIST.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const DIST = process.env.AURA_DIST;
const all = readdirSync(DIST, { recursive: true }).filter((name) => statSync(join(DIST, name)).isFile());
const files = all.filter((name) => !/\.(br|gz)$/.test(name));
const bytes = (name) => readFileSync(join(DIST, name));
const text = (name) => bytes(name).toString("utf8");
const integrity = (name) => `sha384-${createHash("sha384").update(bytes(name)).digest("base64")}`;
const version = files.map((name) => /^(v\d+\.\d+\.\d+)\//.exec(name)?.[1]).find(Boolean);

test("all files of the pages and the element exist", () => {
  const scripts = ["page", "embed", "check"].flatMap((name) => [`v1/${name}.js`, `v1/${name}.css`]);
  for (const name of ["index.html", "embed.html", "check.html", "offline.js", ...scripts]) {
    assert.ok(files.includes(name), name);
  }
  for (const name of ["service-window", "support-hours", "announcements"]) {
    assert.match(text(`calendar/${name}.ics`), /^BEGIN:VCALENDAR\r\n(.*\r\n)+END:VCALENDAR\r\n$/, name);
  }
  for (const folder of ["v1", version]) {
    const schemas = ["agreements.schema.json", "notices.schema.json"];
    for (const name of ["aura-serviceaftale.js", "embed-host.js", "agreements.json", "integrity.txt", ...schemas]) {
      assert.ok(files.includes(`${folder}/${name}`), `${folder}/${name}`);
    }
    // Beside both files of the element, v1 has the one of check.html.
    const wasm = files.filter((name) => name.startsWith(`${folder}/`) && name.endsWith(".wasm"));
    assert.equal(wasm.length, folder === "v1" ? 3 : 2, folder);
  }
});

test("each file has compressed copies without machine-dependent data", () => {
  assert.equal(all.length, 3 * files.length);
  for (const name of files) {
    assert.ok(brotliDecompressSync(bytes(`${name}.br`)).equals(bytes(name)), `${name}.br`);
    const gzip = bytes(`${name}.gz`);
    assert.ok(gunzipSync(gzip).equals(bytes(name)), `${name}.gz`);
    // Flags, time and system of the header, RFC 1952: no name, no time, unknown.
    assert.deepEqual([gzip[3], gzip.readUInt32LE(4), gzip[9]], [0, 0, 255], `${name}.gz`);
  }
});

test("no file contains paths of the build machine", () => {
  const folders = [join(DIST, ".."), join(homedir(), ".cargo"), join(homedir(), ".rustup")];
  for (const name of files) {
    for (const folder of folders) assert.ok(!bytes(name).includes(folder), `${name} contains ${folder}`);
  }
});

test("the loader contains the names and hashes of both wasm files", () => {
  for (const folder of ["v1", version]) {
    const loader = text(`${folder}/aura-serviceaftale.js`);
    const names = loader.match(/(widget|details)-[0-9a-f]{16}\.wasm/g);
    assert.deepEqual(names.map((name) => name.split("-")[0]), ["widget", "details"], "each name occurs once");
    const hashes = names.map((name) => integrity(`${folder}/${name}`));
    assert.deepEqual(loader.match(/sha384-[A-Za-z0-9+/]{64}/g), hashes);
    assert.ok(loader.startsWith(`/* AURA serviceaftale ${version.slice(1)} */`), loader.slice(0, 80));
  }
});

test("the script of check.html contains the name of its wasm file", () => {
  const names = text("v1/check.js").match(/editor-[0-9a-f]{16}\.wasm/g);
  assert.equal(names?.length, 1);
  assert.ok(files.includes(`v1/${names[0]}`), names[0]);
});

test("the version folder has the same files as v1, without announcements", () => {
  const pinned = files.filter((name) => name.startsWith(`${version}/`) && !name.endsWith("integrity.txt"));
  for (const name of pinned) {
    assert.ok(bytes(name).equals(bytes(name.replace(version, "v1"))), name);
    assert.notEqual(name, `${version}/notices.json`);
  }
});

test("integrity.txt lists the hash of every other file, and lines to paste", () => {
  for (const folder of ["v1", version]) {
    const listed = text(`${folder}/integrity.txt`).match(/^sha384-\S+ {2}\S+$/gm);
    const names = files.filter((name) => name.startsWith(`${folder}/`) && !name.endsWith("integrity.txt")).sort();
    assert.deepEqual(listed, names.map((name) => `${integrity(name)}  ${name.slice(folder.length + 1)}`));
  }
  const folder = `https://HOST/serviceaftale/${version}`;
  const wasm = files.find((name) => name.startsWith(`${version}/widget-`)).slice(version.length + 1);
  assert.deepEqual(text(`${version}/integrity.txt`).match(/^<.*$/gm), [
    `<link rel="preload" as="fetch" type="application/wasm" href="${folder}/${wasm}" crossorigin="anonymous">`,
    `<script type="module" src="${folder}/aura-serviceaftale.js"` +
      ` integrity="${integrity(`${version}/aura-serviceaftale.js`)}" crossorigin="anonymous"></script>`,
  ]);
});

test("the pages have no inline scripts and no inline styles", () => {
  for (const name of ["index.html", "embed.html", "check.html"]) {
    const html = text(name);
    for (const inline of [/<style/i, /\sstyle=/i, /\son\w+=/i, /<script(?![^>]*\ssrc=)/i, /javascript:/i, /data-trunk/]) {
      assert.doesNotMatch(html, inline, name);
    }
    for (const [, path] of html.matchAll(/(?:src|href)="(?!tel:)([^"]+)"/g)) assert.ok(files.includes(path), path);
  }
});
