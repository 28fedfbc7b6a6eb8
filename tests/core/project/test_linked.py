"""Evidence that stays outside: found again by its way from the project, compared by its hash, taken in when wanted."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.messages import PolicyReviewError
from core.project import (
    AttachEvidence,
    EmbedLinked,
    EvidenceDraft,
    Project,
    ProjectError,
    RemoveEvidence,
    SetEvidenceFile,
)
from tests.core.project.making import Clock

CONTENT = b"outside " * 1000


@pytest.fixture
def outside(project: Project) -> Path:
    """A file beside the project."""
    place = project.path.parent / "证据" / "公报.pdf"
    place.parent.mkdir()
    place.write_bytes(CONTENT)
    return place


def link(project: Project, file: Path) -> str:
    """A linked entry of the register."""
    return project.do(AttachEvidence("r1.c1", EvidenceDraft(kind="statistical_release"), file=file, link=True)).subject


def key_of(attempt: Callable[[], object]) -> str:
    """The key of the error that the attempt ends in."""
    with pytest.raises(PolicyReviewError) as caught:
        attempt()
    assert caught.value.sentence("zh").endswith("。")
    return caught.value.key


def test_a_linked_file_stays_where_it_is(project: Project, outside: Path, tmp_path: Path) -> None:
    """Its place and hash are in the register, its bytes are not in the project, and it opens like any other."""
    size = project.path.stat().st_size
    key = link(project, outside)
    (item,) = project.evidence()
    assert (item.holding, item.file_name, item.size, item.media_type) == (
        "linked", "公报.pdf", len(CONTENT), "application/pdf",
    )  # fmt: skip
    assert item.linked_paths == ("证据/公报.pdf", str(outside))
    assert project.linked_files() == (item,)
    assert project.look_for(key) == (outside, "present")
    assert project.evidence_bytes(key) == CONTENT
    assert project.write_evidence(key, tmp_path / "out.pdf").read_bytes() == CONTENT
    assert project.path.stat().st_size - size < len(CONTENT)
    assert project.check() == []


def test_a_linked_file_that_changed_or_went_is_said_so(project: Project, outside: Path, tmp_path: Path) -> None:
    """What the review rests on is compared whenever it is asked for, never taken on trust."""
    key = link(project, outside)
    outside.write_bytes(CONTENT.replace(b"o", b"0"))
    assert project.look_for(key) == (outside, "changed")
    assert key_of(lambda: project.evidence_bytes(key)) == "linked-changed"
    assert key_of(lambda: project.do(EmbedLinked())) == "linked-changed"
    outside.unlink()
    assert project.look_for(key) == (None, "missing")
    assert key_of(lambda: project.write_evidence(key, tmp_path / "out.pdf")) == "linked-missing"
    assert key_of(lambda: project.do(EmbedLinked((key,)))) == "linked-missing"
    assert not (tmp_path / "out.pdf").exists()
    assert project.undo_label() == "attach_evidence"


def test_folder_and_project_move_together(project: Project, outside: Path, tmp_path: Path) -> None:
    """On another machine the way from the project to the file is still the same."""
    key = link(project, outside)
    project.close()
    there = tmp_path / "elsewhere"
    there.mkdir()
    shutil.move(project.path, there)
    shutil.move(outside.parent, there)
    with Project.open(there / project.path.name) as moved:
        assert moved.look_for(key) == (there / "证据" / "公报.pdf", "present")


def test_one_edit_makes_the_file_stand_alone(project: Project, outside: Path, tmp_path: Path) -> None:
    """Embedded, nothing is outside any more: the one file has no broken link wherever it goes; undo links again."""
    key = link(project, outside)
    second = link(project, outside)
    project.do(EmbedLinked((second,)))
    assert [item.id for item in project.linked_files()] == [key]
    project.do(EmbedLinked())
    assert project.linked_files() == ()
    outside.unlink()
    project.save_copy(tmp_path / "alone.prv")
    with Project.open(tmp_path / "alone.prv") as alone:
        assert alone.linked_files() == ()
        assert alone.evidence_bytes(key) == alone.evidence_bytes(second) == CONTENT
        assert alone.check() == []
    project.undo()
    assert [item.id for item in project.linked_files()] == [key]


def test_an_address_takes_its_saved_copy_later(project: Project, outside: Path) -> None:
    """A page that may vanish is kept as it was; the entry stays the same one."""
    key = project.do(AttachEvidence("r1.c1", EvidenceDraft(kind="news", url="https://example.org/1"))).subject
    assert project.evidence()[0].copy_state is None
    project.do(SetEvidenceFile(key, content=b"<html>", file_name="1.html"))
    (item,) = project.evidence()
    assert (item.url, item.copy_state, item.file_name, item.holding) == (
        "https://example.org/1", "archive", "1.html", "embedded",
    )  # fmt: skip
    assert project.evidence_bytes(key) == b"<html>"
    project.do(SetEvidenceFile(key, file=outside, link=True))
    assert project.evidence()[0].holding == "linked"
    project.undo()
    assert project.evidence_bytes(key) == b"<html>"
    assert key_of(lambda: project.do(SetEvidenceFile("nothing", content=b""))) == "gone"


def test_a_crafted_link_reads_nothing_it_should_not(project: Project, outside: Path) -> None:
    """Devices, pipes, other sizes and shares of other machines are not read; rubbish in the row is a damaged file."""
    key = link(project, outside)
    project.close()
    if sys.platform != "win32":
        for path in ('["/dev/zero"]', '["\\\\\\\\host\\\\share\\\\a"]', '["//host/share/a"]', '["a\\u0000b"]'):
            _alter(project.path, path)
            with Project.open(project.path, read_only=True) as crafted:
                assert crafted.look_for(key) == (None, "missing")
    for path in ("[", "[1]", "{}"):
        _alter(project.path, path)
        with Project.open(project.path, read_only=True) as crafted:
            assert key_of(crafted.evidence) == "project-damaged"


def _alter(path: Path, paths: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE evidence SET linked_paths = ?", (paths,))
    connection.commit()
    connection.close()


def test_removing_a_linked_entry_leaves_the_file_alone(project: Project, outside: Path, clock: Clock) -> None:
    """The program never deletes what is not its own."""
    key = link(project, outside)
    project.do(RemoveEvidence(key))
    assert outside.read_bytes() == CONTENT
    clock.pass_by(1)
    project.undo()
    assert project.look_for(key) == (outside, "present")


def test_what_cannot_be_linked_is_a_sentence(project: Project, tmp_path: Path) -> None:
    """A missing file or a folder is refused before anything is written."""
    assert key_of(lambda: link(project, tmp_path / "none")) == "no-such-file"
    assert key_of(lambda: link(project, tmp_path)) == "read-failed"
    assert project.evidence() == ()
    with pytest.raises(ProjectError):
        project.look_for("nothing")


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a name be any bytes")
def test_a_file_whose_name_is_no_text_is_found_again(project: Project) -> None:
    """An archive of old encodings unpacks to such names; the register shows them as well as it can."""
    place = Path(os.fsdecode(os.fsencode(project.path.parent) + b"/\xb9\xab\xb1\xa8.txt"))
    place.write_bytes(CONTENT)
    link(project, place)
    (item,) = project.evidence()
    assert project.file_state(item) == "present"
    project.do(EmbedLinked())
    assert project.linked_files() == ()
