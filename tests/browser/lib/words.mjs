// Pages in the language for looking at them: what is on a page and in no text. Words of a text have accents there.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fits } from "./browser.mjs";

const top = join(import.meta.dirname, "../../..");

/** Every file below a folder whose name ends so. */
function filesBelow(folder, ending) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path, ending);
    return name.endsWith(ending) ? [path] : [];
  });
}

/** What a page may show that is in no text: what the person wrote, and names of sources, places to write to and units. */
function known(own) {
  const words = new Set(["mg", ...own]);
  const take = (value) => {
    if (typeof value === "string") words.add(value);
    else if (value && typeof value === "object") Object.values(value).forEach(take);
  };
  take(JSON.parse(readFileSync(join(top, "fixtures/people/ilse/record.json"), "utf8")));
  // Addresses, numbers to dial, and names that stay as they are.
  for (const file of filesBelow(join(top, "content"), ".toml")) {
    const found = readFileSync(file, "utf8").matchAll(/^(?:address|number|title|version|licence) = "(.*)"$/gm);
    for (const [, text] of found) words.add(text);
  }
  // The longest first: a short one may stand inside of a long one.
  return [...words].filter((text) => /[a-z]/i.test(text)).sort((a, b) => b.length - a.length);
}

// Names that are the same in every language: the key on the recovery sheet (first: it may end like a rule), of rules, of methods.
const NAMES = [/^(?:[0-9A-Z]{4} )+[0-9A-Z]+$/g, /\bR\d+\b/g, /^[a-z0-9+-]+(?:\/[a-z0-9+-]+)+, \d+$/g];

/** Everything that a person can see or hear of a page, piece by piece; the page is `html`, or the one that is open. */
function pieces(html) {
  const found = [];
  const shown = html ? new DOMParser().parseFromString(html, "text/html") : document;
  const walk = shown.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!["SCRIPT", "STYLE"].includes(node.parentElement.tagName)) found.push(node.nodeValue);
  }
  for (const element of shown.querySelectorAll("*")) {
    for (const name of ["aria-label", "alt", "title", "placeholder", "aria-valuetext", "aria-description"]) {
      if (element.hasAttribute(name)) found.push(element.getAttribute(name));
    }
  }
  return [shown.title, ...found.map((text) => text.trim()).filter(Boolean)];
}

/** Looks at pages. `own` are pieces of words, `cells` whole ones that come from files; `outside` is what came from no text, with where; `wide` what does not fit a phone. */
export function watch(page, { own = [], names = [], cells = new Set() } = {}) {
  const data = known(own);
  const outside = new Map();
  const wide = [];

  /** What is left of a piece when what is known is taken out: plain letters come from no text. */
  const left = (piece) => {
    if (!/[a-z]/i.test(piece) || piece.split(": ").every((part) => cells.has(part) || !/[a-z]/i.test(part))) return "";
    const named = [...names, ...NAMES].reduce((text, name) => text.replaceAll(name, " "), piece);
    const rest = data.reduce((text, word) => text.replaceAll(word, " "), named);
    return /[a-z]/i.test(rest) ? rest : "";
  };
  const note = (found, name) => {
    for (const piece of found) if (left(piece)) outside.set(piece, name);
  };

  const look = async (name) => {
    if ((await page.locator("html").getAttribute("lang")) !== "en-XA") outside.set("the language of the page", name);
    note(await page.evaluate(pieces), name);
    await fits(page, name).catch((error) => wide.push(error.message));
  };
  /** The page that is open, without its width. */
  const listen = async (name) => note(await page.evaluate(pieces), name);
  /** A page that is not shown, as its text. */
  const read = async (html, name) => note(await page.evaluate(pieces, html), name);
  const found = () => [...outside].map(([piece, name]) => `${name}: ${piece}`);
  return { look, listen, read, found, outside, wide };
}
