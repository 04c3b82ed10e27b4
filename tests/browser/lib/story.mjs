// A person with a story: a record of their own, and the look at the signs with their answers.
import assert from "node:assert/strict";
import { inspect, openBrowser, picture } from "./browser.mjs";
import * as person from "./person.mjs";
import { startServer } from "./server.mjs";

/** Runs a story on a record of its own, and takes everything away afterwards. */
export async function story(run) {
  const server = await startServer();
  const browser = await openBrowser();
  const { page } = browser;
  try {
    await person.enter(page, server);
    await person.readSafety(page);
    await person.choosePassphrase(page);
    await person.chooseLine(page);
    await run({ server, browser, page, open: (path) => page.goto(`${server.origin}${path}`) });
    assert.deepEqual(browser.complaints, []);
  } finally {
    await browser.close();
    await server.stop();
    server.folder.leave();
    browser.profile.leave();
  }
}

/** Goes through the form at `path` with these answers; gives the headings of its pages. */
export async function answer({ page, open }, path, answers) {
  const seen = [];
  await open(path);
  const next = page.locator('button[value="next"]');
  while ((await next.count()) > 0) {
    assert.ok(seen.length < 25, "a form ends");
    const key = await page.locator('input[name="page"]').getAttribute("value");
    seen.push(await page.locator("section.card h2").first().textContent());
    for (const [name, value] of Object.entries(answers)) {
      const choice = page.locator(`input[name="${name}"][value="${value}"]`);
      if ((await choice.count()) > 0) await choice.check();
    }
    await next.click();
    await page.locator(`main:not(:has(input[name="page"][value="${key}"]))`).waitFor();
    if (new URL(page.url()).pathname !== path) break;
  }
  return seen;
}

/** Looks at the page that the story ends on, wide and as on a phone. */
export async function show({ browser, page }, name) {
  await inspect(browser, `story ${name}`);
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, `story ${name} 390`);
  await page.setViewportSize({ width: 800, height: 900 });
}

/** Everything that the page says. */
export const said = ({ page }) => page.locator("main").innerText();
