// A questionnaire is brought, looked at, filled in one question at a time; an answer about harm leads to help first.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { inspect } from "./lib/browser.mjs";
import * as person from "./lib/person.mjs";
import { filesHolding } from "./lib/server.mjs";
import { firstDay } from "./lib/visit.mjs";

const ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/** Nine made-up questions of four answers; the last is the one that the person says is about harm. */
function made({ rights = true } = {}) {
  const answerOption = ["Never", "On some days", "On most days", "Each day"].map((display, idx) => ({
    valueCoding: { code: `a${idx}`, display, extension: [{ url: ORDINAL, valueDecimal: idx }] },
  }));
  const item = Array.from({ length: 9 }, (_, idx) => ({
    linkId: `q${idx + 1}`,
    text: `Made-up question ${idx + 1} of the heronbridge`,
    type: "choice",
    required: true,
    answerOption,
  }));
  return JSON.stringify({
    resourceType: "Questionnaire",
    status: "active",
    url: "urn:uuid:7d0ab2a2-0000-4000-8000-000000000001",
    title: "Made-up look at two weeks",
    ...(rights && { copyright: "Made up for this test; anybody may use it." }),
    item,
  });
}

for (const javaScript of [true, false]) {
  const kind = javaScript ? "with the script" : "without the script";

  describe(`questionnaires ${kind}`, () => {
    let visit;
    let server;
    let browser;
    let page;
    before(async () => {
      visit = await firstDay({ javaScript });
      ({ server, browser, page } = visit);
    });
    after(() => visit?.leave());

    const bring = async (name, text) => {
      await page.goto(`${server.origin}/questionnaires`);
      const file = join(server.folder.path, name);
      writeFileSync(file, text);
      const form = person.form(page, "/questionnaires/bring");
      await form.locator('input[type="file"]').setInputFiles(file);
      await form.locator('button[type="submit"]').click();
    };
    const answer = async (label) => {
      await page.getByRole("radio", { name: label, exact: true }).check();
      await page.locator('button[value="next"]').click();
    };

    test("what is none is refused in words", async () => {
      for (const text of ["", "{", '{"resourceType":"Questionnaire","item":[]}', "\u0000\u0001"]) {
        await bring("none.json", text);
        await page.getByRole("alert").waitFor();
      }
      await page.goto(`${server.origin}/questionnaires`);
      await page.getByText("There is none yet.").waitFor();
    });

    test("without rights in the file, the person says that they may use it", async () => {
      await bring("no rights.json", made({ rights: false }));
      await page.getByText("The file does not say who holds the rights.").first().waitFor();
      const keep = person.form(page, "/questionnaires/keep");
      await keep.getByRole("button", { name: "Keep it", exact: true }).click();
      await page.getByRole("alert").waitFor();
      await keep.getByRole("button", { name: "Do not keep it" }).click();
      await page.getByText("There is none yet.").waitFor();
    });

    test("it is kept, filled in, and an answer about harm leads to help first", async () => {
      await bring("made up.json", made());
      await page.getByText("Made up for this test; anybody may use it.").waitFor();
      await inspect(browser, `questionnaire, brought ${kind}`);
      const keep = person.form(page, "/questionnaires/keep");
      await keep.locator('[name="safety_item"]').selectOption({ index: 9 });
      await keep.getByRole("button", { name: "Keep it", exact: true }).click();
      await page.getByText("The questionnaire is kept.").waitFor();
      await inspect(browser, `questionnaire, kept ${kind}`);

      await page.getByRole("link", { name: /^Fill in/ }).click();
      await page.getByText("Question 1 of 9").waitFor();
      await inspect(browser, `questionnaire, asked ${kind}`);
      for (let n = 1; n <= 8; n += 1) {
        await page.getByText(`Question ${n} of 9`).waitFor();
        await answer("On some days");
      }
      await page.getByText("Question 9 of 9").waitFor();
      await page.locator('button[value="back"]').click();
      await page.getByText("Question 8 of 9").waitFor();
      assert.ok(await page.getByRole("radio", { name: "On some days" }).isChecked());
      await page.locator('button[value="next"]').click();
      await page.getByText("Question 9 of 9").waitFor();
      await answer("On some days");
      await page.getByRole("heading", { name: "First this" }).waitFor();
      await inspect(browser, `questionnaire, help first ${kind}`);
      assert.ok(await page.locator('main a[href="/help"]').first().isVisible());
      await page.locator('button[value="go-on"]').click();
      await page.getByText("What you answered").waitFor();
      await inspect(browser, `questionnaire, done ${kind}`);
      assert.deepEqual(filesHolding(join(server.folder.path, "data"), "heronbridge"), []);
      assert.deepEqual(browser.complaints, []);
    });
  });
}
