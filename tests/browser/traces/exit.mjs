// The quick way out, again and again: what Back, Forward, a tab that is opened again and a browser that is started again show.
import { startServer } from "../lib/server.mjs";
import { TRACED, until, wait } from "./browsers.mjs";
import { spoiled } from "./mistakes.mjs";
import { canary, enter, firstRun, leave, unlock } from "./use.mjs";

/** Every how many rounds the browser is started again with its tabs. */
const AGAIN_EVERY = 10;
/** Chromium writes its cookies down every half a minute: one that is killed sooner has lost the session, and shows no lock. */
const COOKIES_KEPT_MS = 40_000;

export async function exits(name, rounds = "10", mistake = "") {
  const server = await startServer();
  const seen = await spoiled(server, mistake);
  const browser = TRACED[name]();
  const secret = canary("day");
  const ways = { back: 0, forward: 0, "a tab opened again": 0, "a browser started again": 0 };
  const shown = { ...ways };
  const told = new Set();
  let n_safe = 0;
  const n_rounds = Number(rounds);
  try {
    await browser.start();
    await enter(browser, seen);
    const entered = Date.now();
    await firstRun(browser);
    await browser.goto(`${seen.origin}/day`);
    await browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await browser.type('form[action="/day/note"] textarea', secret);
    await browser.click('form[action="/day/note"] button');
    await until("the note is kept", async () => (await browser.all()).includes(secret));
    for (let round = 0; round < n_rounds; round += 1) {
      if (round > 0) await unlock(browser, seen);
      // Some pages to go back to, the last of which shows what nobody else is to see.
      for (const path of ["/", "/time", "/day"]) await browser.goto(`${seen.origin}${path}`);
      if (!(await browser.all()).includes(secret)) throw new Error("the page does not show what is to be hidden");
      let isSafe = true;
      const look = async (way) => {
        ways[way] += 1;
        const all = await browser.all();
        if (!all.includes(secret) && !all.includes('action="/check-in"') && !all.includes("<svg")) return;
        isSafe = false;
        shown[way] += 1;
        told.add(`${way}: ${await browser.url().catch(() => "?")}`);
      };
      await leave(browser, seen, round % 2 === 0 ? "button" : "keys");
      for (let n = 0; n < 3; n += 1) {
        await browser.back();
        await look("back");
      }
      for (let n = 0; n < 3; n += 1) {
        await browser.forward();
        await look("forward");
      }
      await browser.goto(`${seen.origin}/day`);
      await look("back");
      await browser.again();
      await look("a tab opened again");
      await browser.back();
      await look("back");
      if (round % AGAIN_EVERY === AGAIN_EVERY - 1 || n_rounds === 1) {
        await wait(entered + COOKIES_KEPT_MS - Date.now());
        await (round % (2 * AGAIN_EVERY) < AGAIN_EVERY ? browser.kill() : browser.stop());
        await browser.start({ again: true });
        await look("a browser started again");
        await browser.back();
        await look("a browser started again");
      }
      n_safe += Number(isSafe);
    }
  } finally {
    await browser.stop().catch(() => null);
    await seen.close();
    await server.stop();
    server.folder.leave();
    browser.leave();
  }
  const rows = Object.entries(ways).map(([way, tries]) => ({ from: name, what: `quick exit: ${way}`, moment: "after leaving", tries, hits: shown[way], told: [...told].filter((one) => one.startsWith(way)).join(" ") }));
  rows.push({ from: name, what: "quick exit: rounds", moment: "after leaving", tries: n_rounds, hits: n_rounds - n_safe, told: `${n_safe} of ${n_rounds} locked` });
  return rows;
}
