"""Counts what a reader put into its database: one line of JSON.

Usage: count.py DATABASE
"""

import json
import sqlite3
import sys

database = sqlite3.connect(sys.argv[1])
tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
counts = {name: database.execute(f'select count(*) from "{name}"').fetchone()[0] for name in tables}
totals = 0
if "workouts" in counts:
    columns = [row[1] for row in database.execute("pragma table_info(workouts)")]
    totals = sum("statistics" in name.lower() or "sum" in name.lower() for name in columns)
print(json.dumps({"counts": counts, "n_workout_totals": totals}))
