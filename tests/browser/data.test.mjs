// A file is brought in, looked at, explained, kept and taken back; dropped with the script, chosen without.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { inspect, picture } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { filesHolding } from "./lib/server.mjs";
import { firstDay } from "./lib/visit.mjs";

/** Made-up exports of other programs. */
const EXPORTS = join(import.meta.dirname, "../../fixtures/apps");

/** A public record of one person, where it lies beside the project. */
const REAL = join(
  process.env.THAWLINE_SHARED_DATA ?? join(import.meta.dirname, "../../../shared/data"),
  "kossakowski_2017.csv",
);

const DIARY = `full_date,date,weekday,time,mood,activities,note_title,note
2024-03-03,3 March,Sunday,18:52,good,walk,"",""
2024-03-02,2 March,Saturday,9:40 pm,flat,"walk | tea ","","a heronbridge day"
`;

const TRACKERS = JSON.stringify({
  nomie: { number: "5.6", created: "2024-03-05T10:00:00.000Z" },
  events: [{ _id: "a", note: "#numb #coffee #mood(3)", end: 1709412000000, offset: -60 }],
  trackers: { numb: { tag: "numb", type: "tick" } },
});

// As a spreadsheet of a country with decimal commas saves it.
const TABLE = `Datum;Uhrzeit;Stimmung;Taub;Schlaf h;Spaziergang;Notiz
13.08.2025;08:30;3;7,5;6,5;1;kestrelwarm light
14.08.2025;21:15;4;2;8,25;0;
15.08.2025;09:00;;;;1;
`;

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
  await page.locator("#file").setInputFiles(file);
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
      assert.equal(await person.form(page, "/data/words").locator("fieldset").count(), 2);
      await person.form(page, "/data/words").getByRole("button").click();
      await page.getByText("6 entries would be new.").waitFor();
      await inspect(browser, `data, held ${kind}`);
      await press("/data/leave");
      await page.getByText("Nothing was changed.").waitFor();
      await page.getByText("Nothing was brought in yet.").waitFor();
    });

    test("what Exist said is held against the record, and nothing of it is kept", async () => {
      const claims = person.form(page, "/data/claims");
      await claims.locator('input[type="file"]').setInputFiles(join(EXPORTS, "exist/correlations.json"));
      await claims.getByRole("button", { name: "See what holds" }).click();
      await page.getByRole("heading", { name: "What Exist would say, and what holds of it" }).waitFor();
      await page.getByText("Nothing in the file is about your numbness").waitFor();
      await page.getByText("One is about other things.").waitFor();
      await inspect(browser, `data, claims ${kind}`);
      await page.getByRole("link", { name: "Back to your data" }).click();
      await page.getByText("Nothing was brought in yet.").waitFor();
      // A file of something else is named, and its place is not.
      await claims.locator('input[type="file"]').setInputFiles(join(EXPORTS, "habitbull.csv"));
      await claims.getByRole("button", { name: "See what holds" }).click();
      await page.getByText("habitbull.csv:").waitFor();
      assert.deepEqual(filesHolding(join(server.folder.path, "data"), "better mood"), []);
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
      assert.equal(await person.form(page, "/data/words").locator("fieldset").count(), 1);
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
        await page.locator("#file").setInputFiles(join(EXPORTS, name));
        const look = person.form(page, "/data/look");
        await look.locator('button[type="submit"]').click();
        await page.getByText(n === 1 ? "One entry would be new." : `${n} entries would be new.`).waitFor();
        await person.form(page, "/data/keep").getByRole("button").click();
        await page.getByText(n === 1 ? "One new entry was kept." : `${n} new entries were kept.`).waitFor();
        await person.form(page, "/data/undo").getByRole("button").click();
        await page.getByText(n === 1 ? "One entry was taken back." : `${n} entries were taken back.`).waitFor();
      }
    });

    test("the columns of a table are named, looked at, and kept", async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await bring("diary of mine.csv", TABLE);
      await page.getByRole("heading", { name: "What are the columns?" }).waitFor();
      await inspect(browser, `data, columns ${kind}`);
      await picture(page, `columns ${kind}-390`);
      const column = (name) => page.getByLabel(name, { exact: true });
      const form = person.form(page, "/data/table");
      const look = () => form.getByRole("button").click();
      assert.equal(await column("Datum").inputValue(), "when");
      assert.equal(await column("Uhrzeit").inputValue(), "clock");
      // A mood in the middle is a mood: nothing is numbness before the person says so.
      assert.equal(await column("Stimmung").inputValue(), "item");
      assert.equal(await column("Taub").inputValue(), "item");
      await column("Notiz").selectOption("note");
      await column("Spaziergang").selectOption("event");
      await look();
      await page.getByRole("alert").filter({ hasText: "No column says how numb" }).waitFor();
      assert.equal(await column("Notiz").inputValue(), "note");
      await column("Taub").selectOption("numb");
      await page.locator("#min").fill("0");
      await page.locator("#max").fill("7");
      await look();
      await page.getByRole("alert").filter({ hasText: "outside of the scale" }).waitFor();
      assert.equal(await page.locator("#max").inputValue(), "7");
      await page.locator("#max").fill("10");
      await look();
      await page.getByText("numbness 7.5 (0 not numb, 10 most numb)").waitFor();
      await page.getByText("it happened: Spaziergang").first().waitFor();
      await page.getByText("3 rows were read.").waitFor();
      await inspect(browser, `data, table read ${kind}`);
      await picture(page, `table read ${kind}-390`);
      const coming = page.waitForEvent("download");
      await person.form(page, "/data/map").getByRole("button").click();
      const map = readFileSync(await (await coming).path(), "utf8");
      assert.match(map, /polarity = "higher_is_more_numb"/);
      await page.goto(`${server.origin}/data`);
      await press("/data/keep");
      await page.getByText("5 new entries were kept.").waitFor();
      assert.deepEqual(filesHolding(join(server.folder.path, "data"), "kestrelwarm"), []);
      await page.goto(`${server.origin}/data`);
      await person.form(page, "/data/undo").first().getByRole("button").click();
      await page.getByText("5 entries were taken back.").waitFor();
    });

    const skip = existsSync(REAL) ? false : "the real record is not on this computer";
    test("a real record of one person is read by what a person says of it", { skip }, async () => {
      await page.locator("#file").setInputFiles(REAL);
      await person.form(page, "/data/look").locator('button[type="submit"]').click();
      await page.getByRole("heading", { name: "What are the columns?" }).waitFor();
      const form = person.form(page, "/data/table");
      for (const select of await form.locator("select").all()) {
        const holds = await select.inputValue();
        if (holds === "item" || holds === "daily") await select.selectOption("leave");
      }
      await page.getByLabel("mood_cheerf", { exact: true }).selectOption("feeling");
      await page.getByLabel("phy_tired", { exact: true }).selectOption("item");
      await page.locator("#zone").fill("Europe/Amsterdam");
      await page.locator("#min").fill("1");
      await page.locator("#max").fill("7");
      await form.getByRole("button").click();
      await page.getByText("The first rows, as they would be read").waitFor();
      await page.getByText(/1.?476 rows were read/).waitFor();
      await person.form(page, "/data/leave").getByRole("button").click();
      await page.getByText("Nothing was changed.").waitFor();
    });

    test("what is no export is refused in words, and what was typed nowhere is lost", async () => {
      for (const [name, text] of [
        ["picture.png", "\u0089PNG\u0000\u0001\u0002"],
        ["empty.csv", ""],
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
