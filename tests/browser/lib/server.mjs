// Starts the program on a folder of its own and stops it again.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const top = join(dirname(fileURLToPath(import.meta.url)), "../../..");
export const binary = process.env.THAWLINE_BIN ?? join(top, "target/release/thawline");

/** A new empty folder that is gone when `leave` was called. */
export function throwAwayFolder() {
  const path = mkdtempSync(join(tmpdir(), "thawline-test-"));
  return { path, leave: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The words before the program: a watcher, when THAWLINE_TRACE names a file to write. */
export function watched(words) {
  const trace = process.env.THAWLINE_TRACE;
  if (!trace) return words;
  // With -D the program is our child, so that stopping it stops the program and not the watcher.
  return ["strace", "-D", "-f", "-A", "-o", trace, "--trace=connect", ...words];
}

/** What the program sees of this machine: a home of its own and no desktop. */
export function surroundings(home) {
  const { PATH, TZ } = process.env;
  // Whatever this machine speaks, the program is asked in English unless a test says otherwise.
  return { PATH, LANG: "C.UTF-8", ...(TZ && { TZ }), HOME: home, XDG_RUNTIME_DIR: home, TMPDIR: home };
}

/** Starts the pages. `link` opens them once; `authority` is the host and port that they answer to. */
export async function startServer({ words = ["serve"], folder = throwAwayFolder(), env = {}, shell = "umask 000", before = watched([]) } = {}) {
  if (!existsSync(binary)) throw new Error(`there is no program at ${binary}`);
  const data = join(folder.path, "data");
  const call = [binary, ...words, "--no-open", "--port", "0"];
  if (words[0] === "serve") call.push("--data-dir", data);
  // Without a mask of its own, a program would leave files that others may read.
  const child = spawn("sh", ["-c", `${shell}; exec "$@"`, "sh", ...before, ...call], {
    env: { ...surroundings(folder.path), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const link = await new Promise((resolve, reject) => {
    const hear = (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/[^\s/]+\/start\?k=\w+/);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", (bytes) => (said += bytes));
    ended.then((code) => reject(new Error(`the program ended with ${code}: ${said}`)));
    setTimeout(() => reject(new Error(`no start link after 30 s: ${said}`)), 30_000).unref();
  });
  const { host: authority, port, origin } = new URL(link);
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const { pid } = child;
  return { link, authority, origin, port: Number(port), data, folder, pid, stop, ended, said: () => said };
}

/** One request as it is written here, to the loopback address. A connection that is cut without a byte has status 0. */
export function ask(server, { method = "GET", path = "/", headers = {}, body } = {}) {
  const options = { host: "127.0.0.1", port: server.port, method, path, setHost: false };
  options.headers = { Host: server.authority, Connection: "close", ...headers };
  if (headers.Host === null) delete options.headers.Host;
  return new Promise((resolve, reject) => {
    const request = http.request(options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => (text += part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, text }),
      );
    });
    request.on("error", (error) => {
      if (error.code === "ECONNRESET") resolve({ status: 0, headers: {}, text: "" });
      else reject(error);
    });
    request.end(body);
  });
}

/** What our own page says of itself when it sends a form. */
export function ownForm(server, cookie) {
  return {
    Origin: server.origin,
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/x-www-form-urlencoded",
    ...(cookie && { Cookie: cookie }),
  };
}

/** Uses up the start link and gives the cookie that came for it. */
export async function session(server) {
  const path = server.link.slice(server.origin.length);
  const answer = await ask(server, { path });
  return answer.headers["set-cookie"]?.[0].split(";")[0];
}

/** Every file below a folder with its permission bits. */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [{ path, mode: statSync(path).mode & 0o777 }] : [];
  });
}

/** Files below a folder that hold `words` as plain text, in either of the usual encodings. */
export function filesHolding(folder, words) {
  const forms = [Buffer.from(words, "utf8"), Buffer.from(words, "utf16le")];
  return filesBelow(folder)
    .filter(({ path }) => {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    })
    .map(({ path }) => path);
}
