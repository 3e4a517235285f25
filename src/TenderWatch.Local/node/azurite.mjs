// Runs Azurite until standard input closes, and so never outlives the program that started it, however that ends. Azurite keeps
// tables in memory and writes them every five seconds: it is asked to close, which writes them, and is never killed.
import { createRequire } from "node:module";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// The packages are found through NODE_PATH, which only require knows.
const require = createRequire(import.meta.url);
const folder = process.env.TENDERWATCH_AZURITE_FOLDER;

if (folder) {
  // Whoever starts next on this folder waits until this process has written everything.
  const mark = join(folder, "azurite.pid");
  writeFileSync(mark, String(process.pid));
  process.on("exit", () => rmSync(mark, { force: true }));
}

// Azurite looks for everything in Loki, which narrows a search by the index of the first property only. Azurite names the account or
// the partition first, which here is one for all rows, so that every look-up would walk all of them, ten thousand notices long. By the
// property that tells rows apart it is a binary search.
const { Collection, Resultset } = require("lokijs");
const telling = ["RowKey", "name", "blobName"];
const findOne = Collection.prototype.findOne;
Collection.prototype.findOne = function (query) {
  const first = telling.find((property) => typeof query?.[property] === "string" && this.binaryIndices[property]);
  return findOne.call(this, first ? { [first]: query[first], ...query } : query);
};

// A query for the rows whose keys begin alike likewise: the index gives those, and Azurite's own filter then decides. Loki sorts keys
// that look like numbers as numbers, so that only keys that begin with a letter will do.
const generator = require("azurite/dist/src/table/persistence/LokiTableStoreQueryGenerator.js").default;
const generate = generator.generateQueryForPersistenceLayer;
generator.generateQueryForPersistenceLayer = function (options, context) {
  const filter = generate.call(this, options, context);
  const range = /^PartitionKey eq '[^']*' and RowKey ge '([a-z][^']*)' and RowKey lt '([a-z][^']*)'$/.exec(options.filter ?? "");
  if (range) filter.rows = range.slice(1);
  return filter;
};
const where = Resultset.prototype.where;
Resultset.prototype.where = function (filter) {
  if (filter.rows && !this.filterInitialized) this.find({ RowKey: { $between: filter.rows } });
  return where.call(this, filter);
};

// Every ten minutes Azurite collects content that no blob refers to any more. In memory it took one piece after the other from Loki, which
// sorts the whole index again for each: with tens of thousands of pieces nobody was answered for minutes. All at once it is one sort.
const memory = require("azurite/dist/src/common/persistence/MemoryExtentStore.js").default;
memory.prototype.deleteExtents = async function (extents) {
  const unreferenced = new Set(extents);
  for (const id of unreferenced) this.chunks.delete(this.categoryName, id);
  const known = this.metadataStore;
  known.db.getCollection(known.EXTENTS_COLLECTION).removeWhere((extent) => unreferenced.has(extent.id));
  return unreferenced.size;
};

// A terminal sends its signals to the whole group. The program that started this one may still have something to store, and closes
// standard input when it has not.
const once = process.once;
process.once = function (name, listener) {
  return name === "SIGINT" ? this : once.call(this, name, listener);
};
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});

// When that program is gone nobody reads this, which must not end the process before everything is written.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

const log = console.log;
let closed = 0;
console.log = (...words) => {
  log(...words);
  // An open connection must not keep the process once all three services have written everything.
  if (words.join(" ").includes("service successfully closed") && ++closed === 3) setImmediate(() => process.exit(0));
};

process.stdin.resume().once("close", () => {
  // Azurite listens for the signal as soon as it serves; before that there is nothing to write.
  if (process.listenerCount("SIGTERM") === 0) process.exit(0);
  process.emit("SIGTERM");
});

require("azurite/dist/src/azurite.js");
