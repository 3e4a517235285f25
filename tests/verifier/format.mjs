// What the verifier of dossiers needs of docs/evidence-format.md: digests, canonical JSON, hashes of trees, signed checkpoints.
import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";

export const zeros = "0".repeat(64);
export const hex = bytes => createHash("sha256").update(bytes).digest("hex");
export const padded = number => String(number).padStart(10, "0");

// RFC 8785: JavaScript's own sorting and number format are what it prescribes.
export const canonical = value => Array.isArray(value) ? `[${value.map(canonical).join(",")}]`
  : value !== null && typeof value === "object" ? `{${Object.keys(value).sort().map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`
  : JSON.stringify(value);

export function parse(bytes, members, more) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const value = JSON.parse(text);
  if (canonical(value) !== text) throw new Error("not canonical");
  if (value === null || ![members, more].includes(Object.keys(value).sort().join())) throw new Error("other members");
  return value;
}
export const isTime = text => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/.test(text) && !Number.isNaN(Date.parse(text))
  && new Date(text).toISOString().slice(0, 19) === text.slice(0, 19); // a day that there is
export const isDigest = text => typeof text === "string" && /^[0-9a-f]{64}$/.test(text);
export const isCount = number => Number.isInteger(number) && number >= 0;

export const leafHash = line => createHash("sha256").update(Buffer.from([0])).update(line).digest("hex");
export const nodeHash = (left, right) => createHash("sha256").update(Buffer.from([1])).update(Buffer.from(left, "hex")).update(Buffer.from(right, "hex")).digest("hex");

export function decode(text) {
  const out = Buffer.from(text, "base64url");
  if (out.toString("base64url") !== text) throw new Error("not base64url");
  return out;
}

export function keyOf(bytes, name) {
  const jwk = parse(bytes, "crv,kty,x,y");
  const id = createHash("sha256").update(bytes).digest("base64url");
  if (jwk.crv !== "P-256" || jwk.kty !== "EC" || `keys/${id}.json` !== name) throw new Error("another key");
  return [id, createPublicKey({ key: jwk, format: "jwk" })];
}

export const isSigned = (input, signature, key) =>
  signature.length === 64 && verifySignature("sha256", Buffer.from(input), { key, dsaEncoding: "ieee-p1363" }, signature);

// A checkpoint, and whether one of the keys signed it.
export function checkpointOf(bytes, keys) {
  const jws = parse(bytes, "payload,protected,signature");
  const header = parse(decode(jws.protected), "alg,kid,typ");
  const checkpoint = parse(decode(jws.payload), "added,at,leaves,number,prev,root,size,subtrees,v", "added,at,leaves,number,prev,root,size,stamp,subtrees,v");
  if (header.alg !== "ES256" || header.typ !== "tenderwatch-checkpoint+json" || checkpoint.v !== 1 || !isTime(checkpoint.at)
    || ![checkpoint.prev, checkpoint.root, checkpoint.leaves, checkpoint.stamp === undefined ? zeros : checkpoint.stamp, ...checkpoint.subtrees].every(isDigest) || ![checkpoint.number, checkpoint.size, checkpoint.added].every(Number.isInteger)) throw new Error("no checkpoint");
  const signature = decode(jws.signature), key = keys.get(header.kid);
  return { checkpoint, signed: key !== undefined && isSigned(`${jws.protected}.${jws.payload}`, signature, key) };
}

// RFC 3161, as far as it is needed to see what was stamped and when: the rest is for "openssl ts -verify". A part of DER: its tag, its content, and where it ends.
function part(bytes, at = 0) {
  let length = bytes[at + 1], from = at + 2;
  if (length === undefined || length === 0x80) throw new Error("not DER");
  if (length > 0x80) {
    const count = length - 0x80;
    if (count > 4) throw new Error("not DER");
    length = bytes.readUIntBE(from, count);
    from += count;
  }
  if (from + length > bytes.length) throw new Error("not DER");
  return { tag: bytes[at], content: bytes.subarray(from, from + length), end: from + length };
}
function parts(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length; at = found.at(-1).end) found.push(part(bytes, at));
  return found;
}
export function stampOf(token) {
  if (part(token).end !== token.length) throw new Error("not a time stamp");
  const [, signedData] = parts(part(token).content);                      // ContentInfo
  const [, , content] = parts(part(signedData.content).content);          // SignedData
  const [type, wrapped] = parts(content.content);                         // EncapsulatedContentInfo
  if (type.content.toString("hex") !== "2a864886f70d0109100104") throw new Error("not a time stamp");
  const [, , imprint, , time] = parts(part(part(wrapped.content).content).content); // TSTInfo
  const [algorithm, hash] = parts(imprint.content);
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(time.content.toString("latin1")) ?? [];
  return { sha256: part(algorithm.content).content.toString("hex") === "608648016503040201" && hash.content.toString("hex"), at: Date.UTC(year, month - 1, day, hour, minute, second) };
}

// Said once for each time stamp: its signature and whose certificate made it are not looked at here.
export const unchecked = path =>
  console.error(`not checked: who signed ${path}.tst, and whether. openssl ts -verify -data ${path}.json -in ${path}.tst -token_in -CAfile roots.pem`);

// A tombstone that counts.
export function tombstoneOf(bytes, keys, kind, digest) {
  const jws = parse(bytes, "payload,protected,signature");
  const header = parse(decode(jws.protected), "alg,kid,typ"), stone = parse(decode(jws.payload), "at,by,cases,class,confidentiality,reason,rule,sha256,v");
  const isText = [stone.by, stone.class, stone.reason, stone.rule].every(text => typeof text === "string") && Array.isArray(stone.cases) && stone.cases.every(one => typeof one === "string");
  if (header.alg !== "ES256" || header.typ !== "tenderwatch-tombstone+json" || stone.v !== 1 || !isTime(stone.at) || !isText) throw new Error("no tombstone");
  const key = keys.get(header.kid);
  if (!key || !isSigned(`${jws.protected}.${jws.payload}`, decode(jws.signature), key)) throw new Error("not signed by a key that is here");
  if (stone.sha256 !== digest || stone.confidentiality !== kind) throw new Error("is that of other bytes");
  if (Date.parse(stone.at) > Date.now() + 300000) throw new Error("its time is wrong");
  return stone;
}
