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
export const isTime = text => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/.test(text) && !Number.isNaN(Date.parse(text));
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
    || ![checkpoint.prev, checkpoint.root, checkpoint.leaves, ...checkpoint.subtrees].every(isDigest) || ![checkpoint.number, checkpoint.size, checkpoint.added].every(Number.isInteger)) throw new Error("no checkpoint");
  const signature = decode(jws.signature), key = keys.get(header.kid);
  return { checkpoint, signed: key !== undefined && isSigned(`${jws.protected}.${jws.payload}`, signature, key) };
}
