#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Every fuzz target is built, has seeds and inputs of its own, and is told of."""
import pathlib
import re
import tempfile
import unittest

import seeds

HERE = seeds.ROOT / "tests/fuzz"


class Targets(unittest.TestCase):
    def test_each_is_built_seeded_and_told(self):
        built = re.findall(r"(?m)^handbill_fuzz\((\w+)", (HERE / "CMakeLists.txt").read_text())
        self.assertEqual(sorted(built), sorted(seeds.TARGETS))
        told = (seeds.ROOT / "SECURITY.md").read_text()
        for target in built:
            self.assertTrue((HERE / f"{target}.cpp").exists(), target)
            self.assertTrue(any((HERE / "corpus" / target).iterdir()), target)
            self.assertIn(f"`{target}`", told)

    def test_what_is_found_belongs_to_a_target(self):
        for folder in (HERE / "found").glob("*"):
            self.assertIn(folder.name, seeds.TARGETS)

    def test_committed_inputs_stay_small(self):
        files = [path for part in ("corpus", "found") for path in (HERE / part).rglob("*") if path.is_file()]
        self.assertLess(sum(path.stat().st_size for path in files), 400_000)

    def test_dictionaries_are_words_that_libfuzzer_takes(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "words")
            self.assertTrue(seeds.write_dictionary("preflight", path))
            lines = path.read_text().splitlines()
            self.assertIn('"/MediaBox"', lines)
            for line in lines:
                self.assertRegex(line, r'^"[ -!#-\[\]-~]+"$')

    def test_documents_are_whole_and_small_enough(self):
        made = [data for data in seeds.documents(None) if len(data) <= seeds.TARGETS["compile"][1]]
        self.assertGreater(len(made), 90)
        for data in made:
            self.assertEqual(data.count(b"\n=== content\n"), 1)


if __name__ == "__main__":
    unittest.main()
