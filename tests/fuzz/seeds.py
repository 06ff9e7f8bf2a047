# SPDX-License-Identifier: MIT
"""Seeds for the fuzzers: what packages on this machine bring, and the project's own files.

They are gathered anew on each machine and never committed: other people's files have licences of
their own.
"""
import functools
import hashlib
import os
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
MACHINE = ["/usr/share", "/usr/lib", "/usr/local", "/opt", os.path.expanduser("~/.pyenv")]
KINDS = ("ttf", "otf", "ttc", "pfb", "png", "jpg", "jpeg", "icc", "icm", "svg", "pdf", "toml", "md", "dic", "json")
MOST_OF_A_KIND = 400

# What a literal of the code may look like to be a word of a file format.
WORD = re.compile(r'"((?:[^"\\\n]|\\.){1,24})"')


@functools.cache
def found_files():
    """Every file of a known kind, by ending, the project's first."""
    by_kind = {kind: [] for kind in KINDS}
    for top in [str(ROOT), *MACHINE]:
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(each for each in folders if each not in (".git", "build"))
            for name in sorted(names):
                kind = name.rpartition(".")[2].lower()
                path = pathlib.Path(folder, name)
                if kind in by_kind and path.is_file() and not path.is_symlink():
                    by_kind[kind].append(path)
    return by_kind


def digest(data):
    return hashlib.sha1(data).hexdigest()


def spread(items):
    """At most so many, the same each time, drawn from the whole list."""
    return sorted(items, key=digest)[:MOST_OF_A_KIND]


def whole_files(*kinds):
    def seeds(most):
        for kind in kinds:
            fitting = [path for path in found_files()[kind] if 0 < path.stat().st_size <= most]
            yield from spread({path.read_bytes() for path in fitting})
    return seeds


def named_any(layout):
    """With the one content file that the target has."""
    return re.sub(rb"(?m)^content\s*=\s*\[[^\]]*\]", b'content = ["any"]', layout)


def one_content(folder):
    """Its content files as one, which has one [revision]."""
    texts = [path.read_bytes() for path in sorted(folder.glob("*.toml")) if path.name != "layout.toml"]
    revision = re.compile(rb"(?ms)^\[revision\].*?(?=^\[|\Z)")
    return b"\n".join([*texts[:1], *(revision.sub(b"", text) for text in texts[1:])])


def documents(_most):
    """Layouts with the contents that stand beside them, as the target `compile` takes them."""
    contents = one_content(ROOT / "content/en")
    for layout in [*ROOT.glob("layouts/*.toml"), *ROOT.glob("tests/examples/*/layouts/*.toml")]:
        yield named_any(layout.read_bytes()) + b"\n=== content\n" + contents
    for layout in ROOT.glob("tests/golden/*/*/layout.toml"):
        yield named_any(layout.read_bytes()) + b"\n=== content\n" + one_content(layout.parent)


def lines(before=b""):
    def seeds(_most):
        texts = [*ROOT.glob("content/*/*.toml"), *ROOT.glob("tests/golden/*/*/content*.toml"),
                 *ROOT.glob("layouts/*.toml"), *found_files()["md"][:100]]
        found = {line.strip() for path in texts for line in path.read_bytes().splitlines()}
        quoted = {part for line in found for part in re.findall(rb'"([^"]+)"', line)}
        yield from (before + line for line in spread(found | quoted) if line)
    return seeds


def edits(_most):
    """A text put into places of the project's files."""
    text = re.compile(r'(?m)^([\w-]+)\s*=\s*["\']')
    for path in [*ROOT.glob("content/en/*.toml"), *ROOT.glob("tests/golden/spec/*/*.toml")]:
        table = ""
        for line in path.read_text(errors="replace").splitlines():
            if header := re.match(r"\[([\w.-]+)\]", line):
                table = header[1] + "."
            elif key := text.match(line):
                yield path.read_bytes() + f"\n=== path\n{table}{key[1]}\n=== text\nAny \"words\"".encode()


def ledgers(_most):
    """Roles and ledgers of tests, as the target `approvals` takes them."""
    between = b"\n=== ledger\n"
    for folder in {path.parent.parent for path in ROOT.glob("tests/golden/*/*/records/*.toml")}:
        yield between.join(path.read_bytes() if path.is_file() else b"" for path in (
            folder / "content/roles.toml", folder / "records/approved.toml", folder / "records/translated.toml"))


# What each target is fed with, the longest input worth trying, and the sources whose literals are the
# words of what it reads.
TARGETS = {
    "approvals": ([ledgers], 1 << 13, ["spec/keys_records.cpp"]),
    "braille": ([lines(b"\x80\x14"), lines(b"\x01\x48")], 1 << 10, []),
    "compile": ([documents], 1 << 14, []),
    "edits": ([edits], 1 << 13, []),
    "facts": ([whole_files("toml")], 1 << 14, ["content"]),
    "font": ([whole_files("ttf", "otf", "ttc", "pfb")], 1 << 16, []),
    "ledger": ([whole_files("toml")], 1 << 14, ["spec/keys_printed.cpp"]),
    "length": ([lines()], 1 << 8, ["spec/parse_length.cpp", "spec/parse_edge.cpp"]),
    "line": ([lines()], 1 << 9, ["content"]),
    "manifest": ([lines(b"fact\ta.0.b\t")], 1 << 13, ["manifest"]),
    "markdown": ([whole_files("md"), lines()], 1 << 13, []),
    "picture": ([whole_files("png", "jpg", "jpeg")], 1 << 16, []),
    "profile": ([whole_files("icc", "icm")], 1 << 16, []),
    "preflight": ([whole_files("pdf")], 1 << 15, ["preflight"]),
    "shape": ([lines(b"\x60\x03\x00\x00"), lines(b"\x30\x00\x10\x01")], 1 << 12, []),
    "shop": ([whole_files("toml")], 1 << 14, ["spec", "rules"]),
    "spelling": ([lines(b"peel\n")], 1 << 12, []),
    "svg": ([whole_files("svg")], 1 << 14, ["picture"]),
    "toml": ([whole_files("toml")], 1 << 14, ["spec"]),
}


def write_seeds(target, folder):
    """Gives the number of files."""
    folder.mkdir(parents=True, exist_ok=True)
    sources, most, _ = TARGETS[target]
    for source in sources:
        for data in source(most):
            if len(data) <= most:
                (folder / digest(data)).write_bytes(data)
    return sum(1 for _ in folder.iterdir())


def write_dictionary(target, path):
    """The literals of the code that reads, as libFuzzer's dictionary; false: there is none."""
    words = set()
    for name in TARGETS[target][2]:
        source = ROOT / "src" / name
        for file in [source] if source.suffix else sorted(source.glob("*.cpp")):
            text = re.sub(r"#include.*", "", file.read_text())
            words.update(word for word in WORD.findall(text) if word.isascii() and "\\" not in word)
    path.write_text("".join(f'"{word}"\n' for word in sorted(words)))
    return bool(words)
