"""Snapshots: whole or not there, never a second of the same, never in the way of an edit, and the way back."""

from __future__ import annotations

import shutil
import sqlite3
from collections import namedtuple
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.project import (
    APPLICATION_ID,
    AddTag,
    AttachEvidence,
    DefineTag,
    EvidenceDraft,
    MarkClaim,
    Project,
    ProjectError,
    RestoreSnapshot,
    SetNote,
    SetVerdict,
    aside,
    restoring,
    rotation,
    snapshots,
)
from tests.core.project.making import Clock, made_project, span_of

START = datetime(2026, 3, 1, 9, 0, tzinfo=timezone(timedelta(hours=8)))


def worked(project: Project) -> str:
    """Some work of every kind; gives the id of the evidence."""
    key = project.do(MarkClaim("r1", span_of("𠮷祥路通车"))).subject
    tag = project.do(DefineTag(None, f"自定{len(project.tags())}", "", "#123456")).subject
    project.do(AddTag(key, tag))
    project.do(SetVerdict("r1.c1", "mostly"))
    return project.do(AttachEvidence(key, EvidenceDraft(title="证据"), content=b"\x01" * 50_000)).subject


def test_a_snapshot_shows_the_project_as_it_was(project: Project, clock: Clock) -> None:
    """It opens as a project, read-only with the reason, with every decision, and the bytes of its evidence."""
    evidence = worked(project)
    then = project.content_hash()
    taken = snapshots.take(project.path, clock=clock)
    assert taken is not None and taken.edit == "attach_evidence" and taken.by == "王复核" and taken.at
    project.do(SetNote("r1.c1", "later"))
    with Project.open(taken.path) as past:
        assert past.read_only and past.read_only_reason is not None
        assert past.read_only_reason.key == "project-snapshot"
        assert project.path.name in past.read_only_reason.sentence("zh")
        assert past.content_hash() == then
        assert past.evidence_bytes(evidence) == b"\x01" * 50_000
        assert past.check() == []
        assert past.claims()[0].note == ""
        with pytest.raises(ProjectError):
            past.do(SetNote("r1.c1", "x"))


def test_the_bytes_of_evidence_are_kept_once_for_all_snapshots(project: Project, clock: Clock) -> None:
    """Ten snapshots of much evidence are the evidence once, and ten small files."""
    content = bytes(range(256)) * 4000
    project.do(AttachEvidence("r1.c1", EvidenceDraft(), content=content))
    for number in range(10):
        project.do(SetNote("r1.c1", str(number)))
        clock.pass_by(600)
        snapshots.take(project.path, clock=clock)
    folder = aside.folder_of(project.path)
    sizes = [path.stat().st_size for path in folder.glob("*.prv")]
    assert len(sizes) == 10 and max(sizes) < len(content) / 4
    assert sum(path.stat().st_size for path in folder.rglob("*")) < 2 * len(content) + sum(sizes)


def test_nothing_is_made_when_nothing_changed(project: Project, clock: Clock) -> None:
    """Looking at a project for a day leaves one snapshot, not a hundred."""
    assert snapshots.take(project.path, clock=clock) is not None
    clock.pass_by(3600)
    assert snapshots.take(project.path, clock=clock) is None
    project.do(SetNote("r1.c1", "x"))
    assert snapshots.take(project.path, clock=clock) is not None
    assert [snapshot.edit for snapshot in snapshots.listed(project.path)] == ["set_note", "create_project"]


def test_a_clock_that_was_set_back_neither_doubles_nor_drops_what_is_newest(project: Project, clock: Clock) -> None:
    """The log tells which snapshot is the later one: the last ones stay, and a state is kept once."""
    clock.pass_by(10 * 365 * 86400)
    assert snapshots.take(project.path, clock=clock) is not None
    clock.pass_by(-10 * 365 * 86400)
    assert snapshots.take(project.path, clock=clock) is None
    for number in range(rotation.KEPT + 10):
        project.do(SetNote("r1.c1", str(number)))
        clock.pass_by(-60)
        assert snapshots.take(project.path, clock=clock) is not None
    entries = sorted(snapshot.entries for snapshot in snapshots.listed(project.path))
    last = project.head[0]
    assert len(entries) == rotation.KEPT
    assert entries[-rotation.NEWEST :] == list(range(last - rotation.NEWEST + 1, last + 1))


def test_ten_snapshots_can_each_be_restored_and_the_restoring_undone(project: Project, clock: Clock) -> None:
    """Each gives the very content of its time; undo brings back the present; the log tells it and holds together."""
    then = {}
    for number in range(10):
        worked(project)
        project.do(SetNote("r1.c2", f"at {number}"))
        clock.pass_by(600)
        taken = snapshots.take(project.path, clock=clock)
        assert taken is not None
        then[taken.path] = project.content_hash()
    present = project.content_hash()
    for snapshot in snapshots.listed(project.path)[1:]:
        project.do(RestoreSnapshot(snapshot.path))
        assert project.content_hash() == then[snapshot.path]
        assert project.undo_label() == "restore_snapshot"
        with Project.open(snapshot.path) as past:
            assert past.claims() == project.claims()
            assert past.evidence() == project.evidence()
        project.undo()
        assert project.content_hash() == present
        assert project.redo() is not None
        assert project.content_hash() == then[snapshot.path]
        project.undo()
    assert project.check() == []


def test_a_snapshot_saved_as_a_copy_is_a_project_on_its_own(
    project: Project, clock: Clock, tmp_path: Path
) -> None:
    """With the project lost, or only its evidence, a snapshot alone gives back all, bytes and log and undo."""
    evidence = worked(project)
    then = project.content_hash()
    taken = snapshots.take(project.path, clock=clock)
    assert taken is not None
    project.close()
    project.path.unlink()
    with Project.open(taken.path) as past:
        past.save_copy(tmp_path / "rescued.prv")
    with Project.open(tmp_path / "rescued.prv") as rescued:
        assert not rescued.read_only
        assert rescued.content_hash() == then
        assert rescued.evidence_bytes(evidence) == b"\x01" * 50_000
        assert rescued.check() == []
        assert rescued.undo() is not None


def test_contents_missing_beside_a_snapshot_come_from_the_project(
    project: Project, clock: Clock, tmp_path: Path
) -> None:
    """Where the disk had no room for the bytes a second time, the project's own serve; without them it is said."""
    evidence = worked(project)
    taken = snapshots.take(project.path, clock=clock)
    assert taken is not None
    shutil.rmtree(taken.path.parent / "files")
    with Project.open(taken.path) as past:
        assert past.evidence_bytes(evidence) == b"\x01" * 50_000
    project.close()
    project.path.rename(tmp_path / "elsewhere.prv")
    with Project.open(taken.path) as past:
        with pytest.raises(ProjectError) as caught:
            past.evidence_bytes(evidence)
        assert caught.value.key == "evidence-damaged"
        past.save_copy(tmp_path / "without.prv")
    with Project.open(tmp_path / "without.prv") as copy:
        assert {error.key for error in copy.check()} == {"original-damaged", "evidence-damaged"}


def test_an_edit_never_waits_for_a_snapshot(project: Project) -> None:
    """While an edit is under way, which SQLite's journal shows, the snapshot is given up at once and leaves nothing."""
    worked(project)
    journal = Path(f"{project.path}-journal")
    other = sqlite3.connect(project.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE claim SET note = 'x'")
    assert journal.exists()
    with pytest.raises(snapshots.WriterWaitsError):
        for _ in range(100):
            snapshots._INSTRUCTIONS = 1
            snapshots.take(project.path)
    other.execute("ROLLBACK")
    other.close()
    assert not [path for path in aside.folder_of(project.path).rglob("*") if path.is_file()]
    assert snapshots.take(project.path) is not None


def test_a_disk_that_is_nearly_full_is_left_alone(
    project: Project, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Snapshots are not what fills a disk: without room there is none; with little there are no bytes of evidence."""
    worked(project)
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**12, 0, 10**9))
    with pytest.raises(ProjectError) as caught:
        snapshots.take(project.path, clock=clock)
    assert caught.value.key == "snapshot-no-room"
    assert snapshots.listed(project.path) == []
    project.do(AttachEvidence("r1.c1", EvidenceDraft(), content=bytes(3_000_000)))
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 0, 256 * 2**20 + 10**6))
    with pytest.raises(ProjectError):
        snapshots.take(project.path, clock=clock)
    (only,) = snapshots.listed(project.path)
    assert only.edit == "attach_evidence"


def test_a_snapshot_that_fails_leaves_no_half_of_one(
    project: Project, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing has a snapshot's name before it is whole, checked and on the disk."""

    def broken(_path: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("core.project.database.sync", broken)
    with pytest.raises(ProjectError) as caught:
        snapshots.take(project.path, clock=clock)
    assert caught.value.key == "snapshot-failed"
    assert not [path for path in aside.folder_of(project.path).rglob("*") if path.is_file()]


def test_a_folder_that_is_a_link_is_not_followed(project: Project, tmp_path: Path) -> None:
    """A folder that someone sent along cannot make us write elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    aside.folder_of(project.path).symlink_to(elsewhere)
    with pytest.raises(ProjectError) as caught:
        snapshots.take(project.path)
    assert caught.value.key == "snapshot-failed"
    assert list(elsewhere.iterdir()) == []


def test_contents_are_asked_for_by_hash_and_by_nothing_else(tmp_path: Path) -> None:
    """A path in the place of a hash leads nowhere."""
    for word in ("../../etc/passwd", "x", "A" * 64, "a" * 63, f"{'a' * 64}/..", f"{'a' * 64}\n"):
        with pytest.raises(KeyError):
            aside.content_place(tmp_path, word)


def test_a_snapshot_of_another_project_is_not_restored(project: Project, tmp_path: Path, clock: Clock) -> None:
    """A project made anew under an old name does not take the old one's snapshots for its own."""
    (tmp_path / "other").mkdir()
    with made_project(tmp_path / "other") as other:
        other.do(SetNote("r1.c1", "other"))
        taken = snapshots.take(other.path, clock=clock)
    assert taken is not None
    before = project.content_hash()
    with pytest.raises(ProjectError) as caught:
        project.do(RestoreSnapshot(taken.path))
    assert caught.value.key == "snapshot-other-project"
    assert project.content_hash() == before
    shutil.copytree(taken.path.parent, aside.folder_of(project.path))
    for number in range(30):
        project.do(SetNote("r1.c1", str(number)))
        clock.pass_by(60)
        snapshots.take(project.path, clock=clock, kept=10)
    of_other = [snapshot for snapshot in snapshots.listed(project.path) if snapshot.edit == "set_note"]
    assert len(of_other) == 11  # ten of this project, and the other's, which is not ours to remove


def test_an_older_project_is_kept_as_it_was_before_its_format_changes(tmp_path: Path, clock: Clock) -> None:
    """A migration that proves wrong can be taken back; the snapshot is brought up to date when it is wanted."""
    path = Path(shutil.copy(Path(__file__).parent / "old" / "v1-county.prv", tmp_path))
    with Project.open(path, clock=clock) as newer:
        migrated = newer.content_hash()
        newer.do(SetNote(newer.claims()[0].id, "later"))
        (older,) = snapshots.listed(newer.path)
        assert older.reason == "migration"
        with pytest.raises(ProjectError) as caught:
            Project.open(older.path)
        assert caught.value.key == "project-older"
        restoring.bring_up_to_date(older.path)
        newer.do(RestoreSnapshot(older.path))
        assert newer.content_hash() == migrated
        assert newer.check() == []


def test_what_is_no_snapshot_is_not_listed(project: Project, clock: Clock) -> None:
    """Rubbish in the folder is passed over."""
    taken = snapshots.take(project.path, clock=clock)
    assert taken is not None
    folder = taken.path.parent
    (folder / "a.prv").write_bytes(b"")
    (folder / "b.prv").write_bytes(b"SQLite format 3\0" + bytes(5000))
    (folder / "c.prv").write_bytes(taken.path.read_bytes()[:5000])
    shutil.copy(project.path, folder / "d.prv")
    (folder / "e.prv").mkdir()
    endless = sqlite3.connect(folder / "f.prv")
    endless.execute("CREATE VIEW book AS WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n) "
                    "SELECT value, 'x' AS key FROM n")
    endless.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    endless.close()
    assert [snapshot.path for snapshot in snapshots.listed(project.path)] == [taken.path]


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(st.lists(st.integers(1, 3 * 86400), min_size=1, max_size=60))
def test_the_recent_past_stays_dense_and_the_far_past_grows_sparse(gaps: list[int]) -> None:
    """Never fewer than there may be; the newest four and the oldest are always among them."""
    kept: list[datetime] = []
    now = START
    for gap in gaps:
        now += timedelta(seconds=gap)
        kept.append(now)
        for position in rotation.too_many(kept, now):
            del kept[position]
        assert len(kept) <= rotation.KEPT
    made = [START + timedelta(seconds=sum(gaps[: n + 1])) for n in range(len(gaps))]
    assert len(kept) == min(len(made), rotation.KEPT)
    assert set(kept) >= {made[0], *made[-rotation.NEWEST :]}


def test_a_month_of_work_keeps_snapshots_of_every_age() -> None:
    """Every ten minutes for thirty days: some of the last hour, of today, of this week, of this month."""
    kept: list[datetime] = []
    now = START
    for _ in range(30 * 24 * 6):
        now += timedelta(minutes=10)
        kept.append(now)
        for position in rotation.too_many(kept, now):
            del kept[position]
    ages = [(now - at) / timedelta(hours=1) for at in kept]
    for youngest, oldest in ((0, 1), (1, 12), (12, 72), (72, 360), (360, 721)):
        assert sum(youngest <= age < oldest for age in ages) >= 2, ages
