import { openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";
const server = await startServer({ words: ["demo"] });
const b = await openBrowser({ javaScript: false });
const { page } = b;
b.context.setDefaultTimeout(60000);
try {
  await person.enter(page, server);
  await page.goto(server.origin + "/answers");
  const n = await page.locator("section.card > details > summary").count();
  for (let i = 0; i < n; i++) { const s = page.locator("section.card > details > summary").nth(i); if ((await s.textContent()).includes("found")) await s.press("Enter"); }
  for (const [w, h] of [[1280, 900], [390, 844]]) {
    await page.setViewportSize({ width: w, height: h });
    const f = page.locator("section.card");
    for (const i of [1, 2, 4, 6]) await f.nth(i).screenshot({ path: `/tmp/c${w}-${i}.png` });
  }
} finally { await b.close(); await server.stop(); }
