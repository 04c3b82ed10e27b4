// The profile of a browser after a whole use: while it runs, after it was killed with words half written, and after leaving.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "../lib/server.mjs";
import { TRACED } from "./browsers.mjs";
import { spoiled } from "./mistakes.mjs";
import { addresses, askDatabase, filesOf, findWords } from "./residue.mjs";
import { TITLES, enter, firstRun, isFixed, leave, unlock, wholeDay } from "./use.mjs";

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** Browsers write down their tabs some seconds after a change; Firefox after fifteen. */
const SETTLE_MS = { chromium: 6_000, firefox: 17_000 };

/** Titles in the browser's own list of pages. */
function titles(folder, host) {
  const asks = [
    ["Default/History", `select distinct title from urls where url like '%${host}%'`],
    ["places.sqlite", `select distinct coalesce(title, '') from moz_places where url like '%${host}%'`],
  ];
  return asks.flatMap(([file, question]) => {
    if (!existsSync(join(folder, file))) return [];
    return askDatabase(join(folder, file), question).toString().split("\n").filter(Boolean);
  });
}

/** Rows for one moment: hits of each kind, and what stands in the list of pages. */
function judge(browser, name, moment, words, host) {
  const folders = [browser.profile];
  const rows = Object.entries(words).map(([kind, list]) => {
    const hits = findWords(folders, list);
    return { from: name, what: `profile: ${kind}`, moment, tries: list.length, hits: hits.length, told: [...new Set(hits.map(({ path }) => path.slice(browser.profile.length + 1)))].slice(0, 4).join(" ") };
  });
  const found = addresses(browser.profile, host);
  // The link that opens the pages is spent after its first use.
  const links = found.filter((path) => path.startsWith("/start?"));
  const strange = found.filter((path) => !isFixed(path) && !path.startsWith("/start?"));
  rows.push({ from: name, what: "profile: addresses", moment, tries: found.length, hits: strange.length, told: strange.slice(0, 4).join(" ") });
  rows.push({ from: name, what: "profile: a spent start link", moment, tries: 1, hits: 0, told: `${links.length} addresses` });
  const said = titles(browser.profile, host);
  const loud = said.filter((title) => !TITLES.includes(title));
  rows.push({ from: name, what: "profile: titles", moment, tries: said.length, hits: loud.length, told: loud.slice(0, 2).join(" ") });
  if (filesOf(browser.profile).length < 20) throw new Error("the browser kept no profile");
  if (found.length === 0) throw new Error("the profile knows of no page: nothing was looked at");
  return rows;
}

export async function profile(name, mistake = "") {
  const server = await startServer();
  const seen = await spoiled(server, mistake);
  const host = seen.authority.split(":")[0];
  const browser = TRACED[name]();
  const rows = [];
  try {
    await browser.start();
    await enter(browser, seen);
    await firstRun(browser);
    const words = await wholeDay(browser, seen);
    await wait(SETTLE_MS[name]);
    rows.push(...judge(browser, name, "in use", words, host));
    await browser.kill();
    rows.push(...judge(browser, name, "killed with words half written", words, host));
    if (!mistake) {
      await browser.start({ again: true });
      await browser.goto(`${seen.origin}/`);
      if (!(await browser.has('form[action="/exit"]'))) await unlock(browser, seen);
      await leave(browser, seen, "button");
      await wait(SETTLE_MS[name]);
      await browser.stop();
      rows.push(...judge(browser, name, "after leaving", words, host));
    }
  } finally {
    await browser.stop().catch(() => null);
    await seen.close();
    await server.stop();
    server.folder.leave();
    browser.leave();
  }
  return rows;
}
