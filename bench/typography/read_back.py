# SPDX-License-Identifier: MIT
"""Reads a column of prose back from a PDF, by MuPDF, as lines of letters and word spaces."""
import subprocess
import xml.etree.ElementTree as xml
from dataclasses import dataclass, field

HYPHENS = "-\u2010\u00ad"


@dataclass
class Line:
    text: str = ""
    left: float = 0
    right: float = 0
    gaps: list = field(default_factory=list)  # between words: where each starts and ends, in points
    is_last: bool = False
    hyphen: bool = False  # one that is not in the text

    @property
    def width(self):
        return self.right - self.left

    def mean_gap(self):
        return sum(end - start for start, end in self.gaps) / len(self.gaps)


def characters(pdf):
    """((page, baseline), left, right, character) of all that is seen."""
    done = subprocess.run(["mutool", "draw", "-q", "-F", "stext", str(pdf)], capture_output=True, check=True)
    for number, page in enumerate(xml.fromstring(done.stdout).iter("page")):
        for char in page.iter("char"):
            quad = [float(each) for each in char.get("quad").split()]
            if not char.get("c").isspace():
                yield (number, round(float(char.get("y")), 1)), quad[0], quad[2], char.get("c")


def lines_of(pdf, natural_space):
    by_baseline = {}
    for place, left, right, char in characters(pdf):
        by_baseline.setdefault(place, []).append((left, right, char))
    lines = []
    for place in sorted(by_baseline):
        line, before = Line(), None
        for left, right, char in by_baseline[place]:
            # Kerning moves letters by less, and the narrowest word space is wider.
            if before is not None and left - before > 0.4 * natural_space:
                line.gaps.append((before, left))
                line.text += " "
            line.text += char
            before = max(right, before or right)
            line.left = min(left, line.left) if line.text[1:] else left
            line.right = max(line.right, right)
        lines.append(line)
    return lines


def letters(text):
    return [c for c in text if c.isalnum()]


def mark_ends(lines, paragraphs, pdf):
    """Finds the last line of each paragraph and the hyphens that were added, by counting letters."""
    at = 0
    for paragraph in paragraphs:
        whole, seen = letters(paragraph), 0
        # How many letters stand before each hyphen of the text itself.
        own, count = set(), 0
        for c in paragraph:
            count += c.isalnum()
            if c in HYPHENS:
                own.add(count)
        while seen < len(whole):
            line = lines[at]
            mine = letters(line.text)
            if mine != whole[seen : seen + len(mine)]:
                raise SystemExit(f"lost at {line.text!r} of {pdf}")
            seen += len(mine)
            line.hyphen = line.text[-1] in HYPHENS and seen not in own
            line.is_last = seen >= len(whole)
            at += 1
    del lines[at:]  # what follows is a slug


def read_lines(pdf, setting, paragraphs):
    lines = lines_of(pdf, setting.word_space)
    mark_ends(lines, paragraphs, pdf)
    return lines
