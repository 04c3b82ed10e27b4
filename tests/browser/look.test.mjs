// How few presses things take, what the keys do in the picture of Time, and that everything is there without the script too.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect, openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";

/** Counts what a person does: a press, or a field filled in. */
function counting(page) {
  let n = 0;
  return {
    press: async (what) => ((n += 1), await what.click()),
    fill: async (what, words) => ((n += 1), await what.fill(words)),
    key: async (name) => ((n += 1), await page.keyboard.press(name)),
    so: () => n,
  };
}

describe("from nothing to the first entry", () => {
  test("takes at most six actions, and a check-in after that one press", async () => {
    const server = await startServer();
    const browser = await openBrowser();
    const { page } = browser;
    try {
      await person.enter(page, server);
      const first = counting(page);
      await first.press(person.form(page, "/first-run/safety").getByRole("button"));
      const key = person.form(page, "/first-run/key");
      await first.fill(key.locator("#passphrase"), person.passphrase);
      await first.fill(key.locator("#again"), person.passphrase);
      await first.press(key.locator('button[value="passphrase"]'));
      await first.press(person.form(page, "/first-run/line").locator('button[value=""]'));
      await person.form(page, "/check-in").waitFor();
      await first.key("4");
      await page.getByText("Question 2 of").waitFor();
      assert.ok(first.so() <= 6, `${first.so()} actions`);
      // The first answer is an entry by itself: it stands on the day already.
      await page.goto(`${server.origin}/day`);
      assert.equal(await page.locator("main ul.facts > li").count(), 1);
      assert.deepEqual(browser.complaints, []);
    } finally {
      await browser.close();
      await server.stop();
      server.folder.leave();
      browser.profile.leave();
    }
  });
});

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";
  describe(`the example ${kind}`, () => {
    let server;
    let browser;
    let page;
    const open = (path) => page.goto(server.origin + path);
    before(async () => {
      server = await startServer({ words: ["demo"] });
      browser = await openBrowser({ javaScript });
      // Answers are found for the first time here.
      browser.context.setDefaultTimeout(30_000);
      page = browser.page;
      await person.enter(page, server);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
      server?.folder.leave();
      browser?.profile.leave();
    });

    test("the way around has four steps and ends at help", async () => {
      await open("/");
      for (const path of ["/time", "/answers", "/try", "/help"]) {
        await page.locator("details.tour a").click();
        await page.waitForURL(server.origin + path);
      }
      assert.equal(await page.locator("details.tour").count(), 0);
    });

    test("a range, the time before and the time after are buttons in forms", async () => {
      await open("/time");
      for (const range of ["year", "week", "month"]) {
        await page.locator(`button[name="range"][value="${range}"]`).click();
        await page.locator(`button[value="${range}"][aria-pressed="true"]`).waitFor();
      }
      const title = () => page.locator("figure h2").first().textContent();
      const now = await title();
      await page.locator('[data-turn="time-earlier"]').click();
      await page.locator('[data-turn="time-later"]').waitFor();
      assert.notEqual(await title(), now);
      await page.locator('[data-turn="time-later"]').click();
      await page.locator("figure h2", { hasText: now }).first().waitFor();
    });

    test("this month is set beside the one before, with an interval and in a table", async () => {
      await open("/time");
      const fold = page.locator("details", { has: page.locator('button[name="beside"]') });
      await fold.locator("> summary").click();
      await fold.locator('button[name="beside"]').first().click();
      await page.locator('button[name="beside"][aria-pressed="true"]').waitFor();
      const words = await fold.innerText();
      assert.match(words, /The two can (not )?be told apart\./);
      assert.match(words, /It may lie between .+ and .+\./);
      assert.ok((await fold.locator("svg title").first().textContent()).length > 5);
      await inspect(browser, `time, beside another, ${kind}`);
    });

    if (!javaScript) {
      test("nothing of the reader is shown, and the table says what it would", async () => {
        await open("/time");
        assert.equal(await page.locator("form.read").isVisible(), false);
        await page.locator("summary", { hasText: "The same as a table" }).click();
        assert.ok((await page.locator("form table tbody tr").count()) > 5);
      });
      return;
    }

    test("arrow keys read one part after the other, and Enter opens it", async () => {
      await open("/time");
      const reader = page.locator("[data-reader]");
      const said = page.locator("form.read [role=status]");
      await reader.focus();
      await page.keyboard.press("Home");
      const first = await said.textContent();
      assert.match(first, /^\w{3} 1 \w{3}: /);
      await page.keyboard.press("ArrowRight");
      assert.match(await said.textContent(), /^\w{3} 2 \w{3}: /);
      await page.keyboard.press("ArrowLeft");
      assert.equal(await said.textContent(), first);
      assert.equal(await page.locator("svg .cursor").count(), 1);
      await page.keyboard.press("-");
      await page.locator('button[value="year"][aria-pressed="true"]').waitFor();
      await page.locator("[data-reader]:focus").waitFor();
      await page.keyboard.press("+");
      await page.locator('button[value="month"][aria-pressed="true"]').waitFor();
      await page.locator("[data-reader]:focus").waitFor();
      await page.keyboard.press("PageUp");
      await page.locator('[data-turn="time-later"]').waitFor();
      await page.locator("[data-reader]:focus").waitFor();
      await page.keyboard.press("End");
      const [, day, month] = (await said.textContent()).match(/^\w{3} (\d+) (\w{3})/);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${server.origin}/day`);
      assert.match(await page.locator("h1").textContent(), new RegExp(`${day} ${month}`));
    });

    test("a pointer reads the part below it", async () => {
      await open("/time");
      await page.locator("[data-reader] .wide svg").scrollIntoViewIfNeeded();
      const frame = await page.locator("[data-reader] .wide svg").boundingBox();
      const said = page.locator("form.read [role=status]");
      const day = async (share) => {
        await page.mouse.move(frame.x + frame.width * share, frame.y + 60);
        return Number((await said.textContent()).match(/^\w{3} (\d+)/)[1]);
      };
      assert.ok((await day(0.2)) < (await day(0.6)));
      assert.deepEqual(browser.complaints, []);
    });
  });
}
