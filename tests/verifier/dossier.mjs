// Verifies a dossier, an archive or a folder, as docs/evidence-format.md says.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkpointOf, decode, hex, isCount, isDigest, isSigned, isTime, keyOf, leafHash, nodeHash, padded, parse, stampOf, tombstoneOf, unchecked, zeros } from "./format.mjs";

const isPath = path => path.length > 0 && path.length <= 200 && path.split("/").every(part => /^[A-Za-z0-9._-]+$/.test(part) && part[0] !== "." && part.at(-1) !== ".");
const table = Uint32Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n >>> 0; });
const crc32 = bytes => { let crc = 0xffffffff; for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8); return (crc ^ 0xffffffff) >>> 0; };

// The records of a ZIP as a dossier has them.
function common({ name, crc, size }) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(10, 0);
  fields.writeUInt16LE(0x21, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}
const local = item => Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common(item), Buffer.from(item.name, "latin1")]);
function central(item) {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(item.offset, 10);
  return Buffer.concat([Buffer.from("PK\x01\x02\x0a\x00", "latin1"), common(item), rest, Buffer.from(item.name, "latin1")]);
}
function end(count, length, start) {
  const record = Buffer.alloc(22);
  record.write("PK\x05\x06", "latin1");
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(start, 16);
  return record;
}
const startOf = item => item.offset + 30 + item.name.length;
const endOf = item => startOf(item) + item.size;
function nameAt(zip, offset, length) {
  const name = zip.subarray(offset, offset + length).toString("latin1");
  return name.length === length && isPath(name) ? name : null;
}

function byHeaders(zip) {
  const items = [];
  for (let offset = 0; offset + 30 <= zip.length;) {
    const rest = items.reduce((sum, item) => sum + 46 + item.name.length, 22);
    if (items.length > 0 && (zip.readUInt32LE(offset) === 0x02014b50 || zip.length - offset === rest)) return [items, true];
    const name = nameAt(zip, offset + 30, zip.readUInt16LE(offset + 26));
    if (name === null) break;
    const item = { name, crc: zip.readUInt32LE(offset + 14), size: zip.readUInt32LE(offset + 18), offset };
    if (!local(item).subarray(0, 30).equals(zip.subarray(offset, offset + 30)) || endOf(item) > zip.length) break;
    items.push(item);
    offset = endOf(item);
  }
  return [items, false];
}

function byDirectory(zip) {
  if (zip.length < 22) return null;
  const last = zip.subarray(zip.length - 22), count = last.readUInt16LE(8), length = last.readUInt32LE(12), start = last.readUInt32LE(16);
  if (!end(count, length, start).equals(last) || start + length + 22 !== zip.length) return null;
  const items = [];
  let at = start, offset = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length) return null;
    const name = nameAt(zip, at + 46, zip.readUInt16LE(at + 28));
    if (name === null) return null;
    const item = { name, crc: zip.readUInt32LE(at + 16), size: zip.readUInt32LE(at + 20), offset };
    if (!central(item).subarray(0, 46).equals(zip.subarray(at, at + 46))) return null;
    items.push(item);
    at += 46 + name.length;
    offset = endOf(item);
  }
  return at === start + length && offset === start ? items : null;
}

function openArchive(zip, fault) {
  let [items, whole] = byHeaders(zip);
  if (!whole) { const found = byDirectory(zip); if (found) [items, whole] = [found, true]; }
  const content = item => zip.subarray(startOf(item), endOf(item));
  if (!whole) fault("zip", "no archive as it was written");
  else {
    for (const item of items) {
      const header = local(item);
      if (!header.equals(zip.subarray(item.offset, item.offset + header.length))) fault(item.name, "its header differs");
      else if (crc32(content(item)) !== item.crc) fault(item.name, "its checksum differs");
    }
    const start = items.length === 0 ? 0 : endOf(items.at(-1));
    let at = start;
    for (const item of items) {
      const record = central(item);
      if (!record.equals(zip.subarray(at, at + record.length))) fault(item.name, "its record differs");
      at += record.length;
    }
    const last = end(items.length, at - start, start);
    if (!last.equals(zip.subarray(at))) fault("zip", "its end differs");
  }
  const first = new Map();
  for (const item of items) if (!first.has(item.name)) first.set(item.name, item);
  return { ordered: true, paths: items.map(item => item.name), read: path => first.has(path) ? content(first.get(path)) : null };
}

function openFolder(root) {
  const walk = prefix => readdirSync(join(root, prefix), { withFileTypes: true })
    .flatMap(item => item.isDirectory() ? walk(prefix + item.name + "/") : item.isFile() ? [prefix + item.name] : []);
  const paths = walk("");
  return { ordered: false, paths, read: path => paths.includes(path) ? readFileSync(join(root, path)) : null };
}

const ascends = names => names.every((name, i) => i === 0 || names[i - 1] < name);
function manifestOf(bytes) {
  const manifest = parse(bytes, "audience,case,checkpoint,files,language,v,withheld");
  const has = (value, members) => Object.keys(value).sort().join() === members;
  if (manifest.v !== 1 || !["public", "internal"].includes(manifest.audience) || !["nl", "en"].includes(manifest.language) || !Number.isInteger(manifest.checkpoint)) throw new Error("no manifest");
  if (!manifest.files.every(file => has(file, "path,sha256,size") && isPath(file.path) && !["manifest.json", "manifest.jws.json"].includes(file.path) && isCount(file.size) && isDigest(file.sha256))) throw new Error("no file");
  if (!manifest.withheld.every(one => has(one, "entry,reason,sha256") && isDigest(one.sha256))) throw new Error("nothing withheld");
  if (!ascends(manifest.files.map(file => file.path)) || !ascends(manifest.withheld.map(one => one.sha256))) throw new Error("out of order");
  return manifest;
}

// RFC 9162 sections 2.1.3.2 and 2.1.4.2.
function isIncluded(leaf, index, size, path, root) {
  if (index < 0 || index >= size) return false;
  let node = index, last = size - 1, hash = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash === root;
}
function isConsistent(first, firstRoot, second, secondRoot, proof) {
  if (first < 1 || first > second) return false;
  if (first === second) return proof.length === 0 && firstRoot === secondRoot;
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : proof;
  if (path.length === 0) return false;
  let node = first - 1, last = second - 1;
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [smaller, larger] = [path[0], path[0]];
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [smaller, larger] = [nodeHash(sibling, smaller), nodeHash(sibling, larger)];
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else larger = nodeHash(larger, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && smaller === firstRoot && larger === secondRoot;
}

export const isDossier = root => existsSync(root) && (statSync(root).isFile() || ["manifest.json", "manifest.jws.json"].some(name => existsSync(join(root, name))));

export function verifyDossier(root, kept, fault) {
  const dossier = Buffer.isBuffer(root) ? openArchive(root, fault) : statSync(root).isFile() ? openArchive(readFileSync(root), fault) : openFolder(root);
  const manifestBytes = dossier.read("manifest.json");
  if (manifestBytes === null) return fault("manifest.json", "missing");
  let manifest;
  try { manifest = manifestOf(manifestBytes); } catch (wrong) { return fault("manifest.json", wrong.message); }

  // 1. Files.
  const files = new Map();
  for (const file of manifest.files) {
    const bytes = dossier.read(file.path);
    if (bytes === null) { fault(file.path, "missing"); continue; }
    files.set(file.path, { bytes, digest: hex(bytes) });
    if (files.get(file.path).digest !== file.sha256 || bytes.length !== file.size) fault(file.path, "altered");
  }
  const expected = ["manifest.json", "manifest.jws.json", ...manifest.files.map(file => file.path)], known = new Set(expected), seen = new Set();
  for (const path of dossier.paths) {
    if (known.has(path) && !seen.has(path)) seen.add(path);
    else fault(path, "inserted");
  }
  const present = expected.filter(path => seen.has(path)), order = [...seen];
  if (dossier.ordered) for (let i = 0; i < present.length; i++) if (order[i] !== present[i]) fault(order[i], "reordered");
  const within = folder => [...files.keys()].filter(path => path.startsWith(folder));

  // 2. Checkpoints and keys.
  const keys = new Map(), checkpoints = new Map();
  for (const path of within("checkpoints/keys/")) {
    if (!path.endsWith(".json")) continue;
    try { keys.set(...keyOf(files.get(path).bytes, path.slice("checkpoints/".length))); } catch (wrong) { fault(path, wrong.message); }
  }
  for (const path of within("checkpoints/")) {
    const number = /^checkpoints\/(\d{10})\.json$/.test(path) ? Number(path.slice(12, 22)) : 0;
    if (number === 0) continue;
    try {
      const { checkpoint, signed } = checkpointOf(files.get(path).bytes, keys);
      if (!signed) fault(path, "not signed by a key of this dossier");
      if (checkpoint.number !== number) fault(path, "has another number");
      checkpoints.set(number, { checkpoint, digest: files.get(path).digest });
    } catch (wrong) { fault(path, wrong.message); }
  }
  const need = number => { if (!files.has(`checkpoints/${padded(number)}.json`)) fault(`checkpoints/${padded(number)}.json`, "missing"); };
  need(manifest.checkpoint);
  let before = null;
  for (const number of [...checkpoints.keys()].sort((a, b) => a - b)) {
    const { checkpoint, digest } = checkpoints.get(number), path = `checkpoints/${padded(number)}.json`;
    if (Date.parse(checkpoint.at) > Date.now() + 300000 || (before && checkpoint.at < before.at)) fault(path, "its time is wrong");
    if (before && before.number + 1 === number && checkpoint.prev !== before.digest) fault(path, "does not follow the one before");
    before = { number, at: checkpoint.at, digest };
  }
  for (const path of within("checkpoints/")) {
    const number = /^checkpoints\/\d{10}\.tst$/.test(path) ? Number(path.slice(12, 22)) : 0;
    if (number === 0) continue;
    if (!files.has(`checkpoints/${padded(number)}.json`)) fault(path, "has no checkpoint");
    if (!checkpoints.has(number)) continue;
    unchecked(`checkpoints/${padded(number)}`);
    try {
      const stamp = stampOf(files.get(path).bytes), { checkpoint, digest } = checkpoints.get(number);
      if (stamp.sha256 !== digest) throw new Error("stamps something else");
      if (!(stamp.at >= Date.parse(checkpoint.at) - 300000 && stamp.at <= Date.now() + 300000)) throw new Error("its time is wrong");
    } catch (wrong) { fault(path, wrong.message); }
  }
  for (const [number, { checkpoint }] of checkpoints) {
    const path = `checkpoints/${padded(number - 1)}.tst`;
    if (checkpoint.stamp === undefined || !files.has(`checkpoints/${padded(number - 1)}.json`)) continue;
    if (!files.has(path)) fault(path, "missing");
    else if (files.get(path).digest !== checkpoint.stamp) fault(path, "altered");
  }
  if (kept !== undefined && ![...checkpoints.values()].some(one => one.digest === kept)) fault("checkpoints", `${kept} is missing`);

  // 3. The signature.
  const signatureBytes = dossier.read("manifest.jws.json");
  if (signatureBytes === null) fault("manifest.jws.json", "missing");
  else {
    try {
      const jws = parse(signatureBytes, "protected,signature"), header = parse(decode(jws.protected), "alg,kid,typ"), signature = decode(jws.signature);
      if (header.alg !== "ES256" || header.typ !== "tenderwatch-dossier+json") throw new Error("no signature");
      if (!keys.has(header.kid)) fault("manifest.jws.json", "signed with another key");
      else if (!isSigned(`${jws.protected}.${manifestBytes.toString("base64url")}`, signature, keys.get(header.kid)))
        for (const path of ["manifest.json", "manifest.jws.json"]) fault(path, "do not belong together");
    } catch (wrong) { fault("manifest.jws.json", wrong.message); }
  }

  // 4. Ledgers and their proofs.
  const named = new Map(), namedBy = new Map(), lastNamed = new Map();
  function collect(value, path, at) {
    if (value === null || typeof value !== "object") return;
    for (const [key, part] of Object.entries(value)) {
      if (key === "sha256" && isDigest(part)) {
        namedBy.get(path).add(part);
        if (!(lastNamed.get(part) >= at)) lastNamed.set(part, at);
        if (!named.has(part)) named.set(part, value.confidentiality === "confidential" ? "confidential" : "public");
      } else collect(part, path, at);
    }
  }
  const ledgers = new Set([manifest.case]);
  for (const path of [...within("ledger/"), ...within("proofs/")]) {
    const name = path.slice(path.indexOf("/") + 1);
    ledgers.add(name.includes("/") ? name.slice(0, name.indexOf("/")) : name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : name);
  }
  for (const ledger of ledgers) {
    const proofPath = `proofs/${ledger}.json`;
    let last = null;
    if (!files.has(proofPath)) fault(proofPath, "missing");
    else {
      try {
        const proof = parse(files.get(proofPath).bytes, "checkpoint,consistency,index,leaf,path,v"), leaf = proof.leaf;
        if (proof.v !== 1 || Object.keys(leaf).sort().join() !== "case,seq,sha256" || typeof leaf.case !== "string" || ![leaf.sha256, ...proof.path, ...proof.consistency].every(isDigest)
          || ![leaf.seq, proof.index, proof.checkpoint].every(Number.isInteger)) throw new Error("no proof");
        last = leaf;
        if (leaf.case !== ledger) fault(proofPath, "is that of another ledger");
        need(proof.checkpoint);
        const signed = checkpoints.get(proof.checkpoint)?.checkpoint, latest = checkpoints.get(manifest.checkpoint)?.checkpoint;
        const line = `{"case":${JSON.stringify(leaf.case)},"seq":${leaf.seq},"sha256":"${leaf.sha256}"}`;
        if (signed && latest && !(isIncluded(leafHash(line), proof.index, signed.size, proof.path, signed.root)
          && isConsistent(signed.size, signed.root, latest.size, latest.root, proof.consistency))) fault(proofPath, "does not lead to the roots");
      } catch (wrong) { fault(proofPath, wrong.message); }
    }
    let next = 1, previous = zeros;
    for (const path of within(`ledger/${ledger}/`)) {
      const name = path.slice(`ledger/${ledger}/`.length), number = Number(name.slice(0, 10));
      if (!/^\d{10}\.json$/.test(name) || number === 0) { fault(path, "does not belong here"); continue; }
      if (number > next) {
        for (let missing = next; missing < Math.min(number, next + 100); missing++) fault(`ledger/${ledger}/${padded(missing)}.json`, "missing");
        previous = null;
      }
      const { bytes, digest } = files.get(path);
      if (last && number > last.seq) fault(path, "stands after the signed end");
      if (last && number === last.seq && digest !== last.sha256) fault(path, "is not what was signed");
      try {
        const entry = parse(bytes, "at,body,case,key,kind,prev,seq,v");
        if (entry.v !== 1 || !isTime(entry.at) || !isDigest(entry.prev) || !isCount(entry.seq)) throw new Error("no entry");
        if (entry.case !== ledger || entry.seq !== number) fault(path, "stands in the wrong place");
        if (previous !== null && entry.prev !== previous) fault(path, "does not follow the one before");
        namedBy.set(path, new Set());
        collect(entry.body, path, entry.at);
      } catch (wrong) { fault(path, wrong.message); }
      next = number + 1;
      previous = digest;
    }
    for (let missing = next; last && missing <= Math.min(last.seq, next + 99); missing++) fault(`ledger/${ledger}/${padded(missing)}.json`, "missing");
  }

  // 5. Tombstones.
  const deleted = new Set();
  for (const path of within("tombstones/")) {
    const [, kind, digest] = /^tombstones\/(public|confidential)\/([0-9a-f]{64})\.json$/.exec(path) ?? [];
    if (!kind) { fault(path, "does not belong here"); continue; }
    try {
      const stone = tombstoneOf(files.get(path).bytes, keys, kind, digest);
      deleted.add(digest);
      if (!lastNamed.has(digest)) fault(path, "no entry names its evidence");
      else if (files.has(`evidence-${kind}/${digest}`) && lastNamed.get(digest) <= stone.at) fault(path, "its evidence is there");
    } catch (wrong) { fault(path, wrong.message); }
  }

  // 6. Evidence.
  const reasons = manifest.audience === "internal" ? ["deleted"] : ["tenders", "filings", "explanation", "message", "derived", "confidential", "deleted"];
  const evidence = new Set(), withheld = new Set(manifest.withheld.filter(one => one.reason !== "deleted" || deleted.has(one.sha256)).map(one => one.sha256));
  for (const path of [...within("evidence-public/"), ...within("evidence-confidential/")]) {
    const name = path.slice(path.indexOf("/") + 1);
    if (isDigest(name)) evidence.add(name);
    if (name !== files.get(path).digest) fault(path, "is not what its name says");
    if (manifest.audience === "public" && path.startsWith("evidence-confidential/")) fault(path, "does not belong in a public dossier");
  }
  for (const [digest, kind] of named) if (!evidence.has(digest) && !withheld.has(digest)) fault(`evidence-${kind}/${digest}`, "missing");
  for (const one of manifest.withheld)
    if (!reasons.includes(one.reason) || evidence.has(one.sha256) || (namedBy.has(one.entry) && !namedBy.get(one.entry).has(one.sha256))) fault("manifest.json", `${one.sha256} cannot be withheld`);
  for (const path of [...within("case/findings/"), ...within("case/facts.json")]) if (!named.has(files.get(path).digest)) fault(path, "is named by no entry");
}
