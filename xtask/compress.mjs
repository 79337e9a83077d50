// Pre-compression: writes FILE.br and FILE.gz beside every file below a folder. Prints a line for each file: its size
// in bytes raw, after gzip and after brotli, and its path. Web servers send these files as they are, so the strongest
// setting costs visitors no time. Node includes the reference encoders; Rust ones would lengthen every build of xtask.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } };
const GZIP = { level: 9 };
// Offset of the operating system in gzip's header; 255 is "unknown". The other field that could differ between builds,
// the modification time, is zero in Node's output.
const OS_OFFSET = 9;

const [folder] = process.argv.slice(2);
const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
for (const file of paths.filter((path) => statSync(path).isFile()).sort()) {
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, BROTLI);
  const gzip = gzipSync(bytes, GZIP);
  gzip[OS_OFFSET] = 255;
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, gzip);
  console.log(`${bytes.length} ${gzip.length} ${brotli.length} ${file}`);
}
