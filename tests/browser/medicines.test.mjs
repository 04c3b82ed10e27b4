// A medicine change with its answer and the prescriber's page, with the script and without it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { firstDay } from "./lib/visit.mjs";

/** A day so many days ago, YYYY-MM-DD, on the clock of the wall. */
function day(ago) {
  const then = new Date(Date.now() - ago * 86_400_000);
  const two = (number) => String(number).padStart(2, "0");
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";

  describe(`medicines ${kind}`, () => {
    let visit;
    let server;
    let browser;
    let page;
    const look = async (name) => {
      await inspect(browser, `${name} ${kind}`);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const [wide, seen] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert.ok(wide <= seen, `${name} scrolls sideways at ${width}`);
      }
      await page.setViewportSize({ width: 800, height: 900 });
    };
    const fold = async (form) => {
      const details = page.locator("details", { has: form });
      if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
    };
    before(async () => {
      visit = await firstDay({ javaScript });
      ({ server, browser, page } = visit);
    });
    after(() => visit?.leave());

    test("a medicine is added, changed, and the page to take along tells of it", async () => {
      await person.go(page, "/time");
      await page.getByRole("link", { name: "Medicines" }).click();
      await page.getByText("Do not stop or change a medicine on your own").first().waitFor();
      await look("medicines, empty");
      const add = person.form(page, "/medicines/add");
      await add.locator('[name="medicine"]').fill("Venlafaxine");
      await add.locator('[name="amount"]').fill("37,5");
      await add.locator('[name="day"]').fill(day(60));
      await add.getByRole("button").click();
      await page.getByRole("alert").waitFor();
      assert.equal(await add.locator('[name="medicine"]').inputValue(), "Venlafaxine", "kept");
      await add.locator('[name="amount"]').fill("37.5");
      await add.getByRole("button").click();
      await page.getByRole("heading", { name: "Venlafaxine" }).waitFor();
      const change = person.form(page, "/medicines/change");
      await fold(change);
      await change.locator('[name="amount"]').fill("75");
      await change.locator('[name="day"]').fill(day(10));
      await change.getByRole("button").click();
      await page.getByText("75 mg a day, since").waitFor();
      const leftOut = person.form(page, "/medicines/left-out");
      await fold(leftOut);
      await leftOut.locator('[name="day"]').fill(day(2));
      await leftOut.getByRole("button").click();
      await page.getByText("One dose is written as left out").waitFor();
      await look("medicines, one changed");
      await page.goto(`${server.origin}/medicines/ask`);
      await page.getByText("37.5 mg a day, from").first().waitFor();
      await page.getByText("What I would like to ask").waitFor();
      await page.getByText("When to ask soon").waitFor();
      await look("medicines, to take along");
    });

    test("a plan is kept as the prescriber's, and its step begins by hand", async () => {
      await page.goto(`${server.origin}/medicines/plan`);
      const add = person.form(page, "/medicines/plan");
      await fold(add);
      await add.locator('[name="confirmed"]').check();
      await add.locator('[name="amount"]').fill("37.5");
      await add.locator('[name="day"]').fill(day(1));
      await add.getByRole("button").click();
      await page.getByText("Its day has come").waitFor();
      await look("a prescriber's plan");
      const begin = person.form(page, "/medicines/begin");
      await fold(begin);
      await begin.getByRole("button").click();
      await page.getByText("Began on").waitFor();
      assert.deepEqual(browser.complaints, []);
    });
  });
}
