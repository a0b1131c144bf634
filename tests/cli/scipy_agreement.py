#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""psolog-cli stats against SciPy on random series: usage scipy_agreement.py PSOLOG_CLI."""

import csv
import datetime
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import warnings

import numpy
import scipy
from scipy import stats

SERIES = 500
LONG_SERIES = 24  # long enough that slopes are not listed one by one
TOLERANCE = 1e-9
EPOCH = datetime.date(1970, 1, 1)


def make_days(rng, n):
    """Days of n readings: gaps, several readings a day, or one a day."""
    kind = rng.choice(["daily", "gaps", "ties", "fractions", "moments", "sizes"])
    if kind == "daily":
        return [float(day) for day in range(n)]
    if kind == "gaps":
        return [float(day) for day in sorted(rng.sample(range(3 * n + 1), n))]
    if kind == "ties":
        return [float(rng.randrange(n // 2 + 1)) for _ in range(n)]
    if kind == "moments":
        return [rng.choice([0.0, 1e-9, 1.0, 1 + 1e-9, 1e6]) for _ in range(n)]
    if kind == "sizes":
        return [rng.lognormvariate(0, 30) for _ in range(n)]
    return [rng.uniform(0, n + 1) for _ in range(n)]


def make_values(rng, n):
    kind = rng.choice(["scores", "readings", "tenths", "few", "constant", "trend", "sizes"])
    if kind == "constant" and rng.random() < 0.7:
        kind = "scores"
    state, values = 0.0, []
    for i in range(n):
        state = 0.5 * state + rng.gauss(0, 1)
        if kind == "scores":
            values.append(float(min(10, max(0, round(5 + 2 * state - 0.01 * i)))))
        elif kind == "readings":
            values.append(rng.gauss(0, 1) * 10 + state)
        elif kind == "tenths":
            values.append(round(state + 0.05 * i, 1))
        elif kind == "few":
            values.append(float(rng.randrange(2)))
        elif kind == "sizes":
            values.append(rng.lognormvariate(0, 30))
        elif kind == "constant":
            values.append(4.5)
        else:
            values.append(0.25 * i + (state if i % 3 == 0 else 0.0))
    if n and rng.random() < 0.2:
        values[rng.randrange(n)] = rng.choice([-1, 1]) * 10 ** rng.uniform(3, 99)  # a slip of the pen
    return values


def make_series(rng, name, n):
    x = make_days(rng, n)
    y = make_values(rng, n)
    dates = all(day == int(day) < 1e5 for day in x) and rng.random() < 0.4
    if dates:
        x = [day + 19000 for day in x]
    rows = list(zip(x, y))
    phases = rng.random() < 0.3
    start = sorted(x)[rng.randrange(n)] if n else 0
    if rng.random() < 0.5:
        rng.shuffle(rows)
    table = []
    for day, value in rows:
        phase = ("A" if day < start else "B") if phases else ""
        text = (EPOCH + datetime.timedelta(days=int(day))).isoformat() if dates else repr(day)
        table.append([text, repr(value), phase, name])
        if rng.random() < 0.1:
            table.append([text, "", phase, name])
    if not table:
        table.append(["1", "", "", name])
    return rows, table


class Disagreement(Exception):
    pass


def check(what, ours, theirs, scale=1.0):
    undefined = theirs is None or math.isnan(theirs)
    if undefined != (ours is None):
        raise Disagreement(f"{what}: {ours} against {theirs}")
    if not undefined and abs(ours - theirs) > TOLERANCE * max(scale, abs(theirs)):
        raise Disagreement(f"{what}: {ours!r} against {theirs!r}")


def check_line(line, rows):
    n = len(rows)
    x = numpy.array([row[0] for row in rows])
    y = numpy.array([row[1] for row in rows])
    if line["n"] != n:
        raise Disagreement(f"n: {line['n']} against {n}")

    slope = intercept = low = high = math.nan
    if n > 1 and x.min() < x.max():
        slope, intercept, low, high = stats.theilslopes(y, x, alpha=0.95, method="separate")
    line_of = line["theil_sen"]
    check("slope", line_of["slope"], slope, 1e-6)
    check("intercept", line_of["intercept"], intercept)
    ours_low, ours_high = line_of["ci95"] or (None, None)
    check("lower slope", ours_low, low, 1e-6)
    check("upper slope", ours_high, high, 1e-6)

    trend = line["mann_kendall"]
    s = 0
    if n > 1:
        s = int(numpy.sum(numpy.sign(x[:, None] - x) * numpy.sign(y[:, None] - y))) // 2
    check("s", trend["s"], s, 0)
    check("tau_a", trend["tau_a"], s / (n * (n - 1) / 2) if n > 1 else None)
    if n > 2 and x.min() < x.max() and y.min() < y.max():
        tau, p = stats.kendalltau(x, y, method="asymptotic")
        check("tau_b", trend["tau_b"], tau)
        # SciPy's p has no correction for continuity: what is compared is the variance behind it.
        check("p of var_s", 2 * stats.norm.sf(abs(trend["s"]) / math.sqrt(trend["var_s"])), p)
        z = (s - numpy.sign(s)) / math.sqrt(trend["var_s"])
        check("z", trend["z"], z)
        check("p", trend["p"], 2 * stats.norm.sf(abs(z)))
    elif n <= 1 or x.min() == x.max() or y.min() == y.max():
        check("tau_b", trend["tau_b"], None)
        check("var_s", trend["var_s"], 0.0)
        check("p", trend["p"], 1.0)


def main():
    rng = random.Random(20240731)
    all_rows, table = {}, []
    for index in range(SERIES + LONG_SERIES):
        name = f'series {index}, "quoted"'
        n = rng.randint(0, 400) if index < SERIES else rng.randint(900, 1500)
        rows, lines = make_series(rng, name, n)
        all_rows[name] = rows
        table.extend(lines)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "series.csv")
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["x", "y", "phase", "series"])
            writer.writerows(table)
        done = subprocess.run([sys.argv[1], "stats", path], stdout=subprocess.PIPE, check=True)

    def refuse(constant):
        raise Disagreement(f"{constant} is not JSON")

    lines = [json.loads(line, parse_constant=refuse) for line in done.stdout.decode("utf-8").splitlines()]
    if [line["series"] for line in lines] != list(all_rows):
        raise Disagreement("the series are not those of the table, in their order")
    bad = 0
    for line in lines:
        try:
            check_line(line, all_rows[line["series"]])
        except Disagreement as found:
            bad += 1
            print(f"{line['series']} (n {line['n']}): {found}")
    print(f"{len(lines)} series, {bad} differ from SciPy {scipy.__version__} by more than {TOLERANCE}")
    return 1 if bad else 0


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())
