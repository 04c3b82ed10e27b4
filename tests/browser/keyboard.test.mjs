// Everything that a person comes for, by keyboard alone: no step touches a mouse, the focus is seen at every stop, and no page holds it.
// What a screen reader would say on the way is kept in docs/speech, one text for each task: THAWLINE_WRITE_FILES=1 writes them anew.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { clockIn } from "./lib/clock.mjs";
import { keyboard } from "./lib/keyboard.mjs";
import * as person from "./lib/person.mjs";
import { throwAwayFolder } from "./lib/server.mjs";
import { listener, nameless } from "./lib/speech.mjs";
import { firstDay } from "./lib/visit.mjs";

const words = "a heron stood by the canal";
// What is said must not depend on the day on which it is heard.
const DRAWN = { legend: "(a question)", ".ends > span:first-child": "(one end)", ".ends > span:last-child": "(the other end)" };
const WEDNESDAY = Date.UTC(2026, 11, 2, 14, 0) / 1000;

describe("by keyboard alone", () => {
  let visit;
  let server;
  let browser;
  let page;
  let keys;
  let hears;
  let clocks;
  /** One task of a person: what is said on the way is what is kept in this file. */
  const task = (file, name, run) =>
    test(name, async () => {
      await hears.begin(name);
      await run();
      await hears.end(file);
    });
  const at = (path) => page.waitForURL(`${server.origin}${path}`);
  const said = () => page.getByRole("status").first().waitFor();
  const nav = async (path) => {
    await keys.enter(page.locator(`nav a[href="${path}"]`));
    await at(path);
    await page.locator("main#main").waitFor();
  };
  before(async () => {
    clocks = throwAwayFolder();
    const clock = clockIn(clocks);
    clock.pass(WEDNESDAY - Math.floor(Date.now() / 1000));
    visit = await firstDay({ env: { ...clock.env, TZ: "UTC" } });
    ({ server, browser, page } = visit);
    hears = await listener(page);
    keys = keyboard(page, hears);
  });
  after(async () => {
    await visit?.leave();
    clocks?.leave();
  });

  task("01-check-in", "a check-in: digits, a button by Tab, and a way to stop", async () => {
    const item = page.locator('form[action="/check-in"] input[name="item"]');
    const next = async (key) => {
      const asked = await item.getAttribute("value");
      // Which question comes next is drawn by lot.
      for (const [what, instead] of Object.entries(DRAWN)) {
        const drawn = page.locator(`form[action="/check-in"] ${what}`).first();
        if ((await drawn.count()) > 0) hears.isDrawn(await drawn.textContent(), instead);
      }
      await keys.key(key);
      await page.locator(`main:not(:has(input[name="item"][value="${asked}"]))`).waitFor();
    };
    await next("4");
    await keys.to(page.locator('form[action="/check-in"] button[data-digit="1"]'));
    await next("Space");
    while ((await item.count()) > 0) {
      await keys.to(page.locator('form[action="/check-in"] button[data-digit="1"]'));
      await next("Enter");
    }
    await said();
  });

  task("02-flicker", "a flicker", async () => {
    await keys.enter(page.locator('form[action="/flicker"] button[value="clear"]'));
    await page.locator('form[action="/undo"]').waitFor();
  });

  task("03-note", "a note", async () => {
    const note = person.form(page, "/note");
    await keys.unfold(note);
    await keys.write(note.locator("textarea"), words);
    await keys.enter(note.getByRole("button"));
    await page.getByText("Your words are kept.").waitFor();
  });

  task("04-day", "a day is opened from the table of days", async () => {
    await nav("/time");
    const day = page.locator('form[action="/day"] table button').last();
    await keys.unfold(day);
    await keys.enter(day);
    await at("/day");
    await page.getByText(words).waitFor();
  });

  task("05-search", "the search, and the day of what it found", async () => {
    await nav("/time");
    await keys.write(page.locator("#search-words"), "heron can");
    await keys.key("Enter");
    await at("/search");
    await page.getByText("One note has these words.").waitFor();
    assert.deepEqual(await page.locator("mark").allInnerTexts(), ["heron", "canal"]);
    await keys.around("search");
    await keys.enter(page.locator('main form[action="/day"] button'));
    await at("/day");
  });

  task("06-put-back", "what was removed is put back", async () => {
    const line = page.locator("ul.facts li", { hasText: words });
    await keys.enter(line.getByRole("button"));
    await page.locator('form[action="/undo"] button[value="yes"]').waitFor();
    assert.equal(await page.getByText(words).count(), 0);
    await keys.enter(page.locator('main [role="status"] a[href="/removed"]'));
    await at("/removed");
    assert.equal(await page.getByText(words).isVisible(), false, "words are shown to who unfolds them");
    await keys.enter(page.locator("section.card summary"));
    await page.getByText(words).waitFor();
    await keys.around("removed");
    await keys.enter(page.locator('form[action="/removed/put-back"] button'));
    await page.getByText("It is back.").waitFor();
    await page.getByText("There is nothing here.").waitFor();
  });

  task("07-answer", "the drawer of an answer", async () => {
    await nav("/answers");
    const summary = page.locator("section.card summary").first();
    await keys.to(summary);
    await keys.press("Space");
    await page.locator("section.card details[open]").first().waitFor();
    await keys.press("Space");
    await page.locator("section.card details:not([open])").first().waitFor();
    await keys.around("answers");
  });

  task("08-try", "something is tried, from its page to its end", async () => {
    await nav("/try");
    await keys.enter(page.locator('main a[href="/try/2"]'));
    await at("/try/2");
    await keys.enter(page.locator('form[action="/try/2/begin"] button'));
    await at("/try/2/session");
    const step = page.locator('form:has(button[name="go"])');
    await keys.to(step.locator('input[name="rating"]:checked'));
    await keys.press("ArrowUp");
    for (let n = 0; (await step.count()) > 0; n += 1) {
      assert.ok(n < 12, "a session ends");
      const place = await page.locator('input[name="step"]').getAttribute("value");
      await keys.enter(step.locator('button[value="next"]'));
      await page.locator(`main:not(:has(input[name="step"][value="${place}"]))`).waitFor();
    }
    await keys.enter(page.getByRole("button", { name: "Done" }));
    await page.getByRole("heading", { name: "That is all" }).waitFor();
  });

  task("09-medicine", "a medicine, and a dose that was left out", async () => {
    await nav("/time");
    await keys.enter(page.locator('main a[href="/medicines"]'));
    await at("/medicines");
    const add = person.form(page, "/medicines/add");
    await keys.unfold(add);
    await keys.write(add.locator('[name="medicine"]'), "Venlafaxine");
    await keys.write(add.locator('[name="amount"]'), "75");
    if ((await add.locator('[name="unit"]').inputValue()) === "") {
      await keys.write(add.locator('[name="unit"]'), "mg");
    }
    // Whether the day or the month comes first: it is the first of the first.
    await keys.to(add.locator('[name="day"]'));
    await keys.type("01012024");
    await keys.enter(add.getByRole("button"));
    await page.getByRole("heading", { name: "Venlafaxine" }).waitFor();
    const leftOut = person.form(page, "/medicines/left-out");
    await keys.unfold(leftOut);
    await keys.enter(leftOut.getByRole("button"));
    await page.getByText("One dose is written as left out").waitFor();
    await keys.around("medicines");
  });

  task("10-signs", "the look at the signs", async () => {
    await nav("/");
    await keys.enter(page.locator('main a[href="/self-check"]'));
    await at("/self-check");
    const next = page.locator('button[value="next"]');
    for (let n = 0; (await next.count()) > 0; n += 1) {
      assert.ok(n < 25, "it ends");
      const key = await page.locator('input[name="page"]').getAttribute("value");
      const radio = page.locator('main input[type="radio"]:checked').first();
      if (n === 0 && (await radio.count()) > 0) {
        await keys.to(radio);
        await keys.press("ArrowUp");
      }
      await keys.enter(next);
      await page.locator(`main:not(:has(input[name="page"][value="${key}"]))`).waitFor();
      if (new URL(page.url()).pathname !== "/self-check") break;
    }
    await keys.around("after the signs");
  });

  task("11-plan", "help, and a line of the safety plan", async () => {
    await nav("/help");
    await keys.around("help");
    await keys.enter(page.locator('main a[href="/plan"]'));
    await at("/plan");
    const field = page.locator('section.plan input[name="words"]').first();
    await keys.write(field, "a walk by the canal");
    await keys.key("Enter");
    await said();
    await page.getByText("a walk by the canal").first().waitFor();
  });

  task("12-report", "the page for a doctor as a PDF", async () => {
    await nav("/help");
    await keys.enter(page.locator('main a[href="/report"]'));
    await at("/report");
    await keys.around("report");
    const coming = page.waitForEvent("download");
    await keys.enter(person.form(page, "/report/save").getByRole("button"));
    const bytes = readFileSync(await (await coming).path());
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
  });

  task("13-keys", "the list of keys opens by one of them, and not while somebody writes", async () => {
    await nav("/time");
    await keys.write(page.locator("#search-words"), "why?");
    assert.equal(await page.locator("#search-words").inputValue(), "why?");
    assert.equal(new URL(page.url()).pathname, "/time");
    await keys.press("Tab");
    await keys.key("?");
    await at("/keys");
    await keys.around("keys");
    await nav("/");
    await keys.enter(page.locator('footer a[href="/keys"]'));
    await at("/keys");
  });

  task("14-lock", "the lock, and the passphrase", async () => {
    await nav("/");
    await keys.enter(person.form(page, "/lock").getByRole("button"));
    await person.form(page, "/unlock").waitFor();
    await keys.around("locked");
    await keys.write(page.locator("#passphrase"), person.passphrase);
    await keys.key("Enter");
    await page.locator('nav a[href="/time"]').waitFor();
  });

  test("a control that loses its name is noticed", async () => {
    await nav("/time");
    assert.deepEqual(await nameless(page), []);
    await page.evaluate(() => document.querySelector('label[for="search-words"]').remove());
    assert.deepEqual(await nameless(page), ["a searchbox without a name"]);
  });

  test("no page complained", () => {
    assert.deepEqual(browser.complaints, []);
    console.log(`${keys.stops()} stops, the focus seen at each`);
  });
});
