# SPDX-License-Identifier: MIT
"""What PDFs say of themselves, PDF/A and PDF/UA, judged by programs of others."""
import functools
import shutil

import verapdf
import verapdf_sample
from promise import PROGRAM, ROOT, WORK, all_files, handbill, names, outcome, promise

VERAPDF = [*verapdf.COMMAND, "--version"]
# Printing alone: it has no tags, and says nothing else.
SAYS_NOTHING = ("us-x1a",)
EDITIONS = ("standard", "office", "screen", "clear-print", "large-print")
EXAMPLES = ("folds", "postcard", "poster", "typography")
# They show headings of the size that is talked about, whatever their level: no PDF/UA-1.
OF_TYPE_ALONE = ("typography",)


def built(folder, *words, cwd=ROOT):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    told = handbill("build", *words, "-o", folder, cwd=cwd)
    if told.returncode != 0:
        raise RuntimeError(f"build {' '.join(map(str, words))}: {told.stderr}")
    return sorted(folder.glob("*.pdf"))


@functools.cache
def editions():
    """The PDFs of every document in every language as each edition that has pages."""
    documents = names(".", but=("house",))
    return [file for edition in EDITIONS for file in
            built(WORK / "pdf" / edition, *documents, "--language", "all", "--edition", edition,
                  "--shop", "none")]


@functools.cache
def examples():
    """Those of the layouts that the documentation shows."""
    files = []
    for name in EXAMPLES:
        project = WORK / "examples" / name
        shutil.rmtree(project, ignore_errors=True)
        for part in ("content", "layouts", "fonts"):
            shutil.copytree(ROOT / part, project / part)
        example = ROOT / "tests" / "examples" / name
        shutil.copytree(example, project, dirs_exist_ok=True)
        layouts = sorted(path.stem for path in (example / "layouts").glob("*.toml"))
        files += built(WORK / "pdf" / name, *layouts, cwd=project)
    return files


def documents():
    """Those that come with the program, as whoever listens may get them."""
    return editions() + [file for file in all_files() if file.parent.name not in SAYS_NOTHING]


@promise("verapdf", "Every PDF but PDF/X-1a keeps PDF/UA-1, and PDF/A-2a with 2u and 2b: each document for each shop, "
         "as each edition, in each language, and the examples of the documentation", [VERAPDF], minutes=8)
def keeps_what_it_says():
    files = documents() + examples()
    said = verapdf_sample.claims_of(PROGRAM, files)
    faults = [f"{file}: does not say {claim}" for claim in verapdf.FLAVOURS for file in files
              if file not in said.get(claim, [])
              and not (claim == "ua-1" and file.parent.name in OF_TYPE_ALONE)]
    for claim in verapdf.FLAVOURS:
        faults += verapdf.judge(claim, said.get(claim, []))
    counted = ", ".join(f"{len(said[claim])} {claim}" for claim in verapdf.FLAVOURS)
    return outcome(faults, f"{len(files)} files, {counted}; {len(faults)} faults")
