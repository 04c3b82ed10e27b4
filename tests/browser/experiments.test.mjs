// Trying something on days drawn by lot: three steps to a lock, Today's line, a stop without blame, and a result.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect, openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { folderWith, lockedExperiment, record } from "./lib/record.mjs";
import { startServer } from "./lib/server.mjs";
import { firstDay } from "./lib/visit.mjs";

const address = "/try/2/experiment";
const BLAME = /\b(fail|failed|missed|gave up|should have|must|too bad|shame)\b/i;

const main = (page) => page.locator("main").innerText();

/** Presses Tab until the button of this name has the focus, and then Enter. */
async function pressByKeyboard(page, name) {
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => document.activeElement?.textContent.trim());
    if (here === name) return page.keyboard.press("Enter");
  }
  return assert.fail(`no way by keyboard to ${name}`);
}

async function pressByPointer(page, name) {
  await page.getByRole("button", { name, exact: true }).click();
}

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";
  // One of the two goes the whole way by keyboard alone.
  const press = javaScript ? pressByPointer : pressByKeyboard;

  describe(`trying by lot ${kind}`, () => {
    let visit;
    let server;
    let browser;
    let page;
    before(async () => {
      visit = await firstDay({ javaScript });
      ({ server, browser, page } = visit);
    });
    after(() => visit?.leave());

    test("three steps lead from a strategy to a lock, and each can be taken back", async () => {
      await page.goto(`${server.origin}${address}`);
      await page.getByRole("heading", { name: "1. What should it change?" }).waitFor();
      await inspect(browser, `lot outcome ${kind}`);
      await press(page, "How numb you are");
      await page.getByRole("heading", { name: "2. How long?" }).waitFor();
      await inspect(browser, `lot length ${kind}`);
      await press(page, "6 weeks");
      await page.getByRole("heading", { name: "3. Look it over and lock it" }).waitFor();
      await press(page, "One step back");
      await page.getByRole("heading", { name: "2. How long?" }).waitFor();
      await press(page, "4 weeks");
      await page.getByText("28 days. On 14 of them you do it, on 14 you do not.").waitFor();
      await inspect(browser, `lot lock ${kind}`);
      await press(page, "Lock and draw");
      await page.waitForURL(`${server.origin}/experiments`);
      await page.getByRole("status").getByText("It is locked, and the days are drawn.").waitFor();
      await inspect(browser, `experiments locked ${kind}`);
    });

    test("what was fixed stands there, without the days to come and without a result", async () => {
      await page.locator("main details summary", { hasText: "What was fixed" }).click();
      const fixed = await page.locator("main dl").first().innerText();
      assert.match(fixed, /Seed of the draw\s+\d+/);
      assert.match(fixed, /Seal\s+[0-9a-f]{16}/);
      // Whoever knew the days ahead could hold back for them.
      assert.doesNotMatch(fixed, /[+\u2212]{3}/);
      assert.equal(await page.locator("main p.said").count(), 0);
    });

    test("a second one is not begun beside it, and the page says why", async () => {
      await page.goto(`${server.origin}/try/3/experiment`);
      await page.getByText("Two at once would make it hard to tell").waitFor();
      assert.equal(await page.locator('main button[name="value"]').count(), 0);
    });

    test("Today says where it stands, in one line", async () => {
      await person.go(page, "/");
      const card = page.locator('section[aria-labelledby="experiment"]');
      await card.getByText(/begins on|Today is a day with/).waitFor();
      await inspect(browser, `today by lot ${kind}`);
    });

    test("it is stopped in one press, without a reason and without blame", async () => {
      await page.locator('main a[href="/experiments"]').click();
      await press(page, "Stop this experiment");
      await page.getByRole("status").getByText("It is stopped.").waitFor();
      const words = await main(page);
      assert.match(words, /You stopped it on .*\. That is fine\. All you wrote is still here\./);
      assert.doesNotMatch(words, BLAME);
      await inspect(browser, `experiments stopped ${kind}`);
      await person.go(page, "/");
      assert.equal(await page.locator('section[aria-labelledby="experiment"]').count(), 0);
    });

    test("nonsense locks nothing and gets a sentence", async () => {
      await page.goto(`${server.origin}${address}`);
      const outcome = page.locator('main button[name="value"]').first();
      await outcome.evaluate((button) => button.setAttribute("value", "'; drop table"));
      await outcome.click();
      await page.getByRole("alert").getByText(/can not be looked at/i).waitFor();
      await page.goto(`${server.origin}/experiments`);
      assert.equal(await page.getByText("It is stopped").count(), 0, "said once");
      assert.equal(await page.locator("main dl").count(), 1, "one experiment, the stopped one");
      assert.deepEqual(browser.complaints, []);
    });

    test("from a strategy to a locked experiment it is three actions", async () => {
      await page.goto(`${server.origin}/try/2`);
      await inspect(browser, `strategy with its lot ${kind}`);
      // One button each: on the page of the strategy, on the lengths, on the lock.
      const actions = ["How numb you are", "4 weeks", "Lock and draw"];
      const seen = [];
      for (const name of actions) {
        await press(page, name);
        await page.locator(`main:not(:has(button:text-is("${name}")))`).waitFor();
        seen.push(new URL(page.url()).pathname);
      }
      assert.deepEqual(seen, [address, address, "/experiments"]);
      await page.getByRole("status").getByText("It is locked, and the days are drawn.").waitFor();
      // While one is under way, the page of another strategy leads to why there is no second one.
      await page.goto(`${server.origin}/try/3`);
      assert.equal(await page.locator('main button[name="value"]').count(), 0);
    });
  });
}

const FIRST = "2026-03-02";

describe("what stays once it has begun", () => {
  test("three steps lock a plan of two, and no page tells a start day beforehand", async () => {
    const days = { first: FIRST, nDays: 31, value: (day) => 50 + ((day * 37) % 23) - 11 };
    const folder = folderWith(record(days));
    const server = await startServer({ folder, words: ["serve", "--today", "2026-04-02"] });
    const browser = await openBrowser({ javaScript: false });
    const { page } = browser;
    try {
      await person.enter(page, server);
      await page.goto(`${server.origin}/experiments`);
      await page.getByRole("link", { name: "Say it to someone" }).click();
      await page.getByText("So the lot draws the day on which it begins.").waitFor();
      await inspect(browser, "start day outcome");
      await page.locator("summary", { hasText: "Begin something else" }).click();
      await inspect(browser, "start day with others");
      await page.getByLabel("As the second").selectOption("triggers");
      await page.getByRole("button", { name: "How numb you are" }).click();
      await page.getByRole("heading", { name: "2. How long?" }).waitFor();
      await inspect(browser, "start day length");
      await page.getByRole("button", { name: "12 weeks" }).click();
      await page.getByText("The lot draws a start day for each").waitFor();
      await page.getByText("At least 7 days lie between them.").waitFor();
      await inspect(browser, "start day lock");
      await page.getByRole("button", { name: "Lock and draw" }).click();
      await page.getByRole("status").getByText("It is locked").waitFor();
      await page.locator("main details summary", { hasText: "What was fixed" }).click();
      const fixed = await page.locator("main dl").first().innerText();
      assert.match(fixed, /Start days could lie/);
      assert.doesNotMatch(fixed, /Began/);
      await inspect(browser, "start day locked");
      await page.goto(server.origin);
      const card = page.locator('section[aria-labelledby="experiment"]');
      await card.getByText("Until then, days go on as they are.").first().waitFor();
      assert.doesNotMatch(await main(page), BLAME);
      assert.deepEqual(browser.complaints, []);
    } finally {
      await browser.close();
      await server.stop();
      folder.leave();
      browser.profile.leave();
    }
  });
});

describe("a day of an experiment", () => {
  test("in the evening Today asks once if it was done, and both answers are fine", async () => {
    const days = { first: FIRST, nDays: 31, value: (day) => 50 + ((day * 37) % 23) - 11 };
    const experiment = lockedExperiment({ begins: "2026-03-30", assigned: "10".repeat(14) });
    const folder = folderWith(record({ ...days, experiments: [experiment] }));
    // The second day of it, a day without; yesterday is still to be told.
    const server = await startServer({ folder, words: ["serve", "--today", "2026-03-31"] });
    const browser = await openBrowser({ javaScript: false });
    const { page } = browser;
    try {
      await person.enter(page, server);
      const card = page.locator('section[aria-labelledby="experiment"]');
      await card.getByText("Today is a day without").waitFor();
      await card.getByText("Either is fine. The day counts as it was drawn.").waitFor();
      await inspect(browser, "today by lot asks");
      await card.getByRole("button", { name: "No" }).click();
      await page.locator("main:not(:has(form[action='/experiments/day']))").waitFor();
      assert.doesNotMatch(await main(page), BLAME);
    } finally {
      await browser.close();
      await server.stop();
      folder.leave();
      browser.profile.leave();
    }
  });
});

/** Opens how the answer about what helps was found. */
async function openDrawer(page) {
  const card = page.locator("section.card", { hasText: "What helps?" });
  const drawer = card.locator("> details").filter({ hasText: "How this was found" });
  await drawer.locator("> summary").press("Enter");
  return drawer;
}

describe("an experiment that is over", () => {
  const assigned = "1001101001011001011010010110";
  const noise = (day) => ((day * 7919) % 21) - 10;

  /** Opens Experiments and Answers on a record in which days with a walk felt so much more. */
  async function result(more, name, read) {
    const begins = 28;
    const value = (day) => 45 + noise(day) + (assigned[day - begins] === "1" ? more : 0);
    const days = { first: FIRST, nDays: begins + assigned.length + 1, value };
    const experiment = lockedExperiment({ begins: "2026-03-30", assigned });
    const folder = folderWith(record({ ...days, experiments: [experiment] }));
    const server = await startServer({ folder, words: ["serve", "--today", "2026-04-27"] });
    const browser = await openBrowser();
    browser.context.setDefaultTimeout(60_000);
    try {
      await person.enter(browser.page, server);
      await browser.page.goto(`${server.origin}/experiments`);
      await inspect(browser, `experiments over, ${name}`);
      await read(browser.page);
      await browser.page.goto(`${server.origin}/answers`);
      const drawer = await openDrawer(browser.page);
      const pictures = drawer.locator("figure .wide svg");
      assert.ok((await pictures.count()) >= 1, "a picture of what the lot drew");
      await drawer.getByText("The days as they were drawn: Move a little").first().waitFor();
      for (const svg of await pictures.all()) {
        assert.ok((await svg.locator("> title").textContent()).length > 3);
        assert.ok((await svg.locator("> desc").textContent()).length > 20);
      }
      await inspect(browser, `answers by lot, ${name}`);
      assert.deepEqual(browser.complaints, []);
    } finally {
      await browser.close();
      await server.stop();
      folder.leave();
      browser.profile.leave();
    }
  }

  test("an effect is said in words, with its size and how sure it is", async () => {
    await result(30, "an effect", async (page) => {
      const said = await page.locator("main p.said").first().innerText();
      assert.match(said, /more feeling/);
      const size = Number(said.match(/(\d+\.\d) points/)?.[1]);
      assert.ok(Math.abs(size - 30) < 8, `thirty points went in: ${said}`);
    });
  });

  test("where there is none it says that it could not tell, and what it could have shown", async () => {
    await result(0, "no effect", async (page) => {
      const words = await main(page);
      assert.match(words, /It could not tell|can not be told apart/);
      assert.match(words, /\d points|\d of 100/);
      assert.doesNotMatch(words, BLAME);
      assert.doesNotMatch(words, /does not (help|work)|no effect/i);
    });
  });

  test("one that was changed by hand shows no result", async () => {
    const experiment = { ...lockedExperiment({ begins: "2026-03-30", assigned }), seed: "8" };
    const days = { first: FIRST, nDays: 57, value: (day) => 45 + noise(day) };
    const folder = folderWith(record({ ...days, experiments: [experiment] }));
    const server = await startServer({ folder, words: ["serve", "--today", "2026-04-27"] });
    const browser = await openBrowser({ javaScript: false });
    browser.context.setDefaultTimeout(60_000);
    try {
      await person.enter(browser.page, server);
      await browser.page.goto(`${server.origin}/experiments`);
      await browser.page.getByText("its seal does not fit").waitFor();
      const said = await browser.page.locator("main p.said").allInnerTexts();
      assert.doesNotMatch(said.join(" "), /feeling|told apart|points/);
    } finally {
      await browser.close();
      await server.stop();
      folder.leave();
      browser.profile.leave();
    }
  });
});
