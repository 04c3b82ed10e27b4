// What happened and time with others, with the script and without it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { firstDay } from "./lib/visit.mjs";

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";

  describe(`what happened ${kind}`, () => {
    let visit;
    let server;
    let browser;
    let page;
    before(async () => {
      visit = await firstDay({ javaScript });
      ({ server, browser, page } = visit);
    });
    after(() => visit?.leave());

    test("a loss is named ahead, rough things stay folded, time with others is listed", async () => {
      await person.go(page, "/time");
      await page.getByRole("link", { name: "What happened" }).click();
      const event = person.form(page, "/events/add");
      const write = async (label, day) => {
        await person.unfold(page, "/events/add");
        await event.locator('[name="label"]').fill(label);
        if (day) await event.locator('[name="at"]').fill(day);
        await event.getByRole("button").click();
        await page.getByRole("status").waitFor();
      };
      const today = await event.locator('[name="at"]').getAttribute("max");
      const year = Number(today.slice(0, 4)) - 3;
      // 29 February three years ago was no day.
      const recalled = `${year}${today.slice(4)}`.replace("02-29", "02-28");
      await write("A loss", recalled);
      await page.getByText("Today: the day of a loss").waitFor();
      await write("Rough things, seen or lived");
      assert.equal(await page.getByText("Rough things").first().isVisible(), false, "folded");
      await person.unfold(page, "/events/contact");
      const contact = person.form(page, "/events/contact");
      await contact.locator('[name="with"]').fill("a friend");
      await contact.locator('[name="heard"]').fill("60");
      await contact.getByRole("button").click();
      await page.getByText("a friend, felt heard 60 of 100").first().waitFor();
      await inspect(browser, `what happened ${kind}`);
      await page.setViewportSize({ width: 320, height: 900 });
      const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
      assert.ok(await page.evaluate(fits), "no sideways scrolling at 320 px");
      assert.deepEqual(browser.complaints, []);
    });
  });
}
