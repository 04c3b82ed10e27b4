// The forms beside the check-in: by keyboard, with the script and without it, on a phone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect, picture } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { firstDay } from "./lib/visit.mjs";

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";

  describe(`the forms ${kind}`, () => {
    let visit;
    let server;
    let browser;
    let page;
    const look = (name) => inspect(browser, `form, ${name} ${kind}`);
    const open = (path) => page.goto(`${server.origin}${path}`);
    before(async () => {
      visit = await firstDay({ javaScript });
      ({ server, browser, page } = visit);
    });
    after(() => visit?.leave());

    test("Today offers them and asks for none", async () => {
      await open("/");
      await page.getByRole("link", { name: /What am I noticing/ }).waitFor();
      await look("today");
      assert.equal(await page.locator("[required]").count(), 0);
    });

    test("a morning is one page, and what does not fit stays as typed", async () => {
      await open("/forms/morning");
      await look("morning");
      await page.getByLabel("When did you get into bed?").fill("22:40");
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByRole("alert").waitFor();
      await look("morning, refused");
      const kept = page.getByLabel("When did you get into bed?");
      assert.equal(await kept.inputValue(), "22:40");
      await kept.fill("");
      await page.getByLabel("Yes").check();
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByText("Your morning is kept.", { exact: false }).first().waitFor();
      await look("morning, kept");
    });

    test("an evening takes ticks and numbers", async () => {
      await open("/forms/evening");
      await look("evening");
      await page.getByText("More to choose").first().click();
      await page.getByLabel("Talked with someone").check();
      await page.getByLabel("Looked at what sets it off").check();
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByText("Your evening is kept.", { exact: false }).first().waitFor();
      await open("/day");
      await page.getByText("Talked with someone").waitFor();
      await look("a day with forms");
    });

    test("a week goes by keyboard alone, each question answered or skipped", async () => {
      await open("/forms/weekly");
      await look("week");
      let n = 0;
      for (; (await page.locator('button[value="next"]').count()) > 0; n += 1) {
        assert.ok(n < 10, "a week ends");
        const first = page.locator("fieldset input:checked").first();
        if ((await first.count()) > 0) {
          await first.focus();
          // From 'Skip', one step on is the first answer of the group.
          await page.keyboard.press("ArrowDown");
          assert.equal(await page.locator("fieldset input:focus:checked").count(), 1);
        }
        if (n === 2) await look("week, a word and a place");
        await page.locator('button[value="next"]').focus();
        const heading = await page.locator("section.card h2").first().textContent();
        await page.keyboard.press("Enter");
        await page.locator(`main:not(:has(section.card h2:text-is("${heading}")))`).waitFor();
      }
      assert.equal(n, 6);
      await page.getByText("Your week is kept.", { exact: false }).first().waitFor();
      await look("week, kept");
    });

    test("a week can be stopped, and what was said stays", async () => {
      await open("/");
      assert.equal(await page.getByRole("link", { name: /once a week/ }).count(), 0);
      await open("/forms/weekly");
      await page.getByText("It can be filled in again", { exact: false }).waitFor();
    });

    test("the question about safety waits for consent", async () => {
      await open("/forms/more");
      await look("consent");
      await page.getByRole("button", { name: "Ask me once a week" }).click();
      await page.getByRole("group", { name: /wish not to be here/ }).waitFor();
      await look("safety");
      await page.getByLabel("No", { exact: true }).check();
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByText("Thank you for your answer.", { exact: false }).waitFor();
      await page.getByRole("link", { name: "Help now" }).waitFor();
      await look("safety, answered");
      await page.getByRole("button", { name: "Remove my answers for good" }).click();
      await open("/forms/more");
      await page.getByRole("button", { name: "Ask me once a week" }).waitFor();
    });

    test("a pause asks nothing, and one button ends it", async () => {
      await open("/");
      await page.getByRole("link", { name: "How often to check in" }).click();
      await page.getByRole("button", { name: "Once a week" }).click();
      await page.getByRole("button", { name: "Once a week", pressed: true }).waitFor();
      await look("how often");
      await page.getByRole("button", { name: "Two weeks" }).click();
      await page.getByText("There is a pause until", { exact: false }).waitFor();
      await look("how often, a pause");
      await open("/");
      assert.equal(await person.form(page, "/check-in").count(), 0);
      await look("today, in a pause");
      await page.getByRole("button", { name: "End the pause" }).click();
      await person.form(page, "/check-in").waitFor();
      await open("/pace");
      await page.getByRole("button", { name: "As I like" }).click();
    });

    test("with answers only Time draws nothing", async () => {
      await open("/pace");
      await page.getByRole("button", { name: "Answers only" }).click();
      await page.getByRole("button", { name: "Answers only", pressed: true }).waitFor();
      await open("/time");
      await page.getByText("You chose answers only", { exact: false }).waitFor();
      assert.equal(await page.locator("main svg").count(), 0);
      await look("time, answers only");
      await page.getByRole("link", { name: "How often to check in" }).click();
      await page.getByRole("button", { name: "With pictures" }).click();
      await page.getByRole("button", { name: "With pictures", pressed: true }).waitFor();
    });

    test("on a phone the pages fit", async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      for (const path of ["/", "/pace", "/forms/more", "/self-check"]) {
        await open(path);
        await picture(page, `form, phone ${path} ${kind}`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 390, `${path}: ${width}`);
      }
      await page.setViewportSize({ width: 800, height: 900 });
    });

    test("no page complained", () => assert.deepEqual(browser.complaints, []));
  });
}
