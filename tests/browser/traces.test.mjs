// What is left behind after a use, in small: `cargo xtask prove traces` looks at all of it, a hundred times, in two browsers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { disk } from "./traces/disk.mjs";
import { exits } from "./traces/exit.mjs";
import { memory } from "./traces/memory.mjs";
import { names } from "./traces/names.mjs";
import { profile } from "./traces/profile.mjs";

const found = (rows) => rows.filter(({ hits }) => hits > 0).map(({ what, moment, told }) => `${what}, ${moment}: ${told}`);

test("names that can be seen by everybody tell nothing, and one that does is noticed", async () => {
  const rows = await names();
  assert.ok(rows.length >= 8);
  assert.deepEqual(found(rows), []);
  assert.notDeepEqual(found(await names("title")), []);
});

test("no word stands on the disk, in a list of programs or in print, and words that do are noticed", async () => {
  assert.deepEqual(found(await disk()), []);
  assert.notDeepEqual(found(await disk("temp")), []);
});

test("the browser's profile holds nothing of a whole day, and what is kept there is noticed", async () => {
  assert.deepEqual(found(await profile("chromium")), []);
  assert.notDeepEqual(found(await profile("chromium", "no-store")), []);
});

test("after leaving, no way back shows anything, and a way out without a lock is noticed", async () => {
  assert.deepEqual(found(await exits("chromium", "1")), []);
  assert.notDeepEqual(found(await exits("chromium", "1", "exit")), []);
});

test("a locked record is nowhere in memory, nobody may look, and a record that is not locked is noticed", async () => {
  assert.deepEqual(found(await memory()), []);
  const left = (await memory("lock")).filter(({ hits }) => hits > 0).map(({ what, moment }) => `${what} ${moment}`);
  for (const kind of ["computer", "passphrase"]) {
    for (const what of ["an entry", "the key of the record", "anything that opens the record"]) {
      assert.ok(left.includes(`${what}, in memory locked, ${kind}`), `${what} of an open record, ${kind}, is noticed`);
    }
  }
});
