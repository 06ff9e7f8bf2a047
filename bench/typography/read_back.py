# SPDX-License-Identifier: MIT
"""Reads a column of prose back from a PDF, by MuPDF, and measures its lines."""
import subprocess
import xml.etree.ElementTree as xml
from dataclasses import dataclass, field

HYPHENS = "-\u2010\u00ad"
LOOSE = 1.5  # of the natural word space
RUNT = 0.15  # of the measure
HANGING_MARK, HANGING_LETTER = 1.7, 0.7  # pt; 10 pt type stands no further out over one edge


@dataclass
class Line:
    text: str = ""
    left: float = 0
    right: float = 0
    gaps: list = field(default_factory=list)  # between words, in points
    is_last: bool = False
    hyphen: bool = False  # one that is not in the text


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
        for left, right, char in sorted(by_baseline[place]):
            # Kerning moves letters by less, and the narrowest word space is wider.
            if before is not None and left - before > 0.4 * natural_space:
                line.gaps.append(left - before)
                line.text += " "
            line.text += char
            before = max(right, before or right)
            line.left = min(left, line.left) if line.text[1:] else left
            line.right = max(line.right, right)
        lines.append(line)
    return lines


def letters(text):
    return [c for c in text if c.isalnum()]


def mark_ends(lines, paragraphs):
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
                raise SystemExit(f"lost at {line.text!r}")
            seen += len(mine)
            line.hyphen = line.text[-1] in HYPHENS and seen not in own
            line.is_last = seen >= len(whole)
            at += 1
    del lines[at:]  # what follows is a slug


def may_hang(line):
    return sum(HANGING_LETTER if c.isalnum() else HANGING_MARK for c in (line.text[0], line.text[-1]))


def measure_lines(pdf, paragraphs, natural_space, width):
    lines = lines_of(pdf, natural_space)
    mark_ends(lines, paragraphs)
    full = [line for line in lines if not line.is_last]
    ratios = [gap / natural_space for line in full for gap in line.gaps]
    return {
        "lines": len(lines),
        "loose": sum(1 for line in full if line.gaps and sum(line.gaps) / len(line.gaps) > LOOSE * natural_space),
        "stretch": sum((r - 1) ** 2 for r in ratios) / len(ratios),
        "hyphens": sum(line.hyphen for line in lines),
        "stacked": sum(a.hyphen and b.hyphen for a, b in zip(lines, lines[1:])),
        "runts": sum(
            1
            for before, line in zip(lines, lines[1:])
            if line.is_last and not before.is_last and line.right - line.left < RUNT * width
        ),
        "overfull": sum(1 for line in lines if line.right - line.left > width + may_hang(line)),
    }
