// What a person does on the pages, by the forms and buttons that they see.
import assert from "node:assert/strict";

export const passphrase = "four gray pebbles in a row";

/** The form that does `action`. */
export const form = (page, action) => page.locator(`form[action="${action}"]`);

/** Comes in by the start link. */
export async function enter(page, server) {
  await page.goto(server.link);
  await page.waitForURL(`${server.origin}/`);
  // The page that takes the link goes on by itself; wait for the one after it.
  await page.locator("main#main").waitFor();
}

export async function readSafety(page) {
  await form(page, "/first-run/safety").getByRole("button").click();
  await form(page, "/first-run/key").waitFor();
}

export async function choosePassphrase(page, first = passphrase, again = first) {
  const asked = form(page, "/first-run/key");
  await asked.locator("#passphrase").fill(first);
  await asked.locator("#again").fill(again);
  await asked.locator('button[value="passphrase"]').click();
}

export async function chooseLine(page) {
  await form(page, "/first-run/line").locator("button[data-digit='4']").click();
  await form(page, "/check-in").waitFor();
}

/** Answers every question that is asked, each with its second button. Returns how many. */
export async function checkIn(page, each = async () => {}) {
  let n = 0;
  const question = form(page, "/check-in");
  for (; (await question.count()) > 0; n += 1) {
    assert.ok(n < 8, "a check-in ends");
    await each(n);
    const item = question.locator('input[name="item"]');
    const asked = await item.getAttribute("value");
    await question.locator('button[data-digit="1"]').click();
    await page.locator(`main:not(:has(input[name="item"][value="${asked}"]))`).waitFor();
  }
  return n;
}

/** Writes a check-in from memory on the day that is open. */
export async function recall(page, clock, value) {
  await unfold(page, "/day/check-in");
  const asked = form(page, "/day/check-in");
  await asked.locator('input[name="clock"]').fill(clock);
  await asked.locator('input[name="value"]').fill(String(value));
  const before = await page.locator("ul.facts li").count();
  await asked.getByRole("button").click();
  await page.locator("ul.facts li").nth(before).waitFor();
}

/** Opens the fold in which a form lies. */
export async function unfold(page, action) {
  const fold = page.locator("details", { has: form(page, action) });
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
}

/** Names the first thing that can be suspected, drops it, and names it again, by keyboard alone. */
export async function suspect(page) {
  const dropped = form(page, "/answers/drop");
  const name = async () => {
    const fold = page.locator("details", { has: form(page, "/answers/suspect") });
    if ((await fold.getAttribute("open")) === null) await fold.locator("summary").press("Enter");
    await page.getByLabel("What do you suspect?").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await dropped.waitFor();
  };
  await name();
  await dropped.getByRole("button").press("Enter");
  await dropped.waitFor({ state: "detached" });
  await name();
}

/** Goes somewhere by the links at the top. */
export async function go(page, path) {
  await page.locator(`nav a[href="${path}"]`).click();
  await page.waitForURL((address) => address.pathname === path);
}

export async function lock(page) {
  await form(page, "/lock").getByRole("button").click();
  await form(page, "/unlock").waitFor();
}

export async function unlock(page, words = passphrase) {
  await form(page, "/unlock").locator("#passphrase").fill(words);
  await form(page, "/unlock").getByRole("button").click();
}
