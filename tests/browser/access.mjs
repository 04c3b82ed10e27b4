// Whether everybody can use every page in every state: axe in five ways, names, targets, sideways scrolling, motion; and, where they
// are installed, pa11y and Lighthouse on every page of the example. Takes minutes; the test run has a smaller set of its own.
//   npm run access [STATE | pa11y | lighthouse ...]     writes docs/results/access.csv when nothing is named; ends with 1 where anything is wrong
//   THAWLINE_PAGES="/ /time"         only these pages, for the last two
//   PUPPETEER_SKIP_DOWNLOAD=1 npm install --no-save pa11y@9.1.1 lighthouse@12.8.2    for the last two
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PAGES, STATES } from "./lib/states.mjs";
import { startServer } from "./lib/server.mjs";
import { nameless } from "./lib/speech.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WAYS = [
  { name: "light", width: 1280, height: 800, colorScheme: "light", forcedColors: "none" },
  { name: "dark", width: 1280, height: 800, colorScheme: "dark", forcedColors: "none" },
  { name: "forced colors", width: 1280, height: 800, colorScheme: "light", forcedColors: "active" },
  { name: "320 px", width: 320, height: 640, colorScheme: "light", forcedColors: "none" },
  // A window of 1280 at 200% is one of 640 to the page.
  { name: "200%", width: 640, height: 400, colorScheme: "dark", forcedColors: "none" },
];
const TARGET = 44;

const rows = new Map();
const wrong = [];
function count(key, add) {
  const row = rows.get(key) ?? { pages: 0, violations: 0, nameless: 0, small: 0, sideways: 0, moving: 0 };
  for (const [name, n] of Object.entries(add)) row[name] += n;
  rows.set(key, row);
}

/** What can be pressed and is smaller than a finger. A link within a sentence is as high as its line: WCAG 2.5.8 leaves it out. */
function smallTargets(least) {
  const controls = [...document.querySelectorAll("button, summary, select, textarea, nav a, a.button, a.line, input:not([type=hidden])")];
  return controls
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
    .map((one) => (one.matches("input[type=radio], input[type=checkbox]") ? (one.closest("label") ?? one) : one))
    .filter((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width > 1 && (width < least - 0.5 || height < least - 0.5);
    })
    .map((one) => `${one.tagName.toLowerCase()} ${one.textContent.trim().slice(0, 30)}`);
}

async function look(page, state, name) {
  for (const { name: way, width, height, ...media } of WAYS) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce", ...media });
    if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
    const enabled = media.forcedColors === "none";
    const options = { resultTypes: ["violations"], rules: { "color-contrast": { enabled } } };
    const found = await page.evaluate((how) => globalThis.axe.run(document, how), options);
    const nodes = found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 140)}`));
    // The empty sheet that one lands on after leaving wears no style: it must look like nothing.
    const isPlain = new URL(page.url()).pathname === "/away";
    const small = isPlain ? [] : await page.evaluate(smallTargets, TARGET);
    const silent = await nameless(page);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    const moving = await page.evaluate(() => document.getAnimations().length);
    count(`axe,${state},${way}`, {
      pages: 1,
      violations: nodes.length,
      nameless: silent.length,
      small: small.length,
      sideways: Number(scrolls),
      moving,
    });
    for (const what of [...nodes, ...silent, ...small, ...(scrolls ? ["scrolls sideways"] : []), ...(moving ? ["moves"] : [])]) {
      wrong.push(`${state} ${name} (${way}): ${what}`);
    }
  }
}

/** pa11y and Lighthouse on the example, one page after the other in a browser that came in by the start link. */
async function others(isAsked) {
  const load = (name) => import(name).catch(() => null);
  const [pa11y, lighthouse, puppeteer] = [await load("pa11y"), await load("lighthouse"), await load("puppeteer")];
  if (!pa11y || !lighthouse || !puppeteer) {
    console.log("skipped: pa11y and Lighthouse are not installed; the first lines of this file say how");
    return;
  }
  const server = await startServer({ words: ["demo"] });
  const browser = await puppeteer.default.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.link);
    await page.waitForSelector("main#main");
    const paths = process.env.THAWLINE_PAGES?.split(" ") ?? PAGES;
    for (const path of isAsked("pa11y") ? paths : []) {
      await page.goto(server.origin + path);
      // Of letters in a picture axe can not tell what lies behind them and asks for a look: `design.rs` computes that pair.
      const how = { ignoreUrl: true, runners: ["axe", "htmlcs"], standard: "WCAG2AA", levelCapWhenNeedsReview: "warning" };
      const { issues } = await pa11y.default(page.url(), { browser, page, ...how });
      const errors = issues.filter(({ type }) => type === "error");
      count("pa11y (axe and htmlcs),full,light", { pages: 1, violations: errors.length });
      for (const { code, context } of errors) wrong.push(`pa11y ${path}: ${code} ${context?.slice(0, 120)}`);
    }
    for (const path of isAsked("lighthouse") ? paths : []) {
      const flags = { onlyCategories: ["accessibility"], disableStorageReset: true, logLevel: "error" };
      const told = await lighthouse.default(server.origin + path, flags, undefined, page);
      const score = told.lhr.categories.accessibility.score;
      count("Lighthouse accessibility below 1.00,full,light", { pages: 1, violations: Number(score < 1) });
      if (score < 1) {
        const failed = Object.values(told.lhr.audits).filter((audit) => audit.score === 0).map(({ id }) => id);
        wrong.push(`Lighthouse ${path}: ${score} ${failed.join(" ")}`);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
    server.folder.leave();
  }
}

const wanted = process.argv.slice(2);
for (const [state, visit] of Object.entries(STATES)) {
  if (wanted.length > 0 && !wanted.includes(state)) continue;
  await visit((page, name) => look(page, state, name));
  console.log(`${state}: ${wrong.length} wrong so far`);
}
const isAsked = (name) => wanted.length === 0 || wanted.includes(name);
if (isAsked("pa11y") || isAsked("lighthouse")) await others(isAsked);

const head = "tool,state,way,pages,violations,controls_without_a_name,targets_below_44_px,pages_that_scroll_sideways,animations";
const lines = [...rows].map(([key, row]) => [key, row.pages, row.violations, row.nameless, row.small, row.sideways, row.moving].join(","));
const csv = [head, ...lines, ""].join("\n");
console.log(csv);
if (wanted.length === 0) writeFileSync(join(import.meta.dirname, "../../docs/results/access.csv"), csv);
for (const what of new Set(wrong)) console.log(what);
process.exitCode = wrong.length > 0 ? 1 : 0;
