// A clock on the wall that a test moves while the program runs. The program knows nothing of it: a few lines of C,
// made here with the compiler that the program itself needs, stand between it and the system's clock.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const between = (file, id) => `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <time.h>

int clock_gettime(clockid_t id, struct timespec *at) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int done = real(id, at);
  long ahead = 0;
  FILE *held = id == ${id} ? fopen(${JSON.stringify(file)}, "r") : NULL;
  if (held) {
    if (fscanf(held, "%ld", &ahead) == 1) at->tv_sec += ahead;
    fclose(held);
  }
  return done;
}
`;

/** A clock in this folder, the one on the wall or the one that measures how long something takes. `pass` moves it ahead; what
 * is started with `env` lives by it. */
export function clockIn(folder, id = "CLOCK_REALTIME") {
  const [source, library, file] = ["clock.c", "clock.so", "ahead"].map((name) => join(folder.path, name));
  writeFileSync(source, between(file, id));
  const made = spawnSync("cc", ["-shared", "-fPIC", "-o", library, source, "-ldl"], { encoding: "utf8" });
  assert.equal(made.status, 0, `cc, which the program needs too, made no clock: ${made.stderr ?? made.error}`);
  let ahead = 0;
  const pass = (seconds) => {
    ahead += seconds;
    // In one step: the program may read it at any moment.
    writeFileSync(`${file}.new`, String(ahead));
    renameSync(`${file}.new`, file);
  };
  pass(0);
  return { env: { LD_PRELOAD: library }, pass };
}
