// What each page of the example weighs, and when its largest part is painted with the processor slowed down four times, beside a
// page that shows nothing of the record. Numbers for people: it checks nothing. Writes docs/results/pages.csv.
//   npm run pages
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";
import { PAGES } from "./lib/states.mjs";
import { BARE, SLOWER, bytesOf, paintOf, reach, slow } from "./lib/weight.mjs";

// Each page and the bare one in turn: whatever else the machine does meets both.
const TIMES = 5;

const server = await startServer({ words: ["demo"] });
const browser = await openBrowser();
const { page, context } = browser;
// The first answers take long where nothing is optimised.
context.setDefaultTimeout(60_000);
await person.enter(page, server);
await page.setViewportSize({ width: 1280, height: 800 });

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function measure(name, path) {
  const bytes = await bytesOf(page, server.origin + path);
  const times = { own: [], bare: [] };
  const quick = await slow(context, page);
  for (let n = 0; n < TIMES; n += 1) {
    times.own.push(await paintOf(page, server.origin + path));
    times.bare.push(await paintOf(page, server.origin + BARE));
  }
  await quick();
  const [own, bare] = [median(times.own), median(times.bare)];
  const numbers = [bytes.document, bytes.stylesheet, bytes.script, bytes.total, Math.round(own), Math.round(bare)];
  return [name, ...numbers, (own / bare).toFixed(1)].join(",");
}

const rows = [];
try {
  for (const path of PAGES) rows.push(await measure(path, path));
  for (const range of ["week", "year", "all"]) {
    await reach(page, server.origin, range);
    rows.push(await measure(`/time (${range})`, "/time"));
  }
} finally {
  await browser.close();
  await server.stop();
  server.folder.leave();
  browser.profile.leave();
}
const head = `page,document_bytes,style_bytes,script_bytes,total_bytes,largest_paint_ms_at_${SLOWER}x_slower,bare_page_ms,times_the_bare_page`;
const csv = [head, ...rows, ""].join("\n");
console.log(csv);
writeFileSync(join(import.meta.dirname, "../../docs/results/pages.csv"), csv);
