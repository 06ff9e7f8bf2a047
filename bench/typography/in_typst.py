# SPDX-License-Identifier: MIT
"""Sets paragraphs in Typst; justified with Handbill's limits. Glyphs keep their width: Typst widens
none."""
import typst
from setting import HEIGHT, LEADING, MARGIN, SIZE, Fill

LIMITS = "(spacing: (min: 80%, max: 133%), tracking: (min: -0.005em, max: 0.01em))"
# Baselines as far apart as the leading.
ASCENT = 8


def source(setting, paragraphs):
    language, region = setting.language.tag.split("-")
    is_justified = setting.fill is Fill.JUSTIFIED
    hyphenate = setting.fill is not Fill.RAGGED
    # Slashes and the like mean something; a string means itself.
    quoted = [each.replace("\\", "\\\\").replace('"', '\\"') for each in paragraphs]
    text = "\n\n".join(f'#"{each}"' for each in quoted)
    return f"""#set page(width: {setting.measure + 2 * MARGIN}pt, height: {HEIGHT}pt, margin: {MARGIN}pt)
#set text(font: "{setting.font.name_in_file}", size: {SIZE}pt, lang: "{language}", region: "{region}",
  hyphenate: {str(hyphenate).lower()}, top-edge: {ASCENT}pt, bottom-edge: 0pt, fallback: false)
#set par(leading: {LEADING - ASCENT}pt, spacing: {LEADING - ASCENT}pt, linebreaks: "optimized",
  justify: {str(is_justified).lower()}, justification-limits: {LIMITS})
{text}
"""


def by_typst(setting, paragraphs, folder):
    """Returns the PDF."""
    path = folder / "column.typ"
    path.write_text(source(setting, paragraphs), encoding="utf-8")
    pdf = folder / "column.pdf"
    typst.compile(str(path), output=str(pdf), font_paths=[setting.font.folder], ignore_system_fonts=True)
    return pdf


def version():
    return f"Typst {typst.__version__}"
