// What each page of the example weighs, and when its largest part is painted with the processor slowed down four times. Numbers for
// people: it checks nothing. Writes docs/results/pages.csv.
//   npm run pages
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";
import { PAGES } from "./lib/states.mjs";

const SLOWER = 4;
const TIMES = 3;

const server = await startServer({ words: ["demo"] });
const browser = await openBrowser();
const { page, context } = browser;
// The first answers take long where nothing is optimised.
context.setDefaultTimeout(60_000);
await person.enter(page, server);
await page.setViewportSize({ width: 1280, height: 800 });
const devtools = await context.newCDPSession(page);

/** When the largest part was painted, in ms since the page was asked for. */
const painted = () =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => (last = list.getEntries().at(-1).startTime)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
        setTimeout(() => resolve(last), 300);
      }),
  );

async function measure(name, path) {
  const bytes = { document: 0, stylesheet: 0, script: 0, image: 0 };
  const hear = async (response) => {
    const body = await response.body().catch(() => Buffer.alloc(0));
    bytes[response.request().resourceType()] += body.length;
  };
  page.on("response", hear);
  await page.goto(server.origin + path, { waitUntil: "networkidle" });
  page.off("response", hear);
  const total = Object.values(bytes).reduce((sum, n) => sum + n, 0);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const times = [];
  for (let n = 0; n < TIMES; n += 1) {
    await page.goto(server.origin + path);
    times.push(await painted());
  }
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const median = times.sort((a, b) => a - b)[Math.floor(TIMES / 2)];
  return [name, bytes.document, bytes.stylesheet, bytes.script, total, Math.round(median)].join(",");
}

const rows = [];
try {
  for (const path of PAGES) rows.push(await measure(path, path));
  for (const range of ["week", "year", "all"]) {
    await page.goto(`${server.origin}/time`);
    await page.locator(`button[name="range"][value="${range}"]`).click();
    await page.locator(`button[value="${range}"][aria-pressed="true"]`).waitFor();
    rows.push(await measure(`/time (${range})`, "/time"));
  }
} finally {
  await browser.close();
  await server.stop();
  server.folder.leave();
  browser.profile.leave();
}
const head = `page,document_bytes,style_bytes,script_bytes,total_bytes,largest_paint_ms_at_${SLOWER}x_slower`;
const csv = [head, ...rows, ""].join("\n");
console.log(csv);
writeFileSync(join(import.meta.dirname, "../../docs/results/pages.csv"), csv);
