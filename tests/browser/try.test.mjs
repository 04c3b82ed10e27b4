// What can be tried: grounding in one action, what is put away, sheets, and the course after a week.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect, openBrowser, picture } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer, throwAwayFolder } from "./lib/server.mjs";
import { firstDay } from "./lib/visit.mjs";

/** Shows the page as a phone does and on a wide screen, and keeps a picture of each. */
async function pictures(page, name) {
  const before = page.viewportSize();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await picture(page, `try ${name} ${width}`);
  }
  await page.setViewportSize(before);
}

const step = (page) => page.locator('form:has(button[name="go"])');

/** Goes through all steps; gives how many there were. */
async function throughSteps(page, most = 12) {
  for (let n = 1; n <= most; n += 1) {
    const place = await page.locator('input[name="step"]').getAttribute("value");
    await step(page).locator('button[value="next"]').click();
    await page.locator(`main:not(:has(input[name="step"][value="${place}"]))`).waitFor();
    if ((await step(page).count()) === 0) return n;
  }
  assert.fail("a session ends");
}

async function rate(page, digit) {
  await page.locator('input[name="rating"]').nth(digit).check();
}

/** The session of this number, from its page to its end, with a rating before and after. */
async function wholeSession(page, number, [first, last]) {
  await page.locator(`form[action="/try/${number}/begin"] button`).click();
  await step(page).waitFor();
  await rate(page, first);
  const n = await throughSteps(page);
  await rate(page, last);
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("heading", { name: "That is all" }).waitFor();
  return n;
}

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";

  describe(`trying something ${kind}`, () => {
    let visit;
    let server;
    let browser;
    let page;
    before(async () => {
      visit = await firstDay({ javaScript });
      ({ server, browser, page } = visit);
    });
    after(() => visit?.leave());

    test("from Today to a running grounding is one action", async () => {
      await page.goto(`${server.origin}/`);
      const button = person.form(page, "/ground").getByRole("button");
      await button.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(`${server.origin}/try/1/session`);
      await page.getByText("Keep your eyes open").waitFor();
      await inspect(browser, `session ${kind}`);
      await pictures(page, `session ${kind}`);
    });

    test("one rating before and after, then it asks to be closed", async () => {
      await rate(page, 7);
      assert.equal(await throughSteps(page), 7);
      await inspect(browser, `session rating ${kind}`);
      await rate(page, 4);
      await page.getByRole("button", { name: "Done" }).click();
      await page.getByRole("heading", { name: "That is all" }).waitFor();
      await page.getByText("Now put this away").waitFor();
      await inspect(browser, `session end ${kind}`);
      await pictures(page, `session end ${kind}`);
    });

    test("after four times it sends the eyes outward instead", async () => {
      for (let n = 0; n < 3; n += 1) {
        await page.goto(`${server.origin}/`);
        await person.form(page, "/ground").getByRole("button").click();
        await page.waitForURL(`${server.origin}/try/1/session`);
        await throughSteps(page);
        await page.getByRole("button", { name: "Done" }).click();
        await page.getByRole("heading", { name: "That is all" }).waitFor();
      }
      await page.goto(`${server.origin}/`);
      await person.form(page, "/ground").getByRole("button").click();
      await page.waitForURL(`${server.origin}/try/1`);
      await page.getByText("what is the farthest thing that you can see?").waitFor();
      assert.equal(await page.locator('form[action="/try/1/begin"]').count(), 0);
    });

    test("the list is short, and what looks at the body is put away with a reason", async () => {
      await person.go(page, "/try");
      await page.getByRole("heading", { name: "Try something" }).waitFor();
      await inspect(browser, `list ${kind}`);
      await pictures(page, `list ${kind}`);
      const row = page.locator("ul.tries li", { hasText: "Tense and let go" });
      await row.getByText("Put away for now").waitFor();
      assert.ok((await row.getByRole("link").count()) >= 2, "it says what instead");
      await row.getByRole("link").first().click();
      await page.waitForURL(`${server.origin}/try/4`);
      assert.equal(await page.locator('form[action="/try/4/begin"]').count(), 0);
    });

    test("a page says why, who should not, how sure it is and where it comes from", async () => {
      await page.goto(`${server.origin}/try/3`);
      await page.getByText("Soft", { exact: false }).first().waitFor();
      await page.getByText("Grade B").waitFor();
      await page.locator("details summary", { hasText: "Where this comes from" }).click();
      await page.getByText("doi:10.3390/brainsci13121612").waitFor();
      await inspect(browser, `one ${kind}`);
      await pictures(page, `one ${kind}`);
    });

    test("what made things less real twice is put away", async () => {
      for (let n = 0; n < 2; n += 1) {
        await page.goto(`${server.origin}/try/3`);
        await wholeSession(page, 3, [2, 8]);
      }
      await page.goto(`${server.origin}/try/3`);
      await page.getByText("Things felt less real after it, twice").waitFor();
      assert.equal(await page.locator('form[action="/try/3/begin"]').count(), 0);
      await pictures(page, `locked ${kind}`);
    });

    test("a plan is written, changed, taken out and put back", async () => {
      await page.goto(`${server.origin}/try/7`);
      const field = (name) => page.locator(`form[action="/sheet"] [name="field_${name}"]`);
      await field("if").first().fill("a door slams at the heronbridge");
      await field("then").first().fill("I look at the window");
      await page.locator('form[action="/sheet"]').getByRole("button").first().click();
      await page.locator("dd", { hasText: "heronbridge" }).waitFor();
      await inspect(browser, `sheet ${kind}`);
      await pictures(page, `sheet ${kind}`);
      await page.locator("article details summary").first().click();
      await field("then").first().fill("I name three colors");
      await page.locator("article form[action='/sheet']").getByRole("button").click();
      await page.locator("dd", { hasText: "three colors" }).waitFor();
      assert.equal(await page.locator("article").count(), 1);
      await page.locator("article details summary").first().click();
      await page.locator('form[action="/sheet/take-out"]').getByRole("button").click();
      await page.getByText("Taken out.").waitFor();
      assert.equal(await page.locator("dd", { hasText: "heronbridge" }).count(), 0);
      await page.locator('form[action="/sheet/put-back"]').getByRole("button").click();
      await page.locator("dd", { hasText: "heronbridge" }).waitFor();
    });

    test("an empty sheet is refused with a sentence, and nothing is kept", async () => {
      await page.goto(`${server.origin}/try/9`);
      await page.locator('form[action="/sheet"]').getByRole("button").click();
      await page.getByRole("alert").getByText("Nothing is written yet").waitFor();
    });

    test("the course is left at a page and found there again after a lock", async () => {
      await person.go(page, "/try");
      await page.locator('main a[href="/course"]').click();
      await page.getByRole("heading", { name: "A course for feeling unreal" }).waitFor();
      await inspect(browser, `course ${kind}`);
      await pictures(page, `course ${kind}`);
      await page.getByRole("link", { name: "Begin with page 1" }).click();
      await page.waitForURL(`${server.origin}/course/1`);
      await inspect(browser, `unit ${kind}`);
      await pictures(page, `unit ${kind}`);
      for (const number of [2, 3]) {
        await page.getByRole("link", { name: "Next page" }).click();
        await page.waitForURL(`${server.origin}/course/${number}`);
      }
      await page.locator('[name="field_thought"]').first().fill("a thought of the heronbridge");
      await page.locator('form[action="/sheet"]').getByRole("button").first().click();
      await page.locator("dd", { hasText: "heronbridge" }).waitFor();
      assert.equal(new URL(page.url()).pathname, "/course/3");
      await person.lock(page);
      await person.unlock(page);
      await page.locator('nav a[href="/try"]').waitFor();
      await page.goto(`${server.origin}/course`);
      await page.getByText("You were at page 3").waitFor();
      await page.getByRole("link", { name: "Go on there" }).click();
      await page.waitForURL(`${server.origin}/course/3`);
    });

    test("every page of the course opens, and no address tells what is on it", async () => {
      for (let number = 1; number <= 8; number += 1) {
        const answer = await page.goto(`${server.origin}/course/${number}`);
        assert.equal(answer.status(), 200);
      }
      for (let number = 1; number <= 12; number += 1) {
        const answer = await page.goto(`${server.origin}/try/${number}`);
        assert.equal(answer.status(), 200, `${number}`);
      }
      const answer = await page.goto(`${server.origin}/try/99`);
      assert.equal(answer.status(), 404);
    });

    test("the page complained of nothing", () => {
      assert.deepEqual(browser.complaints, []);
    });
  });
}

describe("the course after a week", () => {
  test("it was left at a page, and a week later it goes on there, with what was written", async () => {
    const folder = throwAwayFolder();
    const browser = await openBrowser();
    const { page } = browser;
    const on = async (day) => {
      const server = await startServer({ folder, words: ["serve", "--today", day] });
      await person.enter(page, server);
      return server;
    };
    let server = await on("2026-03-02");
    try {
      await person.readSafety(page);
      await person.choosePassphrase(page);
      await person.chooseLine(page);
      await person.go(page, "/try");
      await page.locator('main a[href="/course"]').click();
      assert.equal(await page.getByText(/You were at page/).count(), 0, "nobody was anywhere yet");
      await page.getByRole("link", { name: "Begin with page 1" }).click();
      for (const number of [2, 3, 4]) {
        await page.getByRole("link", { name: "Next page" }).click();
        await page.waitForURL(`${server.origin}/course/${number}`);
      }
      // A page back, and something written there: that is where the person is.
      await page.goto(`${server.origin}/course/3`);
      await page.locator('[name="field_thought"]').first().fill("a thought of the heronbridge");
      await page.locator('form[action="/sheet"]').getByRole("button").first().click();
      await page.locator("dd", { hasText: "heronbridge" }).waitFor();
      await server.stop();

      server = await on("2026-03-09");
      await person.unlock(page);
      await page.getByRole("heading", { name: "Today" }).waitFor();
      await person.go(page, "/try");
      await page.locator('main a[href="/course"]').click();
      await page.getByText(/You were at page 3/).waitFor();
      await inspect(browser, "course after a week");
      const words = await page.locator("main").innerText();
      assert.doesNotMatch(words, /\b(days? ago|late|behind|missed)\b/i, "nobody counts the days");
      await page.getByRole("link", { name: "Go on there" }).click();
      await page.waitForURL(`${server.origin}/course/3`);
      await page.locator("dd", { hasText: "heronbridge" }).waitFor();
      await page.getByRole("link", { name: "Next page" }).click();
      await page.waitForURL(`${server.origin}/course/4`);
      assert.equal(await page.locator("dd", { hasText: "heronbridge" }).count(), 0);
      assert.deepEqual(browser.complaints, []);
    } finally {
      await browser.close();
      await server.stop();
      folder.leave();
      browser.profile.leave();
    }
  });
});

describe("the timer", () => {
  test("it appears with the script, runs when pressed and says when it is over", async () => {
    const server = await startServer();
    const browser = await openBrowser();
    const { page } = browser;
    try {
      await person.enter(page, server);
      await person.readSafety(page);
      await person.choosePassphrase(page);
      await person.chooseLine(page);
      await page.goto(`${server.origin}/`);
      await page.clock.install();
      await person.form(page, "/ground").getByRole("button").click();
      const start = page.getByRole("button", { name: "Start the timer" });
      await start.click();
      await page.locator("progress").waitFor();
      await page.clock.runFor(41_000);
      await page.getByText("Time is up").waitFor();
    } finally {
      await browser.close();
      await server.stop();
      server.folder.leave();
      browser.profile.leave();
    }
  });
});
