"""A database that joins the claims that stet writes finds the same disagreements as stet itself.

usage: denials_in_sql.py STET SITE FOLDER JOIN.sql
"""
import csv
import json
import math
import os
import shutil
import sqlite3
import subprocess
import sys

stet, site, folder, join = sys.argv[1:]
shutil.rmtree(folder, ignore_errors=True)
shutil.copytree(site, os.path.join(folder, "site"))
root = os.path.join(folder, "site")
table = os.path.join(folder, "claims.tsv")
subprocess.run([stet, "index", "--quiet", "--no-config", "--claims", table, root], check=True)

database = sqlite3.connect(":memory:")


def clash(kind, low, high, other_low, other_high):
    """Two ranges that do not meet, measures within 3 % being the same."""
    ends = [abs(end) for end in (low, high, other_low, other_high) if math.isfinite(end)]
    slack = max(ends, default=0) * (0.03 if kind in ("quantity", "duration") else 0 if kind == "date" else 1e-6)
    return high + slack < other_low or other_high + slack < low


database.create_function("clash", 5, clash)
with open(table, encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
kinds = {"line": int, "column": int, "date": int, "flags": int, "low": float, "high": float}
names = ", ".join(f'"{name}"' for name in rows[0])
database.execute(f"CREATE TABLE claims({names})")
database.executemany(f"INSERT INTO claims VALUES ({', '.join('?' * len(rows[0]))})",
                     [[kinds.get(name, str)(value) for name, value in zip(rows[0], row)] for row in rows[1:]])
with open(join, encoding="utf-8") as file:
    statements = [statement for statement in file.read().split(";\n") if statement.strip()]
for statement in statements[:-1]:
    database.execute(statement)
joined = {frozenset([(first, line), (second, other)]) for first, line, second, other, _ in database.execute(statements[-1])}

told = subprocess.run([stet, "--no-config", "--no-cache", "--select", "consistency/site", "--site", root, "--format", "jsonl", root],
                      stdout=subprocess.PIPE, check=False, encoding="utf-8")
found = set()
for line in told.stdout.splitlines():
    finding = json.loads(line)
    here = (os.path.relpath(finding["path"], root), finding["line"])
    for other in finding["related"]:
        found.add(frozenset([here, (os.path.relpath(other["path"], root), other["line"])]))
if len(found) < 10:
    sys.exit(f"stet finds only {len(found)}: the site was to have more")
if joined != found:
    sys.exit(f"only stet: {sorted(map(sorted, found - joined))}\nonly the database: {sorted(map(sorted, joined - found))}")
print(f"{len(found)} disagreements, the same")
