# SPDX-License-Identifier: MIT
"""What a promise is: a sentence, who judges it, and how it is tried."""
import dataclasses
import functools
import pathlib
import subprocess
from typing import Callable

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "prove"
PROGRAM = ROOT / "build" / "release" / "bin" / "handbill"


@dataclasses.dataclass
class Outcome:
    holds: bool
    told: str  # a line for docs/proof.md: how many were tried, the figures that matter
    faults: list[str] = dataclasses.field(default_factory=list)  # for the terminal alone


@dataclasses.dataclass
class Promise:
    name: str
    says: str
    judges: list[list[str]]  # the commands that tell their versions
    minutes: float  # about, on two cores
    try_it: Callable[[], Outcome]


PROMISES: list[Promise] = []


def promise(name, says, judges, minutes):
    def add(try_it):
        PROMISES.append(Promise(name, says, judges, minutes, try_it))
        return try_it
    return add


def run(*command, **options):
    return subprocess.run([str(word) for word in command], text=True, errors="replace",
                          capture_output=True, check=False, **options)


def handbill(*words, **options):
    return run(PROGRAM, *words, cwd=options.pop("cwd", ROOT), **options)


def outcome(faults, told):
    return Outcome(not faults, told, faults)


def names(folder, but=()):
    return sorted(path.stem for path in (ROOT / "layouts" / folder).glob("*.toml")
                  if path.stem not in but)


@functools.cache
def everything():
    """The PDFs of every document in every language for every shop, by shop."""
    written = {}
    for shop in names("shops", but=("conditions",)):
        folder = WORK / "pdf" / shop
        folder.mkdir(parents=True, exist_ok=True)
        built = handbill("build", *names(".", but=("house",)), "--language", "all", "--shop", shop, "-o", folder)
        if built.returncode != 0:
            raise RuntimeError(f"build for {shop}: {built.stderr}")
        written[shop] = sorted(folder.glob("*.pdf"))
    return written


def all_files():
    return [file for files in everything().values() for file in files]
