// What stands in plain sight without anybody opening the pages: lists of programs, names of files, titles, what a desktop or a
// calendar shows. None of it may hold a word that tells what the program is about.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ask, binary, filesBelow, ownForm, session, startServer, surroundings } from "../lib/server.mjs";
import { filesOf } from "./residue.mjs";
import { PASSPHRASE } from "./use.mjs";

/** Words that tell. The name of the program itself is not among them: `thawline` can be seen, and says nothing of it. */
export const TELLING = "numb depress mental mood symptom trauma feel anhedon dissoc dereal depers psych therap psycho suicid selfharm self-harm crisis anxi emotion diagnos disorder antidep ssri".split(" ");

const tells = (text) => TELLING.filter((word) => text.toLowerCase().includes(word));

export async function names(mistake = "") {
  const server = await startServer();
  const cookie = await session(server);
  const rows = [];
  const row = (what, texts) => {
    const loud = texts.filter((text) => tells(text).length > 0);
    rows.push({ from: "names", what, moment: "", tries: texts.length, hits: loud.length, told: [...new Set(texts)].slice(0, 8).join(" ").replaceAll(/[\n,"]+/g, " ").slice(0, 160) });
  };
  const send = (path, fields = {}) => ask(server, { method: "POST", path, headers: ownForm(server, cookie), body: new URLSearchParams(fields).toString() });
  try {
    await send("/first-run/safety");
    await send("/first-run/key", { choice: "passphrase", passphrase: PASSPHRASE, again: PASSPHRASE });
    await send("/first-run/line", { value: "40" });
    await send("/note", { key: "a".repeat(32), words: "some words" });
    await send("/pace/times", { mode: "usual", early_from: "09:00", early_to: "11:00", late_from: "18:00", late_to: "20:00" });
    const of = (list) => readFileSync(`/proc/${server.pid}/${list}`, "utf8").replaceAll("\0", " ").trim();
    row("list of programs", [of("comm"), of("cmdline").replace(binary, basename(binary))]);
    const own = filesBelow(server.folder.path).map(({ path }) => path.slice(server.folder.path.length));
    row("files in the data folder", own);

    const pages = ["/", "/time", "/week", "/back", "/day", "/answers", "/report", "/plan", "/medicines", "/help", "/help/doctor", "/cards", "/try", "/try/1", "/course", "/data", "/backup", "/pace", "/line", "/events", "/questionnaires", "/forms/morning", "/forms/evening", "/forms/weekly", "/self-check", "/experiments", "/away", "/nowhere"];
    const titles = [];
    for (const path of pages) {
      let { text } = await ask(server, { path, headers: { Cookie: cookie } });
      if (mistake === "title") text = text.replace(/<title>[^<]*/, "<title>Numb: 72 of 100");
      titles.push(text.match(/<title>([^<]*)/)?.[1] ?? "no title");
    }
    row("titles of pages", titles);
    row("addresses of pages", pages);

    const given = [];
    const asks = [["/report/save", {}], ["/report/save-fhir", {}], ["/backup/save", {}], ["/pace/file", {}], ...["json", "csv", "fhir", "openesm", "openmhealth"].map((as) => ["/data/save", { as, format: as }])];
    let calendar = "";
    for (const [path, fields] of asks) {
      const { headers, text } = await send(path, fields);
      const name = headers["content-disposition"]?.match(/filename="([^"]*)"/)?.[1];
      if (name) given.push(name);
      if (path === "/pace/file") calendar = text;
    }
    if (given.length < 4) throw new Error(`only ${given.length} files were given out: ${given}`);
    row("names of files that pages give out", given);
    row("lines of a calendar file", calendar.split("\r\n").filter((line) => /^(SUMMARY|DESCRIPTION|X-WR-CALNAME|PRODID|CATEGORIES|UID)/.test(line)));

    // A desktop's line, as the texts have it; the room that shows it adds nothing.
    const texts = readFileSync(join(import.meta.dirname, "../../../content/locales/en/schedule.ftl"), "utf8");
    row("a reminder", [...texts.matchAll(/^remind-\w+ = (.*)$/gm)].map(([, words]) => words));

    // The units of a timer, written by a system that is not here.
    const home = server.folder.path;
    const tools = join(home, "tools");
    mkdirSync(tools);
    writeFileSync(join(tools, "systemctl"), "#!/bin/sh\nexit 0\n");
    chmodSync(join(tools, "systemctl"), 0o755);
    const env = { ...surroundings(home), PATH: `${tools}:${process.env.PATH}` };
    spawnSync(binary, ["remind", "--install", "--data-dir", server.data], { env });
    const units = filesOf(join(home, ".config")).filter((path) => /\.(service|timer)$/.test(path));
    if (units.length === 0) throw new Error("no unit was written");
    row("units", units.flatMap((path) => [basename(path), ...readFileSync(path, "utf8").split("\n").filter((line) => /^(Description|ExecStart|SyslogIdentifier)/.test(line)).map((line) => line.replaceAll(binary, basename(binary)))]));
    const desktop = ["packaging", "package", "dist"].map((folder) => join(import.meta.dirname, "../../..", folder)).filter(existsSync).flatMap(filesOf).filter((path) => path.endsWith(".desktop"));
    row("desktop files", desktop.flatMap((path) => [basename(path), ...readFileSync(path, "utf8").split("\n")]));
  } finally {
    await server.stop();
    server.folder.leave();
  }
  return rows;
}
