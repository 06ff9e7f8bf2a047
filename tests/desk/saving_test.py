#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""saving_test.py HANDBILL PROJECT [KILLS]: all is saved or nothing is, whatever happens meanwhile."""
import json
import random
import sys
import threading
import time
import unittest

from calls import Called

PROGRAM, PROJECT = sys.argv[1:3]
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 6
FILES = ("content/en/clinic.toml", "content/en/hours.toml")


def marked(desk, text):
    """Changes a value of each file."""
    desk.change("clinic.name", text)
    desk.change("hours.friday", "closed" if text == "new" else "8:00 am – 1:00 pm")


class Saving(unittest.TestCase):
    def test_killed_in_the_midst_of_a_save_leaves_the_old_or_the_new(self):
        chance = random.Random(19)
        with Called(PROGRAM, PROJECT) as desk:
            for kill in range(KILLS):
                old = [desk.read(each) for each in FILES]
                text = ("new", "old")[kill % 2]
                marked(desk, text)
                saving = threading.Thread(target=self.save, args=(desk,))
                saving.start()
                time.sleep(chance.uniform(0, 0.03))
                desk.process.kill()
                saving.join()
                halves = [desk.read(each) for each in FILES]
                desk.kill()
                desk.open()  # mends what was left half done
                now = [desk.read(each) for each in FILES]
                kept = [now[i] == old[i] for i in range(2)]
                self.assertIn(kept, ([True, True], [False, False]), f"kill {kill}: {halves}")
                if not any(kept):
                    self.assertIn(f'"{text}"', now[0])
                left = [each.name for each in desk.project.iterdir() if each.name.startswith(".handbill-")]
                self.assertEqual(left, [])

    @staticmethod
    def save(desk):
        try:
            desk.post("/api/save")
        except Exception:  # pylint: disable=broad-except
            pass  # it was killed

    def test_an_editor_and_the_desk_write_the_same_file(self):
        with Called(PROGRAM, PROJECT) as desk:
            desk.home()
            path = desk.project / FILES[0]
            for turn in range(4):
                desk.change("clinic.name", f"Clinic {turn}")
                # As vim writes: the old one aside, a new one, the old one away.
                text = path.read_text() + f"# {turn}\n"
                aside = path.with_name("clinic.toml~")
                path.rename(aside)
                path.write_text(text)
                aside.unlink()
                desk.post("/api/save")
                self.assertIn(f'"Clinic {turn}"', path.read_text())
                self.assertTrue(path.read_text().endswith("".join(f"# {i}\n" for i in range(turn + 1))))

    def test_two_desks_take_in_each_other(self):
        with Called(PROGRAM, PROJECT) as desk, Called(PROGRAM, PROJECT) as other:
            other.close_program()
            other.project = desk.project
            other.open()
            other.change("hours.friday", "closed")
            desk.change("clinic.name", "Ours")
            desk.change("hours.monday", "closed")
            desk.post("/api/save")
            other.change("clinic.name", "Theirs")
            # Only the name was written by both, and the other desk has not seen it when it wrote its own.
            status, told = other.ask("POST", "/api/save", "{}")
            if status == 409:
                values = json.loads(other.get("/api/conflicts"))["conflicts"][0]["values"]
                self.assertEqual([(each["path"], each["mine"], each["theirs"]) for each in values],
                                 [("clinic.name", "Theirs", "Ours")])
                other.post("/api/decide", file=FILES[0], path="clinic.name", keep="mine")
                other.post("/api/save")
            else:
                self.assertEqual(status, 200, told)
            self.assertIn('"Theirs"', desk.read(FILES[0]))
            for day in ("monday", "friday"):
                self.assertRegex(desk.read(FILES[1]), f'{day} +. "closed"')


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
