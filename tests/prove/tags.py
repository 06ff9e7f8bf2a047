# SPDX-License-Identifier: MIT
"""What tags cost, and that nobody sees them."""
from access import documents
from listeners import PROGRAMS
from outside import GHOSTSCRIPT
from promise import ROOT, WORK, outcome, promise, run

PYTHON = PROGRAMS / "python"
PIKEPDF = [str(PYTHON), "-c", "import pikepdf; print(pikepdf.__version__)"]
SHOPS = ("standard", "us-sheetfed-coated")
MOST = 0.10


def plates(file, folder):
    """What each ink prints, page by page, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    told = run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiffsep", "-dTIFFDateTime=false", "-r72",
               f"-sOutputFile={folder}/page-%d.tif", file)
    if told.returncode != 0:
        raise RuntimeError(f"{file}: {told.stderr}")
    return {plate.name: plate.read_bytes() for plate in folder.iterdir()}


@promise("tags", "Tags print nothing, and make a file at most 10 % larger, both with object streams",
         [PIKEPDF, GHOSTSCRIPT], minutes=3)
def tags():
    faults, worst, pages = [], 0.0, 0
    files = [file for file in documents() if file.parent.name in SHOPS]
    untagged, same = WORK / "untagged.pdf", WORK / "same.pdf"
    for file in files:
        made = run(PYTHON, ROOT / "tests/prove/without_tags.py", file, untagged, same)
        if made.returncode != 0:
            raise RuntimeError(f"{file}: {made.stderr}")
        more = same.stat().st_size / untagged.stat().st_size - 1
        worst = max(worst, more)
        if more > MOST:
            faults.append(f"{file}: tags are {100 * more:.1f} % more")
        with_tags, without = plates(file, WORK / "plates-with"), plates(untagged, WORK / "plates-without")
        pages += len(with_tags)
        if not with_tags or with_tags != without:
            faults.append(f"{file}: prints otherwise without its tags")
    return outcome(faults, f"{len(files)} files, at most {100 * worst:.1f} % larger; {pages} plates, "
                   f"{len(faults)} faults")
