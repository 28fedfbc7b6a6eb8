"""Evidence: what is filled in by itself, one copy of each file, hashes that are checked, names that do no harm."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from core import vocabulary
from core.messages import PolicyReviewError
from core.model.review import EvidenceKind
from core.project import (
    AttachEvidence,
    ChangeEvidence,
    EvidenceDraft,
    EvidencePatch,
    LinkEvidence,
    Project,
    ProjectError,
)
from core.project import files as project_files
from core.project.files import safe_name
from core.project.rows import EVIDENCE_KINDS


def stored_files(project: Project) -> int:
    """How many contents the file holds."""
    connection = sqlite3.connect(project.path)
    try:
        return int(connection.execute("SELECT count(*) FROM file").fetchone()[0])
    finally:
        connection.close()


def test_a_file_is_kept_with_its_hash_and_sensible_fields(project: Project, tmp_path: Path) -> None:
    """Attaching needs no more than the file: name, type, size, hash, grade, number, time and person follow."""
    source = tmp_path / "2023年统计公报.pdf"
    source.write_bytes(b"%PDF-1.7 made" * 1000)
    key = project.do(AttachEvidence("r1.c1", EvidenceDraft(kind="statistical_release"), file=source)).subject
    source.unlink()
    (item,) = project.evidence()
    assert (item.id, item.no, item.title, item.file_name) == (key, "E-0001", source.name, source.name)
    assert (item.media_type, item.size) == ("application/pdf", 13_000)
    assert item.sha256 == hashlib.sha256(b"%PDF-1.7 made" * 1000).hexdigest()
    assert (item.reliability, item.credibility) == ("B", "2")
    assert (item.retrieved_by, item.retrieved_at) == ("王复核", "2026-03-01T09:00:00.000+08:00")
    assert project.evidence_bytes(key) == b"%PDF-1.7 made" * 1000
    assert [(link.claim, link.stance) for link in project.claims()[0].evidence] == [("r1.c1", "supports")]


def test_an_address_or_a_quote_needs_no_file(project: Project) -> None:
    """A link or an excerpt is evidence without bytes, and asking for them is a sentence, not a crash."""
    project.do(AttachEvidence(None, EvidenceDraft(kind="news", url="https://example.org/1")))
    project.do(AttachEvidence(None, EvidenceDraft(kind="quote", excerpt="全年生产总值\n比上年增长5.9%")))
    link, quote = project.evidence()
    assert (link.title, link.sha256, link.reliability, link.credibility) == ("https://example.org/1", None, "C", "3")
    assert (quote.title, quote.reliability) == ("全年生产总值 比上年增长5.9%", None)
    with pytest.raises(ProjectError) as caught:
        project.evidence_bytes(link.id)
    assert caught.value.key == "evidence-without-file"


def test_the_same_file_is_stored_once(project: Project, tmp_path: Path) -> None:
    """Ten claims resting on one yearbook do not make the project ten yearbooks large."""
    source = tmp_path / "年鉴.txt"
    source.write_bytes(b"same" * 1000)
    before = stored_files(project)
    first = project.do(AttachEvidence("r1.c1", EvidenceDraft(), file=source)).subject
    second = project.do(AttachEvidence("r1.c2", EvidenceDraft(), content=b"same" * 1000)).subject
    assert stored_files(project) == before + 1
    assert first != second
    assert project.evidence_bytes(first) == project.evidence_bytes(second) == b"same" * 1000


def test_an_empty_file_is_a_file(project: Project, tmp_path: Path) -> None:
    """Zero bytes have a hash, too."""
    (tmp_path / "empty.txt").touch()
    key = project.do(AttachEvidence(None, EvidenceDraft(), file=tmp_path / "empty.txt")).subject
    assert project.evidence()[0].size == 0
    assert project.evidence_bytes(key) == b""


def test_evidence_larger_than_a_read_is_streamed_whole(project: Project, tmp_path: Path) -> None:
    """Files beyond one chunk come back byte for byte, by memory and by file."""
    content = os.urandom(3 * 2**20 + 17)
    (tmp_path / "big.bin").write_bytes(content)
    key = project.do(AttachEvidence(None, EvidenceDraft(), file=tmp_path / "big.bin")).subject
    target = tmp_path / "out.bin"
    target.write_bytes(b"old")
    assert project.write_evidence(key, target) == target
    assert target.read_bytes() == content == project.evidence_bytes(key)


def test_a_stance_can_be_said_anew(project: Project) -> None:
    """Attaching again changes how the evidence bears on the claim, not how often."""
    key = project.do(AttachEvidence("r1.c1", EvidenceDraft(url="https://example.org"))).subject
    project.do(LinkEvidence("r1.c1", key, "refutes"))
    assert [(link.claim, link.stance) for link in project.links()] == [("r1.c1", "refutes")]


def test_the_grade_follows_the_kind_until_a_person_set_it(project: Project) -> None:
    """A start grade is a suggestion; a judged one is a decision."""
    key = project.do(AttachEvidence(None, EvidenceDraft(kind="news", title="报道"))).subject
    project.do(ChangeEvidence(key, EvidencePatch(kind="audit_report")))
    assert (project.evidence()[0].reliability, project.evidence()[0].credibility) == ("A", "2")
    project.do(ChangeEvidence(key, EvidencePatch(credibility="5")))
    project.do(ChangeEvidence(key, EvidencePatch(kind="social")))
    assert (project.evidence()[0].reliability, project.evidence()[0].credibility) == ("A", "5")


def test_an_entry_has_all_fields_of_the_register_with_values_to_start_from(project: Project) -> None:
    """Kind, provider, grade, dates and place are kept apart; what the kind tells is filled in and can be changed."""
    draft = EvidenceDraft(
        kind="statistical_release", title="年鉴", provider="统计局", provider_role="upper_level", signature="refused",
        signature_reason="无人值守", copy_state="certified_copy", url="https://example.org", data_period="2023",
        archive_url="https://archive.example.org", vintage="preliminary", published_on="2024-02-01", page="12",
        table="表3-1", cell="第4行“地区生产总值”", time="00:12:30", independence_group="统计局", excerpt="6.1%",
    )  # fmt: skip
    key = project.do(AttachEvidence("r1.c1", draft, content=b"x", note="同口径")).subject
    (item,) = project.evidence()
    for field in fields(draft):
        given = getattr(draft, field.name)
        assert getattr(item, field.name) == given or given in (None, "")
    assert (item.method, item.sensitivity, item.holding) == ("search", "public", "embedded")
    assert project.claims()[0].evidence[0].note == "同口径"
    project.do(ChangeEvidence(key, EvidencePatch(kind="voucher", method="reperformance", vintage="", cell="B4")))
    (now,) = project.evidence()
    assert (now.method, now.provider_role, now.sensitivity, now.vintage, now.cell) == (
        "reperformance", "upper_level", "internal", None, "B4",
    )  # fmt: skip


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
def test_every_kind_starts_with_known_words(project: Project, kind: EvidenceKind) -> None:
    """The start values of the handbook are words of the model, and an entry of any kind can be made from nothing."""
    key = project.do(AttachEvidence(None, EvidenceDraft(kind=kind))).subject
    (item,) = project.evidence()
    grade = vocabulary.attribute("evidence_kind", kind, "grade")
    assert (item.id, f"{item.reliability or ''}{item.credibility or ''}") == (key, grade)
    assert item.holding is None and item.copy_state is None and item.signature == "not_needed"


def test_a_note_on_the_bearing_stays_when_the_stance_changes(project: Project) -> None:
    """Choosing another stance in a menu does not wipe the words beside it."""
    key = project.do(AttachEvidence("r1.c1", EvidenceDraft(title="t"), note="只到上半年")).subject
    project.do(LinkEvidence("r1.c1", key, "refutes"))
    assert [(link.stance, link.note) for link in project.links()] == [("refutes", "只到上半年")]
    project.do(LinkEvidence("r1.c1", key, "neutral", note=""))
    assert [(link.stance, link.note) for link in project.links()] == [("neutral", "")]


def test_a_patch_changes_what_it_names_and_empties_on_request(project: Project) -> None:
    """None leaves a field, an empty text clears it."""
    draft = EvidenceDraft(title="通报", url="https://example.org", published_on="2024-01-02", notes="n")
    key = project.do(AttachEvidence(None, draft)).subject
    project.do(ChangeEvidence(key, EvidencePatch(url="", locator="第3页")))
    (item,) = project.evidence()
    assert (item.url, item.locator, item.published_on, item.notes, item.title) == (
        None, "第3页", "2024-01-02", "n", "通报",
    )  # fmt: skip


def test_altered_bytes_are_not_given_out(project: Project, tmp_path: Path) -> None:
    """Evidence whose hash does not match is reported by number and never exported."""
    key = project.do(AttachEvidence(None, EvidenceDraft(), content=b"true bytes")).subject
    project.close()
    connection = sqlite3.connect(project.path)
    connection.execute("UPDATE file SET content = x'00' WHERE size = 10")
    connection.commit()
    connection.close()
    with Project.open(project.path) as altered:
        for ask in (lambda: altered.evidence_bytes(key), lambda: altered.write_evidence(key, tmp_path / "out")):
            with pytest.raises(ProjectError) as caught:
                ask()
            assert caught.value.key == "evidence-damaged"
        assert [problem.key for problem in altered.check()] == ["evidence-damaged"]
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.glob(".out*"))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("C:\\Windows\\system32\\cmd.exe", "cmd.exe"),
        ("..", "file"),
        ("...", "file"),
        ("", "file"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("CON.txt", "file"),
        ("lpt1", "file"),
        ("公报 2023.pdf", "公报 2023.pdf"),
        ("\u202efdp.exe", "_fdp.exe"),
        ("长" * 300 + ".pdf", "长" * 80 + ".pdf"),
        (".bashrc", "bashrc"),
        ("a:b|c.txt", "a_b_c.txt"),
    ],
)
def test_a_file_name_never_leaves_its_folder(name: str, safe: str) -> None:
    """Names from a project may come from anyone; on no system do they climb, hide or name a device."""
    assert safe_name(name, "file") == safe


def test_export_into_a_folder_stays_there_and_overwrites_nothing(project: Project, tmp_path: Path) -> None:
    """A climbing name in the file itself, not only at attaching, is written inside the chosen folder."""
    key = project.do(AttachEvidence(None, EvidenceDraft(file_name="a.txt"), content=b"1")).subject
    project.close()
    connection = sqlite3.connect(project.path)
    connection.execute("UPDATE evidence SET no = '../../E-1', file_name = '../../../evil.txt'")
    connection.commit()
    connection.close()
    folder = tmp_path / "out"
    folder.mkdir()
    with Project.open(project.path, read_only=True) as hostile:
        assert hostile.evidence()[0].file_name == "evil.txt"
        first = hostile.write_evidence(key, folder)
        second = hostile.write_evidence(key, folder)
    assert first.parent == second.parent == folder
    assert first != second
    assert {path.name for path in folder.iterdir()} == {first.name, second.name}
    assert not (tmp_path / "evil.txt").exists()


def test_a_link_at_the_target_is_replaced_not_followed(project: Project, tmp_path: Path) -> None:
    """Exporting over a symbolic link never writes to where it leads."""
    key = project.do(AttachEvidence(None, EvidenceDraft(), content=b"new")).subject
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    link = tmp_path / "link"
    link.symlink_to(victim)
    project.write_evidence(key, link)
    assert victim.read_bytes() == b"mine"
    assert link.read_bytes() == b"new" and not link.is_symlink()


def test_what_is_no_file_is_refused_with_a_sentence(project: Project, tmp_path: Path) -> None:
    """A missing file, a folder or a pipe ends in a sentence, nothing hangs and nothing is attached."""
    cases = [(tmp_path / "none", "no-such-file"), (tmp_path, "read-failed")]
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        cases.append((tmp_path / "pipe", "read-failed"))
    for path, key in cases:
        with pytest.raises(PolicyReviewError) as caught:
            project.do(AttachEvidence("r1.c1", EvidenceDraft(), file=path))
        assert caught.value.key == key
    assert project.evidence() == ()
    assert project.undo_label() is None


def test_a_file_that_grows_while_it_is_read_is_not_attached(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is stored always has the hash that is written beside it."""
    source = tmp_path / "log.txt"
    source.write_bytes(b"one")
    hashed = project_files._hashed

    def hash_then_grow(path: Path, done: project_files.Progress) -> project_files.StoredFile:
        stored = hashed(path, done)
        with path.open("ab") as file:
            file.write(b"two")
        return stored

    monkeypatch.setattr(project_files, "_hashed", hash_then_grow)
    with pytest.raises(ProjectError) as caught:
        project.do(AttachEvidence(None, EvidenceDraft(), file=source))
    assert caught.value.key == "evidence-changing"
    assert project.evidence() == ()


def test_a_file_beyond_the_limit_is_refused(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite holds a billion bytes a file; more is a sentence before anything is written."""
    monkeypatch.setattr(project_files, "LARGEST_FILE", 5000)
    (tmp_path / "big").write_bytes(bytes(6000))
    with pytest.raises(ProjectError) as caught:
        project.do(AttachEvidence(None, EvidenceDraft(), file=tmp_path / "big"))
    assert caught.value.key == "evidence-too-large"
