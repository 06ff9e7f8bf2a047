#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""words_test.py HANDBILL PROJECT: a sentence is edited by click and by keyboard, a text that is too long is mended by
its suggestion, a wrong word by its fix; what comes from Word is clean; a translation that is stale is told."""
import re
import sys
import unittest

from browser import Desk

PROGRAM, PROJECT = sys.argv[1:3]

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal { margin: 0 }</style></head><body>
<!--StartFragment--><p class=MsoNormal><span style='font-size:11.0pt'>Keep the skin <b>clean</b><b
style='mso-bidi-font-weight:normal'> and dry </b>for <i>two</i> days&nbsp;and it&#8217;s &#8220;fine&#8221;.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>No sun</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>wear a hat</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.&nbsp; </span>Call
<a href="https://example.org/a(b)">us</a><script>window.bad = 1</script><img src=x onerror="window.bad = 1"></p>
<table><tr><td><p><b>Dose</b></p></td><td>8 mg</td></tr><tr><td>When</td><td>twice * a day</td></tr></table>
<p style="display:none">hidden</p><a href="javascript:alert(1)">no link</a></body></html>"""

FROM_WORD = """Keep the skin **clean and dry** for *two* days and it’s “fine”.

- No sun
   - wear a hat
1. Call [us](https://example.org/a%28b%29)

**Dose** – 8 mg

When – twice \\* a day

no link"""

PASTE = """([html]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable: true }));
}"""


def text_of(desk):
    return desk.page.input_value("#editor-text")


class Words(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = cls.enterClassContext(Desk(PROGRAM, PROJECT))
        cls.page = cls.desk.page

    def setUp(self):
        self.page.click(".card:has-text('Microneedling: what')")
        self.desk.settle()

    def tearDown(self):
        self.assertEqual(self.desk.faults, [])

    def open_on_page(self, words):
        self.page.locator("#view").get_by_role("button", name=re.compile(words)).first.click()
        self.page.wait_for_selector("#editor-text")
        self.desk.settle()

    def test_a_sentence_is_clicked_and_changed_on_the_page(self):
        before = self.page.locator("#view canvas").nth(0).evaluate("e => e.toDataURL()")
        self.open_on_page("^What: A cosmetic")
        self.assertTrue(text_of(self.desk).startswith("A cosmetic treatment"))
        self.page.fill("#editor-text", "A cosmetic treatment for the skin.")
        self.desk.settle()
        self.page.wait_for_selector("#editor-room:has-text('oom')")
        self.assertNotEqual(self.page.locator("#view canvas").nth(0).evaluate("e => e.toDataURL()"), before)
        self.assertEqual(self.desk.violations(), [])

    def test_keys_alone_reach_a_sentence(self):
        self.page.locator(".marks button[tabindex='0']").first.focus()
        self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("#editor-text:focus")
        self.desk.settle()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(" Yes.")
        self.desk.settle()
        self.assertTrue(text_of(self.desk).endswith(" Yes."))
        self.assertEqual(self.page.evaluate("document.activeElement.id"), "editor-text")

    def test_what_is_too_long_is_mended_by_its_suggestion(self):
        self.open_on_page("^Sessions: Most people")
        text = text_of(self.desk)
        long = text + " Please tell us about all that you use on your skin, about all that you take, and about" \
            " all that you plan for the weeks after your visit, so that we can tell you what to leave out." * 4
        self.page.fill("#editor-text", long)
        self.page.wait_for_selector("#editor-room.over")
        self.desk.settle()
        self.assertRegex(self.page.inner_text("#editor-room"), r"^\d+ words? too many$")
        self.page.wait_for_selector(".under .over")
        self.page.click("[data-key='leave out']")
        self.page.wait_for_selector("#editor-room:not(.over):has-text('oom')")
        self.desk.settle()
        self.assertLess(len(text_of(self.desk)), len(long))

    def test_a_wrong_word_is_mended_or_known(self):
        self.open_on_page("^Safety: ")
        self.page.fill("#editor-text", "In qualifed hands it is safe. We use the glowtastique.")
        self.desk.settle()
        self.page.wait_for_selector(".under .look:has-text('qualifed')")
        self.page.get_by_role("button", name="Change to “qualified”").click()
        self.desk.settle()
        self.assertTrue(text_of(self.desk).startswith("In qualified hands"))
        self.page.get_by_role("button", name="“glowtastique” is right").click()
        self.desk.settle()
        self.assertEqual(self.page.locator(".editor .problems li").count(), 0)

    def test_what_is_pasted_from_word_is_clean(self):
        self.open_on_page("^Risks: ")
        self.page.fill("#editor-text", "")
        self.page.evaluate(PASTE, [WORD])
        self.assertEqual(text_of(self.desk), FROM_WORD)
        self.assertIsNone(self.page.evaluate("window.bad || null"))
        self.desk.settle()

    def test_a_fact_is_put_in_and_taken_out_as_a_whole(self):
        self.open_on_page("^Ask: ")
        self.page.fill("#editor-text", "Call us at ")
        self.page.click(".menu summary")
        self.page.click(".menu button:has-text('Number to call')")
        self.assertEqual(text_of(self.desk), "Call us at {clinic.phone}")
        self.page.wait_for_selector(".chips li:has-text('Number to call')")
        self.page.keyboard.press("ArrowLeft")
        self.page.keyboard.press("Backspace")
        self.assertEqual(text_of(self.desk), "Call us at ")
        self.desk.settle()

    def test_an_entry_of_a_list_is_added_moved_and_removed(self):
        self.open_on_page("^Wait 1: ")
        self.page.click("[data-key='list copy']")
        self.page.wait_for_selector("text=Entry 2 of 6")
        self.page.fill("#editor-text", "have a fever")
        self.desk.settle()
        self.page.click("[data-key='list down']")
        self.page.wait_for_selector("text=Entry 3 of 6")
        self.desk.settle()
        self.assertEqual(text_of(self.desk), "have a fever")
        self.page.click("[data-key='list remove']")
        self.page.wait_for_selector("text=Entry 2 of 5")
        self.desk.settle()

    def test_problems_are_shown_and_the_designer_asked(self):
        self.page.click("#tab-problems")
        self.desk.settle()
        item = self.page.locator(".problems li").first
        item.get_by_role("button", name="Ask the designer").click()
        item.get_by_label("What should the designer know?").fill("Where is this printed?")
        item.get_by_role("button", name="Send").click()
        self.page.wait_for_selector(".asked:has-text('Where is this printed?')")
        self.assertIn('words = "Where is this printed?"', self.desk.read("records/notes.toml"))
        self.page.locator(".problems button", has_text="Show on page").first.click()
        self.desk.settle()
        self.page.wait_for_selector(".marks .chosen")
        self.assertEqual(self.desk.violations(), [])


class Translation(unittest.TestCase):
    def test_a_stale_translation_stands_beside_its_original(self):
        with Desk(PROGRAM, PROJECT, locale="es-ES", width=390, height=844, home=True) as desk:
            page = desk.page
            page.click("[data-key='open aftercare-sheet']")
            page.click("#tab-words")
            for language, text in (("es", None), ("en", "Your skin heals. This is how to help it."), ("es", "Su piel sana.")):
                page.select_option("#language", language)
                desk.settle()
                page.click("[data-key='text aftercare.intro']")
                page.wait_for_selector("#editor-text")
                desk.settle()
                if language == "es" and text:
                    self.assertIn("El original ha cambiado", page.inner_text(".translation"))
                    self.assertIn("heals.", page.inner_text(".translation ins >> nth=0"))
                if text:
                    page.fill("#editor-text", text)
                    desk.settle()
                if language == "es":
                    page.click("[data-key='up to date']")
                    page.wait_for_selector(".translation .state.good:has-text('Al día')")
                    desk.settle()
                self.assertEqual(desk.violations(), [], language)
                page.click("[data-key='editor all']")
                desk.settle()
            self.assertEqual(desk.faults, [])
            self.assertEqual(page.evaluate("document.documentElement.scrollWidth"), 390)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
