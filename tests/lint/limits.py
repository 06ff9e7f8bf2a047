#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds docs/limits.md against the sources: the constant that a row names exists and has the value
that the row tells, the message id is one of the program's, and a test of that title (or a golden
case in that folder) is there."""
import pathlib
import re
import sys

UNITS = {"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "million": 10**6}
# Length::inch(190): 190; std::size_t{16} << 20U: 16 << 20.
WRAPPED = re.compile(r"(?:Length::\w+|std::\w+)\s*[({]([^(){}]*)[)}]")
SUFFIX = re.compile(r"(?<=\d)[UuLl]+\b")


def value_of(text: str) -> float:
    text = WRAPPED.sub(r"\1", text.replace("'", "").replace("INT32_MAX", "(2**31 - 1)"))
    text = SUFFIX.sub("", text)
    if not re.fullmatch(r"[\d.e+*<()\s-]+", text):
        raise ValueError(f"`{text}` is no number")
    return eval(text)  # digits and signs alone


def told(cell: str) -> float:
    """The number that a cell of the page begins with."""
    match = re.match(r"([\d,.]+)(?: (\w+))?", cell)
    if not match:
        raise ValueError(f"`{cell}` begins with no number")
    return float(match[1].replace(",", "")) * UNITS.get(match[2] or "", 1)


def constant_in(text: str, name: str, part: int) -> float:
    match = re.search(rf"\b{name}\s*=\s*([^;]+);", text)
    if not match:
        raise ValueError(f"there is no constant {name}")
    value = match[1].strip()
    if value.startswith("{"):
        return value_of(value.strip("{}").split(",")[part] if "{" not in value[1:] else
                        split_braced(value)[part])
    return value_of(re.split(r",\s*k[A-Z]", value)[0])


def split_braced(value: str) -> list:
    """The values of a braced list in which braces may stand."""
    parts, depth, last = [""], 0, value.strip()[1:-1]
    for sign in last:
        depth += (sign == "{") - (sign == "}")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


def check_row(root: pathlib.Path, cells: list, ids: str, tests: str) -> None:
    most, beyond, constant, test = cells[1:5]
    for name in re.findall(r"`([a-z]+(?:-[a-z]+)*)`", beyond):
        if f'"{name}"' not in ids:
            raise ValueError(f"no message has the id {name}")
    match = re.fullmatch(r"`([\w/.]+): (\w+)(?:\[(\d)\])?`", constant)
    if not match:
        raise ValueError(f"{constant} is not `file: constant`")
    source = root / "src" / match[1]
    if not source.is_file():
        raise ValueError(f"there is no file {source}")
    value = constant_in(source.read_text(encoding="utf-8"), match[2], int(match[3] or 0))
    if value != told(most):
        raise ValueError(f"{match[2]} is {value:g}, not {most}")
    golden = re.fullmatch(r"`(tests/golden/[\w/-]+)`", test)
    if golden:
        if not (root / golden[1]).is_dir():
            raise ValueError(f"there is no folder {golden[1]}")
    elif f'"{test}"' not in tests:
        raise ValueError(f"no test is called {test}")


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    page = (root / "docs/limits.md").read_text(encoding="utf-8")
    ids = (root / "src/diag/diagnostic_id.cpp").read_text(encoding="utf-8")
    tests = "".join(path.read_text(encoding="utf-8") for path in (root / "tests").rglob("*.cpp"))
    tests = re.sub(r'"\s*\n\s*"', "", tests)
    faults, rows = [], 0
    for number, line in enumerate(page.splitlines(), 1):
        if not line.startswith("|") or line.startswith(("| what", "| ---")):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        rows += 1
        try:
            if len(cells) != 5:
                raise ValueError(f"the row has {len(cells)} cells, not 5")
            check_row(root, cells, ids, tests)
        except ValueError as fault:
            faults.append(f"docs/limits.md:{number}: {fault}")
    if rows < 40:
        faults.append(f"docs/limits.md:1: only {rows} rows were found")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
