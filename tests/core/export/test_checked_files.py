"""What an export says of evidence was checked against its SHA-256 while it was written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pypdfium2
import pytest

import seeds
from core.export.json import review
from core.export.pdf import export_pdf
from core.pipeline import read_report
from core.project import AttachEvidence, EvidenceDraft, Project


@pytest.fixture
def project_file(tmp_path: Path) -> Path:
    """A project with a sound file, a damaged one, a linked one that changed, one that is gone, and a quote."""
    for name in ("甲.txt", "乙.txt", "丙.txt", "丁.txt"):
        (tmp_path / name).write_text(f"{name}的内容", encoding="utf-8")
    sample = seeds.samples()[0].file
    report, original = read_report(sample)
    with Project.create(tmp_path / "评审.prv", report, original, created_by="甲") as project:
        project.do(AttachEvidence(None, EvidenceDraft(), file=tmp_path / "甲.txt"))
        project.do(AttachEvidence(None, EvidenceDraft(), file=tmp_path / "乙.txt"))
        project.do(AttachEvidence(None, EvidenceDraft(), file=tmp_path / "丙.txt", link=True))
        project.do(AttachEvidence(None, EvidenceDraft(), file=tmp_path / "丁.txt", link=True))
        project.do(AttachEvidence(None, EvidenceDraft(kind="quote", excerpt="原话")))
        path, damaged = project.path, project.evidence()[1].sha256
    connection = sqlite3.connect(path)
    connection.execute("UPDATE file SET content = ? WHERE sha256 = ?", (b"x" * 18, damaged))
    connection.commit()
    connection.close()
    (tmp_path / "丙.txt").write_text("改过的内容", encoding="utf-8")
    (tmp_path / "丁.txt").unlink()
    return path


def test_json_says_of_each_file_whether_it_matched(project_file: Path) -> None:
    """Who reads the export need not trust that someone pressed a button."""
    with Project.open(project_file, read_only=True) as project:
        entries = review(project)["evidence"]
    assert isinstance(entries, list)
    assert [entry["file_state"] for entry in entries] == ["present", "changed", "changed", "missing", None]


def test_the_pdf_says_so_in_the_register(project_file: Path, tmp_path: Path) -> None:
    """An auditor's reader sees at the entry that its file is not the one that was registered."""
    with Project.open(project_file, read_only=True) as project:
        export_pdf(project, tmp_path / "a.pdf", language="zh")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    assert text.count("文件与SHA-256相符") == 1
    assert text.count("与登记的SHA-256不符") == 2
    assert text.count("导出时找不到文件") == 1
