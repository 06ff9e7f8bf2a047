#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""security_test.py HANDBILL PROJECT: who may not ask is refused, and cannot stop those who may."""
import contextlib
import socket
import sys
import time
import unittest

from calls import Called

PROGRAM, PROJECT = sys.argv[1:3]


def raw(port, text, wait=60.0):
    """What the server says to these bytes until it closes."""
    with socket.create_connection(("127.0.0.1", port), wait) as line:
        line.settimeout(wait)
        told = b""
        with contextlib.suppress(socket.timeout, ConnectionError):
            line.sendall(text)
            while more := line.recv(65536):
                told += more
        return told


def status(told):
    return int(told.split(b" ", 2)[1]) if told.startswith(b"HTTP/1.1 ") else 0


class Security(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desk = Called(PROGRAM, PROJECT)
        cls.desk.__enter__()  # pylint: disable=unnecessary-dunder-call

    @classmethod
    def tearDownClass(cls):
        cls.desk.close()

    def request(self, line="GET /api/home", host=None, token=None, more="", body=b"", wait=60.0):
        port = self.desk.port
        head = (f"{line} HTTP/1.1\r\nHost: {host or f'127.0.0.1:{port}'}\r\n"
                f"X-Handbill-Token: {self.desk.token if token is None else token}\r\n"
                f"Connection: close\r\n{more}\r\n")
        return status(raw(port, head.encode() + body, wait))

    def test_who_knows_the_token_is_answered(self):
        self.assertEqual(self.request(), 200)

    def test_foreign_names_pages_and_tokens(self):
        port = self.desk.port
        for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", f"127.0.0.1:{port + 1}", f"127.0.0.2:{port}"):
            self.assertEqual(self.request(host=host), 421, host)
        for origin in ("http://evil.example", "null", f"https://127.0.0.1:{port}"):
            self.assertEqual(self.request(more=f"Origin: {origin}\r\n"), 403, origin)
        for token in ("", "0" * 32, self.desk.token[:-1], self.desk.token + "0"):
            for path in ("/api/home", "/api/page?document=hours-placard", "/api/changed", "/api/events", "/api/fields"):
                self.assertEqual(self.request(f"GET {path}", token=token), 401, path)

    def test_nothing_leads_out_of_the_project(self):
        for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/content/en/clinic.toml",
                     "/api/../content/en/clinic.toml"):
            self.assertIn(self.request(f"GET {path}"), (400, 404), path)
        for name in ("../../etc/passwd", "/etc/passwd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "hours-placard%00"):
            for call in ("page", "changed"):
                self.assertEqual(self.request(f"GET /api/{call}?document={name}"), 404, name)
        for language in ("../../etc", "..", "%2e%2e"):
            self.assertEqual(self.request(f"GET /api/home?language={language}"), 200)
        for file in ("../outside.toml", "/etc/passwd"):
            body = f'{{"file": "{file}", "path": "", "keep": "mine"}}'.encode()
            told = self.request("POST /api/decide", body=body,
                                more=f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n")
            self.assertEqual(told, 404, file)

    def test_huge_bodies_are_refused_before_they_are_read(self):
        before = self.desk.resident()
        json = "Content-Type: application/json\r\n"
        self.assertEqual(self.request("POST /api/change", more=json + f"Content-Length: {300 << 20}\r\n"),
                         413)
        self.assertEqual(self.request("POST /api/change", more=json + "Transfer-Encoding: chunked\r\n"), 411)
        self.assertEqual(self.request("POST /api/change", token="", more=json + f"Content-Length: {300 << 20}\r\n"), 401)
        self.assertIn(self.request("GET /api/home?" + "x" * 20000), (400, 414))
        self.assertIn(self.request(more="X-Long: " + "x" * 20000 + "\r\n"), (0, 400))
        self.assertIn(self.request("POST /api/change", body=b"[" * 60000,
                                   more=json + "Content-Length: 60000\r\n"), (400, 413))
        self.assertLess(self.desk.resident(), before + 40)
        self.assertEqual(self.request(), 200)

    def test_slow_clients_do_not_stop_others(self):
        with contextlib.ExitStack() as open_lines:
            for _ in range(16):
                line = open_lines.enter_context(socket.create_connection(("127.0.0.1", self.desk.port)))
                line.sendall(b"GET /api/home HTTP/1.1\r\nHost: 127")
            begin = time.monotonic()
            self.assertEqual(self.request(), 200)
            self.assertLess(time.monotonic() - begin, 30)

    def test_too_many_who_listen_are_refused_and_others_answered(self):
        listen = (f"GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:{self.desk.port}\r\n"
                  f"X-Handbill-Token: {self.desk.token}\r\n\r\n").encode()
        statuses = []
        with contextlib.ExitStack() as open_lines:
            for _ in range(14):
                line = open_lines.enter_context(socket.create_connection(("127.0.0.1", self.desk.port)))
                line.settimeout(10)
                line.sendall(listen)
                statuses.append(status(line.recv(4096)))
            self.assertEqual(statuses.count(200), 12, statuses)
            self.assertEqual(statuses.count(503), 2, statuses)
            self.assertEqual(self.request(), 200)

    def test_a_desk_for_looking_alone_changes_nothing(self):
        with Called(PROGRAM, PROJECT, "--read-only") as desk:
            before = desk.read("content/en/clinic.toml")
            for call in ("change", "undo", "save", "discard", "decide"):
                told, _ = desk.ask("POST", f"/api/{call}", '{"path": "clinic.name", "to": "text", "text": "x"}')
                self.assertEqual(told, 403, call)
            self.assertEqual(desk.home()["unsaved"], [])
            self.assertEqual(desk.read("content/en/clinic.toml"), before)

    def test_the_token_of_one_desk_opens_no_other(self):
        with Called(PROGRAM, PROJECT) as other:
            self.assertNotEqual(other.token, self.desk.token)
            told, _ = other.ask("GET", "/api/home", **{"X-Handbill-Token": self.desk.token})
            self.assertEqual(told, 401)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
