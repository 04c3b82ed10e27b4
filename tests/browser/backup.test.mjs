// A back-up on the page, the recovery sheet, and both at the door: with and without the script.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inspect, openBrowser, picture } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { filesHolding, startServer } from "./lib/server.mjs";
import { firstDay } from "./lib/visit.mjs";

const note = "the kettle sang at the heronbridge";

/** Shows the page as a phone and as a screen do, and keeps pictures of both. */
async function shown(page, name) {
  const before = page.viewportSize();
  await picture(page, `${name}-wide`);
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, `${name}-390`);
  await page.setViewportSize(before);
}

/** Presses the button of the form that does `action`. */
const press = (page, action) => person.form(page, action).getByRole("button").click();

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";

  describe(`back-up ${kind}`, () => {
    test("what was written comes back on another computer, by the sheet alone", async () => {
      const visit = await firstDay({ javaScript });
      const { server, browser, page } = visit;
      try {
        await person.unfold(page, "/note");
        await page.locator('form[action="/note"] textarea').fill(note);
        await press(page, "/note");
        await page.getByRole("status").waitFor();
        await page.locator('main a[href="/backup"]').click();
        await page.getByText("No back-up was made yet.").waitFor();
        await inspect(browser, `back-up, none yet ${kind}`);

        // A folder that is not there is told, and stays typed.
        const stick = join(server.folder.path, "stick");
        await page.locator("#folder").fill(stick);
        await press(page, "/backup/schedule");
        await page.getByRole("alert").waitFor();
        assert.equal(await page.locator("#folder").inputValue(), stick);
        mkdirSync(stick);
        await press(page, "/backup/schedule");
        await page.getByText("Done. The first one is made.").waitFor();
        assert.equal(readdirSync(stick).length, 1);
        await press(page, "/backup/prove");
        await page.getByText("The test is done. Every entry came back.").waitFor();
        await inspect(browser, `back-up, made and tried ${kind}`);
        await shown(page, `backup ${kind}`);

        const [download] = await Promise.all([
          page.waitForEvent("download"),
          press(page, "/backup/save"),
        ]);
        assert.match(download.suggestedFilename(), /^notes-\d{4}-\d\d-\d\d\.age$/);
        const saved = join(server.folder.path, "saved.age");
        copyFileSync(await download.path(), saved);

        await page.locator('main a[href="/backup/sheet"]').click();
        const rows = await page.locator(".recovery-key span").allInnerTexts();
        const key = rows.join(" ");
        assert.equal(key.replaceAll(" ", "").length, 74);
        await inspect(browser, `recovery sheet ${kind}`);
        await shown(page, `sheet ${kind}`);
        await page.locator("#key").fill(key.slice(0, -1) + (key.endsWith("Q") ? "P" : "Q"));
        await press(page, "/backup/sheet");
        await page.getByText("One character in group 15").waitFor();
        await page.locator("#key").fill(key.toLowerCase());
        await press(page, "/backup/sheet");
        await page.getByText("The key was typed back on").waitFor();
        await page.goto(`${server.origin}/`);

        // The passphrase is lost: the sheet opens it under a new one.
        await person.lock(page);
        await page.locator('main a[href="/recover"]').click();
        await page.locator("#key").fill(key);
        await page.locator("#first").fill("five gray pebbles in a row");
        await page.locator("#again").fill("five gray pebbles in a row");
        await inspect(browser, `with the sheet ${kind}`);
        await press(page, "/recover");
        await person.form(page, "/lock").waitFor();
        await person.lock(page);
        await person.unlock(page, person.passphrase);
        await page.getByRole("alert").waitFor();
        await person.unlock(page, "five gray pebbles in a row");
        await person.form(page, "/lock").waitFor();
        assert.deepEqual(filesHolding(server.folder.path, note), []);
        assert.deepEqual(filesHolding(server.folder.path, rows[1]), []);

        await elsewhere(javaScript, saved, key, kind);
      } finally {
        await visit.leave();
      }
    });
  });
}

/** Another computer, where nothing is yet. */
async function elsewhere(javaScript, saved, key, kind) {
  const server = await startServer();
  const browser = await openBrowser({ javaScript });
  const { page } = browser;
  try {
    await person.enter(page, server);
    await person.readSafety(page);
    await page.locator('main a[href="/restore"]').click();
    await page.locator("#file").fill(join(server.folder.path, "nothing.age"));
    await page.locator("#key").fill(key);
    await press(page, "/restore");
    await page.getByRole("alert").waitFor();
    await inspect(browser, `restore, not found ${kind}`);
    await shown(page, `restore ${kind}`);
    await page.locator("#file").fill(saved);
    await page.locator("#key").fill(key);
    await page.locator("#first").fill(person.passphrase);
    await page.locator("#again").fill(person.passphrase);
    await press(page, "/restore");
    await person.form(page, "/lock").waitFor();
    await page.goto(`${server.origin}/day`);
    await page.getByText(note).first().waitFor();
    await person.lock(page);
    await person.unlock(page);
    await person.form(page, "/lock").waitFor();
    assert.deepEqual(filesHolding(server.folder.path, note), []);
  } finally {
    await browser.close();
    await server.stop();
    server.folder.leave();
    browser.profile.leave();
  }
}
