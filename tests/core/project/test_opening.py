"""Opening, creating and locking: what cannot be opened says why, what cannot be written opens read-only."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.project import Project, ProjectError, SetNote, SetVerdict, schema
from tests.core.project.making import ORIGINAL, made_project, made_report

NOBODY = 65534


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A project file that nobody has open."""
    with made_project(tmp_path) as project:
        project.do(SetVerdict("r1.c1", "mostly"))
        return project.path


@pytest.fixture
def powerless() -> Iterator[Path]:
    """A folder, while the process has no rights but those that the files give (root may write anything)."""
    if sys.platform == "win32":
        pytest.skip("permissions are set otherwise on Windows")
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    try:
        with made_project(folder):
            pass
        if root:
            os.chown(folder, NOBODY, NOBODY)
            os.chown(folder / "评审.prv", NOBODY, NOBODY)
            os.seteuid(NOBODY)
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def key_of(attempt: Callable[[], object]) -> str:
    """The key of the error that the attempt ends in; its sentence can be said in both languages."""
    with pytest.raises(ProjectError) as caught:
        attempt()
    assert caught.value.sentence("zh").endswith("。")
    assert caught.value.sentence("en").endswith(".")
    return caught.value.key


def test_creating_never_overwrites(closed: Path) -> None:
    """A second review under the same name is refused, and the first is as it was."""
    before = closed.read_bytes()
    assert key_of(lambda: Project.create(closed, made_report(), ORIGINAL, created_by="x")) == "project-exists"
    assert closed.read_bytes() == before
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_creating_loses_the_race_rather_than_overwrite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that appears under the name while the project is written stays."""
    target = tmp_path / "x.prv"
    make = schema.make

    def make_slowly(connection: sqlite3.Connection) -> None:
        make(connection)
        target.write_bytes(b"another's")

    monkeypatch.setattr(schema, "make", make_slowly)
    assert key_of(lambda: Project.create(target, made_report(), ORIGINAL, created_by="x")) == "project-exists"
    assert target.read_bytes() == b"another's"
    assert [path.name for path in tmp_path.iterdir()] == ["x.prv"]


def test_creating_needs_a_folder(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    assert key_of(lambda: Project.create(tmp_path / "no" / "x.prv", made_report(), ORIGINAL, created_by="x")) == (
        "no-such-folder"
    )


def test_what_is_no_project_is_said_so(tmp_path: Path) -> None:
    """A missing file, a folder, an empty file, a text, another database: each a sentence, each left as it was."""
    assert key_of(lambda: Project.open(tmp_path / "none.prv")) == "no-such-file"
    assert key_of(lambda: Project.open(tmp_path)) == "not-a-project"
    for name, content in (("empty.prv", b""), ("text.prv", "报告".encode() * 500)):
        (tmp_path / name).write_bytes(content)
        assert key_of(lambda: Project.open(tmp_path / name)) == "not-a-project"  # noqa: B023  called at once
        assert (tmp_path / name).read_bytes() == content
    other = sqlite3.connect(tmp_path / "other.prv")
    other.execute("CREATE TABLE claim (id TEXT)")
    other.commit()
    other.close()
    assert key_of(lambda: Project.open(tmp_path / "other.prv")) == "not-a-project"
    assert not list(tmp_path.glob(".*.lock"))


def test_a_newer_project_is_refused_untouched(closed: Path) -> None:
    """An older program never writes into a format that it does not know."""
    connection = sqlite3.connect(closed)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = closed.read_bytes()
    assert key_of(lambda: Project.open(closed)) == "project-newer"
    assert key_of(lambda: Project.open(closed, read_only=True)) == "project-newer"
    assert closed.read_bytes() == before


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9])
def test_a_damaged_file_opens_or_says_so_and_never_crashes(closed: Path, share: float) -> None:
    """Cut or overwritten, a project ends in a sentence or in a project whose check tells what is wrong."""
    whole = closed.read_bytes()
    place = int(len(whole) * share)
    for content in (whole[:place], whole[:place] + b"\xa5" * 5000 + whole[place + 5000 :]):
        closed.write_bytes(content)
        try:
            with Project.open(closed, read_only=True) as project:
                assert project.check() != []
                tuple(project.claims())
                project.hits()
        except ProjectError as error:
            assert error.key in {"project-damaged", "not-a-project"}
        assert closed.read_bytes() == content


def test_a_read_only_file_opens_read_only(powerless: Path) -> None:
    """It can be read in full and says why it cannot be changed."""
    path = powerless / "评审.prv"
    path.chmod(0o400)
    with Project.open(path) as project:
        assert project.read_only
        assert project.read_only_reason is not None and project.read_only_reason.key == "project-file-read-only"
        assert len(project.claims()) == 4
        assert not project.can_undo
        assert key_of(lambda: project.do(SetNote("r1.c1", "x"))) == "project-read-only"
        assert key_of(project.undo) == "project-read-only"
        project.save_copy(powerless / "副本.prv")
    with Project.open(powerless / "副本.prv") as copy:
        assert not copy.read_only


def test_a_read_only_folder_opens_read_only(powerless: Path) -> None:
    """Without a place for SQLite's journal no edit could be safe, so none is begun."""
    powerless.chmod(0o500)
    with Project.open(powerless / "评审.prv") as project:
        assert project.read_only and project.read_only_reason is not None
        assert key_of(lambda: project.save_copy(powerless / "副本.prv")) == "cannot-write"
    assert key_of(lambda: Project.create(powerless / "n.prv", made_report(), b"", created_by="x")) == "cannot-write"
    assert [path.name for path in powerless.iterdir()] == ["评审.prv"]


def test_an_unreadable_file_is_said_so(powerless: Path) -> None:
    """No permission to read is a sentence of its own."""
    path = powerless / "评审.prv"
    path.chmod(0)
    assert key_of(lambda: Project.open(path)) == "project-unreadable"


def test_a_second_opener_reads_and_is_told_who_writes(closed: Path) -> None:
    """Two windows never write one file; when the first closes, the next one may."""
    with Project.open(closed) as first, Project.open(closed) as second:
        assert not first.read_only
        assert second.read_only and second.read_only_reason is not None
        assert second.read_only_reason.key == "project-in-use"
        assert "王复核" in second.read_only_reason.sentence("zh")
        first.do(SetNote("r1.c1", "x"))
        assert second.claims()[0].note == "x"
    with Project.open(closed) as third:
        assert not third.read_only
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_asking_for_read_only_takes_no_lock_and_works_beside_a_writer(closed: Path) -> None:
    """An export in another thread reads while the window goes on writing."""
    read: list[int] = []

    def export() -> None:
        with Project.open(closed, read_only=True) as reader:
            read.extend(len(reader.claims()) for _ in range(20))

    with Project.open(closed) as writer:
        thread = threading.Thread(target=export)
        thread.start()
        for number in range(20):
            writer.do(SetNote("r1.c1", str(number)))
        thread.join()
    assert read == [4] * 20
    with Project.open(closed, read_only=True) as reader:
        assert reader.read_only and reader.read_only_reason is None
        assert not list(closed.parent.glob(".*.lock"))


def test_an_export_reads_one_moment_while_the_window_writes(closed: Path) -> None:
    """Claims, evidence and the fingerprint in a PDF belong together, whatever is edited meanwhile."""
    with Project.open(closed) as writer, Project.open(closed, read_only=True) as reader:
        writer._connection.execute("PRAGMA busy_timeout = 20")
        before = writer.content_hash()
        with reader.at_one_moment():
            notes = [claim.note for claim in reader.claims()]
            assert key_of(lambda: writer.do(SetNote("r1.c1", "later"))) == "project-busy"
            assert reader.content_hash() == before
        writer.do(SetNote("r1.c1", "later"))
        with reader.at_one_moment():
            assert reader.content_hash() != before
            assert [claim.note for claim in reader.claims()] == ["later", *notes[1:]]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_write_cut_off_by_a_crash_is_taken_back_on_opening(closed: Path, tmp_path: Path, read_only: bool) -> None:
    """Pages of an unfinished edit that reached the file are put back from the journal, also for a mere reader."""
    with Project.open(closed, read_only=True) as project:
        before = project.content_hash()
    crashed = tmp_path / "crash" / closed.name
    crashed.parent.mkdir()
    connection = sqlite3.connect(closed, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE claim SET note = hex(zeroblob(50000))")
    connection.execute("INSERT INTO file VALUES ('x', 1, zeroblob(200000))")
    for name in (closed.name, f"{closed.name}-journal"):
        shutil.copy(closed.parent / name, crashed.parent / name)
    connection.execute("ROLLBACK")
    connection.close()
    assert crashed.stat().st_size > closed.stat().st_size
    with Project.open(crashed, read_only=read_only) as project:
        assert project.content_hash() == before
        assert project.check() == []
    assert [path.name for path in crashed.parent.iterdir()] == [closed.name]


def test_a_lock_of_a_killed_process_locks_nothing(closed: Path) -> None:
    """After a crash the file opens for writing at once, though the lock's file is still there."""
    code = (
        "import sys, pathlib, os\n"
        "from core.project import Project\n"
        "project = Project.open(pathlib.Path(sys.argv[1]))\n"
        "print('writing' if not project.read_only else 'reading', flush=True)\n"
        "sys.stdin.read()\n"
    )
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", code, str(closed)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        with Project.open(closed) as second:
            assert second.read_only
        process.kill()
        process.wait()
    assert (closed.parent / f".{closed.name}.lock").exists()
    with Project.open(closed) as again:
        assert not again.read_only
        again.do(SetNote("r1.c1", "x"))


def test_names_with_every_odd_character_open(tmp_path: Path) -> None:
    """A question mark, a hash or a quote in the file's name is part of the name, nothing else."""
    name = "a?mode=memory&b#c 'd' %41 报告.prv" if sys.platform != "win32" else "b#c 'd' %41 报告.prv"
    with made_project(tmp_path, name) as project:
        project.do(SetNote("r1.c1", "x"))
    with Project.open(tmp_path / name) as again:
        assert again.claims()[0].note == "x"


def test_a_long_name_works_or_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    """Chinese titles fill the 255 bytes of a file name soon; the journal and the lock need some of them."""
    with made_project(tmp_path, "长" * 78 + ".prv") as project:
        assert not project.read_only
        project.do(SetNote("r1.c1", "x"))
        project.save_copy(tmp_path / ("副" * 78 + ".prv"))
    assert key_of(lambda: made_project(tmp_path, "长" * 82 + ".prv")) == "name-too-long"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="paths have another limit there")
def test_a_path_too_long_for_the_database_says_what_to_do(closed: Path, tmp_path: Path) -> None:
    """Folders of long Chinese names come to 512 bytes soon; it is their length that is named, not their rights."""
    deep = tmp_path
    while len(os.fsencode(deep)) < 500:
        deep /= "很长的文件夹名"
    deep.mkdir(parents=True)
    assert key_of(lambda: made_project(deep)) == "path-too-long"
    shutil.copy(closed, deep / "moved.prv")
    assert key_of(lambda: Project.open(deep / "moved.prv")) == "path-too-long"
    with Project.open(closed) as project:
        assert key_of(lambda: project.save_copy(deep / "copy.prv")) == "path-too-long"
    assert [path.name for path in deep.iterdir()] == ["moved.prv"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_a_file_replaced_while_open_takes_no_edit(closed: Path, tmp_path: Path) -> None:
    """What a sync program puts there is another file: writing into either would lose the edits of one of them."""
    with Project.open(closed) as project:
        assert project.in_place
        shutil.copy(closed, tmp_path / "synced")
        (tmp_path / "synced").replace(closed)
        assert not project.in_place
        assert key_of(lambda: project.do(SetNote("r1.c1", "x"))) == "project-replaced"


def test_an_older_state_written_over_the_file_takes_no_edit(closed: Path) -> None:
    """A backup put back in place under an open window: the next edit was decided on what is no longer there."""
    before = closed.read_bytes()
    with Project.open(closed) as project:
        project.do(SetNote("r1.c1", "x"))
        with closed.open("r+b") as file:
            file.write(before)
            file.truncate()
        assert key_of(lambda: project.do(SetNote("r1.c2", "y"))) == "project-replaced"
    assert closed.read_bytes() == before


def test_a_copy_never_goes_over_the_project_itself(closed: Path) -> None:
    """Save a copy onto the open file is refused, whatever way its path is written."""
    with Project.open(closed) as project:
        assert key_of(lambda: project.save_copy(closed.parent / "." / closed.name)) == "same-file"
        assert key_of(lambda: project.save_copy(closed.parent / "no" / "x.prv")) == "no-such-folder"


def test_closing_twice_does_nothing(closed: Path) -> None:
    """A window and its context manager may both close."""
    project = Project.open(closed)
    project.close()
    project.close()
