# SPDX-License-Identifier: MIT
"""without_tags.py FILE UNTAGGED SAME: the PDF without its tags and what it says of them, and once more with both,
written by pikepdf in the same way: what tags cost is the difference. Run by the Python that pikepdf is installed for."""
import re
import sys

import pikepdf

MARKS = ("BMC", "BDC", "EMC", "MP", "DP")
CLAIMS = (rb"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>\s*", rb"<pdf(ua|a)id:(\w+)>[^<]*</pdf(ua|a)id:\w+>\s*")


def without_marks(page):
    """Its operators but those that mark content; layers are no tags, and stay."""
    kept, open_layers = [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        word = str(operator)
        if word in ("BMC", "BDC"):
            open_layers.append(word == "BDC" and operands[0] == "/OC")
        keeps = word not in MARKS or (bool(open_layers) and open_layers[-1])
        if word == "EMC" and open_layers:
            open_layers.pop()
        if keeps:
            kept.append((operands, operator))
    return pikepdf.unparse_content_stream(kept)


def write(pdf, path):
    pdf.remove_unreferenced_resources()
    pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True,
             compress_streams=True, deterministic_id=True)


def main():
    source, untagged, same = sys.argv[1:4]
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(
                pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page)))
        write(pdf, same)
    with pikepdf.open(source) as pdf:
        for key in ("/StructTreeRoot", "/MarkInfo"):
            if key in pdf.Root:
                del pdf.Root[key]
        said = pdf.Root.Metadata.read_bytes()
        for claim in CLAIMS:
            said = re.sub(claim, b"", said, flags=re.DOTALL)
        pdf.Root.Metadata.write(said)
        for page in pdf.pages:
            page.Contents = pdf.make_stream(without_marks(page))
            for key in ("/StructParents", "/Tabs"):
                if key in page:
                    del page[key]
        write(pdf, untagged)


if __name__ == "__main__":
    main()
