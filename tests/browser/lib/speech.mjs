// What a screen reader would say, from the tree that the browser hands to one: at each stop its name, what it is and how it stands,
// what it belongs to and what describes it; on each new page its title and heading; and what speaks by itself. Refuses to say what the
// tree does not hold: what has no name there is silent for somebody who can not see it.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../docs/speech");

/** What a person hears for a role; a role that is not here is said as it is. */
const ROLES = {
  textbox: "text field",
  searchbox: "search field",
  checkbox: "check box",
  radio: "radio button",
  DisclosureTriangle: "fold",
  combobox: "list to choose from",
  spinbutton: "number field",
  Date: "date field",
  InputTime: "time field",
  DateTime: "date field",
  application: "picture to read with arrow keys",
};
/** What a stop may lie in. */
const GROUPS = ["group", "radiogroup", "form", "region", "navigation", "complementary", "table", "list", "figure", "dialog", "search", "Date", "InputTime"];
const LIVE = ["status", "alert", "log"];

const property = (node, name) => node.properties?.find((one) => one.name === name)?.value?.value;
const name = (node) => plain(node.name?.value ?? "");
const plain = (words) => words.replaceAll(/\s+/g, " ").replaceAll(/ ([:;,.])/g, "$1").trim();

/** How it stands. */
function states(node) {
  const role = node.role.value;
  const words = [];
  const checked = property(node, "checked");
  if (checked !== undefined) words.push(checked === "true" || checked === true ? "chosen" : "not chosen");
  const pressed = property(node, "pressed");
  if (pressed !== undefined) words.push(String(pressed) === "true" ? "pressed" : "not pressed");
  const expanded = property(node, "expanded");
  if (expanded !== undefined && role !== "combobox") words.push(expanded ? "open" : "closed");
  if (property(node, "multiline")) words.push("several lines");
  if (property(node, "required")) words.push("must be filled in");
  if (property(node, "readonly")) words.push("can not be changed");
  if (property(node, "disabled")) words.push("switched off");
  if (String(property(node, "invalid") ?? "false") !== "false") words.push("does not fit");
  const value = node.value?.value;
  if (value !== undefined && value !== "" && role !== "radio") words.push(`“${value}”`);
  return words;
}

/** The tree with its parents, and what of it has the focus. */
async function look(cdp) {
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const parents = (node) => {
    const all = [];
    for (let at = byId.get(node.parentId); at; at = byId.get(at.parentId)) all.push(at);
    return all;
  };
  const below = (node) => (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
  const words = (node) => (node.role?.value === "StaticText" ? name(node) : below(node).map(words).filter(Boolean).join(" "));
  const shown = nodes.filter((node) => !node.ignored);
  // The page itself has the focus where nothing else has.
  const focused = shown.filter((node) => property(node, "focused") && node.role.value !== "RootWebArea").pop();
  return { shown, focused, parents, words, below };
}

/** One stop, as it is said; `before` are the groups that it shares with the stop before. */
function said(tree, node, before) {
  const what = [name(node).replace(/\.$/, "") || "(no name)", ROLES[node.role.value] ?? node.role.value, ...states(node)];
  const description = node.description?.value;
  // A group that has the focus itself is not said again at the first stop within.
  const groups = [node, ...tree.parents(node)]
    .filter((one) => !one.ignored && GROUPS.includes(one.role.value) && name(one))
    .map((one) => {
      const more = one.description?.value ? `: ${plain(one.description.value)}` : "";
      return { id: one.nodeId, words: `${name(one)} (${ROLES[one.role.value] ?? one.role.value})${more}` };
    });
  const isNew = (one) => one.id !== node.nodeId && !before.some(({ id }) => id === one.id);
  const entered = groups.filter(isNew);
  let text = `${what.join(", ")}.`;
  if (description) text += ` ${plain(description)}`;
  if (entered.length > 0) text += ` In: ${entered.map(({ words }) => words).join("; ")}.`;
  return { text, groups };
}

const heading = (tree) =>
  tree.shown
    .filter((node) => node.role.value === "heading" && property(node, "level") === 1)
    .map((node) => tree.words(node))
    .join("; ");

/** What can be pressed, chosen or written to on this page, and has no name. */
export async function nameless(page) {
  const cdp = await page.context().newCDPSession(page);
  const tree = await look(cdp);
  await cdp.detach();
  return tree.shown
    .filter((node) => property(node, "focusable") && !["RootWebArea", "main"].includes(node.role.value) && name(node) === "")
    .map((node) => `a ${node.role.value} without a name`);
}

/** No time of day, and no day: what is said must be the same whenever it is said. */
const masked = (text) => text.replaceAll(/\b\d{1,2}:\d\d\b/g, "hh:mm");

/** Somebody who listens to this page. `begin` starts a task, `end` compares what was heard with what is kept for it. */
export async function listener(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Accessibility.enable");
  let lines = [];
  let groups = [];
  let heard = "";
  let live = "";
  let waits = false;
  let drawn = [];
  const add = (line) => lines.push(masked(line));

  const texts = (tree) =>
    tree.shown
      .filter((node) => LIVE.includes(node.role.value) || (property(node, "live") && property(node, "live") !== "off"))
      .map((node) => ({ node, words: tree.words(node), isFocused: node === tree.focused }))
      .filter(({ words }) => words !== "");
  const isNew = () =>
    page.evaluate(() => {
      const isNew = !globalThis.heardByTest;
      globalThis.heardByTest = true;
      return isNew;
    });

  /** The stop that has the focus, unless nothing about it is new. */
  const stop = (tree) => {
    if (!tree.focused) return;
    const one = said(tree, tree.focused, groups);
    groups = one.groups;
    if (one.text !== heard) add(`  ${one.text}`);
    heard = one.text;
  };
  /** What came of the last key. */
  const settle = async () => {
    if (!waits) return;
    waits = false;
    const hasCome = await isNew();
    const tree = await look(cdp);
    const speaks = texts(tree);
    const all = speaks.map(({ words }) => words).join(" ");
    if (hasCome) {
      add(`Page “${await page.title()}”, heading “${heading(tree)}”.`);
      groups = [];
      heard = "";
      // A new page is read from its top. What it says of what was just done is heard at once where the focus is, or where it alarms.
      stop(tree);
      for (const { node, words } of speaks.filter(({ isFocused }) => !isFocused)) {
        add(`  ${node.role.value === "alert" ? "Says" : "Further down"}: ${words}`);
      }
    } else {
      for (const { words } of speaks) if (!live.includes(words)) add(`  Says: ${words}`);
      stop(tree);
    }
    live = all;
  };

  return {
    /** A task begins on the page as it is. */
    begin: async (task) => {
      lines = [task, ""];
      drawn = [];
      waits = false;
      await isNew();
      const tree = await look(cdp);
      live = texts(tree).map(({ words }) => words).join(" ");
      add(`Where it begins: heading “${heading(tree)}”.`);
      [heard, groups] = ["", []];
    },
    /** These words were drawn by lot: in the text stands `instead`. */
    isDrawn: (words, instead) => drawn.push([plain(words), instead]),
    before: settle,
    pressed: (key) => {
      if (key !== "Tab") add(`> ${key}`);
      waits = true;
    },
    typed: (words) => add(`> ${words}`),
    /** Where Tab has led to. */
    stop: async () => {
      waits = false;
      stop(await look(cdp));
    },
    /** What Tab passes must have a name too. */
    named: async () => {
      const { result } = await cdp.send("Runtime.evaluate", { expression: "document.activeElement" });
      if (!result.objectId) return;
      const { nodes } = await cdp.send("Accessibility.getPartialAXTree", { objectId: result.objectId, fetchRelatives: false });
      const [node] = nodes;
      if (!node || node.ignored || ["RootWebArea", "generic"].includes(node.role.value)) return;
      assert.notEqual(name(node), "", `a ${node.role.value} has no name: ${result.description}`);
    },
    /** What was heard is what is kept in docs/speech; with THAWLINE_WRITE_FILES it is kept anew. */
    end: async (file) => {
      await settle();
      const text = drawn.reduce((text, [words, instead]) => text.replaceAll(words, instead), `${lines.join("\n")}\n`);
      const path = join(folder, `${file}.txt`);
      if (process.env.THAWLINE_WRITE_FILES) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, text);
      }
      assert.ok(!text.includes("(no name)"), `something has no name:\n${text}`);
      const kept = existsSync(path) ? readFileSync(path, "utf8") : "";
      assert.equal(text, kept, `${file}: run it with THAWLINE_WRITE_FILES=1, and read what changed`);
    },
  };
}

/** Nobody listens. */
export const deaf = { before: async () => {}, pressed: () => {}, typed: () => {}, stop: async () => {}, named: async () => {} };
