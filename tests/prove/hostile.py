# SPDX-License-Identifier: MIT
"""Strangers' bytes, and machines on which calls fail."""
import re

from own import CTEST, tests
from promise import ROOT, outcome, promise, run

SECONDS = 600  # for each fuzzer
CLANG = ["clang", "--version"]
VALGRIND = ["valgrind", "--version"]


def spent(told):
    """Targets, seconds of CPU and inputs of the lines that the fuzzers print."""
    lines = re.findall(r"(?m)^(\w+) +(\d+) s CPU +(\d+) runs", told)
    return len(lines), sum(int(line[1]) for line in lines), sum(int(line[2]) for line in lines)


@promise("fuzz", "No input crashes, hangs or leaks at any door that takes strangers' bytes, under address "
         "and undefined-behaviour sanitizers", [CLANG], minutes=150)
def fuzz():
    told = run("./dev", "fuzz", SECONDS, cwd=ROOT)
    targets, cpu, inputs = spent(told.stdout)
    faults = [told.stdout[-4000:] + told.stderr[-2000:]] if told.returncode != 0 or targets == 0 else []
    return outcome(faults, f"{targets} doors, {inputs:,} inputs in {cpu / 3600:.1f} hours of CPU time")


@promise("unset-memory", "No memory decides anything before it is set, in the inputs of all fuzzers",
         [VALGRIND], minutes=5)
def unset_memory():
    told = run("./dev", "fuzz", "--replay", "valgrind", cwd=ROOT)
    inputs = [int(count) for count in re.findall(r"(?m)^\w+ +(\d+) inputs", told.stdout)]
    faults = [told.stdout[-4000:] + told.stderr[-2000:]] if told.returncode != 0 or not inputs else []
    return outcome(faults, f"{sum(inputs)} inputs of {len(inputs)} doors")


@promise("faults", "Whatever request for memory or call of the disk fails, and whenever a run is killed: a "
         "message, and the old file or the new one whole", [CTEST], minutes=30)
def failing_calls():
    return tests("system.(at any|a run that is killed at any)", HANDBILL_ALL="1")
