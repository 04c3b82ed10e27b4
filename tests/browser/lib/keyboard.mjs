// A person who has no mouse: every step is a key, and at every stop the focus has to be seen.
import assert from "node:assert/strict";
import { deaf } from "./speech.mjs";

/** What has the focus, as words for a failed test, and whether one sees that it has it. */
const focused = () => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const isDrawn = (element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return isOutlined && box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth;
  };
  // A radio button that is drawn by its label shows the focus there.
  const drawn = [one, one.nextElementSibling].filter(Boolean);
  return { is: one.outerHTML.slice(0, 120), isSeen: drawn.some(isDrawn) };
};

/** How many things of the page a key has to come to; of buttons of one choice, one is enough. */
const reachable = () => {
  const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const isThere = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled;
  const names = [...document.querySelectorAll(kinds)].filter(isThere).map((one, idx) => {
    return one.type === "radio" ? `radio ${one.name}` : idx;
  });
  return new Set(names).size;
};

/** The keys of one page. Each stop is looked at, and heard by `hears`; `stops` counts them. */
export function keyboard(page, hears = deaf) {
  let stops = 0;
  const look = async () => {
    // A key may have led to another page: there the next key is looked at.
    const at = await page.evaluate(focused).catch((error) => {
      if (!String(error).includes("navigation")) throw error;
      return null;
    });
    if (at) {
      stops += 1;
      assert.ok(at.isSeen, `the focus is not seen on ${at.is}`);
    }
    return at;
  };
  /** A key, whatever comes of it. */
  const key = async (name) => {
    await hears.before();
    await page.keyboard.press(name);
    hears.pressed(name);
  };
  const tab = async () => {
    await page.keyboard.press("Tab");
    const at = await look();
    if (at) await hears.named();
    return at;
  };
  const press = async (name) => {
    await key(name);
    return look();
  };
  const isOn = (locator) =>
    locator.evaluateAll((all) => all.length > 0 && all[0] === document.activeElement);

  /** Goes to the first of these by Tab, as far as it takes. */
  const to = async (locator, most = 300) => {
    await locator.first().waitFor({ state: "attached" });
    await hears.before();
    for (let n = 0; n < most; n += 1) {
      if (await isOn(locator.first())) {
        await hears.stop();
        return look();
      }
      await tab();
    }
    return assert.fail(`Tab does not come to ${locator}`);
  };
  /** Goes there and presses Enter. */
  const enter = async (locator) => {
    await to(locator);
    await key("Enter");
  };
  /** Goes there, and writes in the place of what stands there. */
  const write = async (locator, words) => {
    await to(locator);
    await page.keyboard.press("Control+A");
    await type(words);
  };
  const type = async (words) => {
    await page.keyboard.type(words);
    hears.typed(words);
  };
  /** Unfolds the part that holds this, unless it is open. */
  const unfold = async (locator) => {
    const fold = page.locator("details", { has: locator }).last();
    if ((await fold.getAttribute("open")) === null) await enter(fold.locator("summary").first());
  };
  /** Once around the page: Tab comes to everything that can be reached, and out again. */
  const around = async (name) => {
    await hears.before();
    const seen = new Set();
    const tag = () =>
      page.evaluate(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return "";
        globalThis.stopsOfTest ??= new Map();
        if (!globalThis.stopsOfTest.has(one)) globalThis.stopsOfTest.set(one, globalThis.stopsOfTest.size + 1);
        return String(globalThis.stopsOfTest.get(one));
      });
    await page.evaluate(() => document.activeElement?.blur());
    const n = await page.evaluate(reachable);
    const end = () => assert.ok(seen.size >= n, `${name}: Tab comes to ${seen.size} of ${n}`);
    let last = "";
    let stays = 0;
    for (let step = 0; step < 600; step += 1) {
      await tab();
      const at = await tag();
      // The parts of a date are stops of one field.
      stays = at === last ? stays + 1 : 0;
      assert.ok(stays < 6, `${name}: Tab stays where it is`);
      // It begins anywhere; between the last and the first the page itself has the focus.
      if (seen.has(at) && at !== last) return end();
      if (at !== "") seen.add(at);
      last = at;
    }
    return assert.fail(`${name}: Tab never comes around`);
  };
  return { key, press, type, to, enter, write, unfold, around, stops: () => stops };
}
