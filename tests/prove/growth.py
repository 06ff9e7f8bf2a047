# SPDX-License-Identifier: MIT
"""Work grows in step with the input: instructions counted by callgrind, for an input and its double."""
import dataclasses
import shutil
from typing import Callable

from promise import PROGRAM, ROOT, WORK, outcome, promise, run

VALGRIND = ["valgrind", "--version"]
AT_MOST = 2.2  # times the instructions for twice the input, what a start costs taken off

LAYOUT = """title = "Growth"
content = ["words"]
[sheet]
size = ["150 in", "150 in"]
[font.text]
family = "Lato"
[style.body]
font = "text"
size = "8 pt"
leading = "10 pt"
[markdown]
p = "body"
[[side]]
"""
REVISION = '[revision]\ndate = 2026-11-23\nstatus = "approved"\napproved_by = "office manager"\n'
SENTENCE = "Keep the skin clean and dry for a day, and wear a hat when you walk in the sun. "
COLUMN = "[[side.frame.table.column]]\n"


@dataclasses.dataclass
class Input:
    name: str
    layout: Callable[[int], str]
    words: Callable[[int], str]
    size: int  # how many, before they are doubled
    ends: int = 0  # the exit code, so that what is counted is what is meant


def entries(count):
    return "[words]\nlist = [\n" + f'"{SENTENCE}",\n' * count + "]\n"


def one(_):
    return '[words]\nopen = "Open"\n'


def frames(text):
    return lambda count: "".join(
        f'[[side.frame]]\nbox = {{ left = "{20 + 300 * (n % 35)} pt", width = "280 pt", '
        f'top = "{20 + 40 * (n // 35)} pt" }}\n{text}\n' for n in range(count))


INPUTS = [
    Input("words of a paragraph", lambda _: '[[side.frame]]\ntext = "{words.open}"\n',
          lambda count: f'[words]\nopen = "{SENTENCE * count}"\n', 200),
    Input("paragraphs", lambda _: '[[side.frame]]\ntext = "{words.open}"\n',
          lambda count: "[words]\nopen = '''\n" + (SENTENCE + "\n\n") * count + "'''\n", 350),
    Input("rows of a table", lambda _: '[[side.frame]]\n[side.frame.table]\nrows = "words.list"\n'
          + (COLUMN + 'text = "{text}"\n') * 2, entries, 400),
    Input("frames", frames('text = "{words.open}"'), one, 400),
    Input("sides", lambda count: ('[[side.frame]]\ntext = "{words.open}"\n' + "[[side]]\n")
          * (count - 1), one, 100),
    Input("entries of a list", lambda _: '[[side.frame]]\ntext = "{words.open}"\n',
          lambda count: "[words]\nopen = '''\n" + ("- " + SENTENCE + "\n") * count + "'''\n", 350),
    Input("facts that are not printed", lambda _: '[[side.frame]]\ntext = "{words.open}"\n',
          lambda count: one(0) + "".join(f'fact{n} = "{SENTENCE}"\n' for n in range(count)), 1000),
    Input("faults", frames('text = "{words.open}"\nwrong = 1'), one, 40, ends=1),
]


def project(each, count):
    folder = WORK / "growth"
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("layouts", "content/en"):
        (folder / part).mkdir(parents=True)
    shutil.copytree(ROOT / "fonts", folder / "fonts")
    (folder / "layouts/a.toml").write_text(LAYOUT + each.layout(count))
    (folder / "content/en/words.toml").write_text(REVISION + each.words(count))
    return folder


def instructions(each, count):
    folder = project(each, count)
    counted = run("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", PROGRAM,
                  "build", "a", cwd=folder)
    if counted.returncode != each.ends:
        raise RuntimeError(f"{each.name}: {counted.stdout} {counted.stderr}")
    for line in counted.stderr.splitlines():
        if "Collected :" in line:
            return int(line.split()[-1])
    raise RuntimeError(f"{each.name}: {counted.stderr}")


@promise("growth", "Twice the input costs twice the work", [VALGRIND], minutes=5)
def growth():
    faults, told = [], []
    for each in INPUTS:
        start, plain, double = (instructions(each, count) for count in (1, each.size, 2 * each.size))
        ratio = (double - start) / (plain - start)
        told.append(f"{each.name} {ratio:.2f}")
        if ratio > AT_MOST:
            faults.append(f"{each.name}: {each.size} → {2 * each.size} costs {ratio:.2f} times")
    return outcome(faults, "times the instructions: " + ", ".join(told))
