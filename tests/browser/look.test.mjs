// How few presses things take, what the keys and the pointer do in the picture of Time, that everything is there without the script
// too, and that no page is heavy.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect, openBrowser } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";
import { PAGES } from "./lib/states.mjs";
import { BARE, bytesOf, paintOf, reach, slow } from "./lib/weight.mjs";

// Bytes of a page with all that it loads, uncompressed.
const HEAVIEST = 100_000;
// How much later than a bare page the largest part of any page may be painted.
const TIMES_BARE = 4;

/** Counts what a person does: a press, or a field filled in. */
function counting(page) {
  let n = 0;
  return {
    press: async (what) => ((n += 1), await what.click()),
    fill: async (what, words) => ((n += 1), await what.fill(words)),
    key: async (name) => ((n += 1), await page.keyboard.press(name)),
    so: () => n,
  };
}

describe("from nothing to the first entry", () => {
  test("takes at most six actions, and a check-in after that one press", async () => {
    const server = await startServer();
    const browser = await openBrowser();
    const { page } = browser;
    try {
      await person.enter(page, server);
      const first = counting(page);
      await first.press(person.form(page, "/first-run/safety").getByRole("button"));
      const key = person.form(page, "/first-run/key");
      await first.fill(key.locator("#passphrase"), person.passphrase);
      await first.fill(key.locator("#again"), person.passphrase);
      await first.press(key.locator('button[value="passphrase"]'));
      await first.press(person.form(page, "/first-run/line").locator('button[value=""]'));
      await person.form(page, "/check-in").waitFor();
      await first.key("4");
      await page.getByText("Question 2 of").waitFor();
      assert.ok(first.so() <= 6, `${first.so()} actions`);
      // The first answer is an entry by itself: it stands on the day already.
      await page.goto(`${server.origin}/day`);
      assert.equal(await page.locator("main ul.facts > li").count(), 1);
      assert.deepEqual(browser.complaints, []);
    } finally {
      await browser.close();
      await server.stop();
      server.folder.leave();
      browser.profile.leave();
    }
  });
});

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";
  describe(`the example ${kind}`, () => {
    let server;
    let browser;
    let page;
    const open = (path) => page.goto(server.origin + path);
    before(async () => {
      server = await startServer({ words: ["demo"] });
      browser = await openBrowser({ javaScript });
      // Answers are found for the first time here.
      browser.context.setDefaultTimeout(30_000);
      page = browser.page;
      await person.enter(page, server);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
      server?.folder.leave();
      browser?.profile.leave();
    });

    test("the way around has four steps and ends at help", async () => {
      await open("/");
      for (const path of ["/time", "/answers", "/try", "/help"]) {
        await page.locator("details.tour a").click();
        await page.waitForURL(server.origin + path);
      }
      assert.equal(await page.locator("details.tour").count(), 0);
    });

    test("a range, the time before and the time after are buttons in forms", async () => {
      await open("/time");
      for (const range of ["year", "week", "month"]) {
        await page.locator(`button[name="range"][value="${range}"]`).click();
        await page.locator(`button[value="${range}"][aria-pressed="true"]`).waitFor();
      }
      const title = () => page.locator("figure h2").first().textContent();
      const now = await title();
      await page.locator('[data-turn="time-earlier"]').click();
      await page.locator('[data-turn="time-later"]').waitFor();
      assert.notEqual(await title(), now);
      await page.locator('[data-turn="time-later"]').click();
      await page.locator("figure h2", { hasText: now }).first().waitFor();
    });

    test("any days are chosen by two fields, and the days beside them are a button", async () => {
      await open("/time");
      const now = await page.locator("figure h2").first().textContent();
      const fold = page.locator("details", { has: page.locator("form[data-days]") });
      await fold.locator("> summary").click();
      const field = (name) => page.locator(`form[data-days] input[name="${name}"]`);
      const newest = await field("to").getAttribute("max");
      const day = (ago) => new Date(Date.parse(newest) - ago * 86_400_000).toISOString().slice(0, 10);
      await field("from").fill(day(29));
      await field("to").fill(day(10));
      await page.locator("form[data-days] button").click();
      await page.locator('[data-turn="time-later"]').waitFor();
      assert.equal(await page.locator('button[name="range"][aria-pressed="true"]').count(), 0);
      assert.notEqual(await page.locator("figure h2").first().textContent(), now);
      assert.equal(await page.locator("form table tbody tr").count(), 20);
      await page.locator('[data-turn="time-earlier"]').click();
      await page.locator(`form[data-days] input[name="to"][value="${day(30)}"]`).waitFor();
      assert.equal(await field("from").inputValue(), day(49));
      await inspect(browser, `time, own days, ${kind}`);
      await page.locator('button[name="range"][value="month"]').click();
      await page.locator('button[value="month"][aria-pressed="true"]').waitFor();
    });

    test("any two times are set beside each other, and what can not be is said", async () => {
      await open("/time");
      const fold = page.locator("details", { has: page.locator('input[name="one_from"]') });
      const field = (name) => page.locator(`input[name="${name}"]`);
      if ((await fold.getAttribute("open")) === null) await fold.locator("> summary").click();
      const newest = await field("other_to").getAttribute("max");
      const day = (ago) => new Date(Date.parse(newest) - ago * 86_400_000).toISOString().slice(0, 10);
      const set = async (...days) => {
        for (const [idx, name] of ["one_from", "one_to", "other_from", "other_to"].entries()) await field(name).fill(days[idx]);
        await fold.getByRole("button", { name: "Set these two side by side" }).click();
        // The first time's end differs from what the page showed before.
        await page.locator(`input[name="one_to"][value="${days[1]}"]`).waitFor();
        await page.locator(`input[name="other_to"][value="${days[3]}"]`).waitFor();
      };
      await set(day(62), day(40), day(25), day(3));
      assert.match(await fold.innerText(), /The two can (not )?be told apart\./);
      assert.ok((await fold.locator("svg title").first().textContent()).length > 5);
      await set(day(62), day(20), day(25), day(3));
      assert.match(await fold.innerText(), /can not be set side by side as they are/);
      await inspect(browser, `time, two of any days, ${kind}`);
    });

    test("this month is set beside the one before, with an interval and in a table", async () => {
      await open("/time");
      const fold = page.locator("details", { has: page.locator('button[name="beside"]') });
      if ((await fold.getAttribute("open")) === null) await fold.locator("> summary").click();
      await fold.locator('button[name="beside"]').first().click();
      await page.locator('button[name="beside"][aria-pressed="true"]').waitFor();
      const words = await fold.innerText();
      assert.match(words, /The two can (not )?be told apart\./);
      assert.match(words, /It may lie between .+ and .+\./);
      assert.ok((await fold.locator("svg title").first().textContent()).length > 5);
      await inspect(browser, `time, beside another, ${kind}`);
    });

    if (!javaScript) {
      test("nothing of the reader is shown, and the table says what it would", async () => {
        await open("/time");
        assert.equal(await page.locator("form.read").isVisible(), false);
        await page.locator("summary", { hasText: "The same as a table" }).click();
        assert.ok((await page.locator("form table tbody tr").count()) > 5);
      });
      return;
    }

    test("arrow keys read one part after the other, and Enter opens it", async () => {
      await open("/time");
      const reader = page.locator("[data-reader]");
      const said = page.locator("form.read [role=status]");
      await reader.focus();
      await page.keyboard.press("Home");
      const first = await said.textContent();
      assert.match(first, /^\w{3} 1 \w{3}: /);
      await page.keyboard.press("ArrowRight");
      assert.match(await said.textContent(), /^\w{3} 2 \w{3}: /);
      await page.keyboard.press("ArrowLeft");
      assert.equal(await said.textContent(), first);
      assert.equal(await page.locator("svg .cursor").count(), 1);
      // Minus shows twice as many days, plus half as many; what was read stays read.
      const days = () => page.locator("[data-reader] svg").first().getAttribute("data-days");
      const before = Number(await days());
      await page.keyboard.press("-");
      await page.locator(`[data-reader]:focus svg[data-days="${before * 2}"]`).first().waitFor();
      assert.equal(await page.locator('button[name="range"][aria-pressed="true"]').count(), 0);
      await page.keyboard.press("+");
      await page.locator(`[data-reader]:focus svg[data-days="${before}"]`).first().waitFor();
      assert.match(await said.textContent(), /^\w{3} 1 \w{3}: /);
      // Shift and an arrow pull the days along.
      const from = () => page.locator("[data-reader]").getAttribute("data-first");
      const start = await from();
      await page.keyboard.press("Shift+ArrowLeft");
      await page.locator(`[data-reader]:focus:not([data-first="${start}"])`).waitFor();
      assert.ok((await from()) < start);
      await page.locator('button[name="range"][value="month"]').click();
      await page.locator('button[value="month"][aria-pressed="true"]').waitFor();
      await page.locator("[data-reader]").focus();
      await page.keyboard.press("PageUp");
      await page.locator('[data-turn="time-later"]').waitFor();
      await page.locator("[data-reader]:focus").waitFor();
      await page.keyboard.press("End");
      const [, day, month] = (await said.textContent()).match(/^\w{3} (\d+) (\w{3})/);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${server.origin}/day`);
      assert.match(await page.locator("h1").textContent(), new RegExp(`${day} ${month}`));
    });

    test("a pointer reads the part below it", async () => {
      await open("/time");
      await page.locator("[data-reader] .wide svg").scrollIntoViewIfNeeded();
      const frame = await page.locator("[data-reader] .wide svg").boundingBox();
      const said = page.locator("form.read [role=status]");
      const day = async (share) => {
        await page.mouse.move(frame.x + frame.width * share, frame.y + 60);
        return Number((await said.textContent()).match(/^\w{3} (\d+)/)[1]);
      };
      assert.ok((await day(0.2)) < (await day(0.6)));
      assert.deepEqual(browser.complaints, []);
    });

    test("dragging pulls the days along, and the wheel with Ctrl shows fewer of them", async () => {
      await open("/time");
      const reader = page.locator("[data-reader]");
      const picture = page.locator("[data-reader] .wide svg");
      await picture.scrollIntoViewIfNeeded();
      const frame = await picture.boundingBox();
      const at = (share) => [frame.x + frame.width * share, frame.y + 60];
      const [start, n] = [await reader.getAttribute("data-first"), Number(await picture.getAttribute("data-days"))];
      await page.mouse.move(...at(0.4));
      await page.mouse.down();
      await page.mouse.move(...at(0.6), { steps: 4 });
      assert.match(await picture.evaluate((svg) => svg.style.transform), /translateX\(\d/, "the picture follows");
      await page.mouse.up();
      await page.locator(`[data-reader]:not([data-first="${start}"])`).waitFor();
      assert.ok((await reader.getAttribute("data-first")) < start);
      // As many days as before.
      assert.equal(Number(await picture.getAttribute("data-days")), n);
      await page.mouse.move(...at(0.5));
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -120);
      await page.keyboard.up("Control");
      await page.locator(`[data-reader] .wide svg:not([data-days="${n}"])`).waitFor();
      assert.ok(Number(await picture.getAttribute("data-days")) < n);
      assert.deepEqual(browser.complaints, []);
    });

    test("two fingers keep each its day below it", async () => {
      await open("/time");
      await page.locator('button[name="range"][value="month"]').click();
      await page.locator('button[value="month"][aria-pressed="true"]').waitFor();
      const picture = page.locator("[data-reader] .wide svg");
      await picture.scrollIntoViewIfNeeded();
      const frame = await picture.boundingBox();
      const n = Number(await picture.getAttribute("data-days"));
      const devtools = await browser.context.newCDPSession(page);
      const touch = (type, ...shares) =>
        devtools.send("Input.dispatchTouchEvent", {
          type,
          touchPoints: shares.map((share, id) => ({ id, x: frame.x + frame.width * share, y: frame.y + 60 })),
        });
      await touch("touchStart", 0.45, 0.55);
      for (const by of [0.03, 0.08, 0.15]) await touch("touchMove", 0.45 - by, 0.55 + by);
      await touch("touchEnd");
      await page.locator(`[data-reader] .wide svg:not([data-days="${n}"])`).waitFor();
      const seen = Number(await picture.getAttribute("data-days"));
      // The fingers stand four times as far from each other as they did.
      assert.ok(seen >= n / 4 - 1 && seen <= n / 4 + 1, `${seen} of ${n} days`);
      assert.deepEqual(browser.complaints, []);
    });

    test("effects are drawn on their cards, all on one scale, each with its numbers in words", async () => {
      await open("/answers");
      const pictures = page.locator("section.card > .effect svg");
      const scales = await pictures.evaluateAll((all) =>
        all.map((svg) => [...svg.querySelectorAll("text")].map((text) => text.textContent).filter((words) => /^.?\d+$/.test(words)).join(" ")),
      );
      assert.ok(scales.length > 1, `${scales.length} pictures`);
      assert.equal(new Set(scales).size, 1, scales.join("; "));
      for (const words of await pictures.locator("desc").allTextContents()) assert.match(words, /points, between .+ and .+\./);
    });

    test("no page weighs more than 100 KB", async () => {
      const heavy = [];
      const weigh = async (name, path) => {
        const { total } = await bytesOf(page, server.origin + path);
        if (total > HEAVIEST) heavy.push(`${name}: ${total}`);
      };
      for (const path of PAGES) await weigh(path, path);
      for (const range of ["week", "year", "all"]) {
        await reach(page, server.origin, range);
        await weigh(`time, ${range}`, "/time");
      }
      assert.deepEqual(heavy, []);
    });

    test("pages full of pictures are painted soon after a bare one", async () => {
      const quick = await slow(browser.context, page);
      for (const path of ["/time", "/answers", "/report", "/medicines"]) {
        const times = { own: [], bare: [] };
        let ratio = Infinity;
        // On a busy machine the quickest of five is still slow now and then: only a page that stays slow is one.
        for (let n = 0; n < 20 && (n < 5 || ratio > TIMES_BARE); n += 1) {
          times.own.push(await paintOf(page, server.origin + path));
          times.bare.push(await paintOf(page, server.origin + BARE));
          ratio = Math.min(...times.own) / Math.min(...times.bare);
        }
        assert.ok(ratio <= TIMES_BARE, `${path}: ${ratio.toFixed(1)} times a bare page`);
      }
      await quick();
    });
  });
}
