#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What one waits for who types at the desk: from the press of a key to the frame that shows what it changed.

desk_pace.py PROGRAM PROJECT [KEYS]

A browser presses KEYS (100) keys in a fact that stands on each of the documents, one after the other, then as fast
as a quick typist does. Prints a table; times of the processor are of the program and of all processes of the browser.
"""
import os
import pathlib
import statistics
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/desk"))
from browser import Desk  # noqa: E402

DOCUMENTS = ("hours-placard", "treatment-brochure", "aftercare-sheet")
FIELD = '[id="field clinic.name"]'
QUICK = 0.1  # seconds between the keys of a quick typist

# A key's time begins with its event, and ends behind the frame in which the canvas was painted.
CLOCK = """(() => {
  window.deskTimes = [];
  let pressed = null;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  const draw = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (...words) {
    draw.apply(this, words);
    if (pressed === null || !this.canvas.closest("#view")) return;
    const from = pressed;
    pressed = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.deskTimes.push(performance.now() - from);
      port2.postMessage(0);
    });
  };
})()"""


def processor(pids):
    """Milliseconds of processor time."""
    ticks = 0
    for pid in pids:
        try:
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # it has ended
        ticks += int(fields[11]) + int(fields[12])
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def below(pid):
    """The processes that a process has started, and theirs."""
    parents = {}
    for each in pathlib.Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                parents[int(each.name)] = int((each / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
    found = {pid}
    for _ in range(8):
        found |= {each for each, parent in parents.items() if parent in found}
    return found - {pid}


def press(desk, i):
    desk.page.keyboard.press("Backspace" if i % 2 else "abcdefgh"[i // 2 % 8])


def one_by_one(desk, keys):
    """Each key when what the one before has changed is seen."""
    for i in range(keys):
        before = desk.page.evaluate("window.deskTimes.length")
        press(desk, i)
        for _ in range(3000):
            if desk.page.evaluate("window.deskTimes.length") > before:
                break
            time.sleep(0.01)
    return desk.page.evaluate("window.deskTimes")


def quickly(desk, keys):
    begin = time.monotonic()
    for i in range(keys):
        press(desk, i)
        time.sleep(max(0, begin + (i + 1) * QUICK - time.monotonic()))
    desk.settle()
    return desk.page.evaluate("window.deskTimes")


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def row(desk, document, way, keys):
    program, browser = [desk.process.pid], below(os.getpid()) - {desk.process.pid}
    desk.page.evaluate("window.deskTimes.length = 0")
    before = processor(program), processor(browser)
    times = way(desk, keys)
    after = processor(program), processor(browser)
    return {"document": document, "way": way.__name__.replace("_", " "), "keys": keys, "seen": len(times),
            "median": statistics.median(times), "p95": percentile(times, 0.95), "most": max(times),
            "program": (after[0] - before[0]) / keys, "browser": (after[1] - before[1]) / keys}


def measured(program, project, keys=100):
    """A row for each document and way of typing."""
    rows = []
    with Desk(program, project) as desk:
        desk.context.add_init_script(CLOCK)
        desk.go()
        for document in DOCUMENTS:
            desk.page.click(f'[data-key="card {document}"]')
            desk.settle()
            for way in (one_by_one, quickly):
                desk.page.click("#tab-facts")
                desk.page.click(FIELD)
                desk.page.keyboard.press("End")
                one_by_one(desk, 6)  # what is opened once is open then
                desk.settle()
                rows.append(row(desk, document, way, keys))
                desk.settle()
        if desk.faults:
            raise RuntimeError("\n".join(desk.faults))
    return rows


def main(program, project, keys=100):
    before = os.getloadavg()[0]
    rows = measured(program, project, int(keys))
    print("| document | keys | median ms | 95 % | most | pictures a key | program, CPU ms a key | browser |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for each in rows:
        print(f"| {each['document']} | {each['way']} | {each['median']:.0f} | {each['p95']:.0f} | {each['most']:.0f} | "
              f"{each['seen'] / each['keys']:.2f} | {each['program']:.1f} | {each['browser']:.1f} |")
    print(f"\nLoad {before:.1f} before and {os.getloadavg()[0]:.1f} after, on {os.cpu_count()} cores.")


if __name__ == "__main__":
    main(*sys.argv[1:])
