// From nothing to the first entry, and from Today to a check-in: every action is counted.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";

// An action is a press of a button or key, or a field filled in. The program opens the start link itself.
const FIRST_ENTRY_MAX = 6;
const CHECK_IN_MAX = 2;

async function visit(run) {
  const server = await startServer();
  const browser = await openBrowser();
  const { page } = browser;
  let n = 0;
  const act = async (action) => {
    n += 1;
    await action();
  };
  try {
    await person.enter(page, server);
    await run({ server, page, act, count: () => n });
    assert.deepEqual(browser.complaints, []);
  } finally {
    await browser.close();
    await server.stop();
    server.folder.leave();
    browser.profile.leave();
  }
}

/** What the day of today holds. */
async function entries(server, page) {
  await page.goto(`${server.origin}/day`);
  return page.locator("ul.facts li").count();
}

const press = (page, action, name) => () =>
  person.form(page, action).locator(name ? `button[${name}]` : "button").first().click();

describe("the first entry", () => {
  for (const kind of ["a passphrase", "no passphrase"]) {
    test(`under ${kind}, it is kept after at most ${FIRST_ENTRY_MAX} actions`, async () => {
      await visit(async ({ server, page, act, count }) => {
        await act(press(page, "/first-run/safety"));
        const key = person.form(page, "/first-run/key");
        await key.waitFor();
        if (kind === "a passphrase") {
          await act(() => key.locator("#passphrase").fill(person.passphrase));
          await act(() => key.locator("#again").fill(person.passphrase));
          await act(press(page, "/first-run/key", 'value="passphrase"'));
        } else {
          await act(press(page, "/first-run/key", 'value="computer"'));
        }
        await person.form(page, "/first-run/line").waitFor();
        await act(() => page.keyboard.press("4"));
        const asked = person.form(page, "/check-in").locator('input[name="item"]');
        await asked.waitFor({ state: "attached" });
        const first = await asked.getAttribute("value");
        await act(() => page.keyboard.press("3"));
        await page.locator(`main:not(:has(input[name="item"][value="${first}"]))`).waitFor();
        console.log(`under ${kind}: ${count()} actions`);
        assert.ok(count() <= FIRST_ENTRY_MAX, `${count()} actions`);
        // The rest of the questions is left where it is: the first answer is an entry.
        assert.equal(await entries(server, page), 1);
        // And a check-in of a record that is there: opened, one key, kept.
        await page.goto(`${server.origin}/`);
        const before = count();
        const question = person.form(page, "/check-in").locator('input[name="item"]');
        const item = await question.getAttribute("value");
        await act(() => page.keyboard.press("1"));
        await page.locator(`main:not(:has(input[name="item"][value="${item}"]))`).waitFor();
        assert.ok(count() - before <= CHECK_IN_MAX);
      });
    });
  }
});
