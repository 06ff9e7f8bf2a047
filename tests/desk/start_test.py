#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""start_test.py HANDBILL PROJECT: the desk as the menu opens it: a clinic is begun, and found again; and the browser of
Windows is asked below Windows."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest
from unittest import mock

from browser import Desk

PROGRAM, PROJECT = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]


class Start(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.enterContext(mock.patch.dict(os.environ, {"HOME": str(self.home), "XDG_STATE_HOME": str(self.home / "state"),
                                                       "XDG_CONFIG_HOME": str(self.home / "config")}))

    def test_a_clinic_is_begun_and_found_again(self):
        with Desk(PROGRAM, PROJECT, "--choose", start=True) as desk:
            self.assertEqual(desk.violations(), [])
            self.assertEqual(desk.page.locator(".start-known").count(), 0)
            desk.page.get_by_label("clinic called").fill("Dr. Ng / Chevy Chase")
            desk.page.keyboard.press("Enter")
            desk.page.wait_for_selector("#home .document")
            self.assertEqual(desk.page.inner_text("#project"), "Dr. Ng / Chevy Chase")
            self.assertTrue((self.home / "Documents/Handbill/Dr. Ng Chevy Chase/layouts").is_dir())
            self.assertEqual(desk.faults, [])
        with Desk(PROGRAM, PROJECT, "--choose", start=True) as desk:
            desk.page.click(".start-known button")
            desk.page.wait_for_selector("#home .document")
            self.assertEqual(desk.page.inner_text("#project"), "Dr. Ng / Chevy Chase")

    def test_below_windows_its_browser_is_asked(self):
        tools, asked = self.home / "tools", self.home / "asked"
        tools.mkdir()
        for name in ("wslview", "xdg-open"):
            (tools / name).write_text(f'#!/bin/sh\necho "{name} $1" >"{asked}.part" && mv "{asked}.part" "{asked}"\n')
            (tools / name).chmod(0o755)
        for system, name in (({"WSL_DISTRO_NAME": "Debian"}, "wslview"), ({}, "xdg-open")):
            asked.unlink(missing_ok=True)
            with subprocess.Popen([PROGRAM, "desk", "--choose"], stdout=subprocess.PIPE, text=True, cwd=self.home,
                                  env={**os.environ, **system, "PATH": f"{tools}:{os.environ['PATH']}"}) as desk:
                address = desk.stdout.readline().strip()
                for _ in range(200):
                    if asked.exists():
                        break
                    time.sleep(0.1)
                desk.terminate()
            self.assertEqual(asked.read_text().strip(), f"{name} {address}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
