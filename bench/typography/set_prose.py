# SPDX-License-Identifier: MIT
"""Sets paragraphs in one long column, justified, in the same font, size and measure: in Handbill and
in LuaLaTeX with microtype. Both may part the same words, as nearly as can be: Handbill gets the limits
of TeX's patterns. TeX gets the least emergency stretch that keeps its lines in the column."""
import shutil
import subprocess
from pathlib import Path

FONT_FAMILY, FONT_FILE = "EB Garamond", "EBGaramond12-Regular.otf"
SIZE, LEADING = 10, 12
HEIGHT = 7200  # pt
MARGIN = 36
SIDE = """
[[side]]
  [[side.frame]]
  story = "prose"
  box = { left = "margin", right = "margin", top = "margin", bottom = "margin" }
"""
HANDBILL_LANGUAGE = {"en": "en-US", "de": "de-DE", "es": "es-ES"}
LETTERS_AFTER_HYPHEN = {"en": 3, "de": 2, "es": 2}  # as babel has them
BABEL_LANGUAGE = {"en": "american", "de": "ngerman", "es": "spanish"}


def run(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stdout[-1000:]}{done.stderr[-1000:]}")
    return done.stdout


def by_handbill(program, project, paragraphs, language, measure, folder):
    """measure: in points. Returns the PDF."""
    root = Path(folder) / "handbill"
    (root / "layouts").mkdir(parents=True, exist_ok=True)
    (root / "content/en").mkdir(parents=True, exist_ok=True)
    if not (root / "fonts").exists():
        shutil.copytree(project / "fonts", root / "fonts")
    text = "\n\n".join(paragraphs)
    (root / "content/en/prose.toml").write_text(
        f"[revision]\ndate = 2026-01-01\nstatus = \"approved\"\napproved_by = \"a clerk\"\n[prose]\ntext = '''\n{text}\n'''\n",
        encoding="utf-8",
    )
    (root / "layouts/column.toml").write_text(
        f"""title = "Prose"
content = ["prose"]
[sheet]
size = ["{measure + 2 * MARGIN} pt", "{HEIGHT} pt"]
margin = "{MARGIN} pt"
[font.text]
family = "{FONT_FAMILY}"
[style.body]
font = "text"
size = "{SIZE} pt"
leading = "{LEADING} pt"
align = "justify"
language = "{HANDBILL_LANGUAGE[language]}"
hyphenate_capitals = true
hyphen_min = {{ before = 2, after = {LETTERS_AFTER_HYPHEN[language]} }}
[story.prose]
text = "{{prose.text}}"
style = "body"
"""
        + SIDE * 3,
        encoding="utf-8",
    )
    run([program, "build", "column"], root)
    return root / "out/column.pdf"


def by_tex(paragraphs, language, measure, folder):
    root = Path(folder) / "tex"
    root.mkdir(exist_ok=True)
    text = "\n\n".join(paragraphs)
    (root / "column.tex").write_text(
        rf"""\documentclass{{article}}
\usepackage[paperwidth={measure + 2 * MARGIN}bp,paperheight={HEIGHT}bp,
  left={MARGIN}bp,top={MARGIN}bp,textwidth={measure}bp,textheight={HEIGHT - 2 * MARGIN}bp]{{geometry}}
\usepackage{{fontspec}}
\usepackage[{BABEL_LANGUAGE[language]}]{{babel}}
\usepackage{{microtype}}
\setmainfont{{{FONT_FILE}}}
\frenchspacing \parindent=0pt \parskip=0pt \pagestyle{{empty}} \raggedbottom
\tolerance=1000 \emergencystretch=1em
\begin{{document}}
\fontsize{{{SIZE}bp}}{{{LEADING}bp}}\selectfont
{text}

\end{{document}}
""",
        encoding="utf-8",
    )
    run(["lualatex", "-interaction=batchmode", "column.tex"], root)
    return root / "column.pdf"
