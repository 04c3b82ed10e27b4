// Adds the slider, digit keys and the quick way out. Every page works without this file.
"use strict";

document.documentElement.classList.add("js");

// Leaving: cover the page at once, lock on the server, then replace this page in the history.
function leave() {
  const cover = document.createElement("div");
  cover.className = "cover";
  document.body.replaceChildren(cover);
  const away = () => location.replace("/away");
  fetch("/exit", { method: "POST", keepalive: true, redirect: "manual" }).then(away, away);
  // Whatever the program is busy with, the page goes.
  setTimeout(away, 1500);
}

for (const form of document.querySelectorAll("form[data-leave]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
  });
}

let shifts = [];
document.addEventListener("keyup", (event) => {
  if (event.key !== "Shift") {
    shifts = [];
    return;
  }
  shifts = shifts.filter((at) => event.timeStamp - at < 5000).concat(event.timeStamp);
  if (shifts.length >= 3 && document.querySelector("form[data-leave]")) leave();
});

// A question: a line without a thumb until it is touched, and the keys 0 to 9.
for (const form of document.querySelectorAll("form[data-question]")) {
  const shown = performance.now();
  const field = (name) => form.elements.namedItem(name);
  const note = (device) => {
    field("device").value = device;
    field("latency").value = String(Math.round(performance.now() - shown));
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=value]");
    if (button) note(event.detail === 0 ? "keyboard" : "pointer");
  });
  const line = form.querySelector("input[type=range]");
  if (line) {
    const keep = form.querySelector("[data-keep]");
    const touch = (device) => {
      line.classList.remove("untouched");
      keep.hidden = false;
      keep.value = line.value;
      note(device);
    };
    line.addEventListener("input", () => touch("pointer"));
    line.addEventListener("pointerdown", () => touch("pointer"));
  }
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input:not([type=range]), textarea, select");
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    const button = form.querySelector(`button[data-digit="${CSS.escape(event.key)}"]`);
    if (button) {
      event.preventDefault();
      note("keyboard");
      button.focus();
      form.requestSubmit(button);
    }
  });
}

// The question mark opens the list of keys, where nobody is typing.
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input:not([type=range]), textarea, select");
  if (event.key !== "?" || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
  const keys = document.querySelector('footer a[href="/keys"]');
  if (keys) keys.click();
});

// A form sent twice is the same form: the second press does nothing.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
// A page that comes back from the browser's memory may hold what is locked now.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// A timer for a step, for those who want one. It moves nothing but a bar; what it says is a word at the end.
for (const box of document.querySelectorAll("[data-timer]")) {
  const total = Number(box.dataset.timer);
  const [inward, out] = (box.dataset.breath ?? "0 0").split(" ").map(Number);
  const bar = box.querySelector("progress");
  const pace = box.querySelector("[data-pace]");
  const start = box.querySelector("button");
  box.hidden = false;
  start.addEventListener("click", () => {
    const began = performance.now();
    start.hidden = true;
    bar.hidden = false;
    pace.hidden = inward === 0;
    const tick = () => {
      const passed = (performance.now() - began) / 1000;
      bar.value = Math.min(passed, total);
      if (inward > 0) {
        const isInward = passed % (inward + out) < inward;
        pace.textContent = isInward ? box.dataset.in : box.dataset.out;
      }
      if (passed < total) return;
      clearInterval(beat);
      pace.hidden = true;
      box.querySelector("[data-said]").textContent = box.dataset.over;
    };
    // Whoever asked for less motion sees the bar move in steps of five seconds.
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches && inward === 0;
    const beat = setInterval(tick, isStill ? 5000 : 250);
    tick();
  });
}

// A file that is dropped on the form is the file that was chosen; a bar shows how far it has come.
for (const form of document.querySelectorAll("form[data-drop]")) {
  const chosen = form.querySelector("input[type=file]");
  const said = form.querySelector("[data-progress]");
  const over = (isOver) => form.classList.toggle("over", isOver);
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  form.addEventListener("dragleave", () => over(false));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length === 0) return;
    chosen.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const sent = new XMLHttpRequest();
    const bar = said.querySelector("progress");
    said.hidden = false;
    sent.upload.addEventListener("progress", (step) => {
      if (step.lengthComputable) bar.value = (100 * step.loaded) / step.total;
    });
    // What was read has all arrived; how long looking takes nobody knows.
    sent.upload.addEventListener("load", () => bar.removeAttribute("value"));
    sent.addEventListener("loadend", () => {
      if (sent.status === 200) return location.replace(sent.responseURL);
      // What went wrong stands on the page that came back.
      const page = new DOMParser().parseFromString(sent.responseText, "text/html");
      const main = page.querySelector("main");
      if (main) document.querySelector("main").replaceWith(main);
      else location.replace("/data");
    });
    sent.open("POST", form.action);
    sent.send(new FormData(form));
  });
}

// A record that nobody uses locks. The page says so a minute before, goes when it has locked, and hands over what is being
// written, so that a lock loses none of it. The program keeps it; the browser does not.
const idle = document.querySelector("[data-idle]");
if (idle) {
  // Asked for anew each time: on Time it is another one after every turn.
  const main = () => document.querySelector("main");
  const kinds = "textarea, input[type=text]";
  const go = idle.querySelector("button");
  let said = "";
  const send = (path, fields = {}) =>
    fetch(path, { method: "POST", body: new URLSearchParams(fields), keepalive: true, redirect: "manual" }).catch(() => null);
  // A field is told by where its form goes, its name, and which of several of that kind it is.
  const fields = () => {
    const counts = {};
    return [...main().querySelectorAll(`form :is(${kinds})`)].map((field) => {
      const kind = `${field.form.getAttribute("action")} ${field.name}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
      return { field, name: `${kind} ${counts[kind]}` };
    });
  };
  const say = (what) => {
    idle.querySelector("[data-said]").textContent = what ? idle.querySelector(`[data-words=${what}]`).textContent : "";
    go.hidden = what !== "soon";
    idle.hidden = !what;
    said = what;
  };
  let waiting = 0;
  const hand = () => {
    clearTimeout(waiting);
    waiting = 0;
    const begun = fields().filter(({ field }) => field.value !== field.defaultValue);
    const all = new URLSearchParams(begun.map(({ name, field }) => [name, field.value]));
    return send("/typed", { page: location.pathname, fields: all });
  };
  document.addEventListener("input", (event) => {
    if (!event.target.matches(`main :is(${kinds})`)) return;
    clearTimeout(waiting);
    waiting = setTimeout(hand, 1000);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("main form")) return;
    clearTimeout(waiting);
    send("/typed", { page: location.pathname, fields: "" });
  });

  const giveBack = async () => {
    const answer = await send("/typed/back");
    if (!answer || answer.status !== 200) return;
    const apart = [];
    for (const [name, value] of new URLSearchParams(await answer.text())) {
      const at = fields().find((one) => one.name === name)?.field;
      if (!at || at.value !== at.defaultValue) {
        apart.push(value);
        continue;
      }
      at.value = value;
      for (let fold = at.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }
    const place = idle.querySelector("textarea");
    place.hidden = apart.length === 0;
    place.value = apart.join("\n\n");
    say(apart.length === 0 ? "back" : "apart");
    if (apart.length === 0) hand();
  };

  const look = async () => {
    const answer = await fetch("/idle").catch(() => null);
    if (!answer?.ok) return void setTimeout(look, 60000);
    const [left, waits] = (await answer.text()).split(" ");
    if (waits) await giveBack();
    if (left === "") return;
    const seconds = Number(left);
    if (seconds === 0) {
      document.body.replaceChildren();
      return location.replace("/");
    }
    const isSoon = seconds <= 60;
    if (isSoon) say("soon");
    else if (said === "soon") say("");
    setTimeout(look, 1000 * (isSoon ? Math.min(seconds, 5) : Math.min(seconds - 60, 300)));
  };
  go.addEventListener("click", () => {
    say("");
    send("/idle");
  });
  // Help and what is known stay where they are: they show nothing of the record, and are needed when it is locked.
  if (!/^\/(help|cards|keys)(\/|$)/.test(location.pathname)) look();
}
