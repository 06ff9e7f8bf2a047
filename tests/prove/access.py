# SPDX-License-Identifier: MIT
"""What PDFs say of themselves, PDF/A and PDF/UA, judged by programs of others."""
import verapdf
import verapdf_sample
from promise import PROGRAM, WORK, all_files, handbill, names, outcome, promise

VERAPDF = [*verapdf.COMMAND, "--version"]
# Printing alone: it has no tags, and says nothing else.
SAYS_NOTHING = ("us-x1a",)


def without_shop():
    folder = WORK / "pdf" / "none"
    folder.mkdir(parents=True, exist_ok=True)
    built = handbill("build", *names(".", but=("house",)), "--language", "all", "--shop", "none",
                     "-o", folder)
    if built.returncode != 0:
        raise RuntimeError(f"build for no shop: {built.stderr}")
    return sorted(folder.glob("*.pdf"))


@promise("verapdf", "Every PDF but PDF/X-1a keeps PDF/UA-1, and PDF/A-2a with 2u and 2b", [VERAPDF],
         minutes=5)
def keeps_what_it_says():
    files = without_shop() + [file for file in all_files() if file.parent.name not in SAYS_NOTHING]
    said = verapdf_sample.claims_of(PROGRAM, files)
    faults = [f"{file}: does not say {claim}" for claim in verapdf.FLAVOURS for file in files
              if file not in said.get(claim, [])]
    for claim in verapdf.FLAVOURS:
        faults += verapdf.judge(claim, said.get(claim, []))
    return outcome(faults, f"{len(files)} files, {len(verapdf.FLAVOURS)} claims each, "
                   f"{len(faults)} not kept")
