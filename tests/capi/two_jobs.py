#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A program of another language: opens a project, changes a fact in memory, and builds, twice."""
import ctypes
import json
import sys

HELD = 1


def load(path):
    library = ctypes.CDLL(path)
    for name in ("handbill_open", "handbill_run", "handbill_result_file_bytes"):
        getattr(library, name).restype = ctypes.c_void_p
    for name in ("handbill_version", "handbill_result_diagnostics", "handbill_result_file_name"):
        getattr(library, name).restype = ctypes.c_char_p
    library.handbill_result_file_count.restype = ctypes.c_size_t
    return library


def run(library, workspace, **job):
    """The status, the diagnostics and the files of a job."""
    result = ctypes.c_void_p(library.handbill_run(workspace, json.dumps(job).encode()))
    files, size = {}, ctypes.c_size_t()
    for i in range(library.handbill_result_file_count(result)):
        file = ctypes.c_size_t(i)
        bytes_at = library.handbill_result_file_bytes(result, file, ctypes.byref(size))
        name = library.handbill_result_file_name(result, file).decode()
        files[name] = ctypes.string_at(bytes_at, size.value)
    found = json.loads(library.handbill_result_diagnostics(result))
    status = library.handbill_result_status(result)
    library.handbill_result_free(result)
    return status, found, files


def main(path, project):
    library = load(path)
    workspace = ctypes.c_void_p(library.handbill_open(json.dumps({"project": project}).encode(), None))
    job = {"job": "build", "layouts": ["hours-placard"]}
    _, _, first = run(library, workspace, **job)
    with open(project + "/content/en/hours.toml", "rb") as file:
        hours = file.read().replace(b"5:00 pm", b"6:00 pm")
    library.handbill_set_file(workspace, b"content/en/hours.toml", HELD, hours, ctypes.c_size_t(len(hours)))
    status, found, second = run(library, workspace, **job)
    library.handbill_close(workspace)
    return status, found, first["hours-placard.pdf"], second["hours-placard.pdf"]


if __name__ == "__main__":
    print(*main(*sys.argv[1:])[:2])
