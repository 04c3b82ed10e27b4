// A back-up on the page, the recovery sheet, and both at the door: with and without the script.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
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
        await page.locator("#minutes").fill("soon");
        await press(page, "/backup/lock");
        await page.getByRole("alert").waitFor();
        assert.equal(await page.locator("#minutes").inputValue(), "soon");
        await page.locator("#minutes").fill("30");
        await press(page, "/backup/lock");
        await page.getByText("That is when it locks now.").waitFor();
        assert.equal(await page.locator("#minutes").inputValue(), "30");

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

/** Goes on with the Tab key until the field or button is reached. */
async function tabTo(page, where) {
  for (let n = 0; n < 40; n += 1) {
    if (await where.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail("not reached with the keyboard alone");
}

/** Another computer, where nothing is yet; on a phone's screen, and by keyboard alone. */
async function elsewhere(javaScript, saved, key, kind) {
  const server = await startServer();
  const browser = await openBrowser({ javaScript });
  const { page } = browser;
  const field = (id) => page.locator(`#${id}`);
  const type = async (id, words) => {
    await tabTo(page, field(id));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(words);
  };
  const send = async () => {
    await tabTo(page, person.form(page, "/restore").getByRole("button", { name: "Bring it back" }));
    await page.keyboard.press("Enter");
  };
  const refused = async (words) => {
    await page.getByRole("alert").filter({ hasText: words }).waitFor();
  };
  try {
    await page.setViewportSize({ width: 390, height: 844 });
    await person.enter(page, server);
    // The first page of all leads here too.
    await page.locator('main a[href="/restore"]').waitFor();
    await person.readSafety(page);
    await tabTo(page, page.locator('main a[href="/restore"]'));
    await page.keyboard.press("Enter");
    await field("upload").waitFor();
    await inspect(browser, `restore ${kind}`);
    await picture(page, `restore ${kind}-390`);

    // What is no back-up is told, and the key that was typed stays.
    await type("key", key);
    await send();
    await refused("Nobody said which file");
    assert.equal(await field("key").inputValue(), key);
    const foreign = join(server.folder.path, "picture.png");
    writeFileSync(foreign, "no back-up at all");
    await field("upload").setInputFiles(foreign);
    await send();
    await refused("is not a back-up");
    assert.equal(await field("key").inputValue(), key);

    // The right file, and one wrong letter: the file waits, the key is mended where it was typed.
    const wrong = key.slice(0, -1) + (key.endsWith("Q") ? "P" : "Q");
    await field("upload").setInputFiles(saved);
    await type("key", wrong);
    await send();
    await refused("One character in group 15");
    await page.getByText("saved.age is here.").waitFor();
    assert.equal(await field("key").inputValue(), wrong);
    assert.equal(await field("passphrase").inputValue(), "");
    await inspect(browser, `restore, wrong key ${kind}`);
    await picture(page, `restore, wrong key ${kind}-390`);
    await tabTo(page, field("key"));
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.keyboard.type(key.slice(-1));
    await type("first", person.passphrase);
    await type("again", `${person.passphrase} or not`);
    await send();
    await refused("The two passphrases are not the same");
    assert.equal(await field("key").inputValue(), key);
    assert.equal(await field("first").inputValue(), "");
    assert.deepEqual(filesHolding(server.folder.path, key.slice(20, 40)), []);
    await type("first", person.passphrase);
    await type("again", person.passphrase);
    await send();
    await person.form(page, "/lock").waitFor();
    await page.goto(`${server.origin}/day`);
    await page.getByText(note).first().waitFor();
    await person.lock(page);

    // The key for a lost passphrase is mended where it was typed, too.
    await page.goto(`${server.origin}/recover`);
    await field("key").fill(wrong);
    await field("first").fill(person.passphrase);
    await field("again").fill(person.passphrase);
    await press(page, "/recover");
    await refused("One character in group 15");
    assert.equal(await field("key").inputValue(), wrong);
    await page.goto(`${server.origin}/`);
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
