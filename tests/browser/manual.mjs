// Takes the pictures of the manual from the example, with its simulated person: one look at a page, light, as small
// WebP files in docs/manual/pictures. `cargo xtask manual pictures` runs it. It checks their size, and nothing else.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, shot } from "./lib/browser.mjs";
import { startServer } from "./lib/server.mjs";
import { enter } from "./lib/person.mjs";

const SHOTS = [
  { name: "today", path: "/", height: 700 },
  { name: "check-in", path: "/", part: 'form[action="/check-in"]', height: 500 },
  { name: "time", path: "/time", from: "h2", height: 780 },
  { name: "answers", path: "/answers", part: 'section:has(h2:text-is("What is it doing?"))', height: 900 },
  { name: "try", path: "/try", height: 800 },
  { name: "experiments", path: "/experiments", height: 700 },
  { name: "medicines", path: "/medicines", height: 800 },
  { name: "self-check", path: "/self-check", height: 760 },
  { name: "help", path: "/help", height: 760 },
  { name: "report", path: "/report", part: "article.sheet", height: 900 },
  { name: "data", path: "/data", height: 760 },
  { name: "backup", path: "/backup", height: 760 },
  { name: "pace", path: "/pace", height: 760 },
];
const WIDTH = 760;
const BYTES_EACH = 60_000;
const BYTES_ALL = 1_000_000;

const out = join(import.meta.dirname, "../../docs/manual/pictures");
mkdirSync(out, { recursive: true });

/** The picture as WebP, as good as fits. The browser itself knows how. */
async function small(page, png) {
  for (const quality of [0.85, 0.75, 0.6, 0.45, 0.3]) {
    const data = await page.evaluate(
      async ([address, quality]) => {
        const image = await createImageBitmap(await (await fetch(address)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        canvas.getContext("2d").drawImage(image, 0, 0);
        const blob = await canvas.convertToBlob({ type: "image/webp", quality });
        return Array.from(new Uint8Array(await blob.arrayBuffer()));
      },
      [`data:image/png;base64,${png.toString("base64")}`, quality],
    );
    if (data.length <= BYTES_EACH) return Buffer.from(data);
  }
  return undefined;
}

const server = await startServer({ words: ["demo"] });
const browser = await openBrowser();
let bytes = 0;
try {
  const { context, page } = browser;
  const maker = await context.newPage();
  await enter(page, server);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  for (const { name, path, part, from, height = 800 } of SHOTS) {
    await page.setViewportSize({ width: WIDTH, height });
    const answer = await page.goto(server.origin + path);
    if (answer.status() !== 200) throw new Error(`${path}: ${answer.status()}`);
    // The look around is for whoever opens the example first.
    await page.evaluate(() => document.querySelector("details.tour")?.remove());
    if (from) {
      await page.locator(from).first().evaluate((found) => window.scrollTo(0, found.getBoundingClientRect().top + window.scrollY - 16));
    }
    const box = part && (await page.locator(part).first().boundingBox({ timeout: 2000 }));
    const clip = box && { ...box, height: Math.min(box.height, height) };
    const png = await shot(page, clip ? { clip, fullPage: true } : {});
    const webp = await small(maker, png);
    if (!webp) throw new Error(`${name}: larger than ${BYTES_EACH} bytes at any quality`);
    writeFileSync(join(out, `${name}.webp`), webp);
    bytes += webp.length;
    console.log(`${name}: ${webp.length} bytes`);
  }
} finally {
  await browser.close();
  await server.stop();
  server.folder.leave();
  browser.profile.leave();
}
if (bytes > BYTES_ALL) throw new Error(`${bytes} bytes in all, more than ${BYTES_ALL}`);
console.log(`${SHOTS.length} pictures, ${bytes} bytes`);
