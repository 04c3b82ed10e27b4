// Records that a test writes itself, brought in by the program's own import.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { binary, surroundings, throwAwayFolder } from "./server.mjs";

const number = (date) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The text of a record file: one answer at noon on each of `nDays` days from `first`. */
export function record({ first, nDays, value, experiments = [] }) {
  const facts = Array.from({ length: nDays }, (_, idx) => {
    const key = (idx + 1).toString(16).padStart(32, "0");
    const occasion = { device: "pointer", plan: "voluntary", responses: [[0, value(idx)]] };
    return [key, (number(first) + idx) * 86_400 + 43_200, null, 0, { occasion }];
  });
  const item = {
    id: "feeling_strength",
    role: "outcome_higher_is_more_feeling",
    scale: { line: [0, 100] },
    window: "momentary",
  };
  const profile = { day_start_minutes: 240, has_read_safety: true, lock_after_minutes: 10, zone: 0 };
  const schema = "thawline.record/1";
  return JSON.stringify({ schema, profile, zones: ["UTC"], files: [], items: [item], facts, experiments });
}

/** A walk on days drawn in pairs, locked on its first day, with the seal of docs/formats/record.md. */
export function lockedExperiment({ begins, assigned }) {
  const sealed = [
    "thawline.experiment/1",
    "drawing strategy 4 walk",
    "outcome check_in more_numb",
    `begins ${begins}`,
    "days_per_period 1",
    "from pairs",
    `assigned ${assigned}`,
    "carry_over_days 0",
    "seed 7",
    `locked_on ${begins}`,
    "",
  ].join("\n");
  return {
    key: "f".repeat(32),
    strategy: "walk",
    outcome: "check_in",
    polarity: "more_numb",
    begins,
    days_per_period: 1,
    from: "pairs",
    assigned,
    carry_over_days: 0,
    seed: "7",
    locked_on: begins,
    seal: createHash("sha256").update(sealed).digest("hex"),
  };
}

/** A folder that holds this record, and nothing else. */
export function folderWith(text) {
  const folder = throwAwayFolder();
  const file = join(folder.path, "record.json");
  writeFileSync(file, text);
  const call = ["import", file, "--data-dir", join(folder.path, "data")];
  const done = spawnSync(binary, call, { env: surroundings(folder.path), encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return folder;
}
