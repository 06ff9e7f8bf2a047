# SPDX-License-Identifier: MIT
"""The same prose at five measures in Handbill and in LuaLaTeX with microtype, read back from both
PDFs. Prints a table in Markdown; exits with 1 when Handbill is worse in sum on any count."""
import sys
import tempfile
from pathlib import Path

from prose import paragraphs
from read_back import measure_lines
from set_prose import SIZE, by_handbill, by_tex

MEASURES = (30, 38, 48, 60, 75)  # characters
# Of EB Garamond 12 Regular, in ems: a letter of English prose, word spaces included; a word space.
LETTER, SPACE = 0.376, 0.2
COUNTS = ("loose", "stretch", "hyphens", "stacked", "runts", "overfull")
TITLES = ("loose lines", "mean squared stretch", "hyphens", "stacked", "runts", "overfull")


def cell(ours, theirs):
    digits = 3 if isinstance(ours, float) else 0
    return f"{ours:.{digits}f} / {theirs:.{digits}f}"


def main(program, languages):
    project = Path(__file__).resolve().parents[2]
    sums = {"ours": dict.fromkeys(COUNTS, 0), "theirs": dict.fromkeys(COUNTS, 0)}
    settings = 0
    print("| language, characters | lines | " + " | ".join(TITLES) + " |")
    print("|---|---|" + "---|" * len(TITLES))
    with tempfile.TemporaryDirectory() as folder:
        for language in languages:
            prose = paragraphs(language, project)
            for characters in MEASURES:
                width = round(characters * LETTER * SIZE, 1)
                ours_pdf = by_handbill(program, project, prose, language, width, folder)
                theirs_pdf = by_tex(prose, language, width, folder)
                ours = measure_lines(ours_pdf, prose, SPACE * SIZE, width)
                theirs = measure_lines(theirs_pdf, prose, SPACE * SIZE, width)
                settings += 1
                for count in COUNTS:
                    sums["ours"][count] += ours[count]
                    sums["theirs"][count] += theirs[count]
                cells = [cell(ours[count], theirs[count]) for count in ("lines", *COUNTS)]
                print(f"| {language}, {characters} | " + " | ".join(cells) + " |", flush=True)
    for each in sums.values():
        each["stretch"] = each["stretch"] / settings
    total = [cell(sums["ours"][count], sums["theirs"][count]) for count in COUNTS]
    print("| **all** |  | " + " | ".join(f"**{each}**" for each in total) + " |")
    return any(sums["ours"][count] > sums["theirs"][count] for count in COUNTS)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), sys.argv[2:] or ("en", "de", "es")))
