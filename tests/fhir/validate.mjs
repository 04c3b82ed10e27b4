// Validates every file of a folder with npm fhir, or the first so many of each kind, and errors that are planted.
import fhir from "fhir";
import { files, tell } from "./files.mjs";

const { Fhir } = fhir.Fhir ? fhir : { Fhir: fhir };
const checker = new Fhir();
const errors = (file) =>
  checker.validate(file, { errorOnUnexpected: true }).messages.filter((m) => ["error", "fatal"].includes(m.severity));
tell("npm fhir 4.12.0 (R4)", files(process.argv[2], Number(process.argv[3] ?? Infinity)), errors, ({ file }) => errors(file));
