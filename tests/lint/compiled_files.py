#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints what is compiled for a folder of the project: compiled_files.py BUILD FOLDER.

With joined sources those are the files that include them."""
import json
import pathlib
import sys

build, folder = sys.argv[1:]
root = pathlib.Path(__file__).resolve().parents[2]
for entry in json.loads((pathlib.Path(build) / "compile_commands.json").read_text()):
    file = pathlib.Path(entry["file"])
    places = (root / folder, (root / build).resolve() / folder)
    if any(place in file.parents for place in places) and "cmake_pch" not in file.name:
        print(file)
