#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""libhandbill as programs of other languages see it: capi_test.py LIBRARY PROGRAM PROJECT."""
import ctypes
import ctypes.util
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

import two_jobs

LIBRARY, PROGRAM, PROJECT = sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1)
MAP = pathlib.Path(PROJECT) / "src/capi/exported.map"


def words_of(pdf):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return subprocess.run(["pdftotext", file.name, "-"], capture_output=True, text=True, check=True).stdout


class Interface(unittest.TestCase):
    def setUp(self):
        self.library = two_jobs.load(LIBRARY)

    def open(self, callbacks=None, **options):
        opened = self.library.handbill_open(json.dumps({"project": PROJECT, **options}).encode(), callbacks)
        self.addCleanup(self.library.handbill_close, ctypes.c_void_p(opened))
        return ctypes.c_void_p(opened)

    def test_a_fact_changed_in_memory_is_in_the_pdf(self):
        status, _, first, second = two_jobs.main(LIBRARY, PROJECT)
        self.assertEqual(status, 0)
        self.assertNotIn("6:00", words_of(first))
        self.assertIn("6:00", words_of(second))

    def test_the_files_are_those_of_the_program(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([PROGRAM, "build", "--format", "pdf", "--format", "png", "-o", folder], cwd=PROJECT,
                           check=True, capture_output=True)
            written = {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}
        status, _, files = two_jobs.run(self.library, self.open(), job="build", formats=["png", "pdf"])
        self.assertEqual((status, files), (0, written))

    def test_each_of_many_edits_is_in_the_pdf(self):
        workspace = self.open(trust_files=True)
        text = (pathlib.Path(PROJECT) / "content/en/hours.toml").read_bytes()
        for hour in (b"6:00 pm", b"7:00 pm", b"7:00 pm", b"6:30 pm", b"6:00 pm"):
            edited = text.replace(b"5:00 pm", hour)
            self.library.handbill_set_file(workspace, b"content/en/hours.toml", 1, edited, ctypes.c_size_t(len(edited)))
            status, _, files = two_jobs.run(self.library, workspace, job="build", layouts=["hours-placard"])
            self.assertEqual(status, 0)
            self.assertIn(hour.split()[0].decode(), words_of(files["hours-placard.pdf"]))

    def test_a_font_that_is_opened_once_is_listed_in_each_pdf(self):
        workspace = self.open(trust_files=True)
        font = pathlib.Path(subprocess.check_output(["fc-match", "--format", "%{file}", "Lato:bold"], text=True))
        name, data = "fonts/" + font.name, font.read_bytes()
        self.library.handbill_set_file(workspace, name.encode(), 1, data, ctypes.c_size_t(len(data)))
        text = (pathlib.Path(PROJECT) / "content/en/aftercare.toml").read_bytes()
        for words in (b"Wear makeup.", b"Wear no hat.", b"Wear makeup."):
            edited = text.replace(b"Wear makeup.", words)
            self.library.handbill_set_file(workspace, b"content/en/aftercare.toml", 1, edited, ctypes.c_size_t(len(edited)))
            _, _, files = two_jobs.run(self.library, workspace, job="build", layouts=["aftercare-sheet"])
            with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
                file.write(files["aftercare-sheet.pdf"])
                file.flush()
                _, _, files = two_jobs.run(self.library, workspace, job="verify", pdfs=[file.name])
            listed = {each["path"] for each in json.loads(files["verify.json"])["inputs"]}
            self.assertIn(name, listed)

    def test_faults_stand_where_the_program_tells_them(self):
        workspace = self.open()
        faulty = b'[clinic]\nname = "A"\nphone = "12"\n'
        self.assertEqual(self.library.handbill_set_file(workspace, b"content/en/clinic.toml", 1, faulty,
                                                        ctypes.c_size_t(len(faulty))), 1)
        status, found, files = two_jobs.run(self.library, workspace, job="check", layouts=["hours-placard"])
        self.assertEqual((status, files), (1, {}))
        phone = [each for each in found if each["id"] == "bad-phone"]
        self.assertEqual([(each["at"]["file"], each["at"]["line"], each["fact"]) for each in phone],
                         [("content/en/clinic.toml", 3, "clinic.phone")])
        self.assertEqual(self.library.handbill_set_file(workspace, b"content/en/clinic.toml", 0, None, 0), 1)
        status, _, _ = two_jobs.run(self.library, workspace, job="check", layouts=["hours-placard"])
        self.assertEqual(status, 0)

    def test_wrong_use_is_told(self):
        for job, words in (({}, "`job` says"), ({"job": "print"}, "one of `build`"),
                           ({"job": "build", "layout": []}, "did you mean `layouts`"),
                           ({"job": "build", "ppi": 9.99}, "from 10.0 to 1200.0"),
                           ({"job": "build", "ppi": 1200.01}, "from 10.0 to 1200.0"),
                           ({"job": "build", "formats": []}, "a list of"),
                           ({"job": "build", "final": 1}, "true or false"),
                           ({"job": "build", "trim": 4}, "takes a text"),
                           ({"job": "build", "shops": "us-x1a"}, "a list of texts"),
                           ({"job": "ticket", "quantity": 0}, "from 1 to")):
            status, found, files = two_jobs.run(self.library, self.open(trust_files=True), **job)
            self.assertEqual((status, files), (2, {}), job)
            self.assertIn(words, found[0]["message"])
        broken = self.library.handbill_run(self.open(trust_files=True), b"{")
        self.assertEqual(self.library.handbill_result_status(ctypes.c_void_p(broken)), 2)
        status, found, _ = two_jobs.run(self.library, self.open(project="/nowhere"), job="check")
        self.assertEqual(status, 2)
        self.assertIn("no folder `layouts`", found[0]["message"])

    def test_other_jobs_give_what_the_command_prints(self):
        workspace = self.open()
        _, _, files = two_jobs.run(self.library, workspace, job="build", layouts=["hours-placard"])
        with tempfile.TemporaryDirectory() as folder:
            pdf = pathlib.Path(folder) / "hours-placard.pdf"
            pdf.write_bytes(files["hours-placard.pdf"])
            jobs = ({"job": "preflight", "pdfs": [str(pdf)], "shops": ["us-x1a"]}, {"job": "verify", "pdfs": [str(pdf)]},
                    {"job": "affected", "asked": ["clinic.phone", "aftercare.dont"], "languages": ["es"]},
                    {"job": "prints"}, {"job": "fonts", "families": ["Lato"]})
            commands = (["preflight", "--shop", "us-x1a", str(pdf)], ["verify", str(pdf)],
                        ["affected", "clinic.phone", "aftercare.dont", "--language", "es"], ["prints"], ["fonts", "Lato"])
            for job, command in zip(jobs, commands):
                told = subprocess.run([PROGRAM, *command, "--json"], cwd=PROJECT, capture_output=True, text=True)
                status, found, files = two_jobs.run(self.library, workspace, **job)
                self.assertEqual(json.loads(files[job["job"] + ".json"]), json.loads(told.stdout), job)
                self.assertEqual(status == 0, told.returncode == 0, job)
            self.assertEqual(status, 0)
            _, found, _ = two_jobs.run(self.library, workspace, **jobs[0])
            self.assertTrue(found)  # it has no bleed for that shop, say
            pdf.write_bytes(b"%PDF-1.4")
            status, found, files = two_jobs.run(self.library, workspace, job="verify", pdfs=[str(pdf)])
            self.assertEqual((status, files), (1, {}))
            self.assertIn("does not say", found[0]["message"])
        status, found, files = two_jobs.run(self.library, workspace, job="fonts", families=["Latto"])
        self.assertEqual((status, files), (1, {}))
        self.assertIn("`Lato`", found[0]["message"])
        status, _, files = two_jobs.run(self.library, workspace, job="plates", layouts=["hours-placard"], formats=["png"],
                                        ppi=20)
        self.assertEqual((status, [name for name, data in files.items() if data[:4] != b"\x89PNG"]), (0, []))
        self.assertTrue(files)
        status, found, _ = two_jobs.run(self.library, workspace, job="affected", asked=["clinic.fone"])
        self.assertEqual((status, found[0]["id"]), (1, "fact-missing"))
        for job, words in (({"job": "affected"}, "`asked`"), ({"job": "verify"}, "one of `pdfs`"), ({"job": "verify", "pdfs": ["a", "b"]}, "one of `pdfs`"),
                           ({"job": "preflight"}, "a list of `pdfs`"),
                           ({"job": "preflight", "pdfs": ["a"], "rules": "gwg-2022"}, "`class`"),
                           ({"job": "preflight", "pdfs": ["a"], "shops": ["a", "b"]}, "at a time")):
            status, found, _ = two_jobs.run(self.library, workspace, **job)
            self.assertEqual(status, 2)
            self.assertIn(words, found[0]["message"])

    def test_paths_stay_in_the_project(self):
        for path in (b"../secret.toml", b"/etc/passwd"):
            self.assertEqual(self.library.handbill_set_file(self.open(trust_files=True), path, 1, b"x", 1), 0)

    def test_a_caller_holds_files_and_stops_jobs(self):
        read_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p,
                                     ctypes.POINTER(ctypes.c_char_p), ctypes.POINTER(ctypes.c_size_t))
        stop_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)

        class Callbacks(ctypes.Structure):
            _fields_ = [("size", ctypes.c_size_t), ("data", ctypes.c_void_p), ("read", read_type),
                        ("is_cancelled", stop_type)]

        asked, pauses = [], []

        def read(_, path, bytes_at, size):
            asked.append(path)
            return 2 if path == b"content/en/hours.toml" else 0

        def is_cancelled(_):
            pauses.append(len(asked))
            return len(pauses) > 3

        callbacks = Callbacks(ctypes.sizeof(Callbacks), None, read_type(read), stop_type(is_cancelled))
        workspace = self.open(ctypes.byref(callbacks))
        status, _, files = two_jobs.run(self.library, workspace, job="check", layouts=["hours-placard"])
        self.assertIn(b"layouts/hours-placard.toml", asked)
        self.assertEqual(status, 1)  # the hours are gone
        pauses.clear()
        status, _, files = two_jobs.run(self.library, workspace, job="build")
        self.assertEqual((status, files), (4, {}))
        self.assertEqual(len(pauses), 4)

    def test_what_is_no_argument_is_refused(self):
        workspace = self.open(trust_files=True)
        set_file, run = self.library.handbill_set_file, self.library.handbill_run
        self.assertEqual(set_file(None, b"content/en/hours.toml", 1, b"x", 1), 0)
        self.assertEqual(set_file(workspace, None, 1, b"x", 1), 0)
        self.assertEqual(set_file(workspace, b"content/en/hours.toml", 1, None, ctypes.c_size_t(5)), 0)
        self.assertEqual(set_file(workspace, b"content/en/hours.toml", 7, b"x", 1), 0)
        self.assertEqual(set_file(workspace, b"./content/en/hours.toml", 1, b"x", 1), 0)
        self.assertIsNone(run(None, b"{}"))
        result = ctypes.c_void_p(run(workspace, None))
        self.assertEqual(self.library.handbill_result_status(result), 2)
        nothing = ctypes.c_void_p(self.library.handbill_open(None, None))
        result = ctypes.c_void_p(run(nothing, b'{"job": "check"}'))
        self.assertEqual(self.library.handbill_result_status(result), 2)
        deep = b'{"job": "build", "ppi": ' + b"[" * 300000 + b"]" * 300000 + b"}"
        result = ctypes.c_void_p(run(workspace, deep))
        self.assertIn(b"not a list", self.library.handbill_result_diagnostics(result))

    def test_a_workspace_outlives_the_thread_that_opened_it(self):
        opened = []
        thread = threading.Thread(target=lambda: opened.append(self.open()))
        thread.start()
        thread.join()
        status, _, files = two_jobs.run(self.library, opened[0], job="build", layouts=["treatment-brochure"])
        self.assertEqual((status, len(files)), (0, 1))

    def test_a_host_may_have_a_harfbuzz_of_its_own(self):
        host = ctypes.util.find_library("harfbuzz")
        if host is None:
            self.skipTest("there is no HarfBuzz on this machine")
        told = subprocess.run([sys.executable, two_jobs.__file__, LIBRARY, PROJECT], capture_output=True, text=True,
                              env={**os.environ, "LD_PRELOAD": host})
        self.assertEqual((told.returncode, told.stdout[:1]), (0, "0"), told.stderr)

    def test_a_font_that_changes_is_opened_anew(self):
        with tempfile.TemporaryDirectory() as folder:
            project = pathlib.Path(folder)
            for part in ("content", "layouts", "fonts"):
                shutil.copytree(pathlib.Path(PROJECT) / part, project / part)
            workspace = self.open(project=folder)
            job = {"job": "build", "layouts": ["hours-placard"]}
            status, _, first = two_jobs.run(self.library, workspace, **job)
            self.assertEqual(status, 0)
            (project / "fonts/Lato-Regular.ttf").write_bytes(b"no font")
            status, found, _ = two_jobs.run(self.library, workspace, **job)
            self.assertEqual((status, found[0]["id"]), (1, "font-broken"))
            (project / "fonts/Lato-Regular.ttf").unlink()
            status, _, last = two_jobs.run(self.library, workspace, **job)
            self.assertEqual((status, last), (0, first))

    def test_memory_does_not_grow_with_edits(self):
        workspace = self.open(trust_files=True)
        hours = (pathlib.Path(PROJECT) / "content/en/hours.toml").read_bytes()

        def edit(number):
            changed = hours.replace(b"5:00 pm", b"%d:%02d pm" % (3 + number % 6, number % 60), 1)
            self.library.handbill_set_file(workspace, b"content/en/hours.toml", 1, changed,
                                           ctypes.c_size_t(len(changed)))
            two_jobs.run(self.library, workspace, job="check", layouts=["hours-placard"])

        def resident():
            return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()

        for number in range(100):  # texts of 64 jobs are kept, and what was made of them
            edit(number)
        before = resident()
        for number in range(100, 200):
            edit(number)
        self.assertLess(resident() - before, 3 << 20)

    def test_what_is_exported_stays(self):
        promised = set(re.findall(r"^    (handbill_\w+);$", MAP.read_text(), re.M))
        declared = set(re.findall(r"\b(handbill_\w+)\(", MAP.with_name("handbill.h").read_text()))
        self.assertEqual(declared, promised)
        listed = subprocess.run(["nm", "-D", "--defined-only", LIBRARY], capture_output=True, text=True, check=True)
        names = {line.split()[-1].split("@")[0] for line in listed.stdout.splitlines()}
        ours = {name for name in names if not name.startswith("hb_")}
        self.assertEqual(ours - {"HANDBILL_1"}, promised)
        self.assertEqual(self.library.handbill_api(), 3)
        said = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout
        self.assertEqual(said, "handbill " + self.library.handbill_version().decode() + "\n")


if __name__ == "__main__":
    unittest.main()
