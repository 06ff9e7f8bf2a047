# SPDX-License-Identifier: MIT
"""What our own long tests tell, and tools that compare two runs."""
import os
import re
import shutil

from promise import PROGRAM, ROOT, WORK, outcome, promise, run

MUTATED = ("rules", "content", "text", "layout", "plates", "document", "press")
CTEST = ["ctest", "--version"]
COMPARE = ["cmp", "--version"]


def tests(pattern, **environment):
    return told_of(run("ctest", "--preset", "dev", "--timeout", "7200", "-R", pattern, cwd=ROOT,
                       env={**os.environ, **environment}))


def told_of(told):
    passed = re.search(r"(\d+)% tests passed, (\d+) tests failed out of (\d+)", told.stdout)
    if not passed or passed[3] == "0":
        return outcome([told.stdout[-2000:]], "no test ran")
    faults = [line for line in told.stdout.splitlines() if "Failed" in line]
    return outcome(faults, f"{passed[3]} tests, {passed[2]} failed")


@promise("closure", "What is written for a shop passes preflight for that shop, each document in "
         "each language on each sheet; they hold in every state of a clinic", [CTEST], minutes=10)
def closure():
    return told_of(run(ROOT / "dev", "closure", cwd=ROOT))


@promise("sanitizers", "No test makes the program touch what is not its own, or do what C++ leaves "
         "undefined", [CTEST], minutes=45)
def sanitizers():
    return told_of(run(ROOT / "dev", "asan", cwd=ROOT))


@promise("recall", "Preflight finds what was put into files on purpose: 95 of 100 faults against "
         "X-4 and X-1a, 90 for the press, 80 of fonts and of bytes; nothing in good files", [CTEST],
         minutes=1)
def recall():
    return tests("of a hundred faults|good files of the program")


@promise("bytes", "The same input gives the same bytes: in another folder, time zone and language "
         "of the machine, with empty caches", [COMPARE], minutes=1)
def same_bytes():
    faults, compared = [], 0
    here, there = WORK / "bytes/here", WORK / "bytes/in another folder"
    shutil.rmtree(WORK / "bytes", ignore_errors=True)
    for project in (here, there):
        for part in ("content", "layouts", "fonts"):
            shutil.copytree(ROOT / part, project / part)
    elsewhere = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8",
                 "XDG_CACHE_HOME": str(WORK / "bytes/cache")}
    command = ("build", "--language", "all", "--format", "pdf", "--format", "png", "--format", "svg")
    for project, environment in ((here, None), (there, elsewhere)):
        built = run(PROGRAM, *command, cwd=project, env=environment)
        if built.returncode != 0:
            faults.append(built.stderr)
    for file in sorted((here / "out").iterdir()):
        compared += 1
        judged = run("cmp", file, there / "out" / file.name)
        if judged.returncode != 0:
            faults.append(judged.stdout + judged.stderr)
    return outcome(faults, f"{compared} files, {len(faults)} differ")


@promise("mutants", "Tests notice when the program is changed: 8 of 10 small changes in each folder",
         [CTEST], minutes=240)
def mutants():
    judged = run(ROOT / "tests/mutants/mutate.py", "--seed", "1", "--seed", "2", *MUTATED, cwd=ROOT)
    told = [line for line in judged.stdout.splitlines() if " noticed (" in line]
    faults = [judged.stdout + judged.stderr] if judged.returncode != 0 else []
    return outcome(faults, ", ".join(told))
