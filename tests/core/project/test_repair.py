"""Repair: what the log proves comes back as it was, what is lost is named, the damaged file stays as it is."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.project import (
    AddTag,
    AttachEvidence,
    Edit,
    EvidenceDraft,
    MarkClaim,
    Project,
    ProjectError,
    SetNote,
    SetVerdict,
    snapshots,
)
from core.project.repair import Repaired, repair
from core.project.salvage import Pages
from tests.core.project.making import made_project, span_of

OLD = Path(__file__).parent / "old"
PAGE = 4096


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with work of every kind in it, closed; made once, for its two hundred steps take a second."""
    with made_project(tmp_path_factory.mktemp("worked"), "p.prv") as project:
        key = project.do(MarkClaim("r1", span_of("𠮷祥路通车"))).subject
        for number in range(60):
            edits: list[Edit] = [
                SetNote(f"r1.c{number % 4 + 1}", f"备注{number}" * 30), AddTag(key, "city"),
                SetVerdict(f"r1.c{number % 4 + 1}", "mostly" if number % 3 else None),
            ]  # fmt: skip
            for edit in edits:
                project.do(edit)
        for number in range(4):
            content = bytes([number]) * 20_000
            project.do(AttachEvidence(key, EvidenceDraft(title=f"证据{number}"), content=content))
        project.undo()
        project.put_draft("r1.c1.note", "half typed")
        return project.path


@pytest.fixture
def path(worked: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    return shutil.copy(worked, tmp_path / "p.prv")


def state(path: Path) -> tuple[object, ...]:
    """All that a project holds."""
    with Project.open(path) as project:
        return project.content_hash(), project.claims(), project.evidence(), project.tags(), project.undo_label()


def pages_of(path: Path, table: str) -> list[int]:
    """The numbers of a table's pages, its overflow pages too."""
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT pageno FROM dbstat WHERE name = ?", (table,))]
    connection.close()
    return found


def spoil(path: Path, *pages: int) -> bytes:
    """Overwrite pages with rubbish; gives the damaged file's bytes."""
    data = bytearray(path.read_bytes())
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = random.Random(page).randbytes(PAGE)
    path.write_bytes(data)
    return bytes(data)


def keys(done: Repaired) -> set[str]:
    """What the report says, each line in both languages."""
    for line in done.lines:
        assert line.sentence("zh") and line.sentence("en")
    return {line.key for line in done.lines}


@pytest.mark.parametrize("table", ["claim", "anchor", "verdict", "evidence", "claim_tag", "tag", "setting", "version",
                                   "log_subject", "sqlite_autoindex_claim_1", "evidence_link", "edition"])  # fmt: skip
def test_decisions_come_back_whole_from_the_log(path: Path, table: str) -> None:
    """Whichever table is destroyed: the log has all of it; nothing is lost, undo goes on, the original is untouched."""
    try:
        pages = pages_of(path, table)
    except sqlite3.Error:
        pytest.skip("this SQLite does not tell which page is whose (no dbstat)")
    before = state(path)
    damaged = spoil(path, *pages)
    done = repair(path)
    assert keys(done) >= {"log-whole", "nothing-lost", "kept-aside"}
    assert done.original.read_bytes() == damaged
    assert state(path) == before
    with Project.open(path) as project:
        assert project.check() == []
        assert project.take_drafts() == {"r1.c1.note": "half typed"}
        while project.undo():
            pass
        assert project.check() == []


def test_the_first_page_may_be_gone(path: Path) -> None:
    """Without the header and the schema the rows are still on their pages; only the way back by undo is lost."""
    before = state(path)
    spoil(path, 1)
    done = repair(path)
    assert state(path)[:-1] == before[:-1]
    assert keys(done) == {"log-whole", "rows-from-log", "undo-lost", "kept-aside"}
    with Project.open(path) as project:
        assert project.check() == []
        project.do(SetNote("r1.c1", "goes on"))


def test_a_hole_in_the_log_leaves_what_the_tables_hold(path: Path) -> None:
    """The entries up to the hole stay verified, the decisions stay as they are, and the report says so."""
    before = state(path)
    with closing(Pages(path)) as pages:
        rows = [row.rowid for row in pages.rows() if row.kinds == "ntttttttt"]
    assert len(rows) > 100
    connection = sqlite3.connect(path)
    connection.execute("UPDATE log SET changes = '[]' WHERE seq = 100")
    connection.commit()
    connection.close()
    with Project.open(path) as project:
        assert [error.key for error in project.check()] == ["log-broken"]
    done = repair(path)
    assert keys(done) == {"log-cut", "undo-lost", "kept-aside"}
    assert state(path)[:-1] == before[:-1]
    with Project.open(path) as project:
        assert project.check() == []


def test_a_row_that_another_program_altered_is_set_back(path: Path) -> None:
    """The full check finds what the log does not tell; repairing makes it again after the log."""
    before = state(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE verdict SET value = 'refuted'")
    connection.commit()
    connection.close()
    with Project.open(path) as project:
        assert [error.key for error in project.check()] == ["rows-not-of-log"]
    assert "rows-from-log" in keys(repair(path))
    assert state(path) == before


def test_evidence_whose_bytes_are_gone_is_named(path: Path) -> None:
    """Its entry stays, and the report says which file has to be attached again; the others are whole."""
    data = path.read_bytes()
    place = data.index(b"\x02" * 3000)
    path.write_bytes(data[:place] + b"\xff" * 3000 + data[place + 3000 :])
    done = repair(path)
    (line,) = [line for line in done.lines if line.key == "content-lost"]
    assert line.lost and line.params["title"] == "证据2"
    with Project.open(path) as project:
        assert [error.key for error in project.check()] == ["evidence-damaged"]
        kept = [item for item in project.evidence() if item.title != "证据2"]
        assert all(len(project.evidence_bytes(item.id)) == 20_000 for item in kept)


def test_a_file_destroyed_from_end_to_end_comes_back_from_its_snapshot(path: Path) -> None:
    """With a snapshot beside it only what was done since is lost, and the bytes of evidence are there."""
    before = state(path)
    assert snapshots.take(path) is not None
    with Project.open(path) as project:
        project.do(SetNote("r1.c1", "since the snapshot"))
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))
    done = repair(path)
    assert "from-snapshots" in keys(done)
    assert state(path)[:-1] == before[:-1]
    with Project.open(path) as project:
        assert project.check() == []
        assert all(project.evidence_bytes(item.id) for item in project.evidence())


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_damaged_the_repaired_project_is_sound(path: Path, seed: int) -> None:
    """Random pages, zeroed, scrambled or cut off: what comes out passes every check but for the evidence that is
    named; what cannot be repaired is left as it was; the damaged bytes are kept."""
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 8)):
        place, size = chance.randrange(len(data)), chance.choice((1, 16, 500, PAGE, 5 * PAGE))
        size = min(size, len(data) - place)
        data[place : place + size] = chance.choice((bytes(size), chance.randbytes(size)))
    if chance.random() < 0.3:
        del data[chance.randrange(len(data) // 2, len(data)) :]
    path.write_bytes(data)
    try:
        done = repair(path)
    except ProjectError as error:
        assert error.key in {"repair-impossible", "project-newer"}
        assert path.read_bytes() == data
        assert [item.name for item in path.parent.iterdir()] == [path.name]
        return
    assert done.original.read_bytes() == data
    assert sorted(item.name for item in path.parent.iterdir()) == sorted([path.name, done.original.name])
    with Project.open(path) as project:
        named = sum(line.key in {"content-lost", "original-lost"} for line in done.lines)
        errors = project.check()
        assert {error.key for error in errors} <= {"evidence-damaged", "original-damaged"}
        assert (named > 0) == bool(errors)
        project.claims(), project.hits(), project.evidence(), project.tags()
        project.do(SetNote("r1.c1", "goes on"))
        assert {error.key for error in project.check()} <= {"evidence-damaged", "original-damaged"}


def test_an_unfinished_write_is_taken_back_before_anything_is_read(path: Path, tmp_path: Path) -> None:
    """The journal of a crash belongs to the damaged file: it is played back for the repair, kept with the original,
    and never played into the new file."""
    before = state(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE claim SET note = hex(zeroblob(50000))")
    crashed = tmp_path / "crashed" / path.name
    crashed.parent.mkdir()
    for name in (path.name, f"{path.name}-journal"):
        shutil.copy(path.parent / name, crashed.parent / name)
    connection.execute("ROLLBACK")
    connection.close()
    done = repair(crashed)
    assert state(crashed) == before
    assert Path(f"{done.original}-journal").exists()
    assert not Path(f"{crashed}-journal").exists()


def test_a_project_that_is_open_is_not_repaired(path: Path) -> None:
    """The window that has it open would go on writing the old file."""
    with Project.open(path), pytest.raises(ProjectError) as caught:
        repair(path)
    assert caught.value.key == "repair-in-use"


def test_a_repair_that_is_called_off_changes_nothing(path: Path) -> None:
    """What progress raises ends it."""

    class StopError(Exception):
        pass

    def stop(_share: float) -> None:
        raise StopError

    before = path.read_bytes()
    with pytest.raises(StopError):
        repair(path, stop)
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["v1-county.prv", "v1-digest.prv"])
def test_a_damaged_file_of_format_1_is_repaired_into_todays(tmp_path: Path, name: str) -> None:
    """Its log is read as migration reads it, and the decisions are those of the migrated file."""
    whole, damaged = tmp_path / "whole.prv", tmp_path / "damaged.prv"
    shutil.copy(OLD / name, whole)
    shutil.copy(OLD / name, damaged)
    pages = pages_of(damaged, "claim")
    spoil(damaged, *pages)
    repair(damaged)
    with Project.open(whole) as sound, Project.open(damaged) as repaired:
        assert repaired.check() == []
        assert repaired.claims() == sound.claims()
        assert [item.title for item in repaired.evidence()] == [item.title for item in sound.evidence()]
