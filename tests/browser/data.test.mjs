// A file is brought in, looked at, explained, kept and taken back; dropped with the script, chosen without.
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { inspect } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { filesHolding } from "./lib/server.mjs";
import { firstDay } from "./lib/visit.mjs";

/** Made-up exports of other programs. */
const EXPORTS = join(import.meta.dirname, "../../fixtures/apps");

const DIARY = `full_date,date,weekday,time,mood,activities,note_title,note
2024-03-03,3 March,Sunday,18:52,good,walk,"",""
2024-03-02,2 March,Saturday,9:40 pm,flat,"walk | tea ","","a heronbridge day"
`;

const TRACKERS = JSON.stringify({
  nomie: { number: "5.6", created: "2024-03-05T10:00:00.000Z" },
  events: [{ _id: "a", note: "#numb #coffee #mood(3)", end: 1709412000000, offset: -60 }],
  trackers: { numb: { tag: "numb", type: "tick" } },
});

/** Lets a file fall on the form, as from a folder on the desktop. */
async function drop(page, name, text) {
  const files = await page.evaluateHandle(
    ([title, words]) => {
      const data = new DataTransfer();
      data.items.add(new File([words], title, { type: "text/csv" }));
      return data;
    },
    [name, text],
  );
  await person.form(page, "/data/look").dispatchEvent("drop", { dataTransfer: files });
}

async function choose(page, folder, name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  await page.locator('input[type="file"]').setInputFiles(file);
  await person.form(page, "/data/look").locator('button[type="submit"]').click();
}

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";

  describe(`your data ${kind}`, () => {
    let visit;
    let server;
    let browser;
    let page;
    before(async () => {
      visit = await firstDay({ javaScript });
      ({ server, browser, page } = visit);
    });
    after(() => visit?.leave());
    const bring = (name, text) =>
      javaScript ? drop(page, name, text) : choose(page, server.folder.path, name, text);
    const press = async (action) => {
      await person.form(page, action).getByRole("button").click();
      await page.getByRole("status").filter({ hasText: /\w/ }).first().waitFor();
    };

    test("a diary is looked at, its words are explained, and it is left", async () => {
      await person.go(page, "/time");
      await page.getByRole("link", { name: "Bring in or take out data" }).click();
      await page.getByText("Nothing was brought in yet.").waitFor();
      await inspect(browser, `data, empty ${kind}`);
      await bring("my diary.csv", DIARY);
      await page.getByRole("heading", { name: "What do your words mean?" }).waitFor();
      await inspect(browser, `data, words ${kind}`);
      assert.equal(await page.locator("fieldset").count(), 2);
      await person.form(page, "/data/words").getByRole("button").click();
      await page.getByText("6 entries would be new.").waitFor();
      await inspect(browser, `data, held ${kind}`);
      await press("/data/leave");
      await page.getByText("Nothing was changed.").waitFor();
      await page.getByText("Nothing was brought in yet.").waitFor();
    });

    test("it is kept, lies nowhere in clear, and is taken back whole", async () => {
      await bring("my diary.csv", DIARY);
      await person.form(page, "/data/words").getByRole("button").click();
      await page.getByText("6 entries would be new.").waitFor();
      await person.form(page, "/data/keep").getByRole("button").click();
      await page.getByText("6 new entries were kept.").waitFor();
      await inspect(browser, `data, kept ${kind}`);
      const data = join(server.folder.path, "data");
      assert.deepEqual(filesHolding(data, "heronbridge"), []);
      assert.ok(readdirSync(data).every((name) => !name.includes("diary")));
      // Once more: all of it is here, and nobody asks about words again.
      await bring("my diary.csv", DIARY);
      await page.getByText("Nothing in it would be new.").waitFor();
      await press("/data/leave");
      await person.form(page, "/data/undo").getByRole("button").click();
      await page.getByText("6 entries were taken back.").waitFor();
    });

    test("a tracker that may say numb is asked about, and no other", async () => {
      await bring("trackers.json", TRACKERS);
      await page.getByRole("heading", { name: "What do your words mean?" }).waitFor();
      assert.equal(await page.locator("fieldset").count(), 1);
      await person.form(page, "/data/words").getByRole("button").click();
      await page.getByText("3 entries would be new.").waitFor();
      await inspect(browser, `data, trackers ${kind}`);
      await person.form(page, "/data/keep").getByRole("button").click();
      await page.getByText("3 new entries were kept.").waitFor();
      await bring("trackers.json", TRACKERS);
      await page.getByText("Nothing in it would be new.").waitFor();
      await press("/data/leave");
      await person.form(page, "/data/undo").getByRole("button").click();
      await page.getByText("3 entries were taken back.").waitFor();
    });

    test("exports of watches, rings, phones and studies are kept and taken back", async () => {
      for (const [name, n] of [
        ["garmin-sleep.json", 1],
        ["oura.json", 8],
        ["samsung-health-table.csv", 2],
        ["health-connect.db", 9],
        ["m-path.csv", 10],
        ["mindlamp.json", 7],
      ]) {
        await page.locator('input[type="file"]').setInputFiles(join(EXPORTS, name));
        const look = person.form(page, "/data/look");
        await look.locator('button[type="submit"]').click();
        await page.getByText(n === 1 ? "One entry would be new." : `${n} entries would be new.`).waitFor();
        await person.form(page, "/data/keep").getByRole("button").click();
        await page.getByText(n === 1 ? "One new entry was kept." : `${n} new entries were kept.`).waitFor();
        await person.form(page, "/data/undo").getByRole("button").click();
        await page.getByText(n === 1 ? "One entry was taken back." : `${n} entries were taken back.`).waitFor();
      }
    });

    test("what is no export is refused in words, and what was typed nowhere is lost", async () => {
      for (const [name, text] of [
        ["picture.png", "\u0089PNG\u0000\u0001\u0002"],
        ["empty.csv", ""],
        ["table.csv", "day,mood\n2026-01-01,3\n"],
        ["half.json", '{"schema":"thawline.record/1","facts":['],
      ]) {
        await bring(name, text);
        const said = page.getByRole("alert");
        await said.waitFor();
        const words = await said.innerText();
        assert.ok(!words.includes("/proc/"), words);
        assert.match(words, /nothing was changed|can ?not be read|empty|not read here/i);
        await page.goto(`${server.origin}/data`);
        await page.getByText("Bring a file in").waitFor();
      }
      assert.deepEqual(browser.complaints, []);
    });

    test("everything is taken out as a file whose name says nothing", async () => {
      for (const [label, name] of [
        ["Everything, to come back to (JSON)", "data.json"],
        ["Tables (CSV)", "data.csv"],
        ["For doctors' systems (FHIR)", "data.fhir.json"],
      ]) {
        const coming = page.waitForEvent("download");
        await page.getByRole("button", { name: label }).click();
        const file = await coming;
        assert.equal(file.suggestedFilename(), name);
        await page.goto(`${server.origin}/data`);
      }
    });
  });
}
