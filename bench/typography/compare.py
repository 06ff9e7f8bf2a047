# SPDX-License-Identifier: MIT
"""The same prose in Handbill, LuaLaTeX and Typst, read back from the PDFs: justified in two fonts at
five measures, ragged at three. Prints tables in Markdown; exits with 1 when justified Handbill is
worse than LuaLaTeX of equal elasticity in a sum over the measures.

compare.py HANDBILL FOLDER [LANGUAGE…]: what TeX has set stays in the folder."""
import os
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import in_handbill
import in_tex
import in_typst
from measures import measure_justified, measure_ragged
from prose import paragraphs
from read_back import read_lines
from setting import FONTS, LANGUAGES, Fill, Setting

JUSTIFIED_MEASURES = (30, 38, 48, 60, 75)  # characters
RAGGED_MEASURES = (30, 48, 75)
OURS, RIVAL = "Handbill", "LuaLaTeX, equal"
# Means, not counts: how many digits are told.
DIGITS = {"stretch": 3, "contrast": 3, "deviation": 1}


def programs(handbill):
    """By name: a function of setting, paragraphs and folder that returns a PDF."""
    plain = partial(in_handbill.by_handbill, handbill)
    even = "letter_space = [0, 0, 0]"
    return {
        Fill.JUSTIFIED: {
            OURS: plain,
            "– letters not spaced": partial(plain, more=even),
            RIVAL: partial(in_tex.by_tex, is_equal=True),
            "LuaLaTeX": partial(in_tex.by_tex, is_equal=False),
            "Typst": in_typst.by_typst,
        },
        Fill.RAGGED_WITH_HYPHENS: {
            OURS: plain,
            "ragged2e": partial(in_tex.by_tex, is_equal=False),
            "Typst": in_typst.by_typst,
        },
        Fill.RAGGED: {OURS: plain, "Typst": in_typst.by_typst},
    }


def settings(languages):
    for font in FONTS:
        for language in languages:
            for fill in Fill:
                measures = JUSTIFIED_MEASURES if fill is Fill.JUSTIFIED else RAGGED_MEASURES
                yield from (Setting(language, font, characters, fill) for characters in measures)


def measured(job):
    """(setting, name of the program, what was counted)"""
    setting, name, setter, prose, folder = job
    folder.mkdir(parents=True, exist_ok=True)
    lines = read_lines(setter(setting, prose, folder), setting, prose)
    measure = measure_justified if setting.fill is Fill.JUSTIFIED else measure_ragged
    return setting, name, measure(lines, setting)


def summed(results):
    """Counts added; means are means of means."""
    return {
        count: sum(each[count] for each in results) / (len(results) if count in DIGITS else 1) for count in results[0]
    }


def cell(count, value):
    return f"{value:,.{DIGITS.get(count, 0)}f}"


def print_table(title, groups):
    """groups: by label and name of the program, what was counted setting by setting."""
    first = next(iter(groups.values()))
    counts = list(first[0])
    print(f"\n| {title} | set in | " + " | ".join(counts) + " |")
    print("|---|---|" + "---:|" * len(counts))
    for (label, name), results in groups.items():
        sums = summed(results)
        print(f"| {label} | {name} | " + " | ".join(cell(count, sums[count]) for count in counts) + " |")


def grouped(results, label):
    groups = defaultdict(list)
    for setting, name, counts in results:
        groups[label(setting), name].append(counts)
    return groups


def of_fill(results, fill):
    return [each for each in results if each[0].fill is fill]


def font_and_language(setting):
    return f"{setting.font.family}, {setting.language.name}"


def by_characters(results):
    return grouped(sorted(results, key=lambda each: each[0].characters), lambda setting: setting.characters)


def print_tables(results):
    justified = of_fill(results, Fill.JUSTIFIED)
    print_table("justified", grouped(justified, lambda setting: "all"))
    print_table("characters", by_characters(justified))
    print_table("font, language", grouped(justified, font_and_language))
    for fill in (Fill.RAGGED, Fill.RAGGED_WITH_HYPHENS):
        print_table(f"{fill.value}, characters", by_characters(of_fill(results, fill)))


def worse(results):
    """The sums over measures in which justified Handbill is worse than its rival."""
    groups = grouped(of_fill(results, Fill.JUSTIFIED), font_and_language)
    for label in dict.fromkeys(label for label, _ in groups):
        ours, theirs = (summed(groups[label, name]) for name in (OURS, RIVAL))
        for count in ours:
            if count != "lines" and ours[count] > theirs[count]:
                yield f"{label}: {count} {cell(count, ours[count])}, not {cell(count, theirs[count])}"


def main(handbill, folder, names):
    languages = [LANGUAGES[name] for name in names or LANGUAGES]
    prose = {each: paragraphs(each, in_handbill.PROJECT) for each in languages}
    setters = programs(handbill)
    jobs = [
        (setting, name, setter, prose[setting.language], folder / setting.key / str(number))
        for setting in settings(languages)
        for number, (name, setter) in enumerate(setters[setting.fill].items())
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(measured, jobs))
    print(f"{in_handbill.version(handbill)}; {in_tex.version()}; {in_typst.version()}")
    print_tables(results)
    found = list(worse(results))
    print("", *[f"worse: {each}" for each in found], sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3:]))
