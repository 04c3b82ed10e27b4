// Everything that a person comes for, by keyboard alone: no step touches a mouse, the focus is seen at every stop,
// and no page holds it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { keyboard } from "./lib/keyboard.mjs";
import * as person from "./lib/person.mjs";
import { firstDay } from "./lib/visit.mjs";

const words = "a heron stood by the canal";

describe("by keyboard alone", () => {
  let visit;
  let server;
  let browser;
  let page;
  let keys;
  const at = (path) => page.waitForURL(`${server.origin}${path}`);
  const said = () => page.getByRole("status").first().waitFor();
  const nav = async (path) => {
    await keys.enter(page.locator(`nav a[href="${path}"]`));
    await at(path);
    await page.locator("main#main").waitFor();
  };
  before(async () => {
    visit = await firstDay();
    ({ server, browser, page } = visit);
    keys = keyboard(page);
  });
  after(() => visit?.leave());

  test("a check-in: digits, a button by Tab, and a way to stop", async () => {
    const item = page.locator('form[action="/check-in"] input[name="item"]');
    const next = async (key) => {
      const asked = await item.getAttribute("value");
      await page.keyboard.press(key);
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

  test("a flicker", async () => {
    await keys.enter(page.locator('form[action="/flicker"] button[value="clear"]'));
    await page.locator('form[action="/undo"]').waitFor();
  });

  test("a note", async () => {
    const note = person.form(page, "/note");
    await keys.unfold(note);
    await keys.write(note.locator("textarea"), words);
    await keys.enter(note.getByRole("button"));
    await page.getByText("Your words are kept.").waitFor();
  });

  test("a day is opened from the table of days", async () => {
    await nav("/time");
    const day = page.locator('form[action="/day"] table button').last();
    await keys.unfold(day);
    await keys.enter(day);
    await at("/day");
    await page.getByText(words).waitFor();
  });

  test("the search, and the day of what it found", async () => {
    await nav("/time");
    await keys.write(page.locator("#search-words"), "heron can");
    await page.keyboard.press("Enter");
    await at("/search");
    await page.getByText("One note has these words.").waitFor();
    assert.deepEqual(await page.locator("mark").allInnerTexts(), ["heron", "canal"]);
    await keys.around("search");
    await keys.enter(page.locator('main form[action="/day"] button'));
    await at("/day");
  });

  test("what was removed is put back", async () => {
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

  test("the drawer of an answer", async () => {
    await nav("/answers");
    const summary = page.locator("section.card summary").first();
    await keys.to(summary);
    await keys.press("Space");
    await page.locator("section.card details[open]").first().waitFor();
    await keys.press("Space");
    await page.locator("section.card details:not([open])").first().waitFor();
    await keys.around("answers");
  });

  test("something is tried, from its page to its end", async () => {
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

  test("a medicine, and a dose that was left out", async () => {
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
    await page.keyboard.type("01012024");
    await keys.enter(add.getByRole("button"));
    await page.getByRole("heading", { name: "Venlafaxine" }).waitFor();
    const leftOut = person.form(page, "/medicines/left-out");
    await keys.unfold(leftOut);
    await keys.enter(leftOut.getByRole("button"));
    await page.getByText("One dose is written as left out").waitFor();
    await keys.around("medicines");
  });

  test("the look at the signs", async () => {
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

  test("help, and a line of the safety plan", async () => {
    await nav("/help");
    await keys.around("help");
    await keys.enter(page.locator('main a[href="/plan"]'));
    await at("/plan");
    const field = page.locator('section.plan input[name="words"]').first();
    await keys.write(field, "a walk by the canal");
    await page.keyboard.press("Enter");
    await said();
    await page.getByText("a walk by the canal").first().waitFor();
  });

  test("the page for a doctor as a PDF", async () => {
    await nav("/help");
    await keys.enter(page.locator('main a[href="/report"]'));
    await at("/report");
    await keys.around("report");
    const coming = page.waitForEvent("download");
    await keys.enter(person.form(page, "/report/save").getByRole("button"));
    const bytes = readFileSync(await (await coming).path());
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
  });

  test("the list of keys opens by one of them, and not while somebody writes", async () => {
    await nav("/time");
    await keys.write(page.locator("#search-words"), "why?");
    assert.equal(await page.locator("#search-words").inputValue(), "why?");
    assert.equal(new URL(page.url()).pathname, "/time");
    await page.keyboard.press("Tab");
    await page.keyboard.press("?");
    await at("/keys");
    await keys.around("keys");
    await nav("/");
    await keys.enter(page.locator('footer a[href="/keys"]'));
    await at("/keys");
  });

  test("the lock, and the passphrase", async () => {
    await nav("/");
    await keys.enter(person.form(page, "/lock").getByRole("button"));
    await person.form(page, "/unlock").waitFor();
    await keys.around("locked");
    await keys.write(page.locator("#passphrase"), person.passphrase);
    await page.keyboard.press("Enter");
    await page.locator('nav a[href="/time"]').waitFor();
  });

  test("no page complained", () => {
    assert.deepEqual(browser.complaints, []);
    console.log(`${keys.stops()} stops, the focus seen at each`);
  });
});
