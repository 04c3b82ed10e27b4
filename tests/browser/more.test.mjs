// Every page beside the usual way: looked at in each dress and on a phone, and written to without the script.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { inspect, openBrowser, picture } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { startServer } from "./lib/server.mjs";

const AROUND = ["company", "doing", "surroundings"];

const PAGES = {
  "/week": "The week in short",
  "/back": "Looking back",
  "/forms/together": "What someone close notices",
  "/self-check": "What am I noticing?",
  "/pace": "How often",
  "/line": "Your own line",
  "/events": "What happened",
  "/report": "For the doctor",
  "/roots": "What may lie behind it",
  "/named": "What a doctor named",
  "/parts": "A plan in three parts",
  "/experiments": "Experiments",
  "/quiet-days": "Days without questions",
  "/search": "Search your notes",
  "/removed": "What you removed",
  "/keys": "Keys",
  "/course": "A course for feeling unreal",
  "/course/1": "What keeps it going",
  "/course/8": "Keeping it",
  "/try/2": "Move a little",
  "/try/2/experiment": "Try it by lot",
  "/try/1/experiment": "Try it by lot",
  "/help/young": "Help",
  "/help/de/young": "Help",
};

describe("pages of a full record", () => {
  let server;
  let browser;
  before(async () => {
    server = await startServer({ words: ["demo"] });
    browser = await openBrowser();
    browser.context.setDefaultTimeout(60_000);
    await person.enter(browser.page, server);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    server?.folder.leave();
    browser?.profile.leave();
  });

  for (const [path, heading] of Object.entries(PAGES)) {
    test(`${path} opens, reads well by axe and fits a phone`, async () => {
      const { page } = browser;
      const answer = await page.goto(`${server.origin}${path}`);
      assert.equal(answer.status(), 200);
      assert.equal(await page.locator("h1").innerText(), heading);
      await inspect(browser, `more ${path}`);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        await picture(page, `more ${path} ${width}`);
      }
      await page.setViewportSize({ width: 800, height: 900 });
    });
  }

  test("no page complained, and nobody else was asked", () => {
    assert.deepEqual(browser.complaints, []);
    const others = browser.requests.filter((host) => host !== server.authority);
    assert.deepEqual(others, []);
  });
});

describe("writing beside the usual way, without the script", () => {
  let server;
  let browser;
  let page;
  const open = (path) => page.goto(`${server.origin}${path}`);
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  before(async () => {
    server = await startServer();
    browser = await openBrowser({ javaScript: false });
    page = browser.page;
    await person.enter(page, server);
    await person.readSafety(page);
    await person.choosePassphrase(page);
    await person.chooseLine(page);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    server?.folder.leave();
    browser?.profile.leave();
  });

  test("what looks at the body is not tried by lot before anything is known of it", async () => {
    await open("/try/4/experiment");
    assert.equal(await page.locator('main button[name="value"]').count(), 0);
    await page.getByText("This is put away for now.").waitFor();
    await inspect(browser, "more put away");
  });

  test("what somebody close noticed is kept as told by another", async () => {
    await open("/forms/together");
    await page.getByLabel("In and out").check();
    await page.getByLabel("A small one").check();
    await press("Keep it");
    await page.getByText("That is kept, as told by another.", { exact: false }).waitFor();
    await inspect(browser, "more together kept");
    await open("/day");
    await page.getByText("Told by someone close").first().waitFor();
  });

  test("a check-in asks what is around only once it was turned on", async () => {
    await open("/pace");
    await press("Ask that too");
    await page.getByRole("button", { name: "Ask that too", pressed: true }).waitFor();
    await inspect(browser, "more pace around");
    await open("/");
    const asked = [];
    await person.checkIn(page, async (n) => {
      asked.push(await page.locator('input[name="item"]').getAttribute("value"));
      await inspect(browser, `more around ${n}`);
    });
    assert.ok(asked.some((item) => AROUND.includes(item)), `asked: ${asked.join(", ")}`);
  });

  test("words for it are ticked, and what was ticked is kept", async () => {
    await open("/self-check");
    const ticks = page.getByText("Which words fit? Tick as many as you like.");
    for (let n = 0; (await ticks.count()) === 0; n += 1) {
      assert.ok(n < 25, "the page with the words comes");
      const key = await page.locator('input[name="page"]').getAttribute("value");
      await page.locator('button[value="next"]').click();
      await page.locator(`main:not(:has(input[name="page"][value="${key}"]))`).waitFor();
    }
    const boxes = page.locator('main input[type="checkbox"]');
    assert.ok((await boxes.count()) >= 5);
    await boxes.first().check();
    await boxes.nth(2).check();
    await inspect(browser, "more words");
    await page.locator('button[value="next"]').click();
    await page.locator('button[value="back"]').click();
    await ticks.waitFor();
    assert.ok(await boxes.first().isChecked());
    assert.ok(!(await boxes.nth(1).isChecked()));
    assert.ok(await boxes.nth(2).isChecked());
  });

  test("the page for a doctor shows what was chosen, and the file is a PDF", async () => {
    await open("/report");
    const words = "Is the heronbridge part of it?";
    await page.locator("#report-questions").fill(words);
    await page.getByLabel("What was tried").uncheck();
    await page.locator("#report-paper").selectOption("letter");
    await press("Show the page");
    const sheet = page.locator("article.sheet");
    await sheet.getByText(words).waitFor();
    assert.equal(await sheet.getByRole("heading", { name: "What was tried" }).count(), 0);
    assert.equal(await page.getByLabel("What was tried").isChecked(), false);
    assert.match(await sheet.innerText(), /one check-in in all/, "one is not counted as many");
    await inspect(browser, "more report chosen");
    const [download] = await Promise.all([page.waitForEvent("download"), press("Save as a PDF")]);
    assert.equal(download.suggestedFilename(), "page.pdf", "the name tells nothing");
    const bytes = readFileSync(await download.path());
    assert.equal(bytes.subarray(0, 5).toString(), "%PDF-");
    assert.match(bytes.subarray(-8).toString("latin1"), /%%EOF/);
    assert.match(bytes.toString("latin1"), /\/MediaBox\s*\[\s*0 0 612 792\s*\]/, "US Letter");
  });

  test("days of the report that run backward are refused, and what was typed stays", async () => {
    await open("/report");
    await page.locator("#report-from").fill("2026-03-02");
    await page.locator("#report-to").fill("2026-03-01");
    await press("Show the page");
    await page.getByRole("alert").waitFor();
    assert.equal(await page.locator("#report-from").inputValue(), "2026-03-02");
    assert.equal(await page.locator("#report-to").inputValue(), "2026-03-01");
    await inspect(browser, "more report refused");
  });

  test("quiet days begin with a yes and end with one press", async () => {
    await open("/quiet-days");
    const begin = page.getByRole("button", { name: "Yes, draw quiet days" });
    await inspect(browser, "more quiet days");
    await begin.click();
    await page.getByRole("status").waitFor();
    await inspect(browser, "more quiet days drawn");
    await page.locator('button[value="stop"]').click();
    await page.locator("main:not(:has(button[value='stop']))").waitFor();
    await inspect(browser, "more quiet days stopped");
  });

  test("no page complained, and nobody else was asked", () => {
    assert.deepEqual(browser.complaints, []);
    const others = browser.requests.filter((host) => host !== server.authority);
    assert.deepEqual(others, []);
  });
});
