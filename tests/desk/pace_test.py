#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""pace_test.py HANDBILL PROJECT [EDITS]: quick edits lose nothing, and many take no memory."""
import json
import sys
import threading
import unittest

from calls import Called

PROGRAM, PROJECT = sys.argv[1:3]
EDITS = int(sys.argv[3]) if len(sys.argv) > 3 else 160


def edit(desk, i, look):
    """As a key does it: a change, then what has changed of the page."""
    desk.change("clinic.phone", f"301-555-{i % 10000:04}")
    told = desk.get("/api/changed", document="hours-placard", since=look, ppi=75)
    line, pictures = told.split(b"\n", 1)
    return json.loads(line), pictures


class Pace(unittest.TestCase):
    def test_of_a_page_only_what_has_changed_is_sent(self):
        with Called(PROGRAM, PROJECT) as desk:
            edit(desk, 0, "")
            told, pictures = edit(desk, 1, desk.look_of("hours-placard"))
            self.assertTrue(told["parts"])
            for part in told["parts"]:
                self.assertEqual(pictures[:4], b"\x89PNG")
                pictures = pictures[part["size"]:]
            self.assertEqual(pictures, b"")
            whole = desk.get("/api/page", document="hours-placard", ppi=75)
            self.assertLess(sum(part["size"] for part in told["parts"]), len(whole) / 4)

    def test_memory_is_flat(self):
        with Called(PROGRAM, PROJECT) as desk:
            look = desk.look_of("hours-placard")
            early = 0
            for i in range(EDITS):
                told, _ = edit(desk, i, look)
                self.assertIn("parts", told, "a page is drawn whole once alone")
                look = told["look"]
                if i % 50 == 49:
                    desk.get("/api/problems")
                if i == EDITS // 2:
                    early = desk.resident()
            late = desk.resident()
            print(f"{EDITS} edits: {early:.1f} MB, then {late:.1f} MB", flush=True)
            self.assertLess(late, early * 1.1 + 4)

    def test_of_quick_edits_the_last_wins(self):
        count = 1000 if EDITS > 1000 else 300
        with Called(PROGRAM, PROJECT) as desk:
            desk.home()
            paths = ["clinic.name", "sign.title", "hours.friday"]
            for i in range(count):
                desk.change(paths[i % 3], f"{8 + i % 3}:{i % 60:02} am – 5:00 pm" if i % 3 == 2 else f"Edit {i}")
            desk.post("/api/save")
            last = {path: max(i for i in range(count) if i % 3 == at) for at, path in enumerate(paths)}
            self.assertIn(f'"Edit {last["clinic.name"]}"', desk.read("content/en/clinic.toml"))
            hours = desk.read("content/en/hours.toml")
            self.assertIn(f'"Edit {last["sign.title"]}"', hours)
            self.assertIn(f':{last["hours.friday"] % 60:02} am – 5:00 pm"', hours)

    def test_one_who_reads_does_not_hold_up_one_who_types(self):
        with Called(PROGRAM, PROJECT) as desk:
            desk.home()
            done = threading.Event()
            statuses = set()

            def read():
                import http.client  # pylint: disable=import-outside-toplevel
                line = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=60)
                while not done.is_set():
                    line.request("GET", "/api/problems", headers={"X-Handbill-Token": desk.token})
                    answer = line.getresponse()
                    statuses.add(answer.status)
                    answer.read()
                line.close()

            reading = threading.Thread(target=read)
            reading.start()
            for i in range(30):
                desk.change("clinic.name", f"Edit {i}")
            done.set()
            reading.join()
            self.assertLessEqual(statuses, {200, 202})
            self.assertIn("Edit 29", desk.get("/api/fields").decode())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
