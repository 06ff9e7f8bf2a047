#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What counts as a place for a mutant, and that each replacement is what it says."""
import pathlib
import sys
import tempfile

import sites

SOURCE = """
void note(int);
constexpr int kMost = 5;
constexpr bool small(int n) { return n < 3; }
double weigh(int count, double share) {
  if (count >= kMost && share != 0.5) note(7);
  if (int next = count; next == 1) return 0.0;
  while (share) {
    note(count);
    share = 1e-3;
  }
  bool open = true;
  return open ? share : 0x1F;
}
"""
EXPECTED = {
    ("bound", "kMost", "kMost + 1"),
    ("comparison", "count >= kMost", "count > kMost"),
    ("comparison", "share != 0.5", "share == 0.5"),
    ("comparison", "next == 1", "next != 1"),
    ("condition", "count >= kMost && share != 0.5", "!(count >= kMost && share != 0.5)"),
    ("condition", "share", "!(share)"),
    ("constant", "kMost", "kMost * 2"),
    ("constant", "0.5", "0.5 * 2"),
    ("constant", "7", "7 + 1"),
    ("constant", "1", "1 + 1"),
    ("constant", "0.0", "1.0"),
    ("constant", "1e-3", "1e-3 * 2"),
    ("constant", "true", "false"),
    ("constant", "0x1F", "0x1F + 1"),
    ("call", "note(count)", ""),
}

with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "weigh.cpp"
    path.write_text(SOURCE)
    found = sites.find_sites(path, "weigh.cpp", ["-std=c++20"])
told = {(site.kind, site.before, site.after) for site in found}
if told != EXPECTED:
    sys.exit(f"not expected: {sorted(told - EXPECTED)}\nnot found: {sorted(EXPECTED - told)}")
for site in found:
    if SOURCE[site.start:site.end].strip() != site.before or "{on}" not in site.replacement:
        sys.exit(f"{site} does not stand where it says")
