// A record that nobody uses: the page says that it will lock, locks, shows nothing any more, and gives back what was being written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, openBrowser } from "./lib/browser.mjs";
import { clockIn } from "./lib/clock.mjs";
import * as person from "./lib/person.mjs";
import { filesHolding, startServer, throwAwayFolder } from "./lib/server.mjs";

const DRAFT = "kanarienentwurf am abend";

test("it says so before, keeps what is being written in code, and gives it back once", async () => {
  const folder = throwAwayFolder();
  const clock = clockIn(folder, "CLOCK_MONOTONIC");
  const server = await startServer({ folder, env: clock.env });
  const browser = await openBrowser();
  const { page } = browser;
  try {
    // The page waits by a clock of its own.
    await page.clock.install();
    await person.enter(page, server);
    await person.readSafety(page);
    await person.choosePassphrase(page);
    await person.chooseLine(page);
    const words = person.form(page, "/note").locator("textarea");
    await person.unfold(page, "/note");
    await words.fill(DRAFT);
    // It is handed over a second after the last key.
    const handed = page.waitForResponse(`${server.origin}/typed`);
    await page.clock.fastForward(1500);
    assert.equal((await handed).status(), 204);
    const idle = page.locator("[data-idle]");
    clock.pass(550);
    await page.clock.fastForward(300_000);
    await idle.waitFor();
    await page.getByText("less than a minute").first().waitFor();
    await inspect(browser, "before it locks");
    // Whoever goes on has the whole time again: the page asks, and the program has counted from now.
    await idle.getByRole("button").click();
    await idle.waitFor({ state: "hidden" });
    clock.pass(550);
    await page.clock.fastForward(5000);
    await idle.waitFor();
    clock.pass(60);
    // The program looks every five seconds whether somebody has used it.
    await page.clock.resume();
    await person.form(page, "/unlock").waitFor({ timeout: 60_000 });
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
    const asked = page.waitForResponse(`${server.origin}/idle`);
    await person.unlock(page);
    await person.form(page, "/note").waitFor({ state: "attached" });
    assert.doesNotMatch(await (await asked).text(), /typed/);
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
