// Validates every bundle of a folder with npm fhir, and finds errors that were planted into the first.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fhir from "fhir";
const { Fhir } = fhir.Fhir ? fhir : { Fhir: fhir };
const folder = process.argv[2];
const f = new Fhir();
const errors = (b) => f.validate(b, { errorOnUnexpected: true }).messages.filter((m) => ["error", "fatal"].includes(m.severity));
let bad = 0, n = 0, first;
for (const name of readdirSync(folder).filter((x) => x.endsWith(".json"))) {
  const bundle = JSON.parse(readFileSync(join(folder, name)));
  const found = errors(bundle); n++;
  if (found.length) { bad++; if (bad < 4) console.log(name, found.slice(0, 3)); }
  if (!first && bundle.entry.some((e) => e.resource.resourceType === "Observation" && e.resource.valueQuantity)) first = bundle;
}
const planted = [
  (o) => { o.status = "finel"; },
  (o) => { delete o.status; },
  (o) => { delete o.code; },
  (o) => { o.valueQuantity.value = "many"; },
  (o) => { o.nonsense = 1; },
];
let caught = 0;
for (const plant of planted) {
  const copy = structuredClone(first);
  plant(copy.entry.find((e) => e.resource.resourceType === "Observation" && e.resource.valueQuantity).resource);
  if (errors(copy).length) caught++;
}
console.log(`npm fhir: ${n} bundles, ${bad} with errors; planted ${planted.length}, caught ${caught}`);
process.exit(bad ? 1 : 0);
