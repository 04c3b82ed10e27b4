"""Pools a table of the long proof by each part of the cells' names: python3 pool.py FILE QUESTION

Prints factor, records, and counts with shares; coverage counts only answers that were not withheld
and had a truth to hold.
"""
import collections, csv, sys

rows = [line for line in open(sys.argv[1]) if not line.startswith("#")]
rows = [row for row in csv.DictReader(rows) if row["question"] == sys.argv[2]]
shares = {"now": ["difference_coverage", "week_coverage", "before_coverage"],
          "course": ["claims", "claims_ever"]}[sys.argv[2]]
pool = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
for row in rows:
    n = int(row["n_records"])
    withheld = round(float(row["withheld"]) * n)
    for factor in ["all"] + row["cell"].split("-"):
        for name, hits, of in [("withheld", withheld, n)] + [
                (name, round(float(row[name]) * (n - withheld if "coverage" in name else n)),
                 n - withheld if "coverage" in name else n) for name in shares if row[name]]:
            pool[factor][name][0] += hits
            pool[factor][name][1] += of
print(",".join(["factor", "records"] + [f"{name}_n,{name}_of,{name}" for name in ["withheld"] + shares]))
for factor, counts in pool.items():
    cells = [factor, str(counts["withheld"][1])]
    for name in ["withheld"] + shares:
        n, of = counts[name]
        cells.append(f"{n},{of}," + (f"{n / of:.4f}" if of else ""))
    print(",".join(cells))
