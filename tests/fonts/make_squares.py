#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes squares.ttf and squares.otf: every glyph a full square, 1 em wide, so that text sums are
done by hand. One ligature (fi, one square), one kerning pair (AV, -0.1 em), a combining acute
placed by anchors, a few Hebrew letters. The space is 1 em wide too. The two files differ in
width on purpose nowhere: they are the same font with TrueType and with CFF outlines."""

import os
import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

UPEM, ASCENDER, DESCENDER = 1000, 800, -200

FEATURES = """
languagesystem DFLT dflt;
languagesystem latn dflt;
languagesystem hebr dflt;
markClass acute <anchor 0 800> @top;
feature liga { sub f i by f_i; } liga;
feature kern { pos A V -100; } kern;
feature smcp { sub a by A; } smcp;
feature mark { pos base [%s] <anchor 500 800> mark @top; } mark;
table GDEF {
  GlyphClassDef [%s], [f_i], [acute], ;
} GDEF;
"""

CHARACTERS = (
    [chr(c) for c in range(0x20, 0x7F)]
    + list("\u00a0\u00ad\u00b7\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\ufffd")
    + list("\u05d0\u05d1\u05d2\u05d3\u05d4")
)


def glyph_name(character):
    if character.isascii() and character.isalpha():
        return character
    return "uni%04X" % ord(character)


def draw_square(pen, left, bottom, right, top):
    pen.moveTo((left, bottom))
    pen.lineTo((left, top))
    pen.lineTo((right, top))
    pen.lineTo((right, bottom))
    pen.closePath()


def drawing(name):
    """The box of a glyph's ink, or None."""
    if name in ("uni0020", "uni00A0"):
        return None
    if name == "acute":
        return (-100, 850, 100, 950)
    return (0, DESCENDER, UPEM, ASCENDER)


def build(path, is_truetype):
    names = [".notdef"] + [glyph_name(c) for c in CHARACTERS] + ["acute", "f_i"]
    cmap = {ord(c): glyph_name(c) for c in CHARACTERS}
    cmap[0x0301] = "acute"
    builder = FontBuilder(UPEM, isTTF=is_truetype)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(cmap)
    advance = {name: 0 if name == "acute" else UPEM for name in names}
    outlines = {}
    for name in names:
        pen = TTGlyphPen(None) if is_truetype else T2CharStringPen(advance[name], None)
        if drawing(name):
            draw_square(pen, *drawing(name))
        outlines[name] = pen.glyph() if is_truetype else pen.getCharString()
    if is_truetype:
        builder.setupGlyf(outlines)
    else:
        builder.setupCFF("Squares-Regular", {"FullName": "Squares"}, outlines, {})
    left = {name: (drawing(name) or (0,))[0] for name in names}
    builder.setupHorizontalMetrics({name: (advance[name], left[name]) for name in names})
    builder.setupHorizontalHeader(ascent=ASCENDER, descent=DESCENDER)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular",
                            "psName": "Squares-Regular", "fullName": "Squares"})
    builder.setupOS2(sTypoAscender=ASCENDER, sTypoDescender=DESCENDER, usWinAscent=ASCENDER,
                     usWinDescent=-DESCENDER, sCapHeight=ASCENDER, sxHeight=ASCENDER, fsType=0)
    builder.setupPost(underlinePosition=-150, underlineThickness=50)
    letters = [n for n in names if n not in ("acute", "f_i", ".notdef", "uni0020", "uni00A0")]
    builder.addOpenTypeFeatures(FEATURES % (" ".join(letters), " ".join(letters)))
    # The same bytes every time.
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(path)


def build_variable(path, axis=("wght", 100, 400, 900, "Weight"), family="Squares Variable"):
    """squares-variable.ttf: at weight 100 every letter is a square of 0.2 em on an advance of 0.5 em,
    at 900 one of 1 em on an advance of 1 em, in between in proportion; 400 is the default.
    squares-optical.ttf is the same on an axis of sizes, from 8 to 48 pt, 23 being the default."""
    names = [".notdef"] + [glyph_name(c) for c in CHARACTERS]
    builder = FontBuilder(UPEM, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): glyph_name(c) for c in CHARACTERS})

    def side(weight):
        return 200 + (weight - 100)

    def advance(weight):
        return 500 + (weight - 100) * 5 // 8

    outlines, variations = {}, {}
    for name in names:
        pen = TTGlyphPen(None)
        if drawing(name):
            draw_square(pen, 0, 0, side(400), side(400))
        outlines[name] = pen.glyph()
        variations[name] = [tuple_variation(axis[0], name, weight, side, advance)
                            for weight in (100, 900)]
    builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics({name: (advance(400), 0) for name in names})
    builder.setupHorizontalHeader(ascent=ASCENDER, descent=DESCENDER)
    builder.setupNameTable({"familyName": family, "styleName": "Regular",
                            "psName": family.replace(" ", "") + "-Regular"})
    builder.setupOS2(sTypoAscender=ASCENDER, sTypoDescender=DESCENDER, usWinAscent=ASCENDER,
                     usWinDescent=-DESCENDER, sCapHeight=500, sxHeight=500, fsType=0)
    builder.setupPost(underlinePosition=-150, underlineThickness=50)
    builder.setupFvar([axis], [])
    builder.setupGvar(variations)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(path)


def tuple_variation(tag, name, weight, side, advance):
    size = side(weight) - side(400)
    corners = [(0, 0), (0, size), (size, size), (size, 0)] if drawing(name) else []
    wider = advance(weight) - advance(400)
    region = (-1, -1, 0) if weight < 400 else (0, 1, 1)
    return TupleVariation({tag: region}, corners + [(0, 0), (wider, 0), (0, 0), (0, 0)])


if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    build(os.path.join(folder, "squares.ttf"), True)
    build(os.path.join(folder, "squares.otf"), False)
    build_variable(os.path.join(folder, "squares-variable.ttf"))
    build_variable(os.path.join(folder, "squares-optical.ttf"), ("opsz", 8, 23, 48, "Size"),
                   "Squares Optical")
