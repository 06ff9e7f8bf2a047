#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""home_test.py HANDBILL PROJECT: all documents at home; new ones, copies, what is put away; the look of all; by keyboard,
in Spanish, at 200 % zoom and on a phone. axe-core finds nothing on any of it."""
import re
import sys
import unittest

from browser import ROOT, Desk

PROGRAM, PROJECT = sys.argv[1:3]


class Home(unittest.TestCase):
    """One browser; each test begins at home."""

    @classmethod
    def setUpClass(cls):
        cls.desk = cls.enterClassContext(Desk(PROGRAM, PROJECT, home=True))
        cls.page = cls.desk.page

    def setUp(self):
        self.page.set_viewport_size({"width": 1440, "height": 900})
        self.desk.go()
        self.desk.settle()

    def tearDown(self):
        self.assertEqual(self.desk.faults, [])

    def assert_sound(self):
        self.desk.settle()
        self.assertEqual(self.desk.violations(), [])
        wide = self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        self.assertFalse(wide, "it is wider than the window")

    def titles(self):
        return self.page.locator("#home .document strong").all_inner_texts()

    def make_new(self, template, title):
        self.page.click("[data-key=new]")
        self.page.check(f"dialog input[value={template}]", force=True)
        self.page.fill("#new-name", title)
        self.page.keyboard.press("Enter")

    def test_documents_stand_by_kind_with_their_state(self):
        self.assertEqual(self.page.locator(".shelf h3").all_inner_texts(), ["Brochures", "Sheets", "Signs"])
        states = self.page.locator("#home .states").all_inner_texts()
        self.assertTrue(all("to fill in" in each for each in states), states)
        self.assert_sound()

    def test_the_browser_goes_back_and_a_reload_stays(self):
        self.page.click('[data-key="open hours-placard"]')
        self.page.click("#tab-hours")
        self.desk.settle()
        self.assertTrue(self.page.url.endswith("#doc/hours-placard/hours"), self.page.url)
        self.page.reload()
        self.page.wait_for_selector("#tab-hours[aria-selected=true]")
        self.assertEqual(self.page.inner_text("#work-title"), "Office hours")
        self.page.go_back()
        self.page.wait_for_selector("#home .document")
        self.assertEqual(self.page.evaluate("document.activeElement.dataset.key"), "open hours-placard")

    def test_new_copied_put_away_and_back(self):
        self.make_new("aftercare-sheet", "After your peel")
        self.page.wait_for_selector("#work-title:has-text('After your peel')")
        self.assert_sound()
        self.assertIn("things to fill in", self.page.inner_text("#place"))
        self.assertIn("{ blank = ", self.desk.read("content/en/after-your-peel.toml"))
        self.page.click("[data-key='place copy']")
        self.page.fill("#new-name", "After your peel, men")
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("#work-title:has-text('men')")
        self.page.click("[data-key='place away']")
        self.page.wait_for_selector(".away")
        self.assertNotIn("After your peel, men", self.titles())
        self.assertFalse((self.desk.project / "layouts/after-your-peel-men.toml").exists())
        self.assert_sound()
        self.page.click("#told button")
        self.page.wait_for_selector("[data-key='open after-your-peel-men']")
        self.make_new("aftercare-sheet", "After your peel")
        self.page.wait_for_selector("dialog [role=alert]:has-text('already')")
        self.assert_sound()
        self.desk.faults.clear()  # that it was refused

    def test_a_pale_color_is_told_and_taken_back(self):
        self.page.click(".tile.look")
        self.page.wait_for_selector(".color")
        self.assert_sound()
        self.page.fill("#color-ink-black", "0")
        self.page.press("#color-ink-black", "Tab")
        self.page.fill("#color-ink-cyan", "30")
        self.page.press("#color-ink-cyan", "Tab")
        self.page.wait_for_selector("#contrast.hard")
        self.assertIn("Office hours", self.page.inner_text("#contrast"))
        self.assert_sound()
        while self.page.is_enabled("#undo"):
            self.page.click("#undo")
            self.desk.settle()
        self.page.wait_for_selector("#contrast.good")
        self.page.fill("#color-coral", "#2a9d8f")
        self.page.wait_for_selector("#save:enabled")
        self.page.click("#save")
        self.page.wait_for_selector("#save:disabled")
        self.assertNotIn("[0, 72, 72, 0]", self.desk.read("layouts/house.toml"))
        self.assertIn('screen = "#ef6546"', self.desk.read("layouts/house.toml"))

    def test_the_keyboard_does_all_of_it(self):
        press = self.page.keyboard.press
        for _ in range(40):
            press("Tab")
            if self.page.evaluate("document.activeElement.dataset.key") == "open treatment-brochure":
                break
        press("Enter")
        self.page.wait_for_selector("#work-title")
        self.assertEqual(self.page.evaluate("document.activeElement.id"), "work-title")
        press("Shift+Tab")
        press("Enter")
        self.page.wait_for_selector("#home .document")
        self.page.focus("[data-key=new]")
        press("Enter")
        self.page.wait_for_selector("dialog")
        press("Escape")
        self.assertEqual(self.page.evaluate("document.activeElement.dataset.key"), "new")

    def test_the_guide_changes_an_hour_by_the_names_on_the_page(self):
        guide = (ROOT / "docs/staff-guide.md").read_text().split("# In the files")[0]
        words = (ROOT / "src/desk/page/words.js").read_text()
        names = set(re.findall(r"(?s)\*\*(.+?)\*\*", guide)) - {"On Linux", "On Windows"}
        self.assertEqual([each for each in names if f'"{" ".join(each.split())}"' not in words], [])
        steps = re.search(r"(?s)## Change an hour\n(.*?)\n## ", guide)[1]
        tile, save = re.findall(r"(?m)^\d\. Press \*\*(.+)\*\*\.$", steps)
        self.page.click(f".tile:has-text('{tile}')")
        self.page.wait_for_selector("#tab-hours[aria-selected=true]")
        self.assertEqual(self.page.inner_text("#save"), save)

    def test_spanish_zoom_and_phone(self):
        self.page.select_option("#interface", "es")
        self.assertIn("Folletos", self.page.inner_text("#home"))
        for width, height in ((720, 450), (390, 844), (1920, 1080)):
            self.page.set_viewport_size({"width": width, "height": height})
            self.assert_sound()
            for tile in ("look", "facts"):
                self.page.click(f".tile.{tile}")
                self.assert_sound()
                self.page.go_back()
                self.page.wait_for_selector("#home .document")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2)
