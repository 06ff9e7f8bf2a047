#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""paper_test.py HANDBILL PROJECT: approve, print to a file, order, go back a version, by keyboard and in Spanish; two
who save at once."""
import io
import os
import pathlib
import sys
import unittest
import zipfile

from browser import Desk

PROGRAM, PROJECT = sys.argv[1:3]
FACTS = {"clinic.name": "Cedar Lane Clinic", "clinic.phone": "301-654-2000", "clinic.web": "https://cedarlane.example",
         "clinic.booking": "https://cedarlane.example/book", "clinic.hours_page": "https://cedarlane.example/hours"}
BLANKS = {"name": "the clinic’s name", "phone": "the clinic’s phone number", "web": "the clinic’s web address",
          "booking": "the web address for booking", "hours_page": "the web page with hours on special dates"}


def fill(project):
    """The clinic's facts, as somebody filled them in before."""
    path = project / "content/en/clinic.toml"
    lines = []
    for line in path.read_text().splitlines():
        key = line.split("=")[0].strip()
        lines.append(f'{key} = "{FACTS["clinic." + key]}"' if key in BLANKS and "blank" in line else line)
    path.write_text("\n".join(lines) + "\n")


class FilledDesk(Desk):
    def open(self):
        fill(self.project)
        super().open()

    def tab(self, name):
        self.page.click(f"#tab-{name}")
        self.settle()

    def document(self, title):
        self.page.locator("#documents").get_by_role("button", name=title).click()
        self.settle()

    def look(self, name):
        """A picture for people, where they ask for them."""
        folder = os.environ.get("DESK_PICTURES")
        if folder:
            self.page.screenshot(path=pathlib.Path(folder) / f"{name}.png", full_page=True)


class Paper(unittest.TestCase):
    def setUp(self):
        self.desk = self.enterContext(FilledDesk(PROGRAM, PROJECT, "--read-only" if "read_only" in self.id() else "--no-browser"))
        self.page = self.desk.page
        self.desk.document("Office hours")

    def tearDown(self):
        # The browser tells of each call that is refused.
        self.assertEqual([each for each in self.desk.faults if "409" not in each and "403" not in each], [])

    def check(self, name):
        self.desk.look(name)
        self.assertEqual(self.desk.violations(), [], name)

    def test_a_document_is_approved_and_what_changed_is_shown(self):
        desk, page = self.desk, self.page
        desk.tab("review")
        self.check("review-before")
        page.get_by_label("It holds for").select_option("6 months")
        for each in page.locator(".question").all():
            each.get_by_label("Yes").check()
        page.get_by_role("button", name="Approve", exact=True).click()
        page.wait_for_selector(".outcome.good")
        desk.settle()
        self.assertIn("is approved by the office manager", page.inner_text(".outcome"))
        self.assertIn("Approved on", page.inner_text(".roles"))
        self.assertIn('role = "office manager"', " ".join(desk.read("records/approved.toml").split()))
        desk.tab("facts")
        page.get_by_label("number to call").first.fill("301-654-2001")
        desk.settle()
        desk.tab("review")
        page.wait_for_selector("ins")
        self.assertIn("Changed since", page.inner_text(".roles"))
        page.click(".pictures summary")
        page.wait_for_selector(".pair img")
        desk.settle()
        self.check("review-after")

    def test_a_document_is_printed_to_a_file_and_a_test_page(self):
        desk, page = self.desk, self.page
        desk.tab("print")
        page.get_by_label("For whom").select_option("large-print")
        desk.settle()
        self.check("print")
        with page.expect_download() as loading:
            page.get_by_role("button", name="Save as PDF").click()
        self.assertEqual(pathlib.Path(loading.value.path()).read_bytes()[:4], b"%PDF")
        self.assertEqual(loading.value.suggested_filename, "hours-placard.pdf")
        page.wait_for_selector(".outcome.good")
        page.get_by_text("Test page with rulers").click()
        with page.expect_download() as loading:
            page.get_by_role("button", name="Save the test page").click()
        self.assertEqual(pathlib.Path(loading.value.path()).read_bytes()[:4], b"%PDF")

    def test_an_order_is_one_file_and_what_stops_it_is_told(self):
        desk, page = self.desk, self.page
        desk.tab("print")
        page.get_by_label("Print shop").select_option("us-sheetfed-coated")
        page.get_by_role("button", name="Make the order").click()
        self.assertIn("how many", page.inner_text(".outcome.bad"))
        page.keyboard.type("500")
        page.get_by_role("button", name="Make the order").click()
        page.wait_for_selector(".outcome.bad li")
        self.check("order-stopped")
        page.get_by_label("This is").select_option("price")
        with page.expect_download() as loading:
            page.get_by_role("button", name="Make the order").click()
        with zipfile.ZipFile(io.BytesIO(pathlib.Path(loading.value.path()).read_bytes())) as order:
            self.assertIsNone(order.testzip())
            self.assertEqual(len(order.namelist()), 5)
        page.get_by_role("button", name="It was ordered").click()
        page.wait_for_selector("text=500 copies are noted")
        self.check("order")
        self.assertIn("us-sheetfed-coated", desk.read("records/printed.toml"))

    def test_people_go_back_a_version_by_the_keyboard_alone(self):
        desk, page = self.desk, self.page
        page.get_by_label("number to call").first.fill("301-654-2001")
        desk.settle()
        page.keyboard.press("Control+s")
        page.wait_for_selector("#save:disabled")
        page.focus("#tab-facts")
        while page.get_attribute("#tab-history", "aria-selected") != "true":
            page.keyboard.press("ArrowRight")
        page.wait_for_selector(".versions")
        look = page.locator(".versions button").first
        for _ in range(20):
            page.keyboard.press("Tab")
            if look.evaluate("each => each === document.activeElement"):
                break
        page.keyboard.press("Enter")
        page.wait_for_selector(".versions .pair img")
        desk.settle()
        self.check("history")
        self.assertIn("654-2001", page.inner_text(".changed-facts ins"))
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(".outcome.good")
        desk.settle()
        self.assertIn("301-654-2000", desk.read("content/en/clinic.toml"))
        page.get_by_role("button", name="Take that back").click()
        desk.settle()
        page.wait_for_selector("text=Went back to")
        self.assertIn("301-654-2001", desk.read("content/en/clinic.toml"))

    def test_the_same_in_spanish(self):
        desk, page = self.desk, self.page
        page.select_option("#interface", "es")
        for tab, words in {"review": "Quién lo aprueba", "history": "La primera versión", "print": "Imprimir aquí"}.items():
            desk.tab(tab)
            self.assertIn(words, page.inner_text("#panel"))
            self.check(f"spanish-{tab}")

    def test_what_an_editor_wrote_meanwhile_stays_as_a_version(self):
        desk, page = self.desk, self.page
        page.get_by_label("number to call").first.fill("301-654-2001")
        desk.settle()
        path = desk.project / "content/en/clinic.toml"
        path.write_text(path.read_text().replace("301-654-2000", "301-654-2009"))
        page.keyboard.press("Control+s")
        page.wait_for_selector("dialog[open]")
        page.get_by_role("button", name="Not now").click()
        self.assertIn("301-654-2009", desk.read("content/en/clinic.toml"))
        desk.tab("history")
        self.assertIn("found it", page.inner_text(".versions"))

    def test_read_only_says_why_nothing_can_be_done(self):
        desk, page = self.desk, self.page
        desk.tab("review")
        page.get_by_role("button", name="Approve", exact=True).click()
        page.wait_for_selector("text=for looking alone")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2)
