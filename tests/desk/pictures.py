#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""pictures.py HANDBILL PROJECT: the pictures of the staff guide, docs/pictures/desk-*.png."""
import sys

from browser import ROOT, Desk


def show(desk, name, *clicks):
    desk.go()
    for selector in clicks:
        desk.page.click(selector)
    desk.page.mouse.move(0, 0)
    desk.settle()
    desk.page.wait_for_timeout(500)  # until nothing moves any more
    desk.page.screenshot(path=ROOT / f"docs/pictures/desk-{name}.png")


def main():
    with Desk(*sys.argv[1:3], width=1200, height=750, home=True) as desk:
        show(desk, "home")
        show(desk, "work", '[data-key="open hours-placard"]', "#tab-hours")
        show(desk, "look", ".tile.look")


if __name__ == "__main__":
    main()
