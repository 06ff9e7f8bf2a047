#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draws the art that follows a rule: marks of points, lenses through skin, discs that heal.

    ./dev art                              writes them into layouts/art
    draw_art.py --check layouts/art        says which of them it would draw otherwise

The face and the icons are drawn by hand. Colours are the `screen` colours of layouts/house.toml.
What is cut by a circle is cut here, by arcs: our SVG has no clipping.
"""
import math
import pathlib
import sys
import tempfile

INK, CORAL, SAND, BLUSH, PAPER = "#00384f", "#ef6546", "#fdd0b3", "#ffecdc", "#ffffff"
GOLDEN_ANGLE = math.radians(137.508)


def number(value):
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def point(x, y):
    return f"{number(x)} {number(y)}"


def circle(x, y, r, paint=""):
    return f'  <circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}"{paint}/>'


def fill(color):
    return f' fill="{color}"'


def write(folder, name, view, comment, shapes):
    """`view` is the side of a square, or a viewBox."""
    if isinstance(view, int):
        view = f'viewBox="0 0 {view} {view}"'
    lines = [f"<!-- {comment} Written by ./dev art. -->",
             f'<svg xmlns="http://www.w3.org/2000/svg" {view}>',
             *shapes, "</svg>", ""]
    (folder / name).write_text("\n".join(lines), encoding="utf-8")


# ---- Points on a sunflower ---------------------------------------------------------------------

def sunflower(center, reach, count, share):
    """Dots inside `reach`; `share` of the mean pitch is a dot's radius, by its way outwards."""
    pitch = 0.93 * reach / math.sqrt(count)
    for i in range(count):
        way = pitch * math.sqrt(i + 0.5)
        turn = i * GOLDEN_ANGLE
        yield (center + way * math.cos(turn), center + way * math.sin(turn),
               pitch * share(way / reach))


def dots(center, reach, count, share, color):
    yield f'  <g fill="{color}">'
    for x, y, r in sunflower(center, reach, count, share):
        yield "  " + circle(x, y, r)
    yield "  </g>"


def draw_marks(folder):
    write(folder, "lens-points.svg", 116, "The lens on a face: where it is needled.",
          [circle(58, 58, 58, fill(BLUSH)),
           *dots(58, 52, 150, lambda t: 0.62 * (1 - 0.72 * t), INK)])
    write(folder, "disc-points.svg", 200, "The mark alone, for sheets, cards and signs.",
          [circle(100, 100, 100, fill(CORAL)),
           *dots(100, 93, 180, lambda t: 0.5 * (1 - 0.62 * t), PAPER)])
    # Cut by the top and the right trim of a sheet, 9 pt of bleed included.
    view = 'viewBox="0 0 136 117"'
    whole = [circle(x - 12, y - 57, r)
             for x, y, r in sunflower(93, 75, 180, lambda t: 0.5 * (1 - 0.62 * t))
             if y - 57 > r and x - 12 < 136 - r]  # no slivers at the edge of the bleed
    shapes = [circle(81, 36, 81, fill(CORAL)), f'  <g fill="{PAPER}">',
              *("  " + each for each in whole), "  </g>"]
    write(folder, "disc-corner.svg", view, "The mark in the corner of a sheet.", shapes)
    draw_band_disc(folder)


def draw_band_disc(folder):
    """In a band 126 high: off its top and its right end by 15, cut straight at its foot."""
    x, y, r = 119.7, 27.6, 119.7
    width, height = 206.52, 141
    half = math.sqrt(r * r - (height - y) ** 2)
    outline = (f"M{point(x - half, height)}A{number(r)} {number(r)} 0 1 1 "
               f"{point(x + half, height)}Z")
    whole = [circle(px - 111 + x, py - 111 + y, pr)
             for px, py, pr in sunflower(111, 111, 180, lambda t: 0.5 * (1 - 0.62 * t))
             if pr < py - 111 + y < height - pr - 1 and px - 111 + x < width - pr]
    write(folder, "disc-band.svg", f'viewBox="0 0 {number(width)} {number(height)}"',
          "The mark at the end of a band.",
          [path(outline, CORAL), f'  <g fill="{PAPER}">', *("  " + each for each in whole),
           "  </g>"])


# ---- Waves cut by a circle ---------------------------------------------------------------------

class Wave:
    """A sine along x with its middle at `y`, moved by `offset` along its normal."""

    def __init__(self, y, height, length, phase=0.0, offset=0.0):
        self.y, self.height, self.length = y, height, length
        self.phase, self.offset = phase, offset

    def at(self, x):
        turn = 2 * math.pi * x / self.length + self.phase
        slope = self.height * 2 * math.pi / self.length * math.cos(turn)
        scale = self.offset / math.hypot(1, slope)
        return x - slope * scale, self.y + self.height * math.sin(turn) + scale

    def direction(self, x):
        step = self.length / 1000
        (x0, y0), (x1, y1) = self.at(x - step), self.at(x + step)
        return (x1 - x0) / (2 * step), (y1 - y0) / (2 * step)

    def end(self, center, radius, side):
        """Where, from its middle to that side, it leaves the circle."""
        def inside(x):
            px, py = self.at(x)
            return math.hypot(px - center, py - center) <= radius
        step = side * self.length / 64
        x = center
        while inside(x + step):
            x += step
        near, far = x, x + step
        for _ in range(40):
            middle = (near + far) / 2
            near, far = (middle, far) if inside(middle) else (near, middle)
        return near

    def curve(self, begin, end):
        """From one x to another, in cubics of a quarter of a wave."""
        count = max(1, math.ceil(abs(end - begin) / (self.length / 4)))
        step = (end - begin) / count
        parts = []
        for i in range(count):
            x0, x1 = begin + i * step, begin + (i + 1) * step
            (px, py), (qx, qy) = self.at(x0), self.at(x1)
            (ux, uy), (vx, vy) = self.direction(x0), self.direction(x1)
            parts.append("C" + " ".join([point(px + ux * step / 3, py + uy * step / 3),
                                         point(qx - vx * step / 3, qy - vy * step / 3),
                                         point(qx, qy)]))
        return "".join(parts)


def band(upper, lower, center, radius):
    """What lies between two waves, inside a circle."""
    left, right = upper.end(center, radius, -1), upper.end(center, radius, 1)
    low_left, low_right = lower.end(center, radius, -1), lower.end(center, radius, 1)
    arc = f"A{number(radius)} {number(radius)} 0 0 1 "
    return (f"M{point(*upper.at(left))}{upper.curve(left, right)}{arc}{point(*lower.at(low_right))}"
            f"{lower.curve(low_right, low_left)}{arc}{point(*upper.at(left))}Z")


def below(wave, center, radius):
    """What lies below a wave, inside a circle."""
    left, right = wave.end(center, radius, -1), wave.end(center, radius, 1)
    arc = f"A{number(radius)} {number(radius)} 0 1 1 "
    return f"M{point(*wave.at(left))}{wave.curve(left, right)}{arc}{point(*wave.at(left))}Z"


def path(outline, color):
    return f'  <path fill="{color}" d="{outline}"/>'


def thread(wave, width, center, radius):
    """A wave as a line that is cut by a circle."""
    edges = [Wave(wave.y, wave.height, wave.length, wave.phase, side * width / 2)
             for side in (-1, 1)]
    return band(*edges, center, radius)


# ---- Through the skin --------------------------------------------------------------------------

def skin(height):
    """The ground of a lens: air, outer skin, skin. `height` is that of its waves."""
    surface, border = Wave(33, height, 36, 0.6), Wave(40.5, height * 0.6, 36, 0.6)
    under = Wave(41.1, height * 0.6, 36, 0.6)  # no air shows between outer skin and skin
    return [circle(50, 50, 50, fill(PAPER)), path(band(surface, under, 50, 50), SAND),
            path(below(border, 50, 50), CORAL)]


def needle(x, tip):
    def top(px):
        return 50 - math.sqrt(50 ** 2 - (px - 50) ** 2)
    left, right = x - 1.1, x + 1.1
    return path(f"M{point(left, top(left))}L{point(right, top(right))}L{point(right, tip - 8)}"
                f"L{point(x, tip)}L{point(left, tip - 8)}Z", INK)


NEEDLES = [(12.5 + 12.5 * i, 64 if i % 2 == 0 else 56) for i in range(7)]


def fiber(x, y):
    return f"M{point(x, y)}q2.5 -2.2 5 0t5 0"


def draw_skin(folder):
    fibers = [(16.4, 70.6), (37.9, 71.2), (59.4, 70.6), (75.6, 69.8), (26.8, 79), (48.3, 80),
              (66.5, 79), (37.4, 88.8), (56.6, 88.8)]
    write(folder, "skin-1.svg", 100, "Needles leave fine channels in the skin.",
          [*skin(2.1), *(needle(*each) for each in NEEDLES),
           f'  <path fill="none" stroke="{SAND}" stroke-width="1.6" stroke-linecap="round" '
           f'd="{"".join(fiber(*each) for each in fibers)}"/>'])

    channels = "".join(f"M{number(x)} 43V{number(tip - 2)}" for x, tip in NEEDLES)
    cells = []
    for row, radius in enumerate((1.9, 1.6, 1.3, 1.05)):
        y = 69.5 + 6 * row
        for i in range(-8, 9):
            x = 50 + 6.25 * (i + row % 2 / 2)
            if math.hypot(x - 50, y - 50) < 47 - radius:
                cells.append(circle(x, y, radius))
    write(folder, "skin-2.svg", 100, "The skin answers: it sends cells to heal.",
          [*skin(1.3),
           f'  <path fill="none" stroke="{BLUSH}" stroke-width="2" stroke-linecap="round" '
           f'd="{channels}"/>',
           f'  <g fill="{BLUSH}">', *("  " + each for each in cells), "  </g>"])

    threads = []
    for row in range(6):
        y = 48.5 + 9.2 * row
        for color, turn in ((SAND, math.pi), (BLUSH, 0)):
            threads.append(path(thread(Wave(y, 3.8, 22, turn + row * math.pi), 2.3, 50, 50), color))
    write(folder, "skin-3.svg", 100, "New fibers fill the skin.",
          [*skin(0.4), *threads])


# ---- Discs that heal, and the steps of a treatment -----------------------------------------------

def outlined():
    return circle(13, 13, 11.5, f' fill="{PAPER}" stroke="currentColor"')


def waves(size, radius, rows, height, length, width, color):
    center = size / 2
    pitch = 2 * radius / (rows + 0.6)
    for row in range(rows):
        wave = Wave(center + pitch * (row - (rows - 1) / 2), height, length, row * math.pi)
        yield path(thread(wave, width, center, radius), color)


def draw_healing(folder):
    comment = "How skin looks as it heals, in black alone: {}."
    write(folder, "heal-1.svg", 26, comment.format("just treated"),
          [circle(13, 13, 12, fill("currentColor")),
           *dots(13, 11.2, 40, lambda t: 0.36, PAPER)])
    for name, count, least, most, words in (("heal-2", 36, 0.5, 0.62, "red and warm"),
                                            ("heal-3", 30, 0.36, 0.42, "less red"),
                                            ("heal-4", 26, 0.24, 0.28, "calm")):
        write(folder, name + ".svg", 26, comment.format(words),
              [outlined(), *dots(13, 10.6, count, lambda t, a=least, b=most: b + (a - b) * t,
                                 "currentColor")])
    write(folder, "heal-5.svg", 26, comment.format("new fibers"),
          [outlined(), *waves(26, 11.5, 5, 1.2, 11.5, 1, "currentColor")])


def draw_steps(folder):
    comment = "A step of the treatment: {}."
    write(folder, "step-before.svg", 16, comment.format("before"),
          [f'  <circle cx="8" cy="8" r="7" fill="{PAPER}" stroke="{INK}" stroke-width="2"/>'])
    write(folder, "step-during.svg", 16, comment.format("points are set"),
          [circle(8, 8, 8, fill(INK)), *dots(8, 7.2, 19, lambda t: 0.42, PAPER)])
    write(folder, "step-after.svg", 16, comment.format("the skin is red"),
          [circle(8, 8, 8, fill(CORAL))])
    write(folder, "step-weeks.svg", 16, comment.format("new fibers"),
          [f'  <circle cx="8" cy="8" r="7" fill="{PAPER}" stroke="{CORAL}" stroke-width="2"/>',
           *waves(16, 7, 3, 1, 7, 1.4, CORAL)])


def draw(folder):
    draw_marks(folder)
    draw_skin(folder)
    draw_healing(folder)
    draw_steps(folder)


def differing(folder):
    """The names of drawings that are not in the folder as they would be drawn."""
    with tempfile.TemporaryDirectory() as name:
        fresh = pathlib.Path(name)
        draw(fresh)
        for each in sorted(fresh.iterdir()):
            kept = folder / each.name
            if not kept.exists() or kept.read_bytes() != each.read_bytes():
                yield each.name


def main():
    if sys.argv[1] != "--check":
        draw(pathlib.Path(sys.argv[1]))
        return 0
    names = list(differing(pathlib.Path(sys.argv[2])))
    for name in names:
        print(f"{name} is not what tools/draw_art.py draws: run ./dev art")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main())
