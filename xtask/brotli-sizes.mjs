// Prints what each file named on the command line weighs after brotli 11 with a window of 22, one number a line.
// Node carries the reference encoder; the same in Rust would lengthen every build of xtask.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
for (const file of process.argv.slice(2)) {
  console.log(brotliCompressSync(readFileSync(file), { params }).length);
}
