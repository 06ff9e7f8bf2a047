#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""verapdf_sample.py HANDBILL PROJECT: the documents, and one for a press, as veraPDF sees them.

Each claim that a file says is judged; what a file does not say is told, so that it is missed."""
import json
import pathlib
import subprocess
import sys
import tempfile

import verapdf

# What a file says beside the highest level of PDF/A.
BELOW = {"a-2a": ["a-2u", "a-2b"], "a-2u": ["a-2b"]}
WORDS = {"PDF/UA-1": "ua-1", "PDF/A-2a": "a-2a", "PDF/A-2u": "a-2u", "PDF/A-2b": "a-2b"}


def claims_of(program, files):
    """By claim, the files that say it."""
    judged = subprocess.run([program, "preflight", "--standard", "none", "--json", *map(str, files)],
                            text=True, capture_output=True, check=False)
    said = {}
    for file, one in zip(files, json.loads(judged.stdout)):
        words = [WORDS[name] for name in one["claims"].split(", ") if name in WORDS]
        for word in words + [lower for each in words for lower in BELOW.get(each, [])]:
            said.setdefault(word, []).append(file)
    return said


def main():
    program, project = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        for words in (["-o", folder],
                      ["treatment-brochure", "--shop", "us-sheetfed-coated", "-o", folder + "/press"]):
            subprocess.run([program, "build", *words], cwd=project, check=True, capture_output=True)
        files = sorted(pathlib.Path(folder).rglob("*.pdf"))
        said = claims_of(program, files)
        faults = [f"{file}: does not say {claim}" for claim in ("ua-1", "a-2a")
                  for file in files if file not in said.get(claim, [])]
        # The highest level of PDF/A holds the rules of those below it.
        for claim in ("ua-1", "a-2a"):
            faults += verapdf.judge(claim, said.get(claim, []))
    print("\n".join(faults) or f"{len(files)} files keep what they say")
    return 1 if faults or len(files) < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
