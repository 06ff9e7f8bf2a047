#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""facts_and_hours_test.py HANDBILL PROJECT: five facts, Thursday, a lunch of one day, three holidays and a season, by
mouse and by keyboard alone, in English and in Spanish."""
import os
import re
import sys
import unittest

from browser import Desk

PROGRAM, PROJECT = sys.argv[1:3]
os.environ["SOURCE_DATE_EPOCH"] = "1796040000"  # November 30, 2026
HOURS, CLINIC = "content/en/hours.toml", "content/en/clinic.toml"


class FactsAndHours(unittest.TestCase):
    def setUp(self):
        self.desk = self.enterContext(Desk(PROGRAM, PROJECT))
        self.page = self.desk.page

    def tearDown(self):
        self.assertEqual(self.desk.faults, [])

    def tab(self, name):
        self.page.click(f"#tab-{name}")
        self.desk.settle()

    def save(self):
        self.desk.settle()
        self.page.keyboard.press("Control+s")
        self.page.wait_for_selector("#save:disabled")

    def day(self, name):
        return self.page.locator(".week li.day").filter(has=self.page.locator(".name", has_text=name))

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def test_five_facts_are_filled_in(self):
        page, desk = self.page, self.desk
        for label, text in (("Name", "Aurora Skin Clinic"), ("Phone number to call", "301-555-0142"), ("Web address", "https://aurora.example")):
            page.get_by_label(label, exact=True).fill(text)
            desk.settle()
        page.get_by_role("button", name="+ Fax").click()
        page.keyboard.type("301")
        desk.settle()
        fax = page.locator(".fact", has=page.get_by_label("Fax", exact=True))
        self.assertIn("too few digits", fax.inner_text())
        page.keyboard.type("-555-0143")
        desk.settle()
        self.assertNotIn("digits", fax.inner_text())
        booking = page.locator(".fact", has=page.get_by_label("Where appointments are booked"))
        self.assertIn("back panel", booking.inner_text())
        booking.get_by_role("button", name="We have none").click()
        desk.settle()
        self.assertEqual(desk.violations(), [])
        self.save()
        text = desk.read(CLINIC)
        for line in ('name       = "Aurora Skin Clinic"', 'phone      = "301-555-0142"', 'web        = "https://aurora.example"',
                     'booking    = "none"', 'fax        = "301-555-0143"'):
            self.assertIn(line + "\n", text)

    def test_thursday_a_lunch_and_three_holidays(self):
        page, desk = self.page, self.desk
        self.tab("hours")
        page.get_by_label("Thursday closes at").click()
        page.get_by_role("option", name="7:00 pm", exact=True).click()
        desk.settle()
        self.day("Thursday").get_by_role("button", name="More for Thursday").click()
        page.get_by_label("Break on Thursday from").fill("12:30")
        page.keyboard.press("Enter")
        desk.settle()
        for name in ("Christmas Day", "New Year’s Day", "Memorial Day"):
            page.locator(".holidays label", has_text=name).click()
            desk.settle()
        self.assertEqual(desk.violations(), [])
        self.save()
        text = desk.read(HOURS)
        self.assertIn('thursday  = "8:00 am – 7:00 pm"\n', text)
        self.assertIn('thursday = "12:30 pm – 1:30 pm"', text)
        self.assertIn('[[hours.special]]\ndate  = 2026-12-25\nname  = "Christmas Day"\nhours = "closed"\n', text)
        self.assertIn("date  = 2027-01-01\n", text)
        self.assertIn("date  = 2027-05-31\n", text)
        self.page.locator(".holidays label", has_text="Memorial Day").click()
        self.save()
        self.assertNotIn("2027-05-31", desk.read(HOURS))

    def test_keyboard_alone(self):
        page, desk = self.page, self.desk
        page.locator("#tab-facts").focus()
        self.press("ArrowRight")
        desk.settle()
        page.get_by_label("Monday opens at").focus()
        page.keyboard.type("9")
        self.press("Tab")
        desk.settle()
        self.assertEqual(page.evaluate("document.activeElement.getAttribute('aria-label')"), "Monday closes at")
        page.keyboard.type("noon")
        self.press("Enter", "Tab", "Enter")
        desk.settle()
        self.assertEqual(self.day("Monday").get_by_label("Monday opens at").input_value(), "9:00 am")
        self.press("Tab")
        page.wait_for_selector(".week .details")
        today = page.locator('[data-date="2026-11-30"]')
        today.focus()
        self.press("PageDown", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft")
        desk.settle()
        self.assertEqual(page.evaluate("document.activeElement.dataset.date"), "2026-12-24")
        self.press("Enter")
        desk.settle()
        self.assertEqual(page.evaluate("document.activeElement.dataset.date"), "2026-12-24")
        page.wait_for_selector(".special .details")
        self.save()
        text = desk.read(HOURS)
        self.assertIn('monday    = "9:00 am – 12:00 pm"\n', text)
        self.assertIn('date  = 2026-12-24\nhours = "closed"\n', text)
        page.locator('[data-date="2026-12-24"]').focus()
        self.press("Delete")
        self.save()
        self.assertNotIn("2026-12-24", desk.read(HOURS))

    def test_other_hours_of_a_date_a_copy_and_a_season(self):
        page, desk = self.page, self.desk
        self.tab("hours")
        page.get_by_role("button", name="The month after").click()
        page.locator('[data-date="2026-12-31"]').click()
        desk.settle()
        special = page.locator(".special li.day").first
        special.get_by_label("Name on the sign").fill("New Year’s Eve")
        page.keyboard.press("Tab")
        desk.settle()
        special.get_by_role("radio", name="Other hours").check()
        desk.settle()
        special.get_by_role("combobox").nth(1).fill("noon")
        page.keyboard.press("Enter")
        desk.settle()
        self.day("Friday").get_by_role("button", name="More for Friday").click()
        page.get_by_label("Friday closes at").fill("4")
        page.keyboard.press("Enter")
        desk.settle()
        page.get_by_role("button", name="Monday to Friday alike").click()
        desk.settle()
        page.get_by_role("button", name="Add a season").click()
        page.keyboard.type("Summer")
        page.get_by_role("button", name="Add", exact=True).click()
        desk.settle()
        self.assertEqual(desk.violations(), [])
        self.save()
        text = desk.read(HOURS)
        self.assertIn('hours = "8:00 am – 12:00 pm"\nname  = "New Year’s Eve"\n', text)
        self.assertEqual(len(re.findall(r'^\w+ +=.* 4:00 pm"$', text, re.M)), 5)
        self.assertIn('from = "06-01"\nto   = "08-31"\nname = "Summer"\nfriday = "8:00 am – 12:00 pm"\n', text)

    def test_spanish(self):
        page, desk = self.page, self.desk
        page.select_option("#interface", "es")
        self.tab("hours")
        page.get_by_label("Jueves: cierra a las").fill("7 p. m.")
        page.keyboard.press("Enter")
        desk.settle()
        self.assertEqual(page.get_by_label("Jueves: cierra a las").input_value(), "7:00 p. m.")
        self.assertEqual(desk.violations(), [])
        self.tab("facts")
        self.assertIn("Cómo contactarlos", page.inner_text("#panel"))
        self.assertEqual(desk.violations(), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
