// Looks for words in the files of a folder: as they are, in the wide letters of some programs, as forms send them, and
// inside whatever browsers pack. Refuses to call a file that can not be unpacked empty: its bytes are looked at as they are.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from "node:zlib";

const BYTES_MAX = 1 << 28;

/** Every plain file below a folder. */
export function filesOf(folder) {
  const found = [];
  let entries = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return found; // It has gone since.
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...filesOf(path));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

/** The bytes of a file, and what can be unpacked from them. */
export function layersOf(path) {
  let bytes;
  try {
    if (lstatSync(path).size > BYTES_MAX) throw new Error(`${path} is too large to be looked through`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
  const layers = [bytes];
  const add = (unpack) => {
    try {
      const more = unpack();
      if (more?.length) layers.push(more);
    } catch {
      // It was not packed in this way.
    }
  };
  if (bytes.subarray(0, 8).toString("latin1") === "mozLz40\0") add(() => lz4(bytes, 12, bytes.readUInt32LE(8)));
  if (isDatabase(bytes)) layers.push(askDatabase(path, ".dump"));
  if (bytes.length >= 48 && bytes.readBigUInt64LE(bytes.length - 8) === 0xdb4775248b80fb57n) {
    for (const block of tableBlocks(bytes)) layers.push(block);
  }
  const partly = { finishFlush: constants.Z_SYNC_FLUSH };
  for (let at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8) add(() => gunzipSync(bytes.subarray(at), partly));
  }
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    if ([0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1]) && (0x7800 + bytes[at + 1]) % 31 === 0) {
      add(() => inflateSync(bytes.subarray(at), partly));
    }
  }
  add(() => brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH }));
  return layers;
}

const isDatabase = (bytes) => bytes.subarray(0, 15).toString("latin1") === "SQLite format 3";

/** What a database says, asked of a copy: its browser holds it. */
export function askDatabase(path, question) {
  const folder = mkdtempSync(join(tmpdir(), "thawline-look-"));
  try {
    for (const more of ["", "-wal", "-journal"]) {
      if (existsSync(path + more)) copyFileSync(path + more, join(folder, `copy${more}`));
    }
    const done = spawnSync("sqlite3", [join(folder, "copy"), question], { maxBuffer: BYTES_MAX });
    if (done.error) throw new Error(`sqlite3 (Debian: sqlite3): ${done.error.message}`);
    return done.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How these words can stand in bytes: as they are, as a page has them, as a form sends them, as a script has them. */
export function forms(words) {
  const texts = new Set([words, words.replaceAll("&", "&amp;").replaceAll("<", "&lt;"), JSON.stringify(words).slice(1, -1)]);
  // Only what was typed is sent, and that is short.
  if (words.length < 40) texts.add(encodeURIComponent(words)).add(encodeURIComponent(words).replaceAll("%20", "+"));
  return [...texts].flatMap((text) => [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")]);
}

/** Which of these words stand in which files: `[{ words, path }]`. */
export function findWords(folders, list, leaveOut = () => false) {
  const wanted = list.map((words) => ({ words, forms: forms(words) }));
  const found = [];
  for (const path of folders.flatMap(filesOf)) {
    if (leaveOut(path)) continue;
    const layers = layersOf(path);
    for (const { words, forms: all } of wanted) {
      if (layers.some((layer) => all.some((form) => layer.includes(form)))) found.push({ words, path });
    }
  }
  return found;
}

/** Everything that looks like an address at `authority`, in any file. */
export function addresses(folder, host) {
  const found = new Set();
  const pattern = new RegExp(`https?://${host.replaceAll(".", "\\.")}(?::\\d+)?([!-~]*)`, "g");
  const path = (text) => text.match(/^[/?#][\w/?=&%.#-]*/)?.[0] ?? "";
  for (const file of filesOf(folder)) {
    const layers = layersOf(file);
    // In the bytes of a database an address has no end. Its log is in the copy that was asked.
    if (layers.length > 0 && isDatabase(layers[0])) layers.shift();
    if (/-(wal|journal)$/.test(file)) continue;
    for (const layer of layers) {
      for (const text of [layer.toString("latin1"), layer.toString("utf16le"), layer.subarray(1).toString("utf16le")]) {
        for (const [, rest] of text.matchAll(pattern)) found.add(path(rest));
      }
    }
  }
  return [...found];
}

/** One block of LZ4. */
function lz4(bytes, from, size) {
  const out = Buffer.alloc(size);
  let [at, to] = [from, 0];
  const length = (first) => {
    let sum = first;
    if (first === 15) for (let next = 255; next === 255; ) sum += next = bytes[at++];
    return sum;
  };
  while (at < bytes.length) {
    const token = bytes[at++];
    const literal = length(token >> 4);
    bytes.copy(out, to, at, at + literal);
    [at, to] = [at + literal, to + literal];
    if (at >= bytes.length) break;
    const back = bytes.readUInt16LE(at);
    at += 2;
    const match = length(token & 15) + 4;
    for (let n = 0; n < match; n += 1, to += 1) out[to] = out[to - back];
  }
  return out;
}

function varint(bytes, at) {
  let value = 0;
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * shift;
    if (byte < 128) return [value, at];
  }
}

/** One block of Snappy. */
function snappy(bytes) {
  let [size, at] = varint(bytes, 0);
  const out = Buffer.alloc(size);
  let to = 0;
  while (at < bytes.length) {
    const tag = bytes[at++];
    let [length, back] = [0, 0];
    if ((tag & 3) === 0) {
      length = tag >> 2;
      if (length >= 60) {
        const more = length - 59;
        length = bytes.readUIntLE(at, more);
        at += more;
      }
      length += 1;
      bytes.copy(out, to, at, at + length);
      [at, to] = [at + length, to + length];
      continue;
    }
    if ((tag & 3) === 1) {
      length = ((tag >> 2) & 7) + 4;
      back = ((tag >> 5) << 8) | bytes[at++];
    } else {
      const wide = (tag & 3) === 2 ? 2 : 4;
      length = (tag >> 2) + 1;
      back = bytes.readUIntLE(at, wide);
      at += wide;
    }
    for (let n = 0; n < length; n += 1, to += 1) out[to] = out[to - back];
  }
  return out;
}

/** The blocks of a table of LevelDB, unpacked. */
function tableBlocks(bytes) {
  const block = (offset, size) => {
    const inner = bytes.subarray(offset, offset + size);
    return bytes[offset + size] === 1 ? snappy(inner) : inner;
  };
  const blocks = [];
  try {
    let at = bytes.length - 48;
    [, at] = varint(bytes, at);
    [, at] = varint(bytes, at);
    let [offset, size] = [0, 0];
    [offset, at] = varint(bytes, at);
    [size, at] = varint(bytes, at);
    const index = block(offset, size);
    const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
    for (let spot = 0; spot < end; ) {
      let [unshared, length] = [0, 0];
      [, spot] = varint(index, spot);
      [unshared, spot] = varint(index, spot);
      [length, spot] = varint(index, spot);
      const value = index.subarray(spot + unshared, spot + unshared + length);
      spot += unshared + length;
      const [from, next] = varint(value, 0);
      blocks.push(block(from, varint(value, next)[0]));
    }
  } catch {
    // A table that is being written: its bytes were looked at as they are.
  }
  return blocks;
}
