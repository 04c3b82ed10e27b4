// A whole use of the pages, with words that stand nowhere else, and what may not be found afterwards.
import { randomBytes } from "node:crypto";
import { until } from "./browsers.mjs";

export const PASSPHRASE = "Kanarienpfad eins zwei drei";

/** A word that nobody else writes. */
export const canary = (what) => `kanarie${what}${randomBytes(6).toString("hex")}`;

/** What may stand in a browser's list of pages visited: one title, and addresses that are the same for everybody. */
export const TITLES = ["Notes"];
const FIXED = `/ /start /away /exit /lock /unlock /first-run/safety /first-run/key /first-run/line /check-in /flicker /note /undo
  /time /day /day/check-in /day/event /day/sleep /day/note /answers /report /plan /medicines /medicines/add
  /help /style.css /script.js /time.js /icon.svg /favicon.ico`.split(/\s+/);
export const isFixed = (address) => address === "" || FIXED.includes(address);

export async function enter(browser, server) {
  await browser.goto(server.link);
  await until("the first page", async () => (await browser.url()) === `${server.origin}/` && (await browser.has("main#main")));
}

export async function firstRun(browser) {
  await browser.click('form[action="/first-run/safety"] button');
  await browser.type("#passphrase", PASSPHRASE);
  await browser.type("#again", PASSPHRASE);
  await browser.click('button[value="passphrase"]');
  await until("the line", () => browser.has('form[action="/first-run/line"]'), 60_000);
  await browser.click('form[action="/first-run/line"] button[data-digit="4"]');
  await until("today", () => browser.has('form[action="/check-in"]'));
}

/** What the clock on the wall shows. */
function clock() {
  const now = new Date();
  return [now.getHours(), now.getMinutes()].map((number) => String(number).padStart(2, "0")).join(":");
}

async function checkIn(browser) {
  const item = `document.querySelector('form[action="/check-in"] input[name="item"]')?.value ?? ""`;
  for (let n = 0; n < 8 && (await browser.has('form[action="/check-in"]')); n += 1) {
    const asked = await browser.run(item);
    await browser.click('form[action="/check-in"] button[data-digit="1"]');
    await until("the next question", async () => (await browser.run(item)) !== asked);
  }
}

/** Opens the fold in which a form lies. */
async function unfold(browser, action) {
  await until(action, () => browser.has(`form[action="${action}"]`));
  await browser.run(`document.querySelectorAll('details').forEach((one) => {
    if (one.querySelector('form[action="${action}"]')) one.open = true; })`);
}

async function send(browser, action) {
  const mark = "document.documentElement.dataset.old = 'yes'";
  await browser.run(mark);
  await browser.click(`form[action="${action}"] button[type="submit"], form[action="${action}"] button:not([type])`);
  await until(`${action} is through`, async () => !(await browser.run("document.documentElement.dataset.old ?? ''")));
}

/** Words that a page shows and that no other page of the world does: whole lines, and the shape of its picture. */
async function seen(browser) {
  const lines = (await browser.lines()).split("\n").map((line) => line.trim());
  // A shape is told by its numbers; browsers write the end of a tag in another way than the program.
  const shapes = await browser.run(`[...document.querySelectorAll("figure svg *")].map((one) => one.outerHTML.split(">")[0].replace(/ ?xmlns="[^"]*"/, "")).filter((one) => /\\d\\.?\\d*".*\\d/.test(one))`);
  return {
    page: lines.filter((line) => line.length >= 40),
    picture: shapes.filter((shape) => shape.length >= 24).map((shape) => shape.slice(0, 60)),
  };
}

/** Uses everything that a day brings. Gives what was typed, what was shown and what was only begun. */
export async function wholeDay(browser, server) {
  const words = { typed: [PASSPHRASE], draft: [], page: [], picture: [] };
  const look = async () => {
    const { page, picture } = await seen(browser);
    words.page.push(...page);
    words.picture.push(...picture);
  };
  const typed = async (css, what) => {
    const word = canary(what);
    words.typed.push(word);
    await browser.type(css, word);
  };
  await checkIn(browser);
  await unfold(browser, "/note");
  await typed("#words", "note");
  await send(browser, "/note");
  await look();
  await browser.goto(`${server.origin}/day`);
  await unfold(browser, "/day/event");
  await typed('form[action="/day/event"] input[type="text"], form[action="/day/event"] input:not([type]), form[action="/day/event"] textarea', "event");
  await unfold(browser, "/day/note");
  await typed('form[action="/day/note"] textarea', "daynote");
  await send(browser, "/day/note");
  await look();
  for (const value of ["30", "70", "45"]) {
    await unfold(browser, "/day/check-in");
    await browser.run(`document.querySelector('form[action="/day/check-in"] input[name="clock"]').value = "${clock()}"`);
    await browser.type('form[action="/day/check-in"] input[name="value"]', value);
    await send(browser, "/day/check-in");
  }
  await browser.goto(`${server.origin}/medicines`);
  await unfold(browser, "/medicines/add");
  await typed("#add-name", "medicine");
  await browser.type("#add-amount, #add-dose", "20");
  await browser.run("document.querySelector('#add-day').value = document.querySelector('#add-day').max");
  await send(browser, "/medicines/add");
  await look();
  for (const path of ["/time", "/answers", "/report"]) {
    await browser.goto(`${server.origin}${path}`);
    await look();
  }
  await browser.goto(`${server.origin}/time`);
  if (await browser.has('button[name="range"][value="month"]')) {
    await browser.click('button[name="range"][value="month"]');
    await until("a month", () => browser.has('button[value="month"][aria-pressed="true"]'));
    await look();
  }
  await browser.goto(`${server.origin}/plan`);
  const plan = canary("plandraft");
  words.draft.push(plan);
  await browser.type('form[action="/plan"] textarea, form[action="/plan"] input[type="text"]', plan);
  await browser.goto(`${server.origin}/`);
  await unfold(browser, "/note");
  const draft = canary("draft");
  words.draft.push(draft);
  await browser.type("#words", draft);
  // The longest are the least likely to stand anywhere by chance; more would take long to look for.
  for (const kind of Object.keys(words)) {
    words[kind] = [...new Set(words[kind])].sort((one, other) => other.length - one.length).slice(0, 40);
  }
  return words;
}

/** Leaves by the button or by three presses of Shift. */
export async function leave(browser, server, how) {
  if (how === "keys") for (let n = 0; n < 3; n += 1) await browser.press("Shift");
  else await browser.click('form[action="/exit"] button');
  await until("the empty sheet", async () => (await browser.url()) === `${server.origin}/away`);
}

export async function unlock(browser, server) {
  // A page that is still on its way back can break off the one that was just asked for.
  await until("the lock", async () => {
    await browser.goto(`${server.origin}/`);
    return browser.has('form[action="/unlock"]');
  });
  await browser.type("#passphrase", PASSPHRASE);
  await browser.click('form[action="/unlock"] button');
  await until("it is open", () => browser.has('nav a[href="/time"]'), 60_000);
}
