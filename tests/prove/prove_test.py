#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The judging itself: what differs is told, what was tried before stays on record."""
import pathlib
import tarfile
import tempfile
import unittest

import hostile
import listeners
import outside
import packages
import prove
import verapdf
from promise import PROMISES, Outcome, Promise


def page(width, height, dark=()):
    light = bytearray(b"\xff" * (width * height))
    for left, top in dark:
        for row in range(top, top + 8):
            light[row * width + left:row * width + left + 8] = bytes(8)
    return width, height, bytes(light)


class Pages(unittest.TestCase):
    def test_a_square_that_is_missing_differs(self):
        self.assertEqual(outside.share_apart(page(80, 80, [(8, 16)]), page(80, 80, [(8, 16)])), 0)
        self.assertAlmostEqual(outside.share_apart(page(80, 80, [(8, 16)]), page(80, 80)), 1 / 81)

    def test_a_size_that_is_rounded_otherwise_does_not_differ(self):
        self.assertEqual(outside.share_apart(page(81, 80), page(80, 81)), 0)
        with self.assertRaises(RuntimeError):
            outside.share_apart(page(82, 80), page(80, 80))

    def test_light_is_read_from_a_picture(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "page.ppm"
            file.write_bytes(b"P6\n# made by a reader\n2 1\n255\n" + bytes([0, 0, 0, 255, 255, 255]))
            self.assertEqual(outside.read_lightness(file), (2, 1, bytes([0, 255])))


class Packages(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def test_documents_that_are_other_ones_or_missing_are_told(self):
        for path, text in (("a/1", "x"), ("b/1", "x"), ("a/2", "x"), ("b/2", "y"), ("a/3", "x"), ("b/4", "x")):
            self.write(path, text)
        self.assertEqual(packages.differing(self.folder / "a", self.folder / "b"), ["2", "3", "4"])

    def test_what_stays_of_a_package_is_told(self):
        for path in ("usr/bin/other", "home/designer/handbill-1", "var/lib/handbill/state"):
            self.write(path, "")
        (self.folder / "usr/lib").mkdir()
        (self.folder / "usr/lib/link.so").symlink_to("gone")
        listed = ["/usr", "/usr/bin", "/usr/bin/gone", "/usr/lib/link.so"]
        self.assertEqual(packages.left_of(self.folder, listed),
                         [str(self.folder / "usr/lib/link.so"), str(self.folder / "var/lib/handbill")])

    def test_files_that_name_a_folder_of_the_machine_are_told(self):
        self.write("good", "/usr/share/handbill")
        self.write("bad", "\0/some/where/src/x.cpp\0")
        self.assertEqual(packages.telling(self.folder, ["/some/where", "/else"]), ["bad"])

    def test_members_that_others_may_write_or_own_are_told(self):
        members = []
        for name, mode, uid in (("file", 0o644, 0), ("program", 0o755, 0), ("open", 0o664, 0), ("own", 0o644, 1000),
                                ("setuid", 0o4755, 0)):
            member = tarfile.TarInfo(name)
            member.mode, member.uid = mode, uid
            members.append(member)
        folder, link = tarfile.TarInfo("folder"), tarfile.TarInfo("link")
        folder.type, folder.mode, link.type, link.mode = tarfile.DIRTYPE, 0o775, tarfile.SYMTYPE, 0o777
        self.assertEqual(packages.loose([*members, folder, link]), ["open", "own", "setuid", "folder"])


class Claims(unittest.TestCase):
    def test_each_file_passes_fails_with_its_rules_or_was_not_judged(self):
        told = "PASS /a b/1.pdf ua1\nFAIL /a b/2.pdf ua1\n  FAIL 7.1-8\n  FAIL 7.2-3\nPASS 3.pdf ua1\n"
        files = [pathlib.Path(name) for name in ("/a b/1.pdf", "/a b/2.pdf", "3.pdf", "4.pdf")]
        self.assertEqual(verapdf.faults_of("ua-1", files, told, "no such file"),
                         ["/a b/2.pdf: ua-1: 7.1-8, 7.2-3", "4.pdf: ua-1: not judged: no such file"])


class Listeners(unittest.TestCase):
    def test_findings_without_a_reason_and_reasons_without_a_finding_are_told(self):
        reasons = [{"rules": ["A", "B"], "files": "sign*", "why": "x"},
                   {"rules": ["C"], "files": "*", "why": "y"}]
        found = [("out/sign.pdf", "B", "b"), ("out/sheet.pdf", "B", "no head")]
        self.assertEqual(listeners.without_reason(found, reasons),
                         ["out/sheet.pdf: B: no head", "listeners.toml: no finding needs the reason for C"])

    def test_remarks_are_no_findings(self):
        report = {"results": [{"path": "a.pdf", "error": None, "findings": [
            {"rule": "A", "severity": "info", "message": "x"},
            {"rule": "B", "severity": "warning", "message": "y"}]}]}
        self.assertEqual(list(listeners.outloud_findings(report)), [("a.pdf", "B", "y")])


class Record(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.before, prove.PROOF = prove.PROOF, pathlib.Path(folder.name) / "proof.md"
        self.addCleanup(lambda: setattr(prove, "PROOF", self.before))

    def test_lines_of_other_promises_stay(self):
        first, second = PROMISES[:2]
        prove.write({second.name: prove.row(second, Outcome(True, "84 files | 0 faults"))})
        rows = prove.rows_on_record()
        rows[first.name] = prove.row(first, Outcome(False, "1 fault"))
        prove.write(rows)
        written = prove.PROOF.read_text()
        self.assertLess(written.index("1 fault"), written.index("84 files \\| 0 faults"))
        self.assertIn("| **no** |", written)

    def test_a_trial_that_ends_in_an_error_does_not_hold(self):
        def fail():
            raise RuntimeError("no such tool")
        tried = prove.try_one(Promise("a", "b", [], 1, fail))
        self.assertFalse(tried.holds)
        self.assertEqual(tried.faults, ["no such tool"])

    def test_what_fuzzers_spent_is_summed_up(self):
        told = "svg      50 s CPU     359043 runs    2594 edges    998 inputs  in 242 s\nfont broke on x\n" \
               "font     12 s CPU        433 runs   21325 edges     11 inputs  in 103 s\n"
        self.assertEqual(hostile.spent(told), (2, 62, 359476))

    def test_names_of_promises_are_told_apart(self):
        self.assertEqual(len(PROMISES), len({each.name for each in PROMISES}))


if __name__ == "__main__":
    unittest.main()
