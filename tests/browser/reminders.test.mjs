// Reminders on the page of choices: chosen, changed, refused with what was typed, taken to a phone, and turned
// off; with and without the script, on the narrowest screen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect, picture } from "./lib/browser.mjs";
import { firstDay } from "./lib/visit.mjs";

const section = (page) => page.locator("section[aria-labelledby=times]");

const keep = async (page, { mode, ...times }) => {
  if (mode) await page.locator(`input[name=mode][value=${mode}]`).check();
  for (const [name, value] of Object.entries(times)) await page.locator(`#${name}`).fill(value);
  await page.getByRole("button", { name: "Remind me like this" }).click();
};

for (const javaScript of [true, false]) {
  const how = javaScript ? "with the script" : "without the script";
  test(`reminders are chosen in plain fields, ${how}`, async () => {
    const { server, browser, page, leave } = await firstDay({ javaScript });
    try {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(`${server.origin}/pace`);
      assert.equal(await page.title(), "Notes");
      assert.match(await section(page).innerText(), /There are no reminders/);
      await inspect(browser, `reminders off ${how}`);
      await keep(page, { mode: "usual" });
      assert.match(await section(page).innerText(), /twice a day/);
      assert.match(await section(page).innerText(), /between 09:00 and 11:00/);

      // Wrong input: a sentence, what was typed is there, and nothing was changed.
      await page.locator("summary", { hasText: "Change the reminders" }).click();
      await keep(page, { late_from: "12:00", late_to: "14:00" });
      assert.match(await page.getByRole("alert").innerText(), /less than two hours apart/);
      assert.equal(await page.locator("#late_from").inputValue(), "12:00");
      assert.ok(await page.locator("#late_from").isVisible());
      await inspect(browser, `reminders refused ${how}`);
      await picture(page, `reminders refused ${how} 320`);
      await page.goto(`${server.origin}/pace`);
      assert.match(await section(page).innerText(), /between 18:00 and 20:00/);

      await page.locator("summary", { hasText: "Change the reminders" }).click();
      await keep(page, { mode: "burst" });
      assert.match(await section(page).innerText(), /five times a day until/);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      assert.ok(width <= 320, `${width} px`);
      for (const wide of [390, 1280]) {
        await page.setViewportSize({ width: wide, height: 844 });
        await picture(page, `reminders ${how} ${wide}`);
      }

      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Take the next two weeks to a phone" }).click(),
      ]);
      assert.equal(file.suggestedFilename(), "notes.ics");
      const calendar = readFileSync(await file.path(), "utf8");
      assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
      assert.ok(calendar.split("BEGIN:VEVENT").length > 60, "five a day");

      await page.goto(`${server.origin}/pace`);
      await page.getByRole("button", { name: "No more reminders" }).click();
      assert.match(await section(page).innerText(), /There are no reminders/);
      const others = browser.requests.filter((host) => host !== server.authority);
      assert.deepEqual(others, []);
    } finally {
      await leave();
    }
  });
}
