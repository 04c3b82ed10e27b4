"""Validates every bundle of a folder with fhir.resources (R4B), and finds errors that were planted."""
import copy, json, pathlib, sys
from fhir.resources.R4B.bundle import Bundle
def bad(b):
    try:
        Bundle.model_validate(b); return None
    except Exception as e:
        return str(e)[:300]
n = wrong = 0; first = None
for p in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    b = json.loads(p.read_text()); n += 1
    why = bad(b)
    if why:
        wrong += 1
        if wrong < 4: print(p.name, why)
    if first is None and any("valueQuantity" in e["resource"] for e in b["entry"]): first = b
def value(b, f):
    o = next(e["resource"] for e in b["entry"] if e["resource"]["resourceType"] == "Observation" and "valueQuantity" in e["resource"]); f(o)
planted = [lambda o: o.pop("status"), lambda o: o.pop("code"), lambda o: o["valueQuantity"].update(value="many"), lambda o: o.update(nonsense=1), lambda o: o.update(effectiveDateTime="yesterday")]
caught = 0
for plant in planted:
    c = copy.deepcopy(first); value(c, plant); caught += bad(c) is not None
print(f"fhir.resources R4B: {n} bundles, {wrong} with errors; planted {len(planted)}, caught {caught}")
sys.exit(1 if wrong else 0)
