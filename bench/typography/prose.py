# SPDX-License-Identifier: MIT
"""Prose to set: from this project's own content, and from the Debian Administrator's Handbook, which
Debian packages in many languages (debian-handbook)."""
import html
import re
import tomllib
from pathlib import Path

from setting import LANGUAGES

HANDBOOK = Path("/usr/share/doc/debian-handbook/html")
FEWEST_WORDS = 5000
LONGEST_WORD = 26  # letters and marks: it fits a line of 30 characters without a hyphen
# What Markdown, TOML or TeX take for more than a letter; a name whose UTF-8 was read as Latin-1.
SPECIAL = re.compile(r"[\u00c3{}\[\]<>*_#\\`|@/~^$%&=+]|https?:|www\.|^[-\d]")


def is_prose(paragraph, language):
    words = paragraph.split()
    # Parts of the handbook are not translated.
    is_foreign = language.name != "en" and words.count("the") > 1
    return (
        len(words) >= 25
        and max(map(len, words)) <= LONGEST_WORD
        and not SPECIAL.search(paragraph)
        and paragraph[-1] in ".!?"
        and not is_foreign
    )


def with_curly_quotes(text):
    """So that no program has to guess which way they turn."""
    text = re.sub(r"(?<=\w)'|'(?=\d)", "\u2019", text)
    text = re.sub(r"(?<![\w.,!?])'(.*?)'", "\u2018\\1\u2019", text)
    return re.sub(r'"(.*?)"', "\u201c\\1\u201d", text)


def own(language, project):
    for path in sorted((project / "content" / language.name).glob("*.toml")):
        yield from strings(tomllib.loads(path.read_text(encoding="utf-8")))


def strings(value):
    if isinstance(value, str):
        for block in re.split(r"\n\s*\n", value.replace("**", "")):
            yield " ".join(block.split())
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def handbook(language):
    for path in sorted((HANDBOOK / language.tag).glob("*.html")):
        page = path.read_text(encoding="utf-8")
        for found in re.findall(r'<div class="para">(.*?)</div>', page, re.S):
            # Names of commands and links to keys are no prose.
            if re.search(r"<(code|a |a>|span class=\"(literal|keycap))", found):
                continue
            text = html.unescape(re.sub(r"<[^>]*>", "", found))
            # A no-break space stays one.
            yield re.sub(r"[ \t\n]+", " ", text.replace("\u2011", "-")).strip(" ")


def paragraphs(language, project):
    """At least FEWEST_WORDS words; the same on every run."""
    result, words, seen = [], 0, set()
    for source in (own(language, project), handbook(language)):
        for paragraph in source:
            if words >= FEWEST_WORDS:
                return result
            paragraph = with_curly_quotes(paragraph)
            if paragraph and paragraph not in seen and is_prose(paragraph, language):
                seen.add(paragraph)
                result.append(paragraph)
                words += len(paragraph.split())
    if words < FEWEST_WORDS:
        raise SystemExit(f"only {words} words of {language.name}: is debian-handbook installed?")
    return result


if __name__ == "__main__":
    print(*paragraphs(LANGUAGES["en"], Path(__file__).resolve().parents[2]), sep="\n")
