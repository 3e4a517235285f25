// A mail server that delivers nowhere: it prints its port as {"port":N}, then every message it takes as one line of JSON.
// It ends when its standard input closes.
//
//   node smtp-sink.mjs [--port 0] [--user NAME --password WORD] [--fail WHERE:HOW] [--folder PATH]
//
// WHERE is mail, rcpt or data; HOW is a reply code (451, 550) or "cut", which cuts the connection there.
// PATH is a folder that keeps each message as mail-NNNN.eml; it is written before the client hears that it was taken.
import { parseArgs } from "node:util";
import { join } from "node:path";
import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

// The packages are found through NODE_PATH, which only require knows.
const { SMTPServer } = createRequire(import.meta.url)("smtp-server");

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    user: { type: "string" },
    password: { type: "string" },
    fail: { type: "string" },
    folder: { type: "string" },
  },
});
const [failAt, failHow] = (values.fail ?? "").split(":");
const sockets = new Map();

const print = (line) => process.stdout.write(JSON.stringify(line) + "\n");

function answer(where, session, callback) {
  if (where !== failAt) return callback();
  if (failHow === "cut") return sockets.get(session.remotePort)?.destroy();
  return callback(Object.assign(new Error(`This server was told to answer ${failHow}`), { responseCode: Number(failHow) }));
}

const server = new SMTPServer({
  authOptional: values.user === undefined,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  logger: false,
  onAuth({ username, password }, session, callback) {
    if (username === values.user && password === values.password) return callback(null, { user: username });
    return callback(new Error(`Wrong password: ${password}`));
  },
  onMailFrom: (address, session, callback) => answer("mail", session, callback),
  onRcptTo: (address, session, callback) => answer("rcpt", session, callback),
  onData(stream, session, callback) {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => answer("data", session, (fault) => {
      if (fault) return callback(fault);
      const { mailFrom, rcptTo } = session.envelope;
      const raw = Buffer.concat(chunks);
      if (values.folder) {
        const number = readdirSync(values.folder).filter((name) => name.endsWith(".eml")).length + 1;
        writeFileSync(join(values.folder, `mail-${String(number).padStart(4, "0")}.eml`), raw, { flag: "wx", flush: true });
      }
      print({ channel: "email", from: mailFrom.address, to: rcptTo.map((each) => each.address), raw: raw.toString("base64") });
      return callback();
    }));
  },
});
server.on("error", (fault) => {
  // A client that goes away in the middle is its own affair; a port that is taken is not.
  if (fault.syscall !== "listen") return;
  process.stderr.write(`smtp-sink: ${fault.message}\n`);
  process.exit(1);
});
server.server.on("connection", (socket) => {
  const port = socket.remotePort;
  sockets.set(port, socket);
  socket.on("close", () => sockets.delete(port));
});
server.listen(Number(values.port), "127.0.0.1", () => print({ port: server.server.address().port }));

process.stdin.on("close", () => process.exit(0));
process.stdin.resume();
