// The files of a folder and the errors planted into them. Every validator gets the same ones.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));

// At most so many of each kind: `record-17.json` and `record-18.json` are of one kind.
export const files = (folder, most = Infinity) => {
  const seen = new Map();
  const isWanted = (name) => {
    const kind = name.replace(/\d+/g, "");
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return name.endsWith(".json") && seen.get(kind) <= most;
  };
  return readdirSync(folder).sort().filter(isWanted).map((name) => [name, read(join(folder, name))]);
};

const resources = (file) => (file.entry ? file.entry.map((entry) => entry.resource) : [file]);

const change = (resource, [first, ...rest], value) => {
  if (rest.length) return change(resource[first], rest, value);
  if (value === null) delete resource[first];
  else resource[first] = value;
};

// One broken copy for each kind of error: the changed resource, and the file that holds it.
export const planted = (all) =>
  read(new URL("planted.json", import.meta.url)).planted.map(({ name, in: where, at, value }) => {
    const [kind, field] = where.split(" with ");
    const isMeant = (resource) => resource.resourceType === kind && (!field || field in resource);
    const found = all.find(([, file]) => resources(file).some(isMeant));
    if (!found) throw new Error(`no file holds a ${where}`);
    const file = structuredClone(found[1]);
    const resource = resources(file).find(isMeant);
    change(resource, at, value);
    return { name, file, resource };
  });

// One line of JSON, as the chore reads it.
export const tell = (validator, all, errors, errorsOf) => {
  const bad = all.map(([name, file]) => [name, errors(file)]).filter(([, found]) => found.length);
  for (const [name, found] of bad.slice(0, 3)) console.error(name, JSON.stringify(found[0]).slice(0, 400));
  const kinds = planted(all).map((one) => ({ name: one.name, caught: errorsOf(one).length > 0 }));
  console.log(JSON.stringify({ validator, files: all.length, bad: bad.length, planted: kinds }));
};
