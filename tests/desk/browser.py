# SPDX-License-Identifier: MIT
"""The desk in a browser, as people use it: `with Desk(program, project) as desk: desk.page.click(…)`.

The project is copied, so that tests may change it; `./dev setup` installs Playwright into build/playwright."""
import contextlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "build/playwright"))
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]


def axe():
    jar = next((ROOT / "build/axe").glob("*.jar"), None)
    if jar is None:
        raise RuntimeError("axe-core is not there: `./dev setup` installs it")
    return zipfile.ZipFile(jar).read("axe.min.js").decode()


class Desk(contextlib.ExitStack):
    """An open desk: `page` is Playwright's, `project` the folder that is worked on, `faults` what the page's own
    console told. Words are further arguments of `handbill desk`."""

    def __init__(self, program, project, *words, width=1440, height=900, locale="en-US", folders=None, home=False, start=False):
        super().__init__()
        self.program, self.source, self.words = pathlib.Path(program).resolve(), pathlib.Path(project), words
        self.view = {"viewport": {"width": width, "height": height}, "locale": locale}
        self.folders = folders or ("content", "layouts", "fonts")
        self.stays_at_home, self.has_no_project = home, start
        self.faults = []

    def __enter__(self):
        super().__enter__()
        self.project = pathlib.Path(self.enter_context(tempfile.TemporaryDirectory())) / "clinic"
        for folder in self.folders:
            shutil.copytree(self.source / folder, self.project / folder)
        self.open()
        from playwright.sync_api import sync_playwright  # pylint: disable=import-outside-toplevel
        browsers = self.enter_context(sync_playwright())
        chromium = shutil.which("chromium")
        if chromium is None:
            raise RuntimeError("there is no Chromium: `./dev setup` installs it")
        browser = browsers.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        self.callback(browser.close)
        self.context = browser.new_context(**self.view)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda told: self.faults.append(f"{told.text} {told.location.get('url', '')}") if told.type == "error" else None)
        self.page.set_default_timeout(60_000)
        self.go()
        return self

    def open(self):
        """Starts the program; `address` is where it listens."""
        self.process = subprocess.Popen([self.program, "desk", "--no-browser", *self.words], cwd=self.project,
                                        stdout=subprocess.PIPE, text=True)
        self.callback(self.close_program, self.process)
        self.address = self.process.stdout.readline().strip()

    @staticmethod
    def close_program(process):
        process.terminate()
        process.wait(30)
        process.stdout.close()

    def go(self):
        """The page anew: where a project is chosen, at home, or where the facts of the first document can be filled in."""
        self.page.goto("about:blank")
        self.page.goto(self.address)
        if self.has_no_project:
            self.page.wait_for_selector(".start")
            return
        self.page.wait_for_selector("#home .document")
        if not self.stays_at_home:
            names = sorted(each.get_attribute("data-key") for each in self.page.locator("#home .document").all())
            self.page.click(f'[data-key="{names[0]}"]')
            self.page.click("#tab-facts")
            self.page.wait_for_selector(".field")

    def settle(self):
        """Until nothing is asked of the program any more."""
        self.page.wait_for_selector("html[data-busy=no]", state="attached")

    def read(self, name):
        return (self.project / name).read_text()

    def violations(self):
        """What axe-core finds on the page as it is: "rule: element"."""
        self.page.evaluate(axe())
        found = self.page.evaluate("axe.run()")
        return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found["violations"]]
