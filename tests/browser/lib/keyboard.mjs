// A person who has no mouse: every step is a key, and at every stop the focus has to be seen.
import assert from "node:assert/strict";

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

/** The keys of one page. Each stop is looked at; `stops` counts them. */
export function keyboard(page) {
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
  const press = async (key) => {
    await page.keyboard.press(key);
    return look();
  };
  const isOn = (locator) =>
    locator.evaluateAll((all) => all.length > 0 && all[0] === document.activeElement);

  /** Goes to the first of these by Tab, as far as it takes. */
  const to = async (locator, most = 300) => {
    await locator.first().waitFor({ state: "attached" });
    for (let n = 0; n < most; n += 1) {
      if (await isOn(locator.first())) return look();
      await press("Tab");
    }
    return assert.fail(`Tab does not come to ${locator}`);
  };
  /** Goes there and presses Enter. */
  const enter = async (locator) => {
    await to(locator);
    await page.keyboard.press("Enter");
  };
  /** Goes there, and writes in the place of what stands there. */
  const write = async (locator, words) => {
    await to(locator);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(words);
  };
  /** Unfolds the part that holds this, unless it is open. */
  const unfold = async (locator) => {
    const fold = page.locator("details", { has: locator }).last();
    if ((await fold.getAttribute("open")) === null) await enter(fold.locator("summary").first());
  };
  /** Once around the page: Tab comes to everything and out again. Gives how many stops there were. */
  const around = async (name) => {
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
    let last = "";
    for (let n = 0; n < 600; n += 1) {
      await press("Tab");
      const at = await tag();
      if (seen.has(at) && at !== last) return seen.size;
      assert.ok(at !== last || at === "", `${name}: Tab stays where it is`);
      if (at === "" && seen.size > 0) return seen.size;
      seen.add(at);
      last = at;
    }
    return assert.fail(`${name}: Tab never comes around`);
  };
  return { press, to, enter, write, unfold, around, stops: () => stops };
}
