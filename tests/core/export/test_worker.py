"""The process that sets the type."""

from __future__ import annotations

import json
from pathlib import Path

import resources
from core.export.worker import main


def _job(folder: Path, template: str) -> Path:
    source = folder / "t.typ"
    source.write_text(template, encoding="utf-8")
    job = folder / "job.json"
    parts = {
        "template": str(source), "root": str(folder), "fonts": str(resources.path("fonts")), "data": {"a": "#b"},
        "output": str(folder / "out.pdf"), "timestamp": 0,
    }  # fmt: skip
    job.write_text(json.dumps(parts), encoding="utf-8")
    return job


def test_a_font_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """typst only warns, and would print nothing where the words should be."""
    job = _job(tmp_path, '#set text(font: "No Such Family")\n文字')
    assert main([str(job)]) == 1
    assert "no such family" in json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["reason"].lower()
    assert not (tmp_path / "out.pdf").exists()


def test_a_good_job_writes_the_document(tmp_path: Path) -> None:
    """Data arrives as data."""
    job = _job(tmp_path, '#set text(font: "Noto Sans SC")\n#json(bytes(sys.inputs.data)).a')
    assert main(["--render", str(job)]) == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_a_broken_template_is_told_not_raised(tmp_path: Path) -> None:
    """The parent reads the reason from the result."""
    assert main([str(_job(tmp_path, "#nothing-here"))]) == 1
    assert "nothing-here" in json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["reason"]
