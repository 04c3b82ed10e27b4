// Uses the pages and the command line without a browser, while the kernel notes every connection.
// Whoever starts it (`cargo xtask test no-connect`) reads the trace.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { ask, binary, ownForm, session, startServer, surroundings, watched } from "./lib/server.mjs";

test("the pages answer while the kernel watches", async () => {
  const server = await startServer();
  const cookie = await session(server);
  const send = async (path, fields = {}) => {
    const body = new URLSearchParams(fields).toString();
    const { status } = await ask(server, {
      method: "POST",
      path,
      headers: ownForm(server, cookie),
      body,
    });
    assert.equal(status, 303, path);
  };
  await send("/first-run/safety");
  await send("/first-run/key", { choice: "computer", passphrase: "", again: "" });
  await send("/first-run/line", { value: "40" });
  await send("/flicker", { key: "0".repeat(31) + "1", strength: "clear" });
  await send("/note", { key: "0".repeat(31) + "2", words: "a word" });
  for (const path of ["/", "/time", "/day", "/answers", "/help", "/nowhere"]) {
    const { status } = await ask(server, { path, headers: { Cookie: cookie } });
    assert.equal(status, path === "/nowhere" ? 404 : 200, path);
  }
  await server.stop();

  const run = (...words) => {
    const [program, ...rest] = watched([binary, ...words]);
    const env = surroundings(server.folder.path);
    return execFileSync(program, rest, { env, encoding: "utf8" });
  };
  run("log", "40", "--data-dir", server.data);
  const answers = JSON.parse(run("answers", "--json", "--data-dir", server.data));
  assert.equal(answers.schema, "thawline.answers/1");
  server.folder.leave();
});
