#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The installed tree, and the .tar.gz made of it, in another folder: installed_test.py BUILD SOURCE [sanitized]."""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD, SOURCE = (pathlib.Path(word) for word in sys.argv[1:3])
IS_SANITIZED = sys.argv[3:] == ["sanitized"]
del sys.argv[1:]
sys.path.insert(0, str(SOURCE / "packages"))
import complete  # noqa: E402  (its folder has just been named)

MODULES = ("handbill_braille.so", "handbill_http.so", "handbill_phone.so", "handbill_png.so", "handbill_preflight.so", "handbill_spelling.so")
# Of the build, the name of its kind is in the file's.
CMAKE_FILES = ("handbillConfig.cmake", "handbillConfig-debug.cmake", "handbillConfig-release.cmake",
               "handbillConfigVersion.cmake")

needs_plain_library = unittest.skipIf(IS_SANITIZED, "what sanitizers call is in the program that opens the library")


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, **options)


def files_below(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def setting(name):
    """What CPack is told."""
    return re.search(rf'set\({name} "(.*)"\)', (BUILD / "CPackConfig.cmake").read_text())[1]


class Trees(unittest.TestCase):
    """Installed once; what a program reads there is found from where it lies."""

    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory())).resolve()
        run("cmake", "--install", BUILD, "--prefix", cls.work / "first")
        cls.installed = files_below(cls.work / "first")
        cls.tree = (cls.work / "first").rename(cls.work / "moved")
        cls.project = cls.work / "project"
        for part in ("content", "layouts"):
            shutil.copytree(SOURCE / part, cls.project / part)

    def environment(self, **more):
        return {**os.environ, "XDG_CACHE_HOME": str(self.work / "cache"), **more}

    def build(self, program, out):
        run(program, "build", "--shop", "us-sheetfed-coated", "--format", "pdf", "--format", "png", "--ppi", "50",
            "-o", self.work / out, cwd=self.project, env=self.environment())
        run(program, "preflight", self.work / out / "hours-placard.pdf", "--shop", "us-sheetfed-coated",
            cwd=self.project, env=self.environment())
        return {path.name: path.read_bytes() for path in (self.work / out).iterdir()}


class Installed(Trees):
    def test_the_files_are_those_of_the_project(self):
        expected = {f"share/handbill/{part}/{file}" for part in ("layouts", "content")
                    for file in files_below(SOURCE / part)}
        expected |= {f"share/handbill/fonts/{name}.toml" for name in ("fonts", "scripts")}
        expected |= {f"share/doc/handbill/docs/{file}" for file in files_below(SOURCE / "docs")}
        expected |= {f"share/doc/handbill/{name}" for name in ("README.md", "CHANGELOG.md", "LICENSE", "copyright")}
        expected |= {f"share/handbill/profiles/{path.name}" for path in (BUILD / "profiles").glob("*.icc")}
        expected |= {f"share/handbill/spelling/{path.name}" for path in (BUILD / "spelling").glob("*.words")}
        expected |= {f"share/handbill/rules/{path.stem}.rules" for path in (SOURCE / "layouts/rules").glob("*.toml")}
        expected |= {"share/applications/handbill.desktop", "share/icons/hicolor/scalable/apps/handbill.svg"}
        expected |= {"bin/handbill", "include/handbill.h", "lib/pkgconfig/handbill.pc"}
        expected |= {f"lib/handbill/{name}" for name in MODULES}
        version = run(BUILD / "bin/handbill", "--version").stdout.split()[1]
        expected |= {f"lib/libhandbill.so{end}" for end in ("", ".1", f".{version}")}
        built = {file for file in self.installed if file.startswith("lib/cmake/handbill/")}
        self.assertEqual(len(built), 3)
        self.assertLessEqual(built, {f"lib/cmake/handbill/{name}" for name in CMAKE_FILES})
        self.assertEqual(self.installed - built, expected)
        self.assertEqual(len(list((BUILD / "profiles").glob("*.icc"))), 5)
        self.assertEqual(len(list((BUILD / "spelling").glob("*.words"))), 7)

    def test_the_guide_names_this_version(self):
        version = run(BUILD / "bin/handbill", "--version").stdout.split()[1]
        guide = (SOURCE / "README.md").read_text()
        self.assertIn(f"./handbill_{version}_", guide)
        self.assertIn(f"tar -xf handbill-{version}-linux-", guide)

    def test_the_menu_opens_the_desk(self):
        entry = self.tree / "share/applications/handbill.desktop"
        run("desktop-file-validate", entry)
        words = shlex.split(re.search(r"(?m)^Exec=(.*)$", entry.read_text())[1])
        self.assertEqual(words[0], "handbill")
        run(self.tree / "bin/handbill", *words[1:], "--help")

    def test_a_moved_program_writes_what_it_wrote(self):
        written = self.build(self.tree / "bin/handbill", "moved-out")
        self.assertEqual(len(written), 7)
        self.assertEqual(written, self.build(BUILD / "bin/handbill", "built-out"))

    def test_packages_need_what_developers_have(self):
        told = setting("CPACK_DEBIAN_PACKAGE_DEPENDS") + ", " + setting("CPACK_DEBIAN_PACKAGE_RECOMMENDS")
        known = re.search(r"(?s)\nbuild_packages=\((.*?)\)", (SOURCE / "dev").read_text())[1].split()
        self.assertEqual(sorted(told.split(", ")),
                         sorted(name for name in known if name.startswith(("fonts-", "hyphen-", "hunspell-", "liblouis-data"))
                                and name not in complete.LINKED_IN))

    def example_builds(self, program, **environment):
        out = self.work / "example"
        out.mkdir(exist_ok=True)
        run(program, self.project, "hours-placard", cwd=out, env=self.environment(**environment))
        self.assertGreater((out / "hours-placard.pdf").stat().st_size, 10000)
        shutil.rmtree(out)

    @needs_plain_library
    def test_pkg_config_finds_the_moved_library(self):
        flags = run("pkg-config", "--cflags", "--libs", "handbill",
                    env={**os.environ, "PKG_CONFIG_PATH": str(self.tree / "lib/pkgconfig")}).stdout
        run("cc", SOURCE / "docs/library/build_one.c", *shlex.split(flags), "-o", self.work / "build_one")
        self.example_builds(self.work / "build_one", LD_LIBRARY_PATH=str(self.tree / "lib"))

    @needs_plain_library
    def test_cmake_finds_the_moved_library(self):
        host = self.work / "host"
        host.mkdir()
        (host / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(host LANGUAGES C)\n"
            "find_package(handbill 0.1 REQUIRED)\n"
            f"add_executable(build_two {SOURCE}/docs/library/build_one.c)\n"
            "target_link_libraries(build_two PRIVATE handbill::handbill)\n")
        run("cmake", "-S", host, "-B", host / "build", f"-DCMAKE_PREFIX_PATH={self.tree}")
        run("cmake", "--build", host / "build")
        self.example_builds(host / "build/build_two")


@unittest.skipIf(IS_SANITIZED, "no package is made of such a build")
class Packed(Trees):
    """As the .tar.gz has it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        complete.complete("TGZ", cls.tree, setting("CPACK_HANDBILL_DICTIONARIES").split(";"))
        cls.tree = cls.tree.rename(cls.work / "an odd name, with «ü» (2)")
        cls.packages = re.findall(r"(?m)^(\S+) \S+ \(source", (cls.tree / "share/doc/handbill/packed.txt").read_text())

    def test_it_writes_what_it_wrote(self):
        self.assertEqual(self.build(self.tree / "bin/handbill", "packed-out"),
                         self.build(BUILD / "bin/handbill", "built-out"))

    def test_all_libraries_are_its_own_but_those_of_the_machine(self):
        binaries = [self.tree / "bin/handbill", self.tree / "lib/libhandbill.so",
                    *(self.tree / "lib/handbill" / name for name in MODULES)]
        own = 0
        for name, file, package in complete.libraries_of(binaries, lambda file: "ours" if file.is_relative_to(self.tree)
                                                         else complete.package_of(file)):
            own += package == "ours"
            self.assertIn(package, ("ours", *complete.OF_THE_MACHINE), name)
        self.assertGreater(own, 20)

    def test_its_fonts_are_found_first(self):
        families = json.loads(run(self.tree / "bin/handbill", "fonts", "--json", cwd=self.project).stdout)
        paths = [face["path"] for family in families for face in family["faces"]]
        self.assertGreater(len(paths), 40)
        self.assertEqual([path for path in paths if not path.startswith(str(self.tree))], [])

    def test_each_package_has_its_licence(self):
        licences = self.tree / "share/doc/handbill/licences"
        self.assertLessEqual({"fonts-lato", "fonts-noto-cjk", "hyphen-de", "hyphen-en-us", "libcairo2", "libicu72"},
                             set(self.packages))
        named = {path.name: path.read_text(errors="replace") for path in licences.iterdir() if path.is_file()}
        self.assertEqual(set(named), {*self.packages, *complete.LINKED_IN})
        common = {name for told in named.values() for name in re.findall(r"common-licenses/([\w.-]*\w)", told)}
        self.assertEqual({path.name for path in (licences / "common-licenses").iterdir()}, common)

    def test_nothing_leads_out_of_it(self):
        for path in self.tree.rglob("*"):
            self.assertTrue(path.resolve(strict=True).is_relative_to(self.tree), path)


if __name__ == "__main__":
    unittest.main()
