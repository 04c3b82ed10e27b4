// A browser with an empty profile, and what is asked of every page.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { ask, throwAwayFolder } from "./server.mjs";
import { nameless } from "./speech.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const out = join(dirname(fileURLToPath(import.meta.url)), "../out");

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// How a page may be looked at.
const DRESSES = [
  { colorScheme: "light", forcedColors: "none" },
  { colorScheme: "dark", forcedColors: "none" },
  { colorScheme: "light", forcedColors: "active" },
];

/** Opens a browser whose profile lies in a folder of its own, and which asks for pages in this language. */
export async function openBrowser({ javaScript = true, locale = "en-US" } = {}) {
  const profile = throwAwayFolder();
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: isRoot ? [...FLAGS, "--no-sandbox"] : FLAGS,
    javaScriptEnabled: javaScript,
    locale,
    viewport: { width: 800, height: 900 },
    reducedMotion: "reduce",
  });
  const page = context.pages()[0] ?? (await context.newPage());
  context.setDefaultTimeout(8000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (line) => {
    // A refused form answers with a 4xx page, which the console repeats.
    if (line.type() === "error" && !line.text().includes("status of 4")) {
      complaints.push(line.text());
    }
  });
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).host));
  // Axe is a script. Where scripts are off, a second browser reads a copy of each page.
  const reader = javaScript ? null : await openBrowser({ locale });
  const close = async () => {
    await context.close();
    await reader?.close();
    reader?.profile.leave();
  };
  return { context, page, reader, profile, complaints, requests, close };
}

/** What holds on every page: no axe violation in any dress, a name for each control, no sideways scrolling, a quiet title. */
export async function inspect({ page, reader }, name) {
  await fits(page, name);
  await picture(page, name);
  assert.match(await page.title(), /^\w{1,12}$/, `${name}: the title says nothing of the record`);
  assert.deepEqual(await nameless(page), [], name);
  const seen = reader ? await copy(page, reader.page) : page;
  for (const dress of DRESSES) await violations(seen, name, dress);
  await seen.emulateMedia(DRESSES[0]);
}

/** Shows in `reader` what `page` shows: the same HTML in the same style, and nothing else. */
async function copy(page, reader) {
  const { origin, host: authority, port } = new URL(page.url());
  const html = await page.content();
  const style = await ask({ authority, port: Number(port) }, { path: "/style.css" });
  await reader.unrouteAll();
  await reader.route("**/*", (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === "/copy") return route.fulfill({ contentType: "text/html", body: html });
    if (path === "/style.css") return route.fulfill({ contentType: "text/css", body: style.text });
    return route.abort();
  });
  await reader.goto(`${origin}/copy`);
  return reader;
}

async function violations(page, name, dress) {
  await page.emulateMedia(dress);
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.evaluate(readFileSync(axe, "utf8"));
  }
  // Where colors are forced they are the browser's own, and axe reads those of the style sheet.
  const enabled = dress.forcedColors === "none";
  const options = { resultTypes: ["violations"], rules: { "color-contrast": { enabled } } };
  const found = await page.evaluate((how) => globalThis.axe.run(document, how), options);
  const list = found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`),
  );
  assert.deepEqual(list, [], `${name}, ${JSON.stringify(dress)}`);
}

/** A phone of 320 points in width shows the whole page without scrolling sideways. */
export async function fits(page, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await picture(page, `${name}-320`);
  await page.setViewportSize(before);
  assert.ok(width <= 320, `${name}: ${width} points wide on a screen of 320`);
}

/** Keeps a screenshot in `out/`, which git ignores. */
export async function picture(page, name) {
  mkdirSync(out, { recursive: true });
  const file = `${name.replaceAll(/[^a-z0-9]+/gi, "-").toLowerCase()}.png`;
  await shot(page, { path: join(out, file), fullPage: true });
}

/**
 * A screenshot. Right after a window changed its size, Chromium has now and then nothing to copy yet and says
 * that it is "unable to capture". That says nothing of the page, so it is asked again; any other error stands.
 */
export async function shot(page, how) {
  for (let left = 4; ; left -= 1) {
    try {
      return await page.screenshot(how);
    } catch (error) {
      if (left === 0 || !String(error).includes("Unable to capture screenshot")) throw error;
      await page.waitForTimeout(250);
    }
  }
}
