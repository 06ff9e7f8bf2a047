# SPDX-License-Identifier: MIT
"""PDFs of everything that is shipped, judged by programs of others."""
import re

from promise import WORK, all_files, everything, handbill, outcome, promise, run

QPDF = ["qpdf", "--version"]
POPPLER = ["pdftoppm", "-v"]
MUPDF = ["mutool", "-v"]
GHOSTSCRIPT = ["gs", "--version"]

PIXELS_PER_INCH = 80
SQUARE = 8  # pixels: a tenth of an inch, over which the smoothing of edges evens out
DIFFERENT = 48  # of 255, a word or more of bold type
FEW = 0.01  # of the squares of a page: edges of large shapes that fall on other pixels
INK_APART = 0.5  # percent of the page


@promise("grammar", "Every PDF is well formed", [QPDF], minutes=1)
def grammar():
    faults = []
    for file in all_files():
        judged = run("qpdf", "--check", "--warning-exit-0", file)
        if judged.returncode != 0 or "WARNING" in judged.stderr:
            faults.append(f"{file}: {judged.stderr}")
    return outcome(faults, f"{len(all_files())} files, {len(faults)} with an error or a warning")


def complaints(file):
    """What readers say of a file while they draw all of its pages."""
    seen = WORK / "seen"
    seen.mkdir(parents=True, exist_ok=True)
    for command in (["pdftoppm", "-r", "20", file, seen / "page"],
                    ["mutool", "draw", "-q", "-r", "20", "-o", seen / "page-%d.png", file],
                    ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-dPDFSTOPONWARNING",
                     "-sDEVICE=nullpage", file]):
        drawn = run(*command)
        said = drawn.stderr.strip() or drawn.stdout.strip()
        # Debian builds MuPDF without colour management; it says so of every file with a profile.
        said = said.removeprefix("warning: ICC support is not available").strip()
        if said or drawn.returncode != 0:
            yield f"{file}: {command[0]}: {said}"


@promise("readers", "Readers draw every PDF without a complaint", [POPPLER, MUPDF, GHOSTSCRIPT],
         minutes=4)
def readers():
    faults = [fault for file in all_files() for fault in complaints(file)]
    return outcome(faults, f"{len(all_files())} files, {len(faults)} complaints")


def pages_of(command, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    run(*command)
    return [read_lightness(file) for file in sorted(folder.glob("*.ppm"))]


def read_lightness(file):
    """Width, height, and the light of each pixel; readers make grey of CMYK each in its own way."""
    data = file.read_bytes()
    header = re.match(rb"P6\s+(?:#[^\n]*\s+)*(\d+)\s+(\d+)\s+255\s", data)
    if not header:
        raise RuntimeError(f"{file} is no picture in RGB")
    red, green, blue = (data[header.end() + part::3] for part in range(3))
    light = bytes((3 * r + 6 * g + b) // 10 for r, g, b in zip(red, green, blue))
    return int(header[1]), int(header[2]), light


def squares(page):
    width, height, light = page
    for top in range(0, height - SQUARE, SQUARE):
        for left in range(0, width - SQUARE, SQUARE):
            rows = (light[row * width + left:row * width + left + SQUARE]
                    for row in range(top, top + SQUARE))
            yield sum(map(sum, rows)) / SQUARE**2


def share_apart(one, other):
    """The share of squares that look different."""
    if abs(one[0] - other[0]) > 1 or abs(one[1] - other[1]) > 1:
        raise RuntimeError(f"pages of {one[:2]} and {other[:2]} pixels")
    # Readers round the size of a page each in its own way: what is compared is what both have.
    size = min(one[0], other[0]), min(one[1], other[1])
    pairs = list(zip(squares(cut(one, size)), squares(cut(other, size))))
    return sum(abs(a - b) > DIFFERENT for a, b in pairs) / len(pairs)


def cut(page, size):
    width, _, light = page
    return *size, b"".join(light[row * width:row * width + size[0]] for row in range(size[1]))


def drawn_by_three(file):
    ppi = str(PIXELS_PER_INCH)
    one, two, three = (WORK / "drawn" / name for name in ("poppler", "mupdf", "ghostscript"))
    return (pages_of(["pdftoppm", "-r", ppi, file, one / "page"], one),
            pages_of(["mutool", "draw", "-q", "-F", "ppm", "-c", "rgb", "-r", ppi, "-o",
                      two / "page-%d.ppm", file], two),
            pages_of(["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=ppmraw",
                      "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-r" + ppi,
                      f"-sOutputFile={three}/page-%d.ppm", file], three))


@promise("agreement", "Three readers draw the same pages", [POPPLER, MUPDF, GHOSTSCRIPT], minutes=2)
def agreement():
    faults, pages, worst = [], 0, 0.0
    for file in everything()["us-sheetfed-coated"]:
        poppler, mupdf, ghostscript = drawn_by_three(file)
        if not poppler or not len(poppler) == len(mupdf) == len(ghostscript):
            faults.append(f"{file}: not the same number of pages")
        for number, (first, *others) in enumerate(zip(poppler, mupdf, ghostscript), 1):
            pages += 1
            for reader, other in zip(("MuPDF", "Ghostscript"), others):
                apart = share_apart(first, other)
                worst = max(worst, apart)
                if apart > FEW:
                    faults.append(f"{file}: page {number}, {reader}: {100 * apart:.2f} % differs")
    return outcome(faults, f"{pages} pages; at most {100 * worst:.2f} % of a page looks different")


def told_ink(layout, language):
    told = handbill("plates", layout, "--language", language, "--shop", "us-sheetfed-coated",
                    "--format", "text", "-o", WORK / "plates").stdout
    return [[float(re.search(rf"{ink} ([\d.]+) %", line)[1]) if ink in line else 0.0
             for ink in ("Cyan", "Magenta", "Yellow", "Black")]
            for line in told.splitlines() if "% of the page" in line]


def printed_ink(file):
    told = run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=ink_cov", "-r300",
               "-dUseTrimBox", "-dOverprint=/enable", "-o", "-", "-c", "0 0 .setfilladjust2",
               "-f", file).stdout
    return [[float(word) for word in line.split()[:4]] for line in told.splitlines()
            if line.strip().endswith("OK")]


@promise("ink", "`handbill plates` tells the ink that is printed", [GHOSTSCRIPT], minutes=2)
def ink():
    faults, pages, worst = [], 0, 0.0
    for file in everything()["us-sheetfed-coated"]:
        layout, language = file.stem.split(".")
        ours, theirs = told_ink(layout, language), printed_ink(file)
        if not ours or len(ours) != len(theirs):
            faults.append(f"{file}: {len(ours)} pages told, {len(theirs)} printed")
        for our_page, their_page in zip(ours, theirs):
            pages += 1
            apart = max(abs(a - b) for a, b in zip(our_page, their_page))
            worst = max(worst, apart)
            if apart > INK_APART:
                faults.append(f"{file}: {our_page} told, {their_page} printed")
    return outcome(faults, f"{pages} pages; at most {worst:.2f} % of the page apart on any plate")
