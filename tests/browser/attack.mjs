// Attacks the running program from web pages, as a hostile site does in the person's own browser, and by
// hand. Prints one line of JSON for each kind of attack. The kernel is the witness of what the program
// answered: it is watched by strace, not by itself.
//
// node attack.mjs chromium|firefox|raw|open (the last is a program without walls, which must fall)
// node attack.mjs tell chromium|firefox [times] (what a site can tell apart: somebody or nobody at a port)
import { readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { BROWSERS } from "./attack/browsers.mjs";
import { REBOUND, page, wander } from "./attack/pages.mjs";
import { startOpen } from "./attack/open.mjs";
import { byHand } from "./attack/raw.mjs";
import { throwAwayFolder } from "./lib/server.mjs";
import { tell } from "./attack/tell.mjs";
import { AT_THE_WALL, MARK, gotThrough, row, started, tally, written } from "./attack/rows.mjs";

/** What a page notices only when it got something. */
const HAS_READ = ["read", "loaded", "open"];

/** What the program answers, as the kernel saw it. No program may look into it once it runs: it is started by the witness. */
class Witness {
  constructor() {
    this.folder = throwAwayFolder();
    this.file = join(this.folder.path, "trace");
    writeFileSync(this.file, "");
    const calls = "trace=read,recvfrom,write,writev,sendto";
    this.words = ["strace", "-D", "-f", "-q", "-s", "160", "-e", calls, "-o", this.file];
  }
  /** Status of every answer since the last call. */
  answers() {
    const text = readFileSync(this.file, "utf8");
    const fresh = text.slice(this.read ?? 0);
    this.read = text.length;
    return [...fresh.matchAll(/"HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  }
}

/** A port on which nothing listens. */
async function closedPort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The other site: its pages, what was reported to it, and every cookie that it was sent. */
class Site {
  constructor() {
    this.reports = [];
    this.cookies = new Set();
    this.isReady = false;
    this.isGone = false;
    this.server = http.createServer((request, response) => this.answer(request, response));
  }
  async listen() {
    await new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    this.port = this.server.address().port;
    return this;
  }
  answer(request, response) {
    for (const one of (request.headers.cookie ?? "").split(";")) if (one) this.cookies.add(one.trim());
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Type", "text/html");
    if (request.url === "/ready") return response.end(this.isReady ? "yes" : "no");
    if (request.url === "/gone") return response.end(this.isGone ? "yes" : "no");
    if (request.url === "/report") {
      let text = "";
      request.on("data", (part) => (text += part));
      return request.on("end", () => {
        this.onReport?.(JSON.parse(text));
        response.end();
      });
    }
    if (request.url === "/next") {
      response.end(this.where ?? "");
      return delete this.where;
    }
    response.end(request.url === "/" ? this.page : `<!doctype html><script>(${wander})()</script>`);
  }
  next(name) {
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no report '${name}' came`)), 120_000).unref();
      this.onReport = (report) => {
        if (report.name === name) resolve(report);
        else this.reports.push({ ...report, answers: this.witness.answers() });
      };
    });
  }
}

/** Serves the page of a site that is about to move, on the program's own port. */
async function aboutToMove(port, home) {
  const server = http.createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.setHeader("Connection", "close");
    response.end(REBOUND.replace("HOME", JSON.stringify(home)));
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: "::1", ipv6Only: true }, resolve);
  });
  return server;
}

async function until(what, is) {
  for (let turn = 0; turn < 300; turn++) {
    if (await is()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`waited in vain: ${what}`);
}

async function fromPages(name, start = started) {
  const isOpen = start !== started;
  const witness = new Witness();
  const server = await start(witness.words);
  const before = isOpen ? "" : written(server);
  const site = await new Site().listen();
  const spent = server.link.slice(server.origin.length);
  const closed = `http://${server.authority.split(":")[0]}:${await closedPort()}`;
  site.page = page([
    { name: "running", origin: server.origin, spent },
    { name: "by number", origin: `http://127.0.0.1:${server.port}`, spent },
    { name: "closed", origin: closed, spent },
  ]);
  site.witness = witness;
  const browser = await BROWSERS[name]();
  try {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await browser.open(server.link, `http://evil.localhost:${site.port}/`);
    let isIn = false;
    await until("the person signs in, and their page is whole", async () => {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const answers = witness.answers();
      const isQuiet = isIn && answers.length === 0;
      isIn ||= answers.includes(200);
      return isQuiet;
    });
    const end = site.next("end");
    site.isReady = true;
    await end;
    report(name, site.reports);
    // Two other doors of this machine: is the session handed to them?
    for (const host of ["127.0.0.1", "localhost"]) {
      site.where = `http://${host}:${site.port}/x`;
      await until("the page goes on", () => site.where === undefined);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const moving = await aboutToMove(server.port, `http://127.0.0.1:${site.port}`);
    const rebound = site.next("rebound");
    site.where = `http://evil.localhost:${server.port}/`;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await new Promise((resolve) => {
      moving.close(resolve);
      moving.closeAllConnections?.();
    });
    site.isGone = true;
    const { seen } = await rebound;
    const answers = witness.answers();
    const n_read = Object.values(seen).filter((one) => /^(2|3)\d\d [1-9]/.test(one)).length;
    row({
      browser: name,
      attack: "rebinding",
      tries: Object.keys(seen).length,
      reached: answers.filter((status) => !AT_THE_WALL.has(status)).length,
      read: n_read,
      tells: Object.values(seen).some((one) => one !== "error") ? "that something answers" : "",
      answers: tally(answers),
    });
    row({
      browser: name,
      attack: "session sent to another port",
      tries: 3,
      reached: 0,
      read: site.cookies.size,
      tells: "",
      answers: {},
    });
    const after = isOpen ? "" : written(server);
    row({
      browser: name,
      attack: "record changed, or locked",
      tries: 1,
      reached: Number(after !== before || after.includes(MARK)),
      read: 0,
      tells: "",
      answers: {},
    });
  } finally {
    await browser.close();
    await server.stop();
    site.server.close();
    server.folder.leave();
    witness.folder.leave();
  }
}

/** One row an attack: against the program by its own name and by number, beside a closed port. */
function report(browser, reports) {
  const of = (name, attack) => reports.find((one) => one.name === name && one.attack === attack);
  for (const { attack } of reports.filter(({ name }) => name === "running")) {
    const [named, numbered, closed] = ["running", "by number", "closed"].map((name) => of(name, attack));
    const answers = [...named.answers, ...numbered.answers];
    const open = [named, numbered];
    row({
      browser,
      attack,
      tries: 2,
      reached: answers.filter((status) => !AT_THE_WALL.has(status)).length,
      // Some browsers call a hint to fetch 'loaded' also where nobody listens.
      read: open.filter(({ seen }) => seen !== closed.seen && HAS_READ.includes(seen)).length,
      tells: [...new Set(open.map(({ seen }) => seen).filter((seen) => seen !== closed.seen))]
        .map((seen) => `${seen} not ${closed.seen}`)
        .join("; "),
      ms: open.map(({ took }) => Math.round(took)).concat(Math.round(closed.took)),
      answers: tally(answers),
    });
  }
}

const which = process.argv[2] ?? "raw";
if (which === "raw") await byHand();
else if (which === "tell") {
  for (const one of await tell(process.argv[3], Number(process.argv[4] ?? 40))) console.log(JSON.stringify(one));
} else if (which === "open") await fromPages("chromium", startOpen);
else await fromPages(which);
// 1 is what a script ends with that broke off.
process.exit(gotThrough() ? 3 : 0);
