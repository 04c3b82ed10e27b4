// Knocks on the walls as a hostile page, another program or a curious neighbor does.
import assert from "node:assert/strict";
import http from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { after, before, describe, test } from "node:test";
import { openBrowser } from "./lib/browser.mjs";
import { ask, filesBelow, ownForm, session, startServer } from "./lib/server.mjs";

describe("walls", () => {
  let server;
  let cookie;
  before(async () => {
    server = await startServer();
    cookie = await session(server);
  });
  after(async () => {
    await server.stop();
    server.folder.leave();
  });

  test("the start link gives one session and is refused the second time", async () => {
    assert.match(cookie, /^\w+=\w{32,}$/);
    const path = server.link.slice(server.origin.length);
    const again = await ask(server, { path });
    assert.equal(again.status, 401);
    assert.equal(again.headers["set-cookie"], undefined);
  });

  test("a guessed start link is refused", async () => {
    for (const key of ["", "0", "a".repeat(64), "%00"]) {
      const answer = await ask(server, { path: `/start?k=${key}` });
      assert.ok([400, 401].includes(answer.status), `${key}: ${answer.status}`);
      assert.equal(answer.headers["set-cookie"], undefined);
    }
  });

  test("the session cookie is out of reach of scripts and other sites", async () => {
    const other = await startServer();
    const path = other.link.slice(other.origin.length);
    const line = (await ask(other, { path })).headers["set-cookie"][0];
    await other.stop();
    other.folder.leave();
    assert.match(line, /; HttpOnly/);
    assert.match(line, /; SameSite=Strict/);
    assert.doesNotMatch(line, /Domain=|Expires=|Max-Age=/);
    assert.notEqual(server.authority.split(":")[0], other.authority.split(":")[0]);
  });

  test("a foreign host name is not answered, unless somebody typed it", async () => {
    const [name, port] = server.authority.split(":");
    const names = [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `[::1]:${port}`,
      `0.0.0.0:${port}`,
      `evil.test:${port}`,
      `${name}.evil.test:${port}`,
      `evil.${name}:${port}`,
      `${name}.:${port}`,
      name,
      `${name}:80`,
      `${name}:${port}0`,
      `${name.toUpperCase()}:${port}`,
      ` ${name}:${port}.`,
      `user@${name}:${port}`,
      "",
      null,
    ];
    for (const Host of names) {
      const { status } = await ask(server, { headers: { Host, Cookie: cookie } });
      assert.equal(status, 0, Host);
    }
    for (const Host of names.slice(0, 5)) {
      const typed = { Host, "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate" };
      assert.equal((await ask(server, { headers: typed })).status, 421, Host);
    }
  });

  test("two host names and an absolute address of another are not answered", async () => {
    const host = server.authority;
    const requests = [
      `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.test\r\nConnection: close\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: evil.test\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      `GET http://evil.test/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      `GET http://${host}/ HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n`,
    ];
    for (const request of requests) {
      assert.equal(await raw(server, request), "", request);
    }
  });

  test("without the session nothing of the record is shown", async () => {
    const foreign = ["", "s=", `s=${"0".repeat(64)}`, `${cookie}0`, `x${cookie}`];
    for (const Cookie of foreign) {
      for (const path of ["/", "/time", "/day", "/answers", "/nowhere"]) {
        const { status, text } = await ask(server, { path, headers: { Cookie } });
        assert.equal(status, 401, `${path} with ${Cookie}`);
        assert.doesNotMatch(text, /<form[^>]*(first-run|check-in|unlock)/);
      }
      const sent = await ask(server, {
        method: "POST",
        path: "/first-run/safety",
        headers: ownForm(server, Cookie),
      });
      assert.equal(sent.status, 401);
    }
  });

  test("a form or a script of another site is refused before anything happens", async () => {
    const said = [{ "Sec-Fetch-Site": "none" }, { Origin: "null" }, {}];
    const from = [
      ...said,
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      { "Sec-Fetch-Site": "cross-site", Origin: "null" },
      { "Sec-Fetch-Site": "same-origin", Origin: "http://evil.test" },
      { Origin: "http://evil.test" },
      { Origin: server.origin.replace("http:", "https:") },
      { Origin: server.origin.replace(/:\d+$/, ":1") },
    ];
    for (const headers of from) {
      const answer = await ask(server, {
        method: "POST",
        path: "/first-run/safety",
        headers: { "Content-Type": "application/x-www-form-urlencoded", Cookie: cookie, ...headers },
      });
      // Who is not said to be another site is told; another site is not.
      assert.equal(answer.status, said.includes(headers) ? 403 : 0, JSON.stringify(headers));
    }
    for (const path of ["/", "/style.css", "/icon.svg", "/nowhere"]) {
      const headers = { Cookie: cookie, "Sec-Fetch-Site": "cross-site" };
      assert.equal((await ask(server, { path, headers })).status, 0, path);
    }
  });

  test("every answer carries every header, errors too", async () => {
    const own = { Cookie: cookie };
    const answers = [
      await ask(server, { headers: own }),
      await ask(server, { path: "/style.css", headers: own }),
      await ask(server, { path: "/script.js", headers: own }),
      await ask(server, { path: "/icon.svg", headers: own }),
      await ask(server, { path: "/help" }),
      await ask(server, { path: "/away" }),
      await ask(server, { path: "/nowhere", headers: own }),
      await ask(server, { path: "/start?k=0" }),
      await ask(server, { path: "/start?nothing" }),
      await ask(server),
      await ask(server, { headers: { Host: "evil.test", "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate" } }),
      await ask(server, { method: "POST", path: "/lock", headers: own }),
      await ask(server, { method: "DELETE", headers: ownForm(server, cookie) }),
      await ask(server, { method: "OPTIONS", headers: ownForm(server, cookie) }),
      await ask(server, { method: "HEAD", headers: own }),
      await ask(server, { method: "POST", path: "/note", headers: ownForm(server, cookie), body: "%" }),
      await ask(server, {
        method: "POST",
        path: "/note",
        headers: ownForm(server, cookie),
        body: `words=${"x".repeat(3 << 20)}`,
      }).catch(() => null),
    ];
    for (const answer of answers.filter(Boolean)) hasEveryHeader(answer);
    const statuses = new Set(answers.filter(Boolean).map(({ status }) => status));
    for (const status of [200, 401, 403, 404, 405, 421]) assert.ok(statuses.has(status), `${status}`);
  });

  test("only this machine can reach the port", async () => {
    const addresses = Object.values(networkInterfaces())
      .flat()
      .filter(({ internal, family, scopeid }) => !internal && family === "IPv4" && !scopeid)
      .map(({ address }) => address);
    for (const host of [...addresses, "::1", "127.0.0.2"]) {
      assert.equal(await opens(host, server.port), false, host);
    }
    assert.equal(await opens("127.0.0.1", server.port), true);
  });

  test("no file may be read by anyone else, whatever the mask was", () => {
    const open = filesBelow(server.folder.path).filter(({ mode }) => mode & 0o077);
    assert.deepEqual(open, []);
  });

  test("no secret is in the process list", async () => {
    const { readdirSync, readFileSync } = await import("node:fs");
    const key = new URL(server.link).searchParams.get("k");
    const secrets = [key, cookie.split("=")[1]];
    for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      let line = "";
      try {
        line = readFileSync(`/proc/${id}/cmdline`, "utf8");
      } catch {
        continue; // The process has ended since.
      }
      for (const secret of secrets) assert.ok(!line.includes(secret));
    }
  });
});

describe("a hostile page in the same browser", () => {
  test("reads nothing, sends nothing, and cannot tell whether the program runs", async () => {
    const server = await startServer();
    const evil = http.createServer((_, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end("<!doctype html><title>evil</title><body>");
    });
    await new Promise((resolve) => evil.listen(0, "127.0.0.1", resolve));
    const { page, close, profile } = await openBrowser();
    try {
      await page.goto(server.link);
      await page.waitForURL(`${server.origin}/`);
      await page.goto(`http://evil.localhost:${evil.address().port}/`);
      const seen = await page.evaluate(attack, server.origin);
      assert.deepEqual(seen, { fetched: "refused", image: "error", script: "error", style: "error" });
      const failed = page.waitForEvent("requestfailed");
      await page.evaluate(sendForm, `${server.origin}/first-run/safety`);
      assert.equal((await failed).url(), `${server.origin}/first-run/safety`);
      // The browser shows a page of its own, as where nobody listens.
      await page.waitForURL((address) => address.protocol === "chrome-error:");
      await page.goto(`${server.origin}/`);
      await page.locator('form[action="/first-run/safety"]').waitFor();
    } finally {
      await close();
      evil.close();
      await server.stop();
      server.folder.leave();
      profile.leave();
    }
  });
});

/** Runs inside the hostile page: tries to read and to notice. */
async function attack(origin) {
  const load = (tag, name, address) =>
    new Promise((resolve) => {
      const node = document.createElement(tag);
      node.onload = () => resolve("loaded");
      node.onerror = () => resolve("error");
      if (tag === "link") node.rel = "stylesheet";
      node[name] = address;
      document.body.append(node);
    });
  const read = (mode) =>
    fetch(`${origin}/`, { mode, credentials: "include" }).then(
      () => "read",
      () => "refused",
    );
  return {
    fetched: await read("cors"),
    image: await load("img", "src", `${origin}/icon.svg`),
    script: await load("script", "src", `${origin}/script.js`),
    style: await load("link", "href", `${origin}/style.css`),
  };
}

/** Runs inside the hostile page: sends a form as a link in a mail would. */
function sendForm(action) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  document.body.append(form);
  form.submit();
}

function hasEveryHeader({ headers, status }) {
  const policy = headers["content-security-policy"] ?? "";
  assert.match(policy, /default-src 'none'/, `${status}`);
  assert.match(policy, /frame-ancestors 'none'/, `${status}`);
  assert.doesNotMatch(policy, /unsafe|\*|http:|https:|data:/, `${status}`);
  const wanted = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
  for (const [name, value] of Object.entries(wanted)) {
    assert.equal(headers[name], value, `${status}: ${name}`);
  }
  assert.ok(headers["permissions-policy"], `${status}`);
  assert.equal(headers["access-control-allow-origin"], undefined, `${status}`);
  assert.equal(headers.server, undefined, `${status}`);
}

/** Sends bytes as they are and gives the first line of the answer. */
function raw(server, bytes) {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.on("data", (part) => (text += part));
    socket.on("close", () => resolve(text.split("\r\n")[0]));
    socket.on("error", reject);
  });
}

function opens(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (is) => {
      socket.destroy();
      resolve(is);
    };
    socket.on("connect", () => end(true)).on("error", () => end(false)).on("timeout", () => end(false));
  });
}
