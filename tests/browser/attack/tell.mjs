// What a site can tell apart between a port on which nobody listens and the program: kinds of events, and times. Asks again and
// again, by turns. The program is not watched meanwhile, so that it is as fast as it is for a person.
import http from "node:http";
import { createServer } from "node:net";
import { BROWSERS } from "./browsers.mjs";
import { started } from "./rows.mjs";

/** Runs inside the page. */
async function measure(targets, n) {
  const within = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(() => resolve("silence"), 1500))]);
  const node = (tag, name, address, more = {}) =>
    new Promise((resolve) => {
      const one = Object.assign(document.createElement(tag), more);
      one.onload = () => resolve("load");
      one.onerror = () => resolve("error");
      one[name] = address;
      document.body.append(one);
    });
  const kinds = {
    image: (at) => node("img", "src", `${at}/icon.svg`),
    script: (at) => node("script", "src", `${at}/script.js`),
    "fetch no-cors": (at) => fetch(at, { mode: "no-cors" }).then(() => "answer", (error) => error.name + error.message),
    "web socket": (at) =>
      new Promise((resolve) => {
        const one = new WebSocket(at.replace("http", "ws"));
        one.onopen = () => resolve("open");
        one.onclose = (event) => resolve(`close ${event.code} ${event.reason} ${event.wasClean}`);
      }),
    "event stream": (at) =>
      new Promise((resolve) => {
        const one = new EventSource(at);
        one.onopen = () => resolve("open");
        one.onerror = () => (resolve(`error ${one.readyState}`), one.close());
      }),
    frame: (at) => node("iframe", "src", at),
  };
  const found = [];
  for (const [kind, run] of Object.entries(kinds)) {
    for (let turn = 0; turn < (["frame", "web socket"].includes(kind) ? Math.min(n, 8) : n); turn += 1) {
      for (const [name, at] of Object.entries(targets)) {
        const began = performance.now();
        const seen = await within(run(at));
        found.push({ kind, name, seen, took: performance.now() - began });
      }
    }
  }
  await fetch("/report", { method: "POST", body: JSON.stringify(found) });
}

/** How often a time of the program is longer than one of a closed port: 0.5 tells nothing, 1 tells everything. */
function longer(ones, others) {
  let sum = 0;
  for (const one of ones) for (const other of others) sum += one > other ? 1 : one === other ? 0.5 : 0;
  return sum / (ones.length * others.length);
}

const median = (list) => list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)];

/** Rows: kind, events here and there, median times, and how well one time tells. */
export async function tell(name, n) {
  const server = await started();
  const shut = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => shut.once("listening", resolve));
  const { port } = shut.address();
  await new Promise((resolve) => shut.close(resolve));
  const targets = { program: `http://127.0.0.1:${server.port}`, nobody: `http://127.0.0.1:${port}` };
  let report;
  const reported = new Promise((resolve) => (report = resolve));
  const site = http.createServer((request, response) => {
    if (request.url !== "/report") {
      response.setHeader("Content-Type", "text/html");
      return response.end(`<!doctype html><body><script>(${measure})(${JSON.stringify(targets)}, ${n})</script>`);
    }
    let text = "";
    request.on("data", (part) => (text += part)).on("end", () => (report(JSON.parse(text)), response.end()));
  });
  await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
  const browser = await BROWSERS[name]();
  try {
    await browser.open(`http://evil.localhost:${site.address().port}/`);
    const found = await reported;
    return [...new Set(found.map(({ kind }) => kind))].map((kind) => {
      const of = (target) => found.filter((one) => one.kind === kind && one.name === target);
      // Browsers make sockets wait that failed before, here and there: what came late is not another event.
      const events = (target) => {
        const all = [...new Set(of(target).map(({ seen }) => seen))].sort();
        return (all.length > 1 ? all.filter((seen) => seen !== "silence") : all).join(" or ");
      };
      const times = (target) => of(target).map(({ took }) => took);
      return {
        browser: name,
        kind,
        tries: of("program").length,
        program: events("program"),
        nobody: events("nobody"),
        program_ms: median(times("program")),
        nobody_ms: median(times("nobody")),
        longer: longer(times("program"), times("nobody")),
      };
    });
  } finally {
    await browser.close();
    await server.stop();
    site.close();
    server.folder.leave();
  }
}
