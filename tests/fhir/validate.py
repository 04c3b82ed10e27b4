"""Validates every file of a folder with fhir.resources (R4B), and errors that are planted."""

import copy
import json
import pathlib
import sys

from fhir.resources.R4B import get_fhir_model_class


def error(file):
    try:
        get_fhir_model_class(file["resourceType"]).model_validate(file)
        return None
    except Exception as refused:  # every kind of refusal is one
        return str(refused)[:300]


def resources(file):
    return [entry["resource"] for entry in file["entry"]] if "entry" in file else [file]


def changed(all_files, plant):
    kind, _, field = plant["in"].partition(" with ")

    def is_meant(resource):
        return resource["resourceType"] == kind and (not field or field in resource)

    good = next(f for _, f in all_files if any(is_meant(r) for r in resources(f)))
    file = copy.deepcopy(good)
    place = next(r for r in resources(file) if is_meant(r))
    *path, last = plant["at"]
    for step in path:
        place = place[step]
    if plant["value"] is None:
        del place[last]
    else:
        place[last] = plant["value"]
    return file


folder = pathlib.Path(sys.argv[1])
all_files = [(path.name, json.loads(path.read_text())) for path in sorted(folder.glob("*.json"))]
bad = [(name, why) for name, file in all_files if (why := error(file))]
for name, why in bad[:3]:
    print(name, why, file=sys.stderr)
plants = json.loads(pathlib.Path(__file__).with_name("planted.json").read_text())["planted"]
kinds = [{"name": p["name"], "caught": error(changed(all_files, p)) is not None} for p in plants]
print(json.dumps({"validator": "PyPI fhir.resources 8.3.0 (R4B)", "files": len(all_files), "bad": len(bad), "planted": kinds}))
