"""Starts the packaged application without a screen: it opens the sample, exports a PDF and quits by itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from build_scripts.debian import has_recognition
from build_scripts.environment import ROOT

SECONDS = 180
PDF_HEAD = b"%PDF-"
#: Some of these words stand in the picture that is recognised.
_RECOGNISED = re.compile(r"地区生产总值|Sections|章节|增长")


def executable() -> Path:
    """Where the packaged application stands."""
    folder = ROOT / ".build" / "dist" / "policy-review"
    return folder / ("policy-review.exe" if sys.platform == "win32" else "policy-review")


def run() -> int:
    """0 if the packaged application did the whole job and left a project and a PDF behind, else 1."""
    with tempfile.TemporaryDirectory(prefix="policy-review-smoke-") as folder:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        environment["QT_QPA_PLATFORM"] = "offscreen"
        try:
            done = subprocess.run([executable(), "--smoke", "--out", folder], env=environment, cwd=folder,
                                  timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            print(f"smoke: the application did not quit within {SECONDS} s", file=sys.stderr)
            return 1
        pdfs = [path for path in Path(folder).rglob("*.pdf") if path.read_bytes().startswith(PDF_HEAD)]
        projects = list(Path(folder).rglob("*.prv"))
        if done.returncode or not pdfs or not projects:
            print(f"smoke: exit code {done.returncode}, {len(pdfs)} PDF, {len(projects)} project", file=sys.stderr)
            return 1
        size = pdfs[0].stat().st_size
        print(f"smoke: the packaged application opened the sample, exported {size:,} bytes of PDF and quit")
        return _recognises(environment) if has_recognition(executable().parent) else 0


def _recognises(environment: dict[str, str]) -> int:
    """0 if the packaged application reads the words of a picture, the window of the handbook, else 1."""
    picture = ROOT / "resources" / "help" / "main-window.png"
    program = executable().with_name("policy-review-cli.exe") if sys.platform == "win32" else executable()
    done = subprocess.run([program, "extract", picture, "--recognise"], env=environment, capture_output=True,
                          timeout=SECONDS, check=False, encoding="utf-8")
    if done.returncode or not _RECOGNISED.search(done.stdout):
        print(f"smoke: no words were recognised: {done.stderr.strip()[:500]}", file=sys.stderr)
        return 1
    print("smoke: the packaged application recognised the words of a picture")
    return 0
