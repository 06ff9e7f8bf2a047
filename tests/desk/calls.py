# SPDX-License-Identifier: MIT
"""The desk without a browser: `with Called(program, project) as desk: desk.post("/api/change", …)`."""
import contextlib
import http.client
import json
import pathlib
import shutil
import subprocess
import tempfile
import urllib.parse


class Called(contextlib.ExitStack):
    """An open desk of a copy of a project, asked as its page asks. Words are further arguments of `handbill desk`."""

    def __init__(self, program, project, *words):
        super().__init__()
        self.program, self.source, self.words = pathlib.Path(program).resolve(), pathlib.Path(project), words
        self.process = self.line = None

    def __enter__(self):
        super().__enter__()
        self.project = pathlib.Path(self.enter_context(tempfile.TemporaryDirectory())) / "clinic"
        for folder in ("content", "layouts", "fonts"):
            shutil.copytree(self.source / folder, self.project / folder)
        self.callback(self.close_program)
        self.open()
        return self

    def open(self):
        self.process = subprocess.Popen([self.program, "desk", "--no-browser", *self.words], cwd=self.project,
                                        stdout=subprocess.PIPE, text=True)
        address = urllib.parse.urlsplit(self.process.stdout.readline().strip())
        self.port, self.token = address.port, address.fragment
        self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)

    def close_program(self):
        self.line.close()
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(30)
        self.process.stdout.close()

    def kill(self):
        self.process.kill()
        self.close_program()

    def ask(self, method, path, body=None, **headers):
        """Status and bytes."""
        given = {"X-Handbill-Token": self.token, "Content-Type": "application/json", **headers}
        try:
            self.line.request(method, path, body, given)
            answer = self.line.getresponse()
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            if self.process.poll() is not None:
                raise
            self.line.close()  # the server has ended an idle connection
            self.line.request(method, path, body, given)
            answer = self.line.getresponse()
        return answer.status, answer.read()

    def get(self, path, /, **query):
        status, told = self.ask("GET", path + "?" + urllib.parse.urlencode(query))
        if status != 200:
            raise RuntimeError(f"{path}: {status} {told[:200]}")
        return told

    def post(self, path, /, **body):
        status, told = self.ask("POST", path, json.dumps(body))
        if status != 200:
            raise RuntimeError(f"{path}: {status} {told[:200]}")
        return json.loads(told)

    def change(self, path, text):
        return self.post("/api/change", path=path, to="text", text=text)

    def home(self):
        return json.loads(self.get("/api/home"))

    def look_of(self, document):
        return next(each["look"] for each in self.home()["documents"] if each["name"] == document)

    def resident(self):
        """MB of memory, of the program alone."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def processor(self):
        """Milliseconds of processor time, of the program alone."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 10

    def read(self, name):
        return (self.project / name).read_text()
