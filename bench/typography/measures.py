# SPDX-License-Identifier: MIT
"""What is counted of the lines of a column. Less is better of everything but the lines."""
from statistics import fmean, pstdev

# A word space, of the natural one, that is seen on average in the line.
LOOSE, TIGHT = 1.5, 0.85
RUNT = 0.15  # of the measure
DEEP = 0.2  # of the measure
RIVER = 3  # lines
HANGING_MARK, HANGING_LETTER = 2.0, 0.7  # pt; 10 pt type stands no further out over one edge


def neighbours(lines):
    """Lines of one paragraph, one below the other."""
    return [(above, line) for above, line in zip(lines, lines[1:]) if not above.is_last]


def count_hyphens(lines):
    return {
        "hyphens": sum(line.hyphen for line in lines),
        "stacked": sum(a.hyphen and b.hyphen for a, b in neighbours(lines)),
    }


def count_runts(lines, measure):
    return sum(line.is_last and line.width < RUNT * measure for _, line in neighbours(lines))


def may_hang(line):
    return sum(HANGING_LETTER if c.isalnum() else HANGING_MARK for c in (line.text[0], line.text[-1]))


def is_over(gap, below):
    """By half of the narrower of two word spaces."""
    overlap = min(gap[1], below[1]) - max(gap[0], below[0])
    return overlap >= 0.5 * min(gap[1] - gap[0], below[1] - below[0])


def count_rivers(lines):
    """Word spaces of so many lines, each right below the one before."""
    rivers, lengths = 0, []
    for line, above in zip(lines, [None, *lines]):
        if above is None or above.is_last:
            lengths = []
        lengths = [
            (gap, 1 + max((length for over, length in lengths if is_over(over, gap)), default=0)) for gap in line.gaps
        ]
        rivers += sum(length == RIVER for _, length in lengths)
    return rivers


def measure_justified(lines, setting):
    full = [line for line in lines if not line.is_last]
    space = setting.word_space
    ratios = [(end - start) / space for line in full for start, end in line.gaps]
    means = [line.mean_gap() / space for line in full if line.gaps]
    pairs = [(a, b) for a, b in neighbours(lines) if a.gaps and b.gaps and not b.is_last]
    return {
        "lines": len(lines),
        "loose": sum(mean > LOOSE for mean in means),
        "tight": sum(mean < TIGHT for mean in means),
        "stretch": fmean((ratio - 1) ** 2 for ratio in ratios),
        "contrast": fmean(abs(a.mean_gap() - b.mean_gap()) / space for a, b in pairs),
        "rivers": count_rivers(lines),
        **count_hyphens(lines),
        "runts": count_runts(lines, setting.measure),
        "overfull": sum(line.width > setting.measure + may_hang(line) for line in lines),
    }


def measure_ragged(lines, setting):
    edge = min(line.left for line in lines)
    ends = [(line.right - edge) / setting.measure for line in lines if not line.is_last]
    return {
        "lines": len(lines),
        "deviation": 100 * pstdev(ends),
        "deep": sum(end < 1 - DEEP for end in ends),
        **count_hyphens(lines),
        "runts": count_runts(lines, setting.measure),
        "overfull": sum(line.width > setting.measure + may_hang(line) for line in lines),
    }
