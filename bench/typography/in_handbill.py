# SPDX-License-Identifier: MIT
"""Sets paragraphs in Handbill, with its defaults; justified also without space between letters."""
import shutil
import subprocess
from pathlib import Path

from setting import HEIGHT, LEADING, MARGIN, SIZE, Fill

PROJECT = Path(__file__).resolve().parents[2]
SIDE = """
[[side]]
  [[side.frame]]
  story = "prose"
  box = { left = "margin", right = "margin", top = "margin", bottom = "margin" }
"""
FILLS = {
    Fill.JUSTIFIED: 'align = "justify"',
    Fill.RAGGED: "",
    Fill.RAGGED_WITH_HYPHENS: "hyphenate = true",
}


def content(paragraphs):
    text = "\n\n".join(paragraphs)
    return f"""[revision]
date = 2026-01-01
status = "approved"
approved_by = "a clerk"
[prose]
text = '''
{text}
'''
"""


def layout(setting, more):
    after = setting.language.letters_after_hyphen
    return f"""title = "Prose"
content = ["prose"]
[sheet]
size = ["{setting.measure + 2 * MARGIN} pt", "{HEIGHT} pt"]
margin = "{MARGIN} pt"
[font.text]
family = "{setting.font.family}"
[style.body]
font = "text"
size = "{SIZE} pt"
leading = "{LEADING} pt"
language = "{setting.language.tag}"
hyphenate_capitals = true
hyphen_min = {{ word = {2 + after}, before = 2, after = {after} }}
{FILLS[setting.fill]}
{more}
[story.prose]
text = "{{prose.text}}"
style = "body"
{SIDE * 3}"""


def by_handbill(program, setting, paragraphs, folder, more=""):
    """more: keys of the style. Returns the PDF."""
    shutil.copytree(PROJECT / "fonts", folder / "fonts", dirs_exist_ok=True)
    for name, text in (("content/en/prose", content(paragraphs)), ("layouts/column", layout(setting, more))):
        path = folder / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = subprocess.run([program, "build", "column"], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"handbill: {done.stderr[-2000:]}")
    return folder / "out/column.pdf"


def version(program):
    return subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
