#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What an editor and a merge wait for: jobs of one open workspace, against a new process for each.

warm.py LIBRARY PROGRAM PROJECT [EDITS]

Prints medians: one word changed, to the PDF and to pictures for the screen; each further copy with
another name, telephone number and hour; the same job again. Then the memory after EDITS edits (1000).
"""
import ctypes
import json
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests/capi"))
import two_jobs  # noqa: E402

HELD = 1
# Each document, and words that it prints.
DOCUMENTS = {
    "hours-placard": ("content/en/hours.toml", "Office hours"),
    "treatment-brochure": ("content/en/microneedling.toml", "Smoother texture"),
    "aftercare-sheet": ("content/en/aftercare.toml", "After your microneedling"),
}
WORDS = ["soft", "calm", "clear", "smooth", "fresh", "bright", "steady", "gentle"]


class Workspace:
    def __init__(self, library, project):
        self.library = two_jobs.load(library)
        options = json.dumps({"project": str(project), "trust_files": True}).encode()
        self.opened = ctypes.c_void_p(self.library.handbill_open(options, None))
        self.project = project

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.library.handbill_close(self.opened)

    def hold(self, path, text):
        data = text.encode()
        self.library.handbill_set_file(self.opened, path.encode(), HELD, data, ctypes.c_size_t(len(data)))

    def timed(self, **job):
        begin = time.perf_counter()
        status, found, files = two_jobs.run(self.library, self.opened, **job)
        took = (time.perf_counter() - begin) * 1000
        if status != 0 or not files:
            sys.exit(f"a job failed: {found}")
        return took


def medians(count, job):
    return statistics.median(job(i) for i in range(count))


def edit(workspace, layout, i, **outputs):
    path, words = DOCUMENTS[layout]
    text = (workspace.project / path).read_text()
    workspace.hold(path, text.replace(words, f"{words} {WORDS[i % len(WORDS)]} {i % 7}"))
    return workspace.timed(job="build", layouts=[layout], **outputs)


def edits(workspace, layout, **outputs):
    edit(workspace, layout, 1, **outputs)
    return medians(40, lambda i: edit(workspace, layout, i, **outputs))


def copies(workspace, layout):
    def one(i):
        settings = [f"clinic.name=Skin Clinic No. {i}", f"clinic.phone=301-555-0{100 + i % 100}"]
        return workspace.timed(job="build", layouts=[layout], settings=settings)

    one(-1)
    return medians(40, one)


def again(workspace, layout):
    workspace.timed(job="build", layouts=[layout])
    return medians(40, lambda _: workspace.timed(job="build", layouts=[layout]))


def cold(program, project, layout):
    def one(_):
        with tempfile.TemporaryDirectory() as out:
            begin = time.perf_counter()
            subprocess.run([program, "build", layout, "--trust-files", "-o", out], cwd=project, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return (time.perf_counter() - begin) * 1000

    return medians(15, one)


def resident():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def main(library, program, source, count=1000):
    library, program = str(pathlib.Path(library).resolve()), str(pathlib.Path(program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder)
        for each in ("layouts", "content", "fonts"):
            shutil.copytree(pathlib.Path(source) / each, project / each)
        print("| ms | new process | one word, to PDF | to pictures at 96 ppi | a further copy | the same again |")
        print("| --- | --- | --- | --- | --- | --- |")
        for layout in DOCUMENTS:
            jobs = [edits, lambda *of: edits(*of, formats=["png"], ppi=96), copies, again]
            row = [cold(program, project, layout)]
            for job in jobs:
                with Workspace(library, project) as workspace:
                    row.append(job(workspace, layout))
            print(f"| {layout} | " + " | ".join(f"{each:.1f}" for each in row) + " |", flush=True)
        marks = []
        with Workspace(library, project) as workspace:
            for i in range(int(count)):
                edit(workspace, "treatment-brochure", i)
                if i in (int(count) // 10, int(count) - 1):
                    marks.append(resident())
        print(f"\nMemory after {int(count) // 10} edits {marks[0]:.0f} MB, after {count} {marks[1]:.0f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
