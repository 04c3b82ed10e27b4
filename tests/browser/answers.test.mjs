// Opens how every answer was found, by keyboard and without the script, and reads what was taken back.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { inspect, openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { binary, startServer, surroundings, throwAwayFolder } from "./lib/server.mjs";

const day = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** A record file of so many days up to today, and something that was said about it. */
function record(nDays) {
  const today = Math.floor(Date.now() / 86_400_000);
  const first = today - nDays;
  const facts = Array.from({ length: nDays }, (_, idx) => {
    const key = (idx + 1).toString(16).padStart(32, "0");
    const answer = 50 + ((idx * 37) % 23) - 11;
    const occasion = { device: "pointer", plan: "voluntary", responses: [[0, answer]] };
    return [key, (first + idx) * 86_400 + 43_200, null, 0, { occasion }];
  });
  const item = {
    id: "feeling_strength",
    role: "outcome_higher_is_more_feeling",
    scale: { line: [0, 100] },
    window: "momentary",
  };
  const said = {
    question: "course",
    about: "level",
    is_up: true,
    span: [day(first + 20), day(first + 25)],
    sentence: "Since about then the level is more numb than before.",
    size: [12, 4, 20],
    look_day: day(first + 41),
    shown_on: day(first + 42),
    method: ["changepoint/bootstrap+spells", "1"],
  };
  const profile = { day_start_minutes: 240, has_read_safety: true, lock_after_minutes: 10, zone: 0 };
  const schema = "thawline.record/1";
  return JSON.stringify({ schema, profile, zones: ["UTC"], files: [], items: [item], facts, said: [said] });
}

/** Opens a fold by keyboard. */
async function open(fold) {
  await fold.locator("> summary").press("Enter");
  assert.notEqual(await fold.getAttribute("open"), null);
}

describe("how answers were found", () => {
  let server;
  let browser;
  before(async () => {
    server = await startServer({ words: ["demo"] });
    browser = await openBrowser({ javaScript: false });
    browser.context.setDefaultTimeout(60_000);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    server?.folder.leave();
    browser?.profile.leave();
  });

  test("every drawer opens by keyboard, with a picture and the same in numbers", async () => {
    const { page } = browser;
    await person.enter(page, server);
    await person.go(page, "/answers");
    const drawers = page.locator("section.card > details", { hasText: "How it is done" });
    const n = await drawers.count();
    // Advice stands above the answers; it has no drawer.
    assert.equal(n, await page.locator('section.card[aria-labelledby^="answer-"]').count());
    let nPictures = 0;
    for (let idx = 0; idx < n; idx += 1) {
      const drawer = drawers.nth(idx);
      await open(drawer);
      const pictures = drawer.locator("figure");
      for (let at = 0; at < (await pictures.count()); at += 1) {
        const svg = pictures.nth(at).locator(".wide svg");
        assert.ok((await svg.locator("> title").textContent()).length > 3);
        assert.ok((await svg.locator("> desc").textContent()).length > 20);
        nPictures += 1;
      }
      const tables = drawer.locator("> details");
      assert.equal(await tables.count(), await pictures.count(), "a table beside each picture");
      for (let at = 0; at < (await tables.count()); at += 1) {
        await open(tables.nth(at));
        assert.ok((await tables.nth(at).locator("tbody tr").count()) >= 1);
      }
    }
    assert.ok(nPictures >= 5, `${nPictures} pictures`);
    await inspect(browser, "answers, all drawers open");
  });
});

describe("what was said before", () => {
  let server;
  let browser;
  before(async () => {
    const folder = throwAwayFolder();
    const file = join(folder.path, "record.json");
    writeFileSync(file, record(100));
    const call = ["import", file, "--data-dir", join(folder.path, "data")];
    const done = spawnSync(binary, call, { env: surroundings(folder.path), encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
    assert.match(done.stdout, /1 earlier claims? of the program/);
    server = await startServer({ folder });
    browser = await openBrowser({ javaScript: false });
    browser.context.setDefaultTimeout(60_000);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    server?.folder.leave();
    browser?.profile.leave();
  });

  test("what the notes do not carry is taken back in words, and can be removed", async () => {
    const { page } = browser;
    await person.enter(page, server);
    if ((await person.form(page, "/first-run/safety").count()) > 0) await person.readSafety(page);
    await page.goto(`${server.origin}/answers`);
    const line = page.locator(".taken-back");
    await line.waitFor();
    const words = await line.textContent();
    assert.match(words, /^On \d+ \w+ \d{4} this program said:/);
    assert.match(words, /more numb than before/);
    assert.match(words, /that no longer holds \(\d+ \w+ \d{4}\)\. It is taken back\./);
    await inspect(browser, "answers, something taken back");
    await person.form(page, "/answers/remove").getByRole("button").press("Enter");
    await line.waitFor({ state: "detached" });
    await page.goto(`${server.origin}/answers`);
    assert.equal(await page.locator(".taken-back").count(), 0);
  });
});

/** A Bearable export of the same days: coffee on two of three days, rain on every fifth. */
function bearable(nDays) {
  const first = Math.floor(Date.now() / 86_400_000) - nDays;
  const rows = ["date,date formatted,weekday,time of day,category,rating/amount,detail,notes"];
  for (let idx = 0; idx < nDays; idx += 1) {
    const on = day(first + idx);
    const row = (clock, category, amount, detail) =>
      rows.push(`"${on}","${on}","Monday","${clock}","${category}","${amount}","${detail}",""`);
    if (idx % 3 !== 0) row("8:00", "Factors", "", "Coffee");
    if (idx % 5 === 0) row("8:30", "Factors", "", "Rain");
    row("pm", "Mood", 1 + (idx % 10), "");
  }
  return `${rows.join("\n")}\n`;
}

describe("what another program would say", () => {
  let server;
  let browser;
  before(async () => {
    const folder = throwAwayFolder();
    const files = { "record.json": record(100), "bearable.csv": bearable(100) };
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder.path, name);
      writeFileSync(file, text);
      const call = ["import", file, "--data-dir", join(folder.path, "data")];
      const done = spawnSync(binary, call, { env: surroundings(folder.path), encoding: "utf8" });
      assert.equal(done.status, 0, done.stderr);
    }
    server = await startServer({ folder });
    browser = await openBrowser({ javaScript: false });
    browser.context.setDefaultTimeout(60_000);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    server?.folder.leave();
    browser?.profile.leave();
  });

  test("stands folded beside what holds, each thing with its verdict, and opens by keyboard", async () => {
    const { page } = browser;
    await person.enter(page, server);
    if ((await person.form(page, "/first-run/safety").count()) > 0) await person.readSafety(page);
    await page.goto(`${server.origin}/answers`);
    const fold = page.locator("details", { hasText: "What Bearable would say, and what holds of it" });
    assert.equal(await fold.count(), 1);
    assert.equal(await fold.getAttribute("open"), null, "folded until it is wanted");
    const card = page.locator('section.card[aria-labelledby="answer-triggers"]');
    assert.equal(await card.locator("details", { hasText: "What Bearable would say" }).count(), 1);
    await open(fold);
    await fold.getByText(/got a gap of ten percent or more/).waitFor();
    const rows = fold.locator("ul.facts > li");
    assert.equal(await rows.count(), 2);
    for (let idx = 0; idx < 2; idx += 1) {
      const [says, holds] = await rows.nth(idx).locator("p").allTextContents();
      assert.match(says, /^Numbness was \d+% (higher|lower) on the \d+ days with “(Coffee|Rain)”/);
      assert.match(holds, /^Here it can not be told apart from chance yet\./);
    }
    await fold.getByText(/It also speaks of: bearable mood/).waitFor();
    await inspect(browser, "answers, what another program would say");
  });
});
