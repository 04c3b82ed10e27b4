// Writes grades.csv, which reading.rs expects: three formulas by other people, on counts of our samples.
//
//   npm install coleman-liau@2 automated-readability@2 flesch-kincaid@2
//   python crates/content/tests/it/reading/expected.py && node crates/content/tests/it/reading/expected.mjs
//
// counts.csv comes from expected.py: letters, words and sentences by textstat 0.7.4, syllables by the
// CMU Pronouncing Dictionary.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const here = import.meta.dirname;
const from = createRequire(join(process.cwd(), "x.js"));
const load = (name) => import(pathToFileURL(from.resolve(name)));
const { colemanLiau } = await load("coleman-liau");
const { automatedReadability } = await load("automated-readability");
const { fleschKincaid } = await load("flesch-kincaid");

const [, ...lines] = readFileSync(join(here, "counts.csv"), "utf8").trim().split("\n");
const rows = lines.map((line) => {
  const [letter, word, sentence, syllable, ...text] = line.split(",");
  const counts = { letter, character: letter, word, sentence, syllable };
  for (const key of Object.keys(counts)) counts[key] = Number(counts[key]);
  const grades = [fleschKincaid(counts), automatedReadability(counts), colemanLiau(counts)];
  return [letter, word, sentence, syllable, ...grades, text.join(",")].join(",");
});
const head = "letters,words,sentences,syllables,flesch_kincaid,ari,coleman_liau,text";
writeFileSync(join(here, "grades.csv"), `${[head, ...rows].join("\n")}\n`);
