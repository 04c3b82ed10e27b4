// Made-up files of every program that is read, with words of their own put where a person's words stand.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

const FIXTURES = join(import.meta.dirname, "../../../fixtures");

/** File, and the words in it that are replaced. */
const TEXTS = [
  ["apps/nomie.json", ["Quiet, walked", "brenda"]],
  ["apps/nomie-table.csv", ["Quiet  walked", "a place"]],
  ["apps/pixels.json", ["a plain day", "only words"]],
  ["apps/track-and-graph.csv", ["behind glass", "Long walk"]],
  ["apps/habitbull.csv", ["with a friend", "Glasses of water"]],
  ["apps/mindlamp.json", ["Today I felt calm"]],
  ["apps/exist-attributes.json", ["Mood"]],
  ["apps/health-auto-export.json", ["Watch"]],
  ["apps/health-auto-export-medications.csv", []],
  ["apps/garmin-activities.json", ["Somewhere Walking"]],
  ["apps/sleep-as-android.csv", ["Europe/Amsterdam"]],
  ["apps/emoods-entries.csv", []],
  ["apps/oura.json", []],
  ["apps/fitbit-sleep.json", []],
  ["apps/m-path.csv", []],
  ["apps/samsung-health-table.csv", []],
  ["apps/health-connect.db", []],
  ["fuzz/apps/bearable.csv", []],
  ["fuzz/apps/daylio.csv", []],
  ["fuzz/apps/apple-export.xml", []],
  ["fuzz/fhir/others.json", []],
  ["fuzz/questionnaires/fhir.json", []],
  ["people/mara/record.json", []],
];

/** Folders that are one archive. */
const ARCHIVES = ["apps/emoods", "apps/loop-habits", "apps/samsung-health", "fuzz/apps/daylio-backup"];

const TABLE = (word) => `date,time,strength,${word},note\n2026-01-05,09:00,40,1,${word}\n2026-01-06,09:00,30,0,\n`;
const MAP = (word) => `time = { column = "time", date_column = "date", zone = "Europe/Berlin" }\n[outcome]\ncolumn = "strength"\nscale = { min = 0, max = 100 }\npolarity = "higher_is_more_feeling"\n[[candidate]]\ncolumn = "${word}"\nmin = 0\nmax = 1\n`;

/** Writes them all into a folder: `[{ name, path, bytes, extra }]`. */
export function sources(folder, word) {
  const out = join(folder, "files");
  mkdirSync(out);
  const made = [];
  const add = (name, bytes, extra = []) => {
    const path = join(out, name);
    writeFileSync(path, bytes);
    made.push({ name, path, bytes, extra });
  };
  for (const [file, places] of TEXTS) {
    if (!existsSync(join(FIXTURES, file))) throw new Error(`there is no ${file}`);
    const name = file.replaceAll("/", "-");
    if (file.endsWith(".db")) {
      add(name, readFileSync(join(FIXTURES, file)));
      continue;
    }
    let text = readFileSync(join(FIXTURES, file), "utf8");
    for (const place of places) {
      if (!text.includes(place)) throw new Error(`${file} says nothing of ${place}`);
      text = text.replaceAll(place, word("app"));
    }
    // Where no words were named, a quoted or written value of letters is one.
    if (places.length === 0) text = marked(text, word);
    add(name, Buffer.from(text));
  }
  for (const archive of ARCHIVES) {
    const name = `${archive.replaceAll("/", "-")}.zip`;
    add(name, zip(entries(join(FIXTURES, archive)).map(({ name, bytes }) => ({ name, bytes: /\.(csv|json|txt)$/.test(name) ? Buffer.from(marked(bytes.toString(), word)) : bytes }))));
  }
  const column = word("column");
  add("table.csv", Buffer.from(TABLE(column)));
  writeFileSync(join(out, "map.toml"), MAP(column));
  made.at(-1).extra.push("--map", join(out, "map.toml"));
  return made;
}

/** The same text with a word put where a person's own words stand: after a note, a comment, a label, a name or a text. */
function marked(text, word) {
  const at = text.match(/"(?:note|notes|comment|label|text|title|words|display|medicine|value)"\s*:\s*"([^"\\]{3,})"/i);
  if (at) return text.replaceAll(`"${at[1]}"`, `"${word("app")}"`);
  const quoted = text.match(/"([A-Za-z][a-z]+ [a-z][a-z ]+)"/);
  return quoted ? text.replaceAll(quoted[1], word("app")) : text;
}

function entries(folder, below = "") {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? entries(folder, name) : [{ name, bytes: readFileSync(join(folder, name)) }];
  });
}

/** An archive in which nothing is packed. */
function zip(list) {
  const [parts, table] = [[], []];
  let at = 0;
  for (const { name, bytes } of list) {
    const path = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, path, bytes]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(at, 10);
    table.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, more, path]));
    parts.push(local);
    at += local.length;
  }
  const list_bytes = Buffer.concat(table);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(list.length, 4);
  end.writeUInt16LE(list.length, 6);
  end.writeUInt32LE(list_bytes.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, list_bytes, Buffer.from("PK\x05\x06"), end]);
}
