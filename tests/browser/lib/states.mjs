// Every state that a page can be in, each made as a person would come into it. `see` is called on each page.
import { join } from "node:path";
import { openBrowser } from "./browser.mjs";
import * as person from "./person.mjs";
import { folderWith, record } from "./record.mjs";
import { startServer, throwAwayFolder } from "./server.mjs";
import { answer } from "./story.mjs";

export const fileName = (name) => name.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase();

/** Every page of an open record. */
export const PAGES = [
  "/", "/time", "/week", "/back", "/answers", "/try", "/try/1", "/try/4", "/course", "/course/1", "/parts",
  "/experiments", "/try/4/experiment", "/quiet-days", "/cards", "/cards/1", "/help", "/help/DE", "/help/doctor",
  "/help/safe-place", "/plan", "/pace", "/line", "/report", "/data", "/backup", "/backup/sheet", "/questionnaires", "/search", "/removed", "/keys",
  "/forms/morning", "/forms/evening", "/forms/weekly", "/self-check", "/forms/together", "/events", "/named",
  "/roots", "/medicines", "/medicines/ask", "/day",
];
const FEW = ["/", "/time", "/answers", "/day", "/week"];

const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** Runs with a program and a browser inside, and takes both away afterwards. */
async function inside({ words, folder } = {}, run) {
  const server = await startServer({ ...(words && { words }), folder: folder ?? throwAwayFolder() });
  const browser = await openBrowser();
  // Answers over years take longer where nothing is optimised.
  browser.context.setDefaultTimeout(60_000);
  // Style and script as they lie in the folder, for whoever works on them without building.
  if (process.env.THAWLINE_ASSETS) await asTheyLie(browser.context);
  try {
    await person.enter(browser.page, server);
    await run({ server, browser, page: browser.page, open: (path) => browser.page.goto(server.origin + path) });
  } finally {
    await browser.close();
    await server.stop();
    server.folder.leave();
    browser.profile.leave();
  }
}

const assets = join(import.meta.dirname, "../../../crates/web/assets");
async function asTheyLie(context) {
  for (const file of ["style.css", "script.js", "time.js"]) {
    await context.route(`**/${file}`, (route) => route.fulfill({ path: join(assets, file) }));
  }
}

async function eachOf(paths, { page, open }, see, prefix = "") {
  for (const path of paths) {
    await open(path);
    await see(page, `${prefix}${path}`);
  }
}

const begun = (run) =>
  inside({}, async (at) => {
    await person.readSafety(at.page);
    await person.choosePassphrase(at.page);
    await person.chooseLine(at.page);
    await run(at);
  });

const withRecord = (text, run) => {
  const folder = folderWith(text);
  return inside({ folder }, run);
};

const wave = (idx) => Math.round(52 + 24 * Math.sin(idx / 37) + 9 * Math.sin(idx * 1.7));

export const STATES = {
  /** From nothing to the first question. */
  empty: (see) =>
    inside({}, async (at) => {
      await see(at.page, "safety");
      await person.readSafety(at.page);
      await see(at.page, "key");
      await person.choosePassphrase(at.page, "four gray pebbles", "five gray pebbles");
      await at.page.getByRole("alert").waitFor();
      await see(at.page, "key, two that differ");
      await person.choosePassphrase(at.page);
      await see(at.page, "line");
      await person.chooseLine(at.page);
      await eachOf(FEW, at, see);
    }),

  /** After the first check-in, a flicker and a note. */
  first: (see) =>
    begun(async (at) => {
      await person.checkIn(at.page, async (n) => n === 1 && see(at.page, "second question"));
      await see(at.page, "after the check-in");
      await person.form(at.page, "/flicker").locator('button[value="clear"]').click();
      await person.form(at.page, "/undo").waitFor();
      await person.unfold(at.page, "/note");
      await person.form(at.page, "/note").locator("textarea").fill("A heron stood by the canal.");
      await person.form(at.page, "/note").getByRole("button").click();
      await person.form(at.page, "/undo").waitFor();
      await see(at.page, "after a note");
      await eachOf(FEW, at, see);
    }),

  /** Seven days: no answer can be given yet. */
  week: (see) =>
    withRecord(record({ first: day(7), nDays: 7, value: (idx) => [30, 42, 25, 55, 38, 61, 47][idx] }), (at) =>
      eachOf(FEW, at, see)),

  /** Three years: pictures are full, and answers too. */
  years: (see) =>
    withRecord(record({ first: day(1100), nDays: 1100, value: wave }), async (at) => {
      await eachOf(FEW, at, see);
      for (const range of ["week", "year", "all"]) {
        await at.open("/time");
        await at.page.locator(`button[name="range"][value="${range}"]`).click();
        await at.page.locator(`button[value="${range}"][aria-pressed="true"]`).waitFor();
        await see(at.page, `time, ${range}`);
      }
      await at.open("/answers");
      for (const summary of await at.page.locator("section.card summary").all()) await summary.click();
      await see(at.page, "answers, unfolded");
    }),

  /** Everything, on the made-up person of the example. */
  full: (see) =>
    inside({ words: ["demo"] }, async (at) => {
      await eachOf(PAGES, at, see);
      for (const range of ["week", "year", "all"]) {
        await at.open("/time");
        await at.page.locator(`button[name="range"][value="${range}"]`).click();
        await at.page.locator(`button[value="${range}"][aria-pressed="true"]`).waitFor();
        await see(at.page, `time, ${range}`);
      }
    }),

  /** Locked, left, and what went wrong. */
  locked: (see) =>
    begun(async (at) => {
      await at.open("/nothing-here");
      await see(at.page, "no such page");
      await at.open("/day");
      await person.unfold(at.page, "/day/check-in");
      await at.page.evaluate(() => {
        const form = document.querySelector('form[action="/day/check-in"]');
        form.noValidate = true;
        form.elements.namedItem("clock").value = "";
        form.requestSubmit();
      });
      await at.page.getByRole("alert").waitFor();
      await see(at.page, "a form with a mistake");
      await person.lock(at.page);
      await see(at.page, "locked");
      await person.unlock(at.page, "five gray pebbles in a row");
      await at.page.getByRole("alert").waitFor();
      await see(at.page, "locked, wrong passphrase");
      await eachOf(["/help", "/cards", "/away", "/recover", "/restore"], at, see);
    }),

  /** Help comes before anything else. */
  crisis: (see) =>
    begun(async (at) => {
      await at.open("/forms/more");
      await at.page.getByRole("button", { name: "Ask me once a week" }).click();
      await at.page.locator('input[name="safety_thoughts"]').first().waitFor();
      await see(at.page, "the question");
      await answer(at, "/forms/more", { safety_thoughts: 2, safety_next: 1 });
      await see(at.page, "help");
      await eachOf(["/", "/answers", "/time"], at, see);
    }),
};
