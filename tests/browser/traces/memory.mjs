// The memory of the running program, as somebody sees it who takes the machine away: before a lock and after it.
import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from "node:crypto";
import { chownSync, closeSync, openSync, readFileSync, readSync } from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { ask, ownForm, session, startServer, throwAwayFolder } from "../lib/server.mjs";
import { PASSPHRASE, canary } from "./use.mjs";

/** All that a program may write to. */
export function memoryOf(pid) {
  const file = openSync(`/proc/${pid}/mem`, "r");
  try {
    return readFileSync(`/proc/${pid}/maps`, "utf8")
      .split("\n")
      .map((line) => line.match(/^([0-9a-f]+)-([0-9a-f]+) rw/))
      .filter(Boolean)
      .map(([, from, to]) => {
        const bytes = Buffer.alloc(Number.parseInt(to, 16) - Number.parseInt(from, 16));
        try {
          return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, Number.parseInt(from, 16)));
        } catch {
          return Buffer.alloc(0); // Not there to be read, as a page of a guard is not.
        }
      });
  } finally {
    closeSync(file);
  }
}

const n_times = (pieces, wanted) =>
  pieces.reduce((sum, piece) => {
    for (let at = piece.indexOf(wanted); at >= 0; at = piece.indexOf(wanted, at + 1)) sum += 1;
    return sum;
  }, 0);

/** The key of a record that lies in its key file: docs/decisions/0005-key.md. */
function keyOf(folder) {
  const text = readFileSync(join(folder, "notes.key"), "utf8");
  const field = (name) => Buffer.from(text.match(new RegExp(`^${name} (\\w+)$`, "m"))[1], "hex");
  const [outer, nonce, wrapped] = ["key", "nonce", "wrapped"].map(field);
  const inner = hchacha(outer, nonce.subarray(0, 16));
  const open = createDecipheriv("chacha20-poly1305", inner, Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]), { authTagLength: 16 });
  open.setAAD(Buffer.from(text.slice(0, text.indexOf("nonce "))));
  open.setAuthTag(wrapped.subarray(32));
  return Buffer.concat([open.update(wrapped.subarray(0, 32)), open.final()]);
}

/** The first half of XChaCha20. */
function hchacha(key, nonce) {
  const state = new Uint32Array(16);
  const words = Buffer.concat([Buffer.from("expand 32-byte k"), key, nonce]);
  for (let idx = 0; idx < 16; idx += 1) state[idx] = words.readUInt32LE(4 * idx);
  const quarter = (a, b, c, d) => {
    for (const [x, y, z, turn] of [[a, b, d, 16], [c, d, b, 12], [a, b, d, 8], [c, d, b, 7]]) {
      state[x] += state[y];
      state[z] ^= state[x];
      state[z] = (state[z] << turn) | (state[z] >>> (32 - turn));
    }
  };
  for (let round = 0; round < 10; round += 1) {
    for (const column of [0, 1, 2, 3]) quarter(column, column + 4, column + 8, column + 12);
    for (const [a, b, c, d] of [[0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14]]) quarter(a, b, c, d);
  }
  const out = Buffer.alloc(32);
  [0, 1, 2, 3, 12, 13, 14, 15].forEach((word, idx) => out.writeUInt32LE(state[word], 4 * idx));
  return out;
}

/** What SQLCipher 4 keeps at the end of a page: where its code begins, and the code itself. */
const [PAGE_BYTES, SALT_BYTES, CODE_BYTES] = [4096, 16, 64];

/** Whether these 32 bytes look drawn: text, numbers and places in memory have more of one kind of byte. */
function looksDrawn(bytes) {
  let n_high = 0;
  let n_zero = 0;
  for (const byte of bytes) {
    n_high += byte >> 7;
    n_zero += Number(byte === 0);
  }
  return n_high > 3 && n_high < 29 && n_zero < 5 && new Set(bytes).size > 21;
}

/** The key of an open record, however it is wrapped: what in this memory opens the first page of its file. */
function openingKey(pieces, folder) {
  const page = Buffer.alloc(PAGE_BYTES);
  const file = openSync(join(folder, "notes.db"), "r");
  readSync(file, page, 0, PAGE_BYTES, 0);
  closeSync(file);
  const salt = page.subarray(0, SALT_BYTES).map((byte) => byte ^ 0x3a);
  const [read, code] = [page.subarray(SALT_BYTES, -CODE_BYTES), page.subarray(-CODE_BYTES)];
  const opens = (key) => {
    const proof = createHmac("sha512", pbkdf2Sync(key, salt, 2, 32, "sha512"));
    return timingSafeEqual(proof.update(read).update(Buffer.from([1, 0, 0, 0])).digest(), code);
  };
  for (const piece of pieces) {
    // What is asked of the allocator begins at such a place.
    for (let at = 0; at + 32 <= piece.length; at += 8) {
      const bytes = piece.subarray(at, at + 32);
      if (looksDrawn(bytes) && opens(bytes)) return Buffer.from(bytes);
    }
  }
  return null;
}

/** A key as memory may hold it. */
const shapes = (key) => [key, Buffer.from(key.toString("hex")), Buffer.from(key.toString("hex").toUpperCase())];

export async function memory(mistake = "") {
  const rows = [];
  const row = (what, moment, n, told = "") => rows.push({ from: "memory", what, moment, tries: 1, hits: n, told });
  for (const kind of ["computer", "passphrase"]) {
    const server = await startServer();
    try {
      const cookie = await session(server);
      const send = (path, fields = {}) => ask(server, { method: "POST", path, headers: ownForm(server, cookie), body: new URLSearchParams(fields).toString() });
      await send("/first-run/safety");
      await send("/first-run/key", { choice: kind, passphrase: kind === "passphrase" ? PASSPHRASE : "", again: kind === "passphrase" ? PASSPHRASE : "" });
      await send("/first-run/line", { value: "40" });
      const written = Array.from({ length: 5 }, () => canary("memory"));
      for (const [idx, words] of written.entries()) await send("/note", { key: `${idx}`.padStart(32, "0"), words });
      for (const path of ["/", "/day", "/time", "/answers", "/report"]) await ask(server, { path, headers: { Cookie: cookie } });
      const wanted = { "an entry": written.map((word) => Buffer.from(word)) };
      if (kind === "passphrase") {
        wanted["the passphrase"] = [Buffer.from(PASSPHRASE), Buffer.from(PASSPHRASE.replaceAll(" ", "+"))];
      }
      let pieces;
      try {
        pieces = memoryOf(server.pid);
      } catch (error) {
        // Without the rights of the machine's keeper nobody reads it, which is what is promised.
        row(`memory of a record with a ${kind}`, "open", 0, `may not be read here: ${error.code}`);
        continue;
      }
      const open = n_times(pieces, wanted["an entry"][0]);
      if (open === 0) throw new Error("an open record is nowhere in memory: nothing was looked at");
      // Without a passphrase the key file says it; with one, the memory alone does.
      const key = openingKey(pieces, server.data);
      if (!key) throw new Error("the key of an open record is nowhere in memory: nothing was looked at");
      if (kind === "computer" && !key.equals(keyOf(server.data))) throw new Error("what opens the record is not its key");
      wanted["the key of the record"] = shapes(key);
      const n_keys = shapes(key).reduce((sum, one) => sum + n_times(pieces, one), 0);
      const locked = readFileSync(`/proc/${server.pid}/status`, "utf8").match(/VmLck:\s+(\d+)/)[1];
      row("memory that may be written to a disk holds the keys", "open", Number(locked === "0"), `${locked} kB held back from swapping`);
      if (mistake !== "lock") await send("/lock");
      await new Promise((resolve) => setTimeout(resolve, 500));
      pieces = memoryOf(server.pid);
      const size = Math.round(pieces.reduce((sum, piece) => sum + piece.length, 0) / 1024);
      for (const [what, all] of Object.entries(wanted)) {
        row(`${what}, in memory`, `locked, ${kind}`, all.reduce((sum, one) => sum + n_times(pieces, one), 0), `${size} kB; while open: an entry ${open} times, the key ${n_keys} times`);
      }
      // Not where it was, but anywhere and by itself.
      row("anything that opens the record, in memory", `locked, ${kind}`, Number(openingKey(pieces, server.data) !== null), `${size} kB`);
    } finally {
      await server.stop();
      server.folder.leave();
    }
  }
  rows.push(...(await neighbor(mistake)));
  return rows;
}

/** Another program of the same person tries to look into this one; and into one that lets it, to see that it can. */
async function neighbor(mistake) {
  const row = (told, hits, tries = 2) => [{ from: "memory", what: "another program of the same person looks into it", moment: "open", tries, hits, told }];
  if (process.getuid?.() !== 0) return row("left out: only the machine's keeper can be somebody else", 0, 0);
  const as = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  if (spawnSync(as[0], [...as.slice(1), "true"]).status !== 0) return row("left out: nobody else may be played here", 0, 0);
  const folder = throwAwayFolder();
  chownSync(folder.path, 65534, 65534);
  const server = await startServer({ folder, before: as });
  const open = spawn(as[0], [...as.slice(1), "sleep", "60"]);
  try {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const looks = (pid) =>
      ["mem", "environ"].filter((what) => {
        const script = what === "mem" ? `dd if=/proc/${pid}/mem bs=1 count=1 skip=$((0x$(cut -d- -f1 /proc/${pid}/maps | head -1)))` : `cat /proc/${pid}/environ`;
        return spawnSync(as[0], [...as.slice(1), "sh", "-c", script]).status === 0;
      });
    const seen = looks(open.pid);
    if (seen.length === 0) return row("left out: no program may look into another here", 0, 0);
    const found = looks(mistake === "look" ? open.pid : server.pid);
    return row(`refused; of a program that allows it: ${seen.join(" and ")}`, found.length);
  } finally {
    open.kill();
    await server.stop();
    folder.leave();
  }
}
