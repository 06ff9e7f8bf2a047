#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""live_test.py HANDBILL PROJECT: what one types is seen at once and exactly; what two write is decided between them."""
import sys
import unittest

from browser import Desk

PROGRAM, PROJECT = sys.argv[1:3]
PIXELS = "[...document.querySelectorAll('#view canvas')].map((each) => each.toDataURL())"
NAME = '[id="field clinic.name"]'


class Live(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Desk(PROGRAM, PROJECT)
        cls.desk.__enter__()  # pylint: disable=unnecessary-dunder-call
        cls.page = cls.desk.page

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def setUp(self):
        self.asked = []
        self.page.on("request", self.note)

    def tearDown(self):
        self.page.remove_listener("request", self.note)
        # That something can't be saved the browser tells its console too.
        self.assertEqual([each for each in self.desk.faults if "409" not in each], [])

    def note(self, request):
        self.asked.append(request.url.split("?")[0].rsplit("/", 1)[1])

    def test_what_is_painted_over_is_what_is_drawn_anew(self):
        for document in ("hours-placard", "treatment-brochure"):
            self.page.click(f'[data-key="card {document}"]')
            self.page.click("#tab-facts")
            self.desk.settle()
            before = self.page.evaluate(PIXELS)
            self.page.click(NAME)
            self.page.keyboard.type("Skin Clinic")
            self.page.keyboard.press("Backspace")
            self.desk.settle()
            painted = self.page.evaluate(PIXELS)
            self.assertNotEqual(painted, before)
            self.assertIn("changed", self.asked)
            self.desk.go()
            self.page.click(f'[data-key="card {document}"]')
            self.desk.settle()
            self.assertEqual(self.page.evaluate(PIXELS), painted, document)
            self.page.fill(NAME, "")
            self.desk.settle()

    def test_while_one_types_nothing_is_asked_but_what_is_seen(self):
        self.page.click("#tab-facts")
        self.page.click(NAME)
        self.desk.settle()
        self.asked.clear()
        self.page.keyboard.type("Clinic of many letters", delay=20)
        typed = list(self.asked)
        self.assertLessEqual(set(typed), {"change", "changed"})
        self.desk.settle()
        self.assertIn("home", self.asked)
        self.assertEqual(self.page.input_value(NAME), "Clinic of many letters")

    def test_several_values_changed_quickly_are_all_there(self):
        self.page.click("#tab-facts")
        self.page.fill(NAME, "One")
        self.page.get_by_label("number to call").first.fill("301-555-0142")
        self.page.click("#tab-hours")
        self.page.click("#tab-facts")
        self.page.fill(NAME, "Two")
        self.desk.settle()
        self.page.keyboard.press("Control+s")
        self.page.wait_for_selector("#save:disabled")
        saved = self.desk.read("content/en/clinic.toml")
        self.assertIn('"Two"', saved)
        self.assertIn('"301-555-0142"', saved)

    def test_whose_value_stands_is_chosen(self):
        path = self.desk.project / "content/en/clinic.toml"
        self.page.click("#tab-facts")
        self.page.fill(NAME, "Ours")
        self.desk.settle()
        lines = path.read_text().splitlines(True)
        path.write_text("".join('name = "Theirs"\n' if each.startswith("name ") else each for each in lines) + "# kept\n")
        self.page.keyboard.press("Control+s")
        dialog = self.page.locator("dialog.conflict")
        dialog.wait_for()
        self.assertIn("Ours", dialog.inner_text())
        self.assertIn("Theirs", dialog.inner_text())
        self.assertEqual(self.desk.violations(), [])
        self.page.keyboard.press("Escape")
        dialog.wait_for(state="detached")
        self.assertNotIn("Ours", path.read_text())
        self.page.keyboard.press("Control+s")
        self.page.get_by_role("button", name="Take theirs").press("Enter")
        self.page.wait_for_selector("#save:disabled")
        self.desk.settle()
        self.assertEqual(self.page.input_value(NAME), "Theirs")
        self.assertTrue(path.read_text().endswith("# kept\n"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
