// What every kind of attack needs: a record to attack, and a row for what came of it.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binary, startServer, surroundings, throwAwayFolder } from "../lib/server.mjs";

export const MARK = "planted-by-another-site";
/** What is turned away at the wall, before any page of ours was asked; 0 is a connection cut without a byte. */
export const AT_THE_WALL = new Set([0, 400, 401, 403, 421]);

/** The record as the command line writes it out. */
export function written(server) {
  const out = join(server.folder.path, `out-${Math.random()}.json`);
  const words = ["export", "--as", "json", "--whole", "--out", out, "--data-dir", server.data];
  const done = spawnSync(binary, words, { env: surroundings(server.folder.path), encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return readFileSync(out, "utf8");
}

export async function started(before = []) {
  const folder = throwAwayFolder();
  const words = ["log", "40", "--note", "mine", "--data-dir", join(folder.path, "data")];
  const done = spawnSync(binary, words, { env: surroundings(folder.path), encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return startServer({ folder, before });
}

export function tally(answers) {
  const counts = {};
  for (const status of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

let isBroken = false;

/** Whether anything got through. */
export const gotThrough = () => isBroken;


export function row(one) {
  isBroken ||= one.reached > 0 || one.read > 0;
  console.log(JSON.stringify(one));
}
