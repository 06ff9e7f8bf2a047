# SPDX-License-Identifier: MIT
"""Runs the program and the floor in turn and compares medians. Called by bench/run."""
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

RUN = re.compile(r'^\s*run "((?:[^"\\]|\\.)*)" at \S+ \S+ (\S+) (\S+) ')
FONT_FOLDERS = ["/usr/share/fonts", "/usr/local/share/fonts"]


def font_files():
    found = {}
    for folder in FONT_FOLDERS:
        for path in sorted(pathlib.Path(folder).rglob("*.[ot]tf")):
            found.setdefault(path.stem, path)
    return found


def job(dump, fonts):
    """The words and drawings of a page dump, as lines for the floor."""
    lines, font, paragraph = [], None, []

    def flush():
        if paragraph:
            lines.append(f"P {size} " + " ".join(paragraph))
            paragraph.clear()

    size = ""
    for line in dump.splitlines():
        run = RUN.match(line)
        if run:
            words, name, this_size = run.groups()
            if (name, this_size) != (font, size):
                flush()
                if name != font:
                    lines.append(f"F {fonts[name]}")
                font, size = name, this_size
            paragraph.append(words.strip())
        elif line.strip().startswith("path "):
            # Operators as a PDF has them: numbers first, no names of steps to spare.
            lines.append("D " + line.strip()[5:].lower())
    flush()
    return "\n".join(lines) + "\n"


def run(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall * 1000, busy * 1000, after.ru_minflt - before.ru_minflt


def main():
    folder, runs = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    program = str(folder / "handbill")
    with tempfile.TemporaryDirectory() as out:
        build = [program, "build", "-o", out]
        made = subprocess.run([*build, "--format", "dump"], capture_output=True, text=True)
        if made.returncode != 0:
            sys.exit(made.stderr)
        fonts, jobs = font_files(), []
        for dump in sorted(pathlib.Path(out).glob("*.txt")):
            path = dump.with_suffix(".job")
            path.write_text(job(dump.read_text(encoding="utf-8"), fonts), encoding="utf-8")
            jobs.append(str(path))
        commands = {"floor": [str(folder / "handbill_floor"), out, *jobs], "handbill": build}
        took = {name: [] for name in commands}
        for turn in range(runs + 3):
            for name, command in commands.items():
                measured = run(command)
                if turn >= 3:  # the first ones fill the caches
                    took[name].append(measured)
    middle = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in took.items()}
    least = {name: [min(column) for column in zip(*rows)] for name, rows in took.items()}
    print(f"{runs} runs each, in turn{'':14}floor   handbill   ratio")
    for label, at in (("wall, ms, median", 0), ("processor, ms, median", 1), ("page faults", 2)):
        floor, ours = middle["floor"][at], middle["handbill"][at]
        print(f"{label:28}{floor:10.1f} {ours:10.1f} {ours / floor:7.2f}")
    floor, ours = least["floor"][0], least["handbill"][0]
    print(f"{'wall, ms, best':28}{floor:10.1f} {ours:10.1f} {ours / floor:7.2f}")


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    main()
