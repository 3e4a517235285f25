// node every-byte.mjs DOSSIER.zip: what the second verifier names when each single byte is changed in turn, one line for each byte: the files, with spaces between them.
import { readFileSync } from "node:fs";
import { verifyDossier } from "./dossier.mjs";

const whole = readFileSync(process.argv[2]);
const lines = [];
for (let at = 0; at < whole.length; at++) {
  whole[at] ^= 1 << (at % 8);
  const named = new Set();
  verifyDossier(whole, undefined, file => named.add(file));
  lines.push([...named].sort().join(" "));
  whole[at] ^= 1 << (at % 8);
}
process.stdout.write(lines.join("\n"));
