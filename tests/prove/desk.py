# SPDX-License-Identifier: MIT
"""The desk: all that people do at it, in a browser; what it takes to be killed, hurried and asked by strangers; and
how long a key takes to be seen."""
import re
import sys

from promise import PROGRAM, ROOT, outcome, promise, run

CHROMIUM = ["chromium", "--version"]
EDITS, KILLS, KEYS = 10_000, 60, 200  # in place of the few that each change is tried with
MORE = {"pace_test": [EDITS], "saving_test": [KILLS]}
MEDIAN, P95 = 50, 100  # ms


def tested(path):
    """Its faults, and how many tests it had."""
    judged = run("python3", path, PROGRAM, ROOT, *MORE.get(path.stem, []))
    told = judged.stdout + judged.stderr
    count = re.search(r"^Ran ([0-9]+) test", told, re.M)
    return ([] if judged.returncode == 0 else [f"{path.name}: {told}"]), int(count[1]) if count else 0


def pace():
    sys.path.insert(0, str(ROOT / "bench"))
    import desk_pace  # pylint: disable=import-outside-toplevel
    return desk_pace.measured(PROGRAM, ROOT, KEYS)


def too_slow(rows):
    return [f"{each['document']}, {each['way']}: {each['median']:.0f} ms, {each['p95']:.0f} ms at the 95th percentile"
            for each in rows if each["median"] > MEDIAN or each["p95"] > P95]


@promise("desk", "A whole day's work at the desk, by mouse and by keyboard alone, in English and Spanish; nothing is lost "
         f"when it is killed while it saves, or two write at once; memory is flat over {EDITS:,} edits; a key is seen within "
         f"{MEDIAN} ms, 95 of 100 within {P95} ms", [CHROMIUM], minutes=20)
def desk():
    faults, count = [], 0
    for path in sorted((ROOT / "tests" / "desk").glob("*_test.py")):
        found, tests = tested(path)
        faults += found
        count += tests
    rows = pace()
    slow = too_slow(rows)
    worst = max(rows, key=lambda each: each["p95"])
    told = (f"{count} tests, {len(faults)} files with faults; {KILLS} kills, {EDITS:,} edits; a key takes "
            f"{max(each['median'] for each in rows):.0f} ms (median of the slowest document), {worst['p95']:.0f} ms at the "
            f"95th percentile")
    return outcome(faults + slow, told)
