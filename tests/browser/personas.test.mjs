// Twenty people who are tired or foggy: one thing and gone, a press twice, a page loaded anew, a way back, a lock in
// the middle of a sentence. Nothing that they wrote is lost, and nothing is there twice.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as person from "./lib/person.mjs";
import { ask, ownForm, startServer } from "./lib/server.mjs";
import { firstDay } from "./lib/visit.mjs";

let visit;
let server;
/** The program, started a second time. */
let again;
let page;
/** What each of them wrote, and how often it has to stand on the day. */
const written = [];

const open = (path) => page.goto(`${server.origin}${path}`);
const item = () => page.locator('form[action="/check-in"] input[name="item"]');

/** Opens Today where it can be written on. */
async function today() {
  await open("/");
  await person.form(page, "/note").waitFor({ state: "attached" });
}

async function type(words) {
  await person.unfold(page, "/note");
  await person.form(page, "/note").locator("textarea").fill(words);
}

const send = () => person.form(page, "/note").getByRole("button").click();
const kept = () => page.getByText("Your words are kept.").waitFor();

async function note(words) {
  await type(words);
  await send();
  await kept();
}

/** The words on the day of today, as they stand there. */
async function standing() {
  await open("/day");
  await page.locator("main#main").waitFor();
  return page.locator("ul.facts").innerText();
}

const times = (text, words) => text.split(words).length - 1;

/** The form of a note as it would be sent, with the cookie of this browser. */
async function asForm(words) {
  const key = await person.form(page, "/note").locator('[name="key"]').getAttribute("value");
  const cookies = await page.context().cookies(server.origin);
  const headers = ownForm(server, cookies.map(({ name, value }) => `${name}=${value}`).join("; "));
  return { method: "POST", path: "/note", headers, body: new URLSearchParams({ key, words }).toString() };
}

/** Locks from another window, as somebody does who forgot this one. */
async function lockElsewhere() {
  const other = await page.context().newPage();
  await other.goto(`${server.origin}/`);
  await person.lock(other);
  await other.close();
}

async function unlockAndKeep() {
  await person.form(page, "/unlock").waitFor();
  await person.unlock(page);
  await page.waitForURL(`${server.origin}/held`);
  await page.getByRole("button", { name: "Keep it now" }).click();
}

// Each does something with words of their own and says how often they are to stand on the day: once, without a word.
const PERSONAS = {
  "writes one note and closes the window": async (words) => {
    await today();
    await note(words);
    await page.goto("about:blank");
  },
  "writes and leaves at once, without looking": async (words) => {
    await today();
    await type(words);
    await Promise.all([page.waitForResponse((r) => r.url().endsWith("/note")), send()]);
    await page.goto("about:blank");
  },
  "writes and presses Leave now": async (words) => {
    await today();
    await note(words);
    await person.form(page, "/exit").getByRole("button").click();
    await page.waitForURL(`${server.origin}/away`);
    await open("/");
    await person.unlock(page);
    await page.locator('nav a[href="/time"]').waitFor();
  },
  "presses twice": async (words) => {
    await today();
    await type(words);
    await person.form(page, "/note").getByRole("button").dblclick();
    await kept();
  },
  "sends the same form twice at once": async (words) => {
    await today();
    const form = await asForm(words);
    const answers = await Promise.all([ask(server, form), ask(server, form)]);
    assert.deepEqual(answers.map(({ status }) => status), [303, 303]);
  },
  "sends the same form again much later": async (words) => {
    await today();
    const form = await asForm(words);
    await ask(server, form);
    await today();
    await ask(server, form);
  },
  "loads the page anew after writing": async (words) => {
    await today();
    await note(words);
    for (let n = 0; n < 3; n += 1) await page.reload();
  },
  "goes back and forth after writing": async (words) => {
    await open("/time");
    await today();
    await note(words);
    await page.goBack();
    await page.goForward();
    await page.locator("main#main").waitFor();
  },
  "goes back to the form and sends it once more": async (words) => {
    await today();
    await note(words);
    await open("/time");
    await page.goBack();
    await page.locator("main#main").waitFor();
    assert.equal(await person.form(page, "/note").locator("textarea").inputValue(), "");
  },
  "sends nothing, then writes": async (words) => {
    await today();
    await type("   ");
    await send();
    await page.getByRole("alert").waitFor();
    await note(words);
  },
  "writes on two windows at once": async (words) => {
    await today();
    const other = await page.context().newPage();
    await other.goto(`${server.origin}/`);
    await note(words);
    await other.locator("details", { has: person.form(other, "/note") }).locator("summary").click();
    await person.form(other, "/note").locator("textarea").fill(`second ${words.toUpperCase()}`);
    await person.form(other, "/note").getByRole("button").click();
    await other.getByText("Your words are kept.").waitFor();
    await other.close();
    assert.equal(times(await standing(), `second ${words.toUpperCase()}`), 1);
  },
  "finds the record locked in the middle of a sentence": async (words) => {
    await today();
    await type(words);
    await lockElsewhere();
    await send();
    await unlockAndKeep();
    await kept();
  },
  "finds it locked and mistypes the passphrase twice": async (words) => {
    await today();
    await type(words);
    await lockElsewhere();
    await send();
    for (let n = 0; n < 2; n += 1) {
      await person.unlock(page, "five gray pebbles in a row");
      await page.getByRole("alert").waitFor();
    }
    await unlockAndKeep();
    await kept();
  },
  "finds it locked, and loads what waited anew before keeping it": async (words) => {
    await today();
    await type(words);
    await lockElsewhere();
    await send();
    await person.form(page, "/unlock").waitFor();
    await person.unlock(page);
    await page.waitForURL(`${server.origin}/held`);
    await page.reload();
    await page.getByRole("button", { name: "Keep it now" }).dblclick();
    await kept();
  },
  "finds it locked while writing on a day": async (words) => {
    await open("/day");
    await person.unfold(page, "/day/note");
    await person.form(page, "/day/note").locator("textarea").fill(words);
    await lockElsewhere();
    await person.form(page, "/day/note").getByRole("button").click();
    await unlockAndKeep();
    await page.waitForURL(`${server.origin}/day`);
  },
  "takes it out by mistake and undoes it": async (words) => {
    await today();
    await note(words);
    await person.form(page, "/undo").getByRole("button").click();
    await page.locator('form[action="/undo"] button[value="yes"]').click();
    await page.getByText("It is back.").waitFor();
  },
  "takes it out by mistake and notices it later": async (words) => {
    await today();
    await note(words);
    await person.form(page, "/undo").getByRole("button").click();
    await page.locator('form[action="/undo"] button[value="yes"]').waitFor();
    await open("/time");
    await open("/removed");
    await person.form(page, "/removed/put-back").getByRole("button").dblclick();
    await page.getByText("There is nothing here.").waitFor();
  },
  "answers one question and goes": async (words) => {
    await open("/");
    if ((await item().count()) > 0) {
      const asked = await item().getAttribute("value");
      await page.keyboard.press("3");
      await page.locator(`main:not(:has(input[name="item"][value="${asked}"]))`).waitFor();
    }
    assert.equal(times(await standing(), "Check-in"), 1, "one answer is one check-in");
    // The rest is answered to the end, with a page loaded anew in between: it is the same check-in.
    await open("/");
    for (let n = 0; (await item().count()) > 0; n += 1) {
      assert.ok(n < 8, "a check-in ends");
      await page.reload();
      const asked = await item().getAttribute("value");
      await page.keyboard.press("1");
      await page.locator(`main:not(:has(input[name="item"][value="${asked}"]))`).waitFor();
    }
    assert.equal(times(await standing(), "Check-in"), 1);
    await today();
    await note(words);
  },
  "taps a flicker twice": async (words) => {
    await today();
    await person.form(page, "/flicker").locator('button[value="clear"]').dblclick();
    await page.getByText("That feeling is kept.").waitFor();
    assert.equal(times(await standing(), "Flicker"), 1);
    await today();
    await note(words);
  },
  "writes without the script": async (words) => {
    // A browser of their own, with a link of its own, is not to be had twice: forms alone, as a page without script.
    await today();
    const form = await asForm(words);
    for (let n = 0; n < 3; n += 1) assert.equal((await ask(server, form)).status, 303);
  },
};

describe("twenty who are tired or foggy", () => {
  before(async () => {
    visit = await firstDay();
    ({ server, page } = visit);
    // The first question is answered by one of them.
    await open("/");
  });
  after(async () => {
    await again?.stop();
    await visit?.leave();
  });

  // The one who answers comes first: until then, questions stand before everything else.
  const names = Object.keys(PERSONAS);
  const first = "answers one question and goes";
  const order = [first, ...names.filter((name) => name !== first)];

  test("they are twenty", () => assert.equal(order.length, 20));

  for (const [idx, name] of order.entries()) {
    test(`one who ${name}`, async () => {
      const words = `person ${idx + 1} of twenty: heron-${String(idx).padStart(2, "0")}`;
      await PERSONAS[name](words);
      written.push(words);
      assert.equal(times(await standing(), words), 1);
    });
  }

  test("in the end each word stands there once, and so it does after the program was started again", async () => {
    assert.equal(written.length, 20);
    const check = (text) => {
      const lost = written.filter((words) => times(text, words) === 0);
      const twice = written.filter((words) => times(text, words) > 1);
      assert.deepEqual({ lost, twice }, { lost: [], twice: [] });
    };
    check(await standing());
    assert.deepEqual(visit.browser.complaints, []);
    await server.stop();
    server = again = await startServer({ folder: server.folder });
    await page.goto(server.link);
    await person.form(page, "/unlock").waitFor();
    await person.unlock(page);
    await page.locator('nav a[href="/time"]').waitFor();
    check(await standing());
    await open("/search");
    await page.locator("#search-words").last().fill("twenty");
    await page.keyboard.press("Enter");
    await page.getByText("21 notes have these words.").waitFor();
  });
});
