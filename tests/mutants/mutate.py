#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Changes the program in small ways and asks the tests whether they notice.

mutate.py [--seed N]… [--count N] [--longest SECONDS] [--only FILE:LINE] FOLDER…

Mutants are drawn by each seed from every site of a folder's sources (sites.py). All of them are built
into one program in build/mutants; HANDBILL_MUTANT chooses one. Each test is run once to learn which
mutants it reaches, then each mutant meets the tests that reach it, quickest first, until one fails.
With --longest, tests that take longer are left out: quicker, and never kinder to the tests.
All that were drawn stand in build/mutants/drawn.txt.
equivalent.toml lists mutants that change nothing anybody could notice, with the reason.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import re
import shlex
import shutil
import subprocess
import sys
import time
import tomllib

import sites

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "mutants"
TREE = WORK / "tree"
BUILD = TREE / "build"
FLOOR = 0.8
CORES = os.cpu_count() or 1

SWITCH = """// SPDX-License-Identifier: MIT
#pragma once
#include <fcntl.h>
#include <unistd.h>
#include <cstdio>
#include <cstdlib>
namespace mutant {
/// Whether mutant `number` is the chosen one; notes in $HANDBILL_REACHED that it was asked.
inline bool on(int number) {
  static const int chosen = std::getenv("HANDBILL_MUTANT") ? std::atoi(std::getenv("HANDBILL_MUTANT")) : -1;
  static const char* const log = std::getenv("HANDBILL_REACHED");
  static bool told[10000];
  if (log && !told[number]) {
    told[number] = true;
    char line[16];
    const int size = std::snprintf(line, sizeof line, "%d\\n", number);
    const int file = ::open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file >= 0 && ::write(file, line, static_cast<std::size_t>(size)) >= 0) ::close(file);
  }
  return number == chosen;
}
}  // namespace mutant
"""


def run(command, **options):
    return subprocess.run(command, text=True, capture_output=True, check=False, **options)


def copy_tree():
    """What git knows, with build folders left as they are, so that a second run builds little."""
    listed = run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT).stdout.splitlines()
    for name in listed:
        source, target = ROOT / name, TREE / name
        if not source.is_file():
            continue
        if not target.exists() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
            os.utime(target)
    kept = set(listed)
    for path in TREE.rglob("*"):
        name = path.relative_to(TREE)
        if path.is_file() and name.parts[0] not in ("build", ".git") and str(name) not in kept:
            path.unlink()


def configure(folder, *options):
    # What reads past the end of a list is noticed, as the sanitizers do it.
    done = run(["cmake", "--preset", "dev", "-B", str(folder), "-DHANDBILL_WERROR=OFF",
                "-DCMAKE_CXX_FLAGS=-D_GLIBCXX_ASSERTIONS", *options], cwd=TREE)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)


def commands():
    """How each source is compiled by itself: {path: arguments after the compiler}."""
    configure(WORK / "alone")
    result = {}
    for entry in json.loads((WORK / "alone" / "compile_commands.json").read_text()):
        words = [word for word in shlex.split(entry["command"]) if "ccache" not in word][1:]
        kept, skip = [], False
        for word in words:
            if skip:
                skip = False
            elif word in ("-o", "-c"):
                skip = True
            elif not word.startswith("-W") and word != entry["file"]:
                kept.append(word)
        result[entry["file"]] = kept
    return result


def find(job):
    path, arguments = job
    return sites.find_sites(path, str(path.relative_to(TREE)), arguments)


def draw(found, seed, count, bad, others):
    """Up to `count` sites of as many kinds as there are, none of `bad`, none over another or over
    one of `others`, which may be drawn again."""
    dice, kinds = random.Random(seed), {}
    for site in found:
        kinds.setdefault(site.kind, []).append(site)
    for each in kinds.values():
        dice.shuffle(each)
    chosen = []

    def is_free(site):
        return site not in bad and not any(
            site.file == other.file and site.start < other.end and other.start < site.end
            for other in chosen + [each for each in others if each != site])

    while len(chosen) < count and any(kinds.values()):
        for kind in sorted(kinds):
            while kinds[kind] and not is_free(kinds[kind][-1]):
                kinds[kind].pop()
            if kinds[kind] and len(chosen) < count:
                chosen.append(kinds[kind].pop())
    return chosen


def instrument(mutants):
    """Writes each changed file; mutants are (number, site)."""
    by_file = {}
    for number, site in mutants:
        by_file.setdefault(site.file, []).append((number, site))
    for file, group in by_file.items():
        text = (ROOT / file).read_bytes()
        for number, site in sorted(group, key=lambda each: -each[1].start):
            change = site.replacement.replace("{on}", f"mutant::on({number})")
            text = text[:site.start] + change.encode() + text[site.end:]
        (TREE / file).write_bytes(b'#include "mutant.h"\n#line 1\n' + text)
    (TREE / "src" / "mutant.h").write_text(SWITCH)
    return by_file


def compiles(job):
    path, arguments = job
    done = run(["g++", *arguments, "-w", "-fsyntax-only", str(path)], cwd=BUILD)
    lines = {int(found) for found in re.findall(r":(\d+):\d+: error", done.stderr)}
    return done.returncode == 0, lines


def choose(folder, arguments, asked, first):
    """By seed, the mutants of a folder that compile, numbered from `first`."""
    paths = [path for path in sorted((TREE / folder).rglob("*.cpp")) if str(path) in arguments]
    with concurrent.futures.ProcessPoolExecutor(CORES) as pool:
        found = [site for part in pool.map(find, [(path, arguments[str(path)]) for path in paths])
                 for site in part]
    count = asked.count
    if asked.only:
        found = [site for site in found if f"{site.file}:{site.line}" in asked.only]
        count = len(found)
    bad, compiled = set(), set()
    while True:
        drawn, numbers = {}, {}
        for seed in asked.seed:
            drawn[seed] = draw(found, f"{seed}/{folder}", count, bad, list(numbers))
            for site in drawn[seed]:
                numbers.setdefault(site, first + len(numbers))
        failed = fail_to_compile([(number, site) for site, number in numbers.items()], arguments,
                                 compiled)
        if not failed:
            return {seed: [(numbers[site], site) for site in sites] for seed, sites in drawn.items()}
        bad |= failed


def fail_to_compile(mutants, arguments, compiled):
    """The sites that do not compile, or may not; `compiled` are groups that do."""
    by_file = {file: tuple(site for _, site in group) for file, group in instrument(mutants).items()}
    new = sorted(file for file, group in by_file.items() if group not in compiled)
    failed = set()
    with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
        jobs = [(TREE / file, arguments[str(TREE / file)]) for file in new]
        for file, (fine, lines) in zip(new, pool.map(compiles, jobs)):
            if fine:
                compiled.add(by_file[file])
            else:
                hit = {site for site in by_file[file] if site.line in lines}
                failed |= hit or set(by_file[file])
    for file in by_file:
        shutil.copy2(ROOT / file, TREE / file)
    return failed


def tests():
    listed = json.loads(run(["ctest", "--show-only=json-v1"], cwd=BUILD).stdout)["tests"]
    return {test["name"]: (test["command"], next(
        (each["value"] for each in test.get("properties", []) if each["name"] == "WORKING_DIRECTORY"),
        str(BUILD))) for test in listed if not test["name"].startswith("lint.")}


def run_test(command, folder, timeout, **environment):
    started = time.monotonic()
    try:
        done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, timeout=timeout,
                              env={**os.environ, **environment}, check=False)
        return done.returncode == 0, time.monotonic() - started
    except subprocess.TimeoutExpired:
        return False, timeout


def learn(known, longest):
    """Which mutants each test reaches: {test: (mutants, seconds)}, of the tests that pass in time."""
    def one(name):
        log = WORK / "reached" / re.sub(r"\W", "_", name)[:150]
        log.unlink(missing_ok=True)
        passed, seconds = run_test(*known[name], longest, HANDBILL_REACHED=str(log))
        reached = {int(line) for line in log.read_text().split()} if log.exists() else set()
        return name, reached if passed else set(), seconds
    (WORK / "reached").mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
        return {name: (reached, seconds) for name, reached, seconds in pool.map(one, known)}


def judge(number, learned, known):
    """The test that notices the mutant, or nothing."""
    reaching = sorted((seconds, name) for name, (reached, seconds) in learned.items()
                      if number in reached)
    for seconds, name in reaching:
        passed, _ = run_test(*known[name], 20 + 10 * seconds, HANDBILL_MUTANT=str(number))
        if not passed:
            return name, len(reaching)
    return None, len(reaching)


def equivalents():
    listed = tomllib.loads((pathlib.Path(__file__).parent / "equivalent.toml").read_text())
    return {(each["file"], each["line"], each["before"], each["after"])
            for each in listed.get("mutant", [])}


def shown(text):
    return " ".join(text.split())


def line_of(site):
    return (ROOT / site.file).read_text().splitlines()[site.line - 1].strip()


def named(site):
    return f"{site.file}:{site.line}: {site.kind}: `{shown(site.before)}` -> `{shown(site.after)}`"


def report(folder, seed, mutants, verdicts, harmless):
    """Prints the survivors; whether enough were noticed."""
    killed = equal = 0
    for number, site in mutants:
        noticed, reaching = verdicts[number]
        if noticed:
            killed += 1
        elif (site.file, line_of(site), shown(site.before), shown(site.after)) in harmless:
            equal += 1
        else:
            print(f"  survives: {named(site)} ({reaching} tests reach it)")
    judged = len(mutants) - equal
    share = killed / judged if judged else 1.0
    print(f"{folder}, seed {seed}: {killed} of {judged} noticed ({share:.0%}), {equal} equivalent", flush=True)
    return share >= FLOOR


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--seed", action="append")
    asked.add_argument("--count", type=int, default=30)
    asked.add_argument("--longest", type=float, default=600)
    asked.add_argument("--only", action="append", help="FILE:LINE: every mutant of these lines")
    asked.add_argument("folders", nargs="+")
    asked = asked.parse_args()
    asked.seed = asked.seed or ["1"]

    TREE.mkdir(parents=True, exist_ok=True)
    copy_tree()
    arguments = commands()
    configure(BUILD, "-DHANDBILL_UNITY=ON")
    drawn, everything = {}, {}
    for folder in asked.folders:
        first = len(everything)
        for seed, mutants in choose(f"src/{folder}", arguments, asked, first).items():
            drawn[folder, seed] = mutants
            everything.update(mutants)
        print(f"{folder}: {len(everything) - first} mutants drawn", flush=True)
    (WORK / "drawn.txt").write_text(
        "".join(f"{number} {named(site)}\n" for number, site in sorted(everything.items())))
    instrument(list(everything.items()))
    built = run(["cmake", "--build", str(BUILD), "--", "--quiet"])
    if built.returncode != 0:
        sys.exit(built.stdout[-4000:] + built.stderr[-4000:])
    known = tests()
    learned = learn(known, asked.longest)
    print(f"{len(known)} tests ran once; {sum(seconds for _, seconds in learned.values()):.0f} s",
          flush=True)
    harmless, enough = equivalents(), True
    verdicts = {}
    for (folder, seed), mutants in drawn.items():
        new = [number for number, _ in mutants if number not in verdicts]
        with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
            verdicts.update(zip(new, pool.map(lambda n: judge(n, learned, known), new)))
        enough = report(folder, seed, mutants, verdicts, harmless) and enough
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
