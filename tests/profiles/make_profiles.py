#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes small.icc: the least CMYK output profile there is (ICC.1:2001-04), for tests alone.

Two grid points a side and straight tables, so a colour it gives can be worked out by hand."""
import itertools
import pathlib
import struct

# Lab of paper and solids, then each further ink takes its share away.
PAPER = (93, 0, 0)
TAKES = {"c": (38, 37, 50), "m": (45, -74, 3), "y": (4, 5, -93), "k": (75, 0, 0)}
RAMP = bytes(range(256))


def lab(inks):
    values = list(PAPER)
    for ink, amount in zip("cmyk", inks):
        for i in range(3):
            values[i] -= TAKES[ink][i] * amount
    return bytes((
        round(max(0, min(100, values[0])) * 2.55),
        *(max(0, min(255, round(each) + 128)) for each in values[1:]),
    ))


def inks(device):
    # Lightness decides black, the rest is left to nobody: separations only have to exist.
    return bytes((0, 0, 0, 255 - device[0] * 255))


def lut8(inputs, outputs, grid):
    head = struct.pack(">4sIBBBB", b"mft1", 0, inputs, outputs, 2, 0)
    identity = struct.pack(">9i", *(65536 if i % 4 == 0 else 0 for i in range(9)))
    return head + identity + RAMP * inputs + grid + RAMP * outputs


def text(value):
    return b"text" + bytes(4) + value + b"\0"


def description(value):
    return (b"desc" + bytes(4) + struct.pack(">I", len(value) + 1) + value + b"\0" + bytes(8) +
            bytes(3) + bytes(67))


def profile():
    to_lab = lut8(4, 3, b"".join(lab(each) for each in itertools.product((0, 1), repeat=4)))
    to_ink = lut8(3, 4, b"".join(inks(each) for each in itertools.product((0, 1), repeat=3)))
    white = b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061)
    tags = [(b"desc", description(b"small test press")), (b"cprt", text(b"public domain")),
            (b"wtpt", white), (b"A2B0", to_lab), (b"B2A0", to_ink), (b"A2B1", to_lab),
            (b"B2A1", to_ink), (b"gamt", lut8(3, 1, bytes(8)))]
    table, data, seen = b"", b"", {}
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags:
        if body not in seen:
            seen[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table += struct.pack(">4sII", name, seen[body], len(body))
    size = start + len(data)
    header = struct.pack(">I4sI4s4s4s6H4s", size, b"\0\0\0\0", 0x02400000, b"prtr", b"CMYK", b"Lab ",
                         2026, 11, 22, 0, 0, 0, b"acsp")
    header += bytes(68 - len(header)) + struct.pack(">3i", 63190, 65536, 54061)
    return header + bytes(128 - len(header)) + struct.pack(">I", len(tags)) + table + data


(pathlib.Path(__file__).parent / "small.icc").write_bytes(profile())
