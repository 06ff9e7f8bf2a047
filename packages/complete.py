#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts into an installed tree what a package has beyond it: complete.py DEB|TGZ TREE [DICTIONARY…]

Both get the licences of what was linked into the program. The .tar.gz brings the fonts of the catalogues, the
dictionaries of the packages named, tables for braille, and all libraries that a Linux machine may not have; which packages they are
of, with versions and licences, stands in share/doc/handbill.
"""
import gzip
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib

# Whose code or data the build takes in. HarfBuzz is newer than Debian's, under the same licence.
LINKED_IN = ("hunspell-en-med", "hunspell-en-us", "hunspell-es", "icc-profiles-free", "libcli11-dev", "libharfbuzz0b", "libminizip-dev", "libtomlplusplus-dev", "nettle-dev",
             "nlohmann-json3-dev", "publicsuffix")
# A process can have one of each alone: the machine's, which suits whatever else it loads.
OF_THE_MACHINE = ("libc6", "libgcc-s1", "libstdc++6")
PACKED_LIBRARIES = "lib/handbill/packed"


def told_by(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"}).stdout


def is_elf(path):
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def copy(source, target):
    """A link stays one when it leads to a file beside it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink() and "/" not in os.readlink(source):
        target.symlink_to(os.readlink(source))
    else:
        shutil.copyfile(source, target)
        target.chmod(0o644)


def files_of(package):
    return [pathlib.Path(line) for line in told_by("dpkg-query", "-L", package).splitlines()]


def package_of(file):
    """dpkg knows a file by the path its package has, which may lack the /usr that it stands in today."""
    paths = [str(file), str(file).removeprefix("/usr")]
    for path in paths:
        found = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    raise SystemExit(f"{file}: no package brings it")


def libraries_of(binaries, owner_of=package_of):
    """What is loaded for them here: the name that is asked for, the file, its package."""
    wanted = {}
    for binary in binaries:
        for name, path in re.findall(r"(?m)^\s(\S+) => (.+?)(?: \(0x\w+\))?$", told_by("ldd", binary)):
            if path == "not found":
                raise SystemExit(f"{binary}: {name} is not on this machine")
            wanted[name] = pathlib.Path(path).resolve()
    return [(name, file, owner_of(file)) for name, file in sorted(wanted.items())]


def pack_libraries(tree):
    binaries = [path for path in sorted(tree.rglob("*"))
                if path.is_file() and not path.is_symlink() and is_elf(path)]
    packages = set()
    packed = tree / PACKED_LIBRARIES
    for name, file, package in libraries_of(binaries):
        if package not in OF_THE_MACHINE:
            copy(file, packed / name)
            packages.add(package)
    for binary in binaries:
        way = os.path.relpath(packed, binary.parent)
        # RPATH, not RUNPATH: it counts for the libraries of libraries too, which stay as Debian made them.
        told_by("patchelf", "--force-rpath", "--set-rpath", f"$ORIGIN/{way}", binary)
    return packages


def pack_fonts(tree):
    packages, wanted = set(), set()
    for catalogue in ("fonts", "scripts"):
        read = tomllib.loads((tree / f"share/handbill/fonts/{catalogue}.toml").read_text())
        for family in read["family"].values():
            packages.add(family["package"])
            wanted |= {face["file"] for face in family["faces"]}
    for package in packages:
        for file in files_of(package):
            if file.name in wanted and file.is_relative_to("/usr/share/fonts"):
                copy(file, tree / "share/handbill/packed/fonts" / file.relative_to("/usr/share/fonts"))
                wanted.remove(file.name)
    if wanted:
        raise SystemExit(f"no package brings the fonts {', '.join(sorted(wanted))}")
    return packages


def pack_dictionaries(tree, packages):
    for package in packages:
        for file in files_of(package):
            if file.suffix == ".dic":
                copy(file, tree / "share/handbill/packed/hyphen" / file.name)
    return set(packages)


def pack_braille(tree):
    """Tables name each other, so it is all of them."""
    for file in files_of("liblouis-data"):
        if file.is_relative_to("/usr/share/liblouis/tables") and file.is_file():
            copy(file, tree / "share/handbill/packed" / file.relative_to("/usr/share"))
    return {"liblouis-data"}


def pack_spelling(tree):
    """Of the languages that have no list of ours."""
    for file in map(pathlib.Path, ("/usr/share/hunspell/ar", "/usr/share/hunspell/en_GB")):
        for kind in (".aff", ".dic"):
            copy(file.with_suffix(kind), tree / "share/handbill/packed/hunspell" / (file.name + kind))
    return {"hunspell-ar", "hunspell-en-gb"}


def add_licences(tree, packages):
    """Debian's word on each package, and the licences that it refers to as common."""
    folder = tree / "share/doc/handbill/licences"
    common = set()
    for package in packages:
        told = pathlib.Path("/usr/share/doc", package, "copyright").read_text(errors="replace")
        common |= set(re.findall(r"common-licenses/([\w.-]*\w)", told))
        copy(pathlib.Path("/usr/share/doc", package, "copyright").resolve(), folder / package)
    return common


def add_common_licences(tree, names):
    for name in names:
        copy(pathlib.Path("/usr/share/common-licenses", name).resolve(),
             tree / "share/doc/handbill/licences/common-licenses" / name)


def as_debian_has_it(changes):
    changes.with_name("changelog.gz").write_bytes(gzip.compress(changes.read_bytes(), mtime=0))
    changes.unlink()


def complete(kind, tree, dictionaries):
    os.umask(0o022)
    common = add_licences(tree, LINKED_IN)
    if kind == "DEB":
        as_debian_has_it(tree / "share/doc/handbill/CHANGELOG.md")
        return
    packed = pack_libraries(tree) | pack_fonts(tree) | pack_dictionaries(tree, dictionaries)
    packed |= pack_braille(tree) | pack_spelling(tree)
    common |= add_licences(tree, packed)
    add_common_licences(tree, common)
    listed = told_by("dpkg-query", "-W", "-f=${Package} ${Version} (source: ${source:Package} ${source:Version})\n",
                     *sorted(packed))
    (tree / "share/doc/handbill/packed.txt").write_text(
        "What this folder brings of Debian, unchanged; its source is Debian's.\n\n" + listed)


if __name__ == "__main__":
    found = sorted(pathlib.Path(sys.argv[2]).rglob("bin/handbill"))
    complete(sys.argv[1], found[0].parent.parent, sys.argv[3:])
