"""The whole job through the real window, without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.project import Project
from gui import __main__

ROOT = Path(__file__).resolve().parents[2]


def test_the_job_without_a_screen_leaves_project_and_pdf(tmp_path: Path) -> None:
    """The README's one command, and the packaged application's check, in a process of its own as users start it."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONUTF8="1")
    out = tmp_path / "out"  # the settings of the tests stand in tmp_path itself; a user's first run has none
    done = subprocess.run(
        [sys.executable, "-m", "gui", "--smoke", "--out", str(out)],
        cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=180, check=False,
    )
    assert done.returncode == 0, done.stderr
    project, pdf = next(out.glob("*.prv")), next(out.glob("*.pdf"))
    assert str(project) in done.stdout and str(pdf) in done.stdout
    assert pdf.read_bytes().startswith(b"%PDF-")
    with Project.open(project, read_only=True) as opened:
        assert len(opened.evidence()) == 1
        assert any(claim.veracity == "supported" and claim.tags for claim in opened.claims())


def test_a_missing_file_ends_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The job on a file that is not there says so and fails."""
    monkeypatch.setenv("POLICY_REVIEW_SETTINGS", str(tmp_path / "s.ini"))
    assert __main__.main(["--headless", str(tmp_path / "none.txt"), "--out", str(tmp_path / "out")]) == 1
    assert "none.txt" in capsys.readouterr().err
