#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a frame, a cell or an item on a page is, is asked by a visit that names every kind: a kind
that is new must not compile until each place has said what it does with it. So nobody asks for one
kind with std::get, get_if or holds_alternative, and no visit has an `auto` for whatever is left."""
import pathlib
import re
import sys

KINDS = {
    "item": "GlyphRun Shape PlacedPicture",
    "frame or cell": "StoryContent TextContent PictureContent ArtContent Table TableContent",
    "frame that is placed": "ThreadStop TableStop FigureStop",
}
ASKED = re.compile(r"std::(?:get|get_if|holds_alternative)<\s*(?:\w+::)*(\w+)\s*>")
# TOML has tables too: spec::Value is another variant.
NOT_OURS = ("spec/", "content/")
LEFT_OVER = re.compile(r"Overload\{(?:(?!\n\n).)*?\[[^\]]*\]\((?:const )?auto\b", re.DOTALL)


def main(root: pathlib.Path) -> int:
    kind_of = {name: kind for kind, names in KINDS.items() for name in names.split()}
    faults = []
    sources = root / "src"
    for path in sorted(sources.rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        name, text = path.relative_to(sources).as_posix(), path.read_text()
        for match in ASKED.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            kind = kind_of.get(match[1])
            if kind and not name.startswith(NOT_OURS):
                faults.append(f"src/{name}:{line}: asks for one kind of {kind}: visit it with an "
                              "Overload that names all")
        for match in LEFT_OVER.finditer(text):
            line = text.count("\n", 0, match.end()) + 1
            faults.append(f"src/{name}:{line}: `auto` takes kinds that nobody has thought of: name "
                          "them (OneOf)")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
