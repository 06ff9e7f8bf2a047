#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Runs the fuzzers, or what they have found.

fuzz.py [TARGET…] [SECONDS]           each target for so long (60), all when none is named
fuzz.py --replay-valgrind BUILD [TARGET…]
    the committed inputs once, by the programs of build/BUILD, under valgrind: it sees what was never
    set (ctest runs them without, under sanitizers with ./dev asan)

What a run learns stays in ~/.cache/handbill/fuzz: seeds, the inputs that reach something, a log of
the time spent. An input that breaks the program is made small and put into tests/fuzz/found/TARGET,
where it is a test from then on.
"""
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import time

import seeds

ROOT = seeds.ROOT
HERE = ROOT / "tests/fuzz"
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "handbill/fuzz"
# What takes longer than a limit is found; what is slow because the machine is busy is not.
LIMITS = ["-timeout=20", "-report_slow_units=3600", "-rss_limit_mb=2560", "-malloc_limit_mb=1280"]
SMALLER_FOR = 60  # seconds


def program(build, kind, target):
    return str(ROOT / "build" / build / "tests/fuzz" / f"{kind}_{target}")


def environment():
    # Clang 14's LeakSanitizer crashes on thread storage of libraries that are opened late.
    return {**os.environ, "ASAN_OPTIONS": "intercept_tls_get_addr=0:allocator_may_return_null=1"}


def committed(target):
    return [folder for folder in (HERE / "corpus" / target, HERE / "found" / target) if folder.is_dir()]


def fuzzer(target, options, *folders):
    command = [program("fuzz", "fuzz", target), *LIMITS, *options, *map(str, folders)]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, errors="replace")


def kept_smaller(target, crash):
    """The crashing input made small, among the tests."""
    found = HERE / "found" / target
    found.mkdir(parents=True, exist_ok=True)
    kept = found / crash.name[:crash.name.index("-") + 9]
    if crash.name.startswith("crash"):
        fuzzer(target, ["-minimize_crash=1", f"-max_total_time={SMALLER_FOR}", f"-exact_artifact_path={kept}"], crash)
    if not kept.exists():
        shutil.copy(crash, kept)
    return kept


def tell_crash(target, crash, log):
    kept = kept_smaller(target, crash)
    print("\n".join(log.splitlines()[-60:]))
    print(f"{target} broke on {kept.relative_to(ROOT)} ({kept.stat().st_size} bytes)")
    print(f"  see it again:  build/fuzz/tests/fuzz/fuzz_{target} {kept.relative_to(ROOT)}")
    print("  mend the cause, give the file a name that says what went wrong, and commit both", flush=True)


def minimised(target, corpus):
    """Leaves only inputs that reach what no smaller one does."""
    smaller = corpus.with_suffix(".new")
    shutil.rmtree(smaller, ignore_errors=True)
    smaller.mkdir()
    if fuzzer(target, ["-merge=1"], smaller, corpus).returncode == 0 and any(smaller.iterdir()):
        shutil.rmtree(corpus)
        smaller.rename(corpus)
    shutil.rmtree(smaller, ignore_errors=True)


def number(pattern, text):
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def run_target(target, seconds):
    """True: nothing was found."""
    corpus, crashes = CACHE / "corpus" / target, CACHE / "crashes" / target
    for folder in (corpus, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    for old in crashes.iterdir():
        old.unlink()
    options = [f"-max_total_time={seconds}", f"-max_len={seeds.TARGETS[target][1]}", "-print_final_stats=1",
               f"-artifact_prefix={crashes}/"]
    if seeds.write_dictionary(target, CACHE / f"{target}.dict"):
        options.append(f"-dict={CACHE / target}.dict")
    begin, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = fuzzer(target, options, corpus, CACHE / "seeds" / target, *committed(target))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    runs = number(r"number_of_executed_units: *(\d+)", done.stderr) or number(r"#(\d+)", done.stderr)
    reached = number(r"cov: (\d+)", done.stderr)
    (CACHE / f"{target}.log").write_text(done.stderr)
    line = f"{target:10} {cpu:8.0f} s CPU {runs:10} runs {reached:7} edges {sum(1 for _ in corpus.iterdir()):6} inputs"
    print(f"{line}  in {time.monotonic() - begin:.0f} s", flush=True)
    with (CACHE / "spent.tsv").open("a") as spent:
        print(target, round(cpu), runs, reached, sep="\t", file=spent)
    found = sorted(crashes.iterdir())
    for crash in found:
        tell_crash(target, crash, done.stderr)
    if not found and done.returncode != 0:
        print("\n".join(done.stderr.splitlines()[-60:]), flush=True)
    minimised(target, corpus)
    return not found and done.returncode == 0


def replay_valgrind(build, targets):
    """True: all committed inputs are taken without a fault."""
    sound = True
    for target in targets:
        begin = time.monotonic()
        command = [*VALGRIND, program(build, "corpus", target), *map(str, committed(target))]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
        inputs = len(done.stdout.splitlines())
        print(f"{target:10} {inputs:4} inputs in {time.monotonic() - begin:.0f} s", flush=True)
        if done.returncode != 0:
            sound = False
            print(done.stdout[-1000:] + done.stderr[-6000:])
    return sound


# What libraries keep until the end is no leak of ours; asked is whether a value that was never set decides
# something, or memory is used that is not ours.
VALGRIND = ["valgrind", "--quiet", "--error-exitcode=9", "--leak-check=no", "--partial-loads-ok=yes"]


def main(words):
    if words[:1] == ["--replay-valgrind"]:
        return 0 if replay_valgrind(words[1], words[2:] or list(seeds.TARGETS)) else 1
    seconds = int(words.pop()) if words and words[-1].isdigit() else 60
    for unknown in (word for word in words if word not in seeds.TARGETS):
        print(f"there is no target {unknown}; there are {', '.join(seeds.TARGETS)}")
        return 2
    targets = words or list(seeds.TARGETS)
    for target in targets:
        seeds.write_seeds(target, CACHE / "seeds" / target)
    sound = [run_target(target, seconds) for target in targets]
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
