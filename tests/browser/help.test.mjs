// Help when it matters: locked, without a session, offline, without the script, and by keyboard alone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect, picture } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { ask, filesHolding, startServer } from "./lib/server.mjs";
import { firstDay } from "./lib/visit.mjs";

const line = "my sister Ana at the heronbridge";

/** Shows the page as a phone does, and keeps a picture of it. */
async function onPhone(page, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, `${name}-390`);
  await page.setViewportSize(before);
}

/** Presses Tab until the element has the focus, as somebody without a pointer does. */
async function tabTo(page, locator, most = 120) {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press("Tab");
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail("no Tab reaches it");
}

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";

  describe(`help ${kind}`, () => {
    let visit;
    let server;
    let browser;
    let page;
    before(async () => {
      visit = await firstDay({ javaScript });
      ({ server, browser, page } = visit);
    });
    after(() => visit?.leave());

    test("a plan is written, changed, taken out and put back by keyboard", async () => {
      await person.go(page, "/help");
      const link = page.locator('main a[href="/plan"]');
      await tabTo(page, link);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${server.origin}/plan`);
      await inspect(browser, `plan, empty ${kind}`);
      const field = page.getByRole("textbox", { name: /People I can turn to/ });
      await tabTo(page, field);
      await page.keyboard.type(line);
      await page.keyboard.press("Enter");
      await page.getByText("That is in your plan.").waitFor();
      await page.getByText(line, { exact: true }).first().waitFor();
      const summary = page.locator("section.plan li summary").first();
      await summary.focus();
      await page.keyboard.press("Enter");
      await inspect(browser, `plan, a line open ${kind}`);
      await onPhone(page, `plan ${kind}`);
      await page.getByLabel(`New words for: ${line}`).fill(`${line}, at night too`);
      await page.keyboard.press("Enter");
      await page.getByText("It is changed.").waitFor();
      const out = person.form(page, "/plan/take-out").getByRole("button");
      await page.locator("section.plan li summary").first().press("Enter");
      await out.first().press("Enter");
      await page.getByText("It is out of your plan.").waitFor();
      await page.getByRole("status").getByRole("button").press("Enter");
      await page.getByText("It is back in your plan.").waitFor();
      await page.getByText(`${line}, at night too`, { exact: true }).first().waitFor();
      await inspect(browser, `plan, with something taken out ${kind}`);
    });

    test("on paper the plan stands alone", async () => {
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator("section.plan li > span").first().isVisible());
      for (const hidden of ["header", "footer", "form", "details.screen"]) {
        for (const one of await page.locator(hidden).all()) assert.ok(!(await one.isVisible()));
      }
      await picture(page, `plan on paper ${kind}`);
      await page.emulateMedia({ media: "screen" });
    });

    test("a country is one press, and comes first only when asked for", async () => {
      await person.go(page, "/help");
      await inspect(browser, `help, no country ${kind}`);
      await onPhone(page, `help, no country ${kind}`);
      const ireland = page.locator('a[href="/help/IE"]').first();
      await tabTo(page, ireland, 200);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${server.origin}/help/IE`);
      await page.getByText("116 123").first().waitFor();
      await inspect(browser, `help, Ireland ${kind}`);
      await onPhone(page, `help, Ireland ${kind}`);
      await person.go(page, "/help");
      assert.equal(await page.getByText("116 123").count(), 0);
      await page.goto(`${server.origin}/help/IE`);
      await person.form(page, "/help/keep").getByRole("button").click();
      await page.waitForURL(`${server.origin}/help`);
      await page.getByText("116 123").first().waitFor();
    });

    test("while locked it is all there, and the plan is not", async () => {
      await person.go(page, "/");
      await person.lock(page);
      await person.go(page, "/help");
      await page.getByText("116 123").first().waitFor();
      assert.equal(await page.getByText(line).count(), 0);
      assert.equal(await page.locator('main a[href="/plan"]').count(), 0);
      await inspect(browser, `help, locked ${kind}`);
      for (const path of ["/help/doctor", "/help/safe-place", "/help/TR"]) {
        await page.goto(`${server.origin}${path}`);
        await inspect(browser, `${path.slice(1)} ${kind}`);
        await onPhone(page, `${path.slice(1)} ${kind}`);
      }
      await page.goto(`${server.origin}/plan`);
      await person.form(page, "/unlock").waitFor();
      assert.equal(await page.getByText(line).count(), 0);
    });

    test("leaving works from help as from every page", async () => {
      await page.goto(`${server.origin}/help`);
      await person.form(page, "/exit").getByRole("button").click();
      await page.waitForURL(`${server.origin}/away`);
    });

    test("no page complained, nobody else was asked, and nothing typed lies open", async () => {
      assert.deepEqual(browser.complaints, []);
      const others = browser.requests.filter((host) => host && host !== server.authority);
      assert.deepEqual(others, []);
      await browser.close();
      assert.deepEqual(filesHolding(browser.profile.path, line), []);
      assert.deepEqual(filesHolding(server.folder.path, line), []);
      assert.ok(!server.said().includes(line));
    });
  });
}

describe("help without a session", () => {
  test("is there for a browser that was never let in, and is small", async () => {
    const server = await startServer();
    try {
      for (const path of ["/help", "/help/IE", "/help/US", "/help/doctor", "/help/safe-place"]) {
        const answer = await ask(server, { path });
        assert.equal(answer.status, 200, path);
        assert.ok(Buffer.byteLength(answer.text) <= 30 * 1024, path);
        assert.ok(!/https?:\/\//.test(answer.text), `${path} leads to another machine`);
      }
      assert.equal((await ask(server, { path: "/plan" })).status, 401);
    } finally {
      await server.stop();
      server.folder.leave();
    }
  });
});
