// Takes a picture of every page of the example, light and dark, narrow and wide, into `out/sheet/`.
// For people who look at them: it checks nothing.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./lib/browser.mjs";
import { startServer } from "./lib/server.mjs";
import { enter } from "./lib/person.mjs";

const PAGES = [
  "/", "/time", "/time?span=year", "/week", "/back", "/answers", "/try", "/try/1", "/try/4", "/course", "/course/1",
  "/parts", "/experiments", "/try/4/experiment", "/quiet-days", "/cards", "/cards/1", "/help", "/help/DE",
  "/help/doctor", "/help/safe-place", "/plan", "/pace", "/report", "/data", "/backup", "/backup/sheet", "/restore",
  "/questionnaires", "/forms/morning", "/forms/evening", "/forms/weekly", "/self-check", "/forms/together",
  "/events", "/named", "/roots", "/medicines", "/medicines/ask", "/day", "/away",
];
const WAYS = [
  { name: "narrow-light", width: 390, height: 844, colorScheme: "light" },
  { name: "narrow-dark", width: 390, height: 844, colorScheme: "dark" },
  { name: "wide-light", width: 1280, height: 900, colorScheme: "light" },
  { name: "wide-dark", width: 1280, height: 900, colorScheme: "dark" },
];

const out = join(import.meta.dirname, "out/sheet");
mkdirSync(out, { recursive: true });
const server = await startServer({ words: ["demo"] });
const browser = await openBrowser();
try {
  const { page } = browser;
  await enter(page, server);
  for (const way of WAYS.filter(({ name }) => !process.argv[2] || name === process.argv[2])) {
    await page.setViewportSize({ width: way.width, height: way.height });
    await page.emulateMedia({ colorScheme: way.colorScheme, reducedMotion: "reduce" });
    for (const path of PAGES) {
      const answer = await page.goto(server.origin + path);
      const file = `${way.name}${path.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase()}.png`;
      await page.screenshot({ path: join(out, file), fullPage: true });
      if (answer.status() !== 200) console.log(`${path}: ${answer.status()}`);
    }
  }
} finally {
  await browser.close();
  await server.stop();
  server.folder.leave();
  browser.profile.leave();
}
