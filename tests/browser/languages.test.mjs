// The pages in other languages: nothing outside of the texts, room for longer words, and a choice that stays.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fits, openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";
import { watch } from "./lib/words.mjs";

// Pages that no link leads to without a step before it.
const BEGIN = [
  "/", "/time", "/week", "/back", "/day", "/answers", "/try", "/parts", "/course", "/experiments", "/try/2/experiment",
  "/try/1/experiment", "/quiet-days", "/cards", "/help", "/help/young", "/help/doctor", "/help/safe-place", "/help/DE",
  "/help/DE/young", "/plan", "/pace", "/line", "/report", "/data", "/backup", "/backup/sheet", "/restore", "/recover",
  "/questionnaires", "/forms/morning", "/forms/evening", "/forms/weekly", "/forms/more", "/forms/together",
  "/self-check", "/events", "/named", "/roots", "/medicines", "/medicines/ask", "/medicines/plan", "/away", "/nowhere",
];

describe("in the language for looking at pages", () => {
  let server;
  let browser;
  let watched;

  before(async () => {
    server = await startServer({ words: ["demo", "--language", "en-XA"] });
    browser = await openBrowser();
    browser.context.setDefaultTimeout(60_000);
    await person.enter(browser.page, server);
    watched = watch(browser.page);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    server?.folder.leave();
    browser?.profile.leave();
  });

  test("every page of the example is made of texts alone, and fits a phone", { timeout: 600_000 }, async () => {
    const { page } = browser;
    const seen = new Set(BEGIN);
    const queue = [...BEGIN];
    while (queue.length > 0) {
      const path = queue.shift();
      await page.goto(`${server.origin}${path}`);
      await watched.look(path);
      const links = await page.locator("a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      // Each country has the same page; two of them speak for all.
      const next = links.map((to) => to.split("#")[0]).filter((to) => !/^\/help\/[A-Z]{2}/.test(to) && !seen.has(to));
      for (const to of next) seen.add(to);
      queue.push(...new Set(next));
    }
    console.log(`${seen.size} pages`);
    assert.ok(seen.size > 70, `${seen.size} pages`);
    assert.deepEqual(watched.found(), []);
    assert.deepEqual(watched.wide, []);
  });
});

describe("a language that the browser asks for", () => {
  const started = [];
  const begin = async (locale, words) => {
    const server = await startServer(words);
    const browser = await openBrowser({ locale });
    started.push({ server, browser });
    await person.enter(browser.page, server);
    return { server, browser, page: browser.page };
  };
  after(async () => {
    for (const { server, browser } of started) {
      await browser.close();
      await server.stop();
      server.folder.leave();
      browser.profile.leave();
    }
  });
  const lang = (page) => page.locator("html").getAttribute("lang");

  test("is spoken from the first page on, and the choice stays when the record is locked and opened", async () => {
    const { server, page, browser } = await begin("de-AT");
    assert.equal(await lang(page), "de");
    await fits(page, "first page in German");
    await person.readSafety(page);
    await person.choosePassphrase(page);
    await person.chooseLine(page);
    assert.equal(await lang(page), "de");
    await page.goto(`${server.origin}/data`);
    await page.locator("form[action='/language'] input[value='es']").check();
    await page.locator("form[action='/language'] button").click();
    assert.equal(await lang(page), "es");
    assert.equal(await page.locator("form[action='/language'] input[value='es']").isChecked(), true);
    await page.locator("form[action='/lock'] button").click();
    await page.locator("#passphrase").waitFor();
    assert.equal(await lang(page), "es", "the locked page speaks it too");
    assert.equal(readFileSync(join(server.data, "notes.language"), "utf8"), "es", "the file holds nothing else");
    // What was chosen on the locked page is kept in the record that is opened next.
    await page.locator("form[action='/language'] button[value='en']").click();
    assert.equal(await lang(page), "en");
    await page.locator("#passphrase").fill(person.passphrase);
    await page.locator("form[action='/unlock'] button").click();
    await page.locator("form[action='/lock']").waitFor();
    assert.equal(await lang(page), "en");
    assert.deepEqual(browser.complaints, []);
  });

  test("is English where the browser asks for none that is here", async () => {
    const { page } = await begin("fi-FI", { words: ["demo"] });
    assert.equal(await lang(page), "en");
  });
});

/** What the way around and the two buttons above it look like: rows, tabs and what lies on each other. */
function wayAround() {
  const boxes = [...document.querySelectorAll("header nav a")].map((tab) => tab.getBoundingClientRect());
  const [leave, lock] = ["/exit", "/lock"].map((to) => document.querySelector(`header form[action="${to}"] button`).getBoundingClientRect());
  const isApart = leave.right <= lock.left || lock.right <= leave.left || leave.bottom <= lock.top || lock.bottom <= leave.top;
  return {
    rows: new Set(boxes.map(({ top }) => Math.round(top))).size,
    lines: Math.max(...[...document.querySelectorAll("header nav a")].map((tab) => {
      const words = document.createRange();
      words.selectNodeContents(tab);
      return words.getClientRects().length;
    })),
    least: Math.min(...boxes.flatMap(({ width, height }) => [width, height])),
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    isApart,
  };
}

describe("the way around on a phone", () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
    browser.context.setDefaultTimeout(60_000);
  });
  after(async () => {
    await browser?.close();
    browser?.profile.leave();
  });

  for (const language of ["en", "de", "es"]) {
    test(`has one row of tabs a finger can press, and nothing is covered or beside the window where letters are large: ${language}`, { timeout: 120_000 }, async () => {
      const server = await startServer({ words: ["demo", "--language", language] });
      const { page } = browser;
      try {
        await page.setViewportSize({ width: 800, height: 640 });
        await person.enter(page, server);
        for (const path of ["/", "/time", "/answers", "/try", "/cards", "/help"]) {
          await page.goto(`${server.origin}${path}`);
          for (const width of [320, 360, 390]) {
            await page.setViewportSize({ width, height: 640 });
            const seen = await page.evaluate(wayAround);
            const where = `${language} ${path} at ${width}: ${JSON.stringify(seen)}`;
            assert.deepEqual([seen.rows, seen.lines], [1, 1], where);
            assert.ok(seen.least >= 44, where);
            assert.ok(seen.left >= 0 && seen.right <= width, where);
            assert.ok(seen.isApart, where);
          }
        }
        // A window of 320 with letters of 200% is one of 160 with plain ones.
        await page.setViewportSize({ width: 160, height: 640 });
        const seen = await page.evaluate(wayAround);
        const where = `${language} at 160: ${JSON.stringify(seen)}`;
        assert.equal(seen.lines, 1, where);
        assert.ok(seen.least >= 44 && seen.left >= 0 && seen.right <= 160, where);
        assert.ok(seen.isApart, where);
        for (const path of ["/", "/time", "/answers", "/try", "/cards", "/help", "/medicines", "/report", "/pace", "/data"]) {
          await page.goto(`${server.origin}${path}`);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= 160, `${language} ${path}: ${width} wide in a window of 160`);
        }
      } finally {
        await server.stop();
        server.folder.leave();
      }
    });
  }
});
