// Writes FILE.br and FILE.gz beside every file below a folder, and prints a line for each: bytes as it is, after gzip and
// after brotli, and its path. Web servers hand these out as they lie, so the strongest setting costs no visitor time.
// Node carries the reference encoders; the same in Rust would lengthen every build of xtask.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };
const GZIP = { level: 9 };
// Where gzip names the operating system it ran on; 255 is "unknown". Node leaves the time, the other thing there that
// differs between builds, at zero.
const SYSTEM_BYTE = 9;

const [folder] = process.argv.slice(2);
const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
for (const file of paths.filter((path) => statSync(path).isFile()).sort()) {
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, BROTLI);
  const gzip = gzipSync(bytes, GZIP);
  gzip[SYSTEM_BYTE] = 255;
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, gzip);
  console.log(`${bytes.length} ${gzip.length} ${brotli.length} ${file}`);
}
