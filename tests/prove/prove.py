#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tries what the project promises, and writes what came out into docs/proof.md.

prove.py [NAME…]   all promises, or some; the lines of the others stay as they are
"""
import argparse
import datetime
import pathlib
import re
import sys
import time

import access  # noqa: F401  (each module adds its promises, in the order of the table)
import desk  # noqa: F401
import growth  # noqa: F401
import hostile  # noqa: F401
import listeners  # noqa: F401
import outside  # noqa: F401
import own  # noqa: F401
import packages  # noqa: F401
import tags  # noqa: F401
import web_pages  # noqa: F401
from promise import PROMISES, ROOT, outcome, run

PROOF = ROOT / "docs" / "proof.md"
HEAD = """# Proof

What Handbill promises, who judges it, and what the last trial gave. Written by `./dev prove`, which
tries everything, or by `./dev prove NAME…` for some of the lines; `.ci/run` tries a sample of each
with every change.

| name | promise | judged by | holds | what came out | tried |
| --- | --- | --- | --- | --- | --- |
"""


def version(command):
    told = run(*command)
    first = (told.stdout.strip() or told.stderr.strip()).splitlines()[0]
    return f"{called(command)} {re.search(r'[0-9]+([.][0-9]+)+', first)[0]}"


def called(command):
    """By its file; veraPDF is a class of Java's, pikepdf a module of Python's."""
    is_verapdf = any(word.startswith("org.verapdf.") for word in command)
    if any("import pikepdf" in word for word in command):
        return "pikepdf"
    return "veraPDF" if is_verapdf else pathlib.Path(command[0]).name


def row(each, came_out):
    cells = [f"`{each.name}`", each.says, ", ".join(version(judge) for judge in each.judges),
             "yes" if came_out.holds else "**no**", came_out.told,
             datetime.date.today().isoformat()]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def rows_on_record():
    lines = PROOF.read_text().splitlines(keepends=True) if PROOF.exists() else []
    return {line.split("`")[1]: line for line in lines if line.startswith("| `")}


def write(rows):
    known = [each.name for each in PROMISES]
    PROOF.write_text(HEAD + "".join(rows[name] for name in known if name in rows))


def try_one(each):
    try:
        return each.try_it()
    except (RuntimeError, OSError) as failure:
        return outcome([str(failure)], "could not be tried")


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("names", nargs="*", metavar="NAME",
                       help="of " + ", ".join(each.name for each in PROMISES))
    asked = asked.parse_args()
    unknown = set(asked.names) - {each.name for each in PROMISES}
    if unknown:
        sys.exit(f"no promise has the name {', '.join(sorted(unknown))}")
    chosen = [each for each in PROMISES if not asked.names or each.name in asked.names]
    rows, all_hold = rows_on_record(), True
    for each in chosen:
        print(f"{each.name}: {each.says} (about {each.minutes} min)", flush=True)
        begin = time.monotonic()
        tried = try_one(each)
        all_hold = all_hold and tried.holds
        rows[each.name] = row(each, tried)
        write(rows)
        for fault in tried.faults[:20]:
            print("  " + fault)
        print(f"  {'holds' if tried.holds else 'DOES NOT HOLD'}: {tried.told} "
              f"({time.monotonic() - begin:.0f} s)", flush=True)
    return 0 if all_hold else 1


if __name__ == "__main__":
    sys.exit(main())
