# SPDX-License-Identifier: MIT
"""What a photograph of 12 megapixels, printed 210 mm wide, costs of CPU time on its way to the press:
handbill_photograph against Pillow decoding, resampling (Lanczos), turning into ink (Little CMS) and
encoding the same file, in turn. Called by bench/photographs: FOLDER-OF-PROGRAMS RUNS."""
import io
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from PIL import Image, ImageCms, ImageFilter

WIDTH, HEIGHT = 4000, 3000
INCHES, PPI = 210 / 25.4, 300


def photograph():
    """Light and shade of several sizes, and the grain of a sensor."""
    bands = []
    for channel in range(3):
        clouds = Image.effect_noise((WIDTH // 40, HEIGHT // 40), 90 + 20 * channel)
        clouds = clouds.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
        grain = Image.effect_noise((WIDTH, HEIGHT), 12)
        bands.append(Image.blend(clouds, grain, 0.25))
    picture = Image.merge("RGB", bands).filter(ImageFilter.GaussianBlur(0.6))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


def by_pillow(file, transform):
    """The bytes, and the milliseconds they took."""
    begin = time.process_time()
    width = round(INCHES * PPI)
    size = (width, round(width * HEIGHT / WIDTH))
    picture = Image.open(io.BytesIO(file)).resize(size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    ImageCms.applyTransform(picture, transform).save(out, "JPEG", quality=90)
    return out.getvalue(), (time.process_time() - begin) * 1000


def main():
    programs, runs = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    profile = programs.parent / "profiles" / "gracol-coated.icc"
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), str(profile), "RGB", "CMYK",
        renderingIntent=ImageCms.Intent.PERCEPTUAL,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION)
    file = photograph()
    pillow, ours, sizes = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        source, made = pathlib.Path(folder) / "photo.jpg", pathlib.Path(folder) / "made.jpg"
        source.write_bytes(file)
        command = [programs / "handbill_photograph", source, profile, str(INCHES), made]
        for turn in range(runs + 1):
            written, took = by_pillow(file, transform)
            mine = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            sizes = [len(written), made.stat().st_size]
            if turn > 0:  # the first fills the caches
                pillow.append(took)
                ours.append(float(mine))
    theirs, mine = statistics.median(pillow), statistics.median(ours)
    print(f"a photograph of {len(file) / 1e6:.2f} MB")
    print(f"Pillow    {theirs:6.0f} ms  {sizes[0] / 1e6:.2f} MB")
    print(f"handbill  {mine:6.0f} ms  {sizes[1] / 1e6:.2f} MB, the check for damage with it")
    print(f"ratio     {mine / theirs:6.2f}")


main()
