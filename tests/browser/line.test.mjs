// The person's own line, after the first run: found from Looking back and from How often, drawn, moved, taken away
// and undone; spells are listed once it is drawn.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { folderWith, record } from "./lib/record.mjs";
import { startServer } from "./lib/server.mjs";

// A hundred days of which twice ten were numb; nobody drew a line.
const isNumb = (day) => (day >= 20 && day < 30) || (day >= 50 && day < 60);
const value = (day) => (isNumb(day) ? 15 : 70) + ((day * 37) % 13) - 6;
const days = { first: "2026-03-02", nDays: 100, value };

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";
  test(`a line is drawn later, moved, taken away and undone, ${kind}`, async () => {
    const folder = folderWith(record(days));
    const server = await startServer({ folder, words: ["serve", "--today", "2026-06-10"] });
    const browser = await openBrowser({ javaScript });
    browser.context.setDefaultTimeout(60_000);
    const { page } = browser;
    const press = (name) => page.getByRole("button", { name, exact: true }).click();
    const said = (words) => page.getByRole("status").getByText(words).waitFor();
    const spells = async () => {
      await page.locator('main a[href="/back"]').click();
      await page.getByRole("heading", { name: "Numb spells, and what was done" }).waitFor();
      const n = await page.locator("section[aria-labelledby=spells] h3").count();
      await page.locator('main a[href="/line"]').click();
      await page.getByRole("heading", { name: "Your own line" }).waitFor();
      return n;
    };
    try {
      await person.enter(page, server);
      await page.goto(`${server.origin}/back`);
      await page.getByText("You drew none, so there is no list.").waitFor();
      await inspect(browser, `back without a line ${kind}`);
      await page.locator('main a[href="/line"]').click();
      await page.getByText("There is no line.").waitFor();
      assert.equal(await page.getByRole("button", { name: "Take the line away" }).count(), 0);
      await inspect(browser, `line none ${kind}`);

      await page.locator('button[data-digit="5"]').click();
      await said("Your line is kept.");
      await page.getByText("Your line lies at 56 of 100.").waitFor();
      await inspect(browser, `line drawn ${kind}`);
      assert.equal(await spells(), 2);
      assert.equal(await page.getByRole("status").count(), 0, "said once");

      await press("Take the line away");
      await said("The line is taken away.");
      assert.equal(await spells(), 0);
      await press("Undo");
      await said("The line is as it was before.");
      assert.equal(await spells(), 2);

      await page.goto(`${server.origin}/pace`);
      await page.locator('main a[href="/line"]').click();
      await page.locator('button[data-digit="9"]').click();
      await page.getByText("Your line lies at 100 of 100.").waitFor();
      assert.equal(await spells(), 0);

      // Nonsense changes nothing and gets a sentence.
      const button = page.locator('button[data-digit="3"]');
      await button.evaluate((one) => one.setAttribute("value", "'; drop table"));
      await button.click();
      await page.getByRole("alert").getByText(/not a number/i).waitFor();
      await page.getByText("Your line lies at 100 of 100.").waitFor();
      assert.deepEqual(browser.complaints, []);
    } finally {
      await browser.close();
      await server.stop();
      folder.leave();
      browser.profile.leave();
    }
  });
}
