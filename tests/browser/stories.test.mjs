// Ten people and what the program does for each of them first.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as person from "./lib/person.mjs";
import { ask, ownForm } from "./lib/server.mjs";
import { answer, said, show, story } from "./lib/story.mjs";

const NEVER = [/\byou have (a|an|depression|ptsd)\b/i, /(?<!not a )diagnos/i, /\b\d+ ?%/];

/** What no page of any story says. */
function kind(words) {
  for (const never of NEVER) assert.doesNotMatch(words, never);
}

/** The page shows this advice, and it says who can help. */
async function advised(at, rule, who) {
  const advice = at.page.locator("section.advice", { has: at.page.locator(`#advice-${rule}`) });
  assert.match(await advice.innerText(), who);
  await advice.locator("summary").click();
  assert.match(await advice.innerText(), new RegExp(`Rule ${rule.toUpperCase()},`));
}

/** Fills in the look at the signs and gives what the page says at its end. */
async function noticed(at, name, answers) {
  const pages = await answer(at, "/self-check", answers);
  const words = await said(at);
  kind(words);
  await show(at, name);
  return { pages, words };
}

describe("ten stories", () => {
  test("someone with a plan sees help before anything else", () =>
    story(async (at) => {
      await at.open("/forms/more");
      await at.page.getByRole("button", { name: "Ask me once a week" }).click();
      await at.page.locator('input[name="safety_thoughts"]').first().waitFor();
      await answer(at, "/forms/more", { safety_thoughts: 2, safety_next: 1 });
      assert.equal(new URL(at.page.url()).pathname, "/help");
      assert.match(await said(at), /11[2-9]|999|911|988/);
      await show(at, "a plan");
      // Nothing of it is on a page that others may see.
      await at.open("/");
      assert.equal(await at.page.locator(".advice.now").count(), 1);
      await show(at, "a plan, today");
      for (const path of ["/", "/day", "/time", "/answers"]) {
        await at.open(path);
        assert.doesNotMatch(await said(at), /ending my life|plan, or a way/);
      }
    }));

  test("someone after a head injury is sent to a doctor", () =>
    story(async (at) => {
      const { words } = await noticed(at, "head injury", { since: 1, head_injury: 1 });
      assert.match(words, /Hit my head: In the last 30 days/);
      await advised(at, "r6", /doctor/i);
    }));

  test("a first onset at 45 is worth a look by a doctor", () =>
    story(async (at) => {
      const { words } = await noticed(at, "onset at 45", { since: 2, onset_age: 2, world_apart: 78 });
      assert.match(words, /First came at age: 40 or older/);
      await advised(at, "r10", /doctor/i);
    }));

  test("someone who left out doses is asked what came after, and told to stop nothing", () =>
    story(async (at) => {
      const { pages, words } = await noticed(at, "doses left out", {
        doses_missed: 1,
        withdrawal_signs: 1,
      });
      assert.ok(pages.includes("After less medicine"));
      assert.match(words, /Dizzy, jolts, bad sleep or tears since then/);
      assert.doesNotMatch(words, /(stop|start) taking|take (more|less) of/i);
      await advised(at, "r16", /(doctor|pharmac|prescri)/i);
    }));

  test("someone bereaved for 13 months is asked kindly, and nobody else is", () =>
    story(async (at) => {
      const { pages, words } = await noticed(at, "bereaved", { loss: 3, loss_disabling: 1 });
      assert.ok(pages.includes("Since the loss") && !pages.includes("Since then"));
      assert.match(words, /A loss: Over 12 months ago/);
      await advised(at, "r20", /grief/i);
    }));

  test("someone who lost the 'as if' and wants to act on it sees help at once", () =>
    story(async (at) => {
      const pages = await answer(at, "/self-check", { as_if: 3, watched_idea: 3 });
      assert.equal(pages.at(-1), "What is real");
      assert.equal(new URL(at.page.url()).pathname, "/help");
      await show(at, "as if lost");
      await at.open("/");
      assert.equal(await at.page.locator("#advice-r4").count(), 1);
      await show(at, "as if lost, today");
    }));

  test("someone unsafe at home leaves in a moment, and the way back shows nothing", () =>
    story(async (at) => {
      const { words } = await noticed(at, "unsafe at home", { unsafe_home: 1, violence: 1 });
      assert.doesNotMatch(words, /Home is hard|Rough things|abuse|violen/i);
      const safe = at.page.locator('a[href="/help/safe-place"]').first();
      await safe.waitFor();
      for (let press = 0; press < 3; press += 1) await at.page.keyboard.press("Shift");
      await at.page.waitForURL(`${at.server.origin}/away`);
      await at.page.goBack().catch(() => null);
      assert.doesNotMatch(await at.page.locator("body").innerText(), /notic/i);
      await at.open("/self-check");
      await person.form(at.page, "/unlock").waitFor();
    }));

  test("someone bipolar who sleeps less is asked about energy", () =>
    story(async (at) => {
      const { pages, words } = await noticed(at, "less sleep", {
        medicine_new: 1,
        bipolar: 1,
        activated: 1,
      });
      assert.ok(pages.includes("Sleep and energy"));
      assert.match(words, /Less sleep and a lot of energy/);
      await advised(at, "r17", /prescri|doctor/i);
      assert.doesNotMatch(words, /bipolar(?! )/i);
    }));

  test("someone of 16 is asked for their age once, then asked less and helped first as young", () =>
    story(async (at) => {
      const { page } = at;
      const isYoungFirst = async () => {
        await at.open("/help/DE");
        const words = await said(at);
        return words.indexOf("Nummer gegen Kummer") < words.indexOf("TelefonSeelsorge");
      };
      const asked = async (path) => {
        await at.open(path);
        const names = await page.locator("main [name]").evaluateAll((all) => all.map((one) => one.name));
        return new Set(names).size;
      };
      assert.ok(!(await isYoungFirst()));
      await page.getByRole("link", { name: "I am under 18" }).click();
      await page.waitForURL(`${at.server.origin}/help/DE/young`);
      await show(at, "16 years, help before the record knows");
      const before = [await asked("/forms/evening"), await asked("/forms/morning")];
      const { words } = await noticed(at, "16 years", { under_18: 1, connect: 80 });
      assert.match(words, /You told that you are under 18/);
      assert.ok(await isYoungFirst());
      assert.equal(await page.getByRole("link", { name: "I am under 18" }).count(), 0);
      await show(at, "16 years, help");
      const after = [await asked("/forms/evening"), await asked("/forms/morning")];
      assert.ok(after[0] < before[0] && after[1] < before[1], `${before} ${after}`);
      await show(at, "16 years, morning");
      await at.open("/answers");
      assert.doesNotMatch(await said(at), /Did a medicine change it/);
      await at.open("/self-check");
      await person.form(page, "/self-check").getByRole("button", { name: "Look again" }).click();
      const again = await answer(at, "/self-check", {});
      assert.ok(again.includes("About you"));
      assert.equal(await page.locator('input[name="under_18"]').count(), 0);
    }));

  test("three calm weeks with nothing to say get no alarm", () =>
    story(async (at) => {
      const cookies = await at.browser.context.cookies();
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
      const headers = ownForm(at.server, cookie);
      for (let back = 21; back >= 1; back -= 1) {
        const day = new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
        const key = String(back).padStart(32, "0");
        const body = `key=${key}&at=${day}&clock=12:00&value=${80 + (back % 5)}`;
        const sent = await ask(at.server, { method: "POST", path: "/day/check-in", headers, body });
        assert.equal(sent.status, 303);
      }
      await at.open("/");
      const words = await said(at);
      assert.doesNotMatch(words, /doctor|urgent|danger|today at once/i);
      assert.equal(await at.page.getByRole("alert").count(), 0);
      kind(words);
      await show(at, "three calm weeks");
      const { words: nothing } = await noticed(at, "nothing noticed", {});
      assert.match(nothing, /Nothing is listed here/);
      assert.equal(await at.page.locator(".advice").count(), 0);
    }));
});
