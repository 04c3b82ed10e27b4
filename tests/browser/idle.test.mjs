// A record that nobody uses: the page says that it will lock, locks, shows nothing any more, and gives back what was being written.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { inspect, openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { record } from "./lib/record.mjs";
import { binary, filesHolding, startServer, surroundings, throwAwayFolder } from "./lib/server.mjs";

const DRAFT = "kanarienentwurf am abend";

/** A record under a passphrase that locks after the shortest time, one minute. */
function quick() {
  const folder = throwAwayFolder();
  const [file, secret] = ["record.json", "passphrase"].map((name) => join(folder.path, name));
  const text = JSON.parse(record({ first: "2025-03-01", nDays: 3, value: () => 40 }));
  text.profile.lock_after_minutes = 1;
  writeFileSync(file, JSON.stringify(text));
  writeFileSync(secret, `${person.passphrase}\n`);
  const call = ["import", file, "--data-dir", join(folder.path, "data"), "--passphrase-file", secret];
  const done = spawnSync(binary, call, { env: surroundings(folder.path), encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return folder;
}

test("it says so before, keeps what is being written in code, and gives it back once", async () => {
  const folder = quick();
  const server = await startServer({ folder });
  const browser = await openBrowser();
  const { page } = browser;
  try {
    await page.goto(server.link);
    await person.unlock(page);
    const words = person.form(page, "/note").locator("textarea");
    await person.unfold(page, "/note");
    await words.fill(DRAFT);
    await page.waitForTimeout(1500); // It is handed over a second after the last key.
    const idle = page.locator("[data-idle]");
    await idle.waitFor({ timeout: 20_000 });
    await page.getByText("less than a minute").first().waitFor();
    await inspect(browser, "before it locks");
    // Whoever goes on has the whole time again: the page asks, and the program has counted from now.
    await idle.getByRole("button").click();
    await idle.waitFor({ state: "hidden" });
    await person.form(page, "/unlock").waitFor({ timeout: 100_000 });
    assert.ok(!(await page.content()).includes(DRAFT));
    assert.deepEqual(filesHolding(server.data, DRAFT), []);

    await person.unlock(page);
    await page.getByText("is here again").first().waitFor();
    assert.equal(await words.inputValue(), DRAFT);
    assert.ok(await words.isVisible());
    await inspect(browser, "given back");
    await person.form(page, "/note").getByRole("button").click();
    await person.form(page, "/undo").waitFor();
    await person.lock(page);
    await person.unlock(page);
    await person.form(page, "/note").waitFor({ state: "attached" });
    await page.waitForTimeout(500);
    assert.ok(await idle.isHidden(), "what was sent does not come back");
    assert.equal(await words.inputValue(), "");
    assert.deepEqual(browser.complaints, []);
  } finally {
    await browser.close();
    assert.deepEqual(filesHolding(browser.profile.path, DRAFT), []);
    await server.stop();
    folder.leave();
    browser.profile.leave();
  }
});
