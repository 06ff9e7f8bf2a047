#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""web_sample.py HANDBILL PROJECT: the documents as pages for the web, judged by the Nu Html Checker.

Style sheets are left to ./dev prove web: this checker is older than some of what they say."""
import pathlib
import subprocess
import sys
import tempfile

JARS = pathlib.Path(__file__).parents[2] / "build/vnu"
CHECKER = ["java", "-Djava.awt.headless=true", "-cp", f"{JARS}/*", "nu.validator.client.SimpleCommandLineValidator"]
BROKEN = "<!DOCTYPE html><html lang=en><title>x</title><img src=x><p id=a><p id=a></html>"


def faults(files):
    judged = subprocess.run([*CHECKER, "--format", "gnu", *map(str, files)], text=True, capture_output=True, check=False)
    lines = (judged.stdout + judged.stderr).splitlines()
    return [line for line in lines if line.startswith('"file:') and ": CSS: " not in line]


def main():
    program, project = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        for language in ("en", "ar"):
            subprocess.run([program, "build", "--edition", "html", "--language", language, "-o", folder],
                           cwd=project, check=True, capture_output=True)
        files = sorted(pathlib.Path(folder).glob("*.html"))
        broken = pathlib.Path(folder) / "broken.html"
        broken.write_text(BROKEN)
        found = faults([*files, broken])
        of_broken = [line for line in found if "broken.html" in line]
        wrong = [line for line in found if line not in of_broken]
    if not of_broken:
        wrong.append("the checker finds nothing wrong with a page that is broken")
    print("\n".join(wrong) or f"{len(files)} pages are sound")
    return 1 if wrong or len(files) < 6 else 0


if __name__ == "__main__":
    sys.exit(main())
