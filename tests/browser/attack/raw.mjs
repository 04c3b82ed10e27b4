// Bytes that a hostile program of this machine would send.
import { spawnSync } from "node:child_process";
import http from "node:http";
import { connect } from "node:net";
import { ask, filesBelow, session } from "../lib/server.mjs";
import { AT_THE_WALL, MARK, row, started, tally, written } from "./rows.mjs";

/** Bytes as a hostile program on this machine would send them. */
export async function byHand() {
  const server = await started();
  const cookie = await session(server);
  const before = written(server);
  const [name, port] = server.authority.split(":");
  const ours = server.authority;
  const hosts = [
    `127.0.0.1:${port}`, "127.0.0.1", `127.0.0.1.evil.test:${port}`, `[::1]:${port}`, "[::1]",
    `localhost:${port}`, "localhost", `0.0.0.0:${port}`, `127.1:${port}`, `2130706433:${port}`, name,
    `${name}:`, `${name}:80`, `${name}:0${port}`, `${name}:${Number(port) + 1}`, `${name}.:${port}`,
    ours.toUpperCase(), `${name}.evil.test:${port}`, `evil.${name}:${port}`, `evil.test:${port}`,
    `user@${ours}`, `${ours}@evil.test`, `${ours}/`, `${ours}#`, `${ours}?`, `${ours}, evil.test`,
    `${ours} evil.test`, `http://${ours}`, "null", "*", "", `${ours}\t`.trim() + "\u00a0",
  ];
  const own = `Cookie: ${cookie}\r\nSec-Fetch-Site: same-origin\r\nOrigin: ${server.origin}\r\n`;
  const note = `key=${"c".repeat(32)}&words=${MARK}&at=2025-02-03`;
  const kind = `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${note.length}\r\n`;
  const post = (headers) => `POST /day/note HTTP/1.1\r\n${headers}${kind}Connection: close\r\n\r\n${note}`;
  const requests = [
    ...hosts.map((host) => post(`Host: ${host}\r\n${own}`)),
    post(own),
    post(`Host: ${ours}\r\nHost: evil.test\r\n${own}`),
    post(`Host: evil.test\r\nHost: ${ours}\r\n${own}`),
    post(`Host: ${ours}\r\nHost: ${ours}\r\n${own}`),
    post(`Host: evil.test\r\nX-Forwarded-Host: ${ours}\r\n${own}`),
    post(`Host: ${ours}\r\n${own}`).replace("POST /day", "POST http://evil.test/day"),
    ...["cross-site", "same-site", "none", "", "x", "Same-Origin"].map((from) =>
      post(`Host: ${ours}\r\nCookie: ${cookie}\r\nSec-Fetch-Site: ${from}\r\nOrigin: ${server.origin}\r\n`)),
    ...["null", "http://evil.test", "", server.origin.toUpperCase(), server.origin.replace("http", "https")]
      .map((origin) => post(`Host: ${ours}\r\nCookie: ${cookie}\r\nOrigin: ${origin}\r\n`)),
    post(`Host: ${ours}\r\nCookie: ${cookie}\r\n`),
    post(`Host: ${ours}\r\nSec-Fetch-Site: same-origin\r\nOrigin: ${server.origin}\r\n`),
    post(`Host: ${ours}\r\nCookie: s=${"0".repeat(64)}\r\nSec-Fetch-Site: same-origin\r\n`),
  ];
  const answers = [];
  for (const request of requests) answers.push(await raw(server.port, request));
  const statuses = answers.map((text) => Number(text.slice(9, 12)));
  row({
    browser: "raw",
    attack: "header variants",
    tries: requests.length,
    reached: statuses.filter((status) => !AT_THE_WALL.has(status)).length,
    read: answers.filter((text) => text.includes("mine")).length,
    tells: "",
    answers: tally(statuses),
  });
  const guesses = Number(process.env.GUESSES ?? 20_000);
  const guessed = await guess(server, guesses);
  row({
    browser: "raw",
    attack: "guessed start links",
    tries: guesses,
    reached: guessed.filter((status) => status !== 401).length,
    read: 0,
    tells: "",
    answers: tally(guessed),
  });
  const other = otherUser(server);
  row({ browser: "raw", attack: "another user of the machine", tries: other.length, reached: other.filter((status) => status !== 401).length, read: 0, tells: "", answers: tally(other) });
  const again = await ask(server, { path: server.link.slice(server.origin.length) });
  row({
    browser: "raw",
    attack: "the start link a second time",
    tries: 1,
    reached: Number(again.status !== 401),
    read: Number("set-cookie" in again.headers),
    tells: "",
    answers: tally([again.status]),
  });
  row({
    browser: "raw",
    attack: "record changed, or locked",
    tries: 1,
    reached: Number(written(server) !== before || (await ask(server, { headers: { Cookie: cookie } })).status !== 200),
    read: 0,
    tells: "",
    answers: {},
  });
  await server.stop();
  server.folder.leave();
}

function raw(port, bytes) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(Buffer.from(bytes, "latin1")));
    let text = "";
    socket.on("data", (part) => (text += part));
    socket.on("close", () => resolve(text));
    socket.on("error", (error) => (error.code === "ECONNRESET" ? resolve(text) : reject(error)));
  });
}

/** Asks as another user, and reads the files; 401 is what is wanted. Nothing, where nobody may be somebody else. */
function otherUser(server) {
  if (process.getuid?.() !== 0) return [];
  const as = (...words) => spawnSync("runuser", ["-u", "nobody", "--", ...words], { encoding: "utf8" });
  const pages = ["/", "/day", "/start?k=0"].map((path) => {
    const done = as("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", `Host: ${server.authority}`, `http://127.0.0.1:${server.port}${path}`);
    if (done.error) throw done.error;
    return Number(done.stdout);
  });
  const files = filesBelow(server.data).map(({ path }) => (as("cat", path).status === 0 ? 200 : 401));
  return [...pages, ...files];
}

/** Many start links over one connection. */
async function guess(server, n) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  const one = (key) =>
    new Promise((resolve, reject) => {
      const options = { host: "127.0.0.1", port: server.port, agent, setHost: false };
      options.path = `/start?k=${key}`;
      options.headers = { Host: server.authority };
      const request = http.get(options, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
      });
      request.on("error", reject);
    });
  const digits = () => Math.floor(Math.random() * 2 ** 32).toString(16).padStart(8, "0");
  const statuses = [];
  for (let begun = 0; begun < n; begun += 100) {
    const keys = Array.from({ length: Math.min(100, n - begun) }, () => Array.from({ length: 8 }, digits).join(""));
    statuses.push(...(await Promise.all(keys.map(one))));
  }
  agent.destroy();
  return statuses;
}
