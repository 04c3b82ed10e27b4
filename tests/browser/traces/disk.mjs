// Fifty words that stand nowhere else are written by pages, by command line and in files of other programs. Then they are looked
// for: in every folder that the program may write to, in lists of programs, in what it prints, in what is left of it after a crash.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import { connect } from "node:net";
import { basename, join } from "node:path";
import { ask, binary, filesBelow, ownForm, session, startServer, surroundings, throwAwayFolder } from "../lib/server.mjs";
import { sources } from "./files.mjs";
import { filesOf, findWords } from "./residue.mjs";
import { PASSPHRASE, canary } from "./use.mjs";

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");

/** A program with a mistake, around the program. */
const WRONG = `#!/bin/sh
case "$MISTAKE" in
temp) for one in "$@"; do [ -f "$one" ] && cp "$one" "$TMPDIR/left"; done ;;
print) if [ "$1" = log ]; then words=$(cat); printf '%s\\n' "$words" >&2; printf %s "$words" | "$REAL" "$@"; exit; fi ;;
argv) if [ "$1" = log ]; then words=$(cat); sh -c 'sleep 0.6; exit 0' "$words"; printf %s "$words" | "$REAL" "$@"; exit; fi ;;
esac
exec "$REAL" "$@"
`;

/** Reads the list of programs, and their surroundings, again and again. */
class Lookout {
  constructor(words) {
    this.words = words;
    this.seen = new Set();
    this.n = 0;
    this.timer = setInterval(() => this.look(), 25);
  }
  look() {
    for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name) && name !== `${process.pid}`)) {
      for (const list of ["cmdline", "environ", "comm"]) {
        let text = "";
        try {
          text = readFileSync(`/proc/${id}/${list}`, "utf8");
        } catch {
          continue; // It has ended since, or is not ours to see.
        }
        this.n += 1;
        for (const word of this.words) if (text.includes(word)) this.seen.add(`${list}`);
      }
    }
  }
  stop() {
    clearInterval(this.timer);
    return this.seen;
  }
}

/** A form with a file, as a browser sends it. */
function parcel(name, bytes) {
  const head = `--frontier\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n--frontier--\r\n")]);
}

/** Sends a file; `whole` is false for one that is cut off in the middle. */
function hand(server, cookie, name, bytes, whole = true) {
  const body = parcel(name, bytes);
  const headers = { ...ownForm(server, cookie), "Content-Type": "multipart/form-data; boundary=frontier" };
  if (whole) return ask(server, { method: "POST", path: "/data/look", headers, body });
  return new Promise((resolve) => {
    const lines = Object.entries({ Host: server.authority, ...headers, "Content-Length": body.length * 2 }).map(([one, text]) => `${one}: ${text}\r\n`);
    const socket = connect(server.port, "127.0.0.1", () => {
      socket.write(`POST /data/look HTTP/1.1\r\n${lines.join("")}\r\n`);
      socket.write(body);
      setTimeout(() => socket.destroy(), 300);
    });
    socket.on("close", resolve).on("error", resolve);
  });
}

/** The bytes of a file that the pages give out. */
function taken(server, cookie, path, fields) {
  const body = new URLSearchParams(fields).toString();
  const headers = { Host: server.authority, ...ownForm(server, cookie), "Content-Length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port: server.port, method: "POST", path, headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part)).on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts) }));
    });
    request.on("error", reject).end(body);
  });
}

/** Bits a byte. */
export function entropy(bytes) {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] += 1;
  return counts.reduce((sum, n) => (n === 0 ? sum : sum - (n / bytes.length) * Math.log2(n / bytes.length)), 0);
}

export async function disk(mistake = "") {
  const folder = throwAwayFolder();
  const own = throwAwayFolder(); // Where the person's own files lie.
  const temp = join(folder.path, "temp");
  const backups = join(folder.path, "backups");
  for (const path of [temp, backups]) mkdirSync(path);
  const env = { ...surroundings(folder.path), TMPDIR: temp, RUST_LOG: "trace", RUST_BACKTRACE: "full", LC_ALL: "C.UTF-8" };
  const wrong = join(own.path, "wrong");
  writeFileSync(wrong, WRONG);
  chmodSync(wrong, 0o700);
  const program = mistake ? wrong : binary;
  if (mistake) Object.assign(env, { MISTAKE: mistake, REAL: binary });
  const secret = join(own.path, "passphrase");
  writeFileSync(secret, `${PASSPHRASE}\n`);

  const words = [PASSPHRASE];
  const word = (what) => (words.push(canary(what)), words.at(-1));
  let printed = "";
  const run = (call, input) =>
    new Promise((resolve) => {
      const child = spawn(program, [...call, "--data-dir", join(folder.path, "data"), "--passphrase-file", secret], { env, cwd: folder.path });
      let said = "";
      for (const end of [child.stdout, child.stderr]) end.on("data", (part) => (said += part));
      child.on("close", (code) => resolve({ code, said }));
      child.stdin.on("error", () => {}).end(input ?? "");
    });
  const rows = [];
  const places = { "data folder": join(folder.path, "data"), home: folder.path, "folder for temporary files": temp, "/tmp": "/tmp", "/var/tmp": "/var/tmp", "/dev/shm": "/dev/shm" };
  const before = new Set(["/tmp", "/var/tmp", "/dev/shm"].flatMap(filesOf));
  const look = (moment) => {
    for (const [what, place] of Object.entries(places)) {
      const isOld = (path) => before.has(path) || path.startsWith(own.path) || (place === "/tmp" && path.startsWith(folder.path));
      const hits = findWords([place], words, isOld);
      rows.push({ from: "disk", what: `words in ${what}`, moment, tries: words.length, hits: hits.length, told: [...new Set(hits.map(({ path }) => basename(path)))].slice(0, 4).join(" ") });
    }
  };

  // What lies in the folder looks like noise.
  const noise = (moment) => {
    for (const { path } of filesBelow(join(folder.path, "data")).concat(filesBelow(backups))) {
      const bytes = readFileSync(path);
      // Too short to be judged by counting, or numbers of pages alone: what stands in them was looked for.
      if (bytes.length < 4096 || path.endsWith("-shm")) continue;
      const bits = entropy(bytes);
      rows.push({ from: "disk", what: `bits a byte of ${basename(path)}`, moment, tries: 1, hits: Number(bits < 7.9), told: bits.toFixed(3) });
    }
  };
  const shut = (moment) => {
    const all = [join(folder.path, "data"), temp].flatMap(filesBelow).concat(existsSync(join(backups, "from-the-line")) ? filesBelow(backups).filter(({ path }) => path.endsWith("from-the-line")) : []);
    const open = all.filter(({ mode }) => mode & 0o077);
    const isOpen = (statSync(join(folder.path, "data")).mode & 0o077) !== 0;
    rows.push({ from: "disk", what: "files that others may read, under a mask of nothing", moment, tries: all.length + 1, hits: open.length + Number(isOpen), told: all.map(({ path }) => basename(path)).slice(0, 8).join(" ") });
  };

  // By pages.
  let server = await startServer({ folder, env });
  let cookie = await session(server);
  const send = async (path, fields) => {
    const answer = await ask(server, { method: "POST", path, headers: ownForm(server, cookie), body: new URLSearchParams(fields).toString() });
    if (answer.status !== 303 && answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return answer;
  };
  const lookout = new Lookout(words);
  const today = new Date().toISOString().slice(0, 10);
  await send("/first-run/safety", {});
  await send("/first-run/key", { choice: "passphrase", passphrase: PASSPHRASE, again: PASSPHRASE });
  await send("/first-run/line", { value: "40" });
  for (let n = 0; n < 3; n += 1) await send("/note", { key: key(), words: word("note") });
  const day = (await ask(server, { path: "/day", headers: { Cookie: cookie } })).text.match(/name="at" value="([\d-]+)"/)[1];
  await send("/day/note", { key: key(), at: day, words: word("daynote") });
  await send("/day/event", { key: key(), at: day, label: word("event"), clock: "", until: "" });
  await send("/day/event", { key: key(), at: day, label: word("secretevent"), clock: "", until: "", sensitive: "yes" });
  await send("/medicines/add", { key: key(), medicine: word("medicine"), amount: "20", unit: "mg", day });
  // What is begun and not kept is in memory, and nowhere else.
  await ask(server, { method: "POST", path: "/medicines/add", headers: ownForm(server, cookie), body: new URLSearchParams({ key: key(), medicine: word("begun"), amount: "x", unit: "mg", day }).toString() });
  const files = sources(own.path, word);
  let n_taken = 0;
  for (const { name, bytes } of files) {
    // The name that a browser gives is a word of the person too.
    const { status } = await hand(server, cookie, `${word("file")}-${name}`, bytes);
    n_taken += Number(status === 303 || status === 200);
    await ask(server, { method: "POST", path: "/data/leave", headers: ownForm(server, cookie), body: "" });
  }
  rows.push({ from: "disk", what: "files handed over by the page", moment: "in use", tries: files.length, hits: 0, told: `${n_taken} taken and looked at` });
  await hand(server, cookie, `${word("cutfile")}.csv`, Buffer.from(`a,b\n${word("cut")},1\n`), false);
  look("in use, and a file cut off half way");

  // Back-ups and files for others: the first are closed, the second are the person's own.
  const saved = await taken(server, cookie, "/backup/save", {});
  writeFileSync(join(backups, "from-the-page"), saved.bytes);
  if (saved.status !== 200 || saved.bytes.length < 2000) throw new Error(`no back-up came: ${saved.status}`);

  // By command line, beside the pages.
  await run(["log", "40", "--note", "-"], word("log")).then(({ said }) => (printed += said));
  let n_imported = 0;
  for (const { path, extra } of files) {
    const { code, said } = await run(["import", path, "--as-proposed", "--rights-confirmed", ...extra]);
    n_imported += Number(code === 0);
    if (process.env.LOUD) console.error(basename(path), code, said.split("\n").slice(0, 3).join(" / "));
    // A dry run shows the person what stands in their file: only errors and logs are looked at.
    printed += code === 0 ? "" : said;
  }
  rows.push({ from: "disk", what: "files brought in by command", moment: "in use", tries: files.length, hits: 0, told: `${n_imported} kept whole, ${files.length - n_imported} refused or asked about` });
  printed += (await run(["backup", "--out", join(backups, "from-the-line")])).said;
  printed += (await run(["doctor"])).said;
  look("in use, by command line too");
  shut("in use");
  noise("in use");

  // An export that is killed at once; what it had written where it was told is the person's own file.
  for (let n = 0; n < 6; n += 1) {
    const out = join(own.path, `export-${n}.json`);
    const child = spawn(binary, ["export", "--as", "json", "--whole", "--out", out, "--data-dir", join(folder.path, "data"), "--passphrase-file", secret], { env, cwd: folder.path, stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await wait(40 + 60 * n);
    child.kill("SIGKILL");
    await ended;
  }
  look("after exports that were killed");

  // The end, three ways.
  const limits = readFileSync(`/proc/${server.pid}/limits`, "utf8").match(/Max core file size\s+(\S+)\s+(\S+)/);
  rows.push({ from: "memory", what: "a picture of the memory is allowed", moment: "in use", tries: 1, hits: Number(limits[1] !== "0"), told: `limit ${limits[1]} ${limits[2]}` });
  printed += server.said().replaceAll(server.link, "");
  process.kill(server.pid, "SIGKILL");
  await wait(300);
  look("after the program was killed");
  server = await crashed(folder, env);
  printed += server;
  const cores = filesOf(folder.path).concat(readdirSync(process.cwd()).map((name) => join(process.cwd(), name))).filter((path) => /^core(\.|$)/.test(basename(path)));
  const pattern = readFileSync("/proc/sys/kernel/core_pattern", "utf8").trim();
  rows.push({ from: "memory", what: "a picture of the memory after a crash", moment: "after a crash", tries: 1, hits: cores.length, told: `the system would write to '${pattern.split(" ")[0]}'` });
  look("after a crash");
  server = await startServer({ folder, env });
  cookie = await session(server);
  await send("/unlock", { passphrase: PASSPHRASE });
  await send("/lock", {});
  look("locked");
  printed += server.said().replaceAll(server.link, "");
  await server.stop();
  look("after the program ended");
  const seen = lookout.stop();
  rows.push({ from: "disk", what: "words in lists of programs and their surroundings", moment: "all the time", tries: lookout.n, hits: seen.size, told: [...seen].join(" ") });
  const loud = words.filter((one) => printed.includes(one));
  rows.push({ from: "disk", what: "words printed or logged, also where all is asked for", moment: "all the time", tries: words.length, hits: loud.length, told: `${printed.length} letters printed` });

  noise("after the program ended");
  shut("after the program ended");
  folder.leave();
  own.leave();
  rows.unshift({ from: "disk", what: "words that stand nowhere else", moment: "written", tries: words.length, hits: 0, told: today });
  return rows;
}

/** Starts the program where pictures of the memory are allowed, opens the record, and makes it crash. Gives what it printed. */
async function crashed(folder, env) {
  const server = await startServer({ folder, env, shell: "ulimit -c unlimited; umask 000" });
  const cookie = await session(server);
  await ask(server, { method: "POST", path: "/unlock", headers: ownForm(server, cookie), body: new URLSearchParams({ passphrase: PASSPHRASE }).toString() });
  await ask(server, { path: "/day", headers: { Cookie: cookie } });
  process.kill(server.pid, "SIGABRT");
  await server.ended;
  return server.said().replaceAll(server.link, "");
}
