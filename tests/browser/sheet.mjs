// Takes a picture of every page in every state, light and dark, narrow and wide, into `out/sheet/`, and lays them side by
// side into `out/contact/`. For people who look at them: it checks nothing.
//   node sheet.mjs [STATE ...]      the states are named below; without one, all
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, shot } from "./lib/browser.mjs";
import { STATES, fileName } from "./lib/states.mjs";

const WAYS = [
  { name: "narrow-light", width: 360, height: 740, colorScheme: "light" },
  { name: "narrow-dark", width: 360, height: 740, colorScheme: "dark" },
  { name: "wide-light", width: 1280, height: 800, colorScheme: "light" },
  { name: "wide-dark", width: 1280, height: 800, colorScheme: "dark" },
];
const PER_SHEET = { narrow: 12, wide: 4 };

const out = join(import.meta.dirname, "out");
const [pictures, sheets] = [join(out, "sheet"), join(out, "contact")];
for (const folder of [pictures, sheets]) mkdirSync(folder, { recursive: true });

const wanted = process.argv.slice(2);
const taken = new Map();

async function take(page, state, name) {
  for (const way of WAYS) {
    await page.setViewportSize({ width: way.width, height: way.height });
    await page.emulateMedia({ colorScheme: way.colorScheme, reducedMotion: "reduce" });
    const file = `${way.name}-${state}-${fileName(name)}.png`;
    await shot(page, { path: join(pictures, file), fullPage: true });
    const key = `${state}-${way.name}`;
    taken.set(key, [...(taken.get(key) ?? []), { file, name }]);
  }
}

/** Lays pictures side by side, each cut off where it gets long. */
async function layOut(page) {
  for (const [key, list] of taken) {
    const kind = key.includes("wide") ? "wide" : "narrow";
    for (let from = 0; from < list.length; from += PER_SHEET[kind]) {
      const some = list.slice(from, from + PER_SHEET[kind]);
      const width = kind === "wide" ? 900 : 300;
      const cells = some.map(
        ({ file, name }) =>
          `<figure style="margin:0;width:${width}px"><figcaption>${name}</figcaption>
           <div style="max-height:1000px;overflow:hidden"><img src="../sheet/${file}" width="${width}"></div></figure>`,
      );
      const html = `<body style="margin:8px;font:14px sans-serif;background:#888"><div style="display:flex;flex-wrap:wrap;gap:10px">${cells.join("")}</div>`;
      const file = join(sheets, `${key}-${from / PER_SHEET[kind] + 1}`);
      writeFileSync(`${file}.html`, html);
      await page.setViewportSize({ width: 1860, height: 800 });
      await page.goto(`file://${file}.html`);
      await shot(page, { path: `${file}.png`, fullPage: true });
      rmSync(`${file}.html`);
    }
  }
}

for (const [name, visit] of Object.entries(STATES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await visit((page, what) => take(page, name, what));
}
const browser = await openBrowser();
await layOut(browser.page);
await browser.close();
browser.profile.leave();
