#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""main_path_test.py HANDBILL PROJECT: a number is filled in, seen on the page, saved; nothing is wrong for axe-core."""
import sys
import unittest

from browser import Desk

PROGRAM, PROJECT = sys.argv[1:3]


class MainPath(unittest.TestCase):
    def test_a_number_is_filled_in_and_saved(self):
        with Desk(PROGRAM, PROJECT) as desk:
            page = desk.page
            page.get_by_label("number to call").first.fill("301-555-0142")
            desk.settle()
            self.assertIn("not saved", page.inner_text("#state"))
            page.keyboard.press("Control+s")
            page.wait_for_selector("#save:disabled")
            self.assertIn('"301-555-0142"', desk.read("content/en/clinic.toml"))
            for tab in ("facts", "hours", "words", "problems"):
                page.click(f"#tab-{tab}")
                desk.settle()
                self.assertEqual(desk.violations(), [], tab)
            self.assertEqual(desk.faults, [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
