"""The other side of a race: answers one task on one table with tigramite, statsmodels or ruptures.

`peer.py TASK.json` prints one line of JSON, with the processor seconds of each answer; `peer.py`
alone says which versions it would use. Starting Python, importing and reading the table are not
counted. It calls the packages through their public doors; nothing of them is copied.
"""
import csv
import importlib.metadata
import json
import pathlib
import sys
import time
import warnings

# An answer is asked for this many times, unless the first one took long.
REPEATS = [(2.0, 7), (40.0, 3), (float("inf"), 1)]


def measure(work):
    seconds, n_wanted = [], 1
    while len(seconds) < n_wanted:
        start = time.process_time()
        answer = work()
        seconds.append(time.process_time() - start)
        n_wanted = next(n for limit, n in REPEATS if seconds[0] <= limit)
    return seconds, answer


def links(task, table):
    from tigramite.data_processing import DataFrame
    from tigramite.independence_tests.parcorr import ParCorr
    from tigramite.pcmci import PCMCI

    missing = 999999.0
    rows = np.where(np.isnan(table), missing, table)
    lag_max, k = task["lag_max"], table.shape[1]

    def work():
        frame = DataFrame(rows, missing_flag=missing)
        search = PCMCI(frame, ParCorr(significance="analytic"), verbosity=0)
        return search.run_pcmciplus(tau_max=lag_max, pc_alpha=task["alpha"])

    seconds, found = measure(work)
    pairs = [(i, j, lag) for lag in range(lag_max + 1) for i in range(k) for j in range(k)
             if lag > 0 or i < j]
    marks, values, p_values = found["graph"], found["val_matrix"], found["p_matrix"]
    # The same same-time triple may stand in the list from either end.
    ambiguous = {(a, lag, middle, b) if lag or a < b else (b, 0, middle, a)
                 for (a, lag), middle, b in
                 (((int(a), int(lag)), int(m), int(b)) for (a, lag), m, b in found["ambiguous_triples"])}
    return {
        "seconds": seconds,
        "links": [[*at, str(marks[at])] for at in pairs if marks[at]],
        "n_ambiguous": len(ambiguous),
        "tests": [[*at, float(values[at]), float(p_values[at])] for at in pairs],
    }


def stretches(task, table):
    import ruptures

    values, shortest, penalty = table[:, 0], task["length_min"], task["penalty"]

    def work():
        if task["is_kernel"]:
            search = ruptures.KernelCPD(kernel="linear", min_size=shortest)
        else:
            search = ruptures.Pelt(model="l2", min_size=shortest, jump=1)
        return search.fit(values).predict(pen=penalty)

    seconds, ends = measure(work)
    return {"seconds": seconds, "starts": [int(end) for end in ends[:-1]]}


def dependence(task, table):
    from statsmodels.tsa.statespace.sarimax import SARIMAX

    columns = np.column_stack([np.ones(len(table)), table[:, 1:-1]])

    def model():
        return SARIMAX(table[:, -1], exog=columns, order=(1, 0, 0),
                       measurement_error=task["has_noise"])

    # The parameters alone: standard errors and smoothed states would cost more and are not compared.
    seconds, parameters = measure(lambda: model().fit(disp=0, return_params=True))
    return {
        "seconds": seconds,
        "parameters": [float(value) for value in parameters],
        "log_likelihood": float(model().loglike(parameters)),
        "log_likelihood_at": float(model().loglike(task["at"])),
    }


if len(sys.argv) == 1:
    pins = pathlib.Path(__file__).with_name("peers.txt").read_text().split()
    versions = {}
    for name in (pin.split("==")[0] for pin in pins):
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            versions[name] = None
    print(json.dumps(versions))
else:
    import numpy as np

    warnings.simplefilter("ignore")
    with open(sys.argv[1]) as file:
        task = json.load(file)
    with open(task["data"], newline="") as file:
        rows = list(csv.reader(file))[1:]
    table = np.array([[float(field) if field else np.nan for field in row] for row in rows])
    kinds = {"links": links, "stretches": stretches, "dependence": dependence}
    print(json.dumps(kinds[task["kind"]](task, table)))
