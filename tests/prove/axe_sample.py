#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""axe_sample.py HANDBILL PROJECT: a page for the web, in English and Arabic, as axe-core finds it in a browser.

Chromium runs axe in the page and prints what became of it: nothing has to drive the browser. Each page is looked at
as wide as a desk; phones, paper, dark colours and all other pages are left to ./dev prove web."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

JARS = pathlib.Path(__file__).parents[2] / "build/axe"
BROWSER = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync",
           "--window-size=1280,900", "--virtual-time-budget=60000", "--dump-dom"]
RUN = """<script>axe.run().then(found => {
  const told = document.createElement("script");
  told.type = "application/json";
  told.id = "found";
  told.textContent = JSON.stringify(found.violations.map(each => `${each.id}: ${each.help}`)).replaceAll("<", "");
  document.body.append(told);
});</script>"""
BROKEN = "<!DOCTYPE html><html><head><title>x</title></head><body><img src=x><p style='color:#ccc'>x</p></body></html>"


def axe():
    jar = next(JARS.glob("*.jar"), None)
    if jar is None:
        raise RuntimeError("axe-core is not there: `./dev setup` installs it")
    return zipfile.ZipFile(jar).read("axe.min.js").decode()


def violations(html, script, folder):
    """The rules that the page breaks; nothing: axe did not run to its end."""
    page = pathlib.Path(folder) / "page.html"
    page.write_text(html.replace("</body>", f"<script>{script}</script>{RUN}</body>"))
    seen = subprocess.run([*BROWSER, f"--user-data-dir={folder}/browser", page.as_uri()], text=True,
                          capture_output=True, check=False, timeout=200)
    told = re.search(r'<script type="application/json" id="found">(.*?)</script>', seen.stdout)
    return json.loads(told[1]) if told else None


def main():
    program, project = sys.argv[1:3]
    if not shutil.which(BROWSER[0]):
        sys.exit("there is no Chromium: `./dev setup` installs it")
    wrong, script = [], axe()
    with tempfile.TemporaryDirectory() as folder:
        for language in ("en", "ar"):
            subprocess.run([program, "build", "aftercare-sheet", "--edition", "html", "--language", language, "-o",
                            folder], cwd=project, check=True, capture_output=True)
        pages = sorted(pathlib.Path(folder).glob("*.html"))
        for page in pages:
            found = violations(page.read_text(), script, folder)
            wrong += [f"{page.name}: axe did not run"] if found is None else [f"{page.name}: {each}" for each in found]
        broken = violations(BROKEN, script, folder) or []
    if len(broken) < 3:
        wrong.append(f"axe finds {broken} on a page without language, alt text and contrast")
    print("\n".join(wrong) or f"axe finds nothing on {len(pages)} pages")
    return 1 if wrong or len(pages) != 2 else 0


if __name__ == "__main__":
    sys.exit(main())
