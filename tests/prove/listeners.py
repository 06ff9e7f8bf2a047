# SPDX-License-Identifier: MIT
"""outloud and pdfua: what programs that read aloud would trip over. ./dev prove installs them."""
import fnmatch
import json
import pathlib
import tempfile
import tomllib

from access import documents
from promise import ROOT, outcome, promise, run

PROGRAMS = ROOT / "build" / "listeners" / "bin"
REASONS = pathlib.Path(__file__).with_name("listeners.toml")
OUTLOUD = [str(PROGRAMS / "outloud"), "--version"]
PDFUA = [str(PROGRAMS / "pdfua"), "--version"]


def by_outloud(files):
    """(file, rule, what) of each finding that is more than a remark."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.json"
        told = run(PROGRAMS / "outloud", "-q", "--json", report, "--fail-on", "never", *files)
        if not report.exists():
            raise RuntimeError(f"outloud: {told.stderr[-500:]}")
        return outloud_findings(json.loads(report.read_text()))


def outloud_findings(report):
    for result in report["results"]:
        if result["error"]:
            yield result["path"], "error", result["error"]
        for finding in result["findings"]:
            if finding["severity"] != "info":
                yield result["path"], finding["rule"], finding["message"]


def by_pdfua(files):
    for file in files:
        told = run(PROGRAMS / "pdfua", "check", file, "-f", "json", "--certain-only")
        for finding in json.loads(told.stdout)["findings"]:
            if finding["severity"] != "info":
                yield str(file), finding["rule_id"], finding["message"]


def without_reason(findings, reasons):
    """Findings that nothing explains, and reasons that nothing needs."""
    used, faults = set(), []
    for file, rule, what in findings:
        fitting = [i for i, reason in enumerate(reasons) if rule in reason["rules"]
                   and fnmatch.fnmatch(pathlib.Path(file).name, reason["files"])]
        used.update(fitting)
        if not fitting:
            faults.append(f"{file}: {rule}: {what}")
    faults += [f"listeners.toml: no finding needs the reason for {', '.join(reason['rules'])}"
               for i, reason in enumerate(reasons) if i not in used]
    return faults


@promise("listeners", "Checkers of what a screen reader says find nothing without a reason",
         [OUTLOUD, PDFUA], minutes=8)
def listeners():
    files = documents()
    reasons = tomllib.loads(REASONS.read_text())["reason"]
    findings = [*by_outloud(files), *by_pdfua(files)]
    return outcome(without_reason(findings, reasons),
                   f"{len(files)} files, {len(findings)} findings, each with a reason in "
                   "tests/prove/listeners.toml")
