// Looking again and again while nothing was written: from the fourth sitting on, something outside comes first on
// Answers and on Time, and one press shows the rest. What is written makes the page new again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, openBrowser } from "./lib/browser.mjs";
import { clockIn } from "./lib/clock.mjs";
import * as person from "./lib/person.mjs";
import { folderWith, record } from "./lib/record.mjs";
import { startServer } from "./lib/server.mjs";

// Longer than one sitting.
const LATER = 700;
const today = new Date().toISOString().slice(0, 10);
const first = new Date(Date.parse(today) - 60 * 86_400_000).toISOString().slice(0, 10);
const days = { first, nDays: 60, value: (day) => 50 + ((day * 37) % 23) - 11 };

const card = (page) => page.locator('section[aria-labelledby="nothing-new"]');
const answers = (page) => page.locator('section.card[aria-labelledby^="answer-"]');

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";
  test(`where nothing is new, Answers says so first, ${kind}`, async () => {
    const folder = folderWith(record(days));
    const clock = clockIn(folder);
    const server = await startServer({ folder, env: clock.env });
    const browser = await openBrowser({ javaScript });
    browser.context.setDefaultTimeout(60_000);
    const { page } = browser;
    const sit = async (path) => {
      clock.pass(LATER);
      await page.goto(`${server.origin}${path}`);
      await page.locator("h1").waitFor();
    };
    try {
      await person.enter(page, server);
      for (let sitting = 1; sitting <= 3; sitting += 1) {
        await sit("/answers");
        assert.equal(await card(page).count(), 0, `sitting ${sitting} shows all`);
        assert.ok((await answers(page).count()) >= 7);
        // In the same sitting it can be opened as often as one likes.
        await page.goto(`${server.origin}/answers`);
        assert.equal(await card(page).count(), 0);
      }
      await sit("/answers");
      await card(page).getByRole("heading", { name: /^Nothing is new since / }).waitFor();
      await card(page).getByText("The page is still the same.", { exact: false }).waitFor();
      assert.equal(await answers(page).count(), 0, "the answers stand back");
      await card(page).getByRole("button", { name: "Close for now" }).waitFor();
      await inspect(browser, `nothing new ${kind}`);

      await card(page).getByRole("button", { name: "Show it" }).click();
      await answers(page).first().waitFor();
      assert.equal(await card(page).count(), 0, "one press shows it");
      await sit("/answers");
      await card(page).waitFor();

      // Time counts for itself.
      for (let sitting = 1; sitting <= 3; sitting += 1) {
        await sit("/time");
        assert.equal(await card(page).count(), 0);
      }
      await sit("/time");
      await card(page).waitFor();
      assert.equal(await page.locator("figure").count(), 0);

      // Something is written: the page is new.
      await page.goto(`${server.origin}/`);
      clock.pass(LATER);
      await person.form(page, "/flicker").getByRole("button").first().click();
      await page.getByText("That feeling is kept.").waitFor();
      await sit("/answers");
      assert.equal(await card(page).count(), 0);
      assert.ok((await answers(page).count()) >= 7);
      assert.deepEqual(browser.complaints, []);
    } finally {
      await browser.close();
      await server.stop();
      folder.leave();
      browser.profile.leave();
    }
  });
}
