// A second verifier, written from docs/evidence-format.md alone, with Node's standard library alone.
// node verify.mjs FOLDER|DOSSIER [SHA256 of a checkpoint that must be there]: one line for each fault (the blob it is about); exit 0 when all is intact.
// What it leaves to others (the signatures of time stamps) it says on the standard error.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDossier, verifyDossier } from "./dossier.mjs";
import { checkpointOf, hex, isCount, isDigest, isTime, keyOf, leafHash, nodeHash, padded, parse, stampOf, tombstoneOf, unchecked, zeros } from "./format.mjs";

const [root, kept] = process.argv.slice(2);
const faults = [];
const fault = (blob, what) => faults.push(`${blob}: ${what}`);

if (isDossier(root)) {
  verifyDossier(root, kept, fault);
  for (const line of faults) console.log(line.replaceAll("\n", " "));
  process.exit(faults.length === 0 ? 0 : 1);
}

function list(folder, prefix = "") {
  if (!existsSync(join(root, folder, prefix))) return [];
  return readdirSync(join(root, folder, prefix), { withFileTypes: true })
    .flatMap(item => item.isDirectory() ? list(folder, prefix + item.name + "/") : item.isFile() ? [prefix + item.name] : [])
    .sort((a, b) => (a < b ? -1 : 1));
}
const read = (folder, name) => readFileSync(join(root, folder, name));

// RFC 6962: the complete subtrees, and the root over them.
const tree = { size: 0, parts: [] };
function append(hash) {
  for (let rest = tree.size; rest % 2 === 1; rest = Math.floor(rest / 2)) hash = nodeHash(tree.parts.pop(), hash);
  tree.parts.push(hash);
  tree.size++;
}
const rootOfTree = () => tree.parts.length === 0 ? hex("") : tree.parts.reduceRight((right, left) => nodeHash(left, right));

// 1. Checkpoints.
const signed = new Map();
const keys = new Map();
const stored = list("checkpoints");
let latest = 0;
for (const name of stored) {
  if (/^\d{10}\.json$/.test(name) && Number(name.slice(0, 10)) > 0) latest = Math.max(latest, Number(name.slice(0, 10)));
  else if (name.startsWith("keys/") && name.endsWith(".json")) {
    try {
      keys.set(...keyOf(read("checkpoints", name), name));
    } catch (wrong) { fault(`checkpoints/${name}`, wrong.message); }
  } else if (!/^\d{10}\.(leaves\.jsonl|tst)$/.test(name)) fault(`checkpoints/${name}`, "does not belong here");
}
const stamps = new Map();
for (const name of stored.filter(name => name.endsWith(".tst"))) {
  const number = Number(name.slice(0, 10));
  if (number > latest || number === 0) fault(`checkpoints/${name}`, "has no checkpoint");
  else stamps.set(number, read("checkpoints", name));
}
for (const name of stored) if (/^\d{10}\.leaves\.jsonl$/.test(name) && (Number(name.slice(0, 10)) > latest + 1 || Number(name.slice(0, 10)) === 0)) fault(`checkpoints/${name}`, "has no checkpoint");

let previous = zeros, time = "", whole = true, found = kept === undefined;
for (let number = 1; number <= latest; number++) {
  const name = `checkpoints/${padded(number)}.json`, leavesName = `checkpoints/${padded(number)}.leaves.jsonl`;
  let checkpoint;
  try {
    if (!stored.includes(`${padded(number)}.json`)) throw new Error("missing");
    const bytes = read("checkpoints", `${padded(number)}.json`);
    const one = checkpointOf(bytes, keys);
    checkpoint = one.checkpoint;
    if (!one.signed) fault(name, "not signed by a key of this folder");
    if (checkpoint.number !== number) fault(name, "has another number");
    if (whole && checkpoint.prev !== previous) fault(name, "does not follow the one before");
    if (checkpoint.at < time || Date.parse(checkpoint.at) > Date.now() + 300000) fault(name, "its time is wrong");
    const before = `checkpoints/${padded(number - 1)}.tst`;
    if (checkpoint.stamp !== undefined && !stamps.has(number - 1)) fault(before, "missing");
    else if (checkpoint.stamp !== undefined && hex(stamps.get(number - 1)) !== checkpoint.stamp) fault(before, "altered");
    previous = hex(bytes);
    if (stamps.has(number)) {
      unchecked(`checkpoints/${padded(number)}`);
      try {
        const stamp = stampOf(stamps.get(number));
        if (stamp.sha256 !== previous) throw new Error("stamps something else");
        if (!(stamp.at >= Date.parse(checkpoint.at) - 300000 && stamp.at <= Date.now() + 300000)) throw new Error("its time is wrong");
      } catch (wrong) { fault(`checkpoints/${padded(number)}.tst`, wrong.message); }
    }
    found ||= previous === kept;
    time = checkpoint.at;
  } catch (wrong) { fault(name, wrong.message); whole = false; continue; }
  try {
    const content = read("checkpoints", `${padded(number)}.leaves.jsonl`);
    if (hex(content) !== checkpoint.leaves) throw new Error("altered");
    const lines = content.toString("utf8").split("\n");
    if (lines.pop() !== "") throw new Error("its last line does not end");
    let before = "";
    for (const line of lines) {
      const leaf = parse(Buffer.from(line), "case,seq,sha256");
      if (!isDigest(leaf.sha256) || leaf.case <= before) throw new Error("no leaf");
      before = leaf.case;
      append(leafHash(line));
      if (!signed.has(leaf.case)) signed.set(leaf.case, []);
      signed.get(leaf.case).push({ ...leaf, at: checkpoint.at });
    }
    if (whole && (tree.size !== checkpoint.size || rootOfTree() !== checkpoint.root || lines.length !== checkpoint.added || tree.parts.join() !== checkpoint.subtrees.join())) fault(name, "another tree");
  } catch (wrong) { fault(leavesName, wrong.code === "ENOENT" ? "missing" : wrong.message); whole = false; }
}

if (!found) fault("checkpoints", `${kept} is missing`);

// 2. Ledgers.
const named = new Map(), lastNamed = new Map();
function collect(value, entry, at) {
  if (value === null || typeof value !== "object") return;
  for (const [key, part] of Object.entries(value)) {
    if (key === "sha256" && isDigest(part)) { if (!(lastNamed.get(part) >= at)) lastNamed.set(part, at); if (!named.has(part)) named.set(part, [entry, value.confidentiality === "confidential" ? "confidential" : "public"]); }
    else collect(part, entry, at);
  }
}
const ledgers = new Map([...signed.keys()].map(name => [name, []]));
for (const name of list("ledger")) {
  const slash = name.indexOf("/");
  if (slash < 0) { fault(`ledger/${name}`, "does not belong here"); continue; }
  const ledger = name.slice(0, slash);
  if (!ledgers.has(ledger)) ledgers.set(ledger, []);
  ledgers.get(ledger).push(name.slice(slash + 1));
}
for (const [ledger, names] of ledgers) {
  const known = signed.get(ledger) ?? [];
  let expected = 1, before = zeros;
  for (const name of names) {
    const blob = `ledger/${ledger}/${name}`, number = Number(name.slice(0, 10));
    if (!/^\d{10}\.json$/.test(name) || number === 0) { fault(blob, "does not belong here"); continue; }
    if (number > expected) {
      for (let missing = expected; missing < Math.min(number, expected + 100); missing++) fault(`ledger/${ledger}/${padded(missing)}.json`, "missing");
      before = null;
    }
    const bytes = read("ledger", `${ledger}/${name}`), digest = hex(bytes);
    for (const leaf of known) if (leaf.seq === number && leaf.sha256 !== digest) fault(blob, "is not what was signed");
    try {
      const entry = parse(bytes, "at,body,case,key,kind,prev,seq,v");
      if (entry.v !== 1 || !isTime(entry.at) || !isDigest(entry.prev) || !isCount(entry.seq)) throw new Error("no entry");
      if (entry.case !== ledger || entry.seq !== number) fault(blob, "stands in the wrong place");
      if (before !== null && entry.prev !== before) fault(blob, "does not follow the one before");
      const signer = known.find(leaf => leaf.seq >= number);
      if (signer && Date.parse(entry.at) > Date.parse(signer.at) + 300000) fault(blob, "is later than the checkpoint that signed it");
      collect(entry.body, blob, entry.at);
    } catch (wrong) { fault(blob, wrong.message); }
    expected = number + 1;
    before = digest;
  }
  const end = Math.max(0, ...known.map(leaf => leaf.seq));
  for (let missing = expected; missing <= end; missing++) fault(`ledger/${ledger}/${padded(missing)}.json`, "missing");
}

// 3. Tombstones.
const tombstones = new Map(), deleted = new Set();
for (const name of list("tombstones")) {
  const blob = `tombstones/${name}`, [, kind, digest] = /^(public|confidential)\/([0-9a-f]{64})\.json$/.exec(name) ?? [];
  if (!kind) { fault(blob, "does not belong here"); continue; }
  try {
    const stone = tombstoneOf(read("tombstones", name), keys, kind, digest);
    tombstones.set(`${kind}/${digest}`, stone.at);
    deleted.add(digest);
  } catch (wrong) { fault(blob, wrong.message); }
}

// 4. Evidence.
for (const folder of ["evidence-public", "evidence-confidential"]) {
  for (const name of list(folder)) {
    if (!isDigest(name)) { fault(`${folder}/${name}`, "does not belong here"); continue; }
    named.delete(name);
    const stone = `${folder.slice("evidence-".length)}/${name}`;
    if (tombstones.has(stone) && !(lastNamed.get(name) > tombstones.get(stone))) fault(`tombstones/${stone}.json`, "its bytes are still there");
    if (hex(read(folder, name)) !== name) fault(`${folder}/${name}`, "altered");
  }
}
for (const [digest, [entry, kind]] of named) if (!deleted.has(digest)) fault(`evidence-${kind}/${digest}`, `missing; ${entry} names it`);

for (const line of faults) console.log(line);
process.exit(faults.length === 0 ? 0 : 1);
