# SPDX-License-Identifier: MIT
"""Sets paragraphs in LuaLaTeX with microtype: as it comes, and justified with the elasticity that
Handbill has; ragged with ragged2e."""
import re
import subprocess

from setting import HEIGHT, LEADING, MARGIN, SIZE, Fill

# The least emergency stretch that keeps nearly all lines in their column.
JUSTIFIED = r"\tolerance=1000 \emergencystretch=1em"
# Addresses, and a digit with the hyphen before it: Handbill and Typst keep them whole, TeX does not.
WHOLE = re.compile(r"\b\w+(?:\.\w+)*\.(?:com|net|org)\b|-(?=[\d)])")
# Word spaces from 80 to 133 %; and last lines shorter than Handbill likes them are loose.
EQUAL = JUSTIFIED + r"""
\spaceskip=\fontdimen2\font plus .33\fontdimen2\font minus .2\fontdimen2\font
\parfillskip=0pt plus .85\hsize"""


def expansion(font):
    """What Handbill's letters give: 2 % of their width, and from -0.5 to 1 % of an em between two, which
    is one thing here."""
    stretch, shrink = (round(1000 * (0.02 + give * font.gaps)) for give in (0.01, 0.005))
    return f"stretch={stretch},shrink={shrink}"


def source(setting, paragraphs, is_equal):
    if setting.fill is Fill.JUSTIFIED:
        fill = EQUAL if is_equal else JUSTIFIED
    else:
        fill = r"\RaggedRight \parindent=0pt"
    text = WHOLE.sub(r"\\hbox{\g<0>}", "\n\n".join(paragraphs))
    return rf"""\documentclass{{article}}
\usepackage[paperwidth={setting.measure + 2 * MARGIN}bp,paperheight={HEIGHT}bp,
  left={MARGIN}bp,top={MARGIN}bp,textwidth={setting.measure}bp,textheight={HEIGHT - 2 * MARGIN}bp]{{geometry}}
\usepackage{{fontspec}}
\usepackage[shorthands=off,{setting.language.babel}]{{babel}}
\usepackage[{expansion(setting.font) if is_equal else ""}]{{microtype}}
\usepackage{{ragged2e}}
\setmainfont[Path={setting.font.folder}/]{{{setting.font.file}}}
\frenchspacing \parindent=0pt \parskip=0pt \pagestyle{{empty}} \raggedbottom
% French punctuation has its spaces in the text.
\ifdefined\NoAutoSpacing \NoAutoSpacing \fi
\catcode"A0=\active \def^^a0{{\nobreakspace}}
\begin{{document}}
\fontsize{{{SIZE}bp}}{{{LEADING}bp}}\selectfont
\lefthyphenmin=2 \righthyphenmin={setting.language.letters_after_hyphen}
{fill}
{text}

\end{{document}}
"""


def by_tex(setting, paragraphs, folder, is_equal):
    """Returns the PDF; that of an earlier run where nothing has changed."""
    text, path = source(setting, paragraphs, is_equal), folder / "column.tex"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return folder / "column.pdf"
    path.unlink(missing_ok=True)
    (folder / "new.tex").write_text(text, encoding="utf-8")
    command = ["lualatex", "-interaction=batchmode", "-halt-on-error", "-jobname=column", "new.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"lualatex: {done.stdout[-2000:]}")
    (folder / "new.tex").rename(path)
    return folder / "column.pdf"


def version():
    said = subprocess.run(["lualatex", "--version"], check=True, capture_output=True, text=True).stdout
    packages = []
    for name in ("microtype", "ragged2e"):
        path = subprocess.run(["kpsewhich", f"{name}.sty"], check=True, capture_output=True, text=True).stdout.strip()
        with open(path, encoding="utf-8") as file:
            packages.append(name + " " + re.search(r"\[\d{4}\S+ (v\S+)", file.read())[1])
    return ", ".join([said.splitlines()[0].removeprefix("This is "), *packages])
