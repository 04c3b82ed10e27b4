// The manual, as it was built: every chapter reads well by axe, in light and dark, and fits a phone. It is opened from the disk,
// as a package brings it; nobody is asked for anything.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { openBrowser } from "./lib/browser.mjs";

const folder = process.env.THAWLINE_MANUAL;
const why = "THAWLINE_MANUAL names no built manual; `cargo xtask manual` makes one";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("the manual", { skip: folder ? false : why }, () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    browser?.profile.leave();
  });

  test("every chapter reads well by axe and fits a phone", async () => {
    const { page } = browser;
    const chapters = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
    assert.ok(chapters.length > 100, `${chapters.length} chapters`);
    const wrong = [];
    await page.setViewportSize({ width: 320, height: 800 });
    for (const chapter of chapters.sort()) {
      await page.goto(pathToFileURL(join(folder, chapter)).href);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wrong.push(`${chapter}: ${width} points wide on a screen of 320`);
      await page.evaluate(axe);
      // The colors are those of one style sheet: of papers that look alike, light is enough.
      const isAlike = /^docs\W(decisions|formats)\W/.test(chapter);
      for (const colorScheme of isAlike ? ["light"] : ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        // What differs between the two are the colors.
        const only = colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {};
        // Axe would ask for the style sheet again, which a chapter allows nobody.
        const options = { resultTypes: ["violations"], preload: false, ...only };
        const found = await page.evaluate((how) => globalThis.axe.run(document, how), options);
        for (const { id, nodes } of found.violations) {
          for (const node of nodes) wrong.push(`${chapter}, ${colorScheme}: ${id}: ${node.html.slice(0, 160)}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  test("no chapter complained or asked anybody", () => {
    assert.deepEqual(browser.complaints, []);
    assert.deepEqual([...new Set(browser.requests)], [""]);
  });
});
