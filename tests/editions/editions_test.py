#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Editions that are files of words: editions_test.py PROGRAM ROOT

Each says what `--stage words` says, in that order; the page for the web asks for nothing and is built soundly.
everything/ has one of each construct; what becomes of it stands in everything/expected (UPDATE_GOLDEN=1 writes it).
"""
import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest

PROGRAM, ROOT = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
EVERYTHING = ROOT / "tests" / "editions" / "everything"
DOCUMENTS = ("aftercare-sheet", "hours-placard", "treatment-brochure")
LANGUAGES = ("ar", "en", "es", "zh")
EMPTY = {"br", "img", "input", "link", "meta"}
# What a page has beyond the document.
OWN = {"skip", "hidden"}


def run(*words, cwd=ROOT):
    return subprocess.run([str(word) for word in (PROGRAM, *words)], cwd=cwd, text=True, capture_output=True,
                          check=False)


class Reader(html.parser.HTMLParser):
    """Words in order, and whether elements close as they opened."""

    def __init__(self):
        super().__init__()
        self.open, self.words, self.faults = [], [], []
        self.elements, self.ids, self.addresses = [], [], []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.addresses += [attributes[name] for name in ("href", "src") if name in attributes]
        if tag == "img":
            self.words.append(f" {attributes['alt']} ")
        if tag in ("br", "p", "div", "li", "td", "th", "h1", "h2", "h3", "h4"):
            self.words.append(" ")
        if tag not in EMPTY:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        tags = {tag for tag, _ in self.open}
        is_own = any(attributes.get("class") in OWN or attributes.get("role") == "doc-backlink"
                     for _, attributes in self.open)
        if "body" in tags and not is_own:
            self.words.append(data)


def read(page):
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def width(line):
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def words_of(text):
    return re.sub(r"[\ufffc_]+", " ", text).split()


def words_of_dump(dump):
    """Of the paragraphs; labels and what codes tell are no words."""
    texts = []
    for line in dump.splitlines():
        if not re.match(r"    \S", line):
            continue
        quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', re.split(r'" says "', line)[0] + '"')
        has_label = re.search(r" (bullet|number) \"", line)
        texts.append(quoted[1 if has_label else 0].replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\"))
    return texts


class EditionsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        build = ("build", *DOCUMENTS, "--language", "all", "-o", cls.folder)
        for words in ((*build, "--edition", "html", "--edition", "text", "--edition", "braille"),
                      (*build, "--edition", "standard", "--format", "dump", "--stage", "words")):
            made = run(*words)
            assert made.returncode == 0, made.stdout + made.stderr

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def each(self, ending, extra=""):
        for document in DOCUMENTS:
            for language in LANGUAGES:
                file = self.folder / f"{document}{extra}.{language}{ending}"
                dump = (self.folder / f"{document}.{language}.txt").read_text()
                yield language, file.read_text(), words_of_dump(dump)

    def test_pages_say_what_the_document_says_in_its_order(self):
        for _, page, texts in self.each(".html"):
            self.assertEqual(words_of("".join(read(page).words)), words_of("\n".join(texts)))

    def test_texts_say_what_the_document_says(self):
        for language, text, texts in self.each(".txt", "-text"):
            # Lines may end between ideographs.
            said, meant = ("".join(words_of(re.sub(r"[\[\]•]|: https?://\S+\s*\S*(?=\])|(?m:^[=~.-]+$)", " ", each)))
                           for each in (text, "\n".join(texts)))
            for each in texts:
                for word in words_of(each) if language != "zh" else ():
                    self.assertIn(word, said.replace("\n", ""))
            self.assertGreaterEqual(len(said), len(meant))

    def test_no_line_of_a_text_is_wider_than_its_measure(self):
        for _, text, _ in self.each(".txt", "-text"):
            for line in text.splitlines():
                self.assertLessEqual(width(line), 72, line)

    def test_braille_keeps_to_lines_and_pages(self):
        for _, braille, _ in self.each(".brf"):
            self.assertTrue(braille.isascii())
            pages = braille.split("\f")
            self.assertEqual(pages.pop(), "")
            for page in pages:
                lines = page.splitlines()
                self.assertEqual(len(lines), 25)
                self.assertRegex(lines[-1], r"(   |^ +)#[A-J]+$")
                self.assertLessEqual(max(map(len, lines), default=0), 40)

    def test_pages_are_sound_and_ask_for_nothing(self):
        for language, page, _ in self.each(".html"):
            reader = read(page)
            self.assertEqual(reader.faults, [])
            self.assertEqual(len(reader.ids), len(set(reader.ids)))
            for address in reader.addresses:
                if address.startswith("#"):
                    self.assertIn(address[1:], reader.ids)
                else:
                    self.assertRegex(address, r"^(data:|https://|mailto:|tel:)")
            for url in re.findall(r"url\(([^)]{0,30})", page):
                self.assertTrue(url.startswith("data:"), url)
            self.assertNotIn("<script", page)
            tags = [tag for tag, _ in reader.elements]
            self.assertEqual([tags.count(tag) for tag in ("main", "title", "header")], [1, 1, 1])
            root = dict(reader.elements)["html"]
            self.assertEqual(root["lang"].split("-")[0], language)
            self.assertEqual(root["dir"], "rtl" if language == "ar" else "ltr")

    def test_pages_tell_what_they_were_made_of(self):
        file = self.folder / "hours-placard.en.html"
        verified = run("verify", file)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        self.assertIn("nothing it was made of has changed", verified.stdout)
        self.assertIn("--edition html", verified.stdout)

    def test_same_input_same_bytes(self):
        with tempfile.TemporaryDirectory() as again:
            made = run("build", "hours-placard", "--language", "ar", "--edition", "html", "-o", again)
            self.assertEqual(made.returncode, 0, made.stderr)
            name = "hours-placard.ar.html"
            self.assertEqual((pathlib.Path(again) / name).read_bytes(), (self.folder / name).read_bytes())

    def test_everything(self):
        with tempfile.TemporaryDirectory() as out:
            made = run("build", "everything", "--edition", "html", "--edition", "text", "--edition", "braille",
                       "-o", out, cwd=EVERYTHING)
            self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
            for name in ("each.html", "everything-text.txt", "everything.brf"):
                actual = (pathlib.Path(out) / name).read_bytes().decode()
                # Fonts and pictures are other tests' business, and the hashes of the inputs nobody's.
                actual = re.sub(r"base64,[A-Za-z0-9+/=]+", "base64,…", actual)
                actual = re.sub(r"(?s)<!--.*?-->", "<!-- … -->", actual)
                actual = re.sub(r"(?s)(<style>).*?(</style>)", r"\1…\2", actual)
                actual = actual.replace("\r\n", "\n").replace("\f", "— page —\n")
                expected = EVERYTHING / "expected" / name
                if os.environ.get("UPDATE_GOLDEN"):
                    expected.parent.mkdir(exist_ok=True)
                    expected.write_text(actual)
                self.assertEqual(actual, expected.read_text())

    def test_an_edition_of_words_has_no_pictures(self):
        with tempfile.TemporaryDirectory() as out:
            made = run("build", "hours-placard", "--edition", "html", "--format", "png", "-o", out)
            self.assertEqual(made.returncode, 1)
            self.assertIn("the html edition of `hours-placard` has no pages to draw pictures of", made.stderr)
            self.assertEqual(os.listdir(out), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
