// The memory of the running program, as somebody sees it who takes the machine away: before a lock and after it.
import { createDecipheriv } from "node:crypto";
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
      if (kind === "computer") {
        const key = keyOf(server.data);
        wanted["the key of the record"] = [key, Buffer.from(key.toString("hex")), Buffer.from(key.toString("hex").toUpperCase())];
      } else {
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
      const locked = readFileSync(`/proc/${server.pid}/status`, "utf8").match(/VmLck:\s+(\d+)/)[1];
      row("memory that may be written to a disk holds the keys", "open", Number(locked === "0"), `${locked} kB held back from swapping`);
      if (mistake !== "lock") await send("/lock");
      await new Promise((resolve) => setTimeout(resolve, 500));
      pieces = memoryOf(server.pid);
      const size = Math.round(pieces.reduce((sum, piece) => sum + piece.length, 0) / 1024);
      for (const [what, all] of Object.entries(wanted)) {
        row(`${what}, in memory`, `locked, ${kind}`, all.reduce((sum, one) => sum + n_times(pieces, one), 0), `${size} kB; an entry while open: ${open} times`);
      }
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
