// Walks through the pages as a person does on their first day, with the script and without it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect, openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { filesHolding, startServer } from "./lib/server.mjs";

const words = "a heron stood by the canal";

/** What the clock on the wall showed some hours ago. */
function clock(hours) {
  const then = new Date(Date.now() - hours * 3_600_000);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(then.getHours())}:${two(then.getMinutes())}`;
}

/** Each step stands on the one before: after the first that fails, the others fail at once. */
function oneAfterTheOther() {
  let failed = null;
  return (name, run) =>
    test(name, async () => {
      if (failed) throw new Error(`the step before failed: ${failed}`);
      failed = name;
      await run();
      failed = null;
    });
}

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";

  describe(`the first day ${kind}`, () => {
    let server;
    let browser;
    let page;
    const look = (name) => inspect(browser, `${name} ${kind}`);
    const step = oneAfterTheOther();
    before(async () => {
      server = await startServer();
      browser = await openBrowser({ javaScript });
      page = browser.page;
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
      server?.folder.leave();
      browser?.profile.leave();
    });

    step("three short questions come first", async () => {
      await person.enter(page, server);
      await look("safety");
      await person.readSafety(page);
      await look("key");
      await person.choosePassphrase(page, "four gray pebbles", "five gray pebbles");
      await page.getByRole("alert").waitFor();
      await look("key, two that differ");
      await person.choosePassphrase(page);
      await look("line");
      await person.chooseLine(page);
    });

    step("a check-in is a few taps, and its first answer counts", async () => {
      await look("today, first question");
      const n = await person.checkIn(page, async (idx) => {
        if (idx === 1) await look("today, second question");
      });
      assert.ok(n >= 2 && n <= 6, `${n} questions`);
      await page.getByRole("status").first().waitFor();
      await look("today, after the check-in");
    });

    step("a flicker is one tap and can be taken back", async () => {
      await person.form(page, "/flicker").locator('button[value="clear"]').click();
      await person.form(page, "/undo").waitFor();
      await person.form(page, "/undo").getByRole("button").click();
      await page.locator('form[action="/undo"] button[value="yes"]').click();
      await person.form(page, "/undo").waitFor();
    });

    step("a note is kept as it was typed", async () => {
      await person.unfold(page, "/note");
      await person.form(page, "/note").locator("textarea").fill(`${words} <b>&`);
      await person.form(page, "/note").getByRole("button").click();
      await person.form(page, "/undo").waitFor();
    });

    step("a day shows what was written and takes check-ins from memory", async () => {
      await page.goto(`${server.origin}/day`);
      await page.getByText(`${words} <b>&`).waitFor();
      await look("today's day");
      await person.recall(page, clock(0), 30);
      await person.recall(page, clock(0), 45);
      await look("today's day, three check-ins");
      const before = await page.locator("ul.facts li").count();
      await person.unfold(page, "/day/sleep");
      await person.form(page, "/day/sleep").locator('input[name="from"]').fill(clock(8));
      await person.form(page, "/day/sleep").locator('input[name="to"]').fill(clock(0));
      await person.form(page, "/day/sleep").getByRole("button").click();
      await page.locator("ul.facts li").nth(before).waitFor();
    });

    step("time is a picture, a sentence and a table that say the same", async () => {
      await person.go(page, "/time");
      await page.locator("figure svg").first().waitFor({ state: "attached" });
      assert.ok((await page.locator("figure svg title").first().textContent()).length > 0);
      assert.ok((await page.locator("table tbody tr").count()) >= 1);
      await look("time");
      for (const range of ["week", "month", "year"]) {
        const button = page.locator(`button[name="range"][value="${range}"]`);
        if ((await button.count()) === 0) continue;
        await button.click();
        await page.locator(`button[value="${range}"][aria-pressed="true"]`).waitFor();
      }
      await look("time, a year");
    });

    step("answers say what the record holds or what is needed", async () => {
      await person.go(page, "/answers");
      const cards = page.locator("section.card");
      assert.ok((await cards.count()) >= 1);
      for (const summary of await cards.locator("summary").all()) await summary.click();
      await look("answers");
      await person.suspect(page);
      await look("answers, a suspect named");
    });

    step("help is one step away", async () => {
      await person.go(page, "/help");
      await look("help");
      await person.go(page, "/");
    });

    step("what is known is told with its source, and no link leaves", async () => {
      await person.go(page, "/cards");
      await look("cards");
      for (const address of ["/cards/1", "/cards/9"]) {
        await page.locator(`main a[href="${address}"]`).first().click();
        await page.locator("article").waitFor();
        await page.locator("article summary").click();
        await look(`card ${address.slice(7)}`);
        assert.equal(await page.locator('a[href^="http"]').count(), 0);
        await page.locator('main a.button[href="/cards"]').click();
        await page.locator('main a[href="/cards/1"]').waitFor();
      }
      await person.go(page, "/");
    });

    step("a lock needs the right passphrase", async () => {
      await person.lock(page);
      await look("locked");
      await person.go(page, "/help");
      await page.goto(`${server.origin}/`);
      await person.unlock(page, "five gray pebbles in a row");
      await page.getByRole("alert").waitFor();
      await look("locked, wrong passphrase");
      await person.unlock(page);
      await page.locator('nav a[href="/time"]').waitFor();
    });

    step("leaving locks, and the way back shows nothing", async () => {
      await page.goto(`${server.origin}/day`);
      await page.getByText(words).waitFor();
      await person.form(page, "/exit").getByRole("button").click();
      await page.waitForURL(`${server.origin}/away`);
      assert.match(await page.title(), /^\w{1,12}$/);
      for (let back = 0; back < 3; back += 1) {
        await page.goBack().catch(() => null);
        assert.equal(await page.getByText(words).count(), 0);
      }
      // Back may end on the browser's own page about a form, so a new tab asks for the day.
      const tab = await browser.context.newPage();
      await tab.goto(`${server.origin}/day`);
      await person.form(tab, "/unlock").waitFor();
      assert.equal(await tab.getByText(words).count(), 0);
      await tab.close();
    });

    if (javaScript) {
      step("three presses of Shift leave at once", async () => {
        await page.goto(`${server.origin}/`);
        await person.unlock(page);
        await page.locator('nav a[href="/time"]').waitFor();
        for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
        await page.waitForURL(`${server.origin}/away`);
      });
    }

    step("no page complained and nobody else was asked for anything", () => {
      assert.deepEqual(browser.complaints, []);
      const others = browser.requests.filter((host) => host && host !== server.authority);
      assert.deepEqual(others, []);
    });

    step("neither the browser nor the disk holds what was typed", async () => {
      await browser.close();
      for (const typed of [words, person.passphrase]) {
        assert.deepEqual(filesHolding(browser.profile.path, typed), [], typed);
        assert.deepEqual(filesHolding(server.folder.path, typed), [], typed);
      }
    });

    step("nothing that was typed is printed", () => {
      for (const typed of [words, person.passphrase]) assert.ok(!server.said().includes(typed));
    });
  });
}

describe("the example", () => {
  test("shows a marked, simulated person and keeps nothing", async () => {
    const server = await startServer({ words: ["demo"] });
    const browser = await openBrowser();
    const { page } = browser;
    try {
      await page.goto(server.link);
      await page.waitForURL(`${server.origin}/`);
      await page.getByText("EXAMPLE").first().waitFor();
      await inspect(browser, "example, today");
      for (const path of ["/time", "/answers"]) {
        await person.go(page, path);
        await page.getByText("EXAMPLE").first().waitFor();
        for (const summary of await page.locator("section.card summary").all()) await summary.click();
        await inspect(browser, `example, ${path.slice(1)}`);
      }
      assert.deepEqual(browser.complaints, []);
    } finally {
      await browser.close();
      await server.stop();
      assert.deepEqual(filesHolding(server.folder.path, "feeling"), []);
      server.folder.leave();
      browser.profile.leave();
    }
  });
});
