// No word outside of the texts, also where something goes wrong: the first day, empty pages, forms with nothing or
// nonsense in them, files that are taken, torn or of something else, what is tried, brought, removed, and the lock.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";
import { watch } from "./lib/words.mjs";

const EXPORTS = join(import.meta.dirname, "../../fixtures/apps");

// What the person of this test writes holds no letter from a to z.
const NOTE = "12 · 34 ¶ 56";
const PAGES = [
  "/", "/time", "/week", "/back", "/day", "/answers", "/try", "/try/1", "/try/4", "/parts", "/course", "/experiments",
  "/try/2/experiment", "/quiet-days", "/plan", "/pace", "/line", "/report", "/data", "/backup", "/backup/sheet",
  "/questionnaires", "/search", "/removed", "/held", "/forms/morning", "/forms/evening", "/forms/weekly", "/forms/more",
  "/forms/together", "/self-check", "/events", "/named", "/roots", "/medicines", "/medicines/ask", "/medicines/plan",
  "/recover", "/restore", "/help", "/help/keep", "/cards", "/keys", "/nothing-here",
];

// Forms that end what is tried here: they have tests of their own.
const NOT_SENT = ["/lock", "/exit", "/language", "/unlock", "/idle", "/typed", "/typed/back"];

/** Sends every form of the page with nothing and with nonsense in its fields; gives the pages that come back. */
async function sendForms([notSent, nonsense]) {
  const pages = [];
  for (const form of document.querySelectorAll("main form, form.soft, main details form")) {
    const action = form.getAttribute("action");
    if (form.method !== "post" || notSent.includes(action)) continue;
    for (const typed of ["", nonsense]) {
      const sent = new FormData(form);
      for (const field of form.querySelectorAll("input, textarea, select")) {
        if (field.name && !["hidden", "file", "checkbox", "radio"].includes(field.type)) sent.set(field.name, typed);
      }
      const button = form.querySelector("button[name]");
      if (button) sent.set(button.name, typed ? nonsense : button.value);
      const isFile = form.enctype === "multipart/form-data";
      const body = isFile ? sent : new URLSearchParams([...sent].filter(([, value]) => typeof value === "string"));
      const answer = await fetch(form.action, { method: "POST", body });
      if (answer.headers.get("content-type")?.startsWith("text/html")) {
        pages.push([`${action} with ${typed ? "nonsense" : "nothing"}`, await answer.text()]);
      }
    }
  }
  return pages;
}

/** Every file below a folder. */
const filesBelow = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/** Three questions without a letter from a to z. */
const questionnaire = (changed = {}) =>
  JSON.stringify({
    resourceType: "Questionnaire",
    status: "active",
    url: "urn:uuid:7d0ab2a2-0000-4000-8000-000000000002",
    title: "Ω 3",
    copyright: "© Ω",
    item: [1, 2, 3].map((n) => ({
      linkId: `${n}`,
      text: `№ ${n}`,
      type: "choice",
      answerOption: [0, 1, 2].map((value) => ({
        valueCoding: { code: `${value}`, display: `→ ${value}`, extension: [{ url: ORDINAL, valueDecimal: value }] },
      })),
    })),
    ...changed,
  });

const TABLE = `Δ;Θ;Σ;Φ
13.08.2025;08:30;3;7,5
14.08.2025;21:15;4;2
15.08.2025;09:00;;
`;

const DIARY = JSON.stringify([{ date: "2024-3-1", type: "Mood", scores: [3], notes: "1 · 2", tags: [] }]);

/** Files that say what they are and hold something that cannot be. */
const WRONG = {
  "1.csv": "",
  "2.csv": "Δ;Θ\n",
  "3.csv": "Δ;Θ\n1;2;3\n",
  "4.csv": "Δ;Θ\n\u00001;2\n",
  "5.csv": Buffer.from([0xe9, 0x3b, 0x0a, 0xe9, 0x3b, 0xe9, 0x0a]),
  "6.csv": "Δ;Θ\r1;2\r",
  "7.csv": "Δ;Δ\n1;2\n",
  "8.csv": `"Δ;Θ\n${"1;2\n".repeat(40)}`,
  "9.json": "{",
  "10.json": "[]",
  "11.json": '{"schema":"thawline.record/1"}',
  "12.json": '{"schema":"thawline.record/99"}',
  "13.json": '{"resourceType":"Bundle","type":"collection"}',
  "14.json": '{"resourceType":"Patient"}',
  "15.json": questionnaire(),
  "16.zip": "PK\u0003\u0004 and no more",
  "17.bin": Buffer.from([1, 2, 3, 0, 255]),
  "18.json": '[{"header":{"id":"1"},"body":{}}]',
};

describe("in the language for looking at pages, whatever goes wrong", () => {
  let server;
  let browser;
  let page;
  let watched;
  const cells = new Set();
  const open = (path) => page.goto(`${server.origin}${path}`);
  const seen = async (path) => {
    await open(path);
    await watched.look(path);
  };

  before(async () => {
    server = await startServer({ words: ["serve", "--language", "en-XA"] });
    browser = await openBrowser();
    ({ page } = browser);
    browser.context.setDefaultTimeout(60_000);
    // Names of files and columns stand in quotes; a back-up has its name, a zone and the folder theirs.
    const programs = /\b(?:emoods|exist|fitbit|garmin|habitbull|health[_ ]\w+|m[_ ]path|mindlamp|nomie|oura|pixels|samsung[_ ]health|track[_ ]graph|loop[_ ]habits|state_of_mind)(?:[_ ]\w+)?/g;
    // Fields, versions and the words of a library, which German and Spanish leave out.
    const technical = /`[^`]*`|'thawline\.record\/\d+'|Could not find EOCD/g;
    const names = [programs, technical, /\bFHIR R\d\b/g, /\b[\w-]+\.(?:csv|json|zip|bin|db)\b/g, /\u201c[^\u201d]*\u201d/g, /"[^"]*"/g, /notes-[\d-]+(?:\.age)?/g, /\/[\w./-]*thawline-test-\w+[\w./-]*/g];
    // A FHIR form without a title is called by its kind.
    watched = watch(page, { cells, own: ["Questionnaire", "UTC", "Etc/UTC", process.env.TZ ?? "UTC"], names });
    await person.enter(page, server);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    server?.folder.leave();
    browser?.profile.leave();
  });
  /** Does what leads to another page, and waits for that one. */
  const leads = async (action) => {
    await page.evaluate(() => document.querySelector("main").setAttribute("data-before", ""));
    await action();
    await page.locator("main#main:not([data-before])").waitFor();
    await page.waitForLoadState();
  };
  const nothingOutside = () => {
    const found = watched.found();
    watched.outside.clear();
    assert.deepEqual(found, []);
    assert.deepEqual(watched.wide.splice(0), []);
  };
  const fuzz = async (paths) => {
    let n = 0;
    for (const path of paths) {
      await open(path);
      for (const [name, html] of await page.evaluate(sendForms, [NOT_SENT, "~\u2020~"])) {
        await watched.read(html, `${path}, ${name}`);
        n += 1;
      }
    }
    return n;
  };

  test("the first day, with what can be mistyped on it", { timeout: 120_000 }, async () => {
    await watched.look("safety");
    await person.readSafety(page);
    await watched.look("key");
    await person.choosePassphrase(page, "four gray pebbles", "five gray pebbles");
    await page.getByRole("alert").waitFor();
    await watched.look("two passphrases");
    await person.choosePassphrase(page, "ab");
    await page.getByRole("alert").waitFor();
    await watched.look("a short passphrase");
    await person.choosePassphrase(page);
    await watched.look("line");
    await person.chooseLine(page);
    await watched.look("first question");
    nothingOutside();
  });

  test("every page of an empty record", { timeout: 300_000 }, async () => {
    for (const path of PAGES) await seen(path);
    nothingOutside();
  });

  test("every form with nothing and with nonsense in it", { timeout: 600_000 }, async () => {
    const n = await fuzz(PAGES);
    console.log(`${n} answers to forms`);
    assert.ok(n > 60, `${n} answers`);
    nothingOutside();
  });

  test("what was written, looked for, found and taken out", { timeout: 300_000 }, async () => {
    await open("/");
    await person.checkIn(page, async (n) => watched.look(`question ${n}`));
    await watched.look("after the check-in");
    await person.form(page, "/flicker").locator('button[value="clear"]').click();
    await person.form(page, "/undo").waitFor();
    await watched.look("after a flicker");
    await person.unfold(page, "/note");
    await person.form(page, "/note").locator("textarea").fill(NOTE);
    await person.form(page, "/note").getByRole("button").click();
    await person.form(page, "/undo").waitFor();
    await watched.look("after a note");
    for (const words of ["34", "78"]) {
      await open("/search");
      await person.form(page, "/search").locator("input").first().fill(words);
      await leads(() => person.form(page, "/search").locator("button:not([name])").click());
      await watched.look(`looked for ${words}`);
    }
    await seen("/day");
    await open("/");
    await person.unfold(page, "/note");
    await person.form(page, "/note").locator("textarea").fill(NOTE);
    await leads(() => person.form(page, "/note").getByRole("button").click());
    await leads(() => person.form(page, "/undo").first().getByRole("button").first().click());
    await watched.look("taken out");
    await seen("/removed");
    for (const path of ["/", "/time", "/day", "/week", "/answers", "/report"]) await seen(path);
    nothingOutside();
  });

  test("a questionnaire that is brought, refused and filled in", { timeout: 200_000 }, async () => {
    const bring = async (name, text, isLeft = true) => {
      await open("/questionnaires");
      const file = join(server.folder.path, name);
      writeFileSync(file, text);
      const form = person.form(page, "/questionnaires/bring");
      await form.locator('input[type="file"]').setInputFiles(file);
      await leads(() => form.locator('button[type="submit"]').click());
      await watched.look(`questionnaire ${name}`);
      const leave = page.locator('form[action="/questionnaires/leave"] button, button[formaction="/questionnaires/leave"]');
      if (isLeft && (await leave.count()) > 0) await leads(() => leave.first().click());
    };
    const refused = [
      "", "{", "\u0000\u0001", '{"resourceType":"Questionnaire","item":[]}', questionnaire({ title: undefined }),
      questionnaire({ item: [{ linkId: "1", text: "№ 1", type: "choice" }] }),
      questionnaire({ item: [{ linkId: "1", type: "choice" }] }),
      questionnaire({ item: [{ linkId: "1", text: "№ 1", type: "choice", answerValueSet: "1" }] }),
      questionnaire({ item: 1 }), questionnaire({ resourceType: "Library" }),
    ];
    for (const [n, text] of refused.entries()) await bring(`${n}.json`, text);
    await bring("30.json", questionnaire({ copyright: undefined }));
    await bring("31.json", questionnaire(), false);
    await leads(() => person.form(page, "/questionnaires/keep").locator("button").first().click());
    await watched.look("questionnaire kept");
    await open("/questionnaires/1");
    for (let n = 0; n < 4 && (await page.locator('button[value="next"]').count()) > 0; n += 1) {
      await watched.look(`question ${n} of the questionnaire`);
      await page.locator('main input[type="radio"]').first().check();
      await leads(() => page.locator('button[value="next"]').click());
    }
    await watched.look("questionnaire filled in");
    await seen("/questionnaires");
    nothingOutside();
  });

  test("files of other programs, whole and torn", { timeout: 900_000 }, async () => {
    const given = Object.entries(WRONG);
    for (const path of filesBelow(EXPORTS).filter((file) => !file.endsWith(".md"))) {
      const bytes = readFileSync(path);
      const end = /\.\w+$/.exec(path)?.[0] ?? "";
      given.push([`a${given.length}${end}`, bytes], [`b${given.length}${end}`, bytes.subarray(0, Math.floor(bytes.length * 0.6))]);
      for (const cell of bytes.toString("utf8").split(/[,;\t\r\n"{}[\]:|()]+/)) cells.add(cell.trim());
    }
    given.push(["table.csv", TABLE], ["kept.json", DIARY]);
    for (const [name, bytes] of given) {
      await open("/data");
      const file = join(server.folder.path, name);
      writeFileSync(file, bytes);
      await page.locator("#file").setInputFiles(file);
      await leads(() => person.form(page, "/data/look").locator('button[type="submit"]').click());
      await watched.listen(`file ${name}`);
      for (const action of ["/data/words", "/data/table"]) {
        const asked = person.form(page, action);
        if ((await asked.count()) === 0) continue;
        await leads(() => asked.locator("button").last().click());
        await watched.listen(`file ${name}, ${action}`);
      }
      // One is kept; what the others hold would be words on every page after this.
      const ends = name === "kept.json" ? ["/data/keep", "/data/undo"] : ["/data/leave"];
      for (const action of ends) {
        const button = person.form(page, action).getByRole("button").first();
        if (name !== "kept.json" && (await button.count()) === 0) continue;
        await leads(() => button.click());
        await watched.look(`file ${name}, ${action}`);
      }
    }
    console.log(`${given.length} files`);
    await fuzz(["/data"]);
    nothingOutside();
  });

  test("something is tried by lot, reminders are on, and forms are filled by nonsense again", { timeout: 600_000 }, async () => {
    await open("/try/2/experiment");
    for (let n = 0; n < 3; n += 1) {
      await watched.look(`experiment, step ${n}`);
      const button = page.locator('main form[action*="/experiment"] button').first();
      if ((await button.count()) === 0) break;
      await leads(() => button.click());
    }
    await watched.look("experiment locked");
    for (const path of ["/experiments", "/", "/try/3/experiment", "/try/2"]) await seen(path);
    const n = await fuzz(PAGES);
    assert.ok(n > 60, `${n} answers`);
    for (const path of PAGES) await seen(path);
    nothingOutside();
  });

  test("locked, a wrong passphrase, and what is read without the record", { timeout: 200_000 }, async () => {
    await open("/");
    await person.lock(page);
    await watched.look("locked");
    await person.unlock(page, "five gray pebbles in a row");
    await page.getByRole("alert").waitFor();
    await watched.look("wrong passphrase");
    for (const path of ["/help", "/help/doctor", "/cards", "/away", "/recover", "/restore", "/time", "/nothing-here"]) await seen(path);
    await fuzz(["/recover", "/restore"]);
    nothingOutside();
    assert.deepEqual(browser.complaints.filter((line) => !line.includes("status of")), []);
  });
});
