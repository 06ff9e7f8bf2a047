# SPDX-License-Identifier: MIT
"""Pages for the web, judged by axe-core in a browser and by the Nu Html Checker."""
import json
import shutil

from promise import ROOT, WORK, handbill, outcome, promise, run

CHROMIUM = ["chromium", "--version"]
NODE = ["node", "--version"]
JUDGES = ROOT / "tests" / "prove" / "web"


def judges():
    """Where the packages of package.json are installed."""
    folder = WORK / "web-judges"
    wanted = (JUDGES / "package.json").read_text()
    known = folder / "package.json"
    if not known.exists() or known.read_text() != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        made = run("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder,
                   *(f"{name}@{version}" for name, version in json.loads(wanted)["dependencies"].items()))
        if made.returncode != 0:
            raise RuntimeError("npm: " + made.stderr)
        known.write_text(wanted)
    return folder


def pages():
    folder = WORK / "web"
    shutil.rmtree(folder, ignore_errors=True)
    made = handbill("build", "--edition", "html", "--language", "all", "-o", folder)
    if made.returncode != 0:
        raise RuntimeError(made.stderr)
    return sorted(folder.glob("*.html"))


def found_by_axe(folder, files):
    judged = run("node", JUDGES / "judge.mjs", shutil.which("chromium"), folder, *files)
    if judged.returncode != 0:
        raise RuntimeError(judged.stderr)
    return judged.stdout.splitlines()


def found_by_vnu(folder, files):
    jar = folder / "node_modules/vnu-jar/build/dist/vnu.jar"
    judged = run("java", "-jar", jar, "--format", "gnu", "--stdout", *files)
    return judged.stdout.splitlines() + judged.stderr.splitlines()


@promise("web", "Every page for the web is sound HTML and keeps WCAG 2.2 as far as programs can tell: on a phone, "
         "a desk, paper and in dark colours", [CHROMIUM, NODE], minutes=3)
def web():
    folder, files = judges(), pages()
    axe, vnu = found_by_axe(folder, files), found_by_vnu(folder, files)
    return outcome(axe + vnu, f"{len(files)} pages: axe-core finds {len(axe)} faults, the Nu Html Checker {len(vnu)}")
