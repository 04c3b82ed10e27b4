// The picture of time: read part by part with a pointer or the arrow keys, in a line that is read aloud; zoomed and pulled to any
// days. How far the days reach stands on the picture, what is to be read in a list beside it. Nothing is drawn here: while it is
// pulled, the picture that is there is moved, and then the program is asked for the one of those days.
"use strict";

const DAY = 86_400_000;
const LEAST_DAYS = 3;
// The day that was read before other days came in.
let kept = "";

function readable(box) {
  const line = box.parentElement.querySelector("[data-read]");
  const parts = [...box.querySelectorAll("ol > li")];
  if (!line || parts.length === 0) return;
  const said = line.querySelector("p");
  const open = line.querySelector("button");
  let at = parts.length;
  line.hidden = false;
  box.tabIndex = 0;
  box.setAttribute("role", "application");
  box.setAttribute("aria-label", box.dataset.reader);

  const picture = () => [...box.querySelectorAll("svg")].find((svg) => svg.clientWidth > 0);
  // Where the days of the picture stand on the screen now.
  const plot = () => {
    const svg = picture();
    const frame = svg.getBoundingClientRect();
    const unit = frame.width / svg.viewBox.baseVal.width;
    const { left, right, days } = svg.dataset;
    return { svg, inset: left * unit, x: frame.left + left * unit, width: (right - left) * unit, days: Number(days) };
  };
  const dayAt = (x) => {
    const now = plot();
    return ((x - now.x) / now.width) * now.days;
  };

  const make = (svg, name, attributes) => {
    const mark = document.createElementNS(svg.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) mark.setAttribute(key, value);
    svg.append(mark);
  };
  const show = (idx) => {
    at = Math.max(0, Math.min(parts.length - 1, idx));
    const { from, days, at: day } = parts[at].dataset;
    said.textContent = parts[at].textContent;
    open.value = day;
    open.hidden = false;
    for (const old of box.querySelectorAll(".cursor, .cursor-days")) old.remove();
    const svg = picture();
    if (!svg) return;
    const { left, right, days: all, foot } = svg.dataset;
    const x = (day) => Number(left) + ((right - left) * day) / all;
    const [x1, x2] = [x(Number(from)), x(Math.min(Number(from) + Number(days), all))];
    make(svg, "rect", { class: "cursor-days", x: x1, y: 0, width: x2 - x1, height: foot });
    make(svg, "line", { class: "cursor", x1: (x1 + x2) / 2, x2: (x1 + x2) / 2, y1: 0, y2: foot });
  };
  const near = (x) => {
    const day = dayAt(x);
    const idx = parts.findIndex(({ dataset }) => day < Number(dataset.from) + Number(dataset.days));
    return idx < 0 ? parts.length - 1 : idx;
  };

  // Days that are to be seen, counted from the first one of the picture, while they are being chosen.
  const [first, oldest, newest] = ["first", "oldest", "newest"].map((name) => Date.parse(box.dataset[name]) / DAY);
  const ends = [oldest - first, newest - first + 1];
  let seen = null;
  const choose = (from, n) => {
    seen ??= { plot: plot() };
    seen.n = Math.max(LEAST_DAYS, Math.min(n, ends[1] - ends[0]));
    seen.from = Math.max(ends[0], Math.min(from, ends[1] - seen.n));
    const { svg, inset, width, days } = seen.plot;
    const scale = days / seen.n;
    const x = inset * (1 - scale) - (seen.from * width) / seen.n;
    svg.style.transformOrigin = "0 0";
    svg.style.transform = `translateX(${x}px) scaleX(${scale})`;
  };
  const all = () => plot().days;
  const from = () => seen?.from ?? 0;
  const many = () => seen?.n ?? all();
  const zoom = (by, day) => {
    const n = Math.max(LEAST_DAYS, Math.min(many() * by, ends[1] - ends[0]));
    choose(day - ((day - from()) / many()) * n, n);
  };
  const forget = () => {
    if (seen) seen.plot.svg.style.transform = "";
    seen = null;
  };
  const ask = () => {
    if (!seen) return;
    const start = Math.round(seen.from);
    const n = Math.round(seen.n);
    if (start === 0 && n === seen.plot.days) return forget();
    const form = document.querySelector("form[data-days]");
    const date = (days) => new Date((first + days) * DAY).toISOString().slice(0, 10);
    form.elements.namedItem("from").value = date(start);
    form.elements.namedItem("to").value = date(start + n - 1);
    kept ||= parts[at]?.dataset.at ?? "";
    form.requestSubmit();
  };
  // Around the part that is read, or the middle.
  const zoomHere = (by) => {
    const read = parts[at]?.dataset;
    zoom(by, read ? Number(read.from) + Number(read.days) / 2 : all() / 2);
    ask();
  };
  const pull = (share) => {
    choose(from() + many() * share, many());
    ask();
  };
  const step = (by) => {
    if (at === parts.length) return show(by > 0 ? 0 : at - 1);
    // Beyond the last part that is read there may be more days.
    if (at + by >= 0 && at + by < parts.length) return show(at + by);
    const beyond = first + Number(parts[at].dataset.from) + (by < 0 ? -1 : Number(parts[at].dataset.days));
    if (beyond < oldest || beyond > newest) return;
    kept = new Date(beyond * DAY).toISOString().slice(0, 10);
    pull(by / 2);
  };

  const turn = (to) => document.querySelector(`[data-controls] [data-turn="time-${to}"]`)?.click();
  const keys = {
    ArrowLeft: (event) => (event.shiftKey ? pull(-0.25) : step(-1)),
    ArrowRight: (event) => (event.shiftKey ? pull(0.25) : step(1)),
    Home: () => show(0),
    End: () => show(parts.length - 1),
    Enter: () => !open.hidden && open.click(),
    "+": () => zoomHere(0.5),
    "-": () => zoomHere(2),
    PageUp: () => turn("earlier"),
    PageDown: () => turn("later"),
  };
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key](event);
  });

  // One pointer pulls the days along, two keep each its day below it. A press that does not move reads.
  const held = new Map();
  let begun = null;
  let isPulled = false;
  const hold = (x) => ({ x, day: from() + ((x - begun.x) / begun.width) * many() });
  box.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (held.size === 0) [begun, isPulled] = [seen?.plot ?? plot(), false];
    held.set(event.pointerId, { ...hold(event.clientX), start: event.clientX });
  });
  box.addEventListener("pointermove", (event) => {
    const one = held.get(event.pointerId);
    if (!one) return show(near(event.clientX));
    one.x = event.clientX;
    if (!isPulled && held.size === 1 && Math.abs(one.x - one.start) < 8) return;
    if (!isPulled) box.setPointerCapture(event.pointerId);
    isPulled = true;
    const share = ({ x }) => (x - begun.x) / begun.width;
    const [a, b] = held.values();
    const n = b && share(a) !== share(b) ? Math.abs((b.day - a.day) / (share(b) - share(a))) : many();
    choose(a.day - share(a) * n, n);
  });
  const letGo = (event) => {
    if (!held.delete(event.pointerId)) return;
    for (const [id, one] of held) held.set(id, { ...one, ...hold(one.x) });
    if (held.size > 0) return;
    if (event.type === "pointercancel") forget();
    else ask();
  };
  box.addEventListener("pointerup", letGo);
  box.addEventListener("pointercancel", letGo);
  box.addEventListener("click", (event) => isPulled || show(near(event.clientX)));
  box.addEventListener("dblclick", () => !open.hidden && open.click());

  // The wheel scrolls the page; with Ctrl, which is also what two fingers on a pad send, it zooms.
  let waiting = 0;
  box.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(Math.exp(Math.max(-60, Math.min(event.deltaY, 60)) / 120), dayAt(event.clientX));
      clearTimeout(waiting);
      waiting = setTimeout(ask, 200);
    },
    { passive: false },
  );

  if (kept) {
    const idx = parts.findLastIndex(({ dataset }) => dataset.at <= kept);
    kept = "";
    show(idx);
  }
}
const readAll = () => document.querySelectorAll("[data-reader]").forEach(readable);
readAll();

// On Time the rest of the page stays where it is while another stretch comes in.
document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || !form.action.endsWith("/time") || location.pathname !== "/time") return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.set(submitter.name, submitter.value);
  const wasReading = document.activeElement?.matches("[data-reader]");
  const answer = await fetch("/time", { method: "POST", body }).catch(() => null);
  const main = answer && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  if (!main || new URL(answer.url).pathname !== "/time") return location.reload();
  document.querySelector("main").replaceWith(main);
  readAll();
  const same = submitter && `[name="${submitter.name}"][value="${CSS.escape(submitter.value)}"]`;
  const next = wasReading
    ? main.querySelector("[data-reader]")
    : (main.querySelector(same || null) ?? main.querySelector(`[data-turn="${submitter?.dataset.turn}"]`));
  (next ?? main).focus({ preventScroll: !wasReading });
});
