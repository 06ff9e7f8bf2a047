#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who may include whom: one way only, each third-party library in its own folder, and one door to
the terminal, behind which everything is escaped."""
import pathlib
import re
import sys

# A folder may include itself and what stands here.
ALLOWED = {
    "base": "",
    "confined": "base",
    "diag": "base confined",
    "manifest": "base diag",
    "color": "base confined diag",
    "font": "base confined diag",
    "display": "base diag color font",
    "compare": "base color font display",
    "plates": "base diag color font display",
    "spec": "base confined diag font",
    "text": "base diag color font display",
    "picture": "base confined diag color display",
    "content": "base diag spec",
    "document": "base confined diag color font display spec content text picture",
    "words": "base diag manifest display spec text content document",
    "spelling": "base diag",
    "prose": "base diag display spec text content document words spelling",
    "records": "base diag manifest spec",
    "heard": "base diag display spec text document words",
    "layout": "base diag color font display text document words",
    "check": "base diag color font display plates document",
    "rules": "base diag color font display plates spec document check",
    "press": "base diag color font display text picture document",
    "preview": "base diag color font display text document",
    "pdf": "base diag color font display",
    "svg": "base diag color font display",
    "html": "base diag color font display plates text document words check svg",
    "plain": "base words",
    "braille": "base diag words plain",
    "preflight": "base diag color display plates",
    "png": "base diag color font display svg",
    "world": "base diag",
    "workspace": "base confined diag manifest color font display spec text picture content document words records pdf world",
    "build": "base confined diag manifest color font display plates spec text picture content document "
             "words spelling prose records compare heard layout check rules press preview pdf svg html plain braille png preflight world "
             "workspace",
    "capi": "base confined diag world workspace build",
}
# Which folders' .cpp files (and private headers) may see a library.
LIBRARIES = {
    r"hpdf": "pdf",
    r"toml\+\+": "spec",
    r"cmark": "spec",
    r"hb(-\w+)?\.h": "font text",
    r"ft2build|freetype|FT_": "font png preflight",
    r"unicode/": "spec text content plain spelling prose",
    r"lcms2": "color",
    r"nettle": "manifest",
    r"cairo": "png",
    r"jpeglib|jerror": "display",
    r"spng|zint": "picture svg png",
    r"pugixml": "picture svg png preflight build",
    r"qpdf/": "preflight",
    r"phonenumbers": "content",
    r"liblouis/": "braille",
    r"hunspell/": "spelling",
    r"httplib": "http",
    r"CLI/": "cli",
    r"libdeflate": "manifest pdf svg",
    r"zlib": "display picture",
    r"nlohmann": "diag build desk capi cli",
}
# Calls that print, or read a file where it stands, and the files that may make them.
DOORS = {
    r"(?<!n)(printf|fputs|puts|fwrite|perror)\(|\bstd::(cout|cerr|clog)\b": "cli/print.cpp",
    r"\bstd::(basic_)?[io]?fstream\b|\bfopen\(": "",
    r"\.dump\(\d": "diag/json_text.cpp",
}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')


def main() -> int:
    root = pathlib.Path(sys.argv[1]) / "src"
    faults = []
    for path in sorted(root.rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        parts = path.relative_to(root).parts
        folder = parts[0]
        text = path.read_text(encoding="utf-8")
        where = path.relative_to(root.parent)
        is_c = path.name == "handbill.h"  # read by compilers of C too
        if not text.startswith(("/* SPDX-License-Identifier: MIT */" if is_c else "// SPDX-License-Identifier: MIT") + "\n"):
            faults.append(f"{where}:1: no SPDX line")
        if path.suffix == ".h" and not is_c and "#pragma once" not in text:
            faults.append(f"{where}:1: no #pragma once")
        for number, line in enumerate(text.splitlines(), 1):
            for call, door in DOORS.items():
                inside = "/".join(parts)
                if re.search(call, line) and inside != door and folder != "make_profile":
                    faults.append(f"{where}:{number}: `{call}` belongs to {door or 'nobody'}")
            match = INCLUDE.match(line)
            if not match:
                continue
            quoted, name = match.group(1) == '"', match.group(2)
            if quoted and folder in ALLOWED:
                target = name.split("/")[0]
                if target not in {folder, *ALLOWED[folder].split()}:
                    faults.append(f"{where}:{number}: {folder} may not include {name}")
            if not quoted:
                for library, folders in LIBRARIES.items():
                    if re.match(library, name) and folder not in folders.split():
                        faults.append(f"{where}:{number}: <{name}> belongs to {folders}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
