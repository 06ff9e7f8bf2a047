# SPDX-License-Identifier: MIT
"""veraPDF: whether files keep the PDF/A and PDF/UA they say. ./dev setup installs it."""
import pathlib
import subprocess

JARS = pathlib.Path(__file__).resolve().parents[2] / "build" / "verapdf"
COMMAND = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-cp",
           f"{JARS}/*", "org.verapdf.apps.GreenfieldCliWrapper"]
# By the words of the program for them.
FLAVOURS = {"ua-1": "ua1", "a-2a": "2a", "a-2u": "2u", "a-2b": "2b"}


def judge(claim, files):
    """What is wrong with each file that does not keep the claim."""
    if not any(JARS.glob("greenfield-apps-*.jar")):
        raise RuntimeError("veraPDF is not there: `./dev setup` installs it")
    told = subprocess.run([*COMMAND, "-f", FLAVOURS[claim], "--format", "text", "-v",
                           *map(str, files)], text=True, capture_output=True, check=False)
    return faults_of(claim, files, told.stdout, told.stderr)


def faults_of(claim, files, told, errors=""):
    """`told` has PASS or FAIL for each file, and below a FAIL a line for each rule."""
    passed, faults, failed = set(), [], {}
    for line in told.splitlines():
        if line.startswith("PASS "):
            passed.add(line.split(" ", 1)[1].rsplit(" ", 1)[0])
        elif line.startswith("FAIL "):
            file = line.split(" ", 1)[1].rsplit(" ", 1)[0]
            failed[file] = []
        elif line.startswith("  FAIL ") and failed:
            failed[list(failed)[-1]].append(line.split()[1])
    for file in map(str, files):
        if file in failed:
            faults.append(f"{file}: {claim}: {', '.join(failed[file])}")
        elif file not in passed:
            faults.append(f"{file}: {claim}: not judged: {errors.strip()[-500:]}")
    return faults
